//! An output label that no operand has.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let b = Array::<f64, _>::zeros((4, 5));
    let mut c = Array::<f64, _>::zeros((3, 5));
    let _ = einsum!(a[i, j] * b[j, k] -> [i, m]);
    einsum!(c[i, n] += a[i, j] * b[j, k]);
    let _ = einsum!(2.0 * a[row, col] -> [rwo, x]);
}
