//! The innermost loops of a scan, for all tiers.
//!
//! No closure evaluates the function on gangs: it would not have the target features of the loop that it is written in.

use crate::element::Element;
use crate::lanes::{Job, LaneArray, Lanes as _, Mask, Simd};
use crate::reduce::{Join, JoinOrder, Loop, load};

/// `to[row, x] = f(to[row - 1, x], from[row, x])`, a gang of points at a time; the first row is copied.
///
/// Safety: the elements are readable, and `to` is writable, at each row and `width` points; they share no memory.
pub(super) struct Rows<T, F> {
    pub f: F,
    pub from: *const T,
    /// From point to point.
    pub step: isize,
    pub to: *mut T,
    pub width: usize,
    pub rows: Loop,
}

/// Rows that are written at once: what they are joined to is read once.
const ROWS: usize = 4;

impl<T: Element, F: Join<T>> Job for Rows<T, F> {
    type Output = ();
    const WIDEST: usize = F::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let mut x = 0;
        while x < self.width {
            let count = if self.width - x < S::LANES { self.width - x } else { S::LANES };
            // SAFETY: on the points: the caller's promise.
            unsafe {
                let from = self.from.offset(x as isize * self.step);
                load::<T, S>(s, from, self.step, count).store_first(self.to.add(x), count);
            }
            x += S::LANES;
        }
        let mut row = 1;
        while row < self.rows.extent {
            let rows = if self.rows.extent - row < ROWS { self.rows.extent - row } else { ROWS };
            // SAFETY: as above; the row before has been written.
            unsafe { self.some::<S>(s, row as isize, rows) };
            row += rows;
        }
    }
}

impl<T: Element, F: Join<T>> Rows<T, F> {
    /// Some rows from `row` on.
    #[inline(always)]
    unsafe fn some<S: Simd>(&self, s: S, row: isize, rows: usize) {
        let (down, out) = (self.rows.step, self.rows.out);
        // SAFETY: on the points: the caller's promise.
        unsafe {
            let (from, to) = (self.from.offset(row * down), self.to.offset(row * out));
            let mut x = 0;
            while rows == ROWS && self.step == 1 && x + S::LANES <= self.width {
                let (from, to) = (from.add(x), to.add(x));
                let mut joined = T::Gang::<S>::load(s, to.offset(-out));
                joined = self.f.gang(s, joined, T::Gang::<S>::load(s, from));
                joined.store(to);
                joined = self.f.gang(s, joined, T::Gang::<S>::load(s, from.offset(down)));
                joined.store(to.offset(out));
                joined = self.f.gang(s, joined, T::Gang::<S>::load(s, from.offset(2 * down)));
                joined.store(to.offset(2 * out));
                joined = self.f.gang(s, joined, T::Gang::<S>::load(s, from.offset(3 * down)));
                joined.store(to.offset(3 * out));
                x += S::LANES;
            }
            while x < self.width {
                let count = if self.width - x < S::LANES { self.width - x } else { S::LANES };
                let (from, to) = (from.offset(x as isize * self.step), to.add(x));
                let mut joined = load::<T, S>(s, to.offset(-out).cast_const(), 1, count);
                let mut next = 0;
                while next < rows as isize {
                    joined = self.f.gang(s, joined, load::<T, S>(s, from.offset(next * down), self.step, count));
                    joined.store_first(to.offset(next * out), count);
                    next += 1;
                }
                x += S::LANES;
            }
        }
    }
}

/// `to[line, k] = f(to[line, k - 1], from[line, k])`, line by line.
///
/// Safety: the elements are readable, and `to` is writable, at each line and point; they share no memory.
pub(super) struct Lines<T, F> {
    pub f: F,
    pub from: *const T,
    pub to: *mut T,
    pub lines: Loop,
    pub along: Loop,
}

/// The most lanes of a gang.
const MAX_LANES: usize = 16;

/// Lines that are scanned at once, element by element: each waits for its own elements only.
const TOGETHER: usize = 4;

impl<T: Element, F: Join<T>> Job for Lines<T, F> {
    type Output = ();
    const WIDEST: usize = F::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let gangs = const { <F::Order as JoinOrder>::ANY } && self.along.out == 1 && self.along.extent >= 2 * S::LANES;
        let turned =
            self.lines.step == 1 && self.along.step != 1 && self.along.out == 1 && self.along.extent >= S::LANES;
        let mut line = 0;
        while line < self.lines.extent {
            // SAFETY: on the points: the caller's promise.
            unsafe {
                let at = line as isize;
                let (from, to) = (self.from.offset(at * self.lines.step), self.to.offset(at * self.lines.out));
                if turned && line + S::LANES <= self.lines.extent {
                    self.turned::<S>(s, from, to);
                    line += S::LANES;
                } else if gangs {
                    self.in_gangs::<S>(s, from, to);
                    line += 1;
                } else if line + TOGETHER <= self.lines.extent {
                    self.one_by_one::<TOGETHER>(from, to, 0);
                    line += TOGETHER;
                } else {
                    self.one_by_one::<1>(from, to, 0);
                    line += 1;
                }
            }
        }
    }
}

impl<T: Element, F: Join<T>> Lines<T, F> {
    /// `N` lines, from left to right; the points before `start` have been written.
    #[inline(always)]
    unsafe fn one_by_one<const N: usize>(&self, from: *const T, to: *mut T, start: usize) {
        let Loop { extent, step, out } = self.along;
        // SAFETY: on the points: the caller's promise.
        unsafe {
            let mut joined: [T; N] = core::array::from_fn(|line| match start {
                0 => from.offset(line as isize * self.lines.step).read(),
                start => to.offset(line as isize * self.lines.out + (start as isize - 1) * out).read(),
            });
            for point in start as isize..extent as isize {
                for (line, joined) in joined.iter_mut().enumerate() {
                    let line = line as isize;
                    if point > 0 {
                        let next = from.offset(line * self.lines.step + point * step).read();
                        *joined = self.f.scalar(*joined, next);
                    }
                    to.offset(line * self.lines.out + point * out).write(*joined);
                }
            }
        }
    }

    /// As many lines as a gang has lanes, from left to right, where the elements of different lines are neighbours, and the outputs of one line: squares of
    /// them are turned in registers.
    #[inline(always)]
    unsafe fn turned<S: Simd>(&self, s: S, from: *const T, to: *mut T) {
        let Loop { extent, step, .. } = self.along;
        // SAFETY: on the points: the caller's promise.
        unsafe {
            let mut joined = T::Gang::<S>::load(s, from);
            let mut point = 0;
            while point + S::LANES <= extent {
                let mut rows = [joined; MAX_LANES];
                let mut row = 0;
                while row < S::LANES {
                    if point + row > 0 {
                        let next = T::Gang::<S>::load(s, from.offset((point + row) as isize * step));
                        joined = self.f.gang(s, joined, next);
                    }
                    rows[row] = joined;
                    row += 1;
                }
                let lines = T::Gang::<S>::transpose(s, LaneArray::from_fn(|row| rows[row]));
                let mut line = 0;
                while line < S::LANES {
                    lines.lane(line).store(to.offset(line as isize * self.lines.out).add(point));
                    line += 1;
                }
                point += S::LANES;
            }
            let mut line = 0;
            while point < extent && line < S::LANES {
                let at = line as isize;
                let (from, to) = (from.offset(at * self.lines.step), to.offset(at * self.lines.out));
                self.one_by_one::<TOGETHER>(from, to, point);
                line += TOGETHER;
            }
        }
    }

    /// A line of outputs that are neighbours.
    #[inline(always)]
    unsafe fn in_gangs<S: Simd>(&self, s: S, from: *const T, to: *mut T) {
        let Loop { extent, step, .. } = self.along;
        let f = self.f;
        // SAFETY: on the line, which has a gang at least: the caller's promise.
        unsafe {
            let first = scanned::<T, F, S>(s, f, load::<T, S>(s, from, step, S::LANES));
            first.store(to);
            let mut before = last::<T, S>(s, first);
            let mut x = S::LANES;
            // Two gangs at once, apart from a loop for any stride: a test in each step would cost as much as a join.
            while step == 1 && x + 2 * S::LANES <= extent {
                let one = scanned::<T, F, S>(s, f, T::Gang::<S>::load(s, from.add(x)));
                let two = scanned::<T, F, S>(s, f, T::Gang::<S>::load(s, from.add(x + S::LANES)));
                f.gang(s, before, one).store(to.add(x));
                before = f.gang(s, before, last::<T, S>(s, one));
                f.gang(s, before, two).store(to.add(x + S::LANES));
                before = f.gang(s, before, last::<T, S>(s, two));
                x += 2 * S::LANES;
            }
            while x < extent {
                let count = if extent - x < S::LANES { extent - x } else { S::LANES };
                let gang = load::<T, S>(s, from.offset(x as isize * step), step, count);
                let gang = scanned::<T, F, S>(s, f, gang);
                f.gang(s, before, gang).store_first(to.add(x), count);
                // All of the gang joined first: the next gang waits for one join, not for two.
                before = f.gang(s, before, last::<T, S>(s, gang));
                x += S::LANES;
            }
        }
    }
}

/// The last lane in all lanes.
#[inline(always)]
fn last<T: Element, S: Simd>(s: S, gang: T::Gang<S>) -> T::Gang<S> {
    T::Gang::<S>::splat(s, gang.to_array().lane(S::LANES - 1))
}

/// Each lane joined with all lanes below it.
#[inline(always)]
fn scanned<T: Element, F: Join<T>, S: Simd>(s: S, f: F, gang: T::Gang<S>) -> T::Gang<S> {
    let mut scanned = gang;
    let mut by = 1;
    while by < S::LANES {
        let joined = f.gang(s, scanned.slide(s, by), scanned);
        scanned = T::Gang::<S>::select(!S::Mask::first(s, by), joined, scanned);
        by *= 2;
    }
    scanned
}
