//! An output in a variable that is not `mut`.

use ndweave::{Array, einsum};

fn shared(c: &Vec<f64>, a: &[f64; 3]) {
    let mut c = c;
    einsum!(c[i] = a[i]);
}

fn main() {
    let a = Array::<f64, _>::zeros(3);
    let fixed = Array::<f64, _>::zeros(3);
    einsum!(fixed[i] = a[i]);
    let nested = [0.0; 3];
    einsum!(nested[i] += a[i]);
}
