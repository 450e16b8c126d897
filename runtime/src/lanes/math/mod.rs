//! Vector math: the elementary functions over gangs, written once for all tiers.

pub mod f32;
pub mod f64;
