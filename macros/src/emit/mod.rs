//! Tokens. Emitting cannot fail: everything that could be wrong was found before.

mod axes;
mod bindings;
mod broadcast;
mod cores;
mod einsum;
mod failure;
mod scalar;
mod stages;
mod ufunc;

pub use broadcast::emit_broadcast;
pub use cores::emit_core_ufunc;
pub use einsum::emit_einsum;
pub use failure::emit_failure;
pub use ufunc::{emit_ufunc, emit_unfinished};

use proc_macro2::{Ident, Span};
use quote::format_ident;

/// What is done with a kernel.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// `einsum!`, `broadcast!`: run; panics on run-time errors.
    Run,
    /// `try_einsum!`, `try_broadcast!`: returns them.
    Try,
    /// `einsum_path!`, `broadcast_plan!`: returns the plan.
    Plan,
}

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
