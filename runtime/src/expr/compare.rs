//! Comparisons, choices and casts.

use core::marker::PhantomData;

use super::arith::{Both, Never, Refused};
use super::{Args, Expr, GangOf, Node, wider};
use crate::element::{Element, Order};
use crate::lanes::{Lanes, Simd, map};

macro_rules! comparison {
    ($($(#[$doc:meta])* $Rule:ident $Node:ident $Bound:ident => |$s:ident, $x:ident, $y:ident| $value:expr;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Default)]
        pub struct $Node<L, R>(L, R);

        impl<X: Args, T, L, R> Node<X> for $Node<L, R>
        where
            T: Element + $Bound,
            L: Node<X, T = T>,
            R: Node<X, T = T>,
        {
            type T = bool;
            const WIDEST: usize = wider(L::WIDEST, R::WIDEST);
            const COST: usize = L::COST + R::COST + 1;

            #[inline(always)]
            fn eval<S: Simd>(&self, $s: S, loaded: &X::Loaded<S>) -> S::Mask {
                let ($x, $y) = (self.0.eval($s, loaded), self.1.eval($s, loaded));
                $value
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
    Lt LtNode PartialOrd => |s, x, y| T::order_gang(s, x, y, Order::Less);
    /// `l <= r`.
    Le LeNode PartialOrd => |s, x, y| T::order_gang(s, x, y, Order::LessEqual);
    /// `l > r`.
    Gt GtNode PartialOrd => |s, x, y| T::order_gang(s, x, y, Order::Greater);
    /// `l >= r`.
    Ge GeNode PartialOrd => |s, x, y| T::order_gang(s, x, y, Order::GreaterEqual);
    /// `l == r`.
    Eq EqNode PartialEq => |s, x, y| T::equal_gang(s, x, y);
    /// `l != r`.
    Ne NeNode PartialEq => |s, x, y| !T::equal_gang(s, x, y);
}

/// `if condition { yes } else { no }`, with both sides evaluated; `Sides` is `(yes, no)`.
#[derive(Clone, Copy)]
pub struct SelectNode<C, Sides>(C, Sides);

impl<X: Args, T, C, Y, N> Node<X> for SelectNode<C, (Y, N)>
where
    T: Element,
    C: Node<X, T = bool>,
    Y: Node<X, T = T>,
    N: Node<X, T = T>,
{
    type T = T;
    const WIDEST: usize = wider(C::WIDEST, wider(Y::WIDEST, N::WIDEST));
    const COST: usize = C::COST + Y::COST + N::COST + 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &X::Loaded<S>) -> GangOf<T, S> {
        let (yes, no) = (self.1.0.eval(s, loaded), self.1.1.eval(s, loaded));
        GangOf::<T, S>::select(self.0.eval(s, loaded), yes, no)
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

impl<U, N: Default> Default for CastNode<U, N> {
    #[inline(always)]
    fn default() -> Self {
        CastNode::new(N::default())
    }
}

impl<U, N> CastNode<U, N> {
    #[inline(always)]
    pub(crate) fn new(node: N) -> Self {
        CastNode(node, PhantomData)
    }
}

impl<X: Args, U, N> Node<X> for CastNode<U, N>
where
    U: Element,
    N: Node<X>,
    N::T: num_traits::AsPrimitive<U>,
{
    type T = U;
    const WIDEST: usize = wider(U::WIDEST, N::WIDEST);
    const COST: usize = N::COST + 3;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &X::Loaded<S>) -> GangOf<U, S> {
        let x = self.0.eval(s, loaded);
        match N::T::cast_from::<S>(x).and_then(|source| U::cast_to(s, source)) {
            Some(cast) => cast,
            None => map::<S, N::T, U>(s, x, num_traits::AsPrimitive::as_),
        }
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
