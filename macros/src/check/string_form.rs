//! `einsum!("ij,jk->ik", a, b)`.

use std::fmt::Display;

use proc_macro2::Span;
use quote::format_ident;
use syn::spanned::Spanned;

use super::labels::{Labels, OutputMistake, output_mistakes};
use super::{MAX_OPERANDS, MAX_RANK, text_of};
use crate::errors::Errors;
use crate::ir::{Contraction, Kind, Node, Operand, Output, Source, Sub, SubKind, Term};
use crate::syntax::{Letter, StringForm, Subscripts, parse_text};

/// Checks NumPy's string form.
pub fn check(form: &StringForm, errors: &mut Errors) -> Contraction {
    let text = Text { text: form.subscripts.value(), span: form.subscripts.span() };
    let parsed = parse_text(&text.text).unwrap_or_else(|mistakes| {
        for mistake in mistakes {
            text.error(mistake.place, mistake.message, errors);
        }
        Subscripts { inputs: Vec::new(), output: None }
    });
    if errors.is_empty() {
        check_count(&text, &parsed, form, errors);
    }
    let mut labels = Labels::default();
    let operands: Vec<Operand> = parsed
        .inputs
        .iter()
        .zip(&form.operands)
        .map(|(letters, expr)| {
            check_letters(&text, letters, errors);
            Operand {
                expr: expr.clone(),
                name: text_of(expr),
                span: expr.span(),
                subscripts: resolve(letters, expr.span(), &mut labels, errors),
                source: Source::Borrowed,
                indexes: false,
            }
        })
        .collect();
    let output = match &parsed.output {
        Some(letters) => {
            check_letters(&text, letters, errors);
            resolve(letters, text.span, &mut labels, errors)
        }
        None => implicit_output(&operands, &labels, text.span),
    };
    if errors.is_empty() {
        check_output(&text, &parsed, &output, &operands, &labels, errors);
    }
    let ellipsis = operands.iter().flat_map(|operand| &operand.subscripts).any(is_ellipsis);
    let output = output.into_iter().filter(|subscript| ellipsis || !is_ellipsis(subscript)).collect();
    let span = text.span;
    let factors = (0..operands.len()).map(|number| Node { kind: Kind::Operand(number), span: operands[number].span });
    let value = factors.reduce(|product, factor| Node { kind: Kind::Apply("Mul", vec![product, factor]), span });
    Contraction {
        ellipsis,
        labels: labels.names,
        operands,
        scalars: Vec::new(),
        terms: value.map(|value| Term { negative: false, value, span }).into_iter().collect(),
        output: Output::New(output),
        stretch: true,
        notation: text.text,
    }
}

fn is_ellipsis(subscript: &Sub) -> bool {
    matches!(subscript.kind, SubKind::Ellipsis)
}

/// The subscripts and where the literal stands.
struct Text {
    text: String,
    span: Span,
}

impl Text {
    /// A mistake at a letter: the message shows the string with a caret below, as stable Rust cannot underline inside a
    /// literal.
    fn error(&self, place: usize, message: impl Display, errors: &mut Errors) {
        // A string with line breaks is shown as one line, so that the caret stands right.
        let line: String = self.text.chars().map(|char| if char.is_whitespace() { ' ' } else { char }).collect();
        let caret = " ".repeat(place);
        errors.at(self.span, format_args!("{message}\n\n    {line}\n    {caret}^\n"));
    }
}

/// As many operands as the string has.
fn check_count(text: &Text, parsed: &Subscripts, form: &StringForm, errors: &mut Errors) {
    let (named, given) = (parsed.inputs.len(), form.operands.len());
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    if given > named {
        errors.at(
            form.operands[named].span(),
            format_args!(
                "the subscripts \"{}\" name {named} operand{}, but {given} are given; this is the first too many",
                text.text,
                plural(named)
            ),
        );
    } else if given < named {
        let verb = if given == 1 { "is" } else { "are" };
        errors.at(
            text.span,
            format_args!(
                "the subscripts name {named} operand{}, but {given} {verb} given: put {} behind the string",
                plural(named),
                if named - given == 1 {
                    "the missing one".to_owned()
                } else {
                    format!("the {} missing ones", named - given)
                }
            ),
        );
    }
    if named > MAX_OPERANDS {
        errors.at(text.span, format_args!("{named} operands: a kernel takes at most {MAX_OPERANDS}"));
    }
}

/// At most one ellipsis, at most eight letters.
fn check_letters(text: &Text, letters: &[Letter], errors: &mut Errors) {
    let second = letters.iter().filter(|letter| matches!(letter, Letter::Ellipsis(_))).nth(1);
    if let Some(second) = second {
        text.error(second.place(), "a second ellipsis: there is at most one in an operand, and in the output", errors);
    }
    let labels = letters.iter().filter(|letter| matches!(letter, Letter::Label(..)));
    if let Some(ninth) = labels.clone().nth(MAX_RANK) {
        let count = labels.count();
        text.error(ninth.place(), format_args!("{count} labels: arrays have at most {MAX_RANK} axes"), errors);
    }
}

fn resolve(letters: &[Letter], span: Span, labels: &mut Labels, errors: &mut Errors) -> Vec<Sub> {
    let kind = |letter: &Letter, errors: &mut Errors| match letter {
        Letter::Label(char, _) => SubKind::Label(labels.number(char.to_string(), span, errors)),
        Letter::Ellipsis(_) => SubKind::Ellipsis,
    };
    let mut kind = kind;
    letters.iter().map(|letter| Sub { kind: kind(letter, errors), span }).collect()
}

/// NumPy's implicit output: the ellipsis, then the labels that appear once, in alphabetical order.
fn implicit_output(operands: &[Operand], labels: &Labels, span: Span) -> Vec<Sub> {
    let everywhere = || operands.iter().flat_map(|operand| &operand.subscripts);
    let count = |number| {
        everywhere().filter(|subscript| matches!(subscript.kind, SubKind::Label(label) if label == number)).count()
    };
    let mut once: Vec<usize> = (0..labels.names.len()).filter(|&number| count(number) == 1).collect();
    once.sort_by(|&a, &b| labels.names[a].cmp(&labels.names[b]));
    let ellipsis = everywhere().any(is_ellipsis).then_some(SubKind::Ellipsis);
    ellipsis.into_iter().chain(once.into_iter().map(SubKind::Label)).map(|kind| Sub { kind, span }).collect()
}

fn check_output(
    text: &Text,
    parsed: &Subscripts,
    output: &[Sub],
    operands: &[Operand],
    labels: &Labels,
    errors: &mut Errors,
) {
    let written = parsed.output.as_deref().unwrap_or(&[]);
    for (place, mistake) in output_mistakes(output, operands, false) {
        let place =
            place.and_then(|place| written.get(place)).map_or(text.text.chars().count(), |letter| letter.place());
        match mistake {
            OutputMistake::Unknown(number) => {
                let label = format_ident!("{}", labels.names[number]);
                text.error(place, format_args!("output label `{label}` is not a label of any operand"), errors);
            }
            OutputMistake::Repeated(earlier) => {
                let label = match output[earlier].kind {
                    SubKind::Label(number) => labels.names[number].as_str(),
                    SubKind::Ellipsis | SubKind::Fixed(_) | SubKind::Gathered(_) => "...",
                };
                text.error(
                    place,
                    format_args!("output label `{label}` is repeated: an output axis has its own label"),
                    errors,
                );
            }
            // An ellipsis may stand for no axes: whether it does is known with the operands' types.
            OutputMistake::Ellipsis | OutputMistake::LacksEllipsis => {}
            OutputMistake::Fixed => {}
        }
    }
    if output.iter().filter(|subscript| !is_ellipsis(subscript)).count() > MAX_RANK {
        errors
            .at(text.span, format_args!("the result would have {} axes: arrays have at most {MAX_RANK}", output.len()));
    }
}
