//! `asin`, `acos`, `atan` and `atan2`.

use core::f32::consts::{FRAC_PI_2, FRAC_PI_4};

use super::{double, upper};
use crate::lanes::{Floats, Lanes, Mask, Numbers, Simd};

/// What π/2 is larger than its nearest float.
const FRAC_PI_2_REST: f32 = -4.371_139e-8;

/// What arcs are made of: s = a up to ½ and √((1 − a)/2) from there on.
struct Arc<S: Simd> {
    /// s².
    square: S::F32,
    /// s rounded, but for the smallest a.
    root: S::F32,
    /// s² less the square of the root, within a unit in the last place of s²: about half of what the root's rounding makes.
    lost: S::F32,
    /// arcsin s / s − 1.
    ratio: S::F32,
}

#[inline(always)]
fn arc<S: Simd>(a: S::F32) -> Arc<S> {
    // Up to ½ the square is less, from there on the other one.
    let square = (a * a).at_most(a.madd(a.like(-0.5), a.like(0.5)));
    let root = square.sqrt();
    // (arcsin t − t) / t³, relative to arcsin t, up to ½: fpminimax, error 2⁻²⁷·⁶.
    let p = horner!(square; 0.166_667_52, 7.495_31e-2, 4.546_902e-2, 2.418_550_3e-2, 4.215_701_3e-2);
    Arc { square, root, lost: root.nmadd(root, square), ratio: square * p }
}

/// y ≥ 0 with the sign of x.
#[inline(always)]
fn signed<S: Simd>(y: S::F32, x: S::F32) -> S::F32 {
    S::F32::from_int(y.to_int() | (x.to_int() & i32::MIN))
}

/// arcsin x; a NaN beyond ±1.
///
/// For |x| above ½ by arcsin x = π/2 − 2·arcsin √((1 − x) / 2), where half of π/2 less the short root is exact.
///
/// Off by up to 0.96 ulp.
#[inline(always)]
pub fn asin<S: Simd>(_: S, x: S::F32) -> S::F32 {
    let a = x.abs();
    let Arc { root, lost, ratio, .. } = arc::<S>(a);
    // The root in two parts, the first with 12 bits.
    let short = upper::<S>(root);
    let rest = root - short;
    let cubic = root * ratio;
    // s is about root + lost / (2 · root): where s counts most, near ½, the divisor is near 1.
    let half = (a.like(FRAC_PI_4) - short) - (lost + (rest + (cubic - 0.5 * FRAC_PI_2_REST)));
    signed::<S>(S::F32::select(a.gt(a.like(0.5)), half + half, a + cubic), x)
}

/// arccos x; a NaN beyond ±1.
///
/// π/2 − arcsin x, for |x| above ½ by 2·arcsin √((1 − |x|) / 2) and π minus that: in all three cases a multiple of π/2 less t·(1 + ratio).
///
/// Off by up to 0.94 ulp.
#[inline(always)]
pub fn acos<S: Simd>(_: S, x: S::F32) -> S::F32 {
    /// The bits of 1 and of ½ added, less what spreads the error of the inverse below to both sides.
    const HALF_INVERSE: i32 = 0x7E6E_EBB3;
    let (zero, right) = (x.like(0.0), x.like(FRAC_PI_2));
    let a = x.abs();
    let large = a.gt(a.like(0.5));
    let Arc { square, root, lost, ratio } = arc::<S>(a);
    // s is about root · (1 + lost / (2 · square)), and 1 / (2 · square) need not be good: the logarithm of a number is about that of its bits.
    let half_inverse = S::F32::from_int(-(square.to_int() - HALF_INVERSE));
    let ratio = ratio + S::F32::select(large, lost * half_inverse, zero);
    // The sign of −x.
    let behind = !x.to_int() & i32::MIN;
    let t = S::F32::select(large, S::F32::from_int((root + root).to_int() | behind), x);
    let base = right + S::F32::select(large, S::F32::from_int(right.to_int() | behind), zero);
    base - (t - (base * (FRAC_PI_2_REST / FRAC_PI_2) - t * ratio))
}

/// t − arctan t for |t| up to 0.6: t³·p(t²), p the quotient of polynomials of degrees 1 and 2, within 2⁻²⁶·⁷ of arctan t.
///
/// Half the instructions of a polynomial as good: found by Lawson's iteration, its coefficients then rounded one by one.
#[inline(always)]
fn excess<S: Simd>(t: S::F32, square: S::F32) -> S::F32 {
    let above = horner!(square; 1.586_653_8, 0.734_752_06);
    let below = horner!(square; 4.759_974_5, 5.059_834_5, 1.0);
    (t * square) * above / below
}

/// arctan x.
///
/// By the arctangents of (|x| − 1) / (|x| + 1) and −1 / |x| plus π/4 and π/2, where |x| is above 0.6 and 2.4: the first not for
/// smaller |x|, where its rounding would matter more.
///
/// Off by up to 0.93 ulp.
#[inline(always)]
pub fn atan<S: Simd>(_: S, x: S::F32) -> S::F32 {
    let a = x.abs();
    let (zero, one) = (a.like(0.0), a.like(1.0));
    let (middle, large) = (a.gt(a.like(0.6)), a.gt(a.like(2.4)));
    let (first, second) = (S::F32::select(middle, one, zero), S::F32::select(large, one, zero));
    let above = S::F32::select(large, zero, a) - first;
    let below = S::F32::select(middle, a, zero) + S::F32::select(large, zero, one);
    let quarters = first + second;
    let t = above / below;
    let less = excess::<S>(t, t * t) - quarters * (0.5 * FRAC_PI_2_REST);
    signed::<S>(quarters.madd(quarters.like(FRAC_PI_4), t - less), x)
}

/// The angle of the point (x, y): from −π to π, with the signs of zeros and the infinities of IEEE 754.
///
/// Off by up to 0.89 ulp.
#[inline(always)]
pub fn atan2<S: Simd>(s: S, y: S::F32, x: S::F32) -> S::F32 {
    let (opposite, adjacent) = (y.abs(), x.abs());
    // A NaN is in one of them, whichever argument it is.
    let (near, far) = (opposite.at_least(adjacent), adjacent.at_most(opposite));
    let angle = if (near.lt(x.like(1e15)) & far.gt(x.like(1e-15))).all() {
        usual_angle::<S>(opposite, adjacent, near, far, x)
    } else {
        any_angle(s, opposite, adjacent, x)
    };
    signed::<S>(angle, y)
}

/// The angle of (x, opposite), where `near` is the larger and `far` the smaller of opposite ≥ 0 and adjacent = |x|, and neither is so large or
/// small that their quotient's rounding error is lost.
///
/// An octant's angle is that of far / near, or from 0.6 on π/4 and that of (far − near) / (far + near); a quotient's rounding matters
/// in the first octant, so it is in two parts. All others are that angle or minus it and a multiple of π/4.
#[inline(always)]
fn usual_angle<S: Simd>(opposite: S::F32, adjacent: S::F32, near: S::F32, far: S::F32, x: S::F32) -> S::F32 {
    /// π/4 in two parts, the first with 22 bits, so that small multiples are exact.
    const QUARTER: [f32; 2] = [f32::from_bits(0x3F49_0FD8), 1.569_582_4e-7];
    let (zero, one, two) = (x.like(0.0), x.like(1.0), x.like(2.0));
    let (steep, shifted) = (opposite.gt(adjacent), far.gt(near * 0.6));
    let behind = x.to_int() & i32::MIN;
    let turned = two - S::F32::from_int(S::F32::select(steep, zero, two).to_int() ^ behind);
    let flips = behind ^ S::F32::select(steep, x.like(-0.0), zero).to_int();
    let above = flipped::<S>(far - S::F32::select(shifted, near, zero), flips);
    let below = near + S::F32::select(shifted, far, zero);
    let quarters = turned + flipped::<S>(S::F32::select(shifted, one, zero), flips);

    let (most, left) = tangent_in_parts::<S>(above, below);
    let tail = quarters.madd(quarters.like(QUARTER[1]), left) - excess::<S>(most, most * most);
    quarters.madd(quarters.like(QUARTER[0]), most + tail)
}

/// `(most, left)`: arctan(x / y) is arctan(most) + left.
///
/// The difference of two arctangents is that of (x − most·y) / (y + most·x), which is as good as its arctangent. Its numerator is exact: by one
/// rounding where [`Simd::FUSES`], else because `most` has 12 bits (Dekker), so that its square is exact too.
#[inline(always)]
fn tangent_in_parts<S: Simd>(x: S::F32, y: S::F32) -> (S::F32, S::F32) {
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
fn flipped<S: Simd>(x: S::F32, flips: S::I32) -> S::F32 {
    S::F32::from_int(x.to_int() ^ flips)
}

/// [`usual_angle`] of any numbers, in `f64`.
#[inline(always)]
fn any_angle<S: Simd>(s: S, opposite: S::F32, adjacent: S::F32, x: S::F32) -> S::F32 {
    let (mut near, mut far) = (opposite.at_least(adjacent), opposite.at_most(adjacent));
    let (zero, one, infinity) = (x.like(0.0), x.like(1.0), x.like(f32::INFINITY));
    let sum = opposite + adjacent;
    if !(sum.gt(zero) & sum.lt(infinity)).all() {
        // 0/0 stands for 0 and ∞/∞ for 1; a NaN is not lost.
        far = S::F32::select(far.eq(infinity), one, far);
        near = S::F32::select(near.eq(zero) | (near.eq(infinity) & far.eq(one) & opposite.eq(adjacent)), one, near);
        far = S::F32::select(sum.eq(sum), far, sum);
    }
    // The angle is `turns`·π/2 ± that of the quotient, whose sign is in the bits of x and the mask.
    let steep = opposite.gt(adjacent);
    let flips = (x.to_int() & i32::MIN) ^ S::F32::select(steep, x.like(-0.0), zero).to_int();
    let far = S::F32::from_int(far.to_int() ^ flips);
    /// The bits of 2.
    const TWO: i32 = 0x4000_0000;
    let turns = S::F32::select(steep, one, S::F32::from_int((x.to_int() >> 31) & TWO));
    let angle = double::atan_within_1(s, s.f32_to_f64(far) / s.f32_to_f64(near));
    let angle = s.f32_to_f64(turns).madd(angle.like(core::f64::consts::FRAC_PI_2), angle);
    s.f64_to_f32(angle)
}
