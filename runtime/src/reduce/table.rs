//! The loops of a reduction: those over the outputs, and those whose elements are joined.

use crate::shape::MAX_RANK;

/// A loop: how often it runs, and how far apart the elements and the outputs of two steps are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Loop {
    pub extent: usize,
    /// From element to element.
    pub step: isize,
    /// From output to output; 0 where the loop is joined.
    pub out: isize,
}

/// No loop: one step.
pub(crate) const ONCE: Loop = Loop { extent: 1, step: 0, out: 0 };

/// Up to eight loops, outermost first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Loops {
    loops: [Loop; MAX_RANK],
    len: usize,
}

impl Loops {
    const fn new() -> Self {
        Loops { loops: [ONCE; MAX_RANK], len: 0 }
    }

    fn push(&mut self, new: Loop) {
        self.loops[self.len] = new;
        self.len += 1;
    }

    pub fn as_slice(&self) -> &[Loop] {
        &self.loops[..self.len]
    }

    /// The last loop, which is taken out; a single step where there is none.
    pub fn pop(&mut self) -> Loop {
        match self.len {
            0 => ONCE,
            _ => {
                self.len -= 1;
                self.loops[self.len]
            }
        }
    }

    /// The first loop of which something holds, which is taken out.
    pub fn take(&mut self, wanted: impl Fn(&Loop) -> bool) -> Option<Loop> {
        let at = self.as_slice().iter().position(wanted)?;
        let taken = self.loops[at];
        self.loops.copy_within(at + 1..self.len, at);
        self.len -= 1;
        Some(taken)
    }

    /// Larger strides first, and what are two loops for the notation but one for memory made one.
    fn arrange(&mut self) {
        self.loops[..self.len].sort_by_key(|x| core::cmp::Reverse((x.step.unsigned_abs(), x.out.unsigned_abs())));
        let mut fused = Loops::new();
        for &inner in self.as_slice() {
            let count = inner.extent as isize;
            match fused.loops[..fused.len].last_mut() {
                Some(outer) if outer.step == inner.step * count && outer.out == inner.out * count => {
                    *outer = Loop { extent: outer.extent * inner.extent, ..inner };
                }
                _ => fused.push(inner),
            }
        }
        *self = fused;
    }
}

/// The loops of a reduction whose outputs and elements exist.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    /// Over the outputs.
    pub kept: Loops,
    /// Over the elements that are joined.
    pub joined: Loops,
    /// How far from the first element the loops begin: they may run backwards along an axis.
    pub start: isize,
}

impl Table {
    /// The loops over `extents`, none of them 0, of which the axes in `bits` are joined. `out` has a stride for each axis; those of joined axes
    /// do not matter. Where `reorders`, elements may be joined in another order.
    pub fn new(extents: &[usize], strides: &[isize], out: &[isize], bits: u8, reorders: bool) -> Self {
        let mut table = Table { kept: Loops::new(), joined: Loops::new(), start: 0 };
        for axis in (0..extents.len()).filter(|&axis| extents[axis] != 1) {
            let (extent, step) = (extents[axis], strides[axis]);
            if bits >> axis & 1 == 0 {
                table.kept.push(Loop { extent, step, out: out[axis] });
            } else if reorders && step < 0 {
                table.start += step * (extent as isize - 1);
                table.joined.push(Loop { extent, step: -step, out: 0 });
            } else {
                table.joined.push(Loop { extent, step, out: 0 });
            }
        }
        table.kept.arrange();
        if reorders {
            table.joined.arrange();
        }
        table
    }
}

/// Calls `visit` with the distance of each point of the loops from the first, of elements and of outputs, in order.
#[inline(always)]
pub(crate) fn each_point(loops: &[Loop], mut visit: impl FnMut(isize, isize)) {
    let mut index = [0usize; MAX_RANK];
    let (mut at, mut out) = (0, 0);
    loop {
        visit(at, out);
        let mut axis = loops.len();
        loop {
            if axis == 0 {
                return;
            }
            axis -= 1;
            let Loop { extent, step, out: out_step } = loops[axis];
            index[axis] += 1;
            at += step;
            out += out_step;
            if index[axis] < extent {
                break;
            }
            index[axis] = 0;
            at -= step * extent as isize;
            out -= out_step * extent as isize;
        }
    }
}
