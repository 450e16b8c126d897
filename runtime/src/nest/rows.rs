//! Rows of points of a body, without its types: gangs of neighbours where they are, all else through a stage.
//!
//! What every `unsafe` below relies on:
//!
//! 1. The entries are readable, and the outputs writable (and readable where an update reads), at each row and point, with the sizes and
//!    strides given; the loop of the kernel is one of a body with these entries and outputs.
//! 2. Where an entry shares memory with an output, both are at the same element at each point.

use core::mem::MaybeUninit;

use crate::expr::{Entry, Kind, Slot};
use crate::lanes::stream_lines;

use super::jobs::{Gangs, Run};
use super::tile::Line;

/// A body, without its type.
#[derive(Clone, Copy)]
pub(super) struct Erased {
    pub run: Run<Gangs>,
    pub body: *const u8,
    /// Lanes of a gang.
    pub lanes: usize,
    /// Whether outputs' old elements matter.
    pub reads: bool,
    /// Whether the loop itself can write past the caches.
    pub streams: bool,
    /// Whether it copies the elements of its only entry to its only output.
    pub copies: bool,
}

/// An output, without its type.
#[derive(Clone, Copy)]
pub(super) struct Out {
    pub at: *mut u8,
    /// Bytes of an element.
    pub size: usize,
}

impl Out {
    #[inline(always)]
    pub fn moved(self, stride: isize, n: isize) -> Self {
        Out { at: self.at.wrapping_offset(stride * n * self.size as isize), ..self }
    }
}

/// How far apart the elements of each participant are along one loop, outputs first, and how many steps it has.
#[derive(Clone, Copy)]
pub(super) struct Steps<'a> {
    pub strides: &'a [isize],
    pub count: usize,
}

/// Bytes of the stage on the stack.
const STAGE: usize = 16 << 10;
/// Bytes that are computed in a cache before they are written past it, by kernels whose loop cannot.
const CACHE: usize = 256;
/// Gangs that are staged together, at most.
const GANGS: usize = 16;
/// Entries and outputs without an allocation.
const FEW: usize = 12;

#[repr(align(64))]
struct Aligned<const N: usize>(MaybeUninit<[u8; N]>);

/// Runs a body at each row and point.
///
/// # Safety
///
/// Invariants 1 and 2.
pub(super) unsafe fn rows(
    kernel: &Erased,
    entries: &[Entry],
    outs: &[Out],
    down: Steps<'_>,
    along: Steps<'_>,
    stream: bool,
) {
    let (out_along, in_along) = along.strides.split_at(outs.len());
    let mut near = out_along.iter().all(|&stride| stride == 1);
    let direct = stream && is_direct(kernel, outs, &down);
    let mut plain = near && stream == direct && entries.len() <= FEW && outs.len() <= FEW;
    for (entry, &stride) in entries.iter().zip(in_along) {
        near &= entry.size == 0 || stride == 0 || stride == 1;
        plain &= entry.size == 0 || stride == 1;
    }
    let whole = along.count / kernel.lanes;
    let plain = plain && whole > 0;
    // SAFETY: the caller's promise; between them, the two run all points.
    unsafe {
        if plain {
            plain_rows(kernel, entries, outs, down, along, whole, direct);
        }
        if !plain || whole * kernel.lanes < along.count {
            other_rows(kernel, entries, outs, down, along, stream, near, plain);
        }
    }
}

/// Whether rows of an output can be written past the caches by the kernel's own loop: each begins at a cache line.
fn is_direct(kernel: &Erased, outs: &[Out], down: &Steps<'_>) -> bool {
    let [out] = outs else { return false };
    let next = if down.count > 1 { down.strides[0] * out.size as isize } else { 0 };
    kernel.streams && out.at.addr().is_multiple_of(64) && next % 64 == 0
}

/// The whole gangs of rows of neighbours, without a stage.
///
/// # Safety
///
/// Invariants 1 and 2; elements in memory have stride 1.
#[inline(always)]
unsafe fn plain_rows(
    kernel: &Erased,
    entries: &[Entry],
    outs: &[Out],
    down: Steps<'_>,
    along: Steps<'_>,
    whole: usize,
    stream: bool,
) {
    let (out_down, in_down) = down.strides.split_at(outs.len());
    let mut slots = [const { MaybeUninit::<Slot>::uninit() }; FEW];
    let mut addresses = [const { MaybeUninit::<*mut u8>::uninit() }; FEW];
    for (number, entry) in entries.iter().enumerate() {
        slots[number].write(Slot { at: entry.at, step: along.strides[outs.len() + number] });
    }
    for (number, out) in outs.iter().enumerate() {
        addresses[number].write(out.at);
    }
    let (slots, outs) = (slots.as_ptr().cast(), addresses.as_ptr().cast());
    let (rows, down, outs_down) = (down.count, in_down.as_ptr(), out_down.as_ptr());
    // SAFETY: whole gangs of neighbours (1); as many slots and addresses as were written.
    unsafe { (kernel.run)(&Gangs { body: kernel.body, slots, outs, gangs: whole, rows, down, outs_down, stream }) }
}

/// Bytes of an element in [`tail`], at most.
pub(super) const TAIL_BYTES: usize = 16;
/// Lanes of a gang, at most.
const LANES: usize = 16;

/// The last `count` points, less than a gang, of a row of neighbours that begins `done` points before them. Entries come in `slots`;
/// `sizes` are those of the entries, 0 where there are no elements in memory, then of the outputs.
///
/// # Safety
///
/// Invariants 1 and 2; no size is above [`TAIL_BYTES`], there are at most [`FEW`] entries and outputs, and none is a number.
#[inline(never)]
pub(super) unsafe fn tail(
    kernel: &Erased,
    slots: &mut [Slot],
    outs: &mut [*mut u8],
    sizes: &[u8],
    done: usize,
    count: usize,
) {
    let mut stage = [const { Aligned::<{ LANES * TAIL_BYTES }>(MaybeUninit::uninit()) }; FEW];
    let mut places = stage.iter_mut().map(|place| place.0.as_mut_ptr().cast::<u8>());
    let (of_entries, of_outs) = sizes.split_at(slots.len());
    // SAFETY: `count` elements of each are readable, of the outputs where an update reads (1), and a place has room for a gang.
    unsafe {
        for ((slot, &size), place) in slots.iter_mut().zip(of_entries).zip(&mut places) {
            let size = usize::from(size);
            if size != 0 {
                repeated(size, slot.at.wrapping_add(done * size), place, count);
                slot.at = place;
            }
        }
        let mut targets = [core::ptr::null_mut(); FEW];
        for (number, ((out, &size), place)) in outs.iter_mut().zip(of_outs).zip(&mut places).enumerate() {
            let (size, target) = (usize::from(size), out.wrapping_add(done * usize::from(size)));
            if kernel.reads {
                repeated(size, target, place, count);
            }
            (*out, targets[number]) = (place, target);
        }
        run(kernel, slots, outs, 1, false);
        for ((&from, &size), &to) in outs.iter().zip(of_outs).zip(&targets) {
            core::ptr::copy_nonoverlapping(from, to, usize::from(size) * count);
        }
    }
}

/// Copies `count` elements and repeats the last one, up to [`LANES`].
///
/// # Safety
///
/// There are so many, of `size` bytes, at `from`, and room for [`LANES`] at `to`.
#[inline(always)]
unsafe fn repeated(size: usize, from: *const u8, to: *mut u8, count: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        let last = from.add(size * (count - 1));
        match size {
            1 => splat::<1>(last, to),
            2 => splat::<2>(last, to),
            4 => splat::<4>(last, to),
            8 => splat::<8>(last, to),
            16 => splat::<16>(last, to),
            _ => copy(size, last, 0, to, 1, LANES),
        }
        core::ptr::copy_nonoverlapping(from, to, size * count);
    }
}

/// One element, [`LANES`] times: a few instructions, as all is known.
///
/// # Safety
///
/// `from` is readable, and there is room at `to`.
#[inline(always)]
unsafe fn splat<const N: usize>(from: *const u8, to: *mut u8) {
    // SAFETY: the caller's promise. (Bytes that may be padding, at any address.)
    unsafe {
        let element = from.cast::<MaybeUninit<[u8; N]>>().read_unaligned();
        to.cast::<[MaybeUninit<[u8; N]>; LANES]>().write_unaligned([element; LANES]);
    }
}

/// All rows, or what [`plain_rows`] left.
///
/// # Safety
///
/// Invariants 1 and 2.
#[expect(clippy::too_many_arguments, reason = "the points of a body, and what is known of them")]
#[inline(never)]
unsafe fn other_rows(
    kernel: &Erased,
    entries: &[Entry],
    outs: &[Out],
    down: Steps<'_>,
    along: Steps<'_>,
    stream: bool,
    near: bool,
    tails: bool,
) {
    let (out_along, in_along) = along.strides.split_at(outs.len());
    let (out_down, in_down) = down.strides.split_at(outs.len());
    let whole = along.count / kernel.lanes;
    let is_uniform = |(entry, &stride): (&Entry, &isize)| entry.size != 0 && stride == 0;
    let splats = near && entries.iter().zip(in_along).any(is_uniform);
    let mut slots = Table::new(Slot { at: core::ptr::null(), step: 0 }, entries.len());
    let mut addresses = Table::new(core::ptr::null_mut(), outs.len());
    let (slots, addresses) = (slots.as_mut(), addresses.as_mut());
    let staged = !near || whole * kernel.lanes < along.count;
    let mut stage = Stage::new(kernel.lanes, entries, outs, if near { 1 } else { GANGS }, staged || splats);
    for row in 0..down.count as isize {
        let mut x = if tails { whole * kernel.lanes } else { 0 };
        if near && !tails && whole > 0 {
            for (number, entry) in entries.iter().enumerate() {
                let (moved, step) = (entry.moved(in_down[number], row), in_along[number]);
                slots[number] = Slot { at: moved.at, step };
                if entry.size != 0 && step == 0 {
                    let to = stage.place(number);
                    // SAFETY: one element, which is readable (1), to as many as the stage has room for.
                    unsafe { copy(entry.size, moved.at, 0, to, 1, kernel.lanes) };
                    slots[number].at = to;
                }
            }
            for (number, out) in outs.iter().enumerate() {
                addresses[number] = out.moved(out_down[number], row).at;
            }
            // SAFETY: whole gangs of neighbours, and of copies where a stride is 0 (1).
            unsafe {
                if stream && outs.len() == 1 && addresses[0].addr().is_multiple_of(64) {
                    if kernel.streams {
                        run(kernel, slots, addresses, whole, true);
                    } else {
                        streamed(kernel, slots, entries, outs[0], addresses[0], whole);
                    }
                } else {
                    run(kernel, slots, addresses, whole, false);
                }
            }
            x = whole * kernel.lanes;
        }
        while x < along.count {
            let count = (along.count - x).min(stage.gangs * kernel.lanes);
            let padded = count.next_multiple_of(kernel.lanes);
            let at = x as isize;
            for (number, entry) in entries.iter().enumerate() {
                let (stride, moved) = (in_along[number], entry.moved(in_down[number], row).moved(in_along[number], at));
                slots[number] = Slot { at: moved.at, step: stride };
                if entry.size != 0 {
                    let to = stage.place(number);
                    let last = entry.size * (count - 1);
                    // SAFETY: `count` elements are readable (1), and the stage has room for whole gangs; the rest repeats the last one.
                    unsafe {
                        copy(entry.size, moved.at, stride, to, 1, count);
                        copy(entry.size, to.add(last), 0, to.add(last + entry.size), 1, padded - count);
                    }
                    slots[number] = Slot { at: to, step: 1 };
                }
            }
            for (number, out) in outs.iter().enumerate() {
                let (from, to) = (
                    out.moved(out_down[number], row).moved(out_along[number], at),
                    stage.place(entries.len() + number),
                );
                if kernel.reads {
                    let last = out.size * (count - 1);
                    // SAFETY: as for the entries: outputs that an update reads are readable (1).
                    unsafe {
                        copy(out.size, from.at, out_along[number], to, 1, count);
                        copy(out.size, to.add(last), 0, to.add(last + out.size), 1, padded - count);
                    }
                }
                addresses[number] = to;
            }
            // SAFETY: whole gangs in the stage, which wrote all that is read; then `count` elements of each output (1).
            unsafe {
                run(kernel, slots, addresses, padded / kernel.lanes, false);
                for (number, out) in outs.iter().enumerate() {
                    let to = out.moved(out_down[number], row).moved(out_along[number], at).at;
                    copy(out.size, addresses[number], 1, to, out_along[number], count);
                }
            }
            x += count;
        }
    }
}

#[inline(always)]
unsafe fn run(kernel: &Erased, slots: &[Slot], outs: &[*mut u8], gangs: usize, stream: bool) {
    // SAFETY: the caller's promise.
    unsafe {
        let (slots, outs, none) = (slots.as_ptr(), outs.as_ptr(), [].as_ptr());
        (kernel.run)(&Gangs { body: kernel.body, slots, outs, gangs, rows: 1, down: none, outs_down: none, stream })
    }
}

/// Whole gangs, computed in a cache and copied past it.
///
/// # Safety
///
/// As for a whole row of neighbours; the output is a multiple of 64.
unsafe fn streamed(kernel: &Erased, slots: &mut [Slot], entries: &[Entry], out: Out, to: *mut u8, gangs: usize) {
    let mut cache = Aligned::<CACHE>(MaybeUninit::uninit());
    let cache: *mut u8 = cache.0.as_mut_ptr().cast();
    let bytes = kernel.lanes * out.size;
    let together = CACHE / bytes;
    let mut done = 0;
    while done < gangs {
        let some = together.min(gangs - done);
        // SAFETY: the caller's promise, at these gangs; they fit in the cache.
        unsafe {
            run(kernel, slots, &[cache], some, false);
            let to = to.add(done * bytes);
            let lines = some * bytes / 64;
            stream_lines(cache, to, lines);
            core::ptr::copy_nonoverlapping(cache.add(64 * lines), to.add(64 * lines), some * bytes - 64 * lines);
        }
        for (slot, entry) in slots.iter_mut().zip(entries) {
            slot.at = Entry { at: slot.at, ..*entry }.moved(slot.step, (some * kernel.lanes) as isize).at;
        }
        done += some;
    }
}

/// Room for some gangs of each entry and output.
struct Stage {
    bytes: Aligned<STAGE>,
    large: Vec<Line>,
    /// How many gangs it has room for.
    gangs: usize,
    /// Bytes of one gang of the largest element, in whole cache lines.
    gang: usize,
}

impl Stage {
    #[inline(always)]
    fn new(lanes: usize, entries: &[Entry], outs: &[Out], most: usize, used: bool) -> Self {
        let mut stage = Stage { bytes: Aligned(MaybeUninit::uninit()), large: Vec::new(), gangs: 1, gang: 0 };
        if used {
            let size =
                entries.iter().map(|entry| entry.size).chain(outs.iter().map(|out| out.size)).fold(1, usize::max);
            stage.gang = (size * lanes).next_multiple_of(64);
            let one = stage.gang * (entries.len() + outs.len());
            stage.gangs = (STAGE / one).clamp(1, most);
            if one > STAGE {
                stage.large = vec![Line::ZERO; one / 64];
            }
        }
        stage
    }

    #[inline(always)]
    fn place(&mut self, number: usize) -> *mut u8 {
        let first: *mut u8 =
            if self.large.is_empty() { self.bytes.0.as_mut_ptr().cast() } else { self.large.as_mut_ptr().cast() };
        first.wrapping_add(number * self.gangs * self.gang)
    }
}

/// A list that is short most of the time, and then not allocated.
pub(super) struct Table<T> {
    few: [T; FEW],
    many: Vec<T>,
    len: usize,
}

impl<T: Copy> Table<T> {
    #[inline(always)]
    pub fn new(value: T, len: usize) -> Self {
        Table { few: [value; FEW], many: if len > FEW { vec![value; len] } else { Vec::new() }, len }
    }

    /// Appends an entry.
    pub fn push(&mut self, value: T) {
        if self.len == FEW {
            self.many.extend_from_slice(&self.few);
        }
        if self.len >= FEW {
            self.many.push(value);
        } else {
            self.few[self.len] = value;
        }
        self.len += 1;
    }

    /// A copy of a list, whose entries are `value` where there are none.
    pub fn of(list: &[T], value: T) -> Self {
        let mut table = Self::new(value, list.len());
        table.as_mut().copy_from_slice(list);
        table
    }

    #[inline(always)]
    pub fn as_mut(&mut self) -> &mut [T] {
        if self.len > FEW { &mut self.many } else { &mut self.few[..self.len] }
    }
}

/// No entry.
pub(super) const NO_ENTRY: Entry = Entry { at: core::ptr::null(), size: 0, kind: Kind::Value };
/// No output.
pub(super) const NO_OUT: Out = Out { at: core::ptr::null_mut(), size: 0 };

/// Copies `count` elements of `size` bytes; strides are in elements.
///
/// # Safety
///
/// They are readable and writable, and do not overlap.
pub(super) unsafe fn copy(
    size: usize,
    from: *const u8,
    from_stride: isize,
    to: *mut u8,
    to_stride: isize,
    count: usize,
) {
    // SAFETY: the caller's promise.
    unsafe {
        match size {
            _ if from_stride == 1 && to_stride == 1 => core::ptr::copy_nonoverlapping(from, to, size * count),
            1 => copy_of::<1>(from, from_stride, to, to_stride, count),
            2 => copy_of::<2>(from, from_stride, to, to_stride, count),
            4 => copy_of::<4>(from, from_stride, to, to_stride, count),
            8 => copy_of::<8>(from, from_stride, to, to_stride, count),
            16 => copy_of::<16>(from, from_stride, to, to_stride, count),
            _ => {
                for index in 0..count as isize {
                    let bytes = index * size as isize;
                    let (from, to) = (from.offset(bytes * from_stride), to.offset(bytes * to_stride));
                    core::ptr::copy_nonoverlapping(from, to, size);
                }
            }
        }
    }
}

#[inline(always)]
unsafe fn copy_of<const N: usize>(from: *const u8, from_stride: isize, to: *mut u8, to_stride: isize, count: usize) {
    // Bytes that may be padding, at any address.
    let (from, to) = (from.cast::<MaybeUninit<[u8; N]>>(), to.cast::<MaybeUninit<[u8; N]>>());
    for index in 0..count as isize {
        // SAFETY: the caller's promise.
        unsafe { to.offset(index * to_stride).write_unaligned(from.offset(index * from_stride).read_unaligned()) };
    }
}
