//! Scatters: a function joined to elements that indices name, one index after another, and to all pairs of elements.

mod at;
mod outer;

pub use at::{at, at_points};
pub use outer::{OuterShape, outer};
