//! Control flow that a kernel does not take.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let maybe = Some(1.0);
    let _ = einsum!(match a[i, j] { 0.0 => 1.0, x => x } -> [i, j]);
    let _ = einsum!(if a[i, j] > 0.0 { 1.0 } -> [i, j]);
    let _ = einsum!(if let Some(x) = maybe { a[i, j] * x } else { 0.0 } -> [i, j]);
    let _ = einsum!(loop { break a[i, j]; } -> [i, j]);
    let _ = einsum!({ while a[i, j] > 0.0 {} 1.0 } -> [i, j]);
    let _ = einsum!({ for _ in 0..3 { a[i, j]; } a[i, j] } -> [i, j]);
    let _ = einsum!(return a[i, j]);
    let _ = einsum!(a[i, j]? -> [i, j]);
}
