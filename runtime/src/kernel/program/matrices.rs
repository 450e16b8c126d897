//! Reductions that are products of matrices: `sum[k](w[i, k] * x[k, j])` is one of them, and the contraction engine computes it.
//!
//! The nodes of a reduction tell of which entries of its list it is the product; the labels of these, and their extents, tell whether the engine
//! is worth it. Where it is not, the loop nest computes the reduction as any other.
//!
//! What every `unsafe` below relies on: the invariants of [`super::run`].

use super::super::spec::{ELLIPSIS, MAX_LABELS, Spec};
use super::spec::{Passes, Read};
use crate::contract::{self, Choice, Factor, Path, choose_path, may_be_matrices};
use crate::element::Element;
use crate::expr::{Args, Entry, Kind, Node, Part};
use crate::nest::{Axes, Carriers, Combine, LabelSet, Update};

/// The most factors of a reduction that the engine computes.
pub(super) const MAX_FACTORS: usize = 8;

/// Whether a reduction's node, the way it joins, and the update it meets its output with make it a sum of products.
pub(super) const fn is_sum_of_products<A: Args, T: Element, N: Node<A, T = T>, R: Combine<T>, U: Update<T>>() -> bool {
    let product = match N::FACTORS {
        Some(factors) => 2 <= factors && factors <= MAX_FACTORS,
        None => false,
    };
    product && R::IS_SUM && U::IN_PARTS
}

/// Whether the notation leaves room for a product of matrices in the reduction with a number.
pub(super) const fn has_matrices(spec: &Spec, passes: &Passes, number: usize) -> bool {
    let reduced = &passes.reductions[number];
    if reduced.reads.len() > MAX_FACTORS {
        return false;
    }
    let mut factors = [LabelSet::EMPTY; MAX_FACTORS];
    let mut at = 0;
    while at < reduced.reads.len() {
        factors[at] = match reduced.reads[at] {
            // The nest reads at what index arrays hold.
            Read::Operand(operand) if spec.is_gathered(operand) => return false,
            Read::Operand(operand) => labels(spec.operands[operand as usize].axes),
            Read::Temp(temp) => labels(passes.reductions[temp as usize].kept),
            // A label that nothing carries, or whose value is read.
            Read::Index(_) | Read::Flat(_) | Read::Terms(_) => return false,
        };
        at += 1;
    }
    may_be_matrices(factors.split_at(reduced.reads.len()).0, labels(reduced.kept))
}

/// Subscripts as labels; all that an ellipsis stands for is one more.
const fn labels(subscripts: &[u8]) -> LabelSet {
    const OTHERS: u8 = MAX_LABELS as u8 - 1;
    let (mut set, mut axis) = (LabelSet::EMPTY, 0);
    while axis < subscripts.len() {
        if subscripts[axis] == ELLIPSIS {
            set = set.with(OTHERS);
        } else if (subscripts[axis] as usize) < MAX_LABELS - 1 {
            set = set.with(subscripts[axis]);
        }
        axis += 1;
    }
    set
}

/// Of which entries of its list a reduction is the product.
#[derive(Clone, Copy, Default)]
pub struct Places {
    places: [u8; MAX_FACTORS],
    len: usize,
}

impl Places {
    /// Those of a node, which is a product.
    pub(super) fn of<A: Args, N: Node<A>>(node: &N) -> Self {
        let mut found = Places::default();
        node.parts(&mut |part| {
            if let Part::Factor(place) = part {
                found.places[found.len] = place as u8;
                found.len += 1;
            }
        });
        found
    }

    /// How the engine computes the product of the entries with these labels, if it does.
    pub(super) fn choose(
        &self,
        extents: &[usize],
        labels: impl Fn(usize) -> LabelSet,
        kept: LabelSet,
    ) -> Option<(Choice, Path)> {
        let mut sets = [LabelSet::EMPTY; MAX_FACTORS];
        let mut len = 0;
        for &place in &self.places[..self.len] {
            let labels = labels(place as usize);
            // What has no labels is one more scalar.
            if !labels.is_empty() {
                sets[len] = labels;
                len += 1;
            }
        }
        choose_path(extents, &sets[..len], kept)
    }
}

/// Computes `out update= sum of node` if the engine is worth it; whether it has.
///
/// # Safety
///
/// Invariants 1 and 2 of the room; [`is_sum_of_products`], `args` are the places of what `axes` tell, and all of these are operands or values of
/// reductions.
pub(super) unsafe fn contracted<A: Args, T: Element, N: Node<A, T = T>, U: Update<T>>(
    extents: &[usize],
    args: &A,
    axes: &dyn Carriers,
    node: &N,
    out: *mut T,
    out_axes: &Axes,
) -> bool {
    let places = Places::of(node);
    let Some((_, path)) = places.choose(extents, |place| axes.axes(place).set(), out_axes.labels()) else {
        return false;
    };
    let (mut entries, mut count) = ([None::<Entry>; MAX_FACTORS], 0);
    args.entries(&mut |entry| {
        entries[count] = Some(entry);
        count += 1;
    });
    let mut factors = [Factor::<T> { ptr: core::ptr::null(), axes: Axes::new() }; MAX_FACTORS];
    let (mut len, mut scale) = (0, None);
    let mut scaled = |scalar: T| scale = Some(scale.map_or(scalar, |scale: T| scale.times(scalar)));
    node.parts(&mut |part| match part {
        Part::Scalar(scalar) => scaled(scalar),
        Part::Factor(place) => {
            let Some(entry) = entries[place] else { return };
            let ptr = entry.at.cast::<T>();
            if entry.kind == Kind::Value || axes.axes(place).labels.is_empty() {
                // SAFETY: one element, of the type of the product (1).
                return scaled(unsafe { ptr.read() });
            }
            factors[len].ptr = ptr;
            axes.axes(place).iter().for_each(|(label, stride)| factors[len].axes.push(label, stride));
            len += 1;
        }
    });
    // SAFETY: the caller's promise. An intermediate that does not fit in memory is found before anything is written.
    unsafe { contract::product(extents, &factors[..len], &path, scale, out, out_axes, U::default()) }.is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::super::spec::Subscripts;
    use super::super::spec::Reduced;
    use super::*;

    #[test]
    fn an_ellipsis_is_a_label_of_its_own() {
        // sum[k](w[.., k] * x[k, j]) -> [.., j], and sum[k](w[.., k] * v[k]) -> [..], with labels j = 0 and k = 1.
        let operands = const {
            &[
                Subscripts { name: "w", axes: &[ELLIPSIS, 1] },
                Subscripts { name: "x", axes: &[1, 0] },
                Subscripts { name: "v", axes: &[1] },
            ]
        };
        let output = Subscripts { name: "", axes: &[ELLIPSIS, 0] };
        let spec =
            Spec { name: "broadcast", labels: &["j", "k"], operands, output, terms: &[], stretch: false, gathers: &[] };
        let reductions = const {
            &[
                Reduced { kept: &[ELLIPSIS, 0], over: &[1], reads: &[Read::Operand(0), Read::Operand(1)] },
                Reduced { kept: &[ELLIPSIS], over: &[1], reads: &[Read::Operand(0), Read::Operand(2)] },
                Reduced {
                    kept: &[ELLIPSIS, 0],
                    over: &[1],
                    reads: &[Read::Operand(0), Read::Operand(1), Read::Index(1)],
                },
            ]
        };
        let passes = Passes { outputs: &[], reductions, reads: &[], whole: false };
        assert_eq!([0, 1, 2].map(|number| has_matrices(&spec, &passes, number)), [true, false, false]);
    }
}
