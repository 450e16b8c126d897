//! The entries of a kernel while a walk moves them, and copies of those that stride.
//!
//! What every `unsafe` below relies on: the entries are readable at each point that the loops given lead to.

use core::mem::MaybeUninit;

use crate::expr::{Args, Entry, Slot};

use super::gather::{Link, SHORT, line, settled, walks};
use super::rows::{NO_ENTRY, Table};
use super::tile::Line;

/// Bytes of the copies on the stack.
const STAGE: usize = 16 << 10;

pub(super) const NO_SLOT: Slot = Slot { at: core::ptr::null(), step: 0 };

#[repr(align(64))]
struct Stage(MaybeUninit<[u8; STAGE]>);

/// Entries at some point of a nest.
pub(super) struct Hand {
    /// The kernel's own, and then the index arrays.
    entries: Table<Entry>,
    slots: Table<Slot>,
    /// From one row to another, wherever that is.
    apart: Table<isize>,
    links: Vec<Link>,
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
        Hand {
            entries: Table::new(NO_ENTRY, 0),
            slots: Table::new(NO_SLOT, 0),
            apart: Table::new(0, 0),
            links: Vec::new(),
        }
    }

    #[inline(never)]
    fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
        self.slots.push(NO_SLOT);
        self.apart.push(0);
    }

    /// Adds index arrays.
    pub fn link(&mut self, links: &[Link]) {
        links.iter().for_each(|link| self.push(link.entry()));
        self.links.extend(links);
    }

    /// The same index arrays, some of which name nothing any more.
    pub fn relink(&mut self, links: &[Link]) {
        self.links.copy_from_slice(links);
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
        if !self.links.is_empty() {
            let (entries, indices) = self.entries.as_mut().split_at(along.len() - self.links.len());
            for (number, &entry) in entries.iter().enumerate() {
                // SAFETY: at a point, where index arrays are readable.
                slots[number].at = unsafe { settled(&self.links, number, entry, indices, None) }.at;
            }
        }
        slots.as_ptr()
    }

    /// Whether index arrays walk one of the two loops, but not the innermost one, along which no entry in memory strides and rows are not
    /// short: then each step of the two is a row of neighbours, where it is.
    pub fn is_in_rows(&mut self, along: &[isize], points: usize) -> bool {
        let own = along.len() - self.links.len();
        let still = along[own..].iter().all(|&stride| stride == 0);
        let near = |(entry, stride): (&Entry, &isize)| entry.size == 0 || matches!(stride, 0 | 1);
        !self.links.is_empty() && points >= SHORT && still && self.entries.as_mut().iter().zip(along).all(near)
    }

    /// [`Hand::slots`] so many steps of a loop further.
    pub fn slots_at(&mut self, along: &[isize], steps: &[isize], n: usize) -> *const Slot {
        self.step(steps, n as isize);
        let slots = self.slots(along);
        self.step(steps, -(n as isize));
        slots
    }

    /// [`Hand::slots_at`] of one row or two, wherever the second one is, and the strides from the first to the second.
    #[inline]
    pub fn pair_at(&mut self, along: &[isize], steps: &[isize], n: usize, rows: usize) -> (*const Slot, *const isize) {
        let own = along.len() - self.links.len();
        if rows == 2 {
            self.slots_at(along, steps, n + 1);
            for number in 0..own {
                self.apart.as_mut()[number] = self.slots.as_mut()[number].at.addr() as isize;
            }
        }
        let slots = self.slots_at(along, steps, n);
        for (number, &step) in steps[..own].iter().enumerate() {
            let apart = &mut self.apart.as_mut()[number];
            *apart = match self.entries.as_mut()[number].size {
                0 => step,
                _ if rows < 2 => 0,
                size => apart.wrapping_sub(self.slots.as_mut()[number].at.addr() as isize) / size as isize,
            };
        }
        (slots, self.apart.as_mut().as_ptr())
    }

    /// Whether no entry in memory strides, and no index array walks this loop or the others.
    #[inline]
    pub fn is_near(&mut self, along: &[isize], others: [&[isize]; 2]) -> bool {
        let near = |(entry, stride): (&Entry, &isize)| entry.size == 0 || matches!(stride, 0 | 1);
        let own = along.len() - self.links.len();
        let still = |strides: &[isize]| strides[own..].iter().all(|&stride| stride == 0);
        let still = self.links.is_empty() || (still(along) && others.into_iter().all(still));
        still && self.entries.as_mut().iter().zip(along).all(near)
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
        let links = &self.links[..];
        let (entries, indices) = self.entries.as_mut().split_at(along.len() - links.len());
        let own = entries.len();
        // An index array that walks the outer loops alone leaves its operand where it is, row by row, unless rows are short.
        let row_by_row = points >= SHORT && !walks(&along[own..]) && (walks(&outer[own..]) || walks(&down[own..]));
        let is_gathered = |number: usize| {
            let of_operand = links.iter().enumerate().filter(|(_, link)| link.operand == number);
            of_operand.into_iter().any(|(index, _)| {
                let walks = |strides: &[isize]| strides[own + index] != 0;
                walks(along) || (!row_by_row && (walks(outer) || walks(down)))
            })
        };
        let is_far =
            |number: usize, entry: &Entry| entry.size != 0 && (!matches!(along[number], 0 | 1) || is_gathered(number));
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
        let many_rows = if many_points == points && !row_by_row { rows.min(room / points.max(1)).max(1) } else { 1 };
        let many_outers =
            if many_rows == rows && !row_by_row { outers.min(room / (rows * points).max(1)).max(1) } else { 1 };
        let (mut outer_steps, mut down_steps) = (Table::of(outer, 0), Table::of(down, 0));
        let (outer_steps, down_steps) = (outer_steps.as_mut(), down_steps.as_mut());
        let mut now = Table::of(indices, NO_ENTRY);
        let now = now.as_mut();
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
                        let move_indices = |now: &mut [Entry], o: usize, r: usize| {
                            for (index, (now, first)) in now.iter_mut().zip(indices).enumerate() {
                                let first = first.moved(outer[own + index], o as isize);
                                *now = first.moved(down[own + index], r as isize).moved(along[own + index], p as isize);
                            }
                        };
                        if !is_far(number, entry) {
                            move_indices(now, o, r);
                            // SAFETY: at a point.
                            let at = unsafe { settled(links, number, at(o, r), now, None) }.at;
                            self.slots.as_mut()[number] = Slot { at, step: along[number] };
                            continue;
                        }
                        let size = entry.size;
                        for (row, (x, y)) in
                            (0..counts[0]).flat_map(|x| (0..counts[1]).map(move |y| (x, y))).enumerate()
                        {
                            move_indices(now, o + x, r + y);
                            // SAFETY: points of the loops, and room for as many (`room`).
                            unsafe {
                                let to = place.add(row * counts[2] * size);
                                let from = settled(links, number, at(o + x, r + y), now, Some(&along[own..]));
                                line(links, number, (from, along[number]), now, &along[own..], (to, counts[2]));
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
