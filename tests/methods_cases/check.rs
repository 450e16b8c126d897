//! Elements as the generator of the cases draws them, and comparison with NumPy's results.

use std::fmt::Debug;

use crate::layouts::{FAITHFUL, Laid, layouts};
use crate::oracle::Plain;

/// Element types of inputs.
pub trait Drawn: Copy + PartialEq + Debug {
    /// What lies around the elements: a method that reads it shows.
    const FILLER: Self;
    /// From a number below 41.
    fn from_small(x: u64) -> Self;
    /// A NaN, or a zero with a sign.
    fn special(_: u8) -> Option<Self> {
        None
    }
}

macro_rules! drawn {
    ($($T:ident: $filler:expr, |$x:ident| $from:expr;)*) => { $(
        impl Drawn for $T {
            const FILLER: Self = $filler;
            fn from_small($x: u64) -> Self {
                $from
            }
        }
    )* };
}

drawn! {
    f32: 77.0, |x| (x as f32 - 20.0) / 16.0;
    i64: 77, |x| x as i64 - 20;
    u8: 77, |x| x as u8;
    bool: true, |x| x.is_multiple_of(3);
}

impl Drawn for f64 {
    const FILLER: Self = 77.0;
    fn from_small(x: u64) -> Self {
        (x as f64 - 20.0) / 16.0
    }
    fn special(which: u8) -> Option<Self> {
        [None, Some(f64::NAN), Some(-0.0)][usize::from(which)]
    }
}

/// Nothing special among the elements.
pub const NONE: u8 = 0;
/// Every eleventh element is a NaN.
pub const NAN: u8 = 1;
/// Every eleventh element is a negative zero.
pub const ZERO: u8 = 2;

/// Element types of results.
pub trait Result: Copy + PartialEq + Debug {
    /// Whether two are at most `ulps` numbers apart. NaNs are equal, and zeros of both signs.
    fn is_near(self, other: Self, ulps: u64) -> bool;
}

macro_rules! floats {
    ($($T:ident)*) => { $(
        impl Result for $T {
            fn is_near(self, other: Self, ulps: u64) -> bool {
                // Sums of numbers near 1 lose that much near 0, too.
                let apart = (self - other).abs() <= ulps as $T * $T::EPSILON * self.abs().max(other.abs()).max(0.5);
                self == other || self.is_nan() && other.is_nan() || ulps > 0 && apart
            }
        }
    )* };
}

floats! { f64 f32 }

macro_rules! exact {
    ($($T:ident)*) => { $(
        impl Result for $T {
            fn is_near(self, other: Self, _: u64) -> bool {
                self == other
            }
        }
    )* };
}

exact! { i64 u8 usize bool }

/// An input, and every `step`th element of the result.
pub struct Case<U> {
    seed: u64,
    extents: Vec<usize>,
    special: u8,
    expected_extents: Vec<usize>,
    step: usize,
    expected: Vec<U>,
}

pub fn case<U: Copy>(
    seed: u64,
    extents: &[usize],
    special: u8,
    expected_extents: &[usize],
    step: usize,
    expected: &[U],
) -> Case<U> {
    let (extents, expected_extents) = (extents.to_vec(), expected_extents.to_vec());
    Case { seed, extents, special, expected_extents, step, expected: expected.to_vec() }
}

fn draw<T: Drawn>(seed: u64, count: usize, special: u8) -> Vec<T> {
    let mut state = seed;
    (0..count)
        .map(|k| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let x = T::from_small((state >> 33) % 41);
            if k % 11 == 3 { T::special(special).unwrap_or(x) } else { x }
        })
        .collect()
}

/// A scalar result.
pub fn scalar<U>(value: U) -> Plain<U> {
    Plain { extents: Vec::new(), values: vec![value] }
}

/// Runs a method on each input in every layout.
pub fn check<T: Drawn, U: Result>(cases: &[Case<U>], ulps: u64, run: impl Fn(&Laid<T>) -> Plain<U>) {
    for case in cases {
        let values = draw::<T>(case.seed, case.extents.iter().product(), case.special);
        for laid in layouts(&case.extents, &values, T::FILLER).iter().take(FAITHFUL) {
            let got = run(laid);
            assert_eq!(got.extents, case.expected_extents, "{} {:?}", laid.name, case.extents);
            let some: Vec<U> = got.values.iter().copied().step_by(case.step).collect();
            assert_eq!(some.len(), case.expected.len());
            for (k, (got, expected)) in some.iter().zip(&case.expected).enumerate() {
                let at = k * case.step;
                assert!(
                    got.is_near(*expected, ulps),
                    "{:?}, {}, special {}: element {at} is {got:?}, not {expected:?}",
                    case.extents,
                    laid.name,
                    case.special
                );
            }
        }
        // Repeated elements give what the same elements give apart.
        for laid in &layouts(&case.extents, &values, T::FILLER)[FAITHFUL..] {
            let apart = layouts(&case.extents, &laid.plain().values, T::FILLER);
            let (got, expected) = (run(laid), run(&apart[0]));
            assert_eq!(got.extents, expected.extents);
            for (k, (got, expected)) in got.values.iter().zip(&expected.values).enumerate() {
                assert!(got.is_near(*expected, ulps), "{} {k}: {got:?}, not {expected:?}", laid.name);
            }
        }
    }
}
