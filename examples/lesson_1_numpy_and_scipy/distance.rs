//! The Euclidean distance of two vectors.

use std::hint::black_box;

use ndweave::{Array, Extent, View, View1, assert_allclose, broadcast, einsum, try_einsum};

use crate::lesson::{NumPy, Options, Times, code, compiler_says, section, text, value};

/// The lesson's first: a loop over pairs.
pub fn naive_dist(p: &[f64], q: &[f64]) -> f64 {
    let mut square_distance = 0.0;
    for (p_i, q_i) in p.iter().zip(q) {
        square_distance += (p_i - q_i).powi(2);
    }
    square_distance.sqrt()
}

/// Its second: an array of squares, and the sum of that.
pub fn simple_dist(p: View1<f64>, q: View1<f64>) -> f64 {
    broadcast!((p - q).powi(2)).sum_all().sqrt()
}

/// Its third: an array of differences, and the norm of that.
pub fn norm_dist(p: View1<f64>, q: View1<f64>) -> f64 {
    broadcast!(p - q).norm_all()
}

/// No array at all: the sum is part of the kernel. Both vectors have `N` entries, which the compiler demands of all callers.
pub fn dist<N: Extent>(p: View<f64, (N,)>, q: View<f64, (N,)>) -> f64 {
    einsum!((p[i] - q[i]).powi(2)).sqrt()
}

/// All forms, their values and their times.
pub fn of_two_vectors(numpy: &NumPy, options: &Options) {
    section("The distance of two vectors");
    text(
        "With whole arrays the distance is a difference, a square, a sum and a root. NumPy makes an array of differences \
         and one of squares. The same is possible here, but the sum belongs to the kernel:",
    );
    code(
        "broadcast!((p - q).powi(2)).sum_all().sqrt()       // as the lesson: an array of squares\n\
         broadcast!(p - q).norm_all()                       // an array of differences\n\
         einsum!((p[i] - q[i]).powi(2)).sqrt()              // none: `i` is not in the output, so it is summed",
    );
    let p = Array::arange(0.0, 1000.0, 1.0);
    let q = broadcast!(p + 2.0);
    let (pv, qv) = (p.view(), q.view());
    let all = [naive_dist(p.as_slice(), q.as_slice()), simple_dist(pv, qv), norm_dist(pv, qv), dist(pv, qv)];
    for distance in all {
        numpy.close("distance", &distance);
        numpy.close("norm", &distance);
    }
    value(format!("{}", all[3]));
    let (sine, cosine) = (broadcast!(p.sin()), broadcast!((2.0 * p).cos()));
    numpy.close("wave distance", &dist(sine.view(), cosine.view()));

    let mut times = Times::new(options, "lesson");
    times.row("a loop over zip", "299 µs", || naive_dist(black_box(p.as_slice()), black_box(q.as_slice())));
    times.row("an array of squares, summed", "9.96 µs", || simple_dist(black_box(pv), black_box(qv)));
    times.row("an array of differences, its norm", "7.34 µs", || norm_dist(black_box(pv), black_box(qv)));
    times.row("one kernel", "", || dist(black_box(pv), black_box(qv)));
    times.print();
}

/// What the forms say to vectors that have no distance.
pub fn of_unequal_vectors() {
    text(
        "Python's zip stops at the end of the shorter list, and so does Rust's: the loop gives a number for vectors that have \
         no distance. NumPy refuses when it runs. A kernel refuses when it is compiled, if the types tell the lengths:",
    );
    compiler_says(include_str!("../../tests/ui/lessons/distance_of_unequal_vectors.stderr"));
    text("and when it runs otherwise, with the label, the operands and their shapes:");
    let (p, q) = (vec![0.0; 3], vec![1.0; 4]);
    assert_allclose!(naive_dist(&p, &q), 3f64.sqrt());
    code("try_einsum!((p[i] - q[i]).powi(2))");
    match try_einsum!((p[i] - q[i]).powi(2)) {
        Ok(number) => unreachable!("there is no distance, but {number}"),
        Err(error) => value(format!("Err: {error}")),
    }
    text(
        "What NumPy takes without a word is a vector of one entry, which it repeats: the distance of [5] and [1, 2, 3] is a \
         number there. Labels never repeat anything. Where that is wanted, broadcast! does it without labels.",
    );
    assert!(try_einsum!((vec![5.0][i] - vec![1.0, 2.0, 3.0][i]).powi(2)).is_err());
}
