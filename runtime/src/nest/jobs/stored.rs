//! Joined values, joined with others and stored.

use crate::element::Element;
use crate::expr::update;
use crate::lanes::{Job, LaneArray, Lanes, Simd, Tier};

use super::super::combine::Combine;
use super::super::update::{Closing, Update};
use super::{Run, Typed, entry, join, splat};

/// `tile[x] = tile[x] joined with other[x]`.
///
/// Safety: both are so many initialised elements of its type.
pub(in crate::nest) struct Pairs {
    pub tile: *mut u8,
    pub other: *const u8,
    pub points: usize,
}

/// The job of [`Pairs`] on a tier.
#[inline(always)]
pub(in crate::nest) fn pairs_on<T: Element, R: Combine<T>>(tier: Tier) -> Run<Pairs> {
    entry::<Pairs, (T, R)>(tier)
}

impl<T: Element, R: Combine<T>> Job for Typed<Pairs, (T, R)> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: inside both: the caller's promise.
        unsafe {
            let Pairs { tile, other, points } = self.0.read();
            let (tile, other) = (tile.cast::<T>(), other.cast::<T>());
            let mut x = 0;
            while x < points {
                let (whole, count) = (points - x >= S::LANES, points - x);
                let value = some_of::<T, S>(s, other.add(x), whole, count);
                join::<T, R, S>(s, tile.add(x), value, false, whole, count);
                x += S::LANES;
            }
        }
    }
}

/// A gang, or its first `count` lanes.
///
/// # Safety
///
/// They are readable.
#[inline(always)]
unsafe fn some_of<T: Element, S: Simd>(s: S, from: *const T, whole: bool, count: usize) -> T::Gang<S> {
    // SAFETY: the caller's promise.
    unsafe { if whole { T::Gang::<S>::load(s, from) } else { T::Gang::<S>::load_first(s, from, count) } }
}

/// `out[x * stride] update= scale * tile[x]`, where there is a scale, closed.
///
/// Safety: the tile is so many initialised elements of its type, the scale one, if any, the closing one of its type; the output is writable at each point, and readable
/// where the update reads.
pub(in crate::nest) struct Stored {
    pub tile: *const u8,
    pub scale: *const u8,
    pub closing: *const u8,
    pub out: *mut u8,
    pub stride: isize,
    pub points: usize,
}

/// The job of [`Stored`] on a tier.
#[inline(always)]
pub(in crate::nest) fn stored_on<T: Element, U: Closing<T>>(tier: Tier) -> Run<Stored> {
    entry::<Stored, (T, U)>(tier)
}

impl<T: Element, U: Closing<T>> Job for Typed<Stored, (T, U)> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: inside the tile and the output: the caller's promise.
        unsafe {
            let Stored { tile, scale, closing, out, stride, points } = self.0.read();
            let closing = closing.cast::<U>().read();
            let (tile, out) = (tile.cast::<T>(), out.cast::<T>());
            let mut x = 0;
            while x < points {
                let (whole, count) = (points - x >= S::LANES, points - x);
                let mut value = some_of::<T, S>(s, tile.add(x), whole, count);
                if !scale.is_null() {
                    value = T::times_gang(s, splat::<T, S>(s, scale.cast::<T>().read()), value);
                }
                value = closing.close(s, value);
                let out = out.offset(x as isize * stride);
                if stride == 1 && whole {
                    let old = if U::Update::READS { T::Gang::<S>::load(s, out) } else { value };
                    U::Update::apply_gang(s, old, value).store(out);
                } else {
                    let values = value.to_array();
                    // The bound is for the compiler: no check is left in the loop.
                    for lane in 0..count.min(S::LANES) {
                        update::<T, U::Update>(out.offset(lane as isize * stride), values.lane(lane));
                    }
                }
                x += S::LANES;
            }
        }
    }
}
