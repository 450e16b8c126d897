//! What is no expression at all.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(a[i, j] * -> [i]);
    let _ = einsum!(a[i j] -> [i]);
    let _ = einsum!(a[i, j] a[i, j] -> [i]);
    let _ = einsum!(a[i, j] => [i]);
    let _ = einsum!(a[i, j], a[j, i] -> [i]);
}
