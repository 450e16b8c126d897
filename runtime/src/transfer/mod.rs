//! Elements copied from one layout to another: strides, or lists of offsets, on either side of each axis.
//!
//! One of the rooms in which `unsafe` lives. Joining, tiling, padding and fancy indexing all state their copy as a
//! list of [`Axis`] and run it here. Transposes have a way of their own ([`turn`]).

mod turn;

use core::mem::MaybeUninit;

use crate::shape::{MAX_RANK, Shape};
use crate::view::{View, ViewMut};
use turn::Turn;

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

/// The axes of a copy, outermost first: two for each axis of an array at most.
pub(crate) struct Axes<'a> {
    axes: [Axis<'a>; 2 * MAX_RANK],
    rank: usize,
}

impl<'a> Axes<'a> {
    pub(crate) fn new() -> Self {
        Axes { axes: [Axis::strided(1, 0, 0); 2 * MAX_RANK], rank: 0 }
    }

    pub(crate) fn push(&mut self, axis: Axis<'a>) {
        self.axes[self.rank] = axis;
        self.rank += 1;
    }

    fn remove(&mut self, at: usize) {
        self.axes.copy_within(at + 1..self.rank, at);
        self.rank -= 1;
    }
}

impl<'a> core::ops::Deref for Axes<'a> {
    type Target = [Axis<'a>];
    fn deref(&self) -> &[Axis<'a>] {
        &self.axes[..self.rank]
    }
}

impl core::ops::DerefMut for Axes<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.axes[..self.rank]
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
    let mut fused = Axes::new();
    for axis in axes.iter().filter(|axis| axis.extent != 1 || !is_strided(axis)) {
        match fused.last().and_then(|outer| outer.fused(axis)) {
            Some(one) => *fused.last_mut().expect("an axis to fuse with") = one,
            None => fused.push(*axis),
        }
    }
    // SAFETY: the same elements under the same indices, by the caller's promise.
    unsafe {
        if !transpose(&mut fused, from, to) {
            nest(&fused, from, to);
        }
    }
}

/// Copies the elements at all indices of `axes` if two of these are a transpose, and tells whether they are.
///
/// # Safety
///
/// As [`transfer`], with positive extents; different indices lead to different places.
pub(crate) unsafe fn transpose<T: Copy>(axes: &mut Axes<'_>, from: *const T, to: *mut T) -> bool {
    let Some((turn, total)) = turned::<T>(axes) else { return false };
    // SAFETY: the caller's promise. Bytes that may be padding, so that all types of a size share the code.
    unsafe {
        match size_of::<T>() {
            1 => turns::<MaybeUninit<[u8; 1]>>(axes, turn, total, from.cast(), to.cast()),
            2 => turns::<MaybeUninit<[u8; 2]>>(axes, turn, total, from.cast(), to.cast()),
            4 => turns::<MaybeUninit<[u8; 4]>>(axes, turn, total, from.cast(), to.cast()),
            8 => turns::<MaybeUninit<[u8; 8]>>(axes, turn, total, from.cast(), to.cast()),
            16 => turns::<MaybeUninit<[u8; 16]>>(axes, turn, total, from.cast(), to.cast()),
            _ => turns::<T>(axes, turn, total, from, to),
        }
    }
    true
}

/// Takes two axes out that are a transpose, if there are such, and tells how many elements all axes have. Strided axes may change
/// places: different indices lead to different places then.
fn turned<T>(axes: &mut Axes<'_>) -> Option<(Turn, usize)> {
    if axes.len() < 2 || !axes.iter().all(is_strided) {
        return None;
    }
    let reading = axes.iter().position(|axis| matches!(axis.from, Steps::By(1)))?;
    let writing = axes.iter().position(|axis| matches!(axis.to, Steps::By(1)))?;
    let (Steps::By(to), Steps::By(from)) = (axes[reading].to, axes[writing].from) else { return None };
    let turn = Turn { rows: axes[writing].extent, columns: axes[reading].extent, from, to };
    if reading == writing || !turn.pays::<T>() {
        return None;
    }
    let total = axes.iter().map(|axis| axis.extent).product();
    axes.remove(reading.max(writing));
    axes.remove(reading.min(writing));
    Some((turn, total))
}

/// The loops around a transpose.
///
/// # Safety
///
/// As [`transfer`], with the axes of the transpose innermost.
unsafe fn turns<T: Copy>(axes: &[Axis<'_>], turn: Turn, total: usize, from: *const T, to: *mut T) {
    // SAFETY: the caller's promise.
    unsafe {
        match axes {
            [] => turn.run(from, to, total),
            [outer, inner @ ..] => {
                for i in 0..outer.extent {
                    let (from, to) = (from.wrapping_offset(outer.from.at(i)), to.wrapping_offset(outer.to.at(i)));
                    turns(inner, turn, total, from, to);
                }
            }
        }
    }
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

/// The axes of a copy with strides on both sides.
pub(crate) fn strided(extents: &[usize], from: &[isize], to: &[isize]) -> Axes<'static> {
    let mut axes = Axes::new();
    for (axis, &extent) in extents.iter().enumerate() {
        axes.push(Axis::strided(extent, from[axis], to[axis]));
    }
    axes
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
    let axes = strided(extents.as_ref(), from.strides().as_ref(), to.strides().as_ref());
    // SAFETY: each index leads to an initialised element of `from`, and to a place of `to`, which is borrowed exclusively.
    unsafe { transfer(&axes, from.as_ptr(), to.as_mut_ptr().cast()) }
}
