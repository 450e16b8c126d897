//! Masks: their operations over all values, and as what each type's comparisons give and its `select` takes.

use super::samples::{Random, count};
use super::{Test, on_every_tier};
use crate::lanes::dispatch::Tier;
use crate::lanes::{LaneArray, Lanes, Mask, Numbers, Simd};

/// Bits of masks: all of eight lanes, and many of 16.
fn patterns<S: Simd>() -> Vec<u16> {
    let mut random = Random(S::LANES as u64);
    (0..256)
        .map(|bits| bits | (if S::LANES == 16 { !bits << 8 } else { 0 }))
        .chain([0, 1 << 15, u16::MAX].map(|bits| if S::LANES == 16 { bits } else { bits & 0xff }))
        .chain((0..count() / 5).map(|_| random.next() as u16 >> (16 - S::LANES)))
        .collect()
}

#[derive(Clone, Copy)]
struct Masks;

impl Test for Masks {
    fn run<S: Simd>(self, s: S, tier: Tier) {
        let lanes = S::LANES;
        let all = u16::MAX >> (16 - lanes);
        let patterns = patterns::<S>();
        for (at, &a) in patterns.iter().enumerate() {
            let (b, c) = (patterns[(7 * at + 3) % patterns.len()], patterns[(5 * at + 1) % patterns.len()]);
            let [x, y, z] = [a, b, c].map(|bits| S::Mask::from_bits(s, bits));
            let what = format!("{a:#b}, {b:#b}, {c:#b} on {tier} with {lanes} lanes");
            assert_eq!(x.to_bits(), a, "bits of {what}");
            assert_eq!((x & y).to_bits(), a & b, "and of {what}");
            assert_eq!((x | y).to_bits(), a | b, "or of {what}");
            assert_eq!((x ^ y).to_bits(), a ^ b, "xor of {what}");
            assert_eq!((!x).to_bits(), !a & all, "not of {what}");
            assert_eq!(x.any(), a != 0, "any of {what}");
            assert_eq!(x.all(), a == all, "all of {what}");
            assert_eq!(S::Mask::select(x, y, z).to_bits(), a & b | !a & c, "select of {what}");
            let bools: S::Array<bool> = LaneArray::from_fn(|lane| a >> lane & 1 == 1);
            assert_eq!(x.to_array().as_slice(), bools.as_slice(), "bools of {what}");
            assert_eq!(S::Mask::from_array(s, bools).to_bits(), a, "mask of bools of {what}");
        }
        for n in 0..=lanes {
            assert_eq!(u32::from(S::Mask::first(s, n).to_bits()), (1 << n) - 1, "first {n} on {tier}");
        }
        assert!(S::Mask::splat(s, true).all() && !S::Mask::splat(s, false).any(), "splat on {tier}");
        // Bits beyond the lanes do not matter.
        assert_eq!(S::Mask::from_bits(s, u16::MAX).to_bits(), all, "on {tier}");
    }
}

/// From the comparison of one type to the choice of another.
#[derive(Clone, Copy)]
struct Across;

impl Test for Across {
    fn run<S: Simd>(self, s: S, tier: Tier) {
        macro_rules! across {
            ($($T:ident $Gang:ident)*) => { $(
                for bits in patterns::<S>() {
                    let (zero, one) = (0 as $T, 1 as $T);
                    let bit = |lane: usize| (bits >> lane & 1) as $T;
                    let gang = S::$Gang::from_array(s, LaneArray::from_fn(bit));
                    let mask = zero_is_less::<S, $T, S::$Gang>(s, gang);
                    assert_eq!(mask.to_bits(), bits, "comparison of {} on {tier}", stringify!($T));
                    let mask = S::Mask::from_bits(s, bits);
                    let chosen = S::$Gang::select(mask, S::$Gang::splat(s, one), S::$Gang::splat(s, zero));
                    let chosen: S::Array<$T> = chosen.to_array();
                    for lane in 0..S::LANES {
                        assert_eq!(chosen.lane(lane), bit(lane), "select of {} on {tier}", stringify!($T));
                    }
                }
            )* };
        }
        across! { f64 F64 f32 F32 i64 I64 u64 U64 i32 I32 u32 U32 i16 I16 u16 U16 i8 I8 u8 U8 }
    }
}

/// `0 < x`.
fn zero_is_less<S: Simd, T: Copy + From<bool>, G: Numbers<S, T>>(s: S, x: G) -> S::Mask {
    G::splat(s, T::from(false)).lt(x)
}

#[test]
fn masks() {
    on_every_tier(Masks);
}

#[test]
fn masks_of_types() {
    on_every_tier(Across);
}
