//! `broadcast!`: a program of passes over the points, from a macro's call to the nest.
//!
//! `(x[i, j] - max[k](x[i, k])).exp() -> [i, j]` is two passes: a *reduction* `t0[i] = max[k](x[i, k])` into scratch, and the *body*
//! `out[i, j] = (x[i, j] - t0[i]).exp()`. The passes run together, some rows at a time ([`chunks`]), so that what one reads the next
//! finds in a cache and scratch stays small.

mod call;
mod chunks;
mod explain;
mod finish;
mod fresh;
mod lines;
mod matrices;
mod read;
mod reduce;
mod reductions;
mod run;
mod spec;
mod write;

pub use call::*;
pub use explain::{BroadcastPlan, PassPlan, plan_broadcast, plan_broadcast_into};
pub(crate) use fresh::fresh;
pub use read::*;
pub use reduce::*;
pub use spec::*;
pub use write::*;
