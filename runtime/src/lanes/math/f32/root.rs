//! `cbrt` and `hypot`, in `f64`.

use super::double;
use crate::lanes::{Floats, Lanes, Mask, Numbers, Simd};

/// ∛x, as 2 to the power of a third of log₂ |x|.
///
/// Off by up to 0.54 ulp.
#[inline(always)]
pub fn cbrt<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let a = x.abs();
    let y = double::exp2(s, double::log2(s, s.f32_to_f64(a)) * (1.0 / 3.0));
    let y = s.f64_to_f32(y).copysign(x);
    let ordinary = a.gt(a.like(0.0)) & a.lt(a.like(f32::INFINITY));
    if ordinary.all() { y } else { S::F32::select(ordinary, y, x) }
}

/// √(x² + y²), infinite where x or y is, even beside a NaN.
///
/// Off by up to 0.501 ulp.
#[inline(always)]
pub fn hypot<S: Simd>(s: S, x: S::F32, y: S::F32) -> S::F32 {
    let (a, b) = (s.f32_to_f64(x), s.f32_to_f64(y));
    let size = s.f64_to_f32(a.madd(a, b * b).sqrt());
    let infinity = x.like(f32::INFINITY);
    S::F32::select(x.abs().eq(infinity) | y.abs().eq(infinity), infinity, size)
}
