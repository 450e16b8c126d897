//! Elements copied from one layout to another: strides, or lists of offsets, on either side of each axis.
//!
//! One of the rooms in which `unsafe` lives. Joining, tiling, padding and fancy indexing all state their copy as a
//! list of [`Axis`] and run it here.

use core::mem::MaybeUninit;

use crate::shape::Shape;
use crate::view::{View, ViewMut};

/// Where the entries of an axis stand, in elements from the first.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Steps<'a> {
    /// Entry `i` at `i` times this.
    By(isize),
    /// Entry `i` at the `i`-th of these.
    To(&'a [isize]),
}

impl Steps<'_> {
    #[inline(always)]
    fn at(self, entry: usize) -> isize {
        match self {
            Steps::By(stride) => stride.wrapping_mul(entry as isize),
            Steps::To(offsets) => offsets[entry],
        }
    }
}

/// One axis of a copy. A list on one of its sides has `extent` offsets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Axis<'a> {
    pub(crate) extent: usize,
    pub(crate) from: Steps<'a>,
    pub(crate) to: Steps<'a>,
}

impl<'a> Axis<'a> {
    /// An axis with strides on both sides.
    pub(crate) fn strided(extent: usize, from: isize, to: isize) -> Self {
        Axis { extent, from: Steps::By(from), to: Steps::By(to) }
    }

    /// This axis and the next one within it as one, where strides allow.
    fn fused(&self, inner: &Axis<'a>) -> Option<Axis<'a>> {
        let (Steps::By(from), Steps::By(to)) = (self.from, self.to) else { return None };
        let (Steps::By(inner_from), Steps::By(inner_to)) = (inner.from, inner.to) else { return None };
        let follows = |outer: isize, within: isize| within.wrapping_mul(inner.extent as isize) == outer;
        (follows(from, inner_from) && follows(to, inner_to))
            .then(|| Axis::strided(self.extent * inner.extent, inner_from, inner_to))
    }
}

/// Copies the elements at all indices of `axes`, the last axis innermost, from one side to the other. Where several indices
/// lead to one place, the last of them in row-major order wins.
///
/// # Safety
///
/// Where no extent is 0, every index leads from `from` to an initialised element, and from `to` to a place that may be written and is
/// none of these elements.
pub(crate) unsafe fn transfer<T: Copy>(axes: &[Axis<'_>], from: *const T, to: *mut T) {
    if axes.iter().any(|axis| axis.extent == 0) {
        return;
    }
    let mut fused: Vec<Axis<'_>> = Vec::with_capacity(axes.len());
    for axis in axes.iter().filter(|axis| axis.extent != 1 || !is_strided(axis)) {
        match fused.last().and_then(|outer| outer.fused(axis)) {
            Some(one) => *fused.last_mut().expect("an axis to fuse with") = one,
            None => fused.push(*axis),
        }
    }
    // SAFETY: the same elements under the same indices, by the caller's promise.
    unsafe { nest(&fused, from, to) }
}

fn is_strided(axis: &Axis<'_>) -> bool {
    matches!((axis.from, axis.to), (Steps::By(_), Steps::By(_)))
}

/// The loops of [`transfer`], whose extents are positive.
///
/// # Safety
///
/// As there.
unsafe fn nest<T: Copy>(axes: &[Axis<'_>], from: *const T, to: *mut T) {
    // SAFETY: indices below the extents, by the caller's promise; sums of steps are distances of elements, and those on the way
    // wrap.
    unsafe {
        match axes {
            [] => to.write(from.read()),
            [last] => line(last, from, to),
            [outer, inner @ ..] => {
                for i in 0..outer.extent {
                    nest(inner, from.wrapping_offset(outer.from.at(i)), to.wrapping_offset(outer.to.at(i)));
                }
            }
        }
    }
}

/// The innermost loop.
///
/// # Safety
///
/// As [`transfer`], with this axis alone.
#[inline]
unsafe fn line<T: Copy>(axis: &Axis<'_>, from: *const T, to: *mut T) {
    let extent = axis.extent;
    // SAFETY: the caller's promise, for each entry.
    unsafe {
        match (axis.from, axis.to) {
            (Steps::By(1), Steps::By(1)) => core::ptr::copy_nonoverlapping(from, to, extent),
            (Steps::By(0), Steps::By(1)) => {
                let value = from.read();
                (0..extent).for_each(|i| to.add(i).write(value));
            }
            (Steps::To(offsets), Steps::By(1)) => {
                for (i, &offset) in offsets[..extent].iter().enumerate() {
                    to.add(i).write(from.offset(offset).read());
                }
            }
            (Steps::By(step), Steps::To(offsets)) => {
                for (i, &offset) in offsets[..extent].iter().enumerate() {
                    to.offset(offset).write(from.wrapping_offset(step.wrapping_mul(i as isize)).read());
                }
            }
            (read, write) => {
                for i in 0..extent {
                    to.wrapping_offset(write.at(i)).write(from.wrapping_offset(read.at(i)).read());
                }
            }
        }
    }
}

/// Copies the elements of a view to the places of another of the same extents.
///
/// # Panics
///
/// When the extents differ.
#[track_caller]
pub(crate) fn write<T: Copy, S: Shape, R: Shape>(from: View<'_, T, S>, mut to: ViewMut<'_, MaybeUninit<T>, R>) {
    let extents = from.extents();
    assert_eq!(extents.as_ref(), to.extents().as_ref(), "places for as many elements as there are");
    let (read, written) = (from.strides(), to.strides());
    let strides = read.as_ref().iter().zip(written.as_ref());
    let axes: Vec<_> =
        extents.as_ref().iter().zip(strides).map(|(&extent, (&from, &to))| Axis::strided(extent, from, to)).collect();
    // SAFETY: each index leads to an initialised element of `from`, and to a place of `to`, which is borrowed exclusively.
    unsafe { transfer(&axes, from.as_ptr(), to.as_mut_ptr().cast()) }
}
