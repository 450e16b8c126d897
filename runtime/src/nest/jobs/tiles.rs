//! Rows of points, joined to tiles.

use core::ops::Range;

use crate::element::Element;
use crate::expr::{Args, GangOf, Node, Slot};
use crate::lanes::{Job, Lanes, Simd, Tier};

use super::super::combine::Combine;
use super::super::update::{Closing, Set};
use super::{Run, Typed, entry, is_light, join, load, splat, steps, widest};

/// `tile[x] = (or joined with) the kernel at row i and point x, over i < rows`, for one tile or several.
///
/// Safety: the kernel, the closing and the slots are those of its types; the operands are readable at each tile, row and point, `across` and `down` are one
/// stride an entry, and the tiles have room for the points, initialised unless `put`; there is a row.
pub(in crate::nest) struct Rows {
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
pub(in crate::nest) fn rows_on<A: Args, K: Node<A>, R: Combine<K::T>, U: Closing<K::T>>(tier: Tier) -> Run<Rows> {
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
