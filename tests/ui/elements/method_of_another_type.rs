//! A method or operator that the element type lacks.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let n = Array::<i32, _>::zeros((3, 4));
    let u = Array::<u8, _>::zeros((3, 4));
    let flags = Array::<bool, _>::ones((3, 4));
    let _ = einsum!(n[i, j].sqrt() -> [i, j]);
    let _ = einsum!(n[i, j].powf(0.5) -> [i, j]);
    let _ = einsum!(n[i, j].is_nan() -> [i, j]);
    let _ = einsum!(n[i, j].mul_add(2, 3) -> [i, j]);
    let _ = einsum!((-u[i, j]).max(3) -> [i, j]);
    let _ = einsum!(-flags[i, j] -> [i, j]);
    let _ = einsum!(a[i, j] & a[i, j] -> [i, j]);
    let _ = einsum!(a[i, j] << a[i, j] -> [i, j]);
    let _ = einsum!(!a[i, j] -> [i, j]);
    let _ = einsum!(flags[i, j] % flags[i, j] -> [i, j]);
    let _ = einsum!(flags[i, j] * flags[i, j] -> [i, j]);
    let _ = einsum!(flags[i, j].exp() -> [i, j]);
}
