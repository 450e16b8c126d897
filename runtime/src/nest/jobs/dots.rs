//! Sums along the innermost loop.

use crate::element::Element;
use crate::expr::{Args, GangOf, Node, Slot};
use crate::lanes::{Job, Lanes, Mask, Simd, Tier};

use super::super::combine::Combine;
use super::{Run, Typed, entry, is_light, load, splat, steps, widest};

#[inline(always)]
fn join4<T: Element, R: Combine<T>, S: Simd>(s: S, [a, b, c, d]: [T::Gang<S>; 4]) -> T::Gang<S> {
    R::join_gang(s, R::join_gang(s, a, b), R::join_gang(s, c, d))
}

/// Gangs that a sum along a loop adds to, in turns: as many additions run at once as their latency asks for.
const ACCUMULATORS: usize = 4;

/// `sums[o] = the kernel at output o, over all rows and points`: of a light kernel in four gangs, joined as a tree, and then their lanes
/// as a tree.
///
/// Safety: the kernel and the slots are those of its types; the operands are readable at each output, row and point; `outputs` and `down`
/// are one stride an entry; `sums` has room for `count`.
pub(in crate::nest) struct Dots {
    pub kernel: *const u8,
    pub slots: *const Slot,
    pub outputs: *const isize,
    pub down: *const isize,
    pub rows: usize,
    pub points: usize,
    pub sums: *mut u8,
    pub count: usize,
}

/// The job of [`Dots`] on a tier.
#[inline(always)]
pub(in crate::nest) fn dots_on<A: Args, K: Node<A>, R: Combine<K::T>>(tier: Tier) -> Run<Dots> {
    entry::<Dots, (A, K, R)>(tier)
}

impl<A: Args, K: Node<A>, R: Combine<K::T>> Job for Typed<Dots, (A, K, R)> {
    type Output = ();
    const WIDEST: usize = widest::<A, K>();

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: on the points: the caller's promise.
        unsafe {
            let Dots { kernel, slots, outputs, down, rows, points, sums: to, count } = self.0.read();
            let kernel = kernel.cast::<K>().read();
            let to = to.cast::<K::T>();
            let (first, along) = A::from_slots(slots);
            let (outputs, down) = (steps::<A>(outputs), steps::<A>(down));
            let identity = splat::<K::T, S>(s, R::identity());
            let last = points % S::LANES;
            let in_last = S::Mask::first(s, last);
            let mut splats = A::no_splats::<S>();
            for output in 0..count {
                let mut sums = [identity; ACCUMULATORS];
                for row in 0..rows {
                    let args = first.advance(outputs, output as isize).advance(down, row as isize);
                    let mut x = 0;
                    if const { is_light::<A, K>() } && points >= ACCUMULATORS * S::LANES {
                        args.splats(s, along, &mut splats);
                        let near = args.near::<S>(along, &splats);
                        while x + ACCUMULATORS * S::LANES <= points {
                            let next = [x, x + S::LANES, x + 2 * S::LANES, x + 3 * S::LANES];
                            if const { S::FALLBACK } {
                                for (sum, at) in sums.iter_mut().zip(next) {
                                    *sum = R::join_values(s, *sum, &kernel, &near.load_near(s, along, at as isize));
                                }
                            } else {
                                sums = [
                                    R::join_values(s, sums[0], &kernel, &near.load_near(s, along, next[0] as isize)),
                                    R::join_values(s, sums[1], &kernel, &near.load_near(s, along, next[1] as isize)),
                                    R::join_values(s, sums[2], &kernel, &near.load_near(s, along, next[2] as isize)),
                                    R::join_values(s, sums[3], &kernel, &near.load_near(s, along, next[3] as isize)),
                                ];
                            }
                            x += ACCUMULATORS * S::LANES;
                        }
                    }
                    while x < points {
                        let whole = x + S::LANES <= points;
                        let mut sum =
                            R::join_values(s, sums[0], &kernel, &load::<A, K, S>(s, args, along, x, whole, last));
                        if !whole {
                            // The other lanes have values of their own, which do not count.
                            sum = GangOf::<K::T, S>::select(in_last, sum, sums[0]);
                        }
                        sums[0] = sum;
                        x += S::LANES;
                    }
                }
                to.add(output).write(R::lanes(s, join4::<K::T, R, S>(s, sums)));
            }
        }
    }
}

/// Points that [`Dots`] adds with about `terms` / 2 additions an accumulator.
pub(in crate::nest) const fn dot_points<A: Args, K: Node<A>>(terms: usize) -> usize {
    let accumulators = if is_light::<A, K>() { ACCUMULATORS } else { 1 };
    8 * accumulators * terms / 2
}
