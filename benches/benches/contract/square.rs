//! `ij,jk->ik`, from 2×2 to 1024×1024, with extents known at run time and at compile time.

use std::hint::black_box;

use faer::linalg::matmul::matmul;
use faer::{Accum, MatMut, MatRef, Par};
use nalgebra::{Complex, DMatrix, SMatrix};
use ndarray::ArrayView2;
use ndweave::{Array2, einsum};
use ndweave_benches::{Bench, Group};

use crate::by_hand::{Matrix, gemm};

/// All of them.
pub fn all(bench: &Bench) {
    for n in [2, 3, 4, 8, 16, 32, 64, 256, 1024] {
        run_time(bench, if n > 64 { bench.size(n, 64) } else { n });
    }
    constant::<2>(bench);
    constant::<3>(bench);
    constant::<4>(bench);
    constant::<8>(bench);
    constant::<16>(bench);
    constant::<32>(bench);
    constant::<64>(bench);
    elements(bench, bench.size(256, 16));
    for n in [16, 256, 1024] {
        mixed(bench, if n > 64 { bench.size(n, 64) } else { n });
    }
    for n in [4, 16, 64, 256, 1024] {
        spellings(bench, if n > 64 { bench.size(n, 64) } else { n });
    }
}

/// Small whole numbers, so that results are exact.
fn entry(n: usize, i: usize, j: usize) -> f64 {
    ((i * 7 + j * 3 + n) % 11) as f64 - 5.0
}

fn same(name: &str, expected: &[f64], got: impl IntoIterator<Item = f64>) {
    assert!(expected.iter().copied().eq(got), "{name} disagrees");
}

fn run_time(bench: &Bench, n: usize) {
    let a = Array2::from_fn((n, n), |[i, j]| entry(0, i, j));
    let b = Array2::from_fn((n, n), |[i, j]| entry(5, i, j));
    let (p, q) = (a.as_slice(), b.as_slice());
    let [mut c, mut d, mut e] = [(); 3].map(|()| Array2::<f64>::zeros((n, n)));
    let (na, nb) = (DMatrix::from_row_slice(n, n, p), DMatrix::from_row_slice(n, n, q));
    let mut nc = DMatrix::<f64>::zeros(n, n);
    let shape = (n, n);
    let (ra, rb) = (ArrayView2::from_shape(shape, p).expect("fits"), ArrayView2::from_shape(shape, q).expect("fits"));
    let mut rc = ndarray::Array2::<f64>::zeros((n, n));
    let into_faer = |to: &mut [f64]| {
        let (a, b) = (MatRef::from_row_major_slice(p, n, n), MatRef::from_row_major_slice(q, n, n));
        let to = MatMut::from_row_major_slice_mut(to, n, n);
        matmul(to, Accum::Replace, a, b, 1.0, Par::Seq);
    };
    // All agree.
    einsum!(c[i, k] = a[i, j] * b[j, k]);
    gemm([n; 3], Matrix::rows(p, n), Matrix::rows(q, n), 0.0, d.as_mut_slice());
    same("matrixmultiply", c.as_slice(), d.as_slice().iter().copied());
    into_faer(e.as_mut_slice());
    same("faer", c.as_slice(), e.as_slice().iter().copied());
    same("ndarray", c.as_slice(), ra.dot(&rb).iter().copied());
    same("nalgebra", c.as_slice(), (&na * &nb).transpose().iter().copied());
    bench.run(
        Group::new(format!("ij,jk->ik n={n}, run-time extents, into an array"))
            .entry("einsum!", || einsum!(c[i, k] = black_box(&a)[i, j] * black_box(&b)[j, k]))
            .entry("matrixmultiply", || {
                let (p, q) = (black_box(p), black_box(q));
                gemm([black_box(n); 3], Matrix::rows(p, n), Matrix::rows(q, n), 0.0, d.as_mut_slice());
            })
            .entry("nalgebra, dynamic", || black_box(&na).mul_to(black_box(&nb), &mut nc))
            .entry("faer", || into_faer(e.as_mut_slice()))
            .entry("ndarray", || ndarray::linalg::general_mat_mul(1.0, black_box(&ra), black_box(&rb), 0.0, &mut rc)),
    );
    bench.run(
        Group::new(format!("ij,jk->ik n={n}, run-time extents, a new array"))
            .entry("einsum!", || einsum!(black_box(&a)[i, j] * black_box(&b)[j, k] -> [i, k]))
            .entry("nalgebra, dynamic", || black_box(&na) * black_box(&nb))
            .entry("ndarray dot", || black_box(&ra).dot(black_box(&rb))),
    );
}

fn constant<const N: usize>(bench: &Bench) {
    let a: [[f64; N]; N] = std::array::from_fn(|i| std::array::from_fn(|j| entry(0, i, j)));
    let b: [[f64; N]; N] = std::array::from_fn(|i| std::array::from_fn(|j| entry(5, i, j)));
    let na = SMatrix::<f64, N, N>::from_fn(|i, j| a[i][j]);
    let nb = SMatrix::<f64, N, N>::from_fn(|i, j| b[i][j]);
    let c: [[f64; N]; N] = einsum!("ij,jk->ik", a, b);
    let nc = na * nb;
    same("nalgebra", c.as_flattened(), nc.transpose().iter().copied());
    let mut out = [[0.0; N]; N];
    let mut nout = SMatrix::<f64, N, N>::zeros();
    bench.run(
        Group::new(format!("ij,jk->ik n={N}, constant extents"))
            .entry("einsum!", || einsum!(black_box(&a)[i, j] * black_box(&b)[j, k] -> [i, k]))
            .entry("nalgebra, static", || black_box(&na) * black_box(&nb))
            .entry("einsum! into an array", || einsum!(out[i, k] = black_box(&a)[i, j] * black_box(&b)[j, k]))
            .entry("nalgebra, static, into", || black_box(&na).mul_to(black_box(&nb), &mut nout)),
    );
}

/// Other element types: those that `matrixmultiply` has, and one that it has not.
fn elements(bench: &Bench, n: usize) {
    let strides = (n as isize, 1);
    macro_rules! against {
        ($name:literal, $T:ty, $raw:ty, |$x:ident| $of:expr, $call:ident($($option:expr),*), $one:expr, $zero:expr) => {{
            let of = |$x: f64| -> $T { $of };
            let a = Array2::from_fn((n, n), |[i, j]| of(entry(0, i, j)));
            let b = Array2::from_fn((n, n), |[i, j]| of(entry(5, i, j)));
            let [mut c, mut d] = [(); 2].map(|()| Array2::from_fn((n, n), |_| of(0.0)));
            let mut direct = || {
                let (p, q) = (a.as_slice().as_ptr().cast::<$raw>(), b.as_slice().as_ptr().cast::<$raw>());
                let (to, (row, column)) = (d.as_mut_slice().as_mut_ptr().cast::<$raw>(), strides);
                // SAFETY: all three are row-major matrices of n² elements, which are laid out as `$raw`.
                unsafe {
                    matrixmultiply::$call(
                        $($option,)* n, n, n, $one, p, row, column, q, row, column, $zero, to, row, column,
                    )
                }
            };
            direct();
            let mut ours = || einsum!(c[i, k] = a[i, j] * b[j, k]);
            ours();
            bench.run(Group::new(concat!("elements ", $name)).entry("einsum!", ours).entry("matrixmultiply", direct));
            assert!(c.as_slice() == d.as_slice(), "matrixmultiply disagrees");
        }};
    }
    const AS_IS: matrixmultiply::CGemmOption = matrixmultiply::CGemmOption::Standard;
    against!("f32", f32, f32, |x| x as f32, sgemm(), 1.0, 0.0);
    let of = Complex::new;
    against!("Complex<f64>", Complex<f64>, [f64; 2], |x| of(x, x + 1.0), zgemm(AS_IS, AS_IS), [1.0, 0.0], [0.0, 0.0]);
    let of = |x: f64| Complex::new(x as f32, x as f32 + 1.0);
    against!("Complex<f32>", Complex<f32>, [f32; 2], |x| of(x), cgemm(AS_IS, AS_IS), [1.0, 0.0], [0.0, 0.0]);
    let a = Array2::from_fn((n, n), |[i, j]| entry(0, i, j) as i32);
    let b = Array2::from_fn((n, n), |[i, j]| entry(5, i, j) as i32);
    bench.run(Group::new("elements i32").entry("einsum!", || einsum!(a[i, j] * b[j, k] -> [i, k])).entry(
        "loops",
        || {
            let mut out = vec![0i32; n * n];
            for (a, out) in a.as_slice().chunks_exact(n).zip(out.chunks_exact_mut(n)) {
                for (a, b) in a.iter().zip(b.as_slice().chunks_exact(n)) {
                    out.iter_mut().zip(b).for_each(|(out, b)| *out = out.wrapping_add(a.wrapping_mul(*b)));
                }
            }
            out
        },
    ));
    let a = Array2::from_fn((n, n), |[i, j]| entry(0, i, j) > 4.0);
    let b = Array2::from_fn((n, n), |[i, j]| entry(5, i, j) > 4.0);
    bench.run(Group::new("elements bool").entry("einsum!", || einsum!(a[i, j] * b[j, k] -> [i, k])).entry(
        "loops",
        || {
            let mut out = vec![false; n * n];
            for (a, out) in a.as_slice().chunks_exact(n).zip(out.chunks_exact_mut(n)) {
                for (a, b) in a.iter().zip(b.as_slice().chunks_exact(n)) {
                    out.iter_mut().zip(b).for_each(|(out, b)| *out |= a & b);
                }
            }
            out
        },
    ));
}

/// Real times complex: against complex factors, converted before or in the same breath.
fn mixed(bench: &Bench, n: usize) {
    let x = Array2::from_fn((n, n), |[i, j]| entry(0, i, j));
    let z = Array2::from_fn((n, n), |[i, j]| Complex::new(entry(5, i, j), entry(2, i, j)));
    let convert = |x: &Array2<f64>| Array2::from_fn((n, n), |at| Complex::new(x[at], 0.0));
    let c = convert(&x);
    let mut out: [_; 4] = std::array::from_fn(|_| Array2::from_fn((n, n), |_| Complex::new(0.0, 0.0)));
    let [d, e, f, g] = &mut out;
    let (x, z, c) = (&x, &z, &c);
    bench.run(
        Group::new(format!("real times complex n={n}"))
            .entry("einsum!", || einsum!(d[i, k] = black_box(x)[i, j] * black_box(z)[j, k]))
            .entry("einsum!, complex times real", || einsum!(e[i, k] = black_box(z)[i, j] * black_box(x)[j, k]))
            .entry("einsum! of complex factors", || einsum!(f[i, k] = black_box(c)[i, j] * black_box(z)[j, k]))
            .entry("a conversion, then that", || {
                let c = convert(black_box(x));
                einsum!(g[i, k] = c[i, j] * black_box(z)[j, k]);
            }),
    );
    let [d, _, f, g] = &out;
    assert!(d == f && d == g, "real times complex disagrees");
}

/// All spellings of one product: transposed operands and output.
fn spellings(bench: &Bench, n: usize) {
    let a = Array2::from_fn((n, n), |[i, j]| entry(0, i, j));
    let b = Array2::from_fn((n, n), |[i, j]| entry(5, i, j));
    let mut out: [_; 8] = std::array::from_fn(|_| Array2::<f64>::zeros((n, n)));
    let [c, d, e, f, g, h, x, y] = &mut out;
    let (a, b) = (&a, &b);
    bench.run(
        Group::new(format!("spellings of ij,jk->ik n={n}"))
            .entry("ij,jk->ik", || einsum!(c[i, k] = black_box(a)[i, j] * black_box(b)[j, k]))
            .entry("ji,jk->ik", || einsum!(d[i, k] = black_box(a)[j, i] * black_box(b)[j, k]))
            .entry("ij,kj->ik", || einsum!(e[i, k] = black_box(a)[i, j] * black_box(b)[k, j]))
            .entry("ji,kj->ik", || einsum!(f[i, k] = black_box(a)[j, i] * black_box(b)[k, j]))
            .entry("ij,jk->ki", || einsum!(g[k, i] = black_box(a)[i, j] * black_box(b)[j, k]))
            .entry("ji,jk->ki", || einsum!(h[k, i] = black_box(a)[j, i] * black_box(b)[j, k]))
            .entry("ij,kj->ki", || einsum!(x[k, i] = black_box(a)[i, j] * black_box(b)[k, j]))
            .entry("ji,kj->ki", || einsum!(y[k, i] = black_box(a)[j, i] * black_box(b)[k, j])),
    );
}
