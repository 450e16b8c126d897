//! The nest that is one loop: every operand has the output's labels at the output's strides, row by row without a gap, or none.
//!
//! `i,i->i`, `ij,->ij`: most elementwise kernels. No table of loops is made for them.

use super::axes::Axes;

/// How many points there are, where the nest is one loop over neighbours; `None` where it is not.
#[inline(always)]
pub(super) fn points(extents: &[usize], operands: &[Axes], out: &Axes) -> Option<usize> {
    let out = out.as_ref();
    let mut points = 1usize;
    for (&label, &stride) in out.labels.iter().zip(out.strides).rev() {
        let extent = extents[label as usize];
        if extent != 1 && stride != points as isize {
            return None;
        }
        points *= extent;
    }
    let same = |axes: &Axes| {
        let axes = axes.as_ref();
        axes.labels.is_empty() || (axes.labels == out.labels && axes.strides == out.strides)
    };
    operands.iter().all(same).then_some(points)
}

/// The stride of an operand along that loop.
#[inline(always)]
pub(super) fn step(axes: &Axes) -> isize {
    isize::from(!axes.as_ref().labels.is_empty())
}
