//! `asin`, `acos`, `atan` and `atan2`, in `f64`.

use core::f64::consts::{FRAC_PI_2, PI};

use super::double;
use crate::lanes::{Floats, Lanes, Mask, Numbers, Simd};

/// `(t, arcsin t)` for |x| up to ½ with t = |x|, for larger ones with t = √((1 − |x|) / 2), and where which is.
#[inline(always)]
fn folded<S: Simd>(s: S, x: S::F64) -> (S::F64, <S as Simd>::Mask) {
    let a = x.abs();
    let large = a.gt(a.like(0.5));
    let square = S::F64::select(large, a.madd(a.like(-0.5), a.like(0.5)), a * a);
    let t = S::F64::select(large, square.sqrt(), a);
    (double::asin_within_half(s, t, square), large)
}

/// arcsin x; a NaN beyond ±1.
///
/// For |x| above ½ by arcsin x = π/2 − 2·arcsin √((1 − x) / 2).
#[inline(always)]
pub fn asin<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let (y, large) = folded(s, s.f32_to_f64(x));
    let y = S::F64::select(large, y.madd(y.like(-2.0), y.like(FRAC_PI_2)), y);
    s.f64_to_f32(y).copysign(x)
}

/// arccos x; a NaN beyond ±1.
///
/// π/2 − arcsin x, for |x| above ½ by 2·arcsin √((1 − |x|) / 2) and π minus that.
#[inline(always)]
pub fn acos<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let wide = s.f32_to_f64(x);
    let (y, large) = folded(s, wide);
    let y = S::F64::select(large, y + y, -y + FRAC_PI_2);
    s.f64_to_f32(S::F64::select(wide.lt(wide.like(0.0)), -y + PI, y))
}

/// arctan x.
///
/// For |x| above 1 by π/2 − arctan 1/|x|.
#[inline(always)]
pub fn atan<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let a = s.f32_to_f64(x.abs());
    let one = a.like(1.0);
    let large = a.gt(one);
    let y = double::atan_within_1(s, S::F64::select(large, one / a, a));
    s.f64_to_f32(S::F64::select(large, -y + FRAC_PI_2, y)).copysign(x)
}

/// The angle of the point (x, y), `self` being y: from −π to π, with the signs of zeros and the infinities of IEEE 754.
#[inline(always)]
pub fn atan2<S: Simd>(s: S, y: S::F32, x: S::F32) -> S::F32 {
    let (opposite, adjacent) = (y.abs(), x.abs());
    let steep = opposite.gt(adjacent);
    let near = S::F32::select(steep, opposite, adjacent);
    let far = S::F32::select(steep, adjacent, opposite);
    // 0/0 stands for 0 and ∞/∞ for 1.
    let one = x.like(1.0);
    let far = S::F32::select(far.eq(x.like(f32::INFINITY)), one, far);
    let flat = near.eq(x.like(0.0)) | (far.eq(one) & near.eq(x.like(f32::INFINITY)) & opposite.eq(adjacent));
    let near = S::F32::select(flat, one, near);
    let angle = double::atan_within_1(s, s.f32_to_f64(far) / s.f32_to_f64(near));
    let angle = S::F64::select(steep, -angle + FRAC_PI_2, angle);
    let left = one.copysign(x).lt(x.like(0.0));
    s.f64_to_f32(S::F64::select(left, -angle + PI, angle)).copysign(y)
}
