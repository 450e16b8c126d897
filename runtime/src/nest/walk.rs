//! The walk over the points of a nest.
//!
//! What every `unsafe` below relies on:
//!
//! 1. The operands are readable, and the output writable, at each point of the loops: the promise of [`super::run`].
//!    Loops are fused, cut and reordered so that their points stay the same, and a pointer is only moved to a point.
//! 2. The output differs at any two points that differ in a label of the output.
//! 3. Where an operand shares memory with the output and nothing is summed, a tile is loaded before it is stored and no
//!    other tile meets its elements (2).

use core::marker::PhantomData;
use core::mem::MaybeUninit;

use crate::element::Element;
use crate::expr::{Args, Node};
use crate::lanes::Tier;

use super::Form;
use super::inner::{self, Access, AddRows, AddTiles, Along, Dot, LoadTransposed, Map, Store};
use super::loops::Loops;
use super::order::{Order, Style};
use super::tile::{self, Tile};
use super::update::Update;

/// Terms that are added one after another; longer sums are halved, so rounding grows with the logarithm.
pub(super) const TERMS: usize = 256;

/// Partial sums of inner loops that are added one after another.
const FEW: usize = 16;

pub(super) struct Walk<'a, F, A: Args, K: Node<A>, U> {
    loops: &'a Loops,
    order: &'a Order,
    kernel: &'a K,
    scale: Option<K::T>,
    tier: Tier,
    /// The innermost loop; of extent 1 where there is none.
    along: Along<A::Steps>,
    points: usize,
    out_stride: isize,
    update: PhantomData<U>,
    form: PhantomData<F>,
}

impl<'a, F, A, K, U> Walk<'a, F, A, K, U>
where
    F: Form,
    A: Args,
    K: Node<A>,
    K::T: Element,
    U: Update<K::T>,
{
    #[inline(always)]
    pub fn new(loops: &'a Loops, order: &'a Order, kernel: &'a K, scale: Option<K::T>, tier: Tier) -> Self {
        let (strides, points, out_stride) = match loops.len().checked_sub(1) {
            Some(last) => (loops.operand_strides(last), loops.extent(last), loops.out_stride(last)),
            None => (&[][..], 1, 0),
        };
        let along = Along { steps: steps::<A>(strides), access: Access::of(strides) };
        Walk { loops, order, kernel, scale, tier, along, points, out_stride, update: PhantomData, form: PhantomData }
    }

    /// Visits every point.
    ///
    /// # Safety
    ///
    /// Invariants 1 to 3.
    #[inline(always)]
    pub unsafe fn run(&self, args: A, out: *mut K::T) {
        // SAFETY: the caller's promise.
        unsafe {
            match self.order.style {
                _ if !self.order.transposes && !self.sums() => self.map(0, args, out),
                Style::Tile => self.tiles(0, args, out, 0),
                Style::Dot => {
                    if const { F::SUMS } {
                        self.dots(0, args, out);
                    }
                }
            }
        }
    }

    /// Whether a loop is summed.
    #[inline(always)]
    fn sums(&self) -> bool {
        F::SUMS
            && match self.order.style {
                Style::Tile => self.order.kept + 1 < self.loops.len(),
                Style::Dot => self.order.kept < self.loops.len(),
            }
    }

    /// The output loops from `row`, the last two of which are one job.
    unsafe fn map(&self, row: usize, args: A, out: *mut K::T) {
        // SAFETY: each call stays on the points (1).
        unsafe {
            if row + 2 >= self.loops.len() {
                // The row of rows, where there are two loops left.
                let down = match row + 2 == self.loops.len() {
                    true => (self.steps(row), self.loops.extent(row), self.loops.out_stride(row)),
                    false => (self.along.steps, 1, 0),
                };
                self.rows(args, out, self.points, down);
            } else {
                let steps = self.steps(row);
                let out_stride = self.loops.out_stride(row);
                for index in 0..self.loops.extent(row) as isize {
                    self.map(row + 1, args.advance(steps, index), out.offset(out_stride * index));
                }
            }
        }
    }

    /// The output loops from `row`, with the innermost one cut to tiles where they are due: `width` is 0 before.
    unsafe fn tiles(&self, row: usize, args: A, out: *mut K::T, width: usize) {
        // SAFETY: each call stays on the points (1).
        unsafe {
            if row == self.order.tile_at && width == 0 {
                let width = self.order.tile_width.min(tile::fit::<K::T>());
                for first in (0..self.points).step_by(width) {
                    let args = args.advance(self.along.steps, first as isize);
                    let out = out.offset(self.out_stride * first as isize);
                    let width = width.min(self.points - first);
                    match self.order.transposes {
                        true if const { inner::is_light::<A, K>() } => self.transpose(args, out, width),
                        true => self.blocks(args, out, width),
                        false => self.tiles(row, args, out, width),
                    }
                }
            } else if row == self.order.kept {
                self.tile(args, out, width);
            } else {
                let steps = self.steps(row);
                let out_stride = self.loops.out_stride(row);
                for index in 0..self.loops.extent(row) as isize {
                    self.tiles(row + 1, args.advance(steps, index), out.offset(out_stride * index), width);
                }
            }
        }
    }

    unsafe fn tile(&self, args: A, out: *mut K::T, width: usize) {
        if const { !F::SUMS } {
            // Such a nest is a map, or its tiles are two-dimensional.
            return;
        }
        let mut tile = Tile::new();
        // SAFETY: on the points (1). `add` initialises the tile; nothing is stored before (3).
        unsafe {
            self.add(self.order.kept, self.first_extent(), args, &mut tile, width, true);
            self.store(tile.first(width), out);
        }
    }

    /// Blocks of `width` along the innermost loop and of as many rows along the loop around it: the lines of memory that an operand
    /// strides over stay in the cache from one row to the next. For heavy kernels, whose loads do not matter.
    unsafe fn blocks(&self, args: A, out: *mut K::T, width: usize) {
        let row = self.order.tile_at;
        let (steps, extent, out_stride) = (self.steps(row), self.loops.extent(row), self.loops.out_stride(row));
        for first in (0..extent).step_by(width) {
            let at = first as isize;
            // SAFETY: on the points (1).
            unsafe {
                let (args, out) = (args.advance(steps, at), out.offset(out_stride * at));
                self.rows(args, out, width, (steps, width.min(extent - first), out_stride));
            }
        }
    }

    /// `points` of the innermost loop at each of some rows, as one job.
    unsafe fn rows(&self, args: A, out: *mut K::T, points: usize, (down, rows, out_down): (A::Steps, usize, isize)) {
        let (kernel, scale, along, update) = (self.kernel, self.scale, self.along, self.update);
        let out_along = self.out_stride;
        let map = Map { kernel, scale, args, down, rows, along, points, out, out_down, out_along, update };
        // SAFETY: the caller's promise: on the points (1).
        unsafe { self.tier.run(map) }
    }

    /// Tiles of `width` along the innermost loop and of as many rows as fit along the loop around it.
    unsafe fn transpose(&self, args: A, out: *mut K::T, width: usize) {
        let row = self.order.tile_at;
        let (strides, out_stride) = (self.loops.operand_strides(row), self.loops.out_stride(row));
        let along = Along { steps: steps::<A>(strides), access: Access::of(strides) };
        let (extent, height) = (self.loops.extent(row), tile::fit::<K::T>() / width);
        for first in (0..extent).step_by(height) {
            let height = height.min(extent - first);
            let mut tile = Tile::new();
            let tile = tile.first(width * height);
            // SAFETY: on the points (1); the tile is loaded before it is stored (3).
            unsafe {
                let args = args.advance(along.steps, first as isize);
                let (kernel, across) = (self.kernel, self.along.steps);
                let tile = &mut *tile;
                self.tier.run(LoadTransposed { kernel, args, across, width, down: along, height, tile });
                for (y, tile) in tile.chunks_exact_mut(width).enumerate() {
                    let out = out.offset(out_stride * (first + y) as isize);
                    self.store(tile, out);
                }
            }
        }
    }

    #[inline(always)]
    unsafe fn store(&self, tile: &mut [MaybeUninit<K::T>], out: *mut K::T) {
        // SAFETY: the caller's promise: the tile is initialised and `out` the output at its points.
        unsafe { self.tier.run(Store { tile, scale: self.scale, out, stride: self.out_stride, update: self.update }) }
    }

    /// Extent of the outermost summed loop around a tile; 1 where there is none.
    #[inline(always)]
    fn first_extent(&self) -> usize {
        if self.order.kept + 1 < self.loops.len() { self.loops.extent(self.order.kept) } else { 1 }
    }

    /// Adds the terms of the summed loops from `row` to the tile, `count` steps of the first one.
    unsafe fn add(&self, row: usize, count: usize, args: A, tile: &mut Tile, width: usize, put: bool) {
        // The last row is the loop over the tile.
        let last = self.loops.len().saturating_sub(1);
        let inner_terms = (row + 1..last).fold(1usize, |terms, row| terms.saturating_mul(self.loops.extent(row)));
        // SAFETY: on the points (1); the first call for a tile has `put`, so it is initialised after it.
        unsafe {
            if row + 1 >= last && count <= TERMS {
                let down = if row < last { self.steps(row) } else { self.along.steps };
                let (kernel, along, tile) = (self.kernel, self.along, tile.first(width));
                self.tier.run(AddRows { kernel, args, down, rows: count, along, tile, put });
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
                self.tier.run(AddTiles::<K::T> { tile: tile.first(width), other: other.first(width) });
            }
        }
    }

    /// The output loops from `row`, with a sum at each point.
    unsafe fn dots(&self, row: usize, args: A, out: *mut K::T) {
        // SAFETY: each call stays on the points (1).
        unsafe {
            if row == self.order.kept {
                let count = if row < self.loops.len() { self.loops.extent(row) } else { 1 };
                let sum = self.sum(row, count, args);
                inner::update::<K::T, U>(out, self.scale.map_or(sum, |scale| scale.times(sum)));
            } else {
                let steps = self.steps(row);
                let out_stride = self.loops.out_stride(row);
                for index in 0..self.loops.extent(row) as isize {
                    self.dots(row + 1, args.advance(steps, index), out.offset(out_stride * index));
                }
            }
        }
    }

    /// The sum over the loops from `row`, `count` steps of the first one.
    unsafe fn sum(&self, row: usize, count: usize, args: A) -> K::T {
        // SAFETY: on the points (1).
        unsafe {
            if row + 1 >= self.loops.len() && count <= const { inner::dot_points::<A, K>(TERMS) } {
                let (kernel, along) = (self.kernel, self.along);
                return self.tier.run(Dot { kernel, args, along, points: count });
            }
            let steps = self.steps(row);
            if row + 1 < self.loops.len() && count <= FEW {
                return (0..count).fold(K::T::zero(), |sum, index| {
                    let args = args.advance(steps, index as isize);
                    sum.plus(self.sum(row + 1, self.loops.extent(row + 1), args))
                });
            }
            let half = count / 2;
            let first = self.sum(row, half, args);
            first.plus(self.sum(row, count - half, args.advance(steps, half as isize)))
        }
    }

    #[inline(always)]
    fn steps(&self, row: usize) -> A::Steps {
        steps::<A>(self.loops.operand_strides(row))
    }
}

/// `out update= kernel`, at `points` neighbours.
///
/// # Safety
///
/// Invariants 1 to 3, with one loop.
#[inline(always)]
pub(super) unsafe fn flat<A: Args, K: Node<A>, U: Update<K::T>>(
    kernel: &K,
    args: A,
    steps: A::Steps,
    points: usize,
    out: *mut K::T,
    _: U,
) {
    let access = if A::is_unit(steps) { Access::Unit } else { Access::Strided };
    let along = Along { steps, access };
    let map = Map {
        kernel,
        scale: None,
        args,
        down: steps,
        rows: 1,
        along,
        points,
        out,
        out_down: 0,
        out_along: 1,
        update: PhantomData::<U>,
    };
    // SAFETY: the caller's promise.
    unsafe { Tier::current().run(map) }
}

/// The strides of one loop as steps of the operands; 0 where there are none.
#[inline(always)]
fn steps<A: Args>(strides: &[isize]) -> A::Steps {
    let mut strides = strides.iter();
    A::steps(&mut || strides.next().copied().unwrap_or(0))
}
