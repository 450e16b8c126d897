//! Kernels over two axes, and one over very few elements.

use std::arch::x86_64::*;

use super::Out;

/// Calls `f(column, aligned)` for lines of eight that cover rows of a result: the first and the last one may overlap their
/// neighbours and may not be aligned to cache lines, those between are, in all rows.
#[target_feature(enable = "avx2,fma")]
#[inline]
fn lines(out: *const f64, columns: usize, mut f: impl FnMut(usize, bool)) {
    let mut j = out.align_offset(64);
    if j > 0 {
        f(0, false);
    }
    while j + 8 <= columns {
        f(j, true);
        j += 8;
    }
    if j < columns {
        f(columns - 8, false);
    }
}

/// Two vectors, one cache line, to `to`, past the caches if asked for.
///
/// # Safety
///
/// There is room for eight elements; past the caches it is aligned to 64 bytes.
#[target_feature(enable = "avx2,fma")]
#[inline]
unsafe fn store_line(to: *mut f64, past: bool, low: __m256d, high: __m256d) {
    // SAFETY: the caller's promise.
    unsafe {
        if past {
            _mm256_stream_pd(to, low);
            _mm256_stream_pd(to.add(4), high);
        } else {
            _mm256_storeu_pd(to, low);
            _mm256_storeu_pd(to.add(4), high);
        }
    }
}

/// `out[i, j] = x[i, j] + row[j]`, in rows of a multiple of eight elements.
#[target_feature(enable = "avx2,fma")]
pub fn add_row(x: &[f64], row: &[f64], out: Out<'_>) {
    if out.past_caches { add_row_to::<true>(x, row, out) } else { add_row_to::<false>(x, row, out) }
}

#[target_feature(enable = "avx2,fma")]
fn add_row_to<const PAST: bool>(x: &[f64], row: &[f64], out: Out<'_>) {
    let columns = row.len();
    assert!(x.len() == out.elements.len() && columns.is_multiple_of(8) && x.len().is_multiple_of(columns));
    for (x, out) in x.chunks_exact(columns).zip(out.elements.chunks_exact_mut(columns)) {
        let (x, y, out) = (x.as_ptr(), row.as_ptr(), out.as_mut_ptr().cast::<f64>());
        lines(out, columns, |j, aligned| {
            // SAFETY: lines of three rows of `columns` elements.
            unsafe {
                let low = _mm256_add_pd(_mm256_loadu_pd(x.add(j)), _mm256_loadu_pd(y.add(j)));
                let high = _mm256_add_pd(_mm256_loadu_pd(x.add(j + 4)), _mm256_loadu_pd(y.add(j + 4)));
                store_line(out.add(j), PAST && aligned, low, high);
            }
        });
    }
    _mm_sfence();
}

/// `out[i, j] = x[i, j] + column[i]`, in rows of a multiple of eight elements.
#[target_feature(enable = "avx2,fma")]
pub fn add_column(x: &[f64], column: &[f64], out: Out<'_>) {
    if out.past_caches { add_column_to::<true>(x, column, out) } else { add_column_to::<false>(x, column, out) }
}

#[target_feature(enable = "avx2,fma")]
fn add_column_to<const PAST: bool>(x: &[f64], column: &[f64], out: Out<'_>) {
    let columns = x.len() / column.len();
    assert!(x.len() == out.elements.len() && columns.is_multiple_of(8) && x.len() == columns * column.len());
    for ((x, out), &y) in x.chunks_exact(columns).zip(out.elements.chunks_exact_mut(columns)).zip(column) {
        let (x, y, out) = (x.as_ptr(), _mm256_set1_pd(y), out.as_mut_ptr().cast::<f64>());
        lines(out, columns, |j, aligned| {
            // SAFETY: lines of two rows of `columns` elements.
            unsafe {
                let low = _mm256_add_pd(_mm256_loadu_pd(x.add(j)), y);
                store_line(out.add(j), PAST && aligned, low, _mm256_add_pd(_mm256_loadu_pd(x.add(j + 4)), y));
            }
        });
    }
    _mm_sfence();
}

/// `out[i, j] = a[i, j] + b[j, i]`, n×n: blocks of 8×8 are transposed in registers, a line of each row at a time, so that lines
/// of all three are read and written whole.
#[target_feature(enable = "avx2,fma")]
pub fn add_transposed(a: &[f64], b: &[f64], n: usize, out: Out<'_>) {
    if out.past_caches { add_transposed_to::<true>(a, b, n, out) } else { add_transposed_to::<false>(a, b, n, out) }
}

#[target_feature(enable = "avx2,fma")]
fn add_transposed_to<const PAST: bool>(a: &[f64], b: &[f64], n: usize, out: Out<'_>) {
    assert!(a.len() == n * n && b.len() == n * n && out.elements.len() == n * n && n.is_multiple_of(8));
    let (a, b, out) = (a.as_ptr(), b.as_ptr(), out.elements.as_mut_ptr().cast::<f64>());
    for i in (0..n).step_by(8) {
        lines(out, n, |j, aligned| {
            for next in j + 8..j + 16 {
                // The rows of `b` lie too far apart for the processor to foresee them. No address is invalid here.
                _mm_prefetch::<_MM_HINT_T0>(b.wrapping_add(next * n + i).cast());
            }
            // SAFETY: blocks of 8×8 inside n×n.
            unsafe { block(a.add(i * n + j), b.add(j * n + i), out.add(i * n + j), n, PAST && aligned) };
        });
    }
    _mm_sfence();
}

/// One block of 8×8.
///
/// # Safety
///
/// All three have it, in rows of `n` elements; past the caches, those of `out` are aligned to 64 bytes.
#[target_feature(enable = "avx2,fma")]
#[inline]
unsafe fn block(a: *const f64, b: *const f64, out: *mut f64, n: usize, past: bool) {
    for i in [0, 4] {
        // SAFETY: inside the block.
        unsafe {
            let low = transposed(b.add(i), n);
            let high = transposed(b.add(4 * n + i), n);
            for k in 0..4 {
                let (a, out) = (a.add((i + k) * n), out.add((i + k) * n));
                let left = _mm256_add_pd(_mm256_loadu_pd(a), low[k]);
                store_line(out, past, left, _mm256_add_pd(_mm256_loadu_pd(a.add(4)), high[k]));
            }
        }
    }
}

/// The columns of a block of 4×4.
///
/// # Safety
///
/// It is there, in rows of `n` elements.
#[target_feature(enable = "avx2,fma")]
#[inline]
unsafe fn transposed(b: *const f64, n: usize) -> [__m256d; 4] {
    // Halves of rows 0 and 2, and of 1 and 3, side by side as they are loaded: then two unpacks finish it.
    // SAFETY: inside the block.
    let pair = |row: usize, column: usize| unsafe {
        let low = _mm256_castpd128_pd256(_mm_loadu_pd(b.add(row * n + column)));
        _mm256_insertf128_pd::<1>(low, _mm_loadu_pd(b.add((row + 2) * n + column)))
    };
    let (r0, r1, r2, r3) = (pair(0, 0), pair(1, 0), pair(0, 2), pair(1, 2));
    [_mm256_unpacklo_pd(r0, r1), _mm256_unpackhi_pd(r0, r1), _mm256_unpacklo_pd(r2, r3), _mm256_unpackhi_pd(r2, r3)]
}

/// `x + 10` for 64 elements.
#[target_feature(enable = "avx2,fma")]
pub fn add_ten(x: &[f64], out: Out<'_>) {
    assert!(x.len() == 64 && out.elements.len() == 64);
    let out = out.elements.as_mut_ptr().cast::<f64>();
    let ten = _mm256_set1_pd(10.0);
    for i in (0..64).step_by(4) {
        // SAFETY: vectors inside 64 elements.
        unsafe {
            _mm256_storeu_pd(out.add(i), _mm256_add_pd(_mm256_loadu_pd(x.as_ptr().add(i)), ten));
        }
    }
}
