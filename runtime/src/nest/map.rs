//! The walk over the points of a nest that sums nothing.
//!
//! What every `unsafe` below relies on:
//!
//! 1. The operands are readable, and the outputs writable, at each point of the loops: the promise of [`super::map`].
//!    Loops are fused, cut and reordered so that their points stay the same, and a pointer is only moved to a point.
//! 2. Where an operand shares memory with an output, both are at the same element at each point.

use crate::expr::{Args, Body, Outs};
use crate::lanes::{Tier, run_inline};

use super::axes::{Axes, AxesRef, Carriers};
use super::jobs::{Loop, Map};
use super::loops::Loops;
use super::order;
use super::pack::{self, Room, Turn};

/// Outputs of more bytes than this go past the caches, as they would only drive out what is read: more than most last-level caches have
/// for one core.
const STREAMED: usize = 16 << 20;

/// How many points there are, where the nest is one loop over neighbours; `None` where it is not.
///
/// Every operand has the output's labels at the output's strides, row by row without a gap, or none: `i,i->i`, `ij,->ij`, most elementwise
/// kernels. No table of loops is made for them.
#[inline(always)]
pub(super) fn flat_points(extents: &[usize], operands: &(impl Carriers + ?Sized), outs: &[Axes]) -> Option<usize> {
    let out = outs[0].as_ref();
    let mut points = 1usize;
    for (&label, &stride) in out.labels.iter().zip(out.strides).rev() {
        let extent = extents[label as usize];
        if extent != 1 && stride != points as isize {
            return None;
        }
        points *= extent;
    }
    let same = |axes: AxesRef<'_>| axes.labels == out.labels && axes.strides == out.strides;
    for operand in 0..operands.count() {
        let axes = operands.axes(operand);
        if !axes.labels.is_empty() && !same(axes) {
            return None;
        }
    }
    outs[1..].iter().all(|axes| same(axes.as_ref())).then_some(points)
}

/// The strides of a participant along that loop.
#[inline(always)]
pub(super) fn flat_step(axes: AxesRef<'_>) -> isize {
    isize::from(!axes.labels.is_empty())
}

/// The body at `points` neighbours.
///
/// # Safety
///
/// Invariants 1 and 2, with one loop.
#[inline(always)]
pub(super) unsafe fn flat<A: Args, B: Body<A>, const FEW: bool>(
    body: &B,
    args: A,
    steps: A::Steps,
    points: usize,
    outs: B::Outs,
) {
    let one = <B::Outs as Outs>::steps(&mut || 1);
    let map = Map {
        body,
        args,
        down: Loop { steps, count: 1 },
        along: Loop { steps, count: points },
        outs,
        outs_down: one,
        outs_along: one,
        stream: !FEW && streams::<A, B>(points),
    };
    // SAFETY: the caller's promise.
    unsafe { if const { FEW } { run_inline(map) } else { Tier::current().run(map) } }
}

/// Whether outputs at this many points go past the caches.
#[inline(always)]
fn streams<A: Args, B: Body<A>>(points: usize) -> bool {
    !B::READS && B::Outs::ALONE.is_power_of_two() && points.saturating_mul(B::BYTES) > STREAMED
}

pub(super) struct Walk<'a, A: Args, B: Body<A>> {
    loops: &'a Loops,
    body: &'a B,
    tier: Tier,
    /// The innermost loop; of one point where there is none.
    along: Loop<A::Steps>,
    outs_along: <B::Outs as Outs>::Steps,
    /// The operands that are turned, tile by tile.
    crosswise: u64,
    stream: bool,
}

/// Visits every point.
///
/// # Safety
///
/// Invariants 1 and 2.
pub(super) unsafe fn run<A: Args, B: Body<A>>(loops: &mut Loops, body: &B, args: A, outs: B::Outs) {
    order::order_map(loops);
    let mut copies = Vec::new();
    // SAFETY: the caller's promise; the copies live to the end.
    let args = unsafe { pack::hoisted(args, loops, &mut copies) };
    let crosswise = match const { pack::tile_of(A::LARGEST) } {
        0 => 0,
        _ => pack::limited(order::crosswise(loops)),
    };
    let stream = streams::<A, B>(loops.points(0..loops.len()));
    let (along, outs_along) = match loops.len().checked_sub(1) {
        Some(last) => {
            let along = Loop { steps: steps::<A>(loops.operand_strides(last)), count: loops.extent(last) };
            (along, out_steps::<B::Outs>(loops.out_strides(last)))
        }
        None => (Loop { steps: A::steps(&mut || 0), count: 1 }, <B::Outs as Outs>::steps(&mut || 1)),
    };
    let walk = Walk { loops, body, tier: Tier::current(), along, outs_along, crosswise, stream };
    // SAFETY: the caller's promise.
    unsafe { walk.outer(0, args, outs) }
}

impl<A: Args, B: Body<A>> Walk<'_, A, B> {
    /// The loops from `row`, the last two of which are one job.
    unsafe fn outer(&self, row: usize, args: A, outs: B::Outs) {
        // SAFETY: each call stays on the points (1).
        unsafe {
            if row + 2 < self.loops.len() {
                let (steps, out_steps) = self.steps(row);
                for index in 0..self.loops.extent(row) as isize {
                    self.outer(row + 1, args.advance(steps, index), outs.advance(out_steps, index));
                }
            } else if self.crosswise != 0 {
                self.blocks(row, args, outs);
            } else {
                let one_row = (self.along.steps, <B::Outs as Outs>::steps(&mut || 0));
                let ((steps, outs_down), count) = match row + 2 == self.loops.len() {
                    true => (self.steps(row), self.loops.extent(row)),
                    false => (one_row, 1),
                };
                self.job(args, outs, Loop { steps, count }, self.along, outs_down);
            }
        }
    }

    /// The last two loops in tiles, along one of which some operands have their neighbours: those are turned first.
    unsafe fn blocks(&self, row: usize, args: A, outs: B::Outs) {
        let side = const { pack::tile_of(A::LARGEST) };
        let (steps, outs_down) = self.steps(row);
        let (extent, points) = (self.loops.extent(row), self.along.count);
        let mut room = Room::new();
        for point in (0..points).step_by(side) {
            let width = side.min(points - point);
            let mut operand = 0;
            let mut stride = |strides: &[isize], turned: isize| {
                let crosswise = operand < 64 && self.crosswise >> operand & 1 == 1;
                operand += 1;
                if crosswise { turned } else { strides.get(operand - 1).copied().unwrap_or(0) }
            };
            let down = A::steps(&mut || stride(self.loops.operand_strides(row), width as isize));
            operand = 0;
            let mut stride = |strides: &[isize], turned: isize| {
                let crosswise = operand < 64 && self.crosswise >> operand & 1 == 1;
                operand += 1;
                if crosswise { turned } else { strides.get(operand - 1).copied().unwrap_or(0) }
            };
            let along = A::steps(&mut || stride(self.loops.operand_strides(row + 1), 1));
            for first in (0..extent).step_by(side) {
                let height = side.min(extent - first);
                // SAFETY: on the points (1); tiles are as large as `tile_of` allows, and turned operands have neighbours along `row`.
                unsafe {
                    let args = args.advance(steps, first as isize).advance(self.along.steps, point as isize);
                    let outs = outs.advance(outs_down, first as isize).advance(self.outs_along, point as isize);
                    let mut turn = Turn {
                        room: &mut room,
                        which: self.crosswise,
                        operand: 0,
                        used: 0,
                        loops: self.loops,
                        rows: height,
                        points: width,
                        tier: self.tier,
                    };
                    let args = args.pack(&mut turn);
                    let down = Loop { steps: down, count: height };
                    self.job(args, outs, down, Loop { steps: along, count: width }, outs_down);
                }
            }
        }
    }

    #[inline(always)]
    unsafe fn job(
        &self,
        args: A,
        outs: B::Outs,
        down: Loop<A::Steps>,
        along: Loop<A::Steps>,
        outs_down: <B::Outs as Outs>::Steps,
    ) {
        let Walk { body, outs_along, stream, .. } = *self;
        // SAFETY: the caller's promise: on the points (1).
        unsafe { self.tier.run(Map { body, args, down, along, outs, outs_down, outs_along, stream }) }
    }

    #[inline(always)]
    fn steps(&self, row: usize) -> (A::Steps, <B::Outs as Outs>::Steps) {
        (steps::<A>(self.loops.operand_strides(row)), out_steps::<B::Outs>(self.loops.out_strides(row)))
    }
}

/// The strides of one loop as steps of the operands; 0 where there are none.
#[inline(always)]
pub(super) fn steps<A: Args>(strides: &[isize]) -> A::Steps {
    let mut strides = strides.iter();
    A::steps(&mut || strides.next().copied().unwrap_or(0))
}

#[inline(always)]
fn out_steps<O: Outs>(strides: &[isize]) -> O::Steps {
    let mut strides = strides.iter();
    O::steps(&mut || strides.next().copied().unwrap_or(0))
}
