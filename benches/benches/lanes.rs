//! Kernels over data in the first-level cache: arithmetic against loops written by hand with `core::arch`, functions against the
//! standard library's and `wide`'s, and the portable tier against `wide`.
//!
//! `cargo bench -p ndweave-benches --bench lanes`

use std::hint::black_box;

use ndweave::{Array1, Tier, einsum};
use ndweave_benches::{Bench, Group};

mod by_hand;

/// Elements of `f64` arrays: three of them are 24 KiB.
const N64: usize = 1024;
/// Elements of `f32` arrays.
const N32: usize = 2048;

/// Set in the process that runs the portable tier.
const PORTABLE: &str = "NDWEAVE_BENCH_PORTABLE";

fn main() {
    let bench = Bench::from_args();
    if std::env::var_os(PORTABLE).is_none() {
        println!("tier {}", Tier::current());
        arithmetic(&bench);
        functions(&bench);
        portable();
    } else {
        println!("tier {}", Tier::current());
        functions(&bench);
    }
}

/// This program again, on the portable tier.
fn portable() {
    let program = std::env::current_exe().expect("the path of this program");
    let status = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .env("NDWEAVE_TIER", Tier::Portable.name())
        .env(PORTABLE, "1")
        .status()
        .expect("this program starts again");
    assert!(status.success());
}

/// Elementwise arithmetic and sums, against loops with the same instructions. The first entry is the loop by hand.
fn arithmetic(bench: &Bench) {
    let x = Array1::from_fn(N64, |[i]| i as f64 * 0.01 - 5.0);
    let y = Array1::from_fn(N64, |[i]| 3.0 - i as f64 * 0.005);
    let (mut by_hand, mut ours) = (vec![0.0; N64], Array1::<f64>::zeros(N64));
    let (a, b) = (black_box(1.5), black_box(-0.25));
    bench.run(
        Group::new("f64: a * x + b")
            .entry("by hand", || by_hand::axpb(x.as_slice(), a, b, &mut by_hand))
            .entry("einsum!", || einsum!(ours[i] = a * x[i] + b)),
    );
    assert_eq!(by_hand, ours.as_slice());
    bench.run(
        Group::new("f64: if a * x + y < 0 { 0.1 * … } else { … }")
            .entry("by hand", || by_hand::leaky(x.as_slice(), y.as_slice(), a, &mut by_hand))
            .entry("einsum!", || {
                einsum!(
                    ours[i] = {
                        let v = a * x[i] + y[i];
                        if v < 0.0 { 0.1 * v } else { v }
                    }
                )
            }),
    );
    assert_eq!(by_hand, ours.as_slice());
}

/// One function: ndweave's, then the others, whose ratios say how many times longer they take.
macro_rules! function {
    ($bench:expr, $T:ident, $n:expr, $Wide:ident, $name:ident, [$low:expr, $high:expr], |$w:ident| $wide:expr) => {{
        let span = $high - $low;
        let x = Array1::from_fn($n, |[i]| $low + span * ((i * 7919) % $n) as $T / $n as $T);
        let mut y = Array1::<$T>::zeros($n);
        let (mut scalar, mut wide) = (vec![0.0; $n], vec![0.0; $n]);
        $bench.run(
            Group::new(concat!(stringify!($T), ": ", stringify!($name)))
                .entry("einsum!", || einsum!(y[i] = x[i].$name()))
                .entry("std", || {
                    for (y, x) in scalar.iter_mut().zip(x.as_slice()) {
                        *y = x.$name();
                    }
                })
                .entry("wide", || {
                    const LANES: usize = size_of::<wide::$Wide>() / size_of::<$T>();
                    let (gangs, _) = x.as_slice().as_chunks::<LANES>();
                    for (y, x) in wide.chunks_exact_mut(LANES).zip(gangs) {
                        let $w = wide::$Wide::from(*x);
                        y.copy_from_slice(&<[$T; LANES]>::from($wide));
                    }
                }),
        );
        black_box((scalar, wide));
    }};
}

/// The same for a function of two arguments.
macro_rules! function_of_two {
    ($bench:expr, $T:ident, $n:expr, $Wide:ident, $name:ident, [$low:expr, $high:expr], |$v:ident, $w:ident| $wide:expr) => {{
        let span = $high - $low;
        let x = Array1::from_fn($n, |[i]| $low + span * ((i * 7919) % $n) as $T / $n as $T);
        let y = Array1::from_fn($n, |[i]| $high - span * ((i * 6007) % $n) as $T / $n as $T);
        let mut z = Array1::<$T>::zeros($n);
        let (mut scalar, mut wide) = (vec![0.0; $n], vec![0.0; $n]);
        $bench.run(
            Group::new(concat!(stringify!($T), ": ", stringify!($name)))
                .entry("einsum!", || einsum!(z[i] = x[i].$name(y[i])))
                .entry("std", || {
                    for ((z, x), y) in scalar.iter_mut().zip(x.as_slice()).zip(y.as_slice()) {
                        *z = x.$name(*y);
                    }
                })
                .entry("wide", || {
                    const LANES: usize = size_of::<wide::$Wide>() / size_of::<$T>();
                    let (gangs, _) = x.as_slice().as_chunks::<LANES>();
                    let (others, _) = y.as_slice().as_chunks::<LANES>();
                    for ((z, x), y) in wide.chunks_exact_mut(LANES).zip(gangs).zip(others) {
                        let ($v, $w) = (wide::$Wide::from(*x), wide::$Wide::from(*y));
                        z.copy_from_slice(&<[$T; LANES]>::from($wide));
                    }
                }),
        );
        black_box((scalar, wide));
    }};
}

macro_rules! functions_of_two {
    ($bench:expr; $($name:ident [$low:expr, $high:expr] |$v:ident, $w:ident| $wide:expr;)*) => { $(
        function_of_two!($bench, f64, N64, f64x8, $name, [$low, $high], |$v, $w| $wide);
        function_of_two!($bench, f32, N32, f32x16, $name, [$low, $high], |$v, $w| $wide);
    )* };
}

macro_rules! functions {
    ($bench:expr; $($name:ident [$low:expr, $high:expr] |$w:ident| $wide:expr;)*) => { $(
        function!($bench, f64, N64, f64x8, $name, [$low, $high], |$w| $wide);
        function!($bench, f32, N32, f32x16, $name, [$low, $high], |$w| $wide);
    )* };
}

fn functions(bench: &Bench) {
    functions! { bench;
        exp [-20.0, 20.0] |x| x.exp();
        ln [0.001, 1000.0] |x| x.ln();
        sin [-30.0, 30.0] |x| x.sin_cos().0;
        cos [-30.0, 30.0] |x| x.sin_cos().1;
        tanh [-4.0, 4.0] |x| x.tanh();
        exp2 [-20.0, 20.0] |x| x.exp2();
        exp_m1 [-4.0, 4.0] |x| x.exp_m1();
        ln_1p [-0.9, 20.0] |x| x.ln_1p();
        log2 [0.001, 1000.0] |x| x.log2();
        log10 [0.001, 1000.0] |x| x.log10();
        tan [-30.0, 30.0] |x| x.tan();
        asin [-1.0, 1.0] |x| x.asin();
        acos [-1.0, 1.0] |x| x.acos();
        atan [-5.0, 5.0] |x| x.atan();
        sinh [-10.0, 10.0] |x| x.sinh();
        cosh [-10.0, 10.0] |x| x.cosh();
        cbrt [-100.0, 100.0] |x| x.cbrt();
        sqrt [0.0, 100.0] |x| x.sqrt();
        floor [-100.0, 100.0] |x| x.floor();
        ceil [-100.0, 100.0] |x| x.ceil();
        trunc [-100.0, 100.0] |x| x.trunc();
    }
    functions_of_two! { bench;
        atan2 [-5.0, 5.0] |y, x| y.atan2(x);
        powf [0.01, 10.0] |x, y| x.powf_simd(y);
    }
}
