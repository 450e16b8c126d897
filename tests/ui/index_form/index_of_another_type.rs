//! An index that is no integer.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let name = String::from("first");
    let _ = einsum!(a[1.0, j] -> [j]);
    let _ = einsum!(a["first", j] -> [j]);
    let _ = einsum!(a[i, { name }] -> [i]);
    let _ = einsum!(a[i, true] -> [i]);
}
