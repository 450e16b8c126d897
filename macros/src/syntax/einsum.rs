//! The two forms of `einsum!`, as written.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Error, Expr, LitStr, Result, Token};

use super::brackets;
use super::output::{OutputLabels, Target, Update, parse_expr, split_arrow, split_target};

/// The input of `einsum!` and its kin.
pub enum EinsumInput {
    /// `"ij,jk->ik", a, b`
    String(StringForm),
    /// `a[i, j] * b[j, k] -> [i, k]`
    Index(Box<IndexForm>),
}

/// NumPy's string form.
pub struct StringForm {
    pub subscripts: LitStr,
    pub operands: Vec<Expr>,
}

/// The index form. Bracket groups have been rewritten to tuples.
pub struct IndexForm {
    pub target: Option<Target>,
    pub expr: Expr,
    pub output: Option<OutputLabels>,
}

impl Parse for EinsumInput {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(LitStr) {
            return Ok(EinsumInput::String(StringForm::parse(input)?));
        }
        Ok(EinsumInput::Index(Box::new(parse_index_form(input.parse()?)?)))
    }
}

impl Parse for StringForm {
    fn parse(input: ParseStream) -> Result<Self> {
        let subscripts = input.parse()?;
        if input.is_empty() {
            return Ok(StringForm { subscripts, operands: Vec::new() });
        }
        input.parse::<Token![,]>()?;
        check_operands(&input.fork().parse()?)?;
        let operands = Punctuated::<Expr, Token![,]>::parse_terminated(input)?;
        Ok(StringForm { subscripts, operands: operands.into_iter().collect() })
    }
}

/// The labels and the arrow of the index form have no place behind a string.
fn check_operands(tokens: &TokenStream) -> Result<()> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for pair in tokens.windows(2) {
        match (&pair[0], &pair[1]) {
            (TokenTree::Punct(minus), TokenTree::Punct(point)) if minus.as_char() == '-' && point.as_char() == '>' => {
                let arrow: TokenStream = pair.iter().cloned().collect();
                return Err(Error::new_spanned(
                    arrow,
                    "an arrow behind the string: the string names the output, as in `\"ij->ji\"`",
                ));
            }
            (before, TokenTree::Group(group)) if brackets::is_subscripts(before, group) => {
                return Err(Error::new(
                    group.span(),
                    "labels behind an operand: the string names the labels of all operands; write the operand alone",
                ));
            }
            _ => {}
        }
    }
    Ok(())
}

fn parse_index_form(tokens: TokenStream) -> Result<IndexForm> {
    if tokens.is_empty() {
        return Err(Error::new(
            Span::call_site(),
            "nothing to compute; write `einsum!(a[i, j] * b[j, k] -> [i, k])` or `einsum!(\"ij,jk->ik\", a, b)`",
        ));
    }
    let (left, output) = split_arrow(brackets::rewrite(tokens))?;
    let expr = parse_expr(left, output.as_ref(), COMMA)?;
    let (target, expr) = split_target(expr, check_update)?;
    Ok(IndexForm { target, expr, output })
}

/// What is said of a comma between expressions.
const COMMA: &str = "a comma: operands are joined by operators, as in `a[i, j] * b[j, k]`; NumPy's form begins with a string \
                     literal, as in `\"ij,jk->ik\", a, b`";

/// The updates of `einsum!` are those of a sum.
fn check_update(update: Update, span: Span) -> Result<Update> {
    let cure = match update {
        Update::Assign | Update::Add | Update::Subtract => return Ok(update),
        Update::Multiply | Update::Divide => "`broadcast!` has `*=` and `/=`",
        Update::Other => "for others, compute a new array and combine it",
    };
    Err(Error::new(span, format_args!("`einsum!` updates its output with `=`, `+=` or `-=`; {cure}")))
}
