//! Extents as types: which extents one label may stand for, and what is known of them together.
//!
//! Everything here happens in the type checker. Values are [`Axis`] markers of size zero; run-time extents are compared
//! in [`super::resolve`].

use core::marker::PhantomData;

use crate::extent::{Agree, Const, Extent};
use crate::shape::Shape;

/// The extent type of one axis.
pub struct Axis<E>(PhantomData<fn() -> E>);

impl<E> Axis<E> {
    #[inline(always)]
    pub(super) fn marker() -> Self {
        Axis(PhantomData)
    }
}

impl<E> Clone for Axis<E> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Axis<E> {}

/// No axis: the slots of an ellipsis beyond its first axis.
pub enum NoAxis {}

/// Two extent types that one label carries.
pub struct Pair<A, B>(PhantomData<fn() -> (A, B)>);

impl<A, B> Clone for Pair<A, B> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<A, B> Copy for Pair<A, B> {}

/// The two extent types that one label carries.
#[inline(always)]
pub fn pair<A, B>(_: Axis<A>, _: Axis<B>) -> Pair<A, B> {
    Pair(PhantomData)
}

/// Two extents, or two empty slots, that agree.
pub trait Joins<Other> {
    /// What is known of both.
    type Known;
}

#[diagnostic::do_not_recommend]
impl<A: Agree<B>, B: Extent> Joins<B> for A {
    type Known = A::Extent;
}

impl Joins<NoAxis> for NoAxis {
    type Known = NoAxis;
}

/// What no axis carries.
pub enum Unpaired {}

// Were `Joins<E>` all that an extent `E` of a generic function has, rustc would go on to say so in each message, at length.
#[diagnostic::do_not_recommend]
impl<E: Extent> Joins<Unpaired> for E {
    type Known = E;
}

// Stretching, for NumPy's string form and for ellipsis axes. Which rule applies is found by auto-referencing, as
// `(&&&&&pair).stretch()`: the first receiver type for which a rule is implemented wins. A trait could not say it,
// because `Const<1>` against `Const<N>` overlaps with `E` against `E` where N = 1.

macro_rules! stretch_rules {
    ($($(#[$doc:meta])* $Rule:ident [$($generics:tt)*] $Receiver:ty => $A:ty, $B:ty;)*) => { $(
        $(#[$doc])*
        pub trait $Rule {
            /// The extent types once stretched.
            type Stretched;
            /// The pair once stretched.
            fn stretch(self) -> Self::Stretched;
        }
        impl<$($generics)*> $Rule for $Receiver {
            type Stretched = Pair<$A, $B>;
            #[inline(always)]
            fn stretch(self) -> Pair<$A, $B> {
                Pair(PhantomData)
            }
        }
    )* };
}

stretch_rules! {
    /// Equal extent types stay.
    StretchEqual [E] &&&&&Pair<E, E> => E, E;
    /// A missing ellipsis axis takes the other operand's.
    StretchAbsentFirst [E: Extent] &&&&Pair<NoAxis, E> => E, E;
    /// A missing ellipsis axis takes the other operand's.
    StretchAbsentSecond [E: Extent] &&&Pair<E, NoAxis> => E, E;
    /// An extent of 1 stretches.
    StretchFirst [E: Extent] &&Pair<Const<1>, E> => E, E;
    /// An extent of 1 stretches.
    StretchSecond [E: Extent] &Pair<E, Const<1>> => E, E;
    /// Anything else must agree.
    StretchNone [A, B] Pair<A, B> => A, B;
    /// Equal extent types stay.
    TargetEqual [E] &&&&Pair<E, E> => E, E;
    /// An axis that no operand has takes the target's.
    TargetAbsent [E: Extent] &&&Pair<NoAxis, E> => E, E;
    /// An extent of 1 stretches to the target's.
    TargetOne [E: Extent] &&Pair<Const<1>, E> => E, E;
    /// An axis that the target lacks: [`NotFewer`] says so, and nothing else does.
    TargetLacks [E: Extent] &Pair<E, NoAxis> => E, E;
    /// Anything else must agree: a target never stretches.
    TargetNone [A, B] Pair<A, B> => A, B;
    /// An axis that one side lacks: [`NotFewer`] or [`NotMore`] says so, and nothing else does.
    LacksSecond [E: Extent] &&Pair<E, NoAxis> => E, E;
    /// An axis that one side lacks.
    LacksFirst [E: Extent] &Pair<NoAxis, E> => E, E;
    /// Both have the axis, or lack it.
    LacksNone [A, B] Pair<A, B> => A, B;
}

/// An axis, or none, where another has an axis too, or none.
trait Covers<Other> {}

impl<E: Extent, Other> Covers<Other> for E {}
impl Covers<NoAxis> for NoAxis {}

/// The extent type of an output's ellipsis axis, against the operands'.
#[diagnostic::on_unimplemented(
    message = "the output has fewer axes than the operands",
    label = "an existing output is not given more axes"
)]
pub trait NotFewer<Operands>: Sized {
    /// The check.
    #[inline(always)]
    fn check(_: Axis<Operands>, _: Axis<Self>) {}
}

#[diagnostic::do_not_recommend]
#[allow(private_bounds)]
impl<A, B: Covers<A>> NotFewer<A> for B {}

/// The extent type of an output's ellipsis axis, against the operands'.
#[diagnostic::on_unimplemented(
    message = "the ellipsis stands for more axes in the output than in the operands",
    label = "only positional kernels repeat a value along axes that no operand has"
)]
pub trait NotMore<Operands>: Sized {
    /// The check.
    #[inline(always)]
    fn check(_: Axis<Operands>, _: Axis<Self>) {}
}

#[diagnostic::do_not_recommend]
#[allow(private_bounds)]
impl<A: Covers<B>, B> NotMore<A> for B {}

/// A pair of extent types, once what the operands have has stretched to the target's.
#[doc(hidden)]
#[macro_export]
macro_rules! stretch_to_target {
    ($a:expr, $b:expr) => {{
        use $crate::macro_support::stretching_to_target::*;
        $crate::macro_support::NotFewer::check($a, $b);
        (&&&&$crate::macro_support::pair($a, $b)).stretch()
    }};
}

/// A pair of extent types, of which either both or none is an axis.
#[doc(hidden)]
#[macro_export]
macro_rules! pair_of_ellipsis {
    ($a:expr, $b:expr) => {{
        use $crate::macro_support::lacking::*;
        $crate::macro_support::NotFewer::check($a, $b);
        $crate::macro_support::NotMore::check($a, $b);
        (&&$crate::macro_support::pair($a, $b)).stretch()
    }};
}

/// A pair of extent types, once extents of 1 and missing ellipsis axes have stretched to the other's.
#[doc(hidden)]
#[macro_export]
macro_rules! stretch {
    ($a:expr, $b:expr) => {{
        use $crate::macro_support::stretching::*;
        (&&&&&$crate::macro_support::pair($a, $b)).stretch()
    }};
}

/// The extents of a result, as a tuple of markers.
#[diagnostic::on_unimplemented(
    message = "the result would have more than 8 axes",
    label = "arrays have at most 8 axes"
)]
pub trait Markers {
    /// The shape of the result.
    type Shape: Shape;
}

macro_rules! markers {
    ($(($($E:ident),*))*) => { $(
        impl<$($E: Extent),*> Markers for ($(Axis<$E>,)*) {
            type Shape = ($($E,)*);
        }
    )* };
}

markers! { () (A) (A, B) (A, B, C) (A, B, C, D) (A, B, C, D, F) (A, B, C, D, F, G) (A, B, C, D, F, G, H) (A, B, C, D, F, G, H, I) }
