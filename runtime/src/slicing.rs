//! Subscripts: what `s![]` makes, and the type of what they leave of a shape.
//!
//! `s![1..3, i, ..., NewAxis]` becomes a [`Subscripts`] of two typed lists, `(Span, (At, ()))` before
//! the ellipsis and `(NewAxis, ())` after it, the latter from its end. Each list walks over the extents of a shape
//! from its own side; what neither meets is kept whole. So the rank of the result, and the extents
//! that stay known, follow from types alone; the numbers are resolved in [`crate::index`].

use core::ops::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

use crate::axes::ExtentList;
use crate::extent::{Const, Dyn, Extent};
use crate::gather::{Indices, Mask};
use crate::index::{Item, Resolved, Stop};
use crate::shape::{Shape, ShapeList};

/// A new axis of extent 1, as a subscript of `s![]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewAxis;

/// The subscript `..`: a whole axis, whose extent stays as well known as it is.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Whole;

/// An integer as a subscript; the axis goes.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct At(i128);

/// A range as a subscript; the extent of the axis becomes [`Dyn`].
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Span {
    start: Option<isize>,
    stop: Stop,
    step: isize,
}

impl At {
    /// The entry at `index`.
    #[inline(always)]
    pub fn new<I: IndexNumber>(index: I) -> Self {
        At(index.widened())
    }
}

impl Span {
    /// All entries, in order.
    #[inline(always)]
    pub fn all() -> Self {
        Span { start: None, stop: Stop::End, step: 1 }
    }

    /// The entries that a range names.
    #[inline(always)]
    pub fn of<R: SubscriptRange>(range: R) -> Self {
        range.span()
    }

    /// From this entry on.
    #[inline(always)]
    pub fn start<I: IndexNumber>(self, start: I) -> Self {
        Span { start: Some(start.clipped()), ..self }
    }

    /// Up to and without this entry.
    #[inline(always)]
    pub fn before<I: IndexNumber>(self, stop: I) -> Self {
        Span { stop: Stop::Before(stop.clipped()), ..self }
    }

    /// Up to and with this entry.
    #[inline(always)]
    pub fn through<I: IndexNumber>(self, stop: I) -> Self {
        Span { stop: Stop::Through(stop.clipped()), ..self }
    }

    /// Every `step`-th entry; backwards where negative.
    #[inline(always)]
    pub fn by<I: IndexNumber>(self, step: I) -> Self {
        Span { step: step.clipped(), ..self }
    }
}

/// An integer that can index, bound a range or be a step; negative indices count from the end.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot index an axis, nor bound or step a range in `s![]`",
    label = "not an integer"
)]
pub trait IndexNumber: Copy {
    /// Without loss, but for the far end of `u128`.
    #[doc(hidden)]
    fn widened(self) -> i128;
    /// The nearest `isize`: far outside every axis is as good as any other place there.
    #[doc(hidden)]
    #[inline(always)]
    fn clipped(self) -> isize {
        self.widened().clamp(isize::MIN as i128, isize::MAX as i128) as isize
    }
    /// Whether its type has negative numbers.
    #[doc(hidden)]
    const SIGNED: bool;
    /// Without a comparison, for the types of at most 64 bits: a number that does not fit is negative, and far outside every axis if it is signed.
    #[doc(hidden)]
    #[inline(always)]
    fn near(self) -> isize {
        isize::try_from(self.widened()).unwrap_or(isize::MIN)
    }
    /// The entry of an axis that it means, counted from the end where negative; `None` outside.
    #[doc(hidden)]
    fn entry(self, extent: usize) -> Option<usize>;
}

/// What can stand in `s![]` for one axis: an integer, a range of integers, `..`, or [`NewAxis`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a subscript",
    label = "not an integer, a range of integers, `..`, `...` or `NewAxis`, nor a reference to an array of integers or `bool`"
)]
pub trait Subscript {
    /// What it becomes; this type tells what happens to the axis.
    #[doc(hidden)]
    type Entry: Copy;
    /// Converts it.
    #[doc(hidden)]
    fn into_entry(self) -> Self::Entry;
}

/// What can stand before a step, as in `s![r;2]`: a range.
#[diagnostic::on_unimplemented(
    message = "a step `;` follows a range, and `{Self}` is none",
    label = "not a range of integers"
)]
pub trait SubscriptRange {
    /// The entries it names.
    #[doc(hidden)]
    fn span(self) -> Span;
}

/// One resolved subscript that takes a part, without a copy.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "index arrays and masks copy, and a slice does not",
    label = "`gather` and `assign_at` take subscripts with index arrays or masks",
    note = "one index array or mask along an axis: `select`, `compress`; a mask of all elements: `mask`, `put_mask`"
)]
pub trait Entry: Copy {
    /// Its value.
    fn item(self) -> Item;
}

macro_rules! index_numbers {
    ($($T:ty: $Wide:ty;)*) => { $(
        impl IndexNumber for $T {
            const SIGNED: bool = <$T>::MIN != 0;
            #[inline(always)]
            fn widened(self) -> i128 {
                self as i128
            }
            #[inline(always)]
            #[allow(unused_comparisons)] // Some types have no negative numbers.
            fn entry(self, extent: usize) -> Option<usize> {
                // Extents fit in `isize`, so neither sum wraps.
                let entry = if self < 0 { (self as $Wide).wrapping_add(extent as $Wide) } else { self as $Wide };
                (0..extent as $Wide).contains(&entry).then_some(entry as usize)
            }
            // No type here has negative numbers that do not fit.
            #[cfg(target_pointer_width = "64")]
            #[inline(always)]
            fn clipped(self) -> isize {
                isize::try_from(self).unwrap_or(isize::MAX)
            }
            #[cfg(target_pointer_width = "64")]
            #[inline(always)]
            fn near(self) -> isize {
                self as isize
            }
        }
        integer_subscripts!($T);
    )* };
}

macro_rules! integer_subscripts {
    ($T:ty) => {
        impl Subscript for $T {
            type Entry = At;
            #[inline(always)]
            fn into_entry(self) -> At {
                At::new(self)
            }
        }
    };
}

index_numbers! {
    i8: i64; i16: i64; i32: i64; i64: i64; isize: i64;
    u8: u64; u16: u64; u32: u64; u64: u64; usize: u64;
}
integer_subscripts!(i128);
integer_subscripts!(u128);

impl IndexNumber for i128 {
    const SIGNED: bool = true;
    #[inline(always)]
    fn widened(self) -> i128 {
        self
    }
    #[inline(always)]
    fn entry(self, extent: usize) -> Option<usize> {
        let extent = extent as i128;
        let entry = if self < 0 { self.wrapping_add(extent) } else { self };
        (0..extent).contains(&entry).then_some(entry as usize)
    }
}

impl IndexNumber for u128 {
    const SIGNED: bool = false;
    #[inline(always)]
    fn widened(self) -> i128 {
        i128::try_from(self).unwrap_or(i128::MAX)
    }
    #[inline(always)]
    fn entry(self, extent: usize) -> Option<usize> {
        (self < extent as u128).then_some(self as usize)
    }
}

macro_rules! range_subscripts {
    ($($Range:ident, $r:ident => $span:expr;)*) => { $(
        impl<I: IndexNumber> SubscriptRange for $Range<I> {
            #[inline(always)]
            fn span(self) -> Span {
                let $r = self;
                $span
            }
        }
        impl<I: IndexNumber> Subscript for $Range<I> {
            type Entry = Span;
            #[inline(always)]
            fn into_entry(self) -> Span {
                self.span()
            }
        }
    )* };
}

range_subscripts! {
    Range, r => Span::all().start(r.start).before(r.end);
    RangeFrom, r => Span::all().start(r.start);
    RangeTo, r => Span::all().before(r.end);
    RangeInclusive, r => Span::all().start(*r.start()).through(*r.end());
    RangeToInclusive, r => Span::all().through(r.end);
}

impl SubscriptRange for RangeFull {
    #[inline(always)]
    fn span(self) -> Span {
        Span::all()
    }
}

macro_rules! own_entries {
    ($($From:ty => $Entry:ident;)*) => { $(
        impl Subscript for $From {
            type Entry = $Entry;
            #[inline(always)]
            fn into_entry(self) -> $Entry {
                $Entry
            }
        }
    )* };
}

own_entries! { RangeFull => Whole; Whole => Whole; NewAxis => NewAxis; }

impl Subscript for Span {
    type Entry = Span;
    #[inline(always)]
    fn into_entry(self) -> Span {
        self
    }
}

impl Subscript for At {
    type Entry = At;
    #[inline(always)]
    fn into_entry(self) -> At {
        self
    }
}

macro_rules! entries {
    ($($Entry:ty, $e:pat => $item:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Entry for $Entry {
            #[inline(always)]
            fn item(self) -> Item {
                let $e = self;
                $item
            }
        }
    )* };
}

entries! {
    Whole, _ => Item::Whole;
    NewAxis, _ => Item::NewAxis;
    At, At(index) => Item::At(index);
    Span, Span { start, stop, step } => Item::Span { start, stop, step };
}

/// A list of subscripts, `(A, (B, ()))`.
#[doc(hidden)]
pub trait Entries: Copy {
    /// Their values.
    fn push_all(self, items: &mut Resolved);
}

impl Entries for () {
    #[inline(always)]
    fn push_all(self, _: &mut Resolved) {}
}

impl<E: Entry, Rest: Entries> Entries for (E, Rest) {
    #[inline(always)]
    fn push_all(self, items: &mut Resolved) {
        items.push(self.0.item());
        self.1.push_all(items);
    }
}

/// No ellipsis was written: axes behind the last subscript are kept.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct NoEllipsis;

/// The subscripts behind an ellipsis, the last one first.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Ellipsis<Back>(pub Back);

/// What `s![]` makes.
#[derive(Clone, Copy, Debug)]
pub struct Subscripts<Front, Back> {
    front: Front,
    back: Back,
}

impl<Front, Back> Subscripts<Front, Back> {
    /// Subscripts from their two lists.
    #[doc(hidden)]
    #[inline(always)]
    pub fn new(front: Front, back: Back) -> Self {
        Subscripts { front, back }
    }

    /// The subscripts before the ellipsis.
    pub(crate) fn front(&self) -> &Front {
        &self.front
    }

    /// The subscripts behind the ellipsis.
    pub(crate) fn back(&self) -> &Back {
        &self.back
    }
}

/// Subscripts that take a part from an array of shape `S`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "too many subscripts for an array of shape `{S}`",
    label = "more subscripts than axes",
    note = "an integer, a range and `..` stand for one axis each; `NewAxis` and `...` need none"
)]
pub trait SubscriptsOf<S: Shape> {
    /// The extents of the part.
    type Left: ExtentList;
}

/// Subscripts that take a part without a copy: none of them is an index array or a mask.
#[doc(hidden)]
pub trait PartSubscripts {
    /// The subscripts as values.
    fn resolve(self) -> Resolved;
}

/// A list of extents over which the subscripts `Spec` walk from the left. They are subscripts of an array of
/// shape `S`, which only the message about a failing walk mentions: rustc reports some step of it.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "too many subscripts for an array of shape `{S}`",
    label = "more subscripts than axes",
    note = "an integer, a range and `..` stand for one axis each; `NewAxis` and `...` need none"
)]
pub trait Walk<S, Spec>: ExtentList {
    /// What the subscripts leave of the axes that they meet, and new axes.
    type Met: ExtentList;
    /// The axes that they do not meet.
    type Unmet: ExtentList;
}

impl<S, L: ExtentList> Walk<S, ()> for L {
    type Met = ();
    type Unmet = L;
}

#[diagnostic::do_not_recommend]
impl<S, E: Extent, L: Walk<S, Rest>, Rest> Walk<S, (Whole, Rest)> for (E, L) {
    type Met = (E, L::Met);
    type Unmet = L::Unmet;
}

#[diagnostic::do_not_recommend]
impl<S, E: Extent, L: Walk<S, Rest>, Rest> Walk<S, (Span, Rest)> for (E, L) {
    type Met = (Dyn, L::Met);
    type Unmet = L::Unmet;
}

#[diagnostic::do_not_recommend]
impl<S, E: Extent, L: Walk<S, Rest>, Rest> Walk<S, (At, Rest)> for (E, L) {
    type Met = L::Met;
    type Unmet = L::Unmet;
}

#[diagnostic::do_not_recommend]
impl<S, L: Walk<S, Rest>, Rest> Walk<S, (NewAxis, Rest)> for L {
    type Met = (Const<1>, L::Met);
    type Unmet = L::Unmet;
}

// Slices refuse index arrays and masks by `Entry`, in better words than by their number.
#[diagnostic::do_not_recommend]
impl<S, E: Extent, L: Walk<S, Rest>, O, Rest> Walk<S, (Indices<O>, Rest)> for (E, L) {
    type Met = (Dyn, L::Met);
    type Unmet = L::Unmet;
}

#[diagnostic::do_not_recommend]
impl<S, L: Walk<S, Rest>, O, Rest> Walk<S, (Mask<O>, Rest)> for L {
    type Met = (Dyn, L::Met);
    type Unmet = L::Unmet;
}

/// A list of extents that is short enough for a shape.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "these subscripts leave more than 8 axes",
    label = "too many new axes",
    note = "the largest rank is 8"
)]
pub trait IntoTuple {
    /// The tuple of the same extents.
    type Tuple: Shape;
}

#[diagnostic::do_not_recommend]
impl<L: ShapeList> IntoTuple for L {
    type Tuple = L::Shape;
}

/// The shape of the part that subscripts take.
#[doc(hidden)]
pub type PartOf<Spec, S> = <<Spec as SubscriptsOf<S>>::Left as IntoTuple>::Tuple;

type Met<S, L, Spec> = <L as Walk<S, Spec>>::Met;
type Unmet<S, L, Spec> = <L as Walk<S, Spec>>::Unmet;
type Then<L, Tail> = <L as ExtentList>::Then<Tail>;
type Reversed<L> = <L as ExtentList>::ReversedThen<()>;

#[diagnostic::do_not_recommend]
impl<S, Front> SubscriptsOf<S> for Subscripts<Front, NoEllipsis>
where
    S: Shape<List: Walk<S, Front>>,
{
    type Left = Then<Met<S, S::List, Front>, Unmet<S, S::List, Front>>;
}

impl<Front: Entries> PartSubscripts for Subscripts<Front, NoEllipsis> {
    #[inline(always)]
    fn resolve(self) -> Resolved {
        let mut items = Resolved::new();
        self.front.push_all(&mut items);
        items
    }
}

/// The axes that `Front` does not meet, from the last one.
type FromBack<S, Front> = Reversed<Unmet<S, <S as Shape>::List, Front>>;
/// What `Back` leaves of these, from the last one.
type BackPart<S, Front, Back> = Then<Met<S, FromBack<S, Front>, Back>, Unmet<S, FromBack<S, Front>, Back>>;

#[diagnostic::do_not_recommend]
impl<S, Front, Back> SubscriptsOf<S> for Subscripts<Front, Ellipsis<Back>>
where
    S: Shape<List: Walk<S, Front>>,
    FromBack<S, Front>: Walk<S, Back>,
{
    type Left = Then<Met<S, S::List, Front>, Reversed<BackPart<S, Front, Back>>>;
}

impl<Front: Entries, Back: Entries> PartSubscripts for Subscripts<Front, Ellipsis<Back>> {
    #[inline(always)]
    fn resolve(self) -> Resolved {
        let mut items = Resolved::new();
        self.front.push_all(&mut items);
        items.push(Item::Ellipsis);
        let back = items.len();
        self.back.0.push_all(&mut items);
        items.reverse_from(back);
        items
    }
}
