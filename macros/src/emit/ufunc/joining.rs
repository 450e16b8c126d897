//! The methods of ufuncs that join two elements to one.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Type};

use crate::ir::routine::Routine;

/// `reduce`, `accumulate`, `outer`, …: of functions of two parameters with one result.
pub fn emit_methods(nd: &TokenStream, routine: &Routine, conditions: &[&Attribute]) -> TokenStream {
    if routine.params.len() != 2 || matches!(routine.result, Type::Tuple(_)) {
        return TokenStream::new();
    }
    let (vis, name) = (&routine.item.vis, &routine.item.sig.ident);
    quote! {
        #(#conditions)*
        #nd::ufunc_methods! { #vis #name }
    }
}
