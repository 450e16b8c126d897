//! What the expansions of the macros see. Everything here is safe; nothing here is a promise to users.

pub use core::option::Option;

pub use num_traits::{One, Zero};

pub use crate::extent::Agree;
pub use crate::operand::{Neutral, Owned, Plain, scalar_view};
pub use crate::scalar_operand;
pub use crate::storage::Store;

/// What `s![]` expands into.
pub mod slicing {
    pub use crate::slicing::{At, Ellipsis, NewAxis, NoEllipsis, Span, Subscript, Subscripts, Whole};
}
