//! Cubic convolution (Keys 1981): a kernel of pieces, and a matrix that is mostly zeros.

use ndweave::{Array, Array1, assert_allclose, broadcast, einsum, s, ufunc};

use crate::lesson::{NumPy, Options, Outcome, code, section, show, text, value};
use crate::plots::{BLACK, BLUE, Chart, RED};

ufunc! {
    /// The weight of a grid point at this distance, in steps of the grid; NaN beyond 2.
    fn cubic_kernel(x: f64) -> f64 {
        let x = x.abs();
        if x <= 1.0 {
            ((1.5 * x - 2.5) * x) * x + 1.0
        } else if x <= 2.0 {
            ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
        } else {
            f64::NAN
        }
    }

    /// The function that is known on a coarse grid only.
    fn wave(x: f64) -> f64 {
        (2.0 / (x + 0.2)).sin() * (x + 0.1) * (2.0 * x).cos()
    }
}

/// Values between the points of a grid.
pub fn cubic(numpy: &NumPy, options: &Options) -> Outcome<()> {
    section("Cubic interpolation");
    text(
        "NumPy computes the pieces of the kernel under masks. ufunc! takes the ifs of one point, and runs both under masks.",
    );
    let t = Array::linspace(-2.0, 2.0, 17);
    numpy.close("cubic kernel", &show!(cubic_kernel(&t)));
    let t = Array::linspace(-2.0, 2.0, 401);
    Chart::new("cubic kernel", -2.0..2.0, -0.2..1.1)
        .line("", BLUE, pairs(&t, &cubic_kernel(&t)))
        .save(options.picture("cubic_kernel.svg"))?;

    text(
        "Each sample takes four neighbours on the grid. Their columns and weights are all that a sparse matrix would hold; \
         beyond the ends, the last point stands in.",
    );
    let (coarse, fine) = (Array::linspace(0.0, 1.0, 15), Array::linspace(0.0, 1.0, 100));
    let (low, step) = (coarse[[0]], coarse[[1]] - coarse[[0]]);
    let factors = broadcast!((fine[i] - low) / step -> [i]);
    let columns = broadcast!((factors[i].floor() + 2.0 - c as f64).clamp(0.0, 14.0) as usize -> [i, c in 0..4]);
    let weights = broadcast!(cubic_kernel(factors[i] - factors[i].floor() + c as f64 - 2.0) -> [i, c in 0..4]);
    code(
        "let columns = broadcast!((factors[i].floor() + 2.0 - c as f64).clamp(0.0, 14.0) as usize -> [i, c in 0..4]);\n\
         let weights = broadcast!(cubic_kernel(factors[i] - factors[i].floor() + c as f64 - 2.0) -> [i, c in 0..4]);",
    );
    value(format!("{}\n{:.4}", columns.slice(s![48..51, ..]), weights.slice(s![48..51, ..])));

    text(
        "With them, W · known is one kernel, which reads `known` at the columns that it has checked, and W is never made:",
    );
    let known = wave(&coarse);
    let interpolated = einsum!(weights[i, c] * known[columns[i, c]] -> [i]);
    code("einsum!(weights[i, c] * known[columns[i, c]] -> [i])");
    numpy.close("W.dot(known)", &interpolated);

    text("As a dense matrix of 100 × 15, for comparison. A label is a number that can be compared with a column:");
    let w = broadcast!(sum[c](if columns[i, c] == j { weights[i, c] } else { 0.0 }) -> [i, j in 0..15]);
    code("broadcast!(sum[c](if columns[i, c] == j { weights[i, c] } else { 0.0 }) -> [i, j in 0..15])");
    numpy.close("every ninth row of W", &w.slice(s![..;9, ..]));
    assert_allclose!(einsum!(w[i, j] * known[j] -> [i]), interpolated, rtol = 1e-12, atol = 1e-14);

    Chart::new("cubic interpolation", 0.0..1.0, -0.5..0.5)
        .line("exact", BLACK, pairs(&fine, &wave(&fine)))
        .line("interpolated", RED, pairs(&fine, &interpolated))
        .dots("grid", BLUE, pairs(&coarse, &known))
        .save(options.picture("interpolation.svg"))
}

fn pairs(x: &Array1<f64>, y: &Array1<f64>) -> Vec<(f64, f64)> {
    x.iter().copied().zip(y.iter().copied()).collect()
}
