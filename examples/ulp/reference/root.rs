//! Roots: Newton's iteration from `f64`'s.

use super::real::Real;

/// x ≥ 0.
pub fn sqrt(x: Real) -> Real {
    if x.is_zero() {
        return x;
    }
    let (fraction, half) = x.radicand(2);
    let guess = Real::from(fraction.sqrt()).scaled(half);
    (0..2).fold(guess, |y, _| (y + x / y).scaled(-1))
}

pub fn cbrt(x: f64) -> Real {
    let magnitude = Real::from(x.abs());
    let (fraction, third) = magnitude.radicand(3);
    let guess = Real::from(fraction.cbrt()).scaled(third);
    let root = (0..2).fold(guess, |y, _| (y.scaled(1) + magnitude / (y * y)).over(3));
    root.with_sign(x < 0.0)
}

/// `√(x² + y²)`.
pub fn hypot(x: f64, y: f64) -> Real {
    let (x, y) = (Real::from(x), Real::from(y));
    sqrt(x * x + y * y)
}
