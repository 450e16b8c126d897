//! Making arrays: zeros, ranges, grids.

use std::hint::black_box;

use ndweave::{Array, Array2, Const, assert_allclose, broadcast, s, shape};
use num_complex::Complex;

use crate::lesson::{NumPy, Options, Times, code, compiler_says, section, show, text, value};

/// The axes of the lesson's grid: from here, up to there, in so many steps.
const X: (f64, f64) = (-1.5, 0.5);
const Y: (f64, f64) = (-1.0, 1.0);
const RESOLUTION: usize = 300;

/// Zeros, elementwise arithmetic, evenly spaced numbers.
pub fn arrays(numpy: &NumPy, options: &Options) {
    section("Constructors");
    text(
        "A shape is a type. Four extents that are counted at run time make an array of rank 4, and the subscripts of \
         s![] take two axes away: the compiler knows that a matrix is left.",
    );
    let zeros = Array::<f64, _>::zeros((3, 4, 2, 5));
    show!(zeros.slice(s![2, .., .., 1]));

    text(
        "A fixed size can be part of the type instead. These 64 integers lie within the variable itself, no kernel over \
         them allocates, and its loops have constant bounds.",
    );
    code("let x: Array<i64, shape![8, 8]> = Array::arange(0, 256, 4).into_reshaped(…)?;");
    let x: Array<i64, shape![8, 8]> =
        Array::arange(0, 256, 4).into_reshaped((Const::<8>, Const::<8>)).expect("64 elements");
    numpy.same("x + 10", &show!(broadcast!(x + 10)));
    text("64 additions are so little that the cost of a call shows beside a loop:");
    let mut times = Times::new(options, "lesson");
    let mut y = x.clone();
    times.row("y[[i, j]] = x[[i, j]] + 10, in two loops", "43.9 µs", || add_by_hand(black_box(&x), black_box(&mut y)));
    times.row("broadcast!(y = x + 10)", "", || {
        let (x, y) = (black_box(&x), black_box(&mut y));
        broadcast!(y = x + 10);
    });
    times.print();

    text(
        "NumPy makes floats of integers before it takes their roots. Here that is written, and a root of integers does \
         not compile:",
    );
    compiler_says(include_str!("../../tests/ui/lessons/root_of_integers.stderr"));
    numpy.close("sqrt(x)", &show!(broadcast!((x as f64).sqrt())));
    numpy.same("linspace", &show!(Array::linspace(0.0, 10.0, 21)));
    numpy.same("arange", &show!(Array::arange(0.0, 10.0, 0.5)));
}

/// What the lesson does one element at a time.
fn add_by_hand(x: &Array<i64, shape![8, 8]>, y: &mut Array<i64, shape![8, 8]>) {
    for i in 0..8 {
        for j in 0..8 {
            y[[i, j]] = x[[i, j]] + 10;
        }
    }
}

/// A matrix of real parts, one of imaginary parts, and the complex numbers of both.
pub fn grid(numpy: &NumPy) -> Array2<Complex<f64>> {
    section("A grid of complex numbers");
    text("mgrid_by takes a range and a step for each axis, and returns two matrices:");
    let (xstep, ystep) = ((X.1 - X.0) / RESOLUTION as f64, (Y.1 - Y.0) / RESOLUTION as f64);
    code("let (ymatrix, xmatrix) = Array::mgrid_by((-1.0..1.0, ystep), (-1.5..0.5, xstep));");
    let (ymatrix, xmatrix) = Array::mgrid_by((Y.0..Y.1, ystep), (X.0..X.1, xstep));
    value(&ymatrix);
    numpy.same("every tenth row of ymatrix", &ymatrix.slice(s![..;10, 0]));
    numpy.same("every tenth column of xmatrix", &xmatrix.slice(s![0, ..;10]));
    text(
        "In a kernel a label is also a number, so the same matrix is a kernel without operands, whose labels have ranges:",
    );
    let (xmin, n) = (X.0, RESOLUTION);
    code("broadcast!(xmin + j as f64 * xstep -> [i in 0..n, j in 0..n])");
    assert_eq!(broadcast!(xmin + j as f64 * xstep -> [i in 0..n, j in 0..n]), xmatrix);
    text(
        "meshgrid_ij of two aranges is the same grid but for some last bits, in NumPy as well as here: arange adds the step as \
         it is rounded at the start. That bit moves one of the 90000 points out of the Mandelbrot set.",
    );
    let (y, x) = Array::meshgrid_ij(&Array::arange(Y.0, Y.1, ystep), &Array::arange(X.0, X.1, xstep));
    assert_allclose!(x, xmatrix, rtol = 1e-12, atol = 1e-13);
    assert_allclose!(y, ymatrix, rtol = 1e-12, atol = 1e-13);
    text("A complex number is made of its parts inside the kernel, element by element:");
    show!(broadcast!(Complex::new(xmatrix, ymatrix)))
}

/// The lesson's grid with another number of steps, in one kernel: labels are numbers too.
pub fn grid_of(resolution: usize) -> Array2<Complex<f64>> {
    let (xstep, ystep) = ((X.1 - X.0) / resolution as f64, (Y.1 - Y.0) / resolution as f64);
    let (x0, y0) = (X.0, Y.0);
    broadcast!(Complex::new(x0 + j as f64 * xstep, y0 + i as f64 * ystep) -> [i in 0..resolution, j in 0..resolution])
}
