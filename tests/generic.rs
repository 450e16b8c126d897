//! Functions that are generic over extents: checked once, where they are defined, with `Extent` bounds alone; run on
//! constant, run-time and named extents. Their wrong variants are in `tests/ui/generic`.

use ndweave::{Array, Array2, Array3, Const, Dyn, Extent, Float, View, axis, broadcast, einsum};

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

/// Rows of mean 0 and variance 1.
fn normalised<N: Extent, F: Extent>(x: View<f64, (N, F)>) -> Array<f64, (N, F)> {
    broadcast!({
        let d = x[n, f] - mean[k](x[n, k]);
        d / mean[k]((x[n, k] - mean[l](x[n, l])).powi(2)).sqrt()
    } -> [n, f])
}

/// In place: the target's extents are parameters too.
fn centre<N: Extent, F: Extent>(x: &mut Array<f64, (N, F)>) {
    broadcast!(x[n, f] -= mean[m](x[m, f]));
}

fn outer_sum<T: Float, I: Extent, J: Extent>(x: View<T, (I,)>, y: View<T, (J,)>) -> Array<T, (J, I)> {
    broadcast!(x[i] + y[j] -> [j, i])
}

/// All in one kernel, where [`distances`] maps the sums.
fn all_pairs<T: Float, I: Extent, J: Extent, K: Extent>(p: View<T, (I, K)>, q: View<T, (J, K)>) -> Array<T, (I, J)> {
    broadcast!(sum[k]((p[i, k] - q[j, k]).powi(2)).sqrt() -> [i, j])
}

/// The place of the nearest point.
fn nearest<I: Extent, J: Extent, K: Extent>(p: View<f64, (I, K)>, q: View<f64, (J, K)>) -> Array<usize, (I,)> {
    broadcast!(argmin[j](sum[k]((p[i, k] - q[j, k]).powi(2))) -> [i])
}

/// Without labels, equal parameters align.
fn affine<I: Extent, J: Extent>(x: View<f64, (I, J)>, shift: View<f64, (J,)>) -> Array<f64, (I, J)> {
    broadcast!(2.0 * x - shift)
}

fn softmax<T: Float, I: Extent, J: Extent>(x: View<T, (I, J)>) -> Array<T, (I, J)> {
    broadcast!({
        let e = (x[i, j] - max[k](x[i, k])).exp();
        e / sum[k]((x[i, k] - max[k](x[i, k])).exp())
    } -> [i, j])
}

/// Each element's share of its column.
fn shares<T: Float, I: Extent, J: Extent>(x: View<T, (I, J)>) -> Array<T, (I, J)> {
    broadcast!(x[i, j] / sum[k](x[k, j]) -> [i, j])
}

/// The rows 1 2 3 and 5 5 8 on constant, run-time and named extents.
macro_rules! on_each_kind_of_extents {
    ($x:ident: $N:ident, $F:ident => $body:block) => {{
        let value = |[n, f]: [usize; 2]| [[1.0, 2.0, 3.0], [5.0, 5.0, 8.0]][n][f];
        {
            type $N = Const<2>;
            type $F = Const<3>;
            let $x: Array<f64, ($N, $F)> = Array::from_fn((Const::<2>, Const::<3>), value);
            $body
        }
        {
            type $N = Dyn;
            type $F = Dyn;
            let $x: Array<f64, ($N, $F)> = Array::from_fn((2, 3), value);
            $body
        }
        {
            type $N = Batch;
            type $F = Feature;
            let $x: Array<f64, ($N, $F)> = Array::from_fn((Batch(2), Feature), value);
            $body
        }
    }};
}

#[test]
fn rows_of_mean_0_and_variance_1() {
    on_each_kind_of_extents!(x: N, F => {
        let y: Array<f64, (N, F)> = normalised(x.view());
        // Variances 2/3 and 2.
        let (a, b) = (1.5f64.sqrt(), 0.5f64.sqrt());
        let expected = [[-a, 0.0, a], [-b, -b, 2.0 * b]];
        assert!(y.indexed_iter().all(|([n, f], y)| (y - expected[n][f]).abs() < 1e-15), "{y}");
        let mut x = x;
        centre(&mut x);
        assert_eq!(x, [[-2.0, -1.5, -2.5], [2.0, 1.5, 2.5]]);
    });
}

#[test]
fn sums_of_pairs() {
    on_each_kind_of_extents!(x: N, F => {
        let columns = broadcast!(x[0, f] -> [f]);
        let rows = broadcast!(x[n, -1] -> [n]);
        let sums: Array<f64, (N, F)> = outer_sum(columns.view(), rows.view());
        assert_eq!(sums, [[4.0, 5.0, 6.0], [9.0, 10.0, 11.0]]);
        let small: Array<f32, (F, N)> = outer_sum(rows.map(|&x| x as f32).view(), columns.map(|&x| x as f32).view());
        assert_eq!(small, [[4.0f32, 9.0], [5.0, 10.0], [6.0, 11.0]]);
        let y: Array<f64, (N, F)> = affine(x.view(), columns.view());
        assert_eq!(y, [[1.0, 2.0, 3.0], [9.0, 8.0, 13.0]]);
    });
}

#[test]
fn all_pairs_of_points() {
    on_each_kind_of_extents!(x: N, F => {
        // From 5 5 8 to 1 2 3: 16 + 9 + 25; from 1 2 3 to 1 2 0: 9; from 5 5 8 to it: 16 + 9 + 64.
        let q = broadcast!(if f == 2 && n == 0 { 0.0 } else { x[n, f] } -> [n, f]);
        let d: Array<f64, (N, N)> = all_pairs(x.view(), q.view());
        assert_eq!(d, [[3.0, 50f64.sqrt()], [89f64.sqrt(), 0.0]]);
        let small: Array<f32, (N, N)> = all_pairs(x.map(|&x| x as f32).view(), q.map(|&x| x as f32).view());
        assert_eq!(small, [[3.0, 50f32.sqrt()], [89f32.sqrt(), 0.0]]);
        let best: Array<usize, (N,)> = nearest(q.view(), x.view());
        assert_eq!(best, [0usize, 1]);
        let columns: Array<usize, (F,)> = nearest(x.t(), x.t());
        assert_eq!(columns, [0usize, 1, 2]);
    });
}

#[test]
fn shares_of_rows_and_columns() {
    on_each_kind_of_extents!(x: N, F => {
        let y: Array<f64, (N, F)> = softmax(x.view());
        let e = [[-2.0, -1.0, 0.0], [-3.0, -3.0, 0.0]].map(|row| row.map(f64::exp));
        assert!(y.indexed_iter().all(|([n, f], y)| (y - e[n][f] / e[n].iter().sum::<f64>()).abs() < 1e-15), "{y}");
        let y: Array<f32, (F, N)> = shares(x.t().to_owned().map(|&x| x as f32).view());
        assert_eq!(y, [[1.0f32 / 6.0, 5.0 / 18.0], [2.0 / 6.0, 5.0 / 18.0], [3.0 / 6.0, 8.0 / 18.0]]);
    });
}

#[test]
#[should_panic(expected = "broadcast: axis `k` has extent 3 in `p` (shape [2, 3]) but 2 in `q` (shape [2, 2])")]
fn points_of_different_dimensions() {
    all_pairs(Array2::<f64>::zeros((2, 3)).view(), Array2::<f64>::zeros((2, 2)).view());
}
