//! A scalar or literal of another type than the elements.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let n = Array::<i32, _>::zeros((3, 4));
    let alpha = 2.0f32;
    let count = 3usize;
    let _ = einsum!(alpha * a[i, j] -> [i, j]);
    let _ = einsum!(a[i, j] * count -> [i, j]);
    let _ = einsum!(2 * a[i, j] -> [i, j]);
    let _ = einsum!(0.5 * n[i, j] -> [i, j]);
    let _ = einsum!((a[i, j] + alpha).exp() -> [i, j]);
    let _ = einsum!((a[i, j] + 1).exp() -> [i, j]);
    let _ = einsum!(a[i, j] * true -> [i, j]);
}
