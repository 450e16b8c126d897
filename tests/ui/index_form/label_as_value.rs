//! A label that is used as a number.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(a[i, j] * i -> [i, j]);
    let _ = einsum!(a[row, col] + row - col -> [row, col]);
    let _ = einsum!(if i < 2 { a[i, j] } else { 0.0 } -> [i, j]);
}
