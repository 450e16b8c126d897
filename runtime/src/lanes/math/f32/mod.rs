//! Elementary functions of `f32` gangs.
//!
//! All are off by less than 1 ulp on every tier, whether [`Floats::madd`](crate::lanes::Floats::madd) rounds once or twice. Each says the
//! largest error that was measured against `f64`, on the portable tier and on `v3`.

mod double;
mod exponential;
mod hyperbolic;
mod inverse_hyperbolic;
mod inverse_trigonometric;
mod logarithm;
mod power;
mod reduction;
mod root;
#[cfg(test)]
mod tests;
mod trigonometric;

pub use exponential::{exp, exp_m1, exp2};
pub use hyperbolic::{cosh, sinh, tanh};
pub use inverse_hyperbolic::{acosh, asinh, atanh};
pub use inverse_trigonometric::{acos, asin, atan, atan2};
pub use logarithm::{ln, ln_1p, log2, log10};
pub use power::powf;
pub use root::{cbrt, hypot};
pub use trigonometric::{cos, sin, tan};

use crate::lanes::{Floats, Simd};

/// The first 12 bits: products of two such numbers, or of one with the rest of another, are exact.
#[inline(always)]
fn upper<S: Simd>(x: S::F32) -> S::F32 {
    S::F32::from_int(x.to_int() & -0x1000)
}
