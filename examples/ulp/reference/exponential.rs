//! Exponentials, hyperbolic functions and powers.

use super::constants::{LN_2, LN_2_HIGH, LN_2_LOW};
use super::logarithm::ln;
use super::real::Real;
use super::series::{Coefficients, reciprocal_factorials, series};

/// Arguments beyond ±2¹⁵ all have results far outside of the range of `f64`.
const LARGE: i32 = 15;

/// A number whose square's exponent is still far from overflow.
const BEYOND: i32 = 1 << 20;

pub fn exp(x: Real) -> Real {
    if x.exponent() >= LARGE {
        return Real::ONE.scaled(if x.is_negative() { -BEYOND } else { BEYOND });
    }
    let (turns, rest) = reduce(x);
    (Real::ONE + small_exp_m1(rest)).scaled(turns)
}

pub fn exp_m1(x: Real) -> Real {
    // Up to here e^x - 1 loses at most two bits to cancellation; below, the series has a relative error.
    if x.exponent() < -2 { small_exp_m1(x) } else { exp(x) - Real::ONE }
}

pub fn exp2(x: f64) -> Real {
    if x.abs() >= 32768.0 {
        return Real::ONE.scaled(if x < 0.0 { -BEYOND } else { BEYOND });
    }
    let turns = x.round();
    (Real::ONE + small_exp_m1(Real::from(x - turns) * LN_2)).scaled(turns as i32)
}

pub fn sinh(x: f64) -> Real {
    let e = exp_m1(x.into());
    if x.abs() >= 1.0 {
        let e = exp(x.into());
        return (e - Real::ONE / e).scaled(-1);
    }
    (e + e / (e + Real::ONE)).scaled(-1)
}

pub fn cosh(x: f64) -> Real {
    let e = exp(x.into());
    (e + Real::ONE / e).scaled(-1)
}

pub fn tanh(x: f64) -> Real {
    let e = exp_m1(Real::from(x).scaled(1).abs());
    (e / (e + Real::from(2.0))).with_sign(x < 0.0)
}

/// `x^y`; x is not zero, and positive unless y is a whole number.
pub fn power(x: f64, y: f64) -> Real {
    let odd = y.abs() < 9_007_199_254_740_992.0 && y % 2.0 != 0.0;
    // The logarithm is off by 2⁻¹²⁰ of itself; the largest product of interest is below 2¹⁰.
    exp(Real::from(y) * ln(Real::from(x).abs())).with_sign(x < 0.0 && odd)
}

/// `(k, r)` with `x = k ln 2 + r` and |r| < 0.35.
fn reduce(x: Real) -> (i32, Real) {
    let turns = (x.to_f64() * std::f64::consts::LOG2_E).round();
    let k = Real::from(turns);
    (turns as i32, x - k * LN_2_HIGH - k * LN_2_LOW)
}

/// `e^x − 1` for |x| < 1/2, with a relative error.
///
/// e^2t − 1 = s (2 + s) where s = e^t − 1: three doublings take a series in 2⁻⁴ to the argument.
fn small_exp_m1(x: Real) -> Real {
    const DOUBLINGS: i32 = 3;
    // The first term left out, of which t is a factor: 2⁻⁷² / 19!, which is above 2⁵⁶.
    const COEFFICIENTS: Coefficients<18> = reciprocal_factorials(1, 1);
    let t = x.scaled(-DOUBLINGS);
    (0..DOUBLINGS).fold(t * series(t, &COEFFICIENTS), |s, _| s * (Real::from(2.0) + s))
}
