//! From a macro's call to the engines: bind operands, join their extent types, resolve labels, run the terms.
//!
//! `einsum!(a[i, j] * b[j, k] -> [i, k])` passes through every file of this room: [`bound`] checks ranks, [`agree`] (and
//! [`ellipsis`]) join the types of the extents of `j`, [`spec`] holds what was written, [`resolve`] finds extents and strides,
//! [`term`] is the product `a·b`, and [`evaluate`] makes the result and runs it; this kernel, one product of matrices and nothing else, has a
//! shorter way ([`matrices`]).

mod agree;
mod bound;
mod ellipsis;
mod evaluate;
mod explain;
mod gather;
mod matrices;
mod program;
mod resolve;
pub mod rules;
mod spec;
mod term;

pub use agree::*;
pub use bound::*;
pub use ellipsis::*;
pub use evaluate::*;
pub use explain::*;
pub use gather::IndexElement;
pub(crate) use program::fresh;
pub use program::*;
pub use resolve::Family;
pub use spec::*;
pub use term::*;
