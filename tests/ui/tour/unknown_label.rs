//! The output has a label that no operand has.

use ndweave::{Array, axis, einsum, shape};

axis! {
    struct Species = 3;
}

fn class_means(x: &[[f64; 4]], member: &Array<f64, shape![_, Species]>) -> Array<f64, shape![Species, 4]> {
    einsum!(member[n, s] * x[n, k] -> [s, f])
}

fn main() {}
