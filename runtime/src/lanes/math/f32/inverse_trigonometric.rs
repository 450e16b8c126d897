//! `asin`, `acos`, `atan` and `atan2`.

use core::f32::consts::{FRAC_PI_2, FRAC_PI_4};

use super::double;
use crate::lanes::{Floats, Lanes, Numbers, Simd};

/// What π/2 is larger than its nearest float.
const FRAC_PI_2_REST: f32 = -4.371_139e-8;

/// An argument of `asin` or `acos`, folded into 0 to ½: arcsin t = `first` + `second`.
struct Folded<S: Simd> {
    /// Where |x| is above ½: t is √((1 − |x|) / 2) there, else |x|.
    large: S::Mask,
    first: S::F32,
    second: S::F32,
}

/// Minus the bits of a float these are about those of half of its reciprocal.
const HALF_RECIPROCAL: i32 = 0x7E73_11C3;

#[inline(always)]
fn fold<S: Simd>(_: S, x: S::F32) -> Folded<S> {
    let a = x.abs();
    let large = a.gt(a.like(0.5));
    let square = S::F32::select(large, a.like(0.5) - a * 0.5, a * a);
    let root = square.sqrt();
    // What the root's square lacks, by FMA or from its halves, and half of the root's reciprocal to a tenth, from its bits.
    let lack = if S::FUSES {
        (-root).madd(root, square)
    } else {
        let upper = S::F32::from_int(root.to_int() & -0x1000);
        (square - upper * upper) - (root - upper) * (root + upper)
    };
    let rest = lack * S::F32::from_int(-root.to_int() + HALF_RECIPROCAL);
    let t = S::F32::select(large, root, a);
    // (arcsin t − t) / t³, relative to arcsin t, up to ½: fpminimax, error 2⁻²⁷·⁶.
    let p = horner!(square; 0.166_667_52, 7.495_31e-2, 4.546_902e-2, 2.418_550_3e-2, 4.215_701_3e-2);
    let cubic = t * square * p;
    Folded { large, first: t, second: S::F32::select(large, cubic + rest, cubic) }
}

/// arcsin x; a NaN beyond ±1.
///
/// For |x| above ½ by arcsin x = π/2 − 2·arcsin √((1 − x) / 2).
///
/// Off by up to 0.75 ulp.
#[inline(always)]
pub fn asin<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let Folded { large, first, second } = fold(s, x);
    let (right, twice) = (x.like(FRAC_PI_2), first + first);
    let most = right - twice;
    let lost = (right - most) - twice;
    let folded = most + second.madd(second.like(-2.0), lost + FRAC_PI_2_REST);
    S::F32::select(large, folded, first + second).copysign(x)
}

/// arccos x; a NaN beyond ±1.
///
/// π/2 − arcsin x, for |x| above ½ by 2·arcsin √((1 − |x|) / 2) and π minus that.
///
/// Off by up to 0.94 ulp.
#[inline(always)]
pub fn acos<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let Folded { large, first, second } = fold(s, x);
    let sine = first.copysign(x) - (-second.copysign(x) + FRAC_PI_2_REST);
    let middle = x.like(FRAC_PI_2) - sine;
    let half = first + second;
    let left = x.like(FRAC_PI_2) - (half - FRAC_PI_2_REST);
    let half = S::F32::select(x.lt(x.like(0.0)), left, half);
    S::F32::select(large, half + half, middle)
}

/// arctan x.
///
/// By the arctangents of (|x| − 1) / (|x| + 1) and −1 / |x| plus π/4 and π/2, where |x| is above 0.66 and 2.4: the first not for
/// smaller |x|, where its rounding would matter more.
///
/// Off by up to 0.92 ulp.
#[inline(always)]
pub fn atan<S: Simd>(_: S, x: S::F32) -> S::F32 {
    let a = x.abs();
    let one = a.like(1.0);
    let (middle, large) = (a.gt(a.like(0.66)), a.gt(a.like(2.4)));
    let above = S::F32::select(large, -one, S::F32::select(middle, a - one, a));
    let below = S::F32::select(large, a, S::F32::select(middle, a + one, one));
    let base = S::F32::select(large, a.like(FRAC_PI_2), S::F32::select(middle, a.like(FRAC_PI_4), a.like(0.0)));
    let t = above / below;
    let square = t * t;
    // (arctan t − t) / t³, relative to arctan t, up to 0.66: fpminimax, error 2⁻²⁷.
    let p = horner!(square; -0.333_332_2, 0.199_948_18, -0.142_046_88, 0.105_123_51, -6.729e-2, 2.482_129_4e-2);
    let rest = (t * square).madd(p, base * (FRAC_PI_2_REST / FRAC_PI_2));
    (base + (t + rest)).copysign(x)
}

/// The angle of the point (x, y): from −π to π, with the signs of zeros and the infinities of IEEE 754; in `f64`.
///
/// Off by up to 0.51 ulp.
#[inline(always)]
pub fn atan2<S: Simd>(s: S, y: S::F32, x: S::F32) -> S::F32 {
    let (opposite, adjacent) = (y.abs(), x.abs());
    let steep = opposite.gt(adjacent);
    let near = S::F32::select(steep, opposite, adjacent);
    let far = S::F32::select(steep, adjacent, opposite);
    // 0/0 stands for 0 and ∞/∞ for 1.
    let (zero, one) = (x.like(0.0), x.like(1.0));
    let both = opposite.eq(adjacent);
    let far = S::F32::select(both & far.eq(x.like(f32::INFINITY)), one, far);
    let near = S::F32::select(both & (near.eq(zero) | near.eq(x.like(f32::INFINITY))), one, near);
    let angle = double::atan_within_1(s, s.f32_to_f64(far) / s.f32_to_f64(near));
    // The angle is `turns`·π/2 ± that; masks of `f32` are cheaper than those of `f64`.
    let left = one.copysign(x).lt(zero);
    let turns = S::F32::select(steep, one, S::F32::select(left, one + one, zero));
    let sign = S::F32::select(steep ^ left, -one, one);
    let angle = s.f32_to_f64(sign).madd(angle, s.f32_to_f64(turns) * core::f64::consts::FRAC_PI_2);
    s.f64_to_f32(angle).copysign(y)
}
