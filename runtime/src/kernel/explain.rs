//! What `einsum_path!` returns: every term with its steps and costs, and the copies that are made first.

use core::fmt;

use super::gather::gathers;
use super::resolve::{KnownExtents, Operands, Resolved, UNKNOWN};
use super::spec::{ELLIPSIS, ELLIPSIS_SLOTS, FIXED, GATHERED, Size, Spec, Subscripts};
use super::term::Terms;
use crate::contract::{self, ContractionPath};
use crate::error::ShapeError;
use crate::nest::{Axes, LabelSet};

/// The plan of a kernel: what [`einsum!`] does for operands of these extents. It prints as a report.
///
/// [`einsum!`]: https://docs.rs/ndweave/latest/ndweave/macro.einsum.html
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EinsumPath {
    notation: String,
    terms: Vec<TermPath>,
    copies: Vec<String>,
    gathers: Vec<String>,
}

/// The plan of one term of a kernel.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum TermPath {
    /// A product of operands: pairwise steps.
    Contraction(ContractionPath),
    /// Any other expression: one loop nest that evaluates it at every point.
    Nest(NestPath),
}

/// The plan of a term that runs as one loop nest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NestPath {
    operands: Vec<String>,
    summed: Vec<String>,
    points: u64,
}

impl EinsumPath {
    /// The kernel as it was written.
    pub fn notation(&self) -> &str {
        &self.notation
    }

    /// The plans of its terms, in the order in which they run.
    pub fn terms(&self) -> &[TermPath] {
        &self.terms
    }

    /// The operands that are the output itself and are copied first, because the kernel reads them at other labels than
    /// it writes, or under a sum.
    pub fn copies(&self) -> &[String] {
        &self.copies
    }

    /// The operands of which a copy is made first, at the entries that their index arrays name, because a product of matrices reads each of
    /// those again and again. (Others are read where they are.)
    pub fn gathers(&self) -> &[String] {
        &self.gathers
    }
}

impl NestPath {
    /// The operands with their labels.
    pub fn operands(&self) -> &[String] {
        &self.operands
    }

    /// The labels that are summed.
    pub fn summed(&self) -> &[String] {
        &self.summed
    }

    /// At how many points the expression is evaluated; `u64::MAX` where they are more.
    pub fn points(&self) -> u64 {
        self.points
    }
}

/// The plan of a kernel.
///
/// # Errors
///
/// When run-time extents differ, or an index is out of bounds.
pub fn explain<K, X, T, C, const L: usize, const N: usize>(
    _: K,
    operands: X,
    fixed: &[isize],
    terms: Terms<T, C>,
    notation: &str,
    copies: &[&str],
) -> Result<EinsumPath, ShapeError>
where
    K: Size<L, N>,
    X: Operands + KnownExtents<K, L>,
    C: TermKinds,
{
    let resolved = Resolved::<L, N>::new::<K, X>(&operands, fixed)?;
    gathers(&K::SPEC, &operands)?;
    let mut kinds = Vec::new();
    terms.list.kinds(&mut kinds);
    let view = Explained { spec: &K::SPEC, extents: &resolved.extents, axes: &resolved.axes };
    let terms = kinds.iter().zip(K::SPEC.terms).map(|(kind, operands)| view.term(*kind, operands)).collect();
    let contractions = kinds.iter().zip(K::SPEC.terms).filter(|(kind, _)| matches!(kind, TermKind::Contraction(..)));
    let factors = contractions.flat_map(|(_, operands)| *operands);
    let gathers = factors.filter(|&&id| K::SPEC.is_gathered(id)).map(|&id| K::SPEC.written(id)).collect();
    let copies = copies.iter().map(|&name| name.into()).collect();
    Ok(EinsumPath { notation: notation.into(), terms, copies, gathers })
}

/// How a term runs.
#[derive(Clone, Copy)]
pub enum TermKind {
    /// As a contraction of elements of this type and size.
    Contraction(&'static str, usize),
    /// As one loop nest.
    Nest,
}

/// The kinds of a list of terms.
pub trait TermKinds {
    /// Pushes them, in the order in which the terms run.
    fn kinds(&self, kinds: &mut Vec<TermKind>);
}

struct Explained<'a> {
    spec: &'a Spec,
    extents: &'a [usize],
    axes: &'a [Axes],
}

impl Explained<'_> {
    /// The labels of some subscripts, those of an ellipsis included.
    fn labels(&self, subscripts: &Subscripts) -> Vec<u8> {
        let named = self.spec.labels.len();
        let slots = (0..ELLIPSIS_SLOTS).rev().map(|slot| named + slot);
        let ellipsis = slots.filter(|&slot| self.extents.get(slot).is_some_and(|&extent| extent != UNKNOWN));
        let mut labels = Vec::new();
        for &axis in subscripts.axes {
            match axis {
                ELLIPSIS => labels.extend(ellipsis.clone().map(|slot| slot as u8)),
                FIXED | GATHERED => {}
                label if labels.contains(&label) => {}
                label => labels.push(label),
            }
        }
        labels
    }

    fn term(&self, kind: TermKind, numbers: &[u8]) -> TermPath {
        let name = |label: usize| match self.spec.labels.get(label) {
            Some(name) => name.to_string(),
            None => format!("..{}", label - self.spec.labels.len() + 1),
        };
        let names: Vec<String> = (0..self.extents.len()).map(name).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let operands: Vec<&Subscripts> = numbers.iter().map(|&number| &self.spec.operands[number as usize]).collect();
        let own = |number: u8| {
            let (subscripts, axes) = (&self.spec.operands[number as usize], &self.axes[number as usize]);
            self.labels(subscripts).into_iter().filter(|&label| axes.labels().contains(label))
        };
        // Those of index arrays first, as in the copy of what is gathered.
        let carried = |&number: &u8| {
            let indices = self.spec.gathers.iter().filter(|gather| gather.operand == number);
            let mut labels: Vec<u8> = Vec::new();
            for label in indices.flat_map(|gather| own(gather.index)).chain(own(number)) {
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
            labels
        };
        let labels: Vec<Vec<u8>> = numbers.iter().map(carried).collect();
        let output = self.labels(&self.spec.output);
        match kind {
            TermKind::Contraction(element, size) => {
                let named: Vec<(&str, &[u8])> =
                    operands.iter().zip(&labels).map(|(operand, labels)| (operand.name, labels.as_slice())).collect();
                TermPath::Contraction(contract::explain(&names, &named, &output, self.extents, (element, size)))
            }
            TermKind::Nest => {
                let kept = LabelSet::of(&output);
                let all = labels.iter().fold(kept, |all, labels| all.or(LabelSet::of(labels)));
                let text = |labels: &mut dyn Iterator<Item = u8>| -> Vec<String> {
                    labels.map(|label| names[label as usize].to_owned()).collect()
                };
                TermPath::Nest(NestPath {
                    operands: operands
                        .iter()
                        .zip(&labels)
                        .zip(numbers)
                        .map(|((operand, labels), &number)| match self.spec.is_gathered(number) {
                            true => self.spec.written(number),
                            false => format!("{}[{}]", operand.name, text(&mut labels.iter().copied()).join(", ")),
                        })
                        .collect(),
                    summed: text(&mut all.minus(kept)),
                    points: all.points(self.extents),
                })
            }
        }
    }
}

impl fmt::Display for EinsumPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.notation)?;
        for copy in &self.copies {
            write!(f, "\ncopied first: `{copy}`, which is read at other labels than it is written, or under a sum")?;
        }
        for gathered in &self.gathers {
            write!(f, "\ngathered first: `{gathered}`, for a product of matrices")?;
        }
        for (number, term) in self.terms.iter().enumerate() {
            write!(f, "\nterm {}: {term}", number + 1)?;
        }
        Ok(())
    }
}

impl fmt::Display for TermPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TermPath::Contraction(path) => write!(f, "{path}"),
            TermPath::Nest(path) => write!(f, "{path}"),
        }
    }
}

impl fmt::Display for NestPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operands = if self.operands.is_empty() { "no operands".into() } else { self.operands.join(", ") };
        write!(f, "one loop nest over {operands}")?;
        if !self.summed.is_empty() {
            write!(f, ", summed over {}", self.summed.join(", "))?;
        }
        write!(f, "\n  points                {}", self.points)
    }
}
