//! Operations whose result is of another type than their elements: parts of complex numbers, and questions about floats.

use num_complex::Complex;

use super::arith::{Both, Never, Refused};
use super::math::Float;
use super::{Expr, Node};

macro_rules! complex_parts {
    ($($(#[$doc:meta])* $Rule:ident $Node:ident $message:literal $Out:ty, |$z:ident| $value:expr;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $Node<N>(N);

        impl<X, T, N> Node<X> for $Node<N>
        where
            T: Float,
            N: Node<X, T = Complex<T>>,
        {
            type T = $Out;

            #[inline(always)]
            fn eval(&self, loaded: &X) -> $Out {
                let $z = self.0.eval(loaded);
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
    Re ReNode "`re` is a part of complex elements, not of `{Self}`" T, |z| z.re;
    /// `z.im`: the imaginary part.
    Im ImNode "`im` is a part of complex elements, not of `{Self}`" T, |z| z.im;
    /// `z.norm()`: the absolute value.
    Norm NormNode "`norm` needs complex elements, not `{Self}`: write `abs`" T, |z| z.norm();
    /// `z.norm_sqr()`: the squared absolute value.
    NormSqr NormSqrNode "`norm_sqr` needs complex elements, not `{Self}`: write `powi(2)`" T, |z| z.norm_sqr();
    /// `z.arg()`: the angle.
    ArgOf ArgOfNode "`arg` needs complex elements, not `{Self}`" T, |z| z.arg();
    /// `z.conj()`: the complex conjugate.
    Conj ConjNode "`conj` needs complex elements, not `{Self}`" Complex<T>, |z| z.conj();
}

macro_rules! questions {
    ($($(#[$doc:meta])* $Rule:ident $Node:ident $method:ident $message:literal;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $Node<N>(N);

        impl<X, T, N> Node<X> for $Node<N>
        where
            T: Float,
            N: Node<X, T = T>,
        {
            type T = bool;

            #[inline(always)]
            fn eval(&self, loaded: &X) -> bool {
                num_traits::Float::$method(self.0.eval(loaded))
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
    IsNan IsNanNode is_nan "`is_nan` needs real floating-point elements, not `{Self}`";
    /// `x.is_finite()`.
    IsFinite IsFiniteNode is_finite "`is_finite` needs real floating-point elements, not `{Self}`";
    /// `x.is_infinite()`.
    IsInfinite IsInfiniteNode is_infinite "`is_infinite` needs real floating-point elements, not `{Self}`";
}

/// `Complex::new(re, im)`.
#[derive(Clone, Copy)]
pub struct MakeComplexNode<R, I>(R, I);

impl<X, T, R, I> Node<X> for MakeComplexNode<R, I>
where
    T: Float,
    R: Node<X, T = T>,
    I: Node<X, T = T>,
{
    type T = Complex<T>;

    #[inline(always)]
    fn eval(&self, loaded: &X) -> Complex<T> {
        Complex::new(self.0.eval(loaded), self.1.eval(loaded))
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
