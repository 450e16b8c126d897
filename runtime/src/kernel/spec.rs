//! What a macro says about a kernel: labels, who carries them, and which terms are summed.

/// A subscript that stands for all ellipsis axes.
pub const ELLIPSIS: u8 = u8::MAX;
/// A subscript that is an index, not a label: that axis of the operand is fixed.
pub const FIXED: u8 = u8::MAX - 1;
/// A subscript that is an index array: that axis of the operand is read at the entries that it holds.
pub const GATHERED: u8 = u8::MAX - 2;
/// How many labels an ellipsis may stand for; slot 0 is its last axis.
pub const ELLIPSIS_SLOTS: usize = 8;
/// The largest number of labels of one kernel, ellipsis slots included.
pub const MAX_LABELS: usize = 128;

/// A kernel as a type: every expansion declares one, so that what follows from the notation alone is a constant.
pub trait Kernel: Copy {
    /// What was written.
    const SPEC: Spec;
}

/// A kernel as it was written, with labels numbered in the order of their first appearance.
///
/// `a[i, j] * b[j, k] -> [i, k]` has labels `i j k`, operands `[0, 1]` and `[1, 2]`, output `[0, 2]` and one term.
#[derive(Clone, Copy)]
pub struct Spec {
    /// The macro, for messages: `einsum`.
    pub name: &'static str,
    /// The names of the labels. The slots of an ellipsis come after them and have none.
    pub labels: &'static [&'static str],
    /// The operands in order of appearance.
    pub operands: &'static [Subscripts],
    /// The output.
    pub output: Subscripts,
    /// For every term, its operands.
    pub terms: &'static [&'static [u8]],
    /// Whether extents of 1 stretch between operands, as in NumPy's string form.
    pub stretch: bool,
    /// The index arrays, in the order of the operands and of their axes.
    pub gathers: &'static [Gather],
}

/// An index array among the subscripts of an operand.
#[derive(Clone, Copy)]
pub struct Gather {
    /// The number of the operand.
    pub operand: u8,
    /// The number of the index array, which is an operand, too.
    pub index: u8,
}

/// The subscripts of an operand or of the output.
#[derive(Clone, Copy)]
pub struct Subscripts {
    /// The operand as it was written.
    pub name: &'static str,
    /// One subscript an axis: a label's number, [`FIXED`], [`GATHERED`], or [`ELLIPSIS`] for any number of axes.
    pub axes: &'static [u8],
}

/// The numbers of labels (ellipsis slots included) and of operands of a kernel.
pub trait Size<const L: usize, const N: usize>: Kernel {}

/// Declares the type `Kernel` of one kernel: the macro's name with the numbers of labels and operands, the labels' names,
/// operands with their subscripts, the output, the operands of each term, and whether extents of 1 stretch.
#[doc(hidden)]
#[macro_export]
macro_rules! kernel {
    (
        $name:literal $labels:literal $operands:literal, $names:expr,
        $($operand:literal $axes:expr),* => $output:literal $output_axes:expr,
        $terms:expr, $stretch:literal $(, $gathered:literal by $index:literal)*
    ) => {
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        struct Kernel;
        impl $crate::macro_support::Kernel for Kernel {
            const SPEC: $crate::macro_support::Spec = $crate::macro_support::Spec {
                name: $name,
                labels: &$names,
                operands: &[$($crate::macro_support::Subscripts { name: $operand, axes: &$axes }),*],
                output: $crate::macro_support::Subscripts { name: $output, axes: &$output_axes },
                terms: &$terms,
                stretch: $stretch,
                gathers: &[$($crate::macro_support::Gather { operand: $gathered, index: $index }),*],
            };
        }
        impl $crate::macro_support::Size<$labels, $operands> for Kernel {}
    };
}

impl Spec {
    /// The number of the label in slot `slot` of the ellipsis.
    pub const fn ellipsis_label(&self, slot: usize) -> usize {
        self.labels.len() + slot
    }

    /// Whether a term has labels that the output lacks.
    pub const fn sums(&self, term: usize) -> bool {
        let operands = self.terms[term];
        let mut sums = false;
        let mut operand = 0;
        while operand < operands.len() {
            sums |= self.sums_along(operands[operand]);
            let mut gather = 0;
            while gather < self.gathers.len() {
                let Gather { operand: gathered, index } = self.gathers[gather];
                sums |= gathered == operands[operand] && self.sums_along(index);
                gather += 1;
            }
            operand += 1;
        }
        sums
    }

    /// Whether every operand has these axes, in this order, or none: then operands that are laid out like the output are one loop over
    /// neighbours.
    pub(super) const fn is_aligned(&self, axes: &[u8]) -> bool {
        let mut operand = 0;
        while operand < self.operands.len() {
            if !self.operands[operand].axes.is_empty() && !is_same(self.operands[operand].axes, axes) {
                return false;
            }
            operand += 1;
        }
        true
    }

    /// Whether an operand has labels of its own that the output lacks.
    const fn sums_along(&self, operand: u8) -> bool {
        let axes = self.operands[operand as usize].axes;
        let (mut axis, mut sums) = (0, false);
        while axis < axes.len() {
            sums |= axes[axis] != FIXED && axes[axis] != GATHERED && !self.output.has(axes[axis]);
            axis += 1;
        }
        sums
    }

    /// Whether a term reads an operand at what index arrays hold.
    pub const fn gathers_in(&self, term: usize) -> bool {
        let operands = self.terms[term];
        let mut operand = 0;
        while operand < operands.len() {
            if self.is_gathered(operands[operand]) {
                return true;
            }
            operand += 1;
        }
        false
    }

    /// Whether an operand is read at what index arrays hold.
    pub const fn is_gathered(&self, operand: u8) -> bool {
        let mut gather = 0;
        while gather < self.gathers.len() {
            if self.gathers[gather].operand == operand {
                return true;
            }
            gather += 1;
        }
        false
    }

    /// Whether extents of 1 stretch along this label: ellipsis axes always do, others in NumPy's string form.
    #[inline(always)]
    pub(super) fn stretches(&self, label: u8) -> bool {
        self.stretch || label as usize >= self.labels.len()
    }

    /// An operand with its labels and index arrays, for plans: `t[ix[i], j]`. Fixed axes are left out.
    pub(super) fn written(&self, operand: u8) -> String {
        let Subscripts { name, axes } = self.operands[operand as usize];
        let mut indices = self.gathers.iter().filter(|gather| gather.operand == operand);
        let text = |&axis: &u8| match axis {
            FIXED => None,
            ELLIPSIS => Some("..".to_owned()),
            GATHERED => indices.next().map(|gather| self.written(gather.index)),
            label => Some(self.labels[label as usize].to_owned()),
        };
        let axes: Vec<String> = axes.iter().filter_map(text).collect();
        if axes.is_empty() { name.to_owned() } else { format!("{name}[{}]", axes.join(", ")) }
    }

    /// The label in a message.
    pub(super) fn label_text(&self, label: u8) -> String {
        match self.labels.get(label as usize) {
            Some(name) => format!("axis `{name}`"),
            // Where no label is written, nor is an ellipsis, but in a string that is nothing else.
            None if self.labels.is_empty() => format!("axis {} from the right", label + 1),
            None => format!("the ellipsis axis {} from the right", label as usize - self.labels.len() + 1),
        }
    }
}

impl Subscripts {
    /// Whether a label, or the ellipsis, is among them.
    pub(super) const fn has(&self, subscript: u8) -> bool {
        let mut axis = 0;
        while axis < self.axes.len() {
            if self.axes[axis] == subscript {
                return true;
            }
            axis += 1;
        }
        false
    }

    /// The subscript of axis `axis` of an operand of rank `rank`: [`FIXED`], [`GATHERED`] or a label's number, where the slots of
    /// the ellipsis are numbered after the `labels` named labels, its last axis first.
    #[inline(always)]
    pub const fn at(&self, axis: usize, rank: usize, labels: usize) -> u8 {
        let mut place = 0;
        while place < self.axes.len() {
            if self.axes[place] == ELLIPSIS {
                let width = (rank + 1).saturating_sub(self.axes.len());
                return if axis < place {
                    self.axes[axis]
                } else if axis < place + width {
                    (labels + place + width - 1 - axis) as u8
                } else {
                    self.axes[axis + 1 - width]
                };
            }
            place += 1;
        }
        self.axes[axis]
    }
}

/// Whether two lists of axes are the same labels.
pub(super) const fn is_same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut axis = 0;
    while axis < a.len() {
        if a[axis] != b[axis] || a[axis] == FIXED {
            return false;
        }
        axis += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ellipsis_slots_count_from_the_last_axis() {
        // a[i, .., j] of rank 4, with labels i = 0 and j = 1: slots 3 (last but one axis is slot 1), 2.
        let subscripts = Subscripts { name: "a", axes: &[0, ELLIPSIS, 1] };
        let of: Vec<u8> = (0..4).map(|axis| subscripts.at(axis, 4, 2)).collect();
        assert_eq!(of, [0, 3, 2, 1]);
        let of: Vec<u8> = (0..2).map(|axis| subscripts.at(axis, 2, 2)).collect();
        assert_eq!(of, [0, 1]);
    }

    #[test]
    fn a_term_sums_what_the_output_lacks() {
        // a[i, j] + b[j, 2] + c[.., i] -> [i, ..], and the same with the output [i].
        let operands = const {
            &[
                Subscripts { name: "a", axes: &[0, 1] },
                Subscripts { name: "b", axes: &[0, FIXED] },
                Subscripts { name: "c", axes: &[ELLIPSIS, 0] },
            ]
        };
        let spec = |axes| Spec {
            name: "einsum",
            labels: &["i", "j"],
            operands,
            output: Subscripts { name: "", axes },
            terms: &[&[0], &[1], &[2], &[1, 2]],
            stretch: false,
            gathers: &[],
        };
        let sums = |spec: Spec| [0, 1, 2, 3].map(|term| spec.sums(term));
        assert_eq!(sums(spec(&[0, ELLIPSIS])), [true, false, false, false]);
        assert_eq!(sums(spec(&[0])), [true, false, true, true]);
    }
}
