//! The hyperbolic functions.

use super::exponential::{exp_reduced, minus_one, parts, power_of_two, reduce, scale};
use core::f64::consts::LOG2_E;

use super::{ROUND, quotient, select, sum};
use crate::lanes::{Floats, Mask, Numbers, Simd};

/// tanh x.
///
/// e/(e + 2) with e = exp(2|x|) - 1 in two parts, and the quotient corrected by its remainder.
///
/// ±0 stay, ±∞ give ±1. Off by at most 0.74 ulp.
#[inline(always)]
pub fn tanh<S: Simd>(_: S, x: S::F64) -> S::F64 {
    // From 19.07 on the result is 1.
    let e = parts::<S>((x.abs() * 2.0).at_most(x.like(40.0)));
    let (most, rest) = minus_one::<S>(&e);
    let high = most + rest;
    let low = rest - (high - most);
    let (sum, lost) = sum::<S>(high, high.like(2.0));
    quotient::<S>((high, low), (sum, lost + low)).copysign(x)
}

/// sinh x.
///
/// With |x| = k·ln 2 + r, P = 2ᵏ and N = 2⁻ᵏ it is the half of (P - N)·cosh r + (P + N)·sinh r; the products with 1 and r, which are
/// the leading terms, are exact.
///
/// ±0 and ±∞ stay. Off by at most 0.90 ulp.
#[inline(always)]
pub fn sinh<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let h = halves::<S>(x.abs());
    let (sum, difference) = (h.plus + h.minus, h.plus - h.minus);
    let lost = (h.plus - difference) - h.minus;
    let (first, second) = (h.plus * h.r, h.minus * h.r);
    let part = difference + first;
    let all = part + second;
    let errors = (first - (part - difference)) + (second - (all - part));
    let low = h.sine.madd(sum, errors + h.cosine.madd(difference, lost));
    large::<S>(x, &h, (all + low) * 0.5).copysign(x)
}

/// cosh x, in the way of [`sinh`].
///
/// ±∞ give ∞. Off by at most 0.87 ulp.
#[inline(always)]
pub fn cosh<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let h = halves::<S>(x.abs());
    let (sum, difference) = (h.plus + h.minus, h.plus - h.minus);
    let lost = h.minus - (sum - h.plus);
    let first = h.plus * h.r;
    let all = sum + first;
    let errors = (first - (all - sum)) - h.minus * h.r;
    let low = h.sine.madd(difference, errors + h.cosine.madd(sum, lost));
    large::<S>(x, &h, (all + low) * 0.5)
}

/// What [`sinh`] and [`cosh`] are made of: k, r and its low part, 2ᵏ, 2⁻ᵏ, sinh r - r and cosh r - 1.
struct Halves<S: Simd> {
    k: S::F64,
    r: S::F64,
    low: S::F64,
    plus: S::F64,
    minus: S::F64,
    sine: S::F64,
    cosine: S::F64,
}

/// Both polynomials are from `fpminimax`: within 2⁻⁶⁰ of sinh r and 2⁻⁶⁸ of cosh r.
#[inline(always)]
fn halves<S: Simd>(x: S::F64) -> Halves<S> {
    let k = x.madd(x.like(LOG2_E), x.like(ROUND)) - ROUND;
    let (r, low) = reduce::<S>(x, k);
    let z = r * r;
    let sine = estrin!(z;
        0.16666666666666669, 0.008333333333328877, 0.00019841269866616927, 2.7557264491939268e-06,
        2.5101858392985234e-08);
    let cosine = estrin!(z;
        0.5, 0.04166666666666667, 0.0013888888888882157, 2.4801587330029225e-05, 2.7557268901332874e-07,
        2.091637800235157e-09);
    Halves {
        k,
        r,
        low,
        plus: power_of_two::<S>(k + ROUND),
        minus: power_of_two::<S>(-k + ROUND),
        sine: sine.madd(z * r, low),
        cosine: cosine.madd(z, r * low),
    }
}

/// `y`, but where |x| is from 700 on, the half of the exponential function.
#[inline(always)]
fn large<S: Simd>(x: S::F64, h: &Halves<S>, y: S::F64) -> S::F64 {
    let x = x.abs();
    let usual = x.lt(x.like(700.0));
    if usual.all() {
        return y;
    }
    let half = scale::<S>(exp_reduced::<S>(h.r, h.low), h.k - 1.0);
    let half = select::<S>(x.gt(x.like(710.5)), x.like(f64::INFINITY), half);
    select::<S>(usual, y, half)
}
