//! Programs that are one reduction along lines of neighbours: `sum[i](x[i])`, `max[j](c[i, j]) -> [i]`. The notation says so, and then a call
//! needs no tables of labels: extents and strides are compared, and one job computes the outputs.

use super::super::resolve::Operands;
use super::super::spec::{Spec, is_same};
use super::spec::{Passes, Program, Range, Read};
use crate::nest::Lines;
use crate::shape::MAX_RANK;

/// Whether the notation alone says that a program is one reduction over the last axes of its operands, of which each has all labels in
/// one order, the output's first, or none.
pub(super) const fn is_along_lines(spec: &Spec, passes: &Passes) -> bool {
    let (&[reduced], &[output]) = (passes.reductions, passes.outputs) else { return false };
    let (kept, over) = (reduced.kept, reduced.over);
    let labels = kept.len() + over.len();
    if !is_same(output.axes, kept) || over.is_empty() || labels != spec.labels.len() || labels > MAX_RANK {
        return false;
    }
    // Extents are found by label below.
    let mut label = 0;
    while label < kept.len() {
        if kept[label] as usize != label {
            return false;
        }
        label += 1;
    }
    let mut read = 0;
    while read < reduced.reads.len() {
        if !matches!(reduced.reads[read], Read::Operand(_)) {
            return false;
        }
        read += 1;
    }
    let (mut operand, mut some) = (0, false);
    while operand < spec.operands.len() {
        let axes = spec.operands[operand].axes;
        if !axes.is_empty() {
            if axes.len() != labels {
                return false;
            }
            let (first, last) = axes.split_at(kept.len());
            if !is_same(first, kept) || !is_same(last, over) {
                return false;
            }
            some = true;
        }
        operand += 1;
    }
    some && spec.gathers.is_empty() && !spec.stretch
}

/// The lines of a program that is one reduction along lines, and the extents of its outputs; none where its operands are not neighbours, all
/// laid out alike.
#[inline(always)]
pub(super) fn lines<K: Program, X: Operands>(operands: &X, ranges: &[Range]) -> Option<(Lines, [usize; MAX_RANK])> {
    let (kept, rank) = const { (K::PROGRAM.outputs[0].axes.len(), K::SPEC.labels.len()) };
    let (mut extents, mut strides) = ([0; MAX_RANK], [0; MAX_RANK]);
    if !ranges.is_empty() || !operands.first_extents(&mut extents[..rank]) {
        return None;
    }
    let (mut size, mut points, mut axis) = (1, 1, rank);
    while axis > 0 {
        axis -= 1;
        strides[axis] = size as isize;
        size *= extents[axis];
        if axis == kept {
            points = size;
        }
    }
    if points == 0 || !operands.are_alike(&extents[..rank], &strides[..rank]) {
        return None;
    }
    Some((Lines { count: size / points, points }, extents))
}
