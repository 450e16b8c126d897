//! The innermost loops. Each is written once and compiled for the accesses, and the tiers, that are worth it.
//!
//! Loops run a gang at a time; the last gang of a row is loaded and stored in part.

use core::marker::PhantomData;
use core::mem::MaybeUninit;

use crate::element::Element;
use crate::expr::{Args, GangOf, Node, wider};
use crate::lanes::{Job, LaneArray, Lanes, Mask, Simd};

use super::update::{Set, Update};

/// How the operands are walked by the innermost loop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Access {
    /// Each with stride 1: `i,i->i`. Light kernels have loops of their own for it.
    Unit,
    /// Anything else: an operand is asked for its stride once a gang.
    Strided,
}

impl Access {
    pub fn of(strides: &[isize]) -> Self {
        if strides.iter().all(|&stride| stride == 1) { Access::Unit } else { Access::Strided }
    }
}

/// Steps along a loop.
#[derive(Clone, Copy)]
pub(super) struct Along<S> {
    pub steps: S,
    pub access: Access,
}

/// Evaluates `$loop` with the steps along a loop, and with `FAST` for whether they are constants and the kernel is light. Every copy of a
/// kernel is code to compile: a heavy one hides the choice.
macro_rules! specialised {
    ($K:ty, $along:expr, |$steps:ident| $loop:expr) => {
        match $along.access {
            Access::Unit if const { is_light::<A, $K>() } => {
                #[allow(dead_code, reason = "only some loops ask")]
                const FAST: bool = true;
                let $steps = constant_steps::<A>();
                $loop
            }
            _ => {
                #[allow(dead_code, reason = "only some loops ask")]
                const FAST: bool = false;
                let $steps = $along.steps;
                $loop
            }
        }
    };
}

/// Operations of a kernel that are worth more than one copy of it a loop.
const LIGHT: usize = 12;

pub(super) const fn is_light<A: Args, K: Node<A>>() -> bool {
    K::COST <= LIGHT
}

/// Strides of 1.
#[inline(always)]
fn constant_steps<A: Args>() -> A::Steps {
    A::steps(&mut || 1)
}

// No closures below: one would not have the target features of the function that it is written in, so that the instructions of
// the tier would be calls in it.

/// The kernel at a gang of points, of which the first `$count` are wanted. `$whole` says that all are.
macro_rules! value {
    ($kernel:expr, $s:ident, $args:expr, $steps:expr, $x:expr, $whole:expr, $count:expr) => {{
        let loaded = if $whole {
            $args.load($s, $steps, $x as isize)
        } else {
            $args.load_first($s, $steps, $x as isize, $count)
        };
        $kernel.eval($s, &loaded)
    }};
}

/// Walks `points` a gang at a time: `$body` runs with the first point of a gang, whether it is whole, and how many points it has. No
/// point is left to scalar code. A fast loop has a body of its own for the last gang.
macro_rules! gangs {
    ($fast:expr, $S:ident, $points:expr, |$x:ident, $whole:ident, $count:ident| $body:expr) => {{
        let points: usize = $points;
        let mut $x = 0;
        if const { $fast } {
            while $x + $S::LANES <= points {
                let ($whole, $count) = (true, $S::LANES);
                $body;
                $x += $S::LANES;
            }
            if $x < points {
                let ($whole, $count) = (false, points - $x);
                $body;
            }
        } else {
            while $x < points {
                let $count = $S::LANES.min(points - $x);
                let $whole = $count == $S::LANES;
                $body;
                $x += $S::LANES;
            }
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
            if const { is_light::<A, K>() }
                && self.along.access == Access::Unit
                && self.out_along == 1
                && self.scale.is_none()
            {
                self.rows::<S, true>(s, constant_steps::<A>(), 1, None);
            } else {
                self.rows::<S, false>(s, self.along.steps, self.out_along, self.scale);
            }
        }
    }
}

impl<A: Args, K: Node<A>, U: Update<K::T>> Map<'_, A, K, U> {
    #[inline(always)]
    unsafe fn rows<S: Simd, const FAST: bool>(&self, s: S, steps: A::Steps, out_stride: isize, scale: Option<K::T>) {
        // A copy, which no store can change: its literals stay in registers.
        let kernel = *self.kernel;
        let ones = constant_steps::<A>();
        let plain = A::is_unit(steps) && out_stride == 1 && scale.is_none();
        let mut loaded;
        for row in 0..self.rows {
            // SAFETY: on the rows and points: the caller's promise. A gang is loaded before it is stored.
            unsafe {
                let args = self.args.advance(self.down, row as isize);
                let out = self.out.offset(self.out_down * row as isize);
                gangs!(FAST, S, self.points, |x, whole, count| {
                    // One copy of a heavy kernel, with the plain case decided once: not an operand at a time.
                    if plain && whole {
                        loaded = args.load(s, ones, x as isize);
                    } else if whole {
                        loaded = args.load(s, steps, x as isize);
                    } else {
                        loaded = args.load_first(s, steps, x as isize, count);
                    }
                    let value = kernel.eval(s, &loaded);
                    if plain && whole {
                        store::<K::T, U, S>(s, value, out.add(x), 1, true, S::LANES);
                    } else {
                        let value = scaled::<K::T, S>(s, scale, value);
                        let out = out.offset(x as isize * out_stride);
                        store::<K::T, U, S>(s, value, out, out_stride, whole, count);
                    }
                });
            }
        }
    }
}

/// `scale * value`, where there is a scale.
#[inline(always)]
fn scaled<T: Element, S: Simd>(s: S, scale: Option<T>, value: T::Gang<S>) -> T::Gang<S> {
    match scale {
        Some(scale) => T::times_gang(s, splat::<T, S>(s, scale), value),
        None => value,
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

/// `out[l * stride] update= value[l]`, for each lane `l`, or for the first `count` ones.
///
/// # Safety
///
/// The output is writable there, and readable where the update reads; `1 <= count <= LANES`.
#[inline(always)]
unsafe fn store<T: Element, U: Update<T>, S: Simd>(
    s: S,
    value: T::Gang<S>,
    out: *mut T,
    stride: isize,
    whole: bool,
    count: usize,
) {
    // SAFETY: the caller's promise.
    unsafe {
        if stride == 1 && whole {
            let old = if U::READS { T::Gang::<S>::load(s, out) } else { value };
            U::apply_gang(s, old, value).store(out);
        } else if stride == 1 {
            let old = if U::READS { T::Gang::<S>::load_first(s, out, count) } else { value };
            U::apply_gang(s, old, value).store_first(out, count);
        } else {
            let values = value.to_array();
            // The bound is for the compiler: no check is left in the loop.
            for lane in 0..count.min(S::LANES) {
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
        unsafe { specialised!(K, along, |steps| rows.add::<S, FAST>(s, steps)) }
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
    unsafe fn add<S: Simd, const FAST: bool>(&self, s: S, steps: A::Steps) {
        let (tile, points, kernel) = (self.tile, self.points, *self.kernel);
        let (mut row, mut put) = (0, self.put);
        // SAFETY: the operands are readable at these rows and points (the caller's promise), the tile is exclusive, and it is
        // initialised when it is read: by the caller, or by the first rows.
        unsafe {
            // Four rows at once: a quarter of the loads and stores of the tile.
            while const { is_light::<A, K>() } && row + 4 <= self.rows {
                let (a, b) = (self.row(row), self.row(row + 1));
                let (c, d) = (self.row(row + 2), self.row(row + 3));
                gangs!(FAST, S, points, |x, whole, count| {
                    let values = [
                        value!(kernel, s, a, steps, x, whole, count),
                        value!(kernel, s, b, steps, x, whole, count),
                        value!(kernel, s, c, steps, x, whole, count),
                        value!(kernel, s, d, steps, x, whole, count),
                    ];
                    add::<K::T, S>(s, tile.add(x), sum4::<K::T, S>(s, values), put, whole, count);
                });
                row += 4;
                put = false;
            }
            while row < self.rows {
                let args = self.row(row);
                gangs!(false, S, points, |x, whole, count| {
                    let value = value!(kernel, s, args, steps, x, whole, count);
                    add::<K::T, S>(s, tile.add(x), value, put, whole, count);
                });
                row += 1;
                put = false;
            }
        }
    }

    #[inline(always)]
    unsafe fn row(&self, row: usize) -> A {
        // SAFETY: the caller's promise.
        unsafe { self.args.advance(self.down, row as isize) }
    }
}

#[inline(always)]
fn sum4<T: Element, S: Simd>(s: S, [a, b, c, d]: [T::Gang<S>; 4]) -> T::Gang<S> {
    T::plus_gang(s, T::plus_gang(s, a, b), T::plus_gang(s, c, d))
}

/// `tile = (or +=) value`, for a gang or its first `count` lanes.
///
/// # Safety
///
/// The tile is writable there, and initialised unless `put`; `1 <= count <= LANES`.
#[inline(always)]
unsafe fn add<T: Element, S: Simd>(s: S, tile: *mut T, value: T::Gang<S>, put: bool, whole: bool, count: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        match (put, whole) {
            (true, true) => value.store(tile),
            (false, true) => T::plus_gang(s, T::Gang::<S>::load(s, tile), value).store(tile),
            (true, false) => value.store_first(tile, count),
            (false, false) => {
                let sum = T::plus_gang(s, T::Gang::<S>::load_first(s, tile, count), value);
                sum.store_first(tile, count);
            }
        }
    }
}

/// Gangs that a sum along a loop adds to, in turns: as many additions run at once as their latency asks for.
const ACCUMULATORS: usize = 4;

/// The sum of the kernel over `points`: of a light one in four gangs, added as a tree, and then their lanes as a tree.
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
        unsafe { specialised!(K, self.along, |steps| self.sum(s, steps)) }
    }
}

impl<A: Args, K: Node<A>> Dot<'_, A, K> {
    #[inline(always)]
    unsafe fn sum<S: Simd>(&self, s: S, steps: A::Steps) -> K::T {
        let (kernel, args) = (*self.kernel, self.args);
        let zero = splat::<K::T, S>(s, K::T::zero());
        let mut sums = [zero; ACCUMULATORS];
        let mut done = 0;
        // SAFETY: on the points: the caller's promise.
        unsafe {
            while const { is_light::<A, K>() } && done + ACCUMULATORS * S::LANES <= self.points {
                let next = [done, done + S::LANES, done + 2 * S::LANES, done + 3 * S::LANES];
                sums = [
                    K::T::plus_gang(s, sums[0], value!(kernel, s, args, steps, next[0], true, S::LANES)),
                    K::T::plus_gang(s, sums[1], value!(kernel, s, args, steps, next[1], true, S::LANES)),
                    K::T::plus_gang(s, sums[2], value!(kernel, s, args, steps, next[2], true, S::LANES)),
                    K::T::plus_gang(s, sums[3], value!(kernel, s, args, steps, next[3], true, S::LANES)),
                ];
                done += ACCUMULATORS * S::LANES;
            }
            gangs!(false, S, self.points - done, |x, whole, count| {
                let value = value!(kernel, s, args, steps, done + x, whole, count);
                // The other lanes of the last gang have values of their own, which do not count.
                let value =
                    if whole { value } else { GangOf::<K::T, S>::select(S::Mask::first(s, count), value, zero) };
                sums[0] = K::T::plus_gang(s, sums[0], value);
            });
        }
        K::T::sum_gang(s, sum4::<K::T, S>(s, sums))
    }
}

/// Points that [`Dot`] adds with about [`super::walk::TERMS`] / 2 additions an accumulator.
pub(super) const fn dot_points<A: Args, K: Node<A>>(terms: usize) -> usize {
    let accumulators = if is_light::<A, K>() { ACCUMULATORS } else { 1 };
    8 * accumulators * terms / 2
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
        unsafe { specialised!(K, self.down, |steps| self.load(s, steps, tile)) }
    }
}

impl<A: Args, K: Node<A>> LoadTransposed<'_, A, K> {
    /// The tile is only written through its pointer.
    #[inline(always)]
    unsafe fn load<S: Simd>(&self, s: S, down: A::Steps, tile: *mut K::T) {
        let (kernel, stride) = (*self.kernel, self.width as isize);
        for x in 0..self.width {
            // SAFETY: on the rows and points (the caller's promise), and inside the tile, which is exclusive.
            unsafe {
                let args = self.args.advance(self.across, x as isize);
                gangs!(false, S, self.height, |y, whole, count| {
                    let value = value!(kernel, s, args, down, y, whole, count);
                    store::<K::T, Set, S>(s, value, tile.add(y * self.width + x), stride, whole, count);
                });
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
            gangs!(true, S, self.tile.len(), |x, whole, count| {
                let value = if whole {
                    T::Gang::<S>::load(s, other.add(x))
                } else {
                    T::Gang::<S>::load_first(s, other.add(x), count)
                };
                add::<T, S>(s, tile.add(x), value, false, whole, count);
            });
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
        // SAFETY: inside the tile and the output: the caller's promise.
        unsafe {
            gangs!(true, S, values.len(), |x, whole, count| {
                let value = if whole {
                    T::Gang::<S>::load(s, tile.add(x))
                } else {
                    T::Gang::<S>::load_first(s, tile.add(x), count)
                };
                let value = scaled::<T, S>(s, scale, value);
                store::<T, U, S>(s, value, out.offset(x as isize * stride), stride, whole, count);
            });
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
