//! Elementary functions of `f32` gangs.
//!
//! All are off by at most 1 ulp on every tier, whether [`Floats::madd`](crate::lanes::Floats::madd) rounds once or twice; each says the
//! largest error that was measured: of functions of one argument over all 2³² arguments.

mod exponential;
mod hyperbolic;
mod logarithm;
mod power;
mod reduction;
#[cfg(test)]
mod tests;
mod trigonometric;

pub use exponential::exp;
pub use hyperbolic::tanh;
pub use logarithm::ln;
pub use power::powf;
pub use trigonometric::{cos, sin};
