//! Results and targets of `broadcast!` that do not have the extents of the kernel.

use ndweave::{Array, Extent, broadcast};

fn outer<I: Extent, J: Extent>(x: &Array<f64, (I,)>, y: &Array<f64, (J,)>) -> Array<f64, (I, J)> {
    broadcast!(x[i] + y[j] -> [j, i])
}

fn row_sums<N: Extent, F: Extent>(x: &Array<f64, (N, F)>) -> Array<f64, (N,)> {
    broadcast!(sum[n](x[n, f]) -> [f])
}

fn into<N: Extent, F: Extent>(out: &mut Array<f64, (F,)>, x: &Array<f64, (N, F)>) {
    broadcast!(out[n] = max[f](x[n, f]));
}

fn nearest<I: Extent, J: Extent>(x: &Array<f64, (I, J)>) -> Array<f64, (I,)> {
    broadcast!(argmin[j](x[i, j]) -> [i])
}

fn blocks<N: Extent, M: Extent>(a: &mut Array<f64, (N,)>, b: &mut Array<f64, (M,)>, x: &Array<f64, (N,)>) {
    broadcast! {
        a[i] = x[i];
        b[i] = 2.0 * x[i];
    }
}

fn main() {}
