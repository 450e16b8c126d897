//! Scatters: a function joined to elements that indices name, one index after another, and to all pairs of elements.
//!
//! One of the rooms in which `unsafe` lives.

mod at;
mod outer;

pub use at::{at, at_points};
pub use outer::{OuterShape, outer};
