//! A name that is not in scope.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(a[i, j] * bee[j, k] -> [i, k]);
    let _ = einsum!(alpha * a[i, j] -> [i, j]);
    einsum!(cee[i] = a[i, j]);
    let _ = einsum!(a[i, { place }] -> [i]);
}
