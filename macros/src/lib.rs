//! The procedural macros of ndweave. Use them through the facade crate `ndweave`, whose macros pass their own path on, so
//! that the crate may be renamed.
//!
//! Tokens pass through one room after another: `syntax` (what was written) → `check` (all mistakes) → `ir` (what was
//! meant) → `plan` (what the notation alone decides) → `emit` (tokens).

#![forbid(unsafe_code)]

mod check;
mod emit;
mod errors;
mod expand;
#[cfg(test)]
mod golden;
mod ir;
#[cfg(test)]
mod meaning;
mod plan;
mod slicing;
mod syntax;

use proc_macro::TokenStream;

/// `einsum!`, `try_einsum!` and `einsum_path!`: `[path of ndweave] name; input`.
#[doc(hidden)]
#[proc_macro]
pub fn __einsum(input: TokenStream) -> TokenStream {
    expand::einsum(input.into()).into()
}

/// `broadcast!`, `try_broadcast!` and `broadcast_plan!`: `[path of ndweave] name; input`.
#[doc(hidden)]
#[proc_macro]
pub fn __broadcast(input: TokenStream) -> TokenStream {
    expand::broadcast(input.into()).into()
}

/// `ufunc!`: `path of ndweave; ufunc; functions`.
#[doc(hidden)]
#[proc_macro]
pub fn __ufunc(input: TokenStream) -> TokenStream {
    expand::ufunc(input.into()).into()
}

/// `s![]` behind its wrapper, which puts the path of the crate in front.
#[doc(hidden)]
#[proc_macro]
pub fn __s(input: TokenStream) -> TokenStream {
    slicing::expand(input.into()).into()
}
