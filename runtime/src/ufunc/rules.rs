//! The operations of gang forms.
//!
//! A gang form is written by the macro, which knows no types, beside the scalar function, in which rustc finds what is wrong with the
//! user's types. The gang form has to be silent about the same mistakes. So its operations are methods, found by auto-referencing as
//! `(&&on(s, (x, y))).apply()`: the first receiver that has the operation wins, and the last one has every operation on any types. That
//! one cannot be compiled to code: if the scalar function is wrong, no code is made; and if it is right, an operation that lanes do not
//! have is an error there.

use core::marker::PhantomData;

use num_traits::AsPrimitive;

use super::Ufunc;
use super::params::{Params, Results};
use super::varying::{Merge, Varying, none};
use crate::element::Element;
use crate::expr::{After, Arg, CastNode, Here, Integer, Node, ShlNode, ShrNode};
use crate::lanes::{Lanes, Simd};

/// An operation, which is a node over its operands in their order, on lanes.
#[derive(Clone, Copy)]
pub struct On<S, N, X> {
    s: S,
    args: X,
    node: PhantomData<N>,
}

/// The operation `N` on `args`.
#[inline(always)]
pub fn on<N, S, X>(s: S, args: X) -> On<S, N, X> {
    On { s, args, node: PhantomData }
}

/// Operations that lanes have.
pub trait Apply {
    /// The type of the value.
    type Out;
    /// The value.
    fn apply(self) -> Self::Out;
}

impl<S: Simd, N, A: Element> Apply for &&On<S, N, (Varying<S, A>,)>
where
    N: Node<(*const A, ())> + Default,
{
    type Out = Varying<S, N::T>;
    #[inline(always)]
    fn apply(self) -> Self::Out {
        Varying::new(N::default().eval(self.s, &(self.args.0.gang, ())))
    }
}

impl<S: Simd, N, A: Element, B: Element> Apply for &&On<S, N, (Varying<S, A>, Varying<S, B>)>
where
    N: Node<(*const A, (*const B, ()))> + Default,
{
    type Out = Varying<S, N::T>;
    #[inline(always)]
    fn apply(self) -> Self::Out {
        Varying::new(N::default().eval(self.s, &(self.args.0.gang, (self.args.1.gang, ()))))
    }
}

impl<S: Simd, N, A: Element, B: Element, C: Element> Apply for &&On<S, N, (Varying<S, A>, Varying<S, B>, Varying<S, C>)>
where
    N: Node<(*const A, (*const B, (*const C, ())))> + Default,
{
    type Out = Varying<S, N::T>;
    #[inline(always)]
    fn apply(self) -> Self::Out {
        let (a, b, c) = self.args;
        Varying::new(N::default().eval(self.s, &(a.gang, (b.gang, (c.gang, ())))))
    }
}

/// Operations on lanes of two types.
pub trait ApplyMixed {
    /// The type of the value.
    type Out;
    /// The value.
    fn apply(self) -> Self::Out;
}

type First = Arg<Here>;
type Second = Arg<After<Here>>;

macro_rules! mixed_shifts {
    ($($Node:ident)*) => { $(
        impl<S: Simd, A: Integer, B: Integer + AsPrimitive<A>> ApplyMixed
            for &On<S, $Node<First, Second>, (Varying<S, A>, Varying<S, B>)>
        {
            type Out = Varying<S, A>;
            #[inline(always)]
            fn apply(self) -> Self::Out {
                let (a, b) = self.args;
                let node = $Node::<First, CastNode<A, Second>>::default();
                Varying::new(Node::<(*const A, (*const B, ()))>::eval(&node, self.s, &(a.gang, (b.gang, ()))))
            }
        }
    )* };
}

mixed_shifts! { ShlNode ShrNode }

/// `x / 2ᴷ` of integers, rounded towards zero as Rust's: vectors shift, but do not divide.
pub struct QuotientNode<const K: u32>;

/// `x % 2ᴷ` of integers, with the sign of `x` as Rust's.
pub struct RemainderNode<const K: u32>;

/// What makes a shift or a mask of negative numbers round towards zero: 2ᴷ - 1; 0 where there is no sign.
#[inline(always)]
fn bias<S: Simd, A: Integer + PartialOrd>(s: S, x: A::Gang<S>, ones: A::Gang<S>) -> A::Gang<S>
where
    u32: AsPrimitive<A>,
{
    let is_signed = A::zero().minus(A::one()) < A::zero();
    if !is_signed {
        return A::Gang::<S>::splat(s, A::zero());
    }
    let sign: A = (8 * size_of::<A>() as u32 - 1).as_();
    A::bitand_gang(s, A::shr_gang(s, x, A::Gang::<S>::splat(s, sign)), ones)
}

/// 2ᴷ - 1 in every lane.
#[inline(always)]
fn ones<const K: u32, S: Simd, A: Integer>(s: S) -> A::Gang<S>
where
    u32: AsPrimitive<A>,
{
    A::Gang::<S>::splat(s, A::one().shifted_left(K.as_()).minus(A::one()))
}

impl<const K: u32, S: Simd, A: Integer + PartialOrd> ApplyMixed for &On<S, QuotientNode<K>, (Varying<S, A>,)>
where
    u32: AsPrimitive<A>,
{
    type Out = Varying<S, A>;
    #[inline(always)]
    fn apply(self) -> Self::Out {
        let (s, x) = (self.s, self.args.0.gang);
        let biased = A::plus_gang(s, x, bias::<S, A>(s, x, ones::<K, S, A>(s)));
        Varying::new(A::shr_gang(s, biased, A::Gang::<S>::splat(s, K.as_())))
    }
}

impl<const K: u32, S: Simd, A: Integer + PartialOrd> ApplyMixed for &On<S, RemainderNode<K>, (Varying<S, A>,)>
where
    u32: AsPrimitive<A>,
{
    type Out = Varying<S, A>;
    #[inline(always)]
    fn apply(self) -> Self::Out {
        let (s, x) = (self.s, self.args.0.gang);
        let ones = ones::<K, S, A>(s);
        let bias = bias::<S, A>(s, x, ones);
        let rest = A::bitand_gang(s, A::plus_gang(s, x, bias), ones);
        Varying::new(A::minus_gang(s, rest, bias))
    }
}

/// What is left: an operation that is wrong in the scalar function, too, or that lanes do not have.
pub trait Refuse {
    /// The type that the value most likely should have.
    type Out;
    /// Nothing that can be compiled to code.
    fn apply(self) -> Self::Out;
}

/// An error once code is made of it.
struct Refused<N>(PhantomData<N>);

impl<N> Refused<N> {
    const ERROR: () = assert!(
        size_of::<PhantomData<N>>() > 0,
        "ufunc: an operation on these element types is not one that lanes have"
    );
}

macro_rules! refuse {
    ($(($($X:ident),*))*) => { $(
        impl<S, N, A: Copy, $($X),*> Refuse for On<S, N, (A, $($X),*)> {
            type Out = A;
            fn apply(self) -> A {
                const { Refused::<N>::ERROR }
                self.args.0
            }
        }
    )* };
}

refuse! { () (B) (B, C) }

/// An old value, a new one, and the lanes that take it.
#[derive(Clone, Copy)]
pub struct Choice<S: Simd, A, B> {
    s: S,
    mask: S::Mask,
    old: A,
    new: B,
}

/// An old value, a new one, and the lanes that take it.
#[inline(always)]
pub fn choice<S: Simd, A, B>(s: S, mask: S::Mask, old: A, new: B) -> Choice<S, A, B> {
    Choice { s, mask, old, new }
}

/// The values are of one type.
pub trait Kept {
    /// The type.
    type Out;
    /// The new value where the mask is set, else the old one.
    fn merged(self) -> Self::Out;
    /// The new value.
    fn replaced(self) -> Self::Out;
}

impl<S: Simd, R: Merge<S>> Kept for &Choice<S, R, R> {
    type Out = R;
    #[inline(always)]
    fn merged(self) -> R {
        R::select(self.mask, self.new, self.old)
    }
    #[inline(always)]
    fn replaced(self) -> R {
        self.new
    }
}

/// The values are integers, and the new one is 1: a choice between a count and its successor is an addition of the mask.
pub trait Counts {
    /// The type.
    type Out;
    /// The old value, 1 more where the mask is set.
    fn raised(self) -> Self::Out;
    /// The old value, 1 less where the mask is set.
    fn lowered(self) -> Self::Out;
}

impl<S: Simd, T: Integer> Counts for &Choice<S, Varying<S, T>, Varying<S, T>> {
    type Out = Varying<S, T>;
    #[inline(always)]
    fn raised(self) -> Self::Out {
        Varying::new(T::raise_gang(self.s, self.old.gang, self.mask))
    }
    #[inline(always)]
    fn lowered(self) -> Self::Out {
        Varying::new(T::lower_gang(self.s, self.old.gang, self.mask))
    }
}

/// As [`Refuse`].
pub trait RefuseChoice {
    /// The old value's type.
    type Out;
    /// Nothing that can be compiled to code.
    fn merged(self) -> Self::Out;
    /// Nothing that can be compiled to code.
    fn replaced(self) -> Self::Out;
    /// Nothing that can be compiled to code.
    fn raised(self) -> Self::Out;
    /// Nothing that can be compiled to code.
    fn lowered(self) -> Self::Out;
}

impl<S: Simd, A: Copy, B> RefuseChoice for Choice<S, A, B> {
    type Out = A;
    fn merged(self) -> A {
        const { Refused::<(A, B)>::ERROR }
        self.old
    }
    fn replaced(self) -> A {
        const { Refused::<(A, B)>::ERROR }
        self.old
    }
    fn raised(self) -> A {
        const { Refused::<(A, B)>::ERROR }
        self.old
    }
    fn lowered(self) -> A {
        const { Refused::<(A, B)>::ERROR }
        self.old
    }
}

/// A condition.
#[derive(Clone, Copy)]
pub struct Condition<S, C>(S, C);

/// A condition.
#[inline(always)]
pub fn condition<S, C>(s: S, condition: C) -> Condition<S, C> {
    Condition(s, condition)
}

/// It is one.
pub trait Fits {
    /// The mask.
    type Out;
    /// The lanes in which it holds.
    fn mask(self) -> Self::Out;
}

impl<S: Simd> Fits for &Condition<S, Varying<S, bool>> {
    type Out = S::Mask;
    #[inline(always)]
    fn mask(self) -> S::Mask {
        self.1.gang
    }
}

/// As [`Refuse`].
pub trait RefuseCondition {
    /// The mask.
    type Out;
    /// Nothing that can be compiled to code.
    fn mask(self) -> Self::Out;
}

impl<S: Simd, C> RefuseCondition for Condition<S, C> {
    type Out = S::Mask;
    fn mask(self) -> S::Mask {
        const { Refused::<C>::ERROR }
        none(self.0)
    }
}

/// A call of the ufunc `F`.
pub struct Invocation<S: Simd, F, X> {
    s: S,
    live: S::Mask,
    args: X,
    function: PhantomData<F>,
}

impl<S: Simd, F, X: Copy> Clone for Invocation<S, F, X> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: Simd, F, X: Copy> Copy for Invocation<S, F, X> {}

/// A call of the ufunc `F` in the lanes that are live.
#[inline(always)]
pub fn invocation<F, S: Simd, X>(s: S, live: S::Mask, args: X) -> Invocation<S, F, X> {
    Invocation { s, live, args, function: PhantomData }
}

/// It takes these parameters.
pub trait Invoke {
    /// Its results.
    type Out;
    /// Its results.
    fn invoke(self) -> Self::Out;
}

/// As [`Refuse`].
pub trait RefuseInvocation {
    /// The first argument's type, as most functions have.
    type Out;
    /// Nothing that can be compiled to code.
    fn invoke(self) -> Self::Out;
}

macro_rules! invocations {
    ($(($($A:ident)*) $X:ident $($rest:ident)*;)*) => { $(
        impl<S: Simd, Fn: Ufunc<($($A,)*)>, $($A: Element),*> Invoke for &Invocation<S, Fn, ($(Varying<S, $A>,)*)> {
            type Out = <Fn::Out as Results>::Lanes<S>;
            #[inline(always)]
            fn invoke(self) -> Self::Out {
                let args: <($($A,)*) as Params>::Lanes<S> = self.args;
                Fn::gang(self.s, self.live, args)
            }
        }

        impl<S: Simd, Fn, $X: Copy, $($rest),*> RefuseInvocation for Invocation<S, Fn, ($X, $($rest,)*)> {
            type Out = $X;
            fn invoke(self) -> $X {
                const { Refused::<($X, Fn)>::ERROR }
                self.args.0
            }
        }
    )* };
}

invocations! {
    (A) X;
    (A B) X Y;
    (A B C) X Y Z;
    (A B C D) X Y Z U;
    (A B C D E) X Y Z U V;
    (A B C D E F) X Y Z U V W;
    (A B C D E F G) X Y Z U V W Q;
    (A B C D E F G H) X Y Z U V W Q R;
}
