//! Casts. What remains to be said of the instructions: they give one fixed value for what does not fit.

use core::arch::x86_64::*;

use super::sequences::sequences;

/// The ends of ranges, and the last number before one.
const TWO_31: f32 = 2147483648.0;
const MAX_32: f64 = 2147483647.0;
const TWO_63: f64 = 9223372036854775808.0;

sequences! {
    i32x8_to_f32(x: __m256i) -> __m256 {
        _mm256_cvtepi32_ps(x)
    }

    /// `core::arch` has the instruction for 16 lanes only.
    u32x8_to_f32(x: __m256i) -> __m256 {
        _mm512_castps512_ps256(_mm512_cvtepu32_ps(_mm512_castsi256_si512(x)))
    }

    /// `MIN` for what does not fit.
    f32x8_to_i32(x: __m256) -> __m256i {
        let number = _mm256_cmp_ps_mask::<_CMP_ORD_Q>(x, x);
        let above = _mm256_cmp_ps_mask::<_CMP_GE_OQ>(x, _mm256_set1_ps(TWO_31));
        _mm256_mask_blend_epi32(above, _mm256_maskz_cvttps_epi32(number, x), _mm256_set1_epi32(i32::MAX))
    }

    /// All ones for what does not fit; a maximum gives its second operand for NaN.
    f32x8_to_u32(x: __m256) -> __m256i {
        _mm256_cvttps_epu32(_mm256_max_ps(x, _mm256_setzero_ps()))
    }

    i8x8_to_i32(x: __m128i) -> __m256i {
        _mm256_cvtepi8_epi32(x)
    }

    u8x8_to_i32(x: __m128i) -> __m256i {
        _mm256_cvtepu8_epi32(x)
    }

    i16x8_to_i32(x: __m128i) -> __m256i {
        _mm256_cvtepi16_epi32(x)
    }

    u16x8_to_i32(x: __m128i) -> __m256i {
        _mm256_cvtepu16_epi32(x)
    }

    i32x8_to_i8(x: __m256i) -> __m128i {
        _mm256_cvtepi32_epi8(x)
    }

    i32x8_to_i16(x: __m256i) -> __m128i {
        _mm256_cvtepi32_epi16(x)
    }

    i32x16_to_f32(x: __m512i) -> __m512 {
        _mm512_cvtepi32_ps(x)
    }

    u32x16_to_f32(x: __m512i) -> __m512 {
        _mm512_cvtepu32_ps(x)
    }

    /// `MIN` for what does not fit.
    f32x16_to_i32(x: __m512) -> __m512i {
        let number = _mm512_cmp_ps_mask::<_CMP_ORD_Q>(x, x);
        let above = _mm512_cmp_ps_mask::<_CMP_GE_OQ>(x, _mm512_set1_ps(TWO_31));
        _mm512_mask_blend_epi32(above, _mm512_maskz_cvttps_epi32(number, x), _mm512_set1_epi32(i32::MAX))
    }

    /// All ones for what does not fit; a maximum gives its second operand for NaN.
    f32x16_to_u32(x: __m512) -> __m512i {
        _mm512_cvttps_epu32(_mm512_max_ps(x, _mm512_setzero_ps()))
    }

    i8x16_to_i32(x: __m128i) -> __m512i {
        _mm512_cvtepi8_epi32(x)
    }

    u8x16_to_i32(x: __m128i) -> __m512i {
        _mm512_cvtepu8_epi32(x)
    }

    i16x16_to_i32(x: __m256i) -> __m512i {
        _mm512_cvtepi16_epi32(x)
    }

    u16x16_to_i32(x: __m256i) -> __m512i {
        _mm512_cvtepu16_epi32(x)
    }

    i32x16_to_i8(x: __m512i) -> __m128i {
        _mm512_cvtepi32_epi8(x)
    }

    i32x16_to_i16(x: __m512i) -> __m256i {
        _mm512_cvtepi32_epi16(x)
    }

    i64_to_f64(x: __m512i) -> __m512d {
        _mm512_cvtepi64_pd(x)
    }

    u64_to_f64(x: __m512i) -> __m512d {
        _mm512_cvtepu64_pd(x)
    }

    f64_to_i64(x: __m512d) -> __m512i {
        let number = _mm512_cmp_pd_mask::<_CMP_ORD_Q>(x, x);
        let above = _mm512_cmp_pd_mask::<_CMP_GE_OQ>(x, _mm512_set1_pd(TWO_63));
        _mm512_mask_blend_epi64(above, _mm512_maskz_cvttpd_epi64(number, x), _mm512_set1_epi64(i64::MAX))
    }

    f64_to_u64(x: __m512d) -> __m512i {
        _mm512_cvttpd_epu64(_mm512_max_pd(x, _mm512_setzero_pd()))
    }

    i32_to_i64(x: __m256i) -> __m512i {
        _mm512_cvtepi32_epi64(x)
    }

    u32_to_i64(x: __m256i) -> __m512i {
        _mm512_cvtepu32_epi64(x)
    }

    f32_to_f64(x: __m256) -> __m512d {
        _mm512_cvtps_pd(x)
    }

    i32_to_f64(x: __m256i) -> __m512d {
        _mm512_cvtepi32_pd(x)
    }

    u32_to_f64(x: __m256i) -> __m512d {
        _mm512_cvtepu32_pd(x)
    }

    f32_to_i64(x: __m256) -> __m512i {
        let number = _mm256_cmp_ps_mask::<_CMP_ORD_Q>(x, x);
        let above = _mm256_cmp_ps_mask::<_CMP_GE_OQ>(x, _mm256_set1_ps(TWO_63 as f32));
        _mm512_mask_blend_epi64(above, _mm512_maskz_cvttps_epi64(number, x), _mm512_set1_epi64(i64::MAX))
    }

    f32_to_u64(x: __m256) -> __m512i {
        _mm512_cvttps_epu64(_mm256_max_ps(x, _mm256_setzero_ps()))
    }

    i64_to_i32(x: __m512i) -> __m256i {
        _mm512_cvtepi64_epi32(x)
    }

    f64_to_f32(x: __m512d) -> __m256 {
        _mm512_cvtpd_ps(x)
    }

    i64_to_f32(x: __m512i) -> __m256 {
        _mm512_cvtepi64_ps(x)
    }

    u64_to_f32(x: __m512i) -> __m256 {
        _mm512_cvtepu64_ps(x)
    }

    f64_to_i32(x: __m512d) -> __m256i {
        let number = _mm512_cmp_pd_mask::<_CMP_ORD_Q>(x, x);
        _mm512_maskz_cvttpd_epi32(number, _mm512_min_pd(x, _mm512_set1_pd(MAX_32)))
    }

    f64_to_u32(x: __m512d) -> __m256i {
        _mm512_cvttpd_epu32(_mm512_max_pd(x, _mm512_setzero_pd()))
    }

    low(x: __m512i) -> __m256i {
        _mm512_castsi512_si256(x)
    }

    high(x: __m512i) -> __m256i {
        _mm512_extracti64x4_epi64::<1>(x)
    }

    low_ps(x: __m512) -> __m256 {
        _mm512_castps512_ps256(x)
    }

    high_ps(x: __m512) -> __m256 {
        _mm512_extractf32x8_ps::<1>(x)
    }

    join(low: __m256i, high: __m256i) -> __m512i {
        _mm512_inserti64x4::<1>(_mm512_castsi256_si512(low), high)
    }

    join_ps(low: __m256, high: __m256) -> __m512 {
        _mm512_insertf32x8::<1>(_mm512_castps256_ps512(low), high)
    }

    i32_to_i64_twice(x: __m512i) -> [__m512i; 2] {
        [i32_to_i64(low(x)), i32_to_i64(high(x))]
    }

    u32_to_i64_twice(x: __m512i) -> [__m512i; 2] {
        [u32_to_i64(low(x)), u32_to_i64(high(x))]
    }

    f32_to_f64_twice(x: __m512) -> [__m512d; 2] {
        [f32_to_f64(low_ps(x)), f32_to_f64(high_ps(x))]
    }

    i32_to_f64_twice(x: __m512i) -> [__m512d; 2] {
        [i32_to_f64(low(x)), i32_to_f64(high(x))]
    }

    u32_to_f64_twice(x: __m512i) -> [__m512d; 2] {
        [u32_to_f64(low(x)), u32_to_f64(high(x))]
    }

    f32_to_i64_twice(x: __m512) -> [__m512i; 2] {
        [f32_to_i64(low_ps(x)), f32_to_i64(high_ps(x))]
    }

    f32_to_u64_twice(x: __m512) -> [__m512i; 2] {
        [f32_to_u64(low_ps(x)), f32_to_u64(high_ps(x))]
    }

    i64_to_i32_twice(x: [__m512i; 2]) -> __m512i {
        join(i64_to_i32(x[0]), i64_to_i32(x[1]))
    }

    f64_to_f32_twice(x: [__m512d; 2]) -> __m512 {
        join_ps(f64_to_f32(x[0]), f64_to_f32(x[1]))
    }

    i64_to_f32_twice(x: [__m512i; 2]) -> __m512 {
        join_ps(i64_to_f32(x[0]), i64_to_f32(x[1]))
    }

    u64_to_f32_twice(x: [__m512i; 2]) -> __m512 {
        join_ps(u64_to_f32(x[0]), u64_to_f32(x[1]))
    }

    f64_to_i32_twice(x: [__m512d; 2]) -> __m512i {
        join(f64_to_i32(x[0]), f64_to_i32(x[1]))
    }

    f64_to_u32_twice(x: [__m512d; 2]) -> __m512i {
        join(f64_to_u32(x[0]), f64_to_u32(x[1]))
    }
}

/// Casts of a gang of eight lanes.
macro_rules! of_8_lanes {
    () => {
        $crate::lanes::x86::cast::each! { [0]
            i8_to_i32: I8 => I32 cast::i8x8_to_i32;
            u8_to_i32: U8 => I32 cast::u8x8_to_i32;
            i16_to_i32: I16 => I32 cast::i16x8_to_i32;
            u16_to_i32: U16 => I32 cast::u16x8_to_i32;
            i32_to_i8: I32 => I8 cast::i32x8_to_i8;
            i32_to_i16: I32 => I16 cast::i32x8_to_i16;
            i32_to_f32: I32 => F32 cast::i32x8_to_f32;
            u32_to_f32: U32 => F32 cast::u32x8_to_f32;
            f32_to_i32: F32 => I32 cast::f32x8_to_i32;
            f32_to_u32: F32 => U32 cast::f32x8_to_u32;
            i64_to_f64: I64 => F64 cast::i64_to_f64;
            u64_to_f64: U64 => F64 cast::u64_to_f64;
            f64_to_i64: F64 => I64 cast::f64_to_i64;
            f64_to_u64: F64 => U64 cast::f64_to_u64;
            i32_to_i64: I32 => I64 cast::i32_to_i64;
            u32_to_i64: U32 => I64 cast::u32_to_i64;
            f32_to_f64: F32 => F64 cast::f32_to_f64;
            i32_to_f64: I32 => F64 cast::i32_to_f64;
            u32_to_f64: U32 => F64 cast::u32_to_f64;
            f32_to_i64: F32 => I64 cast::f32_to_i64;
            f32_to_u64: F32 => U64 cast::f32_to_u64;
            i64_to_i32: I64 => I32 cast::i64_to_i32;
            f64_to_f32: F64 => F32 cast::f64_to_f32;
            i64_to_f32: I64 => F32 cast::i64_to_f32;
            u64_to_f32: U64 => F32 cast::u64_to_f32;
            f64_to_i32: F64 => I32 cast::f64_to_i32;
            f64_to_u32: F64 => U32 cast::f64_to_u32;
        }
    };
}
pub(super) use of_8_lanes;

/// Casts of a gang of 16 lanes.
macro_rules! of_16_lanes {
    () => {
        $crate::lanes::x86::cast::each! { [0]
            i8_to_i32: I8 => I32 cast::i8x16_to_i32;
            u8_to_i32: U8 => I32 cast::u8x16_to_i32;
            i16_to_i32: I16 => I32 cast::i16x16_to_i32;
            u16_to_i32: U16 => I32 cast::u16x16_to_i32;
            i32_to_i8: I32 => I8 cast::i32x16_to_i8;
            i32_to_i16: I32 => I16 cast::i32x16_to_i16;
            i32_to_f32: I32 => F32 cast::i32x16_to_f32;
            u32_to_f32: U32 => F32 cast::u32x16_to_f32;
            f32_to_i32: F32 => I32 cast::f32x16_to_i32;
            f32_to_u32: F32 => U32 cast::f32x16_to_u32;
            i32_to_i64: I32 => I64 cast::i32_to_i64_twice;
            u32_to_i64: U32 => I64 cast::u32_to_i64_twice;
            f32_to_f64: F32 => F64 cast::f32_to_f64_twice;
            i32_to_f64: I32 => F64 cast::i32_to_f64_twice;
            u32_to_f64: U32 => F64 cast::u32_to_f64_twice;
            f32_to_i64: F32 => I64 cast::f32_to_i64_twice;
            f32_to_u64: F32 => U64 cast::f32_to_u64_twice;
        }
        $crate::lanes::x86::cast::each! { [0 1]
            i64_to_f64: I64 => F64 cast::i64_to_f64;
            u64_to_f64: U64 => F64 cast::u64_to_f64;
            f64_to_i64: F64 => I64 cast::f64_to_i64;
            f64_to_u64: F64 => U64 cast::f64_to_u64;
        }
        $crate::lanes::x86::cast::pairs! { [(0 1)]
            i64_to_i32: I64 => I32 cast::i64_to_i32_twice;
            f64_to_f32: F64 => F32 cast::f64_to_f32_twice;
            i64_to_f32: I64 => F32 cast::i64_to_f32_twice;
            u64_to_f32: U64 => F32 cast::u64_to_f32_twice;
            f64_to_i32: F64 => I32 cast::f64_to_i32_twice;
            f64_to_u32: F64 => U32 cast::f64_to_u32_twice;
        }
    };
}
pub(super) use of_16_lanes;
