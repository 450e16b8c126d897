//! Reductions that there are not, or that are written as methods and functions.

use ndweave::{Array, broadcast};

fn main() {
    let x = Array::<f64, _>::zeros(3);
    let y = Array::<f64, _>::zeros(3);
    let _ = broadcast!(average[k](x[k]));
    let _ = broadcast!(maximum[k](x[k]) + summ[k](y[k]));
    let _ = broadcast!(std[k](x[k]));
    let _ = broadcast!(norm[k](x[k]));
    let _ = broadcast!(frobnicate[k](x[k]));
    let _ = broadcast!(sum(x[i]));
    let _ = broadcast!(x[i] / max(x[j]) -> [i]);
    let _ = broadcast!(x[i].sum());
    let _ = broadcast!((x[i] * y[i]).mean());
    let _ = broadcast!(x[i] - x[i].max() -> [i]);
    let _ = broadcast!((x * y).sum());
    let _ = broadcast!(sum[k](x[k], y[k]));
    let _ = broadcast!(sum[k]());
}
