//! Arrays joined along an axis, old or new.

use super::{Array, Uninit};
use crate::axes::{EditAxis, InsertAxis};
use crate::error::{ShapeError, expect};
use crate::extent::Dyn;
use crate::index::shape_from;
use crate::operand::Operand;
use crate::shape::Shape;
use crate::transfer::{Axes, Axis, transfer};
use crate::view::View;

impl<T: Copy, S: Shape> Array<T, S> {
    /// The parts one after the other along axis `AXIS`.
    ///
    /// Parts of different constant extents have different types; [`Array::view_dynamic`] gives them one.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from_fn((2, 2), |[i, j]| 10 * i + j);
    /// let b = Array::full((2, 1), 7);
    /// let c = Array::concat::<1>(&[&a, &b]);
    /// assert_eq!(c.extents(), [2, 3]);
    /// assert_eq!(c.as_slice(), [0, 1, 7, 10, 11, 7]);
    /// ```
    ///
    /// # Panics
    ///
    /// When there are no parts, they differ in another axis, or the result is too large to exist.
    #[track_caller]
    pub fn concat<const AXIS: usize>(parts: &[impl Operand<Elem = T, Shape = S>]) -> Array<T, S::With<Dyn>>
    where
        S: EditAxis<AXIS>,
    {
        expect(Self::try_concat::<AXIS>(parts))
    }

    /// As [`Array::concat`], with a `Result`.
    ///
    /// # Errors
    ///
    /// When there are no parts, they differ in another axis, or the result is too large to exist.
    pub fn try_concat<const AXIS: usize>(
        parts: &[impl Operand<Elem = T, Shape = S>],
    ) -> Result<Array<T, S::With<Dyn>>, ShapeError>
    where
        S: EditAxis<AXIS>,
    {
        let views: Vec<_> = parts.iter().map(|part| part.as_view()).collect();
        let mut extents = common_extents("concat", &views, Some(AXIS))?;
        let along = |sum: usize, view: &View<T, S>| sum.checked_add(view.extents().as_ref()[AXIS]);
        extents.as_mut()[AXIS] = views
            .iter()
            .try_fold(0, along)
            .ok_or_else(|| ShapeError::new(format!("concat: the sum of the extents along axis {AXIS} overflows")))?;
        joined(shape_from(extents), &views, AXIS)
    }

    /// The parts, all of one shape, as the entries of a new axis `AXIS`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let (a, b) = (Array::from([1, 2, 3]), Array::from([4, 5, 6]));
    /// assert_eq!(Array::stack::<0>(&[&a, &b]).as_slice(), [1, 2, 3, 4, 5, 6]);
    /// assert_eq!(Array::stack::<1>(&[&a, &b]).as_slice(), [1, 4, 2, 5, 3, 6]);
    /// ```
    ///
    /// # Panics
    ///
    /// When there are no parts, they differ in an axis, or the result is too large to exist.
    #[track_caller]
    pub fn stack<const AXIS: usize>(parts: &[impl Operand<Elem = T, Shape = S>]) -> Array<T, S::Longer<Dyn>>
    where
        S: InsertAxis<AXIS>,
    {
        expect(Self::try_stack::<AXIS>(parts))
    }

    /// As [`Array::stack`], with a `Result`.
    ///
    /// # Errors
    ///
    /// When there are no parts, they differ in an axis, or the result is too large to exist.
    pub fn try_stack<const AXIS: usize>(
        parts: &[impl Operand<Elem = T, Shape = S>],
    ) -> Result<Array<T, S::Longer<Dyn>>, ShapeError>
    where
        S: InsertAxis<AXIS>,
    {
        let views: Vec<_> = parts.iter().map(|part| part.as_view()).collect();
        let common = common_extents("stack", &views, None)?;
        let mut extents = <S::Longer<Dyn> as Shape>::Index::default();
        let (before, from) = common.as_ref().split_at(AXIS);
        extents.as_mut()[..AXIS].copy_from_slice(before);
        extents.as_mut()[AXIS] = views.len();
        extents.as_mut()[AXIS + 1..].copy_from_slice(from);
        joined(shape_from(extents), &views, AXIS)
    }
}

/// The extents of all parts, which agree on every axis but `along`.
fn common_extents<T, S: Shape>(
    what: &str,
    parts: &[View<'_, T, S>],
    along: Option<usize>,
) -> Result<S::Index, ShapeError> {
    let Some(first) = parts.first() else {
        return Err(ShapeError::new(format!("{what}: there are no parts")));
    };
    let expected = first.extents();
    for (number, part) in parts.iter().enumerate().skip(1) {
        let extents = part.extents();
        for axis in (0..S::RANK).filter(|&axis| Some(axis) != along) {
            let (have, want) = (extents.as_ref()[axis], expected.as_ref()[axis]);
            if have != want {
                return Err(ShapeError::new(format!(
                    "{what}: axis {axis} has extent {want} in part 0 (shape {:?}) but {have} in part {number} (shape {:?})",
                    expected.as_ref(),
                    extents.as_ref()
                )));
            }
        }
    }
    Ok(expected)
}

/// An array of this shape that holds at each index of the axes before `axis` what the parts have there, part after
/// part. They have as many elements as the shape.
fn joined<T: Copy, S: Shape, R: Shape>(
    shape: R,
    parts: &[View<'_, T, S>],
    axis: usize,
) -> Result<Array<T, R>, ShapeError> {
    let mut whole = Uninit::<T, R>::new(shape)?;
    let len = |extents: &[usize]| extents.iter().product::<usize>() as isize;
    // How far the elements of one index of the axes before are from those of the next.
    let period: isize = parts.iter().map(|part| len(&part.extents().as_ref()[axis..])).sum();
    let mut first = 0;
    for part in parts {
        let (extents, strides) = (part.extents(), part.strides());
        let mut axes = Axes::new();
        for k in 0..S::RANK {
            let extents = extents.as_ref();
            let step = if k < axis { period * len(&extents[k + 1..axis]) } else { len(&extents[k + 1..]) };
            axes.push(Axis::strided(extents[k], strides.as_ref()[k], step));
        }
        // SAFETY: the result is row-major. Each index of the axes before `axis` leads to a block of `period` elements, and the
        // blocks follow each other; in a block, the parts do, each row-major.
        unsafe { transfer(&axes, part.as_ptr(), whole.as_mut_ptr().wrapping_offset(first)) }
        first += len(&extents.as_ref()[axis..]);
    }
    // SAFETY: all parts of all blocks have been written.
    Ok(unsafe { whole.assume_init() })
}
