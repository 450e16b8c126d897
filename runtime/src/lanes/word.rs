//! Gangs of `usize` and `isize`: those of the integers of 64 bits, where pointers have as many.

use core::marker::PhantomData;
use core::mem::MaybeUninit;

use super::array::LaneArray;
use super::simd::{Lanes, Simd};

/// A gang of `T`, held as the gang `G` of `W`, an integer with the same bits.
#[derive(Clone, Copy)]
pub struct WordGang<W, G> {
    /// The gang.
    pub gang: G,
    word: PhantomData<W>,
}

impl<W, G> WordGang<W, G> {
    /// From the gang.
    #[inline(always)]
    pub fn new(gang: G) -> Self {
        WordGang { gang, word: PhantomData }
    }
}

/// An integer whose bits are those of `W`: `usize` and `u64`.
///
/// # Safety
///
/// The two have one size and alignment, and every value's bits are a value of the other.
pub unsafe trait Word<W>: Copy {}

#[cfg(target_pointer_width = "64")]
// SAFETY: both are unsigned integers of 64 bits.
unsafe impl Word<u64> for usize {}

#[cfg(target_pointer_width = "64")]
// SAFETY: both are signed integers of 64 bits.
unsafe impl Word<i64> for isize {}

// SAFETY of each unsafe block: the caller's promise for elements of type `T`, whose bits are a `W` (`Word`).
impl<S: Simd, T: Word<W>, W: Copy, G: Lanes<S, W>> Lanes<S, T> for WordGang<W, G> {
    #[inline(always)]
    fn splat(s: S, x: T) -> Self {
        // SAFETY: one size, and any bits are a value (`Word`).
        Self::new(G::splat(s, unsafe { core::mem::transmute_copy::<T, W>(&x) }))
    }

    #[inline(always)]
    fn from_array(s: S, array: S::Array<T>) -> Self {
        // SAFETY: the array has `LANES` elements.
        unsafe { Self::load(s, array.as_slice().as_ptr()) }
    }

    #[inline(always)]
    fn to_array(self) -> S::Array<T> {
        let mut array = MaybeUninit::<S::Array<T>>::uninit();
        // SAFETY: the array has `LANES` elements, all of which are written.
        unsafe {
            Lanes::<S, T>::store(self, array.as_mut_ptr().cast());
            array.assume_init()
        }
    }

    #[inline(always)]
    unsafe fn load(s: S, ptr: *const T) -> Self {
        // SAFETY: as above.
        Self::new(unsafe { G::load(s, ptr.cast()) })
    }

    #[inline(always)]
    unsafe fn load_first(s: S, ptr: *const T, n: usize) -> Self {
        // SAFETY: as above.
        Self::new(unsafe { G::load_first(s, ptr.cast(), n) })
    }

    #[inline(always)]
    unsafe fn load_strided(s: S, ptr: *const T, stride: isize) -> Self {
        // SAFETY: as above.
        Self::new(unsafe { G::load_strided(s, ptr.cast(), stride) })
    }

    #[inline(always)]
    unsafe fn store(self, ptr: *mut T) {
        // SAFETY: as above.
        unsafe { self.gang.store(ptr.cast()) }
    }

    #[inline(always)]
    unsafe fn store_first(self, ptr: *mut T, n: usize) {
        // SAFETY: as above.
        unsafe { self.gang.store_first(ptr.cast(), n) }
    }

    #[inline(always)]
    fn interleave(self, s: S, rhs: Self) -> (Self, Self) {
        let (a, b) = self.gang.interleave(s, rhs.gang);
        (Self::new(a), Self::new(b))
    }

    #[inline(always)]
    fn deinterleave(self, s: S, rhs: Self) -> (Self, Self) {
        let (a, b) = self.gang.deinterleave(s, rhs.gang);
        (Self::new(a), Self::new(b))
    }

    #[inline(always)]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        Self::new(G::select(mask, yes.gang, no.gang))
    }
}
