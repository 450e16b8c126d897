//! Numbers with a significand of 128 bits.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// `±significand · 2^(exponent − 127)`, or zero.
///
/// The highest bit of the significand is set unless the number is zero, so the exponent is that of the number's highest
/// bit. Results are truncated: sums are off by less than 2⁻¹²⁶ of the larger operand, products by less than 2⁻¹²⁷ and
/// quotients by less than 2⁻¹²⁴ of themselves. Exponents are expected to stay below 2³⁰.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Real {
    negative: bool,
    exponent: i32,
    significand: u128,
}

impl Real {
    pub const ZERO: Self = Self { negative: false, exponent: 0, significand: 0 };
    pub const ONE: Self = Self::from_parts(0, 1 << 127);

    /// `significand · 2^(exponent − 127)`, for a significand whose highest bit is set.
    pub const fn from_parts(exponent: i32, significand: u128) -> Self {
        debug_assert!(significand >> 127 == 1);
        Self { negative: false, exponent, significand }
    }

    /// `significand · 2^(exponent − 127)`, for any significand.
    pub fn normalized(exponent: i32, significand: u128) -> Self {
        if significand == 0 {
            return Self::ZERO;
        }
        let shift = significand.leading_zeros();
        Self::from_parts(exponent - shift as i32, significand << shift)
    }

    pub fn is_zero(self) -> bool {
        self.significand == 0
    }

    pub fn is_negative(self) -> bool {
        self.negative
    }

    /// e, where 2^e ≤ |self| < 2^(e + 1).
    pub fn exponent(self) -> i32 {
        self.exponent
    }

    pub fn abs(self) -> Self {
        Self { negative: false, ..self }
    }

    /// `self` with the sign of `negative`.
    pub fn with_sign(self, negative: bool) -> Self {
        Self { negative, ..self }
    }

    /// `self · 2^by`.
    pub fn scaled(self, by: i32) -> Self {
        if self.is_zero() { self } else { Self { exponent: self.exponent + by, ..self } }
    }

    /// `self / n`, for n that is not zero.
    pub const fn over(self, n: u64) -> Self {
        if self.significand == 0 {
            return self;
        }
        let n = n as u128;
        let (quotient, remainder) = (self.significand / n, self.significand % n);
        let shift = quotient.leading_zeros();
        // The bits that the shift makes room for come from the remainder, which is below n, so nothing overflows.
        let significand = (quotient << shift) | ((remainder << shift) / n);
        Self { negative: self.negative, exponent: self.exponent - shift as i32, significand }
    }

    /// The number as `f64`, off by at most one in the last place; 0 or infinity far outside of the range.
    pub fn to_f64(self) -> f64 {
        // Two factors: the power of two alone may be out of range.
        let half = (self.exponent / 2).clamp(-1000, 1000);
        let rest = (self.exponent - half).clamp(-1000, 1000);
        let magnitude = self.fraction() * power_of_two(half) * power_of_two(rest);
        if self.negative { -magnitude } else { magnitude }
    }

    /// |self| · 2^-exponent, in [1, 2), truncated.
    fn fraction(self) -> f64 {
        (self.significand >> 75) as f64 * power_of_two(-52)
    }

    /// `(m, k)` with `|self| ≈ m · 2^(k · degree)` and m in [1, 2^degree): what a root of this degree is guessed from.
    pub fn radicand(self, degree: i32) -> (f64, i32) {
        (self.fraction() * power_of_two(self.exponent.rem_euclid(degree)), self.exponent.div_euclid(degree))
    }

    /// |self| · 2¹²⁸, truncated, for a number below 1.
    pub fn fixed_point(self) -> u128 {
        debug_assert!(self.is_zero() || self.exponent < 0, "{self:?} is not below 1");
        self.significand.checked_shr((-1 - self.exponent) as u32).unwrap_or(0)
    }

    fn magnitude_is_less(self, other: Self) -> bool {
        other.significand != 0
            && (self.significand == 0 || (self.exponent, self.significand) < (other.exponent, other.significand))
    }
}

/// `2^exponent`, within the normal range of `f64`.
pub fn power_of_two(exponent: i32) -> f64 {
    debug_assert!((-1022..=1023).contains(&exponent));
    f64::from_bits(((exponent + 1023) as u64) << 52)
}

impl From<f64> for Real {
    /// The same number, exactly.
    fn from(x: f64) -> Self {
        debug_assert!(x.is_finite());
        let field = (x.to_bits() >> 52 & 0x7ff) as i32;
        let digits = x.to_bits() & ((1 << 52) - 1);
        let (exponent, digits) = if field == 0 { (-1022, digits) } else { (field - 1023, digits | 1 << 52) };
        Self::normalized(exponent, (digits as u128) << 75).with_sign(x.is_sign_negative())
    }
}

impl Neg for Real {
    type Output = Self;

    fn neg(self) -> Self {
        Self { negative: !self.negative, ..self }
    }
}

impl Add for Real {
    type Output = Self;

    #[inline]
    fn add(self, other: Self) -> Self {
        let (large, small) = if self.magnitude_is_less(other) { (other, self) } else { (self, other) };
        let shift = large.exponent - small.exponent;
        if small.is_zero() || shift > 127 {
            return large;
        }
        let aligned = small.significand >> shift;
        if large.negative != small.negative {
            return Self::normalized(large.exponent, large.significand - aligned).with_sign(large.negative);
        }
        let (sum, carried) = large.significand.overflowing_add(aligned);
        let (exponent, significand) =
            if carried { (large.exponent + 1, sum >> 1 | 1 << 127) } else { (large.exponent, sum) };
        Self { negative: large.negative, exponent, significand }
    }
}

impl Sub for Real {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Real {
    type Output = Self;

    #[inline]
    fn mul(self, other: Self) -> Self {
        let negative = self.negative != other.negative;
        if self.is_zero() || other.is_zero() {
            return Self::ZERO.with_sign(negative);
        }
        let (high, low) = widening_mul(self.significand, other.significand);
        // The product of two significands in [1, 2) is in [1, 4).
        let exponent = self.exponent + other.exponent;
        if high >> 127 == 1 {
            Self { negative, exponent: exponent + 1, significand: high }
        } else {
            Self { negative, exponent, significand: high << 1 | low >> 127 }
        }
    }
}

impl Div for Real {
    type Output = Self;

    /// Newton's iteration for the reciprocal doubles the 53 bits of the first guess; the remainder doubles them again.
    fn div(self, divisor: Self) -> Self {
        debug_assert!(!divisor.is_zero(), "a quotient by zero");
        let guess = Self::from(1.0 / divisor.fraction()).scaled(-divisor.exponent).with_sign(divisor.negative);
        let reciprocal = guess + guess * (Self::ONE - divisor * guess);
        let quotient = self * reciprocal;
        quotient + reciprocal * (self - divisor * quotient)
    }
}

/// The product's higher and lower 128 bits.
#[inline]
pub(super) fn widening_mul(a: u128, b: u128) -> (u128, u128) {
    let half = |x: u128| (x >> 64, x & u128::from(u64::MAX));
    let ((a1, a0), (b1, b0)) = (half(a), half(b));
    let low = a0 * b0;
    // None of these sums overflows: (2⁶⁴ − 1)² + 2 (2⁶⁴ − 1) < 2¹²⁸.
    let middle = a1 * b0 + (low >> 64);
    let cross = a0 * b1 + (middle & u128::from(u64::MAX));
    let high = a1 * b1 + (middle >> 64) + (cross >> 64);
    (high, cross << 64 | low & u128::from(u64::MAX))
}
