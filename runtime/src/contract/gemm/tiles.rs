//! The loops over tiles, compiled once a tier and element type: rows and columns of a product, and one loop outside.

use core::mem::MaybeUninit;

use crate::element::Element;
use crate::lanes::{Job, Simd};

use super::super::matrix::Dim;
use super::pack;
use super::tile::{self, MAX_COLUMNS, MAX_ROWS, Meeting, Panel, Target};

/// Rows that are gone through for one tile's columns before the next: of the left factor they stay in the first cache.
const ROWS_TOGETHER: usize = 48;

/// `out[i, k] update= scale * sum of left[i, j] * right[j, k]`, where the factors and the output are.
///
/// Safety: invariants 1 and 2 of [`super`], at each step of the loop outside; no extent is 0.
#[derive(Clone, Copy)]
pub struct Tiles<'a, T> {
    pub rows: usize,
    pub terms: usize,
    pub columns: usize,
    pub left: Left<T>,
    pub right: Right<T>,
    pub out: *mut T,
    /// The stride of the output's rows, whose columns are neighbours, unless there is a table.
    pub out_row: isize,
    pub table: Option<Table<'a>>,
    pub meeting: &'a Meeting<T>,
    pub outside: Dim,
}

/// The left factor: in place, or panels as [`pack`] makes them.
#[derive(Clone, Copy)]
pub struct Left<T> {
    pub first: *const T,
    /// From a tile to the next, for each of its rows.
    pub tile: isize,
    /// From row to row in a tile.
    pub row: isize,
    /// From term to term; in a panel, as far as the tile has rows.
    pub term: isize,
    pub packed: bool,
}

/// The right factor, whose columns are neighbours: in place, or panels.
#[derive(Clone, Copy)]
pub struct Right<T> {
    pub first: *const T,
    /// From a tile to the next, for each of its columns.
    pub tile: isize,
    /// From term to term; in a panel, as far as a tile has columns.
    pub term: isize,
    pub packed: bool,
}

/// Where the output's rows and columns are, where these are not neighbours.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    /// Row to offset, with room for a tile behind them.
    pub rows: &'a [isize],
    /// The loops over columns, and the first one.
    pub columns: &'a [Dim],
    pub first: usize,
}

impl<T> Left<T> {
    /// Where it is, with these strides of rows and terms.
    #[inline(always)]
    pub fn in_place(first: *const T, row: isize, term: isize) -> Self {
        Left { first, tile: row, row, term, packed: false }
    }

    /// Panels of so many terms.
    #[inline(always)]
    pub fn packed(first: *const T, terms: usize) -> Self {
        Left { first, tile: terms as isize, row: 1, term: 0, packed: true }
    }
}

impl<T> Right<T> {
    /// Where it is, with this stride of terms.
    #[inline(always)]
    pub fn in_place(first: *const T, term: isize) -> Self {
        Right { first, tile: 1, term, packed: false }
    }

    /// Panels of so many terms.
    #[inline(always)]
    pub fn packed(first: *const T, terms: usize) -> Self {
        Right { first, tile: terms as isize, term: 0, packed: true }
    }
}

/// The offsets of neighbours.
static NEIGHBOURS: [isize; MAX_COLUMNS] = {
    let mut offsets = [0; MAX_COLUMNS];
    let mut column = 0;
    while column < MAX_COLUMNS {
        offsets[column] = column as isize;
        column += 1;
    }
    offsets
};

#[inline(always)]
fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// The offset of a number of steps.
#[inline(always)]
fn steps(step: isize, count: usize) -> isize {
    step.wrapping_mul(count as isize)
}

/// Columns of the output: whether they are neighbours.
#[inline(never)]
fn find_columns(table: &Table<'_>, first: usize, offsets: &mut [isize]) -> bool {
    pack::offsets(table.columns, table.first + first, offsets, |dim| dim.out);
    offsets.len() == 1 || pack::step(offsets) == Some(1)
}

// A reference: what was just written field by field would be copied in larger pieces, which has to wait for the caches.
impl<T: Element> Job for &Tiles<'_, T> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let row = self.out_row;
        let near_rows = [0, row, steps(row, 2), steps(row, 3), steps(row, 4), steps(row, 5)];
        let (mut left, mut right, mut out) = (self.left.first, self.right.first, self.out);
        let mut left_in = self.outside.extent;
        loop {
            // SAFETY: the caller's promise.
            unsafe { self.product(s, left, right, out, &near_rows) };
            left_in -= 1;
            if left_in == 0 {
                return;
            }
            left = left.wrapping_offset(self.outside.left);
            right = right.wrapping_offset(self.outside.right);
            out = out.wrapping_offset(self.outside.out);
        }
    }
}

impl<T: Element> Tiles<'_, T> {
    /// One product.
    ///
    /// # Safety
    ///
    /// That of the type.
    #[inline(always)]
    unsafe fn product<S: Simd>(
        &self,
        s: S,
        left: *const T,
        right: *const T,
        out: *mut T,
        near_rows: &[isize; MAX_ROWS],
    ) {
        let most = const { tile::columns::<S, T>() };
        // What is packed is a block that stays in a cache.
        let together = if self.left.packed { self.rows } else { ROWS_TOGETHER };
        let right_term = if self.right.packed { most as isize } else { self.right.term };
        let mut offsets = MaybeUninit::uninit();
        let mut first = 0;
        while first < self.rows {
            let end = first + smaller(self.rows - first, together);
            let mut column = 0;
            while column < self.columns {
                let width = smaller(self.columns - column, most);
                let mut target =
                    Target { out: out.wrapping_add(column), rows: near_rows, columns: &NEIGHBOURS, near: true };
                if let Some(table) = &self.table {
                    let offsets = offsets.write([0; MAX_COLUMNS]);
                    target.near = find_columns(table, column, &mut offsets[..width]);
                    if target.near {
                        target.out = out.wrapping_offset(offsets[0]);
                    } else {
                        (target.out, target.columns) = (out, offsets);
                    }
                }
                let right = right.wrapping_offset(steps(self.right.tile, column));
                // SAFETY: rows and columns below their extents.
                unsafe { self.panel(s, left, (right, right_term), (first, end), width, target) };
                column += most;
            }
            first = end;
        }
    }

    /// Some rows, and the columns of a tile, whose outputs, for the first row, are those of `near`.
    ///
    /// # Safety
    ///
    /// That of the type; the rows are below their extent, the columns are those of the right factor at `right`.
    #[inline(always)]
    unsafe fn panel<S: Simd>(
        &self,
        s: S,
        left: *const T,
        (right, right_term): (*const T, isize),
        (first, end): (usize, usize),
        width: usize,
        near: Target<'_, T>,
    ) {
        let mut row = first;
        while row < end {
            let count = tile::next_rows::<S, T>(end - row);
            let panel = Panel {
                left: left.wrapping_offset(steps(self.left.tile, row)),
                left_row: self.left.row,
                left_term: if self.left.packed { count as isize } else { self.left.term },
                right,
                right_term,
                terms: self.terms,
            };
            let (out, rows) = match &self.table {
                None => (near.out.wrapping_offset(steps(self.out_row, row)), near.rows),
                Some(table) => (near.out, table.rows[row..].first_chunk().unwrap_or(near.rows)),
            };
            let target = Target { out, rows, columns: near.columns, near: near.near };
            // SAFETY: the caller's promise.
            unsafe { tile::tile::<S, T>(s, (count, width, self.right.packed), panel, self.meeting, target) };
            row += count;
        }
    }
}
