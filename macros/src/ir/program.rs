//! What `broadcast!` was meant to say: reductions in the order in which they run, and then one pass that gives or writes.
//!
//! `broadcast!((x[i, j] - max[k](x[i, k])).exp() -> [i, j])` prints as
//!
//! ```text
//! labels i=0 j=1 k=2
//! x[0, 1] x[0, 2]
//! t0 = max[2](x)
//! new[0, 1] = Exp(Sub(x, t0))
//! ```

use proc_macro2::Span;
use syn::Expr;

use super::{Kind, Local, Node, Operand, Sub, SubKind, Update, has_ellipsis};

/// A checked `broadcast!`.
pub struct Program {
    /// Labels by number. Names repeat where the labels of reductions are spelled like others.
    pub labels: Vec<String>,
    pub operands: Vec<Operand>,
    /// Scalars from the scope, evaluated once.
    pub scalars: Vec<Expr>,
    pub ranges: Vec<Range>,
    /// Inner ones before those that read them.
    pub reductions: Vec<Reduction>,
    pub outcome: Outcome,
    /// Whether operands align as NumPy's do, without labels.
    pub positional: bool,
    /// What was written, for plans.
    pub notation: String,
}

/// The extent of a label that no operand carries: `i in 0..n`.
pub struct Range {
    pub label: usize,
    pub start: Expr,
    pub end: Expr,
    /// The extent, where both bounds are literals.
    pub extent: Option<usize>,
    pub span: Span,
}

/// `sum[k](…)`
pub struct Reduction {
    pub rule: &'static Rule,
    /// The reduction's name.
    pub span: Span,
    pub reduced: Vec<usize>,
    pub body: Node,
}

/// A kind of reduction: its name in the notation, and the runtime's.
pub struct Rule {
    pub name: &'static str,
    pub constructor: &'static str,
    pub reading: Reading,
}

/// How the result of a reduction is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reading {
    /// As it is.
    Value,
    /// Divided by the number of terms.
    Mean,
    /// The place of the best one.
    Place,
}

/// What the last pass gives or writes.
pub enum Outcome {
    /// A new array with these axes; none: a scalar.
    New(Vec<Sub>, Node),
    /// Existing arrays, after `let`s that all of them may read.
    Into(Vec<(Local, Node)>, Vec<Write>),
}

/// One existing output.
pub struct Write {
    pub expr: Expr,
    pub name: String,
    pub span: Span,
    pub subscripts: Vec<Sub>,
    pub update: Update,
    pub value: Node,
    pub mask: Option<Node>,
}

/// What a pass reads at every point, in the order of its list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Read {
    Operand(usize),
    /// The result of a reduction.
    Temp(usize),
    /// The value of a label.
    Index(usize),
    /// The number of the point among those that a reduction goes over.
    Flat(usize),
    /// How many points a reduction goes over.
    Terms(usize),
}

impl Outcome {
    /// The subscripts of every output.
    pub fn outputs(&self) -> Vec<&[Sub]> {
        match self {
            Outcome::New(subscripts, _) => vec![subscripts],
            Outcome::Into(_, writes) => writes.iter().map(|write| &*write.subscripts).collect(),
        }
    }

    /// All expressions of the last pass, in the order in which they run.
    pub fn nodes(&self) -> Vec<&Node> {
        match self {
            Outcome::New(_, value) => vec![value],
            Outcome::Into(lets, writes) => {
                let lets = lets.iter().map(|(_, value)| value);
                lets.chain(writes.iter().flat_map(|write| write.mask.iter().chain([&write.value]))).collect()
            }
        }
    }

    /// The same, to be changed.
    pub fn nodes_mut(&mut self) -> Vec<&mut Node> {
        match self {
            Outcome::New(_, value) => vec![value],
            Outcome::Into(lets, writes) => {
                let lets = lets.iter_mut().map(|(_, value)| value);
                lets.chain(writes.iter_mut().flat_map(|write| write.mask.iter_mut().chain([&mut write.value])))
                    .collect()
            }
        }
    }
}

/// The axes that an expression varies along.
#[derive(Default)]
pub struct Axes {
    pub labels: Vec<usize>,
    pub ellipsis: bool,
}

impl Axes {
    fn add(&mut self, label: usize) {
        if !self.labels.contains(&label) {
            self.labels.push(label);
        }
    }

    fn add_all(&mut self, subscripts: &[Sub]) {
        self.ellipsis |= has_ellipsis(subscripts);
        subscripts.iter().for_each(|subscript| match &subscript.kind {
            SubKind::Label(label) => self.add(*label),
            SubKind::Gathered(gathered) => self.add_all(&gathered.subscripts),
            SubKind::Ellipsis | SubKind::Fixed(_) => {}
        });
    }
}

/// The axes that an expression varies along: its operands', those of the reductions it reads, and labels read as values.
pub fn axes_of(node: &Node, operands: &[Operand], reductions: &[Reduction]) -> Axes {
    let mut axes = Axes::default();
    node.each(&mut |node| match node.kind {
        Kind::Operand(number) => {
            axes.add_all(&operands[number].subscripts);
        }
        Kind::Index(label) => axes.add(label),
        Kind::Temp(number, _) => {
            let kept = kept_axes(&reductions[number], operands, reductions);
            axes.ellipsis |= kept.ellipsis;
            kept.labels.into_iter().for_each(|label| axes.add(label));
        }
        _ => {}
    });
    axes
}

/// The axes that the result of a reduction has.
pub fn kept_axes(reduction: &Reduction, operands: &[Operand], reductions: &[Reduction]) -> Axes {
    let mut axes = axes_of(&reduction.body, operands, reductions);
    axes.labels.retain(|label| !reduction.reduced.contains(label));
    axes
}
