//! Kernels of one loop: four vectors at a time, an overlapping last vector, and stores past the caches where the result is large.

use std::arch::x86_64::*;

use super::Out;

macro_rules! kernel {
    ($name:ident [$($x:ident),+] [$($c:ident),*] $value:expr) => {
        #[target_feature(enable = "avx2,fma")]
        pub fn $name($($x: &[f64],)+ constants: [f64; 0 $(+ { let $c = 1; $c })*], out: Out<'_>) {
            let n = out.elements.len();
            assert!(n >= 16 $(&& $x.len() == n)+);
            let [$($c),*] = constants;
            $(let $c = _mm256_set1_pd($c);)*
            $(let $x = $x.as_ptr();)+
            let (past_caches, out) = (out.past_caches, out.elements.as_mut_ptr().cast::<f64>());
            let at = |i: usize| {
                $(
                    // SAFETY: callers pass an index of at most n - 4.
                    let $x = unsafe { _mm256_loadu_pd($x.add(i)) };
                )+
                $value
            };
            // SAFETY: callers pass an index of at most n - 4.
            let store = |i: usize| unsafe { _mm256_storeu_pd(out.add(i), at(i)) };
            let mut i = 0;
            if past_caches {
                store(0);
                store(4);
                i = out.align_offset(64);
                while i + 16 <= n {
                    for k in [0, 4, 8, 12] {
                        // SAFETY: as above, and aligned.
                        unsafe { _mm256_stream_pd(out.add(i + k), at(i + k)) };
                    }
                    i += 16;
                }
                _mm_sfence();
            }
            while i + 16 <= n {
                for k in [0, 4, 8, 12] {
                    store(i + k);
                }
                i += 16;
            }
            while i + 4 <= n {
                store(i);
                i += 4;
            }
            if i < n {
                store(n - 4);
            }
        }
    };
}

kernel! { mul_add_with [a, b, c] [] _mm256_add_pd(_mm256_mul_pd(a, b), c) }

/// `a * b + c`.
#[target_feature(enable = "avx2,fma")]
pub fn mul_add(a: &[f64], b: &[f64], c: &[f64], out: Out<'_>) {
    mul_add_with(a, b, c, [], out);
}

kernel! { cubic [x] [c0, c1, c2, c3] {
    let y = _mm256_add_pd(_mm256_mul_pd(c3, x), c2);
    let y = _mm256_add_pd(_mm256_mul_pd(y, x), c1);
    _mm256_add_pd(_mm256_mul_pd(y, x), c0)
} }

// Of two numbers that do not compare, these instructions give the second: NaN stays NaN.
kernel! { clip [x] [low, high] _mm256_min_pd(high, _mm256_max_pd(low, x)) }

kernel! { leaky [x] [scale] {
    let positive = _mm256_cmp_pd::<_CMP_GT_OQ>(x, _mm256_setzero_pd());
    _mm256_blendv_pd(_mm256_mul_pd(scale, x), x, positive)
} }

kernel! { cubic_kernel [x] [] {
    let x = _mm256_andnot_pd(_mm256_set1_pd(-0.0), x);
    // The coefficients of the piece, chosen first, so that there is one polynomial to compute.
    let near = _mm256_cmp_pd::<_CMP_LE_OQ>(x, _mm256_set1_pd(1.0));
    let pick = |far: f64, this: f64| _mm256_blendv_pd(_mm256_set1_pd(far), _mm256_set1_pd(this), near);
    let y = _mm256_add_pd(_mm256_mul_pd(pick(-0.5, 1.5), x), pick(2.5, -2.5));
    let y = _mm256_add_pd(_mm256_mul_pd(y, x), pick(-4.0, 0.0));
    _mm256_add_pd(_mm256_mul_pd(y, x), pick(2.0, 1.0))
} }
