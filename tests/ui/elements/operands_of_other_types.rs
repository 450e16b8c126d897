//! Factors of other element types.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let b = Array::<f32, _>::zeros((4, 5));
    let n = Array::<i32, _>::zeros((4, 5));
    let nested = [[1i64, 2], [3, 4]];
    let _ = einsum!(a[i, j] * b[j, k] -> [i, k]);
    let _ = einsum!("ij,jk->ik", a, b);
    let _ = einsum!(n[j, k] * a[i, j] -> [i, k]);
    let _ = einsum!(nested[i, j] * n[i, j]);
    let _ = einsum!(a[i, j] * b[j, k] * n[j, k] -> [i, k]);
}
