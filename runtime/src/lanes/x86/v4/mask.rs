//! Masks: a bit a lane.

use core::arch::x86_64::*;

use super::V4;
use crate::lanes::mask::{MaskGang, Truths};
use crate::lanes::vector::MaskFrom;

/// Eight truth values.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct K8(pub(super) u8);

/// 16 truth values.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct K16(pub(super) u16);

macro_rules! truths {
    ($($K:ident($Bits:ident): $N:literal lanes {
        from_bytes($from:ident) $from_bytes:expr;
        to_bytes($mask:ident, $to:ident) $to_bytes:expr;
    })*) => { $(
        impl Truths for $K {
            const N: usize = $N;

            #[inline(always)]
            fn and(self, rhs: Self) -> Self {
                $K(self.0 & rhs.0)
            }
            #[inline(always)]
            fn or(self, rhs: Self) -> Self {
                $K(self.0 | rhs.0)
            }
            #[inline(always)]
            fn xor(self, rhs: Self) -> Self {
                $K(self.0 ^ rhs.0)
            }
            #[inline(always)]
            fn not(self) -> Self {
                $K(!self.0)
            }
            #[inline(always)]
            fn to_bits(self) -> u16 {
                u16::from(self.0)
            }
            #[inline(always)]
            fn from_bits(bits: u16) -> Self {
                $K(bits as $Bits)
            }
            #[inline(always)]
            unsafe fn from_bytes($from: *const u8) -> Self {
                // SAFETY: the CPU has the tier (invariant 1 of `register`); the bytes are the caller's promise.
                $K(unsafe { $from_bytes })
            }
            #[inline(always)]
            unsafe fn to_bytes(self, $to: *mut u8) {
                let $mask = u16::from(self.0);
                // SAFETY: as above.
                unsafe { $to_bytes }
            }
        }
    )* };
}

truths! {
    K8(u8): 8 lanes {
        from_bytes(ptr) {
            let bytes = _mm_loadl_epi64(ptr.cast());
            _mm_test_epi8_mask(bytes, bytes) as u8
        };
        to_bytes(mask, ptr) _mm_storel_epi64(ptr.cast(), _mm_maskz_set1_epi8(mask, 1));
    }
    K16(u16): 16 lanes {
        from_bytes(ptr) {
            let bytes = _mm_loadu_si128(ptr.cast());
            _mm_test_epi8_mask(bytes, bytes)
        };
        to_bytes(mask, ptr) _mm_storeu_si128(ptr.cast(), _mm_maskz_set1_epi8(mask, 1));
    }
}

impl MaskFrom<[K8; 1]> for V4<8> {
    #[inline(always)]
    fn widen([native]: [K8; 1]) -> MaskGang<K8> {
        MaskGang(native)
    }
    #[inline(always)]
    fn narrow(mask: MaskGang<K8>) -> [K8; 1] {
        [mask.0]
    }
}

impl MaskFrom<[K16; 1]> for V4<16> {
    #[inline(always)]
    fn widen([native]: [K16; 1]) -> MaskGang<K16> {
        MaskGang(native)
    }
    #[inline(always)]
    fn narrow(mask: MaskGang<K16>) -> [K16; 1] {
        [mask.0]
    }
}

impl MaskFrom<[K8; 2]> for V4<16> {
    #[inline(always)]
    fn widen([low, high]: [K8; 2]) -> MaskGang<K16> {
        MaskGang(K16(u16::from(low.0) | u16::from(high.0) << 8))
    }
    #[inline(always)]
    fn narrow(mask: MaskGang<K16>) -> [K8; 2] {
        [K8(mask.0.0 as u8), K8((mask.0.0 >> 8) as u8)]
    }
}
