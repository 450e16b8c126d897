//! What a nest will do, told and not done: for plans that print.

use super::gather::Link;
use super::loops::{Loops, Work};
use super::order::{self, Style};
use super::{AxesRef, Carriers, pack};

/// How the innermost loop of a nest reads an operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Access {
    /// Neighbours: whole vectors are loaded.
    Contiguous,
    /// One element for the whole loop.
    Uniform,
    /// Elements that lie this many apart.
    Strided(isize),
    /// A tile is turned first, so that neighbours are read along another loop.
    Turned,
    /// A copy, made once, in which elements are neighbours.
    Copied,
    /// Elements at the entries that index arrays name.
    Gathered,
}

/// The loops of a pass, as they run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NestPlan {
    /// Outermost first: the labels that a loop walks, as ids, and how many steps it has.
    pub(crate) loops: Vec<(Vec<u8>, usize)>,
    /// How many of the loops are over labels of the output, and come first but for the innermost one.
    pub(crate) reduced: Vec<bool>,
    /// How each operand is read.
    pub(crate) access: Vec<Access>,
    /// The rows and points of the tiles in which the last two loops run, if operands are turned.
    pub(crate) tile: Option<(usize, usize)>,
    /// Whether the values of the innermost loop are joined across the vector at the end, and not lane by lane.
    pub(crate) across: bool,
}

/// Operands for a plan.
pub(crate) struct Planned<'a> {
    /// The axes of the operands, and then those of the index arrays.
    pub axes: &'a [AxesRef<'a>],
    pub links: &'a [Link],
}

impl Carriers for Planned<'_> {
    fn count(&self) -> usize {
        self.axes.len()
    }
    fn axes(&self, operand: usize) -> AxesRef<'_> {
        self.axes[operand]
    }
    fn link(&self, number: usize) -> Option<Link> {
        self.links.get(number).copied()
    }
}

/// The plan of a nest over operands and an output with these axes, of elements of at most `largest` bytes.
pub(crate) fn plan(
    extents: &[usize],
    operands: &Planned<'_>,
    out: AxesRef<'_>,
    folds: bool,
    largest: usize,
) -> NestPlan {
    let mut loops = Loops::new();
    let mut plan = NestPlan { loops: Vec::new(), reduced: Vec::new(), access: Vec::new(), tile: None, across: false };
    if !matches!(loops.fill(extents, operands, &[out]), Work::Points) {
        return plan;
    }
    let mut turned = 0;
    if folds {
        plan.across = order::order(&mut loops, !out.labels.is_empty()).style == Style::Dot;
    } else {
        order::order_map(&mut loops);
        let hoisted = hoisted(&loops);
        if pack::is_turned(largest) {
            turned = pack::limited(order::crosswise(&mut loops)) & !hoisted;
        }
        plan.tile = (turned != 0).then(|| pack::tile_of(largest));
    }
    let hoisted = hoisted(&loops);
    for row in 0..loops.len() {
        let labels = (0..64u8).filter(|label| loops.labels(row) >> label & 1 == 1).collect();
        plan.loops.push((labels, loops.extent(row)));
        plan.reduced.push(loops.is_summed(row));
    }
    for operand in 0..loops.own() {
        let stride = loops.len().checked_sub(1).map_or(0, |inner| loops.operand_strides(inner)[operand]);
        plan.access.push(match stride {
            _ if operand < 64 && hoisted >> operand & 1 == 1 => Access::Copied,
            _ if operand < 64 && turned >> operand & 1 == 1 => Access::Turned,
            _ if loops.len() > 0 && loops.is_gathered(loops.len() - 1, operand) => Access::Gathered,
            0 => Access::Uniform,
            1 => Access::Contiguous,
            stride => Access::Strided(stride),
        });
    }
    plan
}

/// The operands that are copied first, as bits.
fn hoisted(loops: &Loops) -> u64 {
    if !pack::may_hoist(loops) {
        return 0;
    }
    let inner = loops.len() - 1;
    let is = |&operand: &usize| pack::is_hoisted(loops, inner, operand);
    (0..loops.operands().min(64)).filter(is).fold(0, |bits, operand| bits | 1 << operand)
}
