//! A function of `ufunc!`, resolved: which names are its variables, where its exits lead, and, once planned, what differs from lane to
//! lane.

use proc_macro2::{Ident, Span};
use syn::{Expr as Source, ItemFn, Lifetime, Path, Type};

/// A function.
pub struct Routine {
    /// As it was written.
    pub item: ItemFn,
    pub params: Vec<Param>,
    pub result: Type,
    pub joining: Joining,
    pub body: Block,
    pub variables: Vec<Variable>,
    pub loops: Vec<Cycle>,
    /// Planned: whether lanes return while others go on.
    pub returns: bool,
}

/// What `#[ufunc(identity = …, associative)]` says.
#[derive(Default)]
pub struct Joining {
    pub identity: Option<Source>,
    pub associative: bool,
}

/// A parameter.
pub struct Param {
    pub name: Ident,
    pub ty: Type,
}

/// A variable. Parameters come first, in order.
pub struct Variable {
    pub name: Ident,
    /// Planned: whether lanes have values of their own.
    pub varying: bool,
    /// Planned: the mask under which it is declared.
    pub region: usize,
}

/// A loop.
pub struct Cycle {
    pub label: Option<Lifetime>,
    /// Planned: whether lanes leave it one by one.
    pub masked: bool,
    /// Planned: whether lanes leave it for more than what follows it.
    pub leaves: bool,
    /// Planned: whether lanes go on to its next turn one by one.
    pub continues: bool,
    /// Whether it has a value: a `break` has one.
    pub valued: bool,
    /// Planned: the mask under which its body runs.
    pub region: usize,
}

/// Statements, and perhaps a value.
#[derive(Default)]
pub struct Block {
    pub statements: Vec<Statement>,
    pub tail: Option<Box<Expr>>,
}

/// A statement.
pub enum Statement {
    Let(Box<Let>),
    Expr(Box<Expr>),
}

/// `let (a, b) = value;`
pub struct Let {
    pub pattern: Pattern,
    pub ty: Option<Type>,
    pub value: Option<Expr>,
}

/// What a `let` binds.
pub enum Pattern {
    Variable(usize),
    Nothing,
    Tuple(Vec<Pattern>),
}

/// An expression.
pub struct Expr {
    pub kind: Kind,
    pub span: Span,
    /// In Rust's words: how it stands in a gang form where all lanes have one value.
    pub source: Source,
}

/// What kind of expression.
pub enum Kind {
    /// A variable.
    Variable(usize),
    /// Without any variable: a literal, a constant, `T::from(0.1).unwrap()`.
    Constant,
    /// An operation of elements: the name of its node.
    Apply(&'static str, Vec<Expr>),
    /// `x.powi(2)`.
    Powi(Box<Expr>, i32),
    /// `x as T`.
    Cast(Box<Expr>, Type),
    /// `&&`, or `||`.
    Lazy(Lazy, Box<(Expr, Expr)>),
    Tuple(Vec<Expr>),
    /// `t.0`.
    Field(Box<Expr>, u32),
    /// A call of another ufunc.
    Call(Path, Vec<Expr>),
    If(Box<If>),
    Block(Block),
    Loop(Box<Loop>),
    Exit(Box<Exit>),
    Assign(Box<Assign>),
}

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lazy {
    And,
    Or,
}

/// `if condition { yes } else { no }`.
pub struct If {
    pub condition: Expr,
    pub yes: Block,
    pub no: Option<Block>,
    /// Planned: whether lanes retire inside.
    pub exits: bool,
}

/// A loop.
pub struct Loop {
    pub number: usize,
    pub head: Head,
    pub body: Block,
    /// Planned: whether its turn ends with an exit that can be looked up behind the loop.
    pub exits_last: bool,
}

/// How a loop begins.
pub enum Head {
    Always,
    While(Box<Expr>),
    For(Box<Range>),
}

/// `i in from..to`.
pub struct Range {
    /// The variable.
    pub pattern: Pattern,
    /// The name that it is written as.
    pub name: Ident,
    pub from: Expr,
    pub to: Expr,
    pub inclusive: bool,
}

/// `break`, `continue` or `return`.
pub struct Exit {
    pub kind: ExitKind,
    pub value: Option<Expr>,
    /// Planned: whether only some lanes take it.
    pub masked: bool,
}

/// Where an exit leads; numbers are loops.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ExitKind {
    Break(usize),
    Continue(usize),
    Return,
}

/// `x = value`.
pub struct Assign {
    pub variable: usize,
    pub value: Expr,
    /// Planned: whether only some lanes take the value.
    pub masked: bool,
    /// Planned: the mask under which it is made.
    pub region: usize,
}

impl Assign {
    /// `n += 1` or `n -= 1`: which way `n` goes. It is an integer, as the 1 is.
    pub fn step(&self) -> Option<&'static str> {
        let Kind::Apply(node, sides) = &self.value.kind else { return None };
        let [Expr { kind: Kind::Variable(number), .. }, one] = &sides[..] else { return None };
        let counts = *number == self.variable && one.literal() == Some(1);
        match *node {
            "Add" if counts => Some("raised"),
            "Sub" if counts => Some("lowered"),
            _ => None,
        }
    }
}

impl Pattern {
    /// Calls `visit` with each variable.
    pub fn variables(&self, visit: &mut impl FnMut(usize)) {
        match self {
            Pattern::Variable(number) => visit(*number),
            Pattern::Nothing => {}
            Pattern::Tuple(parts) => parts.iter().for_each(|part| part.variables(visit)),
        }
    }
}

impl Block {
    /// Calls `visit` with each expression inside, and with those inside of it.
    pub fn visit(&self, visit: &mut impl FnMut(&Expr)) {
        for statement in &self.statements {
            match statement {
                Statement::Let(binding) => binding.value.iter().for_each(|value| value.visit(visit)),
                Statement::Expr(expr) => expr.visit(visit),
            }
        }
        self.tail.iter().for_each(|tail| tail.visit(visit));
    }

    /// Whether nothing comes after it, because its last statement leads elsewhere.
    pub fn diverges(&self) -> bool {
        match (&self.tail, self.statements.last()) {
            (Some(tail), _) => tail.diverges(),
            (None, Some(Statement::Expr(last))) => last.diverges(),
            _ => false,
        }
    }
}

impl Expr {
    /// Calls `visit` with it and with each expression inside.
    pub fn visit(&self, visit: &mut impl FnMut(&Expr)) {
        visit(self);
        match &self.kind {
            Kind::Variable(_) | Kind::Constant => {}
            Kind::Apply(_, inner) | Kind::Tuple(inner) | Kind::Call(_, inner) => {
                inner.iter().for_each(|expr| expr.visit(visit));
            }
            Kind::Powi(inner, _) | Kind::Cast(inner, _) | Kind::Field(inner, _) => inner.visit(visit),
            Kind::Lazy(_, sides) => [&sides.0, &sides.1].into_iter().for_each(|side| side.visit(visit)),
            Kind::Block(block) => block.visit(visit),
            Kind::If(choice) => {
                choice.condition.visit(visit);
                choice.yes.visit(visit);
                choice.no.iter().for_each(|no| no.visit(visit));
            }
            Kind::Loop(repeat) => {
                match &repeat.head {
                    Head::Always => {}
                    Head::While(condition) => condition.visit(visit),
                    Head::For(range) => [&range.from, &range.to].into_iter().for_each(|end| end.visit(visit)),
                }
                repeat.body.visit(visit);
            }
            Kind::Exit(exit) => exit.value.iter().for_each(|value| value.visit(visit)),
            Kind::Assign(assign) => assign.value.visit(visit),
        }
    }

    /// Whether it is a literal, perhaps with a sign, or the name of a constant.
    pub fn is_named(&self) -> bool {
        fn named(source: &Source) -> bool {
            match source {
                Source::Lit(_) | Source::Path(_) => true,
                Source::Unary(unary) => named(&unary.expr),
                Source::Paren(paren) => named(&paren.expr),
                _ => false,
            }
        }
        matches!(self.kind, Kind::Constant) && named(&self.source)
    }

    /// The number, if it is a literal integer.
    pub fn literal(&self) -> Option<u128> {
        fn number(source: &Source) -> Option<u128> {
            match source {
                Source::Lit(syn::ExprLit { lit: syn::Lit::Int(digits), .. }) => digits.base10_parse().ok(),
                Source::Paren(paren) => number(&paren.expr),
                Source::Group(group) => number(&group.expr),
                _ => None,
            }
        }
        number(&self.source)
    }

    /// Whether nothing comes after it.
    pub fn diverges(&self) -> bool {
        match &self.kind {
            Kind::Exit(_) => true,
            Kind::If(choice) => choice.yes.diverges() && choice.no.as_ref().is_some_and(Block::diverges),
            Kind::Block(block) => block.diverges(),
            _ => false,
        }
    }
}
