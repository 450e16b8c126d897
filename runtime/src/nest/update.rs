//! How a kernel's value meets the element of the output.

use core::marker::PhantomData;
use core::ops::{Div, Neg, Sub};

use crate::element::Element;
use crate::expr::Node;
use crate::lanes::Simd;

/// How a new value meets the element of the output: `=`, `= -`, `+=`, `-=`, `*=`, `/=`.
pub trait Update<T>: Copy + Default {
    /// Whether the old element matters. Where it does not, the output is never read and may be uninitialised.
    const READS: bool;
    /// Whether the new value enters with a minus sign.
    const NEGATES: bool;
    /// Whether a sum may meet the old element in parts, one after another.
    const IN_PARTS: bool = true;

    /// The element from now on.
    fn apply(old: T, new: T) -> T;

    /// The elements of a gang from now on.
    fn apply_gang<S: Simd>(s: S, old: T::Gang<S>, new: T::Gang<S>) -> T::Gang<S>
    where
        T: Element;
}

/// `out = x`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Set;

/// `out = -x`.
#[derive(Clone, Copy, Debug, Default)]
pub struct SetNegated;

/// `out += x`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Add;

/// `out -= x`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Subtract;

/// `out *= x`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Multiply;

/// `out /= x`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Divide;

impl<T> Update<T> for Set {
    const READS: bool = false;
    const NEGATES: bool = false;

    #[inline(always)]
    fn apply(_: T, new: T) -> T {
        new
    }

    #[inline(always)]
    fn apply_gang<S: Simd>(_: S, _: T::Gang<S>, new: T::Gang<S>) -> T::Gang<S>
    where
        T: Element,
    {
        new
    }
}

impl<T: Element + Neg<Output = T>> Update<T> for SetNegated {
    const READS: bool = false;
    const NEGATES: bool = true;

    #[inline(always)]
    fn apply(_: T, new: T) -> T {
        new.negated()
    }

    #[inline(always)]
    fn apply_gang<S: Simd>(s: S, _: T::Gang<S>, new: T::Gang<S>) -> T::Gang<S> {
        T::negated_gang(s, new)
    }
}

impl<T: Element> Update<T> for Add {
    const READS: bool = true;
    const NEGATES: bool = false;

    #[inline(always)]
    fn apply(old: T, new: T) -> T {
        old.plus(new)
    }

    #[inline(always)]
    fn apply_gang<S: Simd>(s: S, old: T::Gang<S>, new: T::Gang<S>) -> T::Gang<S> {
        T::plus_gang(s, old, new)
    }
}

impl<T: Element + Sub<Output = T>> Update<T> for Subtract {
    const READS: bool = true;
    const NEGATES: bool = true;

    #[inline(always)]
    fn apply(old: T, new: T) -> T {
        old.minus(new)
    }

    #[inline(always)]
    fn apply_gang<S: Simd>(s: S, old: T::Gang<S>, new: T::Gang<S>) -> T::Gang<S> {
        T::minus_gang(s, old, new)
    }
}

impl<T: Element> Update<T> for Multiply {
    const READS: bool = true;
    const NEGATES: bool = false;
    const IN_PARTS: bool = false;

    #[inline(always)]
    fn apply(old: T, new: T) -> T {
        old.times(new)
    }

    #[inline(always)]
    fn apply_gang<S: Simd>(s: S, old: T::Gang<S>, new: T::Gang<S>) -> T::Gang<S> {
        T::times_gang(s, old, new)
    }
}

impl<T: Element + Div<Output = T>> Update<T> for Divide {
    const READS: bool = true;
    const NEGATES: bool = false;
    const IN_PARTS: bool = false;

    #[inline(always)]
    fn apply(old: T, new: T) -> T {
        old.over(new)
    }

    #[inline(always)]
    fn apply_gang<S: Simd>(s: S, old: T::Gang<S>, new: T::Gang<S>) -> T::Gang<S> {
        T::over_gang(s, old, new)
    }
}

/// What becomes of a joined value: it meets the element of the output, perhaps after a function of it.
pub trait Closing<T: Element>: Copy {
    /// How it meets the element of the output.
    type Update: Update<T>;
    /// Whether there is no function.
    const PLAIN: bool;

    /// The closing of values that so many terms were joined to.
    #[inline(always)]
    fn of(self, _terms: usize) -> Self {
        self
    }

    /// The function.
    fn close<S: Simd>(&self, s: S, value: T::Gang<S>) -> T::Gang<S>;
}

impl<T: Element, U: Update<T>> Closing<T> for U {
    type Update = U;
    const PLAIN: bool = true;

    #[inline(always)]
    fn close<S: Simd>(&self, _: S, value: T::Gang<S>) -> T::Gang<S> {
        value
    }
}

/// A node of the value alone, which then meets the output as `U` says.
#[derive(Clone, Copy)]
pub struct Then<N, U> {
    node: N,
    update: PhantomData<U>,
}

impl<N, U> Then<N, U> {
    /// The node, whose list is the value.
    pub fn new(node: N) -> Self {
        Then { node, update: PhantomData }
    }
}

impl<T: Element, N: Node<(*const T, ()), T = T>, U: Update<T>> Closing<T> for Then<N, U> {
    type Update = U;
    const PLAIN: bool = false;

    #[inline(always)]
    fn close<S: Simd>(&self, s: S, value: T::Gang<S>) -> T::Gang<S> {
        self.node.eval(s, &(value, ()))
    }
}
