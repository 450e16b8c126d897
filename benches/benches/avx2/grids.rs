//! Kernels over two axes, and one over very few elements.

use std::arch::x86_64::*;

use super::{Out, PAST_CACHES};

/// Two vectors, one cache line, to `to`: past the caches if `PAST` (then aligned to 64 bytes).
///
/// # Safety
///
/// There is room for eight elements.
#[target_feature(enable = "avx2,fma")]
#[inline]
unsafe fn store_line<const PAST: bool>(to: *mut f64, low: __m256d, high: __m256d) {
    // SAFETY: the caller's promise.
    unsafe {
        if PAST {
            _mm256_stream_pd(to, low);
            _mm256_stream_pd(to.add(4), high);
        } else {
            _mm256_storeu_pd(to, low);
            _mm256_storeu_pd(to.add(4), high);
        }
    }
}

/// Whether lines of rows of `columns` elements at `out` can and should go past the caches.
fn past_caches(out: Out<'_>, columns: usize) -> bool {
    size_of_val(out) > PAST_CACHES && out.as_ptr().addr().is_multiple_of(64) && columns.is_multiple_of(8)
}

/// `out[i, j] = x[i, j] + row[j]`; whole lines only.
#[target_feature(enable = "avx2,fma")]
pub fn add_row(x: &[f64], row: &[f64], out: Out<'_>) {
    if past_caches(out, row.len()) { add_row_to::<true>(x, row, out) } else { add_row_to::<false>(x, row, out) }
}

#[target_feature(enable = "avx2,fma")]
fn add_row_to<const PAST: bool>(x: &[f64], row: &[f64], out: Out<'_>) {
    let columns = row.len();
    assert!(x.len() == out.len() && columns.is_multiple_of(8) && x.len().is_multiple_of(columns));
    for (x, out) in x.chunks_exact(columns).zip(out.chunks_exact_mut(columns)) {
        let (x, y, out) = (x.as_ptr(), row.as_ptr(), out.as_mut_ptr().cast::<f64>());
        for j in (0..columns).step_by(8) {
            // SAFETY: whole lines of three rows of `columns` elements.
            unsafe {
                let low = _mm256_add_pd(_mm256_loadu_pd(x.add(j)), _mm256_loadu_pd(y.add(j)));
                let high = _mm256_add_pd(_mm256_loadu_pd(x.add(j + 4)), _mm256_loadu_pd(y.add(j + 4)));
                store_line::<PAST>(out.add(j), low, high);
            }
        }
    }
    _mm_sfence();
}

/// `out[i, j] = x[i, j] + column[i]`; whole lines only.
#[target_feature(enable = "avx2,fma")]
pub fn add_column(x: &[f64], column: &[f64], out: Out<'_>) {
    let columns = x.len() / column.len();
    if past_caches(out, columns) {
        add_column_to::<true>(x, column, out)
    } else {
        add_column_to::<false>(x, column, out)
    }
}

#[target_feature(enable = "avx2,fma")]
fn add_column_to<const PAST: bool>(x: &[f64], column: &[f64], out: Out<'_>) {
    let columns = x.len() / column.len();
    assert!(x.len() == out.len() && columns.is_multiple_of(8) && x.len() == columns * column.len());
    for ((x, out), &y) in x.chunks_exact(columns).zip(out.chunks_exact_mut(columns)).zip(column) {
        let (x, y, out) = (x.as_ptr(), _mm256_set1_pd(y), out.as_mut_ptr().cast::<f64>());
        for j in (0..columns).step_by(8) {
            // SAFETY: whole lines of two rows of `columns` elements.
            unsafe {
                let low = _mm256_add_pd(_mm256_loadu_pd(x.add(j)), y);
                store_line::<PAST>(out.add(j), low, _mm256_add_pd(_mm256_loadu_pd(x.add(j + 4)), y));
            }
        }
    }
    _mm_sfence();
}

/// `out[i, j] = a[i, j] + b[j, i]`, n×n: blocks of 8×8 are transposed in registers, a line of each row at a time.
#[target_feature(enable = "avx2,fma")]
pub fn add_transposed(a: &[f64], b: &[f64], n: usize, out: Out<'_>) {
    if past_caches(out, n) { add_transposed_to::<true>(a, b, n, out) } else { add_transposed_to::<false>(a, b, n, out) }
}

/// Rows of a band: so many lines of a row of `b` are read one after the other.
const BAND: usize = 16;

#[target_feature(enable = "avx2,fma")]
fn add_transposed_to<const PAST: bool>(a: &[f64], b: &[f64], n: usize, out: Out<'_>) {
    assert!(a.len() == n * n && b.len() == n * n && out.len() == n * n && n.is_multiple_of(8));
    let (a, b, out) = (a.as_ptr(), b.as_ptr(), out.as_mut_ptr().cast::<f64>());
    for band in (0..n).step_by(BAND) {
        let end = (band + BAND).min(n);
        for j in (0..n).step_by(8) {
            for i in (band..end).step_by(8) {
                // SAFETY: blocks of 8×8 inside n×n.
                unsafe { block::<PAST>(a.add(i * n + j), b.add(j * n + i), out.add(i * n + j), n) };
            }
        }
    }
    _mm_sfence();
}

/// One block of 8×8.
///
/// # Safety
///
/// All three have it, in rows of `n` elements.
#[target_feature(enable = "avx2,fma")]
#[inline]
unsafe fn block<const PAST: bool>(a: *const f64, b: *const f64, out: *mut f64, n: usize) {
    for i in [0, 4] {
        // SAFETY: inside the block.
        unsafe {
            let low = transposed(b.add(i), n);
            let high = transposed(b.add(4 * n + i), n);
            for k in 0..4 {
                let (a, out) = (a.add((i + k) * n), out.add((i + k) * n));
                let left = _mm256_add_pd(_mm256_loadu_pd(a), low[k]);
                store_line::<PAST>(out, left, _mm256_add_pd(_mm256_loadu_pd(a.add(4)), high[k]));
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
    assert!(x.len() == 64 && out.len() == 64);
    let ten = _mm256_set1_pd(10.0);
    for i in (0..64).step_by(4) {
        // SAFETY: vectors inside 64 elements.
        unsafe {
            _mm256_storeu_pd(
                out.as_mut_ptr().cast::<f64>().add(i),
                _mm256_add_pd(_mm256_loadu_pd(x.as_ptr().add(i)), ten),
            );
        }
    }
}
