//! A method that elements do not have.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(a[i, j].sqr() -> [i, j]);
    let _ = einsum!(a[i, j].squrt() -> [i, j]);
    let _ = einsum!(a[i, j].square() -> [i, j]);
    let _ = einsum!(a[i, j].arctan2(1.0) -> [i, j]);
    let _ = einsum!(a[i, j].power(2) -> [i, j]);
    let _ = einsum!(a[i, j].sum() -> [i]);
    let _ = einsum!(a[i, j].frobnicate() -> [i, j]);
    let _ = einsum!(a[i, j].expp().loge() -> [i, j]);
}
