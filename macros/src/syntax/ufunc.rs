//! `ufunc!`, as written: functions.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Error, ItemFn, Result};

use super::brackets;

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
    // Other functions keep their tokens: a group that is made anew has lost the spans of its two ends.
    let tokens = if any_subscripts(tokens.clone()) { brackets::rewrite(tokens) } else { tokens };
    functions.parse2(tokens)
}

/// Whether several subscripts stand somewhere, `p[m, d]`, which syn does not parse.
fn any_subscripts(tokens: TokenStream) -> bool {
    let mut before = None;
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            let subscripts = before.as_ref().is_some_and(|before| brackets::is_subscripts(before, group));
            if subscripts || any_subscripts(group.stream()) {
                return true;
            }
        }
        before = Some(token);
    }
    false
}

fn parse_function(input: ParseStream) -> Result<ItemFn> {
    let item: syn::Item = input.parse()?;
    match item {
        syn::Item::Fn(function) => Ok(function),
        other => Err(Error::new_spanned(other, "`ufunc!` holds functions only; other items stand outside of it")),
    }
}
