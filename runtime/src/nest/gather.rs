//! Operands that are read at the entries that index arrays hold, `t[ix[i], j]`.
//!
//! The elements of such an operand are found by its strides along the loops, as any other's, and by what its index arrays add: the place of the
//! entry that each names, at the same point. An index array is one more participant of the loops, behind the operands. Loops that no index
//! array walks know of nothing: rows of `t[ix[i], j]` along `j` are read where they are. Along a loop that one walks, elements are copied,
//! a few hundred at a time, to where they are neighbours.
//!
//! What every `unsafe` below relies on:
//!
//! 1. Entries and index arrays are readable at each point of the loops given, and each index is one of an entry of its axis (it is
//!    checked before a nest begins), so that the element that they name together is readable, too.

use core::mem::MaybeUninit;

use crate::expr::{Entry, Kind};

use super::rows::{self, Erased, NO_ENTRY, NO_OUT, Out, Steps, Table};
use super::tile::Line;

/// An axis of an operand that an index array chooses from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChosenAxis {
    pub extent: usize,
    /// From one entry to the next, in elements of the operand.
    pub stride: isize,
}

/// Adds to each sum how far the entry that an index names is from the first one, for indices of one type that lie a stride apart.
pub(crate) type AddOffsets = unsafe fn(from: *const u8, stride: isize, axis: ChosenAxis, sums: &mut [isize]);

/// Copies so many elements of 4 or 8 bytes, each at the entry that an index names, to where they are neighbours; `from` and `stride` are of
/// the indices.
pub(crate) type CopyEntries =
    unsafe fn(from: *const u8, stride: isize, axis: ChosenAxis, entries: Entry, to: *mut u8, count: usize);

/// An index array, and the axis that it chooses from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    /// The place of the operand in its list.
    pub operand: usize,
    pub axis: ChosenAxis,
    /// The index array at the first point.
    pub at: *const u8,
    /// Bytes of an index.
    pub size: usize,
    pub add: AddOffsets,
    pub copy: CopyEntries,
}

impl Link {
    /// The index array as something that the loops walk.
    pub fn entry(&self) -> Entry {
        Entry { at: self.at, size: self.size, kind: Kind::Memory }
    }
}

/// Points that are copied together, at most.
const POINTS: usize = 512;
/// Rows of fewer points are copied several at a time.
pub(super) const SHORT: usize = 32;
/// Bytes of the copies on the stack.
const STAGE: usize = 16 << 10;

/// Whether a list of strides walks.
pub(super) fn walks(strides: &[isize]) -> bool {
    strides.iter().any(|&stride| stride != 0)
}

/// The place of an operand once its index arrays are looked at: those that do not walk along a loop, or all.
///
/// # Safety
///
/// Invariant 1.
pub(super) unsafe fn settled(
    links: &[Link],
    operand: usize,
    entry: Entry,
    indices: &[Entry],
    along: Option<&[isize]>,
) -> Entry {
    let mut offset = [0];
    for (number, link) in links.iter().enumerate() {
        if link.operand == operand && along.is_none_or(|along| along[number] == 0) {
            // SAFETY: one index (1).
            unsafe { (link.add)(indices[number].at, 0, link.axis, &mut offset) };
        }
    }
    entry.moved(1, offset[0])
}

/// Copies `count` elements of an operand along a loop, from its [`settled`] place on; `stride` is its own stride.
///
/// # Safety
///
/// Invariant 1; there is room for as many elements.
pub(super) unsafe fn line(
    links: &[Link],
    operand: usize,
    (entry, stride): (Entry, isize),
    indices: &[Entry],
    along: &[isize],
    (to, count): (*mut u8, usize),
) {
    let mut walking = links.iter().enumerate().filter(|&(number, link)| link.operand == operand && along[number] != 0);
    // SAFETY: as many indices, and elements where they say (1); there is room for them.
    unsafe {
        match (walking.next(), walking.next()) {
            (None, _) => return rows::copy(entry.size, entry.at, stride, to, 1, count),
            (Some((number, link)), None) if stride == 0 && matches!(entry.size, 4 | 8) => {
                return (link.copy)(indices[number].at, along[number], link.axis, entry, to, count);
            }
            _ => {}
        }
    }
    let mut offsets = [0; POINTS];
    for first in (0..count).step_by(POINTS) {
        let offsets = &mut offsets[..POINTS.min(count - first)];
        for (point, offset) in offsets.iter_mut().enumerate() {
            *offset = stride * (first + point) as isize;
        }
        for (number, link) in links.iter().enumerate() {
            if link.operand == operand && along[number] != 0 {
                let from = indices[number].moved(along[number], first as isize).at;
                // SAFETY: as many indices (1).
                unsafe { (link.add)(from, along[number], link.axis, offsets) };
            }
        }
        // SAFETY: elements that are readable (1), and room for them.
        unsafe { copy_at(entry.size, entry.at, offsets, to.add(first * entry.size)) };
    }
}

/// [`rows::rows`] of a body with index arrays, whose entries follow its own.
///
/// # Safety
///
/// As for [`rows::rows`], and invariant 1.
pub(super) unsafe fn rows(
    links: &[Link],
    kernel: &Erased,
    entries: &[Entry],
    outs: &[Out],
    down: Steps<'_>,
    along: Steps<'_>,
    stream: bool,
) {
    let own = entries.len() - links.len();
    let (entries, indices) = entries.split_at(own);
    let by = Plane { links, entries, indices, outs, down, along };
    let (moves_down, moves_along) = (down.count > 1 && walks(by.index_strides(down)), walks(by.index_strides(along)));
    let mut here = Table::of(entries, NO_ENTRY);
    let here = here.as_mut();
    // SAFETY: the caller's promise, of the same points.
    unsafe {
        if kernel.copies && !(moves_along && stream) && by.copied() {
            return;
        }
        if moves_along || (moves_down && along.count < SHORT) {
            return by.staged(kernel, here, stream);
        }
        let rows_at_once = if moves_down { 1 } else { down.count };
        // What is written past the caches goes through a stage: for short rows that takes longer than it saves.
        let stream = stream && (rows_at_once > 1 || along.count >= POINTS);
        let mut to = Table::of(outs, NO_OUT);
        let to = to.as_mut();
        for row in (0..down.count).step_by(rows_at_once) {
            by.settle(row, here);
            for (number, out) in to.iter_mut().enumerate() {
                *out = outs[number].moved(down.strides[number], row as isize);
            }
            rows::rows(kernel, here, to, Steps { count: rows_at_once, ..down }, along, stream);
        }
    }
}

/// Two loops over a body with index arrays.
struct Plane<'a> {
    links: &'a [Link],
    /// The body's own.
    entries: &'a [Entry],
    indices: &'a [Entry],
    outs: &'a [Out],
    down: Steps<'a>,
    along: Steps<'a>,
}

impl<'a> Plane<'a> {
    fn index_strides(&self, steps: Steps<'a>) -> &'a [isize] {
        &steps.strides[self.outs.len() + self.entries.len()..]
    }

    /// How far apart the elements of an entry are along a loop.
    fn stride(&self, steps: Steps<'_>, entry: usize) -> isize {
        steps.strides[self.outs.len() + entry]
    }

    /// The body's own entries at the first point of a row, of which no index array walks.
    ///
    /// # Safety
    ///
    /// Invariant 1.
    unsafe fn settle(&self, row: usize, here: &mut [Entry]) {
        for (number, entry) in here.iter_mut().enumerate() {
            *entry = self.entries[number].moved(self.stride(self.down, number), row as isize);
        }
        for (number, link) in self.links.iter().enumerate() {
            let index = self.indices[number].moved(self.index_strides(self.down)[number], row as isize);
            let mut offset = [0];
            // SAFETY: one index (1).
            unsafe { (link.add)(index.at, 0, link.axis, &mut offset) };
            here[link.operand] = here[link.operand].moved(1, offset[0]);
        }
    }

    /// All points of a body that copies its entry to its output, without a stage; whether it is done, which takes outputs that are
    /// neighbours.
    ///
    /// # Safety
    ///
    /// As for [`rows::rows`], and invariant 1.
    unsafe fn copied(&self) -> bool {
        let &Plane { links, entries, indices, outs, mut down, mut along } = self;
        let ([entry], [out]) = (entries, outs) else { return false };
        if down.count > 1 && down.strides[0] == 1 && !walks(self.index_strides(down)) {
            // Rows, of which the loops run through the entries.
            (down, along) = (along, down);
        }
        let index_along = self.index_strides(along);
        let (stride, moves_along) = (self.stride(along, 0), walks(index_along));
        if along.count > 1 && (along.strides[0] != 1 || (!moves_along && stride != 1)) {
            return false;
        }
        let mut now = Table::of(indices, NO_ENTRY);
        let now = now.as_mut();
        let mut offsets = [0; POINTS];
        for first in (0..down.count).step_by(POINTS) {
            let height = POINTS.min(down.count - first);
            let offsets = &mut offsets[..height];
            for (row, offset) in offsets.iter_mut().enumerate() {
                *offset = self.stride(down, 0) * (first + row) as isize;
            }
            let to = out.moved(down.strides[0], first as isize).at;
            // SAFETY: points of the loops (1); their outputs are neighbours, row by row.
            unsafe {
                for (number, link) in links.iter().enumerate().filter(|&(number, _)| index_along[number] == 0) {
                    let step = self.index_strides(down)[number];
                    (link.add)(indices[number].moved(step, first as isize).at, step, link.axis, offsets);
                }
                let step = down.strides[0] * entry.size as isize;
                if !moves_along {
                    copy_rows(entry.size, entry.at, offsets, (to, step), along.count);
                    continue;
                }
                for (row, &offset) in offsets.iter().enumerate() {
                    for (number, index) in now.iter_mut().enumerate() {
                        *index = indices[number].moved(self.index_strides(down)[number], (first + row) as isize);
                    }
                    let to = (to.offset(row as isize * step), along.count);
                    line(links, 0, (entry.moved(1, offset), stride), now, index_along, to);
                }
            }
        }
        true
    }

    /// Whether the index arrays of an entry walk one of the loops.
    fn is_far(&self, entry: usize) -> bool {
        let walks = |steps: Steps<'a>, number: usize| steps.count > 1 && self.index_strides(steps)[number] != 0;
        let of_entry = self.links.iter().enumerate().filter(|(_, link)| link.operand == entry);
        of_entry.into_iter().any(|(number, _)| walks(self.down, number) || walks(self.along, number))
    }

    /// All points, what index arrays walk copied to a stage before.
    ///
    /// # Safety
    ///
    /// As for [`rows::rows`], and invariant 1.
    unsafe fn staged(&self, kernel: &Erased, here: &mut [Entry], stream: bool) {
        let &Plane { links, entries, indices, outs, down, along } = self;
        let many_points = along.count.min(POINTS);
        let many_rows = (POINTS / many_points.max(1)).clamp(1, down.count);
        let mut far = Table::new(false, entries.len());
        let far = far.as_mut();
        far.iter_mut().enumerate().for_each(|(entry, far)| *far = self.is_far(entry));
        let room = |entry: usize| if far[entry] { (POINTS * entries[entry].size).next_multiple_of(64) } else { 0 };
        let mut stage = Stage(MaybeUninit::uninit());
        let bytes: usize = (0..entries.len()).map(room).sum();
        let mut large = vec![Line::ZERO; if bytes > STAGE { bytes / 64 } else { 0 }];
        let stage: *mut u8 = if large.is_empty() { stage.0.as_mut_ptr().cast() } else { large.as_mut_ptr().cast() };
        let (mut down_strides, mut along_strides) = (Table::of(down.strides, 0), Table::of(along.strides, 0));
        let (down_strides, along_strides) = (down_strides.as_mut(), along_strides.as_mut());
        let (mut now, mut to) = (Table::of(indices, NO_ENTRY), Table::of(outs, NO_OUT));
        let (now, to) = (now.as_mut(), to.as_mut());
        for r in (0..down.count).step_by(many_rows) {
            for p in (0..along.count).step_by(many_points) {
                let (height, width) = (many_rows.min(down.count - r), many_points.min(along.count - p));
                let mut place = stage;
                for number in 0..entries.len() {
                    let at = |row: usize| {
                        let entry = entries[number].moved(self.stride(down, number), (r + row) as isize);
                        entry.moved(self.stride(along, number), p as isize)
                    };
                    here[number] = at(0);
                    let size = entries[number].size;
                    for row in 0..if far[number] { height } else { 1 } {
                        for (index, entry) in now.iter_mut().enumerate() {
                            let moved = indices[index].moved(self.index_strides(down)[index], (r + row) as isize);
                            *entry = moved.moved(self.index_strides(along)[index], p as isize);
                        }
                        // SAFETY: points of the loops (1), and room for as many.
                        unsafe {
                            if far[number] {
                                let from = settled(links, number, at(row), now, Some(self.index_strides(along)));
                                let (stride, to) = (self.stride(along, number), place.add(row * width * size));
                                line(links, number, (from, stride), now, self.index_strides(along), (to, width));
                            } else {
                                here[number] = settled(links, number, at(0), now, None);
                            }
                        }
                    }
                    if far[number] {
                        here[number].at = place;
                        (down_strides[outs.len() + number], along_strides[outs.len() + number]) = (width as isize, 1);
                        place = place.wrapping_add(room(number));
                    }
                }
                for (number, out) in to.iter_mut().enumerate() {
                    let out_at = outs[number].moved(down.strides[number], r as isize);
                    *out = out_at.moved(along.strides[number], p as isize);
                }
                let (down, along) =
                    (Steps { strides: down_strides, count: height }, Steps { strides: along_strides, count: width });
                // SAFETY: these points (the caller's promise); what was copied is initialised.
                unsafe { rows::rows(kernel, here, to, down, along, stream) };
            }
        }
    }
}

#[repr(align(64))]
struct Stage(MaybeUninit<[u8; STAGE]>);

/// Copies elements of `size` bytes that lie at offsets, in elements, to where they are neighbours.
///
/// # Safety
///
/// They are readable, and there is room for them.
unsafe fn copy_at(size: usize, from: *const u8, offsets: &[isize], to: *mut u8) {
    // SAFETY: the caller's promise.
    unsafe {
        match size {
            1 => copy_at_of::<1>(from, offsets, to),
            2 => copy_at_of::<2>(from, offsets, to),
            4 => copy_at_of::<4>(from, offsets, to),
            8 => copy_at_of::<8>(from, offsets, to),
            16 => copy_at_of::<16>(from, offsets, to),
            _ => {
                for (point, &offset) in offsets.iter().enumerate() {
                    let (from, to) = (from.offset(offset * size as isize), to.add(point * size));
                    core::ptr::copy_nonoverlapping(from, to, size);
                }
            }
        }
    }
}

#[inline(always)]
unsafe fn copy_at_of<const N: usize>(from: *const u8, offsets: &[isize], to: *mut u8) {
    // Bytes that may be padding, at any address.
    let (from, to) = (from.cast::<MaybeUninit<[u8; N]>>(), to.cast::<MaybeUninit<[u8; N]>>());
    for (point, &offset) in offsets.iter().enumerate() {
        // SAFETY: the caller's promise.
        unsafe { to.add(point).write_unaligned(from.offset(offset).read_unaligned()) };
    }
}

/// Copies rows of `count` neighbours that begin at offsets, in elements of `size` bytes, to places that are `step` bytes apart.
///
/// # Safety
///
/// They are readable, and there is room for them.
unsafe fn copy_rows(size: usize, from: *const u8, offsets: &[isize], (to, step): (*mut u8, isize), count: usize) {
    let bytes = size * count;
    let rows = offsets.iter().enumerate();
    let rows = rows
        .map(|(row, &offset)| (from.wrapping_offset(offset * size as isize), to.wrapping_offset(row as isize * step)));
    // SAFETY: the caller's promise. Short rows are two parts that overlap, of a size that the compiler knows.
    unsafe {
        match bytes {
            8..16 => rows.for_each(|(from, to)| two_parts::<8>(from, to, bytes)),
            16..32 => rows.for_each(|(from, to)| two_parts::<16>(from, to, bytes)),
            32..64 => rows.for_each(|(from, to)| two_parts::<32>(from, to, bytes)),
            64..=128 => rows.for_each(|(from, to)| two_parts::<64>(from, to, bytes)),
            _ => rows.for_each(|(from, to)| core::ptr::copy_nonoverlapping(from, to, bytes)),
        }
    }
}

/// Copies `N` to `2 * N` bytes.
///
/// # Safety
///
/// They are readable, and there is room for them.
#[inline(always)]
unsafe fn two_parts<const N: usize>(from: *const u8, to: *mut u8, bytes: usize) {
    let last = bytes - N;
    // Bytes that may be padding, at any address.
    let part = |at: usize| from.wrapping_add(at).cast::<MaybeUninit<[u8; N]>>();
    // SAFETY: the caller's promise.
    unsafe {
        let (front, back) = (part(0).read_unaligned(), part(last).read_unaligned());
        to.cast::<MaybeUninit<[u8; N]>>().write_unaligned(front);
        to.add(last).cast::<MaybeUninit<[u8; N]>>().write_unaligned(back);
    }
}
