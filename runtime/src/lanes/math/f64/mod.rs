//! Elementary functions of `f64` gangs.
//!
//! All are off by less than 1 ulp on every tier, whether [`Floats::madd`](crate::lanes::Floats::madd) rounds once or twice.
//! Each says the largest error that was measured, on the tiers `portable` and `v3`, at ten million arguments over its whole range
//! and thickest where it is hard. A NaN gives NaN unless something else is said.
//!
//! Nearly all arguments are far from overflow and from the subnormal numbers. A gang in which all are takes a short way;
//! one lane that is not sends the gang through more of the same code, with the rare cases selected in.

mod area;
mod exponential;
mod hyperbolic;
mod inverse;
mod logarithm;
mod power;
mod reduction;
mod roots;
#[cfg(test)]
mod tests;
mod trigonometric;

pub use area::{acosh, asinh, atanh};
pub use exponential::{exp, exp_m1, exp2};
pub use hyperbolic::{cosh, sinh, tanh};
pub use inverse::{acos, asin, atan, atan2};
pub use logarithm::{ln, ln_1p, log2, log10};
pub use power::powf;
pub use roots::{cbrt, hypot};
pub use trigonometric::{cos, sin, tan};

use crate::lanes::{Floats, Lanes, Numbers, Simd};

/// 1.5·2⁵²: adding it rounds to a whole number, which the lowest bits of the sum then are.
const ROUND: f64 = 6755399441055744.0;
/// The bits of 1.
const ONE: i64 = 1023 << 52;
/// ln 2 in two parts: the first has 40 bits, so that multiples by whole numbers below 2¹³ are exact.
const LN_2: [f64; 2] = [0.6931471805601177, -1.7239444525614835e-13];

/// ln 2 in two parts, the first of them its nearest number.
const LN_2_PARTS: [f64; 2] = [core::f64::consts::LN_2, 2.3190468138462996e-17];
/// ln 2 in two parts, the first with 26 bits.
const LN_2_SHORT: [f64; 2] = [0.6931471675634384, 1.2996506893889889e-08];

/// `yes` where the mask is set, else `no`.
#[inline(always)]
fn select<S: Simd>(mask: S::Mask, yes: S::F64, no: S::F64) -> S::F64 {
    <S::F64 as Lanes<S, f64>>::select(mask, yes, no)
}

/// The first 26 bits: products of two such numbers, or of one with the rest of another, are exact.
#[inline(always)]
fn upper<S: Simd>(x: S::F64) -> S::F64 {
    S::F64::from_int(x.to_int() & (-1 << 27))
}

/// The sum and its rounding error (Knuth).
#[inline(always)]
fn sum<S: Simd>(x: S::F64, y: S::F64) -> (S::F64, S::F64) {
    let sum = x + y;
    let part = sum - x;
    (sum, (x - (sum - part)) + (y - part))
}

/// The product and its rounding error: from a fused operation, or from the halves of both (Dekker).
#[inline(always)]
fn product<S: Simd>(x: S::F64, y: S::F64) -> (S::F64, S::F64) {
    let product = x * y;
    if S::FUSES {
        return (product, x.madd(y, -product));
    }
    let (x1, y1) = (upper::<S>(x), upper::<S>(y));
    let (x2, y2) = (x - x1, y - y1);
    (product, ((x1 * y1 - product) + x1 * y2 + x2 * y1) + x2 * y2)
}

/// The square root of a number in two parts, in two parts.
#[inline(always)]
fn root<S: Simd>(x: S::F64, low: S::F64) -> (S::F64, S::F64) {
    let root = x.sqrt();
    let (square, lost) = product::<S>(root, root);
    // What is added to the divisor matters to none but 0.
    (root, ((x - square) - lost + low) / (root + root + f64::MIN_POSITIVE))
}

/// The quotient of two numbers in two parts each, rounded about once.
#[inline(always)]
fn quotient<S: Simd>(x: (S::F64, S::F64), y: (S::F64, S::F64)) -> S::F64 {
    let (first, rest) = quotient_in_parts::<S>(x, y);
    first + rest
}

/// The quotient of two numbers in two parts each, as a large and a small number.
///
/// A first quotient is corrected by its remainder, which is exact to the low parts: by one rounding where
/// [`Simd::FUSES`], else because the first quotient has 26 bits (Dekker).
#[inline(always)]
fn quotient_in_parts<S: Simd>(x: (S::F64, S::F64), y: (S::F64, S::F64)) -> (S::F64, S::F64) {
    let reciprocal = y.0.like(1.0) / y.0;
    let (first, remainder) = if S::FUSES {
        let first = x.0 * reciprocal;
        (first, first.nmadd(y.0, x.0))
    } else {
        let (first, divisor) = (upper::<S>(x.0 * reciprocal), upper::<S>(y.0));
        (first, (x.0 - first * divisor) - first * (y.0 - divisor))
    };
    (first, (remainder + (x.1 - first * y.1)) * reciprocal)
}
