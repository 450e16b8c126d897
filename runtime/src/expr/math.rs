//! Methods and functions of elements: what `x.sqrt()`, `x.min(y)` or `z.conj()` build.

use num_complex::Complex;

use super::arith::{Both, Never, Refused, Three, binary, ternary, unary};
use super::{Args, Expr, FUNCTION, GangOf, Integer, Node, wider};
use crate::element::{Element, gang_forms, vector_forms};
use crate::lanes::{Floats, Lanes, Numbers, Simd, map, map2, math};
use crate::nest::Extremes;

/// Real floating-point elements: what a kernel that is generic over its element type asks for.
///
/// ```
/// use ndweave_runtime::Float;
/// fn norm<T: Float>(x: T, y: T) -> T {
///     x.hypot(y)
/// }
/// assert_eq!(norm(3.0, 4.0), 5.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` are not real floating-point numbers",
    label = "elements of type `{Self}`"
)]
pub trait Float:
    Element + num_traits::Float + Elementary + Magnitude + Ordered + Extremes + Power<i32> + Power<Self>
{
    /// A function of real numbers, of gangs.
    #[doc(hidden)]
    fn real_gang<S: Simd>(s: S, x: Self::Gang<S>, function: Real) -> Self::Gang<S>;

    /// A function of two real numbers, of gangs.
    #[doc(hidden)]
    fn join_gang<S: Simd>(s: S, x: Self::Gang<S>, y: Self::Gang<S>, function: Join) -> Self::Gang<S>;

    /// `x * y + z` of gangs, rounded once.
    #[doc(hidden)]
    fn mul_add_gang<S: Simd>(s: S, x: Self::Gang<S>, y: Self::Gang<S>, z: Self::Gang<S>) -> Self::Gang<S>;
}

/// Functions of real numbers alone.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Real {
    ExpM1,
    Ln1p,
    Floor,
    Ceil,
    Round,
    Trunc,
    Fract,
    Recip,
    ToDegrees,
    ToRadians,
}

/// Functions of two real numbers.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Join {
    Hypot,
    Atan2,
    Log,
    Copysign,
}

macro_rules! floats {
    ($($T:ident $Gang:ident;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Float for $T {
            #[inline(always)]
            fn real_gang<S: Simd>(s: S, x: S::$Gang, function: Real) -> S::$Gang {
                match function {
                    Real::ExpM1 => math::$T::exp_m1(s, x),
                    Real::Ln1p => math::$T::ln_1p(s, x),
                    Real::Floor => x.floor(),
                    Real::Ceil => x.ceil(),
                    Real::Round => {
                        let whole = x.trunc();
                        let away = whole + x.like(1.0).copysign(x);
                        S::$Gang::select((x - whole).abs().ge(x.like(0.5)), away, whole)
                    }
                    Real::Trunc => x.trunc(),
                    Real::Fract => x - x.trunc(),
                    Real::Recip => x.like(1.0) / x,
                    // The factors of the standard library, which are the functions of 1 (and exact products).
                    Real::ToDegrees => x * $T::to_degrees(1.0),
                    Real::ToRadians => x * $T::to_radians(1.0),
                }
            }

            #[inline(always)]
            fn join_gang<S: Simd>(s: S, x: S::$Gang, y: S::$Gang, function: Join) -> S::$Gang {
                match function {
                    Join::Hypot => math::$T::hypot(s, x, y),
                    Join::Atan2 => math::$T::atan2(s, x, y),
                    Join::Log => Self::elementary_gang(s, x, Function::Ln) / Self::elementary_gang(s, y, Function::Ln),
                    Join::Copysign => x.copysign(y),
                }
            }

            #[inline(always)]
            fn mul_add_gang<S: Simd>(_: S, x: S::$Gang, y: S::$Gang, z: S::$Gang) -> S::$Gang {
                x.mul_add(y, z)
            }
        }
    )* };
}

floats! {
    f32 F32;
    f64 F64;
}

macro_rules! elementary {
    (@complex [$($Name:ident $name:ident)*] $T:ty) => {
        #[diagnostic::do_not_recommend]
        impl Elementary for $T {
            #[inline(always)]
            fn elementary(self, function: Function) -> Self {
                match function {
                    Function::Sqrt => self.sqrt(),
                    $(Function::$Name => self.$name(),)*
                }
            }
        }
    };
    (@real [$($Name:ident $name:ident)*] $T:ident $Gang:ident) => {
        #[diagnostic::do_not_recommend]
        impl Elementary for $T {
            #[inline(always)]
            fn elementary(self, function: Function) -> Self {
                match function {
                    Function::Sqrt => self.sqrt(),
                    $(Function::$Name => self.$name(),)*
                }
            }

            #[inline(always)]
            fn elementary_gang<S: Simd>(s: S, x: S::$Gang, function: Function) -> S::$Gang {
                match function {
                    Function::Sqrt => x.sqrt(),
                    $(Function::$Name => math::$T::$name(s, x),)*
                }
            }
        }
    };
    ($($Name:ident $name:ident)*) => {
        /// The elementary functions of real and complex floats.
        #[derive(Clone, Copy, Debug)]
        pub enum Function {
            /// The square root.
            Sqrt,
            $(
                #[doc = concat!("`", stringify!($name), "`, as the standard library means it.")]
                $Name,
            )*
        }

        elementary! { @real [$($Name $name)*] f32 F32 }
        elementary! { @real [$($Name $name)*] f64 F64 }
        elementary! { @complex [$($Name $name)*] Complex<f32> }
        elementary! { @complex [$($Name $name)*] Complex<f64> }
    };
}

/// Elements with the elementary functions: real and complex floats.
///
/// One method for all, so that a kernel generic over [`Float`] sees one `sqrt`: num-traits'.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` are not floating-point numbers",
    label = "elements of type `{Self}`"
)]
pub trait Elementary: Element {
    /// The function of this element. The match is on a constant.
    fn elementary(self, function: Function) -> Self;

    /// [`Elementary::elementary`] of gangs.
    #[doc(hidden)]
    #[inline(always)]
    fn elementary_gang<S: Simd>(s: S, x: Self::Gang<S>, function: Function) -> Self::Gang<S> {
        map::<S, Self, Self>(s, x, |x| x.elementary(function))
    }
}

elementary! {
    Cbrt cbrt
    Exp exp
    Exp2 exp2
    Ln ln
    Log2 log2
    Log10 log10
    Sin sin
    Cos cos
    Tan tan
    Asin asin
    Acos acos
    Atan atan
    Sinh sinh
    Cosh cosh
    Tanh tanh
    Asinh asinh
    Acosh acosh
    Atanh atanh
}

/// Powers of real and complex floats.
pub trait Power<Exponent: Element>: Element {
    /// About how many instructions a power takes whose exponent is the same for all lanes.
    #[doc(hidden)]
    const COST: usize = FUNCTION;

    /// `self` to the power of `exponent`.
    fn power_of(self, exponent: Exponent) -> Self;

    /// [`Power::power_of`] of gangs.
    #[doc(hidden)]
    #[inline(always)]
    fn power_gang<S: Simd>(s: S, x: Self::Gang<S>, exponents: Exponent::Gang<S>) -> Self::Gang<S> {
        map2::<S, Self, Exponent, Self>(s, x, exponents, Self::power_of)
    }

    /// [`Power::power_of`] of gangs, with one exponent for all lanes.
    #[doc(hidden)]
    #[inline(always)]
    fn uniform_power_gang<S: Simd>(s: S, x: Self::Gang<S>, exponent: Exponent) -> Self::Gang<S> {
        Self::power_gang(s, x, Exponent::Gang::<S>::splat(s, exponent))
    }

    /// Whether that power is `x * x`.
    #[doc(hidden)]
    #[inline(always)]
    fn is_square(_: Exponent) -> bool {
        false
    }
}

macro_rules! powers {
    ($($T:ty, $E:ty, $method:ident $(, { $($gang:item)* })?;)*) => { $(
        impl Power<$E> for $T {
            $($($gang)*)?

            #[inline(always)]
            fn power_of(self, exponent: $E) -> Self {
                <$T>::$method(self, exponent)
            }
        }
    )* };
}

macro_rules! real_powers {
    ($($T:ident $Gang:ident;)*) => {
        powers! { $(
            $T, i32, powi, {
                const COST: usize = 4;

                #[inline(always)]
                fn power_gang<S: Simd>(s: S, x: S::$Gang, exponents: S::I32) -> S::$Gang {
                    math::powi(s, x, exponents)
                }

                #[inline(always)]
                fn uniform_power_gang<S: Simd>(s: S, x: S::$Gang, exponent: i32) -> S::$Gang {
                    math::powi_uniform(s, x, exponent)
                }

                #[inline(always)]
                fn is_square(exponent: i32) -> bool {
                    exponent == 2
                }
            };
            $T, $T, powf, {
                #[inline(always)]
                fn power_gang<S: Simd>(s: S, x: S::$Gang, exponents: S::$Gang) -> S::$Gang {
                    math::$T::powf(s, x, exponents)
                }
            };
        )* }
    };
}

real_powers! {
    f32 F32;
    f64 F64;
}

powers! {
    Complex<f32>, f32, powf;
    Complex<f64>, f64, powf;
}

impl Power<i32> for Complex<f32> {
    #[inline(always)]
    fn power_of(self, exponent: i32) -> Self {
        self.powi(exponent)
    }
}

impl Power<i32> for Complex<f64> {
    #[inline(always)]
    fn power_of(self, exponent: i32) -> Self {
        self.powi(exponent)
    }
}

/// Elements with a sign: `abs` (wrapping) and `signum`.
#[diagnostic::on_unimplemented(message = "elements `{Self}` have no sign", label = "elements of type `{Self}`")]
pub trait Magnitude: Element {
    /// The absolute value.
    fn absolute(self) -> Self;
    /// The sign, as the standard library's `signum`.
    fn direction(self) -> Self;

    gang_forms! {
        /// [`Magnitude::absolute`] of gangs.
        absolute_gang(x): [] Self::absolute;
        /// [`Magnitude::direction`] of gangs.
        direction_gang(x): [] Self::direction;
    }
}

/// Elements with the methods `min` and `max` of Rust.
#[diagnostic::on_unimplemented(message = "elements `{Self}` have no order", label = "elements of type `{Self}`")]
pub trait Ordered: Element {
    /// Rust's `min`: a NaN loses.
    fn lesser(self, other: Self) -> Self;
    /// Rust's `max`: a NaN loses.
    fn greater(self, other: Self) -> Self;

    gang_forms! {
        /// [`Ordered::lesser`] of gangs.
        lesser_gang(x, y): [] Self::lesser;
        /// [`Ordered::greater`] of gangs.
        greater_gang(x, y): [] Self::greater;
    }
}

macro_rules! real_numbers {
    ($abs:ident $signum:ident: $($T:ident $([$Gang:ident])?)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Magnitude for $T {
            $(vector_forms! { $Gang: absolute_gang(x) x.abs(); })?


            #[inline(always)]
            fn absolute(self) -> Self {
                self.$abs()
            }
            #[inline(always)]
            fn direction(self) -> Self {
                self.$signum()
            }
        }
        #[diagnostic::do_not_recommend]
        impl Ordered for $T {
            $(vector_forms! { $Gang:
                lesser_gang(x, y) x.min(y);
                greater_gang(x, y) x.max(y);
            })?

            #[inline(always)]
            fn lesser(self, other: Self) -> Self {
                self.min(other)
            }
            #[inline(always)]
            fn greater(self, other: Self) -> Self {
                self.max(other)
            }
        }
    )* };
}

real_numbers! { abs signum: f32 [F32] f64 [F64] }
real_numbers! { magnitude sign: i8 [I8] i16 [I16] i32 [I32] i64 [I64] u8 [U8] u16 [U16] u32 [U32] u64 [U64] i128 isize u128 usize }

unary! {
    /// `x.sqrt()`: the square root.
    Sqrt SqrtNode "`sqrt` needs floating-point elements, not `{Self}`": [Elementary] 1 => |s, x| T::elementary_gang(s, x, Function::Sqrt);
    /// `x.cbrt()`: the cube root.
    Cbrt CbrtNode "`cbrt` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Cbrt);
    /// `x.exp()`: the exponential.
    Exp ExpNode "`exp` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Exp);
    /// `x.exp2()`: 2 to the power of x.
    Exp2 Exp2Node "`exp2` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Exp2);
    /// `x.ln()`: the natural logarithm.
    Ln LnNode "`ln` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Ln);
    /// `x.log2()`: the logarithm to base 2.
    Log2 Log2Node "`log2` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Log2);
    /// `x.log10()`: the logarithm to base 10.
    Log10 Log10Node "`log10` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Log10);
    /// `x.sin()`: the sine.
    Sin SinNode "`sin` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Sin);
    /// `x.cos()`: the cosine.
    Cos CosNode "`cos` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Cos);
    /// `x.tan()`: the tangent.
    Tan TanNode "`tan` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Tan);
    /// `x.asin()`: the inverse sine.
    Asin AsinNode "`asin` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Asin);
    /// `x.acos()`: the inverse cosine.
    Acos AcosNode "`acos` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Acos);
    /// `x.atan()`: the inverse tangent.
    Atan AtanNode "`atan` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Atan);
    /// `x.sinh()`: the hyperbolic sine.
    Sinh SinhNode "`sinh` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Sinh);
    /// `x.cosh()`: the hyperbolic cosine.
    Cosh CoshNode "`cosh` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Cosh);
    /// `x.tanh()`: the hyperbolic tangent.
    Tanh TanhNode "`tanh` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Tanh);
    /// `x.asinh()`: the inverse hyperbolic sine.
    Asinh AsinhNode "`asinh` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Asinh);
    /// `x.acosh()`: the inverse hyperbolic cosine.
    Acosh AcoshNode "`acosh` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Acosh);
    /// `x.atanh()`: the inverse hyperbolic tangent.
    Atanh AtanhNode "`atanh` needs floating-point elements, not `{Self}`": [Elementary] FUNCTION => |s, x| T::elementary_gang(s, x, Function::Atanh);
    /// `x.exp_m1()`: the exponential minus 1.
    ExpM1 ExpM1Node "`exp_m1` needs real floating-point elements, not `{Self}`": [Float] FUNCTION => |s, x| T::real_gang(s, x, Real::ExpM1);
    /// `x.ln_1p()`: the natural logarithm of 1 + x.
    Ln1p Ln1pNode "`ln_1p` needs real floating-point elements, not `{Self}`": [Float] FUNCTION => |s, x| T::real_gang(s, x, Real::Ln1p);
    /// `x.floor()`: rounded down.
    Floor FloorNode "`floor` needs real floating-point elements, not `{Self}`": [Float] 3 => |s, x| T::real_gang(s, x, Real::Floor);
    /// `x.ceil()`: rounded up.
    Ceil CeilNode "`ceil` needs real floating-point elements, not `{Self}`": [Float] 3 => |s, x| T::real_gang(s, x, Real::Ceil);
    /// `x.round()`: rounded to the nearest, ties away from zero.
    Round RoundNode "`round` needs real floating-point elements, not `{Self}`": [Float] 3 => |s, x| T::real_gang(s, x, Real::Round);
    /// `x.trunc()`: rounded toward zero.
    Trunc TruncNode "`trunc` needs real floating-point elements, not `{Self}`": [Float] 3 => |s, x| T::real_gang(s, x, Real::Trunc);
    /// `x.fract()`: the fractional part.
    Fract FractNode "`fract` needs real floating-point elements, not `{Self}`": [Float] 3 => |s, x| T::real_gang(s, x, Real::Fract);
    /// `x.recip()`: the reciprocal.
    Recip RecipNode "`recip` needs real floating-point elements, not `{Self}`": [Float] 3 => |s, x| T::real_gang(s, x, Real::Recip);
    /// `x.to_degrees()`: radians to degrees.
    ToDegrees ToDegreesNode "`to_degrees` needs real floating-point elements, not `{Self}`": [Float] 3 => |s, x| T::real_gang(s, x, Real::ToDegrees);
    /// `x.to_radians()`: degrees to radians.
    ToRadians ToRadiansNode "`to_radians` needs real floating-point elements, not `{Self}`": [Float] 3 => |s, x| T::real_gang(s, x, Real::ToRadians);
    /// `x.abs()`: the absolute value.
    Abs AbsNode "`abs` needs real elements, not `{Self}`": [Magnitude] 3 => |s, x| T::absolute_gang(s, x);
    /// `x.signum()`: the sign.
    Signum SignumNode "`signum` needs real elements, not `{Self}`": [Magnitude] 3 => |s, x| T::direction_gang(s, x);
}

binary! {
    /// `x.min(y)`: Rust's minimum: a NaN loses.
    Min MinNode "`min` joins two ordered elements of one type, not `{Self}` and `{Other}`": [Ordered] 3 => |s, x, y| T::lesser_gang(s, x, y);
    /// `x.max(y)`: Rust's maximum: a NaN loses.
    Max MaxNode "`max` joins two ordered elements of one type, not `{Self}` and `{Other}`": [Ordered] 3 => |s, x, y| T::greater_gang(s, x, y);
    /// `x.hypot(y)`: the length of the hypotenuse.
    Hypot HypotNode "`hypot` joins two real floating-point elements of one type, not `{Self}` and `{Other}`": [Float] FUNCTION => |s, x, y| T::join_gang(s, x, y, Join::Hypot);
    /// `x.atan2(y)`: the angle of the point (y, x).
    Atan2 Atan2Node "`atan2` joins two real floating-point elements of one type, not `{Self}` and `{Other}`": [Float] FUNCTION => |s, x, y| T::join_gang(s, x, y, Join::Atan2);
    /// `x.log(y)`: the logarithm to base y.
    Log LogNode "`log` joins two real floating-point elements of one type, not `{Self}` and `{Other}`": [Float] FUNCTION => |s, x, y| T::join_gang(s, x, y, Join::Log);
    /// `x.copysign(y)`: x with the sign of y.
    Copysign CopysignNode "`copysign` joins two real floating-point elements of one type, not `{Self}` and `{Other}`": [Float] 3 => |s, x, y| T::join_gang(s, x, y, Join::Copysign);
}

/// `x.powi(n)`, `x.powf(y)`, `x.pow(n)`: a power.
#[derive(Clone, Copy, Default)]
pub struct PowerNode<N, E>(N, E);

impl<X: Args, T, Y: Element, N, E> Node<X> for PowerNode<N, E>
where
    T: Element + Power<Y>,
    N: Node<X, T = T>,
    E: Node<X, T = Y>,
{
    type T = T;
    const WIDEST: usize = wider(N::WIDEST, E::WIDEST);
    const COST: usize = N::COST + if E::UNIFORM { T::COST } else { E::COST + FUNCTION };

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &X::Loaded<S>) -> GangOf<T, S> {
        let base = self.0.eval(s, loaded);
        match self.1.uniform() {
            Some(exponent) => T::uniform_power_gang(s, base, exponent),
            None => T::power_gang(s, base, self.1.eval(s, loaded)),
        }
    }

    #[inline(always)]
    fn eval_plus<S: Simd>(&self, s: S, loaded: &X::Loaded<S>, sum: GangOf<T, S>) -> GangOf<T, S> {
        // A square is a product, whose rounding is that of the standard library's.
        if self.1.uniform().is_some_and(T::is_square) {
            let base = self.0.eval(s, loaded);
            return T::times_plus_gang(s, base, base, sum);
        }
        T::plus_gang(s, sum, self.eval(s, loaded))
    }
}

macro_rules! power_rules {
    ($($(#[$doc:meta])* $Rule:ident [$($generics:tt)*] $Exponent:ty, $message:literal;)*) => { $(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "elements of type `{Self}`, exponents of type `{Other}`",
            note = "`powi` takes floats and an `i32`, `powf` floats of one type, `pow` integers and a `u32`"
        )]
        pub trait $Rule<Other, Nodes, Result>: Sized {
            /// The expression.
            fn apply(both: Both<Self, Other, Nodes>) -> Expr<Self, Result>;
        }

        #[diagnostic::do_not_recommend]
        impl<T: Never, Nodes $($generics)*> $Rule<$Exponent, Nodes, Refused> for T {
            fn apply(_: Both<T, $Exponent, Nodes>) -> Expr<T, Refused> {
                Expr::new(Refused)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Power<$Exponent>, N, E $($generics)*> $Rule<$Exponent, (N, E), PowerNode<N, E>> for T {
            #[inline(always)]
            fn apply(both: Both<T, $Exponent, (N, E)>) -> Expr<T, PowerNode<N, E>> {
                Expr::new(PowerNode(both.nodes.0, both.nodes.1))
            }
        }
    )* };
}

power_rules! {
    /// `x.powi(n)`: the integer power.
    Powi [] i32, "elements `{Self}` have no power with exponents `{Other}` by `powi`";
    /// `x.powf(y)`: the power with a floating-point exponent.
    Powf [, Y: Float] Y, "elements `{Self}` have no power with exponents `{Other}` by `powf`";
    /// `x.pow(n)`: the wrapping power of integers.
    Pow [] u32, "elements `{Self}` have no power with exponents `{Other}` by `pow`";
}

macro_rules! integer_powers {
    ($($T:ty)*) => { $(
        impl Power<u32> for $T {
            #[inline(always)]
            fn power_of(self, exponent: u32) -> Self {
                Integer::power(self, exponent)
            }
        }
    )* };
}

integer_powers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

ternary! {
    /// `x.mul_add(y, z)`: x·y + z, rounded once.
    MulAdd MulAddNode "`mul_add` joins three real floating-point elements of one type, not `{Self}` and `{Others}`": [Float] FUNCTION => |s, x, y, z| T::mul_add_gang(s, x, y, z);
    /// `x.clamp(low, high)`: Rust's, but without its panic where `low > high`, which gives `high`. A NaN stays.
    Clamp ClampNode "`clamp` joins three ordered elements of one type, not `{Self}` and `{Others}`": [PartialOrd] 2 => |s, x, low, high| T::clamp_gang(s, x, low, high);
}
