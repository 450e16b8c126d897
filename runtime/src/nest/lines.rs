//! Sums along lines of neighbours, line after line, as `sum[i](x[i])` and `sum[j](c[i, j]) -> [i]` have them in most calls: one job, without
//! a table of loops.
//!
//! The order of additions is that of the table's walk ([`super::fold`]): what it would do otherwise is left to it.

use crate::expr::{Args, Entry, Node, Slot};
use crate::lanes::Tier;

use super::Form;
use super::combine::Combine;
use super::fold::TERMS;
use super::hand::NO_SLOT;
use super::jobs::{self, Dots, Run, Stored};
use super::update::{Closing, Update};

/// Entries of a kernel that is summed so.
const FEW: usize = 4;

/// Lines of elements, one an output.
#[derive(Clone, Copy)]
pub(crate) struct Lines {
    /// How many they are.
    pub count: usize,
    /// The elements of each.
    pub points: usize,
}

/// Whether kernels with these entries, whose values meet their outputs so, are joined along lines.
pub(crate) const fn joins_lines<A: Args, K: Node<A>, U: Closing<K::T>>() -> bool {
    A::LEN <= FEW && !U::Update::READS && !U::Update::NEGATES
}

/// What a job of [`Dots`] gets of each entry.
struct Entries {
    slots: [Slot; FEW],
    /// From one line to the next.
    outputs: [isize; FEW],
    len: usize,
}

impl Entries {
    #[inline(always)]
    fn push(&mut self, entry: Entry, moves: bool, points: usize) {
        let step = isize::from(moves);
        self.slots[self.len] = Slot { at: entry.at, step };
        self.outputs[self.len] = if entry.size == 0 { 0 } else { step * points as isize };
        self.len += 1;
    }

    /// Runs a job.
    ///
    /// # Safety
    ///
    /// As for [`Dots`].
    #[inline(always)]
    unsafe fn run(&self, dots: Run<Dots>, kernel: *const u8, Lines { count, points }: Lines, sums: *mut u8) {
        let (slots, outputs) = (self.slots.as_ptr(), self.outputs.as_ptr());
        // SAFETY: the caller's promise. There is one row.
        unsafe { dots(&Dots { kernel, slots, outputs, down: outputs, rows: 1, points, sums, count }) }
    }
}

/// Whether these lines are one job, as the walk over a table would have it: one line, or lines that are better gangs than outputs are.
#[inline(always)]
fn are_one_job<F: Form>(Lines { count, points }: Lines, most: usize) -> bool {
    if points == 0 || points > most {
        return false;
    }
    if const { !F::KEEPS } {
        return count == 1;
    }
    // The walk takes single points as they are, without an identity, and keeps the sign of a zero. Else by `order::lane_cost`: a neighbour
    // costs 1, a stride 4, an output 1, and the start of a loop is shared between its points.
    points > 1 && count != 0 && (count == 1 || 32 / points < 4 + 32 / count)
}

/// `out[o] = the kernel, joined along line o`, closed; whether it was done. Elements are neighbours, line after line, and so are
/// outputs; an entry moves from point to point and on to the next line where `moves` says so, and stands still elsewhere; numbers begin anew
/// with each line.
///
/// # Safety
///
/// Each entry is readable at each point, the outputs are writable and share no memory with them, and [`joins_lines`].
#[inline(always)]
pub(crate) unsafe fn fold_lines<F, A, K, R, U>(
    args: &A,
    kernel: &K,
    moves: &impl Fn(usize) -> bool,
    lines: Lines,
    out: *mut K::T,
    closing: U,
) -> bool
where
    F: Form,
    A: Args,
    K: Node<A>,
    R: Combine<K::T>,
    U: Closing<K::T>,
{
    if !are_one_job::<F>(lines, const { jobs::dot_points::<A, K>(TERMS) }) {
        return false;
    }
    let mut entries = Entries { slots: [NO_SLOT; FEW], outputs: [0; FEW], len: 0 };
    args.entries(&mut |entry| entries.push(entry, moves(entries.len), lines.points));
    let tier = Tier::current();
    // SAFETY: the caller's promise; the CPU has the current tier.
    unsafe {
        entries.run(jobs::dots_on::<A, K, R>(tier), core::ptr::from_ref(kernel).cast(), lines, out.cast());
        if const { !U::PLAIN } {
            let (closing, scale) = (core::ptr::from_ref(&closing).cast(), core::ptr::null());
            let (out, points) = (out.cast::<u8>(), lines.count);
            jobs::stored_on::<K::T, U>(tier)(&Stored { tile: out, scale, closing, out, stride: 1, points });
        }
    }
    true
}
