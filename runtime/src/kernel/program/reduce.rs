//! Reductions: what is reduced, how, and which element types have it.
//!
//! Each reduction is a trait of the element type, called as `MaxOf::reduce(over(list, expr))`: a call of a trait's own function lets rustc
//! say the trait's message at the user's word. The last parameter is the result; where elements do not have the reduction it stays
//! unknown, so that nothing is said twice (see [`Never`]).

use core::marker::PhantomData;

use num_complex::Complex;

use crate::element::Element;
use crate::expr::{Args, Expr, GangOf, Integer, Never, Node, Refused, wider};
use crate::lanes::{Lanes, Simd, map};
use crate::nest::{Best, BestGang, Each, Extreme, Extremes, First, Greatest, Least, Product, Sum};

/// What is reduced: a scalar expression over a list of what it reads.
pub struct Over<T, X, N> {
    reads: X,
    node: N,
    element: PhantomData<fn() -> T>,
}

/// What is reduced.
#[inline(always)]
pub fn over<T, X, N>(reads: X, expr: Expr<T, N>) -> Over<T, X, N> {
    Over { reads, node: expr.node, element: PhantomData }
}

/// What is reduced, with the number of each point.
#[inline(always)]
pub fn over_indexed<T, X, N, P>(reads: X, expr: Expr<T, N>, place: Expr<usize, P>) -> Over<T, X, PlacedNode<N, P>> {
    Over { reads, node: PlacedNode(expr.node, place.node), element: PhantomData }
}

/// A reduction `R` of the values `N` over a list `X` of what it reads; its own values are of type `T`.
pub struct Reduction<T, X, N, R> {
    pub(super) reads: X,
    pub(super) node: N,
    types: PhantomData<fn() -> (T, R)>,
}

impl<T, X, N, R> Reduction<T, X, N, R> {
    #[inline(always)]
    fn new(reads: X, node: N) -> Self {
        Reduction { reads, node, types: PhantomData }
    }
}

impl<T, X: Clone, N: Clone, R> Clone for Reduction<T, X, N, R> {
    #[inline(always)]
    fn clone(&self) -> Self {
        Reduction::new(self.reads.clone(), self.node.clone())
    }
}

impl<T, X: Copy, N: Copy, R> Copy for Reduction<T, X, N, R> {}

macro_rules! reductions {
    ($($(#[$doc:meta])* $Rule:ident $message:literal [$($bound:tt)*] $R:ty;)*) => { $(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(message = $message, label = "elements of type `{Self}`")]
        pub trait $Rule<X, N, Result>: Sized {
            /// The reduction.
            fn reduce(over: Over<Self, X, N>) -> Result;
        }

        #[diagnostic::do_not_recommend]
        impl<T: $($bound)*, X, N> $Rule<X, N, Reduction<T, X, N, $R>> for T {
            #[inline(always)]
            fn reduce(over: Over<T, X, N>) -> Reduction<T, X, N, $R> {
                Reduction::new(over.reads, over.node)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Never, X, N> $Rule<X, N, Reduction<Refused, X, N, Refused>> for T {
            fn reduce(_: Over<T, X, N>) -> Reduction<Refused, X, N, Refused> {
                T::any()
            }
        }
    )* };
}

reductions! {
    /// `sum[k](…)`.
    SumOf "elements `{Self}` have no sum" [Element] Sum;
    /// `prod[k](…)`.
    ProdOf "elements `{Self}` have no product" [Element] Product;
    /// `min[k](…)`.
    MinOf "elements `{Self}` have no order, so there is no `min` of them" [Extremes] Extreme<Least>;
    /// `max[k](…)`.
    MaxOf "elements `{Self}` have no order, so there is no `max` of them" [Extremes] Extreme<Greatest>;
    /// `mean[k](…)`: the sum; the division follows.
    MeanOf "elements `{Self}` have no mean: cast them, as in `mean[i](x[i] as f64)`" [Mean] Sum;
}

macro_rules! of_truths {
    ($($(#[$doc:meta])* $Rule:ident $message:literal $T:ty, $R:ty, $Node:ty, |$node:ident| $value:expr;)*) => { $(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "elements of type `{Self}`",
            note = "a comparison makes a condition, as in `x[i] > 0.0`"
        )]
        pub trait $Rule<X, N, Result>: Sized {
            /// The reduction.
            fn reduce(over: Over<Self, X, N>) -> Result;
        }

        #[diagnostic::do_not_recommend]
        impl<X, N> $Rule<X, N, Reduction<$T, X, $Node, $R>> for bool {
            #[inline(always)]
            fn reduce(over: Over<bool, X, N>) -> Reduction<$T, X, $Node, $R> {
                let $node = over.node;
                Reduction::new(over.reads, $value)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Never, X, N> $Rule<X, N, Reduction<Refused, X, N, Refused>> for T {
            fn reduce(_: Over<T, X, N>) -> Reduction<Refused, X, N, Refused> {
                T::any()
            }
        }

        // Two of them, so that the result stays unknown for other types than `bool`.
        #[diagnostic::do_not_recommend]
        impl<T: Never, X, N> $Rule<X, N, Refused> for T {
            fn reduce(_: Over<T, X, N>) -> Refused {
                T::any()
            }
        }
    )* };
}

of_truths! {
    /// `all[k](…)`.
    AllOf "`all` is of conditions, not of elements `{Self}`" bool, Product, N, |node| node;
    /// `any[k](…)`.
    AnyOf "`any` is of conditions, not of elements `{Self}`" bool, Sum, N, |node| node;
    /// `count[k](…)`: the sum of the conditions as numbers.
    CountOf "`count` is of conditions, not of elements `{Self}`" usize, Sum, CountNode<N>, |node| CountNode(node);
}

/// Conditions as numbers.
#[derive(Clone, Copy)]
pub struct CountNode<N>(N);

impl<A: Args, N: Node<A, T = bool>> Node<A> for CountNode<N> {
    type T = usize;
    const WIDEST: usize = wider(N::WIDEST, <usize as Element>::WIDEST);
    const COST: usize = N::COST + 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &A::Loaded<S>) -> GangOf<usize, S> {
        self.eval_plus(s, loaded, GangOf::<usize, S>::splat(s, 0))
    }

    // A true lane of a mask is -1: one subtraction, where a conversion takes two more operations.
    #[inline(always)]
    fn eval_plus<S: Simd>(&self, s: S, loaded: &A::Loaded<S>, sum: GangOf<usize, S>) -> GangOf<usize, S> {
        usize::raise_gang(s, sum, self.0.eval(s, loaded))
    }
}

macro_rules! places {
    ($($(#[$doc:meta])* $Rule:ident $message:literal $R:ty;)*) => { $(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(message = $message, label = "elements of type `{Self}`")]
        pub trait $Rule<X, N, Result>: Sized {
            /// The reduction.
            fn reduce(over: Over<Self, X, N>) -> Result;
        }

        #[diagnostic::do_not_recommend]
        impl<T: Extremes, X, N> $Rule<X, N, Reduction<Best<T>, X, N, $R>> for T {
            #[inline(always)]
            fn reduce(over: Over<T, X, N>) -> Reduction<Best<T>, X, N, $R> {
                Reduction::new(over.reads, over.node)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Never, X, N> $Rule<X, N, Reduction<Refused, X, N, Refused>> for T {
            fn reduce(_: Over<T, X, N>) -> Reduction<Refused, X, N, Refused> {
                T::any()
            }
        }
    )* };
}

places! {
    /// `argmin[k](…)`.
    ArgMinOf "elements `{Self}` have no order, so there is no `argmin` of them" First<Least>;
    /// `argmax[k](…)`.
    ArgMaxOf "elements `{Self}` have no order, so there is no `argmax` of them" First<Greatest>;
}

/// A value with the number of its point.
#[derive(Clone, Copy)]
pub struct PlacedNode<N, P>(N, P);

impl<A: Args, N: Node<A, T: Extremes>, P: Node<A, T = usize>> Node<A> for PlacedNode<N, P> {
    type T = Best<N::T>;
    const WIDEST: usize = 8;
    const COST: usize = N::COST + P::COST + 6;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &A::Loaded<S>) -> GangOf<Best<N::T>, S> {
        BestGang::new(s, self.0.eval(s, loaded), self.1.eval(s, loaded))
    }
}

/// The place of a best value.
#[derive(Clone, Copy)]
pub struct PlaceNode<N>(N);

impl<A: Args, T: Extremes, N: Node<A, T = Best<T>>> Node<A> for PlaceNode<N> {
    type T = usize;
    const WIDEST: usize = 8;
    const COST: usize = N::COST;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &A::Loaded<S>) -> GangOf<usize, S> {
        self.0.eval(s, loaded).place
    }
}

/// Values that several passes read, or one pass at many points: a reduction over nothing.
pub struct EachOf;

impl EachOf {
    /// The values. Elements of any type have them, so that mistakes are said where the values are used.
    #[inline(always)]
    pub fn reduce<T, X, N>(over: Over<T, X, N>) -> Reduction<T, X, N, Each> {
        Reduction::new(over.reads, over.node)
    }
}

/// The place of a best value: what `argmin` and `argmax` give.
#[inline(always)]
pub fn best_index<T, N>(best: Expr<Best<T>, N>) -> Expr<usize, PlaceNode<N>> {
    Expr::new(PlaceNode(best.node))
}

/// Elements that have a mean.
pub trait Mean: Element {
    /// `self / count`.
    fn shared(self, count: usize) -> Self;

    /// [`Mean::shared`] of gangs.
    #[inline(always)]
    fn shared_gang<S: Simd>(s: S, x: Self::Gang<S>, count: usize) -> Self::Gang<S> {
        map::<S, Self, Self>(s, x, |x| x.shared(count))
    }
}

macro_rules! means {
    ($($T:ident)*) => { $(
        impl Mean for $T {
            #[inline(always)]
            fn shared(self, count: usize) -> Self {
                self / count as $T
            }
            #[inline(always)]
            fn shared_gang<S: Simd>(s: S, x: Self::Gang<S>, count: usize) -> Self::Gang<S> {
                $T::over_gang(s, x, GangOf::<$T, S>::splat(s, count as $T))
            }
        }

        impl Mean for Complex<$T> {
            #[inline(always)]
            fn shared(self, count: usize) -> Self {
                self / count as $T
            }
        }
    )* };
}

means! { f32 f64 }

/// The mean from the sum and the number of terms.
#[derive(Clone, Copy)]
pub struct MeanNode<N, C>(N, C);

impl<A: Args, T: Mean, N: Node<A, T = T>, C: Node<A, T = usize>> Node<A> for MeanNode<N, C> {
    type T = T;
    const WIDEST: usize = wider(N::WIDEST, 8);
    const COST: usize = N::COST + 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &A::Loaded<S>) -> GangOf<T, S> {
        use crate::lanes::LaneArray;
        let count = self.1.eval(s, loaded).to_array().lane(0);
        T::shared_gang(s, self.0.eval(s, loaded), count)
    }
}

/// The mean from the sum and the number of terms.
#[inline(always)]
pub fn mean<T, N, C>(sum: Expr<T, N>, terms: Expr<usize, C>) -> Expr<T, MeanNode<N, C>> {
    Expr::new(MeanNode(sum.node, terms.node))
}
