//! All functions on all tiers: errors against 128-bit arithmetic, and special values.

#[allow(dead_code, unused_imports)]
#[path = "../../../../../examples/ulp/reference/mod.rs"]
mod reference;

use super::*;
use crate::lanes::{Job, LaneArray, Lanes, Tier};
use reference::Real;

use core::f64::consts::{E, FRAC_PI_2};

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;
const TINY: f64 = f64::MIN_POSITIVE;
/// The least number above 0.
const LEAST: f64 = 5e-324;
const MAX: f64 = f64::MAX;

/// Calls a function of gangs by its name, for 8 lanes of arguments on a tier.
macro_rules! functions {
    ($of:ident, $arguments:literal, $places:tt: $($name:ident)*) => {
        fn $of(name: &str, tier: Tier, arguments: [[f64; 8]; $arguments]) -> [f64; 8] {
            match name {
                $(stringify!($name) => functions!(@call $name tier arguments $arguments $places),)*
                _ => panic!("there is no {name}"),
            }
        }
    };
    (@call $name:ident $tier:ident $values:ident $arguments:literal ($($place:literal)*)) => {{
        struct Call([[f64; 8]; $arguments]);
        impl Job for Call {
            type Output = [f64; 8];
            const WIDEST: usize = 8;
            #[inline(always)]
            unsafe fn run<S: Simd>(self, s: S) -> [f64; 8] {
                let gang = |place: usize| S::F64::from_array(s, LaneArray::from_fn(|lane| self.0[place][lane]));
                let y = $name::<S>(s, $(gang($place)),*).to_array();
                core::array::from_fn(|lane| y.lane(lane))
            }
        }
        // SAFETY: the tier is supported; the job asks for no more.
        unsafe { $tier.run(Call($values)) }
    }};
}

functions! { one, 1, (0): exp ln sin cos }

/// |computed - exact| in units of the last place of the exact value.
fn error(computed: f64, exact: Real) -> f64 {
    if !computed.is_finite() {
        let overflows = exact.exponent() >= 1024 && exact.is_negative() == (computed < 0.0);
        return if computed.is_infinite() && overflows { 0.0 } else { INF };
    }
    let unit = exact.exponent().max(-1022) - 52;
    let difference = if computed == 0.0 { exact } else { Real::from(computed) - exact };
    if difference.is_zero() { 0.0 } else { difference.scaled(-unit).to_f64().abs() }
}

/// Numbers that have nothing to do with each other.
struct Random(u64);

impl Random {
    fn bits(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// In 0..1.
    fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn within(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Any finite number but zero.
    fn any(&mut self) -> f64 {
        loop {
            let x = f64::from_bits(self.bits());
            if x.is_finite() && x != 0.0 {
                return x;
            }
        }
    }
}

/// Checks one function at 4000 arguments, on every tier.
fn accurate(name: &str, mut argument: impl FnMut(&mut Random) -> f64) {
    let exact = reference::one(name).unwrap();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..500 {
        let x: [f64; 8] = core::array::from_fn(|_| argument(&mut random));
        let want = x.map(exact);
        for tier in Tier::supported() {
            let got = one(name, tier, [x]);
            for lane in 0..8 {
                let error = error(got[lane], want[lane]);
                assert!(error < 1.0, "{name}({:?}) on {tier} is {:?}, off by {error} ulp", x[lane], got[lane]);
            }
        }
    }
}

/// Whether both are the same number, zeros told apart, or both are NaN.
fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
}

/// Checks values that are known exactly, on every tier, each among ordinary arguments and among others of its kind.
fn exact(name: &str, table: &[(f64, f64)]) {
    for tier in Tier::supported() {
        for (at, &(x, want)) in table.iter().enumerate() {
            let mut among = [0.75; 8];
            among[at % 8] = x;
            let got = one(name, tier, [among])[at % 8];
            assert!(same(got, want), "{name}({x:?}) on {tier} is {got:?}, not {want:?}");
            let got = one(name, tier, [[x; 8]])[at % 8];
            assert!(same(got, want), "{name}({x:?}) on {tier} is {got:?}, not {want:?}");
        }
    }
}

/// NaN with a payload in its lowest bits, which integer arithmetic on exponents must not take for a number.
const PAYLOAD: f64 = f64::from_bits(0xfff8_0000_0000_0fff);

#[test]
fn exponentials() {
    accurate("exp", |random| random.within(-745.2, 710.0));
    accurate("exp", |random| random.within(-2.0, 2.0));
    accurate("exp", |random| random.within(-745.2, -705.0));
    exact("exp", &[(0.0, 1.0), (-0.0, 1.0), (INF, INF), (-INF, 0.0), (NAN, NAN), (PAYLOAD, NAN), (LEAST, 1.0)]);
    exact("exp", &[(MAX, INF), (-MAX, 0.0), (709.79, INF), (-745.2, 0.0), (-745.0, LEAST), (1.0, E)]);
}

#[test]
fn logarithms() {
    accurate("ln", |random| random.any().abs());
    accurate("ln", |random| random.within(0.5, 2.0));
    accurate("ln", |random| f64::from_bits(random.bits() >> 12));
    let edges = [(0.0, -INF), (-0.0, -INF), (1.0, 0.0), (INF, INF), (-INF, NAN), (-1.0, NAN), (-LEAST, NAN)];
    exact("ln", &edges);
    exact("ln", &[(NAN, NAN), (PAYLOAD, NAN)]);
}

#[test]
fn circular_functions() {
    for name in ["sin", "cos"] {
        accurate(name, |random| random.within(-10.0, 10.0));
        accurate(name, |random| random.within(-2e5, 2e5));
        accurate(name, Random::any);
        // The neighbours of multiples of π/2.
        accurate(name, |random| {
            let x = FRAC_PI_2 * (1 + (random.bits() >> 44)) as f64;
            f64::from_bits(x.to_bits() + random.bits() % 5 - 2)
        });
        exact(name, &[(INF, NAN), (-INF, NAN), (NAN, NAN), (PAYLOAD, NAN)]);
    }
    exact("sin", &[(0.0, 0.0), (-0.0, -0.0), (LEAST, LEAST), (-LEAST, -LEAST), (TINY, TINY), (-1e-300, -1e-300)]);
    exact("cos", &[(0.0, 1.0), (-0.0, 1.0), (LEAST, 1.0), (-TINY, 1.0)]);
    // The number that is closest to a multiple of π/2 (Muller, "Elementary Functions").
    let closest = 6381956970095103.0 * f64::from_bits((1023 + 797) << 52);
    accurate("cos", |_| closest);
    accurate("sin", |_| -closest);
}
