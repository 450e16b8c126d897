//! facade
pub use ndweave_runtime::*;
