//! Axes that an array does not have.

use ndweave::{Array, Array2, Extent};

fn methods(x: &Array2<f64>) {
    x.sum::<2>();
    x.view().mean::<5>();
    x.argmax::<2>();
    x.cumsum::<3>();
    x.sort::<2>();
}

fn generic<I: Extent>(x: &Array<f64, (I,)>) {
    x.max_keeping::<1>();
}

fn main() {}
