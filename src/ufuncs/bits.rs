//! Ufuncs that take numbers apart, one point at a time.

use crate::macro_support::PrimInt;
use crate::{Element, Float, ufunc};

/// Floats whose bits can be taken apart: `f64` and `f32`.
pub trait FloatBits: Float {
    /// The float after this one, on the way to another one.
    fn stepped(self, to: Self) -> Self;
    /// Fraction and exponent: `fraction · 2^exponent`, with a fraction from 0.5 to 1.
    fn apart(self) -> (Self, i32);
    /// The product with a power of 2, rounded once.
    fn scaled(self, exponent: i32) -> Self;
}

macro_rules! float_bits {
    ($($T:ident $Bits:ident: $mantissa:literal $bias:literal;)*) => { $(
        impl FloatBits for $T {
            #[inline(always)]
            fn stepped(self, to: Self) -> Self {
                if self.is_nan() || to.is_nan() {
                    self + to
                } else if self == to {
                    to
                } else if self < to {
                    self.next_up()
                } else {
                    self.next_down()
                }
            }

            #[inline(always)]
            fn apart(self) -> (Self, i32) {
                if self == 0.0 || !self.is_finite() {
                    return (self, 0);
                }
                // Subnormal numbers have their exponent in their leading bit.
                let (normal, moved) = if self.is_subnormal() { (self.scaled(64), 64) } else { (self, 0) };
                let bits = normal.to_bits();
                let exponent = ((bits >> $mantissa) & (2 * $bias + 1)) as i32;
                let fraction = (bits & !((2 * $bias + 1) << $mantissa)) | (($bias - 1) << $mantissa);
                (<$T>::from_bits(fraction), exponent - ($bias - 1) - moved)
            }

            #[inline(always)]
            fn scaled(self, exponent: i32) -> Self {
                let power = |exponent: i32| <$T>::from_bits(((exponent + $bias) as $Bits) << $mantissa);
                let (mut x, mut left) = (self, exponent);
                // Two steps get from one end of the range to the other. Those down stop above the subnormal numbers, which round.
                let (up, down) = ($bias, 1 - $bias + $mantissa + 1);
                for _ in 0..2 {
                    if left > up {
                        (x, left) = (x * power(up), left - up);
                    } else if left < 1 - $bias {
                        (x, left) = (x * power(down), left - down);
                    }
                }
                x * power(left.clamp(1 - $bias, $bias))
            }
        }
    )* };
}

float_bits! {
    f64 u64: 52 1023;
    f32 u32: 23 127;
}

ufunc! {
    /// The float after x, on the way to y.
    #[ufunc(per_point)]
    pub fn nextafter<T: FloatBits>(x: T, y: T) -> T { x.stepped(y) }

    /// The distance from x to the float after it, away from zero.
    #[ufunc(per_point)]
    pub fn spacing<T: FloatBits>(x: T) -> T {
        if x.is_infinite() { return T::nan(); }
        let away = if x < <T as Element>::zero() { T::neg_infinity() } else { T::infinity() };
        x.stepped(away) - x
    }

    /// Fraction, from 0.5 to 1 in size, and exponent: x is their [`ldexp()`].
    #[ufunc(per_point)]
    pub fn frexp<T: FloatBits>(x: T) -> (T, i32) { x.apart() }

    /// x · 2ⁿ, rounded once.
    #[ufunc(per_point)]
    pub fn ldexp<T: FloatBits>(x: T, n: i32) -> T { x.scaled(n) }

    /// How many bits of |x| are set.
    #[ufunc(per_point)]
    pub fn bitwise_count<T: Element + PrimInt>(x: T) -> u8 {
        let size = if x < <T as Element>::zero() { <T as Element>::zero().minus(x) } else { x };
        size.count_ones() as u8
    }
}
