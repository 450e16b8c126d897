//! Packing: parts of the factors copied to where tiles read neighbours.
//!
//! A panel of the left factor is `[term][row]` for the rows of one tile, a panel of the right factor `[term][column]` for whole gangs of columns.
//! Rows, columns and terms may each run over several labels that are not one stride: where they are is said by tables of
//! offsets, made a block at a time, so that no factor is ever copied as a whole to bring its labels in order.
//!
//! 1. Every sum of an offset of one table and an offset of the other is an element of the factor; there is room for the panel.

use core::mem::MaybeUninit;

use crate::element::Element;
use crate::lanes::{Fact, Job, Lanes, Simd};

use super::super::matrix::Dim;
use super::tile::{self, MAX_ROWS};

/// The offsets along loops, the outermost first, of some points from `first` on: `take` says in which participant.
#[inline(always)]
pub fn offsets(dims: &[Dim], first: usize, into: &mut [isize], take: impl Fn(&Dim) -> isize) {
    let Some((inner, outer)) = dims.split_last() else { return into.fill(0) };
    let step = take(inner);
    let (mut done, mut group) = (0, first / inner.extent);
    let mut index = first % inner.extent;
    while done < into.len() {
        let mut rest = group;
        let mut at = 0isize;
        for dim in outer.iter().rev() {
            at = at.wrapping_add(take(dim).wrapping_mul((rest % dim.extent) as isize));
            rest /= dim.extent;
        }
        let count = (inner.extent - index).min(into.len() - done);
        for (n, offset) in into[done..done + count].iter_mut().enumerate() {
            *offset = at.wrapping_add(step.wrapping_mul((index + n) as isize));
        }
        done += count;
        group += 1;
        index = 0;
    }
}

/// The distance from each offset to the next, where it is always the same; 0 for one offset.
#[inline(always)]
pub fn step(offsets: &[isize]) -> Option<isize> {
    let &[first, second, ..] = offsets else { return Some(0) };
    let step = second.wrapping_sub(first);
    offsets.windows(2).all(|pair| pair[1].wrapping_sub(pair[0]) == step).then_some(step)
}

/// A block of the left factor, in panels of as many rows as tiles have.
///
/// Safety: invariant 1, with room for each row and term.
pub struct Left<'a, T> {
    pub from: *const T,
    pub rows: &'a [isize],
    pub terms: &'a [isize],
    pub to: *mut T,
}

impl<T: Element> Job for Left<'_, T> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, _: S) {
        let shape = tile::Shape::<T>::of::<S>();
        let mut row = 0;
        while row < self.rows.len() {
            let some = shape.next_rows(self.rows.len() - row);
            let to = self.to.wrapping_add(row * self.terms.len());
            // SAFETY: the caller's promise.
            unsafe { left(self.from, &self.rows[row..row + some], self.terms, to) };
            row += some;
        }
    }
}

/// A block of the right factor, in panels of as many columns as tiles have.
///
/// Safety: invariant 1; there is room for whole tiles of `columns`.
pub struct Right<'a, T> {
    pub from: *const T,
    pub columns: &'a [Dim],
    /// The first column, and how many.
    pub first: usize,
    pub count: usize,
    pub terms: &'a [isize],
    /// How many terms at a time are neighbours.
    pub run: usize,
    pub to: *mut T,
}

impl<T: Element> Job for Right<'_, T> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let width = tile::Shape::<T>::of::<S>().columns;
        let mut table = [0; tile::MAX_COLUMNS];
        let mut column = 0;
        while column < self.count {
            let some = if self.count - column < width { self.count - column } else { width };
            offsets(self.columns, self.first + column, &mut table[..some], |dim| dim.right);
            let to = self.to.wrapping_add(column * self.terms.len());
            // SAFETY: the caller's promise.
            unsafe { right(s, self.from, &table[..some], self.terms, self.run, to, width) };
            column += width;
        }
    }
}

/// A panel of the left factor.
///
/// # Safety
///
/// Invariant 1; there are 1 to `MAX_ROWS` rows.
#[inline(always)]
unsafe fn left<T: Copy>(from: *const T, rows: &[isize], terms: &[isize], to: *mut T) {
    macro_rules! by_rows {
        ($($R:literal)*) => {
            match rows.len() {
                $($R => {
                    let mut table = [0; $R];
                    table.copy_from_slice(rows);
                    // SAFETY: the caller's promise.
                    unsafe { left_rows::<T, $R>(from, table, terms, to) }
                })*
                _ => {}
            }
        };
    }
    const { assert!(MAX_ROWS == 6) };
    by_rows! { 1 2 3 4 6 }
}

/// # Safety
///
/// As for [`left`].
#[inline(always)]
unsafe fn left_rows<T: Copy, const R: usize>(from: *const T, rows: [isize; R], terms: &[isize], mut to: *mut T) {
    let mut t = 0;
    while t < terms.len() {
        let mut r = 0;
        while r < R {
            // SAFETY: (1).
            unsafe { to.add(r).write(from.wrapping_offset(terms[t].wrapping_add(rows[r])).read()) };
            r += 1;
        }
        to = to.wrapping_add(R);
        t += 1;
    }
}

/// A panel of the right factor, `width` wide: `columns`, and then whatever is there. `run` says how many terms at a time are neighbours.
///
/// # Safety
///
/// Invariant 1; there are 1 to `width` columns, and `width` is one or two gangs.
#[inline(always)]
unsafe fn right<S: Simd, T: Element>(
    s: S,
    from: *const T,
    columns: &[isize],
    terms: &[isize],
    run: usize,
    to: *mut T,
    width: usize,
) {
    // SAFETY: the caller's promise.
    unsafe {
        match step(columns) {
            Some(1) => near(s, from.wrapping_offset(columns[0]), columns.len(), terms, to, width),
            // One column is as near as it gets.
            Some(_) if columns.len() == 1 => near(s, from.wrapping_offset(columns[0]), 1, terms, to, width),
            Some(step) if run >= 8 && columns.len() == width => {
                turned(s, from.wrapping_offset(columns[0]), step, (columns, terms, run), to, width, from);
            }
            _ => gather(from, columns, terms, to, width),
        }
    }
}

/// Columns that are neighbours.
///
/// # Safety
///
/// As for [`right`].
#[inline(always)]
unsafe fn near<S: Simd, T: Element>(
    s: S,
    from: *const T,
    columns: usize,
    terms: &[isize],
    mut to: *mut T,
    width: usize,
) {
    let mut t = 0;
    while t < terms.len() {
        let mut first = 0;
        while first < width {
            // SAFETY: (1); lanes from `columns` on are never read as numbers that matter.
            unsafe {
                let at = from.wrapping_offset(terms[t]).wrapping_add(first);
                if columns >= first + S::LANES {
                    T::Gang::<S>::load(s, at).store(to.add(first));
                } else if columns > first {
                    T::Gang::<S>::load_first(s, at, columns - first).store(to.add(first));
                } else {
                    T::Gang::<S>::splat(s, T::zero()).store(to.add(first));
                }
            }
            first += S::LANES;
        }
        to = to.wrapping_add(width);
        t += 1;
    }
}

/// Columns that are one stride apart, and terms that are neighbours: squares of 8 by 8 are turned.
///
/// # Safety
///
/// As for [`right`], with whole gangs of columns that are `step` apart.
#[inline(always)]
unsafe fn turned<S: Simd, T: Element>(
    s: S,
    first: *const T,
    step: isize,
    (columns, terms, run): (&[isize], &[isize], usize),
    to: *mut T,
    width: usize,
    from: *const T,
) {
    let mut t = 0;
    while t < terms.len() {
        // Where 8 terms are not one run, they are copied one by one.
        let whole = t + 8 <= terms.len() && terms[t + 7].wrapping_sub(terms[t]) == 7;
        // SAFETY: (1).
        unsafe {
            if whole {
                let mut column = 0;
                while column < width {
                    let at = first.wrapping_offset(terms[t]).wrapping_offset(step.wrapping_mul(column as isize));
                    s.turn(at, step, to.add(t * width + column), width);
                    column += 8;
                }
                t += 8;
            } else {
                let mut end = t + run.min(8);
                if end > terms.len() {
                    end = terms.len();
                }
                gather(from, columns, &terms[t..end], to.add(t * width), width);
                t = end;
            }
        }
    }
}

/// Columns and terms anywhere.
///
/// # Safety
///
/// As for [`right`].
#[inline(never)]
unsafe fn gather<T: Element>(from: *const T, columns: &[isize], terms: &[isize], to: *mut T, width: usize) {
    let to = to.cast::<MaybeUninit<T>>();
    for (t, term) in terms.iter().enumerate() {
        for (c, column) in columns.iter().enumerate() {
            // SAFETY: (1).
            unsafe {
                to.add(t * width + c)
                    .write(from.wrapping_offset(term.wrapping_add(*column)).cast::<MaybeUninit<T>>().read())
            };
        }
        for c in columns.len()..width {
            // SAFETY: (1).
            unsafe { to.add(t * width + c).write(MaybeUninit::new(T::zero())) };
        }
    }
}
