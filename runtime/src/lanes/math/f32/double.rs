//! Pieces of functions in `f64` gangs: where an `f32` function would need numbers in two parts, `f64` is simpler and no slower.
//!
//! Errors here need only be well below 2⁻²⁵. All `f32` numbers are normal numbers in `f64`, and results beyond the range of `f32` become what
//! they should when they are rounded to `f32`.

use crate::lanes::{Floats, Numbers, Simd};

/// 1.5·2⁵²: a number that is added to it is rounded to an integer, which is in the low bits of the sum.
pub const ROUND: f64 = 6_755_399_441_055_744.0;

/// log₂ x of positive normal numbers, relative error 2⁻³⁷; of other `x` something finite, or a NaN for a NaN.
#[inline(always)]
pub fn log2<S: Simd>(s: S, x: S::F64) -> S::F64 {
    let (k, f) = split::<S>(x);
    k + log2_near_1(s, f)
}

/// `(k, f)` with x = 2ᵏ·(1 + f) and 1 + f from √½ to √2.
#[inline(always)]
pub fn split<S: Simd>(x: S::F64) -> (S::F64, S::F64) {
    /// The bits of √½ and of 1.
    const ROOT: u64 = 0x3FE6_A09E_667F_3BCD;
    const ONE: u64 = 0x3FF0_0000_0000_0000;
    /// 2⁵²: an integer below that in its low bits is added to it.
    const INTEGERS: f64 = 4_503_599_627_370_496.0;
    let bits = x.to_bits();
    let biased = (bits + (ONE - ROOT)) >> 52;
    let k = S::F64::from_bits(biased | INTEGERS.to_bits()) - (INTEGERS + 1023.0);
    (k, S::F64::from_bits(bits - (biased << 52) + ONE) - 1.0)
}

/// log₂(1 + f) for 1 + f from √½ to √2: the series of artanh in f / (2 + f).
#[inline(always)]
pub fn log2_near_1<S: Simd>(_: S, f: S::F64) -> S::F64 {
    let t = f / (f + 2.0);
    // 2·artanh t / (t·ln 2) up to 0.1716: fpminimax, relative error 2⁻³⁷·⁸.
    let p = horner!(t * t; 2.8853900817901175, 0.9617966733155254, 0.5770835896484547, 0.4116724403889579, 0.34073531616532804);
    t * p
}

/// (2ⁿ/2, 2⁻ⁿ/2, r) with x = n·ln 2 + r, for |x| up to 700; |r| is up to ln 2 / 2.
#[inline(always)]
pub fn reduce_exponent<S: Simd>(_: S, x: S::F64) -> (S::F64, S::F64, S::F64) {
    /// The bits of ½.
    const HALF: i64 = 1022 << 52;
    let sum = x.madd(x.like(core::f64::consts::LOG2_E), x.like(ROUND));
    let n = sum.to_int() << 52;
    let r = (sum - ROUND).madd(x.like(-core::f64::consts::LN_2), x);
    (S::F64::from_int(n + HALF), S::F64::from_int(-n + HALF), r)
}

/// eʳ − 1 for |r| up to ln 2 / 2.
#[inline(always)]
pub fn exp_m1_near_0<S: Simd>(_: S, r: S::F64) -> S::F64 {
    // (eʳ − 1 − r) / r²: fpminimax, error of eʳ − 1 relative to it 2⁻³¹.
    let q = horner!(r;
        0.5000000013420408, 0.16666666531957375, 0.041666465117900044, 0.008333360770024709, 0.00139336431357692,
        0.0001985781651765309
    );
    (r * r).madd(q, r)
}

/// 2ᵗ for |t| up to 900.
#[inline(always)]
pub fn exp2<S: Simd>(_: S, t: S::F64) -> S::F64 {
    let sum = t + ROUND;
    let r = t - (sum - ROUND);
    // 2ʳ on ±0.5: fpminimax with 1 as its first coefficient, relative error 2⁻²⁸·⁹.
    let p = horner!(r;
        1.0, 0.6931472028809629, 0.24022647910299993, 0.05550332409620196, 0.009618437604342603, 0.0013398900194329078,
        0.00015353341594462975
    );
    S::F64::from_int(p.to_int() + (sum.to_int() << 52))
}

/// arctan t for |t| up to 1.
#[inline(always)]
pub fn atan_within_1<S: Simd>(_: S, t: S::F64) -> S::F64 {
    let square = t * t;
    // (arctan t − t) / t³, relative to arctan t: fpminimax, error 2⁻²⁵·⁸.
    let p = polynomial!(square;
        -0.3333315273608225, 0.19993772837175608, -0.14211055337184245, 0.10666004785990546, -0.07552214626767252,
        0.043211865092439294, -0.01636793075426298, 0.002920692942803856
    );
    t * square.madd(p, t.like(1.0))
}
