//! Calls that a kernel does not take.

use ndweave::{Array, einsum};

fn soft(x: f64) -> f64 {
    x
}

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let hard = |x: f64| x;
    let _ = einsum!(soft(a[i, j]) -> [i, j]);
    let _ = einsum!(hard(a[i, j]) -> [i, j]);
    let _ = einsum!((|x| x)(a[i, j]) -> [i, j]);
    let _ = einsum!(f64::frobnicate(a[i, j]) -> [i, j]);
    let _ = einsum!(f64::from(a[i, j]) -> [i, j]);
    let _ = einsum!(max!(a[i, j]) -> [i, j]);
    let _ = einsum!(a[i, j].map(|x| x + 1.0) -> [i, j]);
}
