//! What an expression of the notation depends on.

use syn::{Block, Expr, Stmt};

use crate::syntax::{Subscript, hold_subscripts, parse_subscripts};

/// The subscripts that make an index expression an operand: anything but one index without a label, which is Rust's own.
pub fn is_operand(index: &Expr) -> bool {
    match parse_subscripts(index).as_slice() {
        [Subscript::Fixed(expr)] => matches!(index, Expr::Tuple(_)) || matches!(**expr, Expr::Unary(_)),
        _ => true,
    }
}

/// Whether a macro is one whose arguments are a kernel with labels of its own.
fn is_kernel(path: &syn::Path) -> bool {
    let name = path.segments.last().map(|segment| segment.ident.to_string());
    matches!(name.as_deref(), Some("einsum" | "broadcast" | "try_einsum" | "try_broadcast"))
}

/// Whether an expression holds an operand, a reduction, or a name that means something in the kernel.
pub fn depends(expr: &Expr, is_bound: &dyn Fn(&Expr) -> bool) -> bool {
    let mut search = Search { is_bound, found: false };
    search.visit(expr);
    search.found
}

/// Searches an expression, not looking into closures and nested items.
struct Search<'a> {
    /// Whether an expression is a name bound in the kernel.
    is_bound: &'a dyn Fn(&Expr) -> bool,
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
            // A reduction: `sum[k](…)`.
            Expr::Call(call) if matches!(*call.func, Expr::Index(_)) => self.found = true,
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
            // The labels of a kernel inside this one are its own: it is a value as any other.
            Expr::Macro(call) if is_kernel(&call.mac.path) => {}
            // What a macro does with its arguments is not known; with labels in them it means an operand.
            Expr::Macro(call) => self.found |= hold_subscripts(call.mac.tokens.clone()),
            Expr::Loop(repeat) => self.visit_block(&repeat.body),
            other => self.found |= (self.is_bound)(other),
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
