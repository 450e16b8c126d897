//! Arithmetic and bit operations: integers wrap and never trap.
//!
//! Each operation is a trait of the left side's element type, called as `Mul::apply(both(l, r))`: a call of a trait's own
//! function lets rustc say the trait's message at the user's operator and nothing about where a bound stands. The last
//! parameter is the result's node; where the element types do not have the operation it stays unknown, so that nothing
//! is said twice: see [`Never`].

use core::marker::PhantomData;
use core::ops;

use super::{Args, Expr, FUNCTION, GangOf, Node, wider};
use crate::element::{Element, gang_forms, vector_forms};
#[cfg(target_pointer_width = "64")]
use crate::lanes::WordGang;
use crate::lanes::{Integers, Lanes, Simd};

/// The two sides of an operator; `Nodes` is `(L, R)`.
#[derive(Clone, Copy)]
pub struct Both<A, B, Nodes> {
    pub(super) nodes: Nodes,
    values: PhantomData<fn() -> (A, B)>,
}

/// The two sides of an operator. (A pair first, so that rustc knows both types before it looks for the rule.)
#[inline(always)]
pub fn both<A, B, L, R>(l: Expr<A, L>, r: Expr<B, R>) -> Both<A, B, (L, R)> {
    Both { nodes: (l.node, r.node), values: PhantomData }
}

/// Implemented by nothing.
///
/// Every rule is implemented a second time, for `T: Never` and with the result [`Refused`]. Where more than one
/// implementation may apply, rustc looks which one's bounds hold before it takes its result for known; with one alone it
/// would go on with the result of a refused operation, and complain again wherever that is used.
pub trait Never {
    /// Any value: there is none of such a type.
    fn any<X>() -> X;
}

/// The result of an operation that elements do not have.
#[derive(Clone, Copy)]
pub struct Refused;

macro_rules! binary {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $Node:ident $message:literal: [$($Op:tt)*] $cost:tt => |$s:ident, $x:ident, $y:ident| $value:expr $(, plus $sum:ident: $more:expr)? $(, product if $product:expr)?;
    )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Default)]
        pub struct $Node<L, R>(L, R);

        impl<X: Args, T, L, R> Node<X> for $Node<L, R>
        where
            T: Element + $($Op)*,
            L: Node<X, T = T>,
            R: Node<X, T = T>,
        {
            type T = T;
            const WIDEST: usize = wider(L::WIDEST, R::WIDEST);
            const COST: usize = L::COST + R::COST + $cost;
            $(
                const FACTORS: Option<usize> =
                    if $product { $crate::expr::factors_of_both(L::FACTORS, R::FACTORS) } else { None };

                fn parts(&self, visit: &mut dyn FnMut($crate::expr::Part<T>)) {
                    self.0.parts(visit);
                    self.1.parts(visit);
                }
            )?

            #[inline(always)]
            fn eval<S: Simd>(&self, $s: S, loaded: &X::Loaded<S>) -> GangOf<T, S> {
                let ($x, $y) = (self.0.eval($s, loaded), self.1.eval($s, loaded));
                $value
            }
            $(
                #[inline(always)]
                fn eval_plus<S: Simd>(&self, $s: S, loaded: &X::Loaded<S>, $sum: GangOf<T, S>) -> GangOf<T, S> {
                    let ($x, $y) = (self.0.eval($s, loaded), self.1.eval($s, loaded));
                    $more
                }
            )?
        }

        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "elements of type `{Self}` and `{Other}`",
            note = "both sides have one element type: `x as f64` converts, and a literal of floats has a point, as in `2.0`"
        )]
        pub trait $Rule<Other, Nodes, Result>: Sized {
            /// The expression.
            fn apply(both: Both<Self, Other, Nodes>) -> Result;
        }

        #[diagnostic::do_not_recommend]
        impl<T: Element + $($Op)*, L, R> $Rule<T, (L, R), Expr<T, $Node<L, R>>> for T {
            #[inline(always)]
            fn apply(both: Both<T, T, (L, R)>) -> Expr<T, $Node<L, R>> {
                let (l, r) = both.nodes;
                Expr::new($Node(l, r))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Never, Nodes> $Rule<T, Nodes, Refused> for T {
            fn apply(_: Both<T, T, Nodes>) -> Refused {
                Refused
            }
        }
    )* };
}
pub(crate) use binary;

binary! {
    /// `l + r`: the sum.
    Add AddNode "elements `{Self}` and `{Other}` cannot stand on the two sides of `+`": [ops::Add<Output = T>] 1 => |s, x, y| T::plus_gang(s, x, y);
    /// `l - r`: the difference.
    Sub SubNode "elements `{Self}` and `{Other}` cannot stand on the two sides of `-`": [ops::Sub<Output = T>] 1 => |s, x, y| T::minus_gang(s, x, y);
    /// `l * r`: the product.
    Mul MulNode "elements `{Self}` and `{Other}` cannot stand on the two sides of `*`": [ops::Mul<Output = T>] 1 => |s, x, y| T::times_gang(s, x, y), plus sum: T::times_plus_gang(s, x, y, sum), product if true;
    /// `l / r`: the quotient.
    Div DivNode "elements `{Self}` and `{Other}` cannot stand on the two sides of `/`": [ops::Div<Output = T>] 1 => |s, x, y| T::over_gang(s, x, y);
    /// `l % r`: the remainder.
    Rem RemNode "elements `{Self}` and `{Other}` cannot stand on the two sides of `%`": [ops::Rem<Output = T>] FUNCTION => |s, x, y| T::modulo_gang(s, x, y);
    /// `l & r`: bitwise or logical and.
    BitAnd BitAndNode "elements `{Self}` and `{Other}` cannot stand on the two sides of `&` or `&&`": [ops::BitAnd<Output = T>] 1 => |s, x, y| T::bitand_gang(s, x, y), product if T::AND_IS_PRODUCT;
    /// `l | r`: bitwise or logical or.
    BitOr BitOrNode "elements `{Self}` and `{Other}` cannot stand on the two sides of `|` or `||`": [ops::BitOr<Output = T>] 1 => |s, x, y| T::bitor_gang(s, x, y);
    /// `l ^ r`: bitwise or logical exclusive or.
    BitXor BitXorNode "elements `{Self}` and `{Other}` cannot stand on the two sides of `^`": [ops::BitXor<Output = T>] 1 => |s, x, y| T::bitxor_gang(s, x, y);
    /// `l << r`: the left shift, by the amount modulo the number of bits.
    Shl ShlNode "elements `{Self}` and `{Other}` cannot stand on the two sides of `<<`": [Integer] 1 => |s, x, y| T::shl_gang(s, x, y);
    /// `l >> r`: the right shift, by the amount modulo the number of bits.
    Shr ShrNode "elements `{Self}` and `{Other}` cannot stand on the two sides of `>>`": [Integer] 1 => |s, x, y| T::shr_gang(s, x, y);
}

macro_rules! unary {
    ($($(#[$doc:meta])* $Rule:ident $Node:ident $message:literal: [$($Op:tt)*] $cost:tt => |$s:ident, $x:ident| $value:expr;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Default)]
        pub struct $Node<N>(N);

        impl<X: Args, T, N> Node<X> for $Node<N>
        where
            T: Element + $($Op)*,
            N: Node<X, T = T>,
        {
            type T = T;
            const WIDEST: usize = N::WIDEST;
            const COST: usize = N::COST + $cost;

            #[inline(always)]
            fn eval<S: Simd>(&self, $s: S, loaded: &X::Loaded<S>) -> GangOf<T, S> {
                let $x = self.0.eval($s, loaded);
                $value
            }
        }

        $(#[$doc])*
        #[diagnostic::on_unimplemented(message = $message, label = "elements of type `{Self}`")]
        pub trait $Rule<Nodes, Result>: Sized {
            /// The expression.
            fn apply(x: Expr<Self, Nodes>) -> Expr<Self, Result>;
        }

        #[diagnostic::do_not_recommend]
        impl<T: Element + $($Op)*, N> $Rule<N, $Node<N>> for T {
            #[inline(always)]
            fn apply(x: Expr<T, N>) -> Expr<T, $Node<N>> {
                Expr::new($Node(x.node))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Never, N> $Rule<N, Refused> for T {
            fn apply(_: Expr<T, N>) -> Expr<T, Refused> {
                Expr::new(Refused)
            }
        }
    )* };
}
pub(crate) use unary;

/// The three arguments of a method; `Nodes` is `(A, B, C)`.
#[derive(Clone, Copy)]
pub struct Three<T, Others, Nodes> {
    pub(super) nodes: Nodes,
    values: PhantomData<fn() -> (T, Others)>,
}

/// The three arguments of a method.
#[inline(always)]
pub fn three<T, U, V, A, B, C>(x: Expr<T, A>, y: Expr<U, B>, z: Expr<V, C>) -> Three<T, (U, V), (A, B, C)> {
    Three { nodes: (x.node, y.node, z.node), values: PhantomData }
}

macro_rules! ternary {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $Node:ident $message:literal: [$($Op:tt)*] $cost:tt => |$s:ident, $x:ident, $y:ident, $z:ident| $value:expr;
    )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Default)]
        pub struct $Node<A, B, C>(A, B, C);

        impl<X: Args, T, A, B, C> Node<X> for $Node<A, B, C>
        where
            T: Element + $($Op)*,
            A: Node<X, T = T>,
            B: Node<X, T = T>,
            C: Node<X, T = T>,
        {
            type T = T;
            const WIDEST: usize = wider(A::WIDEST, wider(B::WIDEST, C::WIDEST));
            const COST: usize = A::COST + B::COST + C::COST + $cost;

            #[inline(always)]
            fn eval<S: Simd>(&self, $s: S, loaded: &X::Loaded<S>) -> GangOf<T, S> {
                let ($x, $y, $z) = (self.0.eval($s, loaded), self.1.eval($s, loaded), self.2.eval($s, loaded));
                $value
            }
        }

        $(#[$doc])*
        #[diagnostic::on_unimplemented(message = $message, label = "elements of type `{Self}` and `{Others}`")]
        pub trait $Rule<Others, Nodes, Result>: Sized {
            /// The expression.
            fn apply(three: Three<Self, Others, Nodes>) -> Expr<Self, Result>;
        }

        #[diagnostic::do_not_recommend]
        impl<T: Element + $($Op)*, A, B, C> $Rule<(T, T), (A, B, C), $Node<A, B, C>> for T {
            #[inline(always)]
            fn apply(three: Three<T, (T, T), (A, B, C)>) -> Expr<T, $Node<A, B, C>> {
                let (x, y, z) = three.nodes;
                Expr::new($Node(x, y, z))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Never, Nodes> $Rule<(T, T), Nodes, Refused> for T {
            fn apply(_: Three<T, (T, T), Nodes>) -> Expr<T, Refused> {
                Expr::new(Refused)
            }
        }
    )* };
}
pub(crate) use ternary;

unary! {
    /// `-x`: the negative.
    Neg NegNode "elements `{Self}` have no `-`": [ops::Neg<Output = T>] 1 => |s, x| T::negated_gang(s, x);
    /// `!x`: bitwise or logical not.
    Not NotNode "elements `{Self}` have no `!`": [ops::Not<Output = T>] 1 => |s, x| T::not_gang(s, x);
    /// `x.down()`: rounded down.
    Down DownNode "elements `{Self}` cannot be rounded": [PartialOrd] 1 => |s, x| T::down_gang(s, x);
}

/// Integers, for shifts that never trap.
pub trait Integer: Element + ops::Sub<Output = Self> + ops::BitAnd<Output = Self> {
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

    gang_forms! {
        /// [`Integer::shifted_left`] of gangs.
        shl_gang(x, y): [] Self::shifted_left;
        /// [`Integer::shifted_right`] of gangs.
        shr_gang(x, y): [] Self::shifted_right;
    }

    /// 1 more where the mask is set, wrapping.
    #[inline(always)]
    fn raise_gang<S: Simd>(s: S, x: Self::Gang<S>, mask: S::Mask) -> Self::Gang<S> {
        let more = Self::plus_gang(s, x, Self::Gang::<S>::splat(s, Self::one()));
        Self::Gang::<S>::select(mask, more, x)
    }

    /// 1 less where the mask is set, wrapping.
    #[inline(always)]
    fn lower_gang<S: Simd>(s: S, x: Self::Gang<S>, mask: S::Mask) -> Self::Gang<S> {
        let less = Self::minus_gang(s, x, Self::Gang::<S>::splat(s, Self::one()));
        Self::Gang::<S>::select(mask, less, x)
    }
}

macro_rules! integers {
    ($($T:ty, $abs:expr, $sign:expr $(, $Gang:ident)? $(; in $Word:ty)?;)*) => { $(
        impl Integer for $T {
            $(vector_forms! { $Gang:
                shl_gang(x, y) x.shl_by(y);
                shr_gang(x, y) x.shr_by(y);
            }

            #[inline(always)]
            fn raise_gang<S: Simd>(_: S, x: S::$Gang, mask: S::Mask) -> S::$Gang {
                x.raise(mask)
            }

            #[inline(always)]
            fn lower_gang<S: Simd>(_: S, x: S::$Gang, mask: S::Mask) -> S::$Gang {
                x.lower(mask)
            })?

            $(#[cfg(target_pointer_width = "64")]
            #[inline(always)]
            fn raise_gang<S: Simd>(s: S, x: Self::Gang<S>, mask: S::Mask) -> Self::Gang<S> {
                WordGang::new(<$Word>::raise_gang(s, x.gang, mask))
            }

            #[cfg(target_pointer_width = "64")]
            #[inline(always)]
            fn lower_gang<S: Simd>(s: S, x: Self::Gang<S>, mask: S::Mask) -> Self::Gang<S> {
                WordGang::new(<$Word>::lower_gang(s, x.gang, mask))
            })?

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
    i8, i8::wrapping_abs, i8::signum, I8;
    i16, i16::wrapping_abs, i16::signum, I16;
    i32, i32::wrapping_abs, i32::signum, I32;
    i64, i64::wrapping_abs, i64::signum, I64;
    i128, i128::wrapping_abs, i128::signum;
    isize, isize::wrapping_abs, isize::signum; in i64;
    u8, u8::from, |x| u8::min(x, 1), U8;
    u16, u16::from, |x| u16::min(x, 1), U16;
    u32, u32::from, |x| u32::min(x, 1), U32;
    u64, u64::from, |x| u64::min(x, 1), U64;
    u128, u128::from, |x| u128::min(x, 1);
    usize, usize::from, |x| usize::min(x, 1); in u64;
}
