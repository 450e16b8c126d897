//! Products whose factors are packed: large ones, and any whose labels are not one stride.
//!
//! The five loops of every fast GEMM (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008; the names are BLIS's):
//!
//! | loop | over | what stays |
//! |---|---|---|
//! | `jc` | `Sizes::columns` columns | |
//! | `pc` | `Sizes::terms` terms | the packed right factor, in the last cache |
//! | `ic` | `Sizes::rows` rows | the packed left factor, in the second cache |
//! | `jr` | a tile's columns | one panel of the right factor, in the first cache |
//! | `ir` | a tile's rows | the sums, in registers |
//!
//! Rows, columns and terms may each be several labels: offsets come from tables, as in TBLIS (Matthews, "High-performance tensor
//! contraction without transposition", 2018).

use core::ops::Range;

use crate::element::Element;
use crate::lanes::Tier;
use crate::nest::{Set, Update};
use crate::storage::{Heap, Store};

use super::super::matrix::{Dim, Dims, Matrices};
use super::tile::{self, Meeting};
use super::tiles::{Left, Right, Table, Tiles};
use super::{Limits, MAX_BLOCK_ROWS, MAX_TERMS, pack};

/// How large blocks are. They do not depend on the tier, so that the order of additions does not either.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// At most [`MAX_TERMS`].
    pub terms: usize,
    /// At most [`MAX_BLOCK_ROWS`].
    pub rows: usize,
    /// A multiple of [`tile::MAX_COLUMNS`].
    pub columns: usize,
}

/// Elements that a product of these extents is packed into.
pub fn room([rows, terms, columns]: [usize; 3], sizes: Sizes) -> usize {
    let columns = columns.min(sizes.columns).next_multiple_of(tile::MAX_COLUMNS);
    terms.min(sizes.terms) * (columns + rows.min(sizes.rows))
}

/// Where the terms of a block are, in the left and in the right factor, and its rows, in the left factor and in the output.
struct Tables {
    terms: [[isize; MAX_TERMS]; 2],
    rows: [[isize; MAX_BLOCK_ROWS]; 2],
}

impl Tables {
    fn find_terms(&mut self, dims: &Dims, first: usize, count: usize) {
        pack::offsets(dims.as_slice(), first, &mut self.terms[0][..count], |dim| dim.left);
        pack::offsets(dims.as_slice(), first, &mut self.terms[1][..count], |dim| dim.right);
    }

    fn find_rows(&mut self, dims: &Dims, first: usize, count: usize) {
        pack::offsets(dims.as_slice(), first, &mut self.rows[0][..count], |dim| dim.left);
        pack::offsets(dims.as_slice(), first, &mut self.rows[1][..count], |dim| dim.out);
    }
}

/// A product whose factors are packed.
#[derive(Clone, Copy)]
pub struct Packed<'a, T> {
    pub matrices: &'a Matrices,
    pub left: *const T,
    pub right: *const T,
    pub limits: &'a Limits,
    pub room: *mut T,
}

impl<T: Element> Packed<'_, T> {
    /// Some rows, terms and columns of the product, into the output, or into a matrix of its own with the strides given.
    ///
    /// Long sums are halved; where there are many outputs, they are halved first.
    ///
    /// # Safety
    ///
    /// Invariants 1 and 2, of ranges within the loops that are not empty.
    pub unsafe fn part<U: Update<T>>(
        self,
        ranges: [Range<usize>; 3],
        meeting: Meeting<T>,
        (out, own): (*mut T, Option<[isize; 2]>),
    ) {
        let [m, k, n] = ranges.clone().map(|range| range.len());
        // SAFETY: the caller's promise, of parts of the ranges.
        unsafe {
            if k <= self.limits.terms {
                return self.blocks(ranges, meeting, (out, own));
            }
            if m.saturating_mul(n) > self.limits.outputs {
                let [first, second] = halves(ranges, if m > n { 0 } else { 2 });
                self.part::<U>(first, meeting, (out, own));
                return self.part::<U>(second, meeting, (out, own));
            }
            let [first, second] = halves(ranges, 1);
            let (rows, columns) = (first[0].clone(), first[2].clone());
            self.part::<U>(first, meeting, (out, own));
            let mut other = Heap::<T>::uninit(m * n);
            let strides = [n as isize, 1];
            let start = [rows.start as isize, columns.start as isize];
            // Where the matrix would begin if it had all rows and columns.
            let shifted = other.as_mut_ptr().wrapping_offset(-(start[0] * strides[0] + start[1]));
            self.part::<Set>(second, Meeting::new::<Set>(meeting.scale), (shifted, Some(strides)));
            self.add::<U>([rows, columns], (shifted, strides), (out, own));
        }
    }

    /// # Safety
    ///
    /// As for [`Packed::part`].
    unsafe fn blocks(
        self,
        [row_range, term_range, column_range]: [Range<usize>; 3],
        mut meeting: Meeting<T>,
        (out, own): (*mut T, Option<[isize; 2]>),
    ) {
        let (mut rows, mut columns) = (self.matrices.rows, self.matrices.columns);
        if let Some([down, along]) = own {
            rows.lay_out(down);
            columns.lay_out(along);
        }
        let tier = Tier::current();
        let mut tables = Tables { terms: [[0; MAX_TERMS]; 2], rows: [[0; MAX_BLOCK_ROWS]; 2] };
        let Sizes { terms: most_terms, rows: most_rows, columns: most_columns } = self.limits.sizes;
        for jc in column_range.clone().step_by(most_columns) {
            let count = (column_range.end - jc).min(most_columns);
            for pc in term_range.clone().step_by(most_terms) {
                let terms = (term_range.end - pc).min(most_terms);
                tables.find_terms(&self.matrices.terms, pc, terms);
                let left_room = self.room.wrapping_add(terms * count.next_multiple_of(tile::MAX_COLUMNS));
                // SAFETY: the ranges are those of the caller; the room was made for the largest block.
                unsafe {
                    self.pack_right(tier, &columns, (jc, count), &tables.terms[1][..terms]);
                    for ic in row_range.clone().step_by(most_rows) {
                        let some = (row_range.end - ic).min(most_rows);
                        tables.find_rows(&rows, ic, some);
                        let (from, to) = (self.left, left_room);
                        let (row_table, terms_table) = (&tables.rows[0][..some], &tables.terms[0][..terms]);
                        tier.run(pack::Left { from, rows: row_table, terms: terms_table, to });
                        let tiles = Tiles {
                            rows: some,
                            terms,
                            columns: count,
                            left: Left::packed(left_room, terms),
                            right: Right::packed(self.room, terms),
                            out,
                            out_row: 0,
                            table: Some(Table { rows: &tables.rows[1], columns: columns.as_slice(), first: jc }),
                            meeting: &meeting,
                            outside: Dim::ONE,
                        };
                        tiles.run(tier);
                    }
                }
                meeting.again = true;
            }
            meeting.again = false;
        }
    }

    /// # Safety
    ///
    /// As for [`Packed::part`].
    unsafe fn pack_right(self, tier: Tier, columns: &Dims, (first, count): (usize, usize), terms: &[isize]) {
        let run = match self.matrices.terms.as_slice().last() {
            Some(dim) if dim.right == 1 => dim.extent,
            _ => 1,
        };
        let (from, columns, to) = (self.right, columns.as_slice(), self.room);
        // SAFETY: the caller's promise; the room was made for the largest block.
        unsafe { tier.run(pack::Right { from, columns, first, count, terms, run, to }) }
    }

    /// Adds a matrix to the part of the output that it belongs to.
    ///
    /// # Safety
    ///
    /// As for [`Packed::part`]; `other` is initialised at these rows and columns, and the output as well.
    unsafe fn add<U: Update<T>>(
        self,
        [rows, columns]: [Range<usize>; 2],
        (other, strides): (*const T, [isize; 2]),
        (out, own): (*mut T, Option<[isize; 2]>),
    ) {
        let at = |dims: &Dims, index: usize, own: Option<isize>| match own {
            Some(stride) => stride * index as isize,
            None => {
                let mut offset = [0];
                pack::offsets(dims.as_slice(), index, &mut offset, |dim| dim.out);
                offset[0]
            }
        };
        for row in rows {
            let (from, to) = (strides[0] * row as isize, at(&self.matrices.rows, row, own.map(|own| own[0])));
            for column in columns.clone() {
                let to = to + at(&self.matrices.columns, column, own.map(|own| own[1]));
                // SAFETY: the caller's promise.
                unsafe {
                    let value = other.wrapping_offset(from + strides[1] * column as isize).read();
                    tile::meet::<T, U>(out.wrapping_offset(to), value, true);
                }
            }
        }
    }
}

/// Both halves of ranges, along one of them.
fn halves(ranges: [Range<usize>; 3], along: usize) -> [[Range<usize>; 3]; 2] {
    let middle = ranges[along].start + ranges[along].len() / 2;
    let (mut first, mut second) = (ranges.clone(), ranges);
    first[along].end = middle;
    second[along].start = middle;
    [first, second]
}
