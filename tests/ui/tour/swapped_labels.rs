//! Two labels are swapped: 4 measurements are not 3 species.

use ndweave::{Array, axis, einsum, shape};

axis! {
    struct Species = 3;
}

fn print_distances(x: &[[f64; 4]], means: &Array<f64, shape![Species, 4]>) {
    let squared = einsum!((x[n, k] - means[k, s]).powi(2) -> [n, s]);
    println!("{squared}");
}

fn main() {}
