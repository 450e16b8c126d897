//! A piece of the output on the stack, which no operand can overlap.

use core::mem::MaybeUninit;

/// Bytes of a tile: a quarter of the smallest first-level cache in use.
const BYTES: usize = 8192;

/// Room for [`fit`] elements of any type that fits, uninitialised.
#[repr(align(64))]
pub(super) struct Tile(MaybeUninit<[u8; BYTES]>);

/// How many elements of `T` a tile has room for; 0 for types that are too large or too aligned.
pub(super) const fn fit<T>() -> usize {
    if align_of::<T>() > align_of::<Tile>() {
        0
    } else if size_of::<T>() == 0 {
        BYTES
    } else {
        BYTES / size_of::<T>()
    }
}

impl Tile {
    #[inline(always)]
    pub fn new() -> Self {
        Tile(MaybeUninit::uninit())
    }

    /// The first `len` elements.
    ///
    /// # Panics
    ///
    /// Panics if they are more than fit.
    #[inline(always)]
    pub fn first<T: Copy>(&mut self, len: usize) -> &mut [MaybeUninit<T>] {
        assert!(len <= fit::<T>());
        // SAFETY: `len` elements of `T` fit, and so does the alignment (`fit`); any bytes are a `MaybeUninit`.
        unsafe { core::slice::from_raw_parts_mut(self.0.as_mut_ptr().cast(), len) }
    }
}
