//! A product of matrices whose labels are swapped.

use ndweave::{Array, Extent, einsum};

fn first<I: Extent, J: Extent, K: Extent>(a: &Array<f64, (I, J)>, b: &Array<f64, (J, K)>) -> Array<f64, (J, K)> {
    einsum!(a[j, i] * b[j, k] -> [i, k])
}

fn second<I: Extent, J: Extent, K: Extent>(a: &Array<f64, (I, J)>, b: &Array<f64, (J, K)>) -> Array<f64, (I, J)> {
    einsum!(a[i, j] * b[k, j] -> [i, k])
}

fn string<M: Extent, N: Extent>(a: &Array<f64, (M, N)>, b: &Array<f64, (M, N)>) -> Array<f64, (M, N)> {
    einsum!("mn,nk->mk", a, b)
}

fn into<Row: Extent, Column: Extent>(c: &mut Array<f64, (Column, Row)>, a: &Array<f64, (Row, Column)>) {
    einsum!(c[row, column] += a[row, column]);
}

fn main() {}
