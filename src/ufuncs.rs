//! NumPy's everyday ufuncs, written with [`ufunc!`](crate::ufunc!).
//!
//! They have NumPy's names and NumPy's results at NaN, infinities and signed zeros; results of elementary functions may differ in the last
//! bit. Each is generic over its element type, and compiled where it is used. Rust has no implicit conversion, so the operands of one
//! call have one element type, and `true_divide` of integers is `divide` of `x as f64`.
//!
//! ```
//! use ndweave::{broadcast, ufuncs};
//! assert_eq!(ufuncs::add(&[1, 2, 3], &[[10], [20]]), [[11, 12, 13], [21, 22, 23]]);
//! assert_eq!(ufuncs::remainder(&[-7.0, 7.0], 3.0), [2.0, 1.0]);        // the sign of the divisor
//! assert_eq!(ufuncs::fmod(&[-7.0, 7.0], 3.0), [-1.0, 1.0]);            // the sign of the dividend
//! assert!(ufuncs::maximum(f64::NAN, 1.0).is_nan());                    // NaN propagates
//! assert_eq!(ufuncs::fmax(f64::NAN, 1.0), 1.0);                        // NaN loses
//! let a = [[1, 2, 3], [4, 5, 6]];
//! assert_eq!(ufuncs::add::reduce::<0>(&a).to_vec(), [5, 7, 9]);
//! assert_eq!(ufuncs::multiply::accumulate::<1>(&a).to_vec(), [1, 2, 6, 4, 20, 120]);
//! assert_eq!(ufuncs::maximum::reduce_all(&[1.0, 3.0, 2.0]), 3.0);
//! let (x, y) = ([1.0, 2.0], [3.0, 4.0]);
//! assert_eq!(broadcast!(sum[i](ufuncs::square(ufuncs::subtract(x[i], y[i])))), 8.0);
//! ```

use core::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Not, Sub};

use crate::macro_support::{One, Zero};
use crate::{Element, Float, ufunc};

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

    /// The remainder, with the sign of y, as Python's `%`.
    pub fn remainder<T: Float>(x: T, y: T) -> T {
        let rest = x % y;
        if rest == <T as Zero>::zero() {
            <T as Zero>::zero().copysign(y)
        } else if (y < <T as Zero>::zero()) != (rest < <T as Zero>::zero()) {
            rest + y
        } else {
            rest
        }
    }

    /// The quotient, rounded down, as Python's `//`.
    pub fn floor_divide<T: Float>(x: T, y: T) -> T {
        if y == <T as Zero>::zero() { return x / y; }
        let rest = x % y;
        let mut quotient = (x - rest) / y;
        if rest != <T as Zero>::zero() && (y < <T as Zero>::zero()) != (rest < <T as Zero>::zero()) {
            quotient = quotient - <T as One>::one();
        }
        if quotient == <T as Zero>::zero() { return <T as Zero>::zero().copysign(x / y); }
        let down = quotient.floor();
        if quotient - down > T::from(0.5).unwrap() { down + <T as One>::one() } else { down }
    }

    /// Both: ([`floor_divide()`], [`remainder()`]).
    pub fn divmod<T: Float>(x: T, y: T) -> (T, T) { (floor_divide(x, y), remainder(x, y)) }
    /// The remainder, with the sign of x, as Rust's `%`.
    pub fn fmod<T: Float>(x: T, y: T) -> T { x % y }

    /// The fractional and the whole part, both with the sign of x.
    pub fn modf<T: Float>(x: T) -> (T, T) {
        let whole = x.trunc();
        let part = if x.is_infinite() { <T as Zero>::zero() } else { x - whole };
        (part.copysign(x), whole)
    }
}

// Size, sign and rounding.
ufunc! {
    /// |x|.
    pub fn absolute<T: Float>(x: T) -> T { x.abs() }
    /// |x|, of floats alone.
    pub fn fabs<T: Float>(x: T) -> T { x.abs() }

    /// −1, 0 or 1; NaN of NaN.
    pub fn sign<T: Float>(x: T) -> T {
        if x > <T as Zero>::zero() {
            <T as One>::one()
        } else if x < <T as Zero>::zero() {
            -<T as One>::one()
        } else if x == <T as Zero>::zero() {
            <T as Zero>::zero()
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
    pub fn maximum<T: Float>(x: T, y: T) -> T { if x >= y || x.is_nan() { x } else { y } }
    /// The lesser one; NaN where one is. Of zeros, either.
    #[ufunc(associative)]
    pub fn minimum<T: Float>(x: T, y: T) -> T { if x <= y || x.is_nan() { x } else { y } }
    /// The greater one, or the one that is not NaN.
    #[ufunc(associative)]
    pub fn fmax<T: Float>(x: T, y: T) -> T { if x >= y || y.is_nan() { x } else { y } }
    /// The lesser one, or the one that is not NaN.
    #[ufunc(associative)]
    pub fn fmin<T: Float>(x: T, y: T) -> T { if x <= y || y.is_nan() { x } else { y } }
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
