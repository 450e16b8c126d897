//! A label that is neither in the output nor reduced.

use ndweave::{Array, broadcast};

fn main() {
    let (x, y) = (Array::<f64, _>::zeros(3), Array::<f64, _>::zeros(4));
    let mut out = Array::<f64, _>::zeros(3);
    let _ = broadcast!(x[i] * y[j] -> [i]);
    let _ = broadcast!(x[i] + y[j]);
    let _ = broadcast!(sum[k](x[k]) * y[k]);
    let _ = broadcast!(sum[k](x[k] * y[l]) + x[i] -> [i]);
    broadcast!(out[i] = x[i] * y[channel]);
    broadcast!(out[i] = x[i], where y[j] > 0.0);
}
