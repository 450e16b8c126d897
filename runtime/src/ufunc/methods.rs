//! What ufuncs of two parameters do along axes: reductions, scans, scatters.
//!
//! The traits are implemented for operands, so that a method knows its result from the operand's type and takes the axis as its only
//! parameter: `add::reduce::<0>(&a)`.

use core::marker::PhantomData;

use super::Ufunc;
use super::argument::Argument;
use super::call::Place;
use super::params::Yield;
use super::varying::{Varying, all};
use crate::array::Array;
use crate::axes::EditAxis;
use crate::element::Element;
use crate::error::ShapeError;
use crate::expr::GangOf;
use crate::extent::Dyn;
use crate::lanes::Simd;
use crate::operand::{Operand, Owned};
use crate::reduce::{self, Binary, Reduces};
use crate::scan;
use crate::scatter::{self, OuterShape};
use crate::shape::Shape;
use crate::slicing::IndexNumber;

/// A ufunc as the engines take it.
pub struct Joining<F>(PhantomData<F>);

impl<F> Clone for Joining<F> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Joining<F> {}

impl<F: Ufunc<(A, B), Out = U>, A: Element, B: Element, U: Element> Binary<A, B> for Joining<F> {
    type Out = U;
    type Order = F::Order;
    const NAME: &'static str = F::NAME;

    #[inline(always)]
    fn identity(self) -> Option<U> {
        F::identity()
    }

    #[inline(always)]
    fn scalar(self, a: A, b: B) -> U {
        F::scalar((a, b))
    }

    #[inline(always)]
    fn gang<S: Simd>(self, s: S, a: A::Gang<S>, b: B::Gang<S>) -> GangOf<U, S> {
        F::gang(s, all(s), (Varying::new(a), Varying::new(b))).gang
    }
}

/// An operand that `F` reduces along an axis.
#[diagnostic::on_unimplemented(
    message = "`{F}` does not reduce `{Self}` along axis {AXIS}",
    label = "not an operand of its parameters' type with such an axis",
    note = "a ufunc that reduces has two parameters and a result of one type"
)]
pub trait Reduce<F, const AXIS: usize> {
    /// The elements.
    type T: Element;
    /// The result.
    type Out;
    /// The reduction, from `start` or the identity or the first element on.
    ///
    /// # Errors
    ///
    /// When there is nothing to begin with, or the result would be too large.
    fn reduce(self, start: Option<Self::T>) -> Result<Self::Out, ShapeError>;
    /// Does nothing: where a bound has a method of `&mut self`, Clippy does not call the `&` of an operand needless.
    #[doc(hidden)]
    fn lent(&mut self) {}
}

impl<F, X, T, S, R, const AXIS: usize> Reduce<F, AXIS> for X
where
    F: Ufunc<(T, T), Out = T>,
    X: Operand<Elem = T, Shape = S>,
    T: Element,
    S: EditAxis<AXIS, Without = R>,
    R: Yield,
{
    type T = T;
    type Out = R::Of<T, Owned>;
    #[inline]
    fn reduce(self, start: Option<T>) -> Result<Self::Out, ShapeError> {
        Ok(R::finish::<T, Owned>(reduce::reduce::<AXIS, T, S, _>(Joining::<F>(PhantomData), self.as_view(), start)?))
    }
}

/// An operand that `F` reduces along all axes.
#[diagnostic::on_unimplemented(
    message = "`{F}` does not reduce `{Self}` along all axes",
    label = "not an operand of its parameters' type",
    note = "a ufunc that reduces has two parameters and a result of one type, and more than one axis only if it is `#[ufunc(associative)]`"
)]
pub trait ReduceAll<F> {
    /// The elements.
    type T: Element;
    /// The reduction.
    ///
    /// # Errors
    ///
    /// When there is nothing to begin with.
    fn reduce_all(self, start: Option<Self::T>) -> Result<Self::T, ShapeError>;
    /// Does nothing: where a bound has a method of `&mut self`, Clippy does not call the `&` of an operand needless.
    #[doc(hidden)]
    fn lent(&mut self) {}
}

impl<F, X, T> ReduceAll<F> for X
where
    F: Ufunc<(T, T), Out = T>,
    X: Operand<Elem = T>,
    T: Element,
    F::Order: Reduces<<X::Shape as Shape>::List>,
{
    type T = T;
    #[inline]
    fn reduce_all(self, start: Option<T>) -> Result<T, ShapeError> {
        reduce::reduce_all(Joining::<F>(PhantomData), self.as_view(), start)
    }
}

/// An operand that `F` scans along an axis.
#[diagnostic::on_unimplemented(
    message = "`{F}` does not accumulate `{Self}` along axis {AXIS}",
    label = "not an operand of its parameters' type with such an axis",
    note = "a ufunc that accumulates has two parameters and a result of one type"
)]
pub trait Accumulates<F, const AXIS: usize> {
    /// The result.
    type Out;
    /// The scan.
    ///
    /// # Errors
    ///
    /// When the result would be too large.
    fn accumulate(self) -> Result<Self::Out, ShapeError>;
    /// Does nothing: where a bound has a method of `&mut self`, Clippy does not call the `&` of an operand needless.
    #[doc(hidden)]
    fn lent(&mut self) {}
}

impl<F, X, T, S, const AXIS: usize> Accumulates<F, AXIS> for X
where
    F: Ufunc<(T, T), Out = T>,
    X: Operand<Elem = T, Shape = S>,
    T: Element,
    S: EditAxis<AXIS>,
{
    type Out = Array<T, S>;
    #[inline]
    fn accumulate(self) -> Result<Self::Out, ShapeError> {
        scan::accumulate::<AXIS, T, S, _>(Joining::<F>(PhantomData), self.as_view())
    }
}

/// An operand that `F` reduces in segments of an axis.
#[diagnostic::on_unimplemented(
    message = "`{F}` does not reduce segments of `{Self}` along axis {AXIS}",
    label = "not an operand of its parameters' type with such an axis",
    note = "a ufunc that reduces has two parameters and a result of one type"
)]
pub trait ReduceAt<F, const AXIS: usize> {
    /// The result.
    type Out;
    /// The reductions, of the elements from each index to the next.
    ///
    /// # Errors
    ///
    /// When an index is out of bounds, or the result would be too large.
    fn reduceat<I: IndexNumber>(self, index: &[I]) -> Result<Self::Out, ShapeError>;
    /// Does nothing: where a bound has a method of `&mut self`, Clippy does not call the `&` of an operand needless.
    #[doc(hidden)]
    fn lent(&mut self) {}
}

impl<F, X, T, S, const AXIS: usize> ReduceAt<F, AXIS> for X
where
    F: Ufunc<(T, T), Out = T>,
    X: Operand<Elem = T, Shape = S>,
    T: Element,
    S: EditAxis<AXIS>,
{
    type Out = Array<T, S::With<Dyn>>;
    #[inline]
    fn reduceat<I: IndexNumber>(self, index: &[I]) -> Result<Self::Out, ShapeError> {
        reduce::reduceat::<AXIS, T, S, I, _>(Joining::<F>(PhantomData), self.as_view(), index)
    }
}

/// An operand all of whose elements `F` joins with all of those of another one.
#[diagnostic::on_unimplemented(
    message = "`{F}` has no outer form over `{Self}` and `{Y}`",
    label = "not operands of its parameters' types",
    note = "the result has the axes of both, at most 8"
)]
pub trait OuterWith<F, Y> {
    /// The result.
    type Out;
    /// All pairs.
    ///
    /// # Errors
    ///
    /// When the result would be too large.
    fn outer(self, other: Y) -> Result<Self::Out, ShapeError>;
    /// Does nothing: where a bound has a method of `&mut self`, Clippy does not call the `&` of an operand needless.
    #[doc(hidden)]
    fn lent(&mut self) {}
}

impl<F, X, Y, A, B, U, S, R> OuterWith<F, Y> for X
where
    F: Ufunc<(A, B), Out = U>,
    X: Operand<Elem = A, Shape = S>,
    Y: Operand<Elem = B, Shape = R>,
    A: Element,
    B: Element,
    U: Element,
    S: OuterShape<R>,
    R: Shape,
{
    type Out = Array<U, S::Outer>;
    #[inline]
    fn outer(self, other: Y) -> Result<Self::Out, ShapeError> {
        scatter::outer(Joining::<F>(PhantomData), self.as_view(), other.as_view())
    }
}

/// A target, to whose elements `F` joins values, one after another.
#[diagnostic::on_unimplemented(
    message = "`{F}` cannot join values `{V}` to elements of `{Self}`",
    label = "not a target of its parameters' types",
    note = "its result is an element of the target again"
)]
pub trait JoinAt<F, U, V> {
    /// The updates, along axis 0.
    ///
    /// # Errors
    ///
    /// When an index is out of bounds, or the values do not stretch to the elements that the indices name.
    fn at<I: IndexNumber>(self, index: &[I], values: V) -> Result<(), ShapeError>;
}

impl<F, X, V, T, U, S> JoinAt<F, U, V> for X
where
    F: Ufunc<(T, U), Out = T>,
    X: Place<Elem = T, Shape = S>,
    V: Argument<U>,
    T: Element,
    U: Element,
    S: EditAxis<0>,
{
    #[inline]
    fn at<I: IndexNumber>(mut self, index: &[I], values: V) -> Result<(), ShapeError> {
        scatter::at::<0, T, U, S, _, I, _>(Joining::<F>(PhantomData), self.as_view_mut(), index, values.bound().view())
    }
}

/// The result, or a panic with the error at the caller's line.
#[inline(always)]
#[track_caller]
pub fn expect<T>(result: Result<T, ShapeError>) -> T {
    crate::error::expect(result)
}

/// The methods of a ufunc of two parameters.
///
/// Results are type parameters, which the operand's trait tells, and no projections: those would say each error again, at the whole call. They
/// stand beside the operand in the parameter of the struct, so that the axis is the only parameter of the method.
#[doc(hidden)]
#[macro_export]
macro_rules! ufunc_methods {
    ($vis:vis $name:ident) => {
        #[allow(dead_code)]
        impl<__X, __Out> $name<(__X, __Out)> {
            /// Joins the elements along an axis, which goes.
            ///
            /// # Panics
            ///
            /// When the axis is empty and the function has no identity.
            #[inline]
            #[track_caller]
            $vis fn reduce<const AXIS: usize>(operand: __X) -> __Out
            where
                __X: $crate::macro_support::Reduce<$name, AXIS, Out = __Out>,
            {
                $crate::macro_support::expect($crate::macro_support::Reduce::<$name, AXIS>::reduce(operand, $crate::macro_support::Option::None))
            }

            /// As `reduce`, from `start` on.
            #[inline]
            #[track_caller]
            $vis fn reduce_from<const AXIS: usize>(start: <__X as $crate::macro_support::Operand>::Elem, operand: __X) -> __Out
            where
                __X: $crate::macro_support::Operand,
                __X: $crate::macro_support::Reduce<$name, AXIS, T = <__X as $crate::macro_support::Operand>::Elem, Out = __Out>,
            {
                $crate::macro_support::expect($crate::macro_support::Reduce::<$name, AXIS>::reduce(operand, $crate::macro_support::Option::Some(start)))
            }

            /// Joins all elements.
            ///
            /// # Panics
            ///
            /// When there is none and the function has no identity.
            #[inline]
            #[track_caller]
            $vis fn reduce_all(operand: __X) -> __Out
            where
                __X: $crate::macro_support::ReduceAll<$name, T = __Out>,
            {
                $crate::macro_support::expect($crate::macro_support::ReduceAll::<$name>::reduce_all(operand, $crate::macro_support::Option::None))
            }

            /// As `reduce_all`, from `start` on.
            #[inline]
            #[track_caller]
            $vis fn reduce_all_from(start: <__X as $crate::macro_support::Operand>::Elem, operand: __X) -> __Out
            where
                __X: $crate::macro_support::Operand<Elem = __Out>,
                __X: $crate::macro_support::ReduceAll<$name, T = __Out>,
            {
                $crate::macro_support::expect($crate::macro_support::ReduceAll::<$name>::reduce_all(operand, $crate::macro_support::Option::Some(start)))
            }

            /// All results on the way of `reduce`.
            #[inline]
            #[track_caller]
            $vis fn accumulate<const AXIS: usize>(operand: __X) -> __Out
            where
                __X: $crate::macro_support::Accumulates<$name, AXIS, Out = __Out>,
            {
                $crate::macro_support::expect($crate::macro_support::Accumulates::<$name, AXIS>::accumulate(operand))
            }

            /// Joins the elements from each index to the next, as NumPy does.
            ///
            /// # Panics
            ///
            /// When an index is out of bounds.
            #[inline]
            #[track_caller]
            $vis fn reduceat<const AXIS: usize>(operand: __X, index: &[impl $crate::macro_support::IndexNumber]) -> __Out
            where
                __X: $crate::macro_support::ReduceAt<$name, AXIS, Out = __Out>,
            {
                $crate::macro_support::expect($crate::macro_support::ReduceAt::<$name, AXIS>::reduceat(operand, index))
            }

            /// The function of all pairs; the result has the axes of both operands.
            #[inline]
            #[track_caller]
            $vis fn outer<__Y>(operand: __X, other: __Y) -> __Out
            where
                __X: $crate::macro_support::OuterWith<$name, __Y, Out = __Out>,
            {
                $crate::macro_support::expect($crate::macro_support::OuterWith::<$name, __Y>::outer(operand, other))
            }
        }

        #[allow(dead_code)]
        impl<__X> $name<__X> {
            /// Joins values to the elements of `target` that the indices of axis 0 name, one after another, so that an index that is named
            /// twice counts twice.
            ///
            /// # Panics
            ///
            /// When an index is out of bounds, or the values do not stretch to the elements.
            #[inline]
            #[track_caller]
            $vis fn at<__U, __V>(target: __X, index: &[impl $crate::macro_support::IndexNumber], values: __V)
            where
                __X: $crate::macro_support::JoinAt<$name, __U, __V>,
            {
                $crate::macro_support::expect($crate::macro_support::JoinAt::<$name, __U, __V>::at(target, index, values));
            }
        }
    };
}
