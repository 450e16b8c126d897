//! `+`, `-`, `*` and `/` of real and complex elements of one precision: what num-complex computes, which is less than with the real
//! number as a complex one. (In `x * z` an infinite part of `z` does not meet a zero.)

use core::marker::PhantomData;

use num_complex::Complex;
use num_traits::Num;

use super::{Add, Args, Both, Div, Expr, GangOf, Mul, Node, Sub, wider};
use crate::element::Element;
use crate::lanes::{ComplexGang, Lanes, Simd};

/// The parts of complex numbers.
pub trait RealPart: Element + Num {}

impl RealPart for f32 {}
impl RealPart for f64 {}

/// Complex numbers with such parts. (Rules are implemented for these, and not for `Complex<f64>` itself: rustc would show that where other types
/// do not mix.)
pub trait ComplexOf<T>: Element {}

impl ComplexOf<f32> for Complex<f32> {}
impl ComplexOf<f64> for Complex<f64> {}

/// Gangs of complex numbers.
type Parts<T, S> = ComplexGang<S, GangOf<T, S>>;

/// An operation of a real number and a complex one.
pub trait MixedOperation: Copy {
    /// `x op z`.
    fn real_first<S: Simd, T: RealPart>(s: S, x: T::Gang<S>, z: Parts<T, S>) -> Parts<T, S>;
    /// `z op x`.
    fn real_second<S: Simd, T: RealPart>(s: S, z: Parts<T, S>, x: T::Gang<S>) -> Parts<T, S>;
}

/// A node `x op z`.
#[derive(Clone, Copy)]
pub struct RealFirst<O, L, R>(L, R, PhantomData<O>);

/// A node `z op x`.
#[derive(Clone, Copy)]
pub struct RealSecond<O, L, R>(L, R, PhantomData<O>);

impl<A, T, O, L, R> Node<A> for RealFirst<O, L, R>
where
    A: Args,
    T: RealPart,
    O: MixedOperation,
    L: Node<A, T = T>,
    R: Node<A, T = Complex<T>>,
{
    type T = Complex<T>;
    const WIDEST: usize = wider(L::WIDEST, R::WIDEST);
    const COST: usize = L::COST + R::COST + 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &A::Loaded<S>) -> GangOf<Complex<T>, S> {
        O::real_first::<S, T>(s, self.0.eval(s, loaded), self.1.eval(s, loaded))
    }
}

impl<A, T, O, L, R> Node<A> for RealSecond<O, L, R>
where
    A: Args,
    T: RealPart,
    O: MixedOperation,
    L: Node<A, T = Complex<T>>,
    R: Node<A, T = T>,
{
    type T = Complex<T>;
    const WIDEST: usize = wider(L::WIDEST, R::WIDEST);
    const COST: usize = L::COST + R::COST + 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &A::Loaded<S>) -> GangOf<Complex<T>, S> {
        O::real_second::<S, T>(s, self.0.eval(s, loaded), self.1.eval(s, loaded))
    }
}

macro_rules! mixed {
    ($(
        $(#[$doc:meta])*
        $Operation:ident of $Rule:ident: |$s:ident, $x:ident, $z:ident| $first:expr, $second:expr;
    )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $Operation;

        impl MixedOperation for $Operation {
            #[inline(always)]
            fn real_first<S: Simd, T: RealPart>($s: S, $x: T::Gang<S>, $z: Parts<T, S>) -> Parts<T, S> {
                let (re, im) = $first;
                ComplexGang::new($s, re, im)
            }
            #[inline(always)]
            fn real_second<S: Simd, T: RealPart>($s: S, $z: Parts<T, S>, $x: T::Gang<S>) -> Parts<T, S> {
                let (re, im) = $second;
                ComplexGang::new($s, re, im)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: RealPart, Z: ComplexOf<T>, L, R> $Rule<Z, (L, R), Expr<Z, RealFirst<$Operation, L, R>>> for T {
            #[inline(always)]
            fn apply(both: Both<T, Z, (L, R)>) -> Expr<Z, RealFirst<$Operation, L, R>> {
                let (l, r) = both.nodes;
                Expr::new(RealFirst(l, r, PhantomData))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: RealPart, Z: ComplexOf<T>, L, R> $Rule<T, (L, R), Expr<Z, RealSecond<$Operation, L, R>>> for Z {
            #[inline(always)]
            fn apply(both: Both<Z, T, (L, R)>) -> Expr<Z, RealSecond<$Operation, L, R>> {
                let (l, r) = both.nodes;
                Expr::new(RealSecond(l, r, PhantomData))
            }
        }
    )* };
}

mixed! {
    /// The sum.
    Plus of Add: |s, x, z| (T::plus_gang(s, x, z.re), z.im), (T::plus_gang(s, z.re, x), z.im);
    /// The difference.
    Minus of Sub: |s, x, z|
        (T::minus_gang(s, x, z.re), T::minus_gang(s, T::Gang::<S>::splat(s, <T as Element>::zero()), z.im)),
        (T::minus_gang(s, z.re, x), z.im);
    /// The product.
    Times of Mul: |s, x, z|
        (T::times_gang(s, x, z.re), T::times_gang(s, x, z.im)),
        (T::times_gang(s, z.re, x), T::times_gang(s, z.im, x));
    /// The quotient.
    Over of Div: |s, x, z|
        {
            let norm = T::plus_gang(s, T::times_gang(s, z.re, z.re), T::times_gang(s, z.im, z.im));
            let im = T::over_gang(s, T::times_gang(s, x, z.im), norm);
            let zero = T::Gang::<S>::splat(s, <T as Element>::zero());
            (T::over_gang(s, T::times_gang(s, x, z.re), norm), T::minus_gang(s, zero, im))
        },
        (T::over_gang(s, z.re, x), T::over_gang(s, z.im, x));
}
