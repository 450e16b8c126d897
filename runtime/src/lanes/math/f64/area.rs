//! The inverse hyperbolic functions.

use super::logarithm::{area_series, ln_of_parts};
use super::{product, quotient_in_parts, root, select, sum};
use crate::lanes::{Floats, Mask, Numbers, Simd};

/// From here on x² + 1 is x².
const LARGE: f64 = 1e150;

/// asinh x.
///
/// ln(|x| + √(x² + 1)), the sum in two parts; up to ½ it is x + x³·p(x²), p of degree 11 from `fpminimax`: within 2⁻⁵⁸·³.
///
/// ±0 and ±∞ stay. Off by at most 0.85 ulp.
#[inline(always)]
pub fn asinh<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let a = x.abs();
    let far = select::<S>(a.lt(a.like(f64::INFINITY)), ln_of_sum::<S>(a, 1.0), a);
    let small = a.le(a.like(0.5));
    if !small.any() {
        return far.copysign(x);
    }
    let z = a * a;
    let p = polynomial!(z;
        -0.16666666666666666, 0.07499999999998797, -0.04464285714047487, 0.030381944261624817, -0.022372151853854418,
        0.017352595078114284, -0.013962319901859895, 0.01152683135107831, -0.009594403404229568, 0.007631032117283404,
        -0.0050073069177604445, 0.0018959608068891594);
    select::<S>(small, p.madd(z * a, a), far).copysign(x)
}

/// acosh x.
///
/// ln(x + √(x² - 1)), the sum in two parts; with t = x - 1 up to ½ it is √(2t)·(1 + t·p(t)), p of degree 11 from
/// `fpminimax`: within 2⁻⁵⁸·³.
///
/// 1 gives 0, ∞ stays, and what is below 1 gives NaN. Off by at most 0.83 ulp.
#[inline(always)]
pub fn acosh<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let far = select::<S>(x.lt(x.like(f64::INFINITY)), ln_of_sum::<S>(x, -1.0), x);
    let small = x.le(x.like(1.5));
    if !small.any() {
        return far;
    }
    let t = x - 1.0;
    let p = polynomial!(t;
        -0.08333333333333333, 0.01874999999999699, -0.005580357142559359, 0.001898871516351551,
        -0.0006991297454329505, 0.0002711342980955357, -0.00010908062423328043, 4.502668496514965e-05,
        -1.8739069148885875e-05, 7.452179802034574e-06, -2.444974080937717e-06, 4.6288105636942367e-07);
    let (s, low) = root::<S>(t + t, t.like(0.0));
    select::<S>(small, s + p.madd(t * s, low), far)
}

/// atanh x.
///
/// ½·ln((1 + |x|)/(1 - |x|)), the quotient in two parts; the logarithm's series in x where it needs no multiple of ln 2.
///
/// ±0 stay, ±1 give ±∞, and what is beyond gives NaN. Off by at most 0.85 ulp.
#[inline(always)]
pub fn atanh<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let a = x.abs();
    let one = a.like(1.0);
    let (above, below) = (a + 1.0, one - a);
    let (first, rest) = quotient_in_parts::<S>((above, a - (above - 1.0)), (below, (one - below) - a));
    let ratio = first + rest;
    let far = ln_of_parts::<S>(a.like(0.0), ratio, rest - (ratio - first)) * 0.5;
    let z = a * a;
    let near = (area_series::<S>(z) * 0.5).madd(z * a, a);
    let y = select::<S>(a.lt(a.like(0.1716)), near, far);
    let inside = a.lt(one);
    if inside.all() {
        return y.copysign(x);
    }
    let edge = select::<S>(a.eq(one), a.like(f64::INFINITY), a.like(f64::NAN));
    select::<S>(inside, y, edge).copysign(x)
}

/// ln(x + √(x² + c)) for c = ±1, where that is not near to 0.
#[inline(always)]
fn ln_of_sum<S: Simd>(x: S::F64, c: f64) -> S::F64 {
    let (square, lost) = product::<S>(x, x);
    let (radicand, low) = sum::<S>(square, x.like(c));
    let (s, low) = root::<S>(radicand, low + lost);
    let (high, lost) = sum::<S>(x, s);
    let large = x.gt(x.like(LARGE));
    let zero = x.like(0.0);
    let k = select::<S>(large, x.like(1.0), zero);
    ln_of_parts::<S>(k, select::<S>(large, x, high), select::<S>(large, zero, low + lost))
}
