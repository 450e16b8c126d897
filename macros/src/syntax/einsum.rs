//! The two forms of `einsum!`, as written.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{BinOp, Error, Expr, Ident, Lit, LitStr, RangeLimits, Result, Token, UnOp};

use super::brackets;

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
    /// Anything else, and what it is called.
    Other(Box<Expr>, &'static str),
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
    let expr: Expr = syn::parse2(left.clone()).map_err(|error| explain(left, output.as_ref(), error))?;
    let (target, expr) = split_target(expr)?;
    Ok(IndexForm { target, expr, output })
}

/// A mistake of syntax of which there is more to say than syn does, or at a better place: a comma, `=>`, or no expression
/// where one must be.
fn explain(left: TokenStream, output: Option<&OutputLabels>, error: Error) -> Error {
    let tokens: Vec<TokenTree> = left.into_iter().collect();
    let is = |token: &TokenTree, char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == char);
    // In `Array::<f64, _>::ones(3)` a comma is no mistake.
    let generic = tokens.windows(2).any(|pair| is(&pair[0], ':') && is(&pair[1], '<'));
    if let Some(comma) = tokens.iter().find(|token| !generic && is(token, ',')) {
        let message = "a comma: operands are joined by operators, as in `a[i, j] * b[j, k]`; NumPy's form begins with a \
                       string literal, as in `\"ij,jk->ik\", a, b`";
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
        Expr::Block(_) => return Subscript::Fixed(Box::new(expr)),
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
                        "`einsum!` updates its output with `=`, `+=` or `-=`; for others, compute a new array and combine it",
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
