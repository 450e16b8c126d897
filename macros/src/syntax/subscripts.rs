//! Subscripts in brackets: labels, labels with a range, indices, index arrays, and the ellipsis.

use proc_macro2::{Group, Ident, Span};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, ExprIndex, Lit, RangeLimits, Result, Token, UnOp};

use super::brackets;

/// One subscript in brackets.
pub enum Subscript {
    /// A bare name.
    Label(Ident),
    /// `..`
    Ellipsis(Span),
    /// A number, or `{expression}`: the axis is fixed there.
    Fixed(Box<Expr>),
    /// `k in 0..n`
    Ranged(Ident, Box<Expr>),
    /// `ix[i]`: the axis is read at what an index array holds.
    Gathered(Box<ExprIndex>),
    /// Anything else, and what it is called.
    Other(Box<Expr>, &'static str),
}

/// The subscripts in a bracket group that was not rewritten.
pub fn parse_group(group: &Group) -> Result<Vec<Subscript>> {
    let exprs = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(brackets::wrap_ranges(group.stream()))?;
    Ok(exprs.into_iter().map(parse_subscript).collect())
}

/// The subscripts behind an operand, rewritten to a tuple where there are several or none.
pub fn parse_subscripts(index: &Expr) -> Vec<Subscript> {
    match index {
        Expr::Tuple(tuple) => tuple.elems.iter().cloned().map(parse_subscript).collect(),
        one => vec![parse_subscript(one.clone())],
    }
}

fn parse_subscript(expr: Expr) -> Subscript {
    let what = match &expr {
        Expr::Path(path) if path.qself.is_none() => match path.path.get_ident() {
            Some(ident) => return Subscript::Label(ident.clone()),
            None => "a path",
        },
        Expr::Infer(underscore) => return Subscript::Label(Ident::new("_", underscore.underscore_token.span())),
        Expr::Range(range) if range.start.is_none() && range.end.is_none() => match range.limits {
            RangeLimits::HalfOpen(dots) => return Subscript::Ellipsis(dots.span()),
            RangeLimits::Closed(_) => "`..=`",
        },
        Expr::Range(_) => "a range",
        Expr::Macro(call) if call.mac.path.is_ident(&brackets::range_mark(Span::call_site())) => {
            match parse_range.parse2(call.mac.tokens.clone()) {
                Ok((label, range)) => return Subscript::Ranged(label, Box::new(range)),
                Err(_) => "a label whose range is incomplete",
            }
        }
        Expr::Block(_) => return Subscript::Fixed(Box::new(expr)),
        Expr::Index(index) => return Subscript::Gathered(Box::new(index.clone())),
        literal => match literal_of(literal) {
            Some(Lit::Int(_)) => return Subscript::Fixed(Box::new(expr)),
            Some(Lit::Float(_)) => "a number with a fraction",
            Some(Lit::Str(_)) => "a string",
            Some(_) => "this literal",
            None => "an expression",
        },
    };
    Subscript::Other(Box::new(expr), what)
}

/// The literal that an expression is, perhaps behind a minus sign.
fn literal_of(expr: &Expr) -> Option<&Lit> {
    match expr {
        Expr::Lit(literal) => Some(&literal.lit),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => literal_of(&unary.expr),
        _ => None,
    }
}

/// `k in 0..n`
fn parse_range(input: ParseStream) -> Result<(Ident, Expr)> {
    let label = input.parse()?;
    input.parse::<Token![in]>()?;
    Ok((label, input.parse()?))
}
