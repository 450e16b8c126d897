//! Index arrays where there can be none: in outputs, in one another, as what is reduced.

use ndweave::{Array1, Array2, broadcast, einsum};

fn main() {
    let t = Array2::<f64>::zeros((3, 4));
    let (ix, mut out) = (vec![0usize, 2], Array1::<f64>::zeros(3));
    broadcast!(out[ix[i]] += t[i, 0]);
    einsum!(out[ix[i]] += t[i, k]);
    let _ = broadcast!(t[i, j] -> [ix[i], j]);
    let _ = einsum!(t[i, j] -> [ix[i]]);
    let _ = broadcast!(t[ix[ix[i]], j] -> [i, j]);
    let _ = broadcast!(sum[ix[k]](t[k, j]) -> [j]);
    let _ = broadcast!(t[ix[i in 0..2], j] -> [i, j]);
}
