//! Functions of two elements as arrays know them ([`Binary`]), and reductions by them.
//!
//! A reduction is a table of loops ([`table`]), over outputs and over elements that are joined, and a walk over it ([`walk`]) that ends in one of two
//! innermost loops ([`jobs`]): gangs of neighbouring outputs, to which row after row is joined, or gangs of neighbouring elements of one output,
//! whose lanes are joined in the end. Functions whose order matters ([`LeftToRight`]) join row after row, or element after element; others also join
//! blocks as a tree, in an order that follows from extents and strides alone.
//!
//! One of the rooms in which `unsafe` lives.

mod axes;
mod call;
pub mod functions;
mod jobs;
mod segments;
mod table;
mod walk;

#[cfg(test)]
pub(crate) mod tests;

pub use axes::{AxesOf, Axis};
pub(crate) use call::{all, fits, kept, out_strides, reduce_bits};
pub use call::{
    reduce, reduce_all, reduce_all_where, reduce_axes, reduce_axes_keeping, reduce_into, reduce_keeping, reduce_where,
};

pub(crate) use jobs::load;
pub use segments::reduceat;
pub(crate) use table::{Loop, Table, each_point};
pub(crate) use walk::Elements;

use crate::element::Element;
use crate::expr::{GangOf, wider};
use crate::lanes::{Simd, map2};

/// A function of two elements.
///
/// | method | needs |
/// |---|---|
/// | `reduce`, `accumulate`, `reduceat` | `Binary<T, T, Out = T>` |
/// | `at` | `Binary<T, U, Out = T>`: the element in the array first |
/// | `outer` | any |
pub trait Binary<A: Element, B: Element = A>: Copy {
    /// The type of the result.
    type Out: Element;
    /// In which order several elements may be joined: [`AnyOrder`] or [`LeftToRight`].
    type Order: JoinOrder;

    /// Its name, for messages.
    const NAME: &'static str;
    /// Bytes of the widest number on the way to the result: gangs have 8 lanes where one of 8 bytes or more takes part, else 16.
    const WIDEST: usize = wider(wider(A::WIDEST, B::WIDEST), <Self::Out as Element>::WIDEST);

    /// What joining changes nothing, if there is such an element: the result over nothing.
    #[inline(always)]
    fn identity(self) -> Option<Self::Out> {
        None
    }

    /// The function of two elements.
    fn scalar(self, a: A, b: B) -> Self::Out;

    /// The function of two gangs: lane by lane the bits of [`Binary::scalar`]. Lanes that do not count may hold any element.
    #[inline(always)]
    fn gang<S: Simd>(self, s: S, a: A::Gang<S>, b: B::Gang<S>) -> GangOf<Self::Out, S> {
        map2::<S, A, B, Self::Out>(s, a, b, |a, b| self.scalar(a, b))
    }
}

/// A function of two elements whose result is such an element again, so that it joins any number of them.
pub trait Join<T: Element>: Binary<T, T, Out = T> {}

impl<T: Element, F: Binary<T, T, Out = T>> Join<T> for F {}

/// In which order a function may join more than two elements.
pub trait JoinOrder: Copy + 'static {
    /// Whether any order will do.
    const ANY: bool;
}

/// Any order: the function is associative and commutative, or the rounding by which it is not does not matter.
#[derive(Clone, Copy, Debug)]
pub struct AnyOrder;

/// From the first element to the last: `f(f(f(x0, x1), x2), x3)`.
#[derive(Clone, Copy, Debug)]
pub struct LeftToRight;

impl JoinOrder for AnyOrder {
    const ANY: bool = true;
}

impl JoinOrder for LeftToRight {
    const ANY: bool = false;
}

/// The order of functions that may reduce the axes of a list: at most one, where the order matters.
#[diagnostic::on_unimplemented(
    message = "the order in which this function joins elements matters, so it reduces one axis at a time",
    label = "name one axis, as in `reduce::<0>`",
    note = "a function that is associative and commutative says so: `#[ufunc(associative)]`"
)]
pub trait Reduces<Axes>: JoinOrder {}

#[diagnostic::do_not_recommend]
impl<Axes> Reduces<Axes> for AnyOrder {}
#[diagnostic::do_not_recommend]
impl Reduces<()> for LeftToRight {}
#[diagnostic::do_not_recommend]
impl<One> Reduces<(One, ())> for LeftToRight {}
