//! Masks: their operations on all values, or many.

use super::samples::{Random, count};
use super::{Job, tiers};
use crate::lanes::{LaneArray, Lanes, Mask, Simd};

/// What masks give for three of them, given as bits.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Results {
    same: u16,
    and: u16,
    or: u16,
    xor: u16,
    not: u16,
    any: bool,
    all: bool,
    select: u16,
    from_bools: u16,
    bools: [bool; 16],
}

struct Masks<'a, const WIDEST: usize>(&'a [[u16; 3]]);

impl<const WIDEST: usize> Job for Masks<'_, WIDEST> {
    type Output = Vec<Results>;
    const WIDEST: usize = WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) -> Vec<Results> {
        let mut results = vec![Results::default(); self.0.len()];
        for (&[a, b, c], results) in self.0.iter().zip(&mut results) {
            let (x, y, z) = (S::Mask::from_bits(s, a), S::Mask::from_bits(s, b), S::Mask::from_bits(s, c));
            *results = Results {
                same: x.to_bits(),
                and: (x & y).to_bits(),
                or: (x | y).to_bits(),
                xor: (x ^ y).to_bits(),
                not: (!x).to_bits(),
                any: x.any(),
                all: x.all(),
                select: S::Mask::select(x, y, z).to_bits(),
                from_bools: S::Mask::from_array(s, LaneArray::from_fn(|lane| a >> lane & 1 == 1)).to_bits(),
                bools: [false; 16],
            };
            // SAFETY: there is room for 16.
            unsafe { x.store(results.bools.as_mut_ptr()) };
        }
        results
    }
}

#[test]
fn masks() {
    let mut random = Random(1);
    let mut bits = vec![0, 1, 1 << 7, 1 << 8, 1 << 15, u16::MAX, u16::MAX >> 1, 0x7f, 0xff, 0xff00];
    bits.extend((0..=255).map(|low: u16| low | !low << 8));
    bits.extend((0..count()).map(|_| random.next() as u16));
    let at = |at: usize| bits[at % bits.len()];
    let triples: Vec<[u16; 3]> = (0..bits.len()).map(|i| [at(i), at(7 * i + 3), at(5 * i + 1)]).collect();
    for tier in tiers() {
        let compare = |width: usize, results: Vec<Results>| {
            for (&triple, got) in triples.iter().zip(results) {
                let all = u16::MAX >> (16 - width);
                // Bits beyond the lanes do not matter.
                let [a, b, c] = triple.map(|bits| bits & all);
                let expected = Results {
                    same: a,
                    and: a & b,
                    or: a | b,
                    xor: a ^ b,
                    not: !a & all,
                    any: a != 0,
                    all: a == all,
                    select: a & b | !a & c,
                    from_bools: a,
                    bools: core::array::from_fn(|lane| a >> lane & 1 == 1),
                };
                assert_eq!(got, expected, "masks {a:#b}, {b:#b}, {c:#b} on {tier} with {width} lanes");
            }
        };
        // SAFETY: the CPU has the tier.
        unsafe {
            compare(8, tier.run(Masks::<8>(&triples)));
            compare(16, tier.run(Masks::<4>(&triples)));
        }
    }
}

/// The first `n` lanes for each `n`, and all or no lanes.
struct Firsts<const WIDEST: usize>;

impl<const WIDEST: usize> Job for Firsts<WIDEST> {
    type Output = (usize, Vec<u16>, [u16; 2]);
    const WIDEST: usize = WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) -> Self::Output {
        let firsts = (0..=S::LANES).map(|n| S::Mask::first(s, n).to_bits()).collect();
        (S::LANES, firsts, [false, true].map(|x| S::Mask::splat(s, x).to_bits()))
    }
}

#[test]
fn first_lanes() {
    for tier in tiers() {
        // SAFETY: the CPU has the tier.
        for (lanes, firsts, [none, all]) in unsafe { [tier.run(Firsts::<8>), tier.run(Firsts::<4>)] } {
            let expected: Vec<u16> = (0..=lanes).map(|n| ((1_u32 << n) - 1) as u16).collect();
            assert_eq!(firsts, expected, "on {tier} with {lanes} lanes");
            assert_eq!([none, all], [0, expected[lanes]], "on {tier} with {lanes} lanes");
        }
    }
}
