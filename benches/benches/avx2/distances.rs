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
    assert!(out.len() == p.len() / 3 * m && m.is_multiple_of(4));
    let q = by_coordinate::<3>(q);
    for (p, out) in p.as_chunks::<3>().0.iter().zip(out.chunks_exact_mut(m)) {
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

/// Points of 64 coordinates, a multiple of eight of them in `q` and of four in `p`: blocks of 4×8 distances stay in registers.
#[target_feature(enable = "avx2,fma")]
pub fn distances_64(p: &[f64], q: &[f64], out: Out<'_>) {
    const K: usize = 64;
    let (n, m) = (p.len() / K, q.len() / K);
    assert!(out.len() == n * m && n.is_multiple_of(4) && m.is_multiple_of(8));
    let out = out.as_mut_ptr().cast::<f64>();
    let mut packed = vec![0.0; K * 8];
    for j in (0..m).step_by(8) {
        for (lane, point) in q[j * K..(j + 8) * K].chunks_exact(K).enumerate() {
            for (k, x) in point.iter().enumerate() {
                packed[k * 8 + lane] = *x;
            }
        }
        for i in (0..n).step_by(4) {
            let rows: [&[f64]; 4] = std::array::from_fn(|r| &p[(i + r) * K..(i + r + 1) * K]);
            let mut sums = [[_mm256_setzero_pd(); 2]; 4];
            for (k, q) in packed.as_chunks::<8>().0.iter().enumerate() {
                // SAFETY: the two halves of eight elements.
                let q = unsafe { [_mm256_loadu_pd(q.as_ptr()), _mm256_loadu_pd(q.as_ptr().add(4))] };
                for r in 0..4 {
                    // SAFETY: rows have 64 elements.
                    let p = _mm256_set1_pd(unsafe { *rows[r].get_unchecked(k) });
                    for h in 0..2 {
                        let apart = _mm256_sub_pd(p, q[h]);
                        sums[r][h] = _mm256_fmadd_pd(apart, apart, sums[r][h]);
                    }
                }
            }
            for r in 0..4 {
                for h in 0..2 {
                    // SAFETY: inside the block of 4×8 at [i, j] of n×m.
                    unsafe { _mm256_storeu_pd(out.add((i + r) * m + j + 4 * h), _mm256_sqrt_pd(sums[r][h])) };
                }
            }
        }
    }
}
