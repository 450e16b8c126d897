//! Reductions, scans and scatters as other libraries test them: every entry on operands in every layout, and the results are NumPy's.
//! The calls are written by `tests/generate/ufunc_methods.py`, which also counts them.

#![allow(clippy::identity_op, clippy::bool_assert_comparison, reason = "generated: numbers as the cases have them")]

#[allow(dead_code, reason = "the oracle of einsum is not asked here")]
#[path = "../oracle/mod.rs"]
mod oracle;

#[allow(dead_code, reason = "not all of it is asked here")]
#[path = "../oracle/layouts.rs"]
mod layouts;

mod calls;
mod check;
mod cores;
mod functions;
mod others;
mod reductions;
mod signatures;

/// What the generated tests name.
mod prelude {
    pub use ndweave::macro_support::functions::*;
    pub use ndweave::macro_support::{
        Call, CallInto, CoreCall, CoreCallInto, accumulate, at, outer, reduce, reduce_all, reduce_all_where,
        reduce_axes, reduce_into, reduce_keeping, reduce_where, reduceat,
    };
    pub use ndweave::{Array, axes, s, ufuncs};

    pub use crate::check::{all, arange, constant, digest, given, lcg, list, refusal, scalar};
    pub use crate::functions::*;
    pub use crate::layouts::plain;
    pub use crate::{each, each_mut, view};
}
