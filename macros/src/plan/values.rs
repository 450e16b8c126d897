//! Values that cost much and are needed more often than there are of them: they get a pass of their own, as a reduction over nothing.
//!
//! In `x[i, j].exp() / sum[k](x[i, k].exp()) -> [i, j]` the sum goes over values that the body needs too; in
//! `sum[k](s[i, k].exp() * v[k, d]) -> …[i, d]` each is needed for every `d`. Both become
//!
//! ```text
//! t0 = each[](Exp(x))
//! ```
//!
//! Labels of one sum and of another, or of the output, are taken for the same where both read the same elements of the same operand.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::Expr;

use super::broadcast::{Kept, axes_of_output};
use crate::check::is_name;
use crate::ir::{
    Kind, Node, Operand, Outcome, Program, Reading, Reduction, Rule, Source, Sub, SubKind, axes_of, has_ellipsis,
    has_label, kept_axes, same_subscripts,
};

/// A value at each point, joined with no other.
static EACH: Rule = Rule { name: "each", constructor: "EachOf", reading: Reading::Value };

/// Functions that take as long as storing a value and loading it again, several times over.
const HEAVY: &[&str] = &[
    "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atan2", "Atanh", "Cbrt", "Cos", "Cosh", "Exp", "Exp2", "ExpM1", "Hypot",
    "Ln", "Ln1p", "Log", "Log10", "Log2", "Pow", "Powf", "Sin", "Sinh", "Tan", "Tanh",
];

/// Gives such values passes of their own. Only programs that have reductions: elsewhere the one pass may be over a few points, and a second one
/// would take longer than it saves.
pub fn separate_values(program: &mut Program) {
    // Each of them leaves a heavy function less where it was.
    while !program.positional
        && let Some(found) = shared(program).or_else(|| repeated(program))
    {
        separate(program, found);
    }
}

/// A value, and where it is first needed.
struct Found {
    value: Node,
    /// The number of the reduction.
    at: usize,
    /// Label to the label that it is taken for.
    same: Vec<(usize, usize)>,
}

/// A value of a reduction that a later pass needs too, and that both can have chunk by chunk.
fn shared(program: &Program) -> Option<Found> {
    for (at, reduction) in program.reductions.iter().enumerate().filter(|(_, reduction)| is_reduction(reduction)) {
        let later = program.reductions[at + 1..].iter().filter(|later| is_reduction(later)).map(|later| &later.body);
        for pass in program.outcome.nodes().into_iter().chain(later) {
            let found = largest(&reduction.body, program, &mut |value| {
                largest(pass, program, &mut |other| {
                    let Program { operands, scalars, .. } = program;
                    let same = Same { operands, scalars, reduced: &reduction.reduced, found: Vec::new() };
                    let same = same.of(value, other)?;
                    let found = Found { value: other.clone(), at, same };
                    (is_chunked(program, &found) && keeps_names(program, &found)).then_some(found)
                })
            });
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// A value of a reduction that lacks a label of it.
fn repeated(program: &Program) -> Option<Found> {
    program.reductions.iter().enumerate().filter(|(_, reduction)| is_reduction(reduction)).find_map(
        |(at, reduction)| {
            let all = axes_of(&reduction.body, &program.operands, &program.reductions);
            largest(&reduction.body, program, &mut |value| {
                let own = axes_of(value, &program.operands, &program.reductions);
                let fewer = all.labels.len() > own.labels.len() && !own.labels.is_empty();
                fewer.then(|| Found { value: value.clone(), at, same: Vec::new() })
            })
        },
    )
}

fn is_reduction(reduction: &Reduction) -> bool {
    reduction.rule.name != EACH.name
}

/// What `test` finds in the largest part of an expression that may be separated.
fn largest<T>(node: &Node, program: &Program, test: &mut dyn FnMut(&Node) -> Option<T>) -> Option<T> {
    if is_separable(node, program)
        && let Some(found) = test(node)
    {
        return Some(found);
    }
    node.parts().into_iter().find_map(|part| largest(part, program, test))
}

/// Whether an expression is worth a pass and means the same in another one.
fn is_separable(node: &Node, program: &Program) -> bool {
    let (mut heavy, mut plain) = (false, true);
    node.each(&mut |node| match &node.kind {
        Kind::Apply(constructor, _) => heavy |= HEAVY.contains(constructor),
        Kind::Call(..) => heavy = true,
        Kind::Operand(number) => plain &= is_plain(&program.operands[*number]),
        Kind::Local(_) | Kind::Block(..) | Kind::Index(_) => plain = false,
        Kind::Scalar(_) | Kind::Literal(_) | Kind::Temp(..) | Kind::Cast(..) => {}
    });
    heavy && plain
}

/// Whether an operand is the same wherever its name stands.
fn is_plain(operand: &Operand) -> bool {
    let labels = operand.subscripts.iter().all(|subscript| matches!(subscript.kind, SubKind::Label(_)));
    operand.source == Source::Borrowed && is_name(&operand.expr) && labels
}

/// Whether two expressions are the same value, some labels of the first one taken for others.
struct Same<'a> {
    operands: &'a [Operand],
    scalars: &'a [Expr],
    /// The labels that may be taken for others.
    reduced: &'a [usize],
    found: Vec<(usize, usize)>,
}

impl Same<'_> {
    fn of(mut self, one: &Node, other: &Node) -> Option<Vec<(usize, usize)>> {
        self.nodes(one, other).then_some(self.found)
    }

    fn nodes(&mut self, one: &Node, other: &Node) -> bool {
        match (&one.kind, &other.kind) {
            (Kind::Operand(one), Kind::Operand(other)) => self.elements(&self.operands[*one], &self.operands[*other]),
            (Kind::Scalar(one), Kind::Scalar(other)) => {
                let texts = [one, other].map(|number| self.scalars[*number].to_token_stream());
                // A call may give another value.
                let called = texts[0].clone().into_iter().any(|token| matches!(token, TokenTree::Group(_)));
                one == other || (!called && texts[0].to_string() == texts[1].to_string())
            }
            (Kind::Literal(one), Kind::Literal(other)) => one.to_string() == other.to_string(),
            (Kind::Temp(one, reading), Kind::Temp(other, other_reading)) => one == other && reading == other_reading,
            (Kind::Apply(one, arguments), Kind::Apply(other, others)) => one == other && self.lists(arguments, others),
            (Kind::Call(one, arguments), Kind::Call(other, others)) => one == other && self.lists(arguments, others),
            (Kind::Cast(one, to), Kind::Cast(other, other_to)) => to == other_to && self.nodes(one, other),
            _ => false,
        }
    }

    fn lists(&mut self, ones: &[Node], others: &[Node]) -> bool {
        ones.len() == others.len() && ones.iter().zip(others).all(|(one, other)| self.nodes(one, other))
    }

    fn elements(&mut self, one: &Operand, other: &Operand) -> bool {
        let plain = one.name == other.name && is_plain(one) && is_plain(other);
        plain && one.subscripts.len() == other.subscripts.len() && {
            let mut axes = one.subscripts.iter().zip(&other.subscripts);
            axes.all(|(one, other)| match (&one.kind, &other.kind) {
                (&SubKind::Label(one), &SubKind::Label(other)) => self.labels(one, other),
                _ => false,
            })
        }
    }

    fn labels(&mut self, one: usize, other: usize) -> bool {
        if let Some(&(_, taken)) = self.found.iter().find(|(label, _)| *label == one) {
            return taken == other;
        }
        let free = self.reduced.contains(&one) && self.found.iter().all(|&(_, taken)| taken != other);
        if one != other && free {
            self.found.push((one, other));
            return true;
        }
        one == other
    }
}

/// Whether the values are scratch of a few points at a time: the output, the reduction and the value have a label in common.
fn is_chunked(program: &Program, found: &Found) -> bool {
    let value = axes_of(&found.value, &program.operands, &program.reductions);
    let kept = kept_axes(&program.reductions[found.at], &program.operands, &program.reductions);
    let outputs = program.outcome.outputs();
    let output = outputs.first().map_or(Vec::new(), |output| axes_of_output(output));
    !outputs.iter().any(|output| has_ellipsis(output))
        && kept.labels.iter().any(|label| value.labels.contains(label) && output.contains(&Kept::Label(*label)))
}

/// Whether a reduction whose labels are taken for others says the same to mistakes: the labels are spelled alike, or whatever has one has the other
/// one in the same place. They are also no longer two labels of the reduction, and no other pass's.
fn keeps_names(program: &Program, found: &Found) -> bool {
    let reduction = &program.reductions[found.at];
    let axes = axes_of(&reduction.body, &program.operands, &program.reductions);
    found.same.iter().all(|&(label, other)| {
        let spelled_alike = program.labels[label] == program.labels[other];
        let has_both = |operand: &Operand| {
            let renamed = renamed(&operand.subscripts, &[(label, other)]);
            let same = |one: &Operand| one.name == operand.name && same_subscripts(&one.subscripts, &renamed);
            is_plain(operand) && program.operands.iter().any(same)
        };
        let mut carriers = program.operands.iter().filter(|operand| has_label(&operand.subscripts, label));
        let elsewhere = program.reductions.iter().enumerate().any(|(number, reduction)| {
            let reads = axes_of(&reduction.body, &program.operands, &program.reductions);
            number != found.at && reads.labels.contains(&label)
        });
        !elsewhere && !axes.labels.contains(&other) && carriers.all(|operand| spelled_alike || has_both(operand))
    })
}

fn renamed(subscripts: &[Sub], same: &[(usize, usize)]) -> Vec<Sub> {
    let mut subscripts = subscripts.to_vec();
    for subscript in &mut subscripts {
        match &mut subscript.kind {
            SubKind::Label(label) => rename(label, same),
            SubKind::Gathered(gathered) => gathered.subscripts = renamed(&gathered.subscripts, same),
            SubKind::Ellipsis | SubKind::Fixed(_) => {}
        }
    }
    subscripts
}

fn rename(label: &mut usize, same: &[(usize, usize)]) {
    if let Some(&(_, other)) = same.iter().find(|(one, _)| one == label) {
        *label = other;
    }
}

/// Makes a value a reduction over nothing, in front of the reduction that needs it first, and reads it wherever it stands.
fn separate(program: &mut Program, Found { value, at, same }: Found) {
    for operand in &mut program.operands {
        operand.subscripts = renamed(&operand.subscripts, &same);
    }
    let reduced = &mut program.reductions[at];
    reduced.reduced.iter_mut().for_each(|label| rename(label, &same));
    reduced.body.each_mut(&mut |node| {
        if let Kind::Index(label) = &mut node.kind {
            rename(label, &same);
        }
    });
    let Program { operands, scalars, reductions, outcome, .. } = program;
    // The labels are one now, and so are all appearances of the value. What is counted is counted with one more reduction.
    let replace = |node: &mut Node| {
        node.each_mut(&mut |node| {
            if (Same { operands, scalars, reduced: &[], found: Vec::new() }).nodes(node, &value) {
                node.kind = Kind::Temp(at, Reading::Value);
            } else if let Kind::Temp(number, _) = &mut node.kind
                && *number >= at
            {
                *number += 1;
            }
        });
    };
    reductions.iter_mut().for_each(|reduction| replace(&mut reduction.body));
    outcome.nodes_mut().into_iter().for_each(replace);
    let span = value.span;
    reductions.insert(at, Reduction { rule: &EACH, span, reduced: Vec::new(), body: value });
    drop_repeated_operands(program, &same);
}

/// Drops operands that are others now that labels are the same.
fn drop_repeated_operands(program: &mut Program, same: &[(usize, usize)]) {
    let others: Vec<usize> = same.iter().map(|&(_, other)| other).collect();
    for number in (0..program.operands.len()).rev() {
        let operand = &program.operands[number];
        let alike = |other: &Operand| {
            other.name == operand.name && is_plain(other) && same_subscripts(&other.subscripts, &operand.subscripts)
        };
        let renamed =
            is_plain(operand) && !operand.indexes && others.iter().any(|&label| has_label(&operand.subscripts, label));
        let kept = program.operands[..number].iter().position(|other| !other.indexes && alike(other));
        if let (true, Some(kept)) = (renamed, kept) {
            drop_operand(program, number, kept);
        }
    }
}

/// Drops an operand, in the place of which another one is read.
fn drop_operand(program: &mut Program, dropped: usize, kept: usize) {
    let new = |number: usize| match number {
        number if number == dropped => kept,
        number if number > dropped => number - 1,
        number => number,
    };
    program.operands.remove(dropped);
    let outputs = match &mut program.outcome {
        Outcome::New(subscripts, _) => vec![subscripts],
        Outcome::Into(_, writes) => writes.iter_mut().map(|write| &mut write.subscripts).collect(),
    };
    let subscripts = program.operands.iter_mut().map(|operand| &mut operand.subscripts).chain(outputs);
    for subscript in subscripts.flatten() {
        if let SubKind::Gathered(gathered) = &mut subscript.kind {
            gathered.index = new(gathered.index);
        }
    }
    let bodies = program.reductions.iter_mut().map(|reduction| &mut reduction.body);
    for node in bodies.chain(program.outcome.nodes_mut()) {
        node.each_mut(&mut |node| {
            if let Kind::Operand(number) = &mut node.kind {
                *number = new(*number);
            }
        });
    }
}
