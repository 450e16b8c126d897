//! The rows, by kind. In each: ours, the loop by hand, the plain loop or iterator, `ndarray` as its documentation advises.

use ndweave::Array2;

pub mod elementwise;
pub mod grids;
pub mod latency;
mod numbers;
pub mod reductions;

pub use numbers::{matrix, numbers};

/// A matrix as `ndarray` sees it.
pub fn theirs(x: &Array2<f64>) -> ndarray::ArrayView2<'_, f64> {
    let [rows, columns] = x.extents();
    ndarray::ArrayView2::from_shape((rows, columns), x.as_slice()).expect("a matrix")
}

/// Elements in row-major order, to write to, as `ndarray` sees them.
pub fn theirs_mut(out: &mut [f64], columns: usize) -> ndarray::ArrayViewMut2<'_, f64> {
    ndarray::ArrayViewMut2::from_shape((out.len() / columns, columns), out).expect("a matrix")
}

/// Elements in row-major order, to write to, as we see them.
pub fn ours_mut(out: &mut [f64], columns: usize) -> ndweave::ViewMut<'_, f64, (ndweave::Dyn, ndweave::Dyn)> {
    let rows = out.len() / columns;
    ndweave::ViewMut::from_slice_strided(out, (rows, columns), [columns as isize, 1], 0).expect("a matrix")
}
