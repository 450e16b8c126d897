//! The tier `v3`: AVX2 with FMA, BMI1 and BMI2.

mod cast;
mod float;
mod integer;
mod mask;
pub(super) mod sequences;

use self::float::{F32x8, F64x4};
use self::integer::{I8x8, I8x16, I16x8, I16x16, I32x8, I64x4};
use crate::lanes::cast::sign_casts;
use crate::lanes::mask::MaskGang;
use crate::lanes::simd::Simd;
use crate::lanes::vector::Vector;

/// The tier `v3` with gangs of `N` lanes.
///
/// 1. A value exists only where the CPU has the tier.
#[derive(Clone, Copy, Debug)]
pub struct V3<const N: usize = 8>(());

impl V3 {
    /// Whether this CPU has the tier.
    pub fn is_supported() -> bool {
        std::arch::is_x86_feature_detected!("avx2")
            && std::arch::is_x86_feature_detected!("fma")
            && std::arch::is_x86_feature_detected!("bmi1")
            && std::arch::is_x86_feature_detected!("bmi2")
    }
}

impl<const N: usize> V3<N> {
    /// The token.
    ///
    /// # Safety
    ///
    /// The CPU has the tier (1).
    #[inline(always)]
    pub unsafe fn new() -> Self {
        V3(())
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

impl Simd for V3<8> {
    const LANES: usize = 8;
    const FUSES: bool = true;
    const REGISTER: usize = 32;
    const FALLBACK: bool = false;
    turned!();
    type Array<T: Copy> = [T; 8];
    type Mask = MaskGang<[I64x4; 2]>;
    type F64 = Vector<f64, [F64x4; 2]>;
    type F32 = Vector<f32, [F32x8; 1]>;
    type I64 = Vector<i64, [I64x4; 2]>;
    type U64 = Vector<u64, [I64x4; 2]>;
    type I32 = Vector<i32, [I32x8; 1]>;
    type U32 = Vector<u32, [I32x8; 1]>;
    type I16 = Vector<i16, [I16x8; 1]>;
    type U16 = Vector<u16, [I16x8; 1]>;
    type I8 = Vector<i8, [I8x8; 1]>;
    type U8 = Vector<u8, [I8x8; 1]>;

    sign_casts! {}
    cast::of_8_lanes! {}
}

impl Simd for V3<16> {
    const LANES: usize = 16;
    const FUSES: bool = true;
    const REGISTER: usize = 32;
    const FALLBACK: bool = false;
    turned!();
    type Array<T: Copy> = [T; 16];
    type Mask = MaskGang<[I32x8; 2]>;
    type F64 = Vector<f64, [F64x4; 4]>;
    type F32 = Vector<f32, [F32x8; 2]>;
    type I64 = Vector<i64, [I64x4; 4]>;
    type U64 = Vector<u64, [I64x4; 4]>;
    type I32 = Vector<i32, [I32x8; 2]>;
    type U32 = Vector<u32, [I32x8; 2]>;
    type I16 = Vector<i16, [I16x16; 1]>;
    type U16 = Vector<u16, [I16x16; 1]>;
    type I8 = Vector<i8, [I8x16; 1]>;
    type U8 = Vector<u8, [I8x16; 1]>;

    sign_casts! {}
    cast::of_16_lanes! {}
}
