//! Rows of a sum that one tile after the other reads.

use crate::expr::{Entry, Slot};

use super::rows::Table;
use super::tile::Line;

/// Copies of the rows that each tile along a loop reads again, side by side: far apart, each is in a page of its own.
pub(super) struct Packed {
    /// The entries that are copied, as bits.
    entries: u64,
    /// Elements from one row to the next.
    width: usize,
    /// Bytes of one copy, in whole cache lines.
    bytes: usize,
    room: Vec<Line>,
    slots: Table<Slot>,
    down: Table<isize>,
}

/// Rows that are worth a copy: more than translations of addresses that a CPU has at hand, with those of the other operands.
const MANY_ROWS: usize = 32;
/// Tiles that are worth one.
const MANY_TILES: usize = 16;
/// Bytes from row to row that bring each to a page of its own, more or less.
const PAGE: usize = 2048;

impl Packed {
    /// What is worth a copy, by the strides and extents of the loops over tiles, rows and points.
    pub fn new(entries: &[Entry], [across, down, along]: [&[isize]; 3], [tiles, rows, points]: [usize; 3]) -> Self {
        let (mut copied, mut count, mut size) = (0, 0, 0);
        for (number, entry) in entries.iter().enumerate().take(64) {
            let far = down[number].unsigned_abs().saturating_mul(entry.size) >= PAGE;
            if rows >= MANY_ROWS && tiles >= MANY_TILES && across[number] == 0 && along[number] == 1 && far {
                (copied, count, size) = (copied | 1 << number, count + 1, entry.size.max(size));
            }
        }
        let bytes = (rows * points * size).next_multiple_of(size_of::<Line>());
        let room = vec![Line::ZERO; count * bytes / size_of::<Line>()];
        let len = if copied == 0 { 0 } else { across.len() };
        let slots = Table::new(Slot { at: core::ptr::null(), step: 0 }, len);
        Packed { entries: copied, width: points, bytes, room, slots, down: Table::new(0, len) }
    }

    /// The entries and their strides from row to row, for `rows` rows of `points`.
    ///
    /// # Safety
    ///
    /// The entries are readable there, the rows as many as at first, and the points not more.
    pub unsafe fn fill(
        &mut self,
        entries: &[Entry],
        slots: *const Slot,
        down: &[isize],
        rows: usize,
        points: usize,
    ) -> (*const Slot, *const isize) {
        if self.entries == 0 {
            return (slots, down.as_ptr());
        }
        let (to_slots, to_down) = (self.slots.as_mut(), self.down.as_mut());
        to_down.copy_from_slice(down);
        let mut room = self.room.as_mut_ptr().cast::<u8>();
        for (number, slot) in to_slots.iter_mut().enumerate() {
            // SAFETY: as many as the entries.
            *slot = unsafe { slots.add(number).read() };
            if number >= 64 || self.entries >> number & 1 == 0 {
                continue;
            }
            let size = entries[number].size;
            for row in 0..rows {
                // SAFETY: the caller's promise; there is room for the rows.
                unsafe {
                    let from = slot.at.offset(row as isize * down[number] * size as isize);
                    core::ptr::copy_nonoverlapping(from, room.add(row * self.width * size), points * size);
                }
            }
            (slot.at, to_down[number]) = (room, self.width as isize);
            room = room.wrapping_add(self.bytes);
        }
        (to_slots.as_ptr(), to_down.as_ptr())
    }
}
