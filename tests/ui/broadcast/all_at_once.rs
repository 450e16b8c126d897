//! Several mistakes in one kernel: each is told.

use ndweave::{Array, broadcast};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let b = Array::<f64, _>::zeros((4, 5));
    let _ = broadcast!(a[i, 1..] * average[q](b[q, k].sqroot()) + sum(b[l, i]) -> [i, i, m, n in 0..=3]);
}
