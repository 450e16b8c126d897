//! Several mistakes in one kernel: each is told.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let b = Array::<f64, _>::zeros((4, 5));
    let _ = einsum!(a[i, 1..] * b[j + 1, k].sqroot() + i -> [i, i, m, ..]);
}
