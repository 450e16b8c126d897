//! Distances of many vectors: pair by pair, and of all pairs.

use std::hint::black_box;

use ndweave::{Array, Array1, Array2, View2, assert_allclose, broadcast, einsum, shape};

use crate::distance::naive_dist;
use crate::lesson::{NumPy, Options, Times, code, compiler_says, section, show, text};

/// The lesson's first: a list of distances.
fn naive_dists(ps: &[Vec<f64>], qs: &[Vec<f64>]) -> Vec<f64> {
    ps.iter().zip(qs).map(|(p, q)| naive_dist(p, q)).collect()
}

/// Its second: a matrix of squares, summed along axis 1.
fn simple_dists(ps: View2<f64>, qs: View2<f64>) -> Array1<f64> {
    let squares = broadcast!((ps - qs).powi(2));
    broadcast!(sum[j](squares[i, j]).sqrt() -> [i])
}

/// Its third: a matrix of differences, and the norms of its rows.
fn norm_dists(ps: View2<f64>, qs: View2<f64>) -> Array1<f64> {
    broadcast!(ps - qs).norm::<1>()
}

/// Its fourth: a matrix of differences, multiplied with itself.
fn einsum_dists(ps: View2<f64>, qs: View2<f64>) -> Array1<f64> {
    let difference = broadcast!(ps - qs);
    let squares = einsum!("ij,ij->i", difference, difference);
    broadcast!(squares.sqrt())
}

/// One kernel, without a matrix.
fn dists(ps: View2<f64>, qs: View2<f64>) -> Array1<f64> {
    broadcast!(sum[j]((ps[i, j] - qs[i, j]).powi(2)).sqrt() -> [i])
}

/// Distances of the rows of two matrices.
pub fn of_many_vectors(numpy: &NumPy, options: &Options) {
    section("Many pairs of vectors");
    text(
        "The vectors are rows. NumPy sums along axis=1, and an axis that is not there is an error of the running program. \
         Methods take the axis as a constant, and kernels call it by the name of its label:",
    );
    code(
        "broadcast!(ps - qs).norm::<1>()\n\
         broadcast!(sum[j]((ps[i, j] - qs[i, j]).powi(2)).sqrt() -> [i])",
    );
    compiler_says(include_str!("../../tests/ui/lessons/sum_along_a_missing_axis.stderr"));
    let (ps, qs) = (numpy.array::<f64, 2>("ps"), numpy.array::<f64, 2>("qs"));
    let (ps, qs) = (ps.view(), qs.view());
    numpy.close("distances", &show!(dists(ps, qs)));
    numpy.close("distances", &simple_dists(ps, qs));
    numpy.close("norms", &norm_dists(ps, qs));
    numpy.close("along the other axis", &broadcast!(ps - qs).norm::<0>());

    let n = if options.short { 50 } else { 1000 };
    let ps: Array2<f64> = broadcast!((i + 1000 * j) as f64 -> [j in 0..n, i in 0..n]);
    let qs = broadcast!(ps + 2.0);
    let lists = |m: &Array2<f64>| -> Vec<Vec<f64>> { m.as_slice().chunks(n).map(<[f64]>::to_vec).collect() };
    let (p_lists, q_lists) = (lists(&ps), lists(&qs));
    let mut times = Times::new(options, "lesson");
    let naive = times.row("loops over vectors of vectors", "311 ms", || naive_dists(black_box(&p_lists), &q_lists));
    let all = [
        times.row("a matrix of squares, summed", "3.29 ms", || simple_dists(black_box(ps.view()), qs.view())),
        times.row("a matrix of differences, norm::<1>()", "4.65 ms", || norm_dists(black_box(ps.view()), qs.view())),
        times.row("the same, einsum!(\"ij,ij->i\", …)", "1.7 ms", || einsum_dists(black_box(ps.view()), qs.view())),
        times.row("one kernel", "", || dists(black_box(ps.view()), qs.view())),
    ];
    times.print();
    for distances in &all {
        assert_allclose!(*distances, naive, rtol = 1e-13);
    }
    text(
        "The lesson's advice, to measure what one is about to run, holds here too. In short: who reads both matrices once and \
         writes nothing in between waits for memory only.",
    );
}

/// The notation, and what it says to mistakes.
pub fn by_einsum(numpy: &NumPy) {
    section("Einstein's summation");
    text(
        "Each axis gets a letter; what the output lacks is summed; a letter that stands twice in one operand walks along \
         its diagonal. The string is read while the program is compiled.",
    );
    let a = Array::arange(0i64, 16, 1).into_reshaped((4, 4)).expect("16 elements");
    numpy.same("diagonal", &show!(einsum!("ii->i", a)));
    numpy.same("diagonal", &einsum!(a[i, i] -> [i]));
    numpy.same("diagonal", &a.diag());
    let (ps, qs) = (numpy.array::<f64, 2>("ps"), numpy.array::<f64, 2>("qs"));
    numpy.close("einsum", &einsum_dists(ps.view(), qs.view()));
    text(
        "The lesson warns that mistakes in such strings are impenetrable, and asks for a comment beside each. Here \
         they underline the letter:",
    );
    compiler_says(include_str!("../../tests/ui/lessons/letters_of_einsum.stderr"));
    text(
        "and the index form says what it does without a comment: any expression, no product of a matrix with itself, no \
         variable for the differences.",
    );
    code("einsum!((ps[vector, entry] - qs[vector, entry]).powi(2) -> [vector])");
    let squares = einsum!((ps[vector, entry] - qs[vector, entry]).powi(2) -> [vector]);
    numpy.close("einsum", &broadcast!(squares.sqrt()));
}

/// What "the distance problem" becomes next: every vector with every other.
pub fn of_all_pairs(numpy: &NumPy, options: &Options) {
    section("Beyond the lesson: all pairs");
    text(
        "With a label of its own for the rows of qs, the same kernel gives a matrix. NumPy would make an array with three \
         axes first.",
    );
    let (ps, qs) = (numpy.array::<f64, 2>("ps"), numpy.array::<f64, 2>("qs"));
    numpy.close("all pairs", &show!(broadcast!(sum[k]((ps[i, k] - qs[j, k]).powi(2)).sqrt() -> [i, j])));
    let n = if options.short { 20 } else { 1000 };
    // A range of literals has a constant extent: points in space are rows of 3, and the loop over them is unrolled.
    let points = broadcast!(((7 * i + 3 * k) as f64).sin() -> [i in 0..n, k in 0..3]);
    let mut times = Times::new(options, "");
    let by_hand = times.row("three loops, 1000 points in space", "", || naive_all_pairs(black_box(&points)));
    let kernel = times.row("one kernel", "", || {
        let p = black_box(&points);
        broadcast!(sum[k]((p[i, k] - p[j, k]).powi(2)).sqrt() -> [i, j])
    });
    times.print();
    assert_allclose!(kernel, by_hand, rtol = 1e-13);
}

fn naive_all_pairs(points: &Array<f64, shape![_, 3]>) -> Array2<f64> {
    let n = points.extents()[0];
    let rows: Vec<&[f64]> = points.as_slice().chunks(3).collect();
    Array2::from_fn((n, n), |[i, j]| naive_dist(rows[i], rows[j]))
}
