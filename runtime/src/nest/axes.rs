//! Which labels an operand carries, and how far apart its elements are along each.

use core::cell::RefCell;

use crate::shape::MAX_RANK;

use super::gather::Link;
use super::labels::LabelSet;
use super::pack::Copies;

/// Which labels an operand carries, with its stride along each, in elements.
///
/// At most 8 labels, an operand's rank. A label that is pushed twice walks a diagonal: its strides add.
#[derive(Clone, Copy, Debug)]
pub struct Axes {
    labels: [u8; MAX_RANK],
    len: usize,
    strides: [isize; MAX_RANK],
}

impl Axes {
    /// No axes: a scalar.
    #[inline(always)]
    pub const fn new() -> Self {
        Axes { labels: [0; MAX_RANK], len: 0, strides: [0; MAX_RANK] }
    }

    /// Adds an axis. Where the label is there already, its stride grows: `a[i, i]` is a diagonal.
    ///
    /// # Panics
    ///
    /// Panics at the ninth label.
    #[inline(always)]
    pub const fn push(&mut self, label: u8, stride: isize) {
        let mut at = 0;
        while at < self.len {
            if self.labels[at] == label {
                self.strides[at] += stride;
                return;
            }
            at += 1;
        }
        assert!(at < MAX_RANK, "an operand has at most 8 labels");
        self.labels[at] = label;
        self.strides[at] = stride;
        self.len += 1;
    }

    /// The stride along a label, if the operand carries it.
    #[inline(always)]
    pub fn stride(&self, label: u8) -> Option<isize> {
        self.as_ref().stride(label)
    }

    /// The labels, as a set.
    #[inline(always)]
    pub fn labels(&self) -> LabelSet {
        self.as_ref().set()
    }

    /// Labels with their strides, in the order of the axes.
    #[inline(always)]
    pub fn iter(&self) -> impl Iterator<Item = (u8, isize)> + '_ {
        self.as_ref().iter()
    }

    #[inline(always)]
    pub(crate) fn as_ref(&self) -> AxesRef<'_> {
        AxesRef { labels: &self.labels[..self.len], strides: &self.strides[..self.len] }
    }
}

impl Default for Axes {
    fn default() -> Self {
        Axes::new()
    }
}

/// Axes of an operand of any rank, such as an intermediate of a contraction. Labels are distinct.
#[derive(Clone, Copy)]
pub(crate) struct AxesRef<'a> {
    pub labels: &'a [u8],
    pub strides: &'a [isize],
}

impl<'a> AxesRef<'a> {
    #[inline(always)]
    pub fn stride(self, label: u8) -> Option<isize> {
        self.iter().find(|&(other, _)| other == label).map(|(_, stride)| stride)
    }

    #[inline(always)]
    pub fn set(self) -> LabelSet {
        LabelSet::of(self.labels)
    }

    #[inline(always)]
    pub fn iter(self) -> impl Iterator<Item = (u8, isize)> + 'a {
        self.labels.iter().copied().zip(self.strides.iter().copied())
    }
}

/// The labels and strides of each operand of a nest.
pub(crate) trait Carriers {
    /// How many operands there are, and index arrays, which follow them.
    fn count(&self) -> usize;
    /// The labels and strides of one.
    fn axes(&self, operand: usize) -> AxesRef<'_>;
    /// The index array of a number.
    #[inline(always)]
    fn link(&self, _: usize) -> Option<Link> {
        None
    }
    /// Where copies of one are kept from nest to nest, as long as it does not change.
    fn copies(&self, _: usize) -> Option<&RefCell<Copies>> {
        None
    }
}

impl Carriers for &[Axes] {
    #[inline(always)]
    fn count(&self) -> usize {
        self.len()
    }
    #[inline(always)]
    fn axes(&self, operand: usize) -> AxesRef<'_> {
        self[operand].as_ref()
    }
}

impl Carriers for &[AxesRef<'_>] {
    #[inline(always)]
    fn count(&self) -> usize {
        self.len()
    }
    #[inline(always)]
    fn axes(&self, operand: usize) -> AxesRef<'_> {
        self[operand]
    }
}

/// Operands of which some are read at what index arrays hold.
#[derive(Clone, Copy)]
pub(crate) struct Linked<'a> {
    /// The labels and strides of the operands, and then those of the index arrays.
    pub axes: &'a [Axes],
    pub links: &'a [Link],
}

impl Carriers for Linked<'_> {
    #[inline(always)]
    fn count(&self) -> usize {
        self.axes.len()
    }
    #[inline(always)]
    fn axes(&self, operand: usize) -> AxesRef<'_> {
        self.axes[operand].as_ref()
    }
    #[inline(always)]
    fn link(&self, number: usize) -> Option<Link> {
        self.links.get(number).copied()
    }
}
