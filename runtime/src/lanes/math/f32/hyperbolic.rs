//! `sinh`, `cosh` and `tanh`.

use crate::lanes::math::horner;
use crate::lanes::{Floats, Integers, Lanes, Numbers, Simd};

/// tanh x.
///
/// 1 − 2 / (e²ˣ + 1), where e²ˣ + 1 is (2ⁿ + 1) + 2ⁿ·(eʳ − 1) so that only the last of these sums is rounded; a polynomial for small x.
#[inline(always)]
pub fn tanh<S: Simd>(_: S, x: S::F32) -> S::F32 {
    /// 1.5·2²³ + 127: after adding it, `n` and the bias of exponents are in the low bits.
    const ROUND: f32 = 12_583_039.0;
    const HALF_HIGH: f32 = 0.346_572_88;
    const HALF_LOW: f32 = 7.143_033_8e-7;
    // From 9.02 on the nearest float is 1.
    let a = x.abs().at_most(x.like(9.1));

    let sum = a.madd(a.like(2.0 * core::f32::consts::LOG2_E), a.like(ROUND));
    let power = S::F32::from_int(sum.to_int() << 23);
    let n = sum - ROUND;
    let r = n.madd(n.like(-HALF_LOW), n.madd(n.like(-HALF_HIGH), a));
    let r = r + r;
    // (eʳ − 1 − r) / r² on ±0.34675: fpminimax, absolute error of eʳ 2⁻²⁷·⁷.
    let q = horner!(r; 0.499_999_88, 0.166_665_18, 4.166_930_2e-2, 8.368_96e-3, 1.377_753e-3);
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
