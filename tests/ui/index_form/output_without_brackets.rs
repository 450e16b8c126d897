//! An output without its labels.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros(3);
    let mut c = Array::<f64, _>::zeros(3);
    einsum!(c = a[i]);
    einsum!(c += 2.0 * a[i]);
}
