//! The reference of `examples/ulp` against mpmath, on arguments that are hard: tests/generate/elementary.py wrote the table.

#[path = "../examples/ulp/reference/mod.rs"]
mod reference;
/// Its own tests run here.
#[path = "../examples/ulp/truth.rs"]
mod truth;

use std::collections::BTreeMap;

use reference::Real;

/// What the worst function reaches here, rounded up: 2⁻⁵³ would be an ulp of `f64`.
const BOUND: f64 = 1.0 / (1u128 << 115) as f64;

struct Case {
    function: String,
    x: f64,
    y: Option<f64>,
    truth: Real,
}

fn cases() -> Vec<Case> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/elementary.csv");
    let mut table = csv::Reader::from_path(path).unwrap();
    table.records().map(|record| case(&record.unwrap())).collect()
}

fn case(record: &csv::StringRecord) -> Case {
    let float = |text: &str| f64::from_bits(u64::from_str_radix(text, 16).unwrap());
    let digits = record[4].trim_start_matches('-');
    let significand = u128::from_str_radix(digits, 16).unwrap();
    Case {
        function: record[0].to_owned(),
        x: float(&record[1]),
        y: Some(&record[2]).filter(|text| !text.is_empty()).map(float),
        truth: Real::from_parts(record[3].parse().unwrap(), significand).with_sign(record[4].starts_with('-')),
    }
}

fn reference_of(case: &Case) -> Real {
    match case.y {
        Some(y) => reference::two(&case.function).unwrap()(case.x, y),
        None => reference::one(&case.function).unwrap()(case.x),
    }
}

fn relative_error(got: Real, truth: Real) -> f64 {
    let difference = (got - truth).abs();
    if difference.is_zero() { 0.0 } else { difference.scaled(-truth.exponent()).to_f64() }
}

#[test]
fn every_function_agrees_with_mpmath() {
    let mut worst = BTreeMap::<String, (f64, f64, Option<f64>)>::new();
    for case in cases() {
        let error = relative_error(reference_of(&case), case.truth);
        let entry = worst.entry(case.function).or_insert((0.0, 0.0, None));
        if error >= entry.0 {
            *entry = (error, case.x, case.y);
        }
    }
    assert_eq!(worst.len(), 25, "functions in the table");
    for (function, (error, x, y)) in &worst {
        println!("{function:6} 2^{:.1} at {x:e} {y:?}", error.log2());
    }
    for (function, (error, x, y)) in worst {
        assert!(error <= BOUND, "{function} is off by {error:e} of itself at {x:e} {y:?}");
    }
}

#[test]
fn arithmetic_is_exact_where_128_bits_suffice() {
    let real = |x: f64| Real::from(x);
    assert_eq!(real(3.0) * real(-7.0), real(-21.0));
    assert_eq!(real(1e300) * real(1e300) / real(1e300), real(1e300));
    assert_eq!(real(1.0) + real(2f64.powi(-100)) - real(1.0), real(2f64.powi(-100)));
    assert_eq!(real(-5.0) + real(5.0) + real(0.75), real(0.75));
    assert_eq!(real(35.0).over(7), real(5.0));
    assert_eq!(real(f64::MAX).scaled(5000).scaled(-5000).to_f64(), f64::MAX);
    assert_eq!(real(-5e-324).to_f64(), -5e-324);
    assert_eq!(real(1.0).scaled(3000).to_f64(), f64::INFINITY);
}
