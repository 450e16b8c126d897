//! Methods and functions of elements: what `x.sqrt()`, `x.min(y)` or `z.conj()` build.

use num_complex::Complex;

use super::arith::{Both, Never, Refused, Three, binary, ternary, unary};
use super::{Expr, Integer, Node};
use crate::element::Element;

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
pub trait Float: Element + num_traits::Float + Elementary + Magnitude + Ordered + Power<i32> + Power<Self> {}

#[diagnostic::do_not_recommend]
impl Float for f32 {}
#[diagnostic::do_not_recommend]
impl Float for f64 {}

macro_rules! elementary {
    (@impl [$($Name:ident $name:ident)*] $T:ty) => {
        #[diagnostic::do_not_recommend]
        impl Elementary for $T {
            #[inline(always)]
            fn elementary(self, function: Function) -> Self {
                match function {
                    $(Function::$Name => <$T>::$name(self),)*
                }
            }
        }
    };
    ([$($Name:ident $name:ident)*] $T0:ty, $T1:ty, $T2:ty, $T3:ty) => {
        /// The elementary functions of real and complex floats.
        #[derive(Clone, Copy, Debug)]
        pub enum Function {
            $(
                #[doc = concat!("`", stringify!($name), "`, as the standard library means it.")]
                $Name,
            )*
        }

        elementary! { @impl [$($Name $name)*] $T0 }
        elementary! { @impl [$($Name $name)*] $T1 }
        elementary! { @impl [$($Name $name)*] $T2 }
        elementary! { @impl [$($Name $name)*] $T3 }
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
}

elementary! {
    [
        Sqrt sqrt
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
    ]
    f32, f64, Complex<f32>, Complex<f64>
}

/// Powers of real and complex floats.
pub trait Power<Exponent>: Element {
    /// `self` to the power of `exponent`.
    fn power_of(self, exponent: Exponent) -> Self;
}

macro_rules! powers {
    ($($T:ty, $E:ty, $method:ident;)*) => { $(
        impl Power<$E> for $T {
            #[inline(always)]
            fn power_of(self, exponent: $E) -> Self {
                <$T>::$method(self, exponent)
            }
        }
    )* };
}

powers! { f32, i32, powi; f64, i32, powi; f32, f32, powf; f64, f64, powf; Complex<f32>, f32, powf; Complex<f64>, f64, powf; }

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
}

/// Elements with the methods `min` and `max` of Rust.
#[diagnostic::on_unimplemented(message = "elements `{Self}` have no order", label = "elements of type `{Self}`")]
pub trait Ordered: Element {
    /// Rust's `min`: a NaN loses.
    fn lesser(self, other: Self) -> Self;
    /// Rust's `max`: a NaN loses.
    fn greater(self, other: Self) -> Self;
}

macro_rules! real_numbers {
    ($abs:ident $signum:ident: $($T:ty)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Magnitude for $T {
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

real_numbers! { abs signum: f32 f64 }
real_numbers! { magnitude sign: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

unary! {
    /// `x.sqrt()`: the square root.
    Sqrt SqrtNode "`sqrt` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Sqrt);
    /// `x.cbrt()`: the cube root.
    Cbrt CbrtNode "`cbrt` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Cbrt);
    /// `x.exp()`: the exponential.
    Exp ExpNode "`exp` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Exp);
    /// `x.exp2()`: 2 to the power of x.
    Exp2 Exp2Node "`exp2` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Exp2);
    /// `x.ln()`: the natural logarithm.
    Ln LnNode "`ln` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Ln);
    /// `x.log2()`: the logarithm to base 2.
    Log2 Log2Node "`log2` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Log2);
    /// `x.log10()`: the logarithm to base 10.
    Log10 Log10Node "`log10` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Log10);
    /// `x.sin()`: the sine.
    Sin SinNode "`sin` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Sin);
    /// `x.cos()`: the cosine.
    Cos CosNode "`cos` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Cos);
    /// `x.tan()`: the tangent.
    Tan TanNode "`tan` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Tan);
    /// `x.asin()`: the inverse sine.
    Asin AsinNode "`asin` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Asin);
    /// `x.acos()`: the inverse cosine.
    Acos AcosNode "`acos` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Acos);
    /// `x.atan()`: the inverse tangent.
    Atan AtanNode "`atan` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Atan);
    /// `x.sinh()`: the hyperbolic sine.
    Sinh SinhNode "`sinh` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Sinh);
    /// `x.cosh()`: the hyperbolic cosine.
    Cosh CoshNode "`cosh` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Cosh);
    /// `x.tanh()`: the hyperbolic tangent.
    Tanh TanhNode "`tanh` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Tanh);
    /// `x.asinh()`: the inverse hyperbolic sine.
    Asinh AsinhNode "`asinh` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Asinh);
    /// `x.acosh()`: the inverse hyperbolic cosine.
    Acosh AcoshNode "`acosh` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Acosh);
    /// `x.atanh()`: the inverse hyperbolic tangent.
    Atanh AtanhNode "`atanh` needs floating-point elements, not `{Self}`": [Elementary] => |x| x.elementary(Function::Atanh);
    /// `x.exp_m1()`: the exponential minus 1.
    ExpM1 ExpM1Node "`exp_m1` needs real floating-point elements, not `{Self}`": [Float] => |x| num_traits::Float::exp_m1(x);
    /// `x.ln_1p()`: the natural logarithm of 1 + x.
    Ln1p Ln1pNode "`ln_1p` needs real floating-point elements, not `{Self}`": [Float] => |x| num_traits::Float::ln_1p(x);
    /// `x.floor()`: rounded down.
    Floor FloorNode "`floor` needs real floating-point elements, not `{Self}`": [Float] => |x| num_traits::Float::floor(x);
    /// `x.ceil()`: rounded up.
    Ceil CeilNode "`ceil` needs real floating-point elements, not `{Self}`": [Float] => |x| num_traits::Float::ceil(x);
    /// `x.round()`: rounded to the nearest, ties away from zero.
    Round RoundNode "`round` needs real floating-point elements, not `{Self}`": [Float] => |x| num_traits::Float::round(x);
    /// `x.trunc()`: rounded toward zero.
    Trunc TruncNode "`trunc` needs real floating-point elements, not `{Self}`": [Float] => |x| num_traits::Float::trunc(x);
    /// `x.fract()`: the fractional part.
    Fract FractNode "`fract` needs real floating-point elements, not `{Self}`": [Float] => |x| num_traits::Float::fract(x);
    /// `x.recip()`: the reciprocal.
    Recip RecipNode "`recip` needs real floating-point elements, not `{Self}`": [Float] => |x| num_traits::Float::recip(x);
    /// `x.to_degrees()`: radians to degrees.
    ToDegrees ToDegreesNode "`to_degrees` needs real floating-point elements, not `{Self}`": [Float] => |x| num_traits::Float::to_degrees(x);
    /// `x.to_radians()`: degrees to radians.
    ToRadians ToRadiansNode "`to_radians` needs real floating-point elements, not `{Self}`": [Float] => |x| num_traits::Float::to_radians(x);
    /// `x.abs()`: the absolute value.
    Abs AbsNode "`abs` needs real elements, not `{Self}`": [Magnitude] => |x| x.absolute();
    /// `x.signum()`: the sign.
    Signum SignumNode "`signum` needs real elements, not `{Self}`": [Magnitude] => |x| x.direction();
}

binary! {
    /// `x.min(y)`: Rust's minimum: a NaN loses.
    Min MinNode "`min` joins two ordered elements of one type, not `{Self}` and `{Other}`": [Ordered] => |x, y| x.lesser(y);
    /// `x.max(y)`: Rust's maximum: a NaN loses.
    Max MaxNode "`max` joins two ordered elements of one type, not `{Self}` and `{Other}`": [Ordered] => |x, y| x.greater(y);
    /// `x.hypot(y)`: the length of the hypotenuse.
    Hypot HypotNode "`hypot` joins two real floating-point elements of one type, not `{Self}` and `{Other}`": [Float] => |x, y| num_traits::Float::hypot(x, y);
    /// `x.atan2(y)`: the angle of the point (y, x).
    Atan2 Atan2Node "`atan2` joins two real floating-point elements of one type, not `{Self}` and `{Other}`": [Float] => |x, y| num_traits::Float::atan2(x, y);
    /// `x.log(y)`: the logarithm to base y.
    Log LogNode "`log` joins two real floating-point elements of one type, not `{Self}` and `{Other}`": [Float] => |x, y| num_traits::Float::log(x, y);
    /// `x.copysign(y)`: x with the sign of y.
    Copysign CopysignNode "`copysign` joins two real floating-point elements of one type, not `{Self}` and `{Other}`": [Float] => |x, y| num_traits::Float::copysign(x, y);
}

/// `x.powi(n)`, `x.powf(y)`, `x.pow(n)`: a power.
#[derive(Clone, Copy)]
pub struct PowerNode<N, E>(N, E);

impl<X, T, Y, N, E> Node<X> for PowerNode<N, E>
where
    T: Element + Power<Y>,
    N: Node<X, T = T>,
    E: Node<X, T = Y>,
{
    type T = T;

    #[inline(always)]
    fn eval(&self, loaded: &X) -> T {
        self.0.eval(loaded).power_of(self.1.eval(loaded))
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
    MulAdd MulAddNode "`mul_add` joins three real floating-point elements of one type, not `{Self}` and `{Others}`": [Float] => |x, y, z| num_traits::Float::mul_add(x, y, z);
    /// `x.clamp(low, high)`: Rust's, but without its panic where `low > high`. A NaN stays.
    Clamp ClampNode "`clamp` joins three ordered elements of one type, not `{Self}` and `{Others}`": [PartialOrd] => |x, low, high| {
        if x < low {
            low
        } else if x > high {
            high
        } else {
            x
        }
    };
}
