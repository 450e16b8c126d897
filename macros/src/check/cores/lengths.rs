//! The lengths of core axes: labels, constants, and of results expressions of labels.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, ExprLit, Lit};

use crate::check::text_of;
use crate::errors::Errors;
use crate::ir::cores::CoreLength;

/// The most labels of a function.
const MAX_LABELS: usize = 9;

/// The labels of the parameters.
#[derive(Default)]
pub struct Lengths {
    pub labels: Vec<Ident>,
}

impl Lengths {
    /// The length of an axis of a parameter.
    pub fn of_param(&mut self, length: &Expr, errors: &mut Errors) -> Option<CoreLength> {
        match length {
            Expr::Infer(_) => {
                errors.over(length, "`_` is not a label: give the length a name, as in `[f64; n]`, or a constant");
                None
            }
            Expr::Path(path) if let Some(name) = path.path.get_ident().filter(|name| is_label(name)) => {
                Some(CoreLength::Label(self.number(name, errors)))
            }
            Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) if number.base10_digits() == "0" => {
                errors.over(
                    length,
                    "a parameter of length 0 has no elements: write a label, as in `[f64; n]`, if it may be empty",
                );
                None
            }
            other => match label_names(other.to_token_stream()).first() {
                None => Some(CoreLength::Exactly(other.clone())),
                Some(_) => {
                    errors.over(
                        other,
                        "the length of a parameter is a label (`n`) or a constant (`3`, `SIZE`): only results have computed lengths",
                    );
                    None
                }
            },
        }
    }

    /// The length of an axis of a result.
    pub fn of_result(&self, length: &Expr, errors: &mut Errors) -> Option<CoreLength> {
        let names = label_names(length.to_token_stream());
        let unknown: Vec<&Ident> = names.iter().filter(|name| self.find(name).is_none()).collect();
        for name in &unknown {
            errors.at(
                name.span(),
                format_args!(
                    "`{name}` is the length of no parameter, so that no call could tell it: write a constant, or an expression of {}",
                    self.listed()
                ),
            );
        }
        match length {
            _ if !unknown.is_empty() => None,
            Expr::Infer(_) => {
                errors.over(length, "`_` is not a length: write a label, a constant, or an expression of labels");
                None
            }
            Expr::Path(path) if let Some(label) = path.path.get_ident().and_then(|name| self.find(name)) => {
                Some(CoreLength::Label(label))
            }
            other if names.is_empty() => Some(CoreLength::Exactly(other.clone())),
            other => Some(CoreLength::Computed(other.clone())),
        }
    }

    /// The labels, for a message.
    fn listed(&self) -> String {
        let all: Vec<String> = self.labels.iter().map(|label| format!("`{}`", text_of(label))).collect();
        if all.is_empty() { "labels of parameters".to_owned() } else { all.join(", ") }
    }

    fn find(&self, name: &Ident) -> Option<usize> {
        self.labels.iter().position(|label| label == name)
    }

    fn number(&mut self, name: &Ident, errors: &mut Errors) -> usize {
        self.find(name).unwrap_or_else(|| {
            if self.labels.len() == MAX_LABELS {
                errors.at(name.span(), format_args!("more than {MAX_LABELS} labels in one ufunc"));
            }
            self.labels.push(name.clone());
            self.labels.len() - 1
        })
    }
}

/// Whether a name is that of a label, by Rust's habit of writing constants in capitals.
fn is_label(name: &Ident) -> bool {
    let text = name.to_string();
    text.trim_start_matches("r#").starts_with(|char: char| char.is_lowercase() || char == '_')
}

/// The names of variables in an expression: neither constants, nor methods, nor parts of paths.
fn label_names(tokens: TokenStream) -> Vec<Ident> {
    let mut found = Vec::new();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_punct = |place: Option<usize>, chars: &str| match place.and_then(|place| tokens.get(place)) {
        Some(TokenTree::Punct(punct)) => chars.contains(punct.as_char()),
        _ => false,
    };
    for (place, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(name) => {
                let part = is_punct(place.checked_sub(1), ".:") || is_punct(Some(place + 1), ":");
                let called = matches!(tokens.get(place + 1), Some(TokenTree::Group(_)));
                if is_label(name) && !part && !called && name != "as" && name != "usize" {
                    found.push(name.clone());
                }
            }
            TokenTree::Group(group) => found.extend(label_names(group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}
