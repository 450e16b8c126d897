//! From what was written to what was meant. Every check keeps going, so that all mistakes are reported at once.

mod broadcast;
mod cores;
mod gathers;
mod index_form;
mod labels;
mod methods;
mod operands;
mod ranges;
mod reductions;
mod routine;
mod scalar;
mod scope;
mod search;
mod string_form;
mod writes;

pub use broadcast::check_broadcast;
pub use cores::{check_core_ufunc, has_core_axes, room_name};
pub use operands::is_name;
pub use routine::check_ufunc;

use crate::errors::Errors;
use crate::ir::Contraction;
use crate::syntax::EinsumInput;

/// The largest number of axes of an array.
const MAX_RANK: usize = 8;
/// The largest number of labels, beside those of an ellipsis.
const MAX_LABELS: usize = 120;
/// The largest number of operands.
const MAX_OPERANDS: usize = 64;
/// The largest number of reductions.
const MAX_REDUCTIONS: usize = 64;
/// The largest number of existing outputs that one pass writes.
const MAX_OUTPUTS: usize = 16;

/// Checks the input of `einsum!` and its kin. Meaningful only if `errors` stays empty.
pub fn check_einsum(input: &EinsumInput, errors: &mut Errors) -> Contraction {
    match input {
        EinsumInput::String(form) => string_form::check(form, errors),
        EinsumInput::Index(form) => index_form::check(form, errors),
    }
}

/// An expression as a message shows it: `self.w`, `x.t()`, `Array::<f64>::zeros(3)`.
pub fn text_of(tokens: &impl quote::ToTokens) -> String {
    // rustc breaks long lines.
    let words: Vec<String> = tokens.to_token_stream().to_string().split_whitespace().map(str::to_owned).collect();
    let spaced = words.join(" ").replace(":: <", "::<");
    let generic = spaced.contains("::<");
    let mut text = String::new();
    for char in spaced.chars() {
        let tight = matches!(char, '.' | ',' | ';' | ')' | ']' | '?' | '(' | ':' | '[') || (generic && char == '>');
        if tight && text.ends_with(' ') && !text.ends_with("-> ") {
            text.pop();
        }
        let after_tight = text.ends_with(['.', '(', '[', '&', '!', ':']) || text.ends_with("::<");
        if !(char == ' ' && after_tight) {
            text.push(char);
        }
    }
    text
}
