//! What was written: tokens to a tree that keeps every span and judges nothing.

mod brackets;
mod einsum;
mod text;

pub use brackets::{hold_subscripts, names};
pub use einsum::{EinsumInput, IndexForm, StringForm, Subscript, Update, parse_subscripts};
pub use text::{Letter, Subscripts, parse_text};
