//! More than one core.

use std::thread;

use ndweave::{Array1, Array2, View2, broadcast};

use crate::lesson::{Options, Times, code, section, text};

fn dists(ps: View2<f64>, qs: View2<f64>) -> Array1<f64> {
    broadcast!(sum[j]((ps[i, j] - qs[i, j]).powi(2)).sqrt() -> [i])
}

/// The same on two threads, each of which writes its own half of the result.
fn dists_on_two_threads(ps: View2<f64>, qs: View2<f64>) -> Array1<f64> {
    let mut distances = Array1::zeros(ps.extents()[0]);
    let half = distances.len() / 2;
    let (mut first, mut second) = distances.split_at_mut::<0>(half);
    let ((ps1, ps2), (qs1, qs2)) = (ps.split_at::<0>(half), qs.split_at::<0>(half));
    thread::scope(|scope| {
        scope.spawn(|| broadcast!(first[i] = sum[j]((ps1[i, j] - qs1[i, j]).powi(2)).sqrt()));
        broadcast!(second[i] = sum[j]((ps2[i, j] - qs2[i, j]).powi(2)).sqrt());
    });
    distances
}

/// Threads that the program asks for, and no others.
pub fn by_hand(options: &Options) {
    section("Several cores");
    text(
        "Some of NumPy's functions take all cores without being asked, and OMP_NUM_THREADS has to stop them where the \
         program is parallel itself. A kernel runs on the thread that calls it. Several threads share the work through \
         views of parts, and the compiler sees to it that no two of them write to the same:",
    );
    code(
        "let (mut first, mut second) = distances.split_at_mut::<0>(half);\n\
         thread::scope(|scope| {\n    \
             scope.spawn(|| broadcast!(first[i] = …));\n    \
             broadcast!(second[i] = …);\n\
         });",
    );
    let n = if options.short { 60 } else { 3000 };
    let ps: Array2<f64> = broadcast!((i + j) as f64 -> [j in 0..n, i in 0..n]);
    let qs = broadcast!(ps + 2.0);
    let mut times = Times::new(options, "");
    let one = times.row("3000 distances of 3000 entries: one thread", "", || dists(ps.view(), qs.view()));
    let two = times.row("two threads", "", || dists_on_two_threads(ps.view(), qs.view()));
    times.print();
    assert_eq!(one, two);
    text("Each distance is computed as before, so the results are equal to the last bit.");
}
