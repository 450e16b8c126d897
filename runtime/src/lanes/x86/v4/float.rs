//! Registers of floats.

use core::arch::x86_64::*;

use super::mask::{K8, K16};
use super::sequences::*;
use crate::lanes::x86::table::registers;

/// Eight `f64`.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct F64x8(pub(super) __m512d);

/// 16 `f32`.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct F32x16(pub(super) __m512);

/// Eight `f32`.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct F32x8(pub(super) __m256);

registers! { FloatRegister:
    F64x8 of 8, masks K8: both {} {} f64 {
        splat(x) _mm512_set1_pd(x);
        load(ptr) _mm512_loadu_pd(ptr);
        load_first(ptr, n) _mm512_maskz_loadu_pd(first_8(n), ptr);
        load_masked(ptr, mask, other) _mm512_mask_loadu_pd(other, mask, ptr);
        store(x, ptr) _mm512_storeu_pd(ptr, x);
        stream(x, ptr) _mm512_stream_pd(ptr, x);
        store_first(x, ptr, n) _mm512_mask_storeu_pd(ptr, first_8(n), x);
        store_masked(x, ptr, mask) _mm512_mask_storeu_pd(ptr, mask, x);
        lt(x, y) _mm512_cmp_pd_mask::<_CMP_LT_OQ>(x, y);
        le(x, y) _mm512_cmp_pd_mask::<_CMP_LE_OQ>(x, y);
        eq(x, y) _mm512_cmp_pd_mask::<_CMP_EQ_OQ>(x, y);
        select(mask, yes, no) _mm512_mask_blend_pd(mask, no, yes);
        interleave(x, y) {
            let (a, b) = interleave_i64x8(_mm512_castpd_si512(x), _mm512_castpd_si512(y));
            (_mm512_castsi512_pd(a), _mm512_castsi512_pd(b))
        };
        deinterleave(x, y) {
            let (a, b) = deinterleave_i64x8(_mm512_castpd_si512(x), _mm512_castpd_si512(y));
            (_mm512_castsi512_pd(a), _mm512_castsi512_pd(b))
        };
        add(x, y) _mm512_add_pd(x, y);
        sub(x, y) _mm512_sub_pd(x, y);
        mul(x, y) _mm512_mul_pd(x, y);
        neg(x) _mm512_xor_pd(x, _mm512_set1_pd(-0.0));
        abs(x) _mm512_andnot_pd(_mm512_set1_pd(-0.0), x);
        // The instruction gives its second operand where either is NaN; lanes that are not written keep the other one.
        min(x, y) _mm512_mask_min_pd(y, _mm512_cmp_pd_mask::<_CMP_ORD_Q>(x, x), y, x);
        max(x, y) _mm512_mask_max_pd(y, _mm512_cmp_pd_mask::<_CMP_ORD_Q>(x, x), y, x);
    } {
        div(x, y) _mm512_div_pd(x, y);
        mul_add(x, y, z) _mm512_fmadd_pd(x, y, z);
        madd(x, y, z) _mm512_fmadd_pd(x, y, z);
        nmadd(x, y, z) _mm512_fnmadd_pd(x, y, z);
        at_least(x, bound) _mm512_max_pd(bound, x);
        at_most(x, bound) _mm512_min_pd(bound, x);
        sqrt(x) _mm512_sqrt_pd(x);
        floor(x) _mm512_roundscale_pd::<{ _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC }>(x);
        ceil(x) _mm512_roundscale_pd::<{ _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC }>(x);
        trunc(x) _mm512_roundscale_pd::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(x);
        round_ties_even(x) _mm512_roundscale_pd::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(x);
        copysign(x, sign) {
            let zero = _mm512_set1_pd(-0.0);
            _mm512_or_pd(_mm512_and_pd(zero, sign), _mm512_andnot_pd(zero, x))
        };
    };
    F32x16 of 16, masks K16: both {} {} f32 {
        splat(x) _mm512_set1_ps(x);
        load(ptr) _mm512_loadu_ps(ptr);
        load_first(ptr, n) _mm512_maskz_loadu_ps(first_16(n), ptr);
        load_masked(ptr, mask, other) _mm512_mask_loadu_ps(other, mask, ptr);
        store(x, ptr) _mm512_storeu_ps(ptr, x);
        stream(x, ptr) _mm512_stream_ps(ptr, x);
        store_first(x, ptr, n) _mm512_mask_storeu_ps(ptr, first_16(n), x);
        store_masked(x, ptr, mask) _mm512_mask_storeu_ps(ptr, mask, x);
        lt(x, y) _mm512_cmp_ps_mask::<_CMP_LT_OQ>(x, y);
        le(x, y) _mm512_cmp_ps_mask::<_CMP_LE_OQ>(x, y);
        eq(x, y) _mm512_cmp_ps_mask::<_CMP_EQ_OQ>(x, y);
        select(mask, yes, no) _mm512_mask_blend_ps(mask, no, yes);
        interleave(x, y) {
            let (a, b) = interleave_i32x16(_mm512_castps_si512(x), _mm512_castps_si512(y));
            (_mm512_castsi512_ps(a), _mm512_castsi512_ps(b))
        };
        deinterleave(x, y) {
            let (a, b) = deinterleave_i32x16(_mm512_castps_si512(x), _mm512_castps_si512(y));
            (_mm512_castsi512_ps(a), _mm512_castsi512_ps(b))
        };
        add(x, y) _mm512_add_ps(x, y);
        sub(x, y) _mm512_sub_ps(x, y);
        mul(x, y) _mm512_mul_ps(x, y);
        neg(x) _mm512_xor_ps(x, _mm512_set1_ps(-0.0));
        abs(x) _mm512_andnot_ps(_mm512_set1_ps(-0.0), x);
        min(x, y) _mm512_mask_min_ps(y, _mm512_cmp_ps_mask::<_CMP_ORD_Q>(x, x), y, x);
        max(x, y) _mm512_mask_max_ps(y, _mm512_cmp_ps_mask::<_CMP_ORD_Q>(x, x), y, x);
    } {
        div(x, y) _mm512_div_ps(x, y);
        mul_add(x, y, z) _mm512_fmadd_ps(x, y, z);
        madd(x, y, z) _mm512_fmadd_ps(x, y, z);
        nmadd(x, y, z) _mm512_fnmadd_ps(x, y, z);
        at_least(x, bound) _mm512_max_ps(bound, x);
        at_most(x, bound) _mm512_min_ps(bound, x);
        sqrt(x) _mm512_sqrt_ps(x);
        floor(x) _mm512_roundscale_ps::<{ _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC }>(x);
        ceil(x) _mm512_roundscale_ps::<{ _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC }>(x);
        trunc(x) _mm512_roundscale_ps::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(x);
        round_ties_even(x) _mm512_roundscale_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(x);
        copysign(x, sign) {
            let zero = _mm512_set1_ps(-0.0);
            _mm512_or_ps(_mm512_and_ps(zero, sign), _mm512_andnot_ps(zero, x))
        };
    };
    F32x8 of 8, masks K8: both {} {} f32 {
        splat(x) _mm256_set1_ps(x);
        load(ptr) _mm256_loadu_ps(ptr);
        load_first(ptr, n) _mm256_maskz_loadu_ps(first_8(n), ptr);
        load_masked(ptr, mask, other) _mm256_mask_loadu_ps(other, mask, ptr);
        store(x, ptr) _mm256_storeu_ps(ptr, x);
        stream(x, ptr) _mm256_stream_ps(ptr, x);
        store_first(x, ptr, n) _mm256_mask_storeu_ps(ptr, first_8(n), x);
        store_masked(x, ptr, mask) _mm256_mask_storeu_ps(ptr, mask, x);
        lt(x, y) _mm256_cmp_ps_mask::<_CMP_LT_OQ>(x, y);
        le(x, y) _mm256_cmp_ps_mask::<_CMP_LE_OQ>(x, y);
        eq(x, y) _mm256_cmp_ps_mask::<_CMP_EQ_OQ>(x, y);
        select(mask, yes, no) _mm256_mask_blend_ps(mask, no, yes);
        interleave(x, y) {
            let (a, b) = interleave_i32x8(_mm256_castps_si256(x), _mm256_castps_si256(y));
            (_mm256_castsi256_ps(a), _mm256_castsi256_ps(b))
        };
        deinterleave(x, y) {
            let (a, b) = deinterleave_i32x8(_mm256_castps_si256(x), _mm256_castps_si256(y));
            (_mm256_castsi256_ps(a), _mm256_castsi256_ps(b))
        };
        add(x, y) _mm256_add_ps(x, y);
        sub(x, y) _mm256_sub_ps(x, y);
        mul(x, y) _mm256_mul_ps(x, y);
        neg(x) _mm256_xor_ps(x, _mm256_set1_ps(-0.0));
        abs(x) _mm256_andnot_ps(_mm256_set1_ps(-0.0), x);
        min(x, y) _mm256_mask_min_ps(y, _mm256_cmp_ps_mask::<_CMP_ORD_Q>(x, x), y, x);
        max(x, y) _mm256_mask_max_ps(y, _mm256_cmp_ps_mask::<_CMP_ORD_Q>(x, x), y, x);
    } {
        div(x, y) _mm256_div_ps(x, y);
        mul_add(x, y, z) _mm256_fmadd_ps(x, y, z);
        madd(x, y, z) _mm256_fmadd_ps(x, y, z);
        nmadd(x, y, z) _mm256_fnmadd_ps(x, y, z);
        at_least(x, bound) _mm256_max_ps(bound, x);
        at_most(x, bound) _mm256_min_ps(bound, x);
        sqrt(x) _mm256_sqrt_ps(x);
        floor(x) _mm256_roundscale_ps::<{ _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC }>(x);
        ceil(x) _mm256_roundscale_ps::<{ _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC }>(x);
        trunc(x) _mm256_roundscale_ps::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(x);
        round_ties_even(x) _mm256_roundscale_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(x);
        copysign(x, sign) {
            let zero = _mm256_set1_ps(-0.0);
            _mm256_or_ps(_mm256_and_ps(zero, sign), _mm256_andnot_ps(zero, x))
        };
    };
}
