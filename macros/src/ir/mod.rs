//! What was meant: labels by number, operands once each, a list of terms.
//!
//! `einsum!(a[i, j] * b[j, k] -> [i, k])` prints as
//!
//! ```text
//! labels i=0 j=1 k=2
//! a[0, 1] b[1, 2] -> new[0, 2]
//! + Mul(a, b)
//! ```

pub mod cores;
mod print;
mod program;
pub mod routine;

pub use program::{Outcome, Program, Range, Read, Reading, Reduction, Rule, Write, axes_of, kept_axes};

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Expr, Type};

pub use crate::syntax::Update;

/// A checked kernel.
pub struct Contraction {
    /// Named labels; a label's number is its place here.
    pub labels: Vec<String>,
    /// Whether a subscript is an ellipsis.
    pub ellipsis: bool,
    pub operands: Vec<Operand>,
    /// Scalars from the scope, evaluated once.
    pub scalars: Vec<Expr>,
    pub terms: Vec<Term>,
    pub output: Output,
    /// Whether extents of 1 stretch between operands: NumPy's string form.
    pub stretch: bool,
    /// What was written, for messages and plans.
    pub notation: String,
}

/// One appearance of an operand.
pub struct Operand {
    pub expr: Expr,
    pub name: String,
    pub span: Span,
    pub subscripts: Vec<Sub>,
    pub source: Source,
    /// Whether it is an index array, whose elements choose entries of another operand.
    pub indexes: bool,
}

/// Where an operand's elements are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// In the operand, which is borrowed.
    Borrowed,
    /// In the target of this number, at the labels at which it is written, or before anything is.
    InPlace(usize),
    /// In a copy of the target, because it is read at other labels than it is written, or under a sum.
    Snapshot(usize),
}

/// One subscript with its place.
#[derive(Clone)]
pub struct Sub {
    pub kind: SubKind,
    pub span: Span,
}

#[derive(Clone)]
pub enum SubKind {
    Label(usize),
    Ellipsis,
    Fixed(Box<Expr>),
    Gathered(Box<Gathered>),
}

/// `ix[i]` among the subscripts of `t[ix[i], j]`.
#[derive(Clone)]
pub struct Gathered {
    pub expr: Expr,
    pub name: String,
    /// The subscripts of the index array.
    pub subscripts: Vec<Sub>,
    /// The number of the index array among the operands.
    pub index: usize,
}

/// What the kernel gives or writes.
pub enum Output {
    /// A new result with these axes; none: a scalar.
    New(Vec<Sub>),
    /// An existing array.
    Into { expr: Expr, name: String, span: Span, subscripts: Vec<Sub>, update: Update },
}

impl Output {
    pub fn subscripts(&self) -> &[Sub] {
        match self {
            Output::New(subscripts) | Output::Into { subscripts, .. } => subscripts,
        }
    }
}

/// One term of the top-level sum.
pub struct Term {
    pub negative: bool,
    pub value: Node,
    /// The operator in front, or the term's first token.
    pub span: Span,
}

/// A scalar expression.
#[derive(Clone)]
pub struct Node {
    pub kind: Kind,
    pub span: Span,
}

#[derive(Clone)]
pub enum Kind {
    /// The element of an operand, by number.
    Operand(usize),
    /// A scalar from the scope, by number.
    Scalar(usize),
    /// A literal, whose type is inferred.
    Literal(TokenStream),
    /// A name that a `let` of the kernel binds.
    Local(Local),
    /// The result of a reduction, by number.
    Temp(usize, Reading),
    /// The value of a label.
    Index(usize),
    /// A constructor of the runtime over its arguments: `Mul`, `Sqrt`, `Select`, …
    Apply(&'static str, Vec<Node>),
    /// `x as T`
    Cast(Box<Node>, Box<Type>),
    /// A call of a ufunc.
    Call(Box<syn::Path>, Vec<Node>),
    /// `{ let x = …; tail }`
    Block(Vec<(Local, Node)>, Box<Node>),
}

/// A name that a `let` of the kernel binds; the number tells names apart that are spelled alike.
#[derive(Clone)]
pub struct Local {
    pub number: usize,
    pub name: Ident,
}

impl Node {
    /// Calls `visit` with every node of the expression, each before its parts.
    pub fn each(&self, visit: &mut impl FnMut(&Node)) {
        visit(self);
        match &self.kind {
            Kind::Operand(_)
            | Kind::Scalar(_)
            | Kind::Literal(_)
            | Kind::Local(_)
            | Kind::Temp(..)
            | Kind::Index(_) => {}
            Kind::Apply(_, arguments) | Kind::Call(_, arguments) => {
                arguments.iter().for_each(|argument| argument.each(visit));
            }
            Kind::Cast(inner, _) => inner.each(visit),
            Kind::Block(lets, tail) => {
                lets.iter().for_each(|(_, value)| value.each(visit));
                tail.each(visit);
            }
        }
    }

    /// Calls `visit` with every node of the expression, each before its parts, which are those that it then has.
    pub fn each_mut(&mut self, visit: &mut impl FnMut(&mut Node)) {
        visit(self);
        match &mut self.kind {
            Kind::Operand(_)
            | Kind::Scalar(_)
            | Kind::Literal(_)
            | Kind::Local(_)
            | Kind::Temp(..)
            | Kind::Index(_) => {}
            Kind::Apply(_, arguments) | Kind::Call(_, arguments) => {
                arguments.iter_mut().for_each(|argument| argument.each_mut(visit));
            }
            Kind::Cast(inner, _) => inner.each_mut(visit),
            Kind::Block(lets, tail) => {
                lets.iter_mut().for_each(|(_, value)| value.each_mut(visit));
                tail.each_mut(visit);
            }
        }
    }

    /// The parts that the expression is made of.
    pub fn parts(&self) -> Vec<&Node> {
        match &self.kind {
            Kind::Operand(_)
            | Kind::Scalar(_)
            | Kind::Literal(_)
            | Kind::Local(_)
            | Kind::Temp(..)
            | Kind::Index(_) => Vec::new(),
            Kind::Apply(_, arguments) | Kind::Call(_, arguments) => arguments.iter().collect(),
            Kind::Cast(inner, _) => vec![inner],
            Kind::Block(lets, tail) => lets.iter().map(|(_, value)| value).chain([&**tail]).collect(),
        }
    }

    /// Whether the expression reads the value of this `let`.
    pub fn reads_local(&self, number: usize) -> bool {
        let mut found = false;
        self.each(&mut |node| found |= matches!(&node.kind, Kind::Local(local) if local.number == number));
        found
    }

    /// The operands that the expression reads, each once, in order of appearance.
    pub fn operands(&self) -> Vec<usize> {
        let mut operands = Vec::new();
        self.each(&mut |node| match node.kind {
            Kind::Operand(number) if !operands.contains(&number) => operands.push(number),
            _ => {}
        });
        operands
    }
}

/// Whether two lists of subscripts lead to the same elements.
pub fn same_subscripts(a: &[Sub], b: &[Sub]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|(a, b)| match (&a.kind, &b.kind) {
            (SubKind::Label(a), SubKind::Label(b)) => a == b,
            (SubKind::Ellipsis, SubKind::Ellipsis) => true,
            (SubKind::Fixed(a), SubKind::Fixed(b)) => a == b,
            (SubKind::Gathered(a), SubKind::Gathered(b)) => {
                a.name == b.name && same_subscripts(&a.subscripts, &b.subscripts)
            }
            _ => false,
        })
}

/// Whether a subscript is an ellipsis.
pub fn has_ellipsis(subscripts: &[Sub]) -> bool {
    subscripts.iter().any(|subscript| matches!(subscript.kind, SubKind::Ellipsis))
}

/// Whether subscripts hold this label, the subscripts of index arrays included.
pub fn has_label(subscripts: &[Sub], label: usize) -> bool {
    subscripts.iter().any(|subscript| match &subscript.kind {
        SubKind::Label(number) => *number == label,
        SubKind::Gathered(gathered) => has_label(&gathered.subscripts, label),
        SubKind::Ellipsis | SubKind::Fixed(_) => false,
    })
}

/// The index arrays among subscripts, in order.
pub fn gathered(subscripts: &[Sub]) -> impl Iterator<Item = &Gathered> {
    subscripts.iter().filter_map(|subscript| match &subscript.kind {
        SubKind::Gathered(gathered) => Some(&**gathered),
        SubKind::Label(_) | SubKind::Ellipsis | SubKind::Fixed(_) => None,
    })
}
