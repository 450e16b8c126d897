//! The walk over the outputs and the joined elements of a reduction.
//!
//! What every `unsafe` below relies on:
//!
//! 1. Elements are readable at each index of the view, and outputs writable at each index of the kept axes: the promise of [`run`]. Loops
//!    are fused, cut and reordered so that their points stay the same, and a pointer is only moved to a point.
//! 2. Outputs that differ in an index are different elements, and share no memory with the view.

use core::mem::MaybeUninit;

use super::jobs::{JoinRows, Lines, Rows};
use super::table::{Loop, Loops, ONCE, Table, each_point};
use super::{Join, JoinOrder};
use crate::element::Element;
use crate::lanes::Tier;

/// Rows that are joined one after another; more are joined as a tree of such blocks, so that rounding grows with the logarithm of their
/// number.
const BLOCK: usize = 256;

/// Bytes of the outputs that rows are joined to at once: a quarter of the smallest first-level cache in use.
const TILE: usize = 8192;

/// The elements of a view, without its shape's type.
#[derive(Clone, Copy)]
pub(crate) struct Elements<'a, T> {
    pub at: *const T,
    pub extents: &'a [usize],
    pub strides: &'a [isize],
}

/// Joins the elements along the axes in `bits`, none of which has extent 0; where there is a `start`, it is joined first.
///
/// `strides` of the outputs has an entry for each axis of the view; those of joined axes do not matter.
///
/// # Safety
///
/// Invariants 1 and 2.
pub(crate) unsafe fn run<T: Element, F: Join<T>>(
    f: F,
    elements: Elements<'_, T>,
    bits: u8,
    out: *mut T,
    strides: &[isize],
    start: Option<T>,
) {
    // SAFETY: the caller's promise, and the CPU has the current tier.
    unsafe { run_on(f, elements, bits, out, strides, start, Tier::current()) }
}

/// [`run`] on a tier.
///
/// # Safety
///
/// As for [`run`]; the CPU has the tier.
pub(super) unsafe fn run_on<T: Element, F: Join<T>>(
    f: F,
    elements: Elements<'_, T>,
    bits: u8,
    out: *mut T,
    strides: &[isize],
    start: Option<T>,
    tier: Tier,
) {
    if elements.extents.contains(&0) {
        return;
    }
    let any = const { <F::Order as JoinOrder>::ANY };
    let Table { mut kept, mut joined, start: first } =
        Table::new(elements.extents, elements.strides, strides, bits, any);
    // SAFETY: at a point (1).
    let from = unsafe { elements.at.offset(first) };
    let is_along = if any { is_along(&kept, &joined) } else { kept.as_slice().is_empty() };
    if is_along {
        let (outputs, along) = (kept.pop(), joined.pop());
        each_point(kept.as_slice(), |at, to| {
            // SAFETY: on the points (1).
            unsafe {
                let (from, to) = (from.offset(at), out.offset(to));
                tier.run(Lines { f, from, outputs, around: joined.as_slice(), along, to, start });
            }
        });
        return;
    }
    let (points, inner, outer) = (kept.pop(), joined.pop(), joined.pop());
    let mut walk = Walk { f, tier, points, outer, inner, rest: joined, start, tiles: Vec::new() };
    each_point(kept.as_slice(), |at, to| {
        let tile = (TILE / size_of::<T>().max(1)).max(64);
        for point in (0..points.extent).step_by(tile) {
            let width = tile.min(points.extent - point);
            let point = point as isize;
            // SAFETY: on the points (1).
            unsafe { walk.tile(from.offset(at + point * points.step), out.offset(to + point * points.out), width) };
        }
    });
}

/// Joins neighbours, of which there is one at least, without a table of loops.
///
/// # Safety
///
/// They are readable.
pub(crate) unsafe fn run_line<T: Element, F: Join<T>>(f: F, from: *const T, extent: usize, start: Option<T>) -> T {
    let mut value = MaybeUninit::uninit();
    let (along, to) = (Loop { extent, step: 1, out: 0 }, value.as_mut_ptr());
    // SAFETY: the caller's promise; the job writes the value.
    unsafe {
        Tier::current().run(Lines { f, from, outputs: ONCE, around: &[], along, to, start });
        value.assume_init()
    }
}

/// Whether gangs are better made of elements that are joined than of elements of as many outputs.
fn is_along(kept: &Loops, joined: &Loops) -> bool {
    match (joined.as_slice().last(), kept.as_slice().last()) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(joined), Some(kept)) => cost(joined) <= cost(kept),
    }
}

/// About what an element costs where gangs run along this loop: 1 for a neighbour in memory, 4 for a stride, and 32 for the start
/// of the loop, shared between its elements; times 16.
fn cost(along: &Loop) -> usize {
    let access = if along.step == 1 { 1 } else { 4 };
    16 * access + 512 / along.extent
}

/// Gangs along the outputs.
struct Walk<T, F> {
    f: F,
    tier: Tier,
    /// The outputs that are neighbours.
    points: Loop,
    /// The loops over rows: those around, the last but one, the last.
    rest: Loops,
    outer: Loop,
    inner: Loop,
    start: Option<T>,
    /// Blocks that wait to be joined.
    tiles: Vec<MaybeUninit<T>>,
}

impl<T: Element, F: Join<T>> Walk<T, F> {
    /// The rows of some outputs.
    unsafe fn tile(&mut self, from: *const T, out: *mut T, width: usize) {
        let block = if const { <F::Order as JoinOrder>::ANY } { BLOCK } else { usize::MAX };
        let outer_block = (block / self.inner.extent).max(1);
        let (rest, outer, inner) = (self.rest, self.outer, self.inner);
        // The first tile is the output where its elements are neighbours; the others are in `tiles`.
        let direct = self.points.out == 1;
        let (mut height, mut count) = (0, 0u64);
        if let Some(start) = self.start {
            let to = self.place(0, direct, out, width);
            for point in 0..width {
                // SAFETY: inside the tile.
                unsafe { to.add(point).write(start) };
            }
        }
        each_point(rest.as_slice(), |at, _| {
            for row in (0..outer.extent).step_by(outer_block) {
                for column in (0..inner.extent).step_by(block) {
                    let put = self.start.is_none() || count > 0;
                    let to = self.place(height, direct, out, width);
                    // SAFETY: on the points (1), and inside the tile; a block that waits is complete.
                    unsafe {
                        let at = at + row as isize * outer.step + column as isize * inner.step;
                        let outer = Loop { extent: outer_block.min(outer.extent - row), ..outer };
                        let inner = Loop { extent: block.min(inner.extent - column), ..inner };
                        let (f, step) = (self.f, self.points.step);
                        self.tier.run(Rows { f, from: from.offset(at), step, outer, inner, to, width, put });
                        height += 1;
                        for _ in 0..count.trailing_ones() {
                            height -= 1;
                            self.join(height, direct, out, width);
                        }
                    }
                    count += 1;
                }
            }
        });
        // SAFETY: all blocks are complete; outputs are on the points (1).
        unsafe {
            while height > 1 {
                height -= 1;
                self.join(height, direct, out, width);
            }
            if !direct {
                for point in 0..width {
                    out.offset(point as isize * self.points.out).write(self.tiles[point].assume_init());
                }
            }
        }
    }

    /// Tile `number`.
    fn place(&mut self, number: usize, direct: bool, out: *mut T, width: usize) -> *mut T {
        let Some(number) = number.checked_sub(usize::from(direct)) else { return out };
        let end = (number + 1) * width;
        if self.tiles.len() < end {
            self.tiles.resize(end, MaybeUninit::uninit());
        }
        // SAFETY: the list is at least that long.
        unsafe { self.tiles.as_mut_ptr().cast::<T>().add(number * width) }
    }

    /// Joins tile `number` to the one before.
    ///
    /// # Safety
    ///
    /// Both are complete.
    unsafe fn join(&mut self, number: usize, direct: bool, out: *mut T, width: usize) {
        let other = self.place(number, direct, out, width);
        let to = self.place(number - 1, direct, out, width);
        // SAFETY: the caller's promise; the second call did not move the list, which was long enough.
        unsafe { self.tier.run(JoinRows { f: self.f, to, other, width }) }
    }
}
