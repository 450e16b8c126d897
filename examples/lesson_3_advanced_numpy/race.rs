//! The race: sum and norm of 10⁸ numbers.

use std::hint::black_box;

use ndweave::{Array1, assert_allclose, broadcast, einsum, s};
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::lesson::{NumPy, Options, Times, code, section, show, text, value};

/// Numbers from 0 to 1 that look random and are not: multiples of the golden ratio, modulo 1, in 32 bits. NumPy has the same.
fn scattered(n: usize) -> Array1<f64> {
    broadcast!((i as u32 * 2_654_435_769) as f64 / 4_294_967_296.0 -> [i in 0..n])
}

/// The C program's loop: one addition waits for the other.
fn sum_by_hand(a: &[f64]) -> f64 {
    let mut sum = 0.0;
    for x in a {
        sum += x;
    }
    sum
}

/// Exercise 1.
pub fn sum(numpy: &NumPy, options: &Options) -> Array1<f64> {
    section("Exercise 1: the sum of 100 million numbers");
    let n: usize = if options.short { 1_000_000 } else { 100_000_000 };
    text(
        "C adds one number after the other, in the order of the source. A compiler may not change that order, since sums of floats \
         depend on it. NumPy's sum and einsum! define another one, in gangs and pairwise: faster, and with an error that \
         grows with the logarithm of the number of terms.",
    );
    code("Array1::<f64>::uniform(100_000_000, 0.0..1.0, &mut rng).sum_all()");
    let mut rng = StdRng::seed_from_u64(3);
    let mut times = Times::new(options, "lesson");
    let random = times.row("drawing 10⁸ random numbers", "", || Array1::<f64>::uniform(n, 0.0..1.0, &mut rng));
    let by_hand =
        times.row("sum: the loop of the C program", "no figure", || sum_by_hand(black_box(random.as_slice())));
    let sum = times.row("sum: a.sum_all()", "no figure", || black_box(&random).sum_all());
    times.row("sum: einsum!(a[i])", "", || {
        let a = black_box(&random);
        einsum!(a[i])
    });
    times.print();
    assert_allclose!(sum, by_hand, rtol = 1e-9);
    // The mean of n even numbers has the deviation 1/√(12·n).
    assert!((sum / n as f64 - 0.5).abs() < 5.0 / (12.0 * n as f64).sqrt());

    text("Random numbers differ from run to run, so it is other ones that are compared with NumPy's sum:");
    drop(random);
    code("let a = broadcast!((i as u32 * 2_654_435_769) as f64 / 4_294_967_296.0 -> [i in 0..n]);");
    let a = scattered(n);
    numpy.same("the first of them", &show!(a.slice(s![..5])));
    numpy.close(&format!("sum of {n}"), &a.sum_all());
    // In integers the sum is exact.
    let exact: u64 = (0..n as u32).map(|i| u64::from(i.wrapping_mul(2_654_435_769))).sum();
    let exact = exact as f64 / 4_294_967_296.0;
    value(format!("exactly    {exact:.7}\nsum_all()  {:.7}\nthe loop   {:.7}", a.sum_all(), sum_by_hand(a.as_slice())));
    assert_allclose!(a.sum_all(), exact, rtol = 1e-15);
    a
}

/// The norm, by hand and by the function for it.
pub fn norm(a: &Array1<f64>, numpy: &NumPy, options: &Options) {
    section("The libraries behind the curtain: a norm");
    text(
        "NumPy's a ** 2 writes an array of squares, as large as a, for the sum to read; norm() calls BLAS, which reads a once. \
         Nobody has to know such a function here. An expression within a sum is part of its loop, so both forms below are the \
         same kernel:",
    );
    code("einsum!(a[i] * a[i]).sqrt()\na.norm_all()");
    let mut times = Times::new(options, "lesson");
    let all = [
        times.row("a loop", "", || black_box(a.as_slice()).iter().map(|x| x * x).sum::<f64>().sqrt()),
        times.row("an array of squares, summed: np.sqrt(np.sum(a ** 2))", "no figure", || {
            let a = black_box(a);
            broadcast!(a * a).sum_all().sqrt()
        }),
        times.row("einsum!(a[i] * a[i]).sqrt()", "", || {
            let a = black_box(a);
            einsum!(a[i] * a[i]).sqrt()
        }),
        times.row("a.norm_all(): np.linalg.norm(a)", "no figure", || black_box(a).norm_all()),
    ];
    times.print();
    for norm in &all[1..] {
        numpy.close(&format!("norm of {}", a.len()), norm);
    }
    assert_allclose!(all[0], all[3], rtol = 1e-10);
    value(format!("{}", all[3]));
}
