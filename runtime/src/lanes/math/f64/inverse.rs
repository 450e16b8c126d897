//! The inverse circular functions.

use core::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use super::{select, upper};
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
    let rest = short.nmadd(short, z) / (root + short + f64::MIN_POSITIVE);
    Arc { root, short, rest, ratio: z * p }
}

/// y ≥ 0 with the sign of x.
#[inline(always)]
fn signed<S: Simd>(y: S::F64, x: S::F64) -> S::F64 {
    S::F64::from_int(y.to_int() | (x.to_int() & i64::MIN))
}

/// t - atan(t) for |t| up to 0.6: t³·p(t²), p the quotient of polynomials of degrees 4 and 5, within 2⁻⁵⁸·⁵ of atan(t), relative to it.
///
/// p agrees with what it stands for at ten Chebyshev points.
#[inline(always)]
fn excess<S: Simd>(t: S::F64) -> S::F64 {
    let z = t * t;
    let above =
        horner!(z; 59.62168249532297, 114.40975905603162, 70.9909761157028, 15.633338582129598, 0.8728972675568829);
    let below = horner!(z; 178.86504748596892, 450.54830565967285, 406.64546282067073, 157.4168449252639, 24.19356403238278, 1.0);
    (t * z) * above / below
}

/// atan x.
///
/// Up to 0.6 the series; up to 2.4 π/4 and that of (|x| - 1)/(|x| + 1), which is small where its errors matter; π/2 and that of -1/|x| beyond.
///
/// ±0 stay, ±∞ give ±π/2. Off by at most 0.91 ulp.
#[inline(always)]
pub fn atan<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let a = x.abs();
    let (zero, one) = (a.like(0.0), a.like(1.0));
    let (middle, far) = (a.gt(a.like(0.6)), a.gt(a.like(2.4)));
    let (first, second) = (select::<S>(middle, one, zero), select::<S>(far, one, zero));
    let above = select::<S>(far, zero, a) - first;
    let below = select::<S>(middle, a, zero) + select::<S>(far, zero, one);
    let quarters = first + second;
    let t = above / below;
    let rest = quarters * (0.5 * HALF_PI_LOW) - excess::<S>(t);
    let base = quarters * FRAC_PI_4;
    let most = base + t;
    signed::<S>(most + ((t - (most - base)) + rest), x)
}

/// The angle of the point (x, y), with the corners of IEEE 754.
///
/// An octant's angle is that of far/near, or from 0.6 on π/4 and that of (far - near)/(far + near); a quotient's rounding matters in the first
/// octant, so it is in two parts. All others are that angle or minus it and a multiple of π/4.
///
/// Off by at most 0.89 ulp.
#[inline(always)]
pub fn atan2<S: Simd>(_: S, y: S::F64, x: S::F64) -> S::F64 {
    let (opposite, adjacent) = (y.abs(), x.abs());
    // A NaN is in one of them, whichever argument it is.
    let (near, far) = (opposite.at_least(adjacent), adjacent.at_most(opposite));
    let usual = (near.lt(x.like(1e300)) & far.gt(x.like(1e-280))).all();
    let (far, near, back) = if usual { (far, near, x) } else { bounded::<S>(far, near) };

    let (zero, one, two) = (x.like(0.0), x.like(1.0), x.like(2.0));
    let (steep, shifted) = (opposite.gt(adjacent), far.gt(near * 0.6));
    let behind = x.to_int() & i64::MIN;
    let turned = two - S::F64::from_int(select::<S>(steep, zero, two).to_int() ^ behind);
    let flips = behind ^ select::<S>(steep, x.like(-0.0), zero).to_int();
    let above = flipped::<S>(far - select::<S>(shifted, near, zero), flips);
    let below = near + select::<S>(shifted, far, zero);
    let quarters = turned + flipped::<S>(select::<S>(shifted, one, zero), flips);

    let (most, left) = tangent_in_parts::<S>(above, below);
    let (most, left) = if usual {
        (most, left)
    } else {
        // What has to be scaled back is so small that it is its arctangent.
        let scaled = back.ne(one);
        (select::<S>(scaled, (most + left) * back, most), select::<S>(scaled, zero, left))
    };
    let tail = quarters.madd(x.like(0.5 * HALF_PI_LOW), left) - excess::<S>(most);
    // Small multiples of π/4 are exact: its last three bits are 0.
    signed::<S>(quarters.madd(x.like(FRAC_PI_4), most + tail), y)
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

/// `(most, left)`: atan(x/y) is atan(most) + left.
///
/// The difference of two arctangents is that of (x - most·y)/(y + most·x), which is as good as its arctangent. Its numerator is exact: by one
/// rounding where [`Simd::FUSES`], else because `most` has 26 bits (Dekker), so that its square is exact too.
#[inline(always)]
fn tangent_in_parts<S: Simd>(x: S::F64, y: S::F64) -> (S::F64, S::F64) {
    let t = x / y;
    let (most, remainder) = if S::FUSES {
        (t, t.nmadd(y, x))
    } else {
        let (most, divisor) = (upper::<S>(t), upper::<S>(y));
        (most, (x - most * divisor) - most * (y - divisor))
    };
    (most, remainder / most.madd(x, y))
}

/// x with its sign flipped where `flips` has the bit.
#[inline(always)]
fn flipped<S: Simd>(x: S::F64, flips: S::I64) -> S::F64 {
    S::F64::from_int(x.to_int() ^ flips)
}
