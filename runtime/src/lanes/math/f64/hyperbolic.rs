//! The hyperbolic functions.

use super::exponential::{Scaled, parts};
use super::{quotient, sum};
use crate::lanes::{Floats, Numbers, Simd};

/// tanh x.
///
/// e/(e + 2) with e = exp(2|x|) - 1 in two parts, and the quotient corrected by its remainder.
#[inline(always)]
pub fn tanh<S: Simd>(_: S, x: S::F64) -> S::F64 {
    // From 19.07 on the result is 1.
    let e = parts::<S>((x.abs() * 2.0).at_most(x.like(40.0)));
    let (high, low) = minus_one::<S>(&e);
    let (sum, lost) = sum::<S>(high, high.like(2.0));
    quotient::<S>((high, low), (sum, lost + low)).copysign(x)
}

/// 2ᵏ·(1 + r + tail) - 1 in two parts, for k ≥ 0.
#[inline(always)]
fn minus_one<S: Simd>(e: &Scaled<S>) -> (S::F64, S::F64) {
    let (most, rest) = (e.power - 1.0, e.power * e.r);
    // 2ᵏ - 1 is 0, or above |2ᵏ·r|: so the error of the sum can be had from it.
    let sum = most + rest;
    let low = (rest - (sum - most)) + e.power * e.tail;
    let high = sum + low;
    (high, low - (high - sum))
}
