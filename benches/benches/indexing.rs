//! Elements chosen and copies turned, against loops by hand and `ndarray`.
//!
//! `cargo bench -p ndweave-benches --bench indexing`

use std::cell::RefCell;

use ndarray::{ArrayView1, ArrayView2, Axis, Zip};
use ndweave::{Array, Array1, Array2, ViewMut, broadcast, einsum, s};
use ndweave_benches::{Bench, Group, Row, memory};

fn main() {
    let bench = Bench::from_args();
    gathers(&bench);
    index_arrays(&bench);
    rows_by_index_arrays(&bench);
    masks(&bench);
    turned_copies(&bench);
}

/// Numbers below `below` that look random.
fn random(count: usize, below: usize) -> Vec<usize> {
    let mut state = 1u64;
    let mut next = || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % below
    };
    (0..count).map(|_| next()).collect()
}

/// 10⁶ elements of 10⁷, and 1000 rows of 10,000.
fn gathers(bench: &Bench) {
    let (n, count) = (bench.size(10_000_000, 1000), bench.size(1_000_000, 100));
    let x = Array1::arange(0.0, n as f64, 1.0);
    let indices = random(count, n);
    let other = ArrayView1::from(x.as_slice());
    bench.row(
        Row::new("gather 10⁶ of 10⁷ f64, to a new array", count)
            .new_result("select::<0>", || x.select::<0>(&indices))
            .new_result("gather(s![&indices])", || x.gather(s![&indices]))
            .new_result("take", || x.take(&indices))
            .new_result("a loop over new memory", || {
                // SAFETY: every element is written.
                unsafe {
                    memory::filled(count, |out| {
                        let x = x.as_slice();
                        out.iter_mut().zip(&indices).for_each(|(out, &i)| _ = out.write(x[i]));
                    })
                }
            })
            .new_result("a loop, collected", || indices.iter().map(|&i| x.as_slice()[i]).collect::<Vec<f64>>())
            .new_result("ndarray, select", || other.select(Axis(0), &indices)),
    );
    let (rows, columns) = (bench.size(10_000, 20), bench.size(1000, 10));
    let a = Array2::from_fn((rows, columns), |[i, j]| (i + j) as f64);
    let some = random(rows / 10, rows);
    let same = ArrayView2::from_shape((rows, columns), a.as_slice()).unwrap();
    bench.row(
        Row::new("1000 rows of 10,000×1000 f64, to a new array", some.len() * columns)
            .new_result("select::<0>", || a.select::<0>(&some))
            .new_result("ndarray, select", || same.select(Axis(0), &some)),
    );
    let few = random(columns / 10, columns);
    bench.row(
        Row::new("100 columns of 10,000×1000 f64, to a new array", few.len() * rows)
            .new_result("select::<1>", || a.select::<1>(&few))
            .new_result("a loop over new memory", || {
                // SAFETY: every element is written.
                unsafe {
                    memory::filled(few.len() * rows, |out| {
                        for (out, row) in out.chunks_exact_mut(few.len()).zip(a.as_slice().chunks_exact(columns)) {
                            out.iter_mut().zip(&few).for_each(|(out, &j)| _ = out.write(row[j]));
                        }
                    })
                }
            })
            .new_result("ndarray, select", || same.select(Axis(1), &few)),
    );
    // Backwards, since the two would go together.
    let (i, j) = (random(count, rows), random(count, columns).into_iter().rev().collect::<Vec<_>>());
    bench.row(
        Row::new("10⁶ pairs of indices into 10,000×1000 f64, to a new array", count)
            .new_result("gather(s![&i, &j])", || a.gather(s![&i, &j]))
            .new_result("a loop over new memory", || {
                // SAFETY: every element is written.
                unsafe {
                    memory::filled(count, |out| {
                        let both = i.iter().zip(&j);
                        out.iter_mut()
                            .zip(both)
                            .for_each(|(out, (&i, &j))| _ = out.write(a.as_slice()[i * columns + j]));
                    })
                }
            })
            .new_result("a loop, collected", || {
                i.iter().zip(&j).map(|(&i, &j)| a.as_slice()[i * columns + j]).collect::<Vec<f64>>()
            })
            .new_result("ndarray, a loop", || i.iter().zip(&j).map(|(&i, &j)| same[[i, j]]).collect::<Vec<f64>>()),
    );
    let values = Array1::from_fn(count, |[k]| k as f64);
    let target = RefCell::new(Array1::<f64>::zeros(n));
    bench.run(
        Group::new("10⁶ values put into 10⁷ f64")
            .entry("put", || target.borrow_mut().put(&indices, &values))
            .entry("assign_at", || target.borrow_mut().assign_at(s![&indices], &values))
            .entry("a loop", || {
                let mut target = target.borrow_mut();
                let target = target.as_mut_slice();
                indices.iter().zip(values.as_slice()).for_each(|(&i, &value)| target[i] = value);
            }),
    );
}

/// Elements at what index arrays hold, in the notation: `t[ix[i]]`.
fn index_arrays(bench: &Bench) {
    let count = bench.size(1_000_000, 100);
    for (name, n) in [("10⁶ of 10⁷", 10_000_000), ("10⁶ of 4096", 4096)] {
        let n = bench.size(n, 1000);
        let (x, ix) = (Array1::arange(0.0, n as f64, 1.0), random(count, n));
        bench.row(
            Row::new(format!("x[ix[i]], {name} f64"), count)
                .into("broadcast!", |out| broadcast!(out[i] = x[ix[i]]))
                .into("a loop", |out| {
                    let x = x.as_slice();
                    out.iter_mut().zip(&ix).for_each(|(out, &i)| *out = x[i]);
                })
                .into("a loop that has looked at all indices before", |out| {
                    let x = x.as_slice();
                    assert!(ix.iter().all(|&i| i < x.len()));
                    out.iter_mut().zip(&ix).for_each(|(out, &i)| *out = x[i]);
                })
                .into("ndarray, select and assign", |out| {
                    let other = ArrayView1::from(x.as_slice());
                    ndarray::ArrayViewMut1::from(out).assign(&other.select(Axis(0), &ix));
                }),
        );
        let (low, f) = (random(count, n - 1), Array1::from_fn(count, |[i]| i as f64 / count as f64));
        let high: Vec<usize> = low.iter().map(|&i| i + 1).collect();
        bench.row(
            Row::new(format!("interpolation, {name} f64"), count)
                .into("broadcast!", |out| broadcast!(out[i] = x[low[i]] * (1.0 - f[i]) + x[high[i]] * f[i]))
                .into("a loop", |out| {
                    let x = x.as_slice();
                    let both = low.iter().zip(&high).zip(f.as_slice());
                    out.iter_mut().zip(both).for_each(|(out, ((&i, &j), &f))| *out = x[i] * (1.0 - f) + x[j] * f);
                })
                .into("a loop that has looked at all indices before", |out| {
                    let x = x.as_slice();
                    assert!(low.iter().chain(&high).all(|&i| i < x.len()));
                    let both = low.iter().zip(&high).zip(f.as_slice());
                    out.iter_mut().zip(both).for_each(|(out, ((&i, &j), &f))| *out = x[i] * (1.0 - f) + x[j] * f);
                })
                .into("ndarray, a loop", |out| {
                    let other = ArrayView1::from(x.as_slice());
                    let both = low.iter().zip(&high).zip(f.as_slice());
                    out.iter_mut()
                        .zip(both)
                        .for_each(|(out, ((&i, &j), &f))| *out = other[i] * (1.0 - f) + other[j] * f);
                }),
        );
    }
}

/// Rows at what an index array holds: `t[ix[i], j]`.
fn rows_by_index_arrays(bench: &Bench) {
    let (n, width, count) = (bench.size(10_000, 50), bench.size(64, 8), bench.size(100_000, 20));
    let (t, ix) = (Array2::from_fn((n, width), |[i, j]| (i % 100 + j) as f64), random(count, n));
    let other = ArrayView2::from_shape((n, width), t.as_slice()).unwrap();
    bench.row(
        Row::new("10⁵ rows of 64 f64 of 10⁴, to a new array", count * width)
            .new_result("broadcast!", || broadcast!(t[ix[i], j] -> [i, j]))
            .new_result("select::<0>", || t.select::<0>(&ix))
            .new_result("a loop over new memory", || {
                // SAFETY: every element is written.
                unsafe {
                    memory::filled(count * width, |out| {
                        for (out, &i) in out.chunks_exact_mut(width).zip(&ix) {
                            let row = &t.as_slice()[i * width..][..width];
                            out.iter_mut().zip(row).for_each(|(out, &x)| _ = out.write(x));
                        }
                    })
                }
            })
            .new_result("ndarray, select", || other.select(Axis(0), &ix)),
    );
    let (n, few) = (bench.size(10_000, 50), 3);
    let (t3, ix3) = (Array2::from_fn((n, few), |[i, j]| (i % 100 + j) as f64), random(bench.size(1_000_000, 20), n));
    bench.row(
        Row::new("10⁶ rows of 3 f64 of 10⁴", ix3.len() * few)
            .into("broadcast!", |out| {
                let mut out = ViewMut::from_slice_strided(out, (ix3.len(), few), [few as isize, 1], 0).unwrap();
                broadcast!(out[i, j] = t3[ix3[i], j]);
            })
            .into("a loop", |out| {
                let (out, rows) = (out.as_chunks_mut::<3>().0, t3.as_slice().as_chunks::<3>().0);
                out.iter_mut().zip(&ix3).for_each(|(out, &i)| *out = rows[i]);
            })
            .into("a loop that has looked at all indices before", |out| {
                let (out, rows) = (out.as_chunks_mut::<3>().0, t3.as_slice().as_chunks::<3>().0);
                assert!(ix3.iter().all(|&i| i < rows.len()));
                out.iter_mut().zip(&ix3).for_each(|(out, &i)| *out = rows[i]);
            }),
    );
    let (per_bag, bags) = (bench.size(10, 2), bench.size(10_000, 10));
    let of_bags = Array2::from_shape_vec((bags, per_bag), random(bags * per_bag, n)).unwrap();
    bench.row(
        Row::new("sums of 10 rows of 64 f64, 10⁴ times", bags * width)
            .into("broadcast!", |out| {
                let mut out = ViewMut::from_slice_strided(out, (bags, width), [width as isize, 1], 0).unwrap();
                broadcast!(out[i, j] = sum[k](t[of_bags[i, k], j]));
            })
            .into("einsum!", |out| {
                let mut out = ViewMut::from_slice_strided(out, (bags, width), [width as isize, 1], 0).unwrap();
                einsum!(out[i, j] = t[of_bags[i, k], j]);
            })
            .into("a loop", |out| {
                for (out, bag) in out.chunks_exact_mut(width).zip(of_bags.as_slice().chunks_exact(per_bag)) {
                    out.fill(0.0);
                    for &i in bag {
                        out.iter_mut().zip(&t.as_slice()[i * width..][..width]).for_each(|(out, &x)| *out += x);
                    }
                }
            }),
    );
    let (some, columns) = (random(bench.size(2000, 10), n), bench.size(128, 4));
    let w = Array2::from_fn((width, columns), |[k, j]| ((k + j) % 7) as f64);
    bench.row(
        Row::new("2000 rows of 64 f64 of 10⁴, times 64×128", some.len() * columns)
            .new_result("einsum!", || einsum!(t[some[i], k] * w[k, j] -> [i, j]))
            .new_result("select, einsum!", || {
                let rows = t.select::<0>(&some);
                einsum!(rows[i, k] * w[k, j] -> [i, j])
            })
            .new_result("ndarray, select and dot", || {
                let w = ArrayView2::from_shape((width, columns), w.as_slice()).unwrap();
                other.select(Axis(0), &some).dot(&w)
            }),
    );
}

/// Masks of 10⁶ elements, half of them true at random.
fn masks(bench: &Bench) {
    let n = bench.size(1_000_000, 100);
    let x = Array1::arange(0.0, n as f64, 1.0);
    let mask = Array::from_vec(random(n, 2)).mapv(|bit| bit == 1);
    let other = ArrayView1::from(x.as_slice());
    let other_mask = ArrayView1::from(mask.as_slice());
    let chosen = x.mask(&mask).len();
    bench.row(
        Row::new("mask of 10⁶ f64, to a new array", chosen)
            .new_result("mask", || x.mask(&mask))
            .new_result("gather(s![&mask])", || x.gather(s![&mask]))
            .new_result("a loop with a branch", || {
                let mut out = Vec::new();
                for (&x, &chosen) in x.as_slice().iter().zip(mask.as_slice()) {
                    if chosen {
                        out.push(x);
                    }
                }
                out
            })
            .new_result("ndarray, zip and filter", || {
                let both = other.iter().zip(other_mask);
                both.filter_map(|(&x, &chosen)| chosen.then_some(x)).collect::<Vec<f64>>()
            }),
    );
    bench.row(
        Row::new("10⁶ f64 set to a number where a mask is true", n)
            .into("put_mask", |out| {
                let mut out = ndweave::ViewMut::from_slice_strided(out, n, [1], 0).unwrap();
                out.fill(1.0);
                out.put_mask(&mask, &7.0);
            })
            .into("a loop", |out| {
                out.fill(1.0);
                for (out, &chosen) in out.iter_mut().zip(mask.as_slice()) {
                    *out = if chosen { 7.0 } else { *out };
                }
            })
            .into("ndarray, Zip", |out| {
                out.fill(1.0);
                Zip::from(ndarray::ArrayViewMut1::from(out)).and(other_mask).for_each(|out, &chosen| {
                    if chosen {
                        *out = 7.0;
                    }
                });
            }),
    );
    let values = Array1::from_fn(chosen, |[k]| k as f64);
    bench.row(
        Row::new("values to 10⁶ f64 where a mask is true", n)
            .into("put_mask", |out| {
                let mut out = ndweave::ViewMut::from_slice_strided(out, n, [1], 0).unwrap();
                out.fill(1.0);
                out.put_mask(&mask, &values);
            })
            .into("a loop", |out| {
                out.fill(1.0);
                let mut values = values.as_slice().iter();
                for (out, &chosen) in out.iter_mut().zip(mask.as_slice()) {
                    if chosen {
                        *out = *values.next().unwrap();
                    }
                }
            }),
    );
}

/// Copies of transposes.
fn turned_copies(bench: &Bench) {
    for (name, rows, columns) in [("4000×4000", 4000, 4000), ("10000×2000", 10_000, 2000)] {
        let (rows, columns) = (bench.size(rows, 40), bench.size(columns, 20));
        let a = Array2::from_fn((rows, columns), |[i, j]| (i * columns + j) as f64);
        let same = ArrayView2::from_shape((rows, columns), a.as_slice()).unwrap();
        let len = rows * columns;
        bench.row(
            Row::new(format!("{name} f64 transposed, into an array"), len)
                .memory_bound(16 * len)
                .into("assign", |out| {
                    let mut out =
                        ndweave::ViewMut::from_slice_strided(out, (columns, rows), [rows as isize, 1], 0).unwrap();
                    out.assign(&a.t());
                })
                .into("broadcast!", |out| {
                    let mut out =
                        ndweave::ViewMut::from_slice_strided(out, (columns, rows), [rows as isize, 1], 0).unwrap();
                    ndweave::broadcast!(out[i, j] = a[j, i]);
                })
                .into("ndarray, assign", |out| {
                    let mut out = ndarray::ArrayViewMut2::from_shape((columns, rows), out).unwrap();
                    out.assign(&same.t());
                }),
        );
        bench.row(
            Row::new(format!("{name} f64 transposed, to a new array"), len)
                .memory_bound(16 * len)
                .new_result("t().to_owned()", || a.t().to_owned())
                .new_result("t().to_reshaped", || a.t().to_reshaped(len).unwrap())
                .new_result("broadcast!", || ndweave::broadcast!(a[j, i] -> [i, j]))
                .new_result("ndarray, as_standard_layout", || same.t().as_standard_layout().into_owned()),
        );
    }
}
