//! Logarithms and the inverse hyperbolic functions.

use super::constants::{LN_2, LN_10};
use super::real::Real;
use super::root::sqrt;
use super::series::{ODD_RECIPROCALS, series};

/// x > 0.
pub fn ln(x: Real) -> Real {
    let exponent = x.exponent();
    let fraction = x.scaled(-exponent);
    // Within [√½, √2], so that the two terms never cancel.
    let (exponent, fraction) = if fraction.to_f64() > std::f64::consts::SQRT_2 {
        (exponent + 1, fraction.scaled(-1))
    } else {
        (exponent, fraction)
    };
    let logarithm = twice_atanh((fraction - Real::ONE) / (fraction + Real::ONE));
    if exponent == 0 { logarithm } else { Real::from(f64::from(exponent)) * LN_2 + logarithm }
}

/// `ln(1 + x)` for x > −1.
pub fn ln_1p(x: Real) -> Real {
    if x.exponent() < -2 { twice_atanh(x / (x + Real::from(2.0))) } else { ln(Real::ONE + x) }
}

pub fn log2(x: f64) -> Real {
    ln(x.into()) / LN_2
}

pub fn log10(x: f64) -> Real {
    ln(x.into()) / LN_10
}

pub fn asinh(x: f64) -> Real {
    let t = Real::from(x.abs());
    let square = t * t;
    // √(1 + t²) − 1 without cancellation.
    let excess = square / (Real::ONE + sqrt(Real::ONE + square));
    ln_1p(t + excess).with_sign(x < 0.0)
}

/// x ≥ 1.
pub fn acosh(x: f64) -> Real {
    let t = Real::from(x) - Real::ONE;
    if t.is_zero() { t } else { ln_1p(t + sqrt(t * (t + Real::from(2.0)))) }
}

/// |x| < 1.
pub fn atanh(x: f64) -> Real {
    let t = Real::from(x.abs());
    ln_1p(t.scaled(1) / (Real::ONE - t)).scaled(-1).with_sign(x < 0.0)
}

/// `2 atanh z = 2 (z + z³/3 + z⁵/5 + …)` for |z| < 0.18: the logarithm of (1 + z) / (1 − z).
fn twice_atanh(z: Real) -> Real {
    // 26 terms: 0.18² is below 2⁻⁴·⁹.
    z.scaled(1) * series(z * z, &ODD_RECIPROCALS)
}
