//! macros

mod slicing;

/// `s![]` behind its wrapper, which puts the path of the crate in front.
#[doc(hidden)]
#[proc_macro]
pub fn __s(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    slicing::expand(input.into()).into()
}
