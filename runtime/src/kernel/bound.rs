//! Operands and targets once their rank is checked.

use core::marker::PhantomData;

use super::agree::Axis;
use crate::array::Array;
use crate::element::Element;
use crate::expr::{Arg, Expr, arg as arg_node};
use crate::operand::{Operand, OperandMut};
use crate::shape::{AxisAt, Shape};
use crate::view::{View, ViewMut};

/// An operand whose rank fits its subscripts; `F` is the family that decides what a result is.
pub struct Bound<'a, T, S: Shape, F> {
    pub(super) view: View<'a, T, S>,
    family: PhantomData<F>,
}

impl<T, S: Shape, F> Clone for Bound<'_, T, S, F> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, S: Shape, F> Copy for Bound<'_, T, S, F> {}

/// What a kernel writes into, once its rank is checked.
pub struct Target<'a, T, S: Shape> {
    pub(super) view: ViewMut<'a, T, S>,
}

/// The target of a kernel, read at the labels at which it is written: an operand without a borrow of its own.
pub struct InPlace<T, S: Shape> {
    /// The target's first element, to tell that it is the target of the same kernel.
    pub(super) first: *const T,
    pub(super) shape: S,
    pub(super) strides: S::Strides,
}

impl<T, S: Shape> Clone for InPlace<T, S> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, S: Shape> Copy for InPlace<T, S> {}

/// A shape of rank `N`. `Known` is the shape itself: unknown where the rank differs, so that one mistake is one error.
#[diagnostic::on_unimplemented(
    message = "{N} axes are named here, but this operand has shape `{Self}`",
    label = "the number of subscripts differs from the operand's rank"
)]
pub trait Ranked<const N: usize, Known: Shape>: Shape {
    /// The view itself.
    fn ranked<T>(view: View<'_, T, Self>) -> View<'_, T, Known>;
    /// The view itself.
    fn ranked_mut<T>(view: ViewMut<'_, T, Self>) -> ViewMut<'_, T, Known>;
}

/// A shape of rank `N` or more, for subscripts with an ellipsis.
#[diagnostic::on_unimplemented(
    message = "{N} axes are named here beside the ellipsis, but this operand has shape `{Self}`",
    label = "more subscripts than the operand has axes"
)]
pub trait RankedAtLeast<const N: usize, Known: Shape>: Shape {
    /// The view itself.
    fn ranked<T>(view: View<'_, T, Self>) -> View<'_, T, Known>;
    /// The view itself.
    fn ranked_mut<T>(view: ViewMut<'_, T, Self>) -> ViewMut<'_, T, Known>;
}

macro_rules! ranked {
    (@least $E:tt $($least:literal)*) => { $( ranked!(@impl RankedAtLeast $least $E); )* };
    (@impl $Trait:ident $rank:literal ($($E:ident)*)) => {
        impl<$($E: crate::Extent),*> $Trait<$rank, ($($E,)*)> for ($($E,)*) {
            #[inline(always)]
            fn ranked<T>(view: View<'_, T, Self>) -> View<'_, T, Self> {
                view
            }
            #[inline(always)]
            fn ranked_mut<T>(view: ViewMut<'_, T, Self>) -> ViewMut<'_, T, Self> {
                view
            }
        }
    };
    ($($rank:literal $E:tt [$($least:literal)*];)*) => { $(
        ranked!(@impl Ranked $rank $E);
        ranked!(@least $E $($least)*);
    )* };
}

ranked! {
    0 () [0];
    1 (A) [0 1];
    2 (A B) [0 1 2];
    3 (A B C) [0 1 2 3];
    4 (A B C D) [0 1 2 3 4];
    5 (A B C D G) [0 1 2 3 4 5];
    6 (A B C D G H) [0 1 2 3 4 5 6];
    7 (A B C D G H I) [0 1 2 3 4 5 6 7];
    8 (A B C D G H I J) [0 1 2 3 4 5 6 7 8];
}

/// A number that decides a type: of subscripts, of an axis, of a term.
#[derive(Clone, Copy)]
pub struct Num<const N: usize>;

/// Binds an operand with `N` subscripts.
#[inline(always)]
pub fn operand<const N: usize, O, T, R, S, F>(_: Num<N>, operand: &O) -> Bound<'_, T, S, F>
where
    O: Operand<Elem = T, Shape = R, Family = F> + ?Sized,
    T: Copy,
    R: Ranked<N, S>,
    S: Shape,
{
    Bound { view: R::ranked(operand.as_view()), family: PhantomData }
}

/// Binds an operand with `N` subscripts beside an ellipsis.
#[inline(always)]
pub fn operand_at_least<const N: usize, O, T, R, S, F>(_: Num<N>, operand: &O) -> Bound<'_, T, S, F>
where
    O: Operand<Elem = T, Shape = R, Family = F> + ?Sized,
    T: Copy,
    R: RankedAtLeast<N, S>,
    S: Shape,
{
    Bound { view: R::ranked(operand.as_view()), family: PhantomData }
}

/// Binds the target, with `N` subscripts.
#[inline(always)]
pub fn target<const N: usize, O, T, R, S>(_: Num<N>, target: &mut O) -> Target<'_, T, S>
where
    O: OperandMut<Elem = T, Shape = R> + ?Sized,
    T: Copy,
    R: Ranked<N, S>,
    S: Shape,
{
    Target { view: R::ranked_mut(target.as_view_mut()) }
}

/// Binds the target, with `N` subscripts beside an ellipsis.
#[inline(always)]
pub fn target_at_least<const N: usize, O, T, R, S>(_: Num<N>, target: &mut O) -> Target<'_, T, S>
where
    O: OperandMut<Elem = T, Shape = R> + ?Sized,
    T: Copy,
    R: RankedAtLeast<N, S>,
    S: Shape,
{
    Target { view: R::ranked_mut(target.as_view_mut()) }
}

/// A copy of the target, for a kernel that reads it at other labels than it writes.
#[inline]
pub fn snapshot<T: Copy, S: Shape>(target: &Target<'_, T, S>) -> Array<T, S> {
    target.view.view().to_owned()
}

/// The target as an operand that is read where it is written.
#[inline(always)]
pub fn in_place<T, S: Shape>(target: &Target<'_, T, S>) -> InPlace<T, S> {
    InPlace { first: target.view.view().as_ptr(), shape: target.view.shape(), strides: target.view.strides() }
}

/// Something whose axes have extent types: a bound operand or a target.
pub trait Axes {
    /// Its shape.
    type Shape: Shape;
}

impl<T, S: Shape, F> Axes for Bound<'_, T, S, F> {
    type Shape = S;
}

impl<T, S: Shape> Axes for Target<'_, T, S> {
    type Shape = S;
}

impl<T, S: Shape> Axes for InPlace<T, S> {
    type Shape = S;
}

/// The extent type of axis `I`.
#[inline(always)]
pub fn axis<const I: usize, B, S, E>(_: Num<I>, _: &B) -> Axis<E>
where
    B: Axes<Shape = S>,
    S: AxisAt<I, Extent = E>,
    E: crate::Extent,
{
    Axis::marker()
}

/// The target of a kernel, borrowed as a mutable reference would be: `c` and a `c` that is itself `&mut` alike.
///
/// Implemented for everything, so that what is wrong with a target is said by [`target`].
pub trait BindTarget {
    /// The target.
    fn ndweave_target(&mut self) -> &mut Self;
}

impl<T: ?Sized> BindTarget for T {
    #[inline(always)]
    fn ndweave_target(&mut self) -> &mut T {
        self
    }
}

/// A number from the scope. The bound is [`Element`]'s, in words for what stands without subscripts.
#[diagnostic::on_unimplemented(
    message = "`{Self}` stands here without subscripts, so it must be a number",
    label = "not a number",
    note = "an array needs its labels, as in `a[i, j]`; a reference to a number needs `*`"
)]
pub trait ScopeScalar: Copy {}

#[diagnostic::do_not_recommend]
impl<T: Element> ScopeScalar for T {}

/// A number from the scope.
#[inline(always)]
pub fn scalar<T: ScopeScalar>(value: &T) -> T {
    *value
}

/// Equal element types. `Known` is the type itself: unknown where they differ, so that one mistake is one error.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` and `{Other}` do not mix in one sum of products",
    label = "elements of type `{Other}` where the others have `{Self}`",
    note = "all operands of a product have one element type: convert one with `map`, or write `x[i] as f64`"
)]
pub trait SameElement<Other, Known> {
    /// The view itself.
    fn same<S: Shape>(view: View<'_, Other, S>) -> View<'_, Known, S>;
    /// The value itself.
    fn value(other: Other) -> Known;
}

impl<T> SameElement<T, T> for T {
    #[inline(always)]
    fn same<S: Shape>(view: View<'_, T, S>) -> View<'_, T, S> {
        view
    }

    #[inline(always)]
    fn value(other: T) -> T {
        other
    }
}

/// Something that holds elements of one type.
pub trait Elements {
    /// The type.
    type Elem;
}

impl<T, S: Shape, F> Elements for Bound<'_, T, S, F> {
    type Elem = T;
}

impl<T, S: Shape> Elements for Target<'_, T, S> {
    type Elem = T;
}

impl<T, S: Shape> Elements for InPlace<T, S> {
    type Elem = T;
}

/// The operand `x`, whose elements are those of `first`.
#[inline(always)]
pub fn like<'a, E, A, B, T, S, F>(_: &E, x: Bound<'a, B, S, F>) -> Bound<'a, T, S, F>
where
    E: Elements<Elem = A>,
    A: SameElement<B, T>,
    S: Shape,
{
    Bound { view: A::same(x.view), family: PhantomData }
}

/// The node that reads operand `x`, which stands at position `P` of its term.
#[inline(always)]
pub fn arg<P: Copy, X, T>(_: P, _: &X) -> Expr<T, Arg<P>>
where
    X: Elements<Elem = T>,
    T: Element,
{
    arg_node()
}
