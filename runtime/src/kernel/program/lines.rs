//! Programs that are one reduction along lines of neighbours: `sum[i](x[i])`, `max[j](c[i, j]) -> [i]`. The notation says so, and then a call
//! needs no tables of labels: extents and strides are compared, and one job computes the outputs.

use super::super::resolve::Operands;
use super::super::spec::{Spec, is_same};
use super::spec::{Passes, Program, Range, Read};
use crate::nest::Lines;
use crate::shape::MAX_RANK;

/// Operands of such a program.
pub(super) const MOST: usize = 64;

/// Whether the notation alone says that a program is one reduction over the last axes of its operands, of which each has all labels in
/// one order, the output's first, or none; and perhaps a body that each value is put through. (Such a sum is never a product of matrices.)
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
        if !matches!(reduced.reads[read], Read::Operand(_) | Read::Flat(0)) {
            return false;
        }
        read += 1;
    }
    if !is_of_values(spec, passes) {
        return false;
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
    some && spec.gathers.is_empty() && !spec.stretch && spec.operands.len() <= MOST
}

/// Whether the body of such a program, if it has one, reads the values of the reduction and what is the same everywhere.
const fn is_of_values(spec: &Spec, passes: &Passes) -> bool {
    let mut read = 0;
    while read < passes.reads.len() {
        match passes.reads[read] {
            Read::Temp(0) | Read::Terms(0) => {}
            Read::Operand(number) if spec.operands[number as usize].axes.is_empty() => {}
            _ => return false,
        }
        read += 1;
    }
    true
}

/// The lines of a program that is one reduction along lines, and the extents of its operands; none where these are not neighbours, all laid out
/// alike, or where there is nothing.
#[inline(always)]
pub(super) fn lines<K: Program, X: Operands>(operands: &X, ranges: &[Range]) -> Option<(Lines, [usize; MAX_RANK])> {
    let (kept, rank) = const { (K::PROGRAM.outputs[0].axes.len(), K::SPEC.labels.len()) };
    let (mut extents, mut strides) = ([0; MAX_RANK], [0; MAX_RANK]);
    if !ranges.is_empty() || !operands.first_extents(&mut extents[..rank]) {
        return None;
    }
    let (mut size, mut points, mut axis) = (1, 0, rank);
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
