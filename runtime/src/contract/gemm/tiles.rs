//! The loops over tiles, compiled once a tier and element type: rows and columns of a product, and one loop outside.

use crate::element::Element;
use crate::lanes::{Job, Simd};

use super::super::matrix::Dim;
use super::pack;
use super::tile::{self, MAX_COLUMNS, MAX_ROWS, Meeting, Panel, Target};

/// Rows that are gone through for one tile's columns before the next: of the left factor they stay in the first cache.
const ROWS_TOGETHER: usize = 48;

/// One factor of the product.
#[derive(Clone, Copy)]
pub enum Factor<T> {
    /// Where it is: the first element, and the stride of the rows of a left factor (a right factor has neighbours along its columns), and of
    /// the terms.
    InPlace(*const T, isize, isize),
    /// Panels, as [`pack`] makes them.
    Packed(*const T),
}

/// Where the output's rows and columns are.
#[derive(Clone, Copy)]
pub enum Outputs<'a> {
    /// Rows are one stride apart, columns neighbours.
    Rows(isize),
    /// Rows have a table, columns are these loops, from an index on.
    Table(&'a [isize], &'a [Dim], usize),
}

/// `out[i, k] update= scale * sum of left[i, j] * right[j, k]`.
///
/// Safety: invariants 1 and 2 of [`super`], at each step of the loop outside (for which factors are in place); no extent is 0.
#[derive(Clone, Copy)]
pub struct Tiles<'a, T> {
    pub rows: usize,
    pub terms: usize,
    pub columns: usize,
    pub left: Factor<T>,
    pub right: Factor<T>,
    pub out: *mut T,
    pub outputs: Outputs<'a>,
    pub meeting: &'a Meeting<T>,
    pub outside: Dim,
}

impl<T: Element> Job for Tiles<'_, T> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(mut self, s: S) {
        let mut done = 0;
        loop {
            // SAFETY: the caller's promise.
            unsafe { self.product(s) };
            done += 1;
            if done >= self.outside.extent {
                return;
            }
            self.left = self.left.moved(self.outside.left);
            self.right = self.right.moved(self.outside.right);
            self.out = self.out.wrapping_offset(self.outside.out);
        }
    }
}

impl<T> Factor<T> {
    #[inline(always)]
    fn moved(self, by: isize) -> Self {
        match self {
            Factor::InPlace(first, row, term) => Factor::InPlace(first.wrapping_offset(by), row, term),
            packed => packed,
        }
    }
}

#[inline(always)]
fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

impl<T: Element> Tiles<'_, T> {
    /// # Safety
    ///
    /// That of the type.
    #[inline(always)]
    unsafe fn product<S: Simd>(&self, s: S) {
        let most = const { tile::columns::<S, T>() };
        // What is packed is a block that stays in a cache.
        let together = if matches!(self.left, Factor::Packed(_)) { self.rows } else { ROWS_TOGETHER };
        let mut table = [0; MAX_COLUMNS];
        let mut first = 0;
        while first < self.rows {
            let end = first + smaller(self.rows - first, together);
            let mut column = 0;
            while column < self.columns {
                let width = smaller(self.columns - column, most);
                let mut near = true;
                if let Outputs::Table(_, columns, start) = self.outputs {
                    pack::offsets(columns, start + column, &mut table[..width], |dim| dim.out);
                    near = width == 1 || pack::step(&table[..width]) == Some(1);
                } else if self.meeting.is_special() {
                    pack::offsets(&[Dim::NEAR], column, &mut table[..width], |dim| dim.out);
                }
                // SAFETY: rows and columns below their extents.
                unsafe { self.panel(s, (first, end), (column, width), (&table, near)) };
                column += most;
            }
            first = end;
        }
    }

    /// Some rows, and the columns of a tile.
    ///
    /// # Safety
    ///
    /// That of the type; the rows and columns are below their extents, and `columns` are the offsets of these.
    #[inline(always)]
    unsafe fn panel<S: Simd>(
        &self,
        s: S,
        (first, end): (usize, usize),
        (column, width): (usize, usize),
        (columns, near): (&[isize; MAX_COLUMNS], bool),
    ) {
        let (right, right_term, padded) = match self.right {
            Factor::InPlace(right, _, term) => (right.wrapping_add(column), term, false),
            Factor::Packed(panels) => {
                (panels.wrapping_add(column * self.terms), const { tile::columns::<S, T>() } as isize, true)
            }
        };
        let mut offsets = [0; MAX_ROWS];
        if let Outputs::Rows(step) = self.outputs {
            offsets = [0, 1, 2, 3, 4, 5].map(|row| step.wrapping_mul(row));
        }
        let mut row = first;
        while row < end {
            let count = tile::next_rows::<S, T>(end - row);
            let (left, left_row, left_term) = match self.left {
                Factor::InPlace(left, step, term) => {
                    (left.wrapping_offset(step.wrapping_mul(row as isize)), step, term)
                }
                Factor::Packed(panels) => (panels.wrapping_add(row * self.terms), 1, count as isize),
            };
            let panel = Panel { left, left_row, left_term, right, right_term, terms: self.terms };
            let out = match self.outputs {
                Outputs::Rows(step) if self.meeting.is_special() => {
                    self.out.wrapping_offset(step.wrapping_mul(row as isize))
                }
                Outputs::Rows(step) => self.out.wrapping_offset(step.wrapping_mul(row as isize)).wrapping_add(column),
                Outputs::Table(rows, ..) => {
                    let mut r = 0;
                    while r < count {
                        offsets[r] = rows[row + r];
                        r += 1;
                    }
                    if near && !self.meeting.is_special() { self.out.wrapping_offset(columns[0]) } else { self.out }
                }
            };
            let target = Target { out, rows: &offsets, columns, near };
            // SAFETY: the caller's promise.
            unsafe { tile::tile::<S, T>(s, (count, width, padded), panel, self.meeting, target) };
            row += count;
        }
    }
}
