//! A result whose labels are not those of the return type.

use ndweave::{Array, Extent, einsum};

fn transpose<I: Extent, J: Extent>(a: &Array<f64, (I, J)>) -> Array<f64, (J, I)> {
    einsum!(a[i, j] -> [i, j])
}

fn outer<I: Extent, J: Extent>(a: &Array<f64, (I,)>, b: &Array<f64, (J,)>) -> Array<f64, (I, J)> {
    einsum!(a[i] * b[j] -> [j, i])
}

fn main() {}
