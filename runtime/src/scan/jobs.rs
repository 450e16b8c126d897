//! The innermost loops of a scan, for all tiers.
//!
//! No closure evaluates the function on gangs: it would not have the target features of the loop that it is written in.

use crate::element::Element;
use crate::expr::GangOf;
use crate::lanes::{Job, LaneArray, Lanes as _, Mask, Simd, prefetch};
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

    /// A line of outputs that are neighbours, block by block.
    ///
    /// The first gang of a block is scanned in its registers. Lane `x` of each other one becomes the join of as many elements as a gang has, those
    /// up to `x`, of windows that double; so one more join, with the gang before it, makes the scan of the block, and no lane has to
    /// be moved to all the others. What stands before the block is joined last: it is the same for all lanes, and it is the
    /// result of few joins.
    #[inline(always)]
    unsafe fn in_gangs<S: Simd>(&self, s: S, from: *const T, to: *mut T) {
        let Loop { extent, step, .. } = self.along;
        let f = self.f;
        let mut x = 0;
        while x < extent {
            let count = if extent - x < S::LANES { extent - x } else { S::LANES };
            // SAFETY: on the line: the caller's promise. The output before `x` has been written.
            unsafe {
                let gang = load::<T, S>(s, from.offset(x as isize * step), step, count);
                let (mut scanned, mut windows) = scanned::<T, F, S>(s, f, gang);
                if x == 0 {
                    scanned.store(to);
                    x = S::LANES;
                    continue;
                }
                let before = T::Gang::<S>::splat(s, to.add(x - 1).read());
                let joined = f.gang(s, before, scanned);
                if count < S::LANES {
                    return joined.store_first(to.add(x), count);
                }
                joined.store(to.add(x));
                x += S::LANES;
                let end = x + (BLOCK - 1) * S::LANES;
                let end = if end < extent { end } else { extent };
                while step == 1 && x + S::LANES <= end {
                    if const { S::LANES * size_of::<T>() >= LINE } {
                        prefetch(to.wrapping_add(x).cast::<u8>().wrapping_add(OUTPUTS_AHEAD));
                        prefetch(from.wrapping_add(x).cast::<u8>().wrapping_add(ELEMENTS_AHEAD));
                    }
                    let (one, two) = (T::Gang::<S>::load(s, from.add(x - 1)), T::Gang::<S>::load(s, from.add(x)));
                    let window = widened::<T, F, S>(s, f, f.gang(s, one, two), &mut windows);
                    scanned = f.gang(s, scanned, window);
                    f.gang(s, before, scanned).store(to.add(x));
                    x += S::LANES;
                }
            }
        }
    }
}

/// Bytes of a cache line.
const LINE: usize = 64;
/// Cache lines are asked for so many bytes ahead: stores wait for theirs, and so much is in flight that loads are not far enough ahead. A fifth faster
/// beyond the second-level cache.
const OUTPUTS_AHEAD: usize = 1024;
const ELEMENTS_AHEAD: usize = 2048;

/// Gangs of a line that are scanned before they are joined to what stands before them.
const BLOCK: usize = 16;

/// Windows of two elements, four, …, each up to the element of its lane: as many as gangs of [`MAX_LANES`] need.
type Windows<T, S> = [GangOf<T, S>; 3];

/// Each lane joined with all lanes below it; of the windows, those lanes are right that do not begin before the gang.
#[inline(always)]
fn scanned<T: Element, F: Join<T>, S: Simd>(s: S, f: F, gang: T::Gang<S>) -> (T::Gang<S>, Windows<T, S>) {
    let (mut scanned, mut windows) = (gang, [gang; 3]);
    let (mut by, mut level) = (1, 0);
    while by < S::LANES {
        let joined = f.gang(s, scanned.slide(s, scanned, by), scanned);
        scanned = T::Gang::<S>::select(!S::Mask::first(s, by), joined, scanned);
        if level < windows.len() {
            windows[level] = scanned;
        }
        by *= 2;
        level += 1;
    }
    (scanned, windows)
}

/// Windows of `LANES` elements, from those of two; `before` holds the windows of the gang before, and then those of this one.
#[inline(always)]
fn widened<T: Element, F: Join<T>, S: Simd>(s: S, f: F, pairs: T::Gang<S>, before: &mut Windows<T, S>) -> T::Gang<S> {
    let mut window = pairs;
    let (mut by, mut level) = (2, 0);
    while by < S::LANES {
        let earlier = window.slide(s, before[level], by);
        before[level] = window;
        window = f.gang(s, earlier, window);
        by *= 2;
        level += 1;
    }
    window
}
