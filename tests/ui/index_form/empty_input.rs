//! Nothing to compute.

use ndweave::{Array, einsum, einsum_path, try_einsum};

fn main() {
    let mut c = Array::<f64, _>::zeros(3);
    einsum!();
    let _ = try_einsum!();
    let _ = einsum_path!();
    let _ = einsum!(-> [i]);
    einsum!(c[i] =);
}
