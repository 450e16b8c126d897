//! Comparisons, choices and casts.

use core::marker::PhantomData;

use super::arith::{Both, Has};
use super::{Expr, Node};
use crate::element::Element;

macro_rules! comparison {
    ($($(#[$doc:meta])* $Rule:ident $Node:ident $sign:tt $Bound:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $Node<L, R>(L, R);

        impl<X, T, L, R> Node<X> for $Node<L, R>
        where
            T: Element + $Bound,
            L: Node<X, T = T>,
            R: Node<X, T = T>,
        {
            type T = bool;

            #[inline(always)]
            fn eval(&self, loaded: &X) -> bool {
                self.0.eval(loaded) $sign self.1.eval(loaded)
            }
        }

        impl<T: Element + $Bound> Has<$Node<(), ()>> for T {
            type Then<Node> = Node;
        }

        impl<L, R> From<(L, R)> for $Node<L, R> {
            #[inline(always)]
            fn from((l, r): (L, R)) -> Self {
                $Node(l, r)
            }
        }

        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = "elements `{Self}` and `{Other}` cannot be compared",
            label = "elements of type `{Self}` and `{Other}`",
            note = "both sides of a comparison have one element type: write `x as f64` to convert"
        )]
        pub trait $Rule<Other, Nodes, Result>: Sized {
            /// The expression.
            fn apply(both: Both<Self, Other, Nodes>) -> Expr<bool, Result>;
        }

        #[diagnostic::do_not_recommend]
        impl<T, L, R> $Rule<T, (L, R), T::Then<$Node<L, R>>> for T
        where
            T: Has<$Node<(), ()>>,
            T::Then<$Node<L, R>>: From<(L, R)>,
        {
            #[inline(always)]
            fn apply(both: Both<T, T, (L, R)>) -> Expr<bool, T::Then<$Node<L, R>>> {
                Expr::new(both.nodes.into())
            }
        }
    )* };
}

comparison! {
    /// `l < r`.
    Lt LtNode < PartialOrd;
    /// `l <= r`.
    Le LeNode <= PartialOrd;
    /// `l > r`.
    Gt GtNode > PartialOrd;
    /// `l >= r`.
    Ge GeNode >= PartialOrd;
    /// `l == r`.
    Eq EqNode == PartialEq;
    /// `l != r`.
    Ne NeNode != PartialEq;
}

/// `if condition { yes } else { no }`, with both sides evaluated; `Sides` is `(yes, no)`.
#[derive(Clone, Copy)]
pub struct SelectNode<C, Sides>(C, Sides);

impl<X, T, C, Y, N> Node<X> for SelectNode<C, (Y, N)>
where
    T: Copy,
    C: Node<X, T = bool>,
    Y: Node<X, T = T>,
    N: Node<X, T = T>,
{
    type T = T;

    #[inline(always)]
    fn eval(&self, loaded: &X) -> T {
        let (yes, no) = (self.1.0.eval(loaded), self.1.1.eval(loaded));
        if self.0.eval(loaded) { yes } else { no }
    }
}

/// The condition of an `if`.
#[diagnostic::on_unimplemented(
    message = "the condition of an `if` has elements `{Self}`, not `bool`",
    label = "elements of type `{Self}`"
)]
pub trait Condition<Node, Known>: Sized {
    /// The condition itself.
    fn check(condition: Expr<Self, Node>) -> Expr<bool, Known>;
}

impl<N> Condition<N, N> for bool {
    #[inline(always)]
    fn check(condition: Expr<bool, N>) -> Expr<bool, N> {
        condition
    }
}

/// The two branches of an `if`.
#[diagnostic::on_unimplemented(
    message = "the branches of this `if` have elements `{Self}` and `{Other}`",
    label = "elements of type `{Self}` and `{Other}`",
    note = "both branches have one element type: write `x as f64` to convert"
)]
pub trait Select<Other, Nodes, Known>: Sized {
    /// The expression.
    fn apply<C>(condition: Expr<bool, C>, sides: Both<Self, Other, Nodes>) -> Expr<Self, SelectNode<C, Known>>;
}

impl<T: Element, Nodes> Select<T, Nodes, Nodes> for T {
    #[inline(always)]
    fn apply<C>(condition: Expr<bool, C>, sides: Both<T, T, Nodes>) -> Expr<T, SelectNode<C, Nodes>> {
        Expr::new(SelectNode(condition.node, sides.nodes))
    }
}

/// `x.clamp(low, high)`: Rust's, but without its panic where `low > high`. A NaN stays.
#[derive(Clone, Copy)]
pub struct ClampNode<N, L, H>(N, L, H);

impl<X, T, N, L, H> Node<X> for ClampNode<N, L, H>
where
    T: Element + PartialOrd,
    N: Node<X, T = T>,
    L: Node<X, T = T>,
    H: Node<X, T = T>,
{
    type T = T;

    #[inline(always)]
    fn eval(&self, loaded: &X) -> T {
        let (x, low, high) = (self.0.eval(loaded), self.1.eval(loaded), self.2.eval(loaded));
        if x < low {
            low
        } else if x > high {
            high
        } else {
            x
        }
    }
}

/// `x.clamp(low, high)`.
#[inline(always)]
pub fn clamp<T: Element + PartialOrd, N, L, H>(
    x: Expr<T, N>,
    low: Expr<T, L>,
    high: Expr<T, H>,
) -> Expr<T, ClampNode<N, L, H>> {
    Expr::new(ClampNode(x.node, low.node, high.node))
}

/// `x as U`, with Rust's meaning.
#[derive(Clone, Copy)]
pub struct CastNode<U, N>(N, PhantomData<U>);

impl<X, U, N> Node<X> for CastNode<U, N>
where
    U: Element,
    N: Node<X>,
    N::T: num_traits::AsPrimitive<U>,
{
    type T = U;

    #[inline(always)]
    fn eval(&self, loaded: &X) -> U {
        num_traits::AsPrimitive::as_(self.0.eval(loaded))
    }
}

impl<T: num_traits::AsPrimitive<U>, U: Copy + 'static> Has<CastNode<U, ()>> for T {
    type Then<Node> = Node;
}

impl<U, N> From<(N,)> for CastNode<U, N> {
    #[inline(always)]
    fn from((x,): (N,)) -> Self {
        CastNode(x, PhantomData)
    }
}

/// `x as U`.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` cannot be cast to `{U}`",
    label = "elements of type `{Self}`"
)]
pub trait Cast<U, Nodes, Result>: Sized {
    /// The expression.
    fn apply(x: Expr<Self, Nodes>) -> Expr<U, Result>;
}

#[diagnostic::do_not_recommend]
impl<T, U, N> Cast<U, N, T::Then<CastNode<U, N>>> for T
where
    T: Has<CastNode<U, ()>>,
    T::Then<CastNode<U, N>>: From<(N,)>,
{
    #[inline(always)]
    fn apply(x: Expr<T, N>) -> Expr<U, T::Then<CastNode<U, N>>> {
        Expr::new((x.node,).into())
    }
}
