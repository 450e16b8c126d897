//! The casts of `Simd`, against `as`.

use super::check::check;
use super::samples::{Sample, arguments};
use super::{Test, on_every_tier};
use crate::lanes::Simd;
use crate::lanes::cast::each_cast;
use crate::lanes::dispatch::Tier;

#[derive(Clone, Copy)]
struct Casts;

impl Test for Casts {
    fn run<S: Simd>(self, s: S, tier: Tier) {
        macro_rules! tests {
            ($($cast:ident: $From:ident $from:ty => $To:ident $to:ty;)*) => { $(
                check(
                    (s, tier),
                    stringify!($cast),
                    Sample::value,
                    &arguments::<$from, 1>(),
                    |[x]: [S::$From; 1]| s.$cast(x),
                    |[x]| x as $to,
                );
            )* };
        }
        each_cast! { tests }
    }
}

#[test]
fn casts() {
    on_every_tier(Casts);
}

/// A second rounding, of what went through `f64`, would show: a bit below the half of a last place, far below.
#[derive(Clone, Copy)]
struct Ties;

impl Test for Ties {
    fn run<S: Simd>(self, s: S, tier: Tier) {
        let mut signed = Vec::new();
        for exponent in 24..63 {
            let (half, last) = (1i64 << (exponent - 24), 1i64 << (exponent - 23));
            for bits in [1 << exponent, (1 << exponent) + last, (1 << exponent) + 5 * last] {
                for below in [-1, 0, 1] {
                    signed.extend([[bits + half + below], [-(bits + half + below)]]);
                }
            }
        }
        let unsigned: Vec<[u64; 1]> = signed.iter().map(|&[x]| [x as u64]).collect();
        check((s, tier), "i64_to_f32", Sample::exact, &signed, |[x]: [S::I64; 1]| s.i64_to_f32(x), |[x]| x as f32);
        check((s, tier), "u64_to_f32", Sample::exact, &unsigned, |[x]: [S::U64; 1]| s.u64_to_f32(x), |[x]| x as f32);
        check((s, tier), "i64_to_f64", Sample::exact, &signed, |[x]: [S::I64; 1]| s.i64_to_f64(x), |[x]| x as f64);
        check((s, tier), "u64_to_f64", Sample::exact, &unsigned, |[x]: [S::U64; 1]| s.u64_to_f64(x), |[x]| x as f64);
    }
}

#[test]
fn integers_round_once() {
    on_every_tier(Ties);
}
