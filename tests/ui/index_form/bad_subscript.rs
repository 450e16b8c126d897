//! A subscript that is no label, no index and not `..`.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let n = 2;
    let _ = einsum!(a[0..2, j] -> [j]);
    let _ = einsum!(a[i, 1..] -> [i]);
    let _ = einsum!(a[i + 1, j] -> [i, j]);
    let _ = einsum!(a[n.min(1), j] -> [j]);
    let _ = einsum!(a[_, j] -> [j]);
    let _ = einsum!(a[..=3, j] -> [j]);
    let _ = einsum!(a[&i, (j)] -> [j]);
    let _ = einsum!(a[i, j] -> [i, j + 1]);
    let _ = einsum!(a[self::i, j] -> [j]);
}
