//! The exponential function and its kin.

use core::f64::consts::LOG2_E;

use super::{LN_2, LN_2_PARTS, LN_2_SHORT, ONE, ROUND, select, upper};
use crate::lanes::{Floats, Mask, Numbers, Simd};

/// eˣ.
///
/// e^-∞ is 0 and e^∞ is ∞. Off by at most 0.82 ulp.
#[inline(always)]
pub fn exp<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let shifted = x.madd(x.like(LOG2_E), x.like(ROUND));
    let k = shifted - ROUND;
    let y = if S::FUSES {
        exp_short::<S>(k.madd(k.like(-LN_2[1]), k.madd(k.like(-LN_2[0]), x)))
    } else {
        let (r, low) = reduce::<S>(x, k);
        exp_reduced::<S>(r, low)
    };
    if x.abs().lt(x.like(708.0)).all() {
        return S::F64::from_int(y.to_int() + (shifted.to_int() << 52));
    }
    let y = scale::<S>(y, k);
    let y = select::<S>(x.gt(x.like(709.79)), x.like(f64::INFINITY), y);
    select::<S>(x.lt(x.like(-745.14)), x.like(0.0), y)
}

/// 2ˣ.
///
/// Exact for whole x. 2^-∞ is 0 and 2^∞ is ∞. Off by at most 0.86 ulp.
#[inline(always)]
pub fn exp2<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let shifted = x + ROUND;
    let k = shifted - ROUND;
    let f = x - k;
    let r = f * LN_2_PARTS[0];
    let y = if S::FUSES {
        exp_short::<S>(r)
    } else {
        // f·ln 2 in two parts.
        let first = upper::<S>(f);
        let most = first * LN_2_SHORT[0];
        exp_reduced::<S>(r, (most - r) + ((f - first) * LN_2_PARTS[0] + first * LN_2_SHORT[1]))
    };
    if x.abs().lt(x.like(1020.0)).all() {
        return S::F64::from_int(y.to_int() + (shifted.to_int() << 52));
    }
    let y = scale::<S>(y, k);
    let y = select::<S>(x.ge(x.like(1024.0)), x.like(f64::INFINITY), y);
    select::<S>(x.lt(x.like(-1076.0)), x.like(0.0), y)
}

/// eˣ - 1.
///
/// ±0 stay, -∞ gives -1 and ∞ gives ∞. Off by at most 0.88 ulp.
#[inline(always)]
pub fn exp_m1<S: Simd>(s: S, x: S::F64) -> S::F64 {
    let bound = x.like(700.0);
    let usual = x.abs().lt(bound).all();
    let e = parts::<S>(if usual { x } else { x.at_most(bound).at_least(-bound) });
    let (high, low) = minus_one::<S>(&e);
    // 2ᵏ - 1 may have been rounded.
    let lost = (e.power - (e.power - 1.0)) - 1.0;
    let y = (high + (low + lost)).copysign(x);
    if usual { y } else { select::<S>(x.gt(bound), exp(s, x), y) }
}

/// 2ᵏ·(1 + r + tail) - 1 in two parts, where 2ᵏ - 1 is exact.
#[inline(always)]
pub(super) fn minus_one<S: Simd>(e: &Scaled<S>) -> (S::F64, S::F64) {
    let (most, rest) = (e.power - 1.0, e.power * e.r);
    // 2ᵏ - 1 is 0, or beyond |2ᵏ·r|: so the error of the sum can be had from it.
    let sum = most + rest;
    (sum, (rest - (sum - most)) + e.power * e.tail)
}

/// x - k·ln 2 in two parts (Cody and Waite).
#[inline(always)]
pub(super) fn reduce<S: Simd>(x: S::F64, k: S::F64) -> (S::F64, S::F64) {
    let most = k.madd(k.like(-LN_2[0]), x);
    let rest = k * LN_2[1];
    let r = most - rest;
    (r, (most - r) - rest)
}

/// eʳ for r in two parts, |r| ≤ ½ ln 2.
#[inline(always)]
pub(super) fn exp_reduced<S: Simd>(r: S::F64, low: S::F64) -> S::F64 {
    let most = r + 1.0;
    let lost = (r.like(1.0) - most) + r;
    most + (tail::<S>(r, low) + lost)
}

/// eʳ for |r| ≤ ½ ln 2, with the rounding of r, which is at most 0.19 ulp of the result.
#[inline(always)]
fn exp_short<S: Simd>(r: S::F64) -> S::F64 {
    let most = r + 1.0;
    let lost = (r.like(1.0) - most) + r;
    most + (r * r).madd(quotient::<S>(r).madd(r, r.like(0.5)), lost)
}

/// eʳ - 1 - r, where r has a low part.
///
/// r²/2 + r³·q(r).
#[inline(always)]
fn tail<S: Simd>(r: S::F64, low: S::F64) -> S::F64 {
    (r * 0.5).madd(r, quotient::<S>(r).madd(r * r * r, low))
}

/// (eʳ - 1 - r - r²/2) / r³: of degree 9 from Sollya's `fpminimax`, within 2⁻⁵⁹·⁴ of eʳ - 1.
#[inline(always)]
fn quotient<S: Simd>(r: S::F64) -> S::F64 {
    estrin!(r;
        0.16666666666666666, 0.04166666666666667, 0.008333333333331416, 0.0013888888888881237, 0.0001984126985899619,
        2.4801587333271338e-05, 2.75572729631791e-06, 2.7557264950690787e-07, 2.5098719593840918e-08,
        2.0917931055002577e-09)
}

/// eˣ as power·(1 + r + tail).
pub(super) struct Scaled<S: Simd> {
    pub(super) power: S::F64,
    pub(super) r: S::F64,
    pub(super) tail: S::F64,
}

/// eˣ in parts, for |x| ≤ 700.
#[inline(always)]
pub(super) fn parts<S: Simd>(x: S::F64) -> Scaled<S> {
    let shifted = x.madd(x.like(LOG2_E), x.like(ROUND));
    let (r, low) = reduce::<S>(x, shifted - ROUND);
    Scaled { power: power_of_two::<S>(shifted), r, tail: tail::<S>(r, r.madd(low, low)) }
}

/// y·2ᵏ for a whole number |k| ≤ 2000, rounded once more where that is subnormal: in two steps, so that neither factor is
/// out of range.
#[inline(always)]
pub(super) fn scale<S: Simd>(y: S::F64, k: S::F64) -> S::F64 {
    let half = k.madd(k.like(0.5), k.like(ROUND));
    let rest = k - (half - ROUND) + ROUND;
    y * power_of_two::<S>(half) * power_of_two::<S>(rest)
}

/// 2ᵏ, where the lowest bits of the number are k in -1022..=1023.
#[inline(always)]
pub(super) fn power_of_two<S: Simd>(shifted: S::F64) -> S::F64 {
    S::F64::from_int((shifted.to_int() << 52) + ONE)
}
