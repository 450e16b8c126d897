//! The loops over tiles: rows and columns of a product, and one loop outside. Only the tile itself is compiled for each tier: in one function
//! with it, what its cases have in common would be computed, and kept in memory, for each product.

use crate::element::Element;
use crate::lanes::Tier;

use super::super::matrix::Dim;
use super::pack;
use super::tile::{At, Kernel, MAX_COLUMNS, Meeting, Shape, Tile};

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
    /// Row to offset.
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
fn find_columns(table: &Table<'_>, first: usize, offsets: &mut [isize]) -> bool {
    pack::offsets(table.columns, table.first + first, offsets, |dim| dim.out);
    offsets.len() == 1 || pack::step(offsets) == Some(1)
}

impl<T: Element> Tiles<'_, T> {
    /// The product, at each step of the loop outside.
    ///
    /// # Safety
    ///
    /// That of the type; the CPU has the tier.
    pub unsafe fn run(&self, tier: Tier) {
        let shape = tier.fact::<Shape<T>>();
        let kernel = tier.entry::<At<'_, T>>();
        let row = self.out_row;
        let mut tile = Tile {
            rows: 0,
            width: 0,
            padded: self.right.packed,
            left: self.left.first,
            left_row: self.left.row,
            left_term: self.left.term,
            right: self.right.first,
            right_term: if self.right.packed { shape.columns as isize } else { self.right.term },
            terms: self.terms,
            meeting: self.meeting,
            out: self.out,
            row_offsets: [0, row, steps(row, 2), steps(row, 3), steps(row, 4), steps(row, 5)],
            columns: &NEIGHBOURS,
            near: true,
        };
        let (mut left, mut right, mut out) = (self.left.first, self.right.first, self.out);
        let mut left_in = self.outside.extent;
        loop {
            // SAFETY: the caller's promise.
            unsafe { self.product(&mut tile, (tier, kernel), shape, (left, right, out)) };
            left_in -= 1;
            if left_in == 0 {
                return;
            }
            left = left.wrapping_offset(self.outside.left);
            right = right.wrapping_offset(self.outside.right);
            out = out.wrapping_offset(self.outside.out);
        }
    }

    /// One product.
    ///
    /// # Safety
    ///
    /// As for [`Tiles::run`]; `tile` is set up but for its place, and `kernel` is that of the tier.
    #[inline(always)]
    unsafe fn product<'t>(
        &self,
        tile: &mut Tile<'t, T>,
        (tier, kernel): (Tier, Kernel<'t, T>),
        shape: Shape<T>,
        (left, right, out): (*const T, *const T, *mut T),
    ) {
        // What is packed is a block that stays in a cache.
        let together = if self.left.packed { self.rows } else { ROWS_TOGETHER };
        let mut first = 0;
        while first < self.rows {
            let end = first + smaller(self.rows - first, together);
            let mut column = 0;
            while column < self.columns {
                tile.width = smaller(self.columns - column, shape.columns);
                tile.right = right.wrapping_offset(steps(self.right.tile, column));
                // SAFETY: rows and columns below their extents.
                unsafe {
                    match &self.table {
                        None => self.near(tile, kernel, shape, (left, out.wrapping_add(column)), (first, end)),
                        Some(table) => self.anywhere(tile, tier, shape, (left, out), column, table),
                    }
                }
                column += shape.columns;
            }
            first = end;
        }
    }

    /// Some rows, and the columns of a tile, which are neighbours in the output.
    ///
    /// # Safety
    ///
    /// As for [`Tiles::product`]; the rows are below their extent.
    #[inline(always)]
    unsafe fn near<'t>(
        &self,
        tile: &mut Tile<'t, T>,
        kernel: Kernel<'t, T>,
        shape: Shape<T>,
        (left, out): (*const T, *mut T),
        (first, end): (usize, usize),
    ) {
        let mut row = first;
        while row < end {
            tile.rows = shape.next_rows(end - row);
            tile.left = left.wrapping_offset(steps(self.left.tile, row));
            if self.left.packed {
                tile.left_term = tile.rows as isize;
            }
            tile.out = out.wrapping_offset(steps(self.out_row, row));
            // SAFETY: the caller's promise.
            unsafe { kernel(At(tile)) };
            row += tile.rows;
        }
    }

    /// All rows, and the columns of a tile, wherever they are in the output.
    ///
    /// # Safety
    ///
    /// As for [`Tiles::product`].
    #[inline(never)]
    unsafe fn anywhere(
        &self,
        tile: &Tile<'_, T>,
        tier: Tier,
        shape: Shape<T>,
        (left, out): (*const T, *mut T),
        column: usize,
        table: &Table<'_>,
    ) {
        let kernel = tier.entry::<At<'_, T>>();
        let mut columns = [0; MAX_COLUMNS];
        let near = find_columns(table, column, &mut columns[..tile.width]);
        let mut tile = Tile { near, ..*tile };
        tile.out = if near { out.wrapping_offset(columns[0]) } else { out };
        tile.columns = if near { &NEIGHBOURS } else { &columns };
        let mut row = 0;
        while row < self.rows {
            tile.rows = shape.next_rows(self.rows - row);
            tile.left = left.wrapping_offset(steps(self.left.tile, row));
            if self.left.packed {
                tile.left_term = tile.rows as isize;
            }
            tile.row_offsets[..tile.rows].copy_from_slice(&table.rows[row..row + tile.rows]);
            // SAFETY: the caller's promise.
            unsafe { kernel(At(&tile)) };
            row += tile.rows;
        }
    }
}
