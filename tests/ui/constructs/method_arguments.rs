//! A method with too many or too few arguments.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(a[i, j].sqrt(2.0) -> [i, j]);
    let _ = einsum!(a[i, j].powi() -> [i, j]);
    let _ = einsum!(a[i, j].clamp(1.0) -> [i, j]);
    let _ = einsum!(a[i, j].max(1.0, 2.0) -> [i, j]);
    let _ = einsum!(f64::min(a[i, j]) -> [i, j]);
    let _ = einsum!(a[i, j].log() -> [i, j]);
    let _ = einsum!(a[i, j].ln(2.0) -> [i, j]);
}
