//! Arithmetic and bit operations: integers wrap and never trap.
//!
//! Each constructor takes its result node as an unconstrained parameter that a trait fills in. When the trait does not
//! hold, the node stays unknown, so rustc reports the one mistake and nothing that follows from it.

use core::ops;

use super::{Expr, Node};
use crate::element::Element;

macro_rules! binary {
    ($($(#[$doc:meta])* $build:ident $Node:ident $Rule:ident $message:literal: [$($Op:tt)*] => |$x:ident, $y:ident| $value:expr;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $Node<L, R>(L, R);

        impl<X, T, L, R> Node<X> for $Node<L, R>
        where
            T: Element + $($Op)*,
            L: Node<X, T = T>,
            R: Node<X, T = T>,
        {
            type T = T;

            #[inline(always)]
            fn eval(&self, loaded: &X) -> T {
                let ($x, $y) = (self.0.eval(loaded), self.1.eval(loaded));
                $value
            }
        }

        /// Element types that the operator joins; `Parts` is `(L, R, node)`.
        #[doc(hidden)]
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "elements of type `{Self}` and `{Other}`",
            note = "both sides of an operator have one element type: write `x as f64` to convert"
        )]
        pub trait $Rule<Other, Parts> {}

        #[diagnostic::do_not_recommend]
        impl<T: Element + $($Op)*, L, R> $Rule<T, (L, R, $Node<L, R>)> for T {}

        impl<L, R> From<(L, R)> for $Node<L, R> {
            #[inline(always)]
            fn from((l, r): (L, R)) -> Self {
                $Node(l, r)
            }
        }

        $(#[$doc])*
        #[inline(always)]
        pub fn $build<A, B, L, R, N>(l: Expr<A, L>, r: Expr<B, R>) -> Expr<A, N>
        where
            A: $Rule<B, (L, R, N)>,
            N: From<(L, R)>,
        {
            Expr::new(N::from((l.node, r.node)))
        }
    )* };
}
pub(crate) use binary;

binary! {
    /// `l + r`: the sum.
    add Add Plus "elements `{Self}` and `{Other}` cannot stand on the two sides of `+`": [ops::Add<Output = T>] => |x, y| x.plus(y);
    /// `l - r`: the difference.
    sub Sub Minus "elements `{Self}` and `{Other}` cannot stand on the two sides of `-`": [ops::Sub<Output = T>] => |x, y| x.minus(y);
    /// `l * r`: the product.
    mul Mul Times "elements `{Self}` and `{Other}` cannot stand on the two sides of `*`": [ops::Mul<Output = T>] => |x, y| x.times(y);
    /// `l / r`: the quotient.
    div Div Over "elements `{Self}` and `{Other}` cannot stand on the two sides of `/`": [ops::Div<Output = T>] => |x, y| x.over(y);
    /// `l % r`: the remainder.
    rem Rem Modulo "elements `{Self}` and `{Other}` cannot stand on the two sides of `%`": [ops::Rem<Output = T>] => |x, y| x.modulo(y);
    /// `l & r`: bitwise or logical and.
    bit_and BitAnd BitAndRule "elements `{Self}` and `{Other}` cannot stand on the two sides of `&`": [ops::BitAnd<Output = T>] => |x, y| x & y;
    /// `l | r`: bitwise or logical or.
    bit_or BitOr BitOrRule "elements `{Self}` and `{Other}` cannot stand on the two sides of `|`": [ops::BitOr<Output = T>] => |x, y| x | y;
    /// `l ^ r`: bitwise or logical exclusive or.
    bit_xor BitXor BitXorRule "elements `{Self}` and `{Other}` cannot stand on the two sides of `^`": [ops::BitXor<Output = T>] => |x, y| x ^ y;
    /// `l << r`: the left shift, by the amount modulo the number of bits.
    shl Shl ShlRule "elements `{Self}` and `{Other}` cannot stand on the two sides of `<<`": [Integer] => |x, y| x.shifted_left(y);
    /// `l >> r`: the right shift, by the amount modulo the number of bits.
    shr Shr ShrRule "elements `{Self}` and `{Other}` cannot stand on the two sides of `>>`": [Integer] => |x, y| x.shifted_right(y);
}

macro_rules! unary {
    ($($(#[$doc:meta])* $build:ident $Node:ident $Rule:ident $message:literal: [$($Op:tt)*] => |$x:ident| $value:expr;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $Node<N>(N);

        impl<X, T, N> Node<X> for $Node<N>
        where
            T: Element + $($Op)*,
            N: Node<X, T = T>,
        {
            type T = T;

            #[inline(always)]
            fn eval(&self, loaded: &X) -> T {
                let $x = self.0.eval(loaded);
                $value
            }
        }

        /// Element types that the operator takes; `Parts` is `(N, node)`.
        #[doc(hidden)]
        #[diagnostic::on_unimplemented(message = $message, label = "elements of type `{Self}`")]
        pub trait $Rule<Parts> {}

        #[diagnostic::do_not_recommend]
        impl<T: Element + $($Op)*, N> $Rule<(N, $Node<N>)> for T {}

        impl<N> From<(N,)> for $Node<N> {
            #[inline(always)]
            fn from((x,): (N,)) -> Self {
                $Node(x)
            }
        }

        $(#[$doc])*
        #[inline(always)]
        pub fn $build<A, N, M>(x: Expr<A, N>) -> Expr<A, M>
        where
            A: $Rule<(N, M)>,
            M: From<(N,)>,
        {
            Expr::new(M::from((x.node,)))
        }
    )* };
}
pub(crate) use unary;

unary! {
    /// `-x`: the negative.
    neg Neg NegRule "elements `{Self}` have no `-`": [ops::Neg<Output = T>] => |x| x.negated();
    /// `!x`: bitwise or logical not.
    not Not NotRule "elements `{Self}` have no `!`": [ops::Not<Output = T>] => |x| !x;
}

/// Integers, for shifts that never trap.
pub trait Integer: Element {
    /// `self << by`, with `by` taken modulo the number of bits.
    fn shifted_left(self, by: Self) -> Self;
    /// `self >> by`, with `by` taken modulo the number of bits.
    fn shifted_right(self, by: Self) -> Self;
    /// The absolute value, wrapping; itself where there is no sign.
    fn magnitude(self) -> Self;
    /// -1, 0 or 1.
    fn sign(self) -> Self;
    /// The power, wrapping.
    fn power(self, exponent: u32) -> Self;
}

macro_rules! integers {
    ($($T:ty, $abs:expr, $sign:expr;)*) => { $(
        impl Integer for $T {
            #[inline(always)]
            fn shifted_left(self, by: Self) -> Self {
                self.wrapping_shl(by as u32)
            }
            #[inline(always)]
            fn shifted_right(self, by: Self) -> Self {
                self.wrapping_shr(by as u32)
            }
            #[inline(always)]
            fn magnitude(self) -> Self {
                $abs(self)
            }
            #[inline(always)]
            fn sign(self) -> Self {
                $sign(self)
            }
            #[inline(always)]
            fn power(self, exponent: u32) -> Self {
                self.wrapping_pow(exponent)
            }
        }
    )* };
}

integers! {
    i8, i8::wrapping_abs, i8::signum;
    i16, i16::wrapping_abs, i16::signum;
    i32, i32::wrapping_abs, i32::signum;
    i64, i64::wrapping_abs, i64::signum;
    i128, i128::wrapping_abs, i128::signum;
    isize, isize::wrapping_abs, isize::signum;
    u8, u8::from, |x| u8::min(x, 1);
    u16, u16::from, |x| u16::min(x, 1);
    u32, u32::from, |x| u32::min(x, 1);
    u64, u64::from, |x| u64::min(x, 1);
    u128, u128::from, |x| u128::min(x, 1);
    usize, usize::from, |x| usize::min(x, 1);
}
