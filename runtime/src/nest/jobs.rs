//! The innermost loops. Each is written once; every copy of a kernel is code to compile, three times over, so that there are few: a fast
//! loop for neighbours, and one for everything else.
//!
//! Loops run a gang at a time; the last gang of a row is loaded and stored in part.

use core::marker::PhantomData;
use core::ops::Range;

use crate::element::Element;
use crate::expr::{Args, Body, GangOf, Node, Outs, Slot, update, wider};
use crate::lanes::{Job, LaneArray, Lanes, Mask, Simd, Tier};

use crate::ufunc::GANG;

use super::combine::Combine;
use super::update::{Closing, Set, Update};

/// Operations of a kernel that are worth more than one copy of it a loop.
const LIGHT: usize = 12;

pub(super) const fn is_light<A: Args, K: Node<A>>() -> bool {
    K::COST <= LIGHT
}

// No closures below: one would not have the target features of the function that it is written in, so that the instructions of
// the tier would be calls in it.

/// The body at some rows of gangs of neighbours.
///
/// Safety: the strides from row to row are one an entry, and one an output; the body and the slots are those of its types; the operands are readable, and the outputs writable (and readable where an
/// update reads), at all points of the gangs. Where an operand shares memory with an output, both are at the same element at each point.
pub(super) struct Gangs {
    pub body: *const u8,
    pub slots: *const Slot,
    pub outs: *const *mut u8,
    pub gangs: usize,
    pub rows: usize,
    pub down: *const isize,
    pub outs_down: *const isize,
    /// Whether the output goes past the caches, which [`streams`] allows; rows of it then begin at multiples of 64.
    pub stream: bool,
}

/// Operations of a body that takes less time than the memory, so that writing past the caches is worth a loop of its own.
const BOUND_BY_MEMORY: usize = 32;

/// Whether the loop of a body on a tier can write past the caches.
#[inline(always)]
pub(super) fn streams<A: Args, B: Body<A>>(tier: Tier) -> bool {
    (const { B::STREAMS && B::COST <= BOUND_BY_MEMORY }) && !tier.is_fallback()
}

/// What a job works on, `P`, with the types `X` that it is compiled for.
///
/// Safety: what `P` says, for kernels, entries and outputs of these types.
#[repr(transparent)]
struct Typed<P, X>(*const P, PhantomData<X>);

/// A job without its types.
pub(super) type Run<P> = unsafe fn(*const P);

/// The function of a job on a tier.
#[inline(always)]
fn entry<P, X>(tier: Tier) -> Run<P>
where
    Typed<P, X>: Job<Output = ()>,
{
    let typed: unsafe fn(Typed<P, X>) = tier.entry::<Typed<P, X>>();
    // SAFETY: `Typed` is transparent over the pointer that a `Run` takes.
    unsafe { core::mem::transmute::<unsafe fn(Typed<P, X>), Run<P>>(typed) }
}

/// The loop of a body over gangs on a tier.
#[inline(always)]
pub(super) fn gangs_on<A: Args, B: Body<A>>(tier: Tier) -> Run<Gangs> {
    entry::<Gangs, (A, B)>(tier)
}

/// How many lanes the gangs of a body have.
pub(super) const fn lanes<A: Args, B: Body<A>>() -> usize {
    if wider(A::WIDEST, B::WIDEST) >= 8 { 8 } else { 16 }
}

impl<A: Args, B: Body<A>> Job for Typed<Gangs, (A, B)> {
    type Output = ();
    const WIDEST: usize = wider(A::WIDEST, B::WIDEST);

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: the caller's promise. A gang is loaded before it is stored.
        unsafe {
            let Gangs { body, slots, outs, gangs, rows, down, outs_down, stream } = self.0.read();
            // A copy, which no store can change: its literals stay in registers.
            let body = body.cast::<B>().read();
            let (mut args, steps) = A::from_slots(slots);
            let mut outs = B::Outs::from_addresses(outs);
            let one = <B::Outs as Outs>::steps(&mut || 1);
            let mut row = 0;
            loop {
                let mut gang = 0;
                if const { B::STREAMS && B::COST <= BOUND_BY_MEMORY && !S::FALLBACK } && stream {
                    while gang < gangs {
                        let at = (gang * S::LANES) as isize;
                        let loaded = args.load_near(s, steps, at);
                        body.stream(s, &loaded, outs.advance(one, at));
                        gang += 1;
                    }
                }
                while gang < gangs {
                    let at = (gang * S::LANES) as isize;
                    let loaded = args.load_near(s, steps, at);
                    body.store(s, &loaded, outs.advance(one, at), None);
                    gang += 1;
                }
                row += 1;
                if row >= rows {
                    break;
                }
                args = args.advance(self::steps::<A>(down), 1);
                outs = outs.advance(outs_steps::<B::Outs>(outs_down), 1);
            }
        }
    }
}

/// Strides of one loop, an output's each.
///
/// # Safety
///
/// There are as many as outputs.
#[inline(always)]
unsafe fn outs_steps<O: Outs>(strides: *const isize) -> O::Steps {
    let mut next = 0;
    O::steps(&mut || {
        next += 1;
        // SAFETY: one an output.
        unsafe { strides.add(next - 1).read() }
    })
}

/// The body at a few neighbours, whose number is a constant where it is compiled.
///
/// Safety: as for [`Gangs`].
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

#[inline(always)]
fn splat<T: Element, S: Simd>(s: S, x: T) -> T::Gang<S> {
    T::Gang::<S>::splat(s, x)
}

/// Strides of one loop, an entry's each.
///
/// # Safety
///
/// There are as many as the list has entries.
#[inline(always)]
unsafe fn steps<A: Args>(strides: *const isize) -> A::Steps {
    let mut next = 0;
    A::steps(&mut || {
        next += 1;
        // SAFETY: one an entry.
        unsafe { strides.add(next - 1).read() }
    })
}

/// `tile[x] = (or joined with) the kernel at row i and point x, over i < rows`, for one tile or several.
///
/// Safety: the kernel, the closing and the slots are those of its types; the operands are readable at each tile, row and point, `across` and `down` are one
/// stride an entry, and the tiles have room for the points, initialised unless `put`; there is a row.
pub(super) struct Rows {
    pub kernel: *const u8,
    pub slots: *const Slot,
    pub down: *const isize,
    pub rows: usize,
    pub tile: *mut u8,
    pub points: usize,
    pub put: bool,
    /// From one tile to the next: the entries, and the place of the values.
    pub across: *const isize,
    pub apart: isize,
    pub tiles: usize,
    /// How the values are closed, where these are all rows; otherwise null.
    pub closing: *const u8,
}

/// The job of [`Rows`] on a tier.
#[inline(always)]
pub(super) fn rows_on<A: Args, K: Node<A>, R: Combine<K::T>, U: Closing<K::T>>(tier: Tier) -> Run<Rows> {
    // Without a function it does not matter how values meet the output.
    if const { U::PLAIN } { entry::<Rows, (A, K, R, Set)>(tier) } else { entry::<Rows, (A, K, R, U)>(tier) }
}

impl<A: Args, K: Node<A>, R: Combine<K::T>, U: Closing<K::T>> Job for Typed<Rows, (A, K, R, U)> {
    type Output = ();
    const WIDEST: usize = widest::<A, K>();

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: the operands are readable at these rows and points (the caller's promise), the tile is exclusive, and it is
        // initialised when it is read: by the caller, or by the first rows.
        unsafe {
            let Rows { kernel, slots, down, rows, tile, points, put, across, apart, tiles, closing } = self.0.read();
            let kernel = kernel.cast::<K>().read();
            let mut tile = tile.cast::<K::T>();
            let (args, along) = A::from_slots(slots);
            let mut table = RowTable::<A> { args, down: steps::<A>(down), along };
            let sweep = Sweep { rows, points, put };
            let closing = Close::<U> {
                with: if const { U::PLAIN } || closing.is_null() { None } else { Some(closing.cast::<U>().read()) },
            };
            let mut left = tiles;
            loop {
                // What is left over is all of it where blocks are not worth their code.
                let done = if const { !is_light::<A, K>() || S::FALLBACK } {
                    0
                } else if const { A::LEN > 2 } {
                    table.blocks::<K, R, S, Copied, U>(s, &kernel, sweep, tile, &closing)
                } else {
                    // A loop of its own for each, so that a value that stands stays in a register.
                    match args.stand(along) {
                        [false, false] => {
                            table.blocks::<K, R, S, Standing<false, false>, U>(s, &kernel, sweep, tile, &closing)
                        }
                        [true, false] if const { A::LEN == 2 } => {
                            table.blocks::<K, R, S, Standing<true, false>, U>(s, &kernel, sweep, tile, &closing)
                        }
                        [false, true] if const { A::LEN == 2 } => {
                            table.blocks::<K, R, S, Standing<false, true>, U>(s, &kernel, sweep, tile, &closing)
                        }
                        _ => 0,
                    }
                };
                if done < points {
                    table.some::<K, R, S, U>(s, &kernel, 0..rows, done..points, tile, put, &closing);
                }
                left -= 1;
                if left == 0 {
                    break;
                }
                table.args = table.args.advance(self::steps::<A>(across), 1);
                tile = tile.offset(apart);
            }
        }
    }
}

/// Gangs of points that are joined together, in registers.
const BLOCK: usize = 4;

/// Rows that are joined before the next points are looked at: as many streams of memory as a CPU follows.
const SWEEP: usize = 8;

/// Points of which all rows are joined at once: what is read of them stays in a cache.
const NARROW: usize = 64;

/// Rows that are joined to a tile of points, which is put or has values already.
#[derive(Clone, Copy)]
struct Sweep {
    rows: usize,
    points: usize,
    put: bool,
}

/// How values are closed, where they are.
struct Close<U> {
    with: Option<U>,
}

impl<U> Close<U> {
    #[inline(always)]
    fn one<T: Element, S: Simd>(&self, s: S, value: T::Gang<S>) -> T::Gang<S>
    where
        U: Closing<T>,
    {
        match &self.with {
            Some(closing) if const { !U::PLAIN } => closing.close(s, value),
            _ => value,
        }
    }

    #[inline(always)]
    fn all<T: Element, S: Simd>(&self, s: S, [a, b, c, d]: [T::Gang<S>; BLOCK]) -> [T::Gang<S>; BLOCK]
    where
        U: Closing<T>,
    {
        [self.one::<T, S>(s, a), self.one::<T, S>(s, b), self.one::<T, S>(s, c), self.one::<T, S>(s, d)]
    }
}

/// How the gangs of one row are loaded.
trait Loading<A: Args> {
    /// A row.
    type Row<S: Simd>: Copy;

    /// The row of a list of entries.
    ///
    /// # Safety
    ///
    /// They are readable.
    unsafe fn row<S: Simd>(s: S, list: A, along: A::Steps, room: &mut A::Splats<S>) -> Self::Row<S>;

    /// A gang of each at the point `x`.
    ///
    /// # Safety
    ///
    /// They are readable there.
    unsafe fn load<S: Simd>(s: S, row: &Self::Row<S>, along: A::Steps, x: isize) -> A::Loaded<S>;
}

/// What stands still along the points is copied to memory, a gang of it, and is loaded like the rest.
struct Copied;

impl<A: Args> Loading<A> for Copied {
    type Row<S: Simd> = A;

    #[inline(always)]
    unsafe fn row<S: Simd>(s: S, list: A, along: A::Steps, room: &mut A::Splats<S>) -> A {
        // SAFETY: the caller's promise.
        unsafe { list.splats(s, along, room) };
        list.near::<S>(along, room)
    }

    #[inline(always)]
    unsafe fn load<S: Simd>(s: S, row: &A, along: A::Steps, x: isize) -> A::Loaded<S> {
        // SAFETY: the caller's promise.
        unsafe { row.load_near(s, along, x) }
    }
}

/// The first two entries stand still or move, as it says; all others move.
struct Standing<const FIRST: bool, const SECOND: bool>;

impl<A: Args, const FIRST: bool, const SECOND: bool> Loading<A> for Standing<FIRST, SECOND> {
    type Row<S: Simd> = (A, A::Loaded<S>);

    #[inline(always)]
    unsafe fn row<S: Simd>(s: S, list: A, _: A::Steps, _: &mut A::Splats<S>) -> (A, A::Loaded<S>) {
        // SAFETY: the caller's promise.
        (list, unsafe { list.load_standing::<S, FIRST, SECOND>(s) })
    }

    #[inline(always)]
    unsafe fn load<S: Simd>(s: S, (list, standing): &Self::Row<S>, along: A::Steps, x: isize) -> A::Loaded<S> {
        // SAFETY: the caller's promise.
        unsafe { list.load_moving::<S, FIRST, SECOND>(s, along, x, standing) }
    }
}

/// A list of entries at rows of points.
struct RowTable<A: Args> {
    args: A,
    down: A::Steps,
    along: A::Steps,
}

impl<A: Args> RowTable<A> {
    /// Joins rows to the tile, at whole blocks of points. The number of those points.
    #[inline(always)]
    unsafe fn blocks<K: Node<A>, R: Combine<K::T>, S: Simd, L: Loading<A>, U: Closing<K::T>>(
        &self,
        s: S,
        kernel: &K,
        Sweep { rows, points, put }: Sweep,
        tile: *mut K::T,
        closing: &Close<U>,
    ) -> usize {
        let block = BLOCK * S::LANES;
        let whole = points / block * block;
        let (mut row, mut first) = (0, put);
        while whole > 0 && row < rows {
            let end = if rows - row < SWEEP || points <= NARROW { rows } else { row + SWEEP };
            let mut x = 0;
            while x < whole {
                // SAFETY: the caller's promise.
                unsafe {
                    let joined = self.block::<K, R, S, L>(s, kernel, row..end, x, tile.add(x), first);
                    let tile = tile.add(x);
                    let joined = if end == rows { closing.all::<K::T, S>(s, joined) } else { joined };
                    joined[0].store(tile);
                    joined[1].store(tile.add(S::LANES));
                    joined[2].store(tile.add(2 * S::LANES));
                    joined[3].store(tile.add(3 * S::LANES));
                }
                x += block;
            }
            row = end;
            first = false;
        }
        whole
    }

    /// Some rows joined with the tile at four gangs of points.
    #[inline(always)]
    unsafe fn block<K: Node<A>, R: Combine<K::T>, S: Simd, L: Loading<A>>(
        &self,
        s: S,
        kernel: &K,
        rows: Range<usize>,
        x: usize,
        tile: *const K::T,
        put: bool,
    ) -> [GangOf<K::T, S>; BLOCK] {
        let at = [x as isize, (x + S::LANES) as isize, (x + 2 * S::LANES) as isize, (x + 3 * S::LANES) as isize];
        let mut joined = [splat::<K::T, S>(s, R::identity()); BLOCK];
        let mut room = A::no_splats::<S>();
        let along = self.along;
        // SAFETY: the caller's promise.
        unsafe {
            if !put {
                joined = [
                    GangOf::<K::T, S>::load(s, tile),
                    GangOf::<K::T, S>::load(s, tile.add(S::LANES)),
                    GangOf::<K::T, S>::load(s, tile.add(2 * S::LANES)),
                    GangOf::<K::T, S>::load(s, tile.add(3 * S::LANES)),
                ];
            }
            // From the first row each time, never beyond the last one: two gathered rows may be further apart than what they are in is long.
            let mut at_row = rows.start;
            while at_row < rows.end {
                let row = L::row(s, self.row(at_row), along, &mut room);
                joined = [
                    R::join_values(s, joined[0], kernel, &L::load(s, &row, along, at[0])),
                    R::join_values(s, joined[1], kernel, &L::load(s, &row, along, at[1])),
                    R::join_values(s, joined[2], kernel, &L::load(s, &row, along, at[2])),
                    R::join_values(s, joined[3], kernel, &L::load(s, &row, along, at[3])),
                ];
                at_row += 1;
            }
            joined
        }
    }

    /// Joins some rows to the tile at some points: all of them at one gang of points, before the next gang.
    #[inline(always)]
    #[expect(clippy::too_many_arguments, reason = "rows, points, and what becomes of their values")]
    unsafe fn some<K: Node<A>, R: Combine<K::T>, S: Simd, U: Closing<K::T>>(
        &self,
        s: S,
        kernel: &K,
        rows: Range<usize>,
        points: Range<usize>,
        tile: *mut K::T,
        put: bool,
        closing: &Close<U>,
    ) {
        let mut x = points.start;
        while x < points.end {
            let count = if points.end - x < S::LANES { points.end - x } else { S::LANES };
            let whole = count == S::LANES;
            // SAFETY: the caller's promise.
            unsafe {
                let mut joined = splat::<K::T, S>(s, R::identity());
                let mut row = rows.start;
                while row < rows.end {
                    let loaded = load::<A, K, S>(s, self.row(row), self.along, x, whole, count);
                    joined = if row == rows.start {
                        kernel.eval(s, &loaded)
                    } else {
                        R::join_values(s, joined, kernel, &loaded)
                    };
                    row += 1;
                }
                joined = closing.one::<K::T, S>(s, joined);
                join::<K::T, R, S>(s, tile.add(x), joined, put, whole, count);
            }
            x += S::LANES;
        }
    }

    #[inline(always)]
    unsafe fn row(&self, row: usize) -> A {
        // SAFETY: the caller's promise.
        unsafe { self.args.advance(self.down, row as isize) }
    }
}

/// A gang of each entry at point `x`, of which the first `count` are wanted; `whole` says that all are.
///
/// # Safety
///
/// They are readable.
#[inline(always)]
unsafe fn load<A: Args, K: Node<A>, S: Simd>(
    s: S,
    args: A,
    along: A::Steps,
    x: usize,
    whole: bool,
    count: usize,
) -> A::Loaded<S> {
    // SAFETY: the caller's promise.
    unsafe {
        if whole {
            args.load(s, along, x as isize)
        } else if const { is_gang_form::<A, K>() } {
            args.load_points(s, along, x as isize, count)
        } else {
            args.load_first(s, along, x as isize, count)
        }
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
/// Safety: the kernel and the slots are those of its types; the operands are readable at each output, row and point; `outputs` and `down`
/// are one stride an entry; `sums` has room for `count`.
pub(super) struct Dots {
    pub kernel: *const u8,
    pub slots: *const Slot,
    pub outputs: *const isize,
    pub down: *const isize,
    pub rows: usize,
    pub points: usize,
    pub sums: *mut u8,
    pub count: usize,
}

/// The job of [`Dots`] on a tier.
#[inline(always)]
pub(super) fn dots_on<A: Args, K: Node<A>, R: Combine<K::T>>(tier: Tier) -> Run<Dots> {
    entry::<Dots, (A, K, R)>(tier)
}

impl<A: Args, K: Node<A>, R: Combine<K::T>> Job for Typed<Dots, (A, K, R)> {
    type Output = ();
    const WIDEST: usize = widest::<A, K>();

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: on the points: the caller's promise.
        unsafe {
            let Dots { kernel, slots, outputs, down, rows, points, sums: to, count } = self.0.read();
            let kernel = kernel.cast::<K>().read();
            let to = to.cast::<K::T>();
            let (first, along) = A::from_slots(slots);
            let (outputs, down) = (steps::<A>(outputs), steps::<A>(down));
            let identity = splat::<K::T, S>(s, R::identity());
            let last = points % S::LANES;
            let in_last = S::Mask::first(s, last);
            let mut splats = A::no_splats::<S>();
            for output in 0..count {
                let mut sums = [identity; ACCUMULATORS];
                for row in 0..rows {
                    let args = first.advance(outputs, output as isize).advance(down, row as isize);
                    let mut x = 0;
                    if const { is_light::<A, K>() } && points >= ACCUMULATORS * S::LANES {
                        args.splats(s, along, &mut splats);
                        let near = args.near::<S>(along, &splats);
                        while x + ACCUMULATORS * S::LANES <= points {
                            let next = [x, x + S::LANES, x + 2 * S::LANES, x + 3 * S::LANES];
                            if const { S::FALLBACK } {
                                for (sum, at) in sums.iter_mut().zip(next) {
                                    *sum = R::join_values(s, *sum, &kernel, &near.load_near(s, along, at as isize));
                                }
                            } else {
                                sums = [
                                    R::join_values(s, sums[0], &kernel, &near.load_near(s, along, next[0] as isize)),
                                    R::join_values(s, sums[1], &kernel, &near.load_near(s, along, next[1] as isize)),
                                    R::join_values(s, sums[2], &kernel, &near.load_near(s, along, next[2] as isize)),
                                    R::join_values(s, sums[3], &kernel, &near.load_near(s, along, next[3] as isize)),
                                ];
                            }
                            x += ACCUMULATORS * S::LANES;
                        }
                    }
                    while x < points {
                        let whole = x + S::LANES <= points;
                        let mut sum =
                            R::join_values(s, sums[0], &kernel, &load::<A, K, S>(s, args, along, x, whole, last));
                        if !whole {
                            // The other lanes have values of their own, which do not count.
                            sum = GangOf::<K::T, S>::select(in_last, sum, sums[0]);
                        }
                        sums[0] = sum;
                        x += S::LANES;
                    }
                }
                to.add(output).write(R::lanes(s, join4::<K::T, R, S>(s, sums)));
            }
        }
    }
}

/// Points that [`Dots`] adds with about `terms` / 2 additions an accumulator.
pub(super) const fn dot_points<A: Args, K: Node<A>>(terms: usize) -> usize {
    let accumulators = if is_light::<A, K>() { ACCUMULATORS } else { 1 };
    8 * accumulators * terms / 2
}

/// `tile[x] = tile[x] joined with other[x]`.
///
/// Safety: both are so many initialised elements of its type.
pub(super) struct Pairs {
    pub tile: *mut u8,
    pub other: *const u8,
    pub points: usize,
}

/// The job of [`Pairs`] on a tier.
#[inline(always)]
pub(super) fn pairs_on<T: Element, R: Combine<T>>(tier: Tier) -> Run<Pairs> {
    entry::<Pairs, (T, R)>(tier)
}

impl<T: Element, R: Combine<T>> Job for Typed<Pairs, (T, R)> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: inside both: the caller's promise.
        unsafe {
            let Pairs { tile, other, points } = self.0.read();
            let (tile, other) = (tile.cast::<T>(), other.cast::<T>());
            let mut x = 0;
            while x < points {
                let (whole, count) = (points - x >= S::LANES, points - x);
                let value = some_of::<T, S>(s, other.add(x), whole, count);
                join::<T, R, S>(s, tile.add(x), value, false, whole, count);
                x += S::LANES;
            }
        }
    }
}

/// A gang, or its first `count` lanes.
///
/// # Safety
///
/// They are readable.
#[inline(always)]
unsafe fn some_of<T: Element, S: Simd>(s: S, from: *const T, whole: bool, count: usize) -> T::Gang<S> {
    // SAFETY: the caller's promise.
    unsafe { if whole { T::Gang::<S>::load(s, from) } else { T::Gang::<S>::load_first(s, from, count) } }
}

/// `out[x * stride] update= scale * tile[x]`, where there is a scale, closed.
///
/// Safety: the tile is so many initialised elements of its type, the scale one, if any, the closing one of its type; the output is writable at each point, and readable
/// where the update reads.
pub(super) struct Stored {
    pub tile: *const u8,
    pub scale: *const u8,
    pub closing: *const u8,
    pub out: *mut u8,
    pub stride: isize,
    pub points: usize,
}

/// The job of [`Stored`] on a tier.
#[inline(always)]
pub(super) fn stored_on<T: Element, U: Closing<T>>(tier: Tier) -> Run<Stored> {
    entry::<Stored, (T, U)>(tier)
}

impl<T: Element, U: Closing<T>> Job for Typed<Stored, (T, U)> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: inside the tile and the output: the caller's promise.
        unsafe {
            let Stored { tile, scale, closing, out, stride, points } = self.0.read();
            let closing = closing.cast::<U>().read();
            let (tile, out) = (tile.cast::<T>(), out.cast::<T>());
            let mut x = 0;
            while x < points {
                let (whole, count) = (points - x >= S::LANES, points - x);
                let mut value = some_of::<T, S>(s, tile.add(x), whole, count);
                if !scale.is_null() {
                    value = T::times_gang(s, splat::<T, S>(s, scale.cast::<T>().read()), value);
                }
                value = closing.close(s, value);
                let out = out.offset(x as isize * stride);
                if stride == 1 && whole {
                    let old = if U::Update::READS { T::Gang::<S>::load(s, out) } else { value };
                    U::Update::apply_gang(s, old, value).store(out);
                } else {
                    let values = value.to_array();
                    // The bound is for the compiler: no check is left in the loop.
                    for lane in 0..count.min(S::LANES) {
                        update::<T, U::Update>(out.offset(lane as isize * stride), values.lane(lane));
                    }
                }
                x += S::LANES;
            }
        }
    }
}
