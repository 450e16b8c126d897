//! The tiers of x86-64 that are chosen at run time.

mod cast;
mod table;
mod turn;
mod v3;
mod v4;

pub use v3::V3;
pub use v4::V4;
