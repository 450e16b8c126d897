//! Expressions that give no number.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let mut c = 0.0;
    let _ = einsum!((a[i, j], 1.0) -> [i, j]);
    let _ = einsum!([a[i, j]] -> [i, j]);
    let _ = einsum!(a[i, j]..1.0 -> [i, j]);
    let _ = einsum!(&a[i, j] -> [i, j]);
    let _ = einsum!(*a[i, j] -> [i, j]);
    let _ = einsum!(a[i, j].x -> [i, j]);
    let _ = einsum!(a[i, j].0 -> [i, j]);
    let _ = einsum!(|x| a[i, j] -> [i, j]);
    let _ = einsum!(0..3);
    let _ = einsum!(a[i, j] + (1.0, 2.0) -> [i, j]);
    let _ = einsum!(a[i, j] * "2" -> [i, j]);
    let _ = einsum!(a[i, j] * (c += a[i, j]) -> [i, j]);
}
