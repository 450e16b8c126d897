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

/// The tiers of this CPU; says which are skipped.
fn tiers() -> Vec<Tier> {
    let all = [Tier::Portable, Tier::V3, Tier::V4];
    let supported = |tier: &Tier| Tier::supported().any(|supported| supported == *tier);
    for tier in all.iter().filter(|tier| !supported(tier)) {
        println!("skipped on {tier}: this CPU lacks it");
    }
    all.into_iter().filter(supported).collect()
}
