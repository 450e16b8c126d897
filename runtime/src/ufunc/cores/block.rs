//! Where the core elements of points lie: in order where they are, or on a stage.

use super::kinds::Place;
use super::layout::{Side, each_element};
use crate::element::Element;

/// The most parameters, and the most results.
pub(super) const MAX_SIDES: usize = 8;

/// The extents of a side's core axes.
pub(super) fn core_extents(side: &Side, lead: usize) -> &[usize] {
    &side.extents[lead..side.rank]
}

/// Where the core elements of some points lie: in order, at equal distances from one point to the next.
#[derive(Clone, Copy)]
pub struct Block<'a> {
    pub(super) sides: &'a [Side],
    /// How many axes stand in front.
    pub(super) lead: usize,
    /// The core extents of each side: looked up once, as no loop could tell that what it writes does not change them.
    pub(super) cores: [&'a [usize]; MAX_SIDES],
    /// The core elements of the first point.
    pub(super) at: [*mut (); MAX_SIDES],
    /// Bytes from one point to the next.
    pub(super) steps: [isize; MAX_SIDES],
}

impl<'a> Block<'a> {
    /// The core elements of a point.
    ///
    /// # Safety
    ///
    /// The block has the point.
    #[inline(always)]
    pub(super) unsafe fn place<T>(&self, number: usize, point: usize) -> Place<'a, T> {
        // SAFETY: the point's elements are in one allocation with the first one's, so that the distance exists; what has no elements has
        // no steps (`points::Loops`). A distance that may wrap would keep loops from being vectorised.
        let first = unsafe { self.at[number].byte_offset(self.steps[number].unchecked_mul(point as isize)) };
        Place { first: first.cast(), extents: self.cores[number] }
    }
}

/// Core elements that do not lie in order, of some points: a stage for them, in which they do.
pub struct Stage<T> {
    elements: Vec<T>,
    /// The core elements of the first point, where they belong.
    first: *mut T,
}

impl<T> Default for Stage<T> {
    fn default() -> Self {
        Stage { elements: Vec::new(), first: core::ptr::null_mut() }
    }
}

impl<T: Element> Stage<T> {
    /// Puts a side of a block on the stage; its elements, if `with` says so.
    ///
    /// # Safety
    ///
    /// The side leads to elements of type `T`, which are initialised if they are taken along.
    pub(super) unsafe fn enter(&mut self, block: &mut Block<'_>, number: usize, points: usize, with: bool) {
        let side = &block.sides[number];
        let core = core_extents(side, block.lead);
        let len: usize = core.iter().product();
        // What all points share is there once.
        let copies = if block.steps[number] == 0 { 1 } else { points };
        self.first = block.at[number].cast();
        self.elements.clear();
        self.elements.reserve(copies * len);
        let mut to = self.elements.as_mut_ptr();
        if with {
            let strides = &side.strides[block.lead..side.rank];
            for point in 0..copies {
                // SAFETY: the caller's promise; there is room for the elements of all copies.
                unsafe {
                    let from = block.place::<T>(number, point).first;
                    each_element(from, core, strides, &mut |from| {
                        to.write(*from);
                        to = to.add(1);
                    });
                }
            }
        }
        block.at[number] = self.elements.as_mut_ptr().cast();
        if copies == points {
            block.steps[number] = (len * size_of::<T>()) as isize;
        }
    }

    /// Puts the elements of a side where they belong, which are `step` bytes apart from one point to the next.
    ///
    /// # Safety
    ///
    /// They were written on the stage, and may be written there.
    pub(super) unsafe fn leave(&self, block: &Block<'_>, number: usize, points: usize, step: isize) {
        let side = &block.sides[number];
        let (core, strides) = (core_extents(side, block.lead), &side.strides[block.lead..side.rank]);
        for point in 0..points {
            // SAFETY: the block has as many points.
            let mut from = unsafe { block.place::<T>(number, point).first };
            let to = self.first.wrapping_byte_offset(step.wrapping_mul(point as isize));
            // SAFETY: the caller's promise.
            unsafe {
                each_element(to, core, strides, &mut |to| {
                    to.write(*from);
                    from = from.add(1);
                });
            }
        }
    }
}
