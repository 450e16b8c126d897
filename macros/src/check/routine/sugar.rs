//! Constructs that are others, written shorter: `match`, updates, assignments to tuples and to parts of complex numbers.

use proc_macro2::{Ident, Span};
use syn::spanned::Spanned;
use syn::{BinOp, Block, Expr as Source, Lit, Pat, parse_quote, parse_quote_spanned};

use super::Lowering;
use crate::errors::Errors;
use crate::ir::routine::Expr;

/// The operator of an update: `+` of `+=`.
pub fn update(op: &BinOp) -> Option<BinOp> {
    let span = op.span();
    Some(match op {
        BinOp::AddAssign(_) => BinOp::Add(syn::Token![+](span)),
        BinOp::SubAssign(_) => BinOp::Sub(syn::Token![-](span)),
        BinOp::MulAssign(_) => BinOp::Mul(syn::Token![*](span)),
        BinOp::DivAssign(_) => BinOp::Div(syn::Token![/](span)),
        BinOp::RemAssign(_) => BinOp::Rem(syn::Token![%](span)),
        BinOp::BitAndAssign(_) => BinOp::BitAnd(syn::Token![&](span)),
        BinOp::BitOrAssign(_) => BinOp::BitOr(syn::Token![|](span)),
        BinOp::BitXorAssign(_) => BinOp::BitXor(syn::Token![^](span)),
        BinOp::ShlAssign(_) => BinOp::Shl(syn::Token![<<]([span, span])),
        BinOp::ShrAssign(_) => BinOp::Shr(syn::Token![>>]([span, span])),
        _ => return None,
    })
}

/// `x += y` as `x = x + y`; `z.re += y` through its part.
pub fn updated(binary: &syn::ExprBinary, op: BinOp, part: Option<(&Ident, &Ident)>) -> Source {
    let (left, right, span) = (&binary.left, &binary.right, binary.op.span());
    let right: Source = parse_quote_spanned!(span=> #left #op (#right));
    match part {
        Some((base, part)) => part_assigned(base, part, &right),
        None => parse_quote_spanned!(span=> #left = #right),
    }
}

/// `z.re = x` as `z = Complex::new(x, z.im)`.
pub fn part_assigned(base: &Ident, part: &Ident, value: &Source) -> Source {
    let span = part.span();
    if part == "re" {
        parse_quote_spanned!(span=> #base = Complex::new(#value, #base.im))
    } else {
        parse_quote_spanned!(span=> #base = Complex::new(#base.re, #value))
    }
}

impl Lowering {
    /// `(a, b) = (b, a % b)` as `{ let t1 = b; let t2 = a % b; a = t1; b = t2; }`.
    pub fn destructured(&mut self, places: &syn::ExprTuple, value: &Source) -> Block {
        let temps: Vec<Ident> = places.elems.iter().map(|place| self.make_up(place.span())).collect();
        let bound: Vec<syn::Stmt> = match value {
            Source::Tuple(values) if values.elems.len() == temps.len() => {
                let values = values.elems.iter();
                temps.iter().zip(values).map(|(temp, value)| parse_quote!(let #temp = #value;)).collect()
            }
            value => vec![parse_quote!(let (#(#temps),*) = #value;)],
        };
        let assigned = places.elems.iter().zip(&temps).filter(|(place, _)| !matches!(place, Source::Infer(_)));
        let assigned: Vec<syn::Stmt> = assigned.map(|(place, temp)| parse_quote!(#place = #temp;)).collect();
        parse_quote!({ #(#bound)* #(#assigned)* })
    }

    /// `match n { 0 => a, 1 | 2 => b, n if n < 0 => c, _ => d }` as a chain of `if`s on a variable.
    pub fn matched(&mut self, choice: &syn::ExprMatch, errors: &mut Errors) -> Option<Expr> {
        let span = choice.match_token.span;
        let value = self.make_up(choice.expr.span());
        let mut chain: Option<Source> = None;
        for (place, arm) in choice.arms.iter().enumerate().rev() {
            let last = place + 1 == choice.arms.len();
            chain = Some(arm_chain(arm, &value, chain, last, errors)?);
        }
        let Some(chain) = chain else {
            errors.at(span, "a `match` without arms");
            return None;
        };
        let scrutinee = &choice.expr;
        let block: Source = parse_quote_spanned!(span=> { let #value = #scrutinee; #chain });
        self.lower(&block, errors)
    }
}

/// One arm, and what is done if it does not match.
fn arm_chain(arm: &syn::Arm, value: &Ident, rest: Option<Source>, last: bool, errors: &mut Errors) -> Option<Source> {
    let span = arm.pat.span();
    let (pat, guard) = match &arm.pat {
        Pat::Guard(guarded) => (&*guarded.pat, Some((*guarded.guard).clone())),
        pat => (pat, None),
    };
    let (condition, name) = match pattern(pat, value, errors)? {
        Matches::Always => (None, None),
        Matches::Bound(name) => (None, Some(name)),
        Matches::If(condition) => (Some(condition), None),
    };
    let body = &arm.body;
    let chosen: Source = match (guard, rest) {
        (Some(guard), Some(rest)) => {
            let condition: Source = match condition {
                Some(condition) => parse_quote_spanned!(span=> #condition && (#guard)),
                None => guard,
            };
            parse_quote_spanned!(span=> if #condition { #body } else { #rest })
        }
        (None, Some(rest)) if let Some(condition) = condition => {
            parse_quote_spanned!(span=> if #condition { #body } else { #rest })
        }
        // The last arm: rustc has seen that it matches whatever the others leave over. Arms behind one that matches always are dead.
        (_, None) if last => (**body).clone(),
        _ => (**body).clone(),
    };
    Some(match name {
        Some(name) => parse_quote_spanned!(span=> { let #name = #value; #chosen }),
        None => chosen,
    })
}

/// When a pattern matches.
enum Matches {
    Always,
    Bound(Ident),
    If(Source),
}

fn pattern(pattern_: &Pat, value: &Ident, errors: &mut Errors) -> Option<Matches> {
    let span = pattern_.span();
    Some(match pattern_ {
        Pat::Wild(_) => Matches::Always,
        Pat::Paren(paren) => return pattern(&paren.pat, value, errors),
        Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
            if is_constant(&name.ident) {
                let name = &name.ident;
                Matches::If(parse_quote_spanned!(span=> #value == #name))
            } else {
                Matches::Bound(name.ident.clone())
            }
        }
        Pat::Lit(literal) => Matches::If(match &literal.lit {
            Lit::Bool(truth) if truth.value => parse_quote_spanned!(span=> #value),
            Lit::Bool(_) => parse_quote_spanned!(span=> !#value),
            _ => parse_quote_spanned!(span=> #value == #literal),
        }),
        Pat::Path(path) => Matches::If(parse_quote_spanned!(span=> #value == #path)),
        Pat::Range(range) => Matches::If(in_range(range, value, span)),
        Pat::Or(alternatives) => {
            let mut all: Option<Source> = None;
            for alternative in &alternatives.cases {
                match pattern(alternative, value, errors)? {
                    Matches::If(one) => {
                        all = Some(match all {
                            Some(all) => parse_quote_spanned!(span=> #all || #one),
                            None => one,
                        });
                    }
                    Matches::Always => return Some(Matches::Always),
                    Matches::Bound(name) => {
                        errors.at(name.span(), "a name among alternatives: bind the number in front of the `match`");
                        return None;
                    }
                }
            }
            Matches::If(all?)
        }
        other => {
            errors.over(
                other,
                "a pattern that a ufunc does not take: there are literals, ranges, constants, `|`, names, `_` and guards",
            );
            return None;
        }
    })
}

/// `3..=5` as `n >= 3 && n <= 5`.
fn in_range(range: &syn::PatRange, value: &Ident, span: Span) -> Source {
    let low: Option<Source> = range.start.as_ref().map(|low| parse_quote_spanned!(span=> #value >= #low));
    let high: Option<Source> = range.end.as_ref().map(|high| match range.limits {
        syn::RangeLimits::Closed(_) => parse_quote_spanned!(span=> #value <= #high),
        syn::RangeLimits::HalfOpen(_) => parse_quote_spanned!(span=> #value < #high),
    });
    match (low, high) {
        (Some(low), Some(high)) => parse_quote_spanned!(span=> #low && #high),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => parse_quote_spanned!(span=> true),
    }
}

/// Whether a name in a pattern is that of a constant, by Rust's habit.
fn is_constant(name: &Ident) -> bool {
    let name = name.to_string();
    name.chars().any(|char| char.is_ascii_uppercase()) && !name.chars().any(|char| char.is_ascii_lowercase())
}
