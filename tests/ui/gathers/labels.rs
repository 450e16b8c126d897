//! Labels that only index arrays carry, and outputs that do not fit.

use ndweave::{Array2, broadcast, einsum};

fn main() {
    let t = Array2::<f64>::zeros((3, 4));
    let (ix, bags) = (vec![0usize, 2], Array2::<u8>::zeros((2, 5)));
    let _ = broadcast!(t[ix[i], j] -> [j]);
    let _ = broadcast!(t[bags[i, k], j] -> [i, j]);
    let _ = broadcast!(sum[k](t[ix[i], j]) -> [i, j]);
    let _ = einsum!(t[ix[i], k] -> [ix]);
    let _ = broadcast!(t[ix, j] + t[ix[i], j] -> [i, j]);
    let _ = broadcast!(t[ix[i], .., ..] -> [i, ..]);
}
