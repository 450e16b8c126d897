//! What a tier says of one vector register: an operation is one line a tier and element type.
//!
//! What is not said is done lane by lane, on arrays; the compiler makes vector code of most of that.
//!
//! # Invariant
//!
//! 1. A register type of a tier is passed to and returned from functions only where the CPU has the tier: gangs are made from
//!    tokens ([`super::Simd`]), registers from gangs, and no other room sees them.

use core::ops::{Div, Rem, Sub};

use crate::element::Element;
use crate::expr::{Integer, Magnitude, Ordered};

use super::array::LaneArray;

/// A number that vectors hold.
pub trait Scalar:
    Element + Ordered + Magnitude + PartialOrd + Sub<Output = Self> + Div<Output = Self> + Rem<Output = Self>
{
    /// A small number: an amount of a shift.
    fn of(x: u32) -> Self;
}

macro_rules! scalars {
    ($($T:ty)*) => { $(
        impl Scalar for $T {
            #[inline(always)]
            fn of(x: u32) -> Self {
                x as $T
            }
        }
    )* };
}

scalars! { f64 f32 i64 u64 i32 u32 i16 u16 i8 u8 }

/// Defaults of operations, lane by lane.
macro_rules! lane_by_lane {
    ($($(#[$doc:meta])* $op:ident($x:ident $(, $y:ident)*) $value:expr;)*) => { $(
        $(#[$doc])*
        #[inline(always)]
        fn $op(self $(, $y: Self)*) -> Self {
            let $x = self.to_array();
            $(let $y = $y.to_array();)*
            Self::from_array(LaneArray::from_fn(|lane| {
                let $x: T = $x.lane(lane);
                $(let $y: T = $y.lane(lane);)*
                $value
            }))
        }
    )* };
}

/// A vector register of `N` elements.
pub trait Register<T: Scalar>: Copy {
    /// Its elements as an array `[T; N]`.
    type Array: LaneArray<T>;
    /// What its comparisons give: one truth value a lane.
    type Mask: Copy;
    /// How many elements it has.
    const N: usize;

    /// `x` in every lane.
    fn splat(x: T) -> Self;

    /// `N` neighbours.
    ///
    /// # Safety
    ///
    /// All are readable.
    unsafe fn load(ptr: *const T) -> Self;

    /// To `N` neighbours.
    ///
    /// # Safety
    ///
    /// All are writable.
    unsafe fn store(self, ptr: *mut T);

    /// To `N` neighbours past the caches.
    ///
    /// # Safety
    ///
    /// All are writable; the address is a multiple of the register's bytes.
    #[inline(always)]
    unsafe fn stream(self, ptr: *mut T) {
        // SAFETY: the caller's promise.
        unsafe { self.store(ptr) }
    }

    /// `self < rhs`.
    fn lt(self, rhs: Self) -> Self::Mask;
    /// `self <= rhs`.
    fn le(self, rhs: Self) -> Self::Mask;
    /// `self == rhs`.
    fn eq(self, rhs: Self) -> Self::Mask;
    /// `yes` where the mask is set, else `no`.
    fn select(mask: Self::Mask, yes: Self, no: Self) -> Self;

    /// The elements of an array.
    #[inline(always)]
    fn from_array(array: Self::Array) -> Self {
        // SAFETY: the array has `N` elements.
        unsafe { Self::load(array.as_slice().as_ptr()) }
    }

    /// The elements as an array.
    #[inline(always)]
    fn to_array(self) -> Self::Array {
        let mut array = core::mem::MaybeUninit::<Self::Array>::uninit();
        // SAFETY: the array has `N` elements, all of which are written.
        unsafe {
            self.store(array.as_mut_ptr().cast());
            array.assume_init()
        }
    }

    /// The first `n` elements; the others hold zeros or repeat one of those.
    ///
    /// # Safety
    ///
    /// `1 <= n <= N`, and `n` elements are readable.
    #[inline(always)]
    unsafe fn load_first(ptr: *const T, n: usize) -> Self {
        // SAFETY: lanes from `n` on read element `n - 1`.
        Self::from_array(LaneArray::from_fn(|lane| unsafe { ptr.add(lane.min(n - 1)).read() }))
    }

    /// To the first `n` of `N` neighbours.
    ///
    /// # Safety
    ///
    /// `n <= N`, and `n` elements are writable.
    #[inline(always)]
    unsafe fn store_first(self, ptr: *mut T, n: usize) {
        let array = self.to_array();
        // SAFETY: the caller's promise.
        unsafe { core::ptr::copy_nonoverlapping(array.as_slice().as_ptr(), ptr, n) }
    }

    /// Element `l` where the mask is set, else that of `other`.
    ///
    /// # Safety
    ///
    /// The elements of set lanes are readable.
    #[inline(always)]
    unsafe fn load_masked(ptr: *const T, mask: Self::Mask, other: Self) -> Self {
        let set = Self::select(mask, Self::splat(T::one()), Self::splat(T::zero())).to_array();
        let other = other.to_array();
        Self::from_array(LaneArray::from_fn(|lane| {
            // SAFETY: the caller's promise.
            if set.lane(lane) == T::zero() { other.lane(lane) } else { unsafe { ptr.add(lane).read() } }
        }))
    }

    /// Lane `l` to element `l` where the mask is set.
    ///
    /// # Safety
    ///
    /// The elements of set lanes are writable.
    #[inline(always)]
    unsafe fn store_masked(self, ptr: *mut T, mask: Self::Mask) {
        let set = Self::select(mask, Self::splat(T::one()), Self::splat(T::zero())).to_array();
        let array = self.to_array();
        for lane in 0..Self::N {
            if set.lane(lane) != T::zero() {
                // SAFETY: the caller's promise.
                unsafe { ptr.add(lane).write(array.lane(lane)) };
            }
        }
    }

    /// The lower halves of both, in turns, and the upper halves.
    #[inline(always)]
    fn interleave(self, rhs: Self) -> (Self, Self) {
        let (a, b) = (self.to_array(), rhs.to_array());
        let half = |first: usize| {
            Self::from_array(LaneArray::from_fn(|lane| {
                if lane % 2 == 0 { a.lane(first + lane / 2) } else { b.lane(first + lane / 2) }
            }))
        };
        (half(0), half(Self::N / 2))
    }

    /// The even lanes of both, one after the other, and the odd ones.
    #[inline(always)]
    fn deinterleave(self, rhs: Self) -> (Self, Self) {
        let (a, b) = (self.to_array(), rhs.to_array());
        let half = |odd: usize| {
            Self::from_array(LaneArray::from_fn(|lane| {
                let from = 2 * lane + odd;
                if from < Self::N { a.lane(from) } else { b.lane(from - Self::N) }
            }))
        };
        (half(0), half(1))
    }

    lane_by_lane! {
        /// The sum; of integers wrapping.
        add(x, y) x.plus(y);
        /// The difference; of integers wrapping.
        sub(x, y) x.minus(y);
        /// The product; of integers wrapping.
        mul(x, y) x.times(y);
        /// The negative; of integers wrapping. Floats say their own: this loses the sign of a zero.
        neg(x) T::zero().minus(x);
        /// Rust's `min`.
        min(x, y) x.lesser(y);
        /// Rust's `max`.
        max(x, y) x.greater(y);
        /// The absolute value; of integers wrapping.
        abs(x) x.absolute();
    }
}

/// A register of integers.
pub trait IntegerRegister<T: Scalar + Integer>: Register<T> {
    /// Bitwise and.
    fn bitand(self, rhs: Self) -> Self;
    /// Bitwise or.
    fn bitor(self, rhs: Self) -> Self;
    /// Bitwise exclusive or.
    fn bitxor(self, rhs: Self) -> Self;

    /// `self << by`; `by` is below the number of bits.
    #[inline(always)]
    fn shl(self, by: u32) -> Self {
        let x = self.to_array();
        Self::from_array(LaneArray::from_fn(|lane| x.lane(lane).shifted_left(T::of(by))))
    }

    /// `self >> by`; `by` is below the number of bits.
    #[inline(always)]
    fn shr(self, by: u32) -> Self {
        let x = self.to_array();
        Self::from_array(LaneArray::from_fn(|lane| x.lane(lane).shifted_right(T::of(by))))
    }

    /// 1 more where the mask is set, wrapping.
    #[inline(always)]
    fn raise(self, mask: Self::Mask) -> Self {
        Self::select(mask, self.add(Self::splat(T::one())), self)
    }

    /// 1 less where the mask is set, wrapping.
    #[inline(always)]
    fn lower(self, mask: Self::Mask) -> Self {
        Self::select(mask, self.sub(Self::splat(T::one())), self)
    }

    lane_by_lane! {
        /// `self << by`, modulo the number of bits.
        shl_by(x, y) x.shifted_left(y);
        /// `self >> by`, modulo the number of bits.
        shr_by(x, y) x.shifted_right(y);
        /// The quotient that never traps.
        quotient(x, y) x.over(y);
        /// The remainder that never traps.
        remainder(x, y) x.modulo(y);
    }
}

/// A register of floats.
pub trait FloatRegister<T: Scalar + num_traits::Float>: Register<T> {
    /// `self / rhs`.
    fn div(self, rhs: Self) -> Self;
    /// `self * rhs + addend`, rounded once where that is one instruction, else twice.
    fn madd(self, rhs: Self, addend: Self) -> Self;
    /// `addend - self * rhs`, rounded as by `madd`.
    fn nmadd(self, rhs: Self, addend: Self) -> Self;
    /// The size of `self` with the sign of `sign`.
    fn copysign(self, sign: Self) -> Self;
    /// Rounded to the nearest integer, ties to even.
    fn round_ties_even(self) -> Self;

    /// `self`, or `bound` where that is greater; a NaN stays.
    #[inline(always)]
    fn at_least(self, bound: Self) -> Self {
        Self::select(self.lt(bound), bound, self)
    }

    /// `self`, or `bound` where that is less; a NaN stays.
    #[inline(always)]
    fn at_most(self, bound: Self) -> Self {
        Self::select(bound.lt(self), bound, self)
    }

    lane_by_lane! {
        /// `self * rhs + addend`, rounded once.
        mul_add(x, y, z) num_traits::Float::mul_add(x, y, z);
        /// The square root.
        sqrt(x) num_traits::Float::sqrt(x);
        /// Rounded down.
        floor(x) num_traits::Float::floor(x);
        /// Rounded up.
        ceil(x) num_traits::Float::ceil(x);
        /// Rounded toward zero.
        trunc(x) num_traits::Float::trunc(x);
    }
}
