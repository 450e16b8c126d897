//! Copies whose elements are neighbours along one axis where they are read and along another where they are written:
//! transposes.
//!
//! Such a copy runs in squares of one cache line a side: all lines of a square stay in the first-level cache while its columns
//! are collected on the stack, turned in registers where elements have 4 or 8 bytes, and written as whole lines. The squares follow each other along the axis of the reads, so that these run
//! through memory as many rows at a time as a line holds elements, which the CPU foresees; the writes need no foresight.
//! Large results are written past the caches, since nothing of them would be there when it is read.

use core::mem::MaybeUninit;

use crate::lanes::{Job, Simd, Tier, stream_fence};

/// Bytes of a cache line.
const LINE: usize = 64;
/// Results of this size and more are written past the caches.
const LARGE: usize = 16 << 20;

/// A transpose: `rows` rows of `columns` neighbours each are read, and become columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub(super) rows: usize,
    pub(super) columns: usize,
    /// From one row that is read to the next.
    pub(super) from: isize,
    /// From one row that is written, of `rows` elements, to the next.
    pub(super) to: isize,
}

/// Room for the lines of a square, or of two: at most 64 columns of two lines.
#[repr(align(64))]
struct Lines(MaybeUninit<[u8; 2 * LINE * LINE]>);

/// How many elements a line holds; 0 where they do not fill it.
const fn side<T>() -> usize {
    if size_of::<T>() == 0 || !LINE.is_multiple_of(size_of::<T>()) || align_of::<T>() > LINE {
        0
    } else {
        LINE / size_of::<T>()
    }
}

impl Turn {
    /// Whether squares are worth the trouble.
    pub(super) fn pays<T>(&self) -> bool {
        side::<T>() >= 2 && self.rows >= side::<T>() && self.columns >= side::<T>()
    }

    /// Copies; large results, of `total` elements in all such turns, past the caches.
    ///
    /// # Safety
    ///
    /// As [`transfer`](super::transfer) of these two axes.
    pub(super) unsafe fn run<T: Copy>(&self, from: *const T, to: *mut T, total: usize) {
        let side = side::<T>();
        let lines = |stride: isize| stride.unsigned_abs().wrapping_mul(size_of::<T>()).is_multiple_of(LINE);
        let stream = total.saturating_mul(size_of::<T>()) >= LARGE && to.addr().is_multiple_of(LINE) && lines(self.to);
        let rows = self.rows / side * side;
        // Past the caches, two lines next to each other are written faster than one.
        let pairs = if stream { rows / (2 * side) * 2 * side } else { 0 };
        // SAFETY: bands of rows below the extent, then the rows that are left.
        unsafe {
            for row in (0..pairs).step_by(2 * side) {
                self.band::<T, 2>(
                    from.wrapping_offset(self.from.wrapping_mul(row as isize)),
                    to.wrapping_add(row),
                    stream,
                );
            }
            for row in (pairs..rows).step_by(side) {
                self.band::<T, 1>(
                    from.wrapping_offset(self.from.wrapping_mul(row as isize)),
                    to.wrapping_add(row),
                    stream,
                );
            }
            let read = from.wrapping_offset(self.from.wrapping_mul(rows as isize));
            self.scalars(read, to.wrapping_add(rows), self.rows - rows, 0..self.columns);
        }
        if stream {
            stream_fence();
        }
    }

    /// As many rows as make `LINES` lines of each column.
    ///
    /// # Safety
    ///
    /// As [`Turn::run`], for these rows.
    unsafe fn band<T: Copy, const LINES: usize>(&self, from: *const T, to: *mut T, stream: bool) {
        let side = side::<T>();
        let columns = self.columns / side * side;
        let squares = Squares::<T, LINES> { turn: *self, columns, from, to, stream };
        // SAFETY: squares of columns below the extent, then the columns that are left.
        unsafe {
            Tier::current().run(squares);
            self.scalars(from, to, LINES * side, columns..self.columns);
        }
    }

    /// Elements one by one: `rows` rows from `from` on, and these columns.
    ///
    /// # Safety
    ///
    /// As [`Turn::run`].
    unsafe fn scalars<T: Copy>(&self, from: *const T, to: *mut T, rows: usize, columns: core::ops::Range<usize>) {
        for column in columns {
            let to = to.wrapping_offset(self.to.wrapping_mul(column as isize));
            let from = from.wrapping_add(column);
            for row in 0..rows {
                // SAFETY: the caller's promise.
                unsafe {
                    to.add(row).write(from.wrapping_offset(self.from.wrapping_mul(row as isize)).read());
                }
            }
        }
    }
}

/// The squares of a band. (A job, for the instructions of the tier.)
///
/// Safety: `columns`, which fill squares, of as many rows as fill `LINES` lines, one or two, are readable behind `from`, and the same is
/// writable behind `to`, in lines if they are streamed.
struct Squares<T, const LINES: usize> {
    turn: Turn,
    columns: usize,
    from: *const T,
    to: *mut T,
    stream: bool,
}

impl<T: Copy, const LINES: usize> Job for Squares<T, LINES> {
    type Output = ();
    const WIDEST: usize = 8;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let Squares { turn, columns, from, to, stream } = self;
        let (side, rows) = (side::<T>(), LINES * side::<T>());
        let mut lines = Lines(MaybeUninit::uninit());
        let lines = lines.0.as_mut_ptr().cast::<T>();
        for first in (0..columns).step_by(side) {
            // SAFETY: `side` columns of the band (the caller's promise), each with room for two lines.
            unsafe {
                let from = from.add(first);
                if side >= 8 {
                    for column in (0..side).step_by(8) {
                        for row in (0..rows).step_by(8) {
                            let read = from.wrapping_offset(turn.from.wrapping_mul(row as isize)).add(column);
                            s.turn(read, turn.from, lines.add(column * rows + row), rows);
                        }
                    }
                } else {
                    for column in 0..side {
                        for row in 0..rows {
                            let read = from.wrapping_offset(turn.from.wrapping_mul(row as isize)).add(column);
                            lines.add(column * rows + row).write(read.read());
                        }
                    }
                }
                for column in 0..side {
                    let to = to.wrapping_offset(turn.to.wrapping_mul((first + column) as isize));
                    let line = lines.add(column * rows);
                    if stream {
                        s.stream_lines(line.cast(), to.cast(), LINES);
                    } else {
                        core::ptr::copy_nonoverlapping(line, to, rows);
                    }
                }
            }
        }
    }
}
