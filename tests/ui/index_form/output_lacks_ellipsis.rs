//! Axes under an ellipsis that the output does not name.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let mut c = Array::<f64, _>::zeros(4);
    let _ = einsum!(a[.., j] -> [j]);
    let _ = einsum!(a[..]);
    einsum!(c[j] = a[.., j]);
}
