//! Something without subscripts that is no number.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let b = Array::<f64, _>::zeros(3);
    let text = String::from("abc");
    let alpha = &2.0;
    let _ = einsum!(b * a[i, j] -> [i, j]);
    let _ = einsum!(text * a[i, j] -> [i, j]);
    let _ = einsum!(a[i, j] + Some(1.0) -> [i, j]);
    let _ = einsum!(alpha * a[i, j] -> [i, j]);
}
