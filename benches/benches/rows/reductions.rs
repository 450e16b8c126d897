//! Sums and counts.

use ndarray::{ArrayView1, ArrayView2, Axis, ShapeBuilder, Zip};
use ndweave::broadcast;
use ndweave_benches::{Bench, Row, memory};

use super::{matrix, numbers, theirs};
use crate::avx2::{self, Avx2};

/// All of them.
pub fn all(bench: &Bench, avx2: Avx2) {
    count_inside(bench, avx2);
    sums(bench, avx2);
}

fn count_inside(bench: &Bench, avx2: Avx2) {
    let n = bench.size(1_000_000, 1600);
    let (x, y) = (numbers(n, 1), numbers(n, 2));
    let (p, q) = (x.as_slice(), y.as_slice());
    let (v, w) = (ArrayView1::from(p), ArrayView1::from(q));
    bench.row(
        Row::new(format!("count of x² + y² < 1, {n}"), 1)
            .memory_bound(16 * n)
            .new_result("broadcast!", || broadcast!(count[i](x[i] * x[i] + y[i] * y[i] < 1.0)))
            .new_result("AVX2 by hand", || avx2.count_inside(p, q))
            .new_result("iterators", || p.iter().zip(q).filter(|(x, y)| *x * *x + *y * *y < 1.0).count())
            .new_result("iterators, a sum of bool", || {
                p.iter().zip(q).map(|(x, y)| usize::from(x * x + y * y < 1.0)).sum::<usize>()
            })
            .new_result("ndarray Zip", || {
                Zip::from(&v).and(&w).fold(0, |count, x, y| count + usize::from(x * x + y * y < 1.0))
            }),
    );
}

/// Along each axis of a matrix in row-major (C) and in column-major (F) order.
fn sums(bench: &Bench, avx2: Avx2) {
    let n = bench.size(2000, 64);
    let c = matrix(n, n, 1);
    let p = c.as_slice();
    let (f, their_c) = (c.t(), theirs(&c));
    let their_f = ArrayView2::from_shape((n, n).f(), p).expect("a matrix");
    let row = |name: &str| Row::new(format!("{name}, {n}×{n}"), n).tolerance(1e-11).memory_bound(8 * n * n);
    // SAFETY: the kernel writes every element.
    let columns_by_hand = || unsafe { memory::filled(n, |out| avx2.sum_columns(p, n, avx2::new(out))) };
    // SAFETY: the kernel writes every element.
    let rows_by_hand = || unsafe { memory::filled(n, |out| avx2.sum_rows(p, n, avx2::new(out))) };
    let columns_plain = || {
        let mut sums = vec![0.0; n];
        for x in p.chunks_exact(n) {
            for (sum, x) in sums.iter_mut().zip(x) {
                *sum += x;
            }
        }
        sums
    };
    let rows_plain = || p.chunks_exact(n).map(|x| x.iter().sum()).collect::<Vec<f64>>();
    bench.row(
        row("sums along axis 0, C order")
            .new_result("broadcast!", || broadcast!(sum[i](c[i, j]) -> [j]))
            .new_result("AVX2 by hand", columns_by_hand)
            .new_result("loops", columns_plain)
            .new_result("ndarray sum_axis", || their_c.sum_axis(Axis(0))),
    );
    bench.row(
        row("sums along axis 1, C order")
            .new_result("broadcast!", || broadcast!(sum[j](c[i, j]) -> [i]))
            .new_result("AVX2 by hand", rows_by_hand)
            .new_result("iterators", rows_plain)
            .new_result("ndarray sum_axis", || their_c.sum_axis(Axis(1))),
    );
    bench.row(
        row("sums along axis 0, F order")
            .new_result("broadcast!", || broadcast!(sum[i](f[i, j]) -> [j]))
            .new_result("AVX2 by hand", rows_by_hand)
            .new_result("iterators", rows_plain)
            .new_result("ndarray sum_axis", || their_f.sum_axis(Axis(0))),
    );
    bench.row(
        row("sums along axis 1, F order")
            .new_result("broadcast!", || broadcast!(sum[j](f[i, j]) -> [i]))
            .new_result("AVX2 by hand", columns_by_hand)
            .new_result("loops", columns_plain)
            .new_result("ndarray sum_axis", || their_f.sum_axis(Axis(1))),
    );
}
