//! Ranges of labels that cannot be.

use ndweave::{Array, broadcast};

fn main() {
    let x = Array::<f64, _>::zeros(3);
    let mut out = Array::<f64, _>::zeros(3);
    let n = 3usize;
    let _ = broadcast!(x[i] -> [i in 0..3]);
    let _ = broadcast!(sum[k in 0..n](x[k]));
    let _ = broadcast!(i as f64 -> [i in 0..=n]);
    let _ = broadcast!(i as f64 -> [i in 0..]);
    let _ = broadcast!(i as f64 -> [i in ..n]);
    let _ = broadcast!(i as f64 -> [i in n]);
    let _ = broadcast!(i as f64 -> [i in -1..1]);
    let _ = broadcast!(i as f64 -> [i in 0..2.5]);
    let _ = broadcast!(i as f64 -> [i in]);
    let _ = broadcast!(i + j -> [i in 0..n, j in 0..i]);
    let _ = broadcast!(sum[k in 0..x[i]](x[i]) -> [i]);
    let _ = broadcast!(x[i in 0..3] -> [i]);
    broadcast!(out[i in 0..3] = x[i]);
    let _ = broadcast!(i as f64 -> [i in 0..1.5f64 + 1.0]);
}
