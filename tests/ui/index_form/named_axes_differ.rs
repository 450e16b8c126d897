//! A label with two named axes, or a named axis of one extent and a constant of another.

use ndweave::{Array, axis, einsum, shape};

axis! {
    /// Examples.
    pub struct Batch;
    /// Steps.
    pub struct Time;
    /// Colours.
    pub struct Channel = 3;
}

fn named(a: &Array<f64, (Batch, Channel)>, b: &Array<f64, (Time, Channel)>) {
    let _ = einsum!(a[n, c] * b[n, c] -> [n]);
    let _ = einsum!("nc,nc->n", a, b);
    let _ = einsum!(a[sample, c] * b[c, sample]);
}

fn constant(a: &Array<f64, (Batch, Channel)>, b: &Array<f64, shape![Batch, 5]>, c: &[[f64; 4]; 2]) {
    let _ = einsum!(a[n, c] * b[n, c] -> [n]);
    let _ = einsum!(a[n, c] + c[n, c] -> [n, c]);
}

fn diagonal(a: &Array<f64, (Batch, Channel)>) {
    let _ = einsum!(a[i, i]);
}

fn output(out: &mut Array<f64, (Time,)>, a: &Array<f64, (Batch, Channel)>) {
    einsum!(out[n] += a[n, c]);
}

fn main() {}
