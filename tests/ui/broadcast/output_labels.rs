//! Labels of a new array that cannot be.

use ndweave::{Array, broadcast};

fn main() {
    let x = Array::<f64, _>::zeros((3, 4));
    let mut out = Array::<f64, _>::zeros((3, 3));
    let _ = broadcast!(x[i, j] -> [i, j, k]);
    let _ = broadcast!(x[i, j] -> [i, i, j]);
    let _ = broadcast!(x[i, j] -> [i, j, 0]);
    let _ = broadcast!(x[i, j] -> [i, j, ..]);
    let _ = broadcast!(x[.., j] -> [j]);
    let _ = broadcast!(sum[j](x[.., j]));
    broadcast!(out[i, i] = x[i, 0]);
    broadcast!(out[i, j] = x[.., j]);
    broadcast!(out[i, j] = x[i, j] -> [i, j]);
    let _ = broadcast!(x[i, j] -> i, j);
    let _ = broadcast!(x[i, j] => [i, j]);
}
