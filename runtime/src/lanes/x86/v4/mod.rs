//! The tier `v4`: AVX-512 F, BW, DQ and VL.

mod cast;
mod float;
mod integer;
mod mask;
mod sequences;

use self::float::{F32x8, F32x16, F64x8};
use self::integer::{I8x8, I8x16, I16x8, I16x16, I32x8, I32x16, I64x8};
use self::mask::{K8, K16};
use crate::lanes::cast::sign_casts;
use crate::lanes::mask::MaskGang;
use crate::lanes::simd::Simd;
use crate::lanes::vector::Vector;

/// The tier `v4` with gangs of `N` lanes.
///
/// 1. A value exists only where the CPU has the tier.
#[derive(Clone, Copy, Debug)]
pub struct V4<const N: usize = 8>(());

impl V4 {
    /// Whether this CPU has the tier.
    pub fn is_supported() -> bool {
        std::arch::is_x86_feature_detected!("avx512f")
            && std::arch::is_x86_feature_detected!("avx512bw")
            && std::arch::is_x86_feature_detected!("avx512dq")
            && std::arch::is_x86_feature_detected!("avx512vl")
    }
}

impl<const N: usize> V4<N> {
    /// The token.
    ///
    /// # Safety
    ///
    /// The CPU has the tier (1).
    #[inline(always)]
    pub unsafe fn new() -> Self {
        V4(())
    }
}

/// Elements of 4 and 8 bytes are turned in registers.
macro_rules! turned {
    () => {
        #[inline(always)]
        unsafe fn turn<T: Copy>(self, from: *const T, stride: isize, to: *mut T, width: usize) {
            // SAFETY: the CPU has the tier; the elements are the caller's promise.
            unsafe {
                if matches!(size_of::<T>(), 4 | 8) {
                    super::turn::turn(from, stride, to, width);
                } else {
                    crate::lanes::simd::turn_one_by_one(from, stride, to, width);
                }
            }
        }

        #[inline(always)]
        unsafe fn stream_lines(self, from: *const u8, to: *mut u8, lines: usize) {
            // SAFETY: the CPU has the tier; the lines are the caller's promise.
            unsafe { super::turn::stream(from, to, lines) }
        }
    };
}

impl Simd for V4<8> {
    const LANES: usize = 8;
    const FUSES: bool = true;
    const REGISTER: usize = 64;
    const FALLBACK: bool = false;
    turned!();
    type Array<T: Copy> = [T; 8];
    type Mask = MaskGang<K8>;
    type F64 = Vector<f64, [F64x8; 1]>;
    type F32 = Vector<f32, [F32x8; 1]>;
    type I64 = Vector<i64, [I64x8; 1]>;
    type U64 = Vector<u64, [I64x8; 1]>;
    type I32 = Vector<i32, [I32x8; 1]>;
    type U32 = Vector<u32, [I32x8; 1]>;
    type I16 = Vector<i16, [I16x8; 1]>;
    type U16 = Vector<u16, [I16x8; 1]>;
    type I8 = Vector<i8, [I8x8; 1]>;
    type U8 = Vector<u8, [I8x8; 1]>;

    sign_casts! {}
    cast::of_8_lanes! {}
}

impl Simd for V4<16> {
    const LANES: usize = 16;
    const FUSES: bool = true;
    const REGISTER: usize = 64;
    const FALLBACK: bool = false;
    turned!();
    type Array<T: Copy> = [T; 16];
    type Mask = MaskGang<K16>;
    type F64 = Vector<f64, [F64x8; 2]>;
    type F32 = Vector<f32, [F32x16; 1]>;
    type I64 = Vector<i64, [I64x8; 2]>;
    type U64 = Vector<u64, [I64x8; 2]>;
    type I32 = Vector<i32, [I32x16; 1]>;
    type U32 = Vector<u32, [I32x16; 1]>;
    type I16 = Vector<i16, [I16x16; 1]>;
    type U16 = Vector<u16, [I16x16; 1]>;
    type I8 = Vector<i8, [I8x16; 1]>;
    type U8 = Vector<u8, [I8x16; 1]>;

    sign_casts! {}
    cast::of_16_lanes! {}
}
