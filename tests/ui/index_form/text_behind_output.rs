//! Something behind the output.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(a[i, j] -> [i] + 1.0);
    let _ = einsum!(a[i, j] -> [i] -> [j]);
    let _ = einsum!(a[i, j] -> [i], a);
}
