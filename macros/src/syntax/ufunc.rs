//! `ufunc!`, as written: functions.

use proc_macro2::{Span, TokenStream};
use syn::parse::{ParseStream, Parser};
use syn::{Error, ItemFn, Result};

/// Parses the functions of one `ufunc!`.
pub fn parse_ufunc(tokens: TokenStream) -> Result<Vec<ItemFn>> {
    if tokens.is_empty() {
        return Err(Error::new(
            Span::call_site(),
            "no function; write `ufunc! { pub fn name(x: f64, y: f64) -> f64 { x + y } }`",
        ));
    }
    let functions = |input: ParseStream| {
        let mut functions = Vec::new();
        while !input.is_empty() {
            functions.push(parse_function(input)?);
        }
        Ok(functions)
    };
    functions.parse2(tokens)
}

fn parse_function(input: ParseStream) -> Result<ItemFn> {
    let item: syn::Item = input.parse()?;
    match item {
        syn::Item::Fn(function) => Ok(function),
        other => Err(Error::new_spanned(other, "`ufunc!` holds functions only; other items stand outside of it")),
    }
}
