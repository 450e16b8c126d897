//! Operands and targets once their rank is checked.

use core::marker::PhantomData;

use num_complex::Complex;

use super::agree::Axis;
use super::term::{Joined, Product, Scaling, Terms};
use crate::array::Array;
use crate::element::Element;
use crate::expr::{Arg, ComplexOf, Expr, Never, RealPart, Refused, arg as arg_node};
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

/// The elements of an operand. `Known` is their type: unknown where kernels do not compute with it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an element that kernels compute with",
    label = "elements are floats, integers, `bool`, `Complex`, or types given to `element!`"
)]
pub trait ElementOf<Known>: Sized {
    /// The operand itself.
    fn of<S: Shape, F>(bound: Bound<'_, Self, S, F>) -> Bound<'_, Known, S, F>;
}

#[diagnostic::do_not_recommend]
impl<T: Element> ElementOf<T> for T {
    #[inline(always)]
    fn of<S: Shape, F>(bound: Bound<'_, T, S, F>) -> Bound<'_, T, S, F> {
        bound
    }
}

// Keeps `Known` unknown where `T` is no element: see `Never`.
#[diagnostic::do_not_recommend]
impl<T: Never> ElementOf<Refused> for T {
    fn of<S: Shape, F>(_: Bound<'_, T, S, F>) -> Bound<'_, Refused, S, F> {
        T::any()
    }
}

/// A shape of rank `N`. `Known` is the shape itself: unknown where the rank differs, so that one mistake is one error.
#[diagnostic::on_unimplemented(
    message = "the rank of an operand differs from its subscripts: the shape is `{Self}`, the number of subscripts {N}",
    label = "the number of subscripts is {N}"
)]
pub trait Ranked<const N: usize, Known: Shape>: Shape {
    /// The operand itself.
    fn operand<T: ElementOf<U>, U, F>(bound: Bound<'_, T, Self, F>) -> Bound<'_, U, Known, F>;
    /// The target itself.
    fn target<T>(target: Target<'_, T, Self>) -> Target<'_, T, Known>;
}

/// A shape of rank `N` or more, for subscripts with an ellipsis.
#[diagnostic::on_unimplemented(
    message = "an operand has fewer axes than subscripts: the shape is `{Self}`, the number of subscripts beside the ellipsis {N}",
    label = "the number of subscripts beside the ellipsis is {N}"
)]
pub trait RankedAtLeast<const N: usize, Known: Shape>: Shape {
    /// The operand itself.
    fn operand<T: ElementOf<U>, U, F>(bound: Bound<'_, T, Self, F>) -> Bound<'_, U, Known, F>;
    /// The target itself.
    fn target<T>(target: Target<'_, T, Self>) -> Target<'_, T, Known>;
}

/// The shape of rank 0. (An implementation for `()` itself would be shown, source and all, where a rank is wrong.)
trait RankZero: Shape {}

impl RankZero for () {}

macro_rules! ranked {
    (@zero $($Trait:ident)*) => { $(
        #[diagnostic::do_not_recommend]
        #[allow(private_bounds)]
        impl<S: RankZero> $Trait<0, S> for S {
            #[inline(always)]
            fn operand<T: ElementOf<U>, U, F>(bound: Bound<'_, T, Self, F>) -> Bound<'_, U, Self, F> {
                T::of(bound)
            }
            #[inline(always)]
            fn target<T>(target: Target<'_, T, Self>) -> Target<'_, T, Self> {
                target
            }
        }
    )* };
    (@least $E:tt $($least:literal)*) => { $( ranked!(@impl RankedAtLeast $least $E); )* };
    (@impl $Trait:ident $rank:literal ($($E:ident)*)) => {
        #[diagnostic::do_not_recommend]
        impl<$($E: crate::Extent),*> $Trait<$rank, ($($E,)*)> for ($($E,)*) {
            #[inline(always)]
            fn operand<T: ElementOf<U>, U, F>(bound: Bound<'_, T, Self, F>) -> Bound<'_, U, Self, F> {
                T::of(bound)
            }
            #[inline(always)]
            fn target<T>(target: Target<'_, T, Self>) -> Target<'_, T, Self> {
                target
            }
        }
    };
    ($($rank:literal $E:tt [$($least:literal)*];)*) => { $(
        ranked!(@impl Ranked $rank $E);
        ranked!(@least $E $($least)*);
    )* };
}

ranked! { @zero Ranked RankedAtLeast }

ranked! {
    1 (A) [0 1];
    2 (A B) [0 1 2];
    3 (A B C) [0 1 2 3];
    4 (A B C D) [0 1 2 3 4];
    5 (A B C D G) [0 1 2 3 4 5];
    6 (A B C D G H) [0 1 2 3 4 5 6];
    7 (A B C D G H I) [0 1 2 3 4 5 6 7];
    8 (A B C D G H I J) [0 1 2 3 4 5 6 7 8];
}

/// A number that decides a type: of an axis, of a term.
#[derive(Clone, Copy)]
pub struct Num<const N: usize>;

impl<'a, T, S: Shape, F> Bound<'a, T, S, F> {
    /// An operand, of whatever rank.
    #[inline(always)]
    pub(crate) fn new(view: View<'a, T, S>) -> Self {
        Bound { view, family: PhantomData }
    }

    /// The operand itself.
    #[inline(always)]
    pub(crate) fn view(self) -> View<'a, T, S> {
        self.view
    }

    /// Its element.
    ///
    /// # Safety
    ///
    /// It has one.
    #[inline(always)]
    pub(crate) unsafe fn only(self) -> T
    where
        T: Copy,
    {
        // SAFETY: the caller's promise; views are of initialised elements.
        unsafe { self.view.as_ptr().read() }
    }
}

impl<'a, T, S: Shape> Target<'a, T, S> {
    /// A target, of whatever rank.
    #[inline(always)]
    pub(crate) fn new(view: ViewMut<'a, T, S>) -> Self {
        Target { view }
    }
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
/// Implemented for everything, so that what is wrong with a target is said by `target`.
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

/// A number from the scope. `Known` is its type: unknown where it is not a number.
#[diagnostic::on_unimplemented(
    message = "`{Self}` stands here without subscripts, so it must be a number",
    label = "not a number",
    note = "an array needs its labels, as in `a[i, j]`; a reference to a number needs `*`"
)]
pub trait ScopeScalar<Known> {
    /// The number.
    fn scalar(&self) -> Known;
}

#[diagnostic::do_not_recommend]
impl<T: Element> ScopeScalar<T> for T {
    #[inline(always)]
    fn scalar(&self) -> T {
        *self
    }
}

// Keeps `Known` unknown where `T` is no number: see `Never`.
#[diagnostic::do_not_recommend]
impl<T: Never> ScopeScalar<Refused> for T {
    fn scalar(&self) -> Refused {
        Refused
    }
}

/// Equal element types. `Known` is the type itself: unknown where they differ, so that one mistake is one error.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` and `{Other}` do not mix in one kernel",
    label = "elements of type `{Other}` where the others have `{Self}`",
    note = "convert one side: `a.map(|x| x as f64)` for an array, `x[i] as f64` or `alpha as f64` in the kernel"
)]
pub trait SameElement<Other, Known>: Sized {
    /// The product times its new factor.
    fn scaled<X, const TERM: usize>(scaling: Scaling<Self, Other, X, TERM>) -> Product<Known, X, TERM>
    where
        Self: Element;
    /// The terms themselves.
    fn joined<C>(joined: Joined<Self, Other, C>) -> Terms<Known, C>;
}

#[diagnostic::do_not_recommend]
impl<T> SameElement<T, T> for T {
    #[inline(always)]
    fn scaled<X, const TERM: usize>(scaling: Scaling<T, T, X, TERM>) -> Product<T, X, TERM>
    where
        T: Element,
    {
        scaling.apply()
    }

    #[inline(always)]
    fn joined<C>(joined: Joined<T, T, C>) -> Terms<T, C> {
        joined.terms()
    }
}

// As for `Joins`: with one implementation alone, rustc shows it where the types of a generic function differ.
#[diagnostic::do_not_recommend]
impl<T: Never> SameElement<Refused, T> for T {
    fn scaled<X, const TERM: usize>(_: Scaling<T, Refused, X, TERM>) -> Product<T, X, TERM>
    where
        T: Element,
    {
        T::any()
    }

    fn joined<C>(_: Joined<T, Refused, C>) -> Terms<T, C> {
        T::any()
    }
}

/// Elements that the factors of a product may have together: equal ones, or real and complex ones of one precision. `Known` is the type of the
/// other factor: unknown where they may not. `How` tells which rule it is.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` and `{Other}` do not mix in one kernel",
    label = "elements of type `{Other}` where the others have `{Self}`",
    note = "convert one side: `a.map(|x| x as f64)` for an array, `x[i] as f64` or `alpha as f64` in the kernel"
)]
pub trait Multiplies<Other, Known, How>: Sized {
    /// The operand itself.
    fn operand<S: Shape, F>(like: Like<'_, Self, Other, S, F>) -> Bound<'_, Known, S, F>;
}

/// Factors of one type.
pub struct Equal;
/// A complex factor to a real one.
pub struct RealWithComplex;
/// A real factor to a complex one.
pub struct ComplexWithReal;

#[diagnostic::do_not_recommend]
impl<T> Multiplies<T, T, Equal> for T {
    #[inline(always)]
    fn operand<S: Shape, F>(like: Like<'_, T, T, S, F>) -> Bound<'_, T, S, F> {
        like.operand
    }
}

#[diagnostic::do_not_recommend]
impl<T: Never> Multiplies<Refused, T, Equal> for T {
    fn operand<S: Shape, F>(_: Like<'_, T, Refused, S, F>) -> Bound<'_, T, S, F> {
        T::any()
    }
}

#[diagnostic::do_not_recommend]
impl<T: RealPart, Z: ComplexOf<T>> Multiplies<Z, Z, RealWithComplex> for T {
    #[inline(always)]
    fn operand<S: Shape, F>(like: Like<'_, T, Z, S, F>) -> Bound<'_, Z, S, F> {
        like.operand
    }
}

#[diagnostic::do_not_recommend]
impl<T: RealPart, Z: ComplexOf<T>> Multiplies<T, T, ComplexWithReal> for Z {
    #[inline(always)]
    fn operand<S: Shape, F>(like: Like<'_, Z, T, S, F>) -> Bound<'_, T, S, F> {
        like.operand
    }
}

/// The elements of a product of `Self` and `Other`.
pub trait ProductWith<Other> {
    /// The elements.
    type Elem: Element;
    /// Whether only one side is real.
    const MIXED: bool;
}

impl<T: Element> ProductWith<T> for T {
    type Elem = T;
    const MIXED: bool = false;
}

macro_rules! mixed_products {
    ($($A:ty, $B:ty => $C:ty;)*) => { $(
        impl ProductWith<$B> for $A {
            type Elem = $C;
            const MIXED: bool = true;
        }
    )* };
}

mixed_products! {
    f32, Complex<f32> => Complex<f32>;
    Complex<f32>, f32 => Complex<f32>;
    f64, Complex<f64> => Complex<f64>;
    Complex<f64>, f64 => Complex<f64>;
}

/// An operand whose elements should be those of another one.
pub struct Like<'a, A, B, S: Shape, F> {
    operand: Bound<'a, B, S, F>,
    first: PhantomData<fn() -> A>,
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

/// The operand `x`, whose elements should be those of `first`.
#[inline(always)]
pub fn like<'a, E: Elements, B, S: Shape, F>(_: &E, operand: Bound<'a, B, S, F>) -> Like<'a, E::Elem, B, S, F> {
    Like { operand, first: PhantomData }
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
