//! Sine, cosine and tangent.

use super::constants::{HALF_PI, TWO_OVER_PI};
use super::real::Real;
use super::series::{Coefficients, reciprocal_factorials, series};

pub fn sin(x: f64) -> Real {
    let (quadrant, rest) = reduce(x.abs());
    let value = if quadrant % 2 == 0 { small_sin(rest) } else { small_cos(rest) };
    value.with_sign(value.is_negative() ^ (quadrant >= 2) ^ (x < 0.0))
}

pub fn cos(x: f64) -> Real {
    let (quadrant, rest) = reduce(x.abs());
    let value = if quadrant % 2 == 0 { small_cos(rest) } else { small_sin(rest) };
    value.with_sign(value.is_negative() ^ (quadrant == 1 || quadrant == 2))
}

pub fn tan(x: f64) -> Real {
    let (quadrant, rest) = reduce(x.abs());
    let (sin, cos) = (small_sin(rest), small_cos(rest));
    let value = if quadrant % 2 == 0 { sin / cos } else { -cos / sin };
    value.with_sign(value.is_negative() ^ (x < 0.0))
}

/// `(k mod 4, r)` with `x = k π/2 + r` and |r| ≤ π/4, for x ≥ 0.
///
/// Payne and Hanek, "Radian reduction for trigonometric functions", 1983: of the product with 2/π, only the digits around
/// the point are computed. The digits of 2/π above those make multiples of 4 and are left out. No `f64` is closer to a
/// multiple of π/2 than 2⁻⁶² or so. The window ends 254 digits behind the point, and `x` has 53, so the error is below 2⁻²⁰¹:
/// some 139 digits are good even there.
fn reduce(x: f64) -> (u32, Real) {
    let exact = Real::from(x);
    if x < std::f64::consts::FRAC_PI_4 {
        return (0, exact);
    }
    // x = digits · 2^power.
    let field = (x.to_bits() >> 52) as i32;
    let digits = x.to_bits() & ((1 << 52) - 1) | 1 << 52;
    let power = field - 1075;
    // A window of 2/π times 2^power: its first digit stands for 2¹, and what is above makes multiples of 4.
    let product = times(window(power - 2), digits);
    let quadrant = (product[0] >> 62) as u32;
    let fraction = shifted_left(product, 2);
    // To the nearest multiple, above or below.
    if fraction[0] >> 63 == 0 {
        return (quadrant, from_digits(fraction) * HALF_PI);
    }
    let complement = fraction.map(|word| !word);
    ((quadrant + 1) % 4, -(from_digits(complement) * HALF_PI))
}

/// 256 digits of 2/π from the one at `first` (0 is the first behind the point), and zeros before the point.
fn window(first: i32) -> [u64; 4] {
    let digit_word =
        |index: i32| usize::try_from(index).ok().and_then(|index| TWO_OVER_PI.get(index)).copied().unwrap_or(0);
    let (word, bit) = (first.div_euclid(64), first.rem_euclid(64) as u32);
    std::array::from_fn(|k| {
        let (high, low) = (digit_word(word + k as i32), digit_word(word + k as i32 + 1));
        if bit == 0 { high } else { high << bit | low >> (64 - bit) }
    })
}

/// The product's lowest 256 bits; the first word is the highest.
fn times(words: [u64; 4], factor: u64) -> [u64; 4] {
    let mut product = [0; 4];
    let mut carry = 0;
    for k in (0..4).rev() {
        let partial = u128::from(words[k]) * u128::from(factor) + carry;
        product[k] = partial as u64;
        carry = partial >> 64;
    }
    product
}

fn shifted_left(words: [u64; 4], by: u32) -> [u64; 4] {
    std::array::from_fn(|k| words[k] << by | words.get(k + 1).map_or(0, |next| next >> (64 - by)))
}

/// The number in [0, 1) with these binary digits behind the point.
fn from_digits(words: [u64; 4]) -> Real {
    let pair = |k: usize| u128::from(words[k]) << 64 | u128::from(words[k + 1]);
    Real::normalized(-1, pair(0)) + Real::normalized(-129, pair(2))
}

// |x| ≤ π/4: the first terms left out are below 2⁻¹³⁰.
const SIN: Coefficients<16> = reciprocal_factorials(1, 2);
const COS: Coefficients<16> = reciprocal_factorials(0, 2);

fn small_sin(x: Real) -> Real {
    x * series(-(x * x), &SIN)
}

fn small_cos(x: Real) -> Real {
    series(-(x * x), &COS)
}
