//! The index algebra: how the shape, the strides and the offset of one view follow from those of another.
//!
//! Nothing here touches an element, and nothing is `unsafe`; the views rely on two postconditions
//! of every method of [`Geometry`] that makes a geometry from another one:
//!
//! * **Within**: each index of the result leads to an element that an index of the original leads to.
//! * **Distinct**: if different indices of the original lead to different elements, so do different
//!   indices of the result. [`broadcast`](Geometry::broadcast), [`windows`](Geometry::windows) and
//!   [`windows_along`](Geometry::windows_along) are the exceptions, and say so.
//!
//! Arithmetic on strides wraps. Where every extent is positive no sum can overflow, because it is the
//! distance of two elements that exist; where an extent is 0 the strides mean nothing, and
//! [`Geometry::settled`] keeps the offset at 0 so that no address outside is ever formed.
#![deny(unsafe_code)]

mod axes;
mod broadcast;
mod offsets;
mod overlap;
mod reshape;
mod slice;
mod windows;

pub(crate) use broadcast::broadcast_strides;
pub(crate) use offsets::Offsets;
pub(crate) use overlap::{check_reach, self_overlaps};
pub(crate) use reshape::fitted;
pub(crate) use slice::{Item, Placed, Resolved, Stop, placed};

use crate::error::ShapeError;
use crate::shape::Shape;

/// Where the elements of a view stand: `offset + Σ index·stride`, counted in elements from the first
/// element of the view that this one is derived from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Geometry<S: Shape> {
    pub(crate) shape: S,
    pub(crate) strides: S::Strides,
    pub(crate) offset: isize,
}

impl<S: Shape> Geometry<S> {
    /// The geometry of a whole view.
    #[inline(always)]
    pub(crate) fn of(shape: S, strides: S::Strides) -> Self {
        Geometry { shape, strides, offset: 0 }
    }

    /// A geometry from plain numbers; the extents must be those that the type `S` knows.
    #[inline(always)]
    fn from_parts(extents: S::Index, strides: S::Strides, offset: isize) -> Self {
        Geometry { shape: shape_from(extents), strides, offset }.settled()
    }

    #[inline(always)]
    fn extent(&self, axis: usize) -> usize {
        self.shape.extents().as_ref()[axis]
    }

    #[inline(always)]
    fn stride(&self, axis: usize) -> isize {
        self.strides.as_ref()[axis]
    }

    /// The same with offset 0 where there are no elements.
    #[inline(always)]
    fn settled(mut self) -> Self {
        if self.shape.extents().as_ref().contains(&0) {
            self.offset = 0;
        }
        self
    }
}

/// The shape of these extents, where the type follows from the operation that computed them.
#[inline(always)]
pub(crate) fn shape_from<S: Shape>(extents: S::Index) -> S {
    match S::from_extents(extents.as_ref()) {
        Some(shape) => shape,
        None => unreachable!("extents {:?} in a shape of constant extents {:?}", extents.as_ref(), S::STATIC),
    }
}

/// The offset of an index, or the axis on which it is out of bounds.
#[inline(always)]
pub(crate) fn offset_of(index: &[usize], extents: &[usize], strides: &[isize]) -> Result<isize, usize> {
    let mut offset = 0isize;
    for axis in 0..extents.len() {
        if index[axis] >= extents[axis] {
            return Err(axis);
        }
        offset = offset.wrapping_add((index[axis] as isize).wrapping_mul(strides[axis]));
    }
    Ok(offset)
}

/// Whether these strides are row-major, so that the elements stand one after the other.
#[inline]
pub(crate) fn is_row_major(extents: &[usize], strides: &[isize]) -> bool {
    let mut step = 1isize;
    let mut dense = true;
    for (&extent, &stride) in extents.iter().zip(strides).rev() {
        if extent == 0 {
            return true;
        }
        // The stride of an axis of extent 1 is never used.
        dense &= extent == 1 || stride == step;
        step = step.wrapping_mul(extent as isize);
    }
    dense
}

#[cold]
pub(crate) fn out_of_bounds(index: impl core::fmt::Display, axis: usize, extent: usize) -> ShapeError {
    ShapeError::new(format!("index {index} is out of bounds for axis {axis} with extent {extent}"))
}
