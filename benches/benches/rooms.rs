//! Reductions, scans and scatters against plain loops, `ndarray` and copies, on one core, in one run.
//!
//! Ratios are to ours: above 1, ours is faster. Before they are timed, rivals of a row have to agree.
//!
//! `cargo bench -p ndweave-benches --bench rooms -- [part of a row's name]`

use std::cell::RefCell;

use ndarray::{ArrayView1, ArrayView2, Axis};
use ndweave::macro_support::functions::{Add, BitOr, InOrder};
use ndweave::macro_support::{accumulate_into, at, reduce};
use ndweave::{Array1, ViewMut, broadcast};
use ndweave_benches::{Bench, Group, Row};

#[path = "rows/numbers.rs"]
mod given;
use given::{matrix, numbers};

fn main() {
    let bench = Bench::from_args();
    println!("tier {}", ndweave::Tier::current());
    for n in [10_000, 1_000_000] {
        let n = bench.size(n, n / 1000 + 7);
        bit_scan(&bench, n);
        sum_scan(&bench, n);
    }
    column_scan(&bench);
    scatter(&bench);
    reductions(&bench);
    places(&bench);
    counts(&bench);
    sorts(&bench);
    small(&bench);
}

fn bit_scan(bench: &Bench, n: usize) {
    let x = Array1::from_fn(n, |[i]| 1i64 << (i * i % 63));
    let (mut ours, mut plain) = (Array1::<i64>::zeros(n), Array1::<i64>::zeros(n));
    let scan = |out: &mut Array1<i64>| accumulate_into::<0, _, _, _, _>(BitOr, out.view_mut(), x.view()).unwrap();
    let by_hand = |out: &mut Array1<i64>| {
        let mut bits = 0;
        for (out, x) in out.as_mut_slice().iter_mut().zip(x.as_slice()) {
            bits |= x;
            *out = bits;
        }
    };
    scan(&mut ours);
    by_hand(&mut plain);
    assert_eq!(ours, plain);
    // All write to the same pages, and no more than these and the operand's have to stay in a cache.
    let out = RefCell::new(ours);
    bench.run(
        Group::new(format!("bitwise_or along {n} i64"))
            .bytes(16 * n)
            .entry("accumulate", || scan(&mut out.borrow_mut()))
            .entry("loop", || by_hand(&mut out.borrow_mut()))
            .entry("copy", || out.borrow_mut().as_mut_slice().copy_from_slice(x.as_slice())),
    );
}

fn sum_scan(bench: &Bench, n: usize) {
    let x = numbers(n, 1).mapv(f64::abs);
    let scan = |out: &mut Array1<f64>, in_order: bool| match in_order {
        true => accumulate_into::<0, _, _, _, _>(InOrder(Add), out.view_mut(), x.view()).unwrap(),
        false => accumulate_into::<0, _, _, _, _>(Add, out.view_mut(), x.view()).unwrap(),
    };
    let (mut ours, mut plain, mut other) = (Array1::<f64>::zeros(n), Array1::<f64>::zeros(n), Array1::<f64>::zeros(n));
    let by_hand = |out: &mut Array1<f64>| {
        let mut sum = 0.0;
        for (out, x) in out.as_mut_slice().iter_mut().zip(x.as_slice()) {
            sum += x;
            *out = sum;
        }
    };
    scan(&mut ours, false);
    scan(&mut other, true);
    by_hand(&mut plain);
    assert_eq!(other, plain);
    assert!(ours.iter().zip(&plain).all(|(x, y)| (x - y).abs() <= 1e-12 * y));
    let out = RefCell::new(ours);
    bench.run(
        Group::new(format!("sums along {n} f64"))
            .bytes(16 * n)
            .entry("accumulate", || scan(&mut out.borrow_mut(), false))
            .entry("accumulate in order", || scan(&mut out.borrow_mut(), true))
            .entry("loop", || by_hand(&mut out.borrow_mut()))
            .entry("copy", || out.borrow_mut().as_mut_slice().copy_from_slice(x.as_slice()))
            .entry("copy and ndarray accumulate_axis_inplace", || {
                let mut out = out.borrow_mut();
                out.as_mut_slice().copy_from_slice(x.as_slice());
                let mut out = ndarray::ArrayViewMut1::from(out.as_mut_slice());
                out.accumulate_axis_inplace(Axis(0), |&before, x| *x += before);
            }),
    );
}

fn column_scan(bench: &Bench) {
    let n = bench.size(1000, 40);
    let x = matrix(n, n, 1).mapv(f64::abs);
    for axis in [0, 1] {
        let ours = |out: &mut [f64]| {
            let out = ViewMut::from_slice_strided(out, (n, n), [n as isize, 1], 0).unwrap();
            match axis {
                0 => accumulate_into::<0, _, _, _, _>(Add, out, x.view()).unwrap(),
                _ => accumulate_into::<1, _, _, _, _>(Add, out, x.view()).unwrap(),
            }
        };
        bench.row(
            Row::new(format!("sums along axis {axis}, {n}×{n} f64"), n * n)
                .tolerance(1e-9)
                .memory_bound(16 * n * n)
                .into("accumulate", ours)
                .into("loops", |out| {
                    let x = x.as_slice();
                    if axis == 0 {
                        out[..n].copy_from_slice(&x[..n]);
                        for row in n..n * n {
                            out[row] = out[row - n] + x[row];
                        }
                    } else {
                        for (out, x) in out.chunks_exact_mut(n).zip(x.chunks_exact(n)) {
                            let mut sum = 0.0;
                            for (out, x) in out.iter_mut().zip(x) {
                                sum += x;
                                *out = sum;
                            }
                        }
                    }
                })
                .into("ndarray accumulate_axis_inplace", |out| {
                    out.copy_from_slice(x.as_slice());
                    let mut out = ndarray::ArrayViewMut2::from_shape((n, n), out).unwrap();
                    out.accumulate_axis_inplace(Axis(axis), |&before, x| *x += before);
                }),
        );
    }
}

fn scatter(bench: &Bench) {
    let count = bench.size(1_000_000, 500);
    for n in [1000, 1_000_000] {
        let mut state = 7u64;
        let index: Vec<isize> = (0..count)
            .map(|_| {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                ((state >> 33) % n as u64) as isize
            })
            .collect();
        let places: Vec<usize> = index.iter().map(|&place| place as usize).collect();
        let values = numbers(count, 3).mapv(f64::abs);
        let (index, places, values) = (&index, &places, &values);
        bench.row(
            Row::new(format!("add at {count} of {n} f64"), n)
                .tolerance(1e-9)
                .into("at, isize", move |out| {
                    out.fill(0.0);
                    let out = ViewMut::from_slice_strided(out, n, [1], 0).unwrap();
                    at::<0, _, _, _, _, _, _>(Add, out, index, values.view()).unwrap();
                })
                .into("at, usize", move |out| {
                    out.fill(0.0);
                    let out = ViewMut::from_slice_strided(out, n, [1], 0).unwrap();
                    at::<0, _, _, _, _, _, _>(Add, out, places, values.view()).unwrap();
                })
                .into("loop", move |out| {
                    out.fill(0.0);
                    for (&place, x) in places.iter().zip(values.as_slice()) {
                        out[place] += x;
                    }
                }),
        );
    }
}

/// Along each axis of a matrix in row-major (C) and in column-major (F) order.
fn reductions(bench: &Bench) {
    let n = bench.size(2000, 64);
    let c = matrix(n, n, 1).mapv(f64::abs);
    let f = c.t();
    let their_c = ArrayView2::from_shape((n, n), c.as_slice()).unwrap();
    let row = |name: &str| Row::new(format!("{name}, {n}×{n}"), n).tolerance(1e-11).memory_bound(8 * n * n);
    bench.row(
        row("sums over axis 0, C order")
            .new_result("reduce", || reduce::<0, _, _, _>(Add, c.view(), None).unwrap())
            .new_result("broadcast!", || broadcast!(sum[i](c[i, j]) -> [j]))
            .new_result("ndarray sum_axis", || their_c.sum_axis(Axis(0))),
    );
    bench.row(
        row("sums over axis 1, C order")
            .new_result("reduce", || reduce::<1, _, _, _>(Add, c.view(), None).unwrap())
            .new_result("broadcast!", || broadcast!(sum[j](c[i, j]) -> [i]))
            .new_result("ndarray sum_axis", || their_c.sum_axis(Axis(1))),
    );
    bench.row(
        row("sums over axis 0, F order")
            .new_result("reduce", || reduce::<0, _, _, _>(Add, f, None).unwrap())
            .new_result("broadcast!", || broadcast!(sum[i](f[i, j]) -> [j]))
            .new_result("ndarray sum_axis", || their_c.t().sum_axis(Axis(0))),
    );
    bench.row(
        row("sums over axis 1, F order")
            .new_result("reduce", || reduce::<1, _, _, _>(Add, f, None).unwrap())
            .new_result("broadcast!", || broadcast!(sum[j](f[i, j]) -> [i]))
            .new_result("ndarray sum_axis", || their_c.t().sum_axis(Axis(1))),
    );
    let few = bench.size(1000, 9);
    let (x, y) = (numbers(few, 1), numbers(few, 2));
    let their_x = ArrayView1::from(x.as_slice());
    bench.row(
        Row::new(format!("all sums of {few} f64 and {few}"), few * few)
            .new_result("outer", || ndweave::macro_support::outer(Add, x.view(), y.view()).unwrap())
            .new_result("broadcast!", || broadcast!(x[i] + y[j] -> [i, j]))
            .new_result("ndarray", || {
                let mut out = ndarray::Array2::zeros((few, few));
                for (mut out, x) in out.rows_mut().into_iter().zip(&their_x) {
                    out.assign(&ArrayView1::from(y.as_slice()));
                    out += *x;
                }
                out
            }),
    );
}

fn places(bench: &Bench) {
    let n = bench.size(2000, 64);
    let c = matrix(n, n, 1);
    let their_c = ArrayView2::from_shape((n, n), c.as_slice()).unwrap();
    let first = |line: &mut dyn Iterator<Item = f64>| {
        let mut best = (0, f64::NEG_INFINITY);
        for (place, x) in line.enumerate() {
            if x > best.1 {
                best = (place, x);
            }
        }
        best.0 as f64
    };
    let theirs = |axis: usize| their_c.map_axis(Axis(axis), |line| first(&mut line.iter().copied()));
    bench.row(
        Row::new(format!("argmax along axis 0, {n}×{n}"), n)
            .new_result("argmax", || c.argmax::<0>().mapv(|place| place as f64))
            .new_result("loops", || {
                let (mut best, mut places) = (c.as_slice()[..n].to_vec(), vec![0.0; n]);
                for (row, line) in c.as_slice().chunks_exact(n).enumerate().skip(1) {
                    for (x, (best, place)) in line.iter().zip(best.iter_mut().zip(&mut places)) {
                        if x > best {
                            (*best, *place) = (*x, row as f64);
                        }
                    }
                }
                places
            })
            .new_result("ndarray map_axis", || theirs(0)),
    );
    bench.row(
        Row::new(format!("argmax along axis 1, {n}×{n}"), n)
            .new_result("argmax", || c.argmax::<1>().mapv(|place| place as f64))
            .new_result("loops", || {
                c.as_slice().chunks_exact(n).map(|line| first(&mut line.iter().copied())).collect::<Vec<_>>()
            })
            .new_result("ndarray map_axis", || theirs(1)),
    );
}

fn counts(bench: &Bench) {
    let n = bench.size(1_000_000, 500);
    let x = numbers(n, 1);
    let mask = x.map(|x| *x > 0.5);
    let their_mask = ArrayView1::from(mask.as_slice());
    bench.row(
        Row::new(format!("count of {n} bool"), 1)
            .new_result("count_nonzero_all", || mask.count_nonzero_all())
            .new_result("iterator", || mask.as_slice().iter().filter(|x| **x).count())
            .new_result("ndarray fold", || their_mask.fold(0usize, |count, x| count + usize::from(*x))),
    );
    bench.row(
        Row::new(format!("count of {n} f64"), 1)
            .new_result("count_nonzero_all", || x.count_nonzero_all())
            .new_result("iterator", || x.as_slice().iter().filter(|x| **x != 0.0).count()),
    );
    bench.row(
        Row::new(format!("variance of {n} f64"), 1)
            .tolerance(1e-9)
            .new_result("var_all", || x.var_all(0))
            .new_result("iterators", || {
                let mean = x.as_slice().iter().sum::<f64>() / n as f64;
                x.as_slice().iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n as f64
            })
            .new_result("ndarray var", || ArrayView1::from(x.as_slice()).var(0.0)),
    );
}

fn sorts(bench: &Bench) {
    let n = bench.size(1000, 40);
    let c = matrix(n, n, 1);
    bench.row(Row::new(format!("sort along axis 1, {n}×{n}"), n * n).new_result("sort", || c.sort::<1>()).new_result(
        "loops",
        || {
            let mut out = c.as_slice().to_vec();
            out.chunks_exact_mut(n).for_each(|line| line.sort_unstable_by(f64::total_cmp));
            out
        },
    ));
    bench.row(Row::new(format!("sort along axis 0, {n}×{n}"), n * n).new_result("sort", || c.sort::<0>()).new_result(
        "loops",
        || {
            let (x, mut out, mut line) = (c.as_slice(), vec![0.0; n * n], vec![0.0; n]);
            for column in 0..n {
                (0..n).for_each(|row| line[row] = x[row * n + column]);
                line.sort_unstable_by(f64::total_cmp);
                (0..n).for_each(|row| out[row * n + column] = line[row]);
            }
            out
        },
    ));
}

/// What a call costs beside its work.
fn small(bench: &Bench) {
    for n in [8, 100] {
        let x = numbers(n, 1).mapv(f64::abs);
        let mut out = Array1::<f64>::zeros(n);
        bench.row(
            Row::new(format!("sum of {n} f64"), 1)
                .tolerance(1e-12)
                .new_result("sum_all", || x.sum_all())
                .new_result("broadcast!", || broadcast!(sum[i](x[i])))
                .new_result("iterator", || x.as_slice().iter().sum::<f64>())
                .new_result("ndarray sum", || ArrayView1::from(x.as_slice()).sum()),
        );
        bench.row(
            Row::new(format!("greatest of {n} f64"), 1)
                .new_result("max_all", || x.max_all())
                .new_result("broadcast!", || broadcast!(max[i](x[i])))
                .new_result("iterator", || x.as_slice().iter().copied().fold(f64::NEG_INFINITY, f64::max)),
        );
        bench.run(
            Group::new(format!("place of the greatest of {n} f64"))
                .entry("argmax", || x.argmax::<0>()[[]])
                .entry("broadcast!", || broadcast!(argmax[i](x[i]))),
        );
        bench.run(
            Group::new(format!("sums along {n} f64"))
                .entry("accumulate", || accumulate_into::<0, _, _, _, _>(Add, out.view_mut(), x.view()).unwrap())
                .entry("cumsum", || x.cumsum::<0>()),
        );
    }
    let c = matrix(8, 8, 1).mapv(f64::abs);
    bench.row(
        Row::new("sums over axis 1, 8×8 f64".to_string(), 8)
            .tolerance(1e-12)
            .new_result("sum", || c.sum::<1>())
            .new_result("broadcast!", || broadcast!(sum[j](c[i, j]) -> [i]))
            .new_result("ndarray sum_axis", || ArrayView2::from_shape((8, 8), c.as_slice()).unwrap().sum_axis(Axis(1))),
    );
    let n = bench.size(1000, 40);
    let c = matrix(n, n, 1).mapv(f64::abs);
    let mut out = ndweave::Array2::<f64>::zeros((n, n));
    let mut by_hand = vec![0.0; n * n];
    bench.run(
        Group::new(format!("sums along axis 1 of the transpose, {n}×{n} f64"))
            .entry("accumulate", || accumulate_into::<1, _, _, _, _>(Add, out.view_mut(), c.t()).unwrap())
            .entry("loops", || {
                for (row, out) in by_hand.chunks_exact_mut(n).enumerate() {
                    let mut sum = 0.0;
                    for (column, out) in out.iter_mut().enumerate() {
                        sum += c.as_slice()[column * n + row];
                        *out = sum;
                    }
                }
            }),
    );
}
