//! A label with two constant extents: between operands, within one, and in the output.

use ndweave::{Array, Const, einsum, shape};

fn operands(a: &Array<f64, shape![2, 3]>, b: &Array<f64, shape![4, 5]>) {
    let _ = einsum!(a[i, j] * b[j, k] -> [i, k]);
    let _ = einsum!("ij,jk->ik", a, b);
    let _ = einsum!(a[row, inner] * b[inner, column] -> [row, column]);
    let _ = einsum!(a[i, j] + b[i, j] -> [i, j]);
}

fn diagonal(a: &Array<f64, shape![2, 3]>, cube: &Array<f64, shape![3, 3, 5]>) {
    let _ = einsum!(a[i, i]);
    let _ = einsum!("ii", a);
    let _ = einsum!(cube[n, n, n]);
    let _ = einsum!(a[both, both] -> [both]);
}

fn output(c: &mut Array<f64, shape![3, 7]>, a: &Array<f64, shape![2, 4]>) {
    einsum!(c[i, k] = a[i, j] * a[k, j]);
    einsum!(c[j, long] -= a[j, long]);
}

fn main() {
    let nested = [[1.0; 3]; 2];
    let run_time = Array::<f64, _>::zeros((Const::<4>, 3));
    let _ = einsum!(nested[i, j] * run_time[i, j]);
    // A stretched 1 is NumPy's form's only.
    let one = [[1.0; 1]; 2];
    let _ = einsum!(nested[i, j] * one[i, j] -> [i, j]);
}
