//! The axes behind an ellipsis, as types.
//!
//! The macro does not know how many axes an ellipsis stands for, so it handles eight slots, of which those beyond the
//! operand's axes are [`NoAxis`]. Slot 0 is the last axis, as ellipsis axes are aligned from the right.

use core::marker::PhantomData;

use super::agree::{Axis, NoAxis};
use super::bound::{Axes, Num};
use crate::expr::{After, Here};
use crate::extent::Extent;
use crate::shape::{Shape, ShapeList};

/// A list without its first `P` entries.
pub trait Skip<P> {
    /// The rest.
    type Rest;
}

impl<L> Skip<Here> for L {
    type Rest = L;
}

impl<Head, Tail: Skip<P>, P> Skip<After<P>> for (Head, Tail) {
    type Rest = Tail::Rest;
}

/// A list in reverse order, in front of `Onto`.
pub trait Reverse<Onto> {
    /// The longer list.
    type Reversed;
}

impl<Onto> Reverse<Onto> for () {
    type Reversed = Onto;
}

impl<Head, Tail: Reverse<(Head, Onto)>, Onto> Reverse<Onto> for (Head, Tail) {
    type Reversed = Tail::Reversed;
}

/// A list of extents as eight slots, from its first entry.
pub trait Slots {
    /// Eight markers.
    type Slots;
    /// The markers.
    fn slots() -> Self::Slots;
}

macro_rules! slots {
    ($([$($E:ident)*] [$($absent:ident)*];)*) => { $(
        impl<$($E: Extent),*> Slots for slots!(@list $($E)*) {
            type Slots = ($(Axis<$E>,)* $(Axis<$absent>,)*);
            #[inline(always)]
            fn slots() -> Self::Slots {
                ($(Axis::<$E>::marker(),)* $(Axis::<$absent>::marker(),)*)
            }
        }
    )* };
    (@list) => { () };
    (@list $E:ident $($rest:ident)*) => { ($E, slots!(@list $($rest)*)) };
}

slots! {
    [] [NoAxis NoAxis NoAxis NoAxis NoAxis NoAxis NoAxis NoAxis];
    [A] [NoAxis NoAxis NoAxis NoAxis NoAxis NoAxis NoAxis];
    [A B] [NoAxis NoAxis NoAxis NoAxis NoAxis NoAxis];
    [A B C] [NoAxis NoAxis NoAxis NoAxis NoAxis];
    [A B C D] [NoAxis NoAxis NoAxis NoAxis];
    [A B C D F] [NoAxis NoAxis NoAxis];
    [A B C D F G] [NoAxis NoAxis];
    [A B C D F G H] [NoAxis];
    [A B C D F G H I] [];
}

type Rest<L, P> = <L as Skip<P>>::Rest;
type Reversed<L> = <L as Reverse<()>>::Reversed;

/// The slots of the ellipsis of an operand, which has `FRONT` subscripts before it and `BACK` behind.
#[inline(always)]
pub fn ellipsis<const FRONT: usize, const BACK: usize, B, S, L>(_: Num<FRONT>, _: Num<BACK>, _: &B) -> L::Slots
where
    B: Axes<Shape = S>,
    S: Shape,
    Num<FRONT>: Count,
    Num<BACK>: Count,
    S::List: Skip<Of<FRONT>>,
    Rest<S::List, Of<FRONT>>: Reverse<()>,
    Reversed<Rest<S::List, Of<FRONT>>>: Skip<Of<BACK>, Rest = L>,
    L: Slots,
{
    L::slots()
}

/// The extent type of axis `I`, counted from the last.
#[inline(always)]
pub fn axis_from_end<const I: usize, B, S, E, Others>(_: Num<I>, _: &B) -> Axis<E>
where
    B: Axes<Shape = S>,
    S: Shape,
    S::List: Reverse<()>,
    Num<I>: Count,
    Reversed<S::List>: Skip<Of<I>, Rest = (E, Others)>,
    E: Extent,
{
    Axis::marker()
}

/// A number as a position in a list.
pub trait Count {
    /// The position.
    type Position;
}

type Of<const N: usize> = <Num<N> as Count>::Position;

macro_rules! counts {
    ($P:ty; $n:literal $($rest:literal)*) => {
        impl Count for Num<$n> {
            type Position = $P;
        }
        counts!(After<$P>; $($rest)*);
    };
    ($P:ty;) => {};
}

counts!(Here; 0 1 2 3 4 5 6 7 8);

/// Eight slots without an axis.
#[diagnostic::on_unimplemented(
    message = "an operand has axes behind its ellipsis, but the output lacks the ellipsis: its axes cannot be summed",
    label = "this ellipsis stands for at least one axis",
    note = "write the ellipsis in the output too, or give its axes labels"
)]
pub trait NoEllipsisAxes: Sized {
    /// The check.
    #[inline(always)]
    fn check(self) {}
}

#[diagnostic::do_not_recommend]
impl NoEllipsisAxes
    for (Axis<NoAxis>, Axis<NoAxis>, Axis<NoAxis>, Axis<NoAxis>, Axis<NoAxis>, Axis<NoAxis>, Axis<NoAxis>, Axis<NoAxis>)
{
}

/// A list of extents under construction, from its last entry.
pub struct List<L>(PhantomData<fn() -> L>);

/// The empty list.
#[inline(always)]
pub fn no_axes() -> List<()> {
    List(PhantomData)
}

/// An axis, or none, in front of a list.
pub trait InFrontOf<L> {
    /// The longer list.
    type Longer;
}

impl<L> InFrontOf<L> for NoAxis {
    type Longer = L;
}

impl<E: Extent, L> InFrontOf<L> for E {
    type Longer = (E, L);
}

impl<L> List<L> {
    /// `axis` in front of the list.
    #[inline(always)]
    pub fn after<E: InFrontOf<L>>(self, _: Axis<E>) -> List<E::Longer> {
        List(PhantomData)
    }

    /// The axes of eight slots in front of the list, the one of slot 0 last.
    #[inline(always)]
    pub fn after_all<S: AllInFrontOf<L>>(self, _: S) -> List<S::Longer> {
        List(PhantomData)
    }
}

/// Eight slots in front of a list.
pub trait AllInFrontOf<L> {
    /// The longer list.
    type Longer;
}

macro_rules! slots_in_front {
    ($($E:ident)*) => {
        impl<L, $($E),*> AllInFrontOf<L> for ($(Axis<$E>,)*)
        where
            slots_in_front!(@list $($E)*): PushAll<L>,
        {
            type Longer = <slots_in_front!(@list $($E)*) as PushAll<L>>::Longer;
        }
    };
    (@list) => { () };
    (@list $E:ident $($rest:ident)*) => { ($E, slots_in_front!(@list $($rest)*)) };
}

slots_in_front!(A B C D E F G H);

/// A list of axes, or none, that go in front of another list, one after the other.
pub trait PushAll<L> {
    /// The longer list.
    type Longer;
}

impl<L> PushAll<L> for () {
    type Longer = L;
}

impl<E: InFrontOf<L>, Others: PushAll<E::Longer>, L> PushAll<L> for (E, Others) {
    type Longer = Others::Longer;
}

/// A finished list: the shape of a result.
#[diagnostic::on_unimplemented(
    message = "the result would have more than 8 axes",
    label = "arrays have at most 8 axes"
)]
pub trait Finished {
    /// The shape.
    type Shape: Shape;
}

#[diagnostic::do_not_recommend]
impl<L: ShapeList> Finished for List<L> {
    type Shape = L::Shape;
}

/// Joins the ellipsis slots of two operands, slot by slot, stretching extents of 1 and missing axes; those of the output
/// stretch nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! agree_ellipsis {
    ($Rule:ident, $a:expr, $b:expr) => {{
        let (a, b) = ($a, $b);
        $crate::agree_ellipsis!(@slots $Rule, a, b, 0 1 2 3 4 5 6 7)
    }};
    (@slots $Rule:ident, $a:ident, $b:ident, $($i:tt)*) => {
        ($($crate::macro_support::label::ellipsis_axis::$Rule::agree($crate::agree_ellipsis!(@pair $Rule, $a.$i, $b.$i)),)*)
    };
    (@pair Output, $a:expr, $b:expr) => { $crate::pair_of_ellipsis!($a, $b) };
    (@pair Target, $a:expr, $b:expr) => { $crate::stretch_to_target!($a, $b) };
    (@pair Operands, $a:expr, $b:expr) => { $crate::stretch!($a, $b) };
}
