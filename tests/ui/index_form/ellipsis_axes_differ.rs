//! Axes under an ellipsis with two constant extents.

use ndweave::{Array, einsum, shape};

fn check(a: &Array<f64, shape![2, 3, 4]>, b: &Array<f64, shape![5, 4]>, c: &mut Array<f64, shape![7, 3]>) {
    let _ = einsum!(a[.., j] * b[.., j] -> [..]);
    einsum!(c[..] = a[.., j]);
    let _ = einsum!(a[.., j] * b[j, ..] -> [..]);
}

fn main() {}
