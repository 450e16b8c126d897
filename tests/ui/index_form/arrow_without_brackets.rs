//! An arrow without its labels in brackets.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(a[i, j] ->);
    let _ = einsum!(a[i, j] -> i);
    let _ = einsum!(a[i, j] -> (i, j));
    let _ = einsum!(a[i, j] -> "ij");
}
