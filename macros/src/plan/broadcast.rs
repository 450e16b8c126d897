//! What the notation of `broadcast!` decides: what every pass reads, which reduction may write the output itself, and
//! which operands are read in the output.

use super::values::separate_values;
use crate::ir::{
    Kind, Node, Operand, Outcome, Program, Range, Read, Reading, Reduction, Source, Sub, SubKind, has_label, kept_axes,
    same_subscripts,
};

/// The passes of a program.
pub struct ProgramPlan {
    pub reductions: Vec<PlannedReduction>,
    /// What the last pass reads.
    pub reads: Vec<Read>,
    /// Whether the last reduction writes the output itself, so that no pass is left.
    pub last: bool,
    /// Whether what it writes is a function of its values: the body's.
    pub closes: bool,
    /// Whether a reduction reads an output in place: it must be whole before anything is written.
    pub whole: bool,
}

/// One reduction as it runs.
pub struct PlannedReduction {
    /// The axes of its result.
    pub kept: Vec<Kept>,
    pub reads: Vec<Read>,
}

/// One axis of the result of a reduction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    Label(usize),
    Ellipsis,
}

/// Plans a checked program; marks in it the operands that are outputs, and lists outputs whose extents decide.
pub fn plan_broadcast(program: &mut Program) -> ProgramPlan {
    mark_output_operands(program);
    list_deciding_outputs(program);
    separate_values(program);
    open_large_ranges(program);
    let mut reductions: Vec<PlannedReduction> = Vec::new();
    for (number, reduction) in program.reductions.iter().enumerate() {
        reductions.push(plan_reduction(number, reduction, program, &reductions));
    }
    let reads = reads_of(&program.outcome.nodes());
    let mut plan = ProgramPlan { reductions, reads, last: false, closes: false, whole: false };
    plan.whole = plan.reductions.iter().flat_map(|reduction| &reduction.reads).any(|&read| reads_output(read, program));
    if !plan.whole
        && let Some(value) = last_value(program, &plan)
    {
        (plan.last, plan.closes) = (true, !matches!(value.kind, Kind::Temp(_, Reading::Value)));
    }
    plan
}

fn reads_output(read: Read, program: &Program) -> bool {
    matches!(read, Read::Operand(number) if matches!(program.operands[number].source, Source::InPlace(_)))
}

fn plan_reduction(
    number: usize,
    reduction: &Reduction,
    program: &Program,
    earlier: &[PlannedReduction],
) -> PlannedReduction {
    let mut reads = reads_of(&[&reduction.body]);
    if reduction.rule.reading == Reading::Place {
        reads.push(Read::Flat(number));
    }
    // In `sum[k in 0..3](x[i])` nothing that is read has `k`, along which the nest must step: its value does.
    for &label in &reduction.reduced {
        let has = |read: &Read| match *read {
            Read::Operand(operand) => has_label(&program.operands[operand].subscripts, label),
            Read::Temp(temp) => earlier[temp].kept.contains(&Kept::Label(label)),
            Read::Index(index) => index == label,
            Read::Flat(_) => true,
            Read::Terms(_) => false,
        };
        if !reads.iter().any(has) {
            reads.push(Read::Index(label));
        }
    }
    PlannedReduction { kept: kept(reduction, program), reads }
}

/// The axes of a reduction's result, in the order in which the first output has them.
fn kept(reduction: &Reduction, program: &Program) -> Vec<Kept> {
    let axes = kept_axes(reduction, &program.operands, &program.reductions);
    let outputs = program.outcome.outputs();
    let first = outputs.first().map_or(Vec::new(), |first| axes_of_output(first));
    let mut rest: Vec<usize> =
        axes.labels.iter().copied().filter(|&label| !first.contains(&Kept::Label(label))).collect();
    rest.sort_unstable();
    let ours = |axis: &Kept| match axis {
        Kept::Label(label) => axes.labels.contains(label),
        Kept::Ellipsis => axes.ellipsis,
    };
    first.into_iter().filter(ours).chain(rest.into_iter().map(Kept::Label)).collect()
}

pub(super) fn axes_of_output(subscripts: &[Sub]) -> Vec<Kept> {
    let axis = |subscript: &Sub| match subscript.kind {
        SubKind::Label(label) => Some(Kept::Label(label)),
        SubKind::Ellipsis => Some(Kept::Ellipsis),
        SubKind::Fixed(_) | SubKind::Gathered(_) => None,
    };
    subscripts.iter().filter_map(axis).collect()
}

/// What expressions read, each once, in order of appearance.
fn reads_of(nodes: &[&Node]) -> Vec<Read> {
    let mut reads = Vec::new();
    let mut add = |read| {
        if !reads.contains(&read) {
            reads.push(read);
        }
    };
    for node in nodes {
        node.each(&mut |node| match node.kind {
            Kind::Operand(number) => add(Read::Operand(number)),
            Kind::Index(label) => add(Read::Index(label)),
            Kind::Temp(number, reading) => {
                add(Read::Temp(number));
                if reading == Reading::Mean {
                    add(Read::Terms(number));
                }
            }
            _ => {}
        });
    }
    reads
}

/// Elements of a result that may lie in the value itself, on the stack.
const INLINE: usize = 1 << 16;

/// Extents of ranges that would make a result too large for the stack are known at run time only, so that it lies on the heap.
fn open_large_ranges(program: &mut Program) {
    let Outcome::New(subscripts, _) = &program.outcome else { return };
    let in_result = |range: &&mut Range| has_label(subscripts, range.label);
    let elements = program.ranges.iter_mut().filter(in_result).filter_map(|range| range.extent);
    if elements.fold(1usize, usize::saturating_mul) > INLINE {
        program.ranges.iter_mut().filter(in_result).for_each(|range| range.extent = None);
    }
}

/// Finds the operands that are outputs, and how each is read: by the last pass at other labels than it is written, from
/// a copy; otherwise in place.
fn mark_output_operands(program: &mut Program) {
    let Outcome::Into(_, writes) = &program.outcome else { return };
    let mut sources = Vec::new();
    for (number, operand) in program.operands.iter().enumerate() {
        let target = writes.iter().position(|write| write.name == operand.name);
        sources.push(target.map_or(Source::Borrowed, |target| {
            let moved = !same_subscripts(&operand.subscripts, &writes[target].subscripts);
            let in_body = program.outcome.nodes().iter().any(|node| node.operands().contains(&number));
            if (moved && in_body) || operand.indexes { Source::Snapshot(target) } else { Source::InPlace(target) }
        }));
    }
    for (operand, source) in program.operands.iter_mut().zip(sources) {
        operand.source = source;
    }
}

/// An output with a label that no operand carries is listed among the operands, though no pass reads it there: the
/// label's extent is the output's.
fn list_deciding_outputs(program: &mut Program) {
    let Outcome::Into(_, writes) = &program.outcome else { return };
    for (number, write) in writes.iter().enumerate() {
        let unknown = |subscript: &Sub| match subscript.kind {
            SubKind::Label(label) => !program.operands.iter().any(|operand| has_label(&operand.subscripts, label)),
            SubKind::Ellipsis | SubKind::Fixed(_) | SubKind::Gathered(_) => false,
        };
        if !write.subscripts.iter().any(unknown) {
            continue;
        }
        let mut subscripts = write.subscripts.clone();
        for subscript in &mut subscripts {
            // An index is evaluated once, for the output itself.
            if let SubKind::Fixed(index) = &mut subscript.kind {
                **index = syn::parse_quote!(0);
            }
        }
        let (expr, name, span, source) = (write.expr.clone(), write.name.clone(), write.span, Source::InPlace(number));
        program.operands.push(Operand { expr, name, span, subscripts, source, indexes: false });
    }
}

/// What the last pass gives, where that is the result of the last reduction at each point, or a light function of it.
fn last_value<'a>(program: &'a Program, plan: &ProgramPlan) -> Option<&'a Node> {
    let value = match &program.outcome {
        Outcome::New(_, value) => value,
        Outcome::Into(lets, writes) => match (lets.as_slice(), writes.as_slice()) {
            ([], [write]) if write.mask.is_none() => &write.value,
            _ => return None,
        },
    };
    let number = plan.reductions.len().checked_sub(1)?;
    let output = program.outcome.outputs().first().map_or(Vec::new(), |output| axes_of_output(output));
    let plain = matches!(value.kind, Kind::Temp(last, Reading::Value) if last == number);
    let closes = || closes(value, number) && !may_be_product(&program.reductions[number]);
    (plan.reductions[number].kept == output && (plain || closes())).then_some(value)
}

/// Functions whose values have the type of their arguments, and that take about as long as an addition or two.
const CLOSING: &[&str] = &["Add", "Clamp", "Div", "Max", "Min", "Mul", "MulAdd", "Neg", "Powi", "Recip", "Sqrt", "Sub"];

/// Whether an expression is a light function of the result of a reduction, of its type, and of literals.
fn closes(node: &Node, number: usize) -> bool {
    match &node.kind {
        Kind::Temp(last, Reading::Value | Reading::Mean) => *last == number,
        Kind::Literal(_) => true,
        Kind::Apply(constructor, arguments) => {
            CLOSING.contains(constructor) && arguments.iter().all(|argument| closes(argument, number))
        }
        _ => false,
    }
}

/// Whether a reduction may be a sum of products, which the contraction engine computes.
fn may_be_product(reduction: &Reduction) -> bool {
    fn is_product(node: &Node) -> bool {
        match &node.kind {
            Kind::Apply("Mul", _) => true,
            Kind::Apply("Neg", arguments) => arguments.iter().all(is_product),
            Kind::Block(_, tail) => is_product(tail),
            _ => false,
        }
    }
    matches!(reduction.rule.name, "sum" | "mean") && is_product(&reduction.body)
}
