//! Existing outputs: one, or several behind `let`s that they share.

use syn::Expr;
use syn::spanned::Spanned;

use super::broadcast::{any_ellipsis, output_texts, placeholder};
use super::labels::Place;
use super::scope::{Form, Scope, Written};
use super::{MAX_OUTPUTS, text_of};
use crate::errors::Errors;
use crate::ir::{Kind, Local, Node, Outcome, Sub, SubKind, Update, Write, has_ellipsis, has_label};
use crate::syntax::{self, Statement, parse_subscripts};

/// A target whose labels are known; its value is lowered later, because all output labels come first.
struct Output<'a> {
    expr: &'a Expr,
    name: String,
    subscripts: Vec<Sub>,
}

impl Scope {
    /// The statements of a block, or the only one.
    pub(super) fn check_writes(&mut self, statements: &[Statement], errors: &mut Errors) -> Outcome {
        let outputs: Vec<Option<Output>> = statements
            .iter()
            .map(|statement| match statement {
                Statement::Let(_) => None,
                Statement::Write(write) => self.check_target(&write.target.expr, errors),
            })
            .collect();
        let sound = errors.is_empty();
        self.outputs = sound.then_some(self.labels.names.len());
        if !statements.iter().any(|statement| matches!(statement, Statement::Write(_))) {
            let message = "nothing is written: a block ends with outputs, `out[i] = d;`; for a new array, write \
                           `broadcast!({ let d = …; d } -> [i])`";
            match statements.first() {
                Some(Statement::Let(local)) => errors.over(local, message),
                _ => errors.at(proc_macro2::Span::call_site(), message),
            }
        }
        let mut lets = Vec::new();
        let mut writes = Vec::new();
        for (place, (statement, output)) in statements.iter().zip(outputs).enumerate() {
            match (statement, output) {
                (Statement::Let(local), _) => lets.extend(self.lower_let(local, errors)),
                (Statement::Write(write), Some(output)) => {
                    let rest = place + 1 < statements.len();
                    writes.extend(self.check_write(write, output, rest, &mut lets, errors));
                }
                (Statement::Write(write), None) => {
                    self.lower(&write.expr, errors);
                    write.mask.iter().for_each(|mask| drop(self.lower(mask, errors)));
                }
            }
        }
        if !sound {
            return Outcome::Into(Vec::new(), Vec::new());
        }
        self.check_outputs(&writes, errors);
        self.inline_written(&mut lets, &mut writes);
        let readers: Vec<&Node> = writes.iter().flat_map(|write| write.mask.iter().chain([&write.value])).collect();
        self.drop_moved(&mut lets, &readers);
        Outcome::Into(lets, writes)
    }

    fn check_target<'a>(&mut self, target: &'a Expr, errors: &mut Errors) -> Option<Output<'a>> {
        if self.form == Form::Positional {
            let subscripts = vec![Sub { kind: SubKind::Ellipsis, span: target.span() }];
            return Some(Output { expr: target, name: text_of(target), subscripts });
        }
        let Expr::Index(index) = target else {
            let name = text_of(target);
            errors.over(
                target,
                format_args!(
                    "the output needs its labels: write `{name}[i, j]`; a scalar is returned, `{name} = broadcast!(…)`"
                ),
            );
            return None;
        };
        let subscripts = self.labels.resolve(&parse_subscripts(&index.index), Place::Target, errors);
        for (place, subscript) in subscripts.iter().enumerate() {
            if let SubKind::Label(label) = subscript.kind
                && has_label(&subscripts[..place], label)
            {
                self.report_repeated(subscript, errors);
            }
        }
        Some(Output { expr: &index.expr, name: text_of(&index.expr), subscripts })
    }

    /// One output. Where statements follow, its value gets a name, so that they can read what was written.
    fn check_write(
        &mut self,
        write: &syntax::Write,
        output: Output,
        rest: bool,
        lets: &mut Vec<(Local, Node)>,
        errors: &mut Errors,
    ) -> Option<Write> {
        let value = self.lower(&write.expr, errors);
        let mask = write.mask.as_ref().map(|mask| self.lower(mask, errors));
        let Output { expr, name, subscripts } = output;
        if let Some(earlier) = self.written.iter().find(|written| written.name == name) {
            let name = &earlier.name;
            errors.over(
                expr,
                format_args!("`{name}` is written twice in one block: write it once, or write a second call"),
            );
            return None;
        }
        let clean = value.is_some();
        let mut value = value.unwrap_or_else(placeholder);
        let mask = mask.map(|mask| mask.unwrap_or_else(placeholder));
        let named = (clean && rest && write.target.update == Update::Assign && mask.is_none()).then(|| {
            let (local, span) = (self.bind_written(value.clone()), value.span);
            let read = Node { kind: Kind::Local(local.clone()), span };
            lets.push((local.clone(), std::mem::replace(&mut value, read)));
            local
        });
        // What is said of an output without a value would be untrue after a mistake.
        let known = named.is_some() || clean;
        self.written.extend(known.then(|| Written {
            name: name.clone(),
            subscripts: subscripts.clone(),
            value: named,
        }));
        let (update, span) = (write.target.update, expr.span());
        Some(Write { expr: expr.clone(), name, span, subscripts, update, value, mask })
    }

    /// The values of outputs that no other statement reads are no `let`s.
    fn inline_written(&self, lets: &mut Vec<(Local, Node)>, writes: &mut [Write]) {
        for place in 0..writes.len() {
            let Kind::Local(local) = &writes[place].value.kind else { continue };
            let number = local.number;
            let read = writes.iter().enumerate().any(|(other, write)| {
                let value = other != place && write.value.reads_local(number);
                value || write.mask.as_ref().is_some_and(|mask| mask.reads_local(number))
            });
            let Some(at) = lets.iter().position(|(local, _)| local.number == number) else { continue };
            let read = read || lets[at + 1..].iter().any(|(_, value)| value.reads_local(number));
            if !read && self.is_written(number) {
                writes[place].value = lets.remove(at).1;
            }
        }
    }

    /// Whether a `let` is the value of an output.
    fn is_written(&self, number: usize) -> bool {
        let values = self.written.iter().filter_map(|written| written.value.as_ref());
        values.into_iter().any(|local| local.number == number)
    }

    /// What holds between the outputs, and between them and the operands.
    fn check_outputs(&self, writes: &[Write], errors: &mut Errors) {
        let Some((first, others)) = writes.split_first() else { return };
        if let Some(write) = writes.get(MAX_OUTPUTS) {
            errors.at(write.span, format_args!("more than {MAX_OUTPUTS} outputs in one block: write two calls"));
        }
        for other in others {
            if !same_labels(&first.subscripts, &other.subscripts) {
                let texts = [first, other].map(|write| output_texts(&write.subscripts, &self.labels.names).join(", "));
                errors.at(
                    other.span,
                    format_args!(
                        "`{}[{}]` beside `{}[{}]`: the outputs of a block have the same labels; write two calls",
                        other.name, texts[1], first.name, texts[0]
                    ),
                );
            }
        }
        if any_ellipsis(self) && !has_ellipsis(&first.subscripts) && !self.labels.any_unclear() {
            self.report_lacking_ellipsis(&format!("{}[.., labels]", first.name), first.span, errors);
        }
        for operand in &self.operands {
            let target = writes.iter().find(|write| write.name == operand.name);
            let Some(target) = target else { continue };
            let known = !has_ellipsis(&target.subscripts) && !has_ellipsis(&operand.subscripts);
            let (written, read) = (target.subscripts.len(), operand.subscripts.len());
            if known && written != read {
                let plural = if read == 1 { "" } else { "s" };
                errors.at(
                    operand.span,
                    format_args!(
                        "`{}` has {read} subscript{plural} here, but {written} where it is written",
                        operand.name
                    ),
                );
            }
        }
    }
}

fn same_labels(a: &[Sub], b: &[Sub]) -> bool {
    let among = |one: &[Sub], other: &[Sub]| {
        one.iter().all(|subscript| match subscript.kind {
            SubKind::Label(label) => has_label(other, label),
            SubKind::Ellipsis => has_ellipsis(other),
            SubKind::Fixed(_) | SubKind::Gathered(_) => true,
        })
    };
    among(a, b) && among(b, a)
}
