//! The inverse circular functions.

use core::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use super::{quotient_in_parts, root, select};
use crate::lanes::{Floats, Mask, Numbers, Simd};

/// π/2 - FRAC_PI_2.
const HALF_PI_LOW: f64 = 6.123233995736766e-17;

/// asin x.
///
/// ±0 stay, and what is beyond ±1 gives NaN. Off by at most 0.66 ulp.
#[inline(always)]
pub fn asin<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let a = x.abs();
    let small = a.le(a.like(0.5));
    let quarters = select::<S>(small, a.like(0.0), a.like(1.0));
    arc::<S>(a, small, quarters, select::<S>(small, a.like(1.0), a.like(-2.0))).copysign(x)
}

/// acos x.
///
/// 1 gives 0, and what is beyond ±1 gives NaN. Off by at most 0.63 ulp.
#[inline(always)]
pub fn acos<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let a = x.abs();
    let (zero, one, two) = (a.like(0.0), a.like(1.0), a.like(2.0));
    let small = a.le(a.like(0.5));
    let quarters = select::<S>(small, one, select::<S>(x.lt(zero), two, zero));
    let factor = select::<S>(small, -one, two);
    let factor = S::F64::from_int(factor.to_int() ^ (x.to_int() & i64::MIN));
    arc::<S>(a, small, quarters, factor)
}

/// quarters·π/2 + factor·asin(s) with s = a for small a, else √((1 - a)/2).
///
/// asin(s) = s + s³·p(s²), p of degree 12 from `fpminimax`: within 2⁻⁵⁸. The root is in two parts.
#[inline(always)]
fn arc<S: Simd>(a: S::F64, small: S::Mask, quarters: S::F64, factor: S::F64) -> S::F64 {
    let z = select::<S>(small, a * a, (a.like(1.0) - a) * 0.5);
    let (s, low) = root::<S>(z, z.like(0.0));
    let (s, low) = (select::<S>(small, a, s), select::<S>(small, a.like(0.0), low));
    let p = polynomial!(z;
        0.16666666666666669, 0.07499999999998022, 0.04464285714699303, 0.03038194409553674, 0.022372174502858035,
        0.017352358601519964, 0.013971691376002227, 0.011474729573957475, 0.010350533428105336, 0.005343025055901961,
        0.017701448826953715, -0.01530603680422102, 0.029058483792626096);
    let tail = p.madd(z * s, low);
    let (base, most) = (quarters * FRAC_PI_2, factor * s);
    let all = base + most;
    let lost = most - (all - base);
    all + factor.madd(tail, quarters.madd(a.like(HALF_PI_LOW), lost))
}

/// atan x.
///
/// ±0 stay, ±∞ give ±π/2. Off by at most 0.76 ulp.
#[inline(always)]
pub fn atan<S: Simd>(_: S, x: S::F64) -> S::F64 {
    // The reciprocal of what is larger need not be known.
    let (a, one) = (x.abs().at_most(x.like(1e30)), x.like(1.0));
    let inverted = a.gt(one);
    let (far, t, low) = tangent::<S>(a.at_most(one), a.at_least(one), sign::<S>(inverted, x));
    let eighths = far + select::<S>(inverted, x.like(2.0), x.like(0.0));
    angle::<S>(eighths, t, low).copysign(x)
}

/// The angle of the point (x, y), with the corners of IEEE 754.
///
/// Off by at most 0.77 ulp.
#[inline(always)]
pub fn atan2<S: Simd>(_: S, y: S::F64, x: S::F64) -> S::F64 {
    let (a, b) = (y.abs(), x.abs());
    let inverted = a.gt(b);
    let (above, below) = (select::<S>(inverted, b, a), select::<S>(inverted, a, b));
    let usual = (below.lt(x.like(1e300)) & above.gt(x.like(1e-280))).all();
    let (above, below, back) = if usual { (above, below, x) } else { bounded::<S>(above, below) };
    let (zero, one) = (x.like(0.0), x.like(1.0));
    let behind = one.copysign(x).lt(zero);
    // π - (π/2 - angle), without what is not so.
    let (far, t, low) = tangent::<S>(above, below, sign::<S>(inverted ^ behind, x));
    let (t, low) = if usual { (t, low) } else { (t * back, low * back) };
    let turned = flipped::<S>(select::<S>(inverted, x.like(2.0), zero), sign::<S>(behind, x));
    let eighths = far + (turned + select::<S>(behind, x.like(4.0), zero));
    angle::<S>(eighths, t, low).copysign(y)
}

/// `(above, below, back)`: numbers whose quotient by `back` is the same, but whose divisor has a reciprocal and whose remainder
/// is no subnormal number. The quotient is 0 for two zeros and 1 for two infinities.
#[inline(always)]
fn bounded<S: Simd>(above: S::F64, below: S::F64) -> (S::F64, S::F64, S::F64) {
    let (zero, one, infinity) = (below.like(0.0), below.like(1.0), below.like(f64::INFINITY));
    let infinite = below.eq(infinity);
    // A NaN times 0 is one.
    let above = select::<S>(infinite, select::<S>(above.eq(infinity), one, above * 0.0), above);
    let below = select::<S>(infinite | below.eq(zero), one, below);
    // 2⁻²⁰⁰ and 2²⁰⁰.
    let (little, much) = (below.like(6.223015277861142e-61), below.like(1.6069380442589903e60));
    let small = above.lt(below.like(1e-279));
    let up = select::<S>(small, much, one);
    let below_up = select::<S>(below.gt(below.like(1e299)), little, select::<S>(below.lt(one), up, one));
    let up = select::<S>(below.gt(below.like(1e299)) & !small, little, up);
    (above * up, below * below_up, below_up / up)
}

/// `(eighths, t, low)`: the angle whose tangent is above/below ≤ 1, or minus that where the sign is, is eighths·π/4 + atan(t + low)
/// with |t| ≤ √2 - 1.
#[inline(always)]
fn tangent<S: Simd>(above: S::F64, below: S::F64, sign: S::F64) -> (S::F64, S::F64, S::F64) {
    let far = above.gt(below * 0.41421356237309503);
    let zero = below.like(0.0);
    // (above - below)/(below + above), or above/below.
    let (less, more) = (select::<S>(far, below, zero), select::<S>(far, above, zero));
    let (x, y) = (above - less, below + more);
    let (x_low, y_low) = (above - (x + less), more - (y - below));
    let (first, rest) = quotient_in_parts::<S>((flipped::<S>(x, sign), flipped::<S>(x_low, sign)), (y, y_low));
    let t = first + rest;
    (flipped::<S>(select::<S>(far, below.like(1.0), zero), sign), t, rest - (t - first))
}

/// eighths·π/4 + atan(t + low).
///
/// atan(t) = t + t³·p(t²), p of degree 10 from `fpminimax`: within 2⁻⁵⁷·⁴.
#[inline(always)]
fn angle<S: Simd>(eighths: S::F64, t: S::F64, low: S::F64) -> S::F64 {
    let z = t * t;
    let p = estrin!(z;
        -0.3333333333333333, 0.19999999999996249, -0.14285714284775008, 0.11111111022333395, -0.09090904824725113,
        0.07692188256720497, -0.06664575780588049, 0.05858659540285397, -0.050879153647034596, 0.039297886136655004,
        -0.019252756991150186);
    // What atan makes of the low part, which is but half a unit, is about the same.
    let tail = p.madd(z * t, low);
    // Small multiples of π/4 are exact: its last three bits are 0.
    let base = eighths * FRAC_PI_4;
    let all = base + t;
    all + ((t - (all - base)) + eighths.madd(t.like(HALF_PI_LOW * 0.5), tail))
}

/// -0 where the mask is set, else 0.
#[inline(always)]
fn sign<S: Simd>(mask: S::Mask, like: S::F64) -> S::F64 {
    select::<S>(mask, like.like(-0.0), like.like(0.0))
}

/// x with its sign flipped where `sign` has one.
#[inline(always)]
fn flipped<S: Simd>(x: S::F64, sign: S::F64) -> S::F64 {
    S::F64::from_int(x.to_int() ^ sign.to_int())
}
