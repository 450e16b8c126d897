//! Elementary functions of `f64` gangs.
//!
//! All are off by less than 1 ulp on every tier, whether [`Floats::madd`](crate::lanes::Floats::madd) rounds once or twice;
//! each says the largest error that was measured.

mod exponential;
mod logarithm;
mod reduction;
#[cfg(test)]
mod tests;
mod trigonometric;

pub use exponential::exp;
pub use logarithm::ln;
pub use trigonometric::{cos, sin};

use crate::lanes::{Lanes, Simd};

/// 1.5·2⁵²: adding it rounds to a whole number, which the lowest bits of the sum then are.
const ROUND: f64 = 6755399441055744.0;
/// The bits of 1.
const ONE: i64 = 1023 << 52;
/// ln 2 in two parts: the first has 40 bits, so that multiples by whole numbers below 2¹³ are exact.
const LN_2: [f64; 2] = [0.6931471805601177, -1.7239444525614835e-13];

/// `yes` where the mask is set, else `no`.
#[inline(always)]
fn select<S: Simd>(mask: S::Mask, yes: S::F64, no: S::F64) -> S::F64 {
    <S::F64 as Lanes<S, f64>>::select(mask, yes, no)
}
