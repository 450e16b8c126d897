//! The two forms of `einsum!`, as written.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{BinOp, Error, Expr, Ident, LitStr, RangeLimits, Result, Token};

use super::brackets;

/// The input of `einsum!` and its kin.
pub enum EinsumInput {
    /// `"ij,jk->ik", a, b`
    String(StringForm),
    /// `a[i, j] * b[j, k] -> [i, k]`
    Index(IndexForm),
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

/// What stands left of `=`, `+=` or `-=`.
pub struct Target {
    pub expr: Expr,
    pub update: Update,
}

/// `=`, `+=` or `-=`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Update {
    Assign,
    Add,
    Subtract,
}

impl Update {
    /// The operator, as it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Update::Assign => "=",
            Update::Add => "+=",
            Update::Subtract => "-=",
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

/// One subscript in brackets.
pub enum Subscript {
    /// A bare name.
    Label(Ident),
    /// `..`
    Ellipsis(Span),
    /// A number, or `{expression}`: the axis is fixed there.
    Fixed(Box<Expr>),
    /// Anything else.
    Other(Span, String),
}

impl Parse for EinsumInput {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(LitStr) {
            return Ok(EinsumInput::String(StringForm::parse(input)?));
        }
        parse_index_form(input.parse()?).map(EinsumInput::Index)
    }
}

impl Parse for StringForm {
    fn parse(input: ParseStream) -> Result<Self> {
        let subscripts = input.parse()?;
        if input.is_empty() {
            return Ok(StringForm { subscripts, operands: Vec::new() });
        }
        input.parse::<Token![,]>()?;
        let operands = Punctuated::<Expr, Token![,]>::parse_terminated(input)?;
        Ok(StringForm { subscripts, operands: operands.into_iter().collect() })
    }
}

fn parse_index_form(tokens: TokenStream) -> Result<IndexForm> {
    if tokens.is_empty() {
        return Err(Error::new(
            Span::call_site(),
            "nothing to compute; write `einsum!(a[i, j] * b[j, k] -> [i, k])` or `einsum!(\"ij,jk->ik\", a, b)`",
        ));
    }
    let (left, output) = split_arrow(brackets::rewrite(tokens))?;
    let expr: Expr = syn::parse2(left)?;
    let (target, expr) = split_target(expr)?;
    Ok(IndexForm { target, expr, output })
}

/// Splits at the arrow, which syn would read as a minus sign.
fn split_arrow(tokens: TokenStream) -> Result<(TokenStream, Option<OutputLabels>)> {
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
            let rest: TokenStream = tokens.collect();
            match rest.into_iter().next() {
                Some(TokenTree::Punct(comma)) if comma.as_char() == ',' => {}
                Some(token) => return Err(Error::new(token.span(), "nothing may follow the output labels")),
                None => {}
            }
            Ok(OutputLabels { subscripts: parse_group(&group)?, text: group.to_string(), span: group.span() })
        }
        Some(token) => Err(Error::new(token.span(), "expected the output labels in brackets, as in `-> [i, k]`")),
        None => Err(Error::new(arrow, "expected the output labels behind the arrow, as in `-> [i, k]`")),
    }
}

fn parse_group(group: &Group) -> Result<Vec<Subscript>> {
    let exprs = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(group.stream())?;
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
    match expr {
        Expr::Path(path) if path.qself.is_none() && path.path.get_ident().is_some() => match path.path.get_ident() {
            Some(ident) => Subscript::Label(ident.clone()),
            None => Subscript::Other(path.span(), String::new()),
        },
        Expr::Range(range) if range.start.is_none() && range.end.is_none() => match range.limits {
            RangeLimits::HalfOpen(dots) => Subscript::Ellipsis(dots.span()),
            RangeLimits::Closed(dots) => Subscript::Other(dots.span(), "`..=`".to_owned()),
        },
        Expr::Lit(_) | Expr::Block(_) => Subscript::Fixed(Box::new(expr)),
        Expr::Unary(ref unary) if matches!(*unary.expr, Expr::Lit(_)) => Subscript::Fixed(Box::new(expr)),
        Expr::Range(_) => Subscript::Other(expr.span(), "a range".to_owned()),
        other => Subscript::Other(other.span(), "an expression".to_owned()),
    }
}

/// Splits `target = expr`, `target += expr` and `target -= expr`.
fn split_target(expr: Expr) -> Result<(Option<Target>, Expr)> {
    match expr {
        Expr::Assign(assign) => Ok((Some(Target { expr: *assign.left, update: Update::Assign }), *assign.right)),
        Expr::Binary(binary) => {
            let update = match binary.op {
                BinOp::AddAssign(_) => Update::Add,
                BinOp::SubAssign(_) => Update::Subtract,
                ref op if is_assignment(op) => {
                    return Err(Error::new(
                        binary.op.span(),
                        "`einsum!` updates its output with `=`, `+=` or `-=`; other updates are `broadcast!`'s",
                    ));
                }
                _ => return Ok((None, Expr::Binary(binary))),
            };
            Ok((Some(Target { expr: *binary.left, update }), *binary.right))
        }
        other => Ok((None, other)),
    }
}

fn is_assignment(op: &BinOp) -> bool {
    matches!(
        op,
        BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::BitXorAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_)
    )
}
