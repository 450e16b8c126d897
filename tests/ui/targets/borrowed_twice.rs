//! An output that is an operand under another name.

use ndweave::{Array, einsum};

fn main() {
    let mut a = Array::<f64, _>::zeros((3, 4));
    let b = Array::<f64, _>::zeros((3, 4));
    let view = a.view();
    einsum!(a[i, j] = view[i, j] + b[i, j]);
    einsum!(a[i, j] += a.view()[i, j]);
}
