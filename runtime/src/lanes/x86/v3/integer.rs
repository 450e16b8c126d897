//! Registers of integers, which are the masks of registers with lanes of the same width too: a lane that is set holds -1.

use core::arch::x86_64::*;

use super::sequences::*;
use crate::lanes::x86::table::registers;

/// Vectors of integers, signed or not.
macro_rules! vectors {
    ($($(#[$doc:meta])* $R:ident($Raw:ident);)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        #[repr(transparent)]
        pub struct $R(pub(super) $Raw);
    )* };
}

vectors! {
    /// Four 64-bit integers.
    I64x4(__m256i);
    /// Eight 32-bit integers.
    I32x8(__m256i);
    /// 16 16-bit integers.
    I16x16(__m256i);
    /// Eight 16-bit integers.
    I16x8(__m128i);
    /// 16 8-bit integers.
    I8x16(__m128i);
    /// Eight 8-bit integers, in the lower half.
    I8x8(__m128i);
}

registers! { IntegerRegister:
    I64x4 of 4, masks I64x4: both {
        splat(x) _mm256_set1_epi64x(x as i64);
        load(ptr) _mm256_loadu_si256(ptr.cast());
        load_first(ptr, n) _mm256_maskload_epi64(ptr.cast(), first_64(n));
        load_masked(ptr, mask, other) _mm256_blendv_epi8(other, _mm256_maskload_epi64(ptr.cast(), mask), mask);
        store(x, ptr) _mm256_storeu_si256(ptr.cast(), x);
        stream(x, ptr) _mm256_stream_si256(ptr.cast(), x);
        store_first(x, ptr, n) _mm256_maskstore_epi64(ptr.cast(), first_64(n), x);
        store_masked(x, ptr, mask) _mm256_maskstore_epi64(ptr.cast(), mask, x);
        eq(x, y) _mm256_cmpeq_epi64(x, y);
        select(mask, yes, no) _mm256_blendv_epi8(no, yes, mask);
        interleave(x, y) {
            let (a, b) = interleave_64(_mm256_castsi256_pd(x), _mm256_castsi256_pd(y));
            (_mm256_castpd_si256(a), _mm256_castpd_si256(b))
        };
        deinterleave(x, y) {
            let (a, b) = deinterleave_64(_mm256_castsi256_pd(x), _mm256_castsi256_pd(y));
            (_mm256_castpd_si256(a), _mm256_castpd_si256(b))
        };
        add(x, y) _mm256_add_epi64(x, y);
        sub(x, y) _mm256_sub_epi64(x, y);
        mul(x, y) mul_64(x, y);
        neg(x) _mm256_sub_epi64(_mm256_setzero_si256(), x);
    } {
        bitand(x, y) _mm256_and_si256(x, y);
        bitor(x, y) _mm256_or_si256(x, y);
        bitxor(x, y) _mm256_xor_si256(x, y);
        raise(x, mask) _mm256_sub_epi64(x, mask);
        lower(x, mask) _mm256_add_epi64(x, mask);
        shl(x, n) _mm256_sll_epi64(x, amount(n));
        shl_by(x, n) _mm256_sllv_epi64(x, modulo_64(n));
    } i64 {
        lt(x, y) _mm256_cmpgt_epi64(y, x);
        le(x, y) not(_mm256_cmpgt_epi64(x, y));
        min(x, y) _mm256_blendv_epi8(x, y, _mm256_cmpgt_epi64(x, y));
        max(x, y) _mm256_blendv_epi8(y, x, _mm256_cmpgt_epi64(x, y));
        abs(x) abs_64(x);
    } {
        shr(x, n) sra_64(x, amount(n));
        shr_by(x, n) srav_64(x, modulo_64(n));
    } u64 {
        lt(x, y) above_64(y, x);
        le(x, y) not(above_64(x, y));
        min(x, y) _mm256_blendv_epi8(x, y, above_64(x, y));
        max(x, y) _mm256_blendv_epi8(y, x, above_64(x, y));
        abs(x) x;
    } {
        shr(x, n) _mm256_srl_epi64(x, amount(n));
        shr_by(x, n) _mm256_srlv_epi64(x, modulo_64(n));
    };
    I32x8 of 8, masks I32x8: both {
        splat(x) _mm256_set1_epi32(x as i32);
        load(ptr) _mm256_loadu_si256(ptr.cast());
        load_first(ptr, n) _mm256_maskload_epi32(ptr.cast(), first_32(n));
        load_masked(ptr, mask, other) _mm256_blendv_epi8(other, _mm256_maskload_epi32(ptr.cast(), mask), mask);
        store(x, ptr) _mm256_storeu_si256(ptr.cast(), x);
        stream(x, ptr) _mm256_stream_si256(ptr.cast(), x);
        store_first(x, ptr, n) _mm256_maskstore_epi32(ptr.cast(), first_32(n), x);
        store_masked(x, ptr, mask) _mm256_maskstore_epi32(ptr.cast(), mask, x);
        eq(x, y) _mm256_cmpeq_epi32(x, y);
        select(mask, yes, no) _mm256_blendv_epi8(no, yes, mask);
        interleave(x, y) {
            let (a, b) = interleave_32(_mm256_castsi256_ps(x), _mm256_castsi256_ps(y));
            (_mm256_castps_si256(a), _mm256_castps_si256(b))
        };
        deinterleave(x, y) {
            let (a, b) = deinterleave_32(_mm256_castsi256_ps(x), _mm256_castsi256_ps(y));
            (_mm256_castps_si256(a), _mm256_castps_si256(b))
        };
        add(x, y) _mm256_add_epi32(x, y);
        sub(x, y) _mm256_sub_epi32(x, y);
        mul(x, y) _mm256_mullo_epi32(x, y);
        neg(x) _mm256_sub_epi32(_mm256_setzero_si256(), x);
    } {
        bitand(x, y) _mm256_and_si256(x, y);
        bitor(x, y) _mm256_or_si256(x, y);
        bitxor(x, y) _mm256_xor_si256(x, y);
        raise(x, mask) _mm256_sub_epi32(x, mask);
        lower(x, mask) _mm256_add_epi32(x, mask);
        shl(x, n) _mm256_sll_epi32(x, amount(n));
        shl_by(x, n) _mm256_sllv_epi32(x, modulo_32(n));
    } i32 {
        lt(x, y) _mm256_cmpgt_epi32(y, x);
        le(x, y) _mm256_cmpeq_epi32(_mm256_min_epi32(x, y), x);
        min(x, y) _mm256_min_epi32(x, y);
        max(x, y) _mm256_max_epi32(x, y);
        abs(x) _mm256_abs_epi32(x);
    } {
        shr(x, n) _mm256_sra_epi32(x, amount(n));
        shr_by(x, n) _mm256_srav_epi32(x, modulo_32(n));
    } u32 {
        lt(x, y) above_32(y, x);
        le(x, y) _mm256_cmpeq_epi32(_mm256_min_epu32(x, y), x);
        min(x, y) _mm256_min_epu32(x, y);
        max(x, y) _mm256_max_epu32(x, y);
        abs(x) x;
    } {
        shr(x, n) _mm256_srl_epi32(x, amount(n));
        shr_by(x, n) _mm256_srlv_epi32(x, modulo_32(n));
    };
    I16x16 of 16, masks I16x16: both {
        splat(x) _mm256_set1_epi16(x as i16);
        load(ptr) _mm256_loadu_si256(ptr.cast());
        store(x, ptr) _mm256_storeu_si256(ptr.cast(), x);
        stream(x, ptr) _mm256_stream_si256(ptr.cast(), x);
        eq(x, y) _mm256_cmpeq_epi16(x, y);
        select(mask, yes, no) _mm256_blendv_epi8(no, yes, mask);
        interleave(x, y) interleave_16(x, y);
        deinterleave(x, y) deinterleave_16(x, y);
        add(x, y) _mm256_add_epi16(x, y);
        sub(x, y) _mm256_sub_epi16(x, y);
        mul(x, y) _mm256_mullo_epi16(x, y);
        neg(x) _mm256_sub_epi16(_mm256_setzero_si256(), x);
    } {
        bitand(x, y) _mm256_and_si256(x, y);
        bitor(x, y) _mm256_or_si256(x, y);
        bitxor(x, y) _mm256_xor_si256(x, y);
        raise(x, mask) _mm256_sub_epi16(x, mask);
        lower(x, mask) _mm256_add_epi16(x, mask);
        shl(x, n) _mm256_sll_epi16(x, amount(n));
        shl_by(x, n) sllv_16(x, n);
    } i16 {
        lt(x, y) _mm256_cmpgt_epi16(y, x);
        le(x, y) _mm256_cmpeq_epi16(_mm256_min_epi16(x, y), x);
        min(x, y) _mm256_min_epi16(x, y);
        max(x, y) _mm256_max_epi16(x, y);
        abs(x) _mm256_abs_epi16(x);
    } {
        shr(x, n) _mm256_sra_epi16(x, amount(n));
        shr_by(x, n) srav_16(x, n);
    } u16 {
        lt(x, y) above_16(y, x);
        le(x, y) _mm256_cmpeq_epi16(_mm256_min_epu16(x, y), x);
        min(x, y) _mm256_min_epu16(x, y);
        max(x, y) _mm256_max_epu16(x, y);
        abs(x) x;
    } {
        shr(x, n) _mm256_srl_epi16(x, amount(n));
        shr_by(x, n) srlv_16(x, n);
    };
    I16x8 of 8, masks I16x8: both {
        splat(x) _mm_set1_epi16(x as i16);
        load(ptr) _mm_loadu_si128(ptr.cast());
        store(x, ptr) _mm_storeu_si128(ptr.cast(), x);
        stream(x, ptr) _mm_stream_si128(ptr.cast(), x);
        eq(x, y) _mm_cmpeq_epi16(x, y);
        select(mask, yes, no) _mm_blendv_epi8(no, yes, mask);
        interleave(x, y) (_mm_unpacklo_epi16(x, y), _mm_unpackhi_epi16(x, y));
        deinterleave(x, y) deinterleave_16_half(x, y);
        add(x, y) _mm_add_epi16(x, y);
        sub(x, y) _mm_sub_epi16(x, y);
        mul(x, y) _mm_mullo_epi16(x, y);
        neg(x) _mm_sub_epi16(_mm_setzero_si128(), x);
    } {
        bitand(x, y) _mm_and_si128(x, y);
        bitor(x, y) _mm_or_si128(x, y);
        bitxor(x, y) _mm_xor_si128(x, y);
        raise(x, mask) _mm_sub_epi16(x, mask);
        lower(x, mask) _mm_add_epi16(x, mask);
        shl(x, n) _mm_sll_epi16(x, amount(n));
        shl_by(x, n) sllv_16_half(x, n);
    } i16 {
        lt(x, y) _mm_cmpgt_epi16(y, x);
        le(x, y) _mm_cmpeq_epi16(_mm_min_epi16(x, y), x);
        min(x, y) _mm_min_epi16(x, y);
        max(x, y) _mm_max_epi16(x, y);
        abs(x) _mm_abs_epi16(x);
    } {
        shr(x, n) _mm_sra_epi16(x, amount(n));
        shr_by(x, n) srav_16_half(x, n);
    } u16 {
        lt(x, y) above_16_half(y, x);
        le(x, y) _mm_cmpeq_epi16(_mm_min_epu16(x, y), x);
        min(x, y) _mm_min_epu16(x, y);
        max(x, y) _mm_max_epu16(x, y);
        abs(x) x;
    } {
        shr(x, n) _mm_srl_epi16(x, amount(n));
        shr_by(x, n) srlv_16_half(x, n);
    };
    I8x16 of 16, masks I8x16: both {
        splat(x) _mm_set1_epi8(x as i8);
        load(ptr) _mm_loadu_si128(ptr.cast());
        store(x, ptr) _mm_storeu_si128(ptr.cast(), x);
        stream(x, ptr) _mm_stream_si128(ptr.cast(), x);
        eq(x, y) _mm_cmpeq_epi8(x, y);
        select(mask, yes, no) _mm_blendv_epi8(no, yes, mask);
        interleave(x, y) (_mm_unpacklo_epi8(x, y), _mm_unpackhi_epi8(x, y));
        deinterleave(x, y) deinterleave_8(x, y);
        add(x, y) _mm_add_epi8(x, y);
        sub(x, y) _mm_sub_epi8(x, y);
        mul(x, y) mul_8(x, y);
        neg(x) _mm_sub_epi8(_mm_setzero_si128(), x);
    } {
        bitand(x, y) _mm_and_si128(x, y);
        bitor(x, y) _mm_or_si128(x, y);
        bitxor(x, y) _mm_xor_si128(x, y);
        raise(x, mask) _mm_sub_epi8(x, mask);
        lower(x, mask) _mm_add_epi8(x, mask);
        shl(x, n) sll_8(x, n);
        shl_by(x, n) sllv_8(x, n);
    } i8 {
        lt(x, y) _mm_cmpgt_epi8(y, x);
        le(x, y) _mm_cmpeq_epi8(_mm_min_epi8(x, y), x);
        min(x, y) _mm_min_epi8(x, y);
        max(x, y) _mm_max_epi8(x, y);
        abs(x) _mm_abs_epi8(x);
    } {
        shr(x, n) sra_8(x, n);
        shr_by(x, n) srav_8(x, n);
    } u8 {
        lt(x, y) above_8(y, x);
        le(x, y) _mm_cmpeq_epi8(_mm_min_epu8(x, y), x);
        min(x, y) _mm_min_epu8(x, y);
        max(x, y) _mm_max_epu8(x, y);
        abs(x) x;
    } {
        shr(x, n) srl_8(x, n);
        shr_by(x, n) srlv_8(x, n);
    };
    I8x8 of 8, masks I8x8: both {
        splat(x) _mm_set1_epi8(x as i8);
        load(ptr) _mm_loadl_epi64(ptr.cast());
        store(x, ptr) _mm_storel_epi64(ptr.cast(), x);
        eq(x, y) _mm_cmpeq_epi8(x, y);
        select(mask, yes, no) _mm_blendv_epi8(no, yes, mask);
        interleave(x, y) interleave_8_half(x, y);
        deinterleave(x, y) deinterleave_8_half(x, y);
        add(x, y) _mm_add_epi8(x, y);
        sub(x, y) _mm_sub_epi8(x, y);
        mul(x, y) mul_8_half(x, y);
        neg(x) _mm_sub_epi8(_mm_setzero_si128(), x);
    } {
        bitand(x, y) _mm_and_si128(x, y);
        bitor(x, y) _mm_or_si128(x, y);
        bitxor(x, y) _mm_xor_si128(x, y);
        raise(x, mask) _mm_sub_epi8(x, mask);
        lower(x, mask) _mm_add_epi8(x, mask);
        shl(x, n) sll_8(x, n);
        shl_by(x, n) sllv_8_half(x, n);
    } i8 {
        lt(x, y) _mm_cmpgt_epi8(y, x);
        le(x, y) _mm_cmpeq_epi8(_mm_min_epi8(x, y), x);
        min(x, y) _mm_min_epi8(x, y);
        max(x, y) _mm_max_epi8(x, y);
        abs(x) _mm_abs_epi8(x);
    } {
        shr(x, n) sra_8(x, n);
        shr_by(x, n) srav_8_half(x, n);
    } u8 {
        lt(x, y) above_8(y, x);
        le(x, y) _mm_cmpeq_epi8(_mm_min_epu8(x, y), x);
        min(x, y) _mm_min_epu8(x, y);
        max(x, y) _mm_max_epu8(x, y);
        abs(x) x;
    } {
        shr(x, n) srl_8(x, n);
        shr_by(x, n) srlv_8_half(x, n);
    };
}
