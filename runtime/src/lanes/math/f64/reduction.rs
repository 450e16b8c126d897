//! Arguments of the circular functions, brought into [-π/4, π/4].

use super::ROUND;
use crate::lanes::{Floats, LaneArray, Lanes, Mask, Numbers, Simd};

/// x = quadrant·π/2 + high + low, the quadrant modulo 4 in its lowest two bits, |high| ≤ π/4 and |low| ≤ ½ ulp of high.
pub(super) struct Reduced<S: Simd> {
    pub(super) quadrant: S::I64,
    pub(super) high: S::F64,
    pub(super) low: S::F64,
}

/// From here on the multiples of the parts of π/2 are not exact.
const HUGE: f64 = 102_000.0;

/// π/2 in three parts. The first two have 37 bits, so that multiples by whole numbers below 2¹⁶ are exact.
const HALF_PI: [f64; 3] = [1.5707963267923333, 2.5633441515839558e-12, 1.0562999066987428e-23];

/// Reduces x ≥ 0; of infinities and NaN to NaN.
///
/// Cody and Waite, with the rounding errors of the last two subtractions kept; Payne and Hanek where x is huge.
#[inline(always)]
pub(super) fn reduce<S: Simd>(s: S, x: S::F64) -> Reduced<S> {
    let shifted = x.madd(x.like(core::f64::consts::FRAC_2_PI), x.like(ROUND));
    let k = shifted - ROUND;
    let first = k.madd(x.like(-HALF_PI[0]), x);
    let second = k * HALF_PI[1];
    let rough = first - second;
    let third = k.madd(x.like(HALF_PI[2]), second - (first - rough));
    let high = rough - third;
    let low = (rough - high) - third;
    let huge = !x.lt(x.like(HUGE));
    if huge.any() {
        return with_huge(s, x, Reduced { quadrant: shifted.to_int(), high, low });
    }
    Reduced { quadrant: shifted.to_int(), high, low }
}

/// `reduced`, but huge lanes of `x` reduced one by one.
#[inline(always)]
fn with_huge<S: Simd>(s: S, x: S::F64, reduced: Reduced<S>) -> Reduced<S> {
    let (x, high, low) = (x.to_array(), reduced.high.to_array(), reduced.low.to_array());
    let quadrant = reduced.quadrant.to_array();
    let mut lanes = [(0, 0.0, 0.0); 16];
    for (lane, reduced) in lanes[..S::LANES].iter_mut().enumerate() {
        *reduced = (quadrant.lane(lane), high.lane(lane), low.lane(lane));
    }
    reduce_huge(x.as_slice(), &mut lanes);
    Reduced {
        quadrant: Lanes::from_array(s, LaneArray::from_fn(|lane| lanes[lane].0)),
        high: Lanes::from_array(s, LaneArray::from_fn(|lane| lanes[lane].1)),
        low: Lanes::from_array(s, LaneArray::from_fn(|lane| lanes[lane].2)),
    }
}

/// Replaces the quadrant, the high and the low part where x is huge.
#[cold]
#[inline(never)]
fn reduce_huge(x: &[f64], lanes: &mut [(i64, f64, f64); 16]) {
    for (&x, reduced) in x.iter().zip(lanes) {
        if (HUGE..f64::INFINITY).contains(&x) {
            *reduced = payne_hanek(x);
        } else if x.is_nan() || x.is_infinite() {
            *reduced = (0, f64::NAN, f64::NAN);
        }
    }
}

/// 64 zeros and the first 1280 bits of 2/π.
const TWO_OVER_PI: [u64; 21] = [
    0x0000_0000_0000_0000,
    0xa2f9_836e_4e44_1529,
    0xfc27_57d1_f534_ddc0,
    0xdb62_9599_3c43_9041,
    0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0,
    0x0649_2eea_09d1_921c,
    0xfe1d_eb1c_b129_a73e,
    0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41,
    0x3991_d639_8353_39f4,
    0x9c84_5f8b_bdf9_283b,
    0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f,
    0x6d36_7ecf_27cb_09b7,
    0x4f46_3f66_9e5f_ea2d,
    0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea,
    0x6bfb_5fb1_1f8d_5d08,
    0x5603_3046_fc7b_6bab,
    0xf0cf_bc20_9af4_361d,
];

/// π/2·2¹²⁷.
const HALF_PI_BITS: u128 = 0xc90f_daa2_2168_c234_c4c6_628b_80dc_1cd1;

/// The quadrant, and what is left in two parts.
///
/// Payne and Hanek, "Radian reduction for trigonometric functions" (1983), in integers: x·2/π modulo 4 needs 192 bits of 2/π, those
/// before only give multiples of 4. No `f64` comes closer to a multiple of π/2 than 2⁻⁶¹ (Muller, "Elementary Functions"), so
/// at least 70 of the bits are left.
fn payne_hanek(x: f64) -> (i64, f64, f64) {
    let significand = (x.to_bits() & ((1 << 52) - 1)) | 1 << 52;
    let exponent = (x.to_bits() >> 52) as usize + 62 - 1075;
    let (word, shift) = (exponent / 64, exponent % 64);
    let bits = |at: usize| {
        let pair = u128::from(TWO_OVER_PI[word + at]) << 64 | u128::from(TWO_OVER_PI[word + at + 1]);
        (pair << shift >> 64) as u64
    };
    let product = |at: usize, carry: u128| u128::from(bits(at)) * u128::from(significand) + (carry >> 64);
    let lowest = product(2, 0);
    let middle = product(1, lowest);
    let highest = product(0, middle);
    // Two bits of quadrant, then the fraction: 126 bits and 64 more.
    let all = highest << 64 | u128::from(middle as u64);
    let mut quadrant = (all >> 126) as i64;
    let mut fraction = all << 2 | u128::from(lowest as u64 >> 62);
    let mut rest = (lowest as u64) << 2;
    let negative = fraction >> 127 == 1;
    if negative {
        quadrant += 1;
        rest = rest.wrapping_neg();
        fraction = (!fraction).wrapping_add(u128::from(rest == 0));
    }
    let zeros = fraction.leading_zeros();
    fraction = fraction << zeros | u128::from(rest) << zeros >> 64;
    let r = high_product(fraction, HALF_PI_BITS) >> 1;
    let high = r as f64;
    let low = (r as i128 - high as i128) as f64;
    let unit = f64::from_bits(u64::from(1023 - 126 - zeros) << 52);
    let unit = if negative { -unit } else { unit };
    (quadrant, high * unit, low * unit)
}

/// The upper 128 bits of the product, off by at most 2.
fn high_product(x: u128, y: u128) -> u128 {
    let (x1, x0, y1, y0) = (x >> 64, x & u128::from(u64::MAX), y >> 64, y & u128::from(u64::MAX));
    x1 * y1 + ((x1 * y0) >> 64) + ((x0 * y1) >> 64)
}
