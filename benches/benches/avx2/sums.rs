//! Sums along one axis of a matrix, and a count.

use std::arch::x86_64::*;

use super::Out;

/// The sum of the lanes.
#[target_feature(enable = "avx2,fma")]
#[inline]
fn lanes(v: __m256d) -> f64 {
    let v = _mm_add_pd(_mm256_castpd256_pd128(v), _mm256_extractf128_pd::<1>(v));
    _mm_cvtsd_f64(_mm_add_sd(v, _mm_unpackhi_pd(v, v)))
}

/// Of each row: eight sums a row, of a multiple of four elements.
#[target_feature(enable = "avx2,fma")]
pub fn sum_rows(x: &[f64], columns: usize, out: Out<'_>) {
    assert!(x.len() == out.elements.len() * columns && columns >= 32 && columns.is_multiple_of(4));
    let whole = columns / 32 * 32;
    for (row, out) in x.chunks_exact(columns).zip(out.elements) {
        // SAFETY: whole vectors of a row.
        let load = |at: usize| unsafe { _mm256_loadu_pd(row.as_ptr().add(at)) };
        let mut sums = [_mm256_setzero_pd(); 8];
        for j in (0..whole).step_by(32) {
            for (k, sum) in sums.iter_mut().enumerate() {
                *sum = _mm256_add_pd(*sum, load(j + 4 * k));
            }
        }
        for j in (whole..columns).step_by(4) {
            sums[0] = _mm256_add_pd(sums[0], load(j));
        }
        let pair = |k: usize| _mm256_add_pd(sums[k], sums[k + 4]);
        out.write(lanes(_mm256_add_pd(_mm256_add_pd(pair(0), pair(1)), _mm256_add_pd(pair(2), pair(3)))));
    }
}

/// Of each column: rows are added to the result four at a time, which stays in the first-level cache.
#[target_feature(enable = "avx2,fma")]
pub fn sum_columns(x: &[f64], columns: usize, out: Out<'_>) {
    assert!(out.elements.len() == columns && columns.is_multiple_of(4) && x.len().is_multiple_of(4 * columns));
    let out = out.elements.as_mut_ptr().cast::<f64>();
    for (at, rows) in x.chunks_exact(4 * columns).enumerate() {
        for j in (0..columns).step_by(4) {
            // SAFETY: whole vectors of the four rows and of the result, which the first rows have initialised.
            unsafe {
                let row = |k: usize| _mm256_loadu_pd(rows.as_ptr().add(k * columns + j));
                let sum = _mm256_add_pd(_mm256_add_pd(row(0), row(1)), _mm256_add_pd(row(2), row(3)));
                let sum = if at == 0 { sum } else { _mm256_add_pd(_mm256_loadu_pd(out.add(j)), sum) };
                _mm256_storeu_pd(out.add(j), sum);
            }
        }
    }
}

/// How many points lie inside the unit circle; a multiple of 16 of them. A comparison's mask is -1 in each lane that holds.
#[target_feature(enable = "avx2,fma")]
pub fn count_inside(x: &[f64], y: &[f64]) -> usize {
    assert!(x.len() == y.len() && x.len().is_multiple_of(16));
    let mut counts = [_mm256_setzero_si256(); 4];
    for (x, y) in x.as_chunks::<16>().0.iter().zip(y.as_chunks::<16>().0) {
        for (k, count) in counts.iter_mut().enumerate() {
            // SAFETY: four elements inside sixteen.
            let (x, y) = unsafe { (_mm256_loadu_pd(x.as_ptr().add(4 * k)), _mm256_loadu_pd(y.as_ptr().add(4 * k))) };
            let square = _mm256_add_pd(_mm256_mul_pd(x, x), _mm256_mul_pd(y, y));
            let inside = _mm256_cmp_pd::<_CMP_LT_OQ>(square, _mm256_set1_pd(1.0));
            *count = _mm256_sub_epi64(*count, _mm256_castpd_si256(inside));
        }
    }
    let sum = _mm256_add_epi64(_mm256_add_epi64(counts[0], counts[1]), _mm256_add_epi64(counts[2], counts[3]));
    let sum = _mm_add_epi64(_mm256_castsi256_si128(sum), _mm256_extracti128_si256::<1>(sum));
    (_mm_cvtsi128_si64(sum) + _mm_extract_epi64::<1>(sum)) as usize
}
