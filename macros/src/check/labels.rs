//! Labels by number, and the rules that every list of subscripts obeys.

use proc_macro2::{Ident, Span};
use syn::Expr;

use super::{MAX_LABELS, MAX_RANK, gathers};
use crate::errors::Errors;
use crate::ir::{Operand, Sub, SubKind};
use crate::syntax::{Subscript, names};

/// The labels of a kernel, in the order of their first appearance.
#[derive(Default)]
pub struct Labels {
    pub names: Vec<String>,
    /// Where each label first stands.
    pub first: Vec<Span>,
    /// Labels of reductions that end before here.
    ended: Vec<usize>,
    /// Ranges that were written behind labels, to be checked.
    pub ranges: Vec<(usize, Ident, Expr)>,
    /// Names in parts that have a mistake: they may be labels of an operand that was not understood.
    unclear: Vec<String>,
}

impl Labels {
    /// The number of the label `name`, new or not.
    pub fn number(&mut self, name: String, span: Span, errors: &mut Errors) -> usize {
        match self.find(&name) {
            Some(number) => number,
            None => self.declare(name, span, errors),
        }
    }

    /// A label of its own, whatever its name.
    pub fn declare(&mut self, name: String, span: Span, errors: &mut Errors) -> usize {
        if self.names.len() == MAX_LABELS {
            errors.at(span, format_args!("more than {MAX_LABELS} labels in one kernel"));
        }
        self.names.push(name);
        self.first.push(span);
        self.names.len() - 1
    }

    /// Notes the names in tokens that have a mistake.
    pub fn mention(&mut self, tokens: &impl quote::ToTokens) {
        self.unclear.extend(names(tokens.to_token_stream()).iter().map(ToString::to_string));
    }

    /// Whether the label may stand in a part that was not understood.
    pub fn is_unclear(&self, number: usize) -> bool {
        self.unclear.contains(&self.names[number])
    }

    /// Whether a part was not understood.
    pub fn any_unclear(&self) -> bool {
        !self.unclear.is_empty()
    }

    /// The label that this name means here: the innermost one.
    pub fn find(&self, name: &str) -> Option<usize> {
        (0..self.names.len()).rev().find(|number| self.names[*number] == name && !self.ended.contains(number))
    }

    /// Ends the reduction that bound these labels.
    pub fn end(&mut self, labels: &[usize]) {
        self.ended.extend(labels);
    }

    /// The subscripts of an operand or an output, by number.
    pub fn resolve(&mut self, subscripts: &[Subscript], place: Place, errors: &mut Errors) -> Vec<Sub> {
        let mut resolved: Vec<Sub> = Vec::new();
        for subscript in subscripts {
            let (kind, span) = match subscript {
                Subscript::Label(ident) | Subscript::Ranged(ident, _) if !check_label(ident, errors) => continue,
                Subscript::Label(ident) => {
                    (SubKind::Label(self.number(ident.to_string(), ident.span(), errors)), ident.span())
                }
                Subscript::Ranged(ident, range) => {
                    let number = self.number(ident.to_string(), ident.span(), errors);
                    match place.range_mistake(ident) {
                        Some(mistake) => errors.over(range, mistake),
                        None => self.ranges.push((number, ident.clone(), (**range).clone())),
                    }
                    (SubKind::Label(number), ident.span())
                }
                Subscript::Gathered(index) => match self.resolve_gathered(index, place, errors) {
                    Some(gathered) => (SubKind::Gathered(Box::new(gathered)), syn::spanned::Spanned::span(&index.expr)),
                    None => continue,
                },
                Subscript::Ellipsis(span) => (SubKind::Ellipsis, *span),
                Subscript::Fixed(expr) => (SubKind::Fixed(expr.clone()), syn::spanned::Spanned::span(expr)),
                Subscript::Other(expr, what) => {
                    match gathers::computed(expr) {
                        Some(cure) => errors.over(expr, cure),
                        None => errors.over(
                            expr,
                            format_args!(
                                "{what} cannot stand here: a subscript is a label (`i`), an index (`0` or `{{expression}}`) or `..`"
                            ),
                        ),
                    }
                    self.mention(expr);
                    continue;
                }
            };
            resolved.push(Sub { kind, span });
        }
        check_rank(&resolved, errors);
        resolved
    }
}

/// Where subscripts stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Operand,
    /// The subscripts of an index array.
    Index,
    /// The labels of a new result of `einsum!`.
    Sums,
    /// The labels of a new result of `broadcast!`, which may have ranges.
    New,
    Target,
}

impl Place {
    /// What is wrong with a range here.
    fn range_mistake(self, label: &Ident) -> Option<String> {
        Some(match self {
            Place::New => return None,
            Place::Operand | Place::Index => format!(
                "a range among the subscripts of an operand: axis `{label}` has the operand's extent; slice the operand instead"
            ),
            Place::Sums => format!(
                "axis `{label}` has the extent of the operands that carry it: drop the range; in `broadcast!` a label that \
                 none carries has one"
            ),
            Place::Target => {
                format!("axis `{label}` has the output's own extent: drop the range, or slice the output")
            }
        })
    }
}

/// Whether a name can be a label.
pub fn check_label(ident: &Ident, errors: &mut Errors) -> bool {
    if ident == "_" {
        errors.at(ident.span(), "`_` is not a label: give the axis a name, or fix it with an index");
        return false;
    }
    let word = ["self", "Self", "super", "crate"].iter().any(|word| ident == word);
    if word {
        errors.at(ident.span(), format_args!("`{ident}` is not a label: it is a word of Rust's own"));
    }
    !word
}

/// At most one ellipsis, at most eight axes.
fn check_rank(subscripts: &[Sub], errors: &mut Errors) {
    let mut ellipses = subscripts.iter().filter(|subscript| matches!(subscript.kind, SubKind::Ellipsis)).skip(1);
    if let Some(second) = ellipses.next() {
        errors.at(second.span, "a second ellipsis: there is at most one in an operand, and in the output");
    }
    let axes = subscripts.iter().filter(|subscript| !matches!(subscript.kind, SubKind::Ellipsis));
    if let Some(ninth) = axes.clone().nth(MAX_RANK) {
        errors.at(ninth.span, format_args!("{} axes: arrays have at most {MAX_RANK}", axes.count()));
    }
}

/// What is wrong with the labels of an output.
pub enum OutputMistake {
    /// No operand carries this label.
    Unknown(usize),
    /// The label stands at this earlier place too.
    Repeated(usize),
    /// An index where a label must stand.
    Fixed,
    /// An ellipsis that no operand has.
    Ellipsis,
    /// The output lacks the ellipsis that an operand has.
    LacksEllipsis,
}

/// The mistakes of an output over these operands, each with the subscript at fault.
pub fn output_mistakes(output: &[Sub], operands: &[Operand], existing: bool) -> Vec<(Option<usize>, OutputMistake)> {
    let mut mistakes = Vec::new();
    let everywhere = || operands.iter().flat_map(|operand| &operand.subscripts);
    let carried =
        |number| everywhere().any(|subscript| matches!(subscript.kind, SubKind::Label(label) if label == number));
    let ellipsis = everywhere().any(|subscript| matches!(subscript.kind, SubKind::Ellipsis));
    for (place, subscript) in output.iter().enumerate() {
        match subscript.kind {
            SubKind::Label(number) => {
                let same = |sub: &Sub| matches!(sub.kind, SubKind::Label(label) if label == number);
                if let Some(earlier) = output[..place].iter().position(same) {
                    mistakes.push((Some(place), OutputMistake::Repeated(earlier)));
                } else if !carried(number) {
                    mistakes.push((Some(place), OutputMistake::Unknown(number)));
                }
            }
            SubKind::Fixed(_) if !existing => mistakes.push((Some(place), OutputMistake::Fixed)),
            SubKind::Ellipsis if !ellipsis => mistakes.push((Some(place), OutputMistake::Ellipsis)),
            SubKind::Fixed(_) | SubKind::Ellipsis | SubKind::Gathered(_) => {}
        }
    }
    if ellipsis && !output.iter().any(|subscript| matches!(subscript.kind, SubKind::Ellipsis)) {
        mistakes.push((None, OutputMistake::LacksEllipsis));
    }
    mistakes
}
