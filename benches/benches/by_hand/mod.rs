//! Loops as somebody would write them with `core::arch`, on the widest instructions that the CPU has.

/// `out = a * x + b`.
pub fn axpb(x: &[f64], a: f64, b: f64, out: &mut [f64]) {
    assert_eq!(x.len(), out.len());
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::is_x86_feature_detected as has;
        // SAFETY: the CPU has the instructions, and the slices are of one length.
        unsafe {
            if has!("avx512f") {
                return x86::axpb_512(x, a, b, out);
            }
            if has!("avx2") {
                return x86::axpb_256(x, a, b, out);
            }
        }
    }
    for (out, x) in out.iter_mut().zip(x) {
        *out = a * x + b;
    }
}

/// `v = a * x + y; out = if v < 0 { 0.1 * v } else { v }`.
pub fn leaky(x: &[f64], y: &[f64], a: f64, out: &mut [f64]) {
    assert!(x.len() == out.len() && y.len() == out.len());
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::is_x86_feature_detected as has;
        // SAFETY: the CPU has the instructions, and the slices are of one length.
        unsafe {
            if has!("avx512f") {
                return x86::leaky_512(x, y, a, out);
            }
            if has!("avx2") {
                return x86::leaky_256(x, y, a, out);
            }
        }
    }
    for ((out, x), y) in out.iter_mut().zip(x).zip(y) {
        let v = a * x + y;
        *out = if v < 0.0 { 0.1 * v } else { v };
    }
}

/// Whole vectors only: the arrays of these benches are made of such.
#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::*;

    macro_rules! loops {
        ($feature:literal $lanes:literal $set:ident $load:ident $store:ident $mul:ident $add:ident: $axpb:ident $leaky:ident, |$v:ident, $zero:ident, $scaled:ident| $blend:expr) => {
            #[target_feature(enable = $feature)]
            pub unsafe fn $axpb(x: &[f64], a: f64, b: f64, out: &mut [f64]) {
                let (a, b) = ($set(a), $set(b));
                for i in (0..x.len()).step_by($lanes) {
                    // SAFETY: whole vectors inside both slices.
                    unsafe {
                        let x = $load(x.as_ptr().add(i));
                        $store(out.as_mut_ptr().add(i), $add($mul(a, x), b));
                    }
                }
            }

            #[target_feature(enable = $feature)]
            pub unsafe fn $leaky(x: &[f64], y: &[f64], a: f64, out: &mut [f64]) {
                let (a, tenth, $zero) = ($set(a), $set(0.1), $set(0.0));
                for i in (0..x.len()).step_by($lanes) {
                    // SAFETY: whole vectors inside the three slices.
                    unsafe {
                        let (x, y) = ($load(x.as_ptr().add(i)), $load(y.as_ptr().add(i)));
                        let $v = $add($mul(a, x), y);
                        let $scaled = $mul(tenth, $v);
                        $store(out.as_mut_ptr().add(i), $blend);
                    }
                }
            }
        };
    }

    loops! { "avx2" 4 _mm256_set1_pd _mm256_loadu_pd _mm256_storeu_pd _mm256_mul_pd _mm256_add_pd: axpb_256 leaky_256,
    |v, zero, scaled| _mm256_blendv_pd(v, scaled, _mm256_cmp_pd::<_CMP_LT_OQ>(v, zero)) }
    loops! { "avx512f" 8 _mm512_set1_pd _mm512_loadu_pd _mm512_storeu_pd _mm512_mul_pd _mm512_add_pd: axpb_512 leaky_512,
    |v, zero, scaled| _mm512_mask_blend_pd(_mm512_cmp_pd_mask::<_CMP_LT_OQ>(v, zero), v, scaled) }
}
