//! A result that is bound to another type.

use ndweave::{Array, Array1, Array2, einsum};

fn result(a: &Array2<f64>) -> Array2<f64> {
    einsum!(a[i, j] -> [i])
}

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let nested = [[1.0, 2.0], [3.0, 4.0]];
    let _: Array1<f64> = einsum!(a[i, j]);
    let _: f64 = einsum!(a[i, j] -> [i]);
    let _: Array2<f32> = einsum!(a[i, j] -> [j, i]);
    let _: Array1<f64> = einsum!(nested[i, j] -> [i]);
    let _: [f64; 3] = einsum!(nested[i, j] -> [i]);
    let _ = result(&a);
}
