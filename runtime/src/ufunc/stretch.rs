//! NumPy's alignment, as types: axes are aligned from the last, and an extent of 1 stretches.
//!
//! A macro asks by auto-referencing which rule joins two extents; the signature of a function cannot, so here the rules are traits. They
//! must not overlap: `Const<1>` stretches to the constants of a table.

use crate::extent::{Const, Dyn, Extent};

/// Two extents of aligned axes.
#[diagnostic::on_unimplemented(
    message = "axes of the operands do not stretch to each other: one has extent `{Self}`, another one `{Other}`",
    label = "extents `{Self}` and `{Other}`",
    note = "extents of aligned axes are equal, or one of them is 1 (`Const<1>` stretches to constants of at most 64)"
)]
pub trait Meet<Other: Extent>: Extent {
    /// The extent of the result.
    type Extent: Extent;
}

impl<E: Extent> Meet<E> for E {
    type Extent = E;
}

// Which of the two is 1 is known at run time only.
#[diagnostic::do_not_recommend]
impl<const N: usize> Meet<Dyn> for Const<N> {
    type Extent = Dyn;
}

#[diagnostic::do_not_recommend]
impl<const N: usize> Meet<Const<N>> for Dyn {
    type Extent = Dyn;
}

macro_rules! ones {
    ($($n:literal)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Meet<Const<$n>> for Const<1> {
            type Extent = Const<$n>;
        }
        #[diagnostic::do_not_recommend]
        impl Meet<Const<1>> for Const<$n> {
            type Extent = Const<$n>;
        }
    )* };
}

ones! {
    0 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46
    47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64
}

/// Two lists of extents, the last axis first.
#[diagnostic::on_unimplemented(
    message = "the shapes of the operands do not stretch to each other",
    label = "shapes `{Self}` and `{Other}`, from their last axes"
)]
pub trait Align<Other> {
    /// The extents of the result.
    type Extents;
}

impl<L> Align<L> for () {
    type Extents = L;
}

#[diagnostic::do_not_recommend]
impl<E, Rest> Align<()> for (E, Rest) {
    type Extents = (E, Rest);
}

impl<E: Meet<F>, F: Extent, Rest: Align<Others>, Others> Align<(F, Others)> for (E, Rest) {
    type Extents = (E::Extent, Rest::Extents);
}

/// Axes, the last one first, that a target with the axes `Target` has, too.
pub trait Within<Target> {}

impl<L> Within<L> for () {}

#[diagnostic::do_not_recommend]
impl<E, Rest: Within<Others>, F, Others> Within<(F, Others)> for (E, Rest) {}

/// Axes that each target of a list has, too: results are stretched to their targets, never cut.
#[diagnostic::on_unimplemented(
    message = "an operand has more axes than the target of the results",
    label = "more axes than the target"
)]
pub trait WithinAll<Targets> {}

#[diagnostic::do_not_recommend]
impl<L> WithinAll<()> for L {}

#[diagnostic::do_not_recommend]
impl<L: Within<Target> + WithinAll<Rest>, Target, Rest> WithinAll<(Target, Rest)> for L {}
