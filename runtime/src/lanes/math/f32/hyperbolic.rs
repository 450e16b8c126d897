//! `sinh`, `cosh` and `tanh`.

use super::double;
use crate::lanes::{Floats, Lanes, Numbers, Simd};

/// (sinh r, cosh r, 2ⁿ/2 − 2⁻ⁿ/2, 2ⁿ/2 + 2⁻ⁿ/2) with x = n·ln 2 + r, in `f64`.
#[inline(always)]
fn parts<S: Simd>(s: S, x: S::F32) -> [S::F64; 4] {
    // The results at both ends are infinite.
    let x = s.f32_to_f64(x.at_least(x.like(-100.0)).at_most(x.like(100.0)));
    let (grown, shrunk, r) = double::reduce_exponent(s, x);
    let square = r * r;
    // (sinh r − r) / r³ and (cosh r − 1) / r² on ±0.34675, relative to the functions: fpminimax, errors 2⁻³⁷ and 2⁻³⁴.
    let sine = horner!(square; 0.16666666754292128, 0.008333289009171019, 0.00019904936894474192);
    let cosine = horner!(square; 0.5000000078074607, 0.04166626979927329, 0.0013946075184395354);
    let one = r.like(1.0);
    [r * square.madd(sine, one), square.madd(cosine, one), grown - shrunk, grown + shrunk]
}

/// sinh x, by the sum of angles n·ln 2 and r, in `f64`.
///
/// Off by up to 0.51 ulp.
#[inline(always)]
pub fn sinh<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let [sinh, cosh, sinh_n, cosh_n] = parts(s, x);
    s.f64_to_f32(sinh.madd(cosh_n, cosh * sinh_n)).copysign(x)
}

/// cosh x, by the sum of angles n·ln 2 and r, in `f64`.
///
/// Off by up to 0.51 ulp.
#[inline(always)]
pub fn cosh<S: Simd>(s: S, x: S::F32) -> S::F32 {
    let [sinh, cosh, sinh_n, cosh_n] = parts(s, x);
    s.f64_to_f32(sinh.madd(sinh_n, cosh * cosh_n))
}

/// tanh x.
///
/// Without FMA the way that stays in `f32` is off by up to 1.04 ulp.
///
/// Off by up to 0.98 ulp with FMA and 0.51 without.
#[inline(always)]
pub fn tanh<S: Simd>(s: S, x: S::F32) -> S::F32 {
    if S::FUSES { tanh_fused(s, x) } else { tanh_wide(s, x) }
}

/// 1 − 2 / (e²ˣ + 1), where e²ˣ + 1 is (2ⁿ + 1) + 2ⁿ·(eʳ − 1) so that only the last of these sums is rounded; a polynomial for small x.
#[inline(always)]
fn tanh_fused<S: Simd>(_: S, x: S::F32) -> S::F32 {
    /// 1.5·2²³ + 127: after adding it, `n` and the bias of exponents are in the low bits.
    const ROUND: f32 = 12_583_039.0;
    const HALF_HIGH: f32 = 0.346_572_88;
    const HALF_LOW: f32 = 7.143_034e-7;
    // From 9.02 on the nearest float is 1.
    let a = x.abs().at_most(x.like(9.1));

    let sum = a.madd(a.like(2.0 * core::f32::consts::LOG2_E), a.like(ROUND));
    let power = S::F32::from_int(sum.to_int() << 23);
    let n = sum - ROUND;
    let r = n.madd(n.like(-HALF_LOW), n.madd(n.like(-HALF_HIGH), a));
    let r = r + r;
    // (eʳ − 1 − r) / r² on ±0.34675: fpminimax, absolute error of eʳ 2⁻²⁷·⁷.
    let q = horner!(r; 0.499_999_88, 0.166_665_18, 4.166_93e-2, 8.368_96e-3, 1.377_753e-3);
    let less_one = (r * r).madd(q, r);
    let denominator = power.madd(less_one, power + 1.0);
    let large = a.like(1.0) - a.like(2.0) / denominator;

    // (tanh a − a) / a³ up to 0.9, relative to tanh a: fpminimax, error 2⁻²⁹·⁸.
    let square = a * a;
    let p = horner!(square;
        -0.333_333_22, 0.133_329_81, -5.392_947_4e-2, 2.166_409_4e-2, -8.265_464e-3, 2.583_438_3e-3, -4.557_161_3e-4
    );
    let small = (a * square).madd(p, a);
    S::F32::select(a.lt(a.like(0.9)), small, large).copysign(x)
}

/// (e²ˣ − 1) / (e²ˣ + 1), in `f64`.
#[inline(always)]
fn tanh_wide<S: Simd>(s: S, x: S::F32) -> S::F32 {
    // From 9.02 on the nearest float is 1.
    let wide = s.f32_to_f64(x.at_least(x.like(-9.1)).at_most(x.like(9.1)));
    let (half_power, _, r) = double::reduce_exponent(s, wide + wide);
    let power = half_power + half_power;
    let grown = power * double::exp_m1_near_0(s, r);
    s.f64_to_f32((grown + (power - 1.0)) / (grown + (power + 1.0))).copysign(x)
}
