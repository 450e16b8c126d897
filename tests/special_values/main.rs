//! What the elementary functions give at zeros, infinities, NaN, subnormals, the ends of their ranges and where results are
//! exact: IEEE 754-2019, section 9.2.1, and C's annex F.10. Other expected values come from mpmath.
//!
//! Every value is tried in every lane of whole gangs and in tails, alone and among others. The tests run on the tier that
//! `NDWEAVE_TIER` names, or on the best one.

mod circular;
mod exponential;
mod kernels;
mod logarithmic;
mod places;
mod planar;
mod powers;
mod rounding;
mod symmetry;

use kernels::Number;
use places::{Expected, check_one};

use Expected::{Is, Nan, Near};

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

/// Runs a check that is generic in the type for `f32` and `f64`.
macro_rules! for_both {
    ($($check:ident)*) => { $(
        mod $check {
            #[test]
            fn of_f32() {
                super::$check::<f32>();
            }

            #[test]
            fn of_f64() {
                super::$check::<f64>();
            }
        }
    )* };
}
use for_both;

/// ±0, ±∞ and NaN of a function.
fn ends<T: Number>(name: &str, [minus_zero, zero]: [Expected; 2], [minus_infinity, infinity]: [Expected; 2]) {
    let cases = [(-0.0, minus_zero), (0.0, zero), (-INF, minus_infinity), (INF, infinity), (NAN, Nan), (-NAN, Nan)];
    check_one::<T>(name, &cases);
}

/// Functions that are `x` near zero: signed zeros stay, and the smallest arguments come back.
fn identity_near_zero<T: Number>(name: &str) {
    let (tiny, normal, epsilon) = (T::TINY, T::NORMAL, T::EPSILON);
    let magnitudes = [
        tiny,
        2.0 * tiny,
        5.0 * tiny,
        normal - tiny,
        normal,
        normal + tiny,
        1.5 * normal,
        1e10 * normal,
        epsilon * epsilon,
    ];
    let mut cases: Vec<_> = magnitudes.iter().flat_map(|&x| [(x, Near(x)), (-x, Near(-x))]).collect();
    cases.extend([(0.0, Is(0.0)), (-0.0, Is(-0.0))]);
    check_one::<T>(name, &cases);
}
