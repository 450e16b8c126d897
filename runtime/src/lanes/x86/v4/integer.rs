//! Registers of integers.

use core::arch::x86_64::*;

use super::mask::{K8, K16};
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
    /// Eight 64-bit integers.
    I64x8(__m512i);
    /// 16 32-bit integers.
    I32x16(__m512i);
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
    I64x8 of 8, masks K8: both {
        splat(x) _mm512_set1_epi64(x as i64);
        load(ptr) _mm512_loadu_si512(ptr.cast());
        load_first(ptr, n) _mm512_maskz_loadu_epi64(first_8(n), ptr.cast());
        load_masked(ptr, mask, other) _mm512_mask_loadu_epi64(other, mask, ptr.cast());
        store(x, ptr) _mm512_storeu_si512(ptr.cast(), x);
        stream(x, ptr) _mm512_stream_si512(ptr.cast(), x);
        store_first(x, ptr, n) _mm512_mask_storeu_epi64(ptr.cast(), first_8(n), x);
        store_masked(x, ptr, mask) _mm512_mask_storeu_epi64(ptr.cast(), mask, x);
        eq(x, y) _mm512_cmpeq_epi64_mask(x, y);
        select(mask, yes, no) _mm512_mask_blend_epi64(mask, no, yes);
        interleave(x, y) interleave_i64x8(x, y);
        deinterleave(x, y) deinterleave_i64x8(x, y);
        add(x, y) _mm512_add_epi64(x, y);
        sub(x, y) _mm512_sub_epi64(x, y);
        mul(x, y) _mm512_mullo_epi64(x, y);
        neg(x) _mm512_sub_epi64(_mm512_setzero_si512(), x);
    } {
        bitand(x, y) _mm512_and_si512(x, y);
        bitor(x, y) _mm512_or_si512(x, y);
        bitxor(x, y) _mm512_xor_si512(x, y);
        shl(x, n) _mm512_sll_epi64(x, amount(n));
        shl_by(x, n) _mm512_sllv_epi64(x, _mm512_and_si512(n, _mm512_set1_epi64(63)));
    } i64 {
        lt(x, y) _mm512_cmplt_epi64_mask(x, y);
        le(x, y) _mm512_cmple_epi64_mask(x, y);
        min(x, y) _mm512_min_epi64(x, y);
        max(x, y) _mm512_max_epi64(x, y);
        abs(x) _mm512_abs_epi64(x);
    } {
        shr(x, n) _mm512_sra_epi64(x, amount(n));
        shr_by(x, n) _mm512_srav_epi64(x, _mm512_and_si512(n, _mm512_set1_epi64(63)));
    } u64 {
        lt(x, y) _mm512_cmplt_epu64_mask(x, y);
        le(x, y) _mm512_cmple_epu64_mask(x, y);
        min(x, y) _mm512_min_epu64(x, y);
        max(x, y) _mm512_max_epu64(x, y);
        abs(x) x;
    } {
        shr(x, n) _mm512_srl_epi64(x, amount(n));
        shr_by(x, n) _mm512_srlv_epi64(x, _mm512_and_si512(n, _mm512_set1_epi64(63)));
    };
    I32x16 of 16, masks K16: both {
        splat(x) _mm512_set1_epi32(x as i32);
        load(ptr) _mm512_loadu_si512(ptr.cast());
        load_first(ptr, n) _mm512_maskz_loadu_epi32(first_16(n), ptr.cast());
        load_masked(ptr, mask, other) _mm512_mask_loadu_epi32(other, mask, ptr.cast());
        store(x, ptr) _mm512_storeu_si512(ptr.cast(), x);
        stream(x, ptr) _mm512_stream_si512(ptr.cast(), x);
        store_first(x, ptr, n) _mm512_mask_storeu_epi32(ptr.cast(), first_16(n), x);
        store_masked(x, ptr, mask) _mm512_mask_storeu_epi32(ptr.cast(), mask, x);
        eq(x, y) _mm512_cmpeq_epi32_mask(x, y);
        select(mask, yes, no) _mm512_mask_blend_epi32(mask, no, yes);
        interleave(x, y) interleave_i32x16(x, y);
        deinterleave(x, y) deinterleave_i32x16(x, y);
        add(x, y) _mm512_add_epi32(x, y);
        sub(x, y) _mm512_sub_epi32(x, y);
        mul(x, y) _mm512_mullo_epi32(x, y);
        neg(x) _mm512_sub_epi32(_mm512_setzero_si512(), x);
    } {
        bitand(x, y) _mm512_and_si512(x, y);
        bitor(x, y) _mm512_or_si512(x, y);
        bitxor(x, y) _mm512_xor_si512(x, y);
        shl(x, n) _mm512_sll_epi32(x, amount(n));
        shl_by(x, n) _mm512_sllv_epi32(x, _mm512_and_si512(n, _mm512_set1_epi32(31)));
    } i32 {
        lt(x, y) _mm512_cmplt_epi32_mask(x, y);
        le(x, y) _mm512_cmple_epi32_mask(x, y);
        min(x, y) _mm512_min_epi32(x, y);
        max(x, y) _mm512_max_epi32(x, y);
        abs(x) _mm512_abs_epi32(x);
    } {
        shr(x, n) _mm512_sra_epi32(x, amount(n));
        shr_by(x, n) _mm512_srav_epi32(x, _mm512_and_si512(n, _mm512_set1_epi32(31)));
    } u32 {
        lt(x, y) _mm512_cmplt_epu32_mask(x, y);
        le(x, y) _mm512_cmple_epu32_mask(x, y);
        min(x, y) _mm512_min_epu32(x, y);
        max(x, y) _mm512_max_epu32(x, y);
        abs(x) x;
    } {
        shr(x, n) _mm512_srl_epi32(x, amount(n));
        shr_by(x, n) _mm512_srlv_epi32(x, _mm512_and_si512(n, _mm512_set1_epi32(31)));
    };
    I32x8 of 8, masks K8: both {
        splat(x) _mm256_set1_epi32(x as i32);
        load(ptr) _mm256_loadu_si256(ptr.cast());
        load_first(ptr, n) _mm256_maskz_loadu_epi32(first_8(n), ptr.cast());
        load_masked(ptr, mask, other) _mm256_mask_loadu_epi32(other, mask, ptr.cast());
        store(x, ptr) _mm256_storeu_si256(ptr.cast(), x);
        stream(x, ptr) _mm256_stream_si256(ptr.cast(), x);
        store_first(x, ptr, n) _mm256_mask_storeu_epi32(ptr.cast(), first_8(n), x);
        store_masked(x, ptr, mask) _mm256_mask_storeu_epi32(ptr.cast(), mask, x);
        eq(x, y) _mm256_cmpeq_epi32_mask(x, y);
        select(mask, yes, no) _mm256_mask_blend_epi32(mask, no, yes);
        interleave(x, y) interleave_i32x8(x, y);
        deinterleave(x, y) deinterleave_i32x8(x, y);
        add(x, y) _mm256_add_epi32(x, y);
        sub(x, y) _mm256_sub_epi32(x, y);
        mul(x, y) _mm256_mullo_epi32(x, y);
        neg(x) _mm256_sub_epi32(_mm256_setzero_si256(), x);
    } {
        bitand(x, y) _mm256_and_si256(x, y);
        bitor(x, y) _mm256_or_si256(x, y);
        bitxor(x, y) _mm256_xor_si256(x, y);
        shl(x, n) _mm256_sll_epi32(x, amount(n));
        shl_by(x, n) _mm256_sllv_epi32(x, _mm256_and_si256(n, _mm256_set1_epi32(31)));
    } i32 {
        lt(x, y) _mm256_cmplt_epi32_mask(x, y);
        le(x, y) _mm256_cmple_epi32_mask(x, y);
        min(x, y) _mm256_min_epi32(x, y);
        max(x, y) _mm256_max_epi32(x, y);
        abs(x) _mm256_abs_epi32(x);
    } {
        shr(x, n) _mm256_sra_epi32(x, amount(n));
        shr_by(x, n) _mm256_srav_epi32(x, _mm256_and_si256(n, _mm256_set1_epi32(31)));
    } u32 {
        lt(x, y) _mm256_cmplt_epu32_mask(x, y);
        le(x, y) _mm256_cmple_epu32_mask(x, y);
        min(x, y) _mm256_min_epu32(x, y);
        max(x, y) _mm256_max_epu32(x, y);
        abs(x) x;
    } {
        shr(x, n) _mm256_srl_epi32(x, amount(n));
        shr_by(x, n) _mm256_srlv_epi32(x, _mm256_and_si256(n, _mm256_set1_epi32(31)));
    };
    I16x16 of 16, masks K16: both {
        splat(x) _mm256_set1_epi16(x as i16);
        load(ptr) _mm256_loadu_si256(ptr.cast());
        load_first(ptr, n) _mm256_maskz_loadu_epi16(first_16(n), ptr.cast());
        load_masked(ptr, mask, other) _mm256_mask_loadu_epi16(other, mask, ptr.cast());
        store(x, ptr) _mm256_storeu_si256(ptr.cast(), x);
        stream(x, ptr) _mm256_stream_si256(ptr.cast(), x);
        store_first(x, ptr, n) _mm256_mask_storeu_epi16(ptr.cast(), first_16(n), x);
        store_masked(x, ptr, mask) _mm256_mask_storeu_epi16(ptr.cast(), mask, x);
        eq(x, y) _mm256_cmpeq_epi16_mask(x, y);
        select(mask, yes, no) _mm256_mask_blend_epi16(mask, no, yes);
        interleave(x, y) interleave_i16x16(x, y);
        deinterleave(x, y) deinterleave_i16x16(x, y);
        add(x, y) _mm256_add_epi16(x, y);
        sub(x, y) _mm256_sub_epi16(x, y);
        mul(x, y) _mm256_mullo_epi16(x, y);
        neg(x) _mm256_sub_epi16(_mm256_setzero_si256(), x);
    } {
        bitand(x, y) _mm256_and_si256(x, y);
        bitor(x, y) _mm256_or_si256(x, y);
        bitxor(x, y) _mm256_xor_si256(x, y);
        shl(x, n) _mm256_sll_epi16(x, amount(n));
        shl_by(x, n) _mm256_sllv_epi16(x, _mm256_and_si256(n, _mm256_set1_epi16(15)));
    } i16 {
        lt(x, y) _mm256_cmplt_epi16_mask(x, y);
        le(x, y) _mm256_cmple_epi16_mask(x, y);
        min(x, y) _mm256_min_epi16(x, y);
        max(x, y) _mm256_max_epi16(x, y);
        abs(x) _mm256_abs_epi16(x);
    } {
        shr(x, n) _mm256_sra_epi16(x, amount(n));
        shr_by(x, n) _mm256_srav_epi16(x, _mm256_and_si256(n, _mm256_set1_epi16(15)));
    } u16 {
        lt(x, y) _mm256_cmplt_epu16_mask(x, y);
        le(x, y) _mm256_cmple_epu16_mask(x, y);
        min(x, y) _mm256_min_epu16(x, y);
        max(x, y) _mm256_max_epu16(x, y);
        abs(x) x;
    } {
        shr(x, n) _mm256_srl_epi16(x, amount(n));
        shr_by(x, n) _mm256_srlv_epi16(x, _mm256_and_si256(n, _mm256_set1_epi16(15)));
    };
    I16x8 of 8, masks K8: both {
        splat(x) _mm_set1_epi16(x as i16);
        load(ptr) _mm_loadu_si128(ptr.cast());
        load_first(ptr, n) _mm_maskz_loadu_epi16(first_8(n), ptr.cast());
        load_masked(ptr, mask, other) _mm_mask_loadu_epi16(other, mask, ptr.cast());
        store(x, ptr) _mm_storeu_si128(ptr.cast(), x);
        stream(x, ptr) _mm_stream_si128(ptr.cast(), x);
        store_first(x, ptr, n) _mm_mask_storeu_epi16(ptr.cast(), first_8(n), x);
        store_masked(x, ptr, mask) _mm_mask_storeu_epi16(ptr.cast(), mask, x);
        eq(x, y) _mm_cmpeq_epi16_mask(x, y);
        select(mask, yes, no) _mm_mask_blend_epi16(mask, no, yes);
        interleave(x, y) (_mm_unpacklo_epi16(x, y), _mm_unpackhi_epi16(x, y));
        deinterleave(x, y) deinterleave_i16x8(x, y);
        add(x, y) _mm_add_epi16(x, y);
        sub(x, y) _mm_sub_epi16(x, y);
        mul(x, y) _mm_mullo_epi16(x, y);
        neg(x) _mm_sub_epi16(_mm_setzero_si128(), x);
    } {
        bitand(x, y) _mm_and_si128(x, y);
        bitor(x, y) _mm_or_si128(x, y);
        bitxor(x, y) _mm_xor_si128(x, y);
        shl(x, n) _mm_sll_epi16(x, amount(n));
        shl_by(x, n) _mm_sllv_epi16(x, _mm_and_si128(n, _mm_set1_epi16(15)));
    } i16 {
        lt(x, y) _mm_cmplt_epi16_mask(x, y);
        le(x, y) _mm_cmple_epi16_mask(x, y);
        min(x, y) _mm_min_epi16(x, y);
        max(x, y) _mm_max_epi16(x, y);
        abs(x) _mm_abs_epi16(x);
    } {
        shr(x, n) _mm_sra_epi16(x, amount(n));
        shr_by(x, n) _mm_srav_epi16(x, _mm_and_si128(n, _mm_set1_epi16(15)));
    } u16 {
        lt(x, y) _mm_cmplt_epu16_mask(x, y);
        le(x, y) _mm_cmple_epu16_mask(x, y);
        min(x, y) _mm_min_epu16(x, y);
        max(x, y) _mm_max_epu16(x, y);
        abs(x) x;
    } {
        shr(x, n) _mm_srl_epi16(x, amount(n));
        shr_by(x, n) _mm_srlv_epi16(x, _mm_and_si128(n, _mm_set1_epi16(15)));
    };
    I8x16 of 16, masks K16: both {
        splat(x) _mm_set1_epi8(x as i8);
        load(ptr) _mm_loadu_si128(ptr.cast());
        load_first(ptr, n) _mm_maskz_loadu_epi8(first_16(n), ptr.cast());
        load_masked(ptr, mask, other) _mm_mask_loadu_epi8(other, mask, ptr.cast());
        store(x, ptr) _mm_storeu_si128(ptr.cast(), x);
        stream(x, ptr) _mm_stream_si128(ptr.cast(), x);
        store_first(x, ptr, n) _mm_mask_storeu_epi8(ptr.cast(), first_16(n), x);
        store_masked(x, ptr, mask) _mm_mask_storeu_epi8(ptr.cast(), mask, x);
        eq(x, y) _mm_cmpeq_epi8_mask(x, y);
        select(mask, yes, no) _mm_mask_blend_epi8(mask, no, yes);
        interleave(x, y) (_mm_unpacklo_epi8(x, y), _mm_unpackhi_epi8(x, y));
        deinterleave(x, y) deinterleave_i8x16(x, y);
        add(x, y) _mm_add_epi8(x, y);
        sub(x, y) _mm_sub_epi8(x, y);
        mul(x, y) mul_8(x, y);
        neg(x) _mm_sub_epi8(_mm_setzero_si128(), x);
    } {
        bitand(x, y) _mm_and_si128(x, y);
        bitor(x, y) _mm_or_si128(x, y);
        bitxor(x, y) _mm_xor_si128(x, y);
        shl(x, n) sll_8(x, n);
        shl_by(x, n) sllv_8(x, n);
    } i8 {
        lt(x, y) _mm_cmplt_epi8_mask(x, y);
        le(x, y) _mm_cmple_epi8_mask(x, y);
        min(x, y) _mm_min_epi8(x, y);
        max(x, y) _mm_max_epi8(x, y);
        abs(x) _mm_abs_epi8(x);
    } {
        shr(x, n) sra_8(x, n);
        shr_by(x, n) srav_8(x, n);
    } u8 {
        lt(x, y) _mm_cmplt_epu8_mask(x, y);
        le(x, y) _mm_cmple_epu8_mask(x, y);
        min(x, y) _mm_min_epu8(x, y);
        max(x, y) _mm_max_epu8(x, y);
        abs(x) x;
    } {
        shr(x, n) srl_8(x, n);
        shr_by(x, n) srlv_8(x, n);
    };
    I8x8 of 8, masks K8: both {
        splat(x) _mm_set1_epi8(x as i8);
        load(ptr) _mm_loadl_epi64(ptr.cast());
        load_first(ptr, n) _mm_maskz_loadu_epi8(first_16(n), ptr.cast());
        load_masked(ptr, mask, other) _mm_mask_loadu_epi8(other, u16::from(mask), ptr.cast());
        store(x, ptr) _mm_storel_epi64(ptr.cast(), x);
        store_first(x, ptr, n) _mm_mask_storeu_epi8(ptr.cast(), first_16(n), x);
        store_masked(x, ptr, mask) _mm_mask_storeu_epi8(ptr.cast(), u16::from(mask), x);
        eq(x, y) _mm_cmpeq_epi8_mask(x, y) as u8;
        select(mask, yes, no) _mm_mask_blend_epi8(u16::from(mask), no, yes);
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
        shl(x, n) sll_8(x, n);
        shl_by(x, n) sllv_8_half(x, n);
    } i8 {
        lt(x, y) _mm_cmplt_epi8_mask(x, y) as u8;
        le(x, y) _mm_cmple_epi8_mask(x, y) as u8;
        min(x, y) _mm_min_epi8(x, y);
        max(x, y) _mm_max_epi8(x, y);
        abs(x) _mm_abs_epi8(x);
    } {
        shr(x, n) sra_8(x, n);
        shr_by(x, n) srav_8_half(x, n);
    } u8 {
        lt(x, y) _mm_cmplt_epu8_mask(x, y) as u8;
        le(x, y) _mm_cmple_epu8_mask(x, y) as u8;
        min(x, y) _mm_min_epu8(x, y);
        max(x, y) _mm_max_epu8(x, y);
        abs(x) x;
    } {
        shr(x, n) srl_8(x, n);
        shr_by(x, n) srlv_8_half(x, n);
    };
}
