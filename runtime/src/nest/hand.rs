//! The entries of a kernel while a walk moves them, and copies of those that stride.
//!
//! What every `unsafe` below relies on: the entries are readable at each point that the loops given lead to.

use core::mem::MaybeUninit;

use crate::expr::{Args, Entry, Slot};

use super::rows::{NO_ENTRY, Table, copy};
use super::tile::Line;

/// Bytes of the copies on the stack.
const STAGE: usize = 16 << 10;

const NO_SLOT: Slot = Slot { at: core::ptr::null(), step: 0 };

#[repr(align(64))]
struct Stage(MaybeUninit<[u8; STAGE]>);

/// Entries at some point of a nest.
pub(super) struct Hand {
    entries: Table<Entry>,
    slots: Table<Slot>,
}

/// A part of three loops, in which all entries are neighbours along the innermost one.
pub(super) struct Part {
    /// The entries at its first point.
    pub slots: *const Slot,
    /// The strides of the two outer loops.
    pub steps: [*const isize; 2],
    /// The steps of each loop.
    pub counts: [usize; 3],
}

impl Hand {
    /// The entries of a list. (They point at its values.)
    #[inline(always)]
    pub fn new<A: Args>(args: &A) -> Self {
        let mut hand = Hand::empty();
        args.entries(&mut |entry| hand.push(entry));
        hand
    }

    // Not generic, so that kernels call what is compiled once.
    #[inline(never)]
    fn empty() -> Self {
        Hand { entries: Table::new(NO_ENTRY, 0), slots: Table::new(NO_SLOT, 0) }
    }

    #[inline(never)]
    fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
        self.slots.push(NO_SLOT);
    }

    /// The entries.
    pub fn entries(&mut self) -> &mut [Entry] {
        self.entries.as_mut()
    }

    /// Moves all entries along a loop.
    #[inline]
    pub fn step(&mut self, strides: &[isize], n: isize) {
        for (entry, &stride) in self.entries.as_mut().iter_mut().zip(strides) {
            *entry = entry.moved(stride, n);
        }
    }

    /// The entries with their strides along the innermost loop, for a job.
    #[inline]
    pub fn slots(&mut self, along: &[isize]) -> *const Slot {
        let slots = self.slots.as_mut();
        for (slot, (entry, &step)) in slots.iter_mut().zip(self.entries.as_mut().iter().zip(along)) {
            *slot = Slot { at: entry.at, step };
        }
        slots.as_ptr()
    }

    /// Whether no entry in memory strides.
    #[inline]
    pub fn is_near(&mut self, along: &[isize]) -> bool {
        let near = |(entry, stride): (&Entry, &isize)| entry.size == 0 || matches!(stride, 0 | 1);
        self.entries.as_mut().iter().zip(along).all(near)
    }

    /// Calls `run` for one part of the loops after the other, with the place of its first point; what strides along the innermost loop
    /// is copied for each part. Loops are strides and steps, the outermost first.
    ///
    /// # Safety
    ///
    /// What the room says.
    #[inline(never)]
    pub unsafe fn staged(&mut self, loops: [(&[isize], usize); 3], run: &mut dyn FnMut([usize; 3], &Part)) {
        let [(outer, outers), (down, rows), (along, points)] = loops;
        let is_far = |number: usize, entry: &Entry| entry.size != 0 && !matches!(along[number], 0 | 1);
        let entries = self.entries.as_mut();
        let far = entries.iter().enumerate().filter(|&(number, entry)| is_far(number, entry));
        let (count, size) = far.fold((0, 0), |(count, size), (_, entry)| (count + 1, size + entry.size));
        // Copies begin on cache lines.
        let room = (STAGE.saturating_sub(64 * count) / size.max(1)).max(1);
        let mut stage = Stage(MaybeUninit::uninit());
        let mut large = Vec::new();
        if room * size + 64 * count > STAGE {
            large = vec![Line::ZERO; size / 64 + count];
        }
        let stage: *mut u8 = if large.is_empty() { stage.0.as_mut_ptr().cast() } else { large.as_mut_ptr().cast() };
        let many_points = points.min(room);
        let many_rows = if many_points == points { rows.min(room / points.max(1)).max(1) } else { 1 };
        let many_outers = if many_rows == rows { outers.min(room / (rows * points).max(1)).max(1) } else { 1 };
        let (mut outer_steps, mut down_steps) = (Table::of(outer, 0), Table::of(down, 0));
        let (outer_steps, down_steps) = (outer_steps.as_mut(), down_steps.as_mut());
        for o in (0..outers).step_by(many_outers) {
            for r in (0..rows).step_by(many_rows) {
                for p in (0..points).step_by(many_points) {
                    let counts = [many_outers.min(outers - o), many_rows.min(rows - r), many_points.min(points - p)];
                    let mut place = stage;
                    for (number, entry) in entries.iter().enumerate() {
                        let at = |o: usize, r: usize| {
                            let first = entry.moved(outer[number], o as isize).moved(down[number], r as isize);
                            first.moved(along[number], p as isize)
                        };
                        self.slots.as_mut()[number] = Slot { at: at(o, r).at, step: along[number] };
                        if !is_far(number, entry) {
                            continue;
                        }
                        let size = entry.size;
                        for (row, (x, y)) in
                            (0..counts[0]).flat_map(|x| (0..counts[1]).map(move |y| (x, y))).enumerate()
                        {
                            // SAFETY: points of the loops, and room for as many (`room`).
                            unsafe {
                                let to = place.add(row * counts[2] * size);
                                copy(size, at(o + x, r + y).at, along[number], to, 1, counts[2]);
                            }
                        }
                        self.slots.as_mut()[number] = Slot { at: place, step: 1 };
                        outer_steps[number] = (counts[1] * counts[2]) as isize;
                        down_steps[number] = counts[2] as isize;
                        place = place.wrapping_add((room * size).next_multiple_of(64));
                    }
                    let steps = [outer_steps.as_ptr(), down_steps.as_ptr()];
                    run([o, r, p], &Part { slots: self.slots.as_mut().as_ptr(), steps, counts });
                }
            }
        }
    }
}
