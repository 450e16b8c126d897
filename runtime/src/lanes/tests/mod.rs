//! Every operation of gangs × type × tier × width, bit for bit against scalar Rust.
//!
//! A test is a list with a line an operation: its arguments, what it does with gangs, and what Rust does with numbers. The arguments
//! are all pairs of some 30 edge values of a type ([`samples`]) and many random ones: 100,000 in release builds.

mod arithmetic;
mod cast;
mod check;
mod masks;
mod memory;
mod samples;

use super::dispatch::{Job, Tier};
use super::simd::Simd;

/// A test of one tier and width.
trait Test: Copy {
    fn run<S: Simd>(self, s: S, tier: Tier);
}

/// Runs a test on all tiers of this CPU, with gangs of 8 and of 16 lanes, inside of the functions that have the tiers' features.
fn on_every_tier(test: impl Test) {
    for tier in [Tier::Portable, Tier::V3, Tier::V4] {
        if Tier::supported().any(|supported| supported == tier) {
            // SAFETY: the CPU has the tier, and the job asks for no more.
            unsafe {
                tier.run(OfWidth::<_, 8>(test, tier));
                tier.run(OfWidth::<_, 4>(test, tier));
            }
        } else {
            println!("skipped on {tier}: this CPU lacks it");
        }
    }
}

/// A test with gangs for elements of up to `WIDEST` bytes.
struct OfWidth<T, const WIDEST: usize>(T, Tier);

impl<T: Test, const WIDEST: usize> Job for OfWidth<T, WIDEST> {
    type Output = ();
    const WIDEST: usize = WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        self.0.run(s, self.1)
    }
}
