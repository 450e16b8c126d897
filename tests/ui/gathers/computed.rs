//! Computations with the elements of index arrays.

use ndweave::{Array2, broadcast, einsum};

fn main() {
    let t = Array2::<f64>::zeros((3, 4));
    let (ix, wide) = (vec![0usize, 2], vec![0i64, 2]);
    let _ = broadcast!(t[ix[i] + 1, j] -> [i, j]);
    let _ = broadcast!(t[wide[i] as usize, j] -> [i, j]);
    let _ = broadcast!(t[-wide[i], j] -> [i, j]);
    let _ = einsum!(t[wide[i].abs(), j] -> [i, j]);
    let _ = einsum!(t[2 * ix[i], k] -> [i]);
}
