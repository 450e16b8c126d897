//! Products of matrices of any element type: `out[i, k] update= scale * sum of left[i, j] * right[j, k]`.
//!
//! All of the arithmetic is in one register tile ([`tile`]), but for tiny products ([`tiny`]). It is walked by one job ([`tiles`]), or where few
//! calls of it would cost as much as they compute, in one with it ([`small`]). What it reads is either where the factors are (small products,
//! batches of them, long and narrow ones) or packed ([`pack`]): large ones, and groups of labels that are not one stride ([`blocks`]).
//!
//! Terms are added one after another up to [`MAX_TERMS`], blocks of terms up to [`Limits::terms`] in all; longer sums are halved, as
//! the loop nest does it. The order of additions follows from the extents and strides, not from the tier.
//!
//! What every `unsafe` of this room relies on:
//!
//! 1. Each participant is valid at every combination of indices below the extents of the loops that are passed along with it.
//! 2. The output differs at any two points that differ in a row, a column or an outside loop, and nothing else accesses it.

mod blocks;
mod pack;
mod pairs;
mod small;
mod tile;
mod tiles;
mod tiny;

use core::mem::MaybeUninit;

use crate::element::Element;
use crate::lanes::Tier;
use crate::nest::Update;
use crate::storage::{Heap, Store};

use super::matrix::{Dim, Dims, Matrices};
use blocks::{Packed, Sizes};
use tile::Meeting;
use tiles::{Left, Right, Tiles};

pub(super) use small::try_multiply as try_small;
pub(super) use tiny::{anywhere as tiny_anywhere, at_run_time as tiny_at_run_time, fits as is_tiny, multiply as tiny};

/// The most terms of a block.
const MAX_TERMS: usize = 256;
/// The most rows of a block.
const MAX_BLOCK_ROWS: usize = 192;
/// The most terms of a right factor that is packed without a block of memory.
const MAX_FEW_TERMS: usize = 64;
/// Elements that are packed into without a block of memory from the heap.
pub(super) const ROOM_AT_HAND: usize = 4096;

/// Where work goes. Tests make all of these small, so that few elements cross every boundary.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Whether tiny products are straight-line code.
    pub tiny: bool,
    /// Elements of the right factor up to which it is read where it is.
    pub direct: usize,
    /// Rows below which it always is.
    pub few_rows: usize,
    /// Terms up to which a right factor that has no neighbours along its columns is packed a tile's columns at a time.
    pub few_terms: usize,
    /// Terms whose blocks are added one after another.
    pub terms: usize,
    /// Elements of the output up to which long sums have room of their own.
    pub outputs: usize,
    /// The blocks of a packed product.
    pub sizes: Sizes,
}

impl Limits {
    pub const MEASURED: Limits = Limits {
        tiny: true,
        direct: 64 * 64,
        few_rows: 48,
        few_terms: MAX_FEW_TERMS,
        terms: 16 * MAX_TERMS,
        outputs: 512 * 512,
        sizes: Sizes { terms: MAX_TERMS, rows: 96, columns: 2048 },
    };

    /// The smallest ones.
    #[cfg(test)]
    pub const SMALLEST: Limits = Limits {
        tiny: false,
        direct: 0,
        few_rows: 0,
        few_terms: 0,
        terms: 5,
        outputs: 4,
        sizes: Sizes { terms: 2, rows: 5, columns: tile::MAX_COLUMNS },
    };
}

/// `out update= 0` at each row and column: a product without terms, or without outputs.
///
/// # Safety
///
/// Invariant 2, of the output.
#[cold]
pub(super) unsafe fn nothing<T: Element, U: Update<T>>(&[rows, _, columns]: &[Dim; 3], out: *mut T) {
    for row in 0..rows.extent as isize {
        for column in 0..columns.extent as isize {
            // SAFETY: the caller's promise.
            unsafe { tile::meet::<T, U>(out.offset(rows.out * row + columns.out * column), T::zero(), false) }
        }
    }
}

/// One product of matrices; `room` as for [`any`].
///
/// # Safety
///
/// Invariants 1 and 2; no extent is 0.
#[inline(never)]
pub(super) unsafe fn one<T: Element, U: Update<T>>(
    dims: &[Dim; 3],
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
    (limits, room): (&Limits, *mut T),
) {
    // SAFETY (of each call): the caller's promise.
    if reads_in_place(dims, limits) {
        let meeting = Meeting::new::<U>(scale);
        // SAFETY: as above.
        unsafe { in_place(dims, Dim::ONE, left, right, out, meeting) }
    } else if dims[2].out != 1 && (dims[0].out == 1 || dims[0].extent > dims[2].extent) {
        // SAFETY: as above.
        unsafe { as_they_are::<T, U>(&turned(dims), right, left, scale, out, (limits, room)) }
    } else {
        // SAFETY: as above.
        unsafe { as_they_are::<T, U>(dims, left, right, scale, out, (limits, room)) }
    }
}

/// [`one`], without another look at which factor is the left one.
///
/// # Safety
///
/// As for [`one`].
unsafe fn as_they_are<T: Element, U: Update<T>>(
    &[rows, terms, columns]: &[Dim; 3],
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
    (limits, room): (&Limits, *mut T),
) {
    let mut matrices = Matrices::NONE;
    matrices.rows.put(rows);
    matrices.terms.put(terms);
    matrices.columns.put(columns);
    // SAFETY: the caller's promise.
    unsafe { any::<T, U>(&matrices, left, right, scale, out, limits, room) }
}

/// A product whose factors are read where they are, a block of terms after the other.
///
/// # Safety
///
/// Invariants 1 and 2, with the loop outside; [`reads_in_place`].
unsafe fn in_place<T: Element>(
    dims: &[Dim; 3],
    outside: Dim,
    mut left: *const T,
    mut right: *const T,
    out: *mut T,
    mut meeting: Meeting<T>,
) {
    let tier = Tier::current();
    let [_, terms, _] = dims;
    let mut rest = terms.extent;
    loop {
        let block = rest.min(MAX_TERMS);
        // SAFETY: the caller's promise, of some of the terms.
        unsafe { some_terms(dims, block, outside, left, right, out, &meeting).run(tier) };
        rest -= block;
        if rest == 0 {
            return;
        }
        meeting.again = true;
        left = left.wrapping_offset(terms.left.wrapping_mul(block as isize));
        right = right.wrapping_offset(terms.right.wrapping_mul(block as isize));
    }
}

/// The job of the first terms of a product whose factors are read where they are.
#[inline(always)]
fn some_terms<'a, T>(
    [rows, terms, columns]: &[Dim; 3],
    count: usize,
    outside: Dim,
    left: *const T,
    right: *const T,
    out: *mut T,
    meeting: &'a Meeting<T>,
) -> Tiles<'a, T> {
    Tiles {
        rows: rows.extent,
        terms: count,
        columns: columns.extent,
        left: Left::in_place(left, rows.left, terms.left),
        right: Right::in_place(right, terms.right),
        out,
        out_row: rows.out,
        table: None,
        meeting,
        outside,
    }
}

/// The same product with its output, and the factors, turned over.
#[inline(always)]
fn turned(&[rows, terms, columns]: &[Dim; 3]) -> [Dim; 3] {
    [columns, terms, rows].map(|dim| Dim { left: dim.right, right: dim.left, ..dim })
}

/// Whether both factors are read where they are.
#[inline(always)]
fn reads_in_place([rows, terms, columns]: &[Dim; 3], limits: &Limits) -> bool {
    let near = columns.right == 1 && columns.out == 1;
    let few = terms.extent.saturating_mul(columns.extent) <= limits.direct && terms.extent <= MAX_TERMS;
    near && (few || (rows.extent < limits.few_rows && terms.extent <= limits.terms))
}

/// Whether the right factor is packed a tile's columns at a time.
#[inline(always)]
fn packs_few([rows, terms, columns]: &[Dim; 3], limits: &Limits) -> bool {
    columns.out == 1 && terms.extent <= limits.few_terms && rows.extent.saturating_mul(terms.extent) <= limits.direct
}

/// Elements that a product of so many rows, terms and columns is packed into at most, beyond [`ROOM_AT_HAND`].
pub(super) fn room(extents: [usize; 3], limits: &Limits) -> usize {
    let [rows, terms, columns] = extents;
    let most = blocks::room(extents, limits.sizes).max(blocks::room([columns, terms, rows], limits.sizes));
    if most <= ROOM_AT_HAND { 0 } else { most }
}

/// Products of matrices, at each point of the loops outside. `room` has as many elements as [`room`] says, or is null: then it is allocated.
///
/// # Safety
///
/// Invariants 1 and 2; no extent is 0.
#[inline(never)]
pub(super) unsafe fn any<T: Element, U: Update<T>>(
    matrices: &Matrices,
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
    limits: &Limits,
    room: *mut T,
) {
    let meeting = Meeting::new::<U>(scale);
    if let (Some(rows), Some(terms), Some(columns)) =
        (matrices.rows.single(), matrices.terms.single(), matrices.columns.single())
    {
        let dims = [rows, terms, columns];
        if reads_in_place(&dims, limits) {
            let (inner, outer) = match matrices.outside.as_slice() {
                [] => (Dim::ONE, &[][..]),
                [outer @ .., inner] => (*inner, outer),
            };
            for_each(outer, [0; 3], &mut |[l, r, o]| {
                // SAFETY: `for_each` goes to points of these loops (1).
                unsafe {
                    let (left, right, out) = (left.offset(l), right.offset(r), out.offset(o));
                    in_place(&dims, inner, left, right, out, meeting);
                }
            });
            return;
        }
        if packs_few(&dims, limits) {
            // SAFETY: the caller's promise.
            return unsafe { few_terms(&dims, matrices.outside.as_slice(), left, right, out, &meeting) };
        }
    }
    // SAFETY: the caller's promise.
    unsafe { packed::<T, U>(matrices, left, right, &meeting, out, limits, room) }
}

/// Products whose factors are packed.
///
/// # Safety
///
/// As for [`any`].
unsafe fn packed<T: Element, U: Update<T>>(
    matrices: &Matrices,
    left: *const T,
    right: *const T,
    meeting: &Meeting<T>,
    out: *mut T,
    limits: &Limits,
    room: *mut T,
) {
    let [m, k, n] = [&matrices.rows, &matrices.terms, &matrices.columns].map(Dims::extent);
    let mut at_hand = MaybeUninit::<[T; ROOM_AT_HAND]>::uninit();
    let mut block;
    let room = match blocks::room([m, k, n], limits.sizes) {
        few if few <= ROOM_AT_HAND => at_hand.as_mut_ptr().cast(),
        _ if !room.is_null() => room,
        many => {
            block = Heap::<T>::uninit(many);
            block.as_mut_ptr()
        }
    };
    for_each(matrices.outside.as_slice(), [0; 3], &mut |[l, r, o]| {
        // SAFETY: `for_each` goes to points of these loops (1).
        unsafe {
            let packed = Packed { matrices, left: left.offset(l), right: right.offset(r), limits, room };
            packed.part::<U>([0..m, 0..k, 0..n], *meeting, (out.offset(o), None));
        }
    });
}

/// Small products, whose right factor is packed a tile's columns at a time.
///
/// # Safety
///
/// Invariants 1 and 2; [`packs_few`].
#[inline(never)]
unsafe fn few_terms<T: Element>(
    dims: &[Dim; 3],
    outside: &[Dim],
    left: *const T,
    right: *const T,
    out: *mut T,
    meeting: &Meeting<T>,
) {
    let [_, terms, columns] = dims;
    let mut room = MaybeUninit::<[[T; tile::MAX_COLUMNS]; MAX_FEW_TERMS]>::uninit();
    let room = room.as_mut_ptr().cast::<T>();
    let mut table = [0; MAX_FEW_TERMS];
    let table = &mut table[..terms.extent];
    pack::offsets(&[*terms], 0, table, |dim| dim.right);
    let run = if terms.right == 1 { terms.extent } else { 1 };
    let tier = Tier::current();
    for_each(outside, [0; 3], &mut |[l, r, o]| {
        for first in (0..columns.extent).step_by(tile::MAX_COLUMNS) {
            let count = (columns.extent - first).min(tile::MAX_COLUMNS);
            // SAFETY: `for_each` goes to points of these loops (1); the room has as many terms as there may be.
            unsafe {
                let from = right.offset(r);
                tier.run(pack::Right { from, columns: &[*columns], first, count, terms: table, run, to: room });
                let out = out.offset(o).add(first);
                let mut job = some_terms(dims, terms.extent, Dim::ONE, left.offset(l), room, out, meeting);
                (job.right, job.columns) = (Right::packed(room, terms.extent), count);
                job.run(tier);
            }
        }
    });
}

/// Calls `visit` with the offsets of each point of the loops: left, right, out.
fn for_each(dims: &[Dim], at: [isize; 3], visit: &mut impl FnMut([isize; 3])) {
    let Some((dim, inner)) = dims.split_first() else { return visit(at) };
    for index in 0..dim.extent as isize {
        let at = [at[0] + dim.left * index, at[1] + dim.right * index, at[2] + dim.out * index];
        for_each(inner, at, visit);
    }
}
