//! SciPy: what is a kernel, and what is a library's.

use std::f64::consts::TAU;

use ndweave::{Array, Array1, broadcast, einsum, s};
use num_complex::Complex;

use crate::lesson::{NumPy, code, section, text, value};

/// Crates for what SciPy's modules do. None of them is needed here.
const CRATES: [(&str, &str); 7] = [
    ("linalg", "faer, nalgebra: decompositions, eigenvalues, systems of equations"),
    ("sparse", "sprs, faer::sparse"),
    ("fft", "rustfft, realfft"),
    ("optimize", "argmin"),
    ("integrate", "diffsol, ode_solvers"),
    ("stats, special", "statrs, puruspe; rand_distr draws from distributions"),
    ("io, ndimage", "csv, hdf5, npyz; image, imageproc"),
];

/// One module's task as a kernel, and who does the rest.
pub fn what_others_wrote(numpy: &NumPy) {
    section("SciPy");
    text(
        "SciPy wraps algorithms that took decades to get right. ndweave has none of them: it computes what can be written as \
         loops over labels, and leaves decompositions, solvers and fast transforms to crates that do nothing else. They \
         take slices and strides, which arrays and views give without a copy.",
    );
    for (module, crates) in CRATES {
        println!("    scipy.{module:15} {crates}");
    }
    println!();
    text(
        "What SciPy has because NumPy cannot say it in one pass is a kernel here: distances of all pairs, above, are \
         scipy.spatial.distance.cdist. A Fourier transform by its definition is one as well. It is right, short, and \
         takes n² steps where a library takes n·log n:",
    );
    let n = 16;
    let signal: Array1<f64> = broadcast!({
        let turn = t as f64 / 16.0;
        (TAU * 3.0 * turn).cos() + 0.25 * (TAU * 5.0 * turn).sin()
    } -> [t in 0..n]);
    let wave: Array1<Complex<f64>> = Array::from_iter((0..n).map(|k| Complex::cis(-TAU * k as f64 / n as f64)));
    code("let spectrum = einsum!(waves[f, t] * signal[t] -> [f]).norm()");
    let waves = Array::from_fn((n, n), |[f, t]| wave[f * t % n]);
    let complex = broadcast!(Complex::new(signal, 0.0));
    let transform = einsum!(waves[f, t] * complex[t] -> [f]);
    let spectrum = broadcast!(transform.norm());
    numpy.close("spectrum", &spectrum);
    value(format!("{:.6}", spectrum.slice(s![..9])));
    value("Frequencies 3 and 5 are there, with amplitudes 16/2 and 0.25·16/2, and nothing else.");
}
