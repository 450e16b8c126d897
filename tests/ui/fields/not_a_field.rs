//! What is no field, or no field of numbers.

use ndweave::{field, field_mut};

#[derive(Clone, Copy)]
struct Gauss {
    re: i32,
    im: i32,
}

#[derive(Clone, Copy)]
struct Particle {
    name: &'static str,
    spin: Gauss,
    position: (f32, f32),
}

fn main() {
    let mut g = vec![Gauss { re: 1, im: 2 }; 3];
    let particles = [Particle { name: "muon", spin: g[0], position: (0.0, 1.0) }];
    field!(g, real);
    field!(g, 0);
    field!(particles, spin);
    field!(particles, name);
    field!(particles, position.2);
    field_mut!(g, imaginary).fill(0);
    println!("{}", g[0].re + g[0].im + particles[0].spin.re);
}
