//! Inverses of matrices, many at once.

use ndweave::{Array, Extent, einsum};

/// The inverse of each matrix of a stack, by Gauss and Jordan.
///
/// Covariances are positive definite, and for such matrices elimination needs no exchange of rows. Each step is a
/// rank-one update of every matrix, and reads or writes one row or column: `{ p }` in brackets fixes an axis.
pub fn inverses<S: Extent, K: Extent>(matrices: &Array<f64, (S, K, K)>) -> Array<f64, (S, K, K)> {
    let mut left = matrices.clone();
    let mut right = Array::from_fn(matrices.shape(), |[_, i, j]| f64::from(i == j));
    for p in 0..matrices.shape().1.get() {
        let column = einsum!(left[s, i, { p }] -> [s, i]);
        let left_row = einsum!(left[s, { p }, j] / left[s, { p }, { p }] -> [s, j]);
        let right_row = einsum!(right[s, { p }, j] / left[s, { p }, { p }] -> [s, j]);
        einsum!(left[s, i, j] -= column[s, i] * left_row[s, j]);
        einsum!(right[s, i, j] -= column[s, i] * right_row[s, j]);
        einsum!(left[s, { p }, j] = left_row[s, j]);
        einsum!(right[s, { p }, j] = right_row[s, j]);
    }
    right
}
