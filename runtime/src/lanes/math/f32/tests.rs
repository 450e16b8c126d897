//! All functions on all tiers, in gangs of 8 and of 16: errors against `f64`, and special values.
//!
//! `f64` functions of std are off by a few 10⁻⁹ ulp of an `f32`, and their special values are those of C99 and IEEE 754. `examples/ulp` measures on all
//! arguments; here some thousands of all sizes must do.

use crate::lanes::{Job, LaneArray, Lanes, Simd, Tier};

/// A function of gangs, with what it is in `f64`.
struct Function<const ARGUMENTS: usize> {
    name: &'static str,
    narrow: Run<ARGUMENTS>,
    wide: Run<ARGUMENTS>,
    reference: fn([f64; ARGUMENTS]) -> f64,
}

/// Calls a function for as many arguments as a gang has lanes.
type Run<const ARGUMENTS: usize> = fn(Tier, &[[f32; ARGUMENTS]]) -> Vec<f32>;

macro_rules! functions {
    ($($name:ident($($x:ident $place:literal),*) $reference:expr;)*) => {
        [$(Function {
            name: stringify!($name),
            narrow: functions! { @run $name 8 $($place)* },
            wide: functions! { @run $name 4 $($place)* },
            reference: |[$($x),*]| $reference,
        }),*]
    };
    (@run $name:ident $widest:literal $($place:literal)*) => {
        |tier, arguments| {
            struct Call<'a, const ARGUMENTS: usize>(&'a [[f32; ARGUMENTS]]);
            impl<const ARGUMENTS: usize> Job for Call<'_, ARGUMENTS> {
                type Output = Vec<f32>;
                const WIDEST: usize = $widest;
                #[inline(always)]
                unsafe fn run<S: Simd>(self, s: S) -> Vec<f32> {
                    let call = |arguments: &[[f32; ARGUMENTS]]| {
                        let gang = |place: usize| S::F32::from_array(s, LaneArray::from_fn(|lane| arguments[lane][place]));
                        super::$name(s, $(gang($place)),*).to_array().as_slice().to_vec()
                    };
                    self.0.chunks_exact(S::LANES).flat_map(call).collect()
                }
            }
            // SAFETY: the tier is supported; the job asks for no more.
            unsafe { tier.run(Call(arguments)) }
        }
    };
}

fn of_one() -> Vec<Function<1>> {
    functions! {
        exp(x 0) x.exp();
        exp2(x 0) x.exp2();
        exp_m1(x 0) x.exp_m1();
        ln(x 0) x.ln();
        ln_1p(x 0) x.ln_1p();
        log2(x 0) x.log2();
        log10(x 0) x.log10();
        sin(x 0) x.sin();
        cos(x 0) x.cos();
        tan(x 0) x.tan();
        asin(x 0) x.asin();
        acos(x 0) x.acos();
        atan(x 0) x.atan();
        sinh(x 0) x.sinh();
        cosh(x 0) x.cosh();
        tanh(x 0) x.tanh();
        asinh(x 0) x.asinh();
        acosh(x 0) x.acosh();
        atanh(x 0) x.atanh();
        cbrt(x 0) x.cbrt();
    }
    .into()
}

fn of_two() -> Vec<Function<2>> {
    functions! {
        powf(x 0, y 1) x.powf(y);
        atan2(y 0, x 1) y.atan2(x);
        hypot(x 0, y 1) x.hypot(y);
    }
    .into()
}

/// The error in units of the last place of the exact value; infinite where a special value is not what it should be.
fn error(computed: f32, exact: f64) -> f64 {
    const OVERFLOW: f64 = 340_282_366_920_938_463_463_374_607_431_768_211_456.0;
    if exact.is_nan() || computed.is_nan() {
        return if exact.is_nan() && computed.is_nan() { 0.0 } else { f64::INFINITY };
    }
    let wrong_sign = computed == 0.0 && computed.is_sign_negative() != exact.is_sign_negative();
    if wrong_sign || ((exact == 0.0 || exact.is_infinite()) && f64::from(computed) != exact) {
        return f64::INFINITY;
    }
    let exponent = ((exact.abs().to_bits() >> 52) as i32 - 1023).clamp(-126, 127);
    let difference = f64::from(computed).clamp(-OVERFLOW, OVERFLOW) - exact.clamp(-OVERFLOW, OVERFLOW);
    difference.abs() / 2f64.powi(exponent - 23)
}

fn check<const ARGUMENTS: usize>(functions: &[Function<ARGUMENTS>], arguments: &[[f32; ARGUMENTS]]) {
    for Function { name, narrow, wide, reference } in functions {
        for tier in Tier::supported() {
            for (run, lanes) in [(narrow, 8), (wide, 16)] {
                let computed = run(tier, arguments);
                for (&arguments, computed) in arguments.iter().zip(computed) {
                    let exact = reference(arguments.map(f64::from));
                    assert!(
                        error(computed, exact) <= 1.0,
                        "{name} of {arguments:?} is {computed:e}, not {exact:e}, on {tier} with {lanes} lanes"
                    );
                }
            }
        }
    }
}

/// Zeros, infinities, a NaN, limits of the format, whole numbers, and where ranges of results or of algorithms end.
const EDGES: [f32; 40] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    f32::INFINITY,
    f32::NEG_INFINITY,
    f32::NAN,
    f32::MAX,
    f32::MIN,
    f32::MIN_POSITIVE,
    -f32::MIN_POSITIVE,
    1e-45,
    -1e-45,
    1e-40,
    0.5,
    -0.5,
    2.0,
    -2.0,
    3.0,
    -3.0,
    2.5,
    -2.5,
    0.999_999_94,
    1.000_000_1,
    10.0,
    1000.0,
    8_388_607.0,
    -8_388_609.0,
    16_777_215.0,
    16_777_216.0,
    -33_554_432.0,
    88.722_84,
    -87.336_55,
    -103.278_93,
    -103.972_084,
    128.0,
    -149.0,
    -150.0,
    1.570_796_4,
    12_800.0,
];

/// Numbers of all sizes, one after the other in no order.
fn numbers(count: u32) -> impl Iterator<Item = f32> {
    (1..=count).map(|k| f32::from_bits(k.wrapping_mul(2_654_435_761)))
}

#[test]
fn functions_of_one_argument_are_off_by_an_ulp_at_most() {
    let moderate = numbers(4000).map(|x| (x.to_bits() as f32 / 2f32.powi(31) - 1.0) * 20.0);
    let arguments = EDGES.into_iter().chain(numbers(8000)).chain(moderate);
    let mut arguments: Vec<[f32; 1]> = arguments.map(|x| [x]).collect();
    arguments.resize(arguments.len().next_multiple_of(16), [1.0]);
    check(&of_one(), &arguments);
}

#[test]
fn functions_of_two_arguments_are_off_by_an_ulp_at_most() {
    let edges = EDGES.into_iter().flat_map(|x| EDGES.map(|y| [x, y]));
    let any = numbers(4000).zip(numbers(8000).skip(4000)).map(|(x, y)| [x, y]);
    // Results of powers between 2⁻¹⁵⁰ and 2¹³⁰, most of the time.
    let powers = numbers(4000).map(|x| [x.abs(), ((x.to_bits() % 280) as f32 - 150.0) / x.abs().log2()]);
    let mut arguments: Vec<[f32; 2]> = edges.chain(any).chain(powers).collect();
    arguments.resize(arguments.len().next_multiple_of(16), [1.0; 2]);
    check(&of_two(), &arguments);
}

#[test]
fn neighbours_do_not_matter() {
    for Function { name, wide, .. } in of_one() {
        for tier in Tier::supported() {
            let alone = wide(tier, &[[0.7]; 16])[0];
            for edge in EDGES {
                let mut arguments = [[edge]; 16];
                arguments[5] = [0.7];
                let beside = wide(tier, &arguments)[5];
                assert_eq!(beside.to_bits(), alone.to_bits(), "{name} of 0.7 beside {edge} on {tier}");
            }
        }
    }
}
