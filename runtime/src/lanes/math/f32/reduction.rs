//! An angle as a multiple of π/2 and a rest.

use crate::lanes::{Floats, LaneArray, Lanes, Mask, Numbers, Simd};

/// x = `quadrant`·π/2 + `rest` − `excess`.
pub struct Reduced<S: Simd> {
    /// Right in its two lowest bits.
    pub quadrant: S::I32,
    /// The nearest float to x − `quadrant`·π/2, which is up to π/4 and a little in magnitude.
    pub rest: S::F32,
    /// By how much `rest` is too large.
    pub excess: S::F32,
}

/// 1.5·2²³: a number below 2²² in magnitude that is added to it is rounded to an integer, which is in the low bits of the sum.
const ROUND: f32 = 12_582_912.0;

/// Multiples of π/2 up to here have at most 13 bits.
const LIMIT: f32 = 12_800.0;

/// Reduces finite angles by π/2; of others the rest is a NaN.
///
/// Cody and Waite's way: with FMA by π/2 in three parts, of 24, 11 and 24 bits; without in four, of 11, 11, 11 and 24. So all differences
/// but the last are exact, up to a limit beyond which integers do it. All parts are positive, so that −0 stays.
#[inline(always)]
pub fn reduce<S: Simd>(s: S, x: S::F32) -> Reduced<S> {
    let sum = x.madd(x.like(core::f32::consts::FRAC_2_PI), x.like(ROUND));
    let n = sum - ROUND;
    let (rest, excess);
    if S::FUSES {
        const PARTS: [f32; 3] = [f32::from_bits(0x3FC9_0FDA), 7.549_533_6e-8, 2.563_344e-12];
        let near = n.madd(n.like(-PARTS[0]), x);
        rest = n.madd(n.like(-PARTS[1]), near);
        excess = n.madd(n.like(PARTS[2]), n.madd(n.like(PARTS[1]), rest - near));
    } else {
        const PARTS: [f32; 4] = [1.570_312_5, 4.837_513e-4, 7.549_533_6e-8, 2.563_344e-12];
        let near = x - n * PARTS[0] - n * PARTS[1];
        let step = n * PARTS[2];
        rest = near - step;
        excess = (rest - near) + step + n * PARTS[3];
    }
    let quadrant = sum.to_int();
    let small = x.abs().le(x.like(LIMIT));
    if small.all() {
        return Reduced { quadrant, rest, excess };
    }
    let lanes = by_integers::<S>(x.to_array());
    let patched = Reduced::<S> {
        quadrant: Lanes::from_array(s, LaneArray::from_fn(|lane| lanes.lane(lane).0)),
        rest: Lanes::from_array(s, LaneArray::from_fn(|lane| lanes.lane(lane).1)),
        excess: Lanes::from_array(s, LaneArray::from_fn(|lane| lanes.lane(lane).2)),
    };
    Reduced {
        quadrant: S::I32::select(small, quadrant, patched.quadrant),
        rest: S::F32::select(small, rest, patched.rest),
        excess: S::F32::select(small, excess, patched.excess),
    }
}

/// `(n, r)` with x = n·π/2 + r for finite x, in `f64`; `n` is right in its lowest bits.
#[inline(always)]
pub fn reduce_wide<S: Simd>(s: S, x: S::F32) -> (S::I64, S::F64) {
    // π/2 in 33 bits, so that products with `n` are exact, and the rest of it.
    const HIGH: f64 = 1.5707963267341256;
    const LOW: f64 = 6.077100506506192e-11;
    let wide = s.f32_to_f64(x);
    let sum = wide.madd(wide.like(core::f64::consts::FRAC_2_PI), wide.like(super::double::ROUND));
    let n = sum - super::double::ROUND;
    let (quadrant, r) = (sum.to_int(), n.madd(n.like(-LOW), n.madd(n.like(-HIGH), wide)));
    let small = x.abs().le(x.like(LIMIT));
    if small.all() {
        return (quadrant, r);
    }
    let lanes = by_integers::<S>(x.to_array());
    let array = LaneArray::from_fn(|lane| i64::from(lanes.lane(lane).0));
    let quadrant = S::I64::select(small, quadrant, Lanes::from_array(s, array));
    let array = LaneArray::from_fn(|lane| f64::from(lanes.lane(lane).1) - f64::from(lanes.lane(lane).2));
    (quadrant, S::F64::select(small, r, Lanes::from_array(s, array)))
}

/// [`reduce`] of |x| from 2¹³ on, lane by lane; of smaller numbers anything.
///
/// Payne and Hanek's way: of x·2/π, whole multiples of 4 are of no interest, so the 128 bits of 2/π that matter are enough.
#[cold]
#[inline(never)]
fn by_integers<S: Simd>(x: S::Array<f32>) -> S::Array<(i32, f32, f32)> {
    LaneArray::from_fn(|lane| {
        let bits = x.lane(lane).to_bits();
        let exponent = bits >> 23 & 0xFF;
        if exponent == 0xFF || exponent < 127 + 13 {
            return (0, f32::NAN, 0.0);
        }
        let significand = u64::from(bits & 0x007F_FFFF | 0x0080_0000);
        // The top bit of the window is worth 2 in x·2/π: the product's top two bits are its integer part modulo 4.
        let [upper, lower] = two_over_pi(exponent - 127 - 13);
        let carried = ((u128::from(significand) * u128::from(lower)) >> 64) as u64;
        let product = significand.wrapping_mul(upper).wrapping_add(carried);
        let quadrant = (product.wrapping_add(1 << 61) >> 62) as i32;
        let fraction = (product << 2) as i64;
        let rest = fraction as f64 * (core::f64::consts::FRAC_PI_2 / 18_446_744_073_709_551_616.0);
        let (quadrant, rest) = if bits >> 31 == 0 { (quadrant, rest) } else { (-quadrant, -rest) };
        (quadrant, rest as f32, (f64::from(rest as f32) - rest) as f32)
    })
}

/// 128 bits of 2/π · 2^(`from` − 10), the top bit of which is worth 2.
#[inline(always)]
fn two_over_pi(from: u32) -> [u64; 2] {
    /// Twelve zeros, that is those before the point that the smallest arguments ask for, and 2/π.
    const BITS: [u64; 5] = [
        0x000A_2F98_36E4_E441,
        0x529F_C275_7D1F_534D,
        0xDC0D_B629_5993_C439,
        0x041F_E516_3ABD_EBBC,
        0x561B_7246_E3A4_24DD,
    ];
    let (word, shift) = ((from / 64) as usize, from % 64);
    [0, 1].map(|k| BITS[word + k] << shift | BITS[word + k + 1] >> 1 >> (63 - shift))
}
