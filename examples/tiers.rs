//! The tiers that this CPU has, one a line; the last one is the best.
//!
//! `cargo run --release --example tiers`

use ndweave::Tier;

fn main() {
    for tier in Tier::supported() {
        println!("{tier}");
    }
}
