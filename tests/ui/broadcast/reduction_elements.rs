//! Reductions of elements that do not have them.

use ndweave::{Array, broadcast};
use num_complex::Complex;

fn main() {
    let x = Array::<f64, _>::zeros((3, 4));
    let n = Array::<i32, _>::zeros(3);
    let z = Array::<Complex<f64>, _>::zeros(3);
    let _ = broadcast!(all[j](x[i, j]) -> [i]);
    let _ = broadcast!(any[i](n[i]));
    let _ = broadcast!(count[j](x[i, j]) -> [i]);
    let _ = broadcast!(mean[i](n[i]));
    let _ = broadcast!(max[i](z[i]));
    let _ = broadcast!(argmin[i](z[i]));
}
