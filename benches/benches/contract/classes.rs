//! Every class of steps against the best composition of GEMM and loops.

use ndweave_benches::Bench;

/// All of them.
pub fn all(_: &Bench) {}
