//! Squares of 8 by 8 elements turned in registers of 256 bits: what `v3` and `v4` share.

use core::arch::x86_64::*;

/// `to[row * width + column] = from[row + column * stride]`, for 8 rows and 8 columns of elements of 4 or 8 bytes.
///
/// # Safety
///
/// The CPU has AVX; the elements are readable and writable.
#[inline(always)]
pub unsafe fn turn<T>(from: *const T, stride: isize, to: *mut T, width: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        match size_of::<T>() {
            8 => {
                for row in [0, 4] {
                    for column in [0, 4] {
                        let (from, to) = (from.offset(column as isize * stride), to.add(column));
                        four_words(from.add(row).cast(), stride, to.add(row * width).cast(), width);
                    }
                }
            }
            _ => eight_halves(from.cast(), stride, to.cast(), width),
        }
    }
}

/// Copies whole cache lines past the caches.
///
/// # Safety
///
/// The CPU has AVX; `lines * 64` bytes are readable and writable, apart from each other, from multiples of 64 on.
#[inline(always)]
pub unsafe fn stream(from: *const u8, to: *mut u8, lines: usize) {
    let (from, to) = (from.cast::<__m256i>(), to.cast::<__m256i>());
    for half in 0..2 * lines {
        // SAFETY: the caller's promise.
        unsafe { _mm256_stream_si256(to.add(half), _mm256_load_si256(from.add(half))) };
    }
}

/// A square of 4 by 4 elements of 8 bytes.
#[inline(always)]
unsafe fn four_words(from: *const f64, stride: isize, to: *mut f64, width: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        let column = |n: isize| _mm256_loadu_pd(from.offset(n * stride));
        let (a, b, c, d) = (column(0), column(1), column(2), column(3));
        let (ab0, ab1) = (_mm256_unpacklo_pd(a, b), _mm256_unpackhi_pd(a, b));
        let (cd0, cd1) = (_mm256_unpacklo_pd(c, d), _mm256_unpackhi_pd(c, d));
        _mm256_storeu_pd(to, _mm256_permute2f128_pd::<0x20>(ab0, cd0));
        _mm256_storeu_pd(to.add(width), _mm256_permute2f128_pd::<0x20>(ab1, cd1));
        _mm256_storeu_pd(to.add(2 * width), _mm256_permute2f128_pd::<0x31>(ab0, cd0));
        _mm256_storeu_pd(to.add(3 * width), _mm256_permute2f128_pd::<0x31>(ab1, cd1));
    }
}

/// A square of 8 by 8 elements of 4 bytes.
#[inline(always)]
unsafe fn eight_halves(from: *const f32, stride: isize, to: *mut f32, width: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        let column = |n: isize| _mm256_loadu_ps(from.offset(n * stride));
        // Of each two columns the rows 0 1 4 5, and 2 3 6 7.
        let pairs = |n: isize| {
            let (x, y) = (column(n), column(n + 1));
            (_mm256_unpacklo_ps(x, y), _mm256_unpackhi_ps(x, y))
        };
        // Of each four columns, two rows of 4 elements.
        let fours = |n: isize| {
            let ((ab0, ab2), (cd0, cd2)) = (pairs(n), pairs(n + 2));
            [
                _mm256_shuffle_ps::<0x44>(ab0, cd0),
                _mm256_shuffle_ps::<0xee>(ab0, cd0),
                _mm256_shuffle_ps::<0x44>(ab2, cd2),
                _mm256_shuffle_ps::<0xee>(ab2, cd2),
            ]
        };
        let (low, high) = (fours(0), fours(4));
        for row in 0..4 {
            _mm256_storeu_ps(to.add(row * width), _mm256_permute2f128_ps::<0x20>(low[row], high[row]));
            _mm256_storeu_ps(to.add((row + 4) * width), _mm256_permute2f128_ps::<0x31>(low[row], high[row]));
        }
    }
}
