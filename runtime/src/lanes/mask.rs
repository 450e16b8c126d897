//! Masks: one truth value a lane, however a tier holds them.

use core::ops::{BitAnd, BitOr, BitXor, Not};

use super::array::LaneArray;
use super::simd::{Lanes, Mask, Simd};

/// What a tier says of the masks of its gangs.
pub trait Truths: Copy {
    /// How many lanes it has.
    const N: usize;

    /// Both.
    fn and(self, rhs: Self) -> Self;
    /// Either.
    fn or(self, rhs: Self) -> Self;
    /// One of them.
    fn xor(self, rhs: Self) -> Self;
    /// The opposite.
    fn not(self) -> Self;
    /// Bit `l` is lane `l`; the others are clear.
    fn to_bits(self) -> u16;
    /// Lane `l` is bit `l`.
    fn from_bits(bits: u16) -> Self;

    /// Whether a lane is set.
    #[inline(always)]
    fn any(self) -> bool {
        self.to_bits() != 0
    }

    /// Whether all lanes are set.
    #[inline(always)]
    fn all(self) -> bool {
        self.not().to_bits() == 0
    }

    /// Lane `l` is byte `l`, which is 0 or 1; `N` bytes.
    ///
    /// # Safety
    ///
    /// All are readable.
    #[inline(always)]
    unsafe fn from_bytes(ptr: *const u8) -> Self {
        let mut bits = 0;
        for lane in 0..Self::N {
            // SAFETY: the caller's promise.
            bits |= u16::from(unsafe { ptr.add(lane).read() }) << lane;
        }
        Self::from_bits(bits)
    }

    /// Byte `l` is lane `l`, 0 or 1; `N` bytes.
    ///
    /// # Safety
    ///
    /// All are writable.
    #[inline(always)]
    unsafe fn to_bytes(self, ptr: *mut u8) {
        let bits = self.to_bits();
        for lane in 0..Self::N {
            // SAFETY: the caller's promise.
            unsafe { ptr.add(lane).write((bits >> lane & 1) as u8) };
        }
    }
}

/// The mask of a gang.
#[derive(Clone, Copy)]
pub struct MaskGang<M>(pub(super) M);

impl<S: Simd, M: Truths> Lanes<S, bool> for MaskGang<M> {
    #[inline(always)]
    fn splat(_: S, x: bool) -> Self {
        MaskGang(M::from_bits(if x { u16::MAX } else { 0 }))
    }

    #[inline(always)]
    fn from_array(s: S, array: S::Array<bool>) -> Self {
        // SAFETY: the array has `LANES` elements.
        unsafe { Self::load(s, array.as_slice().as_ptr()) }
    }

    #[inline(always)]
    fn to_array(self) -> S::Array<bool> {
        let mut array = core::mem::MaybeUninit::<S::Array<bool>>::uninit();
        // SAFETY: the array has `LANES` elements, all of which are written.
        unsafe {
            Lanes::<S, bool>::store(self, array.as_mut_ptr().cast());
            array.assume_init()
        }
    }

    #[inline(always)]
    unsafe fn load(_: S, ptr: *const bool) -> Self {
        // SAFETY: the caller's promise; a `bool` is a byte of 0 or 1.
        MaskGang(unsafe { M::from_bytes(ptr.cast()) })
    }

    #[inline(always)]
    unsafe fn store(self, ptr: *mut bool) {
        // SAFETY: the caller's promise; the bytes are 0 or 1.
        unsafe { self.0.to_bytes(ptr.cast()) }
    }

    #[inline(always)]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        let set = M::from_bits(mask.to_bits());
        MaskGang(set.and(yes.0).or(set.not().and(no.0)))
    }
}

impl<S: Simd, M: Truths> Mask<S> for MaskGang<M> {
    #[inline(always)]
    fn to_bits(self) -> u16 {
        self.0.to_bits()
    }

    #[inline(always)]
    fn from_bits(_: S, bits: u16) -> Self {
        MaskGang(M::from_bits(bits))
    }

    #[inline(always)]
    fn any(self) -> bool {
        self.0.any()
    }

    #[inline(always)]
    fn all(self) -> bool {
        self.0.all()
    }
}

macro_rules! operators {
    ($($Op:ident $op:ident $truths:ident;)*) => { $(
        impl<M: Truths> $Op for MaskGang<M> {
            type Output = Self;
            #[inline(always)]
            fn $op(self, rhs: Self) -> Self {
                MaskGang(self.0.$truths(rhs.0))
            }
        }
    )* };
}

operators! { BitAnd bitand and; BitOr bitor or; BitXor bitxor xor; }

impl<M: Truths> Not for MaskGang<M> {
    type Output = Self;
    #[inline(always)]
    fn not(self) -> Self {
        MaskGang(self.0.not())
    }
}
