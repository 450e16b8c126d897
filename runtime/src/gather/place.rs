//! The type of what subscripts with index arrays and masks choose from a shape.
//!
//! As for slices, each list of subscripts walks over the extents from its own side (see [`crate::slicing`]). It leaves a
//! list of items: axes that are [`Kept`], extents that are [`Chosen`], a [`Gap`] where the ellipsis stands. NumPy's rule
//! is then a fold over the items: index arrays, masks and integers are broadcast together; what comes of them stands where they
//! stand if they are neighbours, and in front if anything separates them.

use crate::axes::ExtentList;
use crate::extent::{Const, Dyn, Extent};
use crate::gather::selection::Items;
use crate::gather::subscript::{Indices, Mask};
use crate::operand::Operand;
use crate::shape::Shape;
use crate::slicing::{At, Ellipsis, Entry, IndexNumber, NewAxis, NoEllipsis, Span, Subscripts, Whole};

/// An axis that stays.
#[doc(hidden)]
pub enum Kept<E> {
    /// Types only.
    Never(core::convert::Infallible, E),
}

/// Extents of an index array.
#[doc(hidden)]
pub enum Chosen<B> {
    /// Types only.
    Never(core::convert::Infallible, B),
}

/// The place of an ellipsis: it separates index arrays even where it stands for no axis.
#[doc(hidden)]
pub enum Gap {}

/// A list of items.
#[doc(hidden)]
pub trait ItemList {
    /// The items of this list, then those of `Tail`.
    type Then<Tail: ItemList>: ItemList;
    /// The items of this list in reverse order, then those of `Tail`.
    type ReversedThen<Tail: ItemList>: ItemList;
    /// NumPy's rule, in a state of the fold.
    type Placed<State: Placing>: ExtentList;
    /// All extents where their subscripts stand.
    type InPlace: ExtentList;
}

impl ItemList for () {
    type Then<Tail: ItemList> = Tail;
    type ReversedThen<Tail: ItemList> = Tail;
    type Placed<State: Placing> = State::End;
    type InPlace = ();
}

impl<E: Extent, Rest: ItemList> ItemList for (Kept<E>, Rest) {
    type Then<Tail: ItemList> = (Kept<E>, Rest::Then<Tail>);
    type ReversedThen<Tail: ItemList> = Rest::ReversedThen<(Kept<E>, Tail)>;
    type Placed<State: Placing> = Rest::Placed<State::Keep<(E, ())>>;
    type InPlace = (E, Rest::InPlace);
}

impl<B: Broadcast, Rest: ItemList> ItemList for (Chosen<B>, Rest) {
    type Then<Tail: ItemList> = (Chosen<B>, Rest::Then<Tail>);
    type ReversedThen<Tail: ItemList> = Rest::ReversedThen<(Chosen<B>, Tail)>;
    type Placed<State: Placing> = Rest::Placed<State::Choose<B>>;
    type InPlace = B::Then<Rest::InPlace>;
}

impl<Rest: ItemList> ItemList for (Gap, Rest) {
    type Then<Tail: ItemList> = (Gap, Rest::Then<Tail>);
    type ReversedThen<Tail: ItemList> = Rest::ReversedThen<(Gap, Tail)>;
    type Placed<State: Placing> = Rest::Placed<State::Keep<()>>;
    type InPlace = Rest::InPlace;
}

/// A list of extents that is broadcast with others.
#[doc(hidden)]
pub trait Broadcast: ExtentList {
    /// With another: that one where this has no axes.
    type With<Other: Broadcast>: Broadcast;
    /// `(E, Rest)` with this one: itself where this has no axes; else what is known of the extents is not enough.
    type After<E: Extent, Rest: Broadcast>: Broadcast;
    /// As many extents as the longer of the two has, known at run time only.
    type Longer<Other: Broadcast>: Broadcast;
    /// As many extents, known at run time only.
    type Counted: Broadcast;
    /// One extent less, if there is one.
    type Shorter: Broadcast;
}

impl Broadcast for () {
    type With<Other: Broadcast> = Other;
    type After<E: Extent, Rest: Broadcast> = (E, Rest);
    type Longer<Other: Broadcast> = Other::Counted;
    type Counted = ();
    type Shorter = ();
}

impl<E: Extent, Rest: Broadcast> Broadcast for (E, Rest) {
    type With<Other: Broadcast> = Other::After<E, Rest>;
    type After<F: Extent, Tail: Broadcast> = (Dyn, Rest::Longer<Tail>);
    type Longer<Other: Broadcast> = (Dyn, Rest::Longer<Other::Shorter>);
    type Counted = (Dyn, Rest::Counted);
    type Shorter = Rest;
}

/// A state of the fold over items.
#[doc(hidden)]
pub trait Placing {
    /// After axes that stay.
    type Keep<L: ExtentList>: Placing;
    /// After an index array.
    type Choose<B: Broadcast>: Placing;
    /// All extents.
    type End: ExtentList;
}

/// No index array yet, and these axes.
#[doc(hidden)]
pub enum Open<K> {
    /// Types only.
    Never(core::convert::Infallible, K),
}

/// These axes, then index arrays that are neighbours.
#[doc(hidden)]
pub enum Within<K, B> {
    /// Types only.
    Never(core::convert::Infallible, K, B),
}

/// These axes, index arrays, and axes behind them.
#[doc(hidden)]
pub enum Closed<K, B, A> {
    /// Types only.
    Never(core::convert::Infallible, K, B, A),
}

/// Index arrays that something separates, and all axes.
#[doc(hidden)]
pub enum InFront<B, K> {
    /// Types only.
    Never(core::convert::Infallible, B, K),
}

impl<K: ExtentList> Placing for Open<K> {
    type Keep<L: ExtentList> = Open<K::Then<L>>;
    type Choose<B: Broadcast> = Within<K, B>;
    type End = K;
}

impl<K: ExtentList, B: Broadcast> Placing for Within<K, B> {
    type Keep<L: ExtentList> = Closed<K, B, L>;
    type Choose<C: Broadcast> = Within<K, B::With<C>>;
    type End = K::Then<B>;
}

impl<K: ExtentList, B: Broadcast, A: ExtentList> Placing for Closed<K, B, A> {
    type Keep<L: ExtentList> = Closed<K, B, A::Then<L>>;
    type Choose<C: Broadcast> = InFront<B::With<C>, K::Then<A>>;
    type End = K::Then<B::Then<A>>;
}

impl<B: Broadcast, K: ExtentList> Placing for InFront<B, K> {
    type Keep<L: ExtentList> = InFront<B, K::Then<L>>;
    type Choose<C: Broadcast> = InFront<B::With<C>, K>;
    type End = B::Then<K>;
}

/// A list of extents without as many as `Taken` has.
#[doc(hidden)]
pub trait Without<Taken>: ExtentList {
    /// The others.
    type Left: ExtentList;
}

impl<L: ExtentList> Without<()> for L {
    type Left = L;
}

impl<E: Extent, L: Without<Taken>, X, Taken> Without<(X, Taken)> for (E, L) {
    type Left = L::Left;
}

/// A list of extents over which the subscripts `Spec` walk from the left, as [`Walk`](crate::slicing::Walk).
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "too many subscripts for an array of shape `{S}`",
    label = "more subscripts than axes",
    note = "an integer, a range, `..` and an index array stand for one axis each, a mask for as many as it has; `NewAxis` and `...` need none"
)]
pub trait Choose<S, Spec>: ExtentList {
    /// What the subscripts make of the axes that they meet.
    type Items: ItemList;
    /// The extents that they do not meet.
    type Unmet: ExtentList + AllKept;
}

impl<S, L: AllKept> Choose<S, ()> for L {
    type Items = ();
    type Unmet = L;
}

#[diagnostic::do_not_recommend]
impl<S, E: Extent, L: Choose<S, Rest>, Rest> Choose<S, (Whole, Rest)> for (E, L) {
    type Items = (Kept<E>, L::Items);
    type Unmet = L::Unmet;
}

#[diagnostic::do_not_recommend]
impl<S, E: Extent, L: Choose<S, Rest>, Rest> Choose<S, (Span, Rest)> for (E, L) {
    type Items = (Kept<Dyn>, L::Items);
    type Unmet = L::Unmet;
}

#[diagnostic::do_not_recommend]
impl<S, E: Extent, L: Choose<S, Rest>, Rest> Choose<S, (At, Rest)> for (E, L) {
    type Items = (Chosen<()>, L::Items);
    type Unmet = L::Unmet;
}

#[diagnostic::do_not_recommend]
impl<S, L: Choose<S, Rest>, Rest> Choose<S, (NewAxis, Rest)> for L {
    type Items = (Kept<Const<1>>, L::Items);
    type Unmet = L::Unmet;
}

#[diagnostic::do_not_recommend]
impl<S, E: Extent, L: Choose<S, Rest>, O: Operand<Shape: Shape<List: Broadcast>>, Rest> Choose<S, (Indices<O>, Rest)>
    for (E, L)
{
    type Items = (Chosen<<O::Shape as Shape>::List>, L::Items);
    type Unmet = L::Unmet;
}

#[diagnostic::do_not_recommend]
impl<S, L, O: Operand, Rest> Choose<S, (Mask<O>, Rest)> for L
where
    L: Without<<O::Shape as Shape>::List, Left: Choose<S, Rest>>,
{
    type Items = (Chosen<(Dyn, ())>, <L::Left as Choose<S, Rest>>::Items);
    type Unmet = <L::Left as Choose<S, Rest>>::Unmet;
}

/// A list of extents as axes that stay.
#[doc(hidden)]
pub trait AllKept: ExtentList {
    /// The list of items.
    type Items: ItemList;
}

impl AllKept for () {
    type Items = ();
}

impl<E: Extent, L: AllKept> AllKept for (E, L) {
    type Items = (Kept<E>, L::Items);
}

/// Subscripts, index arrays and masks among them, that choose from an array of shape `S`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "too many subscripts for an array of shape `{S}`",
    label = "more subscripts than axes",
    note = "an integer, a range, `..` and an index array stand for one axis each, a mask for as many as it has; `NewAxis` and `...` need none"
)]
pub trait ChoiceOf<S: Shape> {
    /// What becomes of the axes.
    type Items: ItemList;
    /// The subscripts as values, in the order of their writing.
    fn push_all<'a>(&'a self, items: &mut Items<'a>);
}

/// The extents of what `gather` chooses.
#[doc(hidden)]
pub type Gathered<Spec, S> = <<Spec as ChoiceOf<S>>::Items as ItemList>::Placed<Open<()>>;
/// The extents of what `gather_outer` chooses.
#[doc(hidden)]
pub type OuterOf<Spec, S> = <<Spec as ChoiceOf<S>>::Items as ItemList>::InPlace;

type ItemsOf<S, L, Spec> = <L as Choose<S, Spec>>::Items;
type Unmet<S, L, Spec> = <L as Choose<S, Spec>>::Unmet;
type Then<L, Tail> = <L as ItemList>::Then<Tail>;

#[diagnostic::do_not_recommend]
impl<S, Front> ChoiceOf<S> for Subscripts<Front, NoEllipsis>
where
    S: Shape<List: Choose<S, Front>>,
    Front: Choices,
{
    type Items = Then<ItemsOf<S, S::List, Front>, <Unmet<S, S::List, Front> as AllKept>::Items>;

    fn push_all<'a>(&'a self, items: &mut Items<'a>) {
        self.front().push(items);
    }
}

/// The axes that `Front` does not meet, from the last one.
type FromBack<S, Front> = <Unmet<S, <S as Shape>::List, Front> as ExtentList>::ReversedThen<()>;
/// What `Back` makes of these, from the last one: its items, the ellipsis, the axes that it does not meet.
type BackItems<S, Front, Back> =
    Then<ItemsOf<S, FromBack<S, Front>, Back>, (Gap, <Unmet<S, FromBack<S, Front>, Back> as AllKept>::Items)>;

#[diagnostic::do_not_recommend]
impl<S, Front, Back> ChoiceOf<S> for Subscripts<Front, Ellipsis<Back>>
where
    S: Shape<List: Choose<S, Front>>,
    FromBack<S, Front>: Choose<S, Back>,
    Front: Choices,
    Back: Choices,
{
    type Items = Then<ItemsOf<S, S::List, Front>, <BackItems<S, Front, Back> as ItemList>::ReversedThen<()>>;

    fn push_all<'a>(&'a self, items: &mut Items<'a>) {
        self.front().push(items);
        items.push_ellipsis();
        let back = items.len();
        self.back().0.push(items);
        items.reverse_from(back);
    }
}

/// A list of subscripts, `(A, (B, ()))`, index arrays and masks among them.
#[doc(hidden)]
pub trait Choices {
    /// Their values.
    fn push<'a>(&'a self, items: &mut Items<'a>);
}

impl Choices for () {
    fn push<'a>(&'a self, _: &mut Items<'a>) {}
}

impl<E: ChoiceEntry, Rest: Choices> Choices for (E, Rest) {
    fn push<'a>(&'a self, items: &mut Items<'a>) {
        self.0.push(items);
        self.1.push(items);
    }
}

/// One subscript, an index array or a mask among them.
#[doc(hidden)]
pub trait ChoiceEntry {
    /// Its value.
    fn push<'a>(&'a self, items: &mut Items<'a>);
}

macro_rules! basic_entries {
    ($($Entry:ty)*) => { $(
        impl ChoiceEntry for $Entry {
            fn push<'a>(&'a self, items: &mut Items<'a>) {
                items.push_basic(self.item());
            }
        }
    )* };
}

basic_entries! { Whole NewAxis At Span }

impl<O: Operand<Elem: IndexNumber>> ChoiceEntry for Indices<O> {
    fn push<'a>(&'a self, items: &mut Items<'a>) {
        items.push_indices(Box::new(self.view()));
    }
}

impl<O: Operand<Elem = bool>> ChoiceEntry for Mask<O> {
    fn push<'a>(&'a self, items: &mut Items<'a>) {
        items.push_mask(Box::new(self.view()));
    }
}
