//! An array without labels beside one with labels.

use ndweave::{Array, broadcast};

fn main() {
    let (x, y) = (Array::<f64, _>::zeros(3), Array::<f64, _>::zeros(3));
    let _ = broadcast!(x[i] + y -> [i]);
    let _ = broadcast!(x + y -> [i in 0..3]);
    let _ = broadcast!(sum[k](x[k]) * y);
    let mut out = Array::<f64, _>::zeros(3);
    broadcast!(out[i] = x);
}
