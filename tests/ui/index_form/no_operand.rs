//! Nothing in the kernel has labels.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let alpha = 2.0;
    let _: f64 = einsum!(alpha * 3.0);
    let _ = einsum!(a);
    let _ = einsum!(a * a -> [i, j]);
}
