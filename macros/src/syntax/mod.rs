//! What was written: tokens to a tree that keeps every span and judges nothing.

mod brackets;
mod broadcast;
mod einsum;
mod output;
mod subscripts;
mod text;
mod ufunc;

pub use brackets::{hold_subscripts, names};
pub use broadcast::{BroadcastInput, NewForm, Statement, Write, parse_broadcast};
pub use einsum::{EinsumInput, IndexForm, StringForm};
pub use output::Update;
pub use subscripts::{Subscript, parse_subscripts};
pub use text::{Letter, Subscripts, parse_text};
pub use ufunc::parse_ufunc;
