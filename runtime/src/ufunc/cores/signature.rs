//! The signature of a ufunc with core axes as types: which axes of an operand are its own, and what follows for the result.
//!
//! Labels are numbered. An environment is a list with one slot a label: [`Free`], or the extent that the operands before have. Lists of
//! extents and of axes go from the last one, as core axes are the last ones.

use core::marker::PhantomData;

use super::layout::Length;
use crate::element::Element;
use crate::extent::{Agree, Const, Dyn, Extent};
use crate::kernel::{Count, Num, Reverse};
use crate::shape::Shape;
use crate::ufunc::stretch::Align;

/// An axis whose length is label `I`, which is spelled `L`.
pub struct Of<const I: usize, L>(PhantomData<L>);

/// An axis of constant length.
pub struct Exactly<const N: usize>;

/// An axis of a result whose length is computed from labels.
pub struct Computed;

/// A label of one letter.
pub struct Letter<const C: char>;

/// A label of several letters.
pub struct Word<L>(PhantomData<L>);

/// The slot of a label that no operand has had yet.
pub struct Free;

/// A parameter, or a result: elements `T`, core axes `Axes`, and how a body sees it.
pub struct Item<T, Axes, K>(PhantomData<(T, Axes, K)>);

/// Two extents of one label of one letter.
#[diagnostic::on_unimplemented(
    message = "core axis {L} is `{Self}` in one operand but `{Other}` in another",
    label = "extents `{Self}` and `{Other}` of core axis {L}"
)]
pub trait LetterAgrees<const L: char, Other> {
    /// What is known of both.
    type Known: Extent;
}

#[diagnostic::do_not_recommend]
impl<const L: char, A: Agree<B>, B: Extent> LetterAgrees<L, B> for A {
    type Known = A::Extent;
}

/// Two extents of one label of several letters.
#[diagnostic::on_unimplemented(
    message = "core axis `{L}` is `{Self}` in one operand but `{Other}` in another",
    label = "extents `{Self}` and `{Other}` of core axis `{L}`"
)]
pub trait WordAgrees<L, Other> {
    /// What is known of both.
    type Known: Extent;
}

#[diagnostic::do_not_recommend]
impl<L, A: Agree<B>, B: Extent> WordAgrees<L, B> for A {
    type Known = A::Extent;
}

/// How a label says that its extents differ.
pub trait Spelled<A, B> {
    /// What is known of both.
    type Known: Extent;
}

impl<const C: char, A: LetterAgrees<C, B>, B> Spelled<A, B> for Letter<C> {
    type Known = A::Known;
}

impl<L, A: WordAgrees<L, B>, B> Spelled<A, B> for Word<L> {
    type Known = A::Known;
}

/// An environment with extent `E` in the slot of the label at position `P`, which is spelled `L`.
pub trait Bind<P, L, E> {
    /// The new environment.
    type Bound;
}

impl<L, E: Extent, Rest> Bind<crate::expr::Here, L, E> for (Free, Rest) {
    type Bound = (E, Rest);
}

impl<L: Spelled<A, E>, A: Extent, E, Rest> Bind<crate::expr::Here, L, E> for (A, Rest) {
    type Bound = (L::Known, Rest);
}

impl<P, L, E, Slot, Rest: Bind<P, L, E>> Bind<crate::expr::After<P>, L, E> for (Slot, Rest) {
    type Bound = (Slot, Rest::Bound);
}

/// The extent of a label in an environment.
pub trait Lookup<P> {
    /// It.
    type Extent: Extent;
}

impl<E: Extent, Rest> Lookup<crate::expr::Here> for (E, Rest) {
    type Extent = E;
}

impl<P, Slot, Rest: Lookup<P>> Lookup<crate::expr::After<P>> for (Slot, Rest) {
    type Extent = Rest::Extent;
}

type At<const I: usize> = <Num<I> as Count>::Position;

/// An extent that is `N`, or may be.
#[diagnostic::on_unimplemented(
    message = "a core axis of length {N} cannot have extent `{Self}`",
    label = "a core axis has length {N}"
)]
pub trait HasLength<const N: usize> {}

#[diagnostic::do_not_recommend]
impl<const N: usize, E: Agree<Const<N>>> HasLength<N> for E {}

/// The extents of an operand, from the last, of which the first are core axes `Axes`.
#[diagnostic::on_unimplemented(
    message = "an operand has fewer axes than its parameter has core axes",
    label = "too few axes"
)]
pub trait Consume<Env, Axes> {
    /// The environment with the extents of their labels.
    type Env;
    /// The extents of the other axes.
    type Lead;
}

impl<Env, L> Consume<Env, ()> for L {
    type Env = Env;
    type Lead = L;
}

impl<Env, E, Rest, L, More, const I: usize> Consume<Env, (Of<I, L>, More)> for (E, Rest)
where
    Num<I>: Count,
    Env: Bind<At<I>, L, E>,
    Rest: Consume<Env::Bound, More>,
{
    type Env = Rest::Env;
    type Lead = Rest::Lead;
}

impl<Env, E, Rest, More, const N: usize> Consume<Env, (Exactly<N>, More)> for (E, Rest)
where
    E: HasLength<N>,
    Rest: Consume<Env, More>,
{
    type Env = Rest::Env;
    type Lead = Rest::Lead;
}

impl<Env, E, Rest: Consume<Env, More>, More> Consume<Env, (Computed, More)> for (E, Rest) {
    type Env = Rest::Env;
    type Lead = Rest::Lead;
}

/// The extents of a shape, from the last.
pub type Backward<S> = <<S as Shape>::List as Reverse<()>>::Reversed;

/// The shapes of all operands, `(S, (R, ()))`, whose core axes are `Axes`.
pub trait ConsumeAll<Env, Axes> {
    /// The environment with the extents of all labels.
    type Env;
    /// The extents that the axes in front stretch to, from the last.
    type Lead;
}

impl<Env> ConsumeAll<Env, ()> for () {
    type Env = Env;
    type Lead = ();
}

impl<Env, S, Others, Axes, More, Mid, Front> ConsumeAll<Env, (Axes, More)> for (S, Others)
where
    S: Shape,
    S::List: Reverse<()>,
    Backward<S>: Consume<Env, Axes, Env = Mid, Lead = Front>,
    Others: ConsumeAll<Mid, More>,
    Front: Align<Others::Lead>,
{
    type Env = Others::Env;
    type Lead = Front::Extents;
}

/// The core axes of a result, in front of which stand axes `Lead`, all from the last.
pub trait Extends<Env, Lead> {
    /// All of its extents.
    type Extents;
}

impl<Env, Lead> Extends<Env, Lead> for () {
    type Extents = Lead;
}

impl<Env, Lead, L, More, const I: usize> Extends<Env, Lead> for (Of<I, L>, More)
where
    Num<I>: Count,
    Env: Lookup<At<I>>,
    More: Extends<Env, Lead>,
{
    type Extents = (Env::Extent, More::Extents);
}

impl<Env, Lead, More: Extends<Env, Lead>, const N: usize> Extends<Env, Lead> for (Exactly<N>, More) {
    type Extents = (Const<N>, More::Extents);
}

impl<Env, Lead, More: Extends<Env, Lead>> Extends<Env, Lead> for (Computed, More) {
    type Extents = (Dyn, More::Extents);
}

/// Core axes as numbers.
pub trait Axes {
    /// Their lengths, from the last.
    const LENGTHS: &'static [Length];
    /// How many they are.
    const COUNT: usize;
    /// The list they are made from.
    const CHAIN: &'static Chain;
}

/// A list of lengths.
#[derive(Clone, Copy)]
pub struct Chain {
    lengths: [Length; 8],
    count: usize,
}

impl Chain {
    const fn after(self, length: Length) -> Chain {
        let Chain { mut lengths, count } = self;
        assert!(count < 8, "more than 8 core axes");
        let mut place = count;
        while place > 0 {
            lengths[place] = lengths[place - 1];
            place -= 1;
        }
        lengths[0] = length;
        Chain { lengths, count: count + 1 }
    }
}

impl Axes for () {
    const CHAIN: &'static Chain = &Chain { lengths: [Length::Computed; 8], count: 0 };
    const COUNT: usize = 0;
    const LENGTHS: &'static [Length] = &[];
}

macro_rules! axes {
    ([$($generics:tt)*] $Axis:ty => $length:expr) => {
        impl<More: Axes, $($generics)*> Axes for ($Axis, More) {
            const CHAIN: &'static Chain = &More::CHAIN.after($length);
            const COUNT: usize = More::COUNT + 1;
            const LENGTHS: &'static [Length] = Self::CHAIN.lengths.split_at(Self::CHAIN.count).0;
        }
    };
}

axes!([L, const I: usize] Of<I, L> => Length::Label(I));
axes!([const N: usize] Exactly<N> => Length::Exactly(N));
axes!([] Computed => Length::Computed);

/// Parameters, or results, as a tuple of [`Item`]s.
pub trait Items {
    /// The types of their elements, as a tuple.
    type Elements;
    /// Their core axes, as a list.
    type Axes;
    /// The same as numbers.
    const AXES: &'static [&'static [Length]];
}

macro_rules! items {
    ($(($($T:ident $A:ident $K:ident)*))*) => { $(
        impl<$($T: Element, $A: Axes, $K),*> Items for ($(Item<$T, $A, $K>,)*) {
            type Elements = ($($T,)*);
            type Axes = items!(@list $($A)*);
            const AXES: &'static [&'static [Length]] = &[$($A::LENGTHS),*];
        }
    )* };
    (@list) => { () };
    (@list $A:ident $($rest:ident)*) => { ($A, items!(@list $($rest)*)) };
}

items! {
    (A B C)
    (A B C D E F)
    (A B C D E F G H I)
    (A B C D E F G H I J K L)
    (A B C D E F G H I J K L M N O)
    (A B C D E F G H I J K L M N O P Q R)
    (A B C D E F G H I J K L M N O P Q R S T U)
    (A B C D E F G H I J K L M N O P Q R S T U V W X)
}
