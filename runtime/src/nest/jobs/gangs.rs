//! The body of a pass that joins nothing.

use crate::expr::{Args, Body, Outs, Slot, wider};
use crate::lanes::{Job, Simd, Tier};

use super::{Run, Typed, entry, steps};

/// The body at some rows of gangs of neighbours.
///
/// Safety: the strides from row to row are one an entry, and one an output; the body and the slots are those of its types; the operands are readable, and the outputs writable (and readable where an
/// update reads), at all points of the gangs. Where an operand shares memory with an output, both are at the same element at each point.
pub(in crate::nest) struct Gangs {
    pub body: *const u8,
    pub slots: *const Slot,
    pub outs: *const *mut u8,
    pub gangs: usize,
    pub rows: usize,
    pub down: *const isize,
    pub outs_down: *const isize,
    /// Whether the output goes past the caches, which [`streams`] allows; rows of it then begin at multiples of 64.
    pub stream: bool,
}

/// Operations of a body that takes less time than the memory, so that writing past the caches is worth a loop of its own.
const BOUND_BY_MEMORY: usize = 32;

/// Whether the loop of a body on a tier can write past the caches.
#[inline(always)]
pub(in crate::nest) fn streams<A: Args, B: Body<A>>(tier: Tier) -> bool {
    (const { B::STREAMS && B::COST <= BOUND_BY_MEMORY }) && !tier.is_fallback()
}

/// The loop of a body over gangs on a tier.
#[inline(always)]
pub(in crate::nest) fn gangs_on<A: Args, B: Body<A>>(tier: Tier) -> Run<Gangs> {
    entry::<Gangs, (A, B)>(tier)
}

/// How many lanes the gangs of a body have.
pub(in crate::nest) const fn lanes<A: Args, B: Body<A>>() -> usize {
    if wider(A::WIDEST, B::WIDEST) >= 8 { 8 } else { 16 }
}

impl<A: Args, B: Body<A>> Job for Typed<Gangs, (A, B)> {
    type Output = ();
    const WIDEST: usize = wider(A::WIDEST, B::WIDEST);

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: the caller's promise. A gang is loaded before it is stored.
        unsafe {
            let Gangs { body, slots, outs, gangs, rows, down, outs_down, stream } = self.0.read();
            // A copy, which no store can change: its literals stay in registers.
            let body = body.cast::<B>().read();
            let (mut args, steps) = A::from_slots(slots);
            let mut outs = B::Outs::from_addresses(outs);
            let one = <B::Outs as Outs>::steps(&mut || 1);
            let mut row = 0;
            loop {
                let mut gang = 0;
                if const { B::STREAMS && B::COST <= BOUND_BY_MEMORY && !S::FALLBACK } && stream {
                    while gang < gangs {
                        let at = (gang * S::LANES) as isize;
                        let loaded = args.load_near(s, steps, at);
                        body.stream(s, &loaded, outs.advance(one, at));
                        gang += 1;
                    }
                }
                while gang < gangs {
                    let at = (gang * S::LANES) as isize;
                    let loaded = args.load_near(s, steps, at);
                    body.store(s, &loaded, outs.advance(one, at), None);
                    gang += 1;
                }
                row += 1;
                if row >= rows {
                    break;
                }
                args = args.advance(self::steps::<A>(down), 1);
                outs = outs.advance(outs_steps::<B::Outs>(outs_down), 1);
            }
        }
    }
}

/// Strides of one loop, an output's each.
///
/// # Safety
///
/// There are as many as outputs.
#[inline(always)]
unsafe fn outs_steps<O: Outs>(strides: *const isize) -> O::Steps {
    let mut next = 0;
    O::steps(&mut || {
        next += 1;
        // SAFETY: one an output.
        unsafe { strides.add(next - 1).read() }
    })
}

/// The body at a few neighbours, whose number is a constant where it is compiled.
///
/// Safety: as for [`Gangs`].
pub(in crate::nest) struct Few<'a, A: Args, B: Body<A>> {
    pub body: &'a B,
    pub args: A,
    pub steps: A::Steps,
    pub points: usize,
    pub outs: B::Outs,
}

impl<A: Args, B: Body<A>> Job for Few<'_, A, B> {
    type Output = ();
    const WIDEST: usize = wider(A::WIDEST, B::WIDEST);

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let Few { body, args, steps, points, outs } = self;
        let one = <B::Outs as Outs>::steps(&mut || 1);
        let mut x = 0;
        while x < points {
            let count = if points - x < S::LANES { points - x } else { S::LANES };
            // SAFETY: the caller's promise. A gang is loaded before it is stored.
            unsafe {
                let to = outs.advance(one, x as isize);
                if count == S::LANES {
                    body.store(s, &args.load(s, steps, x as isize), to, None);
                } else {
                    let mut room = to.room(s, one, count, B::READS);
                    let loaded = args.load_first(s, steps, x as isize, count);
                    body.store(s, &loaded, B::Outs::into_room::<S>(&mut room), None);
                    to.write_back(s, one, count, &room);
                }
            }
            x += S::LANES;
        }
    }
}
