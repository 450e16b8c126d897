//! Matrices by their diagonals: ones or given elements on one of them, and triangles on one side of it.
//!
//! Diagonal `k` is that of the elements `[i, i + k]`: 0 is the main one, 1 the next one above it, -1 the next one below.

use super::Array;
use crate::axes::{Diagonal, Matrices};
use crate::element::Element;
use crate::extent::Dyn;
use crate::operand::Operand;
use crate::shape::{IntoShape, Shape};
use crate::view::{View, ViewMut};

impl<T: Element, S: Diagonal> Array<T, S> {
    /// A matrix with ones on diagonal `k`, and zeros elsewhere.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::<i32, _>::eye_at((2, 3), 1), [[0, 1, 0], [0, 0, 1]]);
    /// assert_eq!(Array::<i32, _>::eye_at((3, 2), -1), [[0, 0], [1, 0], [0, 1]]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn eye_at(shape: impl IntoShape<Shape = S>, k: isize) -> Self {
        let mut matrix = Self::zeros(shape);
        matrix.diag_at_mut(k).fill(T::one());
        matrix
    }

    /// A matrix with ones on diagonal `k` and below it, and zeros above.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::<u8, _>::tri((3, 4), 1), [[1, 1, 0, 0], [1, 1, 1, 0], [1, 1, 1, 1]]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn tri(shape: impl IntoShape<Shape = S>, k: isize) -> Self {
        let mut matrix = Self::zeros(shape);
        rows_mut(&mut matrix, |i, row| {
            let end = columns_before(row.len(), i, k.saturating_add(1));
            row[..end].fill(T::one());
        });
        matrix
    }
}

impl<T: Element> Array<T, (Dyn, Dyn)> {
    /// A square matrix with these elements on diagonal `k`, and zeros elsewhere: NumPy's `diag(v, k)`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from_diag_at(&[5, 6], 1), [[0, 5, 0], [0, 0, 6], [0, 0, 0]]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the matrix is too large to exist.
    #[track_caller]
    pub fn from_diag_at<O: Operand<Elem = T, Shape: Shape<Index = [usize; 1]>> + ?Sized>(
        diagonal: &O,
        k: isize,
    ) -> Self {
        let diagonal = diagonal.as_view();
        let n = diagonal.len().saturating_add(k.unsigned_abs());
        let mut matrix = Self::zeros((n, n));
        matrix.diag_at_mut(k).assign(&diagonal);
        matrix
    }
}

/// How many columns of row `i` stand before diagonal `k`.
fn columns_before(columns: usize, i: usize, k: isize) -> usize {
    (i as isize).saturating_add(k).clamp(0, columns as isize) as usize
}

/// Calls `f` with each row of each matrix in the last two axes, and its number within its matrix.
fn rows_mut<T: Copy, S: Shape>(array: &mut Array<T, S>, mut f: impl FnMut(usize, &mut [T])) {
    let extents = array.extents();
    let &[.., rows, columns] = extents.as_ref() else { return };
    if columns > 0 {
        array.as_mut_slice().chunks_exact_mut(columns).enumerate().for_each(|(n, row)| f(n % rows, row));
    }
}

impl<T: Element, S: Matrices> View<'_, T, S> {
    /// As [`Array::tril`].
    pub fn tril(&self, k: isize) -> Array<T, S> {
        let mut lower = self.to_owned();
        rows_mut(&mut lower, |i, row| {
            let start = columns_before(row.len(), i, k.saturating_add(1));
            row[start..].fill(T::zero());
        });
        lower
    }

    /// As [`Array::triu`].
    pub fn triu(&self, k: isize) -> Array<T, S> {
        let mut upper = self.to_owned();
        rows_mut(&mut upper, |i, row| {
            let end = columns_before(row.len(), i, k);
            row[..end].fill(T::zero());
        });
        upper
    }
}

macro_rules! triangles {
    ($A:ident [$($lifetime:tt)*]) => {
        impl<T: Element, S: Matrices> $A<$($lifetime)* T, S> {
            /// A copy with zeros above diagonal `k` of the last two axes.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
            /// assert_eq!(a.tril(0), [[1, 0, 0], [4, 5, 0], [7, 8, 9]]);
            /// assert_eq!(a.tril(-1), [[0, 0, 0], [4, 0, 0], [7, 8, 0]]);
            /// ```
            pub fn tril(&self, k: isize) -> Array<T, S> {
                self.view().tril(k)
            }

            /// A copy with zeros below diagonal `k` of the last two axes.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
            /// assert_eq!(a.triu(0), [[1, 2, 3], [0, 5, 6], [0, 0, 9]]);
            /// assert_eq!(a.triu(1), [[0, 2, 3], [0, 0, 6], [0, 0, 0]]);
            /// ```
            pub fn triu(&self, k: isize) -> Array<T, S> {
                self.view().triu(k)
            }
        }
    };
}

triangles!(Array []);
triangles!(ViewMut ['_,]);
