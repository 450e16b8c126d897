//! `powi`: powers with an integer exponent, with the bits that `f64::powi` and `f32::powi` give.
//!
//! Those multiply the squares x, x², x⁴, … that the bits of |n| ask for, the lowest first, and for negative `n` take the reciprocal of
//! the product. (Rust leaves the precision open; this is what compiler-rt and LLVM's expansion of constant exponents do.)

use num_traits::Float;

use crate::lanes::{Floats, Mask, Numbers, Simd};

/// xⁿ with one exponent for all lanes; of a constant exponent only multiplications are left.
#[inline(always)]
pub fn powi_uniform<S: Simd, T: Float, X: Floats<S, T>>(_: S, x: X, n: i32) -> X {
    let one = x.like(T::one());
    let (mut product, mut square, mut bits) = (one, x, n.unsigned_abs());
    loop {
        if bits & 1 == 1 {
            product = product * square;
        }
        bits >>= 1;
        if bits == 0 {
            break;
        }
        square = square * square;
    }
    if n < 0 { one / product } else { product }
}

/// xⁿ with an exponent for each lane.
#[inline(always)]
pub fn powi<S: Simd, T: Float, X: Floats<S, T>>(s: S, x: X, n: S::I32) -> X {
    let one = x.like(T::one());
    // The size of `i32::MIN` is right as a `u32`.
    let (mut product, mut square, mut bits) = (one, x, s.i32_to_u32(n.abs()));
    let zero = bits.like(0);
    while bits.ne(zero).any() {
        product = X::select((bits & 1).ne(zero), product * square, product);
        square = square * square;
        bits = bits >> 1;
    }
    X::select(n.lt(n.like(0)), one / product, product)
}

#[cfg(test)]
mod tests {
    use core::hint::black_box;

    use super::*;
    use crate::lanes::{Job, LaneArray, Lanes, Tier};

    /// Numbers of all sizes, one after the other in no order.
    fn random(k: u64) -> u64 {
        let mut x = k.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        x ^= x >> 29;
        x = x.wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x ^ x >> 32
    }

    fn exponents() -> Vec<i32> {
        let edges = [0, 1, -1, 2, -2, 3, -3, 7, 31, -32, 127, 1023, -1074, i32::MAX, i32::MIN, i32::MIN + 1];
        let small = (0..40).map(|k| random(k) as i32 % 64);
        let any = (0..40).map(|k| random(k + 99) as i32);
        edges.into_iter().chain(small).chain(any).collect()
    }

    macro_rules! tests {
        ($($test:ident: $T:ident $Bits:ident $Gang:ident $widest:literal;)*) => { $(
            #[test]
            fn $test() {
                /// A gang with one exponent, and with the exponents from there on.
                struct Both<'a>(&'a [$T], &'a [i32]);
                impl Job for Both<'_> {
                    type Output = ();
                    const WIDEST: usize = $widest;
                    #[inline(always)]
                    unsafe fn run<S: Simd>(self, s: S) {
                        let Both(bases, exponents) = self;
                        let x = S::$Gang::from_array(s, LaneArray::from_fn(|lane| bases[lane % bases.len()]));
                        let at = |lane: usize| exponents[lane % exponents.len()];
                        let n = S::I32::from_array(s, LaneArray::from_fn(at));
                        let uniform = powi_uniform(s, x, at(0)).to_array();
                        let each = powi(s, x, n).to_array();
                        for lane in 0..S::LANES {
                            let x = bases[lane % bases.len()];
                            for (got, n) in [(uniform.lane(lane), at(0)), (each.lane(lane), at(lane))] {
                                let expected = black_box(x).powi(black_box(n));
                                let same = got.to_bits() == expected.to_bits() || (got.is_nan() && expected.is_nan());
                                assert!(same, "{x:e} to the power of {n} is {got:e}, not {expected:e}");
                            }
                        }
                    }
                }
                let edges = [0.0, -0.0, 1.0, -1.0, 2.0, -0.5, $T::INFINITY, -$T::INFINITY, $T::NAN, $T::MAX, $T::MIN_POSITIVE];
                let near_one = (0..30).map(|k| 1.0 + (random(k) as i32 as $T) * 1e-10);
                let any = (0..60).map(|k| $T::from_bits(random(k + 7) as $Bits));
                let bases: Vec<$T> = edges.into_iter().chain(near_one).chain(any).collect();
                let exponents = exponents();
                for tier in Tier::supported() {
                    for first in 0..bases.len() {
                        for from in 0..exponents.len() {
                            // SAFETY: the tier is supported; the job asks for no more.
                            unsafe { tier.run(Both(&bases[first..], &exponents[from..])) };
                        }
                    }
                }
            }
        )* };
    }

    tests! {
        f64_powers_have_the_bits_of_std: f64 u64 F64 8;
        f64_powers_in_gangs_of_16_have_the_bits_of_std: f64 u64 F64 4;
        f32_powers_have_the_bits_of_std: f32 u32 F32 4;
        f32_powers_in_gangs_of_8_have_the_bits_of_std: f32 u32 F32 8;
    }
}
