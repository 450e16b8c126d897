//! `broadcast!(x[i] + y[j] -> [i, j])`, `broadcast!(a * x + b)`, and blocks of statements.

use syn::Expr;
use syn::spanned::Spanned;

use super::labels::{OutputMistake, Place, output_mistakes};
use super::scope::{Form, Scope};
use super::{MAX_OPERANDS, MAX_REDUCTIONS, gathers, search};
use crate::errors::Errors;
use crate::ir::{Kind, Node, Outcome, Program, Sub, SubKind, has_ellipsis};
use crate::syntax::{BroadcastInput, NewForm, Statement};

/// Checks the input of `broadcast!` and its kin. Meaningful only if `errors` stays empty.
pub fn check_broadcast(input: &BroadcastInput, notation: String, errors: &mut Errors) -> Program {
    let form = form_of(input);
    let mut scope = Scope::new(form);
    let outcome = match input {
        BroadcastInput::New(new) => check_new(new, &mut scope, errors),
        BroadcastInput::Writes(statements) => scope.check_writes(statements, errors),
    };
    if let Some(operand) = scope.operands.get(MAX_OPERANDS) {
        errors.at(operand.span, format_args!("more than {MAX_OPERANDS} operands in one kernel"));
    }
    if let Some(reduction) = scope.reductions.get(MAX_REDUCTIONS) {
        errors.at(reduction.span, format_args!("more than {MAX_REDUCTIONS} reductions in one kernel"));
    }
    scope.check_ranges(errors);
    gathers::check_labels_of_gathered(&scope.operands, errors);
    scope.check_free_labels(&outcome, matches!(input, BroadcastInput::New(new) if new.output.is_none()), errors);
    Program {
        labels: scope.labels.names,
        operands: scope.operands,
        scalars: scope.scalars,
        ranges: scope.ranges,
        reductions: scope.reductions,
        outcome,
        positional: form == Form::Positional,
        notation,
    }
}

/// With the first label the form is the labelled one.
fn form_of(input: &BroadcastInput) -> Form {
    let labelled = |expr: &Expr| search::depends(expr, &|_| false);
    let any = match input {
        BroadcastInput::New(new) => new.output.is_some() || labelled(&new.expr),
        BroadcastInput::Writes(statements) => statements.iter().any(|statement| match statement {
            Statement::Let(local) => local.init.as_ref().is_some_and(|init| labelled(&init.expr)),
            Statement::Write(write) => {
                labelled(&write.target.expr) || labelled(&write.expr) || write.mask.as_ref().is_some_and(labelled)
            }
        }),
    };
    if any { Form::Labelled } else { Form::Positional }
}

fn check_new(new: &NewForm, scope: &mut Scope, errors: &mut Errors) -> Outcome {
    let subscripts = match &new.output {
        Some(output) => scope.labels.resolve(&output.subscripts, Place::New, errors),
        None if scope.form == Form::Positional => vec![Sub { kind: SubKind::Ellipsis, span: new.expr.span() }],
        None => Vec::new(),
    };
    for (label, name, range) in std::mem::take(&mut scope.labels.ranges) {
        scope.lower_range(label, &name, &range, errors);
    }
    let clean = errors.is_empty();
    scope.outputs = Some(scope.labels.names.len());
    let value = scope.lower(&new.expr, errors);
    if scope.operands.is_empty() && scope.ranges.is_empty() && errors.is_empty() {
        let cure = match scope.form {
            Form::Positional => {
                "write an operand, as in `a * x + b`; for a new array from a range, `i as f64 -> [i in 0..n]`"
            }
            Form::Labelled | Form::Sums => {
                "write an operand with its labels, as in `x[i]`, or a label with its extent, `-> [i in 0..n]`"
            }
        };
        errors.over(&new.expr, format_args!("no operand stands here: {cure}"));
    } else {
        report_output(&subscripts, new, scope, clean, errors);
    }
    Outcome::New(subscripts, value.unwrap_or_else(placeholder))
}

/// What stands for an expression with a mistake, so that the rest can be checked.
pub fn placeholder() -> Node {
    Node { kind: Kind::Literal(quote::quote!(0)), span: proc_macro2::Span::call_site() }
}

fn report_output(subscripts: &[Sub], new: &NewForm, scope: &Scope, clean: bool, errors: &mut Errors) {
    let span = new.output.as_ref().map_or(new.expr.span(), |output| output.span);
    for (place, mistake) in output_mistakes(subscripts, &scope.operands, false) {
        let at = place.map_or(span, |place| subscripts[place].span);
        match mistake {
            OutputMistake::Unknown(label) => {
                let ranged = scope.ranges.iter().any(|range| range.label == label);
                // After a mistake in its range, or in an operand that may carry it, there is no more to say.
                if !ranged && clean && !scope.labels.is_unclear(label) {
                    let name = &scope.labels.names[label];
                    errors.at(
                        at,
                        format_args!(
                            "output label `{name}` is not a label of any operand: give its extent, `{name} in 0..n`"
                        ),
                    );
                }
            }
            OutputMistake::Repeated(_) => {
                scope.report_repeated(&subscripts[place.unwrap_or(0)], errors);
            }
            OutputMistake::Fixed => errors.at(at, "an index in the output: a new array has labels only"),
            OutputMistake::Ellipsis if scope.labels.any_unclear() || scope.form == Form::Positional => {}
            OutputMistake::Ellipsis => errors.at(at, "the output has `..`, but no operand has it"),
            OutputMistake::LacksEllipsis => scope.report_lacking_ellipsis("-> [.., labels]", at, errors),
        }
    }
}

impl Scope {
    /// An output label that stands twice.
    pub(super) fn report_repeated(&self, subscript: &Sub, errors: &mut Errors) {
        if let SubKind::Label(number) = subscript.kind {
            let name = &self.labels.names[number];
            errors.at(
                subscript.span,
                format_args!("output label `{name}` is repeated: every axis of the output has a label of its own"),
            );
        }
    }

    /// Operands with `..`, and an output without.
    pub(super) fn report_lacking_ellipsis(&self, cure: &str, span: proc_macro2::Span, errors: &mut Errors) {
        errors.at(
            span,
            format_args!("an operand has `..`, but the output lacks it: its axes cannot be reduced; write `{cure}`"),
        );
    }

    /// Every label of an operand is in the output, or bound by a reduction around it.
    fn check_free_labels(&self, outcome: &Outcome, no_output: bool, errors: &mut Errors) {
        let (labels, outputs) = (&self.labels, outcome.outputs());
        let (Some(in_outputs), Some(first)) = (self.outputs, outputs.first()) else { return };
        let free: Vec<usize> = (in_outputs..labels.names.len())
            .filter(|label| !self.reduced.contains(label) && !labels.is_unclear(*label))
            .collect();
        for &label in &free {
            let name = &labels.names[label];
            let mut all = output_texts(first, &labels.names);
            all.extend(
                free.iter().filter(|&&other| other == label || no_output).map(|&other| labels.names[other].clone()),
            );
            let (all, written) = (all.join(", "), outcome_name(outcome));
            let ended = self.reduced.iter().any(|&bound| labels.names[bound] == *name);
            let here = if ended { " here" } else { "" };
            let cure = match written {
                Some(target) => format!("`{target}[{all}]`"),
                None => format!("`-> [{all}]`"),
            };
            errors.at(
                labels.first[label],
                format_args!(
                    "label `{name}` is neither in the output nor reduced{here}: add it to the output, {cure}, or reduce it, \
                     `sum[{name}](…)`"
                ),
            );
        }
    }
}

fn outcome_name(outcome: &Outcome) -> Option<&str> {
    match outcome {
        Outcome::New(..) => None,
        Outcome::Into(_, writes) => writes.first().map(|write| &*write.name),
    }
}

/// The subscripts of an output, as they were written.
pub fn output_texts(subscripts: &[Sub], names: &[String]) -> Vec<String> {
    let text = |subscript: &Sub| match &subscript.kind {
        SubKind::Label(number) => names[*number].clone(),
        SubKind::Ellipsis => "..".to_owned(),
        SubKind::Fixed(index) => super::text_of(index),
        SubKind::Gathered(gathered) => super::text_of(&gathered.expr),
    };
    subscripts.iter().map(text).collect()
}

/// Whether operands have an ellipsis.
pub fn any_ellipsis(scope: &Scope) -> bool {
    scope.operands.iter().any(|operand| has_ellipsis(&operand.subscripts))
}
