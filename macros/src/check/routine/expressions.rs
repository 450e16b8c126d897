//! Expressions.

use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{BinOp, Expr as Source, Lit, Member, UnOp};

use super::super::methods;
use super::super::scalar::{is_complex, is_primitive};
use super::super::text_of;
use super::refused::unsupported;
use super::{Lowering, sugar};
use crate::errors::Errors;
use crate::ir::routine::{ExitKind, Expr, Kind, Lazy};

impl Lowering {
    /// The meaning of an expression; `None` where it has a mistake, which is then recorded, or which rustc finds.
    pub fn lower(&mut self, expr: &Source, errors: &mut Errors) -> Option<Expr> {
        let span = expr.span();
        let kind = match expr {
            Source::Paren(paren) => return self.lower(&paren.expr, errors),
            Source::Group(group) => return self.lower(&group.expr, errors),
            Source::Lit(literal) => self.literal(literal, errors)?,
            Source::Path(path) => self.path(path),
            Source::Unary(unary) => self.unary(unary, errors)?,
            Source::Binary(binary) => return self.binary(binary, expr, errors),
            Source::Cast(cast) => Kind::Cast(Box::new(self.lower(&cast.expr, errors)?), (*cast.ty).clone()),
            Source::MethodCall(call) => self.method(call, errors)?,
            Source::Call(call) => self.call(call, errors)?,
            Source::Field(field) => self.field(field, errors)?,
            Source::Tuple(tuple) => {
                let parts: Vec<Option<Expr>> = tuple.elems.iter().map(|part| self.lower(part, errors)).collect();
                Kind::Tuple(parts.into_iter().collect::<Option<_>>()?)
            }
            Source::If(choice) => self.choice(choice, errors)?,
            Source::Match(choice) => return self.matched(choice, errors),
            Source::Block(block) => match &block.label {
                Some(label) => {
                    errors.over(label, "a block with a label inside a ufunc: use `loop { …; break }`");
                    return None;
                }
                None => Kind::Block(self.block(&block.block, errors)),
            },
            Source::Loop(repeat) => self.forever(repeat, errors)?,
            Source::While(repeat) => self.repeat(repeat, errors)?,
            Source::ForLoop(repeat) => self.count(repeat, errors)?,
            Source::Break(exit) => self.exit(exit.label.as_ref(), exit.expr.as_deref(), ExitKind::Break, errors)?,
            Source::Continue(exit) => self.exit(exit.label.as_ref(), None, ExitKind::Continue, errors)?,
            Source::Return(exit) => self.give(exit.expr.as_deref(), span, errors)?,
            Source::Assign(assign) => return self.assignment(assign, expr, errors),
            other => {
                errors.over(other, unsupported(other));
                return None;
            }
        };
        Some(Expr { kind, span, source: expr.clone() })
    }

    fn literal(&mut self, literal: &syn::ExprLit, errors: &mut Errors) -> Option<Kind> {
        match &literal.lit {
            Lit::Int(_) | Lit::Float(_) | Lit::Bool(_) | Lit::Byte(_) => Some(Kind::Constant),
            other => {
                errors.over(other, "a ufunc computes with numbers and truth values, not with text");
                None
            }
        }
    }

    /// A variable, or a constant from the scope.
    fn path(&self, path: &syn::ExprPath) -> Kind {
        let name = path.path.get_ident().filter(|_| path.qself.is_none());
        match name.and_then(|name| self.find(&name.to_string())) {
            Some(number) => Kind::Variable(number),
            None => Kind::Constant,
        }
    }

    fn unary(&mut self, unary: &syn::ExprUnary, errors: &mut Errors) -> Option<Kind> {
        let node = match unary.op {
            UnOp::Neg(_) => "Neg",
            UnOp::Not(_) => "Not",
            _ => {
                errors.over(unary, "`*` inside a ufunc: its values are elements, not references");
                return None;
            }
        };
        let inner = self.lower(&unary.expr, errors)?;
        Some(if matches!(inner.kind, Kind::Constant) { Kind::Constant } else { Kind::Apply(node, vec![inner]) })
    }

    fn binary(&mut self, binary: &syn::ExprBinary, expr: &Source, errors: &mut Errors) -> Option<Expr> {
        if let Some(op) = sugar::update(&binary.op) {
            return self.lower(&sugar::updated(binary, op, self.part_of(&binary.left)), errors);
        }
        let (left, right) = (self.lower(&binary.left, errors), self.lower(&binary.right, errors));
        let (left, right) = (left?, right?);
        let span = binary.op.span();
        let lazy = match binary.op {
            BinOp::And(_) => Some(Lazy::And),
            BinOp::Or(_) => Some(Lazy::Or),
            _ => None,
        };
        let kind = match lazy {
            Some(lazy) => Kind::Lazy(lazy, Box::new((left, right))),
            None => Kind::Apply(node_of(&binary.op)?, vec![left, right]),
        };
        Some(Expr { kind, span, source: expr.clone() })
    }

    fn assignment(&mut self, assign: &syn::ExprAssign, expr: &Source, errors: &mut Errors) -> Option<Expr> {
        if let Source::Tuple(places) = &*assign.left {
            let block = self.destructured(places, &assign.right);
            return Some(self.statements(&block, expr.span(), expr, errors));
        }
        if let Some((base, part)) = self.part_of(&assign.left) {
            return self.lower(&sugar::part_assigned(base, part, &assign.right), errors);
        }
        let kind = self.assign(&assign.left, &assign.right, errors)?;
        Some(Expr { kind, span: expr.span(), source: expr.clone() })
    }

    /// `z.re` of a variable `z`.
    fn part_of<'a>(&self, place: &'a Source) -> Option<(&'a syn::Ident, &'a syn::Ident)> {
        let Source::Field(syn::ExprField { base, member: Member::Named(part), .. }) = place else { return None };
        let Source::Path(path) = &**base else { return None };
        let name = path.path.get_ident()?;
        (self.find(&name.to_string()).is_some() && (part == "re" || part == "im")).then_some((name, part))
    }

    fn method(&mut self, call: &syn::ExprMethodCall, errors: &mut Errors) -> Option<Kind> {
        if self.is_constant(call) {
            return Some(Kind::Constant);
        }
        let arguments: Vec<Option<Expr>> =
            std::iter::once(&*call.receiver).chain(&call.args).map(|argument| self.lower(argument, errors)).collect();
        self.apply(&call.method.to_string(), call.method.span(), arguments, errors)
    }

    /// A method over its receiver and arguments.
    fn apply(&mut self, name: &str, span: Span, arguments: Vec<Option<Expr>>, errors: &mut Errors) -> Option<Kind> {
        let Some(method) = methods::find_in_ufunc(name) else {
            errors.at(span, methods::unknown_in_ufunc(name));
            return None;
        };
        let given = arguments.len().saturating_sub(1);
        if given != method.arguments {
            errors.at(span, methods::wrong_count(method, given));
            return None;
        }
        let mut arguments: Vec<Expr> = arguments.into_iter().collect::<Option<_>>()?;
        if name == "powi"
            && let Some(exponent) = arguments.last().and_then(|exponent| whole(&exponent.source))
        {
            arguments.pop();
            return arguments.pop().map(|base| Kind::Powi(Box::new(base), exponent));
        }
        Some(Kind::Apply(method.constructor, arguments))
    }

    /// `Complex::new(re, im)`, `f64::max(x, y)`, `T::from(0.1)`, `other(x)`.
    fn call(&mut self, call: &syn::ExprCall, errors: &mut Errors) -> Option<Kind> {
        if self.is_constant(call) {
            return Some(Kind::Constant);
        }
        let Source::Path(path) = &*call.func else {
            errors.over(&call.func, "only ufuncs and functions of numbers can be called inside a ufunc");
            return None;
        };
        let arguments: Vec<Option<Expr>> = call.args.iter().map(|argument| self.lower(argument, errors)).collect();
        let segments: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let span = path.path.segments.last().map_or(call.func.span(), |segment| segment.ident.span());
        match segments.as_slice() {
            [name] if self.name == name => {
                errors.over(&call.func, "a ufunc cannot call itself: lanes share one stack; write a loop");
                None
            }
            [name] if self.find(name).is_some() => {
                errors.over(&call.func, format_args!("`{name}` is a variable, not a ufunc"));
                None
            }
            [.., kind, new] if is_complex(kind) && new == "new" && arguments.len() == 2 => {
                Some(Kind::Apply("MakeComplex", arguments.into_iter().collect::<Option<_>>()?))
            }
            [.., kind, name] if is_primitive(kind) && !arguments.is_empty() => {
                self.apply(name, span, arguments, errors)
            }
            [.., kind, _] if self.types.contains(kind) || is_complex(kind) || path.qself.is_some() => {
                errors.over(
                    &call.func,
                    format_args!(
                        "`{}` cannot be called on elements: a ufunc takes operators, the methods of numbers, and calls of other \
                         ufuncs",
                        text_of(&call.func)
                    ),
                );
                None
            }
            _ => {
                let arguments: Vec<Expr> = arguments.into_iter().collect::<Option<_>>()?;
                Some(Kind::Call(path.path.clone(), arguments))
            }
        }
    }

    fn field(&mut self, field: &syn::ExprField, errors: &mut Errors) -> Option<Kind> {
        if self.is_constant(field) {
            return Some(Kind::Constant);
        }
        let base = self.lower(&field.base, errors);
        match &field.member {
            Member::Named(name) if name == "re" => Some(Kind::Apply("Re", vec![base?])),
            Member::Named(name) if name == "im" => Some(Kind::Apply("Im", vec![base?])),
            Member::Named(name) => {
                errors.at(
                    name.span(),
                    format_args!("an element has no field `{name}` here, but complex numbers have `re` and `im`"),
                );
                None
            }
            Member::Unnamed(index) => Some(Kind::Field(Box::new(base?), index.index)),
        }
    }

    /// Whether no variable is in it, so that it is the same for all lanes whatever it does.
    fn is_constant(&self, expr: &impl ToTokens) -> bool {
        !self.mentions(expr.to_token_stream())
    }
}

/// A literal integer that is an `i32`.
fn whole(expr: &Source) -> Option<i32> {
    match expr {
        Source::Lit(syn::ExprLit { lit: Lit::Int(digits), .. }) if matches!(digits.suffix(), "" | "i32") => {
            digits.base10_parse().ok()
        }
        Source::Unary(syn::ExprUnary { op: UnOp::Neg(_), expr, .. }) => whole(expr).map(|n| -n),
        Source::Paren(paren) => whole(&paren.expr),
        _ => None,
    }
}

fn node_of(op: &BinOp) -> Option<&'static str> {
    Some(match op {
        BinOp::Add(_) => "Add",
        BinOp::Sub(_) => "Sub",
        BinOp::Mul(_) => "Mul",
        BinOp::Div(_) => "Div",
        BinOp::Rem(_) => "Rem",
        BinOp::BitAnd(_) => "BitAnd",
        BinOp::BitOr(_) => "BitOr",
        BinOp::BitXor(_) => "BitXor",
        BinOp::Shl(_) => "Shl",
        BinOp::Shr(_) => "Shr",
        BinOp::Eq(_) => "Eq",
        BinOp::Lt(_) => "Lt",
        BinOp::Le(_) => "Le",
        BinOp::Ne(_) => "Ne",
        BinOp::Ge(_) => "Ge",
        BinOp::Gt(_) => "Gt",
        _ => return None,
    })
}
