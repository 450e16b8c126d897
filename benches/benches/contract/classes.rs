//! Every class of steps against the best composition of GEMM and loops by hand, and other spellings of the same contraction.

use ndweave::{Array, Array1, Array2, Array3, Array4, einsum};
use ndweave_benches::{Bench, Row};

use crate::by_hand::{Matrix, axpy, dot, gemm, permuted};

/// Results are sums in different orders.
const ROUNDING: f64 = 1e-9;

/// All of them.
pub fn all(bench: &Bench) {
    for n in [4, 16, 64] {
        batched(bench, n);
    }
    four_axes(bench);
    attention(bench);
    khatri_rao(bench);
    bilinear(bench);
    three_operands(bench);
    kronecker(bench);
    chain(bench);
    sums_and_copies(bench);
}

/// Numbers from a half to one and a half, without a pattern.
fn number(index: usize) -> f64 {
    let bits = (index as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
    0.5 + bits as f64 / (1u64 << 24) as f64
}

fn matrix(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_fn((rows, columns), |[i, j]| number(i * columns + j))
}

fn cube([m, n, p]: [usize; 3]) -> Array3<f64> {
    Array3::from_fn((m, n, p), |[i, j, k]| number((i * n + j) * p + k))
}

fn four([m, n, p, q]: [usize; 4]) -> Array4<f64> {
    Array4::from_fn((m, n, p, q), |[i, j, k, l]| number(((i * n + j) * p + k) * q + l))
}

fn batched(bench: &Bench, n: usize) {
    let b = bench.size(1000, 8);
    let (x, y) = (cube([b, n, n]), cube([b, n, n]));
    let (p, q) = (x.as_slice(), y.as_slice());
    bench.row(
        Row::new(format!("bij,bjk->bik b={b} n={n}"), b * n * n)
            .tolerance(ROUNDING)
            .new_result("einsum!", || einsum!(x[b, i, j] * y[b, j, k] -> [b, i, k]))
            .new_result("a loop of GEMMs", || {
                let mut out = vec![0.0; b * n * n];
                for ((p, q), out) in p.chunks(n * n).zip(q.chunks(n * n)).zip(out.chunks_mut(n * n)) {
                    gemm([n; 3], Matrix::rows(p, n), Matrix::rows(q, n), 0.0, out);
                }
                out
            })
            .new_result("loops", || {
                let mut out = vec![0.0; b * n * n];
                for ((p, q), out) in p.chunks_exact(n * n).zip(q.chunks_exact(n * n)).zip(out.chunks_exact_mut(n * n)) {
                    for (p, out) in p.chunks_exact(n).zip(out.chunks_exact_mut(n)) {
                        p.iter().zip(q.chunks_exact(n)).for_each(|(p, q)| axpy(*p, q, out));
                    }
                }
                out
            }),
    );
    bench.row(
        Row::new(format!("bij,bkj->bik b={b} n={n}"), b * n * n)
            .tolerance(ROUNDING)
            .new_result("einsum!", || einsum!(x[b, i, j] * y[b, k, j] -> [b, i, k]))
            .new_result("a loop of GEMMs", || {
                let mut out = vec![0.0; b * n * n];
                for ((p, q), out) in p.chunks(n * n).zip(q.chunks(n * n)).zip(out.chunks_mut(n * n)) {
                    gemm([n; 3], Matrix::rows(p, n), Matrix::rows(q, n).t(), 0.0, out);
                }
                out
            }),
    );
}

fn four_axes(bench: &Bench) {
    let n = bench.size(24, 4);
    let m = n * n;
    let (x, y) = (four([n; 4]), four([n; 4]));
    let (p, q) = (x.as_slice(), y.as_slice());
    let by_hand = || {
        let mut out = vec![0.0; m * m];
        gemm([m; 3], Matrix::rows(p, m), Matrix::rows(q, m), 0.0, &mut out);
        out
    };
    bench.row(
        Row::new(format!("abcd,cdef->abef n={n}"), m * m)
            .tolerance(ROUNDING)
            .new_result("einsum!", || einsum!(x[a, b, c, d] * y[c, d, e, f] -> [a, b, e, f]))
            .new_result("one GEMM", by_hand),
    );
    bench.row(
        Row::new(format!("abcd,dfce->abef n={n}"), m * m)
            .tolerance(ROUNDING)
            .new_result("einsum!", || einsum!(x[a, b, c, d] * y[d, f, c, e] -> [a, b, e, f]))
            .new_result("a permuted copy and one GEMM", || {
                let turned = permuted(q, [n; 4], [2, 0, 3, 1]);
                let mut out = vec![0.0; m * m];
                gemm([m; 3], Matrix::rows(p, m), Matrix::rows(&turned, m), 0.0, &mut out);
                out
            }),
    );
}

fn attention(bench: &Bench) {
    let (b, h, n, d) = (2, 8, bench.size(256, 8), 64);
    let (x, y) = (four([b, h, n, d]), four([b, h, n, d]));
    let (p, q) = (x.as_slice(), y.as_slice());
    bench.row(
        Row::new(format!("bhqd,bhkd->bhqk b={b} h={h} q=k={n} d={d}"), b * h * n * n)
            .tolerance(ROUNDING)
            .new_result("einsum!", || einsum!(x[b, h, q, d] * y[b, h, k, d] -> [b, h, q, k]))
            .new_result("a loop of GEMMs", || {
                let mut out = vec![0.0; b * h * n * n];
                for ((p, q), out) in p.chunks(n * d).zip(q.chunks(n * d)).zip(out.chunks_mut(n * n)) {
                    gemm([n, d, n], Matrix::rows(p, d), Matrix::rows(q, d).t(), 0.0, out);
                }
                out
            }),
    );
}

fn khatri_rao(bench: &Bench) {
    let (i, j, k, l) = (bench.size(100, 5), 100, 100, 32);
    let (x, y, z) = (cube([i, j, k]), matrix(j, l), matrix(k, l));
    let (p, q, r) = (x.as_slice(), y.as_slice(), z.as_slice());
    bench.row(
        Row::new(format!("ijk,jl,kl->il i={i} j=k=100 l=32"), i * l)
            .tolerance(ROUNDING)
            .new_result("einsum!", || einsum!(x[i, j, k] * y[j, l] * z[k, l] -> [i, l]))
            .new_result("GEMM and loops, row by row", || {
                let mut out = vec![0.0; i * l];
                let mut some = vec![0.0; j * l];
                for (p, out) in p.chunks(j * k).zip(out.chunks_mut(l)) {
                    gemm([j, k, l], Matrix::rows(p, k), Matrix::rows(r, l), 0.0, &mut some);
                    for (some, q) in some.chunks_exact(l).zip(q.chunks_exact(l)) {
                        out.iter_mut().zip(some).zip(q).for_each(|((out, some), q)| *out += some * q);
                    }
                }
                out
            })
            .new_result("the Khatri-Rao product and GEMM", || {
                let mut both = vec![0.0; j * k * l];
                for (n, both) in both.chunks_exact_mut(l).enumerate() {
                    let (q, r) = (&q[n / k * l..][..l], &r[n % k * l..][..l]);
                    both.iter_mut().zip(q).zip(r).for_each(|((both, q), r)| *both = q * r);
                }
                let mut out = vec![0.0; i * l];
                gemm([i, j * k, l], Matrix::rows(p, j * k), Matrix::rows(&both, l), 0.0, &mut out);
                out
            }),
    );
}

fn bilinear(bench: &Bench) {
    let (b, i, j, k) = (bench.size(128, 4), 64, 64, 64);
    let (x, y, w) = (matrix(b, i), matrix(b, j), cube([i, j, k]));
    let (p, q, r) = (x.as_slice(), y.as_slice(), w.as_slice());
    bench.row(
        Row::new(format!("bi,bj,ijk->bk b={b} i=j=k=64"), b * k)
            .tolerance(ROUNDING)
            .new_result("einsum!", || einsum!(x[b, i] * y[b, j] * w[i, j, k] -> [b, k]))
            .new_result("outer products and GEMM", || {
                let mut both = vec![0.0; b * i * j];
                for ((p, q), both) in p.chunks(i).zip(q.chunks(j)).zip(both.chunks_mut(i * j)) {
                    for (p, both) in p.iter().zip(both.chunks_exact_mut(j)) {
                        both.iter_mut().zip(q).for_each(|(both, q)| *both = p * q);
                    }
                }
                let mut out = vec![0.0; b * k];
                gemm([b, i * j, k], Matrix::rows(&both, i * j), Matrix::rows(r, k), 0.0, &mut out);
                out
            }),
    );
}

fn three_operands(bench: &Bench) {
    let n = bench.size(32, 4);
    let (x, y, z) = (four([n; 4]), cube([n; 3]), matrix(n, n));
    let (p, q, r) = (x.as_slice(), y.as_slice(), z.as_slice());
    bench.row(
        Row::new(format!("ijkm,iko,kp->mip n={n}"), n * n * n)
            .tolerance(ROUNDING)
            .new_result("einsum!", || einsum!(x[i, j, k, m] * y[i, k, o] * z[k, p] -> [m, i, p]))
            .new_result("sums, and GEMMs", || {
                // Over j and o first: what is left is ikm, ik, kp.
                let mut sums = vec![0.0; n * n * n];
                for (p, sums) in p.chunks_exact(n * n * n).zip(sums.chunks_exact_mut(n * n)) {
                    p.chunks_exact(n * n).for_each(|p| axpy(1.0, p, sums));
                }
                for (sums, q) in sums.chunks_exact_mut(n).zip(q.chunks_exact(n)) {
                    let factor = q.iter().sum::<f64>();
                    sums.iter_mut().for_each(|sum| *sum *= factor);
                }
                let mut out = vec![0.0; n * n * n];
                for (at, sums) in sums.chunks(n * n).enumerate() {
                    let mut some = vec![0.0; n * n];
                    gemm([n; 3], Matrix::rows(sums, n).t(), Matrix::rows(r, n), 0.0, &mut some);
                    some.chunks(n).enumerate().for_each(|(m, some)| out[(m * n + at) * n..][..n].copy_from_slice(some));
                }
                out
            }),
    );
}

/// Two Kronecker products of vectors, contracted.
fn kronecker(bench: &Bench) {
    let (a, b, n) = (3, 300, bench.size(10, 2));
    let (x, y) = (four([n, n, a, b]), four([n, n, a, b]));
    let (p, q) = (x.as_slice(), y.as_slice());
    bench.row(
        Row::new(format!("ijab,klab->ikjl a={a} b={b} n={n}"), n * n * n * n)
            .tolerance(ROUNDING)
            .new_result("einsum!", || einsum!(x[i, j, a, b] * y[k, l, a, b] -> [i, k, j, l]))
            .new_result("one GEMM and a permuted copy", || {
                let (m, terms) = (n * n, a * b);
                let mut out = vec![0.0; m * m];
                gemm([m, terms, m], Matrix::rows(p, terms), Matrix::rows(q, terms).t(), 0.0, &mut out);
                permuted(&out, [n; 4], [0, 2, 1, 3])
            }),
    );
}

fn chain(bench: &Bench) {
    let [i, j, k, l, m, n] = [10, 500, 20, 400, 30, bench.size(300, 30)];
    let (a, b, c, d, e) = (matrix(i, j), matrix(j, k), matrix(k, l), matrix(l, m), matrix(m, n));
    bench.row(
        Row::new(format!("ij,jk,kl,lm,mn->in 10 500 20 400 30 {n}"), i * n)
            .tolerance(ROUNDING)
            .new_result("einsum!", || einsum!(a[i, j] * b[j, k] * c[k, l] * d[l, m] * e[m, n] -> [i, n]))
            .new_result("GEMMs in the best order", || {
                let product = |x: &[f64], y: &Array2<f64>, inner: usize, width: usize| {
                    let mut out = vec![0.0; i * width];
                    gemm([i, inner, width], Matrix::rows(x, inner), Matrix::rows(y.as_slice(), width), 0.0, &mut out);
                    out
                };
                let ab = product(a.as_slice(), &b, j, k);
                // 20·400·30 for cd, and then 10·20·30, is less than 10·20·400 and 10·400·30.
                let abc = product(&ab, &c, k, l);
                let abcd = product(&abc, &d, l, m);
                product(&abcd, &e, m, n)
            }),
    );
}

fn sums_and_copies(bench: &Bench) {
    let n = bench.size(1500, 20);
    let (x, y, v, w) =
        (matrix(n, n), matrix(n, n), Array1::from_fn(n, |[i]| number(i)), Array1::from_fn(n, |[i]| number(i + n)));
    let (p, q, r, t) = (x.as_slice(), y.as_slice(), v.as_slice(), w.as_slice());
    let row = |name: &str, len: usize| Row::new(format!("{name} n={n}"), len).tolerance(ROUNDING);
    let rows_of =
        |f: &dyn Fn(usize, &[f64]) -> f64| p.chunks_exact(n).enumerate().map(|(i, p)| f(i, p)).collect::<Vec<_>>();
    bench.row(
        row("ij,ij->i", n)
            .new_result("einsum!", || einsum!(x[i, j] * y[i, j] -> [i]))
            .new_result("loops", || rows_of(&|i, p| dot(p, &q[i * n..][..n]))),
    );
    bench.row(
        row("ij,j->i", n)
            .new_result("einsum!", || einsum!(x[i, j] * v[j] -> [i]))
            .new_result("loops", || rows_of(&|_, p| dot(p, r)))
            .new_result("GEMM of one column", || {
                let mut out = vec![0.0; n];
                gemm([n, n, 1], Matrix::rows(p, n), Matrix::rows(r, 1), 0.0, &mut out);
                out
            }),
    );
    bench.row(row("ij,i->j", n).new_result("einsum!", || einsum!(x[i, j] * v[i] -> [j])).new_result("loops", || {
        let mut out = vec![0.0; n];
        p.chunks_exact(n).zip(r).for_each(|(p, r)| axpy(*r, p, &mut out));
        out
    }));
    bench.row(
        row("i,j->ij", n * n)
            .into("einsum!", |out| {
                let mut out = ndweave::ViewMut::from_slice_strided(out, (n, n), [n as isize, 1], 0).expect("fits");
                einsum!(out[i, j] = v[i] * w[j]);
            })
            .into("loops", |out| {
                for (out, r) in out.chunks_exact_mut(n).zip(r) {
                    out.iter_mut().zip(t).for_each(|(out, t)| *out = r * t);
                }
            }),
    );
    bench.row(row("i,i->", 1).new_result("einsum!", || einsum!(v[i] * w[i])).new_result("loops", || dot(r, t)));
    bench.row(row("ij->j", n).new_result("einsum!", || einsum!(x[i, j] -> [j])).new_result("loops", || {
        let mut out = vec![0.0; n];
        p.chunks_exact(n).for_each(|p| axpy(1.0, p, &mut out));
        out
    }));
    bench.row(
        row("ii->", 1)
            .new_result("einsum!", || einsum!(x[i, i]))
            .new_result("loops", || p.iter().step_by(n + 1).sum::<f64>()),
    );
    let m = bench.size(128, 8);
    let z: Array<f64, _> = cube([m; 3]);
    let s = z.as_slice();
    bench.row(
        Row::new(format!("ijk->kji n={m}"), m * m * m)
            .new_result("einsum!", || einsum!(z[i, j, k] -> [k, j, i]))
            .new_result("loops", || permuted(s, [m; 3], [2, 1, 0])),
    );
}
