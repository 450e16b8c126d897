//! `ln` and its kin.

use super::upper;
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

/// The logarithm of x, by `$log` of k and m with x = 2ᵏ·m and m from √½ to √2.
///
/// Said twice, so that a gang of usual numbers keeps nothing for the others.
macro_rules! usual_or_any {
    ($S:ident, $x:expr, $log:ident($($more:expr),*)) => {{
        let x = $x;
        let (k, m) = split::<$S>(x, true);
        // Zeros and subnormal numbers seem to have exponents of at most -126, infinities, NaN and what is below 0 beyond ±127.
        if k.abs().lt(x.like(126.0)).all() {
            $log::<$S>(k, m $(, $more)*)
        } else {
            let (k, m) = split::<$S>(x, false);
            special::<$S>(x, $log::<$S>(k, m $(, $more)*))
        }
    }};
}

/// `y`, the logarithm of `x`, where `x` is positive and finite; what IEEE 754 says elsewhere.
#[inline(always)]
fn special<S: Simd>(x: S::F32, y: S::F32) -> S::F32 {
    let y = S::F32::select(x.lt(x.like(f32::INFINITY)), y, x);
    let rest = S::F32::select(x.eq(x.like(0.0)), x.like(f32::NEG_INFINITY), x.like(f32::NAN));
    S::F32::select(x.gt(x.like(0.0)), y, rest)
}

/// ln 2 in 15 bits, so that products with exponents are exact, and the rest of it.
const LN_2: [f32; 2] = [0.693_145_75, 1.428_606_8e-6];

/// (ln(1 + f) − f + f²/2) / f³ on [√½ − 1, √2 − 1], relative to ln(1 + f): fpminimax of degree 7, error 2⁻²⁷.
#[inline(always)]
fn series<S: Simd>(f: S::F32) -> S::F32 {
    estrin!(f;
        0.333_333_73, -0.250_008_4, 0.199_989_9, -0.166_212_07, 0.142_389_07, -0.132_123_56, 0.125_658_9, -7.286_021e-2
    )
}

/// ln(2ᵏ·m).
#[inline(always)]
fn ln_of_split<S: Simd>(k: S::F32, m: S::F32) -> S::F32 {
    ln_of_sum::<S>(k, m - 1.0, k * LN_2[1])
}

/// k·ln 2 (without its last bits) + ln(1 + f) + `rest`, where `rest` is small.
#[inline(always)]
fn ln_of_sum<S: Simd>(k: S::F32, f: S::F32, rest: S::F32) -> S::F32 {
    let square = f * f;
    let tail = (square * f).madd(series::<S>(f), rest);
    k.madd(k.like(LN_2[0]), f + (tail - square * 0.5))
}

/// The natural logarithm.
///
/// k·ln 2 + ln m with ln 2 in two parts, and a polynomial in m − 1.
///
/// Off by up to 0.87 ulp.
#[inline(always)]
pub fn ln<S: Simd>(_: S, x: S::F32) -> S::F32 {
    usual_or_any!(S, x, ln_of_split())
}

/// The logarithm to base 2; exact for powers of 2.
///
/// Off by up to 0.88 ulp.
#[inline(always)]
pub fn log2<S: Simd>(_: S, x: S::F32) -> S::F32 {
    usual_or_any!(S, x, log_of_split([1.442_871_1, -1.760_528_5e-4], [1.0, 0.0]))
}

/// The logarithm to base 10; exact for powers of 10.
///
/// Off by up to 0.76 ulp.
#[inline(always)]
pub fn log10<S: Simd>(_: S, x: S::F32) -> S::F32 {
    usual_or_any!(S, x, log_of_split([0.434_326_17, -3.168_997e-5], [0.301_029_2, 7.903_415e-7]))
}

/// The logarithm with another base b: 1/ln b in two parts of which the first has 12 bits, and log 2 in two parts of which the first has 17.
#[inline(always)]
fn log_of_split<S: Simd>(k: S::F32, m: S::F32, unit: [f32; 2], two: [f32; 2]) -> S::F32 {
    let f = m - 1.0;
    let square = f * f;
    let half = square * 0.5;
    // ln(1 + f) in two parts, so that the product of the first ones is exact.
    let high = upper::<S>(f - half);
    let low = (square * f).madd(series::<S>(f), (f - high) - half);
    let (whole, most) = (k * two[0], high * unit[0]);
    let rest = high * unit[1];
    let rest = if two[1] == 0.0 { rest } else { k.madd(f.like(two[1]), rest) };
    let rest = low.madd(f.like(unit[0] + unit[1]), rest);
    let sum = whole + most;
    sum + ((most - (sum - whole)) + rest)
}

/// ln(1 + x).
///
/// The logarithm of the rounded sum, and what was lost as a fraction of it.
///
/// A zero keeps its sign. Off by up to 0.89 ulp.
#[inline(always)]
pub fn ln_1p<S: Simd>(_: S, x: S::F32) -> S::F32 {
    let one = x.like(1.0);
    let sum = x + 1.0;
    let lost = x.at_most(one) - (sum - x.at_least(one));
    let (k, m) = split::<S>(sum, true);
    let y = ln_of_sum::<S>(k, m - 1.0, k.madd(k.like(LN_2[1]), lost / sum));
    // Which matters to -0 alone.
    let y = S::F32::from_int(y.to_int() | (x.to_int() & i32::MIN));
    let ordinary = x.gt(x.like(-1.0)) & x.lt(x.like(f32::INFINITY));
    if ordinary.all() {
        return y;
    }
    let y = S::F32::select(x.lt(x.like(f32::INFINITY)), y, x);
    let rest = S::F32::select(x.eq(x.like(-1.0)), x.like(f32::NEG_INFINITY), x.like(f32::NAN));
    S::F32::select(x.gt(x.like(-1.0)), y, rest)
}
