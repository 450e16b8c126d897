//! An ellipsis that stands for more or fewer axes in the output than in the operands.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((2, 3, 4));
    let mut fewer = Array::<f64, _>::zeros(3);
    let mut more = Array::<f64, _>::zeros((5, 2, 3));
    einsum!(fewer[..] = a[.., j]);
    einsum!(more[..] += a[.., j]);
    let one = [[0.0; 1]; 2];
    let mut stretched = [[0.0; 3]; 2];
    einsum!(stretched[..] = one[..]);
}
