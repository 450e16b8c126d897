//! The circular functions.

use super::reduction::{Reduced, reduce};
use super::{quotient, select, upper};
use crate::lanes::{Floats, Lanes, Numbers, Simd};

/// sin x.
///
/// ±0 stay, ±∞ give NaN. Off by at most 0.81 ulp.
#[inline(always)]
pub fn sin<S: Simd>(s: S, x: S::F64) -> S::F64 {
    let reduced = reduce(s, x.abs());
    let (sine, cosine) = sin_cos_reduced::<S>(&reduced);
    let q = reduced.quadrant;
    let y = select::<S>(odd::<S>(s, q), cosine, sine);
    let sign = (x.to_int() & i64::MIN) ^ ((q & 2) << 62);
    S::F64::from_int(y.to_int() ^ sign)
}

/// cos x.
///
/// ±∞ give NaN. Off by at most 0.80 ulp.
#[inline(always)]
pub fn cos<S: Simd>(s: S, x: S::F64) -> S::F64 {
    let reduced = reduce(s, x.abs());
    let (sine, cosine) = sin_cos_reduced::<S>(&reduced);
    let q = reduced.quadrant;
    let y = select::<S>(odd::<S>(s, q), sine, cosine);
    S::F64::from_int(y.to_int() ^ (((q + 1) & 2) << 62))
}

/// tan x, the quotient of sine and cosine in two parts each.
///
/// ±0 stay, ±∞ give NaN. Off by at most 0.98 ulp.
#[inline(always)]
pub fn tan<S: Simd>(s: S, x: S::F64) -> S::F64 {
    let reduced = reduce(s, x.abs());
    let ((a, b), (c, d)) = sin_cos_in_parts::<S>(&reduced);
    // Of the cosine the rounding error of r²/2 matters here.
    let d = d - square_error::<S>(reduced.high) * 0.5;
    let (sine, cosine) = (a + b, c + d);
    let (sine_low, cosine_low) = (b - (sine - a), d - (cosine - c));
    let q = reduced.quadrant;
    let ((above, below), (above_low, below_low)) = (swapped(s, q, sine, cosine), swapped(s, q, sine_low, cosine_low));
    let sign = (x.to_int() & i64::MIN) ^ (q << 63);
    S::F64::from_int(quotient::<S>((above, above_low), (below, below_low)).to_int() ^ sign)
}

/// Both, in turn where the quadrant is odd.
#[inline(always)]
fn swapped<S: Simd>(s: S, quadrant: S::I64, x: S::F64, y: S::F64) -> (S::F64, S::F64) {
    if S::FUSES {
        let odd = odd::<S>(s, quadrant);
        return (select::<S>(odd, y, x), select::<S>(odd, x, y));
    }
    // Without instructions that choose, this is less than two choices.
    let swap = (x.to_int() ^ y.to_int()) & -(quadrant & 1);
    (S::F64::from_int(x.to_int() ^ swap), S::F64::from_int(y.to_int() ^ swap))
}

/// What x² lacks after rounding.
#[inline(always)]
fn square_error<S: Simd>(x: S::F64) -> S::F64 {
    let square = x * x;
    if S::FUSES {
        return x.madd(x, -square);
    }
    let first = upper::<S>(x);
    (first * first - square) + (first + x) * (x - first)
}

/// Where the quadrant is odd.
#[inline(always)]
fn odd<S: Simd>(s: S, quadrant: S::I64) -> S::Mask {
    (quadrant & 1).eq(Lanes::splat(s, 1))
}

/// sin and cos of r = high + low, |r| ≤ π/4.
#[inline(always)]
fn sin_cos_reduced<S: Simd>(reduced: &Reduced<S>) -> (S::F64, S::F64) {
    let ((a, b), (c, d)) = sin_cos_in_parts::<S>(reduced);
    (a + b, c + d)
}

/// A value as the sum of a large and a small part.
type Parts<S> = (<S as Simd>::F64, <S as Simd>::F64);

/// sin and cos of r = high + low, |r| ≤ π/4, each as a large and a small number.
///
/// r + r³·S(r²) and 1 - r²/2 + r⁴·C(r²), S of degree 6 and C of degree 5 from `fpminimax`: within 2⁻⁶⁰·⁸ and 2⁻⁶⁰·⁴.
#[inline(always)]
fn sin_cos_in_parts<S: Simd>(reduced: &Reduced<S>) -> (Parts<S>, Parts<S>) {
    let (r, low) = (reduced.high, reduced.low);
    let z = r * r;
    let half = z * 0.5;
    let p = polynomial!(z;
        -0.16666666666666666, 0.008333333333332912, -0.00019841269840720425, 2.7557318916574398e-06,
        -2.5052024423897598e-08, 1.6047921678725148e-10, -7.057470632192572e-13);
    let sine = (r, p.madd(z * r, low - half * low));
    let p = polynomial!(z;
        0.041666666666666664, -0.0013888888888887061, 2.4801587298460696e-05, -2.755731715864386e-07,
        2.0876127921489323e-09, -1.1381549920793238e-11);
    // 1 - r²/2 loses bits, which go with the smaller parts.
    let most = r.like(1.0) - half;
    let lost = (r.like(1.0) - most) - half;
    let cosine = (most, p.madd(z * z, lost - r * low));
    (sine, cosine)
}
