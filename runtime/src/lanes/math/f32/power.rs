//! `powf`.

use super::double;
use super::logarithm::{all_normal, split};
use crate::lanes::{Floats, Lanes, Mask, Numbers, Simd};

/// x to the power of y.
///
/// 2 to the power of y·log₂ x, both in `f64`: with `f32` alone, log₂ x would have to be carried in two parts, at least as slow.
///
/// Off by up to 0.54 ulp.
#[inline(always)]
pub fn powf<S: Simd>(s: S, x: S::F32, y: S::F32) -> S::F32 {
    let infinity = y.like(f32::INFINITY);
    let ordinary = all_normal::<S>(x) && y.abs().lt(infinity).all();
    let (k, m) = split::<S>(x.abs(), ordinary);
    let log2 = s.f32_to_f64(k) + double::log2_near_1(s, s.f32_to_f64(m) - 1.0);
    let power = log2 * s.f32_to_f64(y);
    let power = s.f64_to_f32(double::exp2(s, power.at_least(power.like(-200.0)).at_most(power.like(200.0))));
    if ordinary { power } else { special::<S>(x, y, power) }
}

/// What IEEE 754 says of xʸ, where `power` is that of finite numbers other than 0, without the sign.
#[inline(always)]
fn special<S: Simd>(x: S::F32, y: S::F32, power: S::F32) -> S::F32 {
    let (zero, one, infinity, nan) = (x.like(0.0), x.like(1.0), x.like(f32::INFINITY), x.like(f32::NAN));
    let size = x.abs();

    let extreme = size.eq(zero) | size.eq(infinity) | y.abs().eq(infinity);
    let grows = !(size.gt(one) ^ y.gt(zero));
    let power = S::F32::select(extreme, S::F32::select(grows, infinity, zero), power);
    let power = S::F32::select(size.eq(one), one, power);

    let half = y * 0.5;
    let whole = y.trunc().eq(y);
    let odd = whole & half.trunc().ne(half);
    let power = S::F32::select(odd, power.copysign(x), power);
    let no_number = (x.lt(zero) & x.gt(-infinity) & !whole) | x.ne(x) | y.ne(y);
    let power = S::F32::select(no_number, nan, power);
    S::F32::select(x.eq(one) | y.eq(zero), one, power)
}
