//! π by throwing darts at a quarter of a circle.

use std::f64::consts::PI;

use ndweave::{Array, Array1, Array2, View, broadcast, einsum, shape};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::lesson::{NumPy, Options, Times, section, show, text, value};

/// The exercise's plain form: one dart after the other.
fn naive_pi(samples: usize, rng: &mut StdRng) -> f64 {
    let mut within_circle = 0;
    for _ in 0..samples {
        let (x, y): (f64, f64) = (rng.random(), rng.random());
        if x * x + y * y < 1.0 {
            within_circle += 1;
        }
    }
    within_circle as f64 / samples as f64 * 4.0
}

/// The lesson's first solution: one array of points, squares by einsum, a mask, the mask's sum.
fn pi_1(samples: usize, rng: &mut StdRng) -> f64 {
    let points = Array2::uniform((samples, 2), 0.0..1.0, rng);
    let squared = einsum!("ij,ij->i", points, points);
    let within = broadcast!(squared < 1.0);
    within.sum_all() as f64 / samples as f64 * 4.0
}

/// Its second: an array a coordinate.
fn pi_2(samples: usize, rng: &mut StdRng) -> f64 {
    let (x, y) = (Array1::uniform(samples, 0.0..1.0, rng), Array1::uniform(samples, 0.0..1.0, rng));
    let within = broadcast!(x * x + y * y < 1.0);
    within.sum_all() as f64 / samples as f64 * 4.0
}

/// Squares, comparison and count in one pass, for points in any space. A row of constant length is part of the type.
fn within_circle(points: View<f64, shape![_, 2]>) -> usize {
    broadcast!(count[i](sum[k](points[i, k] * points[i, k]) < 1.0))
}

/// One pass over the points.
fn pi_3(samples: usize, rng: &mut StdRng) -> f64 {
    let points = Array::uniform((samples, ndweave::Const::<2>), 0.0..1.0, rng);
    within_circle(points.view()) as f64 / samples as f64 * 4.0
}

/// The count of NumPy's own 400 points.
pub fn from_numpys_points(numpy: &NumPy) {
    section("Exercise: π by throwing darts");
    text(
        "Points are drawn evenly from a square of side 1. The share of them that is nearer to a corner than 1 is near π/4. \
         The lesson has two solutions with arrays; squares, comparison and count are one kernel here:",
    );
    let samples = numpy.array::<f64, 2>("samples");
    let points: Vec<[f64; 2]> = samples.as_slice().chunks(2).map(|row| [row[0], row[1]]).collect();
    // A vector of nested arrays is an operand as it stands.
    let within = show!(broadcast!(count[i](sum[k](points[i, k] * points[i, k]) < 1.0)));
    numpy.same("within", &within);
    numpy.close("pi", &(within as f64 / points.len() as f64 * 4.0));
}

/// A million points of our own.
pub fn from_our_own(options: &Options) {
    let samples = if options.short { 20_000 } else { 1_000_000 };
    // One dart is within with probability π/4, so the estimate's standard deviation is √(π·(4 − π) / samples).
    let deviation = (PI * (4.0 - PI) / samples as f64).sqrt();
    let rng = || StdRng::seed_from_u64(1);
    let mut times = Times::new(options, "");
    let all = [
        times.row("a loop over darts", "", || naive_pi(samples, &mut rng())),
        times.row("one array, einsum!, a mask, its sum", "", || pi_1(samples, &mut rng())),
        times.row("two arrays, a mask, its sum", "", || pi_2(samples, &mut rng())),
        times.row("one array, one kernel", "", || pi_3(samples, &mut rng())),
    ];
    times.row("   of that, drawing the numbers", "", || {
        Array::<f64, shape![_, 2]>::uniform((samples, ndweave::Const), 0.0..1.0, &mut rng())
    });
    for estimate in all {
        assert!((estimate - PI).abs() < 5.0 * deviation, "{estimate} is no π");
    }
    value(format!("π ≈ {:.4}, {:.4}, {:.4} and {:.4}, each ± {deviation:.4}", all[0], all[1], all[2], all[3]));
    times.print();
    text(
        "Most of the time goes into random numbers, which come from the crate rand one at a time. NumPy draws them by \
         compiled loops, too; the factor of the lesson's exercise is Python's loop.",
    );
}
