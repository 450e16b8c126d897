//! `ufunc!` against the scalar function in a plain loop and, for the Mandelbrot set, against AVX2 by hand with masks and two gangs that
//! run in turns, on one core, in one run; and functions with core axes against loops by hand.
//!
//! Ratios are to ours: above 1, ours is faster. Before they are timed, it is checked that all rivals say the same.
//!
//! `cargo bench -p ndweave-benches --bench ufunc -- [part of a row's name]`

#[cfg(target_arch = "x86_64")]
#[path = "divergent/avx2.rs"]
mod avx2;
#[path = "divergent/kernels.rs"]
mod kernels;

use std::fmt::Debug;
use std::hint::black_box;

use kernels::*;
use ndweave::{Array1, Array2, ViewMut, ViewMut2};
use ndweave_benches::{Bench, Group};
use num_complex::Complex;

fn main() {
    let bench = Bench::from_args();
    println!("tier {}", ndweave::Tier::current());
    mandelbrot(&bench);
    others(&bench);
    core_axes(&bench);
}

/// Rows of this width.
fn matrix(out: &mut [f64], width: usize) -> ViewMut2<'_, f64> {
    let height = out.len() / width;
    ViewMut::from_slice_strided(out, (height, width), [width as isize, 1], 0).expect("as many elements")
}

/// Functions with core axes against loops by hand.
fn core_axes(bench: &Bench) {
    let n = bench.size(100_000, 10);
    let value = |i: usize| (i * 7919 % 10_007) as f64 / 5000.0 - 1.0;
    let vector = |from: usize| Array2::from_fn((n, 3), |[i, k]| value(3 * i + k + from));
    let (a, b) = (vector(0), vector(5));
    let points = |flat: &[f64]| -> Vec<[f64; 3]> { flat.as_chunks().0.to_vec() };
    let (rows_a, rows_b) = (points(a.as_slice()), points(b.as_slice()));
    row::<f64>(
        bench,
        "cross product, 100,000 points",
        3 * n,
        &mut |out| cross::into(out.as_chunks_mut::<3>().0, &a, &b),
        &mut |out| {
            for ((out, a), b) in out.as_chunks_mut::<3>().0.iter_mut().zip(&rows_a).zip(&rows_b) {
                *out = cross::scalar(*a, *b);
            }
        },
        None,
        &|a, b| a == b,
    );
    let (m, d) = (bench.size(300, 5), 16);
    let p = Array2::from_fn((m, d), |[i, k]| value(i * d + k));
    let q = Array2::from_fn((m, d), |[i, k]| value(i * d + k + 3));
    row::<f64>(
        bench,
        "distances of all pairs, 300 × 300 of 16 dimensions",
        m * m,
        &mut |out| cdist::into(matrix(out, m), &p, &q),
        &mut |out| {
            let (p, q) = (p.as_slice(), q.as_slice());
            for (out, p) in out.chunks_exact_mut(m).zip(p.chunks_exact(d)) {
                for (out, q) in out.iter_mut().zip(q.chunks_exact(d)) {
                    *out = p.iter().zip(q).map(|(p, q)| (p - q) * (p - q)).sum::<f64>().sqrt();
                }
            }
        },
        None,
        &|a, b| (a - b).abs() <= 1e-12,
    );
    let (signals, taps) = (bench.size(1000, 3), 9);
    let x = Array2::from_fn((signals, 64), |[i, k]| value(i * 64 + k));
    let kernel: Vec<f64> = (0..taps).map(value).collect();
    row::<f64>(
        bench,
        "convolutions of 1000 signals of 64",
        signals * (64 + taps - 1),
        &mut |out| convolve::into(matrix(out, 64 + taps - 1), &x, &kernel),
        &mut |out| {
            for (out, x) in out.chunks_exact_mut(64 + taps - 1).zip(x.as_slice().chunks_exact(64)) {
                out.fill(0.0);
                for (i, x) in x.iter().enumerate() {
                    for (j, k) in kernel.iter().enumerate() {
                        out[i + j] += x * k;
                    }
                }
            }
        },
        None,
        &|a, b| a == b,
    );
}

/// Writes the results.
type Work<'a, U> = &'a mut dyn FnMut(&mut [U]);

/// A row: ours into existing memory, the plain loop, and perhaps a rival by hand.
fn row<U: Copy + Default + PartialEq + Debug>(
    bench: &Bench,
    name: &str,
    len: usize,
    ours: Work<'_, U>,
    scalar: Work<'_, U>,
    by_hand: Option<Work<'_, U>>,
    close: &dyn Fn(U, U) -> bool,
) {
    let mut out: Vec<Vec<U>> = vec![vec![U::default(); len]; 3];
    ours(&mut out[0]);
    scalar(&mut out[1]);
    let agree = |a: &[U], b: &[U]| a.iter().zip(b).position(|(&a, &b)| !close(a, b));
    if let Some(at) = agree(&out[0], &out[1]) {
        panic!("{name}: {:?} is not {:?} at {at}", out[0][at], out[1][at]);
    }
    let [first, second, third] = &mut out[..] else { return };
    let mut by_hand = by_hand;
    if let Some(by_hand) = &mut by_hand {
        by_hand(third);
        assert_eq!(agree(third, second), None, "{name}: by hand");
    }
    let mut group = Group::new(name.to_owned())
        .entry("ufunc!", || ours(black_box(first)))
        .entry("the scalar function in a loop", || scalar(black_box(second)));
    if let Some(by_hand) = by_hand {
        group = group.entry("AVX2 by hand, two gangs in turns", move || by_hand(black_box(third)));
    }
    bench.run(group);
}

fn mandelbrot(bench: &Bench) {
    let side = bench.size(300, 40);
    let place = |k: usize| 3.0 * k as f64 / (side - 1) as f64;
    let grid = Array2::from_fn((side, side), |[i, j]| Complex::new(-2.0 + place(j), -1.5 + place(i)));
    let grid32 = grid.map(|c| Complex::new(c.re as f32, c.im as f32));
    let len = side * side;
    let grid = &grid;
    #[cfg(target_arch = "x86_64")]
    let avx2 = avx2::Avx2::new();
    row::<i64>(
        bench,
        "mandelbrot, f64, 300×300, limit 50",
        len,
        &mut |out| mandel1::into(out, grid.as_slice(), 50),
        &mut |out| out.iter_mut().zip(grid.as_slice()).for_each(|(out, &c)| *out = mandel1::scalar(c, 50)),
        #[cfg(target_arch = "x86_64")]
        avx2.map(|avx2| move |out: &mut [i64]| avx2.mandel(grid.as_slice(), 50, out))
            .as_mut()
            .map(|f| f as &mut dyn FnMut(&mut [i64])),
        &|a, b| a == b,
    );
    let grid32 = &grid32;
    row::<i32>(
        bench,
        "mandelbrot, f32, 300×300, limit 50",
        len,
        &mut |out| mandel1_f32::into(out, grid32.as_slice(), 50),
        &mut |out| out.iter_mut().zip(grid32.as_slice()).for_each(|(out, &c)| *out = mandel1_f32::scalar(c, 50)),
        #[cfg(target_arch = "x86_64")]
        avx2.map(|avx2| move |out: &mut [i32]| avx2.mandel_f32(grid32.as_slice(), 50, out))
            .as_mut()
            .map(|f| f as &mut dyn FnMut(&mut [i32])),
        &|a, b| a == b,
    );
}

fn others(bench: &Bench) {
    let n = bench.size(10_000, 100);
    let x = Array1::from_fn(n, |[i]| 0.1 + (i * 7919 % 10_007) as f64 / 50.0);
    let x = x.as_slice();
    macro_rules! compare {
        ($name:literal, $f:ident: $U:ty, $($x:expr),* => $close:expr) => {
            row::<$U>(
                bench,
                $name,
                n,
                &mut |out| $f::into(out, $($x),*),
                &mut |out| {
                    for (i, out) in out.iter_mut().enumerate() {
                        *out = $f::scalar($($x[i]),*);
                    }
                },
                None,
                &$close,
            );
        };
    }
    let whole: Vec<u64> = (0..n as u64).map(|i| 1 + i * 7919 % 100_003).collect();
    let (a, b): (Vec<u32>, Vec<u32>) =
        (0..n as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 3, 1 + i.wrapping_mul(40_503) % 100_000)).unzip();
    let seeds: Vec<u64> = (1..=n as u64).map(|i| i.wrapping_mul(0x9E37_79B9_7F4A_7C15)).collect();
    let strikes: Vec<f64> = x.iter().map(|x| 50.0 + x * 0.6).collect();
    compare!("cube root by Newton", newton: f64, x => |a: f64, b: f64| a == b);
    compare!("Collatz length, u64", collatz: u32, &whole => |a, b| a == b);
    compare!("root by bisection", bisection: f64, x => |a: f64, b: f64| a == b);
    compare!("gcd, u32", gcd: u32, &a, &b => |a, b| a == b);
    compare!("random walk, xorshift", walk: f64, &seeds => |a: f64, b: f64| a == b);
    compare!("Black-Scholes", black_scholes: f64, x, &strikes => |a: f64, b: f64| (a - b).abs() <= 1e-12 * (1.0 + b.abs()));
    compare!("piecewise cubic kernel", cubic: f64, x => |a: f64, b: f64| a == b);
}
