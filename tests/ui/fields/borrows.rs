//! A view of a field borrows the structs, all of each.

use ndweave::{View1, field, field_mut};

#[derive(Clone, Copy)]
struct Gauss {
    re: i32,
    im: i32,
}

fn dangling() -> View1<'static, i32> {
    let g = vec![Gauss { re: 1, im: 2 }];
    field!(g, re)
}

fn main() {
    let mut g = vec![Gauss { re: 1, im: 2 }; 3];
    let re = field!(g, re);
    g[0].im = 5;
    println!("{re}");
    let mut re = field_mut!(g, re);
    let mut im = field_mut!(g, im);
    re.assign(&im);
    im.fill(0);
    field!(g, re.abs());
    field!(g, re.max(3));
    dangling();
}
