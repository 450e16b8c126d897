//! Kernels without axes: in the first-level cache, in the second-level one, and in memory, there also into new arrays.

use ndarray::{ArrayView1, ArrayViewMut1, Zip, azip};
use ndweave::broadcast;
use ndweave_benches::{Bench, Row, memory};

use super::numbers;
use crate::avx2::{self, Avx2, existing};

/// Numbers of elements, those that the filter leaves in: three operands and a result are 32 KB, 320 KB and 320 MB.
fn sizes(bench: &Bench, kernel: &str) -> impl Iterator<Item = usize> {
    let sizes = [1000, 10_000, bench.size(10_000_000, 20_000)];
    sizes.into_iter().filter(move |n| bench.wants(&format!("{kernel}, {n}, to a new array")))
}

/// A row for results in existing memory, and the number of its elements where that is in no cache.
fn row<'a>(kernel: &str, n: usize, operands: usize) -> Row<'a> {
    let row = Row::new(format!("{kernel}, {n}"), n);
    if n > 10_000 { row.memory_bound((operands + 1) * n * 8) } else { row }
}

/// A row for new results.
fn new_row<'a>(kernel: &str, n: usize, operands: usize) -> Row<'a> {
    Row::new(format!("{kernel}, {n}, to a new array"), n).memory_bound((operands + 1) * n * 8)
}

/// All of them.
pub fn all(bench: &Bench, avx2: Avx2) {
    mul_add(bench, avx2);
    cubic(bench, avx2);
    clip(bench, avx2);
    leaky(bench, avx2);
    cubic_kernel(bench, avx2);
}

fn mul_add(bench: &Bench, avx2: Avx2) {
    for n in sizes(bench, "a * b + c") {
        let (a, b, c) = (numbers(n, 1), numbers(n, 2), numbers(n, 3));
        let (p, q, r) = (a.as_slice(), b.as_slice(), c.as_slice());
        let (x, y, z) = (ArrayView1::from(p), ArrayView1::from(q), ArrayView1::from(r));
        bench.row(
            row("a * b + c", n, 3)
                .into("broadcast!", |out| broadcast!(out = a * b + c))
                .into("AVX2 by hand", |out| avx2.mul_add(p, q, r, existing(out)))
                .into("iterators", |out| {
                    for (((out, a), b), c) in out.iter_mut().zip(p).zip(q).zip(r) {
                        *out = a * b + c;
                    }
                })
                .into("ndarray azip!", |out| {
                    azip!((out in &mut ArrayViewMut1::from(out), &a in &x, &b in &y, &c in &z) *out = a * b + c);
                }),
        );
        if n > 10_000 {
            bench.row(
                new_row("a * b + c", n, 3)
                    .new_result("broadcast!", || broadcast!(a * b + c))
                    // SAFETY: the kernel writes every element.
                    .new_result("AVX2 by hand", || unsafe {
                        memory::filled(n, |out| avx2.mul_add(p, q, r, avx2::new(out)))
                    })
                    .new_result("iterators", || {
                        p.iter().zip(q).zip(r).map(|((a, b), c)| a * b + c).collect::<Vec<f64>>()
                    })
                    .new_result("ndarray operators", || &x * &y + z)
                    .new_result("ndarray Zip", || Zip::from(&x).and(&y).and(&z).map_collect(|a, b, c| a * b + c)),
            );
        }
    }
}

/// A kernel of one operand: ours, the loop by hand, and the scalar function for the other two.
macro_rules! unary {
    ($bench:expr, $avx2:expr, $name:literal, |$x:ident| $ours:expr, $by_hand:ident($constants:expr), |$s:ident| $scalar:expr
        $(, $operators:literal |$v:ident| $operator:expr)?) => {
        {
            for n in sizes($bench, $name) {
                let $x = numbers(n, 4);
                let slice = $x.as_slice();
                let view = ArrayView1::from(slice);
                $bench.row(
                    row($name, n, 1)
                        .into("broadcast!", |out| broadcast!(out = $ours))
                        .into("AVX2 by hand", |out| $avx2.$by_hand(slice, $constants, existing(out)))
                        .into("iterators", |out| {
                            for (out, &$s) in out.iter_mut().zip(slice) {
                                *out = $scalar;
                            }
                        })
                        .into("ndarray azip!", |out| {
                            azip!((out in &mut ArrayViewMut1::from(out), &$s in &view) *out = $scalar);
                        }),
                );
                if n > 10_000 {
                    $bench.row(
                        new_row($name, n, 1)
                            .new_result("broadcast!", || broadcast!($ours))
                            .new_result("AVX2 by hand", || {
                                // SAFETY: the kernel writes every element.
                                unsafe { memory::filled(n, |out| $avx2.$by_hand(slice, $constants, avx2::new(out))) }
                            })
                            .new_result("iterators", || slice.iter().map(|&$s| $scalar).collect::<Vec<f64>>())
                            $(.new_result($operators, || { let $v = &view; $operator }))?
                            .new_result("ndarray mapv", || view.mapv(|$s| $scalar)),
                    );
                }
            }
        }
    };
}

fn cubic(bench: &Bench, avx2: Avx2) {
    let [c0, c1, c2, c3] = std::hint::black_box([0.25f64, -1.5, 0.75, 2.5]);
    unary!(
        bench,
        avx2,
        "polynomial of degree 3",
        |x| ((c3 * x + c2) * x + c1) * x + c0,
        cubic([c0, c1, c2, c3]),
        |x| ((c3 * x + c2) * x + c1) * x + c0,
        "ndarray operators" | x | ((c3 * x + c2) * x + c1) * x + c0
    );
}

fn clip(bench: &Bench, avx2: Avx2) {
    let [low, high] = std::hint::black_box([-1.0f64, 1.0]);
    unary!(
        bench,
        avx2,
        "clip",
        |x| x.clamp(low, high),
        clip([low, high]),
        |x| x.clamp(low, high),
        "ndarray clamp" | x | x.clamp(low, high)
    );
}

fn leaky(bench: &Bench, avx2: Avx2) {
    unary!(
        bench,
        avx2,
        "where(x > 0, x, 0.1 x)",
        |x| if x > 0.0 { x } else { 0.1 * x },
        leaky([0.1]),
        |x| if x > 0.0 { x } else { 0.1 * x }
    );
}

/// The kernel of cubic convolution (Keys 1981), for distances of at most 2.
fn cubic_kernel(bench: &Bench, avx2: Avx2) {
    unary!(
        bench,
        avx2,
        "cubic convolution kernel",
        |x| {
            let x = x.abs();
            if x <= 1.0 { (1.5 * x - 2.5) * x * x + 1.0 } else { ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0 }
        },
        cubic_kernel([]),
        |x| {
            let x = x.abs();
            if x <= 1.0 { (1.5 * x - 2.5) * x * x + 1.0 } else { ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0 }
        }
    );
}
