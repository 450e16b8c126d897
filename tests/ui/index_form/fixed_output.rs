//! An index in the output of a new result.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(a[i, j] -> [i, 0]);
    let _ = einsum!(a[i, j] -> [{ 1 + 1 }, j]);
}
