//! Collecting mistakes, so that all of them are reported at once.

use proc_macro2::{Span, TokenStream};
use syn::Error;

/// The mistakes found so far.
#[derive(Default)]
pub struct Errors {
    found: Vec<Error>,
}

impl Errors {
    /// Records a mistake at the user's token.
    pub fn at(&mut self, span: Span, message: impl std::fmt::Display) {
        self.found.push(Error::new(span, message));
    }

    /// Records a mistake that underlines all of the user's tokens, from the first to the last.
    pub fn over(&mut self, tokens: impl quote::ToTokens, message: impl std::fmt::Display) {
        self.found.push(Error::new_spanned(tokens, message));
    }

    /// Records mistakes that the parser found.
    pub fn add(&mut self, error: Error) {
        self.found.extend(error);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// One `compile_error!` a mistake, where items stand.
    pub fn to_items(&self) -> TokenStream {
        self.found.iter().map(|error| error.to_compile_error()).collect()
    }

    /// One `compile_error!` a mistake.
    pub fn to_compile_errors(&self) -> TokenStream {
        self.found.iter().map(|error| error.to_compile_error()).map(|error| quote::quote!(#error;)).collect()
    }
}
