//! Comparisons, choices and casts.

use super::{Expr, Node};
use crate::element::Element;

macro_rules! comparison {
    ($($(#[$doc:meta])* $build:ident $Node:ident $sign:tt $Bound:ident;)*) => { $(
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

        impl<L, R> From<(L, R)> for $Node<L, R> {
            #[inline(always)]
            fn from((l, r): (L, R)) -> Self {
                $Node(l, r)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Element + $Bound, L, R> Compare<T, (L, R, $Node<L, R>)> for T {}

        $(#[$doc])*
        #[inline(always)]
        pub fn $build<A, B, L, R>(l: Expr<A, L>, r: Expr<B, R>) -> Expr<bool, $Node<L, R>>
        where
            A: Compare<B, (L, R, $Node<L, R>)>,
        {
            Expr::new($Node(l.node, r.node))
        }
    )* };
}

/// Element types that a comparison joins; `Parts` is `(L, R, node)`.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` and `{Other}` cannot be compared",
    label = "elements of type `{Self}` and `{Other}`",
    note = "both sides of a comparison have one element type: write `x as f64` to convert"
)]
pub trait Compare<Other, Parts> {}

comparison! {
    /// `l < r`.
    lt Lt < PartialOrd;
    /// `l <= r`.
    le Le <= PartialOrd;
    /// `l > r`.
    gt Gt > PartialOrd;
    /// `l >= r`.
    ge Ge >= PartialOrd;
    /// `l == r`.
    eq Eq == PartialEq;
    /// `l != r`.
    ne Ne != PartialEq;
}

/// `if condition { yes } else { no }`, with both sides evaluated.
#[derive(Clone, Copy)]
pub struct Select<C, Y, N>(C, Y, N);

impl<X, T, C, Y, N> Node<X> for Select<C, Y, N>
where
    T: Copy,
    C: Node<X, T = bool>,
    Y: Node<X, T = T>,
    N: Node<X, T = T>,
{
    type T = T;

    #[inline(always)]
    fn eval(&self, loaded: &X) -> T {
        let (yes, no) = (self.1.eval(loaded), self.2.eval(loaded));
        if self.0.eval(loaded) { yes } else { no }
    }
}

/// The condition of an `if`: bool elements.
#[diagnostic::on_unimplemented(
    message = "the condition of an `if` has elements `{Self}`, not `bool`",
    label = "elements of type `{Self}`"
)]
pub trait Condition {}
impl Condition for bool {}

/// The two branches of an `if`; `Parts` is `(C, Y, N, node)`.
#[diagnostic::on_unimplemented(
    message = "the branches of this `if` have elements `{Self}` and `{Other}`",
    label = "elements of type `{Self}` and `{Other}`",
    note = "both branches have one element type: write `x as f64` to convert"
)]
pub trait Branches<Other, Parts> {}

#[diagnostic::do_not_recommend]
impl<T: Element, C, Y, N> Branches<T, (C, Y, N, Select<C, Y, N>)> for T {}

impl<C, Y, N> From<(C, Y, N)> for Select<C, Y, N> {
    #[inline(always)]
    fn from((condition, yes, no): (C, Y, N)) -> Self {
        Select(condition, yes, no)
    }
}

/// `if condition { yes } else { no }`.
#[inline(always)]
pub fn select<A, B, D, C, Y, N, M>(condition: Expr<D, C>, yes: Expr<A, Y>, no: Expr<B, N>) -> Expr<A, M>
where
    D: Condition,
    A: Branches<B, (C, Y, N, M)>,
    M: From<(C, Y, N)>,
{
    Expr::new(M::from((condition.node, yes.node, no.node)))
}

/// `x.clamp(low, high)`: Rust's, but without its panic where `low > high`. A NaN stays.
#[inline(always)]
#[allow(clippy::type_complexity)]
pub fn clamp<T: Element + PartialOrd, N: Copy, L: Copy, H: Copy>(
    x: Expr<T, N>,
    low: Expr<T, L>,
    high: Expr<T, H>,
) -> Expr<T, Select<Lt<N, L>, L, Select<Gt<N, H>, H, N>>> {
    Expr::new(Select(Lt(x.node, low.node), low.node, Select(Gt(x.node, high.node), high.node, x.node)))
}

/// `x as U`, with Rust's meaning.
#[derive(Clone, Copy)]
pub struct Cast<U, N>(N, core::marker::PhantomData<U>);

impl<X, U, N> Node<X> for Cast<U, N>
where
    U: Element,
    N: Node<X>,
    N::T: CastTo<U>,
{
    type T = U;

    #[inline(always)]
    fn eval(&self, loaded: &X) -> U {
        self.0.eval(loaded).cast_to()
    }
}

/// Element types between which `as` converts.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` cannot be cast to `{U}`",
    label = "elements of type `{Self}`"
)]
pub trait CastTo<U>: Copy {
    /// `self as U`.
    fn cast_to(self) -> U;
}

#[diagnostic::do_not_recommend]
impl<T: num_traits::AsPrimitive<U>, U: Copy + 'static> CastTo<U> for T {
    #[inline(always)]
    fn cast_to(self) -> U {
        self.as_()
    }
}

/// `x as U`.
#[inline(always)]
pub fn cast<U: Element, T: CastTo<U>, N>(x: Expr<T, N>) -> Expr<U, Cast<U, N>> {
    Expr::new(Cast(x.node, core::marker::PhantomData))
}
