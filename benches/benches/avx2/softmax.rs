//! Softmax of rows: their maximum, then the exponentials and their sum, then the quotients.

use std::arch::x86_64::*;

use super::Out;

/// `exp` for x in -745..=0: Cody and Waite's reduction by multiples of ln 2, a polynomial of degree 11. Results below 2^-1022
/// come out as 0.
#[target_feature(enable = "avx2,fma")]
#[inline]
fn exp(x: __m256d) -> __m256d {
    let set = |c: f64| _mm256_set1_pd(c);
    let lost = _mm256_cmp_pd::<_CMP_LT_OQ>(x, set(-708.0));
    // Adding 1.5 · 2^52 rounds to an integer, which then stands in the low bits.
    let shift = set(6755399441055744.0);
    let shifted = _mm256_fmadd_pd(x, set(std::f64::consts::LOG2_E), shift);
    let n = _mm256_sub_pd(shifted, shift);
    let r = _mm256_fnmadd_pd(n, set(6.931_471_803_691_238e-1), x);
    let r = _mm256_fnmadd_pd(n, set(1.908_214_929_270_587_7e-10), r);
    // exp(r) = 1 + r + r² q(r), with q by pairs.
    let r2 = _mm256_mul_pd(r, r);
    let r4 = _mm256_mul_pd(r2, r2);
    let pair = |low: f64, high: f64| _mm256_fmadd_pd(set(high), r, set(low));
    let q01 = pair(0.5, 0.16666666666666669);
    let q23 = pair(0.04166666666662413, 0.008333333333330062);
    let q45 = pair(0.0013888888917213717, 0.00019841269863053618);
    let q67 = pair(2.4801521295954376e-05, 2.7557268459997064e-06);
    let q89 = pair(2.7620088445409746e-07, 2.510038549551032e-08);
    let low = _mm256_fmadd_pd(q23, r2, q01);
    let high = _mm256_fmadd_pd(_mm256_fmadd_pd(q89, r2, q67), r2, q45);
    let q = _mm256_fmadd_pd(high, r4, low);
    let y = _mm256_add_pd(_mm256_fmadd_pd(q, r2, r), set(1.0));
    let scale = _mm256_slli_epi64::<52>(_mm256_castpd_si256(shifted));
    let y = _mm256_castsi256_pd(_mm256_add_epi64(_mm256_castpd_si256(y), scale));
    _mm256_andnot_pd(lost, y)
}

/// The larger, the sum, … of four vectors' lanes.
#[target_feature(enable = "avx2,fma")]
#[inline]
fn fold(v: [__m256d; 4], f: impl Fn(__m256d, __m256d) -> __m256d) -> f64 {
    let v = f(f(v[0], v[1]), f(v[2], v[3]));
    let v = f(v, _mm256_permute2f128_pd::<1>(v, v));
    _mm256_cvtsd_f64(f(v, _mm256_permute_pd::<0b0101>(v)))
}

/// Rows of a multiple of four elements.
#[target_feature(enable = "avx2,fma")]
pub fn softmax(x: &[f64], columns: usize, out: Out<'_>) {
    assert!(
        x.len() == out.elements.len() && columns >= 16 && columns.is_multiple_of(4) && x.len().is_multiple_of(columns)
    );
    let whole = columns / 16 * 16;
    for (x, out) in x.chunks_exact(columns).zip(out.elements.chunks_exact_mut(columns)) {
        let (x, out) = (x.as_ptr(), out.as_mut_ptr().cast::<f64>());
        // SAFETY: whole vectors of rows of `columns` elements.
        let load = |at: usize| unsafe { _mm256_loadu_pd(x.add(at)) };
        let mut most = [load(0), load(4), load(8), load(12)];
        for j in (16..whole).step_by(16) {
            for (k, most) in most.iter_mut().enumerate() {
                *most = _mm256_max_pd(*most, load(j + 4 * k));
            }
        }
        for j in (whole..columns).step_by(4) {
            most[0] = _mm256_max_pd(most[0], load(j));
        }
        let most = _mm256_set1_pd(fold(most, |x, y| _mm256_max_pd(x, y)));
        let mut sum = [_mm256_setzero_pd(); 4];
        let mut add = |k: usize, j: usize| {
            let y = exp(_mm256_sub_pd(load(j), most));
            // SAFETY: as above.
            unsafe { _mm256_storeu_pd(out.add(j), y) };
            sum[k] = _mm256_add_pd(sum[k], y);
        };
        for j in (0..whole).step_by(16) {
            add(0, j);
            add(1, j + 4);
            add(2, j + 8);
            add(3, j + 12);
        }
        for j in (whole..columns).step_by(4) {
            add(0, j);
        }
        let scale = _mm256_set1_pd(1.0 / fold(sum, |x, y| _mm256_add_pd(x, y)));
        for j in (0..columns).step_by(4) {
            // SAFETY: as above.
            unsafe { _mm256_storeu_pd(out.add(j), _mm256_mul_pd(_mm256_loadu_pd(out.add(j)), scale)) };
        }
    }
}
