//! Registers of floats.

use core::arch::x86_64::*;

use super::integer::{I32x8, I64x4};
use super::sequences::*;
use crate::lanes::x86::table::registers;

/// Four `f64`.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct F64x4(pub(super) __m256d);

/// Eight `f32`.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct F32x8(pub(super) __m256);

registers! { FloatRegister:
    F64x4 of 4, masks I64x4: both {} {} f64 {
        splat(x) _mm256_set1_pd(x);
        load(ptr) _mm256_loadu_pd(ptr);
        load_first(ptr, n) _mm256_maskload_pd(ptr, first_64(n));
        load_masked(ptr, mask, other) {
            _mm256_blendv_pd(other, _mm256_maskload_pd(ptr, mask), _mm256_castsi256_pd(mask))
        };
        store(x, ptr) _mm256_storeu_pd(ptr, x);
        stream(x, ptr) _mm256_stream_pd(ptr, x);
        store_first(x, ptr, n) _mm256_maskstore_pd(ptr, first_64(n), x);
        store_masked(x, ptr, mask) _mm256_maskstore_pd(ptr, mask, x);
        lt(x, y) _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_LT_OQ>(x, y));
        le(x, y) _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_LE_OQ>(x, y));
        eq(x, y) _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_EQ_OQ>(x, y));
        select(mask, yes, no) _mm256_blendv_pd(no, yes, _mm256_castsi256_pd(mask));
        interleave(x, y) interleave_64(x, y);
        deinterleave(x, y) deinterleave_64(x, y);
        add(x, y) _mm256_add_pd(x, y);
        sub(x, y) _mm256_sub_pd(x, y);
        mul(x, y) _mm256_mul_pd(x, y);
        neg(x) _mm256_xor_pd(x, _mm256_set1_pd(-0.0));
        abs(x) _mm256_andnot_pd(_mm256_set1_pd(-0.0), x);
        // The instruction gives its second operand where either is NaN.
        min(x, y) _mm256_blendv_pd(_mm256_min_pd(y, x), y, _mm256_cmp_pd::<_CMP_UNORD_Q>(x, x));
        max(x, y) _mm256_blendv_pd(_mm256_max_pd(y, x), y, _mm256_cmp_pd::<_CMP_UNORD_Q>(x, x));
    } {
        div(x, y) _mm256_div_pd(x, y);
        mul_add(x, y, z) _mm256_fmadd_pd(x, y, z);
        madd(x, y, z) _mm256_fmadd_pd(x, y, z);
        nmadd(x, y, z) _mm256_fnmadd_pd(x, y, z);
        at_least(x, bound) _mm256_max_pd(bound, x);
        at_most(x, bound) _mm256_min_pd(bound, x);
        sqrt(x) _mm256_sqrt_pd(x);
        floor(x) _mm256_floor_pd(x);
        ceil(x) _mm256_ceil_pd(x);
        trunc(x) _mm256_round_pd::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(x);
        round_ties_even(x) _mm256_round_pd::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(x);
        copysign(x, sign) {
            let zero = _mm256_set1_pd(-0.0);
            _mm256_or_pd(_mm256_and_pd(zero, sign), _mm256_andnot_pd(zero, x))
        };
    };
    F32x8 of 8, masks I32x8: both {} {} f32 {
        splat(x) _mm256_set1_ps(x);
        load(ptr) _mm256_loadu_ps(ptr);
        load_first(ptr, n) _mm256_maskload_ps(ptr, first_32(n));
        load_masked(ptr, mask, other) {
            _mm256_blendv_ps(other, _mm256_maskload_ps(ptr, mask), _mm256_castsi256_ps(mask))
        };
        store(x, ptr) _mm256_storeu_ps(ptr, x);
        stream(x, ptr) _mm256_stream_ps(ptr, x);
        store_first(x, ptr, n) _mm256_maskstore_ps(ptr, first_32(n), x);
        store_masked(x, ptr, mask) _mm256_maskstore_ps(ptr, mask, x);
        lt(x, y) _mm256_castps_si256(_mm256_cmp_ps::<_CMP_LT_OQ>(x, y));
        le(x, y) _mm256_castps_si256(_mm256_cmp_ps::<_CMP_LE_OQ>(x, y));
        eq(x, y) _mm256_castps_si256(_mm256_cmp_ps::<_CMP_EQ_OQ>(x, y));
        select(mask, yes, no) _mm256_blendv_ps(no, yes, _mm256_castsi256_ps(mask));
        interleave(x, y) interleave_32(x, y);
        deinterleave(x, y) deinterleave_32(x, y);
        add(x, y) _mm256_add_ps(x, y);
        sub(x, y) _mm256_sub_ps(x, y);
        mul(x, y) _mm256_mul_ps(x, y);
        neg(x) _mm256_xor_ps(x, _mm256_set1_ps(-0.0));
        abs(x) _mm256_andnot_ps(_mm256_set1_ps(-0.0), x);
        min(x, y) _mm256_blendv_ps(_mm256_min_ps(y, x), y, _mm256_cmp_ps::<_CMP_UNORD_Q>(x, x));
        max(x, y) _mm256_blendv_ps(_mm256_max_ps(y, x), y, _mm256_cmp_ps::<_CMP_UNORD_Q>(x, x));
    } {
        div(x, y) _mm256_div_ps(x, y);
        mul_add(x, y, z) _mm256_fmadd_ps(x, y, z);
        madd(x, y, z) _mm256_fmadd_ps(x, y, z);
        nmadd(x, y, z) _mm256_fnmadd_ps(x, y, z);
        at_least(x, bound) _mm256_max_ps(bound, x);
        at_most(x, bound) _mm256_min_ps(bound, x);
        sqrt(x) _mm256_sqrt_ps(x);
        floor(x) _mm256_floor_ps(x);
        ceil(x) _mm256_ceil_ps(x);
        trunc(x) _mm256_round_ps::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(x);
        round_ties_even(x) _mm256_round_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(x);
        copysign(x, sign) {
            let zero = _mm256_set1_ps(-0.0);
            _mm256_or_ps(_mm256_and_ps(zero, sign), _mm256_andnot_ps(zero, x))
        };
    };
}
