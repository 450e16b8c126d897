//! Where results go: `-> [i, k]`, or a target and its update.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::{BinOp, Error, Expr, Result};

use super::subscripts::{Subscript, parse_group};

/// What stands left of `=`, `+=` and their kin.
pub struct Target {
    pub expr: Expr,
    pub update: Update,
}

/// `=`, `+=`, `-=`, `*=`, `/=`, or an operator that updates no output.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Update {
    Assign,
    Add,
    Subtract,
    Multiply,
    Divide,
    Other,
}

impl Update {
    /// The operator, as it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Update::Assign | Update::Other => "=",
            Update::Add => "+=",
            Update::Subtract => "-=",
            Update::Multiply => "*=",
            Update::Divide => "/=",
        }
    }
}

/// What stands right of `->`.
pub struct OutputLabels {
    pub subscripts: Vec<Subscript>,
    /// As it was written.
    pub text: String,
    pub span: Span,
}

/// Parses the expression in front of the arrow; of some mistakes there is more to say than syn does.
pub fn parse_expr(left: TokenStream, output: Option<&OutputLabels>, comma: &str) -> Result<Expr> {
    syn::parse2(left.clone()).map_err(|error| explain(left, output, comma, error))
}

/// A mistake of syntax of which there is more to say than syn does, or at a better place: a comma, `=>`, or no expression
/// where one must be.
fn explain(left: TokenStream, output: Option<&OutputLabels>, message: &str, error: Error) -> Error {
    let tokens: Vec<TokenTree> = left.into_iter().collect();
    let is = |token: &TokenTree, char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == char);
    // In `Array::<f64, _>::ones(3)` a comma is no mistake.
    let generic = tokens.windows(2).any(|pair| is(&pair[0], ':') && is(&pair[1], '<'));
    if let Some(comma) = tokens.iter().find(|token| !generic && is(token, ',')) {
        return Error::new(comma.span(), message);
    }
    if let Some(arrow) = tokens.windows(2).find(|pair| is(&pair[0], '=') && is(&pair[1], '>')) {
        let arrow: TokenStream = arrow.iter().cloned().collect();
        return Error::new_spanned(arrow, "the arrow in front of the output labels is `->`");
    }
    match (tokens.last(), output) {
        (None, Some(output)) => {
            let message = "there is no expression in front of the output labels: write `a[i, j] * b[j, k] -> [i, k]`";
            Error::new(output.span, message)
        }
        (Some(TokenTree::Punct(punct)), _) if !matches!(punct.as_char(), '?' | '.') => {
            Error::new(punct.span(), format_args!("an expression is missing behind this `{}`", punct.as_char()))
        }
        _ if error.to_string() == "unexpected token" => {
            Error::new(error.span(), "unexpected here: an operator belongs between two operands")
        }
        _ => error,
    }
}

/// Splits at the arrow, which syn would read as a minus sign.
pub fn split_arrow(tokens: TokenStream) -> Result<(TokenStream, Option<OutputLabels>)> {
    let mut left = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let minus = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '-');
        let arrow = minus && matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '>');
        if arrow {
            let span = token.span();
            tokens.next();
            return Ok((left.into_iter().collect(), Some(parse_output(span, tokens)?)));
        }
        left.push(token);
    }
    Ok((left.into_iter().collect(), None))
}

fn parse_output(arrow: Span, mut tokens: impl Iterator<Item = TokenTree>) -> Result<OutputLabels> {
    match tokens.next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
            let mut rest = tokens.peekable();
            // A comma at the end, as in a call.
            rest.next_if(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','));
            let rest: TokenStream = rest.collect();
            if !rest.is_empty() {
                return Err(Error::new_spanned(rest, "nothing may follow the output labels"));
            }
            Ok(OutputLabels { subscripts: parse_group(&group)?, text: group.to_string(), span: group.span() })
        }
        Some(token) => Err(Error::new(token.span(), "expected the output labels in brackets, as in `-> [i, k]`")),
        None => Err(Error::new(arrow, "expected the output labels behind the arrow, as in `-> [i, k]`")),
    }
}

/// Splits `target = expr`, `target += expr` and their kin; `check` judges the operator.
pub fn split_target(expr: Expr, check: impl Fn(Update, Span) -> Result<Update>) -> Result<(Option<Target>, Expr)> {
    match expr {
        Expr::Assign(assign) => Ok((Some(Target { expr: *assign.left, update: Update::Assign }), *assign.right)),
        Expr::Binary(binary) => match update_of(&binary.op) {
            Some(update) => {
                let update = check(update, binary.op.span())?;
                Ok((Some(Target { expr: *binary.left, update }), *binary.right))
            }
            None => Ok((None, Expr::Binary(binary))),
        },
        other => Ok((None, other)),
    }
}

fn update_of(op: &BinOp) -> Option<Update> {
    Some(match op {
        BinOp::AddAssign(_) => Update::Add,
        BinOp::SubAssign(_) => Update::Subtract,
        BinOp::MulAssign(_) => Update::Multiply,
        BinOp::DivAssign(_) => Update::Divide,
        BinOp::RemAssign(_)
        | BinOp::BitXorAssign(_)
        | BinOp::BitAndAssign(_)
        | BinOp::BitOrAssign(_)
        | BinOp::ShlAssign(_)
        | BinOp::ShrAssign(_) => Update::Other,
        _ => return None,
    })
}
