//! Operations whose result is of another type than their elements: parts of complex numbers, and questions about floats.

use num_complex::Complex;

use super::arith::{Both, Never, Refused};
use super::math::{Float, Join};
use super::{Args, Expr, GangOf, Node, wider};
use crate::element::Order;
use crate::lanes::{ComplexGang, Lanes, Simd};

macro_rules! complex_parts {
    ($($(#[$doc:meta])* $Rule:ident $Node:ident $message:literal $Out:ty, |$s:ident, $z:ident| $value:expr;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Default)]
        pub struct $Node<N>(N);

        impl<X: Args, T, N> Node<X> for $Node<N>
        where
            T: Float,
            N: Node<X, T = Complex<T>>,
        {
            type T = $Out;
            const WIDEST: usize = N::WIDEST;
            const COST: usize = N::COST + 2;

            #[inline(always)]
            fn eval<S: Simd>(&self, $s: S, loaded: &X::Loaded<S>) -> GangOf<$Out, S> {
                let $z = self.0.eval($s, loaded);
                $value
            }
        }

        $(#[$doc])*
        #[diagnostic::on_unimplemented(message = $message, label = "elements of type `{Self}`")]
        pub trait $Rule<Nodes, Result>: Sized {
            /// The expression.
            fn apply(z: Expr<Self, Nodes>) -> Result;
        }

        #[diagnostic::do_not_recommend]
        impl<T: Float, N> $Rule<N, Expr<$Out, $Node<N>>> for Complex<T> {
            #[inline(always)]
            fn apply(z: Expr<Complex<T>, N>) -> Expr<$Out, $Node<N>> {
                Expr::new($Node(z.node))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Never, N> $Rule<N, Refused> for Complex<T> {
            fn apply(_: Expr<Complex<T>, N>) -> Refused {
                Refused
            }
        }
    )* };
}

complex_parts! {
    /// `z.re`: the real part.
    Re ReNode "`re` is a part of complex elements, not of `{Self}`" T, |_s, z| z.re;
    /// `z.im`: the imaginary part.
    Im ImNode "`im` is a part of complex elements, not of `{Self}`" T, |_s, z| z.im;
    /// `z.norm()`: the absolute value.
    Norm NormNode "`norm` needs complex elements, not `{Self}`: write `abs`" T, |s, z| T::join_gang(s, z.re, z.im, Join::Hypot);
    /// `z.norm_sqr()`: the squared absolute value.
    NormSqr NormSqrNode "`norm_sqr` needs complex elements, not `{Self}`: write `powi(2)`" T, |s, z| T::plus_gang(s, T::times_gang(s, z.re, z.re), T::times_gang(s, z.im, z.im));
    /// `z.arg()`: the angle.
    ArgOf ArgOfNode "`arg` needs complex elements, not `{Self}`" T, |s, z| T::join_gang(s, z.im, z.re, Join::Atan2);
    /// `z.conj()`: the complex conjugate.
    Conj ConjNode "`conj` needs complex elements, not `{Self}`" Complex<T>, |s, z| ComplexGang::new(s, z.re, T::negated_gang(s, z.im));
}

macro_rules! questions {
    ($($(#[$doc:meta])* $Rule:ident $Node:ident $message:literal => |$s:ident, $x:ident| $value:expr;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Default)]
        pub struct $Node<N>(N);

        impl<X: Args, T, N> Node<X> for $Node<N>
        where
            T: Float,
            N: Node<X, T = T>,
        {
            type T = bool;
            const WIDEST: usize = N::WIDEST;
            const COST: usize = N::COST + 2;

            #[inline(always)]
            fn eval<S: Simd>(&self, $s: S, loaded: &X::Loaded<S>) -> S::Mask {
                let $x = self.0.eval($s, loaded);
                $value
            }
        }

        $(#[$doc])*
        #[diagnostic::on_unimplemented(message = $message, label = "elements of type `{Self}`")]
        pub trait $Rule<Nodes, Result>: Sized {
            /// The expression.
            fn apply(x: Expr<Self, Nodes>) -> Expr<bool, Result>;
        }

        #[diagnostic::do_not_recommend]
        impl<T: Float, N> $Rule<N, $Node<N>> for T {
            #[inline(always)]
            fn apply(x: Expr<T, N>) -> Expr<bool, $Node<N>> {
                Expr::new($Node(x.node))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Never, N> $Rule<N, Refused> for T {
            fn apply(_: Expr<T, N>) -> Expr<bool, Refused> {
                Expr::new(Refused)
            }
        }
    )* };
}

questions! {
    /// `x.is_nan()`.
    IsNan IsNanNode "`is_nan` needs real floating-point elements, not `{Self}`" => |s, x| !T::equal_gang(s, x, x);
    /// `x.is_finite()`.
    IsFinite IsFiniteNode "`is_finite` needs real floating-point elements, not `{Self}`" => |s, x| {
        T::order_gang(s, T::absolute_gang(s, x), infinity::<T, S>(s), Order::Less)
    };
    /// `x.is_infinite()`.
    IsInfinite IsInfiniteNode "`is_infinite` needs real floating-point elements, not `{Self}`" => |s, x| {
        T::equal_gang(s, T::absolute_gang(s, x), infinity::<T, S>(s))
    };
}

#[inline(always)]
fn infinity<T: Float, S: Simd>(s: S) -> GangOf<T, S> {
    GangOf::<T, S>::splat(s, num_traits::Float::infinity())
}

/// `Complex::new(re, im)`.
#[derive(Clone, Copy, Default)]
pub struct MakeComplexNode<R, I>(R, I);

impl<X: Args, T, R, I> Node<X> for MakeComplexNode<R, I>
where
    T: Float,
    R: Node<X, T = T>,
    I: Node<X, T = T>,
{
    type T = Complex<T>;
    const WIDEST: usize = wider(R::WIDEST, I::WIDEST);
    const COST: usize = R::COST + I::COST;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &X::Loaded<S>) -> GangOf<Complex<T>, S> {
        ComplexGang::new(s, self.0.eval(s, loaded), self.1.eval(s, loaded))
    }
}

/// `Complex::new(re, im)`.
#[diagnostic::on_unimplemented(
    message = "a complex number has two real floating-point parts of one type, not `{Self}` and `{Other}`",
    label = "elements of type `{Self}` and `{Other}`"
)]
pub trait MakeComplex<Other, Nodes, Result>: Sized {
    /// The expression.
    fn apply(both: Both<Self, Other, Nodes>) -> Result;
}

#[diagnostic::do_not_recommend]
impl<T: Float, R, I> MakeComplex<T, (R, I), Expr<Complex<T>, MakeComplexNode<R, I>>> for T {
    #[inline(always)]
    fn apply(both: Both<T, T, (R, I)>) -> Expr<Complex<T>, MakeComplexNode<R, I>> {
        let (re, im) = both.nodes;
        Expr::new(MakeComplexNode(re, im))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Never, Nodes> MakeComplex<T, Nodes, Refused> for T {
    fn apply(_: Both<T, T, Nodes>) -> Refused {
        Refused
    }
}
