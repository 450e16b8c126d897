//! Gangs against scalars, lane by lane.

use core::fmt::Debug;

use super::samples::Sample;
use crate::lanes::dispatch::Tier;
use crate::lanes::{LaneArray, Lanes, Simd};

/// Compares `gangs` of the arguments in gangs with `scalar` of each, by `same`.
#[track_caller]
pub fn check<S: Simd, T: Sample, G: Lanes<S, T>, U: Copy + Debug, H: Lanes<S, U>, const A: usize>(
    (s, tier): (S, Tier),
    name: &str,
    same: impl Fn(U, U) -> bool,
    arguments: &[[T; A]],
    gangs: impl Fn([G; A]) -> H,
    scalar: impl Fn([T; A]) -> U,
) {
    for arguments in arguments.chunks(S::LANES) {
        let of = |lane: usize| arguments[lane % arguments.len()];
        let gang = |argument: usize| G::from_array(s, LaneArray::from_fn(|lane| of(lane)[argument]));
        let got = gangs(core::array::from_fn(gang)).to_array();
        for lane in 0..S::LANES {
            let (got, expected) = (got.lane(lane), scalar(of(lane)));
            assert!(
                same(got, expected),
                "{name} of {:?} on {tier} with {} lanes: {got:?} in lane {lane}, not {expected:?}",
                of(lane),
                S::LANES,
            );
        }
    }
}
