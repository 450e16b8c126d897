//! A `let` that no one reads.
#![deny(unused_variables)]

use ndweave::{Array, broadcast};

fn main() {
    let x = Array::<f64, _>::zeros(3);
    let mut out = Array::<f64, _>::zeros(3);
    let _ = broadcast!({ let unused = x[i]; let d = x[i] * 2.0; d * sum[k](d * x[k]) } -> [i]);
    broadcast! { let mean_of_x = mean[k](x[k]); let d = x[i]; out[i] = sum[k](d * x[k]); }
}
