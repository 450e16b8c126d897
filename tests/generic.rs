//! Functions that are generic over extents: checked once, where they are defined, with `Extent` bounds alone; run on
//! constant, run-time and named extents. Their wrong variants are in `tests/ui/generic`.

use ndweave::{Array, Array2, Array3, Const, Dyn, Extent, Float, View, axis, einsum};

axis! {
    /// Samples.
    struct Batch;
    /// Features of a sample.
    struct Feature = 3;
}

fn matmul<I: Extent, J: Extent, K: Extent>(a: View<f64, (I, J)>, b: View<f64, (J, K)>) -> Array<f64, (I, K)> {
    einsum!(a[i, j] * b[j, k] -> [i, k])
}

fn matmul_by_string<I: Extent, J: Extent, K: Extent>(a: View<f64, (I, J)>, b: View<f64, (J, K)>) -> Array<f64, (I, K)> {
    einsum!("ij,jk->ik", a, b)
}

/// Scores of queries against keys, for each head of each batch: `q·k / √d`.
fn attention<B: Extent, H: Extent, Q: Extent, K: Extent, D: Extent>(
    queries: View<f64, (B, H, Q, D)>,
    keys: View<f64, (B, H, K, D)>,
) -> Array<f64, (B, H, Q, K)> {
    let scale = 1.0 / (queries.shape().3.get() as f64).sqrt();
    einsum!(scale * queries[b, h, q, d] * keys[b, h, k, d] -> [b, h, q, k])
}

fn trace<N: Extent>(a: View<f64, (N, N)>) -> f64 {
    einsum!(a[i, i])
}

fn batch_sums<F: Extent>(x: View<f64, (Batch, F)>) -> Array<f64, (Batch,)> {
    einsum!(x[n, f] -> [n])
}

/// Generic over the element type too.
fn distances<T: Float, I: Extent, J: Extent, K: Extent>(p: View<T, (I, K)>, q: View<T, (J, K)>) -> Array<T, (I, J)> {
    einsum!((p[i, k] - q[j, k]).powi(2) -> [i, j]).map(|x| x.sqrt())
}

/// `..` over whatever stands in front.
fn last_axis_norm<A: Extent, B: Extent, K: Extent>(x: View<f64, (A, B, K)>) -> Array<f64, (A, B)> {
    einsum!(x[.., k] * x[.., k] -> [..])
}

#[test]
fn matmul_on_constant_extents() {
    let a = Array::from([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
    let b = Array::from([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]);
    let c: Array<f64, (Const<2>, Const<2>)> = matmul(a.view(), b.view());
    assert_eq!(c, [[4.0, 5.0], [10.0, 11.0]]);
    assert_eq!(matmul_by_string(a.view(), b.view()), c);
}

#[test]
fn matmul_on_run_time_and_mixed_extents() {
    let a = Array2::from_fn((2, 3), |[i, j]| (i * 3 + j + 1) as f64);
    let b = Array2::from_fn((3, 2), |[i, j]| if i == j || i == 2 { 1.0 } else { 0.0 });
    let c: Array2<f64> = matmul(a.view(), b.view());
    assert_eq!(c, [[4.0, 5.0], [10.0, 11.0]]);
    let mixed = Array::<f64, (Dyn, Const<3>)>::from_shape_vec((2, Const::<3>), a.as_slice().to_vec()).unwrap();
    let b = Array::from([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]);
    let c: Array<f64, (Dyn, Const<2>)> = matmul(mixed.view(), b.view());
    assert_eq!(c, [[4.0, 5.0], [10.0, 11.0]]);
}

#[test]
fn matmul_on_named_extents() {
    let x = Array::from_fn((Batch(2), Feature), |[i, j]| (i * 3 + j + 1) as f64);
    let w = Array::from_fn((Feature, 2), |[i, j]| if i == j || i == 2 { 1.0 } else { 0.0 });
    let y: Array<f64, (Batch, Dyn)> = matmul(x.view(), w.view());
    assert_eq!(y, [[4.0, 5.0], [10.0, 11.0]]);
    assert_eq!(batch_sums(x.view()), [6.0, 15.0]);
}

#[test]
fn attention_scores() {
    // q[b, h, q, d] = 1 + d, k[b, h, k, d] = k: the score is k · (1 + 2 + 3 + 4) / 2.
    let queries = Array::from_fn((2, Const::<1>, 3, Const::<4>), |[_, _, _, d]| 1.0 + d as f64);
    let keys = Array::from_fn((2, Const::<1>, 2, Const::<4>), |[_, _, k, _]| k as f64);
    let scores: Array<f64, (Dyn, Const<1>, Dyn, Dyn)> = attention(queries.view(), keys.view());
    assert_eq!(scores.extents(), [2, 1, 3, 2]);
    assert!(scores.indexed_iter().all(|([_, _, _, k], &score)| score == 5.0 * k as f64));
}

#[test]
fn traces() {
    assert_eq!(trace(Array::from([[1.0, 9.0], [9.0, 2.0]]).view()), 3.0);
    assert_eq!(trace(Array2::<f64>::eye(5).view()), 5.0);
    let named = Array::from_fn((Batch(3), Batch(3)), |[i, j]| (10 * i + j) as f64);
    assert_eq!(trace(named.view()), 33.0);
}

#[test]
#[should_panic(expected = "einsum: axis `i` has extents 2 and 3 in `a` (shape [2, 3])")]
fn a_trace_of_a_named_matrix_that_is_not_square() {
    trace(Array::from_fn((Batch(2), Batch(3)), |_| 0.0).view());
}

#[test]
fn distances_in_both_precisions() {
    let p = Array::from([[0.0f32, 0.0], [3.0, 4.0]]);
    assert_eq!(distances(p.view(), p.view()), [[0.0, 5.0], [5.0, 0.0]]);
    let q = Array2::from_fn((1, 2), |[_, k]| 5.0 + 7.0 * k as f64);
    assert_eq!(distances(Array2::<f64>::zeros((2, 2)).view(), q.view()), [[13.0], [13.0]]);
}

#[test]
fn an_ellipsis_over_generic_axes() {
    let x = Array3::from_fn((2, 1, 2), |[i, _, k]| (2 * i + k) as f64);
    assert_eq!(last_axis_norm(x.view()), [[1.0], [13.0]]);
}
