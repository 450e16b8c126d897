//! `s![]`: subscripts of arrays, in NumPy's notation.
//!
//! ```text
//! s![1..3, i, ..., NewAxis, ..;-1]
//! ```
//!
//! becomes a value of two typed lists, the second one from its end,
//!
//! ```text
//! slicing::Subscripts::new(
//!     (Span::all().start(1).before(3), (Subscript::into_entry(i), ())),
//!     Ellipsis((Span::all().by(-1), (NewAxis, ()))),
//! )
//! ```
//!
//! with every path behind `$crate::macro_support::slicing`. Literals are given their kind here, because the
//! type of an integer literal is not known in time; the kind of every other expression follows from its
//! type, through the trait `Subscript`.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Expr, ExprRange, Lit, RangeLimits, Token, UnOp};

/// One subscript as written.
enum Subscript {
    /// `..`
    Whole(Span),
    /// `a..b`, with a step behind `;` or without.
    Range(ExprRange, Option<Expr>),
    /// An expression that is an integer by its looks, as `-1`.
    Integer(Expr),
    /// An array of such, as `[[0], [-1]]`.
    Integers(Expr),
    /// Any other expression.
    Other(Expr),
    /// Any other expression with a step: a range in a variable.
    Stepped(Expr, Expr),
    /// `NewAxis`
    NewAxis(Span),
    /// `...`
    Ellipsis(Span),
}

impl Subscript {
    fn span(&self) -> Span {
        match self {
            Subscript::Whole(span) | Subscript::NewAxis(span) | Subscript::Ellipsis(span) => *span,
            Subscript::Range(range, _) => range.span(),
            Subscript::Integer(expr)
            | Subscript::Integers(expr)
            | Subscript::Other(expr)
            | Subscript::Stepped(expr, _) => expr.span(),
        }
    }
}

/// The mistakes found so far.
#[derive(Default)]
struct Mistakes(Option<syn::Error>);

impl Mistakes {
    fn add(&mut self, mistake: syn::Error) {
        match &mut self.0 {
            Some(first) => first.combine(mistake),
            None => self.0 = Some(mistake),
        }
    }
}

/// Expands `path; subscripts`.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let (path, subscripts) = split_path(input);
    let subscripts = match (|input: ParseStream| Ok(parse_subscripts(input, &mut mistakes))).parse2(subscripts) {
        Ok(subscripts) => subscripts,
        Err(mistake) => {
            mistakes.add(mistake);
            Vec::new()
        }
    };
    let value = emit(&path, check(subscripts, &mut mistakes));
    match mistakes.0 {
        None => value,
        // The value stands behind the errors, so that nothing else is wrong with the line.
        Some(mistakes) => {
            let mistakes = mistakes.to_compile_error();
            quote!({ #mistakes #value })
        }
    }
}

/// The path of the crate, which the wrapper puts in front, and the rest.
fn split_path(input: TokenStream) -> (TokenStream, TokenStream) {
    let mut tokens = input.into_iter();
    let is_end = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';');
    let path = tokens.by_ref().take_while(|token| !is_end(token)).collect();
    (path, tokens.collect())
}

/// Parses all subscripts; a malformed one is reported and skipped up to its comma.
fn parse_subscripts(input: ParseStream, mistakes: &mut Mistakes) -> Vec<Subscript> {
    let mut subscripts = Vec::new();
    while !input.is_empty() {
        match parse_subscript(input) {
            Ok(subscript) if at_end(input) => subscripts.push(subscript),
            result => {
                mistakes.add(result.err().unwrap_or_else(|| input.error("expected `,` behind a subscript")));
                while !at_end(input) {
                    let _ = input.parse::<TokenTree>();
                }
            }
        }
        let _ = input.parse::<Option<Token![,]>>();
    }
    subscripts
}

/// Whether a subscript ends here.
fn at_end(input: ParseStream) -> bool {
    input.is_empty() || input.peek(Token![,])
}

fn parse_subscript(input: ParseStream) -> syn::Result<Subscript> {
    if input.peek(Token![...]) {
        return Ok(Subscript::Ellipsis(input.parse::<Token![...]>()?.span()));
    }
    if input.peek(Token![:]) {
        return Err(input.error("a whole axis is written `..`, and a range with a step `a..b;c`"));
    }
    let expr: Expr = input.parse()?;
    if input.peek(Token![:]) {
        return Err(input.error("a range is written `a..b`, and with a step `a..b;c`"));
    }
    let step: Option<Expr> = match input.parse::<Option<Token![;]>>()? {
        Some(semicolon) if at_end(input) => {
            return Err(syn::Error::new(semicolon.span(), "a step is missing behind `;`"));
        }
        Some(_) => Some(input.parse()?),
        None => None,
    };
    Ok(match (expr, step) {
        (Expr::Range(range), None) if range.start.is_none() && range.end.is_none() => Subscript::Whole(range.span()),
        (Expr::Range(range), step) => Subscript::Range(range, step),
        (Expr::Path(path), None) if path.path.is_ident("NewAxis") => Subscript::NewAxis(path.span()),
        (expr, None) if is_integer(&expr) => Subscript::Integer(expr),
        (expr, None) if is_array_of_integers(&expr) => Subscript::Integers(expr),
        (expr, None) => Subscript::Other(expr),
        (expr, Some(step)) => Subscript::Stepped(expr, step),
    })
}

/// Whether an expression consists of integer literals and operators alone.
fn is_integer(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(lit) => matches!(lit.lit, Lit::Int(_)),
        Expr::Unary(unary) => is_integer(&unary.expr),
        Expr::Binary(binary) => is_integer(&binary.left) && is_integer(&binary.right),
        Expr::Paren(paren) => is_integer(&paren.expr),
        Expr::Group(group) => is_integer(&group.expr),
        _ => false,
    }
}

/// Whether an expression is an array, or a nested one, of such.
fn is_array_of_integers(expr: &Expr) -> bool {
    let is_entry = |entry: &Expr| is_integer(entry) || is_array_of_integers(entry);
    match expr {
        Expr::Array(array) => array.elems.iter().all(is_entry),
        Expr::Repeat(repeat) => is_entry(&repeat.expr),
        Expr::Group(group) => is_array_of_integers(&group.expr),
        _ => false,
    }
}

/// The literal, with or without a minus, that an expression is.
fn literal(expr: &Expr) -> Option<&Lit> {
    match expr {
        Expr::Lit(lit) => Some(&lit.lit),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => literal(&unary.expr),
        Expr::Paren(paren) => literal(&paren.expr),
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

/// Reports what literals alone show to be wrong, and keeps a subscript in the place of each wrong one,
/// so that the rank of the result stays what it is meant to be.
fn check(subscripts: Vec<Subscript>, mistakes: &mut Mistakes) -> Vec<Subscript> {
    let mut ellipsis = false;
    let mut checked = Vec::with_capacity(subscripts.len());
    for subscript in subscripts {
        match subscript {
            Subscript::Ellipsis(span) if core::mem::replace(&mut ellipsis, true) => {
                mistakes.add(syn::Error::new(span, "a second `...`: only one can stand for all other axes"));
            }
            Subscript::Other(expr) if literal(&expr).is_some_and(|lit| !matches!(lit, Lit::Bool(_))) => {
                mistakes.add(syn::Error::new_spanned(
                    &expr,
                    "this literal cannot be a subscript: an integer, a range, `..`, `...`, `NewAxis`, or an array of integers \
                     or `bool` can",
                ));
                checked.push(Subscript::Integer(syn::parse_quote!(0)));
            }
            Subscript::Stepped(expr, step) if literal(&expr).is_some() => {
                mistakes.add(syn::Error::new_spanned(
                    &expr,
                    "a step `;` follows a range, as in `0..10;2` or `..;-1`, not one index",
                ));
                checked.push(Subscript::Whole(step.span()));
            }
            Subscript::Range(range, step) => checked.push(check_range(range, step, mistakes)),
            Subscript::Stepped(expr, step) => {
                let step = check_step(step, mistakes);
                checked.push(Subscript::Stepped(expr, step));
            }
            other => checked.push(other),
        }
    }
    checked
}

fn check_range(range: ExprRange, step: Option<Expr>, mistakes: &mut Mistakes) -> Subscript {
    let mut sound = true;
    for bound in [&range.start, &range.end].into_iter().flatten() {
        if literal(bound).is_some_and(|lit| !matches!(lit, Lit::Int(_))) {
            mistakes.add(syn::Error::new_spanned(bound, "a bound of a range of subscripts is an integer"));
            sound = false;
        }
    }
    let span = range.span();
    let step = step.map(|step| check_step(step, mistakes));
    if sound { Subscript::Range(range, step) } else { Subscript::Range(whole(span), step) }
}

/// The step, or 1 in place of one that cannot be.
fn check_step(step: Expr, mistakes: &mut Mistakes) -> Expr {
    let problem = match literal(&step) {
        Some(Lit::Int(int)) if int.base10_digits().bytes().all(|digit| digit == b'0') => "a step cannot be zero",
        Some(lit) if !matches!(lit, Lit::Int(_)) => "a step is an integer",
        _ => return step,
    };
    mistakes.add(syn::Error::new_spanned(&step, problem));
    syn::parse_quote!(1)
}

fn whole(span: Span) -> ExprRange {
    ExprRange { attrs: Vec::new(), start: None, limits: RangeLimits::HalfOpen(Token![..](span)), end: None }
}

/// The value of type `Subscripts`.
fn emit(path: &TokenStream, subscripts: Vec<Subscript>) -> TokenStream {
    let slicing = quote!(#path::macro_support::slicing);
    let mut front: Vec<_> = Vec::new();
    let mut back: Option<Vec<_>> = None;
    for subscript in &subscripts {
        if let Subscript::Ellipsis(_) = subscript {
            back = Some(Vec::new());
        } else {
            back.as_mut().unwrap_or(&mut front).push(emit_subscript(&slicing, subscript));
        }
    }
    let list = |entries: &mut dyn Iterator<Item = TokenStream>| {
        let entries: Vec<_> = entries.collect();
        entries.into_iter().rev().fold(quote!(()), |rest, entry| quote!((#entry, #rest)))
    };
    let back = match back {
        None => quote!(#slicing::NoEllipsis),
        Some(back) => {
            let back = list(&mut back.into_iter().rev());
            quote!(#slicing::Ellipsis(#back))
        }
    };
    let front = list(&mut front.into_iter());
    quote!(#slicing::Subscripts::new(#front, #back))
}

/// The same tokens at another place, so that errors about what they call underline that place.
fn located(tokens: &TokenStream, place: Span) -> TokenStream {
    let move_to = |mut token: TokenTree| {
        token.set_span(token.span().located_at(place));
        token
    };
    tokens.clone().into_iter().map(move_to).collect()
}

fn emit_subscript(slicing: &TokenStream, subscript: &Subscript) -> TokenStream {
    let slicing = located(slicing, subscript.span());
    match subscript {
        Subscript::Whole(span) => quote_spanned!(*span=> #slicing::Whole),
        Subscript::NewAxis(span) | Subscript::Ellipsis(span) => quote_spanned!(*span=> #slicing::NewAxis),
        Subscript::Integer(expr) => quote_spanned!(expr.span()=> #slicing::At::new(#expr)),
        Subscript::Integers(expr) => quote_spanned!(expr.span()=> #slicing::Indices::new(#expr)),
        Subscript::Other(expr) => quote_spanned!(expr.span()=> #slicing::Subscript::into_entry(#expr)),
        Subscript::Stepped(range, step) => {
            quote_spanned!(range.span()=> #slicing::Span::of(#range).by(#step))
        }
        Subscript::Range(range, step) => {
            let start = range.start.iter().map(|start| quote_spanned!(start.span()=> .start(#start)));
            let stop = range.end.iter().map(|stop| match range.limits {
                RangeLimits::HalfOpen(_) => quote_spanned!(stop.span()=> .before(#stop)),
                RangeLimits::Closed(_) => quote_spanned!(stop.span()=> .through(#stop)),
            });
            let step = step.iter().map(|step| quote_spanned!(step.span()=> .by(#step)));
            quote_spanned!(range.span()=> #slicing::Span::all()#(#start)*#(#stop)*#(#step)*)
        }
    }
}
