//! Comparisons, choices and casts.

use core::marker::PhantomData;

use super::arith::{Both, Never, Refused};
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

        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = "elements `{Self}` and `{Other}` cannot be compared",
            label = "elements of type `{Self}` and `{Other}`",
            note = "both sides of a comparison have one element type, with an order: `x as f64` converts, and a literal of floats has a point, as in `2.0`"
        )]
        pub trait $Rule<Other, Nodes, Result>: Sized {
            /// The expression.
            fn apply(both: Both<Self, Other, Nodes>) -> Expr<bool, Result>;
        }

        #[diagnostic::do_not_recommend]
        impl<T: Element + $Bound, L, R> $Rule<T, (L, R), $Node<L, R>> for T {
            #[inline(always)]
            fn apply(both: Both<T, T, (L, R)>) -> Expr<bool, $Node<L, R>> {
                let (l, r) = both.nodes;
                Expr::new($Node(l, r))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Never, Nodes> $Rule<T, Nodes, Refused> for T {
            fn apply(_: Both<T, T, Nodes>) -> Expr<bool, Refused> {
                Expr::new(Refused)
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

#[diagnostic::do_not_recommend]
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
    note = "both branches have one element type: `x as f64` converts, and a literal of floats has a point, as in `2.0`"
)]
pub trait Select<Other, Nodes, Known>: Sized {
    /// The expression.
    fn apply<C>(condition: Expr<bool, C>, sides: Both<Self, Other, Nodes>) -> Expr<Self, SelectNode<C, Known>>;
}

#[diagnostic::do_not_recommend]
impl<T: Element, Nodes> Select<T, Nodes, Nodes> for T {
    #[inline(always)]
    fn apply<C>(condition: Expr<bool, C>, sides: Both<T, T, Nodes>) -> Expr<T, SelectNode<C, Nodes>> {
        Expr::new(SelectNode(condition.node, sides.nodes))
    }
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

/// `x as U`.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` cannot be cast to `{U}`",
    label = "elements of type `{Self}`"
)]
pub trait Cast<U, Nodes, Result>: Sized {
    /// The expression, whose element type is unknown where there is no such cast.
    fn apply(x: Expr<Self, Nodes>) -> Result;
}

#[diagnostic::do_not_recommend]
impl<T: num_traits::AsPrimitive<U>, U: Element, N> Cast<U, N, Expr<U, CastNode<U, N>>> for T {
    #[inline(always)]
    fn apply(x: Expr<T, N>) -> Expr<U, CastNode<U, N>> {
        Expr::new(CastNode(x.node, PhantomData))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Never, U, N> Cast<U, N, Refused> for T {
    fn apply(_: Expr<T, N>) -> Refused {
        Refused
    }
}
