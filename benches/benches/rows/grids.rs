//! Kernels that make a matrix.

use ndarray::{Zip, azip};
use ndweave::broadcast;
use ndweave_benches::{Bench, Row, memory};

use super::{matrix, numbers, ours_mut, theirs, theirs_mut};
use crate::avx2::{self, Avx2, existing};

/// All of them.
pub fn all(bench: &Bench, avx2: Avx2) {
    add_row(bench, avx2);
    add_column(bench, avx2);
    add_transposed(bench, avx2);
    softmax(bench, avx2);
    distances::<3>(bench, avx2);
    distances::<64>(bench, avx2);
}

fn add_row(bench: &Bench, avx2: Avx2) {
    let n = bench.size(2000, 64);
    let name = format!("row broadcast, {n}×{n}");
    let (x, row) = (matrix(n, n, 1), numbers(n, 2));
    let (p, r) = (x.as_slice(), row.as_slice());
    let (v, w) = (theirs(&x), ndarray::ArrayView1::from(r));
    bench.row(
        Row::new(&name, n * n)
            .memory_bound(16 * n * n)
            .into("broadcast!", |out| {
                let mut out = ours_mut(out, n);
                broadcast!(out = x + row);
            })
            .into("AVX2 by hand", |out| avx2.add_row(p, r, existing(out)))
            .into("iterators", |out| {
                for (out, x) in out.chunks_exact_mut(n).zip(p.chunks_exact(n)) {
                    for ((out, x), y) in out.iter_mut().zip(x).zip(r) {
                        *out = x + y;
                    }
                }
            })
            .into("ndarray Zip", |out| {
                Zip::from(theirs_mut(out, n)).and(&v).and_broadcast(&w).for_each(|out, x, y| *out = x + y);
            }),
    );
    bench.row(
        Row::new(format!("{name}, to a new array"), n * n)
            .memory_bound(16 * n * n)
            .new_result("broadcast!", || broadcast!(x + row))
            // SAFETY: the kernel writes every element.
            .new_result("AVX2 by hand", || unsafe { memory::filled(n * n, |out| avx2.add_row(p, r, avx2::new(out))) })
            .new_result("iterators", || {
                p.chunks_exact(n).flat_map(|x| x.iter().zip(r).map(|(x, y)| x + y)).collect::<Vec<f64>>()
            })
            .new_result("a vector and loops", || {
                let mut out = Vec::with_capacity(n * n);
                for x in p.chunks_exact(n) {
                    out.extend(x.iter().zip(r).map(|(x, y)| x + y));
                }
                out
            })
            .new_result("ndarray operators", || &v + &w),
    );
}

fn add_column(bench: &Bench, avx2: Avx2) {
    let n = bench.size(2000, 64);
    let name = format!("column broadcast, {n}×{n}");
    let (x, column) = (matrix(n, n, 1), numbers(n, 2));
    let (p, c) = (x.as_slice(), column.as_slice());
    let (v, w) = (theirs(&x), ndarray::ArrayView2::from_shape((n, 1), c).expect("a column"));
    bench.row(
        Row::new(&name, n * n)
            .memory_bound(16 * n * n)
            .into("broadcast!", |out| {
                let mut out = ours_mut(out, n);
                broadcast!(out[i, j] = x[i, j] + column[i]);
            })
            .into("AVX2 by hand", |out| avx2.add_column(p, c, existing(out)))
            .into("iterators", |out| {
                for ((out, x), y) in out.chunks_exact_mut(n).zip(p.chunks_exact(n)).zip(c) {
                    for (out, x) in out.iter_mut().zip(x) {
                        *out = x + y;
                    }
                }
            })
            .into("ndarray Zip", |out| {
                Zip::from(theirs_mut(out, n)).and(&v).and_broadcast(&w).for_each(|out, x, y| *out = x + y);
            }),
    );
    bench.row(
        Row::new(format!("{name}, to a new array"), n * n)
            .memory_bound(16 * n * n)
            .new_result("broadcast!", || broadcast!(x[i, j] + column[i] -> [i, j]))
            // SAFETY: the kernel writes every element.
            .new_result("AVX2 by hand", || unsafe {
                memory::filled(n * n, |out| avx2.add_column(p, c, avx2::new(out)))
            })
            .new_result("a vector and loops", || {
                let mut out = Vec::with_capacity(n * n);
                for (x, y) in p.chunks_exact(n).zip(c) {
                    out.extend(x.iter().map(|x| x + y));
                }
                out
            })
            .new_result("ndarray operators", || &v + &w),
    );
}

fn add_transposed(bench: &Bench, avx2: Avx2) {
    let n = bench.size(2000, 64);
    let (a, b) = (matrix(n, n, 1), matrix(n, n, 2));
    let (p, q) = (a.as_slice(), b.as_slice());
    let (v, w) = (theirs(&a), theirs(&b));
    bench.row(
        Row::new(format!("transpose-add, {n}×{n}"), n * n)
            .memory_bound(24 * n * n)
            .into("broadcast!", |out| {
                let mut out = ours_mut(out, n);
                broadcast!(out[i, j] = a[i, j] + b[j, i]);
            })
            .into("AVX2 by hand", |out| avx2.add_transposed(p, q, n, existing(out)))
            .into("loops", |out| {
                for (i, (out, a)) in out.chunks_exact_mut(n).zip(p.chunks_exact(n)).enumerate() {
                    for ((out, a), b) in out.iter_mut().zip(a).zip(q[i..].iter().step_by(n)) {
                        *out = a + b;
                    }
                }
            })
            .into("loops over blocks of 32×32", |out| {
                const SIDE: usize = 32;
                for i in (0..n).step_by(SIDE) {
                    for j in (0..n).step_by(SIDE) {
                        let width = SIDE.min(n - j);
                        for i in i..(i + SIDE).min(n) {
                            let (out, a) = (&mut out[i * n + j..][..width], &p[i * n + j..][..width]);
                            for ((out, a), b) in out.iter_mut().zip(a).zip(q[j * n + i..].iter().step_by(n)) {
                                *out = a + b;
                            }
                        }
                    }
                }
            })
            .into("ndarray azip!", |out| {
                azip!((out in &mut theirs_mut(out, n), &a in &v, &b in &w.t()) *out = a + b);
            }),
    );
    bench.row(
        Row::new(format!("transpose-add, {n}×{n}, to a new array"), n * n)
            .memory_bound(24 * n * n)
            .new_result("broadcast!", || broadcast!(a + b.t()))
            // SAFETY: the kernel writes every element.
            .new_result("AVX2 by hand", || unsafe {
                memory::filled(n * n, |out| avx2.add_transposed(p, q, n, avx2::new(out)))
            })
            .new_result("ndarray operators", || &v + &w.t()),
    );
}

fn softmax(bench: &Bench, avx2: Avx2) {
    let n = bench.size(1000, 40);
    let x = matrix(n, n, 1);
    let p = x.as_slice();
    let v = theirs(&x);
    bench.row(
        Row::new(format!("softmax of rows, {n}×{n}"), n * n)
            .tolerance(1e-14)
            .into("broadcast!", |out| {
                let mut out = ours_mut(out, n);
                broadcast!(
                    out[i, j] = (x[i, j] - max[k](x[i, k])).exp() / sum[k]((x[i, k] - max[l](x[i, l])).exp())
                );
            })
            .into("AVX2 by hand", |out| avx2.softmax(p, n, existing(out)))
            .into("iterators", |out| {
                for (out, x) in out.chunks_exact_mut(n).zip(p.chunks_exact(n)) {
                    let most = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                    let mut sum = 0.0;
                    for (out, x) in out.iter_mut().zip(x) {
                        *out = (x - most).exp();
                        sum += *out;
                    }
                    let scale = 1.0 / sum;
                    out.iter_mut().for_each(|out| *out *= scale);
                }
            })
            .into("ndarray rows", |out| {
                let mut out = theirs_mut(out, n);
                azip!((mut out in out.rows_mut(), x in v.rows()) {
                    let most = x.fold(f64::NEG_INFINITY, |most, x| most.max(*x));
                    azip!((out in &mut out, &x in &x) *out = (x - most).exp());
                    out /= out.sum();
                });
            }),
    );
}

fn distances<const K: usize>(bench: &Bench, avx2: Avx2) {
    let n = bench.size(1000, 40);
    let (p, q) = (matrix(n, K, 1), matrix(n, K, 2));
    let (u, v) = (p.as_slice().as_chunks::<K>().0, q.as_slice().as_chunks::<K>().0);
    let (x, y) = (theirs(&p), theirs(&q));
    let by_hand = if K == 3 { Avx2::distances_3 } else { Avx2::distances_64 };
    bench.row(
        Row::new(format!("distances of all pairs, {n}×{n}×{K}"), n * n)
            .tolerance(1e-13)
            .into("broadcast!", |out| {
                let mut out = ours_mut(out, n);
                broadcast!(out[i, j] = sum[k]((p[i, k] - q[j, k]).powi(2)).sqrt());
            })
            .into("AVX2 by hand", |out| by_hand(avx2, p.as_slice(), q.as_slice(), existing(out)))
            .into("iterators", |out| {
                for (out, p) in out.chunks_exact_mut(n).zip(u) {
                    for (out, q) in out.iter_mut().zip(v) {
                        *out = p.iter().zip(q).map(|(p, q)| (p - q) * (p - q)).sum::<f64>().sqrt();
                    }
                }
            })
            .into("ndarray Zip", |out| {
                let mut out = theirs_mut(out, n);
                azip!((mut out in out.rows_mut(), p in x.rows()) {
                    azip!((out in &mut out, q in y.rows()) {
                        *out = Zip::from(&p).and(&q).fold(0.0, |sum, p, q| sum + (p - q) * (p - q)).sqrt();
                    });
                });
            }),
    );
}
