//! More axes than an array can have.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((2, 2, 2, 2, 2));
    let b = Array::<f64, _>::zeros((2, 2, 2, 2));
    let _ = einsum!(a[a, b, c, d, e, f, g, h, i]);
    let _ = einsum!(a[a, b, c, d, e] * b[f, g, h, i] -> [a, b, c, d, e, f, g, h, i]);
    let _ = einsum!(a[.., a, b] * b[c, d, e, f] -> [.., a, b, c, d, e, f]);
}
