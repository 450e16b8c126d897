//! What kind of work a step is, from its labels alone.

use core::fmt;

use crate::nest::LabelSet;

/// The labels of a pair step, by where they stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Groups {
    /// In both operands and in the result: `b` of `bij,bjk->bik`.
    pub batch: LabelSet,
    /// In the left operand and the result: `i`.
    pub left: LabelSet,
    /// In the right operand and the result: `k`.
    pub right: LabelSet,
    /// In both operands, summed: `j`.
    pub contracted: LabelSet,
    /// In the left operand only: `x` of `ijx,jk->ik`.
    pub alone_left: LabelSet,
    /// In the right operand only.
    pub alone_right: LabelSet,
}

impl Groups {
    pub const fn new(left: LabelSet, right: LabelSet, kept: LabelSet) -> Self {
        let both = left.and(right);
        Groups {
            batch: both.and(kept),
            left: left.minus(right).and(kept),
            right: right.minus(left).and(kept),
            contracted: both.minus(kept),
            alone_left: left.minus(right).minus(kept),
            alone_right: right.minus(left).minus(kept),
        }
    }

    /// Whether summing the left operand over its own labels first saves work: the loops of the pair would visit each of
    /// its elements more than once. `ijx,jk->ik` does, `ijx,j->i` does not.
    pub const fn sums_left_first(self) -> bool {
        !self.alone_left.is_empty() && !self.right.or(self.alone_right).is_empty()
    }

    /// The same for the right operand, once the left one has been summed where it should be.
    pub const fn sums_right_first(self) -> bool {
        !self.alone_right.is_empty() && !self.left.is_empty()
    }

    /// The class of the pair, sums of one operand left aside.
    pub const fn class(self) -> Class {
        let batch = !self.batch.is_empty();
        match (self.contracted.is_empty(), self.left.is_empty(), self.right.is_empty()) {
            (true, false, false) if batch => Class::BatchedOuter,
            (true, false, false) => Class::Outer,
            (true, _, _) => Class::Elementwise,
            (false, true, true) if batch => Class::BatchedInner,
            (false, true, true) => Class::Inner,
            (false, false, false) if batch => Class::BatchedGemm,
            (false, false, false) => Class::Gemm,
            (false, _, _) if batch => Class::BatchedGemv,
            (false, _, _) => Class::Gemv,
        }
    }
}

/// The kind of a step of a contraction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// One operand, its axes in another order: `ij->ji`.
    Transpose,
    /// One operand as it is: `ij->ij`, `ii->i`.
    Copy,
    /// One operand, summed: `ij->i`.
    Sum,
    /// No sum, and nothing new on one of the sides: `i,i->i`, `ij,j->ij`, `ij,->ij`.
    Elementwise,
    /// `i,j->ij`.
    Outer,
    /// `bi,bj->bij`.
    BatchedOuter,
    /// `i,i->`.
    Inner,
    /// `bi,bi->b`.
    BatchedInner,
    /// `ij,j->i`.
    Gemv,
    /// `bij,bj->bi`.
    BatchedGemv,
    /// `ij,jk->ik`.
    Gemm,
    /// `bij,bjk->bik`.
    BatchedGemm,
}

impl Class {
    /// The subscripts of a step of this class: `ij,jk->ik` for a gemm.
    ///
    /// ```
    /// use ndweave_runtime::Class;
    /// assert_eq!(Class::BatchedGemm.example(), "bij,bjk->bik");
    /// ```
    pub const fn example(self) -> &'static str {
        match self {
            Class::Transpose => "ij->ji",
            Class::Copy => "ij->ij",
            Class::Sum => "ij->i",
            Class::Elementwise => "i,i->i",
            Class::Outer => "i,j->ij",
            Class::BatchedOuter => "bi,bj->bij",
            Class::Inner => "i,i->",
            Class::BatchedInner => "bi,bi->b",
            Class::Gemv => "ij,j->i",
            Class::BatchedGemv => "bij,bj->bi",
            Class::Gemm => "ij,jk->ik",
            Class::BatchedGemm => "bij,bjk->bik",
        }
    }

    /// The class of a step with one operand: its labels in order, and those of the result.
    pub fn of_one(labels: &[u8], result: &[u8]) -> Self {
        if !LabelSet::of(labels).minus(LabelSet::of(result)).is_empty() {
            return Class::Sum;
        }
        // Labels of the operand in the order of the result: a transpose if that is another order.
        let mut from = 0;
        for label in result.iter().filter(|label| labels.contains(label)) {
            match labels[from..].iter().position(|other| other == label) {
                Some(at) => from += at,
                None => return Class::Transpose,
            }
        }
        Class::Copy
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Class::Transpose => "transpose",
            Class::Copy => "copy",
            Class::Sum => "sum",
            Class::Elementwise => "elementwise",
            Class::Outer => "outer product",
            Class::BatchedOuter => "batched outer product",
            Class::Inner => "inner product",
            Class::BatchedInner => "batched inner product",
            Class::Gemv => "gemv",
            Class::BatchedGemv => "batched gemv",
            Class::Gemm => "gemm",
            Class::BatchedGemm => "batched gemm",
        })
    }
}
