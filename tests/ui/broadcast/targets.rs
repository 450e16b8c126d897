//! Outputs that cannot be written so.

use ndweave::{Array, broadcast};

fn main() {
    let x = Array::<f64, _>::zeros(3);
    let mut out = Array::<f64, _>::zeros(3);
    let mut narrow = Array::<f32, _>::zeros(3);
    let mut table = Array::<f64, _>::zeros((3, 3));
    broadcast!(out = x[i]);
    broadcast!(out %= x);
    broadcast!(out[i] <<= x[i]);
    broadcast!(narrow[i] = x[i]);
    broadcast!(narrow += x);
    broadcast!(table[i] = x[i]);
    broadcast!(table[i, j] = table[i]);
    broadcast!(out[i] = sum[k](out[i, k]));
}
