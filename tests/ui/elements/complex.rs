//! What complex numbers lack, and what only they have.

use ndweave::{Array, einsum};
use num_complex::Complex;

fn main() {
    let z = Array::<Complex<f64>, _>::zeros((3, 4));
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(z[i, j].max(z[i, j]) -> [i, j]);
    let _ = einsum!(if z[i, j] < z[j, i] { 1.0 } else { 0.0 } -> [i, j]);
    let _ = einsum!(z[i, j].floor() -> [i, j]);
    let n = Array::<f32, _>::zeros((3, 4));
    let _ = einsum!(z[i, j] * n[i, j] -> [i, j]);
    let _ = einsum!(2 * z[i, j] + n[i, j] -> [i, j]);
    let _ = einsum!((z[i, j] - n[i, j]).norm_sqr() -> [i, j]);
    let _ = einsum!(a[i, j] * z[i, j] * n[i, j] -> [i, j]);
    let _ = einsum!(a[i, j].re -> [i, j]);
    let _ = einsum!(a[i, j].arg() -> [i, j]);
    let _ = einsum!(z[i, j].re.im -> [i, j]);
    let _ = einsum!(z[i, j] as f64 -> [i, j]);
}
