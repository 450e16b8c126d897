//! `exp` and its kin.

use super::double;
use crate::lanes::{Floats, Numbers, Simd};

/// 1.5·2²³ + 254: a number below 2²² in magnitude that is added to it is rounded to an integer `n`, and `n + 254` is in the low
/// bits of the sum.
const ROUND: f32 = 12_583_166.0;

/// `value · 2ⁿ`, of the sum `n + ROUND`; right for `n` from −252 to 255, and for subnormal results rounded once more.
///
/// Two factors, 2^⌊n/2⌋ and what is left, since one alone leaves the range of exponents that floats have.
#[inline(always)]
fn scale<S: Simd>(value: S::F32, sum: S::F32) -> S::F32 {
    let biased = sum.to_int();
    let half = (biased >> 1) << 23;
    let rest = (biased << 23) - half;
    value * S::F32::from_int(half) * S::F32::from_int(rest)
}

/// eˣ.
///
/// Cody and Waite's reduction by ln 2 in two parts, and a polynomial in what is left.
///
/// Off by up to 0.99 ulp without FMA and 0.90 with.
#[inline(always)]
pub fn exp<S: Simd>(_: S, x: S::F32) -> S::F32 {
    // ln 2 in 15 bits, so that products with `n` are exact, and the rest of it.
    const HIGH: f32 = 0.693_145_75;
    const LOW: f32 = 1.428_606_8e-6;
    // The results at both ends are 0 and ∞.
    let x = x.at_least(x.like(-150.0)).at_most(x.like(150.0));
    let sum = x.madd(x.like(core::f32::consts::LOG2_E), x.like(ROUND));
    let n = sum - ROUND;
    let r = n.madd(n.like(-LOW), n.madd(n.like(-HIGH), x));
    // (eʳ − 1 − r) / r² on ±0.34675, relative to eʳ: fpminimax of degree 4, error 2⁻²⁸.
    let q = horner!(r; 0.499_999_9, 0.166_665_21, 4.166_896_6e-2, 8.368_677e-3, 1.378_219_7e-3);
    // Each form is the more accurate one there.
    let one = x.like(1.0);
    let value = if S::FUSES { r.madd(r.madd(q, one), one) } else { (r * r).madd(q, r) + one };
    scale::<S>(value, sum)
}

/// 2ˣ, exact where x is an integer.
///
/// Off by up to 0.88 ulp.
#[inline(always)]
pub fn exp2<S: Simd>(_: S, x: S::F32) -> S::F32 {
    // The results at both ends are 0 and ∞.
    let x = x.at_least(x.like(-200.0)).at_most(x.like(200.0));
    let sum = x + ROUND;
    let r = x - (sum - ROUND);
    // (2ʳ − 1) / r on ±0.5, relative to 2ʳ: fpminimax of degree 5, error 2⁻²⁸; the first coefficient apart.
    const LN_2: f32 = core::f32::consts::LN_2;
    let q = horner!(r; 0.240_226_45, 5.550_358_4e-2, 9.618_829e-3, 1.339_147_3e-3, 1.524_339_6e-4);
    let one = r.like(1.0);
    let value = if S::FUSES {
        r.madd(r.madd(q, r.like(LN_2)), one)
    } else {
        // Three roundings of the plain form are too much: what is lost in the sum is added to the small term.
        let most = r * LN_2;
        let large = most + 1.0;
        large + ((r * r) * q + (most - (large - 1.0)))
    };
    scale::<S>(value, sum)
}

/// eˣ − 1, by 2ⁿ·(eʳ − 1) + (2ⁿ − 1) in `f64`.
///
/// Off by up to 0.51 ulp.
#[inline(always)]
pub fn exp_m1<S: Simd>(s: S, x: S::F32) -> S::F32 {
    // The results at both ends are −1 and ∞.
    let wide = s.f32_to_f64(x.at_least(x.like(-100.0)).at_most(x.like(100.0)));
    let (half_power, _, r) = double::reduce_exponent(s, wide);
    let power = half_power + half_power;
    let y = power.madd(double::exp_m1_near_0(s, r), power - 1.0);
    s.f64_to_f32(y).copysign(x)
}
