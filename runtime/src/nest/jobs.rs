//! The innermost loops. Each is written once; every copy of a kernel is code to compile, three times over, so that there are few: a fast
//! loop for neighbours, and one for everything else.
//!
//! Loops run a gang at a time; the last gang of a row is loaded and stored in part.

use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ops::Range;

use crate::element::Element;
use crate::expr::{Args, Body, GangOf, Node, Outs, Slot, update, wider};
use crate::lanes::{Job, LaneArray, Lanes, Mask, Simd, Tier};

use crate::ufunc::GANG;

use super::combine::Combine;
use super::update::Update;

/// Operations of a kernel that are worth more than one copy of it a loop.
const LIGHT: usize = 12;

pub(super) const fn is_light<A: Args, K: Node<A>>() -> bool {
    K::COST <= LIGHT
}

// No closures below: one would not have the target features of the function that it is written in, so that the instructions of
// the tier would be calls in it.

/// Some loop of a nest: how many steps, and how far apart.
#[derive(Clone, Copy)]
pub(super) struct Loop<S> {
    pub steps: S,
    pub count: usize,
}

/// The body at some gangs of neighbours.
#[repr(C)]
pub(super) struct Gangs {
    pub body: *const u8,
    pub slots: *const Slot,
    pub outs: *const *mut u8,
    pub gangs: usize,
}

/// [`Gangs`] of a body `B` over `A`.
///
/// Safety: the body and the slots are those of these types; the operands are readable, and the outputs writable (and readable where an
/// update reads), at all points of the gangs. Where an operand shares memory with an output, both are at the same element at each point.
#[repr(transparent)]
struct Typed<A, B>(*const Gangs, PhantomData<(A, B)>);

/// A loop over gangs, for any tier.
pub(super) type Run = unsafe fn(*const Gangs);

/// The loop of a body over gangs on a tier.
#[inline(always)]
pub(super) fn gangs_on<A: Args, B: Body<A>>(tier: Tier) -> Run {
    let typed: unsafe fn(Typed<A, B>) = tier.entry::<Typed<A, B>>();
    // SAFETY: `Typed` is transparent over the pointer that a `Run` takes.
    unsafe { core::mem::transmute::<unsafe fn(Typed<A, B>), Run>(typed) }
}

/// How many lanes the gangs of a body have.
pub(super) const fn lanes<A: Args, B: Body<A>>() -> usize {
    if wider(A::WIDEST, B::WIDEST) >= 8 { 8 } else { 16 }
}

impl<A: Args, B: Body<A>> Job for Typed<A, B> {
    type Output = ();
    const WIDEST: usize = wider(A::WIDEST, B::WIDEST);

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: the caller's promise. A gang is loaded before it is stored.
        unsafe {
            let Gangs { body, slots, outs, gangs } = self.0.read();
            // A copy, which no store can change: its literals stay in registers.
            let body = body.cast::<B>().read();
            let (args, steps) = A::from_slots(slots);
            let outs = B::Outs::from_addresses(outs);
            let one = <B::Outs as Outs>::steps(&mut || 1);
            let mut gang = 0;
            while gang < gangs {
                let at = (gang * S::LANES) as isize;
                let loaded = args.load_near(s, steps, at);
                body.store(s, &loaded, outs.advance(one, at), None);
                gang += 1;
            }
        }
    }
}

/// The body at a few neighbours, whose number is a constant where it is compiled.
///
/// Safety: as for [`Typed`].
pub(super) struct Few<'a, A: Args, B: Body<A>> {
    pub body: &'a B,
    pub args: A,
    pub steps: A::Steps,
    pub points: usize,
    pub outs: B::Outs,
}

impl<A: Args, B: Body<A>> Job for Few<'_, A, B> {
    type Output = ();
    const WIDEST: usize = wider(A::WIDEST, B::WIDEST);

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let Few { body, args, steps, points, outs } = self;
        let one = <B::Outs as Outs>::steps(&mut || 1);
        let mut x = 0;
        while x < points {
            let count = if points - x < S::LANES { points - x } else { S::LANES };
            // SAFETY: the caller's promise. A gang is loaded before it is stored.
            unsafe {
                let to = outs.advance(one, x as isize);
                if count == S::LANES {
                    body.store(s, &args.load(s, steps, x as isize), to, None);
                } else {
                    let mut room = to.room(s, one, count, B::READS);
                    let loaded = args.load_first(s, steps, x as isize, count);
                    body.store(s, &loaded, B::Outs::into_room::<S>(&mut room), None);
                    to.write_back(s, one, count, &room);
                }
            }
            x += S::LANES;
        }
    }
}

/// Bytes of the widest number in a kernel.
const fn widest<A: Args, K: Node<A>>() -> usize {
    wider(A::WIDEST, wider(K::WIDEST, K::T::WIDEST))
}

/// Whether there is a gang form in the kernel, which may never end for what is no point of the kernel.
const fn is_gang_form<A: Args, K: Node<A>>() -> bool {
    K::COST >= GANG
}

/// The kernel at a gang of points, of which the first `$count` are wanted. `$whole` says that all are.
macro_rules! value {
    ($kernel:expr, $s:ident, $args:expr, $steps:expr, $x:expr, $whole:expr, $count:expr) => {{
        let loaded = if $whole {
            $args.load($s, $steps, $x as isize)
        } else if const { is_gang_form::<A, K>() } {
            $args.load_points($s, $steps, $x as isize, $count)
        } else {
            $args.load_first($s, $steps, $x as isize, $count)
        };
        $kernel.eval($s, &loaded)
    }};
}

#[inline(always)]
fn splat<T: Element, S: Simd>(s: S, x: T) -> T::Gang<S> {
    T::Gang::<S>::splat(s, x)
}

/// `tile[x] = (or joined with) the kernel at row i and point x, over i < rows`.
///
/// Safety: the operands are readable at each row and point; the tile is initialised unless `put`; there is a row.
pub(super) struct AddRows<'a, A: Args, K: Node<A>, R> {
    pub kernel: &'a K,
    pub args: A,
    pub down: Loop<A::Steps>,
    pub along: A::Steps,
    pub tile: &'a mut [MaybeUninit<K::T>],
    pub put: bool,
    pub combine: PhantomData<R>,
}

impl<A: Args, K: Node<A>, R: Combine<K::T>> Job for AddRows<'_, A, K, R> {
    type Output = ();
    const WIDEST: usize = widest::<A, K>();

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let (kernel, points) = (*self.kernel, self.tile.len());
        // The only pointer to the tile from here on.
        let tile = self.tile.as_mut_ptr().cast::<K::T>();
        let (mut row, mut put) = (0, self.put);
        let (steps, near) = (self.along, A::is_near(self.along));
        // SAFETY: the operands are readable at these rows and points (the caller's promise), the tile is exclusive, and it is
        // initialised when it is read: by the caller, or by the first rows.
        unsafe {
            // Up to four rows at once: a quarter of the loads and stores of the tile.
            let whole = points / S::LANES * S::LANES;
            let identity = splat::<K::T, S>(s, R::identity());
            while const { is_light::<A, K>() } && near && row < self.down.count {
                let rows = if self.down.count - row < 4 { self.down.count - row } else { 4 };
                let first = self.row(row);
                let second = self.row(row + if rows > 1 { 1 } else { 0 });
                let third = self.row(row + if rows > 2 { 2 } else { 0 });
                let fourth = self.row(row + if rows > 3 { 3 } else { 0 });
                let splats =
                    [first.splats(s, steps), second.splats(s, steps), third.splats(s, steps), fourth.splats(s, steps)];
                let a = first.near::<S>(steps, &splats[0]);
                let b = second.near::<S>(steps, &splats[1]);
                let c = third.near::<S>(steps, &splats[2]);
                let d = fourth.near::<S>(steps, &splats[3]);
                let mut x = 0;
                while x < whole {
                    let at = x as isize;
                    let mut values = [kernel.eval(s, &a.load_near(s, steps, at)), identity, identity, identity];
                    if rows > 1 {
                        values[1] = kernel.eval(s, &b.load_near(s, steps, at));
                    }
                    if rows > 2 {
                        values[2] = kernel.eval(s, &c.load_near(s, steps, at));
                    }
                    if rows > 3 {
                        values[3] = kernel.eval(s, &d.load_near(s, steps, at));
                    }
                    join::<K::T, R, S>(s, tile.add(x), join4::<K::T, R, S>(s, values), put, true, S::LANES);
                    x += S::LANES;
                }
                if whole < points {
                    self.some::<S>(s, &kernel, row..row + rows, whole, tile, put);
                }
                row += rows;
                put = false;
            }
            if row < self.down.count {
                self.some::<S>(s, &kernel, row..self.down.count, 0, tile, put);
            }
        }
    }
}

impl<A: Args, K: Node<A>, R: Combine<K::T>> AddRows<'_, A, K, R> {
    /// Joins some rows to the tile, from point `x` on: all of them at one gang of points, before the next gang.
    #[inline(always)]
    unsafe fn some<S: Simd>(&self, s: S, kernel: &K, rows: Range<usize>, x: usize, tile: *mut K::T, put: bool) {
        let (mut x, points) = (x, self.tile.len());
        while x < points {
            let count = S::LANES.min(points - x);
            let whole = count == S::LANES;
            // SAFETY: the caller's promise.
            unsafe {
                let mut joined = splat::<K::T, S>(s, R::identity());
                let mut first = true;
                let mut row = rows.start;
                while row < rows.end {
                    let value = value!(kernel, s, self.row(row), self.along, x, whole, count);
                    joined = if first { value } else { R::join_gang(s, joined, value) };
                    first = false;
                    row += 1;
                }
                join::<K::T, R, S>(s, tile.add(x), joined, put, whole, count);
            }
            x += S::LANES;
        }
    }

    #[inline(always)]
    unsafe fn row(&self, row: usize) -> A {
        // SAFETY: the caller's promise.
        unsafe { self.args.advance(self.down.steps, row as isize) }
    }
}

#[inline(always)]
fn join4<T: Element, R: Combine<T>, S: Simd>(s: S, [a, b, c, d]: [T::Gang<S>; 4]) -> T::Gang<S> {
    R::join_gang(s, R::join_gang(s, a, b), R::join_gang(s, c, d))
}

/// `tile = (or joined with) value`, for a gang or its first `count` lanes.
///
/// # Safety
///
/// The tile is writable there, and initialised unless `put`; `1 <= count <= LANES`.
#[inline(always)]
unsafe fn join<T: Element, R: Combine<T>, S: Simd>(
    s: S,
    tile: *mut T,
    value: T::Gang<S>,
    put: bool,
    whole: bool,
    count: usize,
) {
    // SAFETY: the caller's promise.
    unsafe {
        match (put, whole) {
            (true, true) => value.store(tile),
            (false, true) => R::join_gang(s, T::Gang::<S>::load(s, tile), value).store(tile),
            (true, false) => value.store_first(tile, count),
            (false, false) => {
                let sum = R::join_gang(s, T::Gang::<S>::load_first(s, tile, count), value);
                sum.store_first(tile, count);
            }
        }
    }
}

/// Gangs that a sum along a loop adds to, in turns: as many additions run at once as their latency asks for.
const ACCUMULATORS: usize = 4;

/// `sums[o] = the kernel at output o, over all rows and points`: of a light kernel in four gangs, joined as a tree, and then their lanes
/// as a tree.
///
/// Safety: the operands are readable at each of them.
pub(super) struct Dots<'a, A: Args, K: Node<A>, R> {
    pub kernel: &'a K,
    pub args: A,
    /// From output to output.
    pub outputs: A::Steps,
    pub down: Loop<A::Steps>,
    pub along: Loop<A::Steps>,
    pub sums: &'a mut [MaybeUninit<K::T>],
    pub combine: PhantomData<R>,
}

impl<A: Args, K: Node<A>, R: Combine<K::T>> Job for Dots<'_, A, K, R> {
    type Output = ();
    const WIDEST: usize = widest::<A, K>();

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let kernel = *self.kernel;
        let identity = splat::<K::T, S>(s, R::identity());
        let (steps, points) = (self.along.steps, self.along.count);
        let near = A::is_near(steps);
        let last = points % S::LANES;
        let in_last = S::Mask::first(s, last);
        for output in 0..self.sums.len() {
            let mut sums = [identity; ACCUMULATORS];
            for row in 0..self.down.count {
                // SAFETY: on the points: the caller's promise.
                unsafe {
                    let args = self.args.advance(self.outputs, output as isize);
                    let args = args.advance(self.down.steps, row as isize);
                    let mut x = 0;
                    if const { is_light::<A, K>() } && near {
                        let splats = args.splats(s, steps);
                        let near = args.near::<S>(steps, &splats);
                        while x + ACCUMULATORS * S::LANES <= points {
                            let next = [x, x + S::LANES, x + 2 * S::LANES, x + 3 * S::LANES];
                            let values = [
                                kernel.eval(s, &near.load_near(s, steps, next[0] as isize)),
                                kernel.eval(s, &near.load_near(s, steps, next[1] as isize)),
                                kernel.eval(s, &near.load_near(s, steps, next[2] as isize)),
                                kernel.eval(s, &near.load_near(s, steps, next[3] as isize)),
                            ];
                            sums = [
                                R::join_gang(s, sums[0], values[0]),
                                R::join_gang(s, sums[1], values[1]),
                                R::join_gang(s, sums[2], values[2]),
                                R::join_gang(s, sums[3], values[3]),
                            ];
                            x += ACCUMULATORS * S::LANES;
                        }
                    }
                    while x < points {
                        let whole = x + S::LANES <= points;
                        let mut value = value!(kernel, s, args, steps, x, whole, last);
                        if !whole {
                            // The other lanes have values of their own, which do not count.
                            value = GangOf::<K::T, S>::select(in_last, value, identity);
                        }
                        sums[0] = R::join_gang(s, sums[0], value);
                        x += S::LANES;
                    }
                }
            }
            self.sums[output].write(R::lanes(s, join4::<K::T, R, S>(s, sums)));
        }
    }
}

/// Points that [`Dots`] adds with about [`super::fold::TERMS`] / 2 additions an accumulator.
pub(super) const fn dot_points<A: Args, K: Node<A>>(terms: usize) -> usize {
    let accumulators = if is_light::<A, K>() { ACCUMULATORS } else { 1 };
    8 * accumulators * terms / 2
}

/// `tile[x] = tile[x] joined with other[x]`.
///
/// Safety: both are initialised, and of one length.
pub(super) struct JoinTiles<'a, T, R> {
    pub tile: &'a mut [MaybeUninit<T>],
    pub other: &'a [MaybeUninit<T>],
    pub combine: PhantomData<R>,
}

impl<T: Element, R: Combine<T>> Job for JoinTiles<'_, T, R> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let (tile, other) = (self.tile.as_mut_ptr().cast::<T>(), self.other.as_ptr().cast::<T>());
        let points = self.tile.len();
        let mut x = 0;
        while x < points {
            let count = S::LANES.min(points - x);
            let whole = count == S::LANES;
            // SAFETY: inside both: the caller's promise.
            unsafe {
                let value = if whole {
                    T::Gang::<S>::load(s, other.add(x))
                } else {
                    T::Gang::<S>::load_first(s, other.add(x), count)
                };
                join::<T, R, S>(s, tile.add(x), value, false, whole, count);
            }
            x += S::LANES;
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
        let (tile, points) = (values.as_ptr().cast::<T>(), values.len());
        let mut x = 0;
        while x < points {
            let count = S::LANES.min(points - x);
            let whole = count == S::LANES;
            // SAFETY: inside the tile and the output: the caller's promise.
            unsafe {
                let mut value = if whole {
                    T::Gang::<S>::load(s, tile.add(x))
                } else {
                    T::Gang::<S>::load_first(s, tile.add(x), count)
                };
                if let Some(scale) = scale {
                    value = T::times_gang(s, splat::<T, S>(s, scale), value);
                }
                let out = out.offset(x as isize * stride);
                if stride == 1 && whole {
                    let old = if U::READS { T::Gang::<S>::load(s, out) } else { value };
                    U::apply_gang(s, old, value).store(out);
                } else {
                    let values = value.to_array();
                    // The bound is for the compiler: no check is left in the loop.
                    for lane in 0..count.min(S::LANES) {
                        update::<T, U>(out.offset(lane as isize * stride), values.lane(lane));
                    }
                }
            }
            x += S::LANES;
        }
    }
}
