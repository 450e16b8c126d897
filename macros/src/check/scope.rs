//! What names mean in a kernel, and what its expressions have been found to refer to.

use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::Expr;

use super::labels::Labels;
use super::search;
use crate::ir::{Kind, Local, Node, Operand, Range, Reduction, Sub};

/// In which notation an expression is written.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub enum Form {
    /// `einsum!`: what has labels is an operand, and missing labels are summed.
    #[default]
    Sums,
    /// `broadcast!` with labels, and explicit reductions.
    Labelled,
    /// `broadcast!` without labels: what is not computed here is an operand.
    Positional,
}

/// What a kernel's expressions refer to, as it is found.
#[derive(Default)]
pub struct Scope {
    pub form: Form,
    pub labels: Labels,
    pub operands: Vec<Operand>,
    pub scalars: Vec<Expr>,
    pub ranges: Vec<Range>,
    pub reductions: Vec<Reduction>,
    /// How many labels the outputs have, which come first; `None` where the outputs have a mistake.
    pub outputs: Option<usize>,
    /// The labels that reductions bind.
    pub reduced: Vec<usize>,
    /// Outputs that earlier statements of the block have written.
    pub written: Vec<Written>,
    /// The operands of the stage that is being lowered, which reads each of them once.
    pub(super) stage: Vec<usize>,
    /// Reductions that another appearance of the same tokens may share.
    pub(super) shared: Vec<Shared>,
    /// Names that a `let` of the kernel binds here.
    pub(super) locals: Vec<Bound>,
    /// The numbers of `let`s that reductions compute anew.
    moved: Vec<usize>,
    /// How many names were bound.
    bound: usize,
}

/// A name that a `let` binds.
pub struct Bound {
    pub local: Local,
    /// `None` where it has a mistake.
    value: Option<Node>,
    /// How many labels were known then: later ones hide the name.
    labels: usize,
    /// Whether the name is the macro's own.
    hidden: bool,
}

/// An output that an earlier statement has written.
pub struct Written {
    pub name: String,
    pub subscripts: Vec<Sub>,
    /// The value written; `None` where no single value can be named, because it was updated or masked.
    pub value: Option<Local>,
}

/// A reduction that may stand in several places.
pub struct Shared {
    /// Its tokens, and what the names in them mean.
    pub key: (String, Vec<Option<(bool, usize)>>, usize),
    pub value: Kind,
}

impl Scope {
    pub fn new(form: Form) -> Scope {
        Scope { form, ..Scope::default() }
    }

    /// Binds a name from here on.
    pub(super) fn bind(&mut self, name: Ident, value: Option<Node>) -> Local {
        let local = Local { number: self.bound, name };
        self.bound += 1;
        self.locals.push(Bound { local: local.clone(), value, labels: self.labels.names.len(), hidden: false });
        local
    }

    /// Binds the value that a statement writes, under a name that no one can write.
    pub fn bind_written(&mut self, value: Node) -> Local {
        let name = format_ident!("_written{}", self.bound, span = Span::mixed_site());
        let local = self.bind(name, Some(value));
        self.locals.iter_mut().rev().take(1).for_each(|bound| bound.hidden = true);
        local
    }

    /// What a bare name means in the kernel: the value of a `let`, or of a label.
    pub(super) fn lower_name(&self, expr: &Expr) -> Option<Kind> {
        let Expr::Path(path) = expr else { return None };
        self.lower_ident(path.path.get_ident()?)
    }

    /// The meaning of a name, by number: of a label, or of a `let`.
    pub(super) fn meaning(&self, name: &Ident) -> Option<(bool, usize)> {
        match self.lower_ident(name)? {
            Kind::Local(local) => Some((false, local.number)),
            Kind::Index(label) => Some((true, label)),
            _ => None,
        }
    }

    fn lower_ident(&self, name: &Ident) -> Option<Kind> {
        let label = match self.form {
            Form::Labelled => self.labels.find(&name.to_string()),
            Form::Sums | Form::Positional => None,
        };
        let bound = self.locals.iter().rev().find(|bound| !bound.hidden && bound.local.name == *name);
        match (bound, label) {
            (Some(bound), Some(label)) if label >= bound.labels => Some(Kind::Index(label)),
            (Some(bound), _) => Some(Kind::Local(bound.local.clone())),
            (None, label) => label.map(Kind::Index),
        }
    }

    /// Whether an expression reads an operand or a name bound in the kernel.
    pub(super) fn depends(&self, expr: &Expr) -> bool {
        search::depends(expr, &|expr| self.lower_name(expr).is_some())
    }

    /// The body of a reduction with the `let`s of outer stages that it reads: they are computed anew, because stages run
    /// one after the other.
    pub(super) fn close(&mut self, body: Node, outer: usize) -> Node {
        let mut lets: Vec<(Local, Node)> = Vec::new();
        for bound in self.locals[..outer].iter().rev() {
            let number = bound.local.number;
            let read = body.reads_local(number) || lets.iter().any(|(_, value)| value.reads_local(number));
            if let (true, Some(value)) = (read, &bound.value) {
                lets.insert(0, (bound.local.clone(), value.clone()));
            }
        }
        self.moved.extend(lets.iter().map(|(local, _)| local.number));
        let span = body.span;
        if lets.is_empty() { body } else { Node { kind: Kind::Block(lets, Box::new(body)), span } }
    }

    /// Drops the `let`s that only reductions read. (Others that no one reads stay, for rustc to say so.)
    pub(super) fn drop_moved(&self, lets: &mut Vec<(Local, Node)>, readers: &[&Node]) {
        for place in (0..lets.len()).rev() {
            let number = lets[place].0.number;
            let read = readers.iter().any(|reader| reader.reads_local(number))
                || lets[place + 1..].iter().any(|(_, value)| value.reads_local(number));
            if !read && self.moved.contains(&number) {
                lets.remove(place);
            }
        }
    }
}
