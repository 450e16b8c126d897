//! `ufunc!`: the gang form does at every point what the scalar function does, on the tier that `NDWEAVE_TIER` names.
//!
//! Every function below is computed over a list of awkward values and compared, bit by bit, with its own scalar function, which is what
//! rustc makes of the user's code.

// The functions are written so that every construct is among them, not as one would write them.
#![allow(
    clippy::let_and_return,
    clippy::eq_op,
    clippy::manual_range_contains,
    clippy::neg_cmp_op_on_partial_ord,
    clippy::manual_clamp,
    clippy::needless_return,
    clippy::never_loop,
    clippy::match_bool,
    clippy::needless_late_init,
    clippy::explicit_counter_loop,
    clippy::manual_is_multiple_of,
    clippy::assign_op_pattern,
    clippy::let_unit_value,
    clippy::precedence,
    clippy::collapsible_else_if,
    clippy::needless_borrows_for_generic_args,
    unused_assignments
)]

use std::fmt::Debug;

use ndweave::{Array, Array1, Array2, Float, broadcast, einsum, s, ufunc};
use num_complex::Complex;

/// Equal bits, whatever the type prints: -0.0 is not 0.0, and a NaN is a NaN.
fn same(got: impl Debug, wanted: impl Debug, at: impl Debug) {
    assert_eq!(format!("{got:?}"), format!("{wanted:?}"), "at {at:?}");
}

/// Values at which things break, and many between.
fn floats() -> Vec<f64> {
    let mut values = vec![
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        -0.5,
        1.5,
        2.5,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MIN_POSITIVE,
        5e-324,
        1e300,
        -1e300,
        f64::EPSILON,
        3.0,
        4.0,
        -7.25,
    ];
    let mut state = 88172645463325252u64;
    while values.len() < 300 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        values.push((state >> 11) as f64 / (1u64 << 53) as f64 * 20.0 - 10.0);
    }
    values
}

fn integers() -> Vec<i64> {
    let mut values = vec![0, 1, -1, 2, 3, 7, 8, 9, 100, -100, 127, 128, 255, 256];
    values.extend((0..250).map(|n| (n * 7919) % 1201 - 600));
    values
}

/// The first of some types.
macro_rules! first {
    ($T:ty $(, $rest:ty)*) => {
        $T
    };
}

/// Declares functions of one parameter, and a test that compares each with itself, one point at a time.
macro_rules! compared {
    ($test:ident over $values:expr; $(fn $name:ident($x:ident: $T:ty) -> $U:ty $body:block)*) => {
        ufunc! { $(fn $name($x: $T) -> $U $body)* }

        #[test]
        fn $test() {
            let values: Vec<first!($($T),*)> = $values;
            $(
                // Extents around a gang, and a strided operand.
                for length in [0, 1, 7, 8, 9, 15, 16, 17, values.len()] {
                    let part = &values[values.len() - length..];
                    let got = $name(part);
                    for (place, &x) in part.iter().enumerate() {
                        same(got[[place]], $name::scalar(x), (stringify!($name), x));
                    }
                }
                let array = Array1::from_vec(values.clone());
                let strided = array.slice(s![..;-3]);
                for (place, x) in strided.iter().enumerate() {
                    same($name(strided)[[place]], $name::scalar(*x), (stringify!($name), x));
                    if place > 40 { break; }
                }
            )*
        }
    };
}

const LIMIT: i64 = 20;

compared! {
    branches over floats();
    fn relu(x: f64) -> f64 { if x > 0.0 { x } else { 0.0 } }
    fn steps(x: f64) -> i32 {
        if x < -5.0 { -2 } else if x < 0.0 { -1 } else if x == 0.0 { 0 } else if x.is_nan() { 9 } else { 1 }
    }
    fn branch_without_else(x: f64) -> f64 {
        let mut y = x;
        if y < 0.0 { y = -y; }
        if y > 4.0 { y -= 4.0; y *= 2.0; } else { y /= 3.0; }
        y
    }
    fn heavy_branches(x: f64) -> f64 {
        let a = if x > 1.0 { x.sqrt().sqrt() } else { x * x };
        let b = if x > 1.0 && x < 3.0 { let t = a + 1.0; t * t } else if x <= 1.0 { a } else { -a };
        let mut c = a + b;
        if x > 2.0 { let mut k = 0; while k < 3 { c = c * 0.5 + x; k += 1; } }
        c
    }
    fn early(x: f64) -> f64 {
        if x.is_nan() { return -1.0; }
        if x < 0.0 { return if x < -3.0 { x } else { -x }; }
        let y = x + 1.0;
        if y > 4.0 { return y; }
        y * 10.0
    }
    fn last_return(x: f64) -> f64 { return x * 2.0; }
    fn both_return(x: f64) -> f64 { if x > 0.0 { return 1.0; } else { return -1.0; } }
    fn shadows(x: f64) -> f64 {
        let x = x * 2.0;
        let y = { let x = x + 1.0; x * x };
        let x = x - y;
        x
    }
    fn conditions(x: f64) -> bool { (x > 1.0 || x < -1.0) && !(x > 5.0) ^ (x == 2.5) | x.is_infinite() }
    fn matches(x: f64) -> u8 {
        match x as i32 { 0 => 1, 1 | 2 => 2, 3..=5 => 3, n if n < -4 => 4, -4..0 => 5, _ => 6 }
    }
    fn match_bool(x: f64) -> f64 { match x > 0.0 { true => x, false => -x } }
}

compared! {
    loops over integers();
    fn collatz(n: i64) -> u32 {
        let mut n = n.abs() + 1;
        let mut steps = 0;
        while n != 1 { n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 }; steps += 1; }
        steps
    }
    fn uniform_for(n: i64) -> i64 {
        let mut sum = 0;
        for i in 0..10 { sum += i * n; if i == 7 { break; } }
        for i in 1..=3 { for _ in 0..2 { if i == 2 { continue; } sum = sum * 2 + i; } }
        sum
    }
    fn varying_for(n: i64) -> i64 {
        let mut sum = 0;
        for i in 0..n % 20 { sum += i * i; }
        for i in -3..=n % 7 { if i % 2 == 0 { continue; } sum -= i; if sum < -50 { break; } }
        sum
    }
    fn leaves_early(n: i64) -> i64 {
        for i in 2..40 { if n % i == 0 { return i; } }
        -1
    }
    fn labels(n: i64) -> i64 {
        let mut count = 0;
        'outer: for i in 0..12 {
            let mut j = 0;
            loop {
                j += 1;
                if j > n % 9 { continue 'outer; }
                if i * j > 40 { break 'outer; }
                if (i + j) % 3 == 0 { continue; }
                count += i + j;
                if j == 6 { break; }
            }
            count += 1000;
        }
        count
    }
    fn loop_value(n: i64) -> i64 {
        let mut k = n.abs();
        let found = loop { if k % 7 == 3 { break k * 2; } k += 1; if k > n.abs() + 3 { break -1; } };
        found + 1
    }
    fn return_in_loop(n: i64) -> i64 {
        let mut k = n;
        loop {
            if k > LIMIT { return k; }
            let mut m = 0;
            while m < 3 { m += 1; if k + m == 5 { return -5; } }
            k += 3;
        }
    }
    // For many `n` the test holds though the loop never begins.
    fn returns_last(n: i64) -> i64 {
        let mut rest = n;
        while rest > -10 { rest -= 7; if rest < 0 { return 100; } }
        rest
    }
    fn counts_and_returns_last(n: i64) -> i64 {
        let (mut rest, mut turns) = (n, 0);
        while rest > 0 { rest -= 11; turns += 1; if turns >= 12 || rest == 3 { return -LIMIT; } }
        turns * 1000 + rest
    }
    fn breaks_out_last(n: i64) -> i64 {
        let (mut a, mut sum) = (n % 50, 0);
        'outer: while a < 60 {
            a += 3;
            let mut b = a;
            while b % 5 != 0 { b += 1; sum += b; if sum > 200 { break 'outer; } }
            sum -= 1;
        }
        a * 1000 + sum
    }
    fn returns_last_of_its_own(n: i64) -> i64 {
        let mut rest = n;
        while rest > 1 { rest = rest * 2 / 3; let rest = rest % 16; if rest == 9 { return 9; } }
        rest
    }
    fn continues_and_returns_last(n: i64) -> i64 {
        let mut rest = n;
        while rest > 5 {
            rest -= 4;
            if rest % 3 == 0 { continue; }
            if rest < 7 { return 1; }
        }
        rest
    }
    fn continue_while(n: i64) -> i64 {
        let (mut k, mut sum) = (n % 30, 0);
        while k > 0 { k -= 1; if k % 3 == 0 { continue; } sum += k; if k == 4 { sum += 100; } }
        sum
    }
    fn nested_while(n: i64) -> i64 {
        let mut a = n.abs() % 10;
        let mut total = 0;
        while a > 0 { let mut b = a; while b > 0 { total += b * a; b -= 2; } a -= 1; }
        total
    }
    fn uniform_mutable(n: i64) -> i64 {
        let mut k = 1;
        let mut total = n;
        while k < 100 { k *= 3; total += k; if k == 27 { total *= 2; } }
        total + k
    }
    fn deferred(n: i64) -> i64 {
        let y;
        let z: i64;
        if n > 0 { y = n; z = 1; } else { y = -n; z = 2; }
        y * 10 + z
    }
    fn casts(n: i64) -> f32 { ((n as i8) as u16 as f64 / 3.0) as f32 + (n > 3) as u8 as f32 + (n as usize % 5) as f32 }
    fn bits(n: i64) -> i64 { (n << 3) ^ (n >> 2) & !n | (n << (n as u32 & 7)) }
    fn powers_of_two(n: i64) -> i64 {
        let (byte, word) = (n as i8, n as u16);
        n / 2 + n / 64 * 3 + n % 8 * 1000 - n % 512
            + (byte / 4 + byte % 64) as i64 + (word / 16 + word % 4) as i64
            + (n as u64 / 1024 % 32768) as i64 + (n as isize / 2) as i64 * (n as u32 % 0x8000_0000) as i64
    }
    fn steps_up_and_down(n: i64) -> i64 {
        let (mut byte, mut word, mut long, mut turns) = ((n % 100) as i8, n as u16, n as i128, n as usize);
        let mut rest = n % 40;
        while rest > 0 { rest -= 3; byte += 1; word -= 1; long += 1; turns -= 1; byte %= 100; word |= 64; turns |= 1; }
        byte as i64 + word as i64 * 3 + long as i64 * 5 + turns as i64 * 7
    }
    fn wraps(n: i64) -> i64 { n.wrapping_mul(0x5DEECE66D).wrapping_add(11) % 1000 }
}

compared! {
    doubles over floats();
    fn newton(x: f64) -> f64 {
        if !(x.abs() < 1e200) || x == 0.0 { return x; }
        let a = x.abs();
        let mut y = a;
        let mut turns = 0;
        while turns < 2000 {
            let next = (2.0 * y + a / (y * y)) / 3.0;
            if (next - y).abs() <= 1e-15 * y { break; }
            y = next;
            turns += 1;
        }
        if x < 0.0 { -y } else { y }
    }
    fn bisection(y: f64) -> f64 {
        let (mut low, mut high) = (-30.0, 30.0);
        while high - low > 1e-12 {
            let middle = 0.5 * (low + high);
            if middle == low || middle == high { break; }
            if middle * middle * middle + middle < y { low = middle; } else { high = middle; }
        }
        0.5 * (low + high)
    }
    fn several_methods(x: f64) -> f64 { x.abs().min(3.0).max(-2.0).clamp(0.5, 2.5).mul_add(2.0, -1.0).copysign(x).floor() + x.powi(3) + x.powi(-2) }
    fn other_ufuncs(x: f64) -> f64 { relu(x) + if x > 2.0 { early(x) } else { relu(-x) * 3.0 } }
    fn complex_parts(x: f64) -> f64 {
        let mut z = Complex::new(x, 1.0);
        z.re += 2.0;
        z.im *= z.re;
        let w = z * z - z;
        if w.norm_sqr() > 10.0 { w.re } else { w.conj().im }
    }
    fn tuples(x: f64) -> f64 {
        let (a, b) = if x > 1.0 { (x, 2.0) } else { (3.0, x) };
        let pair = (a - b, x < 0.0);
        let (mut p, mut q) = (1.0, 0.0);
        for _ in 0..3 { (p, q) = (p + q, p); }
        (p, _) = (q, p);
        if pair.1 { pair.0 } else { p + q * b }
    }
    fn constants(x: f64) -> f64 { x * std::f64::consts::PI + f64::EPSILON + (2.0_f64.sqrt() + 1.0) }
    fn lazily(x: f64) -> bool { x > 0.5 && halvings(x) > 3 || x < -9.0 }
    fn halvings(x: f64) -> i32 { let mut x = x; let mut n = 0; while x > 0.1 { x *= 0.5; n += 1; if n > 1100 { break; } } n }
}

ufunc! {
    fn mandelbrot(c: Complex<f64>, limit: u32) -> u32 {
        let mut z = Complex::new(0.0, 0.0);
        let mut n = 0;
        while n < limit && z.norm_sqr() <= 4.0 {
            z = z * z + c;
            n += 1;
        }
        n
    }
    fn mandelbrot32(c: Complex<f32>, limit: u32) -> u32 {
        let mut z = Complex::new(0.0, 0.0);
        let mut n = 0;
        while n < limit && z.norm_sqr() <= 4.0 {
            z = z * z + c;
            n += 1;
        }
        n
    }

    fn divmod(a: i32, b: i32) -> (i32, i32) { (a / b, a % b) }

    fn sign_and_size<T: Float>(x: T, scale: T) -> (bool, T) {
        let y = x * scale;
        (y < x - x, if y < x - x { -y } else { y })
    }

    fn gcd(a: u32, b: u32) -> u32 {
        let (mut a, mut b) = (a, b);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    }

    fn walk(seed: u64, turns: u32) -> f32 {
        let mut state = seed;
        let mut at = 0.0;
        for _ in 0..turns {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            at += if state >> 63 == 0 { 1.0 } else { -1.0 };
        }
        at
    }
}

/// `mandel1` of the lesson, on its grid: the reference is plain Rust, written apart.
#[test]
fn mandelbrot_counts() {
    fn count(re: f64, im: f64) -> u32 {
        let (mut x, mut y, mut n) = (0.0, 0.0, 0);
        while n < 50 && x * x + y * y <= 4.0 {
            (x, y) = (x * x - y * y + re, x * y + y * x + im);
            n += 1;
        }
        n
    }
    let place = |k: usize| 3.0 * k as f64 / 299.0;
    let grid = Array2::from_fn((300, 300), |[i, j]| Complex::new(-2.0 + place(j), -1.5 + place(i)));
    let counts = mandelbrot(&grid, 50);
    for (at, n) in counts.indexed_iter() {
        assert_eq!(*n, count(grid[at].re, grid[at].im), "at {at:?}");
    }
    let single = grid.map(|c| Complex::new(c.re as f32, c.im as f32));
    for (at, n) in mandelbrot32(&single, 50).indexed_iter() {
        assert_eq!(*n, mandelbrot32::scalar(single[at], 50), "at {at:?}");
    }
}

#[test]
fn operands_stretch_as_numpys() {
    let column: Array2<u32> = Array::from_fn((7, 1), |[i, _]| 12 * i as u32 + 6);
    let row: Vec<u32> = (0..21).collect();
    let all = gcd(&column, &row);
    assert_eq!(all.extents(), [7, 21]);
    for ([i, j], n) in all.indexed_iter() {
        assert_eq!(*n, gcd::scalar(column[[i, 0]], row[j]));
    }
    // Known extents stay known: of nested arrays comes a nested array, and 1 stretches.
    let nested: [[u32; 3]; 2] = gcd(&[[12], [18]], &[8, 27, 6]);
    assert_eq!(nested, [[4, 3, 6], [2, 9, 6]]);
    let one: u32 = gcd(12, 18);
    assert_eq!(one, 6);
    let transposed = all.t();
    assert_eq!(gcd(transposed, 4).extents(), [21, 7]);
    assert_eq!(gcd(transposed, 4)[[5, 3]], gcd::scalar(all[[3, 5]], 4));
    assert_eq!(gcd(&[[1u32; 0]; 3], 2), [[0u32; 0]; 3]);
}

#[test]
fn several_results_and_generic_functions() {
    let (quotients, remainders) = divmod(&[7, -7, 9, i32::MIN], &[2, 2, 0, -1]);
    assert_eq!(quotients, [3, -3, 0, i32::MIN]);
    assert_eq!(remainders, [1, -1, 0, 0]);
    let (negative, size) = sign_and_size(&[1.5f32, -2.0, 0.0], 2.0);
    assert_eq!((negative, size), ([false, true, false], [3.0f32, 4.0, 0.0]));
    assert_eq!(sign_and_size(-1.0f64, 3.0), (true, 3.0));
}

#[test]
fn walks_do_not_mix() {
    let seeds: Vec<u64> = (1..200u64).map(|n| n.wrapping_mul(0x9E3779B97F4A7C15)).collect();
    let turns: Vec<u32> = (0..199).map(|n| n % 37).collect();
    for (place, at) in walk(&seeds, &turns).iter().enumerate() {
        assert_eq!(*at, walk::scalar(seeds[place], turns[place]));
    }
}

#[test]
fn writes_into_what_exists() {
    let a = [12u32, 18, 7];
    let mut out = [0; 3];
    gcd::into(&mut out, &a, 6);
    assert_eq!(out, [6, 6, 1]);
    let mut rows = Array2::<u32>::zeros((2, 3));
    gcd::into(&mut rows, &a, &[[12], [9]]);
    assert_eq!(rows.to_vec(), [12, 6, 1, 3, 9, 1]);
    gcd::into(rows.slice_mut(s![.., ..;-1]), &a, &[[12], [9]]);
    assert_eq!(rows.to_vec(), [1, 6, 12, 1, 9, 3]);
    let (mut q, mut r) = (vec![0; 3], [1; 3]);
    divmod::into((&mut q, &mut r), &[7, 8, 9], 4);
    assert_eq!((q, r), (vec![1, 2, 2], [3, 0, 1]));
}

/// Without the mask, a point with zero would run for ever.
#[test]
fn masked_points_are_not_computed() {
    ufunc! {
        fn halvings_to_odd(n: u64) -> u32 {
            let (mut n, mut count) = (n, 0);
            while n % 2 == 0 { n /= 2; count += 1; }
            count
        }
    }
    let n: Vec<u64> = (0..50).map(|n| if n % 3 == 0 { 0 } else { n }).collect();
    let mut out = vec![99; 50];
    halvings_to_odd::masked(&mut out, &n.iter().map(|&n| n != 0).collect::<Vec<bool>>(), &n);
    for (&n, &out) in n.iter().zip(&out) {
        assert_eq!(out, if n == 0 { 99 } else { n.trailing_zeros() });
    }
}

#[test]
#[should_panic(expected = "gcd: axis 1 from the right has extent 3 in `a` (shape [3]) but 4 in `b` (shape [4])")]
fn extents_that_differ() {
    gcd(&vec![1, 2, 3], &vec![1, 2, 3, 4]);
}

#[test]
#[should_panic(expected = "in the output `out` (shape [2])")]
fn target_that_differs() {
    gcd::into(&mut vec![0; 2], &vec![1, 2, 3], 1);
}

/// Calls inside of kernels; the sums have tails, whose other lanes must not be points for which a loop never ends.
#[test]
#[should_panic(expected = "relu: the mask has 2 axes, but a target only 1")]
fn mask_with_more_axes() {
    relu::masked(&mut [0.0; 2], &[[true, false]], &[1.0, 2.0]);
}

#[test]
fn calls_in_kernels() {
    let (w, x, b) = ([1.0, -2.0, 3.0], [0.5, 1.5, -2.0], 0.25);
    let scale = |w: f64, x: f64| early::scalar(w * x + b);
    let wanted = [scale(1.0, 0.5), scale(-2.0, 1.5), scale(3.0, -2.0)];
    assert_eq!(broadcast!(early(w * x + b)), wanted);
    assert_eq!(broadcast!(early(w[i] * x[i] + b) -> [i]), wanted);
    assert_eq!(einsum!(early(w[i] * x[i] + b) -> [i]), wanted);
    assert_eq!(broadcast!(early(early(w) - 1.0) * 2.0), w.map(|w| early::scalar(early::scalar(w) - 1.0) * 2.0));
    for length in [0u64, 1, 7, 8, 9, 1000] {
        let n: Vec<u64> = (1..=length).collect();
        let wanted: u64 = n.iter().map(|&n| u64::from(halvings_to_zero::scalar(n))).sum();
        assert_eq!(broadcast!(sum[i](halvings_to_zero(n[i]) as u64)), wanted);
        assert_eq!(einsum!(halvings_to_zero(n[i]) as u64), wanted);
    }
    ufunc! {
        fn halvings_to_zero(n: u64) -> u32 {
            let (mut n, mut count) = (n, 0);
            while n != 1 { n = if n % 2 == 0 { n / 2 } else { n - 1 }; count += 1; if n == 0 { count -= 1; } }
            count
        }
    }
    let rows: [[u32; 2]; 2] = [[4, 6], [10, 15]];
    assert_eq!(broadcast!(max[j](gcd(rows[i, j], 30)) -> [i]), [6, 15]);
}
