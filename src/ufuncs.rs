//! NumPy's everyday ufuncs, written with [`ufunc!`](crate::ufunc!).
//!
//! They have NumPy's names and NumPy's results at NaN, infinities and signed zeros; results of elementary functions may differ in the last
//! bit. Each is generic over its element type, and compiled where it is used. Rust has no implicit conversion, so the operands of one
//! call have one element type, and `true_divide` of integers is `divide` of `x as f64`. Of the functions that `numpy` has as ufuncs, only
//! `isnat` is missing, as there are no dates. Arithmetic is of complex numbers, too; elementary functions are of floats.
//!
//! All can stand in kernels but those with core axes ([`matmul()`] and its like) and those that take numbers apart ([`nextafter()`],
//! [`spacing()`], [`frexp()`], [`ldexp()`], [`bitwise_count()`]), which run one point at a time.
//!
//! ```
//! use ndweave::{broadcast, ufuncs};
//! assert_eq!(ufuncs::add(&[1, 2, 3], &[[10], [20]]), [[11, 12, 13], [21, 22, 23]]);
//! assert_eq!(ufuncs::remainder(&[-7.0, 7.0], 3.0), [2.0, 1.0]);        // the sign of the divisor
//! assert_eq!(ufuncs::fmod(&[-7.0, 7.0], 3.0), [-1.0, 1.0]);            // the sign of the dividend
//! assert_eq!(ufuncs::divmod(&[-7, 7], 3), ([-3, 2], [2, 1]));           // of integers, too
//! assert!(ufuncs::maximum(f64::NAN, 1.0).is_nan());                    // NaN propagates
//! assert_eq!(ufuncs::fmax(f64::NAN, 1.0), 1.0);                        // NaN loses
//! let a = [[1, 2, 3], [4, 5, 6]];
//! assert_eq!(ufuncs::add::reduce::<0>(&a).to_vec(), [5, 7, 9]);
//! assert_eq!(ufuncs::multiply::accumulate::<1>(&a).to_vec(), [1, 2, 6, 4, 20, 120]);
//! assert_eq!(ufuncs::maximum::reduce_all(&[1.0, 3.0, 2.0]), 3.0);
//! let (x, y) = ([1.0, 2.0], [3.0, 4.0]);
//! assert_eq!(broadcast!(sum[i](ufuncs::square(ufuncs::subtract(x[i], y[i])))), 8.0);
//! ```

mod bits;
mod products;

pub use bits::{FloatBits, bitwise_count, frexp, ldexp, nextafter, spacing};
pub use products::{matmul, matvec, vecdot, vecmat};

use core::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Not, Rem, Sub};

use crate::macro_support::{Integer, Magnitude, NumCast, One, Zero};
use crate::{Element, Float, ufunc};
use num_complex::Complex;

// The other names that NumPy has for some.
pub use self::{
    absolute as abs, arccos as acos, arccosh as acosh, arcsin as asin, arcsinh as asinh, arctan as atan,
    arctan2 as atan2, arctanh as atanh, conjugate as conj, degrees as rad2deg, invert as bitwise_invert,
    invert as bitwise_not, left_shift as bitwise_left_shift, power as pow, radians as deg2rad,
    right_shift as bitwise_right_shift,
};

/// Integers and floats: what has a quotient and a remainder of either sign.
pub trait Divisible:
    Element
    + PartialOrd
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Rem<Output = Self>
{
}

impl<T> Divisible for T where
    T: Element + PartialOrd + Add<Output = T> + Sub<Output = T> + Mul<Output = T> + Div<Output = T> + Rem<Output = T>
{
}

// Arithmetic.
ufunc! {
    /// x + y; of integers wrapping.
    #[ufunc(identity = T::zero(), associative)]
    pub fn add<T: Element + Add<Output = T>>(x: T, y: T) -> T { x.plus(y) }
    /// x − y; of integers wrapping.
    pub fn subtract<T: Element + Sub<Output = T>>(x: T, y: T) -> T { x.minus(y) }
    /// x · y; of integers wrapping.
    #[ufunc(identity = T::one(), associative)]
    pub fn multiply<T: Element + Mul<Output = T>>(x: T, y: T) -> T { x.times(y) }
    /// x / y; of integers rounded toward zero, unlike NumPy's, and 0 where y is.
    pub fn divide<T: Element + Div<Output = T>>(x: T, y: T) -> T { x.over(y) }
    /// −x.
    pub fn negative<T: Element + Neg<Output = T>>(x: T) -> T { x.negated() }
    /// x².
    pub fn square<T: Element + Mul<Output = T>>(x: T) -> T { x.times(x) }
    /// 1 / x.
    pub fn reciprocal<T: Float>(x: T) -> T { <T as One>::one() / x }
    /// x to the power of y.
    pub fn power<T: Float>(x: T, y: T) -> T { x.powf(y) }

    /// x to the power of y, of floats, as [`power()`] is.
    pub fn float_power<T: Float>(x: T, y: T) -> T { x.powf(y) }
    /// x.
    pub fn positive<T: Element>(x: T) -> T { x }
    /// The complex conjugate. (NumPy's takes real numbers, too, and returns them.)
    ///
    /// ```
    /// use num_complex::Complex;
    /// assert_eq!(ndweave::ufuncs::conjugate(&[Complex::new(1.0, 2.0)]), [Complex::new(1.0, -2.0)]);
    /// ```
    pub fn conjugate<T: Float>(z: Complex<T>) -> Complex<T> { z.conj() }

    /// The remainder, with the sign of y, as Python's `%`; of integers 0 where y is.
    pub fn remainder<T: Divisible>(x: T, y: T) -> T {
        let rest = x.modulo(y);
        if rest == <T as Element>::zero() {
            // A zero of y's sign.
            <T as Element>::zero().over(y)
        } else if (y < <T as Element>::zero()) != (rest < <T as Element>::zero()) {
            rest.plus(y)
        } else {
            rest
        }
    }

    /// The quotient, rounded down, as Python's `//`; of integers 0 where y is.
    pub fn floor_divide<T: Divisible>(x: T, y: T) -> T {
        if y == <T as Element>::zero() { return x.over(y); }
        let rest = x.modulo(y);
        let mut quotient = x.minus(rest).over(y);
        if rest != <T as Element>::zero() && (y < <T as Element>::zero()) != (rest < <T as Element>::zero()) {
            quotient = quotient.minus(<T as Element>::one());
        }
        // A zero of the quotient's sign.
        if quotient == <T as Element>::zero() { return x.over(y).times(<T as Element>::zero()); }
        let whole = quotient.down();
        let part = quotient.minus(whole);
        if part.plus(part) > <T as Element>::one() { whole.plus(<T as Element>::one()) } else { whole }
    }

    /// Both: ([`floor_divide()`], [`remainder()`]).
    pub fn divmod<T: Divisible>(x: T, y: T) -> (T, T) { (floor_divide(x, y), remainder(x, y)) }
    /// The remainder, with the sign of x, as Rust's `%`; of integers 0 where y is.
    pub fn fmod<T: Element + Rem<Output = T>>(x: T, y: T) -> T { x.modulo(y) }

    /// The greatest common divisor, of integers of any sign.
    #[ufunc(identity = <T as Element>::zero(), associative)]
    pub fn gcd<T: Integer + Divisible>(x: T, y: T) -> T {
        let mut a = if x < <T as Element>::zero() { <T as Element>::zero().minus(x) } else { x };
        let mut b = if y < <T as Element>::zero() { <T as Element>::zero().minus(y) } else { y };
        while b != <T as Element>::zero() { (a, b) = (b, a.modulo(b)); }
        a
    }

    /// The least common multiple, of integers of any sign; 0 where one is.
    pub fn lcm<T: Integer + Divisible>(x: T, y: T) -> T {
        let a = if x < <T as Element>::zero() { <T as Element>::zero().minus(x) } else { x };
        let b = if y < <T as Element>::zero() { <T as Element>::zero().minus(y) } else { y };
        a.over(gcd(a, b)).times(b)
    }

    /// The fractional and the whole part, both with the sign of x.
    pub fn modf<T: Float>(x: T) -> (T, T) {
        let whole = x.trunc();
        let part = if x.is_infinite() { <T as Zero>::zero() } else { x - whole };
        (part.copysign(x), whole)
    }
}

// Size, sign and rounding.
ufunc! {
    /// |x|; of integers wrapping.
    pub fn absolute<T: Magnitude>(x: T) -> T { x.absolute() }
    /// |x|, of floats alone.
    pub fn fabs<T: Float>(x: T) -> T { x.abs() }

    /// −1, 0 or 1; NaN of NaN.
    pub fn sign<T: Element + PartialOrd + Sub<Output = T>>(x: T) -> T {
        if x > <T as Element>::zero() {
            <T as Element>::one()
        } else if x < <T as Element>::zero() {
            <T as Element>::zero().minus(<T as Element>::one())
        } else if x == <T as Element>::zero() {
            <T as Element>::zero()
        } else {
            x
        }
    }

    /// Whether the sign bit is set: of −0.0, too.
    pub fn signbit<T: Float>(x: T) -> bool { <T as One>::one().copysign(x) < <T as Zero>::zero() }
    /// The size of x with the sign of y.
    pub fn copysign<T: Float>(x: T, y: T) -> T { x.copysign(y) }
    /// Rounded down.
    pub fn floor<T: Float>(x: T) -> T { x.floor() }
    /// Rounded up.
    pub fn ceil<T: Float>(x: T) -> T { x.ceil() }
    /// Rounded toward zero.
    pub fn trunc<T: Float>(x: T) -> T { x.trunc() }

    /// Rounded to the nearest, ties to even.
    pub fn rint<T: Float>(x: T) -> T {
        let down = x.floor();
        let rest = x - down;
        let half = T::from(0.5).unwrap();
        let odd = (down * half).floor() != down * half;
        let up = rest > half || (rest == half && odd);
        let near = if up { down + <T as One>::one() } else { down };
        near.copysign(x)
    }

    /// 0 below 0, 1 above, `middle` at 0.
    pub fn heaviside<T: Float>(x: T, middle: T) -> T {
        if x == <T as Zero>::zero() {
            middle
        } else if x < <T as Zero>::zero() {
            <T as Zero>::zero()
        } else if x > <T as Zero>::zero() {
            <T as One>::one()
        } else {
            x
        }
    }

    /// Whether x is NaN.
    pub fn isnan<T: Float>(x: T) -> bool { x.is_nan() }
    /// Whether x is infinite.
    pub fn isinf<T: Float>(x: T) -> bool { x.is_infinite() }
    /// Whether x is neither infinite nor NaN.
    pub fn isfinite<T: Float>(x: T) -> bool { x.is_finite() }
}

// Choices and comparisons.
ufunc! {
    /// The greater one; NaN where one is. Of zeros, either.
    #[ufunc(associative)]
    #[allow(clippy::eq_op)]
    pub fn maximum<T: Element + PartialOrd>(x: T, y: T) -> T { if x >= y || x != x { x } else { y } }
    /// The lesser one; NaN where one is. Of zeros, either.
    #[ufunc(associative)]
    #[allow(clippy::eq_op)]
    pub fn minimum<T: Element + PartialOrd>(x: T, y: T) -> T { if x <= y || x != x { x } else { y } }
    /// The greater one, or the one that is not NaN.
    #[ufunc(associative)]
    #[allow(clippy::eq_op)]
    pub fn fmax<T: Element + PartialOrd>(x: T, y: T) -> T { if x >= y || y != y { x } else { y } }
    /// The lesser one, or the one that is not NaN.
    #[ufunc(associative)]
    #[allow(clippy::eq_op)]
    pub fn fmin<T: Element + PartialOrd>(x: T, y: T) -> T { if x <= y || y != y { x } else { y } }
    /// x == y.
    pub fn equal<T: Element + PartialEq>(x: T, y: T) -> bool { x == y }
    /// x != y.
    pub fn not_equal<T: Element + PartialEq>(x: T, y: T) -> bool { x != y }
    /// x < y.
    pub fn less<T: Element + PartialOrd>(x: T, y: T) -> bool { x < y }
    /// x <= y.
    pub fn less_equal<T: Element + PartialOrd>(x: T, y: T) -> bool { x <= y }
    /// x > y.
    pub fn greater<T: Element + PartialOrd>(x: T, y: T) -> bool { x > y }
    /// x >= y.
    pub fn greater_equal<T: Element + PartialOrd>(x: T, y: T) -> bool { x >= y }
    /// Both.
    #[ufunc(identity = true, associative)]
    pub fn logical_and(x: bool, y: bool) -> bool { x && y }
    /// Either.
    #[ufunc(identity = false, associative)]
    pub fn logical_or(x: bool, y: bool) -> bool { x || y }
    /// One of them.
    #[ufunc(identity = false, associative)]
    pub fn logical_xor(x: bool, y: bool) -> bool { x != y }
    /// The opposite.
    pub fn logical_not(x: bool) -> bool { !x }
    /// The bits that both have; of `bool`, both.
    #[ufunc(associative)]
    pub fn bitwise_and<T: Element + BitAnd<Output = T>>(x: T, y: T) -> T { x & y }
    /// The bits that either has; of `bool`, either.
    #[ufunc(identity = T::zero(), associative)]
    pub fn bitwise_or<T: Element + BitOr<Output = T>>(x: T, y: T) -> T { x | y }
    /// The bits that one has; of `bool`, one of them.
    #[ufunc(identity = T::zero(), associative)]
    pub fn bitwise_xor<T: Element + BitXor<Output = T>>(x: T, y: T) -> T { x ^ y }
    /// The opposite bits.
    pub fn invert<T: Element + Not<Output = T>>(x: T) -> T { !x }

    /// x · 2ⁿ in whole bits: 0 where n is none of x's bits.
    pub fn left_shift<T: Integer + PartialOrd + NumCast>(x: T, n: T) -> T {
        if n >= <T as Element>::zero() && n < <T as NumCast>::from(8 * size_of::<T>()).unwrap() {
            x.shifted_left(n)
        } else {
            <T as Element>::zero()
        }
    }

    /// x / 2ⁿ, rounded down: 0 or −1 where n is none of x's bits.
    pub fn right_shift<T: Integer + PartialOrd + NumCast>(x: T, n: T) -> T {
        if n >= <T as Element>::zero() && n < <T as NumCast>::from(8 * size_of::<T>()).unwrap() {
            x.shifted_right(n)
        } else {
            x.shifted_right(<T as NumCast>::from(8 * size_of::<T>() - 1).unwrap())
        }
    }
}

// Elementary functions.
ufunc! {
    /// The square root.
    pub fn sqrt<T: Float>(x: T) -> T { x.sqrt() }
    /// The cube root.
    pub fn cbrt<T: Float>(x: T) -> T { x.cbrt() }
    /// The exponential.
    pub fn exp<T: Float>(x: T) -> T { x.exp() }
    /// 2 to the power of x.
    pub fn exp2<T: Float>(x: T) -> T { x.exp2() }
    /// The exponential minus 1.
    pub fn expm1<T: Float>(x: T) -> T { x.exp_m1() }
    /// The natural logarithm.
    pub fn log<T: Float>(x: T) -> T { x.ln() }
    /// The logarithm to base 2.
    pub fn log2<T: Float>(x: T) -> T { x.log2() }
    /// The logarithm to base 10.
    pub fn log10<T: Float>(x: T) -> T { x.log10() }
    /// The natural logarithm of 1 + x.
    pub fn log1p<T: Float>(x: T) -> T { x.ln_1p() }

    /// The logarithm of the sum of exponentials.
    #[ufunc(identity = T::from(f64::NEG_INFINITY).unwrap(), associative)]
    pub fn logaddexp<T: Float>(x: T, y: T) -> T {
        if x == y { return x + T::from(core::f64::consts::LN_2).unwrap(); }
        let apart = x - y;
        if apart.is_nan() { return apart; }
        if apart > <T as Zero>::zero() { x + (-apart).exp().ln_1p() } else { y + apart.exp().ln_1p() }
    }

    /// The logarithm to base 2 of the sum of powers of 2.
    #[ufunc(identity = T::from(f64::NEG_INFINITY).unwrap(), associative)]
    pub fn logaddexp2<T: Float>(x: T, y: T) -> T {
        if x == y { return x + <T as One>::one(); }
        let apart = x - y;
        if apart.is_nan() { return apart; }
        let (most, least) = if apart > <T as Zero>::zero() { (x, -apart) } else { (y, apart) };
        most + least.exp2().ln_1p() * T::from(core::f64::consts::LOG2_E).unwrap()
    }

    /// The sine.
    pub fn sin<T: Float>(x: T) -> T { x.sin() }
    /// The cosine.
    pub fn cos<T: Float>(x: T) -> T { x.cos() }
    /// The tangent.
    pub fn tan<T: Float>(x: T) -> T { x.tan() }
    /// The inverse sine.
    pub fn arcsin<T: Float>(x: T) -> T { x.asin() }
    /// The inverse cosine.
    pub fn arccos<T: Float>(x: T) -> T { x.acos() }
    /// The inverse tangent.
    pub fn arctan<T: Float>(x: T) -> T { x.atan() }
    /// The angle of the point (x, y), whose y comes first.
    pub fn arctan2<T: Float>(y: T, x: T) -> T { y.atan2(x) }
    /// The hyperbolic sine.
    pub fn sinh<T: Float>(x: T) -> T { x.sinh() }
    /// The hyperbolic cosine.
    pub fn cosh<T: Float>(x: T) -> T { x.cosh() }
    /// The hyperbolic tangent.
    pub fn tanh<T: Float>(x: T) -> T { x.tanh() }
    /// The inverse hyperbolic sine.
    pub fn arcsinh<T: Float>(x: T) -> T { x.asinh() }
    /// The inverse hyperbolic cosine.
    pub fn arccosh<T: Float>(x: T) -> T { x.acosh() }
    /// The inverse hyperbolic tangent.
    pub fn arctanh<T: Float>(x: T) -> T { x.atanh() }
    /// The length of the hypotenuse.
    #[ufunc(identity = <T as Zero>::zero(), associative)]
    pub fn hypot<T: Float>(x: T, y: T) -> T { x.hypot(y) }
    /// Radians to degrees.
    pub fn degrees<T: Float>(x: T) -> T { x.to_degrees() }
    /// Degrees to radians.
    pub fn radians<T: Float>(x: T) -> T { x.to_radians() }
}
