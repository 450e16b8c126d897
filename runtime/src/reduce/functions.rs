//! Functions of two elements that the methods of arrays are made of.

use core::ops;

use super::{AnyOrder, Binary, Join, LeftToRight};
use crate::element::Element;
use crate::expr::GangOf;
use crate::lanes::Simd;
use crate::nest::{Combine, Extreme, Extremes, Greatest, Least};

macro_rules! functions {
    ($(
        $(#[$doc:meta])*
        $F:ident $name:literal $Order:ident [$($bound:tt)*] $identity:expr, |$a:ident, $b:ident| $scalar:expr, |$s:ident, $x:ident, $y:ident| $gang:expr;
    )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default)]
        pub struct $F;

        impl<T: $($bound)*> Binary<T> for $F {
            type Out = T;
            type Order = $Order;
            const NAME: &'static str = $name;

            #[inline(always)]
            fn identity(self) -> Option<T> {
                $identity
            }
            #[inline(always)]
            fn scalar(self, $a: T, $b: T) -> T {
                $scalar
            }
            #[inline(always)]
            fn gang<S: Simd>(self, $s: S, $x: T::Gang<S>, $y: T::Gang<S>) -> GangOf<T, S> {
                $gang
            }
        }
    )* };
}

functions! {
    /// The sum; of `bool` *or*. Integers wrap.
    Add "add" AnyOrder [Element] Some(T::zero()), |a, b| a.plus(b), |s, a, b| T::plus_gang(s, a, b);
    /// The product; of `bool` *and*. Integers wrap.
    Multiply "multiply" AnyOrder [Element] Some(T::one()), |a, b| a.times(b), |s, a, b| T::times_gang(s, a, b);
    /// The difference.
    Subtract "subtract" LeftToRight [Element + ops::Sub<Output = T>] None,
        |a, b| a.minus(b), |s, a, b| T::minus_gang(s, a, b);
    /// The quotient.
    Divide "divide" LeftToRight [Element + ops::Div<Output = T>] None, |a, b| a.over(b), |s, a, b| T::over_gang(s, a, b);
    /// The greater one, or a NaN.
    Maximum "maximum" AnyOrder [Extremes] None,
        |a, b| Extreme::<Greatest>::join(a, b), |s, a, b| <Extreme<Greatest> as Combine<T>>::join_gang(s, a, b);
    /// The lesser one, or a NaN.
    Minimum "minimum" AnyOrder [Extremes] None,
        |a, b| Extreme::<Least>::join(a, b), |s, a, b| <Extreme<Least> as Combine<T>>::join_gang(s, a, b);
    /// The bits that both have.
    BitAnd "bitwise_and" AnyOrder [Element + ops::BitAnd<Output = T> + ops::Not<Output = T>] Some(!T::zero()),
        |a, b| a & b, |s, a, b| T::bitand_gang(s, a, b);
    /// The bits that either has.
    BitOr "bitwise_or" AnyOrder [Element + ops::BitOr<Output = T>] Some(T::zero()),
        |a, b| a | b, |s, a, b| T::bitor_gang(s, a, b);
    /// The bits that one of them has.
    BitXor "bitwise_xor" AnyOrder [Element + ops::BitXor<Output = T>] Some(T::zero()),
        |a, b| a ^ b, |s, a, b| T::bitxor_gang(s, a, b);
}

/// A function that joins from the first element to the last, whatever the order that it would allow: `InOrder(Add)` adds floats as a plain loop
/// does, bit by bit.
#[derive(Clone, Copy, Debug, Default)]
pub struct InOrder<F>(pub F);

impl<T: Element, F: Join<T>> Binary<T> for InOrder<F> {
    type Out = T;
    type Order = LeftToRight;
    const NAME: &'static str = F::NAME;
    const WIDEST: usize = F::WIDEST;

    #[inline(always)]
    fn identity(self) -> Option<T> {
        self.0.identity()
    }
    #[inline(always)]
    fn scalar(self, a: T, b: T) -> T {
        self.0.scalar(a, b)
    }
    #[inline(always)]
    fn gang<S: Simd>(self, s: S, a: T::Gang<S>, b: T::Gang<S>) -> GangOf<T, S> {
        self.0.gang(s, a, b)
    }
}
