//! What stands in the brackets of a reduction.

use ndweave::{Array, broadcast};

fn main() {
    let x = Array::<f64, _>::zeros((3, 4));
    let _ = broadcast!(sum[](x[i, j]) -> [i, j]);
    let _ = broadcast!(sum[..](x[i, j]));
    let _ = broadcast!(sum[0](x[0, j]) -> [j]);
    let _ = broadcast!(sum[i, i](x[i, j]) -> [j]);
    let _ = broadcast!(sum[i + 1](x[i, j]) -> [j]);
    let _ = broadcast!(sum[_](x[i, j]));
    let _ = broadcast!(max[k](x[i, j]) -> [i, j]);
    let _ = broadcast!(sum[k](x[i, j] * k as f64) -> [i, j]);
}
