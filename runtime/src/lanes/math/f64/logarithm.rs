//! Logarithms.

use super::{LN_2, select, sum, upper};
use crate::lanes::{Floats, Mask, Numbers, Simd};

/// The logarithm of x, by `$log` of k and m with x = 2ᵏ·m and m from √½ to √2.
///
/// Said twice, so that a gang of usual numbers keeps nothing for the others.
macro_rules! usual_or_any {
    ($S:ident, $x:expr, $log:ident($($more:expr),*)) => {{
        let x = $x;
        let (k, m) = split::<$S, SQRT_HALF>(x, x.like(BIAS));
        // Zeros and subnormal numbers seem to have exponents of at most -1022, infinities, NaN and what is below 0 of at least 1024.
        if k.abs().lt(x.like(1022.0)).all() {
            $log::<$S>(k, m $(, $more)*)
        } else {
            let (k, m) = split_any::<$S, SQRT_HALF>(x);
            edges::<$S>(x, $log::<$S>(k, m $(, $more)*))
        }
    }};
}

/// ln x.
///
/// ±0 give -∞, ∞ gives ∞, and what is below 0 gives NaN. Off by at most 0.98 ulp.
#[inline(always)]
pub fn ln<S: Simd>(_: S, x: S::F64) -> S::F64 {
    usual_or_any!(S, x, ln_of_split())
}

/// ln(2ᵏ·m), from the smallest part to the largest.
#[inline(always)]
fn ln_of_split<S: Simd>(k: S::F64, m: S::F64) -> S::F64 {
    let f = m - 1.0;
    let (s, t) = series::<S>(m, f);
    k.madd(k.like(LN_2[0]), f - s.madd(t, k * -LN_2[1]))
}

/// ln(1 + x).
///
/// The logarithm of the rounded sum, and what was lost as a fraction of it.
///
/// ±0 and ∞ stay, -1 gives -∞, and what is below -1 gives NaN. Off by at most 0.96 ulp.
#[inline(always)]
pub fn ln_1p<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let (u, lost) = sum::<S>(x.like(1.0), x);
    let (k, m) = split::<S, SQRT_HALF>(u, x.like(BIAS));
    let f = m - 1.0;
    let (s, t) = series::<S>(m, f);
    let y = k.madd(k.like(LN_2[0]), f - s.madd(t, k * -LN_2[1] - lost / u));
    let y = y.copysign(x);
    let usual = x.gt(x.like(-1.0)) & x.lt(x.like(f64::INFINITY));
    if usual.all() { y } else { edges::<S>(u, y) }
}

/// ln(2ᵏ·(high + low)), not of numbers near to 1.
#[inline(always)]
pub(super) fn ln_of_parts<S: Simd>(k: S::F64, high: S::F64, low: S::F64) -> S::F64 {
    let (more, m) = split::<S, SQRT_HALF>(high, high.like(BIAS));
    let (k, f) = (k + more, m - 1.0);
    let (s, t) = series::<S>(m, f);
    k.madd(k.like(LN_2[0]), f - s.madd(t, k * -LN_2[1] - low / high))
}

/// log₂ x, exact for powers of two.
///
/// ±0 give -∞, ∞ gives ∞, and what is below 0 gives NaN. Off by at most 0.87 ulp.
#[inline(always)]
pub fn log2<S: Simd>(_: S, x: S::F64) -> S::F64 {
    usual_or_any!(S, x, log_of_split([1.4426950216293335, 1.9259629911266175e-08], [1.0, 0.0]))
}

/// log₁₀ x, exact for powers of ten.
///
/// ±0 give -∞, ∞ gives ∞, and what is below 0 gives NaN. Off by at most 0.74 ulp.
#[inline(always)]
pub fn log10<S: Simd>(_: S, x: S::F64) -> S::F64 {
    usual_or_any!(
        S,
        x,
        log_of_split([0.4342944771051407, 4.798111141615973e-09], [0.30102999566361177, 3.694239077158931e-13])
    )
}

/// The logarithm with another base b: 1/ln b in two parts of which the first has 26 bits, and log 2 in two parts of which
/// the first has 40.
#[inline(always)]
fn log_of_split<S: Simd>(k: S::F64, m: S::F64, unit: [f64; 2], two: [f64; 2]) -> S::F64 {
    let f = m - 1.0;
    let s = f / (m + 1.0);
    let z = s * s;
    // As in [`series`], but with f²/2 apart, so that s and its errors are a factor of what is left alone.
    let half = f * (f * 0.5);
    let t = z.madd(area_series::<S>(z), half);
    // ln(1 + f) in two parts, so that the product of the first ones is exact.
    let high = upper::<S>(f - half);
    let low = s.madd(t, (f - high) - half);
    let (whole, most) = (k * two[0], high * unit[0]);
    let rest = high * unit[1];
    let rest = if two[1] == 0.0 { rest } else { k.madd(f.like(two[1]), rest) };
    let rest = low.madd(f.like(unit[0] + unit[1]), rest);
    let sum = whole + most;
    sum + ((most - (sum - whole)) + rest)
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
fn series<S: Simd>(m: S::F64, f: S::F64) -> (S::F64, S::F64) {
    let s = f / (m + 1.0);
    let z = s * s;
    (s, z.nmadd(area_series::<S>(z), f))
}

/// p of [`series`], where 2 atanh(s) = 2s + s³·p(s²) for |s| ≤ 0.1716.
#[inline(always)]
pub(super) fn area_series<S: Simd>(z: S::F64) -> S::F64 {
    estrin!(z;
        0.666666666666667, 0.39999999999899416, 0.28571428626134593, 0.22222211103745138, 0.18182891464433099,
        0.15331644760471244, 0.1461737173735004)
}
