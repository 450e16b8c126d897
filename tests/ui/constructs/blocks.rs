//! Blocks that are more than names and a value.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!({ let x = a[i, j]; x * x; } -> [i, j]);
    let _ = einsum!({ let (x, y) = (a[i, j], 1.0); x * y } -> [i, j]);
    let _ = einsum!({ let mut x = a[i, j]; x } -> [i, j]);
    let _ = einsum!({ let x: f64 = a[i, j]; x } -> [i, j]);
    let _ = einsum!({ let x; a[i, j] } -> [i, j]);
    let _ = einsum!({ fn f() {} a[i, j] } -> [i, j]);
    let _ = einsum!({ a[i, j] += 1.0; a[i, j] } -> [i, j]);
}
