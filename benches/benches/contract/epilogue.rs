//! What follows a product of matrices, `relu(w·x + b)`: in one kernel, against the product and a loop after it.

use ndweave::{Array1, Array2, broadcast, einsum};
use ndweave_benches::{Bench, Row};

/// All of them.
pub fn all(bench: &Bench) {
    for n in [64, 256, 1024] {
        let n = if n > 64 { bench.size(n, 64) } else { n };
        layer(bench, [n; 3]);
    }
    // The product is short, so that memory decides.
    let n = bench.size(1024, 64);
    layer(bench, [n, 32, n]);
    gated(bench, bench.size(512, 32));
}

/// Small whole numbers without a pattern, so that results are exact.
fn number(index: usize) -> f64 {
    ((index as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 60) as f64 - 8.0
}

fn matrix(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_fn((rows, columns), |[i, j]| number(i * columns + j))
}

fn layer(bench: &Bench, [m, k, n]: [usize; 3]) {
    let (w, x) = (matrix(m, k), matrix(k, n));
    let b = Array1::from_fn((m,), |[i]| number(i));
    let view = |a: &Array2<f64>| ndarray::Array2::from_shape_vec(a.extents(), a.as_slice().to_vec()).expect("fits");
    let (nw, nx) = (view(&w), view(&x));
    let relu = |out: &mut [f64]| {
        for (out, b) in out.chunks_exact_mut(n).zip(b.as_slice()) {
            out.iter_mut().for_each(|y| *y = (*y + b).max(0.0));
        }
    };
    bench.row(
        Row::new(format!("relu(w·x + b) m={m} k={k} n={n}"), m * n)
            .new_result("broadcast!", || broadcast!((sum[k](w[i, k] * x[k, j]) + b[i]).max(0.0) -> [i, j]))
            .new_result("einsum!, then a loop", || {
                let mut out = einsum!(w[i, k] * x[k, j] -> [i, j]);
                relu(out.as_mut_slice());
                out
            })
            .new_result("ndarray dot, then a loop", || {
                let mut out = nw.dot(&nx);
                relu(out.as_slice_mut().expect("row-major"));
                out.into_raw_vec_and_offset().0
            }),
    );
    let mut out = Array2::<f64>::zeros((m, n));
    let mut other = ndarray::Array2::<f64>::zeros((m, n));
    bench.row(
        Row::new(format!("out += relu(w·x + b) m={m} k={k} n={n}"), 1)
            .tolerance(f64::INFINITY)
            .new_result("broadcast!", || {
                broadcast!(out[i, j] += (sum[k](w[i, k] * x[k, j]) + b[i]).max(0.0));
                vec![out[[0, 0]]]
            })
            .new_result("ndarray dot, then a loop", || {
                let mut product = nw.dot(&nx);
                relu(product.as_slice_mut().expect("row-major"));
                other += &product;
                vec![other[[0, 0]]]
            }),
    );
}

/// Two products in one expression: one of them stands in the output, the other in scratch.
fn gated(bench: &Bench, n: usize) {
    let (w, v, x) = (matrix(n, n), matrix(n, n).t().to_owned(), matrix(n, n));
    bench.row(
        Row::new(format!("(w·x) * (v·x) n={n}"), n * n)
            .new_result("broadcast!", || broadcast!(sum[k](w[i, k] * x[k, j]) * sum[k](v[i, k] * x[k, j]) -> [i, j]))
            .new_result("einsum! twice, then a loop", || {
                let mut out = einsum!(w[i, k] * x[k, j] -> [i, j]);
                let other = einsum!(v[i, k] * x[k, j] -> [i, j]);
                out.as_mut_slice().iter_mut().zip(other.as_slice()).for_each(|(x, y)| *x *= y);
                out
            }),
    );
}
