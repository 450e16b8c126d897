//! Logarithms.

use super::{LN_2, select};
use crate::lanes::math::polynomial;
use crate::lanes::{Floats, Mask, Numbers, Simd};

/// ln x.
#[inline(always)]
pub fn ln<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let ordinary = x.ge(x.like(f64::MIN_POSITIVE)) & x.lt(x.like(f64::INFINITY));
    let ordinary = ordinary.all();
    let (k, f) = if ordinary { split::<S>(x, x.like(BIAS)) } else { split_any::<S>(x) };
    let (s, half, r) = series::<S>(f);
    // k·ln 2 + ln(1 + f), from the smallest part to the largest.
    let y = s.madd(half + r, k * LN_2[1]);
    let y = k.madd(k.like(LN_2[0]), f - (half - y));
    if ordinary { y } else { edges::<S>(x, y) }
}

/// What the exponent's bits under those of 2⁵² are above the exponent.
const BIAS: f64 = 4503599627370496.0 + 1023.0;

/// x = 2ᵏ·(1 + f) with √½ ≤ 1 + f < √2, for normal x.
#[inline(always)]
fn split<S: Simd>(x: S::F64, bias: S::F64) -> (S::F64, S::F64) {
    let bits = x.to_bits();
    // The exponent of 1 is added to what is left above √½, so that no borrow is.
    let above = bits + (0x3ff0_0000_0000_0000 - 0x3fe6_a09e_667f_3bcd);
    let k = S::F64::from_bits((above >> 52) | 0x4330_0000_0000_0000) - bias;
    let m = S::F64::from_bits((above & 0x000f_ffff_ffff_ffff) + 0x3fe6_a09e_667f_3bcd);
    (k, m - 1.0)
}

/// [`split`], also for subnormal x.
#[inline(always)]
fn split_any<S: Simd>(x: S::F64) -> (S::F64, S::F64) {
    let subnormal = x.lt(x.like(f64::MIN_POSITIVE));
    let x = select::<S>(subnormal, x * 18014398509481984.0, x);
    split::<S>(x, select::<S>(subnormal, x.like(BIAS + 54.0), x.like(BIAS)))
}

/// `y`, but the logarithms of 0, ∞, NaN and what is below 0.
#[inline(always)]
fn edges<S: Simd>(x: S::F64, y: S::F64) -> S::F64 {
    let zero = x.like(0.0);
    let y = select::<S>(x.gt(zero), y, x.like(f64::NAN));
    let y = select::<S>(x.eq(zero), x.like(f64::NEG_INFINITY), y);
    select::<S>(x.lt(x.like(f64::INFINITY)), y, select::<S>(x.gt(zero), x.like(f64::INFINITY), x.like(f64::NAN)))
}

/// `(s, h, r)` with ln(1 + f) = f - (h - s·(h + r)).
///
/// s = f/(2 + f), h = f²/2 and 2 atanh(s) = 2s + s·r with r = s²·p(s²), p of degree 6 from `fpminimax`: within 2⁻⁵⁷·⁶.
#[inline(always)]
fn series<S: Simd>(f: S::F64) -> (S::F64, S::F64, S::F64) {
    let s = f / (f + 2.0);
    let z = s * s;
    let p = polynomial!(z;
        0.666666666666667, 0.39999999999899416, 0.28571428626134593, 0.22222211103745138, 0.18182891464433099,
        0.15331644760471244, 0.1461737173735004);
    (s, f * f * 0.5, z * p)
}
