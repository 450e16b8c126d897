//! A function over a named axis that is given, or gives, another.

use ndweave::{Array, Extent, axis, einsum};

axis! {
    /// Examples.
    pub struct Batch;
    /// Steps.
    pub struct Time;
}

fn weighted<F: Extent>(x: &Array<f64, (Batch, F)>, weights: &Array<f64, (Time,)>) -> Array<f64, (F,)> {
    einsum!(x[n, f] * weights[n] -> [f])
}

fn accumulate<F: Extent>(out: &mut Array<f64, (Time, F)>, x: &Array<f64, (Batch, F)>) {
    einsum!(out[sample, f] += x[sample, f]);
}

fn norms<F: Extent>(x: &Array<f64, (Batch, F)>) -> Array<f64, (Time,)> {
    einsum!(x[n, f] * x[n, f] -> [n])
}

fn main() {}
