//! The numeric twins of the expansions on file: each text under `macros/tests/expanded` is compiled here as it is, run,
//! and compared with values worked out by hand and with the macro itself.

#![allow(clippy::all, missing_docs, unused_braces, unused_parens)]

use ndweave::{Array, Array1, Array2, ShapeError, View2, array, broadcast, einsum, shape};

include!("../macros/tests/expanded/all_pairs.rs");
include!("../macros/tests/expanded/axpy.rs");
include!("../macros/tests/expanded/collatz.rs");
include!("../macros/tests/expanded/convolve.rs");
include!("../macros/tests/expanded/decay.rs");
include!("../macros/tests/expanded/distances.rs");
include!("../macros/tests/expanded/escape.rs");
include!("../macros/tests/expanded/first_factor.rs");
include!("../macros/tests/expanded/leaky.rs");
include!("../macros/tests/expanded/lookup.rs");
include!("../macros/tests/expanded/matmul.rs");
include!("../macros/tests/expanded/moments.rs");
include!("../macros/tests/expanded/nearest.rs");
include!("../macros/tests/expanded/ramp.rs");
include!("../macros/tests/expanded/row_sums.rs");
include!("../macros/tests/expanded/softmax.rs");
include!("../macros/tests/expanded/string_matmul.rs");
include!("../macros/tests/expanded/trace.rs");

const A: [[f64; 3]; 2] = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];

#[test]
fn matmul_twin() {
    let b = [[1.0, 0.0, 2.0, 1.0], [0.0, 1.0, 1.0, 0.0], [1.0, 1.0, 0.0, 3.0]];
    assert_eq!(matmul(&A, &b), [[4.0, 5.0, 4.0, 10.0], [10.0, 11.0, 13.0, 22.0]]);
    assert_eq!(matmul(&A, &b), einsum!(A[i, j] * b[j, k] -> [i, k]));
}

#[test]
fn string_matmul_twin() {
    // The extent of 1 stretches: row sums times the one row of `b`.
    assert_eq!(string_matmul(&A, &[[1.0, 2.0, 0.0, -1.0]]), [[6.0, 12.0, 0.0, -6.0], [15.0, 30.0, 0.0, -15.0]]);
}

#[test]
fn trace_twin() {
    let square = Array2::from_fn((3, 3), |[i, j]| (10 * i + j) as f64);
    assert_eq!(trace(square.view()), Ok(33.0));
    let oblong = Array2::<f64>::zeros((3, 4));
    let error = trace(oblong.view()).unwrap_err();
    assert_eq!(error.to_string(), "einsum: axis `i` has extents 3 and 4 in `a` (shape [3, 4])");
}

#[test]
fn lookup_twin() {
    let (t, y) = (Array2::from_fn((2, 3), |[i, j]| A[i][j]), Array1::from_vec(vec![1.0, 0.0, -1.0]));
    assert_eq!(lookup(&t, &[1, 0, 1], &y), array![[4.0, 0.0, -6.0], [1.0, 0.0, -3.0], [4.0, 0.0, -6.0]]);
}

#[test]
fn decay_twin() {
    assert_eq!(decay(&[0.0, 1.0]).as_slice(), [1.0, (-1.0f64).exp()]);
}

#[test]
fn row_sums_twin() {
    let mut c = Array1::from_vec(vec![100.0, 200.0]);
    row_sums(&mut c, &Array2::from_fn((2, 3), |[i, j]| A[i][j]));
    assert_eq!(c.as_slice(), [106.0, 215.0]);
}

#[test]
fn axpy_twin() {
    let mut y = Array2::from_fn((2, 2), |[i, j]| (2 * i + j + 1) as f64);
    axpy(&mut y, 10.0, &Array1::from_vec(vec![1.0, 0.5]));
    assert_eq!(y, array![[11.0, 7.0], [13.0, 9.0]]);
}

#[test]
fn distances_twin() {
    let (p, q) = ([[0.0, 0.0], [3.0, 4.0], [1.0, 1.0]], [[0.0, 0.0], [0.0, 1.0]]);
    assert_eq!(distances(&p, &q), [[0.0, 1.0], [25.0, 18.0], [2.0, 1.0]]);
    assert_eq!(distances(&p, &q), broadcast!(sum[k]((p[i, k] - q[j, k]).powi(2)) -> [i, j]));
}

#[test]
fn moments_twin() {
    let (mut dev, mut sq) = ([0.0; 3], [100.0; 3]);
    moments(&mut dev, &mut sq, &[1.0, 2.0, 6.0]).unwrap();
    assert_eq!((dev, sq), ([-2.0, -1.0, 3.0], [100.0, 100.0, 109.0]));
    let error = moments(&mut dev[..2], &mut sq, &[1.0, 2.0, 6.0]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "broadcast: axis `i` has extent 3 in `x` (shape [3]) but 2 in the output `dev` (shape [2])"
    );
}

#[test]
fn nearest_twin() {
    assert_eq!(nearest(&[1.0, 5.0, 4.0, 4.0], 3.75), 2);
}

#[test]
fn ramp_twin() {
    assert_eq!(ramp(1.0, 0.5), array![1.0, 1.5, 2.0, 2.5, 3.0]);
}

#[test]
fn softmax_twin() {
    // Of equal elements; and of one that dwarfs the other.
    let result = softmax(&Array2::from_fn((2, 2), |[i, j]| 1000.0 * (i * j) as f64));
    assert_eq!(result, array![[0.5, 0.5], [0.0, 1.0]]);
}

#[test]
fn leaky_twin() {
    assert_eq!(leaky(&[-2.0, 0.0, 3.0], 0.25), [-0.5, 0.0, 3.0]);
    let x: Vec<f64> = (-50..50).map(f64::from).collect();
    assert_eq!(leaky(&x, 0.5).to_vec(), x.iter().map(|x| x.max(0.5 * x)).collect::<Vec<_>>());
}

#[test]
fn collatz_twin() {
    // The On-Line Encyclopedia of Integer Sequences, A006577.
    assert_eq!(
        collatz(&(1..=20).collect::<Vec<u64>>()).to_vec(),
        [0, 1, 7, 2, 5, 8, 16, 3, 19, 6, 14, 9, 9, 17, 17, 4, 12, 20, 20, 7]
    );
    assert_eq!(collatz(27), 111);
}

#[test]
fn escape_twin() {
    // By hand: 1, 2, 5; 0, 0, …; 3, 12; 5. A last turn that leaves by the test and by the head is one that has returned.
    assert_eq!(escape(&[1.0, 0.0, 3.0, 5.0], 10), [2, 0, 1, 0]);
    assert_eq!(escape(&[1.0, 0.0, 3.0, 5.0], 2), [0, 0, 1, 0]);
    assert_eq!(escape(&[1.0, 0.0, 3.0, 5.0, 3.5], &[[3, 1, 1, 1, 2]]), [[2, 0, 0, 0, 1]]);
}

#[test]
fn first_factor_twin() {
    let (found, factor) = first_factor(&[15.0f32, 7.0, 49.0, 8.0], 10);
    assert_eq!((found, factor), ([true, true, true, true], [3, 7, 7, 2]));
    assert_eq!(first_factor(&[11.0f64, 4.0], &[7, 2]), ([false, false], [7, 2]));
}

#[test]
fn all_pairs_twin() {
    let (p, q) = ([[0.0, 0.0], [3.0, 4.0]], [[0.0, 0.0], [3.0, 0.0], [6.0, 8.0]]);
    assert_eq!(all_pairs(&p, &q), [[0.0, 3.0, 10.0], [5.0, 4.0, 5.0]]);
    let stack = Array::from_fn((4, 2, 2), |[n, i, k]| (10 * n) as f32 + p[i][k] as f32);
    assert_eq!(all_pairs(&stack, &stack).to_vec(), [0.0, 5.0, 5.0, 0.0].repeat(4));
}

#[test]
fn convolve_twin() {
    // Products of polynomials: (1 + 2x)(3 + x²), (2 + x)(3 + x²).
    assert_eq!(
        convolve(&[[1.0, 2.0], [2.0, 1.0]], &[3.0, 0.0, 1.0]).to_vec(),
        [3.0, 6.0, 1.0, 2.0, 6.0, 3.0, 2.0, 1.0]
    );
}
