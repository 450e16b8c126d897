//! `cbrt` and `hypot`, in `f64`.

use crate::lanes::{Floats, Lanes, Mask, Numbers, Simd};

/// ∛x.
///
/// A third of the bits is within 3.4 % of it; a step of Halley's iteration gives 14 bits, which are rounded to 8, so that the cube is exact, and
/// another step the rest.
///
/// Off by up to 0.83 ulp.
#[inline(always)]
pub fn cbrt<S: Simd>(_: S, x: S::F32) -> S::F32 {
    let a = x.abs();
    // Far from overflow and from subnormal numbers.
    let (least, most) = (a.like(1e-28), a.like(1e37));
    if (a.gt(least) & a.lt(most)).all() {
        return cbrt_of_usual::<S>(a).copysign(x);
    }
    // 2⁴⁸, 2⁻⁴⁸ and their cube roots.
    let (much, little) = (a.like(281_474_976_710_656.0), a.like(3.552_713_7e-15));
    let one = a.like(1.0);
    let (small, large) = (a.le(least), a.ge(most));
    let scale = S::F32::select(small, much, S::F32::select(large, little, one));
    let back = S::F32::select(small, a.like(1.525_878_9e-5), S::F32::select(large, a.like(65536.0), one));
    let y = (cbrt_of_usual::<S>(a * scale) * back).copysign(x);
    let ordinary = a.gt(a.like(0.0)) & a.lt(a.like(f32::INFINITY));
    S::F32::select(ordinary, y, x)
}

/// ∛a for 10⁻²⁸ < a < 10³⁷.
#[inline(always)]
fn cbrt_of_usual<S: Simd>(a: S::F32) -> S::F32 {
    /// 2²³, and its bits: an integer below that is added to it by its bits.
    const INTEGERS: f32 = 8_388_608.0;
    /// What is added to a third of the bits, without the lowest 8.
    const MAGIC: f32 = 2_773_303.0;
    // A third of the upper bits, as a float between 2²³ and 2²⁴.
    let upper = S::F32::from_int((a.to_int() >> 8) | INTEGERS.to_bits() as i32);
    let third = upper * (1.0 / 3.0) + (INTEGERS * 2.0 / 3.0 + MAGIC);
    let guess = S::F32::from_int(third.to_int() << 8);
    let cube = guess * guess * guess;
    let twice = a + a;
    let better = guess * ((cube + twice) / (cube + cube + a));
    let short = S::F32::from_int((better.to_int() + 0x8000) & -0x1_0000);
    let cube = short * short * short;
    short.madd((a - cube) / (cube + cube + a), short)
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
