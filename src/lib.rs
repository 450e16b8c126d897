//! facade
pub use ndweave_runtime::*;

#[doc(hidden)]
pub use ndweave_macros::{__einsum, __s};

/// Einstein's sum over labelled operands.
#[macro_export]
macro_rules! einsum {
    ($($input:tt)*) => { $crate::__einsum! { $crate; einsum; $($input)* } };
}

/// [`einsum!`] that returns run-time errors.
#[macro_export]
macro_rules! try_einsum {
    ($($input:tt)*) => { $crate::__einsum! { $crate; try_einsum; $($input)* } };
}

/// What [`einsum!`] will do.
#[macro_export]
macro_rules! einsum_path {
    ($($input:tt)*) => { $crate::__einsum! { $crate; einsum_path; $($input)* } };
}

/// Subscripts for [`Array::slice`] and its kin, in NumPy's notation: one for each axis, those that are
/// missing keep their axes.
///
/// | subscript | the axis |
/// |---|---|
/// | `i`, any integer | goes; a negative index counts from the end |
/// | `a..b`, `a..`, `..b`, `a..=b` | keeps the entries of the range, clipped to the axis as NumPy clips; negative bounds count from the end |
/// | `a..b;c`, `..;-1` | the same by a step, backwards where that is negative |
/// | `..` | is kept whole, and a constant or named extent stays one |
/// | `...` | stands for as many whole axes as the others leave over |
/// | `NewAxis` | is new, of extent 1 |
///
/// Expressions stand for what their type is, so `r` may be a range. More subscripts than axes are an
/// error of the compiler.
///
/// ```
/// use ndweave::{Array, s};
/// let a = Array::from_fn((3, 4), |[i, j]| 10 * i + j);
/// assert_eq!(a.slice(s![1, ..]).to_vec(), [10, 11, 12, 13]);
/// assert_eq!(a.slice(s![.., -1]).to_vec(), [3, 13, 23]);
/// assert_eq!(a.slice(s![1.., ..;-2]).to_vec(), [13, 11, 23, 21]);
/// assert_eq!(a.slice(s![..., NewAxis]).extents(), [3, 4, 1]);
/// ```
#[macro_export]
macro_rules! s {
    ($($subscripts:tt)*) => { $crate::__s! { $crate; $($subscripts)* } };
}
