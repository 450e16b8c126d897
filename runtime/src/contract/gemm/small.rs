//! Products of some rows, terms and columns, these in whole gangs: what a call costs beside the arithmetic counts, so the loops over tiles are in
//! one function with them.
//!
//! The order of additions is that of [`tile`].

use core::mem::MaybeUninit;

use crate::element::Element;
use crate::lanes::{Fact, Job, Simd, Tier};
use crate::nest::Update;

use super::super::matrix::Dim;
use super::tile::{self, Places};

/// The most rows, terms and columns.
const MOST: usize = 32;

/// Lanes of a gang, on each tier.
const fn lanes<T: Element>() -> usize {
    if T::WIDEST >= 8 { 8 } else { 16 }
}

/// `out[i, k] update= sum of left[i, j] * right[j, k]`, if it is small, in one of the orders of axes that are served here; whether it is.
///
/// # Safety
///
/// Invariants 1 and 2 of [`super`].
#[inline(always)]
pub unsafe fn try_multiply<T: Element, U: Update<T>>(
    dims: &[Dim; 3],
    left: *const T,
    right: *const T,
    out: *mut T,
) -> bool {
    let few = |dim: &Dim| dim.extent.wrapping_sub(2) < MOST - 1;
    if U::NEGATES || !few(&dims[0]) || !few(&dims[1]) || !few(&dims[2]) {
        return false;
    }
    // SAFETY: the caller's promise.
    unsafe {
        if dims[2].out == 1 {
            multiply(dims, left, right, out, U::READS)
        } else if dims[0].out == 1 {
            turned_over(dims, left, right, out, U::READS)
        } else {
            false
        }
    }
}

/// [`multiply`] with the output turned over.
///
/// # Safety
///
/// As for [`multiply`], of rows.
#[inline(never)]
unsafe fn turned_over<T: Element>(dims: &[Dim; 3], left: *const T, right: *const T, out: *mut T, adds: bool) -> bool {
    // SAFETY: the caller's promise.
    unsafe { multiply(&super::turned(dims), right, left, out, adds) }
}

/// [`try_multiply`], whose output has columns that are neighbours.
///
/// # Safety
///
/// As for [`try_multiply`]; the extents are 2 to [`MOST`].
#[inline(always)]
unsafe fn multiply<T: Element>(
    [rows, terms, columns]: &[Dim; 3],
    left: *const T,
    right: *const T,
    out: *mut T,
    adds: bool,
) -> bool {
    let near = columns.right == 1;
    if columns.extent % lanes::<T>() != 0 || !(near || (terms.right == 1 && terms.extent % 8 == 0)) {
        return false;
    }
    let (turned, right_term) = if near { (0, terms.right) } else { (columns.right, columns.extent as isize) };
    let places = Places { left, left_row: rows.left, left_term: terms.left, right, right_term, terms: terms.extent };
    let product = Small { rows: rows.extent, columns: columns.extent, places, turned, out, out_row: rows.out, adds };
    // SAFETY: the caller's promise.
    unsafe { if near { product.run_as_it_is() } else { product.run_turned() } }
    true
}

/// A product of two small factors.
///
/// Safety: invariants 1 and 2 of [`super`]; columns are whole gangs, and neighbours in the output and, unless it is turned, in the
/// right factor. No extent is 0.
struct Small<T> {
    rows: usize,
    columns: usize,
    places: Places<T>,
    /// The stride of the right factor's columns where its terms are neighbours, in eights; else 0.
    turned: isize,
    out: *mut T,
    out_row: isize,
    /// Whether the sums are added to what is there.
    adds: bool,
}

impl<T: Element> Small<T> {
    /// # Safety
    ///
    /// That of the type.
    #[inline(always)]
    unsafe fn run_as_it_is(self) {
        // SAFETY: the caller's promise.
        unsafe { Tier::current().run(self) }
    }

    /// With the right factor turned first.
    ///
    /// # Safety
    ///
    /// That of the type.
    #[inline(never)]
    unsafe fn run_turned(mut self) {
        let mut room = MaybeUninit::<[T; MOST * MOST]>::uninit();
        let tier = Tier::current();
        let to = room.as_mut_ptr().cast::<T>();
        let (terms, columns) = (self.places.terms, self.columns);
        // SAFETY: the caller's promise; there is room for the most terms and columns.
        unsafe {
            tier.run(Turn { from: self.places.right, step: self.turned, terms, columns, to });
            self.places.right = to;
            tier.run(self);
        }
    }
}

impl<T: Element> Job for Small<T> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let mut column = 0;
        while column < self.columns {
            // SAFETY: the caller's promise, of some columns.
            unsafe {
                if const { tile::gangs::<S, T>() == 2 } && self.columns - column > S::LANES {
                    self.strip::<S, 2>(s, column);
                    column += 2 * S::LANES;
                } else {
                    self.strip::<S, 1>(s, column);
                    column += S::LANES;
                }
            }
        }
    }
}

impl<T: Element> Small<T> {
    /// The columns of a tile.
    ///
    /// # Safety
    ///
    /// That of the type; there are so many columns from this one on.
    #[inline(always)]
    unsafe fn strip<S: Simd, const G: usize>(&self, s: S, column: usize) {
        let shape = tile::Shape::<T>::of::<S>();
        let right = self.places.right.wrapping_add(column);
        let (mut left, mut out) = (self.places.left, self.out.wrapping_add(column));
        let mut row = 0;
        while row < self.rows {
            let rows = shape.next_rows(self.rows - row);
            let places = Places { left, right, ..self.places };
            macro_rules! by_rows {
                ($($R:literal)*) => {
                    match rows {
                        $($R if const { $R <= tile::rows::<S, T>() } => {
                            // SAFETY: the caller's promise: rows below their extent.
                            unsafe { self.tile::<S, $R, G>(s, places, out) }
                        })*
                        _ => {}
                    }
                };
            }
            by_rows! { 6 4 3 2 1 }
            row += rows;
            left = left.wrapping_offset(self.places.left_row.wrapping_mul(rows as isize));
            out = out.wrapping_offset(self.out_row.wrapping_mul(rows as isize));
        }
    }

    /// One tile.
    ///
    /// # Safety
    ///
    /// As for [`Small::strip`], with so many rows from this place on.
    #[inline(always)]
    unsafe fn tile<S: Simd, const R: usize, const G: usize>(&self, s: S, places: Places<T>, out: *mut T) {
        // SAFETY: the caller's promise.
        unsafe {
            let sums = tile::sums::<S, T, R, G, true>(s, places, G * S::LANES);
            let mut r = 0;
            while r < R {
                let out = out.wrapping_offset(self.out_row.wrapping_mul(r as isize));
                tile::put_whole::<S, T, G>(s, sums[r], self.adds, out);
                r += 1;
            }
        }
    }
}

/// A factor whose terms are neighbours, turned: to rows of columns. Both are whole eights.
struct Turn<T> {
    from: *const T,
    /// From column to column.
    step: isize,
    terms: usize,
    columns: usize,
    to: *mut T,
}

impl<T: Element> Job for Turn<T> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let mut term = 0;
        while term < self.terms {
            let mut column = 0;
            while column < self.columns {
                let from = self.from.wrapping_offset(self.step.wrapping_mul(column as isize)).wrapping_add(term);
                // SAFETY: 8 terms of 8 columns, which there are; there is room for all.
                unsafe { s.turn(from, self.step, self.to.add(term * self.columns + column), self.columns) };
                column += 8;
            }
            term += 8;
        }
    }
}
