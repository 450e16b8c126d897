//! The expansion of a call with mistakes.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Expr;

use crate::errors::Errors;

/// All mistakes, the operands mentioned once so that none is "unused", and a tail of any type, from a closure so that
/// rustc does not call the code behind it unreachable:
///
/// ```text
/// {
///     ::core::compile_error!("…");
///     let _ = (&a, &b);
///     (|| loop {})()
/// }
/// ```
pub fn emit_failure<'a>(errors: &Errors, mentioned: impl Iterator<Item = &'a Expr>) -> TokenStream {
    let errors = errors.to_compile_errors();
    let mentioned = mentioned.filter(|expr| matches!(expr, Expr::Path(_)));
    quote! {{
        #errors
        let _ = (#(&#mentioned,)*);
        (|| loop {})()
    }}
}
