//! Gangs as arrays: for elements that have no vector, and for operations that a tier has no instruction for.

use super::simd::{Lanes, Mask, Simd};
use crate::element::Element;

/// An array with one value a lane.
pub trait LaneArray<T>: Copy {
    /// The value of each lane, from lane 0 on.
    fn from_fn(value: impl FnMut(usize) -> T) -> Self;

    /// The value of one lane.
    ///
    /// # Panics
    ///
    /// Panics if there is no such lane.
    fn lane(&self, lane: usize) -> T;

    /// All values.
    fn as_slice(&self) -> &[T];

    /// Lane `l` moved to lane `l + by`; the first `by` lanes hold the last ones of `before`.
    fn slid(self, before: Self, by: usize) -> Self;
}

impl<T: Copy, const N: usize> LaneArray<T> for [T; N] {
    #[inline(always)]
    fn from_fn(value: impl FnMut(usize) -> T) -> Self {
        core::array::from_fn(value)
    }

    #[inline(always)]
    fn lane(&self, lane: usize) -> T {
        self[lane]
    }

    #[inline(always)]
    fn as_slice(&self) -> &[T] {
        self
    }

    // No closure: without LTO between the units of a crate, LLVM may leave a call for each lane, and scans were 15 times slower.
    #[inline(always)]
    fn slid(self, before: Self, by: usize) -> Self {
        let mut moved = self;
        let mut lane = 0;
        while lane < N {
            moved[lane] = if lane < by { before[N + lane - by] } else { self[lane - by] };
            lane += 1;
        }
        moved
    }
}

impl<S: Simd<Array<T> = [T; N]>, T: Copy, const N: usize> Lanes<S, T> for [T; N] {
    #[inline(always)]
    fn splat(_: S, x: T) -> Self {
        [x; N]
    }

    #[inline(always)]
    fn from_array(_: S, array: [T; N]) -> Self {
        array
    }

    #[inline(always)]
    fn to_array(self) -> [T; N] {
        self
    }

    #[inline(always)]
    unsafe fn load(_: S, ptr: *const T) -> Self {
        // SAFETY: the caller's promise; an unaligned read asks for no more.
        unsafe { ptr.cast::<Self>().read_unaligned() }
    }

    #[inline(always)]
    unsafe fn store(self, ptr: *mut T) {
        // SAFETY: the caller's promise; an unaligned write asks for no more.
        unsafe { ptr.cast::<Self>().write_unaligned(self) }
    }

    #[inline(always)]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        let set = mask.to_bits();
        core::array::from_fn(|lane| if set >> lane & 1 == 1 { yes[lane] } else { no[lane] })
    }
}

/// `f` of each lane: what an operation falls back to.
#[inline(always)]
pub fn map<S: Simd, T: Element, U: Element>(s: S, x: T::Gang<S>, f: impl Fn(T) -> U) -> U::Gang<S> {
    let x = x.to_array();
    U::Gang::<S>::from_array(s, LaneArray::from_fn(|lane| f(x.lane(lane))))
}

/// `f` of each two lanes.
#[inline(always)]
pub fn map2<S: Simd, T: Element, Y: Element, U: Element>(
    s: S,
    x: T::Gang<S>,
    y: Y::Gang<S>,
    f: impl Fn(T, Y) -> U,
) -> U::Gang<S> {
    let (x, y) = (x.to_array(), y.to_array());
    U::Gang::<S>::from_array(s, LaneArray::from_fn(|lane| f(x.lane(lane), y.lane(lane))))
}
