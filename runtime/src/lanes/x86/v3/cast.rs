//! Casts, eight lanes at a time.
//!
//! Numbers that AVX2 does not convert are put together in floats whose bits are known: an `f64` of 2⁵² ≤ x < 2⁵³ holds the integer
//! x − 2⁵² in its lower bits, and the one of 2⁸⁴ ≤ x < 2⁸⁵ a multiple of 2³². Subtracting the constant is exact, and of an
//! upper and a lower part the sum rounds once.

use core::arch::x86_64::*;

use super::sequences::{cut_32_to_8, cut_32_to_16, pack_16, pack_32, sequences};

/// 2³¹, 2³², 2⁵², 2⁶³, 2⁶⁴ and 2⁸⁴ as `f64`, exact as `f32` too.
const TWO_31: f64 = 2147483648.0;
const TWO_32: f64 = 4294967296.0;
const TWO_52: f64 = 4503599627370496.0;
const TWO_63: f64 = 9223372036854775808.0;
const TWO_64: f64 = 18446744073709551616.0;
const TWO_84: f64 = 19342813113834066795298816.0;

sequences! {
    low(x: __m256i) -> __m128i {
        _mm256_castsi256_si128(x)
    }

    high(x: __m256i) -> __m128i {
        _mm256_extracti128_si256::<1>(x)
    }

    bits(x: f64) -> __m256i {
        _mm256_set1_epi64x(x.to_bits() as i64)
    }

    i32_to_i64(x: __m256i) -> [__m256i; 2] {
        [_mm256_cvtepi32_epi64(low(x)), _mm256_cvtepi32_epi64(high(x))]
    }

    u32_to_i64(x: __m256i) -> [__m256i; 2] {
        [_mm256_cvtepu32_epi64(low(x)), _mm256_cvtepu32_epi64(high(x))]
    }

    /// The lower halves of 64-bit lanes.
    i64_to_i32(x: [__m256i; 2]) -> __m256i {
        let (a, b) = (_mm256_castsi256_ps(x[0]), _mm256_castsi256_ps(x[1]));
        let even = _mm256_castps_si256(_mm256_shuffle_ps::<0b10_00_10_00>(a, b));
        _mm256_permute4x64_epi64::<0b11_01_10_00>(even)
    }

    f32_to_f64(x: __m256) -> [__m256d; 2] {
        [_mm256_cvtps_pd(_mm256_castps256_ps128(x)), _mm256_cvtps_pd(_mm256_extractf128_ps::<1>(x))]
    }

    f64_to_f32(x: [__m256d; 2]) -> __m256 {
        _mm256_set_m128(_mm256_cvtpd_ps(x[1]), _mm256_cvtpd_ps(x[0]))
    }

    i32_to_f32(x: __m256i) -> __m256 {
        _mm256_cvtepi32_ps(x)
    }

    i32_to_f64(x: __m256i) -> [__m256d; 2] {
        [_mm256_cvtepi32_pd(low(x)), _mm256_cvtepi32_pd(high(x))]
    }

    /// Halves of 16 bits: 2³⁹ + 2¹⁶ · upper, and 2²³ + lower.
    u32_to_f32(x: __m256i) -> __m256 {
        let (two_39, two_23) = (549755813888.0_f32, 8388608.0_f32);
        let upper = _mm256_blend_epi16::<0xaa>(_mm256_srli_epi32::<16>(x), _mm256_castps_si256(_mm256_set1_ps(two_39)));
        let lower = _mm256_blend_epi16::<0xaa>(x, _mm256_castps_si256(_mm256_set1_ps(two_23)));
        let upper = _mm256_sub_ps(_mm256_castsi256_ps(upper), _mm256_set1_ps(two_39 + two_23));
        _mm256_add_ps(upper, _mm256_castsi256_ps(lower))
    }

    u32_to_f64(x: __m256i) -> [__m256d; 2] {
        let [a, b] = u32_to_i64(x);
        let (a, b) = (_mm256_or_si256(a, bits(TWO_52)), _mm256_or_si256(b, bits(TWO_52)));
        let base = _mm256_set1_pd(TWO_52);
        [_mm256_sub_pd(_mm256_castsi256_pd(a), base), _mm256_sub_pd(_mm256_castsi256_pd(b), base)]
    }

    /// Halves of 32 bits, the upper one with its sign flipped, which adds 2⁶³.
    i64_to_f64(x: __m256i) -> __m256d {
        let upper = _mm256_xor_si256(_mm256_srli_epi64::<32>(x), bits(TWO_84 + TWO_63));
        let lower = _mm256_blend_epi32::<0b10101010>(x, bits(TWO_52));
        let upper = _mm256_sub_pd(_mm256_castsi256_pd(upper), _mm256_set1_pd(TWO_84 + TWO_63 + TWO_52));
        _mm256_add_pd(upper, _mm256_castsi256_pd(lower))
    }

    /// Halves of 32 bits.
    u64_to_f64(x: __m256i) -> __m256d {
        let upper = _mm256_or_si256(_mm256_srli_epi64::<32>(x), bits(TWO_84));
        let lower = _mm256_blend_epi32::<0b10101010>(x, bits(TWO_52));
        let upper = _mm256_sub_pd(_mm256_castsi256_pd(upper), _mm256_set1_pd(TWO_84 + TWO_52));
        _mm256_add_pd(upper, _mm256_castsi256_pd(lower))
    }

    /// Cut to 53 bits, with the last one set where others got lost ("rounded to odd"): a later rounding to fewer than 52 bits
    /// gives what one rounding would. `small` lanes have no more than 53 bits.
    to_odd(x: __m256i, small: __m256i) -> __m256i {
        let lost = _mm256_set1_epi64x(0x7ff);
        let odd = _mm256_add_epi64(_mm256_and_si256(x, lost), lost);
        let odd = _mm256_or_si256(x, odd);
        _mm256_blendv_epi8(_mm256_andnot_si256(lost, odd), x, small)
    }

    i64_to_odd_f64(x: __m256i) -> __m256d {
        let upper = _mm256_srli_epi64::<54>(_mm256_add_epi64(x, _mm256_set1_epi64x(1 << 53)));
        i64_to_f64(to_odd(x, _mm256_cmpeq_epi64(upper, _mm256_setzero_si256())))
    }

    i64_to_f32(x: [__m256i; 2]) -> __m256 {
        f64_to_f32([i64_to_odd_f64(x[0]), i64_to_odd_f64(x[1])])
    }

    u64_to_odd_f64(x: __m256i) -> __m256d {
        let upper = _mm256_srli_epi64::<53>(x);
        u64_to_f64(to_odd(x, _mm256_cmpeq_epi64(upper, _mm256_setzero_si256())))
    }

    u64_to_f32(x: [__m256i; 2]) -> __m256 {
        f64_to_f32([u64_to_odd_f64(x[0]), u64_to_odd_f64(x[1])])
    }

    /// The instruction gives `MIN` where the value does not fit.
    f32_to_i32(x: __m256) -> __m256i {
        let above = _mm256_cmp_ps::<_CMP_GE_OQ>(x, _mm256_set1_ps(TWO_31 as f32));
        let number = _mm256_cmp_ps::<_CMP_ORD_Q>(x, x);
        let value = _mm256_xor_si256(_mm256_cvttps_epi32(x), _mm256_castps_si256(above));
        _mm256_and_si256(value, _mm256_castps_si256(number))
    }

    /// Of values from 2³¹ on, which give `MIN`, the rest is converted too.
    f32_to_u32(x: __m256) -> __m256i {
        let x = _mm256_max_ps(x, _mm256_setzero_ps());
        let above = _mm256_cmp_ps::<_CMP_GE_OQ>(x, _mm256_set1_ps(TWO_32 as f32));
        let value = _mm256_cvttps_epi32(x);
        let rest = _mm256_cvttps_epi32(_mm256_sub_ps(x, _mm256_set1_ps(TWO_31 as f32)));
        let rest = _mm256_and_si256(rest, _mm256_srai_epi32::<31>(value));
        _mm256_or_si256(_mm256_or_si256(value, rest), _mm256_castps_si256(above))
    }

    f64_to_i32_half(x: __m256d) -> __m128i {
        let x = _mm256_and_pd(x, _mm256_cmp_pd::<_CMP_ORD_Q>(x, x));
        _mm256_cvttpd_epi32(_mm256_min_pd(x, _mm256_set1_pd(TWO_31 - 1.0)))
    }

    f64_to_i32(x: [__m256d; 2]) -> __m256i {
        _mm256_set_m128i(f64_to_i32_half(x[1]), f64_to_i32_half(x[0]))
    }

    /// The lower half of each lane is the value.
    f64_to_u32_half(x: __m256d) -> __m256i {
        let x = _mm256_min_pd(_mm256_max_pd(x, _mm256_setzero_pd()), _mm256_set1_pd(TWO_32 - 1.0));
        _mm256_castpd_si256(_mm256_add_pd(truncated(x), _mm256_set1_pd(TWO_52)))
    }

    f64_to_u32(x: [__m256d; 2]) -> __m256i {
        i64_to_i32([f64_to_u32_half(x[0]), f64_to_u32_half(x[1])])
    }

    truncated(x: __m256d) -> __m256d {
        _mm256_round_pd::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(x)
    }

    /// Halves of an integer, the upper one as `f64`, the lower one as bits.
    halves(x: __m256d) -> (__m256d, __m256i) {
        let upper = _mm256_floor_pd(_mm256_mul_pd(x, _mm256_set1_pd(1.0 / TWO_32)));
        let lower = _mm256_fnmadd_pd(upper, _mm256_set1_pd(TWO_32), x);
        (upper, _mm256_xor_si256(_mm256_castpd_si256(_mm256_add_pd(lower, _mm256_set1_pd(TWO_52))), bits(TWO_52)))
    }

    f64_to_i64(x: __m256d) -> __m256i {
        let above = _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_GE_OQ>(x, _mm256_set1_pd(TWO_63)));
        let number = _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_ORD_Q>(x, x));
        let (upper, lower) = halves(truncated(_mm256_max_pd(x, _mm256_set1_pd(-TWO_63))));
        // 2⁵¹ more, so that a negative number leaves its lower bits in place.
        let upper = _mm256_castpd_si256(_mm256_add_pd(upper, _mm256_set1_pd(1.5 * TWO_52)));
        let value = _mm256_or_si256(_mm256_slli_epi64::<32>(upper), lower);
        let value = _mm256_blendv_epi8(value, _mm256_set1_epi64x(i64::MAX), above);
        _mm256_and_si256(value, number)
    }

    f64_to_u64(x: __m256d) -> __m256i {
        let x = _mm256_max_pd(x, _mm256_setzero_pd());
        let above = _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_GE_OQ>(x, _mm256_set1_pd(TWO_64)));
        let (upper, lower) = halves(truncated(x));
        let upper = _mm256_castpd_si256(_mm256_add_pd(upper, _mm256_set1_pd(TWO_52)));
        _mm256_or_si256(_mm256_or_si256(_mm256_slli_epi64::<32>(upper), lower), above)
    }

    f32_to_i64(x: __m256) -> [__m256i; 2] {
        let [a, b] = f32_to_f64(x);
        [f64_to_i64(a), f64_to_i64(b)]
    }

    f32_to_u64(x: __m256) -> [__m256i; 2] {
        let [a, b] = f32_to_f64(x);
        [f64_to_u64(a), f64_to_u64(b)]
    }

    i8_to_i32(x: __m128i) -> __m256i {
        _mm256_cvtepi8_epi32(x)
    }

    u8_to_i32(x: __m128i) -> __m256i {
        _mm256_cvtepu8_epi32(x)
    }

    i16_to_i32(x: __m128i) -> __m256i {
        _mm256_cvtepi16_epi32(x)
    }

    u16_to_i32(x: __m128i) -> __m256i {
        _mm256_cvtepu16_epi32(x)
    }

    i32_to_i8(x: __m256i) -> __m128i {
        cut_32_to_8(x)
    }

    i32_to_i16(x: __m256i) -> __m128i {
        cut_32_to_16(x)
    }

    i8_to_i32_twice(x: __m128i) -> [__m256i; 2] {
        [i8_to_i32(x), i8_to_i32(_mm_unpackhi_epi64(x, x))]
    }

    u8_to_i32_twice(x: __m128i) -> [__m256i; 2] {
        [u8_to_i32(x), u8_to_i32(_mm_unpackhi_epi64(x, x))]
    }

    i16_to_i32_twice(x: __m256i) -> [__m256i; 2] {
        [i16_to_i32(low(x)), i16_to_i32(high(x))]
    }

    u16_to_i32_twice(x: __m256i) -> [__m256i; 2] {
        [u16_to_i32(low(x)), u16_to_i32(high(x))]
    }

    i32_to_i8_twice(x: [__m256i; 2]) -> __m128i {
        let cut = _mm256_set1_epi32(0xff);
        pack_16(pack_32(_mm256_and_si256(x[0], cut), _mm256_and_si256(x[1], cut)))
    }

    i32_to_i16_twice(x: [__m256i; 2]) -> __m256i {
        let cut = _mm256_set1_epi32(0xffff);
        pack_32(_mm256_and_si256(x[0], cut), _mm256_and_si256(x[1], cut))
    }
}

/// Casts of a gang of eight lanes.
macro_rules! of_8_lanes {
    () => {
        $crate::lanes::x86::cast::each! { [0]
            i8_to_i32: I8 => I32 cast::i8_to_i32;
            u8_to_i32: U8 => I32 cast::u8_to_i32;
            i16_to_i32: I16 => I32 cast::i16_to_i32;
            u16_to_i32: U16 => I32 cast::u16_to_i32;
            i32_to_i8: I32 => I8 cast::i32_to_i8;
            i32_to_i16: I32 => I16 cast::i32_to_i16;
        }
        $crate::lanes::x86::v3::cast::wide! { [0] [0 1] [(0 1)] }
    };
}
pub(super) use of_8_lanes;

/// Casts of a gang of 16 lanes.
macro_rules! of_16_lanes {
    () => {
        $crate::lanes::x86::cast::each! { [0]
            i8_to_i32: I8 => I32 cast::i8_to_i32_twice;
            u8_to_i32: U8 => I32 cast::u8_to_i32_twice;
            i16_to_i32: I16 => I32 cast::i16_to_i32_twice;
            u16_to_i32: U16 => I32 cast::u16_to_i32_twice;
        }
        $crate::lanes::x86::cast::pairs! { [(0 1)]
            i32_to_i8: I32 => I8 cast::i32_to_i8_twice;
            i32_to_i16: I32 => I16 cast::i32_to_i16_twice;
        }
        $crate::lanes::x86::v3::cast::wide! { [0 1] [0 1 2 3] [(0 1) (2 3)] }
    };
}
pub(super) use of_16_lanes;

/// Casts of types of 32 and 64 bits: the registers of those, of these, and in pairs.
macro_rules! wide {
    ($of_32:tt $of_64:tt $pairs_of_64:tt) => {
        $crate::lanes::x86::cast::each! { $of_32
            i32_to_i64: I32 => I64 cast::i32_to_i64;
            u32_to_i64: U32 => I64 cast::u32_to_i64;
            f32_to_f64: F32 => F64 cast::f32_to_f64;
            i32_to_f32: I32 => F32 cast::i32_to_f32;
            i32_to_f64: I32 => F64 cast::i32_to_f64;
            u32_to_f32: U32 => F32 cast::u32_to_f32;
            u32_to_f64: U32 => F64 cast::u32_to_f64;
            f32_to_i32: F32 => I32 cast::f32_to_i32;
            f32_to_u32: F32 => U32 cast::f32_to_u32;
            f32_to_i64: F32 => I64 cast::f32_to_i64;
            f32_to_u64: F32 => U64 cast::f32_to_u64;
        }
        $crate::lanes::x86::cast::each! { $of_64
            i64_to_f64: I64 => F64 cast::i64_to_f64;
            u64_to_f64: U64 => F64 cast::u64_to_f64;
            f64_to_i64: F64 => I64 cast::f64_to_i64;
            f64_to_u64: F64 => U64 cast::f64_to_u64;
        }
        $crate::lanes::x86::cast::pairs! { $pairs_of_64
            i64_to_i32: I64 => I32 cast::i64_to_i32;
            f64_to_f32: F64 => F32 cast::f64_to_f32;
            i64_to_f32: I64 => F32 cast::i64_to_f32;
            u64_to_f32: U64 => F32 cast::u64_to_f32;
            f64_to_i32: F64 => I32 cast::f64_to_i32;
            f64_to_u32: F64 => U32 cast::f64_to_u32;
        }
    };
}
pub(super) use wide;
