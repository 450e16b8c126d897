//! An ellipsis in the output that no operand has.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let mut c = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(a[i, j] -> [.., i]);
    einsum!(c[.., j] += a[i, j]);
}
