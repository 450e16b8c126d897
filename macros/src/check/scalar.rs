//! Scalar expressions: Rust's syntax to constructors over operands.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{BinOp, Block, Expr, ExprIf, Lit, Member, Pat, Stmt, UnOp};

use super::labels::Labels;
use super::{methods, text_of};
use crate::errors::Errors;
use crate::ir::{Kind, Node, Operand, Source, SubKind};
use crate::syntax::{hold_subscripts, names, parse_subscripts};

/// What a kernel's expressions refer to, as it is found.
#[derive(Default)]
pub struct Scope {
    pub labels: Labels,
    pub operands: Vec<Operand>,
    pub scalars: Vec<Expr>,
    /// Names that a `let` of the kernel binds here.
    locals: Vec<Ident>,
}

impl Scope {
    /// The meaning of an expression; `None` where it has a mistake, which is then recorded.
    pub fn lower(&mut self, expr: &Expr, errors: &mut Errors) -> Option<Node> {
        let span = expr.span();
        if let Expr::Paren(paren) = expr {
            return self.lower(&paren.expr, errors);
        }
        if let Expr::Group(group) = expr {
            return self.lower(&group.expr, errors);
        }
        if is_number(expr) {
            return Some(Node { kind: Kind::Literal(expr.to_token_stream()), span });
        }
        if let Some(name) = local(expr, &self.locals) {
            return Some(Node { kind: Kind::Local(name), span });
        }
        if !self.depends(expr) {
            return self.lower_scalar(expr, errors);
        }
        let kind = match expr {
            Expr::Index(index) => Kind::Operand(self.lower_operand(&index.expr, &index.index, errors)),
            Expr::Binary(binary) => {
                let left = self.lower(&binary.left, errors);
                let right = self.lower(&binary.right, errors);
                let Some(constructor) = binary_constructor(&binary.op) else {
                    errors.at(binary.op.span(), "an update inside an expression: a kernel has one, in front");
                    return None;
                };
                return Some(Node { kind: Kind::Apply(constructor, vec![left?, right?]), span: binary.op.span() });
            }
            Expr::Unary(unary) => {
                let constructor = match unary.op {
                    UnOp::Neg(_) => "Neg",
                    UnOp::Not(_) => "Not",
                    _ => {
                        errors.at(span, "`*` is not needed here: operands are read by value");
                        self.labels.mention(&unary.expr);
                        return None;
                    }
                };
                Kind::Apply(constructor, vec![self.lower(&unary.expr, errors)?])
            }
            Expr::MethodCall(call) => return self.lower_method(call, errors),
            Expr::Call(call) => return self.lower_call(call, errors),
            Expr::Field(field) => {
                let constructor = match &field.member {
                    Member::Named(name) if name == "re" => "Re",
                    Member::Named(name) if name == "im" => "Im",
                    member => {
                        errors.at(member.span(), "an element has no fields here, but `re` and `im` of complex numbers");
                        self.labels.mention(&field.base);
                        return None;
                    }
                };
                Kind::Apply(constructor, vec![self.lower(&field.base, errors)?])
            }
            Expr::Cast(cast) => Kind::Cast(Box::new(self.lower(&cast.expr, errors)?), cast.ty.clone()),
            Expr::If(choice) => return self.lower_if(choice, errors),
            Expr::Block(block) if block.label.is_none() => return self.lower_block(&block.block, errors),
            other => return self.refuse(other, errors),
        };
        Some(Node { kind, span })
    }

    /// An operand at its subscripts; its number.
    pub fn lower_operand(&mut self, expr: &Expr, index: &Expr, errors: &mut Errors) -> usize {
        let subscripts = self.labels.resolve(&parse_subscripts(index), errors);
        self.operands.push(Operand {
            expr: expr.clone(),
            name: text_of(expr),
            span: expr.span(),
            subscripts,
            source: Source::Borrowed,
        });
        self.operands.len() - 1
    }

    /// An expression without operands: a scalar from the scope, evaluated once.
    fn lower_scalar(&mut self, expr: &Expr, errors: &mut Errors) -> Option<Node> {
        if matches!(expr, Expr::Range(_) | Expr::Closure(_) | Expr::Assign(_) | Expr::Let(_)) {
            return self.refuse(expr, errors);
        }
        self.scalars.push(expr.clone());
        Some(Node { kind: Kind::Scalar(self.scalars.len() - 1), span: expr.span() })
    }

    /// A construct that kernels do not take.
    fn refuse(&mut self, expr: &Expr, errors: &mut Errors) -> Option<Node> {
        errors.over(expr, unsupported(expr));
        self.labels.mention(expr);
        None
    }

    /// Whether an expression reads an operand or a name bound in the kernel.
    fn depends(&self, expr: &Expr) -> bool {
        let mut search = Search { locals: &self.locals, found: false };
        search.visit(expr);
        search.found
    }

    fn lower_method(&mut self, call: &syn::ExprMethodCall, errors: &mut Errors) -> Option<Node> {
        let name = call.method.to_string();
        let arguments: Vec<Option<Node>> =
            std::iter::once(&*call.receiver).chain(&call.args).map(|argument| self.lower(argument, errors)).collect();
        self.apply(&name, call.method.span(), arguments, errors)
    }

    /// `f64::sqrt(x)`, `Complex::new(re, im)`.
    fn lower_call(&mut self, call: &syn::ExprCall, errors: &mut Errors) -> Option<Node> {
        let arguments: Vec<Option<Node>> = call.args.iter().map(|argument| self.lower(argument, errors)).collect();
        let Expr::Path(path) = &*call.func else {
            errors.over(&call.func, "only methods of numbers can be called on elements");
            return None;
        };
        let span = path.path.segments.last().map_or(call.func.span(), |segment| segment.ident.span());
        let segments: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        match segments.as_slice() {
            [.., kind, new] if is_complex(kind) && new == "new" && arguments.len() == 2 => {
                let arguments: Option<Vec<Node>> = arguments.into_iter().collect();
                Some(Node { kind: Kind::Apply("MakeComplex", arguments?), span })
            }
            [.., kind, name] if is_primitive(kind) && !arguments.is_empty() => {
                self.apply(name, span, arguments, errors)
            }
            _ => {
                errors.over(
                    &call.func,
                    format_args!(
                        "`{}` cannot be called on elements: a kernel takes operators, `if`, casts and the methods of numbers",
                        text_of(&call.func)
                    ),
                );
                None
            }
        }
    }

    /// A method over its receiver and arguments.
    fn apply(
        &mut self,
        name: &str,
        span: proc_macro2::Span,
        arguments: Vec<Option<Node>>,
        errors: &mut Errors,
    ) -> Option<Node> {
        let Some(method) = methods::find(name) else {
            errors.at(span, methods::unknown(name));
            return None;
        };
        let given = arguments.len().saturating_sub(1);
        if given != method.arguments {
            errors.at(span, methods::wrong_count(method, given));
            return None;
        }
        let arguments: Option<Vec<Node>> = arguments.into_iter().collect();
        Some(Node { kind: Kind::Apply(method.constructor, arguments?), span })
    }

    fn lower_if(&mut self, choice: &ExprIf, errors: &mut Errors) -> Option<Node> {
        if let Expr::Let(binding) = &*choice.cond {
            errors.over(binding, "`if let` cannot stand in a kernel: write a comparison");
            self.labels.mention(choice);
            return None;
        }
        let condition = self.lower(&choice.cond, errors);
        let yes = self.lower_block(&choice.then_branch, errors);
        let Some((_, no)) = &choice.else_branch else {
            errors.at(choice.if_token.span(), "an `if` in a kernel has an `else`: every element needs a value");
            return None;
        };
        let no = self.lower(no, errors);
        let kind = Kind::Apply("Select", vec![condition?, yes?, no?]);
        Some(Node { kind, span: choice.if_token.span() })
    }

    fn lower_block(&mut self, block: &Block, errors: &mut Errors) -> Option<Node> {
        let outer = self.locals.len();
        let mut lets = Vec::new();
        let mut tail = None;
        for (place, statement) in block.stmts.iter().enumerate() {
            match statement {
                Stmt::Local(local) => lets.extend(self.lower_let(local, errors)),
                Stmt::Expr(expr, None) if place + 1 == block.stmts.len() => tail = Some(self.lower(expr, errors)),
                other => {
                    errors.over(other, "a block in a kernel holds `let` statements and a value at its end");
                    self.labels.mention(other);
                }
            }
        }
        self.locals.truncate(outer);
        let Some(tail) = tail else {
            if errors.is_empty() {
                errors.at(block.span(), "this block has no value: put an expression without `;` at its end");
            }
            return None;
        };
        let tail = tail?;
        let span = tail.span;
        let kind = if lets.is_empty() { tail.kind } else { Kind::Block(lets, Box::new(tail)) };
        Some(Node { kind, span })
    }

    fn lower_let(&mut self, local: &syn::Local, errors: &mut Errors) -> Option<(Ident, Node)> {
        let name = match &local.pat {
            Pat::Ident(name) if name.mutability.is_some() || name.by_ref.is_some() => {
                errors.over(name, "a `let` in a kernel binds a plain name: nothing here is assigned twice");
                Some(name.ident.clone())
            }
            Pat::Ident(name) => Some(name.ident.clone()),
            pattern => {
                errors.over(pattern, "a `let` in a kernel binds one name, without a type or pattern");
                // The names are bound, so that nothing more is said of them.
                self.locals.extend(names(pattern.to_token_stream()));
                None
            }
        };
        let value = match &local.init {
            Some(init) if init.diverge.is_none() => self.lower(&init.expr, errors),
            _ => {
                errors.over(local, "a `let` in a kernel has a value");
                None
            }
        };
        self.locals.extend(name.clone());
        Some((name?, value?))
    }
}

/// The subscripts that make an index expression an operand: anything but one index without a label, which is Rust's own.
fn is_operand(index: &Expr) -> bool {
    match parse_subscripts(index).as_slice() {
        [crate::syntax::Subscript::Fixed(expr)] => matches!(index, Expr::Tuple(_)) || matches!(**expr, Expr::Unary(_)),
        _ => true,
    }
}

/// Searches an expression for operands and local names, not looking into closures and nested items.
struct Search<'a> {
    locals: &'a [Ident],
    found: bool,
}

impl Search<'_> {
    fn visit(&mut self, expr: &Expr) {
        let mut all = |exprs: &mut dyn Iterator<Item = &Expr>| exprs.for_each(|expr| self.visit(expr));
        match expr {
            Expr::Index(index) if is_operand(&index.index) => self.found = true,
            Expr::Index(index) => all(&mut [&*index.expr, &*index.index].into_iter()),
            Expr::Binary(binary) => all(&mut [&*binary.left, &*binary.right].into_iter()),
            Expr::Unary(unary) => self.visit(&unary.expr),
            Expr::Paren(paren) => self.visit(&paren.expr),
            Expr::Group(group) => self.visit(&group.expr),
            Expr::Reference(reference) => self.visit(&reference.expr),
            Expr::Cast(cast) => self.visit(&cast.expr),
            Expr::Field(field) => self.visit(&field.base),
            Expr::Try(attempt) => self.visit(&attempt.expr),
            Expr::MethodCall(call) => all(&mut std::iter::once(&*call.receiver).chain(&call.args)),
            Expr::Call(call) => all(&mut call.args.iter()),
            Expr::Tuple(tuple) => all(&mut tuple.elems.iter()),
            Expr::Array(array) => all(&mut array.elems.iter()),
            Expr::Range(range) => all(&mut range.start.as_deref().into_iter().chain(range.end.as_deref())),
            Expr::If(choice) => {
                self.visit(&choice.cond);
                self.visit_block(&choice.then_branch);
                choice.else_branch.iter().for_each(|(_, no)| self.visit(no));
            }
            Expr::Match(choice) => {
                self.visit(&choice.expr);
                choice.arms.iter().for_each(|arm| self.visit(&arm.body));
            }
            Expr::Block(block) => self.visit_block(&block.block),
            Expr::ForLoop(repeat) => {
                self.visit(&repeat.expr);
                self.visit_block(&repeat.body);
            }
            Expr::While(repeat) => {
                self.visit(&repeat.cond);
                self.visit_block(&repeat.body);
            }
            Expr::Break(jump) => all(&mut jump.expr.as_deref().into_iter()),
            Expr::Return(jump) => all(&mut jump.expr.as_deref().into_iter()),
            Expr::Let(binding) => self.visit(&binding.expr),
            Expr::Assign(assign) => all(&mut [&*assign.left, &*assign.right].into_iter()),
            // What a macro does with its arguments is not known; with labels in them it means an operand.
            Expr::Macro(call) => self.found |= hold_subscripts(call.mac.tokens.clone()),
            Expr::Loop(repeat) => self.visit_block(&repeat.body),
            other => self.found |= local(other, self.locals).is_some(),
        }
    }

    fn visit_block(&mut self, block: &Block) {
        for statement in &block.stmts {
            match statement {
                Stmt::Expr(expr, _) => self.visit(expr),
                Stmt::Local(local) => local.init.iter().for_each(|init| self.visit(&init.expr)),
                Stmt::Item(_) | Stmt::Macro(_) => {}
            }
        }
    }
}

/// The name bound in the kernel that this expression is.
fn local(expr: &Expr, locals: &[Ident]) -> Option<Ident> {
    let Expr::Path(path) = expr else { return None };
    let name = path.path.get_ident()?;
    locals.contains(name).then(|| name.clone())
}

/// A number, or a number with a minus sign: its type is inferred in the kernel.
fn is_number(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => matches!(literal.lit, Lit::Int(_) | Lit::Float(_) | Lit::Bool(_)),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Neg(_)) && is_number(&unary.expr),
        _ => false,
    }
}

fn is_complex(name: &str) -> bool {
    matches!(name, "Complex" | "Complex32" | "Complex64")
}

fn is_primitive(name: &str) -> bool {
    matches!(
        name,
        "f32"
            | "f64"
            | "i8"
            | "i16"
            | "i32"
            | "i64"
            | "i128"
            | "isize"
            | "u8"
            | "u16"
            | "u32"
            | "u64"
            | "u128"
            | "usize"
    )
}

fn binary_constructor(op: &BinOp) -> Option<&'static str> {
    Some(match op {
        BinOp::Add(_) => "Add",
        BinOp::Sub(_) => "Sub",
        BinOp::Mul(_) => "Mul",
        BinOp::Div(_) => "Div",
        BinOp::Rem(_) => "Rem",
        BinOp::And(_) | BinOp::BitAnd(_) => "BitAnd",
        BinOp::Or(_) | BinOp::BitOr(_) => "BitOr",
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

/// What is said of a construct that kernels do not take.
fn unsupported(expr: &Expr) -> String {
    let what = match expr {
        Expr::Closure(_) => "a closure",
        Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => "a loop",
        Expr::Match(_) => return "`match` cannot stand in a kernel: write `if` and `else`".to_owned(),
        Expr::Reference(_) => return "`&` is not needed here: operands are read by value".to_owned(),
        Expr::Range(_) => "a range",
        Expr::Assign(_) => "an assignment",
        Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => "a jump",
        Expr::Array(_) => "an array",
        Expr::Tuple(_) => "a tuple",
        Expr::Struct(_) => "a struct",
        Expr::Macro(_) => "a macro call",
        Expr::Try(_) => "`?`",
        Expr::Await(_) => "`await`",
        _ => "this expression",
    };
    format!("{what} cannot stand in a kernel: it takes operators, `if`, casts and the methods of numbers")
}

/// Whether an operand's subscripts hold this label.
pub fn carries(operand: &Operand, label: usize) -> bool {
    operand.subscripts.iter().any(|subscript| matches!(subscript.kind, SubKind::Label(number) if number == label))
}
