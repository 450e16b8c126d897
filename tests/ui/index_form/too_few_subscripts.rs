//! Fewer subscripts than the operand has axes.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let nested = [[1.0, 2.0], [3.0, 4.0]];
    let mut c = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(a[i]);
    let _ = einsum!(a[] -> []);
    let _ = einsum!(nested[i] -> [i]);
    let _ = einsum!(a[i, j] * a[i] -> [i]);
    einsum!(c[i] = a[i, j]);
}
