//! Sums along lines of neighbours, line after line, as `sum[i](x[i])` and `sum[j](c[i, j]) -> [i]` have them in most calls: one job, without
//! a table of loops.
//!
//! The order of additions is that of the table's walk ([`super::fold`]): what it would do otherwise is left to it.

use core::mem::MaybeUninit;

use crate::expr::{Args, Node, Slot};
use crate::lanes::Tier;

use super::combine::Combine;
use super::fold::TERMS;
use super::jobs::{self, Dots, Stored};
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

/// Whether these lines are one job, as the walk over a table would have it: one line, or lines that are better gangs than outputs are.
#[inline(always)]
fn are_one_job(Lines { count, points }: Lines, most: usize) -> bool {
    // By `order::lane_cost`: a neighbour costs 1, a stride and the output 1 more than 4, and the start of a loop is shared between its points.
    points != 0 && points <= most && (count == 1 || (count != 0 && points > 1 && 32 / points < 4 + 32 / count))
}

/// `out[o] = the kernel, joined along line o`, closed; whether it was done. Elements are neighbours, line after line, and so are
/// outputs; an entry moves from point to point and on to the next line where `moves` says so, and stands still elsewhere; numbers begin anew
/// with each line.
///
/// # Safety
///
/// Each entry is readable at each point, the outputs are writable and share no memory with them, and [`joins_lines`].
#[inline(always)]
pub(crate) unsafe fn fold_lines<A, K, R, U>(
    args: &A,
    kernel: &K,
    moves: &impl Fn(usize) -> bool,
    lines: Lines,
    out: *mut K::T,
    closing: U,
) -> bool
where
    A: Args,
    K: Node<A>,
    R: Combine<K::T>,
    U: Closing<K::T>,
{
    if !are_one_job(lines, const { jobs::dot_points::<A, K>(TERMS) }) {
        return false;
    }
    let Lines { count, points } = lines;
    let mut slots = [const { MaybeUninit::<Slot>::uninit() }; FEW];
    let mut outputs = [0; FEW];
    let mut number = 0;
    args.entries(&mut |entry| {
        let step = isize::from(moves(number));
        slots[number].write(Slot { at: entry.at, step });
        outputs[number] = if entry.size == 0 { 0 } else { step * points as isize };
        number += 1;
    });
    let tier = Tier::current();
    let (kernel, sums) = (core::ptr::from_ref(kernel).cast(), out.cast());
    let (slots, outputs) = (slots.as_ptr().cast(), outputs.as_ptr());
    // SAFETY: the caller's promise; the CPU has the current tier.
    unsafe {
        jobs::dots_on::<A, K, R>(tier)(&Dots { kernel, slots, outputs, down: outputs, rows: 1, points, sums, count });
        if const { !U::PLAIN } {
            let closing = core::ptr::from_ref(&closing).cast();
            let scale = core::ptr::null();
            let tile = sums.cast_const();
            jobs::stored_on::<K::T, U>(tier)(&Stored { tile, scale, closing, out: sums, stride: 1, points: count });
        }
    }
    true
}
