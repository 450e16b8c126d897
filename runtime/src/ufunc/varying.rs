//! Values of lanes.

use crate::element::Element;
use crate::lanes::{self, Lanes, Simd};

/// One value of type `T` a lane.
#[derive(Clone, Copy)]
pub struct Varying<S: Simd, T: Element> {
    pub(super) gang: T::Gang<S>,
}

impl<S: Simd, T: Element> Varying<S, T> {
    /// From a gang.
    #[inline(always)]
    pub(super) fn new(gang: T::Gang<S>) -> Self {
        Varying { gang }
    }
}

/// `value` in every lane.
#[inline(always)]
pub fn splat<S: Simd, T: Element>(s: S, value: T) -> Varying<S, T> {
    Varying::new(T::Gang::<S>::splat(s, value))
}

/// A mask as truth values.
#[inline(always)]
pub fn truth<S: Simd>(_: S, mask: S::Mask) -> Varying<S, bool> {
    Varying::new(mask)
}

/// Both.
#[inline(always)]
pub fn and<S: Simd>(_: S, a: S::Mask, b: S::Mask) -> S::Mask {
    a & b
}

/// Either.
#[inline(always)]
pub fn or<S: Simd>(_: S, a: S::Mask, b: S::Mask) -> S::Mask {
    a | b
}

/// The first without the second.
#[inline(always)]
pub fn and_not<S: Simd>(_: S, a: S::Mask, b: S::Mask) -> S::Mask {
    a & !b
}

/// No lane.
#[inline(always)]
pub fn none<S: Simd>(s: S) -> S::Mask {
    <S::Mask as Lanes<S, bool>>::splat(s, false)
}

/// All lanes.
#[inline(always)]
pub(super) fn all<S: Simd>(s: S) -> S::Mask {
    <S::Mask as Lanes<S, bool>>::splat(s, true)
}

/// Whether there is a lane.
#[inline(always)]
pub fn any<S: Simd>(_: S, mask: S::Mask) -> bool {
    lanes::Mask::any(mask)
}

/// A value of lanes, or a tuple of such: what a branch, a loop or a function leaves.
pub trait Merge<S: Simd>: Copy {
    /// `yes` where the mask is set, else `no`.
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self;
    /// Some value, before there is one.
    fn unset(s: S) -> Self;
}

impl<S: Simd, T: Element> Merge<S> for Varying<S, T> {
    #[inline(always)]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        Varying::new(T::Gang::<S>::select(mask, yes.gang, no.gang))
    }
    #[inline(always)]
    fn unset(s: S) -> Self {
        splat(s, T::zero())
    }
}

macro_rules! merge_tuples {
    ($(($($R:ident $i:tt),*))*) => { $(
        impl<S: Simd, $($R: Merge<S>),*> Merge<S> for ($($R,)*) {
            #[inline(always)]
            #[allow(unused_variables, clippy::unused_unit)]
            fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
                ($($R::select(mask, yes.$i, no.$i),)*)
            }
            #[inline(always)]
            #[allow(unused_variables, clippy::unused_unit)]
            fn unset(s: S) -> Self {
                ($($R::unset(s),)*)
            }
        }
    )* };
}

merge_tuples! {
    ()
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
}

/// Some value, before there is one.
#[inline(always)]
pub fn unset<S: Simd, R: Merge<S>>(s: S) -> R {
    R::unset(s)
}
