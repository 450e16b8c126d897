//! Tokens. Emitting cannot fail: everything that could be wrong was found before.

mod axes;
mod einsum;
mod failure;
mod scalar;

pub use einsum::{Call, emit_einsum};
pub use failure::emit_failure;

use proc_macro2::{Ident, Span};
use quote::format_ident;

/// A name that only the expansion sees.
fn hidden(name: impl std::fmt::Display) -> Ident {
    format_ident!("{name}", span = Span::mixed_site())
}

/// The variable of an operand.
fn operand_name(number: usize) -> Ident {
    hidden(format_args!("x{number}"))
}

/// The variable of a scalar from the scope.
fn scalar_name(number: usize) -> Ident {
    hidden(format_args!("s{number}"))
}

/// The same variable, underlining the user's token where an error is about it.
fn placed(variable: &Ident, span: Span) -> Ident {
    Ident::new(&variable.to_string(), at(span))
}

/// The span that underlines the user's token while names resolve as the macro's.
fn at(span: Span) -> Span {
    span.resolved_at(Span::mixed_site())
}
