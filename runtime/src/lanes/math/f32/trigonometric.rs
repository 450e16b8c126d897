//! `sin`, `cos` and `tan`.

use super::reduction::{reduce, reduce_wide};
use crate::lanes::{Floats, Lanes, Numbers, Simd};

/// sin x.
///
/// Off by up to 0.96 ulp.
#[inline(always)]
pub fn sin<S: Simd>(s: S, x: S::F32) -> S::F32 {
    shifted(s, x, 0)
}

/// cos x.
///
/// Off by up to 0.94 ulp.
#[inline(always)]
pub fn cos<S: Simd>(s: S, x: S::F32) -> S::F32 {
    shifted(s, x, 1)
}

/// sin(x + `by`·π/2).
#[inline(always)]
fn shifted<S: Simd>(s: S, x: S::F32, by: i32) -> S::F32 {
    let reduced = reduce(s, x);
    let quadrant = reduced.quadrant;
    let (r, excess) = (reduced.rest, reduced.excess);
    let square = r * r;

    // (x − sin x) / x³, relative to sin x on ±(π/4 + 0.004): fpminimax, error 2⁻²⁷·⁸.
    let p = horner!(square; 0.166_666_54, -8.332_115e-3, 1.950_961_9e-4);
    // The order of the differences keeps −0.
    let sine = r - (r * square).madd(p, excess);

    // (cos x − 1 + x²/2) / x⁴, relative to cos x on ±(π/4 + 0.004): fpminimax, error 2⁻³².
    let q = horner!(square; 4.166_664_6e-2, -1.388_730_5e-3, 2.443_142_1e-5);
    let minus_half = r * -0.5;
    let most = minus_half.madd(r, r.like(1.0));
    let lost = minus_half.madd(r, -(most - 1.0));
    let cosine = most + (square * square).madd(q, r.madd(excess, lost));

    let even = (quadrant & 1).eq(quadrant.like(by));
    let sign = ((quadrant + by) & 2) << 30;
    S::F32::from_int(S::F32::select(even, sine, cosine).to_int() ^ sign)
}

/// tan x, in `f64`.
///
/// Off by up to 0.81 ulp.
#[inline(always)]
pub fn tan<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let (quadrant, r) = reduce_wide(s, x);
    // tan r as a quotient of polynomials, the upper one with the leading coefficient 1: relative error 2⁻²⁵·⁷.
    let square = r * r;
    let above = r * (square - 10.440593025683858);
    let below = horner!(square; -10.440592985408795, 4.4802024792270565, -0.10136745815378408);
    // That or minus its inverse: swapped by bits, since masks of `f64` cost more.
    let odd = quadrant & 1;
    let swap = (above.to_int() ^ below.to_int()) & -odd;
    let first = S::F64::from_int(above.to_int() ^ swap ^ (odd << 63));
    let second = S::F64::from_int(below.to_int() ^ swap);
    s.f64_to_f32(first / second)
}
