//! The loops of a nest as a table: one row a loop, one column a participant. No `unsafe`, no element types.

use super::axes::{AxesRef, Carriers};
use super::gather::Link;
use super::labels::LabelSet;

/// More loops than this, each of extent 2 or more, would never end.
pub(crate) const MAX_LOOPS: usize = 40;

/// Strides kept without an allocation: 24 loops over two operands and an output.
const INLINE_STRIDES: usize = 72;

/// One row a loop. The outputs are the first participants, all with the same labels; the operands follow.
pub(super) struct Loops {
    participants: usize,
    outs: usize,
    len: usize,
    extents: [usize; MAX_LOOPS],
    /// The labels that a loop walks, as bits of their ids. (More than one once it is fused; ids from 64 on are not told.)
    labels: [u64; MAX_LOOPS],
    summed: [bool; MAX_LOOPS],
    inline: [isize; INLINE_STRIDES],
    // Holds the strides, and `inline` nothing, when they are more than `INLINE_STRIDES`.
    spilled: Vec<isize>,
    /// The index arrays, which are the last participants.
    links: Vec<Link>,
}

/// What the extents leave to do.
pub(super) enum Work {
    /// An output label has extent 0.
    Nothing,
    /// A summed label has extent 0: every element of the output meets a zero.
    EmptySum,
    /// The loops of the table.
    Points,
}

impl Loops {
    /// No loops. Filled in place: a table is too large to be moved around for nothing.
    pub const fn new() -> Self {
        Loops {
            participants: 1,
            outs: 1,
            len: 0,
            extents: [1; MAX_LOOPS],
            labels: [0; MAX_LOOPS],
            summed: [false; MAX_LOOPS],
            inline: [0; INLINE_STRIDES],
            spilled: Vec::new(),
            links: Vec::new(),
        }
    }

    /// Fills an empty table with the loops over every label that a participant carries, unfused, in the order of label ids.
    /// Labels of extent 1 are no loops.
    pub fn fill(&mut self, extents: &[usize], carriers: &dyn Carriers, outs: &[AxesRef<'_>]) -> Work {
        let (operands, axes) = (carriers.count(), |operand| carriers.axes(operand));
        let kept = outs[0].set();
        let labels = (0..operands).fold(kept, |all, operand| all.or(axes(operand).set()));
        let empty = |label| extents[label as usize] == 0;
        if labels.into_iter().any(empty) {
            return if kept.into_iter().any(empty) { Work::Nothing } else { Work::EmptySum };
        }
        let wide = labels.into_iter().filter(|&label| extents[label as usize] != 1);
        let loops = wide.clone().count();
        assert!(loops <= MAX_LOOPS, "{loops} labels with extents above 1 are too many points to visit");
        self.outs = outs.len();
        self.participants = operands + self.outs;
        self.links.extend((0..).map_while(|number| carriers.link(number)));
        if loops * self.participants > INLINE_STRIDES {
            self.spilled = vec![0; loops * self.participants];
        }
        for (row, label) in wide.enumerate() {
            self.extents[row] = extents[label as usize];
            self.labels[row] = 1u64.checked_shl(label.into()).unwrap_or(0);
            self.summed[row] = !kept.contains(label);
        }
        self.len = loops;
        for (number, out) in outs.iter().enumerate() {
            self.fill_strides(labels, extents, number, *out);
        }
        for operand in 0..operands {
            self.fill_strides(labels, extents, operand + self.outs, axes(operand));
        }
        Work::Points
    }

    fn fill_strides(&mut self, labels: LabelSet, extents: &[usize], participant: usize, axes: AxesRef<'_>) {
        for (label, stride) in axes.iter().filter(|&(label, _)| extents[label as usize] != 1) {
            // The rows are the wide labels in the order of their ids.
            let row = labels.below(label).into_iter().filter(|&label| extents[label as usize] != 1).count();
            let at = row * self.participants + participant;
            self.table_mut()[at] = stride;
        }
    }

    #[inline(always)]
    fn table(&self) -> &[isize] {
        if self.spilled.is_empty() { &self.inline } else { &self.spilled }
    }

    #[inline(always)]
    fn table_mut(&mut self) -> &mut [isize] {
        if self.spilled.is_empty() { &mut self.inline } else { &mut self.spilled }
    }

    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }

    #[inline(always)]
    pub fn extent(&self, row: usize) -> usize {
        self.extents[row]
    }

    /// Whether a loop is summed.
    pub fn sums(&self) -> bool {
        self.summed[..self.len].contains(&true)
    }

    /// The labels that a loop walks, as bits.
    pub fn labels(&self, row: usize) -> u64 {
        self.labels[row]
    }

    #[inline(always)]
    pub fn is_summed(&self, row: usize) -> bool {
        self.summed[row]
    }

    /// The strides of a loop, the outputs' first.
    #[inline(always)]
    pub fn strides(&self, row: usize) -> &[isize] {
        &self.table()[row * self.participants..][..self.participants]
    }

    /// Of the first output.
    #[inline(always)]
    pub fn out_stride(&self, row: usize) -> isize {
        self.strides(row)[0]
    }

    #[inline(always)]
    pub fn out_strides(&self, row: usize) -> &[isize] {
        &self.strides(row)[..self.outs]
    }

    #[inline(always)]
    pub fn operand_strides(&self, row: usize) -> &[isize] {
        &self.strides(row)[self.outs..]
    }

    #[inline(always)]
    pub fn operands(&self) -> usize {
        self.participants - self.outs
    }

    /// The index arrays, which are the last of the operands.
    #[inline(always)]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Whether an operand is neither an index array, nor read at what one holds.
    pub fn is_plain(&self, operand: usize) -> bool {
        self.links.is_empty() || (operand < self.own() && self.links.iter().all(|link| link.operand != operand))
    }

    /// The index arrays of an operand name nothing any more: its first entries, everywhere.
    pub fn unlink(&mut self, operand: usize) {
        for number in (0..self.links.len()).filter(|&number| self.links[number].operand == operand).collect::<Vec<_>>()
        {
            self.links[number].axis.stride = 0;
            let index = self.own() + number;
            (0..self.len).for_each(|row| self.set_operand_stride(row, index, 0));
        }
    }

    /// How many operands there are beside the index arrays.
    pub fn own(&self) -> usize {
        self.operands() - self.links.len()
    }

    /// Whether an index array of an operand walks a loop.
    pub fn is_gathered(&self, row: usize, operand: usize) -> bool {
        let strides = &self.operand_strides(row)[self.own()..];
        self.links.iter().zip(strides).any(|(link, &stride)| link.operand == operand && stride != 0)
    }

    /// Lets an operand walk a loop with another stride.
    pub fn set_operand_stride(&mut self, row: usize, operand: usize, stride: isize) {
        let at = row * self.participants + self.outs + operand;
        self.table_mut()[at] = stride;
    }

    /// The points of the loops `rows`.
    pub fn points(&self, rows: core::ops::Range<usize>) -> usize {
        self.extents[rows].iter().fold(1usize, |points, &extent| points.saturating_mul(extent))
    }

    /// Makes one loop of every two that walk each participant as one: `i` over `j` where `stride(i) = stride(j) *
    /// extent(j)`, both kept or both summed.
    pub fn fuse(&mut self) {
        'again: loop {
            for outer in 0..self.len {
                for inner in 0..self.len {
                    if outer != inner && self.fuses(outer, inner) {
                        self.extents[inner] *= self.extents[outer];
                        self.labels[inner] |= self.labels[outer];
                        self.remove(outer);
                        continue 'again;
                    }
                }
            }
            return;
        }
    }

    fn fuses(&self, outer: usize, inner: usize) -> bool {
        let Ok(extent) = isize::try_from(self.extents[inner]) else { return false };
        self.summed[outer] == self.summed[inner]
            && self.extents[outer].checked_mul(self.extents[inner]).is_some()
            && self.strides(outer).iter().zip(self.strides(inner)).all(|(a, b)| Some(*a) == b.checked_mul(extent))
    }

    fn remove(&mut self, row: usize) {
        self.swap(row, self.len - 1);
        self.len -= 1;
    }

    pub fn swap(&mut self, a: usize, b: usize) {
        if a == b {
            return;
        }
        self.extents.swap(a, b);
        self.labels.swap(a, b);
        self.summed.swap(a, b);
        let participants = self.participants;
        for participant in 0..participants {
            self.table_mut().swap(a * participants + participant, b * participants + participant);
        }
    }
}
