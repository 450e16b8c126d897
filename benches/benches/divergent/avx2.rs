//! The Mandelbrot set as somebody would write it by hand for AVX2: two gangs of a register each run in turns, so that the latency of one
//! is hidden by the other, until no lane of either is live.

use std::arch::x86_64::*;

use num_complex::Complex;

/// Says that the CPU has AVX2.
#[derive(Clone, Copy)]
pub struct Avx2(());

impl Avx2 {
    /// The token, if the CPU has the instructions.
    pub fn new() -> Option<Self> {
        std::arch::is_x86_feature_detected!("avx2").then_some(Avx2(()))
    }

    /// What is left of `limit` at each point.
    pub fn mandel(self, c: &[Complex<f64>], limit: i64, out: &mut [i64]) {
        assert!(c.len() == out.len() && c.len().is_multiple_of(8));
        // SAFETY: the CPU has AVX2; gangs of 8 are within both slices.
        unsafe { mandel(c, limit, out) }
    }

    /// The same in single precision.
    pub fn mandel_f32(self, c: &[Complex<f32>], limit: i32, out: &mut [i32]) {
        assert!(c.len() == out.len() && c.len().is_multiple_of(16));
        // SAFETY: the CPU has AVX2; gangs of 16 are within both slices.
        unsafe { mandel_f32(c, limit, out) }
    }
}

#[target_feature(enable = "avx2")]
unsafe fn mandel(c: &[Complex<f64>], limit: i64, out: &mut [i64]) {
    let four = _mm256_set1_pd(4.0);
    for at in (0..c.len()).step_by(8) {
        // SAFETY: eight points from `at` on.
        let (re, im) = unsafe {
            let from = c.as_ptr().add(at).cast::<f64>();
            // Points 0 2 1 3 and 4 6 5 7: the counts are put in order at the end.
            let (a, b) = (_mm256_loadu_pd(from), _mm256_loadu_pd(from.add(4)));
            let (d, e) = (_mm256_loadu_pd(from.add(8)), _mm256_loadu_pd(from.add(12)));
            ([_mm256_unpacklo_pd(a, b), _mm256_unpacklo_pd(d, e)], [_mm256_unpackhi_pd(a, b), _mm256_unpackhi_pd(d, e)])
        };
        let (mut x, mut y) = (re, im);
        let mut live = [_mm256_castsi256_pd(_mm256_set1_epi64x(-1)); 2];
        let mut count = [_mm256_setzero_si256(); 2];
        let mut turns = 0;
        loop {
            let (mut xx, mut yy) = (x, y);
            for gang in 0..2 {
                xx[gang] = _mm256_mul_pd(x[gang], x[gang]);
                yy[gang] = _mm256_mul_pd(y[gang], y[gang]);
                let inside = _mm256_cmp_pd::<_CMP_LT_OQ>(_mm256_add_pd(xx[gang], yy[gang]), four);
                live[gang] = _mm256_and_pd(live[gang], inside);
            }
            if _mm256_testz_pd(_mm256_or_pd(live[0], live[1]), _mm256_or_pd(live[0], live[1])) != 0 || turns > limit {
                break;
            }
            turns += 1;
            for gang in 0..2 {
                count[gang] = _mm256_sub_epi64(count[gang], _mm256_castpd_si256(live[gang]));
                let xy = _mm256_mul_pd(x[gang], y[gang]);
                x[gang] = _mm256_add_pd(_mm256_sub_pd(xx[gang], yy[gang]), re[gang]);
                y[gang] = _mm256_add_pd(_mm256_add_pd(xy, xy), im[gang]);
            }
        }
        for gang in 0..2 {
            let mut counts = [0i64; 4];
            // SAFETY: four counts.
            unsafe { _mm256_storeu_si256(counts.as_mut_ptr().cast(), count[gang]) };
            for (lane, place) in [0, 2, 1, 3].into_iter().enumerate() {
                out[at + 4 * gang + place] = (limit - counts[lane]).max(0);
            }
        }
    }
}

#[target_feature(enable = "avx2")]
unsafe fn mandel_f32(c: &[Complex<f32>], limit: i32, out: &mut [i32]) {
    let four = _mm256_set1_ps(4.0);
    for at in (0..c.len()).step_by(16) {
        let mut re = [_mm256_setzero_ps(); 2];
        let mut im = re;
        for gang in 0..2 {
            // SAFETY: eight points from there on.
            unsafe {
                let from = c.as_ptr().add(at + 8 * gang).cast::<f32>();
                let (a, b) = (_mm256_loadu_ps(from), _mm256_loadu_ps(from.add(8)));
                // Points 0 1 4 5 2 3 6 7.
                re[gang] = _mm256_shuffle_ps::<0b10_00_10_00>(a, b);
                im[gang] = _mm256_shuffle_ps::<0b11_01_11_01>(a, b);
            }
        }
        let (mut x, mut y) = (re, im);
        let mut live = [_mm256_castsi256_ps(_mm256_set1_epi32(-1)); 2];
        let mut count = [_mm256_setzero_si256(); 2];
        let mut turns = 0;
        loop {
            let (mut xx, mut yy) = (x, y);
            for gang in 0..2 {
                xx[gang] = _mm256_mul_ps(x[gang], x[gang]);
                yy[gang] = _mm256_mul_ps(y[gang], y[gang]);
                let inside = _mm256_cmp_ps::<_CMP_LT_OQ>(_mm256_add_ps(xx[gang], yy[gang]), four);
                live[gang] = _mm256_and_ps(live[gang], inside);
            }
            if _mm256_testz_ps(_mm256_or_ps(live[0], live[1]), _mm256_or_ps(live[0], live[1])) != 0 || turns > limit {
                break;
            }
            turns += 1;
            for gang in 0..2 {
                count[gang] = _mm256_sub_epi32(count[gang], _mm256_castps_si256(live[gang]));
                let xy = _mm256_mul_ps(x[gang], y[gang]);
                x[gang] = _mm256_add_ps(_mm256_sub_ps(xx[gang], yy[gang]), re[gang]);
                y[gang] = _mm256_add_ps(_mm256_add_ps(xy, xy), im[gang]);
            }
        }
        for gang in 0..2 {
            let mut counts = [0i32; 8];
            // SAFETY: eight counts.
            unsafe { _mm256_storeu_si256(counts.as_mut_ptr().cast(), count[gang]) };
            for (lane, place) in [0, 1, 4, 5, 2, 3, 6, 7].into_iter().enumerate() {
                out[at + 8 * gang + place] = (limit - counts[lane]).max(0);
            }
        }
    }
}
