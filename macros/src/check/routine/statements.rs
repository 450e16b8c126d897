//! Statements and control flow.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr as Source, Stmt};

use super::Lowering;
use crate::errors::Errors;
use crate::ir::routine::{
    Assign, Block, Cycle, Exit, ExitKind, Expr, Head, If, Kind, Let, Loop, Pattern, Range, Statement,
};

impl Lowering {
    /// A block, whose names end with it.
    pub fn block(&mut self, block: &syn::Block, errors: &mut Errors) -> Block {
        let outer = self.scope.len();
        let mut lowered = Block::default();
        for (place, statement) in block.stmts.iter().enumerate() {
            let last = place + 1 == block.stmts.len();
            match statement {
                Stmt::Local(local) => {
                    lowered.statements.extend(self.local(local, errors).map(Box::new).map(Statement::Let))
                }
                Stmt::Expr(expr, None) if last && has_value(expr) => {
                    lowered.tail = self.lower(expr, errors).map(Box::new);
                }
                Stmt::Expr(expr, _) => {
                    lowered.statements.extend(self.lower(expr, errors).map(Box::new).map(Statement::Expr))
                }
                Stmt::Item(item) => {
                    errors.over(item, "an item inside a ufunc: put it outside of `ufunc!`");
                }
                Stmt::Macro(call) => {
                    errors.over(call, "a macro inside a ufunc: its code is not known here");
                }
            }
        }
        self.scope.truncate(outer);
        lowered
    }

    fn local(&mut self, local: &syn::Local, errors: &mut Errors) -> Option<Let> {
        let (pattern, ty) = match &local.pat {
            syn::Pat::Type(typed) => (&*typed.pat, Some((*typed.ty).clone())),
            pattern => (pattern, None),
        };
        if ty.is_some() && matches!(pattern, syn::Pat::Tuple(_)) {
            errors.over(&local.pat, "the type of a tuple in a `let`: give its parts types where they are computed");
        }
        let mut value = None;
        if let Some(init) = &local.init {
            if let Some((token, _)) = &init.diverge {
                errors.at(token.span(), "`let … else` inside a ufunc: patterns of numbers always match");
            }
            value = Some(self.lower(&init.expr, errors));
        }
        let pattern = self.pattern(pattern, errors);
        match value {
            Some(None) => None,
            value => Some(Let { pattern, ty, value: value.flatten() }),
        }
    }

    /// `if`, with or without a value.
    pub fn choice(&mut self, choice: &syn::ExprIf, errors: &mut Errors) -> Option<Kind> {
        if let Source::Let(binding) = &*choice.cond {
            errors.over(binding, "`if let` inside a ufunc: compare numbers, `if n == 0`");
            self.block(&choice.then_branch, errors);
            return None;
        }
        let condition = self.lower(&choice.cond, errors);
        let yes = self.block(&choice.then_branch, errors);
        let no = choice.else_branch.as_ref().map(|(_, other)| match &**other {
            Source::Block(block) => self.block(&block.block, errors),
            other => Block { statements: Vec::new(), tail: self.lower(other, errors).map(Box::new) },
        });
        Some(Kind::If(Box::new(If { condition: condition?, yes, no, exits: false })))
    }

    /// `loop`.
    pub fn forever(&mut self, repeat: &syn::ExprLoop, errors: &mut Errors) -> Option<Kind> {
        let (number, body) = self.body(repeat.label.as_ref(), &repeat.body, errors);
        Some(Kind::Loop(Box::new(Loop { number, head: Head::Always, body, exits_last: false })))
    }

    /// `while condition`.
    pub fn repeat(&mut self, repeat: &syn::ExprWhile, errors: &mut Errors) -> Option<Kind> {
        if let Source::Let(binding) = &*repeat.cond {
            errors.over(binding, "`while let` inside a ufunc: compare numbers, `while n != 0`");
            return None;
        }
        let condition = self.lower(&repeat.cond, errors);
        let (number, body) = self.body(repeat.label.as_ref(), &repeat.body, errors);
        Some(Kind::Loop(Box::new(Loop { number, head: Head::While(Box::new(condition?)), body, exits_last: false })))
    }

    /// `for i in from..to`.
    pub fn count(&mut self, repeat: &syn::ExprForLoop, errors: &mut Errors) -> Option<Kind> {
        let Some(range) = as_range(&repeat.expr) else {
            errors.over(&repeat.expr, "a `for` inside a ufunc goes over a range of integers: `0..n`, `1..=n`");
            return None;
        };
        let (Some(from), Some(to)) = (&range.start, &range.end) else {
            errors.over(range, "a range with two ends: a `for` inside a ufunc has to end; or write `loop` and `break`");
            return None;
        };
        let inclusive = matches!(range.limits, syn::RangeLimits::Closed(_));
        let (from, to) = (self.lower(from, errors), self.lower(to, errors));
        let outer = self.scope.len();
        let (pattern, name) = match &*repeat.pat {
            syn::Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
                (Pattern::Variable(self.declare(&name.ident)), name.ident.clone())
            }
            syn::Pat::Wild(wild) => (Pattern::Nothing, self.make_up(wild.span())),
            other => {
                errors.over(other, "a `for` inside a ufunc counts with a plain name");
                (Pattern::Nothing, self.make_up(other.span()))
            }
        };
        let (number, body) = self.body(repeat.label.as_ref(), &repeat.body, errors);
        self.scope.truncate(outer);
        let head = Head::For(Box::new(Range { pattern, name, from: from?, to: to?, inclusive }));
        Some(Kind::Loop(Box::new(Loop { number, head, body, exits_last: false })))
    }

    /// The body of a loop.
    fn body(&mut self, label: Option<&syn::Label>, body: &syn::Block, errors: &mut Errors) -> (usize, Block) {
        let label = label.map(|label| label.name.clone());
        let (masked, leaves, continues, valued) = (false, false, false, false);
        self.loops.push(Cycle { label, masked, leaves, continues, valued, region: 0 });
        let number = self.loops.len() - 1;
        self.around.push(number);
        let body = self.block(body, errors);
        self.around.pop();
        (number, body)
    }

    /// `break`, `continue`: where they lead, rustc says where they lead nowhere.
    pub fn exit(
        &mut self,
        label: Option<&syn::Lifetime>,
        value: Option<&Source>,
        kind: fn(usize) -> ExitKind,
        errors: &mut Errors,
    ) -> Option<Kind> {
        let value = value.map(|value| self.lower(value, errors));
        let target = self.target(label)?;
        if value.is_some() {
            self.loops[target].valued = true;
        }
        let value = match value {
            Some(None) => return None,
            value => value.flatten(),
        };
        Some(Kind::Exit(Box::new(Exit { kind: kind(target), value, masked: false })))
    }

    /// `return`.
    pub fn give(&mut self, value: Option<&Source>, span: Span, errors: &mut Errors) -> Option<Kind> {
        let Some(value) = value else {
            errors.at(span, "`return` without a value: a ufunc returns one");
            return None;
        };
        let value = self.lower(value, errors)?;
        Some(Kind::Exit(Box::new(Exit { kind: ExitKind::Return, value: Some(value), masked: false })))
    }

    /// `x = value`, to a variable.
    pub fn assign(&mut self, place: &Source, value: &Source, errors: &mut Errors) -> Option<Kind> {
        let number = match place {
            Source::Path(path) => path.path.get_ident().and_then(|name| self.find(&name.to_string())),
            _ => None,
        };
        let value = self.lower(value, errors);
        let Some(variable) = number else {
            errors.over(place, "only variables of the function can be assigned inside a ufunc");
            return None;
        };
        Some(Kind::Assign(Box::new(Assign { variable, value: value?, masked: false, region: 0 })))
    }

    /// Statements that stand for one.
    pub fn statements(&mut self, block: &syn::Block, span: Span, source: &Source, errors: &mut Errors) -> Expr {
        let block = self.block(block, errors);
        Expr { kind: Kind::Block(block), span, source: source.clone() }
    }
}

/// The range of a `for`, perhaps in parentheses.
fn as_range(expr: &Source) -> Option<&syn::ExprRange> {
    match expr {
        Source::Range(range) => Some(range),
        Source::Paren(paren) => as_range(&paren.expr),
        Source::Group(group) => as_range(&group.expr),
        _ => None,
    }
}

/// Whether an expression at the end of a block is its value.
fn has_value(expr: &Source) -> bool {
    !matches!(
        expr,
        Source::While(_)
            | Source::ForLoop(_)
            | Source::Assign(_)
            | Source::Break(_)
            | Source::Continue(_)
            | Source::Return(_)
    ) && !matches!(expr, Source::Binary(binary) if super::sugar::update(&binary.op).is_some())
        && !matches!(expr, Source::If(choice) if choice.else_branch.is_none())
}
