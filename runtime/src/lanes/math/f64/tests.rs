//! All functions on all tiers: errors against 128-bit arithmetic, and special values.

#[allow(dead_code, unused_imports)]
#[path = "../../../../../examples/ulp/reference/mod.rs"]
mod reference;

use super::*;
use crate::lanes::{Job, LaneArray, Lanes, Tier};
use reference::Real;

use core::f64::consts::{E, FRAC_PI_2, FRAC_PI_4, PI};

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

functions! { one, 1, (0):
    exp exp2 exp_m1 ln ln_1p log2 log10 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh cbrt
}
functions! { two, 2, (0 1): powf atan2 hypot }

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

/// The same of a function of two arguments.
fn accurate_two(name: &str, mut arguments: impl FnMut(&mut Random) -> (f64, f64)) {
    let exact = reference::two(name).unwrap();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..500 {
        let pairs: [(f64, f64); 8] = core::array::from_fn(|_| arguments(&mut random));
        let want = pairs.map(|(x, y)| exact(x, y));
        for tier in Tier::supported() {
            let got = two(name, tier, [pairs.map(|(x, _)| x), pairs.map(|(_, y)| y)]);
            for lane in 0..8 {
                let (error, (x, y)) = (error(got[lane], want[lane]), pairs[lane]);
                assert!(error < 1.0, "{name}({x:?}, {y:?}) on {tier} is {:?}, off by {error} ulp", got[lane]);
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

/// 2ᵏ for k from -1074 on.
fn power_of_two(k: i32) -> f64 {
    f64::from_bits(if k < -1022 { 1 << (k + 1074) } else { ((k + 1023) as u64) << 52 })
}

#[test]
fn exponentials() {
    accurate("exp", |random| random.within(-745.2, 710.0));
    accurate("exp", |random| random.within(-2.0, 2.0));
    accurate("exp", |random| random.within(-745.2, -705.0));
    exact("exp", &[(0.0, 1.0), (-0.0, 1.0), (INF, INF), (-INF, 0.0), (NAN, NAN), (PAYLOAD, NAN), (LEAST, 1.0)]);
    exact("exp", &[(MAX, INF), (-MAX, 0.0), (709.79, INF), (-745.2, 0.0), (-745.0, LEAST), (1.0, E)]);

    accurate("exp2", |random| random.within(-1076.0, 1024.0));
    accurate("exp2", |random| random.within(-2.0, 2.0));
    exact("exp2", &[(0.0, 1.0), (-0.0, 1.0), (INF, INF), (-INF, 0.0), (NAN, NAN), (PAYLOAD, NAN), (LEAST, 1.0)]);
    exact("exp2", &[(1024.0, INF), (MAX, INF), (-MAX, 0.0), (-1076.5, 0.0), (-1075.0, 0.0)]);
    let powers: Vec<(f64, f64)> = (-1074..1024).map(|k| (f64::from(k), power_of_two(k))).collect();
    exact("exp2", &powers);

    accurate("exp_m1", |random| random.within(-2.0, 2.0));
    accurate("exp_m1", |random| random.within(-45.0, 710.0));
    accurate("exp_m1", |random| random.any().clamp(-800.0, 709.7));
    let same = [(0.0, 0.0), (-0.0, -0.0), (LEAST, LEAST), (-LEAST, -LEAST), (TINY, TINY), (NAN, NAN), (PAYLOAD, NAN)];
    exact("exp_m1", &same);
    exact("exp_m1", &[(INF, INF), (-INF, -1.0), (MAX, INF), (-MAX, -1.0), (709.79, INF), (-40.0, -1.0)]);
}

#[test]
fn logarithms() {
    let edges = [(0.0, -INF), (-0.0, -INF), (1.0, 0.0), (INF, INF), (-INF, NAN), (-1.0, NAN), (-LEAST, NAN)];
    for name in ["ln", "log2", "log10"] {
        accurate(name, |random| random.any().abs());
        accurate(name, |random| random.within(0.5, 2.0));
        accurate(name, |random| f64::from_bits(random.bits() >> 12));
        exact(name, &edges);
        exact(name, &[(NAN, NAN), (PAYLOAD, NAN)]);
    }
    let powers: Vec<(f64, f64)> = (-1074..1024).map(|k| (power_of_two(k), f64::from(k))).collect();
    exact("log2", &powers);
    let powers = (0..23).scan(1.0, |power, k| Some((core::mem::replace(power, *power * 10.0), f64::from(k))));
    exact("log10", &powers.collect::<Vec<_>>());

    accurate("ln_1p", |random| random.within(-1.0, 1.0));
    accurate("ln_1p", |random| random.any().abs());
    accurate("ln_1p", |random| random.any().clamp(-0.9, 0.9));
    let edges = [(0.0, 0.0), (-0.0, -0.0), (LEAST, LEAST), (-LEAST, -LEAST), (TINY, TINY), (-1.0, -INF)];
    exact("ln_1p", &edges);
    exact("ln_1p", &[(INF, INF), (-INF, NAN), (-1.5, NAN), (-MAX, NAN), (NAN, NAN), (PAYLOAD, NAN)]);
}

#[test]
fn circular_functions() {
    for name in ["sin", "cos", "tan"] {
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
    exact("tan", &[(0.0, 0.0), (-0.0, -0.0), (LEAST, LEAST), (-LEAST, -LEAST), (TINY, TINY), (-1e-300, -1e-300)]);
    exact("cos", &[(0.0, 1.0), (-0.0, 1.0), (LEAST, 1.0), (-TINY, 1.0)]);
    // The number that is closest to a multiple of π/2 (Muller, "Elementary Functions").
    let closest = 6381956970095103.0 * f64::from_bits((1023 + 797) << 52);
    accurate("cos", |_| closest);
    accurate("sin", |_| -closest);
    accurate("tan", |_| closest);
}

#[test]
fn hyperbolic_functions() {
    accurate("tanh", |random| random.within(-2.0, 2.0));
    accurate("tanh", |random| random.within(-20.0, 20.0));
    accurate("tanh", |random| random.any().clamp(-30.0, 30.0));
    let odd = [(0.0, 0.0), (-0.0, -0.0), (LEAST, LEAST), (-LEAST, -LEAST), (TINY, TINY), (NAN, NAN), (PAYLOAD, NAN)];
    exact("tanh", &odd);
    exact("tanh", &[(INF, 1.0), (-INF, -1.0), (20.0, 1.0), (-MAX, -1.0)]);

    for name in ["sinh", "cosh"] {
        accurate(name, |random| random.within(-2.0, 2.0));
        accurate(name, |random| random.within(-710.4, 710.4));
        accurate(name, |random| random.within(709.0, 710.4));
    }
    accurate("sinh", |random| random.any().clamp(-710.4, 710.4));
    exact("sinh", &odd);
    exact("sinh", &[(INF, INF), (-INF, -INF), (710.6, INF), (-711.0, -INF), (MAX, INF)]);
    exact("cosh", &[(0.0, 1.0), (-0.0, 1.0), (LEAST, 1.0), (INF, INF), (-INF, INF), (-711.0, INF), (MAX, INF)]);
    exact("cosh", &[(NAN, NAN), (PAYLOAD, NAN)]);
}

#[test]
fn inverse_hyperbolic_functions() {
    accurate("asinh", |random| random.within(-3.0, 3.0));
    accurate("asinh", Random::any);
    accurate("acosh", |random| random.within(1.0, 3.0));
    accurate("acosh", |random| random.any().abs().max(1.0));
    accurate("acosh", |random| 1.0 + random.unit() * random.unit() * 1e-10);
    accurate("atanh", |random| random.within(-1.0, 1.0));
    accurate("atanh", |random| random.any().clamp(-0.5, 0.5));
    let odd = [(0.0, 0.0), (-0.0, -0.0), (LEAST, LEAST), (-LEAST, -LEAST), (TINY, TINY), (NAN, NAN), (PAYLOAD, NAN)];
    exact("asinh", &odd);
    exact("asinh", &[(INF, INF), (-INF, -INF)]);
    exact("atanh", &odd);
    exact("atanh", &[(1.0, INF), (-1.0, -INF), (1.0000000000000002, NAN), (-MAX, NAN), (INF, NAN), (-INF, NAN)]);
    exact("acosh", &[(1.0, 0.0), (INF, INF), (0.9999999999999999, NAN), (-1.0, NAN), (0.0, NAN), (-INF, NAN)]);
    exact("acosh", &[(NAN, NAN), (PAYLOAD, NAN)]);
}

#[test]
fn inverse_circular_functions() {
    for name in ["asin", "acos"] {
        accurate(name, |random| random.within(-1.0, 1.0));
        accurate(name, |random| random.any().clamp(-0.6, 0.6));
        accurate(name, |random| 1.0 - random.unit() * random.unit() * 1e-10);
        exact(name, &[(1.0000000000000002, NAN), (-2.0, NAN), (INF, NAN), (-INF, NAN), (NAN, NAN), (PAYLOAD, NAN)]);
    }
    let small = [(0.0, 0.0), (-0.0, -0.0), (LEAST, LEAST), (-LEAST, -LEAST), (TINY, TINY), (-1e-300, -1e-300)];
    exact("asin", &small);
    exact("asin", &[(1.0, FRAC_PI_2), (-1.0, -FRAC_PI_2)]);
    exact("acos", &[(1.0, 0.0), (-1.0, PI), (0.0, FRAC_PI_2), (-0.0, FRAC_PI_2), (LEAST, FRAC_PI_2)]);

    accurate("atan", |random| random.within(-4.0, 4.0));
    accurate("atan", Random::any);
    exact("atan", &small);
    exact("atan", &[(INF, FRAC_PI_2), (-INF, -FRAC_PI_2), (MAX, FRAC_PI_2), (1.0, FRAC_PI_4), (-1.0, -FRAC_PI_4)]);
    exact("atan", &[(NAN, NAN), (PAYLOAD, NAN)]);

    accurate_two("atan2", |random| (random.within(-4.0, 4.0), random.within(-4.0, 4.0)));
    accurate_two("atan2", |random| (random.any(), random.any()));
    accurate_two("atan2", |random| (f64::from_bits(random.bits() >> 12), f64::from_bits(random.bits() >> 12)));
    accurate_two("atan2", |random| (f64::from_bits(random.bits() >> 12), random.any()));
    // Ordinary arguments beside rare ones.
    accurate_two("atan2", |random| {
        let rare = random.bits().is_multiple_of(8);
        (if rare { 1e-300 } else { random.within(-4.0, 4.0) }, random.within(-4.0, 4.0))
    });
}

#[test]
fn roots() {
    accurate("cbrt", Random::any);
    accurate("cbrt", |random| f64::from_bits(random.bits() >> 12));
    let edges = [(0.0, 0.0), (-0.0, -0.0), (INF, INF), (-INF, -INF), (NAN, NAN), (PAYLOAD, NAN)];
    exact("cbrt", &edges);
    let cubes: Vec<(f64, f64)> = (-200..200).map(|k| (f64::from(k * k * k), f64::from(k))).collect();
    exact("cbrt", &cubes);

    accurate_two("hypot", |random| (random.within(-4.0, 4.0), random.within(-4.0, 4.0)));
    accurate_two("hypot", |random| (random.any(), random.any() * 0.5));
    accurate_two("hypot", |random| {
        let x = random.any();
        (x, x * random.within(-1.0, 1.0))
    });
    accurate_two("hypot", |random| (f64::from_bits(random.bits() >> 12), f64::from_bits(random.bits() >> 12)));
}

#[test]
fn powers() {
    accurate_two("powf", |random| (random.within(0.0, 10.0), random.within(-20.0, 20.0)));
    accurate_two("powf", |random| (random.any().abs(), random.within(-2.0, 2.0)));
    // Results over the whole range, also of bases close to 1.
    for near in [0.5, 0.01, 1e-9] {
        accurate_two("powf", |random| {
            let x = 1.0 + random.within(-near, near);
            (x, random.within(-745.0, 710.0) / x.ln())
        });
    }
    accurate_two("powf", |random| (f64::from_bits(random.bits() >> 12), random.within(-1.0, 1.0)));
}

/// The corners of IEEE 754-2019 (9.2.1), of all pairs of these; `std` has them from the C library, which follows the same table.
#[test]
fn corners_of_two_arguments() {
    let numbers = [
        0.0,
        LEAST,
        TINY,
        0.5,
        0.99,
        1.0,
        1.01,
        1.5,
        2.0,
        3.0,
        4.0,
        1023.0,
        1024.0,
        1075.0,
        9007199254740991.0,
        9007199254740992.0,
        4503599627370497.5,
        1e19,
        1e300,
        MAX,
        INF,
        NAN,
    ];
    let numbers = numbers.iter().flat_map(|&x| [x, -x]);
    type Known = fn(f64, f64) -> f64;
    let known: [(&str, Known); 3] = [("powf", f64::powf), ("atan2", f64::atan2), ("hypot", f64::hypot)];
    for (x, y) in numbers.clone().flat_map(|x| numbers.clone().map(move |y| (x, y))) {
        for (name, function) in known {
            let want = function(x, y);
            for tier in Tier::supported() {
                let mut among = [[2.0; 8], [0.5; 8]];
                (among[0][3], among[1][3]) = (x, y);
                for got in [two(name, tier, among)[3], two(name, tier, [[x; 8], [y; 8]])[7]] {
                    let close = want != 0.0 && want.is_finite() && got.to_bits().abs_diff(want.to_bits()) <= 1;
                    assert!(close || same(got, want), "{name}({x:?}, {y:?}) on {tier} is {got:?}, not {want:?}");
                }
            }
        }
    }
}
