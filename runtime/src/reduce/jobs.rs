//! The innermost loops of a reduction, for all tiers: gangs of outputs, and gangs of elements that are joined.
//!
//! No closure evaluates the function on gangs: it would not have the target features of the loop that it is written in.
use core::mem::MaybeUninit;

use super::table::{Loop, each_point};
use super::{Join, JoinOrder};
use crate::element::Element;
use crate::lanes::{Job, LaneArray, Lanes, Mask, Simd};
use crate::shape::MAX_RANK;

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

/// Gangs of points that are joined together, in registers.
const BLOCK: usize = 4;

/// Rows that are joined before the next points are looked at: as many streams of memory as a CPU follows.
const SWEEP: usize = 8;

/// Points of which all rows are joined at once: what is read of them stays in a cache.
const NARROW: usize = 64;

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
                let (mut row, mut put_whole) = (0, put);
                while whole > 0 && row < self.inner.extent {
                    let left = self.inner.extent - row;
                    let rows = if left < SWEEP || whole <= NARROW { left } else { SWEEP };
                    self.sweep::<S>(s, from.offset(row as isize * self.inner.step), rows, whole, put_whole);
                    put_whole = false;
                    row += rows;
                }
                self.some::<S>(s, from, self.inner.extent, whole, self.width, put);
            }
            put = false;
        }
    }
}

impl<T: Element, F: Join<T>> Rows<T, F> {
    /// Some rows of neighbours, `whole` of them.
    #[inline(always)]
    unsafe fn sweep<S: Simd>(&self, s: S, from: *const T, rows: usize, whole: usize, put: bool) {
        let mut x = 0;
        // SAFETY: the caller's promise.
        unsafe {
            // On the portable tier a gang fills registers enough.
            if const { !S::FALLBACK } {
                while x + BLOCK * S::LANES <= whole {
                    self.gangs::<S, BLOCK>(s, from.add(x), rows, self.to.add(x), put);
                    x += BLOCK * S::LANES;
                }
            }
            while x < whole {
                self.gangs::<S, 1>(s, from.add(x), rows, self.to.add(x), put);
                x += S::LANES;
            }
        }
    }

    /// Some rows at as many gangs of neighbours.
    #[inline(always)]
    unsafe fn gangs<S: Simd, const GANGS: usize>(&self, s: S, from: *const T, rows: usize, to: *mut T, put: bool) {
        // SAFETY: the caller's promise.
        unsafe {
            let start = if put { from } else { to.cast_const() };
            let mut joined = [T::Gang::<S>::load(s, start); GANGS];
            for (gang, joined) in joined.iter_mut().enumerate() {
                *joined = T::Gang::<S>::load(s, start.add(gang * S::LANES));
            }
            let mut row = usize::from(put);
            while row < rows {
                let next = from.offset(row as isize * self.inner.step);
                for (gang, joined) in joined.iter_mut().enumerate() {
                    *joined = self.f.gang(s, *joined, T::Gang::<S>::load(s, next.add(gang * S::LANES)));
                }
                row += 1;
            }
            for (gang, joined) in joined.into_iter().enumerate() {
                joined.store(to.add(gang * S::LANES));
            }
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

/// Elements of a line that are joined one gang after another: longer ones are joined as a tree of such pieces, so that
/// rounding grows with the logarithm of their number.
const PIECE: usize = 4096;

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
        let mut index = [0usize; MAX_RANK];
        let (mut at, mut point) = (0isize, 0);
        let value = loop {
            let count = if self.along.extent - point < PIECE { self.along.extent - point } else { PIECE };
            // SAFETY: the caller's promise.
            let value = unsafe {
                let from = from.offset(at + point as isize * self.along.step);
                line::<T, F, S>(s, self.f, from, self.along.step, count)
            };
            point += count;
            if point == self.along.extent {
                point = 0;
                if !next_line(self.around, &mut index, &mut at) {
                    break tree.finish(value);
                }
            }
            tree.push(value);
        };
        match self.start {
            Some(start) => self.f.scalar(start, value),
            None => value,
        }
    }
}

/// Steps to the next line of some loops around it: not by `each_point`, whose closure would not have the tier's features. Whether there is one.
#[inline(always)]
fn next_line(around: &[Loop], index: &mut [usize; MAX_RANK], at: &mut isize) -> bool {
    let mut axis = around.len();
    while axis > 0 {
        axis -= 1;
        let Loop { extent, step, .. } = around[axis];
        index[axis] += 1;
        *at += step;
        if index[axis] < extent {
            return true;
        }
        index[axis] = 0;
        *at -= step * extent as isize;
    }
    false
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

    /// All of them joined with one more, which came last. Where it is the only one, nothing was written to memory.
    #[inline(always)]
    fn finish(&self, last: T) -> T {
        let (mut value, mut level) = (last, 0);
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
