//! Inner products of short vectors, `i,i->`: what the loop nest needs to be set up takes longer than they do.

use crate::element::Element;
use crate::lanes::{Job, Lanes, Simd, Tier};

/// The most elements. (Longer sums are halved, as the loop nest does it.)
const MOST: usize = 4096;

/// The most lanes of a gang.
const MOST_LANES: usize = 16;

/// Gangs that are summed at a time: they hide the latency of a multiply-add.
const GANGS: usize = 4;

/// The sum of `left[i] * right[i]` over neighbours; none where there are too many.
///
/// # Safety
///
/// So many elements of each are readable.
#[inline]
pub unsafe fn inner_product<T: Element>(len: usize, left: *const T, right: *const T) -> Option<T> {
    if len > MOST {
        return None;
    }
    // SAFETY: the caller's promise.
    Some(unsafe { Tier::current().run(Inner { len, left, right }) })
}

/// An inner product.
///
/// Safety: so many elements of each are readable.
struct Inner<T> {
    len: usize,
    left: *const T,
    right: *const T,
}

impl<T: Element> Job for Inner<T> {
    type Output = T;
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) -> T {
        const { assert!(S::LANES <= MOST_LANES) };
        let Inner { len, left, right } = self;
        let mut sums = [T::Gang::<S>::splat(s, T::zero()); GANGS];
        let mut at = 0;
        // SAFETY (of all blocks): elements below `len`.
        while len - at >= GANGS * S::LANES {
            let mut g = 0;
            while g < GANGS {
                let from = at + g * S::LANES;
                // SAFETY: as above.
                let (x, y) = unsafe { (T::Gang::<S>::load(s, left.add(from)), T::Gang::<S>::load(s, right.add(from))) };
                sums[g] = T::times_plus_gang(s, x, y, sums[g]);
                g += 1;
            }
            at += GANGS * S::LANES;
        }
        while len - at >= S::LANES {
            // SAFETY: as above.
            let (x, y) = unsafe { (T::Gang::<S>::load(s, left.add(at)), T::Gang::<S>::load(s, right.add(at))) };
            sums[0] = T::times_plus_gang(s, x, y, sums[0]);
            at += S::LANES;
        }
        if at < len {
            // Among zeros: lanes of a gang in part may repeat one that is there.
            let mut rest = [[T::zero(); MOST_LANES]; 2];
            let count = len - at;
            // SAFETY: as above; there are at most so many lanes.
            let (x, y) = unsafe {
                core::ptr::copy_nonoverlapping(left.add(at), rest[0].as_mut_ptr(), count);
                core::ptr::copy_nonoverlapping(right.add(at), rest[1].as_mut_ptr(), count);
                (T::Gang::<S>::load(s, rest[0].as_ptr()), T::Gang::<S>::load(s, rest[1].as_ptr()))
            };
            sums[1] = T::times_plus_gang(s, x, y, sums[1]);
        }
        let [a, b, c, d] = sums;
        T::sum_gang(s, T::plus_gang(s, T::plus_gang(s, a, b), T::plus_gang(s, c, d)))
    }
}
