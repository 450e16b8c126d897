//! Kernels with reductions whose labels do not stand for the parameters.

use ndweave::{Array, Extent, broadcast};

fn normalised<N: Extent, F: Extent>(x: &Array<f64, (N, F)>) -> Array<f64, (N, F)> {
    broadcast!(x[n, f] - mean[k](x[k, n]) -> [n, f])
}

fn distances<I: Extent, J: Extent, K: Extent>(p: &Array<f64, (I, K)>, q: &Array<f64, (J, K)>) -> Array<f64, (I, J)> {
    broadcast!(sum[k]((p[i, k] - q[k, j]).powi(2)).sqrt() -> [i, j])
}

fn softmax<Row: Extent, Column: Extent>(x: &Array<f64, (Row, Column)>) -> Array<f64, (Row, Column)> {
    broadcast!((x[row, column] - max[other](x[other, row])).exp() -> [row, column])
}

fn add_transpose<M: Extent, N: Extent>(a: &mut Array<f64, (M, N)>) {
    broadcast!(a[i, j] += a[j, i]);
}

fn main() {}
