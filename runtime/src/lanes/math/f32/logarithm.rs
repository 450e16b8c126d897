//! `ln` and its kin.

use super::double;
use crate::lanes::{Floats, Lanes, Mask, Numbers, Simd};

/// Whether every lane is positive, finite and no subnormal number.
#[inline(always)]
pub fn all_normal<S: Simd>(x: S::F32) -> bool {
    (x.ge(x.like(f32::MIN_POSITIVE)) & x.lt(x.like(f32::INFINITY))).all()
}

/// `(k, m)` with x = 2ᵏ·m and m from √½ to √2, of positive finite `x`; `k` as a float.
#[inline(always)]
pub fn split<S: Simd>(x: S::F32, normal: bool) -> (S::F32, S::F32) {
    /// The bits of √½.
    const ROOT: i32 = 0x3F35_04F3;
    /// 1.5·2²³: an integer that is added to its bits is added to the number.
    const INTEGERS: f32 = 12_582_912.0;
    let (x, zero) = if normal {
        (x, x.like(INTEGERS))
    } else {
        let tiny = x.lt(x.like(f32::MIN_POSITIVE));
        let zero = S::F32::select(tiny, x.like(INTEGERS + 23.0), x.like(INTEGERS));
        (S::F32::select(tiny, x * 8_388_608.0, x), zero)
    };
    let bits = x.to_int() - ROOT;
    let k = S::F32::from_int((bits >> 23) + INTEGERS.to_bits() as i32) - zero;
    (k, S::F32::from_int((bits & 0x007F_FFFF) + ROOT))
}

/// `y`, the logarithm of `x`, where `x` is positive and finite; what IEEE 754 says elsewhere.
#[inline(always)]
fn special<S: Simd>(x: S::F32, y: S::F32, normal: bool) -> S::F32 {
    if normal {
        return y;
    }
    let y = S::F32::select(x.lt(x.like(f32::INFINITY)), y, x);
    let rest = S::F32::select(x.eq(x.like(0.0)), x.like(f32::NEG_INFINITY), x.like(f32::NAN));
    S::F32::select(x.gt(x.like(0.0)), y, rest)
}

/// The natural logarithm.
///
/// k·ln 2 + ln m with ln 2 in two parts, and a polynomial in m − 1.
///
/// Off by up to 0.85 ulp.
#[inline(always)]
pub fn ln<S: Simd>(_: S, x: S::F32) -> S::F32 {
    // ln 2 in 15 bits, so that products with `k` are exact, and the rest of it.
    const HIGH: f32 = 0.693_145_75;
    const LOW: f32 = 1.428_606_8e-6;
    let normal = all_normal::<S>(x);
    let (k, m) = split::<S>(x, normal);
    let f = m - 1.0;
    // (ln(1 + f) − f + f²/2) / f³ on [√½ − 1, √2 − 1], relative to ln(1 + f): fpminimax of degree 7, error 2⁻²⁷.
    let q = horner!(f;
        0.333_333_73, -0.250_008_4, 0.199_989_9, -0.166_212_07, 0.142_389_07, -0.132_123_56, 0.125_658_9, -7.286_021e-2
    );
    let square = f * f;
    let tail = square.madd(f * q, k * LOW);
    let tail = square.madd(f.like(-0.5), tail);
    special::<S>(x, k.madd(k.like(HIGH), f + tail), normal)
}

/// The logarithm to base 2, in `f64`; exact for powers of 2.
///
/// Off by up to 0.501 ulp.
#[inline(always)]
pub fn log2<S: Simd>(s: S, x: S::F32) -> S::F32 {
    based(s, x, 1.0)
}

/// The logarithm to base 10, in `f64`; exact for powers of 10.
///
/// Off by up to 0.501 ulp.
#[inline(always)]
pub fn log10<S: Simd>(s: S, x: S::F32) -> S::F32 {
    based(s, x, core::f64::consts::LOG10_2)
}

/// log₂ x · `factor`.
#[inline(always)]
fn based<S: Simd>(s: S, x: S::F32, factor: f64) -> S::F32 {
    let normal = all_normal::<S>(x);
    let (k, m) = split::<S>(x, normal);
    let y = s.f32_to_f64(k) + double::log2_near_1(s, s.f32_to_f64(m) - 1.0);
    special::<S>(x, s.f64_to_f32(y * factor), normal)
}

/// ln(1 + x), in `f64`; a zero keeps its sign.
///
/// Off by up to 0.501 ulp.
#[inline(always)]
pub fn ln_1p<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let wide = s.f32_to_f64(x);
    let (k, f) = double::split::<S>(wide + 1.0);
    // Where 1 + x is rounded, x is either f itself or so large that this does not matter. (Masks of `f64` cost more than this.)
    let is_f = S::F32::select(x.abs().lt(x.like(0.25)), x.like(1.0), x.like(0.0));
    let f = s.f32_to_f64(is_f).madd(wide - f, f);
    let y = s.f64_to_f32((k + double::log2_near_1(s, f)) * core::f64::consts::LN_2);
    let ordinary = x.gt(x.like(-1.0)) & x.lt(x.like(f32::INFINITY)) & x.ne(x.like(0.0));
    if ordinary.all() {
        return y;
    }
    let y = S::F32::select(x.ne(x.like(0.0)) & x.lt(x.like(f32::INFINITY)), y, x);
    let rest = S::F32::select(x.eq(x.like(-1.0)), x.like(f32::NEG_INFINITY), x.like(f32::NAN));
    S::F32::select(x.gt(x.like(-1.0)), y, rest)
}
