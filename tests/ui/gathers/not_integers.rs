//! Index arrays whose elements are no integers.

use ndweave::{Array, Array1, broadcast, einsum};

fn main() {
    let t = Array::<f64, _>::zeros((3, 4));
    let (weights, mask, halves) = (Array1::<f64>::zeros(2), [true, false], [0.5f32, 1.5]);
    let _ = broadcast!(t[weights[i], j] -> [i, j]);
    let _ = broadcast!(t[mask[i], j] -> [i, j]);
    let _ = einsum!(t[weights[i], k] * t[i, k] -> [i]);
    let _ = einsum!(t[0, halves[i]] -> [i]);
}
