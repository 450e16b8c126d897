//! Elementwise kernels have the bits of the scalar Rust expression, on whatever tier runs, in every layout and with every tail.
//!
//! The checks run this test once with each tier that the CPU has (`NDWEAVE_TIER`).

use std::process::Command;

use ndweave::{Array1, Tier, View1, einsum, s};
use num_complex::Complex;

/// Random bits, of which some are edges.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// Elements that a test draws and compares.
trait Sample: ndweave::Element {
    fn draw(dice: &mut Dice) -> Self;
    /// Equal to the bit; NaNs are equal.
    fn same(self, other: Self) -> bool;
}

macro_rules! integers {
    ($($T:ident)*) => { $(
        impl Sample for $T {
            fn draw(dice: &mut Dice) -> Self {
                const EDGES: [$T; 6] = [0, 1, $T::MIN, $T::MAX, 2, !0];
                let bits = dice.next();
                if bits % 4 == 0 { EDGES[(bits >> 8) as usize % EDGES.len()] } else { (bits >> 7) as $T }
            }
            fn same(self, other: Self) -> bool {
                self == other
            }
        }
    )* };
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! floats {
    ($($T:ident)*) => { $(
        impl Sample for $T {
            fn draw(dice: &mut Dice) -> Self {
                const EDGES: [$T; 10] =
                    [0.0, -0.0, 1.0, -2.5, $T::MAX, $T::MIN_POSITIVE / 4.0, $T::INFINITY, -$T::INFINITY, $T::NAN, 0.5];
                let bits = dice.next();
                match bits % 4 {
                    0 => EDGES[(bits >> 8) as usize % EDGES.len()],
                    1 => $T::from_bits((bits >> 3) as _),
                    _ => ((bits >> 40) as $T - 8_388_608.0) / 1000.0,
                }
            }
            fn same(self, other: Self) -> bool {
                self.to_bits() == other.to_bits() || (self.is_nan() && other.is_nan())
            }
        }

        impl Sample for Complex<$T> {
            fn draw(dice: &mut Dice) -> Self {
                Complex::new($T::draw(dice), $T::draw(dice))
            }
            fn same(self, other: Self) -> bool {
                self.re.same(other.re) && self.im.same(other.im)
            }
        }
    )* };
}

floats! { f32 f64 }

impl Sample for bool {
    fn draw(dice: &mut Dice) -> Self {
        dice.next() % 2 == 1
    }
    fn same(self, other: Self) -> bool {
        self == other
    }
}

/// Runs a kernel over operands of every length up to two gangs and more, with strides 1, 3, -1 and 0, and compares each element
/// with the scalar function.
#[track_caller]
fn check<T: Sample, U: Sample>(
    name: &str,
    kernel: impl Fn(View1<'_, T>, View1<'_, T>) -> Array1<U>,
    scalar: impl Fn(T, T) -> U,
) {
    let mut dice = Dice(name.len() as u64);
    for n in (0..40).chain([64, 1000]) {
        let mut draw = |len: usize| Array1::from_fn(len, |_| T::draw(&mut dice));
        let (near, far, one) = (draw(n), draw(3 * n), draw(1));
        let strided = far.slice(s![..;3]);
        let backwards = near.slice(s![..;-1]);
        let same = one.broadcast_to(n).unwrap();
        let layouts = [near.view(), strided, backwards, same];
        for (a, x) in layouts.iter().enumerate() {
            for (b, y) in layouts.iter().enumerate() {
                let result = kernel(*x, *y);
                assert_eq!(result.len(), n);
                for i in 0..n {
                    let (x, y, got) = (x[[i]], y[[i]], result[[i]]);
                    let expected = scalar(x, y);
                    assert!(
                        got.same(expected),
                        "{name} on {}, layouts {a} and {b}, element {i} of {n}: {x:?} and {y:?} give {got:?}, not {expected:?}",
                        Tier::current()
                    );
                }
            }
        }
    }
}

macro_rules! integer_kernels {
    ($($T:ident)*) => { $(
        #[test]
        fn $T() {
            check(
                concat!(stringify!($T), " arithmetic"),
                |x: View1<$T>, y: View1<$T>| einsum!((x[i] + y[i]) * x[i] - (y[i] / x[i] ^ x[i] % y[i]) -> [i]),
                |x, y| {
                    let (quotient, rest) = (y.checked_div(x), x.checked_rem(y));
                    // MIN / -1 is MIN, and its remainder 0.
                    let quotient = quotient.unwrap_or(if x == 0 { 0 } else { y });
                    let joined = quotient ^ rest.unwrap_or(0);
                    x.wrapping_add(y).wrapping_mul(x).wrapping_sub(joined)
                },
            );
            check(
                concat!(stringify!($T), " bits"),
                |x: View1<$T>, y: View1<$T>| einsum!(((x[i] << y[i]) | (y[i] >> x[i])) ^ !(x[i] & y[i]) -> [i]),
                |x, y| (x.wrapping_shl(y as u32) | y.wrapping_shr(x as u32)) ^ !(x & y),
            );
            check(
                concat!(stringify!($T), " order"),
                |x: View1<$T>, y: View1<$T>| einsum!(
                    if x[i] < y[i] { x[i].max(y[i]) } else if x[i] == y[i] { x[i].pow(3) } else { x[i].min(y[i]) } -> [i]
                ),
                |x, y| if x < y { y } else if x == y { x.wrapping_mul(x).wrapping_mul(x) } else { y },
            );
            check(
                concat!(stringify!($T), " casts"),
                |x: View1<$T>, y: View1<$T>| einsum!((x[i] as u8) as f32 + (y[i] as i64) as f32 - x[i] as f32 -> [i]),
                |x, y| (x as u8) as f32 + (y as i64) as f32 - x as f32,
            );
        }
    )* };
}

integer_kernels! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! float_kernels {
    ($($T:ident)*) => { $(
        #[test]
        fn $T() {
            check(
                concat!(stringify!($T), " arithmetic"),
                |x: View1<$T>, y: View1<$T>| einsum!((x[i] + y[i]) * x[i] - y[i] / -x[i] -> [i]),
                |x, y| (x + y) * x - y / -x,
            );
            check(
                concat!(stringify!($T), " remainders"),
                |x: View1<$T>, y: View1<$T>| einsum!(x[i] % y[i] -> [i]),
                |x, y| x % y,
            );
            check(
                concat!(stringify!($T), " rounding"),
                |x: View1<$T>, y: View1<$T>| einsum!(x[i].floor() - y[i].ceil() + x[i].round() * y[i].trunc() -> [i]),
                |x, y| x.floor() - y.ceil() + x.round() * y.trunc(),
            );
            check(
                concat!(stringify!($T), " signs"),
                |x: View1<$T>, y: View1<$T>| einsum!(x[i].abs().copysign(y[i]).mul_add(x[i].signum(), y[i].sqrt()) -> [i]),
                |x, y| x.abs().copysign(y).mul_add(x.signum(), y.sqrt()),
            );
            check(
                concat!(stringify!($T), " order"),
                |x: View1<$T>, y: View1<$T>| einsum!(
                    if x[i] < y[i] || y[i].is_nan() { x[i].clamp(-1.0, 1.0) } else { x[i].powi(3) + y[i].fract() } -> [i]
                ),
                |x, y| {
                    if x < y || y.is_nan() { x.clamp(-1.0, 1.0) } else { x.powi(3) + y.fract() }
                },
            );
            check(
                concat!(stringify!($T), " a value used twice"),
                |x: View1<$T>, y: View1<$T>| einsum!({ let d = x[i] - y[i]; let e = d * d; e * d + e } -> [i]),
                |x, y| {
                    let d = x - y;
                    let e = d * d;
                    e * d + e
                },
            );
            check(
                concat!(stringify!($T), " casts"),
                |x: View1<$T>, y: View1<$T>| {
                    einsum!((x[i] as i32) as i64 ^ (y[i] as u8) as i64 ^ y[i] as i64 ^ (x[i] as u16) as i64 -> [i])
                },
                |x, y| (x as i32) as i64 ^ (y as u8) as i64 ^ y as i64 ^ (x as u16) as i64,
            );
        }
    )* };
}

float_kernels! { f32 f64 }

#[test]
fn complex_numbers() {
    check(
        "complex of f64",
        |x: View1<Complex<f64>>, y: View1<Complex<f64>>| einsum!((x[i] + y[i]) * x[i] - y[i] -> [i]),
        |x, y| (x + y) * x - y,
    );
    check("complex of f32", |x: View1<Complex<f32>>, y: View1<Complex<f32>>| einsum!(x[i] / y[i] -> [i]), |x, y| x / y);
    check(
        "parts",
        |x: View1<Complex<f32>>, y: View1<Complex<f32>>| einsum!(x[i].conj().im * y[i].re - x[i].norm_sqr() -> [i]),
        |x, y| x.conj().im * y.re - x.norm_sqr(),
    );
}

#[test]
fn truth_values() {
    check(
        "bool",
        |x: View1<bool>, y: View1<bool>| einsum!((x[i] && !y[i]) ^ (x[i] | y[i]) -> [i]),
        |x, y| (x && !y) ^ (x | y),
    );
}

/// A tier that is none, and one that no CPU has alone, end the program with a message that says what there is.
#[test]
fn a_wrong_tier_is_an_error() {
    // The child runs one kernel.
    let run = |tier: &str| {
        let program = std::env::current_exe().unwrap();
        let output =
            Command::new(program).args(["--exact", "truth_values"]).env("NDWEAVE_TIER", tier).output().unwrap();
        (
            output.status.success(),
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
        )
    };
    let (succeeded, said) = run("v9");
    assert!(!succeeded);
    assert!(said.contains("NDWEAVE_TIER is `v9`, which is no tier; this CPU has: portable"), "{said}");
    for tier in ["portable", "v3", "v4"] {
        let (succeeded, said) = run(tier);
        let supported = Tier::supported().any(|has| has.name() == tier);
        assert_eq!(succeeded, supported, "{said}");
        if !supported {
            let text = format!("NDWEAVE_TIER asks for `{tier}`, which this CPU lacks; it has: portable");
            assert!(said.contains(&text), "{said}");
        }
    }
}
