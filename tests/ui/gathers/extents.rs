//! Labels of index arrays are labels as any others: their extents agree.

use ndweave::{Extent, View, broadcast, einsum};

fn rows<I: Extent, J: Extent>(t: View<f64, (I, J)>, ix: View<usize, (I,)>, y: View<f64, (J,)>) {
    let _ = broadcast!(t[ix[j], j] * y[j] -> [j]);
}

fn main() {
    let t = [[0.0; 4]; 5];
    let (ix, x, mut out) = ([0usize, 2, 4], [1.0; 4], [[0.0; 4]; 2]);
    let _ = broadcast!(t[ix[i], j] * x[i] -> [i, j]);
    let _ = einsum!(t[ix[i], k] * x[i] -> [k]);
    broadcast!(out[i, j] = t[ix[i], j]);
    let _ = broadcast!(t[ix[j], j] -> [j]);
}
