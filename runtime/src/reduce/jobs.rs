//! The innermost loops of a reduction, for all tiers: gangs of outputs, and gangs of elements that are joined.
//!
//! No closure evaluates the function on gangs: it would not have the target features of the loop that it is written in.
use core::mem::MaybeUninit;

use super::table::{Loop, each_point};
use super::{Join, JoinOrder};
use crate::element::Element;
use crate::lanes::{Job, LaneArray, Lanes, Mask, Simd};

/// A gang, or its first `count` lanes, `step` apart.
///
/// # Safety
///
/// The elements are readable; `1 <= count <= LANES`.
#[inline(always)]
pub(crate) unsafe fn load<T: Element, S: Simd>(s: S, from: *const T, step: isize, count: usize) -> T::Gang<S> {
    // SAFETY: the caller's promise.
    unsafe {
        match (step, count == S::LANES) {
            (1, true) => T::Gang::<S>::load(s, from),
            (1, false) => T::Gang::<S>::load_first(s, from, count),
            (0, _) => T::Gang::<S>::splat(s, from.read()),
            (_, true) => T::Gang::<S>::load_strided(s, from, step),
            (_, false) => {
                let lane = |lane: usize| from.offset(step * lane.min(count - 1) as isize).read();
                T::Gang::<S>::from_array(s, LaneArray::from_fn(lane))
            }
        }
    }
}

/// `to[x] = f(…f(f(to[x], row 0), row 1)…)` over some rows, each a gang of outputs at a time; `to[x]` is not read where `put`.
///
/// Safety: the elements are readable at each row and `width` points, `to` is writable there, and initialised unless `put`; it
/// shares no memory with the elements; there is a row, and a point.
pub(super) struct Rows<T, F> {
    pub f: F,
    pub from: *const T,
    /// From point to point.
    pub step: isize,
    /// The rows.
    pub outer: Loop,
    pub inner: Loop,
    pub to: *mut T,
    pub width: usize,
    pub put: bool,
}

/// Rows that are read at once: a quarter of the loads and stores of what they are joined to.
const ROWS: usize = 4;

impl<T: Element, F: Join<T>> Job for Rows<T, F> {
    type Output = ();
    const WIDEST: usize = F::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let whole = if self.step == 1 { self.width / S::LANES * S::LANES } else { 0 };
        let mut put = self.put;
        for outer in 0..self.outer.extent as isize {
            // SAFETY: on the rows and points: the caller's promise. What is read of `to` was given, or written by earlier rows.
            unsafe {
                let from = self.from.offset(outer * self.outer.step);
                let mut row = 0;
                let mut put_whole = put;
                while whole > 0 && row + ROWS <= self.inner.extent {
                    self.four::<S>(s, from.offset(row as isize * self.inner.step), whole, put_whole);
                    put_whole = false;
                    row += ROWS;
                }
                if row < self.inner.extent {
                    let from = from.offset(row as isize * self.inner.step);
                    self.some::<S>(s, from, self.inner.extent - row, 0, whole, put_whole);
                }
                self.some::<S>(s, from, self.inner.extent, whole, self.width, put);
            }
            put = false;
        }
    }
}

impl<T: Element, F: Join<T>> Rows<T, F> {
    /// Four rows of neighbours, `whole` of them.
    #[inline(always)]
    unsafe fn four<S: Simd>(&self, s: S, from: *const T, whole: usize, put: bool) {
        let (f, to) = (self.f, self.to);
        let mut x = 0;
        while x < whole {
            // SAFETY: the caller's promise.
            unsafe {
                let row = [
                    from.add(x),
                    from.add(x).offset(self.inner.step),
                    from.add(x).offset(2 * self.inner.step),
                    from.add(x).offset(3 * self.inner.step),
                ];
                let mut joined = T::Gang::<S>::load(s, row[0]);
                if !put {
                    joined = f.gang(s, T::Gang::<S>::load(s, to.add(x)), joined);
                }
                joined = f.gang(s, joined, T::Gang::<S>::load(s, row[1]));
                joined = f.gang(s, joined, T::Gang::<S>::load(s, row[2]));
                joined = f.gang(s, joined, T::Gang::<S>::load(s, row[3]));
                joined.store(to.add(x));
            }
            x += S::LANES;
        }
    }

    /// Some rows at points `x..end`: all rows at one gang of points, before the next gang.
    #[inline(always)]
    unsafe fn some<S: Simd>(&self, s: S, from: *const T, rows: usize, x: usize, end: usize, put: bool) {
        let mut x = x;
        while x < end {
            let count = S::LANES.min(end - x);
            // SAFETY: the caller's promise.
            unsafe {
                let from = from.offset(x as isize * self.step);
                let mut joined =
                    load::<T, S>(s, if put { from } else { self.to.add(x) }, if put { self.step } else { 1 }, count);
                let mut row = usize::from(put);
                while row < rows {
                    let next = load::<T, S>(s, from.offset(row as isize * self.inner.step), self.step, count);
                    joined = self.f.gang(s, joined, next);
                    row += 1;
                }
                joined.store_first(self.to.add(x), count);
            }
            x += S::LANES;
        }
    }
}

/// `to[x] = f(to[x], other[x])`.
///
/// Safety: both are `width` initialised elements, apart from each other.
pub(super) struct JoinRows<T, F> {
    pub f: F,
    pub to: *mut T,
    pub other: *const T,
    pub width: usize,
}

impl<T: Element, F: Join<T>> Job for JoinRows<T, F> {
    type Output = ();
    const WIDEST: usize = F::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let mut x = 0;
        while x < self.width {
            let count = S::LANES.min(self.width - x);
            // SAFETY: inside both: the caller's promise.
            unsafe {
                let to = self.to.add(x);
                let joined =
                    self.f.gang(s, load::<T, S>(s, to, 1, count), load::<T, S>(s, self.other.add(x), 1, count));
                joined.store_first(to, count);
            }
            x += S::LANES;
        }
    }
}

/// Elements of a line that are joined one gang after another: longer ones are joined as a tree of such blocks, so that
/// rounding grows with the logarithm of their number.
const BLOCK: usize = 4096;

/// `out = the elements of its lines, joined`, for some outputs.
///
/// Safety: the elements are readable at each output and each point of the loops, and the outputs writable; no extent is 0.
pub(super) struct Lines<'a, T, F> {
    pub f: F,
    pub from: *const T,
    pub outputs: Loop,
    /// Loops around a line.
    pub around: &'a [Loop],
    pub along: Loop,
    pub to: *mut T,
    /// What is joined first.
    pub start: Option<T>,
}

impl<T: Element, F: Join<T>> Job for Lines<'_, T, F> {
    type Output = ();
    const WIDEST: usize = F::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        for output in 0..self.outputs.extent as isize {
            // SAFETY: on the points: the caller's promise.
            unsafe {
                let from = self.from.offset(output * self.outputs.step);
                let value = if const { F::Order::ANY } { self.any_order::<S>(s, from) } else { self.in_order(from) };
                self.to.offset(output * self.outputs.out).write(value);
            }
        }
    }
}

impl<T: Element, F: Join<T>> Lines<'_, T, F> {
    #[inline(always)]
    unsafe fn in_order(&self, from: *const T) -> T {
        // SAFETY: the caller's promise.
        unsafe {
            let mut joined = self.start;
            each_point(self.around, |at, _| {
                for point in 0..self.along.extent as isize {
                    let next = from.offset(at + point * self.along.step).read();
                    joined = Some(match joined {
                        Some(joined) => self.f.scalar(joined, next),
                        None => next,
                    });
                }
            });
            // There is a point.
            joined.unwrap_or_else(|| from.read())
        }
    }

    #[inline(always)]
    unsafe fn any_order<S: Simd>(&self, s: S, from: *const T) -> T {
        let mut tree = Tree::<T, F>::new(self.f);
        let mut index = [0usize; crate::shape::MAX_RANK];
        let mut at = 0isize;
        'lines: loop {
            let mut point = 0;
            while point < self.along.extent {
                let count = BLOCK.min(self.along.extent - point);
                // SAFETY: the caller's promise.
                let value = unsafe {
                    line::<T, F, S>(
                        s,
                        self.f,
                        from.offset(at + point as isize * self.along.step),
                        self.along.step,
                        count,
                    )
                };
                tree.push(value);
                point += count;
            }
            // Not by `each_point`: its closure would not have the tier's features.
            let mut axis = self.around.len();
            loop {
                if axis == 0 {
                    break 'lines;
                }
                axis -= 1;
                let Loop { extent, step, .. } = self.around[axis];
                index[axis] += 1;
                at += step;
                if index[axis] < extent {
                    break;
                }
                index[axis] = 0;
                at -= step * extent as isize;
            }
        }
        let value = tree.finish();
        match self.start {
            Some(start) => self.f.scalar(start, value),
            None => value,
        }
    }
}

/// Elements of one line, joined.
///
/// # Safety
///
/// They are readable, and there is one.
#[inline(always)]
unsafe fn line<T: Element, F: Join<T>, S: Simd>(s: S, f: F, from: *const T, step: isize, count: usize) -> T {
    // SAFETY: on the line: the caller's promise.
    unsafe {
        if count < S::LANES {
            let mut joined = from.read();
            let mut point = 1;
            while point < count {
                joined = f.scalar(joined, from.offset(point as isize * step).read());
                point += 1;
            }
            return joined;
        }
        let mut first = load::<T, S>(s, from, step, S::LANES);
        let mut x = S::LANES;
        if step == 1 && count >= 8 * S::LANES {
            let mut second = T::Gang::<S>::load(s, from.add(S::LANES));
            let mut third = T::Gang::<S>::load(s, from.add(2 * S::LANES));
            let mut fourth = T::Gang::<S>::load(s, from.add(3 * S::LANES));
            x = 4 * S::LANES;
            while x + 4 * S::LANES <= count {
                let next = from.add(x);
                first = f.gang(s, first, T::Gang::<S>::load(s, next));
                second = f.gang(s, second, T::Gang::<S>::load(s, next.add(S::LANES)));
                third = f.gang(s, third, T::Gang::<S>::load(s, next.add(2 * S::LANES)));
                fourth = f.gang(s, fourth, T::Gang::<S>::load(s, next.add(3 * S::LANES)));
                x += 4 * S::LANES;
            }
            first = f.gang(s, f.gang(s, first, second), f.gang(s, third, fourth));
        }
        while x < count {
            let lanes = if count - x < S::LANES { count - x } else { S::LANES };
            let joined = f.gang(s, first, load::<T, S>(s, from.offset(x as isize * step), step, lanes));
            // Lanes beyond the line keep what they have.
            first =
                if lanes == S::LANES { joined } else { T::Gang::<S>::select(S::Mask::first(s, lanes), joined, first) };
            x += S::LANES;
        }
        lanes_joined::<T, F, S>(f, first)
    }
}

/// All lanes as one element: halves joined with halves.
#[inline(always)]
fn lanes_joined<T: Element, F: Join<T>, S: Simd>(f: F, gang: T::Gang<S>) -> T {
    gang.reduce(|x, y| f.scalar(x, y))
}

/// Values that are joined as they come, two that stand for as many values each first.
struct Tree<T, F> {
    f: F,
    /// How many values came: a bit of it tells of a value that stands for as many.
    count: u64,
    values: [MaybeUninit<T>; 64],
}

impl<T: Element, F: Join<T>> Tree<T, F> {
    #[inline(always)]
    fn new(f: F) -> Self {
        Tree { f, count: 0, values: [MaybeUninit::uninit(); 64] }
    }

    #[inline(always)]
    fn push(&mut self, value: T) {
        let mut value = value;
        let mut level = 0;
        while self.count >> level & 1 == 1 {
            // SAFETY: the bit says that the value was written.
            value = self.f.scalar(unsafe { self.values[level].assume_init() }, value);
            level += 1;
        }
        self.values[level].write(value);
        self.count += 1;
    }

    /// All of them joined; there is one.
    #[inline(always)]
    fn finish(&self) -> T {
        let mut level = self.count.trailing_zeros() as usize;
        // SAFETY: as in `push`.
        let mut value = unsafe { self.values[level].assume_init() };
        level += 1;
        while level < 64 && self.count >> level != 0 {
            if self.count >> level & 1 == 1 {
                // SAFETY: as in `push`.
                value = self.f.scalar(unsafe { self.values[level].assume_init() }, value);
            }
            level += 1;
        }
        value
    }
}
