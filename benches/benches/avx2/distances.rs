//! Distances between all pairs of points: those of `q` are transposed first, so that a vector holds four of them.

use std::arch::x86_64::*;

use super::Out;

/// `q` of `m` points, by coordinate: the coordinate k of the point j at `[k * m + j]`.
fn by_coordinate<const K: usize>(q: &[f64]) -> Vec<f64> {
    let m = q.len() / K;
    let mut t = vec![0.0; q.len()];
    for (j, point) in q.chunks_exact(K).enumerate() {
        for (k, x) in point.iter().enumerate() {
            t[k * m + j] = *x;
        }
    }
    t
}

/// Points of three coordinates, a multiple of four of them in `q`. Square roots take the time.
#[target_feature(enable = "avx2,fma")]
pub fn distances_3(p: &[f64], q: &[f64], out: Out<'_>) {
    let m = q.len() / 3;
    assert!(out.elements.len() == p.len() / 3 * m && m.is_multiple_of(4));
    let q = by_coordinate::<3>(q);
    for (p, out) in p.as_chunks::<3>().0.iter().zip(out.elements.chunks_exact_mut(m)) {
        let p = p.map(|x| _mm256_set1_pd(x));
        for j in (0..m).step_by(4) {
            // SAFETY: whole vectors of `m` elements.
            unsafe {
                let apart = |k: usize| _mm256_sub_pd(p[k], _mm256_loadu_pd(q.as_ptr().add(k * m + j)));
                let (x, y, z) = (apart(0), apart(1), apart(2));
                let square = _mm256_fmadd_pd(z, z, _mm256_fmadd_pd(y, y, _mm256_mul_pd(x, x)));
                _mm256_storeu_pd(out.as_mut_ptr().cast::<f64>().add(j), _mm256_sqrt_pd(square));
            }
        }
    }
}

/// The coordinates of a point in the larger problem.
const K: usize = 64;

/// Points of 64 coordinates, a multiple of eight of them in `q` and of four in `p`. Eight vectors of sums stay in registers, for 16 (at
/// the end eight) points of `q`, which are packed by coordinate.
#[target_feature(enable = "avx2,fma")]
pub fn distances_64(p: &[f64], q: &[f64], out: Out<'_>) {
    let m = q.len() / K;
    assert!(out.elements.len() == p.len() / K * m && p.len().is_multiple_of(4 * K) && m.is_multiple_of(8));
    let out = out.elements.as_mut_ptr().cast::<f64>();
    let mut points = q.chunks_exact(16 * K);
    for (at, q) in points.by_ref().enumerate() {
        // SAFETY: the columns of these points; `p` is whole blocks.
        unsafe { columns::<2, 4>(p, &by_coordinate::<K>(q), out.add(16 * at), m) };
    }
    if !points.remainder().is_empty() {
        // SAFETY: the same, for the last eight.
        unsafe { columns::<4, 2>(p, &by_coordinate::<K>(points.remainder()), out.add(m - 8), m) };
    }
}

/// The distances of all of `p` to the `4 * V` points of `q`, `P` and all of them at a time.
///
/// # Safety
///
/// `p` is a multiple of `P` points, and `out` has as many rows of `4 * V` elements, `m` apart.
#[target_feature(enable = "avx2,fma")]
#[inline]
unsafe fn columns<const P: usize, const V: usize>(p: &[f64], q: &[f64], mut out: *mut f64, m: usize) {
    assert_eq!(q.len(), K * 4 * V);
    for p in p.chunks_exact(P * K) {
        let mut sums = [[_mm256_setzero_pd(); V]; P];
        for k in 0..K {
            // SAFETY: whole vectors of `q`, coordinates of `P` points, and the rows that the caller promises.
            let q: [__m256d; V] = std::array::from_fn(|v| unsafe { _mm256_loadu_pd(q.as_ptr().add((k * V + v) * 4)) });
            for (i, sums) in sums.iter_mut().enumerate() {
                // SAFETY: as above.
                let x = _mm256_set1_pd(unsafe { *p.get_unchecked(i * K + k) });
                for (sum, q) in sums.iter_mut().zip(q) {
                    let apart = _mm256_sub_pd(x, q);
                    *sum = _mm256_fmadd_pd(apart, apart, *sum);
                }
            }
        }
        for (i, sums) in sums.iter().enumerate() {
            for (v, sum) in sums.iter().enumerate() {
                // SAFETY: as above.
                unsafe { _mm256_storeu_pd(out.add(i * m + 4 * v), _mm256_sqrt_pd(*sum)) };
            }
        }
        out = out.wrapping_add(P * m);
    }
}
