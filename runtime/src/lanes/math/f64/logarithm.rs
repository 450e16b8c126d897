//! Logarithms.

use super::{LN_2, select};
use crate::lanes::math::polynomial;
use crate::lanes::{Floats, Mask, Numbers, Simd};

/// ln x.
#[inline(always)]
pub fn ln<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let ordinary = x.ge(x.like(f64::MIN_POSITIVE)) & x.lt(x.like(f64::INFINITY));
    let ordinary = ordinary.all();
    let (k, m) = if ordinary { split::<S, SQRT_HALF>(x, x.like(BIAS)) } else { split_any::<S, SQRT_HALF>(x) };
    let f = m - 1.0;
    let (s, t) = series::<S>(f);
    // k·ln 2 + ln(1 + f), from the smallest part to the largest.
    let y = k.madd(k.like(LN_2[0]), f - s.madd(t, k * -LN_2[1]));
    if ordinary { y } else { edges::<S>(x, y) }
}

/// What the exponent's bits under those of 2⁵² are above the exponent.
pub(super) const BIAS: f64 = 4503599627370496.0 + 1023.0;

/// The bits of √½.
const SQRT_HALF: u64 = 0x3fe6_a09e_667f_3bcd;

/// x = 2ᵏ·m with m from `LEAST` (its bits) to twice that, for normal x.
#[inline(always)]
pub(super) fn split<S: Simd, const LEAST: u64>(x: S::F64, bias: S::F64) -> (S::F64, S::F64) {
    let bits = x.to_bits();
    // The exponent of 1 is added to what is left above the least m, so that no borrow is.
    let above = bits + (0x3ff0_0000_0000_0000 - LEAST);
    let k = S::F64::from_bits((above >> 52) | 0x4330_0000_0000_0000) - bias;
    let m = S::F64::from_bits((above & 0x000f_ffff_ffff_ffff) + LEAST);
    (k, m)
}

/// [`split`], also for subnormal x.
#[inline(always)]
pub(super) fn split_any<S: Simd, const LEAST: u64>(x: S::F64) -> (S::F64, S::F64) {
    let subnormal = x.lt(x.like(f64::MIN_POSITIVE));
    let x = select::<S>(subnormal, x * 18014398509481984.0, x);
    split::<S, LEAST>(x, select::<S>(subnormal, x.like(BIAS + 54.0), x.like(BIAS)))
}

/// `y`, but the logarithms of 0, ∞, NaN and what is below 0.
#[inline(always)]
fn edges<S: Simd>(x: S::F64, y: S::F64) -> S::F64 {
    let zero = x.like(0.0);
    let y = select::<S>(x.gt(zero), y, x.like(f64::NAN));
    let y = select::<S>(x.eq(zero), x.like(f64::NEG_INFINITY), y);
    select::<S>(x.lt(x.like(f64::INFINITY)), y, select::<S>(x.gt(zero), x.like(f64::INFINITY), x.like(f64::NAN)))
}

/// `(s, t)` with ln(1 + f) = f - s·t.
///
/// s = f/(2 + f), and 2 atanh(s) is s·(2 + s²·p(s²)) = f - s·(f - s²·p(s²)), p of degree 6 from `fpminimax`: within 2⁻⁵⁷·⁶.
#[inline(always)]
fn series<S: Simd>(f: S::F64) -> (S::F64, S::F64) {
    let s = f / (f + 2.0);
    let z = s * s;
    let p = polynomial!(z;
        0.666666666666667, 0.39999999999899416, 0.28571428626134593, 0.22222211103745138, 0.18182891464433099,
        0.15331644760471244, 0.1461737173735004);
    (s, (-z).madd(p, f))
}
