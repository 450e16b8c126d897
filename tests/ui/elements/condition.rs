//! A condition that is no comparison, and casts that do not exist.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let flags = Array::<bool, _>::ones((3, 4));
    let _ = einsum!(if a[i, j] { 1.0 } else { 0.0 } -> [i, j]);
    let _ = einsum!(if a[i, j] > 0.0 { 1.0 } else { 0 } -> [i, j]);
    let _ = einsum!(a[i, j] as bool -> [i, j]);
    let _ = einsum!(a[i, j] as String -> [i, j]);
    let _ = einsum!(flags[i, j] as f64 -> [i, j]);
    let _ = einsum!(a[i, j] > 0.0 && a[i, j] -> [i, j]);
}
