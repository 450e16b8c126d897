//! What the notation alone decides: which operands are read in place, which terms share a pass, and which are products
//! that the contraction engine runs.

mod broadcast;
mod last_exit;
mod retired;
mod routine;
mod values;

pub use broadcast::{Kept, ProgramPlan, plan_broadcast};
pub use last_exit::last_exit;
pub use routine::{is_varying, plan_ufunc};

use crate::ir::{Contraction, Kind, Node, Output, Source, SubKind, Term, Update, gathered, has_label, same_subscripts};

/// The terms of a kernel as they run, in order.
pub struct Plan {
    pub terms: Vec<PlannedTerm>,
}

/// One term as it runs.
pub struct PlannedTerm {
    pub negative: bool,
    pub work: Work,
    /// The operands that it reads.
    pub operands: Vec<usize>,
    pub span: proc_macro2::Span,
}

/// How a term runs.
pub enum Work {
    /// A contraction: a product of operands and scalars.
    Product { scales: Vec<Node> },
    /// One loop nest over any expression.
    General(Node),
}

/// Plans a checked kernel; marks in it the operands that are the output.
pub fn plan_einsum(kernel: &mut Contraction) -> Plan {
    mark_output_operands(kernel);
    let sums: Vec<bool> = kernel.terms.iter().map(|term| term_sums(term, kernel)).collect();
    let in_place = kernel.operands.iter().any(|operand| operand.source == Source::InPlace(0));
    let elementwise = sums.iter().filter(|&&sums| !sums).count();
    // One pass for all terms without a sum: needed where the output is read in place (only the first term may read it), and
    // the cheapest where nothing is summed at all.
    let merge = elementwise > 1 && (in_place || elementwise == sums.len());
    let mut terms = Vec::new();
    if merge {
        terms.push(merged(kernel.terms.iter().zip(&sums).filter(|&(_, &sums)| !sums).map(|(term, _)| term)));
    }
    let rest = kernel.terms.iter().zip(&sums).filter(|&(_, &sums)| sums || !merge);
    terms.extend(rest.map(|(term, &sums)| planned(term, sums, kernel)));
    // A term that reads the output in place runs before any that writes it.
    terms.sort_by_key(|term| !term.operands.iter().any(|&number| kernel.operands[number].source == Source::InPlace(0)));
    Plan { terms }
}

/// Finds the operands that are the output itself, and how each is read.
fn mark_output_operands(kernel: &mut Contraction) {
    let Output::Into { name, subscripts, .. } = &kernel.output else { return };
    let (name, subscripts) = (name.clone(), subscripts.clone());
    let summing: Vec<usize> =
        kernel.terms.iter().filter(|term| term_sums(term, kernel)).flat_map(|term| term.value.operands()).collect();
    for (number, operand) in kernel.operands.iter_mut().enumerate() {
        if operand.name == name {
            let in_place =
                same_subscripts(&operand.subscripts, &subscripts) && !summing.contains(&number) && !operand.indexes;
            operand.source = if in_place { Source::InPlace(0) } else { Source::Snapshot(0) };
        }
    }
}

/// Whether a term has a label that the output lacks.
fn term_sums(term: &Term, kernel: &Contraction) -> bool {
    let kept =
        |label| kernel.output.subscripts().iter().any(|sub| matches!(sub.kind, SubKind::Label(kept) if kept == label));
    let operands = term.value.operands();
    (0..kernel.labels.len()).any(|label| {
        !kept(label) && operands.iter().any(|&number| has_label(&kernel.operands[number].subscripts, label))
    })
}

/// Several terms without a sum as one expression, in their order.
fn merged<'a>(mut terms: impl Iterator<Item = &'a Term>) -> PlannedTerm {
    let mut sum: Option<Node> = None;
    let mut first_span = proc_macro2::Span::call_site();
    for term in terms.by_ref() {
        let apply = |constructor, arguments| Node { kind: Kind::Apply(constructor, arguments), span: term.span };
        sum = Some(match sum {
            Some(sum) => apply(if term.negative { "Sub" } else { "Add" }, vec![sum, term.value.clone()]),
            None => {
                first_span = term.span;
                if term.negative { apply("Neg", vec![term.value.clone()]) } else { term.value.clone() }
            }
        });
    }
    let value = sum.unwrap_or(Node { kind: Kind::Literal(quote::quote!(0)), span: first_span });
    PlannedTerm { negative: false, operands: value.operands(), work: Work::General(value), span: first_span }
}

fn planned(term: &Term, sums: bool, kernel: &Contraction) -> PlannedTerm {
    let mut product = Product::default();
    let in_place = |number: &usize| kernel.operands[*number].source == Source::InPlace(0);
    let is_product = product.collect(&term.value)
        && !product.factors.is_empty()
        && !product.factors.iter().any(in_place)
        && (multiplies_matrices(&product.factors, kernel) || !product.factors.iter().any(|&factor| is_gathered(factor, kernel)))
        // Without a sum, Rust's own order of operations is kept. (NumPy's string form has none.)
        && (sums || kernel.stretch || (product.scales.is_empty() && product.factors.len() <= 2));
    if is_product {
        return PlannedTerm {
            negative: term.negative ^ product.negative,
            operands: product.factors,
            work: Work::Product { scales: product.scales },
            span: term.span,
        };
    }
    PlannedTerm {
        negative: term.negative,
        operands: term.value.operands(),
        work: Work::General(term.value.clone()),
        span: term.span,
    }
}

/// Whether an operand is read through index arrays.
fn is_gathered(operand: usize, kernel: &Contraction) -> bool {
    gathered(&kernel.operands[operand].subscripts).next().is_some()
}

/// Whether the factors make products of matrices, for which a copy of what is gathered pays: each of its elements is read again and
/// again. Of others a loop nest reads each where it is, `t[ix[i, k], j] * w[i, k] -> [i, j]`.
fn multiplies_matrices(factors: &[usize], kernel: &Contraction) -> bool {
    let &[left, right] = factors else { return factors.len() > 2 };
    let has = |operand: usize, label| has_label(&kernel.operands[operand].subscripts, label);
    let kept = |label| has_label(kernel.output.subscripts(), label);
    let any = |of: &dyn Fn(usize) -> bool| (0..kernel.labels.len()).any(of);
    any(&|label| has(left, label) && has(right, label) && !kept(label))
        && any(&|label| has(left, label) && !has(right, label) && kept(label))
        && any(&|label| !has(left, label) && has(right, label) && kept(label))
}

/// A product being taken apart.
#[derive(Default)]
struct Product {
    negative: bool,
    factors: Vec<usize>,
    scales: Vec<Node>,
}

impl Product {
    /// Adds the factors of an expression; whether it is a product.
    fn collect(&mut self, node: &Node) -> bool {
        match &node.kind {
            Kind::Operand(number) => self.factors.push(*number),
            Kind::Scalar(_) | Kind::Literal(_) => self.scales.push(node.clone()),
            Kind::Apply("Mul", sides) => return sides.iter().all(|side| self.collect(side)),
            Kind::Apply("Neg", inner) => {
                self.negative ^= true;
                return inner.iter().all(|inner| self.collect(inner));
            }
            _ => return false,
        }
        true
    }
}

/// Whether the kernel's result is one number.
pub fn is_scalar(output: &Output) -> bool {
    matches!(output, Output::New(subscripts) if subscripts.is_empty())
}

/// The constructor that the update of an existing output uses.
pub fn update_name(update: Update) -> &'static str {
    match update {
        Update::Assign => "Assign",
        Update::Add => "Accumulate",
        Update::Subtract => "Deduct",
        Update::Multiply => "Multiply",
        Update::Divide => "Divide",
        Update::Other => "Assign",
    }
}
