//! Residuals, and the assertions for tests.

use ndweave::{Array2, assert_allclose, broadcast, einsum};
use num_complex::Complex;

use crate::lesson::{NumPy, code, compiler_says, panic_of, section, show, text, value};
use crate::mandelbrot::mandel1;

const RESOLUTION: usize = 300;

/// Differences between results, whatever holds them.
pub fn residuals(counts: &Array2<f64>) {
    section("Residuals");
    text(
        "The plain loop makes nested rows. Such rows are operands as they are, beside arrays, in the same kernel; nothing \
         is converted and nothing copied:",
    );
    let coordinate = |low: f64, high: f64, i: usize| low + (high - low) * i as f64 / RESOLUTION as f64;
    let point = |i, j| Complex::new(coordinate(-1.5, 0.5, j), coordinate(-1.0, 1.0, i));
    code("let data1: Vec<[i64; 300]> = …;");
    let data1: Vec<[i64; RESOLUTION]> =
        (0..RESOLUTION).map(|i| std::array::from_fn(|j| mandel1(point(i, j), 50))).collect();
    let residual = show!(einsum!((data1[i, j] as f64 - counts[i, j]).powi(2)));
    assert_eq!(residual, 0.0);

    text("Two lists cannot be subtracted in Python, nor two nested arrays in Rust:");
    compiler_says(include_str!("../../tests/ui/lessons/difference_of_nested_arrays.stderr"));
    text("In a kernel they can, and only the sum comes to be:");
    let data2 = data1.clone();
    let residual = show!(einsum!((data2[i, j] - data1[i, j]).pow(2)));
    assert_eq!(residual, 0);
}

/// `assert_allclose!`, as it passes and as it fails.
pub fn assertions(counts: &Array2<f64>, numpy: &NumPy) {
    section("Testing");
    let x = [1e-5, 1e-3, 1e-1];
    let y = show!(broadcast!(x.cos().acos()));
    numpy.close("arccos(cos(x))", &y);
    code("assert_allclose!(x, y, rtol = 1e-6, atol = 1e-20);");
    assert_allclose!(x, y, rtol = 1e-6, atol = 1e-20);
    text("That holds. With a smaller tolerance the assertion says where two arrays differ, and by how much:");
    code("assert_allclose!(x, y, rtol = 1e-9);");
    value(panic_of(|| {
        assert_allclose!([1e-5, 1e-3, 1e-1], [1e-5f64, 1e-3, 1e-1].map(|x| x.cos().acos()), rtol = 1e-9)
    }));
    assert_allclose!(counts, counts.mapv(|count| count));
}
