//! An output whose elements are of another type than the kernel's.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let mut c = Array::<f32, _>::zeros((3, 4));
    let mut n = Array::<i32, _>::zeros(3);
    einsum!(c[i, j] = a[i, j]);
    einsum!(n[i] += a[i, j] * a[i, j]);
    einsum!(c[i, j] -= a[i, j].sqrt());
}
