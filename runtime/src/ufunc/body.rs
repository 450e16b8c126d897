//! A ufunc inside a pass over points: as a value, and as what is written.

use core::marker::PhantomData;

use super::params::{Params, Results};
use super::varying::{Varying, all};
use super::{GANG, Ufunc};
use crate::element::Element;
use crate::expr::{Args, Body, Expr, GangOf, Node, wider};
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

/// Expressions that a ufunc `F` can be called on: what `broadcast!` makes of a call.
#[diagnostic::on_unimplemented(
    message = "a ufunc in a kernel is called on its parameters, which are expressions of their types, and has one result",
    label = "wrong arguments"
)]
pub trait Calls<F, P> {
    /// The value.
    type Out;
    /// The value.
    fn call(self) -> Self::Out;
}

macro_rules! calls {
    ($(($($A:ident $N:ident $i:tt)*))*) => { $(
        impl<Fn: Ufunc<($($A,)*), Out = T>, T: Element, $($A: Element, $N),*> Calls<Fn, ($($A,)*)> for ($(Expr<$A, $N>,)*) {
            type Out = Expr<T, Applied<Fn, ($($A,)*), ($($N,)*)>>;
            #[inline(always)]
            fn call(self) -> Self::Out {
                Expr::new(Applied(($(self.$i.node,)*), PhantomData))
            }
        }
    )* };
}

calls! {
    (A N 0)
    (A N 0 B M 1)
    (A N 0 B M 1 C O 2)
    (A N 0 B M 1 C O 2 D Q 3)
    (A N 0 B M 1 C O 2 D Q 3 E R 4)
    (A N 0 B M 1 C O 2 D Q 3 E R 4 F U 5)
    (A N 0 B M 1 C O 2 D Q 3 E R 4 F U 5 G V 6)
    (A N 0 B M 1 C O 2 D Q 3 E R 4 F U 5 G V 6 H W 7)
}
