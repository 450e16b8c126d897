//! Elements: the numbers that kernels compute with, and the arithmetic that kernels mean.

use core::fmt::Debug;
use core::ops::{BitAnd, BitOr, BitXor, Div, Neg, Not, Rem, Sub};

use num_complex::Complex;

use crate::contract::{RunMixed, run_mixed};
use crate::lanes::{ComplexGang, Floats, Integers, Lanes, Numbers, Simd, Source, WordGang, map2};

/// Operations of gangs, lane by lane unless an element type says better.
macro_rules! gang_forms {
    ($($(#[$doc:meta])* $op:ident($($x:ident),*): [$($bound:tt)*] $scalar:expr;)*) => { $(
        gang_forms! { @one [$(#[$doc])*] $op($($x),*): [$($bound)*] $scalar }
    )* };
    (@one [$($doc:tt)*] $op:ident($x:ident): [$($bound:tt)*] $scalar:expr) => {
        $($doc)*
        #[doc(hidden)]
        #[inline(always)]
        fn $op<S: $crate::lanes::Simd>(s: S, $x: Self::Gang<S>) -> Self::Gang<S>
        where
            Self: $($bound)*,
        {
            $crate::lanes::map::<S, Self, Self>(s, $x, $scalar)
        }
    };
    (@one [$($doc:tt)*] $op:ident($x:ident, $y:ident): [$($bound:tt)*] $scalar:expr) => {
        $($doc)*
        #[doc(hidden)]
        #[inline(always)]
        fn $op<S: $crate::lanes::Simd>(s: S, $x: Self::Gang<S>, $y: Self::Gang<S>) -> Self::Gang<S>
        where
            Self: $($bound)*,
        {
            $crate::lanes::map2::<S, Self, Self, Self>(s, $x, $y, $scalar)
        }
    };
}
pub(crate) use gang_forms;

/// A type that arrays in kernels hold: a `Copy` type with a sum and a product.
///
/// Implemented for the floats, the integers, `bool` (sum is *or*, product is *and*), and
/// [`Complex`]. [`element!`](crate::element) implements it for a type of your own that has num-traits'
/// `Zero` and `One`; implement it by hand for another semiring, with `type Gang<S: Simd> = S::Array<Self>;`.
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
    /// A gang of these elements: what a kernel computes with, 8 or 16 at a time. `S::Array<Self>` is right for any type;
    /// floats, integers, `bool` and complex numbers have vectors.
    type Gang<S: Simd>: Lanes<S, Self>;

    /// Bytes of the widest number inside: gangs have 8 lanes where one of 8 bytes or more takes part, else 16.
    #[doc(hidden)]
    const WIDEST: usize = size_of::<Self>();

    /// Whether `&` is the product.
    #[doc(hidden)]
    const AND_IS_PRODUCT: bool = false;
    /// What computes products with the parts of these elements, if these are complex numbers.
    #[doc(hidden)]
    const RUN_MIXED: Option<RunMixed<Self>> = None;

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

    /// The greatest whole number that is not greater: of what has only whole numbers, itself.
    #[inline(always)]
    fn down(self) -> Self {
        self
    }

    gang_forms! {
        /// [`Element::plus`] of gangs.
        plus_gang(x, y): [] Self::plus;
        /// [`Element::times`] of gangs.
        times_gang(x, y): [] Self::times;
        /// [`Element::minus`] of gangs.
        minus_gang(x, y): [Sub<Output = Self>] Self::minus;
        /// [`Element::over`] of gangs.
        over_gang(x, y): [Div<Output = Self>] Self::over;
        /// [`Element::modulo`] of gangs.
        modulo_gang(x, y): [Rem<Output = Self>] Self::modulo;
        /// [`Element::negated`] of gangs.
        negated_gang(x): [Neg<Output = Self>] Self::negated;
        /// [`Element::down`] of gangs.
        down_gang(x): [] Self::down;
        /// `&` of gangs.
        bitand_gang(x, y): [BitAnd<Output = Self>] Self::bitand;
        /// `|` of gangs.
        bitor_gang(x, y): [BitOr<Output = Self>] Self::bitor;
        /// `^` of gangs.
        bitxor_gang(x, y): [BitXor<Output = Self>] Self::bitxor;
        /// `!` of gangs.
        not_gang(x): [Not<Output = Self>] Self::not;
    }

    /// A comparison of gangs.
    #[doc(hidden)]
    #[inline(always)]
    fn order_gang<S: Simd>(s: S, x: Self::Gang<S>, y: Self::Gang<S>, order: Order) -> S::Mask
    where
        Self: PartialOrd,
    {
        map2::<S, Self, Self, bool>(s, x, y, |x, y| order.holds(x, y))
    }

    /// The gang, or `low` where that is greater, or then `high` where that is less; a NaN stays.
    #[doc(hidden)]
    #[inline(always)]
    fn clamp_gang<S: Simd>(s: S, x: Self::Gang<S>, low: Self::Gang<S>, high: Self::Gang<S>) -> Self::Gang<S>
    where
        Self: PartialOrd,
    {
        let x = Self::Gang::<S>::select(Self::order_gang(s, x, low, Order::Less), low, x);
        Self::Gang::<S>::select(Self::order_gang(s, x, high, Order::Greater), high, x)
    }

    /// `==` of gangs.
    #[doc(hidden)]
    #[inline(always)]
    fn equal_gang<S: Simd>(s: S, x: Self::Gang<S>, y: Self::Gang<S>) -> S::Mask
    where
        Self: PartialEq,
    {
        map2::<S, Self, Self, bool>(s, x, y, |x, y| x == y)
    }

    /// The gang as a source of casts; `None` where elements are cast one by one.
    #[doc(hidden)]
    #[inline(always)]
    fn cast_from<S: Simd>(_: Self::Gang<S>) -> Option<Source<S>> {
        None
    }

    /// The gang cast from another; `None` where elements are cast one by one.
    #[doc(hidden)]
    #[inline(always)]
    fn cast_to<S: Simd>(_: S, _: Source<S>) -> Option<Self::Gang<S>> {
        None
    }

    /// `x * y + sum` of gangs, in a sum: rounded once where that is one instruction.
    #[doc(hidden)]
    #[inline(always)]
    fn times_plus_gang<S: Simd>(s: S, x: Self::Gang<S>, y: Self::Gang<S>, sum: Self::Gang<S>) -> Self::Gang<S> {
        Self::plus_gang(s, sum, Self::times_gang(s, x, y))
    }

    /// The sum of a gang's lanes.
    #[doc(hidden)]
    #[inline(always)]
    fn sum_gang<S: Simd>(_: S, x: Self::Gang<S>) -> Self {
        x.reduce(Self::plus)
    }
}

/// The comparisons of an order.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Order {
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
}

impl Order {
    /// Whether `x` and `y` are in this order.
    #[inline(always)]
    pub fn holds<T: PartialOrd>(self, x: T, y: T) -> bool {
        match self {
            Order::Less => x < y,
            Order::LessEqual => x <= y,
            Order::Greater => x > y,
            Order::GreaterEqual => x >= y,
        }
    }

    /// The lanes in which `x` and `y` are in this order.
    #[inline(always)]
    fn of_numbers<S: Simd, T: Copy, G: Numbers<S, T>>(self, x: G, y: G) -> S::Mask {
        match self {
            Order::Less => x.lt(y),
            Order::LessEqual => x.le(y),
            Order::Greater => x.gt(y),
            Order::GreaterEqual => x.ge(y),
        }
    }
}

/// Operations of gangs that are operations of vectors.
macro_rules! vector_forms {
    ($Gang:ident: $($op:ident($($x:ident),*) $value:expr;)*) => { $(
        #[inline(always)]
        fn $op<S: $crate::lanes::Simd>(_: S, $($x: S::$Gang),*) -> S::$Gang {
            $value
        }
    )* };
}
pub(crate) use vector_forms;

/// What all numbers with vectors share.
macro_rules! number_gangs {
    ($Gang:ident $to:ident) => {
        type Gang<S: Simd> = S::$Gang;

        vector_forms! { $Gang:
            plus_gang(x, y) x + y;
            times_gang(x, y) x * y;
            minus_gang(x, y) x - y;
        }

        #[inline(always)]
        fn order_gang<S: Simd>(_: S, x: S::$Gang, y: S::$Gang, order: Order) -> S::Mask {
            order.of_numbers(x, y)
        }
        #[inline(always)]
        fn equal_gang<S: Simd>(_: S, x: S::$Gang, y: S::$Gang) -> S::Mask {
            x.eq(y)
        }
        #[inline(always)]
        fn cast_from<S: Simd>(x: S::$Gang) -> Option<Source<S>> {
            Some(Source::$Gang(x))
        }
        #[inline(always)]
        fn cast_to<S: Simd>(s: S, x: Source<S>) -> Option<S::$Gang> {
            Some(x.$to(s))
        }
    };
}

/// What integers have beside; `signed` is what signed ones have.
macro_rules! integer_gangs {
    ([$Gang:ident $to:ident $($signed:tt)*]) => {
        number_gangs! { $Gang $to }
        vector_forms! { $Gang:
            over_gang(x, y) x.quotient(y);
            modulo_gang(x, y) x.remainder(y);
            down_gang(x) x;
            $($signed)*
            bitand_gang(x, y) x & y;
            bitor_gang(x, y) x | y;
            bitxor_gang(x, y) x ^ y;
            not_gang(x) !x;
        }
    };
    ([]) => {
        type Gang<S: Simd> = S::Array<Self>;
    };
}

macro_rules! float_elements {
    ($($T:ident $Gang:ident $to:ident;)*) => { $(
        impl Element for $T {
            number_gangs! { $Gang $to }
            vector_forms! { $Gang:
                over_gang(x, y) x / y;
                negated_gang(x) -x;
                down_gang(x) x.floor();
                times_plus_gang(x, y, sum) x.madd(y, sum);
                clamp_gang(x, low, high) x.at_least(low).at_most(high);
            }

            #[inline(always)]
            fn down(self) -> Self {
                self.floor()
            }
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

/// The arithmetic of integers: it wraps and never traps.
macro_rules! integer_arithmetic {
    () => {
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
    };
}

macro_rules! integer_elements {
    ($($T:ident $gang:tt;)*) => { $(
        impl Element for $T {
            integer_gangs! { $gang }

            integer_arithmetic! {}
        }
    )* };
}

float_elements! {
    f32 F32 to_f32;
    f64 F64 to_f64;
}

integer_elements! {
    i8 [I8 to_i8 negated_gang(x) -x;];
    i16 [I16 to_i16 negated_gang(x) -x;];
    i32 [I32 to_i32 negated_gang(x) -x;];
    i64 [I64 to_i64 negated_gang(x) -x;];
    i128 [];
    u8 [U8 to_u8];
    u16 [U16 to_u16];
    u32 [U32 to_u32];
    u64 [U64 to_u64];
    u128 [];
}

/// What `usize` and `isize` are: integers of 64 bits, where pointers have as many; without vectors elsewhere.
macro_rules! word_elements {
    ($($T:ident is $W:ident [$Gang:ident $to:ident $($signed:tt)*];)*) => { $(
        impl Element for $T {
            #[cfg(not(target_pointer_width = "64"))]
            type Gang<S: Simd> = S::Array<Self>;
            #[cfg(target_pointer_width = "64")]
            type Gang<S: Simd> = WordGang<$W, S::$Gang>;

            word_forms! { $Gang:
                plus_gang(x, y) x + y;
                times_gang(x, y) x * y;
                minus_gang(x, y) x - y;
                over_gang(x, y) x.quotient(y);
                modulo_gang(x, y) x.remainder(y);
                $($signed)*
                bitand_gang(x, y) x & y;
                bitor_gang(x, y) x | y;
                bitxor_gang(x, y) x ^ y;
                not_gang(x) !x;
            }

            #[cfg(target_pointer_width = "64")]
            #[inline(always)]
            fn order_gang<S: Simd>(_: S, x: Self::Gang<S>, y: Self::Gang<S>, order: Order) -> S::Mask {
                order.of_numbers(x.gang, y.gang)
            }
            #[cfg(target_pointer_width = "64")]
            #[inline(always)]
            fn equal_gang<S: Simd>(_: S, x: Self::Gang<S>, y: Self::Gang<S>) -> S::Mask {
                x.gang.eq(y.gang)
            }
            #[cfg(target_pointer_width = "64")]
            #[inline(always)]
            fn cast_from<S: Simd>(x: Self::Gang<S>) -> Option<Source<S>> {
                Some(Source::$Gang(x.gang))
            }
            #[cfg(target_pointer_width = "64")]
            #[inline(always)]
            fn cast_to<S: Simd>(s: S, x: Source<S>) -> Option<Self::Gang<S>> {
                Some(WordGang::new(x.$to(s)))
            }

            integer_arithmetic! {}
        }
    )* };
}

/// Operations of gangs of words that are operations of vectors.
macro_rules! word_forms {
    ($Gang:ident: $($op:ident($($x:ident),*) $value:expr;)*) => { $(
        #[cfg(target_pointer_width = "64")]
        #[inline(always)]
        fn $op<S: Simd>(_: S, $($x: Self::Gang<S>),*) -> Self::Gang<S> {
            $(let $x = $x.gang;)*
            WordGang::new($value)
        }
    )* };
}

word_elements! {
    isize is i64 [I64 to_i64 negated_gang(x) -x;];
    usize is u64 [U64 to_u64];
}

impl Element for bool {
    type Gang<S: Simd> = S::Mask;
    const AND_IS_PRODUCT: bool = true;

    #[inline(always)]
    fn plus_gang<S: Simd>(_: S, x: S::Mask, y: S::Mask) -> S::Mask {
        x | y
    }
    #[inline(always)]
    fn times_gang<S: Simd>(_: S, x: S::Mask, y: S::Mask) -> S::Mask {
        x & y
    }
    #[inline(always)]
    fn order_gang<S: Simd>(_: S, x: S::Mask, y: S::Mask, order: Order) -> S::Mask {
        match order {
            Order::Less => !x & y,
            Order::LessEqual => !x | y,
            Order::Greater => x & !y,
            Order::GreaterEqual => x | !y,
        }
    }
    #[inline(always)]
    fn equal_gang<S: Simd>(_: S, x: S::Mask, y: S::Mask) -> S::Mask {
        !(x ^ y)
    }
    #[inline(always)]
    fn bitand_gang<S: Simd>(_: S, x: S::Mask, y: S::Mask) -> S::Mask {
        x & y
    }
    #[inline(always)]
    fn bitor_gang<S: Simd>(_: S, x: S::Mask, y: S::Mask) -> S::Mask {
        x | y
    }
    #[inline(always)]
    fn bitxor_gang<S: Simd>(_: S, x: S::Mask, y: S::Mask) -> S::Mask {
        x ^ y
    }
    #[inline(always)]
    fn not_gang<S: Simd>(_: S, x: S::Mask) -> S::Mask {
        !x
    }
    #[inline(always)]
    fn cast_from<S: Simd>(x: S::Mask) -> Option<Source<S>> {
        Some(Source::Bool(x))
    }

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
///
/// # What becomes of it
///
/// Implementations of [`Element`](crate::Element), [`Number`](crate::Number) and [`Operand`](crate::Operand). A gang of such elements is an array,
/// whose operations are the type's own, lane by lane; kernels do with them what the type's operators do, and a sum begins with its `zero()`.
///
/// # Compile errors
///
/// At the type, for whatever it lacks of `Copy`, `Debug`, `Send`, `Sync`, `+`, `*`, `Zero` and `One`. A kernel over elements of a type that has
/// not been given to `element!` does not compile:
///
/// ```compile_fail,E0277
/// # use ndweave_runtime::{element, Array};
/// #[derive(Clone, Copy, Debug)]
/// struct Grade(u8);
/// Array::<Grade, _>::ones(3); // `Grade` is not an element that kernels compute with
/// ```
#[macro_export]
macro_rules! element {
    (<$($P:ident $(: $B0:tt $(+ $B:tt)*)?),* $(,)?> $T:ty) => {
        $crate::element!(@impl [<$($P $(: $B0 $(+ $B)*)?),*>] $T);
    };
    (@impl [$($generics:tt)*] $T:ty) => {
        impl $($generics)* $crate::Element for $T {
            type Gang<S: $crate::macro_support::Simd> = S::Array<Self>;

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
        impl $($generics)* $crate::Number for $T {}
        $crate::macro_support::scalar_operand!([$($generics)*] $T);
    };
    ($T:ty) => {
        $crate::element!(@impl [] $T);
    };
}

impl<T: Element + num_traits::Num> Element for Complex<T> {
    type Gang<S: Simd> = ComplexGang<S, T::Gang<S>>;
    const RUN_MIXED: Option<RunMixed<Self>> = Some(run_mixed::<T>);

    const WIDEST: usize = T::WIDEST;

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

    // The formulas of num-complex, operation by operation, so that the bits are the same.
    #[inline(always)]
    fn plus_gang<S: Simd>(s: S, x: Self::Gang<S>, y: Self::Gang<S>) -> Self::Gang<S> {
        ComplexGang::new(s, T::plus_gang(s, x.re, y.re), T::plus_gang(s, x.im, y.im))
    }
    #[inline(always)]
    fn minus_gang<S: Simd>(s: S, x: Self::Gang<S>, y: Self::Gang<S>) -> Self::Gang<S> {
        ComplexGang::new(s, T::minus_gang(s, x.re, y.re), T::minus_gang(s, x.im, y.im))
    }
    #[inline(always)]
    fn times_gang<S: Simd>(s: S, x: Self::Gang<S>, y: Self::Gang<S>) -> Self::Gang<S> {
        let re = T::minus_gang(s, T::times_gang(s, x.re, y.re), T::times_gang(s, x.im, y.im));
        let im = T::plus_gang(s, T::times_gang(s, x.re, y.im), T::times_gang(s, x.im, y.re));
        ComplexGang::new(s, re, im)
    }
    #[inline(always)]
    fn times_plus_gang<S: Simd>(s: S, x: Self::Gang<S>, y: Self::Gang<S>, sum: Self::Gang<S>) -> Self::Gang<S> {
        let re = T::times_plus_gang(s, x.re, y.re, sum.re);
        let im = T::times_plus_gang(s, x.re, y.im, sum.im);
        let re = T::minus_gang(s, re, T::times_gang(s, x.im, y.im));
        ComplexGang::new(s, re, T::times_plus_gang(s, x.im, y.re, im))
    }
    #[inline(always)]
    fn over_gang<S: Simd>(s: S, x: Self::Gang<S>, y: Self::Gang<S>) -> Self::Gang<S> {
        let norm = T::plus_gang(s, T::times_gang(s, y.re, y.re), T::times_gang(s, y.im, y.im));
        let re = T::plus_gang(s, T::times_gang(s, x.re, y.re), T::times_gang(s, x.im, y.im));
        let im = T::minus_gang(s, T::times_gang(s, x.im, y.re), T::times_gang(s, x.re, y.im));
        ComplexGang::new(s, T::over_gang(s, re, norm), T::over_gang(s, im, norm))
    }
}
