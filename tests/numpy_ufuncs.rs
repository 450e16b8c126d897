//! `ndweave::ufuncs` against NumPy: `tests/data/ufuncs.csv`, which `tests/generate/ufuncs.py` wrote.

use std::collections::BTreeMap;

use ndweave::ufuncs;

/// The arguments of one function, and NumPy's results.
#[derive(Default)]
struct Cases {
    x: Vec<f64>,
    y: Vec<f64>,
    first: Vec<f64>,
    second: Vec<f64>,
}

fn cases() -> BTreeMap<String, Cases> {
    let mut all: BTreeMap<String, Cases> = BTreeMap::new();
    let mut reader = csv::Reader::from_path("tests/data/ufuncs.csv").expect("the file is there");
    for row in reader.records() {
        let row = row.expect("a row");
        let number = |column: usize| match &row[column] {
            "" => f64::NAN,
            bits => f64::from_bits(u64::from_str_radix(bits, 16).expect("hexadecimal digits")),
        };
        let cases = all.entry(row[0].to_owned()).or_default();
        cases.x.push(number(1));
        cases.y.push(number(2));
        cases.first.push(number(3));
        cases.second.push(number(4));
    }
    all
}

/// Equal; zeros and NaN of one kind; or as near as elementary functions have to be, which are 1 ulp off here and there.
fn agree(got: f64, wanted: f64, exact: bool) -> bool {
    if wanted.is_nan() || wanted == 0.0 || wanted.is_infinite() || exact {
        return (got.is_nan() && wanted.is_nan()) || got.to_bits() == wanted.to_bits();
    }
    (got.to_bits() as i64 - wanted.to_bits() as i64).abs() <= 2
}

fn compare(name: &str, cases: &Cases, got: &[f64], wanted: &[f64], exact: bool) {
    assert_eq!(got.len(), wanted.len(), "{name}");
    for (place, (&got, &wanted)) in got.iter().zip(wanted).enumerate() {
        let (x, y) = (cases.x[place], cases.y[place]);
        assert!(agree(got, wanted, exact), "{name}({x:e}, {y:e}) is {got:e}, NumPy says {wanted:e}");
    }
}

macro_rules! checked {
    ($all:ident; $($exact:literal: $($name:ident)*, $($pair:ident)*, $($truth:ident)*, $($relation:ident)*;)*) => { $(
        $(
            let cases = &$all.remove(stringify!($name)).expect(stringify!($name));
            compare(stringify!($name), cases, ufuncs::$name(&cases.x).as_slice(), &cases.first, $exact);
        )*
        $(
            let cases = &$all.remove(stringify!($pair)).expect(stringify!($pair));
            compare(stringify!($pair), cases, ufuncs::$pair(&cases.x, &cases.y).as_slice(), &cases.first, $exact);
        )*
        $(
            let cases = &$all.remove(stringify!($truth)).expect(stringify!($truth));
            let got: Vec<f64> = ufuncs::$truth(&cases.x).iter().map(|&truth| f64::from(u8::from(truth))).collect();
            compare(stringify!($truth), cases, &got, &cases.first, $exact);
        )*
        $(
            let cases = &$all.remove(stringify!($relation)).expect(stringify!($relation));
            let got = ufuncs::$relation(&cases.x, &cases.y);
            let got: Vec<f64> = got.iter().map(|&truth| f64::from(u8::from(truth))).collect();
            compare(stringify!($relation), cases, &got, &cases.first, $exact);
        )*
    )* };
}

#[test]
fn every_ufunc_says_what_numpy_says() {
    let mut all = cases();
    checked! { all;
        true: negative square reciprocal absolute fabs sign floor ceil trunc rint sqrt,
              add subtract multiply divide remainder floor_divide fmod copysign heaviside,
              signbit isnan isinf isfinite,
              equal not_equal less less_equal greater greater_equal;
        false: cbrt exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh degrees
              radians,
              power logaddexp arctan2 hypot,
              , ;
    }
    // Of zeros with different signs either may win; NumPy's choice depends on the CPU.
    for name in ["maximum", "minimum", "fmax", "fmin"] {
        let cases = all.get_mut(name).expect(name);
        cases.first.iter_mut().filter(|wanted| **wanted == 0.0).for_each(|wanted| *wanted = 0.0);
    }
    macro_rules! without_sign_of_zero {
        ($($name:ident)*) => { $(
            let cases = &all.remove(stringify!($name)).expect(stringify!($name));
            let got: Vec<f64> = ufuncs::$name(&cases.x, &cases.y).iter().map(|x| x + 0.0).collect();
            compare(stringify!($name), cases, &got, &cases.first, true);
        )* };
    }
    without_sign_of_zero! { maximum minimum fmax fmin }
    let cases = &all.remove("divmod").expect("divmod");
    let (quotient, rest) = ufuncs::divmod(&cases.x, &cases.y);
    compare("divmod", cases, quotient.as_slice(), &cases.first, true);
    compare("divmod", cases, rest.as_slice(), &cases.second, true);
    let cases = &all.remove("modf").expect("modf");
    let (part, whole) = ufuncs::modf(&cases.x);
    compare("modf", cases, part.as_slice(), &cases.first, true);
    compare("modf", cases, whole.as_slice(), &cases.second, true);
    assert!(all.is_empty(), "not compared: {:?}", all.keys());
}

#[test]
fn of_integers_and_truth_values() {
    assert_eq!(ufuncs::add(&[250u8, 1], &[10, 1]), [4, 2]);
    assert_eq!(ufuncs::divide(&[7, -7, 7], &[2, 2, 0]), [3, -3, 0]);
    assert_eq!(ufuncs::bitwise_xor(&[0b1100u16], 0b1010), [0b0110]);
    assert_eq!(ufuncs::invert(&[0i8, 5]), [-1, -6]);
    assert_eq!(ufuncs::bitwise_or(&[true, false], false), [true, false]);
    assert_eq!(ufuncs::logical_xor(&[true, true], &[true, false]), [false, true]);
    assert_eq!(ufuncs::logical_and(&[true, true], &ufuncs::logical_not(&[true, false])), [false, true]);
    assert!(ufuncs::logical_or(false, true));
    assert_eq!(ufuncs::sign(&[-3.0f32, 0.0, 8.0]), [-1.0, 0.0, 1.0]);
}
