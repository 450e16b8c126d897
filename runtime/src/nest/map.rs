//! The walk over the points of a nest that sums nothing, without its types: only the loop over gangs is compiled for each kernel.
//!
//! What every `unsafe` below relies on:
//!
//! 1. The operands are readable, and the outputs writable, at each point of the loops: the promise of [`super::map`].
//!    Loops are fused, cut and reordered so that their points stay the same, and a pointer is only moved to a point.
//! 2. Where an operand shares memory with an output, both are at the same element at each point.

use core::mem::MaybeUninit;

use crate::expr::{Args, Body, Entry, Kind, Outs, Slot};
use crate::lanes::{Tier, run_inline, stream_fence};
use crate::shape::MAX_RANK;
use crate::transfer::{self, Axis};
use crate::ufunc::GANG;

use super::axes::{Axes, AxesRef, Carriers};
use super::gather;
use super::jobs::{self, Few, Gangs};
use super::loops::Loops;
use super::order;
use super::pack::{self, Room};
use super::rows::{Erased, NO_ENTRY, NO_OUT, Out, Steps, TAIL_BYTES, Table, rows, tail};

/// Outputs of more bytes than this go past the caches, as they would only drive out what is read: three quarters of a large last-level
/// cache, as C libraries choose for their copies.
const STREAMED: usize = 24 << 20;

/// How many points there are, where the nest is one loop over neighbours; `None` where it is not.
///
/// Every operand has the output's labels at the output's strides, row by row without a gap, or none: `i,i->i`, `ij,->ij`, most elementwise
/// kernels. No table of loops is made for them.
#[inline(always)]
pub(super) fn flat_points(extents: &[usize], operands: &(impl Carriers + ?Sized), outs: &[Axes]) -> Option<usize> {
    if operands.link(0).is_some() {
        return None;
    }
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

/// A body over its entries and outputs, without their types.
pub(super) struct Pass {
    pub kernel: Erased,
    pub entries: Table<Entry>,
    pub outs: Table<Out>,
    bytes: usize,
}

/// Entries and outputs of a pass without an allocation.
const INLINE: usize = 12;

#[inline(always)]
fn erased<A: Args, B: Body<A>>(body: &B) -> Erased {
    let (body, lanes, reads) = (core::ptr::from_ref(body).cast(), const { jobs::lanes::<A, B>() }, B::READS);
    let (tier, copies) = (Tier::current(), const { B::COPIES && A::LEN == 1 });
    Erased { run: jobs::gangs_on::<A, B>(tier), body, lanes, reads, streams: jobs::streams::<A, B>(tier), copies }
}

impl Pass {
    /// The pass of a body. (It points at `body` and `args`.)
    #[inline(always)]
    pub fn new<A: Args, B: Body<A>>(body: &B, args: &A, outs: B::Outs) -> Self {
        let mut pass = Pass::empty(erased::<A, B>(body), B::BYTES);
        args.entries(&mut |entry| pass.push(entry));
        outs.entries(&mut |at, size| pass.push_out(Out { at, size }));
        pass
    }

    // Not generic, so that kernels call what is compiled once.
    #[inline(never)]
    fn empty(kernel: Erased, bytes: usize) -> Self {
        Pass { kernel, entries: Table::new(NO_ENTRY, 0), outs: Table::new(NO_OUT, 0), bytes }
    }

    #[inline(never)]
    fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    #[inline(never)]
    fn push_out(&mut self, out: Out) {
        self.outs.push(out);
    }
}

impl Pass {
    /// The body at `points` neighbours; `steps` are the strides of the entries, 1 or 0.
    ///
    /// # Safety
    ///
    /// Invariants 1 and 2, with one loop.
    pub unsafe fn flat(&mut self, steps: &[isize], points: usize) {
        let (entries, outs) = (self.entries.as_mut(), self.outs.as_mut());
        let mut strides = Table::new(1, outs.len() + entries.len());
        let strides = strides.as_mut();
        strides[outs.len()..].copy_from_slice(steps);
        let along = Steps { strides, count: points };
        let stream = is_streamed(self.kernel.reads, self.bytes, points);
        // SAFETY: the caller's promise.
        unsafe { rows(&self.kernel, entries, outs, Steps { count: 1, ..along }, along, stream) };
        if stream {
            stream_fence();
        }
    }
}

/// The body at `points` neighbours; `step` is the stride of an entry, 1 or 0.
///
/// # Safety
///
/// Invariants 1 and 2, with one loop.
#[inline(always)]
pub(super) unsafe fn flat<A: Args, B: Body<A>, const FEW: bool>(
    body: &B,
    args: A,
    step: &impl Fn(usize) -> isize,
    points: usize,
    outs: B::Outs,
) {
    let mut number = 0;
    // A gang form is large, and `Few` puts zeros in lanes without a point, for which it may never end.
    if const { FEW && B::COST < GANG } {
        let steps = A::steps(&mut || {
            number += 1;
            step(number - 1)
        });
        // SAFETY: the caller's promise.
        return unsafe { run_inline(Few { body, args, steps, points, outs }) };
    }
    // SAFETY: the caller's promise.
    unsafe {
        let small = const { A::LEN + <B::Outs as Outs>::COUNT <= INLINE };
        if !small || is_streamed(B::READS, B::BYTES, points) || !neighbours(body, &args, step, points, outs) {
            strided_or_streamed::<A, B>(body, &args, step, points, outs);
        }
    }
}

/// [`flat`] where all that is read from memory is neighbours, too: a call for the gangs and one for the rest, without a look at strides.
/// Whether it is so.
///
/// # Safety
///
/// As for [`flat`].
#[inline(always)]
unsafe fn neighbours<A: Args, B: Body<A>>(
    body: &B,
    args: &A,
    step: &impl Fn(usize) -> isize,
    points: usize,
    outs: B::Outs,
) -> bool {
    // Not initialised before they are known: that would take longer than a small kernel.
    let mut slots = [const { MaybeUninit::<Slot>::uninit() }; INLINE];
    let mut addresses = [const { MaybeUninit::<*mut u8>::uninit() }; INLINE];
    let mut sizes = [const { MaybeUninit::<u8>::uninit() }; INLINE];
    let (mut number, mut out, mut near) = (0, 0, true);
    args.entries(&mut |entry| {
        let step = step(number);
        // A number is not in memory, but goes on from point to point.
        near &= entry.kind != Kind::Number && entry.size <= TAIL_BYTES && (entry.size == 0 || step == 1);
        slots[number].write(Slot { at: entry.at, step });
        sizes[number].write(entry.size as u8);
        number += 1;
    });
    outs.entries(&mut |at, size| {
        near &= size <= TAIL_BYTES;
        addresses[out].write(at);
        sizes[number + out].write(size as u8);
        out += 1;
    });
    if !near {
        return false;
    }
    let kernel = erased::<A, B>(body);
    let lanes = const { jobs::lanes::<A, B>() };
    let (gangs, nowhere) = (points / lanes, core::ptr::null());
    // SAFETY: the caller's promise: one row of neighbours; as many of each as were written.
    unsafe {
        if gangs > 0 {
            let (slots, outs) = (slots.as_ptr().cast(), addresses.as_ptr().cast());
            let (body, down, outs_down) = (kernel.body, nowhere, nowhere);
            (kernel.run)(&Gangs { body, slots, outs, gangs, rows: 1, down, outs_down, stream: false });
        }
        if !points.is_multiple_of(lanes) {
            let slots = core::slice::from_raw_parts_mut(slots.as_mut_ptr().cast(), number);
            let outs = core::slice::from_raw_parts_mut(addresses.as_mut_ptr().cast(), out);
            let sizes = core::slice::from_raw_parts(sizes.as_ptr().cast(), number + out);
            tail(&kernel, slots, outs, sizes, gangs * lanes, points % lanes);
        }
    }
    true
}

/// [`flat`] by the rows of [`super::rows`].
///
/// # Safety
///
/// As for [`flat`].
#[inline(never)]
unsafe fn strided_or_streamed<A: Args, B: Body<A>>(
    body: &B,
    args: &A,
    step: &impl Fn(usize) -> isize,
    points: usize,
    outs: B::Outs,
) {
    let mut strides = Table::new(0, A::LEN);
    for number in 0..A::LEN {
        strides.as_mut()[number] = step(number);
    }
    // SAFETY: the caller's promise.
    unsafe { Pass::new::<A, B>(body, args, outs).flat(strides.as_mut(), points) }
}

/// Whether outputs of so many bytes a point go past the caches at this many points; not where they are read.
#[inline(always)]
fn is_streamed(reads: bool, bytes: usize, points: usize) -> bool {
    !reads && points.saturating_mul(bytes) > STREAMED
}

struct Walk<'a> {
    loops: &'a Loops,
    kernel: Erased,
    /// The operands that are turned, tile by tile, and the rows and points of the tiles.
    crosswise: u64,
    tile: (usize, usize),
    stream: bool,
}

/// Visits every point.
///
/// # Safety
///
/// Invariants 1 and 2.
#[inline(never)]
pub(super) unsafe fn run(loops: &mut Loops, pass: &mut Pass, operands: &dyn Carriers) {
    loops.links().iter().for_each(|link| pass.push(link.entry()));
    order::order_map(loops);
    let mut copies = pack::Copies::default();
    // SAFETY: the caller's promise; the copies live to the end.
    unsafe { pack::hoist(pass.entries.as_mut(), loops, operands, &mut copies) };
    let (crosswise, tile) = pack::turned(loops, pass.entries.as_mut());
    if crosswise != 0 && pass.kernel.copies {
        // SAFETY: the caller's promise.
        let done = unsafe { transposed(loops, pass.entries.as_mut()[0], pass.outs.as_mut()[0]) };
        if done {
            return;
        }
    }
    let stream = is_streamed(pass.kernel.reads, pass.bytes, loops.points(0..loops.len()));
    let walk = Walk { loops, kernel: pass.kernel, crosswise, tile, stream };
    // SAFETY: the caller's promise.
    unsafe { walk.outer(0, pass.entries.as_mut(), pass.outs.as_mut()) };
    if stream {
        stream_fence();
    }
}

/// The points of a body that copies, as a transpose that needs no gangs; whether it is done.
///
/// # Safety
///
/// Invariants 1 and 2.
unsafe fn transposed(loops: &Loops, entry: Entry, out: Out) -> bool {
    let size = entry.size;
    if loops.len() > MAX_RANK || !loops.links().is_empty() || !matches!(size, 4 | 8) || out.at.cast_const() == entry.at
    {
        return false;
    }
    let mut axes = transfer::Axes::new();
    for row in 0..loops.len() {
        axes.push(Axis::strided(loops.extent(row), loops.operand_strides(row)[0], loops.out_strides(row)[0]));
    }
    // SAFETY: the caller's promise; an operand that shares memory with the output begins where that does.
    unsafe {
        match size {
            4 => transfer::transpose::<MaybeUninit<[u8; 4]>>(&mut axes, entry.at.cast(), out.at.cast()),
            _ => transfer::transpose::<MaybeUninit<[u8; 8]>>(&mut axes, entry.at.cast(), out.at.cast()),
        }
    }
}

impl Walk<'_> {
    /// The loops from `row`, the last two of which run together.
    unsafe fn outer(&self, row: usize, entries: &mut [Entry], outs: &mut [Out]) {
        let len = self.loops.len();
        // SAFETY: each call stays on the points (1).
        unsafe {
            if row + 2 < len {
                let extent = self.loops.extent(row);
                for _ in 0..extent {
                    self.outer(row + 1, entries, outs);
                    self.step(row, entries, outs, 1);
                }
                self.step(row, entries, outs, -(extent as isize));
            } else if self.crosswise != 0 {
                self.blocks(row, entries, outs);
            } else {
                let mut nothing = Table::new(0, if len == 0 { entries.len() + outs.len() } else { 0 });
                let nothing = &*nothing.as_mut();
                let of = |row: usize| Steps { strides: self.loops.strides(row), count: self.loops.extent(row) };
                let (down, along) = match len - row {
                    0 => (Steps { strides: nothing, count: 1 }, Steps { strides: nothing, count: 1 }),
                    1 => (Steps { count: 1, ..of(row) }, of(row)),
                    _ => (of(row), of(row + 1)),
                };
                self.rows(entries, outs, down, along);
            }
        }
    }

    /// The last two loops.
    unsafe fn rows(&self, entries: &[Entry], outs: &[Out], down: Steps<'_>, along: Steps<'_>) {
        let (kernel, links) = (&self.kernel, self.loops.links());
        // SAFETY: on the points (1), also those that index arrays name.
        unsafe {
            if links.is_empty() {
                rows(kernel, entries, outs, down, along, self.stream);
            } else {
                gather::rows(links, kernel, entries, outs, down, along, self.stream);
            }
        }
    }

    /// Moves all participants along a loop.
    fn step(&self, row: usize, entries: &mut [Entry], outs: &mut [Out], n: isize) {
        for (entry, &stride) in entries.iter_mut().zip(self.loops.operand_strides(row)) {
            *entry = entry.moved(stride, n);
        }
        for (out, &stride) in outs.iter_mut().zip(self.loops.out_strides(row)) {
            *out = out.moved(stride, n);
        }
    }

    /// The last two loops in tiles, along one of which some operands have their neighbours: those are turned first.
    unsafe fn blocks(&self, row: usize, entries: &[Entry], outs: &[Out]) {
        let (tall, wide) = self.tile;
        let (extent, points) = (self.loops.extent(row), self.loops.extent(row + 1));
        let (down, along) = (self.loops.strides(row), self.loops.strides(row + 1));
        let (mut tile_down, mut tile_along) = (Table::of(down, 0), Table::of(along, 0));
        let (tile_down, tile_along) = (tile_down.as_mut(), tile_along.as_mut());
        let (mut tile, mut to) = (Table::of(entries, NO_ENTRY), Table::of(outs, NO_OUT));
        let (tile, to) = (tile.as_mut(), to.as_mut());
        let mut room = Room::new();
        for point in (0..points).step_by(wide) {
            let width = wide.min(points - point);
            for operand in (0..entries.len().min(64)).filter(|operand| self.crosswise >> operand & 1 == 1) {
                (tile_down[outs.len() + operand], tile_along[outs.len() + operand]) = (width as isize, 1);
            }
            for first in (0..extent).step_by(tall) {
                let height = tall.min(extent - first);
                let moved = |number: usize| (down[number] * first as isize, along[number] * point as isize);
                for (number, entry) in tile.iter_mut().enumerate() {
                    let (a, b) = moved(outs.len() + number);
                    *entry = entries[number].moved(a + b, 1);
                }
                for (number, out) in to.iter_mut().enumerate() {
                    let (a, b) = moved(number);
                    *out = outs[number].moved(a + b, 1);
                }
                // SAFETY: on the points (1); tiles are as large as `turned` says, and turned operands have neighbours along `row`.
                unsafe {
                    pack::turn(&mut room, tile, self.crosswise, &along[outs.len()..], (height, width));
                    let down = Steps { strides: tile_down, count: height };
                    self.rows(tile, to, down, Steps { strides: tile_along, count: width });
                }
            }
        }
    }
}
