//! Operands: with their subscripts, or, in the positional form, whatever is not computed in the kernel.

use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprIndex, Member, UnOp};

use super::labels::Place;
use super::scalar::{is_complex, is_number, is_primitive};
use super::scope::{Form, Scope};
use super::{methods, text_of};
use crate::errors::Errors;
use crate::ir::{Kind, Node, Operand, Source, Sub, SubKind, same_subscripts};
use crate::syntax::parse_subscripts;

impl Scope {
    /// `x[i, j]`: an element of an operand, or the value that an earlier statement has written there.
    pub(super) fn lower_element(&mut self, index: &ExprIndex, errors: &mut Errors) -> Option<Node> {
        let subscripts = self.labels.resolve(&parse_subscripts(&index.index), Place::Operand, errors);
        self.lower_operand(&index.expr, subscripts, index.span(), errors)
    }

    /// An operand of the positional form.
    pub(super) fn lower_positional(&mut self, expr: &Expr, errors: &mut Errors) -> Option<Node> {
        let subscripts = vec![Sub { kind: SubKind::Ellipsis, span: expr.span() }];
        self.lower_operand(expr, subscripts, expr.span(), errors)
    }

    fn lower_operand(
        &mut self,
        expr: &Expr,
        subscripts: Vec<Sub>,
        span: proc_macro2::Span,
        errors: &mut Errors,
    ) -> Option<Node> {
        let name = text_of(expr);
        if let Some(written) = self.written.iter().find(|written| written.name == name) {
            return match &written.value {
                Some(local) if same_subscripts(&written.subscripts, &subscripts) => {
                    Some(Node { kind: Kind::Local(local.clone()), span })
                }
                Some(_) => {
                    errors.at(
                        span,
                        format_args!(
                            "`{name}` is written above at other labels, and no element can wait for another one: read it in a \
                             second call"
                        ),
                    );
                    None
                }
                None => {
                    errors.at(
                        span,
                        format_args!(
                            "`{name}` is updated above, so its value is not known here: bind the value with `let` and use that, \
                             or read it in a second call"
                        ),
                    );
                    None
                }
            };
        }
        let number = self.same_operand(&name, expr, &subscripts).unwrap_or_else(|| {
            let number = self.push_operand(Operand {
                expr: expr.clone(),
                name,
                span: expr.span(),
                subscripts,
                source: Source::Borrowed,
                indexes: false,
            });
            self.stage.push(number);
            number
        });
        Some(Node { kind: Kind::Operand(number), span })
    }

    /// Adds an operand, and then its index arrays, which are operands too: their labels are labels of the kernel.
    fn push_operand(&mut self, operand: Operand) -> usize {
        let number = self.operands.len();
        self.operands.push(operand);
        for place in 0..self.operands[number].subscripts.len() {
            let index = self.operands.len();
            let SubKind::Gathered(gathered) = &mut self.operands[number].subscripts[place].kind else { continue };
            gathered.index = index;
            let (expr, name, span) = (gathered.expr.clone(), gathered.name.clone(), gathered.expr.span());
            let subscripts = gathered.subscripts.clone();
            self.operands.push(Operand { expr, name, span, subscripts, source: Source::Borrowed, indexes: true });
        }
        number
    }

    /// The operand of this stage that is the same: each one costs a load. (Only what is a name is the same twice;
    /// `einsum!` keeps both for its products.)
    fn same_operand(&self, name: &str, expr: &Expr, subscripts: &[Sub]) -> Option<usize> {
        if self.form == Form::Sums || !is_name(expr) || !subscripts.iter().all(is_plain) {
            return None;
        }
        self.stage.iter().copied().find(|&number| {
            let operand = &self.operands[number];
            operand.name == name && same_subscripts(&operand.subscripts, subscripts)
        })
    }
}

/// Whether an expression has the same value at every evaluation: a path or a field.
pub fn is_name(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Field(field) => is_name(&field.base),
        Expr::Paren(paren) => is_name(&paren.expr),
        Expr::Group(group) => is_name(&group.expr),
        _ => false,
    }
}

/// Whether a subscript holds no call.
fn is_plain(subscript: &Sub) -> bool {
    match &subscript.kind {
        SubKind::Label(_) | SubKind::Ellipsis => true,
        SubKind::Fixed(expr) => is_number(expr),
        SubKind::Gathered(gathered) => is_name(&gathered.expr) && gathered.subscripts.iter().all(is_plain),
    }
}

/// Whether an expression is an operand of the positional form: everything but operators, literals, `if`, casts, blocks,
/// the methods of numbers, their functions, calls of ufuncs, `.re` and `.im`.
pub fn is_positional(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_)
        | Expr::Reference(_)
        | Expr::Macro(_)
        | Expr::Index(_)
        | Expr::Array(_)
        | Expr::Repeat(_)
        | Expr::Try(_)
        | Expr::Await(_) => true,
        Expr::Field(field) => match &field.member {
            Member::Named(name) if name == "re" || name == "im" => {
                matches!(&*field.base, Expr::Path(path) if path.path.is_ident("self"))
            }
            _ => is_positional(bare(&field.base)),
        },
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)),
        Expr::MethodCall(call) => {
            let name = call.method.to_string();
            // `x.max()` of an array, or `x.min::<0>()`, is its own method.
            let of_arrays = call.turbofish.is_some() || (call.args.is_empty() && matches!(&*name, "min" | "max"));
            (methods::find(&name).is_none() || of_arrays) && is_positional(bare(&call.receiver))
        }
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => {
                // `zeros(3)` is an operand, `leaky(x, 0.1)` a ufunc over one.
                let computes = !call.args.iter().all(is_number);
                if computes && path.qself.is_none() && is_function(&path.path) {
                    return false;
                }
                let mut segments = path.path.segments.iter().rev().skip(1);
                let kind = segments.next().map(|segment| segment.ident.to_string());
                !kind.is_some_and(|kind| is_complex(&kind) || (is_primitive(&kind) && !call.args.is_empty()))
            }
            _ => true,
        },
        _ => false,
    }
}

/// Whether a path is that of a function, by Rust's habit, and not of something that belongs to a type: `ufuncs::exp`, not `Array::zeros`.
pub fn is_function(path: &syn::Path) -> bool {
    let mut segments = path.segments.iter().rev().map(|segment| segment.ident.to_string());
    let is_lower = |name: &str| name.starts_with(|char: char| char.is_lowercase() || char == '_');
    let name = segments.next().is_some_and(|name| is_lower(&name));
    name && segments.all(|segment| is_lower(&segment) && !is_primitive(&segment))
}

/// An expression without the parentheses around it.
fn bare(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(paren) => bare(&paren.expr),
        Expr::Group(group) => bare(&group.expr),
        other => other,
    }
}

/// Whether evaluating the expressions once stands for evaluating them at each appearance.
pub fn are_pure<'a>(operands: impl Iterator<Item = &'a Operand>, scalars: impl Iterator<Item = &'a Expr>) -> bool {
    let mut pure = true;
    for operand in operands {
        pure &= is_name(&operand.expr) && operand.subscripts.iter().all(is_plain);
    }
    for scalar in scalars {
        let called =
            scalar.to_token_stream().into_iter().any(|token| matches!(token, proc_macro2::TokenTree::Group(_)));
        pure &= !called;
    }
    pure
}
