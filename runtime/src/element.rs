//! Elements: the numbers that kernels compute with, and the arithmetic that kernels mean.

use core::fmt::Debug;
use core::ops::{Div, Neg, Rem, Sub};

use num_complex::Complex;

/// A type that arrays in kernels hold: a `Copy` type with a sum and a product.
///
/// Implemented for the floats, the integers, `bool` (sum is *or*, product is *and*), and
/// [`Complex`]. [`element!`](crate::element) implements it for a type of your own that has num-traits'
/// `Zero` and `One`; implement it by hand for another semiring.
///
/// Integer arithmetic wraps and never traps: `x / 0` and `x % 0` are 0, `MIN / -1` is `MIN`.
///
/// ```
/// use ndweave_runtime::Element;
/// assert_eq!(200u8.plus(100), 44);
/// assert_eq!(7i32.over(0), 0);
/// assert_eq!(true.plus(false), true);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an element that kernels compute with",
    label = "elements are floats, integers, `bool`, `Complex`, or types given to `element!`"
)]
pub trait Element: Copy + Debug + Send + Sync + 'static {
    /// The sum of nothing.
    fn zero() -> Self;
    /// The product of nothing.
    fn one() -> Self;
    /// The sum.
    fn plus(self, rhs: Self) -> Self;
    /// The product.
    fn times(self, rhs: Self) -> Self;

    /// The difference.
    #[inline(always)]
    fn minus(self, rhs: Self) -> Self
    where
        Self: Sub<Output = Self>,
    {
        self - rhs
    }

    /// The quotient.
    #[inline(always)]
    fn over(self, rhs: Self) -> Self
    where
        Self: Div<Output = Self>,
    {
        self / rhs
    }

    /// The remainder, as Rust's `%`.
    #[inline(always)]
    fn modulo(self, rhs: Self) -> Self
    where
        Self: Rem<Output = Self>,
    {
        self % rhs
    }

    /// The negative.
    #[inline(always)]
    fn negated(self) -> Self
    where
        Self: Neg<Output = Self>,
    {
        -self
    }
}

macro_rules! float_elements {
    ($($T:ty)*) => { $(
        impl Element for $T {
            #[inline(always)]
            fn zero() -> Self {
                0.0
            }
            #[inline(always)]
            fn one() -> Self {
                1.0
            }
            #[inline(always)]
            fn plus(self, rhs: Self) -> Self {
                self + rhs
            }
            #[inline(always)]
            fn times(self, rhs: Self) -> Self {
                self * rhs
            }
        }
    )* };
}

macro_rules! integer_elements {
    ($($T:ty)*) => { $(
        impl Element for $T {
            #[inline(always)]
            fn zero() -> Self {
                0
            }
            #[inline(always)]
            fn one() -> Self {
                1
            }
            #[inline(always)]
            fn plus(self, rhs: Self) -> Self {
                self.wrapping_add(rhs)
            }
            #[inline(always)]
            fn times(self, rhs: Self) -> Self {
                self.wrapping_mul(rhs)
            }
            #[inline(always)]
            fn minus(self, rhs: Self) -> Self {
                self.wrapping_sub(rhs)
            }
            #[inline(always)]
            fn over(self, rhs: Self) -> Self {
                if rhs == 0 { 0 } else { self.wrapping_div(rhs) }
            }
            #[inline(always)]
            fn modulo(self, rhs: Self) -> Self {
                if rhs == 0 { 0 } else { self.wrapping_rem(rhs) }
            }
            #[inline(always)]
            fn negated(self) -> Self {
                self.wrapping_neg()
            }
        }
    )* };
}

float_elements! { f32 f64 }
integer_elements! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl Element for bool {
    #[inline(always)]
    fn zero() -> Self {
        false
    }
    #[inline(always)]
    fn one() -> Self {
        true
    }
    #[inline(always)]
    fn plus(self, rhs: Self) -> Self {
        self | rhs
    }
    #[inline(always)]
    fn times(self, rhs: Self) -> Self {
        self & rhs
    }
}

/// Lets a `Copy` type of your own, with num-traits' `Zero` and `One`, stand in kernels: as the element of
/// arrays and nested arrays, and as a scalar.
///
/// ```
/// use ndweave_runtime::{element, Array};
/// use std::ops::{Add, Mul};
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// struct Mod7(u8);
/// impl Add for Mod7 {
///     type Output = Self;
///     fn add(self, rhs: Self) -> Self { Mod7((self.0 + rhs.0) % 7) }
/// }
/// impl Mul for Mod7 {
///     type Output = Self;
///     fn mul(self, rhs: Self) -> Self { Mod7((self.0 * rhs.0) % 7) }
/// }
/// impl num_traits::Zero for Mod7 {
///     fn zero() -> Self { Mod7(0) }
///     fn is_zero(&self) -> bool { self.0 == 0 }
/// }
/// impl num_traits::One for Mod7 {
///     fn one() -> Self { Mod7(1) }
/// }
/// element!(Mod7);
/// assert_eq!(Array::<Mod7, _>::ones(3).as_slice(), [Mod7(1); 3]);
/// ```
///
/// A generic type names its parameters first: `element!(<T: Element + Num> Dual<T>)`. The type of another
/// crate is wrapped in a type of yours (the orphan rule).
#[macro_export]
macro_rules! element {
    (<$($P:ident $(: $B0:tt $(+ $B:tt)*)?),* $(,)?> $T:ty) => {
        $crate::element!(@impl [<$($P $(: $B0 $(+ $B)*)?),*>] $T);
    };
    (@impl [$($generics:tt)*] $T:ty) => {
        impl $($generics)* $crate::Element for $T {
            #[inline(always)]
            fn zero() -> Self {
                <Self as $crate::macro_support::Zero>::zero()
            }
            #[inline(always)]
            fn one() -> Self {
                <Self as $crate::macro_support::One>::one()
            }
            #[inline(always)]
            fn plus(self, rhs: Self) -> Self {
                self + rhs
            }
            #[inline(always)]
            fn times(self, rhs: Self) -> Self {
                self * rhs
            }
        }
        $crate::macro_support::scalar_operand!([$($generics)*] $T);
    };
    ($T:ty) => {
        $crate::element!(@impl [] $T);
    };
}

macro_rules! num_elements {
    ($([$($generics:tt)*] $T:ty;)*) => { $(
        impl $($generics)* Element for $T {
            #[inline(always)]
            fn zero() -> Self {
                num_traits::Zero::zero()
            }
            #[inline(always)]
            fn one() -> Self {
                num_traits::One::one()
            }
            #[inline(always)]
            fn plus(self, rhs: Self) -> Self {
                self + rhs
            }
            #[inline(always)]
            fn times(self, rhs: Self) -> Self {
                self * rhs
            }
        }
    )* };
}

num_elements! {
    [<T: Element + num_traits::Num>] Complex<T>;
}
