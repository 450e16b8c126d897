//! An output label that stands twice.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let mut c = Array::<f64, _>::zeros((3, 3));
    let _ = einsum!(a[i, j] -> [i, i]);
    einsum!(c[i, i] = a[i, j]);
    let _ = einsum!(a[i, j] -> [j, i, j, i]);
}
