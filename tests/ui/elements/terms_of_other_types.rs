//! Terms and the sides of an operator of other types.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let b = Array::<f32, _>::zeros((3, 4));
    let n = Array::<i32, _>::zeros((3, 4));
    let _ = einsum!(a[i, j] + b[i, j] -> [i, j]);
    let _ = einsum!(n[i, j] - a[i, j] -> [i, j]);
    let _ = einsum!((a[i, j] + b[i, j]).exp() -> [i, j]);
    let _ = einsum!(a[i, j] / n[i, j] -> [i, j]);
    let _ = einsum!(a[i, j].max(b[i, j]) -> [i, j]);
    let _ = einsum!(if a[i, j] < n[i, j] { 1.0 } else { 0.0 } -> [i, j]);
    let _ = einsum!(if a[i, j] < 0.0 { a[i, j] } else { b[i, j] } -> [i, j]);
}
