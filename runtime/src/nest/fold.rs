//! The walk over the points of a nest that joins values: a sum, a product, a minimum.
//!
//! What every `unsafe` below relies on:
//!
//! 1. The operands are readable, and the output writable, at each point of the loops: the promise of [`super::fold`].
//!    Loops are fused, cut and reordered so that their points stay the same, and a pointer is only moved to a point.
//! 2. The output differs at any two points that differ in a label of the output, and no operand shares memory with it.

use core::marker::PhantomData;
use core::mem::MaybeUninit;

use crate::expr::{Args, Node};
use crate::lanes::Tier;

use super::Form;
use super::axes::{AxesRef, Carriers};
use super::combine::Combine;
use super::jobs::{self, AddRows, Dots, JoinTiles, Loop, Store};
use super::loops::Loops;
use super::map::steps;
use super::order::{self, Order, Style};
use super::pack;
use super::tile::{self, Tile};
use super::update::Update;

/// Terms that are added one after another; longer sums are halved, so rounding grows with the logarithm.
pub(super) const TERMS: usize = 256;

/// Partial sums of inner loops that are added one after another.
const FEW: usize = 16;

/// Outputs of dots that are stored together.
const TOGETHER: usize = 64;

/// How many points there are, where the operands of a nest without an output label are one loop over neighbours, 1 or more; `None` where they
/// are not.
#[inline(always)]
pub(super) fn flat_points(extents: &[usize], operands: &(impl Carriers + ?Sized)) -> Option<usize> {
    let count = operands.count();
    let first = (0..count).map(|operand| operands.axes(operand)).find(|axes| !axes.labels.is_empty())?;
    let mut points = 1usize;
    for (&label, &stride) in first.labels.iter().zip(first.strides).rev() {
        let extent = extents[label as usize];
        if extent != 1 && stride != points as isize {
            return None;
        }
        points *= extent;
    }
    let fits =
        |axes: AxesRef<'_>| axes.labels.is_empty() || (axes.labels == first.labels && axes.strides == first.strides);
    (points != 0 && (0..count).all(|operand| fits(operands.axes(operand)))).then_some(points)
}

/// The values at `points` neighbours, joined.
///
/// # Safety
///
/// Invariant 1, with one loop.
pub(super) unsafe fn flat<A: Args, K: Node<A>, R: Combine<K::T>>(
    kernel: &K,
    args: A,
    steps: A::Steps,
    points: usize,
) -> K::T {
    // SAFETY: the caller's promise; the job writes the sum.
    unsafe {
        if points <= const { jobs::dot_points::<A, K>(TERMS) } {
            let mut sum = [MaybeUninit::uninit()];
            let (down, along) = (Loop { steps, count: 1 }, Loop { steps, count: points });
            let combine = PhantomData::<R>;
            Tier::current().run(Dots { kernel, args, outputs: steps, down, along, sums: &mut sum, combine });
            return sum[0].assume_init();
        }
        // In halves that are whole gangs, and that begin on a cache line where the whole does.
        let half = (points / 2).next_multiple_of(64);
        let first = flat::<A, K, R>(kernel, args, steps, half);
        R::join(first, flat::<A, K, R>(kernel, args.advance(steps, half as isize), steps, points - half))
    }
}

pub(super) struct Walk<'a, F, A: Args, K: Node<A>, R, U> {
    loops: &'a Loops,
    order: Order,
    kernel: &'a K,
    scale: Option<K::T>,
    tier: Tier,
    /// The innermost loop; of extent 1 where there is none.
    along: Loop<A::Steps>,
    out_stride: isize,
    types: PhantomData<(F, R, U)>,
}

/// Visits every point.
///
/// # Safety
///
/// Invariants 1 and 2.
pub(super) unsafe fn run<F, A, K, R, U>(loops: &mut Loops, kernel: &K, scale: Option<K::T>, args: A, out: *mut K::T)
where
    F: Form,
    A: Args,
    K: Node<A>,
    R: Combine<K::T>,
    U: Update<K::T>,
{
    // SAFETY: the caller's promise.
    unsafe { run_on::<F, A, K, R, U>(loops, kernel, scale, args, out, Tier::current()) }
}

/// [`run`] on a tier.
///
/// # Safety
///
/// As for [`run`]; the CPU has the tier.
pub(super) unsafe fn run_on<F, A, K, R, U>(
    loops: &mut Loops,
    kernel: &K,
    scale: Option<K::T>,
    args: A,
    out: *mut K::T,
    tier: Tier,
) where
    F: Form,
    A: Args,
    K: Node<A>,
    R: Combine<K::T>,
    U: Update<K::T>,
{
    let order = order::order(loops, const { F::KEEPS && tile::fit::<K::T>() > 0 });
    let mut copies = Vec::new();
    // SAFETY: the caller's promise; the copies live to the end.
    let args = unsafe { pack::hoisted(args, loops, &mut copies) };
    let (strides, count, out_stride) = match loops.len().checked_sub(1) {
        Some(last) => (loops.operand_strides(last), loops.extent(last), loops.out_stride(last)),
        None => (&[][..], 1, 0),
    };
    let along = Loop { steps: steps::<A>(strides), count };
    let walk = Walk::<F, A, K, R, U> { loops, order, kernel, scale, tier, along, out_stride, types: PhantomData };
    // SAFETY: the caller's promise.
    unsafe {
        match walk.order.style {
            Style::Tile if const { F::KEEPS } => walk.tiles(0, args, out, 0),
            _ => walk.dots(0, args, out),
        }
    }
}

impl<F, A, K, R, U> Walk<'_, F, A, K, R, U>
where
    F: Form,
    A: Args,
    K: Node<A>,
    R: Combine<K::T>,
    U: Update<K::T>,
{
    /// The output loops from `row`, with the innermost one cut to tiles where they are due: `width` is 0 before.
    unsafe fn tiles(&self, row: usize, args: A, out: *mut K::T, width: usize) {
        // SAFETY: each call stays on the points (1).
        unsafe {
            if row == self.order.tile_at && width == 0 {
                let width = self.order.tile_width.min(tile::fit::<K::T>());
                for first in (0..self.along.count).step_by(width) {
                    let args = args.advance(self.along.steps, first as isize);
                    let out = out.offset(self.out_stride * first as isize);
                    self.tiles(row, args, out, width.min(self.along.count - first));
                }
            } else if row == self.order.kept {
                let mut tile = Tile::new();
                // `add` initialises the tile; nothing is stored before.
                self.add(self.order.kept, self.first_extent(), args, &mut tile, width, true);
                self.store(tile.first(width), out, self.out_stride);
            } else {
                let steps = self.steps(row);
                let out_stride = self.loops.out_stride(row);
                for index in 0..self.loops.extent(row) as isize {
                    self.tiles(row + 1, args.advance(steps, index), out.offset(out_stride * index), width);
                }
            }
        }
    }

    #[inline(always)]
    unsafe fn store(&self, tile: &mut [MaybeUninit<K::T>], out: *mut K::T, stride: isize) {
        // SAFETY: the caller's promise: the tile is initialised and `out` the output at its points.
        unsafe { self.tier.run(Store { tile, scale: self.scale, out, stride, update: PhantomData::<U> }) }
    }

    /// Extent of the outermost summed loop around a tile; 1 where there is none.
    #[inline(always)]
    fn first_extent(&self) -> usize {
        if self.order.kept + 1 < self.loops.len() { self.loops.extent(self.order.kept) } else { 1 }
    }

    /// Joins the values of the summed loops from `row` to the tile, `count` steps of the first one.
    unsafe fn add(&self, row: usize, count: usize, args: A, tile: &mut Tile, width: usize, put: bool) {
        // The last row is the loop over the tile.
        let last = self.loops.len().saturating_sub(1);
        let inner_terms = (row + 1..last).fold(1usize, |terms, row| terms.saturating_mul(self.loops.extent(row)));
        // SAFETY: on the points (1); the first call for a tile has `put`, so it is initialised after it.
        unsafe {
            if row + 1 >= last && count <= TERMS {
                let down = Loop { steps: if row < last { self.steps(row) } else { self.along.steps }, count };
                let (kernel, along, tile) = (self.kernel, self.along.steps, tile.first(width));
                self.tier.run(AddRows { kernel, args, down, along, tile, put, combine: PhantomData::<R> });
            } else if count == 1 || inner_terms.saturating_mul(count) <= TERMS {
                let steps = self.steps(row);
                for index in 0..count {
                    let args = args.advance(steps, index as isize);
                    self.add(row + 1, self.loops.extent(row + 1), args, tile, width, put && index == 0);
                }
            } else {
                let half = count / 2;
                let mut other = Tile::new();
                self.add(row, half, args, tile, width, put);
                self.add(row, count - half, args.advance(self.steps(row), half as isize), &mut other, width, true);
                let (tile, other) = (tile.first(width), &*other.first(width));
                self.tier.run(JoinTiles::<K::T, R> { tile, other, combine: PhantomData });
            }
        }
    }

    /// The output loops from `row`, with values joined at each point.
    unsafe fn dots(&self, row: usize, args: A, out: *mut K::T) {
        let kept = self.order.kept;
        // SAFETY: each call stays on the points (1).
        unsafe {
            if row + 1 < kept {
                let steps = self.steps(row);
                let out_stride = self.loops.out_stride(row);
                for index in 0..self.loops.extent(row) as isize {
                    self.dots(row + 1, args.advance(steps, index), out.offset(out_stride * index));
                }
                return;
            }
            // The last output loop, some steps together where one job sums them.
            let (outputs, extent, out_stride) = match row < kept {
                true => (self.steps(row), self.loops.extent(row), self.loops.out_stride(row)),
                false => (self.along.steps, 1, 0),
            };
            let together = if self.is_short(kept, self.extent(kept)) { TOGETHER } else { 1 };
            let mut sums = [MaybeUninit::uninit(); TOGETHER];
            for first in (0..extent).step_by(together) {
                let sums = &mut sums[..together.min(extent - first)];
                let args = args.advance(outputs, first as isize);
                if together > 1 {
                    self.short(kept, self.extent(kept), args, outputs, sums);
                } else {
                    sums[0].write(self.sum(kept, self.extent(kept), args));
                }
                self.store(sums, out.offset(out_stride * first as isize), out_stride);
            }
        }
    }

    #[inline(always)]
    fn extent(&self, row: usize) -> usize {
        if row < self.loops.len() { self.loops.extent(row) } else { 1 }
    }

    /// Whether the loops from `row`, `count` steps of the first one, are one job.
    #[inline(always)]
    fn is_short(&self, row: usize, count: usize) -> bool {
        let points = const { jobs::dot_points::<A, K>(TERMS) };
        match self.loops.len().saturating_sub(row) {
            0 | 1 => count <= points,
            2 => count.saturating_mul(self.extent(row + 1)) <= points,
            _ => false,
        }
    }

    /// The sums over the loops from `row`, `count` steps of the first one, at as many outputs as there are `sums`.
    unsafe fn short(&self, row: usize, count: usize, args: A, outputs: A::Steps, sums: &mut [MaybeUninit<K::T>]) {
        let two = row + 2 == self.loops.len();
        let down =
            Loop { steps: if two { self.steps(row) } else { self.along.steps }, count: if two { count } else { 1 } };
        let along = Loop { count: if two { self.along.count } else { count }, ..self.along };
        let kernel = self.kernel;
        // SAFETY: on the points (1).
        unsafe { self.tier.run(Dots { kernel, args, outputs, down, along, sums, combine: PhantomData::<R> }) }
    }

    /// The sum over the loops from `row`, `count` steps of the first one.
    unsafe fn sum(&self, row: usize, count: usize, args: A) -> K::T {
        // SAFETY: on the points (1); `short` writes the sum.
        unsafe {
            if self.is_short(row, count) {
                let mut sum = [MaybeUninit::uninit()];
                self.short(row, count, args, self.along.steps, &mut sum);
                return sum[0].assume_init();
            }
            let steps = self.steps(row);
            if row + 1 < self.loops.len() && count <= FEW {
                return (0..count).fold(R::identity(), |sum, index| {
                    let args = args.advance(steps, index as isize);
                    R::join(sum, self.sum(row + 1, self.loops.extent(row + 1), args))
                });
            }
            let half = count / 2;
            let first = self.sum(row, half, args);
            R::join(first, self.sum(row, count - half, args.advance(steps, half as isize)))
        }
    }

    #[inline(always)]
    fn steps(&self, row: usize) -> A::Steps {
        steps::<A>(self.loops.operand_strides(row))
    }
}
