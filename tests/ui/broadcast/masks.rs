//! Masks that cannot be.

use ndweave::{Array, broadcast};

fn main() {
    let (x, y) = (Array::<f64, _>::zeros(3), Array::<f64, _>::zeros(3));
    let mut out = Array::<f64, _>::zeros(3);
    let _ = broadcast!(x / y, where y != 0.0);
    let _ = broadcast!(x[i] / y[i] -> [i], where y[i] != 0.0);
    let _ = broadcast!(x[i] / y[i], where y[i] != 0.0 -> [i]);
    broadcast!(out[i] = x[i] where y[i] != 0.0);
    broadcast!(out[i] = x[i], where);
    broadcast!(out[i] = x[i], where y[i] = 0.0);
    broadcast!(out[i] = x[i], if y[i] != 0.0);
    broadcast!(out[i] = x[i], where y[i]);
    broadcast!(out = x, where y);
    broadcast!(if y[i] != 0.0 { out[i] = x[i] });
    broadcast! { if y[i] != 0.0 { out[i] = x[i] }; }
}
