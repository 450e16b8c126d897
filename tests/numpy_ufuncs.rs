//! `ndweave::ufuncs` against NumPy: `tests/data/ufuncs.csv` and `integer_ufuncs.csv`, which `tests/generate/ufuncs.py` wrote.

use std::collections::BTreeMap;

use ndweave::{Array1, ufuncs};

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
        true: negative square reciprocal absolute fabs sign floor ceil trunc rint sqrt positive spacing,
              nextafter add subtract multiply divide remainder floor_divide fmod copysign heaviside,
              signbit isnan isinf isfinite,
              equal not_equal less less_equal greater greater_equal;
        false: cbrt exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh degrees
              radians,
              power float_power logaddexp logaddexp2 arctan2 hypot,
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
    let cases = &all.remove("frexp").expect("frexp");
    let (fraction, exponent) = ufuncs::frexp(&cases.x);
    compare("frexp", cases, fraction.as_slice(), &cases.first, true);
    compare("frexp", cases, exponent.mapv(f64::from).as_slice(), &cases.second, true);
    let cases = &all.remove("ldexp").expect("ldexp");
    let exponents: Vec<i32> = cases.y.iter().map(|&y| y as i32).collect();
    compare("ldexp", cases, ufuncs::ldexp(&cases.x, &exponents).as_slice(), &cases.first, true);
    assert!(all.is_empty(), "not compared: {:?}", all.keys());
}

#[test]
fn of_integers() {
    let mut all: BTreeMap<String, Vec<[i64; 4]>> = BTreeMap::new();
    let mut reader = csv::Reader::from_path("tests/data/integer_ufuncs.csv").expect("the file is there");
    for row in reader.records() {
        let row = row.expect("a row");
        let number = |column: usize| row[column].parse().unwrap_or(0);
        all.entry(row[0].to_owned()).or_default().push([number(1), number(2), number(3), number(4)]);
    }
    let mut rows = |name: &str| -> [Vec<i64>; 4] {
        let rows = all.remove(name).expect(name);
        [0, 1, 2, 3].map(|column| rows.iter().map(|row| row[column]).collect())
    };
    macro_rules! equal {
        ($($one:ident)*; $($two:ident)*) => {
            $({
                let [x, _, wanted, _] = rows(stringify!($one));
                assert_eq!(ufuncs::$one(&x).to_vec(), wanted, concat!(stringify!($one), " of {:?}"), x);
            })*
            $({
                let [x, y, wanted, _] = rows(stringify!($two));
                for (place, (got, wanted)) in ufuncs::$two(&x, &y).iter().zip(&wanted).enumerate() {
                    assert_eq!(got, wanted, concat!(stringify!($two), " of {} and {}"), x[place], y[place]);
                }
            })*
        };
    }
    equal! {
        absolute sign negative positive invert square;
        add subtract multiply remainder floor_divide fmod gcd lcm left_shift right_shift maximum minimum fmax fmin bitwise_and
        bitwise_or bitwise_xor
    }
    let [x, y, quotients, rests] = rows("divmod");
    assert_eq!(ufuncs::divmod(&x, &y), (Array1::from_vec(quotients), Array1::from_vec(rests)));
    let [x, _, counts, _] = rows("bitwise_count");
    assert_eq!(ufuncs::bitwise_count(&x).mapv(i64::from).to_vec(), counts);
    assert!(all.is_empty(), "not compared: {:?}", all.keys());
}

#[test]
fn of_other_types() {
    assert_eq!(ufuncs::remainder(&[250u8, 7, 9], &[100, 0, 4]), [50, 0, 1]);
    assert_eq!(ufuncs::floor_divide(&[-7i8, 7, i8::MIN], &[2, -2, -1]), [-4, -4, i8::MIN]);
    assert_eq!(ufuncs::gcd::reduce_all(&[12u32, 18, 30]), 6);
    assert_eq!(ufuncs::lcm(&[4u16, 0], 6), [12, 0]);
    assert_eq!(ufuncs::left_shift(&[1u8, 3], &[7, 8]), [128, 0]);
    assert_eq!(ufuncs::right_shift(&[-5i32, 5], 40), [-1, 0]);
    assert_eq!(ufuncs::maximum::reduce::<0>(&[[3, 9], [4, 1]]).to_vec(), [4, 9]);
    assert_eq!(ufuncs::bitwise_count(&[255u8, 3]), [8, 2]);
    // By hand: 1 + 2^-23 and 2^-149 are the floats of single precision after 1 and 0; the least normal number is 2^-126.
    assert_eq!(ufuncs::nextafter(&[1.0f32, 0.0], 2.0), [1.0 + f32::EPSILON, f32::from_bits(1)]);
    assert_eq!(ufuncs::spacing(&[1.0f32, 0.0]), [f32::EPSILON, f32::from_bits(1)]);
    assert_eq!(ufuncs::frexp(&[3.0f32, f32::from_bits(1), -0.75]), ([0.75, 0.5, -0.75], [2, -148, 0]));
    assert_eq!(
        ufuncs::ldexp(&[1.0f32, 3.0, 1.0], &[-149, -150, 127]),
        [f32::from_bits(1), f32::from_bits(2), 2f32.powi(127)]
    );
    assert_eq!(ufuncs::deg2rad(180.0), std::f64::consts::PI);
    assert_eq!(ufuncs::matmul(&[[1.0f32, 2.0]], &[[3.0], [4.0]]), [[11.0]]);
    assert_eq!(ufuncs::vecmat(&[1, 2], &[[1, 2, 3], [4, 5, 6]]), [9, 12, 15]);
}

#[test]
fn of_truth_values_and_integers() {
    assert_eq!(ufuncs::add(&[250u8, 1], &[10, 1]), [4, 2]);
    assert_eq!(ufuncs::divide(&[7, -7, 7], &[2, 2, 0]), [3, -3, 0]);
    assert_eq!(ufuncs::bitwise_xor(&[0b1100u16], 0b1010), [0b0110]);
    assert_eq!(ufuncs::invert(&[0i8, 5]), [-1, -6]);
    assert_eq!(ufuncs::bitwise_or(&[true, false], false), [true, false]);
    assert_eq!(ufuncs::logical_xor(&[true, true], &[true, false]), [false, true]);
    assert_eq!(ufuncs::logical_and(&[true, true], &ufuncs::logical_not(&[true, false])), [false, true]);
    assert!(ufuncs::logical_or(false, true));
    let z = num_complex::Complex::new(3.0, -4.0);
    assert_eq!(ufuncs::conj(&[z]), [num_complex::Complex::new(3.0, 4.0)]);
    assert_eq!(ufuncs::sign(&[-3.0f32, 0.0, 8.0]), [-1.0, 0.0, 1.0]);
}
