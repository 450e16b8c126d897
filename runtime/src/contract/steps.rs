//! A product that needs room between its steps: three factors and more, or a factor that is summed first.
//!
//! The schedule is gone through twice: once to find how much room the intermediates need, then to compute them.

use core::mem::MaybeUninit;

use crate::element::Element;
use crate::error::ShapeError;
use crate::nest::{AxesRef, MAX_LOOPS, Set, Update};
use crate::storage::{Heap, Store};

use super::Factor;
use super::gemm::{self, Limits, ROOM_AT_HAND};
use super::pair::{Term, pair, single};
use super::path::Path;
use super::schedule::{Place, Schedule, Scratch, Slot, Task};

/// Slots without an allocation: 8 factors and the results of their steps.
const INLINE_SLOTS: usize = 14;

/// `out update= scale * sum of the product of the factors`, 2 or more, in the order of the path.
///
/// # Safety
///
/// As for [`super::product`]; no extent is 0.
#[expect(clippy::too_many_arguments, reason = "the factors, their path and the output of one product")]
pub(super) unsafe fn run<T: Element, U: Update<T>>(
    extents: &[usize],
    factors: &[Factor<T>],
    path: &Path,
    scale: Option<T>,
    out: *mut T,
    out_axes: AxesRef<'_>,
    update: U,
    limits: &Limits,
) -> Result<(), ShapeError> {
    let mut inline = [Slot::EMPTY; INLINE_SLOTS];
    let mut spilled = Vec::new();
    let count = Schedule::slots(factors.len());
    let slots = if count <= INLINE_SLOTS {
        &mut inline[..count]
    } else {
        spilled.resize(count, Slot::EMPTY);
        &mut spilled[..]
    };
    let schedule = Schedule { extents, path, output: out_axes.set(), element_size: size_of::<T>() };
    let factor_axes = |factor: usize| factors[factor].axes.as_ref();
    let (mut len, mut packed) = (0, 0);
    schedule.walk(slots, &factor_axes, &mut |slots, task| {
        if let Task::Sum { into, .. } | Task::Pair { into, .. } = task {
            len = len.max(into.offset + into.len);
        }
        if let Task::Pair { from, .. } | Task::Last { from } = task {
            packed = packed.max(gemm::room(schedule.matrix_extents(slots, from), limits));
        }
    })?;
    let mut at_hand = MaybeUninit::<[T; ROOM_AT_HAND]>::uninit();
    let mut block;
    let scratch = if len + packed <= ROOM_AT_HAND {
        at_hand.as_mut_ptr().cast::<T>()
    } else {
        block = Heap::<T>::uninit(len + packed);
        block.as_mut_ptr()
    };
    let places = Places { extents, factors, scratch };
    let room = if packed == 0 { core::ptr::null_mut() } else { scratch.wrapping_add(len) };
    schedule.walk(slots, &factor_axes, &mut |slots, task| {
        let mut strides = [[0; MAX_LOOPS]; 2];
        let [s0, s1] = &mut strides;
        // SAFETY: factors are valid by the caller's promise. A part of the block was written, over all of its labels, by the
        // task that made it, and the schedule gives out no part that overlaps one still to be read.
        unsafe {
            match task {
                Task::Sum { from, into } => {
                    let term = places.term(slots, from, s0);
                    let (out, order) = (places.at(&into), into.order());
                    let axes = AxesRef { labels: order, strides: &into.strides(extents)[..order.len()] };
                    single(extents, term, None, out, axes, Set);
                }
                Task::Pair { from: [left, right], into } => {
                    let terms = [places.term(slots, left, s0), places.term(slots, right, s1)];
                    let (out, order) = (places.at(&into), into.order());
                    let axes = AxesRef { labels: order, strides: &into.strides(extents)[..order.len()] };
                    pair(extents, terms, None, out, axes, Set, (limits, room));
                }
                Task::Last { from: [left, right] } => {
                    let terms = [places.term(slots, left, s0), places.term(slots, right, s1)];
                    pair(extents, terms, scale, out, out_axes, update, (limits, room));
                }
            }
        }
    })
}

/// Where the slots' elements are.
///
/// 1. `scratch` is the start of a block that holds every part of the schedule.
struct Places<'a, T> {
    extents: &'a [usize],
    factors: &'a [Factor<T>],
    scratch: *mut T,
}

impl<T> Places<'_, T> {
    fn at(&self, part: &Scratch) -> *mut T {
        // SAFETY: the part lies in the block (1).
        unsafe { self.scratch.add(part.offset) }
    }

    fn term<'s>(&'s self, slots: &'s [Slot], slot: usize, strides: &'s mut [isize; MAX_LOOPS]) -> Term<'s, T> {
        match &slots[slot].place {
            Place::Scratch(part) => {
                *strides = part.strides(self.extents);
                let labels = part.order();
                Term { ptr: self.at(part), axes: AxesRef { labels, strides: &strides[..labels.len()] } }
            }
            Place::Factor | Place::Nowhere => {
                Term { ptr: self.factors[slot].ptr, axes: self.factors[slot].axes.as_ref() }
            }
        }
    }
}
