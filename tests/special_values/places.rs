//! Every case in every lane, in whole gangs and in tails.

use crate::kernels::Number;

/// As many lanes as any gang has.
const LANES: usize = 16;

#[derive(Clone, Copy, Debug)]
pub enum Expected {
    /// This number, to the sign of zero.
    Is(f64),
    /// Within an ulp of this true value.
    Near(f64),
    Nan,
}

impl Expected {
    fn holds<T: Number>(self, got: f64) -> bool {
        match self {
            Self::Is(value) => got.to_bits() == value.to_bits(),
            Self::Near(value) => {
                got.is_sign_negative() == value.is_sign_negative() && (got - value).abs() <= ulp::<T>(value)
            }
            Self::Nan => got.is_nan(),
        }
    }
}

/// The distance of the numbers around `x`.
fn ulp<T: Number>(x: f64) -> f64 {
    let exponent = (x.to_bits() >> 52 & 0x7ff) as i32 - 1023;
    let power_of_two = |e: i32| f64::from_bits(((e + 1023) as u64) << 52);
    if x.abs() < T::NORMAL { T::TINY } else { power_of_two(exponent) * T::EPSILON }
}

/// Cases of a function of one argument.
pub fn check_one<T: Number>(name: &str, cases: &[(f64, Expected)]) {
    // 1 is in the domain of all functions.
    let argument = |case: Option<usize>| case.map_or(1.0, |case| cases[case].0);
    let run = |layout: &[Option<usize>]| T::one(name, &layout.iter().map(|&case| argument(case)).collect::<Vec<_>>());
    check::<T>(cases.len(), run, |case| format!("{name}({:e})", cases[case].0), |case| cases[case].1);
}

/// Cases of `x.name(y)`.
pub fn check_two<T: Number>(name: &str, cases: &[(f64, f64, Expected)]) {
    let arguments = |case: Option<usize>| case.map_or((1.5, 0.75), |case| (cases[case].0, cases[case].1));
    let run = |layout: &[Option<usize>]| {
        let (x, y): (Vec<_>, Vec<_>) = layout.iter().map(|&case| arguments(case)).unzip();
        T::two(name, &x, &y)
    };
    check::<T>(
        cases.len(),
        run,
        |case| format!("{name}({:e}, {:e})", cases[case].0, cases[case].1),
        |case| cases[case].2,
    );
}

/// Cases of `x.powi(n)`.
pub fn check_powi<T: Number>(cases: &[(f64, i32, Expected)]) {
    let arguments = |case: Option<usize>| case.map_or((1.5, 3), |case| (cases[case].0, cases[case].1));
    let run = |layout: &[Option<usize>]| {
        let (x, n): (Vec<_>, Vec<_>) = layout.iter().map(|&case| arguments(case)).unzip();
        T::powi(&x, &n)
    };
    check::<T>(cases.len(), run, |case| format!("powi({:e}, {})", cases[case].0, cases[case].1), |case| cases[case].2);
}

/// `run` gets which case stands where, `None` for an ordinary argument; `call` names a case, only where it fails.
fn check<T: Number>(
    cases: usize,
    run: impl Fn(&[Option<usize>]) -> Vec<f64>,
    call: impl Fn(usize) -> String,
    expected: impl Fn(usize) -> Expected,
) {
    let try_layout = |layout: &[Option<usize>]| {
        let results = run(layout);
        assert_eq!(results.len(), layout.len());
        for (at, (which, &got)) in layout.iter().zip(&results).enumerate() {
            let Some(which) = *which else { continue };
            let expected = expected(which);
            assert!(
                expected.holds::<T>(got),
                "{} of {} at {at} of {}: {got:e}, expected {expected:?}",
                call(which),
                T::NAME,
                layout.len()
            );
        }
    };
    // Alone among ordinary arguments, in arrays below a gang and in two gangs with a tail.
    for length in (1..=LANES).chain([2 * LANES + 5]) {
        for at in 0..length {
            for which in 0..cases {
                let mut layout = vec![None; length];
                layout[at] = Some(which);
                try_layout(&layout);
            }
        }
    }
    // All together.
    for shift in 0..LANES {
        for tail in 0..LANES {
            let length = cases.next_multiple_of(LANES) + LANES + tail;
            let layout: Vec<_> = (0..length).map(|at| Some((at + shift) % cases)).collect();
            try_layout(&layout);
        }
    }
}
