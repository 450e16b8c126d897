//! A ufunc inside a pass over points: as a value, and as what is written.

use core::marker::PhantomData;

use super::params::{Params, Results};
use super::varying::{Varying, all};
use super::{GANG, Ufunc};
use crate::element::Element;
use crate::expr::{Args, Body, Expr, GangOf, Never, Node, Refused, wider};
use crate::lanes::Simd;

/// Nodes whose values are the arguments of a ufunc over `P`.
pub trait Arguments<X: Args, P: Params>: Copy {
    /// Bytes of the widest number in them.
    const WIDEST: usize;
    /// As [`Node::COST`].
    const COST: usize;
    /// Their values at a gang of points.
    fn eval<S: Simd>(&self, s: S, loaded: &X::Loaded<S>) -> P::Lanes<S>;
}

macro_rules! arguments {
    ($(($($A:ident $N:ident $i:tt)*))*) => { $(
        impl<X: Args, $($A: Element, $N: Node<X, T = $A>),*> Arguments<X, ($($A,)*)> for ($($N,)*) {
            const WIDEST: usize = arguments!(@widest $($N)*);
            const COST: usize = 0 $(+ $N::COST)*;
            #[inline(always)]
            fn eval<S: Simd>(&self, s: S, loaded: &X::Loaded<S>) -> ($(Varying<S, $A>,)*) {
                ($(Varying::new(self.$i.eval(s, loaded)),)*)
            }
        }
    )* };
    (@widest) => { 1 };
    (@widest $N:ident $($rest:ident)*) => { wider($N::WIDEST, arguments!(@widest $($rest)*)) };
}

arguments! {
    (A N 0)
    (A N 0 B M 1)
    (A N 0 B M 1 C O 2)
    (A N 0 B M 1 C O 2 D Q 3)
    (A N 0 B M 1 C O 2 D Q 3 E R 4)
    (A N 0 B M 1 C O 2 D Q 3 E R 4 F U 5)
    (A N 0 B M 1 C O 2 D Q 3 E R 4 F U 5 G V 6)
    (A N 0 B M 1 C O 2 D Q 3 E R 4 F U 5 G V 6 H W 7)
}

/// `f(x, y)`: the value of a ufunc over nodes `N`.
pub struct Applied<F, P, N>(N, PhantomData<(F, P)>);

/// `(out0, out1) = f(x, y)`: a ufunc over nodes `N` that writes its results.
pub struct Fill<F, P, N>(N, PhantomData<(F, P)>);

macro_rules! copies {
    ($($Type:ident)*) => { $(
        impl<F, P, N: Copy> Clone for $Type<F, P, N> {
            #[inline(always)]
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<F, P, N: Copy> Copy for $Type<F, P, N> {}
    )* };
}

copies! { Applied Fill }

impl<F, P, N> Fill<F, P, N> {
    /// The writes of `F` over `nodes`.
    #[inline(always)]
    pub(super) fn new(nodes: N) -> Self {
        Fill(nodes, PhantomData)
    }
}

impl<X: Args, F: Ufunc<P, Out = T>, P: Params, T: Element, N: Arguments<X, P>> Node<X> for Applied<F, P, N> {
    type T = T;
    const WIDEST: usize = wider(N::WIDEST, wider(P::WIDEST, T::WIDEST));
    const COST: usize = N::COST + GANG;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &X::Loaded<S>) -> GangOf<T, S> {
        F::gang(s, all(s), self.0.eval(s, loaded)).gang
    }
}

impl<X: Args, F: Ufunc<P>, P: Params, N: Arguments<X, P>> Body<X> for Fill<F, P, N> {
    type Outs = <F::Out as Results>::Outs;
    const WIDEST: usize = wider(N::WIDEST, wider(P::WIDEST, <F::Out as Results>::WIDEST));
    const COST: usize = N::COST + GANG;
    const READS: bool = false;
    const BYTES: usize = <F::Out as Results>::BYTES;

    #[inline(always)]
    unsafe fn store<S: Simd>(&self, s: S, loaded: &X::Loaded<S>, outs: Self::Outs, mask: Option<S::Mask>) {
        let live = mask.unwrap_or(all(s));
        let results = F::gang(s, live, self.0.eval(s, loaded));
        // SAFETY: the caller's promise. A masked pass writes outputs that exist, so they are readable.
        unsafe { <F::Out as Results>::store(s, results, outs, mask) }
    }
}

/// Expressions of elements `P`, whose nodes are `N`: what a ufunc in a kernel is called on.
pub struct Given<P, N>(N, PhantomData<P>);

/// Arguments as expressions.
#[diagnostic::on_unimplemented(
    message = "a ufunc in a kernel is called on expressions, at most 8",
    label = "wrong arguments"
)]
pub trait Exprs {
    /// The elements, and the nodes.
    type Given;
    /// They.
    fn given(self) -> Self::Given;
}

macro_rules! exprs {
    ($(($($A:ident $N:ident $i:tt)*))*) => { $(
        impl<$($A: Element, $N),*> Exprs for ($(Expr<$A, $N>,)*) {
            type Given = Given<($($A,)*), ($($N,)*)>;
            #[inline(always)]
            fn given(self) -> Self::Given {
                Given(($(self.$i.node,)*), PhantomData)
            }
        }
    )* };
}

exprs! {
    (A N 0)
    (A N 0 B M 1)
    (A N 0 B M 1 C O 2)
    (A N 0 B M 1 C O 2 D Q 3)
    (A N 0 B M 1 C O 2 D Q 3 E R 4)
    (A N 0 B M 1 C O 2 D Q 3 E R 4 F U 5)
    (A N 0 B M 1 C O 2 D Q 3 E R 4 F U 5 G V 6)
    (A N 0 B M 1 C O 2 D Q 3 E R 4 F U 5 G V 6 H W 7)
}

/// Elements that a ufunc `F` takes: what `broadcast!` makes of a call. `Known` is the value: unknown where the call is wrong, so that nothing
/// else is said about it.
#[diagnostic::on_unimplemented(
    message = "`{F}` is not a ufunc of parameters `{Self}`",
    label = "not a ufunc of parameters `{Self}`",
    note = "a kernel calls functions made by `ufunc!`, with one result; those with core axes, or that run per point, are called by themselves"
)]
pub trait TakenBy<F, N, Known>: Sized {
    /// The value.
    fn call(given: Given<Self, N>) -> Known;
}

#[diagnostic::do_not_recommend]
impl<F: Ufunc<P, Out = T>, P: Params, T: Element, N> TakenBy<F, N, Expr<T, Applied<F, P, N>>> for P {
    #[inline(always)]
    fn call(given: Given<P, N>) -> Expr<T, Applied<F, P, N>> {
        Expr::new(Applied(given.0, PhantomData))
    }
}

// Keeps `Known` unknown where `F` is no ufunc of these parameters: see `Never`.
#[diagnostic::do_not_recommend]
impl<F, P: Never, N> TakenBy<F, N, Refused> for P {
    fn call(_: Given<P, N>) -> Refused {
        Refused
    }
}
