//! What can stand for a parameter of a ufunc.

use crate::array::Array;
use crate::element::Element;
use crate::extent::{Const, Dyn};
use crate::kernel::{Bound, Family, ReadAs};
use crate::operand::{Nested, Neutral, Operand, Owned, Plain, scalar_view};
use crate::shape::{Prepend, Shape};
use crate::view::{View, ViewMut};

/// What can stand for a parameter of type `T`: a `T`, or an operand with elements of type `T`.
///
/// Not a rule over all [`Operand`]s: with one that tells numbers from arrays, rustc knows that a literal is a `T`. What owns elements is
/// passed by reference.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand for a parameter of type `{T}`",
    label = "neither a `{T}` nor an array, view, slice, vector or nested array of such",
    note = "arrays are passed by reference: `f(&a)`; `a.map(|x| x as f64)` converts one"
)]
pub trait Argument<T: Element> {
    /// Its shape.
    #[doc(hidden)]
    type Shape: ReadAs;
    /// As [`Operand::Family`].
    #[doc(hidden)]
    type Family: Family;

    /// The operand.
    #[doc(hidden)]
    fn bound(&self) -> Bound<'_, T, Self::Shape, Self::Family>;

    /// Does nothing: where a bound has a method of `&mut self`, Clippy does not call the `&` of an operand needless.
    #[doc(hidden)]
    fn lent(&mut self) {}
}

impl<T: Element> Argument<T> for T {
    type Shape = ();
    type Family = Neutral;
    #[inline(always)]
    fn bound(&self) -> Bound<'_, T, (), Neutral> {
        Bound::new(scalar_view(self))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Element> Argument<T> for &T {
    type Shape = ();
    type Family = Neutral;
    #[inline(always)]
    fn bound(&self) -> Bound<'_, T, (), Neutral> {
        Bound::new(scalar_view(*self))
    }
}

/// Elements of type `T`. As an equality of types, rustc would say in words of its own that others are not.
pub trait Is<T>: Copy {
    /// The same view.
    fn same<S: Shape>(view: View<'_, Self, S>) -> View<'_, T, S>;
}

impl<T: Copy> Is<T> for T {
    #[inline(always)]
    fn same<S: Shape>(view: View<'_, T, S>) -> View<'_, T, S> {
        view
    }
}

macro_rules! arguments {
    ($([$($generics:tt)*] $Operand:ty: $T:ty, $Shape:ty, $Family:ident [$($bound:tt)*];)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Argument<$T> for $Operand where $($bound)* {
            type Shape = $Shape;
            type Family = $Family;
            #[inline(always)]
            fn bound(&self) -> Bound<'_, $T, $Shape, $Family> {
                Bound::new(Is::<$T>::same(Operand::as_view(self)))
            }
        }
    )* };
}

type Longer<X, E> = <<X as Nested>::Shape as Prepend<E>>::Longer;

arguments! {
    [T: Element, S: ReadAs] &Array<T, S>: T, S, Owned [];
    [T: Element, S: ReadAs] &mut Array<T, S>: T, S, Owned [];
    [T: Element, S: ReadAs] View<'_, T, S>: T, S, Owned [];
    [T: Element, S: ReadAs] &View<'_, T, S>: T, S, Owned [];
    [T: Element, S: ReadAs] ViewMut<'_, T, S>: T, S, Owned [];
    [T: Element, S: ReadAs] &ViewMut<'_, T, S>: T, S, Owned [];
    [T: Element, X: Nested] &Vec<X>: T, Longer<X, Dyn>, Owned [X::Elem: Is<T>, X::Shape: Prepend<Dyn>, Longer<X, Dyn>: ReadAs];
    [T: Element, X: Nested] &[X]: T, Longer<X, Dyn>, Owned [X::Elem: Is<T>, X::Shape: Prepend<Dyn>, Longer<X, Dyn>: ReadAs];
    [T: Element, X: Nested] &mut [X]: T, Longer<X, Dyn>, Owned [X::Elem: Is<T>, X::Shape: Prepend<Dyn>, Longer<X, Dyn>: ReadAs];
    [T: Element, X: Nested, const N: usize] &[X; N]: T, Longer<X, Const<N>>, Plain [X::Elem: Is<T>, X::Shape: Prepend<Const<N>>, Longer<X, Const<N>>: ReadAs];
}
