//! The inverse circular functions.

use core::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use super::{quotient_in_parts, select};
use crate::lanes::{Floats, Mask, Numbers, Simd};

/// π/2 - FRAC_PI_2.
const HALF_PI_LOW: f64 = 6.123233995736766e-17;

/// asin x.
///
/// Up to ½ the series; from there on π/2 - 2·asin(√((1 - |x|)/2)), where half of π/2 less the short root is all but exact.
///
/// ±0 stay, and what is beyond ±1 gives NaN. Off by at most 0.66 ulp.
#[inline(always)]
pub fn asin<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let a = x.abs();
    let Arc { root, short, rest, ratio } = arc::<S>(a);
    let cubic = root * ratio;
    let half = (a.like(FRAC_PI_4) - short) - ((rest - 0.5 * HALF_PI_LOW) + cubic);
    let y = select::<S>(a.gt(a.like(0.5)), half + half, a + cubic);
    signed::<S>(y, x)
}

/// acos x.
///
/// Up to ½ π/2 less the series; from there on 2·asin(√((1 - |x|)/2)), and for negative x π less that.
///
/// 1 gives 0, and what is beyond ±1 gives NaN. Off by at most 0.78 ulp.
#[inline(always)]
pub fn acos<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let a = x.abs();
    let Arc { root, short, rest, ratio } = arc::<S>(a);
    let middle = x.like(FRAC_PI_2) - (x - (x.like(HALF_PI_LOW) - x * ratio));
    let most = root.madd(ratio, rest);
    let left = (x.like(FRAC_PI_2) - short) - (most - HALF_PI_LOW);
    let half = select::<S>(x.lt(x.like(0.0)), left, short + most);
    select::<S>(a.gt(a.like(0.5)), half + half, middle)
}

/// What arcs are made of: s = a up to ½ and √((1 - a)/2) from there on.
struct Arc<S: Simd> {
    /// s, but for the smallest a.
    root: S::F64,
    /// s, to 26 digits after the point, and what is left of it: for a from ½ on.
    short: S::F64,
    rest: S::F64,
    /// asin(s)/s - 1.
    ratio: S::F64,
}

/// asin(s) = s + s³·p(s²), p of degree 12 from `fpminimax`: within 2⁻⁵⁸.
#[inline(always)]
fn arc<S: Simd>(a: S::F64) -> Arc<S> {
    /// Adding it rounds to 26 digits after the point.
    const SHORT: f64 = 1.5 * (1u64 << 26) as f64;
    // Up to ½ the square is less, from there on the other one.
    let z = (a * a).at_most(a.madd(a.like(-0.5), a.like(0.5)));
    let root = z.sqrt();
    let short = (root + SHORT) - SHORT;
    let p = polynomial!(z;
        0.16666666666666669, 0.07499999999998022, 0.04464285714699303, 0.03038194409553674, 0.022372174502858035,
        0.017352358601519964, 0.013971691376002227, 0.011474729573957475, 0.010350533428105336, 0.005343025055901961,
        0.017701448826953715, -0.01530603680422102, 0.029058483792626096);
    // The square of the short root is exact. What is added to the divisor matters to none but 0.
    let rest = (-short).madd(short, z) / (root + short + f64::MIN_POSITIVE);
    Arc { root, short, rest, ratio: z * p }
}

/// y ≥ 0 with the sign of x.
#[inline(always)]
fn signed<S: Simd>(y: S::F64, x: S::F64) -> S::F64 {
    S::F64::from_int(y.to_int() | (x.to_int() & i64::MIN))
}

/// atan x.
///
/// Up to 0.66 the series; up to 2.4 π/4 and that of (|x| - 1)/(|x| + 1), which is small where its errors matter; π/2 and that of -1/|x| beyond.
///
/// atan(t) = t + t³·p(t²), p the quotient of polynomials of degrees 4 and 5: within 2⁻⁵⁸.
///
/// ±0 stay, ±∞ give ±π/2. Off by at most 0.87 ulp.
#[inline(always)]
pub fn atan<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let a = x.abs();
    let (zero, one) = (a.like(0.0), a.like(1.0));
    let (middle, far) = (a.gt(a.like(0.66)), a.gt(a.like(2.4)));
    let (first, second) = (select::<S>(middle, one, zero), select::<S>(far, one, zero));
    let above = select::<S>(far, zero, a) - first;
    let below = select::<S>(middle, a, zero) + select::<S>(far, zero, one);
    let quarters = first + second;
    let t = above / below;
    let z = t * t;
    let above = horner!(z;
        -0.3333333333333322, -0.6314215561270892, -0.38523453017957315, -0.0829314194002154, -0.0044875195689338876);
    let below = horner!(z;
        1.0, 2.494264668380817, 2.223690963016317, 0.8473715967138395, 0.12756939362091368, 0.005127878942343035);
    let p = above / below;
    let rest = (z * t).madd(p, quarters * (0.5 * HALF_PI_LOW));
    let base = quarters * FRAC_PI_4;
    let most = base + t;
    signed::<S>(most + ((t - (most - base)) + rest), x)
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
