//! Lists of axes: each once, in ascending order.

use ndweave::{Array3, axes};

fn methods(x: &Array3<f64>) {
    x.sum_axes::<axes![0, 3]>();
    x.max_axes::<axes![2, 0]>();
    x.mean_axes_keeping::<axes![1, 1]>();
}

fn main() {}
