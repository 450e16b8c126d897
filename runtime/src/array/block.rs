//! Matrices put together from columns, and from blocks.

use super::{Array, Array2};
use crate::error::{ShapeError, expect};
use crate::extent::Extent;
use crate::operand::Operand;
use crate::shape::Shape;
use crate::view::{View, View2};

/// The shape of columns of a matrix: one column, or several.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "an array of shape `{Self}` is not a column, nor a matrix of columns",
    label = "only an array of one or two axes is"
)]
pub trait Columns: Shape {
    /// As a matrix.
    fn matrix<T: Copy>(view: View<'_, T, Self>) -> View2<'_, T>;
}

impl<I: Extent> Columns for (I,) {
    fn matrix<T: Copy>(view: View<'_, T, Self>) -> View2<'_, T> {
        view.insert_axis::<1>().view_dynamic()
    }
}

impl<I: Extent, J: Extent> Columns for (I, J) {
    fn matrix<T: Copy>(view: View<'_, T, Self>) -> View2<'_, T> {
        view.view_dynamic()
    }
}

impl<T: Copy> Array2<T> {
    /// The matrix of these columns: arrays of rank 1, or matrices, side by side.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let (x, y) = (vec![1, 2, 3], vec![4, 5, 6]);
    /// assert_eq!(Array::column_stack(&[&x, &y]), [[1, 4], [2, 5], [3, 6]]);
    /// ```
    ///
    /// # Panics
    ///
    /// When there are no parts, they differ in axis 0, or the result is too large to exist.
    #[track_caller]
    pub fn column_stack<S: Columns>(parts: &[impl Operand<Elem = T, Shape = S>]) -> Self {
        let matrices: Vec<_> = parts.iter().map(|part| S::matrix(part.as_view())).collect();
        Array::concat::<1>(&matrices)
    }

    /// [`block!`](crate::block) of rows of views.
    ///
    /// # Errors
    ///
    /// When there are no blocks, those of a row differ in axis 0, the rows differ in axis 1, or the result is too large to
    /// exist.
    pub fn try_block(rows: &[&[View2<'_, T>]]) -> Result<Self, ShapeError> {
        let numbered = |(number, row): (usize, &&[View2<'_, T>])| {
            Array::try_concat::<1>(row).map_err(|error| ShapeError::new(format!("block: in row {number}, {error}")))
        };
        let rows: Vec<Array2<T>> = rows.iter().enumerate().map(numbered).collect::<Result<_, _>>()?;
        Array::try_concat::<0>(&rows).map_err(|error| ShapeError::new(format!("block: of the rows, {error}")))
    }

    /// [`Array2::try_block`] for the macro.
    #[doc(hidden)]
    #[track_caller]
    pub fn from_blocks(rows: &[&[View2<'_, T>]]) -> Self {
        expect(Self::try_block(rows))
    }
}

/// Makes a matrix from blocks: `block![[a, b], [c, d]]`.
///
/// Blocks are [operands](crate::Operand) of rank 2 with one element type. Those of a row have one extent along axis 0, and all rows
/// together have one extent along axis 1.
///
/// ```
/// use ndweave_runtime::{Array, block};
/// let a = Array::<i32, _>::eye(2);
/// let m = block![[a, [[5], [6]]], [[[7, 8]], [[9]]]];
/// assert_eq!(m, [[1, 0, 5], [0, 1, 6], [7, 8, 9]]);
/// ```
///
/// # What becomes of it
///
/// A call of [`Array2::from_blocks`] with a view of each block; every element is copied once. The result's extents are known at run time only.
///
/// # Compile errors
///
/// Blocks of another rank or element type are views of another type than the first one:
///
/// ```compile_fail,E0308
/// use ndweave_runtime::block;
/// block![[[[1, 2]], [[1.5, 2.5]]]]; // expected `View<'_, i32, (Dyn, Dyn)>`, found `View<'_, {float}, (Dyn, Dyn)>`
/// ```
///
/// # Panics
///
/// When the extents do not fit; [`Array2::try_block`] returns the error.
#[macro_export]
macro_rules! block {
    ($([$($part:expr),+ $(,)?]),+ $(,)?) => {
        $crate::Array2::from_blocks(&[$(&[$($crate::Operand::as_view(&$part).view_dynamic()),+]),+])
    };
}
