//! `asinh`, `acosh` and `atanh`, by logarithms in `f64`.

use super::double;
use crate::lanes::{Floats, Lanes, Numbers, Simd};

/// Below this the logarithm's argument would be too near to 1; series of two terms are good to 2⁻³⁹ there.
const SMALL: f32 = 0.000_976_562_5;

/// ½·ln 2.
const HALF_LN_2: f64 = 0.5 * core::f64::consts::LN_2;

/// arsinh x = sign x · ln(|x| + √(x² + 1)).
///
/// Off by up to 0.501 ulp.
#[inline(always)]
pub fn asinh<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let size = x.abs();
    let a = s.f32_to_f64(size);
    let large = double::log2(s, a + a.madd(a, a.like(1.0)).sqrt()) * core::f64::consts::LN_2;
    let small = (size * size * size).madd(x.like(-1.0 / 6.0), size);
    let y = S::F32::select(size.lt(x.like(SMALL)), small, s.f64_to_f32(large));
    S::F32::select(size.lt(x.like(f32::INFINITY)), y, x).copysign(x)
}

/// arcosh x = ln(x + √(x² − 1)); a NaN for x below 1.
///
/// Off by up to 0.501 ulp.
#[inline(always)]
pub fn acosh<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let a = s.f32_to_f64(x);
    let root = a.madd(a, a.like(-1.0)).sqrt();
    let y = s.f64_to_f32(double::log2(s, a + root) * core::f64::consts::LN_2);
    let y = S::F32::select(x.lt(x.like(f32::INFINITY)), y, x);
    S::F32::select(x.ge(x.like(1.0)), y, x.like(f32::NAN))
}

/// artanh x = ½·sign x · ln((1 + |x|) / (1 − |x|)); infinite at ±1 and a NaN beyond.
///
/// Off by up to 0.501 ulp.
#[inline(always)]
pub fn atanh<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let size = x.abs();
    let a = s.f32_to_f64(size);
    let large = double::log2(s, (a + 1.0) / (-a + 1.0)) * HALF_LN_2;
    let small = (size * size * size).madd(x.like(1.0 / 3.0), size);
    let y = S::F32::select(size.lt(x.like(SMALL)), small, s.f64_to_f32(large));
    let one = x.like(1.0);
    let rest = S::F32::select(size.eq(one), x.like(f32::INFINITY), x.like(f32::NAN));
    S::F32::select(size.lt(one), y, rest).copysign(x)
}
