//! An output that cannot be written.

use ndweave::{Array, Array1, View1, array, einsum};

fn shared(slice: &[f64], array: &Array1<f64>, view: View1<f64>, a: &Array1<f64>) {
    einsum!(slice[i] = a[i]);
    einsum!(array[i] += a[i]);
    einsum!(view[i] -= a[i]);
}

fn main() {
    let a = Array::<f64, _>::zeros(3);
    let number = 0.0;
    einsum!(array![1.0, 2.0, 3.0][i] = a[i]);
    einsum!(number[] += a[i]);
    einsum!("abc"[i] = a[i]);
    einsum!(1.0[i] = a[i]);
    shared(&[], &a, a.view(), &a);
}
