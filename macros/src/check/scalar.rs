//! Scalar expressions: Rust's syntax to constructors over operands.

use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{BinOp, Block, Expr, ExprIf, Lit, Member, Pat, Stmt, UnOp};

use super::scope::{Form, Scope};
use super::{methods, operands, text_of};
use crate::errors::Errors;
use crate::ir::{Kind, Local, Node};
use crate::syntax::names;

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
        if let Some(kind) = self.lower_name(expr) {
            return Some(Node { kind, span });
        }
        if !self.depends(expr) {
            match self.form {
                Form::Positional if operands::is_positional(expr) => return self.lower_positional(expr, errors),
                Form::Positional => {}
                Form::Sums | Form::Labelled => return self.lower_scalar(expr, errors),
            }
        }
        let kind = match expr {
            Expr::Index(index) => return self.lower_element(index, errors),
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

    fn lower_method(&mut self, call: &syn::ExprMethodCall, errors: &mut Errors) -> Option<Node> {
        let name = call.method.to_string();
        if let Some(cure) = self.reduction_cure(call) {
            self.lower(&call.receiver, errors);
            self.labels.mention(&call.receiver);
            errors.at(call.method.span(), cure);
            return None;
        }
        let arguments: Vec<Option<Node>> =
            std::iter::once(&*call.receiver).chain(&call.args).map(|argument| self.lower(argument, errors)).collect();
        self.apply(&name, call.method.span(), arguments, errors)
    }

    /// `f64::sqrt(x)`, `Complex::new(re, im)`.
    fn lower_call(&mut self, call: &syn::ExprCall, errors: &mut Errors) -> Option<Node> {
        if let Expr::Index(index) = &*call.func {
            return self.lower_reduction(call, index, errors);
        }
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
                if let Some(cure) = self.brackets_cure(&segments, call) {
                    errors.over(&call.func, cure);
                    self.labels.mention(&call.args);
                    return None;
                }
                if !operands::is_function(&path.path) || path.qself.is_some() {
                    errors.over(
                        &call.func,
                        format_args!(
                            "`{}` cannot be called on elements: a kernel takes operators, `if`, casts, the methods of numbers, and \
                             calls of ufuncs",
                            text_of(&call.func)
                        ),
                    );
                    return None;
                }
                let arguments: Option<Vec<Node>> = arguments.into_iter().collect();
                Some(Node { kind: Kind::Call(Box::new(path.path.clone()), arguments?), span: path.path.span() })
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
            errors.at(span, methods::unknown(name, self.form));
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
        self.drop_moved(&mut lets, &[&tail]);
        let span = tail.span;
        let kind = if lets.is_empty() { tail.kind } else { Kind::Block(lets, Box::new(tail)) };
        Some(Node { kind, span })
    }

    /// One `let`, whose name is bound from here on.
    pub fn lower_let(&mut self, local: &syn::Local, errors: &mut Errors) -> Option<(Local, Node)> {
        let name = match &local.pat {
            Pat::Ident(name) if name.mutability.is_some() || name.by_ref.is_some() => {
                errors.over(name, "a `let` in a kernel binds a plain name: nothing here is assigned twice");
                Some(name.ident.clone())
            }
            Pat::Ident(name) => Some(name.ident.clone()),
            pattern => {
                errors.over(pattern, "a `let` in a kernel binds one name, without a type or pattern");
                None
            }
        };
        let value = match &local.init {
            Some(syn::LocalInit { expr, .. }) if let (None, Expr::Tuple(tuple)) = (&name, &**expr) => {
                // What a pattern takes apart is no value, but its parts are.
                tuple.elems.iter().for_each(|part| drop(self.lower(part, errors)));
                None
            }
            Some(init) if init.diverge.is_none() => self.lower(&init.expr, errors),
            _ => {
                errors.over(local, "a `let` in a kernel has a value");
                None
            }
        };
        let Some(name) = name else {
            // The names are bound, so that nothing more is said of them.
            names(local.pat.to_token_stream()).into_iter().for_each(|name| {
                self.bind(name, None);
            });
            return None;
        };
        let local = self.bind(name, value.clone());
        Some((local, value?))
    }
}

/// A number, or a number with a minus sign: its type is inferred in the kernel.
pub fn is_number(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => matches!(literal.lit, Lit::Int(_) | Lit::Float(_) | Lit::Bool(_)),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Neg(_)) && is_number(&unary.expr),
        _ => false,
    }
}

pub fn is_complex(name: &str) -> bool {
    matches!(name, "Complex" | "Complex32" | "Complex64")
}

pub fn is_primitive(name: &str) -> bool {
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
        Expr::Lit(_) => "this literal",
        _ => "this expression",
    };
    format!("{what} cannot stand in a kernel: it takes operators, `if`, casts and the methods of numbers")
}
