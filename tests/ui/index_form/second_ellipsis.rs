//! Two ellipses in one operand, or in the output.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4, 5));
    let _ = einsum!(a[.., i, ..] -> [.., i]);
    let _ = einsum!(a[.., i] -> [.., i, ..]);
}
