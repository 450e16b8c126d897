//! More subscripts than the operand has axes.

use ndweave::{Array, View1, einsum};

fn slice(x: &[f64], y: &[[f64; 3]]) {
    let _ = einsum!(x[i, j] -> [i]);
    let _ = einsum!(y[i, j, k] -> [i]);
}

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let vector = vec![1.0, 2.0];
    let scalar = 1.5f64;
    let mut c = Array::<f64, _>::zeros(3);
    let _ = einsum!(a[i, j, k] -> [i]);
    let _ = einsum!(vector[i, j] -> [i]);
    let _ = einsum!(scalar[i] -> [i]);
    let _ = einsum!(a[.., i, j, k] -> [.., i]);
    let view: View1<'_, f64> = c.view();
    let _ = einsum!(view[i, 0]);
    einsum!(c[i, j] = a[i, j]);
    slice(&[], &[]);
}
