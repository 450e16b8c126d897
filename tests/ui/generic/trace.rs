//! The trace of a matrix that need not be square.

use ndweave::{Array, Extent, einsum};

fn trace<I: Extent, J: Extent>(a: &Array<f64, (I, J)>) -> f64 {
    einsum!(a[i, i])
}

fn trace_of_product<I: Extent, J: Extent>(a: &Array<f64, (I, J)>, b: &Array<f64, (I, J)>) -> f64 {
    einsum!(a[i, j] * b[j, i])
}

fn main() {}
