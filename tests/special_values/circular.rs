//! Circular functions and their inverses.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};

use crate::{Is, Nan, Near, Number, check_one, ends, for_both, identity_near_zero};

for_both! { sin cos tan asin acos atan }

fn sin<T: Number>() {
    ends::<T>("sin", [Is(-0.0), Is(0.0)], [Nan, Nan]);
    identity_near_zero::<T>("sin");
}

fn cos<T: Number>() {
    ends::<T>("cos", [Is(1.0), Is(1.0)], [Nan, Nan]);
    let near_zero = [T::TINY, -T::TINY, T::NORMAL, -T::NORMAL, T::EPSILON * T::EPSILON].map(|x| (x, Near(1.0)));
    check_one::<T>("cos", &near_zero);
}

fn tan<T: Number>() {
    ends::<T>("tan", [Is(-0.0), Is(0.0)], [Nan, Nan]);
    identity_near_zero::<T>("tan");
}

/// Arguments of `f32` far from zero or beside a multiple of π/2, with sine, cosine and tangent by mpmath.
const FAR_SINGLE: [(f32, [f64; 3]); 7] = [
    (3.402_823_5e38, [-0.521_876_523_333_658_5, 0.853_021_039_830_304_2, -0.611_797_949_834_248_1]),
    (1e22, [-0.734_081_535_296_101_5, 0.679_061_337_095_051, -1.081_023_900_486_546_4]),
    (1.267_650_6e30, [-0.872_183_605_418_267_3, 0.489_178_656_974_721_45, -1.782_955_149_376_719]),
    (16_777_216.0, [-0.779_563_673_217_777_8, 0.626_322_983_291_533, -1.244_667_198_896_190_4]),
    (1e10, [-0.487_506_025_087_510_7, 0.873_119_622_676_856, -0.558_349_637_811_241_9]),
    (1.570_796_4, [0.999_999_999_999_999, -4.371_139_000_186_241e-8, -22_877_332.428_856_46]),
    (-355.0, [3.014_435_335_948_845e-5, -0.999_999_999_545_659, -3.014_435_337_318_426_5e-5]),
];

#[test]
fn far_arguments_of_f32() {
    for (k, name) in ["sin", "cos", "tan"].into_iter().enumerate() {
        check_one::<f32>(name, &FAR_SINGLE.map(|(x, values)| (x.into(), Near(values[k]))));
    }
}

/// All arguments of the table that `tests/generate/elementary.py` writes: beside multiples of π/2, and up to `f64::MAX`.
#[test]
fn far_arguments_of_f64() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/elementary.csv");
    let records: Vec<_> = csv::Reader::from_path(path).unwrap().into_records().map(Result::unwrap).collect();
    for name in ["sin", "cos", "tan"] {
        let rows = records.iter().filter(|record| &record[0] == name);
        let cases: Vec<_> = rows.map(|row| (argument(&row[1]), Near(value(&row[3], &row[4])))).collect();
        assert!(cases.iter().any(|(x, _)| *x == f64::MAX) && cases.iter().any(|(x, _)| *x == 1e22));
        // In groups: each case is tried in every lane.
        cases.chunks(32).for_each(|cases| check_one::<f64>(name, cases));
    }
}

fn argument(bits: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(bits, 16).unwrap())
}

/// `±significand · 2^(exponent − 127)`; the circular functions of floats stay within the normal range.
fn value(exponent: &str, significand: &str) -> f64 {
    let magnitude = u128::from_str_radix(significand.trim_start_matches('-'), 16).unwrap() as f64;
    let exponent: i32 = exponent.parse().unwrap();
    let scaled = magnitude * 2f64.powi(-127) * 2f64.powi(exponent / 2) * 2f64.powi(exponent - exponent / 2);
    if significand.starts_with('-') { -scaled } else { scaled }
}

fn asin<T: Number>() {
    ends::<T>("asin", [Is(-0.0), Is(0.0)], [Nan, Nan]);
    identity_near_zero::<T>("asin");
    check_one::<T>("asin", &outside_of_unit::<T>());
    check_one::<T>("asin", &[(1.0, Near(FRAC_PI_2)), (-1.0, Near(-FRAC_PI_2))]);
}

fn acos<T: Number>() {
    ends::<T>("acos", [Near(FRAC_PI_2), Near(FRAC_PI_2)], [Nan, Nan]);
    check_one::<T>("acos", &outside_of_unit::<T>());
    let near_zero = [T::TINY, -T::TINY, T::NORMAL, -T::NORMAL].map(|x| (x, Near(FRAC_PI_2)));
    check_one::<T>("acos", &near_zero);
    check_one::<T>("acos", &[(1.0, Is(0.0)), (-1.0, Near(PI))]);
}

fn outside_of_unit<T: Number>() -> Vec<(f64, crate::Expected)> {
    [1.0 + T::EPSILON, 2.0, 1e30, T::MAX].into_iter().flat_map(|x| [(x, Nan), (-x, Nan)]).collect()
}

fn atan<T: Number>() {
    ends::<T>("atan", [Is(-0.0), Is(0.0)], [Near(-FRAC_PI_2), Near(FRAC_PI_2)]);
    identity_near_zero::<T>("atan");
    let cases = [(1.0, FRAC_PI_4), (1e30, FRAC_PI_2), (T::MAX, FRAC_PI_2)];
    let cases = cases.into_iter().flat_map(|(x, value)| [(x, Near(value)), (-x, Near(-value))]);
    check_one::<T>("atan", &cases.collect::<Vec<_>>());
}
