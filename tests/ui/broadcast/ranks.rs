//! Ranks that differ from the subscripts, and what is no operand.

use ndweave::{Array, broadcast};

struct Table;

fn main() {
    let x = Array::<f64, _>::zeros((3, 4));
    let y = Array::<f64, _>::zeros(3);
    let mut out = Array::<f64, _>::zeros(3);
    let _ = broadcast!(x[i] + y[i] -> [i]);
    let _ = broadcast!(sum[k](y[i, k]) -> [i]);
    let _ = broadcast!(x[.., i, j, k] -> [.., i, j, k]);
    broadcast!(out[i, j] = x[i, j]);
    broadcast!(out = x);
    let _ = broadcast!(Table + y);
    let _ = broadcast!(Table[i] + y[i] -> [i]);
}
