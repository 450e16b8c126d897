//! Odd and even functions are so to the last bit, and a result does not depend on the lane.

use crate::for_both;
use crate::kernels::Number;

for_both! { odd_functions even_functions planes lanes_do_not_matter }

const COUNT: usize = 4099;

/// Numbers of all sizes within the type's range, most of them moderate.
fn arguments(seed: u64) -> Vec<f64> {
    let mut state = seed;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1u64 << 53) as f64
    };
    let mut argument = |k: usize| {
        let sign = if next() < 0.5 { -1.0 } else { 1.0 };
        let size = [1.0, 10.0, 100.0, 1e6, 1e30, 1e-30, 1e-40][k % 7];
        // Exact in both types.
        f64::from((sign * size * next()) as f32)
    };
    (0..COUNT).map(&mut argument).collect()
}

fn negated(x: &[f64]) -> Vec<f64> {
    x.iter().map(|x| -x).collect()
}

/// Equal to the bit, or both NaN.
fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

const ODD: [&str; 13] =
    ["sin", "tan", "asin", "atan", "sinh", "tanh", "asinh", "atanh", "cbrt", "round", "trunc", "floor", "ceil"];

fn odd_functions<T: Number>() {
    let x = arguments(1);
    for name in ODD {
        // Of the two that are not odd, one mirrors the other.
        let mirrored = match name {
            "floor" => "ceil",
            "ceil" => "floor",
            other => other,
        };
        let (value, opposite) = (T::one(name, &x), T::one(mirrored, &negated(&x)));
        for ((x, value), opposite) in x.iter().zip(value).zip(opposite) {
            assert!(same(value, -opposite), "{name} of {}, at ±{x:e}: {value:e} and {opposite:e}", T::NAME);
        }
    }
}

fn even_functions<T: Number>() {
    let x = arguments(2);
    for name in ["cos", "cosh"] {
        for ((x, value), mirrored) in x.iter().zip(T::one(name, &x)).zip(T::one(name, &negated(&x))) {
            assert!(same(value, mirrored), "{name} of {}, at ±{x:e}: {value:e} and {mirrored:e}", T::NAME);
        }
    }
}

fn planes<T: Number>() {
    let (x, y) = (arguments(3), arguments(4));
    let (angle, length) = (T::two("atan2", &y, &x), T::two("hypot", &x, &y));
    let mirrored = T::two("atan2", &negated(&y), &x);
    let swapped = T::two("hypot", &y, &negated(&x));
    for at in 0..COUNT {
        let point = (x[at], y[at]);
        assert!(same(angle[at], -mirrored[at]), "atan2 of {}, {point:?}: {} {}", T::NAME, angle[at], mirrored[at]);
        assert!(same(length[at], swapped[at]), "hypot of {}, {point:?}: {} {}", T::NAME, length[at], swapped[at]);
    }
}

fn lanes_do_not_matter<T: Number>() {
    let names =
        ["exp", "exp2", "exp_m1", "ln", "ln_1p", "log2", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh"];
    let x = arguments(5);
    for name in names.into_iter().chain(["cosh", "tanh", "asinh", "acosh", "atanh", "sqrt", "cbrt"]) {
        let whole = T::one(name, &x);
        for shift in [1, 3, 8] {
            for (k, got) in T::one(name, &x[shift..]).into_iter().enumerate() {
                assert!(same(got, whole[k + shift]), "{name}({:e}) of {}: {got:e}", x[k + shift], T::NAME);
            }
        }
        for (k, &alone) in x.iter().enumerate().step_by(41) {
            let got = T::one(name, &[alone])[0];
            assert!(same(got, whole[k]), "{name}({alone:e}) of {} alone: {got:e}", T::NAME);
        }
    }
}
