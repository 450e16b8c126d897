//! Where the least and the greatest elements are.
//!
//! Along neighbours, gangs look for the best element only, block by block, and then for its place in the one block that has it. Across neighbours, a
//! gang holds the best elements so far of as many outputs, with their places. All else runs on the loop nest.
//!
//! What every `unsafe` below relies on:
//!
//! 1. Elements are readable at each index of the view, and outputs writable at each of the kept axes.

use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ops::Range;

use super::fold::{axes, fold, some_of};
use crate::array::{Array, Uninit};
use crate::element::{Element, Order};
use crate::error::expect;
use crate::expr::{Args, GangOf, Item, Node, Number, wider};
use crate::lanes::{Job, Lanes, Mask, Simd, Tier};
use crate::nest::{Best, BestGang, Extremes, First, Side};
use crate::reduce::{Loop, Table, all, each_point, kept, load, out_strides};
use crate::shape::{Shape, row_major};
use crate::view::View;

/// The places of the best elements: their indices along an axis, or their numbers in row-major order; the first of equal ones, and of NaNs.
#[track_caller]
pub(super) fn places<D: Side, T: Extremes, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<usize, R> {
    some_of(D::NAMES[1], x.shape(), bits);
    let mut out = expect(Uninit::<usize, R>::new(kept::<S, R>(x.shape(), bits)));
    let from = x.as_ptr();
    let (extents, strides, to) = (x.extents(), x.strides(), out_strides(x.shape(), bits));
    let tier = Tier::current();
    if bits == all::<S>() && x.is_contiguous() {
        let line = Line::<D, T> { from, count: x.len(), side: PhantomData };
        // SAFETY: contiguous elements, and the one output (1).
        unsafe {
            out.as_mut_ptr().write(tier.run(line));
            return out.assume_init();
        }
    }
    let axis = bits.trailing_zeros() as usize;
    if bits.count_ones() == 1 && extents.as_ref()[axis] > 1 && !extents.as_ref().contains(&0) {
        let Table { kept: mut outputs, mut joined, .. } =
            Table::new(extents.as_ref(), strides.as_ref(), to.as_ref(), bits, false);
        let along = joined.pop();
        let first = out.as_mut_ptr();
        if along.step == 1 {
            each_point(outputs.as_slice(), |at, to| {
                // SAFETY: on the points (1).
                unsafe {
                    let line = Line::<D, T> { from: from.offset(at), count: along.extent, side: PhantomData };
                    first.offset(to).write(tier.run(line));
                }
            });
            // SAFETY: each output was written.
            return unsafe { out.assume_init() };
        }
        // Rows of small elements are numbered by 32 bits.
        let are_numbered = T::WIDEST >= 8 || u32::try_from(along.extent).is_ok();
        let is_wide = |points: &Loop| points.step == 1 && points.out == 1 && points.extent >= 8;
        if let Some(points) = outputs.take(|points| are_numbered && is_wide(points)) {
            each_point(outputs.as_slice(), |at, to| {
                for point in (0..points.extent).step_by(TILE) {
                    let width = TILE.min(points.extent - point);
                    // SAFETY: on the points (1).
                    unsafe {
                        let (from, to) = (from.offset(at).add(point), first.offset(to).add(point));
                        if const { T::WIDEST < 8 } {
                            tier.run(Rows::<D, T, u32> { from, rows: along, to, width, types: PhantomData });
                        } else {
                            tier.run(Rows::<D, T, usize> { from, rows: along, to, width, types: PhantomData });
                        }
                    }
                }
            });
            // SAFETY: each output was written.
            return unsafe { out.assume_init() };
        }
    }
    on_the_nest::<D, T, S, R>(x, bits)
}

fn on_the_nest<D: Side, T: Extremes, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<usize, R> {
    let (extents, strides) = (x.extents(), x.strides());
    let mut numbers = S::Strides::default();
    if bits == all::<S>() {
        numbers = row_major::<S>(extents);
    } else {
        numbers.as_mut()[bits.trailing_zeros() as usize] = 1;
    }
    let operands = [axes(strides.as_ref()), axes(numbers.as_ref())];
    let args = (x.as_ptr(), (Number(0), ()));
    // SAFETY: a view's elements are readable at each index; a number is not read from memory.
    let best = unsafe { fold::<_, _, First<D>, S, R>(x.shape(), bits, args, &operands, &Placed) };
    best.map(|best| best.place)
}

/// An element with its place.
#[derive(Clone, Copy)]
struct Placed;

impl<T: Extremes, A: Item<T = T>> Node<(A, (Number, ()))> for Placed {
    type T = Best<T>;
    const WIDEST: usize = 8;
    const COST: usize = 6;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &<(A, (Number, ())) as Args>::Loaded<S>) -> GangOf<Best<T>, S> {
        BestGang::new(s, loaded.0, loaded.1.0)
    }
}

/// Elements in which a best one is looked for before its place is: of the one block that has it, half is read again.
const BLOCK: usize = 512;

/// The place of the best of some neighbours.
///
/// Safety: they are readable, and there is one.
struct Line<D, T> {
    from: *const T,
    count: usize,
    side: PhantomData<D>,
}

impl<D: Side, T: Extremes> Job for Line<D, T> {
    type Output = usize;
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) -> usize {
        // SAFETY: inside the line: the caller's promise.
        unsafe {
            let (mut best, mut best_block) = (self.from.read(), 0);
            let mut block = 0;
            while block < self.count {
                let count = if self.count - block < BLOCK { self.count - block } else { BLOCK };
                let (values, has_nan) = best_of::<D, T, S>(s, self.from.add(block), count);
                if has_nan {
                    return block + place_of::<T, S>(s, self.from.add(block), count, None);
                }
                // Most blocks have nothing better, so that their lanes are not compared.
                if T::order_gang(s, values, T::Gang::<S>::splat(s, best), D::ORDER).any() {
                    best = values.reduce(|x, y| if D::ORDER.holds(y, x) { y } else { x });
                    best_block = block;
                }
                block += count;
            }
            best_block + place_of::<T, S>(s, self.from.add(best_block), self.count - best_block, Some(best))
        }
    }
}

/// The best of some neighbours, one a lane, the best of all among them; and whether there is a NaN: then these are any.
///
/// # Safety
///
/// They are readable, and there is one.
#[inline(always)]
unsafe fn best_of<D: Side, T: Extremes, S: Simd>(s: S, from: *const T, count: usize) -> (T::Gang<S>, bool) {
    // SAFETY: inside the block: the caller's promise.
    unsafe {
        let start = T::Gang::<S>::splat(s, from.read());
        let (mut one, mut two, mut ordered) = (start, start, T::equal_gang(s, start, start));
        let mut x = 0;
        while x + 2 * S::LANES <= count {
            let (a, b) = (T::Gang::<S>::load(s, from.add(x)), T::Gang::<S>::load(s, from.add(x + S::LANES)));
            one = T::Gang::<S>::select(T::order_gang(s, a, one, D::ORDER), a, one);
            two = T::Gang::<S>::select(T::order_gang(s, b, two, D::ORDER), b, two);
            ordered = ordered & T::equal_gang(s, a, a) & T::equal_gang(s, b, b);
            x += 2 * S::LANES;
        }
        while x < count {
            let lanes = if count - x < S::LANES { count - x } else { S::LANES };
            let inside = S::Mask::first(s, lanes);
            let next = T::Gang::<S>::select(inside, load::<T, S>(s, from.add(x), 1, lanes), start);
            one = T::Gang::<S>::select(T::order_gang(s, next, one, D::ORDER), next, one);
            ordered = ordered & T::equal_gang(s, next, next);
            x += S::LANES;
        }
        let best = T::Gang::<S>::select(T::order_gang(s, two, one, D::ORDER), two, one);
        (best, !ordered.all())
    }
}

/// The place of the first element that is equal to `wanted`, or of the first NaN; there is one.
///
/// # Safety
///
/// The elements are readable.
#[inline(always)]
unsafe fn place_of<T: Extremes, S: Simd>(s: S, from: *const T, count: usize, wanted: Option<T>) -> usize {
    let mut x = 0;
    while x < count {
        let lanes = if count - x < S::LANES { count - x } else { S::LANES };
        // SAFETY: inside the block: the caller's promise.
        let next = unsafe { load::<T, S>(s, from.add(x), 1, lanes) };
        let found = match wanted {
            Some(wanted) => T::equal_gang(s, next, T::Gang::<S>::splat(s, wanted)),
            None => !T::equal_gang(s, next, next),
        };
        if found.any() {
            let place = x + found.to_bits().trailing_zeros() as usize;
            // Lanes that are not there repeat one that is, or hold zeros.
            if place < count {
                return place;
            }
        }
        x += S::LANES;
    }
    count
}

/// Outputs whose best elements, and their rows, stay in the nearest cache.
const TILE: usize = 1024;
/// Rows that are compared before the next points are looked at: as many streams of memory as a CPU follows.
const SWEEP: usize = 8;
/// Gangs whose best elements are in registers, with their rows, while a sweep is compared.
const GANGS: usize = 2;

/// The number of a row, in as many bytes as fit beside an element.
trait RowNumber: Element {
    fn of(row: usize) -> Self;
    fn place(self) -> usize;
}

impl RowNumber for u32 {
    #[inline(always)]
    fn of(row: usize) -> Self {
        row as u32
    }
    #[inline(always)]
    fn place(self) -> usize {
        self as usize
    }
}

impl RowNumber for usize {
    #[inline(always)]
    fn of(row: usize) -> Self {
        row
    }
    #[inline(always)]
    fn place(self) -> usize {
        self
    }
}

/// The places of the best of some rows, for outputs that are neighbours.
///
/// Safety: the elements are readable at each row and `width <= TILE` points, and `to` is writable; there is a row, and a row's number is an `N`.
struct Rows<D, T, N> {
    from: *const T,
    rows: Loop,
    to: *mut usize,
    width: usize,
    types: PhantomData<(D, N)>,
}

impl<D: Side, T: Extremes, N: RowNumber> Job for Rows<D, T, N> {
    type Output = ();
    const WIDEST: usize = wider(T::WIDEST, N::WIDEST);

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let mut best = [MaybeUninit::<T>::uninit(); TILE];
        let mut numbers = [MaybeUninit::<N>::uninit(); TILE];
        let (best, numbers) = (best.as_mut_ptr().cast::<T>(), numbers.as_mut_ptr().cast::<N>());
        // SAFETY: on the points, and inside the tile, which the first rows write: the caller's promise.
        unsafe {
            let mut row = 0;
            while row < self.rows.extent {
                let end = if self.rows.extent - row < SWEEP { self.rows.extent } else { row + SWEEP };
                let mut x = 0;
                if const { !S::FALLBACK } {
                    while x + GANGS * S::LANES <= self.width {
                        self.gangs::<S>(s, row..end, x, best.add(x), numbers.add(x));
                        x += GANGS * S::LANES;
                    }
                }
                while x < self.width {
                    self.part::<S>(s, row..end, x, best.add(x), numbers.add(x));
                    x += S::LANES;
                }
                row = end;
            }
            for x in 0..self.width {
                self.to.add(x).write(numbers.add(x).read().place());
            }
        }
    }
}

impl<D: Side, T: Extremes, N: RowNumber> Rows<D, T, N> {
    /// What is not better than another is as good, or worse: with a NaN neither of the two is.
    const OPPOSITE: Order = match D::ORDER {
        Order::Less | Order::LessEqual => Order::GreaterEqual,
        Order::Greater | Order::GreaterEqual => Order::LessEqual,
    };

    /// Where the other elements take the places of the best: where they are better, or the first NaNs.
    #[inline(always)]
    fn is_better<S: Simd>(s: S, other: T::Gang<S>, best: T::Gang<S>) -> S::Mask {
        !T::order_gang(s, other, best, Self::OPPOSITE) & T::equal_gang(s, best, best)
    }

    /// Some rows at as many gangs of points as fit in registers.
    #[inline(always)]
    unsafe fn gangs<S: Simd>(&self, s: S, rows: Range<usize>, x: usize, best: *mut T, numbers: *mut N) {
        // SAFETY: the caller's promise.
        unsafe {
            let from = self.from.add(x);
            let is_first = rows.start == 0;
            let start = if is_first { from } else { best.cast_const() };
            let mut value = [T::Gang::<S>::load(s, start), T::Gang::<S>::load(s, start.add(S::LANES))];
            let mut number = [N::Gang::<S>::splat(s, N::of(0)); GANGS];
            if !is_first {
                number = [N::Gang::<S>::load(s, numbers), N::Gang::<S>::load(s, numbers.add(S::LANES))];
            }
            let mut row = rows.start + usize::from(is_first);
            while row < rows.end {
                let next = from.offset(row as isize * self.rows.step);
                let here = N::Gang::<S>::splat(s, N::of(row));
                // One after the other: side by side they would need more registers than there are.
                let other = T::Gang::<S>::load(s, next);
                let better = Self::is_better::<S>(s, other, value[0]);
                value[0] = T::Gang::<S>::select(better, other, value[0]);
                number[0] = N::Gang::<S>::select(better, here, number[0]);
                let other = T::Gang::<S>::load(s, next.add(S::LANES));
                let better = Self::is_better::<S>(s, other, value[1]);
                value[1] = T::Gang::<S>::select(better, other, value[1]);
                number[1] = N::Gang::<S>::select(better, here, number[1]);
                row += 1;
            }
            value[0].store(best);
            value[1].store(best.add(S::LANES));
            number[0].store(numbers);
            number[1].store(numbers.add(S::LANES));
        }
    }

    /// Some rows at a gang of points, or what is left of one.
    #[inline(always)]
    unsafe fn part<S: Simd>(&self, s: S, rows: Range<usize>, x: usize, best: *mut T, numbers: *mut N) {
        let count = if self.width - x < S::LANES { self.width - x } else { S::LANES };
        // SAFETY: the caller's promise.
        unsafe {
            let from = self.from.add(x);
            let is_first = rows.start == 0;
            let mut value = load::<T, S>(s, if is_first { from } else { best.cast_const() }, 1, count);
            let mut number = N::Gang::<S>::splat(s, N::of(0));
            if !is_first {
                number = load::<N, S>(s, numbers, 1, count);
            }
            let mut row = rows.start + usize::from(is_first);
            while row < rows.end {
                let other = load::<T, S>(s, from.offset(row as isize * self.rows.step), 1, count);
                let better = Self::is_better::<S>(s, other, value);
                value = T::Gang::<S>::select(better, other, value);
                number = N::Gang::<S>::select(better, N::Gang::<S>::splat(s, N::of(row)), number);
                row += 1;
            }
            value.store_first(best, count);
            number.store_first(numbers, count);
        }
    }
}
