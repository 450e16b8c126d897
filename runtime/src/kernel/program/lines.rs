//! Programs that are one reduction along lines of neighbours: `sum[i](x[i])`, `max[j](c[i, j]) -> [i]`. The notation says so, and then a call
//! needs no tables of labels: extents and strides are compared, and one job computes the outputs.

use super::super::resolve::{Layouts, Visit};
use super::super::spec::{Spec, is_same};
use super::spec::{Passes, Range, Read};
use crate::error::ShapeError;
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

/// The lines of a program that is one reduction along lines, whose outputs have `kept` axes, and the extents of its operands; none where these are
/// not neighbours, all laid out alike, or where there is nothing.
pub(super) fn lines(operands: &dyn Layouts, kept: usize, ranges: &[Range]) -> Option<(Lines, [usize; MAX_RANK])> {
    let mut found = Found { kept, extents: None, lines: Lines { count: 0, points: 0 } };
    if !ranges.is_empty() || operands.each(&mut found).is_err() {
        return None;
    }
    Some((found.lines, found.extents?)).filter(|_| found.lines.points != 0)
}

/// What operands have in common.
struct Found {
    kept: usize,
    extents: Option<[usize; MAX_RANK]>,
    /// Without points where operands differ, or have none.
    lines: Lines,
}

impl Visit for Found {
    fn layout(&mut self, _: usize, extents: &[usize], strides: &[isize]) -> Result<(), ShapeError> {
        if extents.is_empty() {
            return Ok(());
        }
        let known = self.extents.is_some();
        let own = self.extents.get_or_insert([0; MAX_RANK]);
        let (mut size, mut points, mut axis, mut alike) = (1, 0, extents.len(), true);
        while axis > 0 {
            axis -= 1;
            alike &= strides[axis] == size as isize && (!known || own[axis] == extents[axis]);
            own[axis] = extents[axis];
            size *= extents[axis];
            if axis == self.kept {
                points = size;
            }
        }
        if alike && points != 0 && (!known || self.lines.points != 0) {
            self.lines = Lines { count: size / points, points };
        } else {
            self.lines.points = 0;
        }
        Ok(())
    }
}
