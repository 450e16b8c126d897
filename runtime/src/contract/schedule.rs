//! What the steps of a path do, and where their results lie in the scratch block. No `unsafe`, no element types.

use crate::error::ShapeError;
use crate::nest::{AxesRef, LabelSet, MAX_LOOPS};

use super::class::Groups;
use super::matrix::wide;
use super::path::Path;

/// Intermediates start at multiples of this many elements.
const GRAIN: usize = 16;

/// A factor or an intermediate.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    /// Labels of extents above 1.
    labels: LabelSet,
    pub place: Place,
}

impl Slot {
    pub const EMPTY: Slot = Slot { labels: LabelSet::EMPTY, place: Place::Nowhere };
}

#[derive(Clone, Copy)]
pub(super) enum Place {
    /// Not made yet, or read for the last time.
    Nowhere,
    /// The factor with the number of the slot.
    Factor,
    Scratch(Scratch),
}

/// Labels in order, the outermost first.
#[derive(Clone, Copy)]
struct Order {
    labels: [u8; MAX_LOOPS],
    rank: usize,
}

impl Order {
    const NONE: Order = Order { labels: [0; MAX_LOOPS], rank: 0 };

    /// These labels and then those of `others` that are in the set. There is room for them (`place` has checked).
    fn and(mut self, others: &Order, set: LabelSet) -> Self {
        for &label in others.as_slice().iter().filter(|&&label| set.contains(label)) {
            self.labels[self.rank] = label;
            self.rank += 1;
        }
        self
    }

    fn as_slice(&self) -> &[u8] {
        &self.labels[..self.rank]
    }
}

/// Part of the scratch block, row-major along its labels.
#[derive(Clone, Copy)]
pub(super) struct Scratch {
    pub offset: usize,
    pub len: usize,
    order: Order,
}

impl Scratch {
    /// The labels, the outermost first.
    pub fn order(&self) -> &[u8] {
        self.order.as_slice()
    }

    /// The strides of the labels.
    pub fn strides(&self, extents: &[usize]) -> [isize; MAX_LOOPS] {
        let mut strides = [0; MAX_LOOPS];
        let mut next = 1;
        for (at, &label) in self.order().iter().enumerate().rev() {
            strides[at] = next;
            next *= extents[label as usize] as isize;
        }
        strides
    }
}

/// One step, by the numbers of slots.
pub(super) enum Task {
    /// The sum of one slot over labels that nothing else carries; its place is the slot's from then on.
    Sum { from: usize, into: Scratch },
    /// The product of two slots.
    Pair { from: [usize; 2], into: Scratch },
    /// The product that is the output.
    Last { from: [usize; 2] },
}

/// A path with the extents that it is for.
pub(super) struct Schedule<'a> {
    pub extents: &'a [usize],
    pub path: &'a Path,
    pub output: LabelSet,
    pub element_size: usize,
}

impl Schedule<'_> {
    /// How many slots a product of this many factors has: the factors, and the results of all steps but the last.
    pub fn slots(factors: usize) -> usize {
        2 * factors - 2
    }

    /// Calls `visit` for each task, in order.
    ///
    /// The scratch parts of the slots never overlap, and a part is only given out again after the task that read it.
    ///
    /// # Errors
    ///
    /// Fails if an intermediate does not fit in memory.
    pub fn walk<'f>(
        &self,
        slots: &mut [Slot],
        factor_axes: &dyn Fn(usize) -> AxesRef<'f>,
        visit: &mut dyn FnMut(&[Slot], Task),
    ) -> Result<(), ShapeError> {
        let pairs = self.path.pairs();
        let factors = pairs.len() + 1;
        slots.fill(Slot::EMPTY);
        for (factor, slot) in slots[..factors].iter_mut().enumerate() {
            *slot = Slot { labels: wide(factor_axes(factor).set(), self.extents), place: Place::Factor };
        }
        for (step, &(left, right)) in pairs.iter().enumerate() {
            let from = [left as usize, right as usize];
            let needed = self.needed(slots, from);
            let groups = self.groups(slots, from, needed);
            if groups.sums_left_first() {
                self.sum(slots, from[0], groups.alone_left, factor_axes, visit)?;
            }
            if groups.sums_right_first() {
                self.sum(slots, from[1], groups.alone_right, factor_axes, visit)?;
            }
            if step + 1 == pairs.len() {
                visit(slots, Task::Last { from });
                return Ok(());
            }
            let labels = slots[from[0]].labels.or(slots[from[1]].labels).and(needed);
            let mut into = self.place(slots, labels)?;
            let [left, right] = from.map(|slot| order(&slots[slot], slot, factor_axes));
            let (batch, rows, columns) = (groups.batch, groups.left, groups.right);
            into.order = Order::NONE.and(&left, batch).and(&left, rows).and(&right, columns);
            visit(slots, Task::Pair { from, into });
            for read in from {
                slots[read].place = Place::Nowhere;
            }
            slots[factors + step] = Slot { labels, place: Place::Scratch(into) };
        }
        Ok(())
    }

    /// The rows, terms and columns of a pair.
    pub fn matrix_extents(&self, slots: &[Slot], from: [usize; 2]) -> [usize; 3] {
        let groups = self.groups(slots, from, self.needed(slots, from));
        [groups.left, groups.contracted, groups.right].map(|labels| labels.points(self.extents) as usize)
    }

    fn groups(&self, slots: &[Slot], from: [usize; 2], needed: LabelSet) -> Groups {
        Groups::new(slots[from[0]].labels, slots[from[1]].labels, needed)
    }

    /// The labels of the output and of all slots but these.
    fn needed(&self, slots: &[Slot], from: [usize; 2]) -> LabelSet {
        let others =
            slots.iter().enumerate().filter(|(at, slot)| !from.contains(at) && !matches!(slot.place, Place::Nowhere));
        others.fold(self.output, |needed, (_, slot)| needed.or(slot.labels))
    }

    fn sum<'f>(
        &self,
        slots: &mut [Slot],
        from: usize,
        alone: LabelSet,
        factor_axes: &dyn Fn(usize) -> AxesRef<'f>,
        visit: &mut dyn FnMut(&[Slot], Task),
    ) -> Result<(), ShapeError> {
        let labels = slots[from].labels.minus(alone);
        let mut into = self.place(slots, labels)?;
        into.order = Order::NONE.and(&order(&slots[from], from, factor_axes), labels);
        visit(slots, Task::Sum { from, into });
        slots[from] = Slot { labels, place: Place::Scratch(into) };
        Ok(())
    }

    /// A part for an intermediate with these labels, at the lowest offset where it meets no other part. Their order is still
    /// open.
    fn place(&self, slots: &[Slot], labels: LabelSet) -> Result<Scratch, ShapeError> {
        let too_large = || {
            let extents: Vec<usize> = labels.into_iter().map(|label| self.extents[label as usize]).collect();
            ShapeError::new(format!("einsum: an intermediate of shape {extents:?} does not fit in memory"))
        };
        let limit = isize::MAX as usize / self.element_size.max(1);
        let len = labels.into_iter().try_fold(1usize, |len, label| len.checked_mul(self.extents[label as usize]));
        let len = len.and_then(|len| len.checked_next_multiple_of(GRAIN)).filter(|&len| len <= limit);
        let len = len.filter(|_| labels.len() <= MAX_LOOPS).ok_or_else(too_large)?;
        let mut part = Scratch { offset: 0, len, order: Order::NONE };
        while let Some(end) = slots.iter().find_map(|slot| slot.end_of_overlap(part.offset, len)) {
            part.offset = end;
            part.offset.checked_add(len).filter(|&end| end <= limit).ok_or_else(too_large)?;
        }
        Ok(part)
    }
}

impl Slot {
    /// Where this slot's part ends, if it meets this one.
    fn end_of_overlap(&self, offset: usize, len: usize) -> Option<usize> {
        match self.place {
            Place::Scratch(part) if part.offset < offset + len && offset < part.offset + part.len => {
                Some(part.offset + part.len)
            }
            _ => None,
        }
    }
}

/// The labels of a slot, those of large strides first.
fn order<'f>(slot: &Slot, at: usize, factor_axes: &dyn Fn(usize) -> AxesRef<'f>) -> Order {
    if let Place::Scratch(part) = &slot.place {
        return part.order;
    }
    let axes = factor_axes(at);
    let mut order = Order { rank: axes.labels.len(), ..Order::NONE };
    order.labels[..order.rank].copy_from_slice(axes.labels);
    let reach = |label: u8| axes.stride(label).map_or(0, isize::unsigned_abs);
    order.labels[..order.rank].sort_by_key(|&label| core::cmp::Reverse(reach(label)));
    order
}
