//! The innermost loops. Each is written once and compiled for the accesses, and the tiers, that are worth it.
//!
//! Loops run a gang at a time; the last gang of a row is loaded and stored in part.

use core::marker::PhantomData;
use core::mem::MaybeUninit;

use crate::element::Element;
use crate::expr::{Args, GangOf, Node, wider};
use crate::lanes::{Job, LaneArray, Lanes, Mask, Simd};

use super::update::{Set, Update};

/// How the operands are walked by the innermost loop. Where it is one of the first three, the loop is compiled for it; any loop
/// asks an operand for its stride once a gang.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Access {
    /// Each with stride 1: `i,i->i`.
    Unit,
    /// The first with stride 1, the others stand: `j` of `ij,i->ij`.
    First,
    /// The second with stride 1, the others stand: `k` of `ij,jk->ik`.
    Second,
    /// Anything else.
    Strided,
}

impl Access {
    pub fn of(strides: &[isize]) -> Self {
        let only = |moving| strides.iter().enumerate().all(|(at, &stride)| stride == isize::from(at == moving));
        if strides.iter().all(|&stride| stride == 1) {
            Access::Unit
        } else if only(0) {
            Access::First
        } else if only(1) {
            Access::Second
        } else {
            Access::Strided
        }
    }
}

/// Steps along a loop.
#[derive(Clone, Copy)]
pub(super) struct Along<S> {
    pub steps: S,
    pub access: Access,
}

/// Evaluates `$loop` with the steps along a loop: constants where the access is known.
macro_rules! specialised {
    ($along:expr, |$steps:ident| $loop:expr) => {
        match $along.access {
            Access::Unit => {
                let $steps = constant_steps::<A>(|_| 1);
                $loop
            }
            Access::First => {
                let $steps = constant_steps::<A>(|at| isize::from(at == 0));
                $loop
            }
            Access::Second => {
                let $steps = constant_steps::<A>(|at| isize::from(at == 1));
                $loop
            }
            Access::Strided => {
                let $steps = $along.steps;
                $loop
            }
        }
    };
}

#[inline(always)]
fn constant_steps<A: Args>(stride: impl Fn(usize) -> isize) -> A::Steps {
    let mut at = 0;
    A::steps(&mut || {
        at += 1;
        stride(at - 1)
    })
}

/// Splits `$points` into gangs: `$whole` runs at the first point of each whole gang, `$rest` at that of the last one, with how many
/// points it has, where it is not whole. No point is left to scalar code.
macro_rules! gangs {
    ($points:expr, $S:ident, |$x:ident| $whole:expr, |$y:ident, $count:ident| $rest:expr) => {{
        let points: usize = $points;
        let mut $x = 0;
        while $x + $S::LANES <= points {
            $whole;
            $x += $S::LANES;
        }
        let ($y, $count) = ($x, points - $x);
        if $count > 0 {
            $rest;
        }
    }};
}

/// `out[i, x] update= the kernel at row i and point x`, where nothing is summed.
///
/// Safety: the operands are readable, and the output writable (and readable where the update reads), at each row and point.
/// Where an operand shares memory with the output, both are at the same element at each point.
pub(super) struct Map<'a, A: Args, K: Node<A>, U> {
    pub kernel: &'a K,
    pub scale: Option<K::T>,
    pub args: A,
    pub down: A::Steps,
    pub rows: usize,
    pub along: Along<A::Steps>,
    pub points: usize,
    pub out: *mut K::T,
    pub out_down: isize,
    pub out_along: isize,
    pub update: PhantomData<U>,
}

impl<A: Args, K: Node<A>, U: Update<K::T>> Job for Map<'_, A, K, U> {
    type Output = ();
    const WIDEST: usize = widest::<A, K>();

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: the caller's promise.
        unsafe {
            if self.out_along == 1 && self.scale.is_none() {
                specialised!(self.along, |steps| self.rows(s, steps, 1, None));
            } else {
                self.rows(s, self.along.steps, self.out_along, self.scale);
            }
        }
    }
}

impl<A: Args, K: Node<A>, U: Update<K::T>> Map<'_, A, K, U> {
    #[inline(always)]
    unsafe fn rows<S: Simd>(&self, s: S, steps: A::Steps, out_stride: isize, scale: Option<K::T>) {
        let value = |loaded: &A::Loaded<S>| {
            let value = self.kernel.eval(s, loaded);
            match scale {
                Some(scale) => K::T::times_gang(s, splat::<K::T, S>(s, scale), value),
                None => value,
            }
        };
        for row in 0..self.rows {
            // SAFETY: on the rows and points: the caller's promise. A gang is loaded before it is stored.
            unsafe {
                let args = self.args.advance(self.down, row as isize);
                let out = self.out.offset(self.out_down * row as isize);
                gangs!(
                    self.points,
                    S,
                    |x| {
                        let value = value(&args.load(s, steps, x as isize));
                        store_gang::<K::T, U, S>(s, value, out.offset(x as isize * out_stride), out_stride);
                    },
                    |x, count| {
                        let value = value(&args.load_first(s, steps, x as isize, count));
                        store_first::<K::T, U, S>(s, value, out.offset(x as isize * out_stride), out_stride, count);
                    }
                );
            }
        }
    }
}

/// Bytes of the widest number in a kernel.
const fn widest<A: Args, K: Node<A>>() -> usize {
    wider(A::WIDEST, wider(K::WIDEST, K::T::WIDEST))
}

#[inline(always)]
fn splat<T: Element, S: Simd>(s: S, x: T) -> T::Gang<S> {
    T::Gang::<S>::splat(s, x)
}

/// `out[l * stride] update= value[l]`, for each lane `l`.
///
/// # Safety
///
/// The output is writable, and readable where the update reads.
#[inline(always)]
unsafe fn store_gang<T: Element, U: Update<T>, S: Simd>(s: S, value: T::Gang<S>, out: *mut T, stride: isize) {
    // SAFETY: the caller's promise.
    unsafe {
        if stride == 1 {
            let old = if U::READS { T::Gang::<S>::load(s, out) } else { value };
            U::apply_gang(s, old, value).store(out);
        } else {
            let old = if U::READS { T::Gang::<S>::load_strided(s, out, stride) } else { value };
            U::apply_gang(s, old, value).store_strided(out, stride);
        }
    }
}

/// [`store_gang`] of the first `count` lanes.
///
/// # Safety
///
/// As for [`store_gang`]; `1 <= count <= LANES`.
#[inline(always)]
unsafe fn store_first<T: Element, U: Update<T>, S: Simd>(
    s: S,
    value: T::Gang<S>,
    out: *mut T,
    stride: isize,
    count: usize,
) {
    // SAFETY: the caller's promise.
    unsafe {
        if stride == 1 {
            let old = if U::READS { T::Gang::<S>::load_first(s, out, count) } else { value };
            U::apply_gang(s, old, value).store_first(out, count);
        } else {
            let values = value.to_array();
            for lane in 0..count {
                update::<T, U>(out.offset(lane as isize * stride), values.lane(lane));
            }
        }
    }
}

/// `tile[x] = (or +=) sum of the kernel at row i and point x, over i < rows`.
///
/// Safety: the operands are readable at each row and point; the tile is initialised unless `put`; there is a row.
pub(super) struct AddRows<'a, A: Args, K: Node<A>> {
    pub kernel: &'a K,
    pub args: A,
    pub down: A::Steps,
    pub rows: usize,
    pub along: Along<A::Steps>,
    pub tile: &'a mut [MaybeUninit<K::T>],
    pub put: bool,
}

impl<A: Args, K: Node<A>> Job for AddRows<'_, A, K> {
    type Output = ();
    const WIDEST: usize = widest::<A, K>();

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let AddRows { kernel, args, down, rows, along, tile, put } = self;
        let rows = Rows { kernel, args, down, rows, tile: tile.as_mut_ptr().cast(), points: tile.len(), put };
        // SAFETY: the caller's promise.
        unsafe { specialised!(along, |steps| rows.add(s, steps)) }
    }
}

/// [`AddRows`], whose tile is `points` elements from a pointer that is the only one to them.
struct Rows<'a, A: Args, K: Node<A>> {
    kernel: &'a K,
    args: A,
    down: A::Steps,
    rows: usize,
    tile: *mut K::T,
    points: usize,
    put: bool,
}

impl<A: Args, K: Node<A>> Rows<'_, A, K> {
    #[inline(always)]
    unsafe fn add<S: Simd>(&self, s: S, steps: A::Steps) {
        let (tile, points) = (self.tile, self.points);
        let at = |row: usize| unsafe { self.args.advance(self.down, row as isize) };
        let (mut row, mut put) = (0, self.put);
        // SAFETY: the operands are readable at these rows and points (the caller's promise), the tile is exclusive, and it is
        // initialised when it is read: by the caller, or by the first rows.
        unsafe {
            // Four rows at once: a quarter of the loads and stores of the tile.
            while row + 4 <= self.rows {
                let (a, b, c, d) = (at(row), at(row + 1), at(row + 2), at(row + 3));
                gangs!(
                    points,
                    S,
                    |x| {
                        let value = |args: A| self.kernel.eval(s, &args.load(s, steps, x as isize));
                        let sum = sum4::<K::T, S>(s, [value(a), value(b), value(c), value(d)]);
                        add_gang::<K::T, S>(s, tile.add(x), sum, put);
                    },
                    |x, count| {
                        let value = |args: A| self.kernel.eval(s, &args.load_first(s, steps, x as isize, count));
                        let sum = sum4::<K::T, S>(s, [value(a), value(b), value(c), value(d)]);
                        add_first::<K::T, S>(s, tile.add(x), sum, put, count);
                    }
                );
                row += 4;
                put = false;
            }
            while row < self.rows {
                let args = at(row);
                gangs!(
                    points,
                    S,
                    |x| {
                        let value = self.kernel.eval(s, &args.load(s, steps, x as isize));
                        add_gang::<K::T, S>(s, tile.add(x), value, put);
                    },
                    |x, count| {
                        let value = self.kernel.eval(s, &args.load_first(s, steps, x as isize, count));
                        add_first::<K::T, S>(s, tile.add(x), value, put, count);
                    }
                );
                row += 1;
                put = false;
            }
        }
    }
}

#[inline(always)]
fn sum4<T: Element, S: Simd>(s: S, [a, b, c, d]: [T::Gang<S>; 4]) -> T::Gang<S> {
    T::plus_gang(s, T::plus_gang(s, a, b), T::plus_gang(s, c, d))
}

/// `tile = (or +=) value`, for a gang.
///
/// # Safety
///
/// The tile is writable, and initialised unless `put`.
#[inline(always)]
unsafe fn add_gang<T: Element, S: Simd>(s: S, tile: *mut T, value: T::Gang<S>, put: bool) {
    // SAFETY: the caller's promise.
    unsafe {
        let sum = if put { value } else { T::plus_gang(s, T::Gang::<S>::load(s, tile), value) };
        sum.store(tile);
    }
}

/// [`add_gang`] for the first `count` lanes.
///
/// # Safety
///
/// As for [`add_gang`]; `1 <= count <= LANES`.
#[inline(always)]
unsafe fn add_first<T: Element, S: Simd>(s: S, tile: *mut T, value: T::Gang<S>, put: bool, count: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        let sum = if put { value } else { T::plus_gang(s, T::Gang::<S>::load_first(s, tile, count), value) };
        sum.store_first(tile, count);
    }
}

/// Gangs that a sum along a loop adds to, in turns: as many additions run at once as their latency asks for.
const ACCUMULATORS: usize = 4;

/// The fewest additions that [`Dot`] spreads its points over: accumulators of 8 lanes.
pub(super) const SPREAD: usize = 8 * ACCUMULATORS;

/// The sum of the kernel over `points`: in four gangs, added as a tree, and then their lanes as a tree.
///
/// Safety: the operands are readable at each of them.
pub(super) struct Dot<'a, A: Args, K: Node<A>> {
    pub kernel: &'a K,
    pub args: A,
    pub along: Along<A::Steps>,
    pub points: usize,
}

impl<A: Args, K: Node<A>> Job for Dot<'_, A, K> {
    type Output = K::T;
    const WIDEST: usize = widest::<A, K>();

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) -> K::T {
        // SAFETY: the caller's promise.
        unsafe { specialised!(self.along, |steps| self.sum(s, steps)) }
    }
}

impl<A: Args, K: Node<A>> Dot<'_, A, K> {
    #[inline(always)]
    unsafe fn sum<S: Simd>(&self, s: S, steps: A::Steps) -> K::T {
        let zero = splat::<K::T, S>(s, K::T::zero());
        let mut sums = [zero; ACCUMULATORS];
        // SAFETY: on the points: the caller's promise.
        let value = |x: usize| unsafe { self.kernel.eval(s, &self.args.load(s, steps, x as isize)) };
        let mut x = 0;
        while x + ACCUMULATORS * S::LANES <= self.points {
            sums = [
                K::T::plus_gang(s, sums[0], value(x)),
                K::T::plus_gang(s, sums[1], value(x + S::LANES)),
                K::T::plus_gang(s, sums[2], value(x + 2 * S::LANES)),
                K::T::plus_gang(s, sums[3], value(x + 3 * S::LANES)),
            ];
            x += ACCUMULATORS * S::LANES;
        }
        gangs!(self.points - x, S, |y| sums[0] = K::T::plus_gang(s, sums[0], value(x + y)), |y, count| {
            // SAFETY: on the points: the caller's promise.
            let loaded = unsafe { self.args.load_first(s, steps, (x + y) as isize, count) };
            // The other lanes have values of their own, which do not count.
            let value = GangOf::<K::T, S>::select(S::Mask::first(s, count), self.kernel.eval(s, &loaded), zero);
            sums[1] = K::T::plus_gang(s, sums[1], value);
        });
        K::T::sum_gang(s, sum4::<K::T, S>(s, sums))
    }
}

/// `tile[y * width + x] = the kernel at row y and point x`, loaded along the rows, where an operand has neighbours.
///
/// Safety: the operands are readable at each row and point; the tile has `width * height` elements.
pub(super) struct LoadTransposed<'a, A: Args, K: Node<A>> {
    pub kernel: &'a K,
    pub args: A,
    pub across: A::Steps,
    pub width: usize,
    pub down: Along<A::Steps>,
    pub height: usize,
    pub tile: &'a mut [MaybeUninit<K::T>],
}

impl<A: Args, K: Node<A>> Job for LoadTransposed<'_, A, K> {
    type Output = ();
    const WIDEST: usize = widest::<A, K>();

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let tile = self.tile.as_mut_ptr().cast();
        // SAFETY: the caller's promise.
        unsafe { specialised!(self.down, |steps| self.load(s, steps, tile)) }
    }
}

impl<A: Args, K: Node<A>> LoadTransposed<'_, A, K> {
    /// The tile is only written through its pointer.
    #[inline(always)]
    unsafe fn load<S: Simd>(&self, s: S, down: A::Steps, tile: *mut K::T) {
        let stride = self.width as isize;
        for x in 0..self.width {
            // SAFETY: on the rows and points (the caller's promise), and inside the tile, which is exclusive.
            unsafe {
                let args = self.args.advance(self.across, x as isize);
                gangs!(
                    self.height,
                    S,
                    |y| {
                        let value = self.kernel.eval(s, &args.load(s, down, y as isize));
                        store_gang::<K::T, Set, S>(s, value, tile.add(y * self.width + x), stride);
                    },
                    |y, count| {
                        let value = self.kernel.eval(s, &args.load_first(s, down, y as isize, count));
                        store_first::<K::T, Set, S>(s, value, tile.add(y * self.width + x), stride, count);
                    }
                );
            }
        }
    }
}

/// `tile[x] += other[x]`.
///
/// Safety: both are initialised, and of one length.
pub(super) struct AddTiles<'a, T> {
    pub tile: &'a mut [MaybeUninit<T>],
    pub other: &'a [MaybeUninit<T>],
}

impl<T: Element> Job for AddTiles<'_, T> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let (tile, other) = (self.tile.as_mut_ptr().cast::<T>(), self.other.as_ptr().cast::<T>());
        // SAFETY: inside both: the caller's promise.
        unsafe {
            gangs!(
                self.tile.len(),
                S,
                |x| add_gang::<T, S>(s, tile.add(x), T::Gang::<S>::load(s, other.add(x)), false),
                |x, count| {
                    let other = T::Gang::<S>::load_first(s, other.add(x), count);
                    add_first::<T, S>(s, tile.add(x), other, false, count);
                }
            );
        }
    }
}

/// `out[x * stride] update= scale * tile[x]`.
///
/// Safety: the tile is initialised; the output is writable at each point, and readable where the update reads.
pub(super) struct Store<'a, T, U> {
    pub tile: &'a [MaybeUninit<T>],
    pub scale: Option<T>,
    pub out: *mut T,
    pub stride: isize,
    pub update: PhantomData<U>,
}

impl<T: Element, U: Update<T>> Job for Store<'_, T, U> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let Store { tile: values, scale, out, stride, .. } = self;
        let tile = values.as_ptr().cast::<T>();
        let scaled = |value: T::Gang<S>| match scale {
            Some(scale) => T::times_gang(s, splat::<T, S>(s, scale), value),
            None => value,
        };
        // SAFETY: inside the tile and the output: the caller's promise.
        unsafe {
            gangs!(
                values.len(),
                S,
                |x| {
                    let value = scaled(T::Gang::<S>::load(s, tile.add(x)));
                    store_gang::<T, U, S>(s, value, out.offset(x as isize * stride), stride);
                },
                |x, count| {
                    let value = scaled(T::Gang::<S>::load_first(s, tile.add(x), count));
                    store_first::<T, U, S>(s, value, out.offset(x as isize * stride), stride, count);
                }
            );
        }
    }
}

/// `out update= value`.
///
/// # Safety
///
/// The output is writable, and readable where the update reads.
#[inline(always)]
pub(super) unsafe fn update<T: Copy, U: Update<T>>(out: *mut T, value: T) {
    // SAFETY: the caller's promise.
    unsafe {
        let old = if U::READS { out.read() } else { value };
        out.write(U::apply(old, value));
    }
}
