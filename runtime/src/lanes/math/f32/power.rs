//! `powf`.

use crate::lanes::math::horner;
use crate::lanes::{Floats, Integers, Lanes, Mask, Numbers, Simd};

/// x to the power of y.
///
/// 2 to the power of y·log₂ x, both in `f64`: with `f32` alone, log₂ x would have to be carried in two parts, at least as slow.
#[inline(always)]
pub fn powf<S: Simd>(s: S, x: S::F32, y: S::F32) -> S::F32 {
    let size = x.abs();
    let power = exp2(s, log2(s, s.f32_to_f64(size)) * s.f32_to_f64(y));
    let power = s.f64_to_f32(power);
    let infinity = x.like(f32::INFINITY);
    let ordinary = x.gt(x.like(0.0)) & x.lt(infinity) & y.abs().lt(infinity);
    if ordinary.all() { power } else { special::<S>(x, y, power) }
}

/// What IEEE 754 says of xʸ, where `power` is that of finite numbers other than 0, without the sign.
#[inline(always)]
fn special<S: Simd>(x: S::F32, y: S::F32, power: S::F32) -> S::F32 {
    let (zero, one, infinity, nan) = (x.like(0.0), x.like(1.0), x.like(f32::INFINITY), x.like(f32::NAN));
    let size = x.abs();

    let extreme = size.eq(zero) | size.eq(infinity) | y.abs().eq(infinity);
    let grows = !(size.gt(one) ^ y.gt(zero));
    let power = S::F32::select(extreme, S::F32::select(grows, infinity, zero), power);
    let power = S::F32::select(size.eq(one), one, power);

    let half = y * 0.5;
    let whole = y.trunc().eq(y);
    let odd = whole & half.trunc().ne(half);
    let power = S::F32::select(odd, power.copysign(x), power);
    let no_number = (x.lt(zero) & x.gt(-infinity) & !whole) | x.ne(x) | y.ne(y);
    let power = S::F32::select(no_number, nan, power);
    S::F32::select(x.eq(one) | y.eq(zero), one, power)
}

/// log₂ x of finite positive `x` that are no subnormal numbers, good to 2⁻³⁵; of 0 and others something finite.
#[inline(always)]
fn log2<S: Simd>(_: S, x: S::F64) -> S::F64 {
    /// The bits of √½ and of 1.
    const ROOT: u64 = 0x3FE6_A09E_667F_3BCD;
    const ONE: u64 = 0x3FF0_0000_0000_0000;
    /// 2⁵²: an integer below that in its low bits is added to it.
    const INTEGERS: f64 = 4_503_599_627_370_496.0;
    let bits = x.to_bits();
    let biased = (bits + (ONE - ROOT)) >> 52;
    let k = S::F64::from_bits(biased | INTEGERS.to_bits()) - (INTEGERS + 1023.0);
    let f = S::F64::from_bits(bits - ((biased << 52) - ONE)) - 1.0;
    // log₂(1 + f) / f on [√½ − 1, √2 − 1]: fpminimax, relative error 2⁻³⁵·⁸.
    let p = horner!(f;
        1.4426950408687047, -0.7213475208687403, 0.4808983613957113, -0.36067367483110513, 0.2885372934553974,
        -0.24045316541747844, 0.20617535976545112, -0.18030060530173217, 0.15876980138887226, -0.1431564208024808,
        0.14474841290549229, -0.14283947098465452, 0.07737058274647714
    );
    f.madd(p, k)
}

/// 2ᵗ, good to 2⁻²⁸ as long as it is in the range of `f32`; beyond that something that is not, too.
#[inline(always)]
fn exp2<S: Simd>(_: S, t: S::F64) -> S::F64 {
    /// 1.5·2⁵²: a number that is added to it is rounded to an integer, which is in the low bits of the sum.
    const ROUND: f64 = 6_755_399_441_055_744.0;
    let t = t.at_least(t.like(-200.0)).at_most(t.like(200.0));
    let sum = t + ROUND;
    let r = t - (sum - ROUND);
    // 2ʳ on ±0.5: fpminimax with 1 as its first coefficient, relative error 2⁻²⁸·⁹.
    let p = horner!(r;
        1.0, 0.6931472028809629, 0.24022647910299993, 0.05550332409620196, 0.009618437604342603, 0.0013398900194329078,
        0.00015353341594462975
    );
    S::F64::from_int(p.to_int() + (sum.to_int() << 52))
}
