//! `einsum!(a[i, j] * b[j, k] -> [i, k])` and `einsum!(c[i, k] += a[i, j] * b[j, k])`.

use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, UnOp};

use super::labels::{OutputMistake, Place, output_mistakes};
use super::scope::Scope;
use super::{MAX_OPERANDS, MAX_RANK, gathers, text_of};
use crate::errors::Errors;
use crate::ir::{Contraction, Output, Sub, SubKind, Term, has_ellipsis, has_label};
use crate::syntax::{IndexForm, parse_subscripts};

/// Checks the index form.
pub fn check(form: &IndexForm, errors: &mut Errors) -> Contraction {
    let mut scope = Scope::default();
    let mut parts = Vec::new();
    split_terms(&form.expr, false, form.expr.span(), &mut parts);
    let terms: Vec<Term> = parts
        .into_iter()
        .filter_map(|(negative, expr, span)| Some(Term { negative, value: scope.lower(expr, errors)?, span }))
        .collect();
    if scope.operands.is_empty() && errors.is_empty() {
        errors
            .at(form.expr.span(), "no operand has subscripts here: write an operand with its labels, as in `a[i, j]`");
    }
    if let Some(operand) = scope.operands.get(MAX_OPERANDS) {
        errors.at(operand.span, format_args!("more than {MAX_OPERANDS} operands in one kernel"));
    }
    let output = check_output(form, &mut scope, errors);
    check_labels_as_values(&mut scope, errors);
    gathers::check_labels_of_gathered(&scope.operands, errors);
    Contraction {
        ellipsis: scope.operands.iter().any(|operand| has_ellipsis(&operand.subscripts)),
        labels: scope.labels.names,
        operands: scope.operands,
        scalars: scope.scalars,
        terms,
        output,
        stretch: false,
        notation: notation(form),
    }
}

/// The top-level terms with their signs: `a - b + c`.
fn split_terms<'a>(expr: &'a Expr, negative: bool, span: Span, terms: &mut Vec<(bool, &'a Expr, Span)>) {
    match expr {
        Expr::Binary(binary) if matches!(binary.op, BinOp::Add(_) | BinOp::Sub(_)) => {
            split_terms(&binary.left, negative, span, terms);
            let minus = matches!(binary.op, BinOp::Sub(_));
            split_terms(&binary.right, negative ^ minus, binary.op.span(), terms);
        }
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) && !matches!(*unary.expr, Expr::Lit(_)) => {
            terms.push((!negative, &unary.expr, span));
        }
        Expr::Group(group) => split_terms(&group.expr, negative, span, terms),
        other => terms.push((negative, other, span)),
    }
}

fn check_output(form: &IndexForm, scope: &mut Scope, errors: &mut Errors) -> Output {
    let output = match (&form.target, &form.output) {
        (Some(target), written) => {
            if let Some(written) = written {
                errors.at(written.span, "two outputs: the labels of the array on the left say it all; drop the arrow");
            }
            let Expr::Index(index) = &target.expr else {
                errors.at(
                    target.expr.span(),
                    format_args!("the output needs its labels: write `{}[i, j]`", text_of(&target.expr)),
                );
                return Output::New(Vec::new());
            };
            let subscripts = scope.labels.resolve(&parse_subscripts(&index.index), Place::Target, errors);
            let (name, span) = (text_of(&index.expr), index.expr.span());
            Output::Into { expr: (*index.expr).clone(), name, span, subscripts, update: target.update }
        }
        (None, Some(written)) => Output::New(scope.labels.resolve(&written.subscripts, Place::Sums, errors)),
        (None, None) => Output::New(Vec::new()),
    };
    let existing = form.target.is_some();
    for (place, mistake) in output_mistakes(output.subscripts(), &scope.operands, existing) {
        let unclear = match mistake {
            OutputMistake::Unknown(number) => scope.labels.is_unclear(number),
            OutputMistake::Ellipsis => scope.labels.any_unclear(),
            _ => false,
        };
        if unclear {
            // The label may be one of an operand with a mistake, which has been told.
            continue;
        }
        report(place.map(|place| &output.subscripts()[place]), mistake, form, scope, errors);
    }
    if output.subscripts().iter().filter(|subscript| !matches!(subscript.kind, SubKind::Ellipsis)).count() > MAX_RANK {
        // `resolve` has said so.
        return Output::New(Vec::new());
    }
    output
}

fn report(at: Option<&Sub>, mistake: OutputMistake, form: &IndexForm, scope: &Scope, errors: &mut Errors) {
    let output_span = form.output.as_ref().map_or(form.expr.span(), |output| output.span);
    let span = at.map_or(output_span, |subscript| subscript.span);
    match mistake {
        OutputMistake::Unknown(number) => {
            let known: Vec<String> = scope
                .labels
                .names
                .iter()
                .enumerate()
                .filter(|&(other, _)| scope.operands.iter().any(|operand| has_label(&operand.subscripts, other)))
                .map(|(_, name)| format!("`{name}`"))
                .collect();
            errors.at(
                span,
                format_args!(
                    "output label `{}` is not a label of any operand; the operands have {}",
                    scope.labels.names[number],
                    if known.is_empty() { "none".to_owned() } else { known.join(", ") }
                ),
            );
        }
        OutputMistake::Repeated(_) => {
            let label = match at.map(|subscript| &subscript.kind) {
                Some(SubKind::Label(number)) => scope.labels.names[*number].as_str(),
                _ => "..",
            };
            errors.at(
                span,
                format_args!("output label `{label}` is repeated: every axis of the output has a label of its own"),
            );
        }
        OutputMistake::Fixed => errors.at(span, "an index in the output: a new result has labels only"),
        OutputMistake::Ellipsis => errors.at(span, "the output has `..`, but no operand has it"),
        OutputMistake::LacksEllipsis => errors.at(
            span,
            "an operand has `..`, but the output lacks it: its axes cannot be summed; write `-> [.., labels]`",
        ),
    }
}

/// A label is not a value in `einsum!`; a scalar of the same name would be taken for one.
fn check_labels_as_values(scope: &mut Scope, errors: &mut Errors) {
    let labels = &scope.labels;
    scope.scalars.retain(|scalar| {
        let mut used = Vec::new();
        values(scalar, &mut |name| used.extend(labels.find(&name.to_string()).map(|_| name.clone())));
        for name in &used {
            errors.at(
                name.span(),
                format_args!("`{name}` is a label here, and labels have no value in `einsum!`: rename one of the two; in `broadcast!` a \
                     label is a value"),
            );
        }
        used.is_empty()
    });
}

/// Calls `visit` with every name that this expression reads; closures and blocks may bind names of their own and are left.
fn values(expr: &Expr, visit: &mut dyn FnMut(&proc_macro2::Ident)) {
    match expr {
        Expr::Path(path) => path.path.get_ident().into_iter().for_each(visit),
        Expr::Binary(binary) => {
            values(&binary.left, visit);
            values(&binary.right, visit);
        }
        Expr::Unary(unary) => values(&unary.expr, visit),
        Expr::Paren(paren) => values(&paren.expr, visit),
        Expr::Group(group) => values(&group.expr, visit),
        Expr::Cast(cast) => values(&cast.expr, visit),
        Expr::MethodCall(call) => {
            values(&call.receiver, visit);
            call.args.iter().for_each(|argument| values(argument, visit));
        }
        Expr::Call(call) => call.args.iter().for_each(|argument| values(argument, visit)),
        _ => {}
    }
}

/// The kernel as it was written, on one line.
fn notation(form: &IndexForm) -> String {
    let mut text = String::new();
    if let Some(target) = &form.target {
        text = format!("{} {} ", text_of(&target.expr), target.update.sign());
    }
    text.push_str(&text_of(&form.expr.to_token_stream()));
    if let Some(output) = &form.output {
        text.push_str(&format!(" -> {}", output.text));
    }
    text.replace("[(", "[").replace(")]", "]")
}
