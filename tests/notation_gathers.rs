//! Gathers in the notation, `t[ix[i], j]`: NumPy's values, index arrays of every type and kind of operand, functions that are generic over
//! extents, what is said of indices that are out of bounds, and plans. (On random extents and layouts: `tests/broadcast_oracle/gathers.rs`.)

use ndweave::{
    Access, Array, Array1, Array2, Const, Element, Extent, TermPath, View, array, broadcast, broadcast_plan, einsum,
    einsum_path, s, try_broadcast, try_einsum,
};
use num_complex::Complex;

/// `np.arange(15.0).reshape(5, 3) ** 2`
fn table() -> Array2<f64> {
    Array2::from_fn((5, 3), |[i, j]| ((3 * i + j) * (3 * i + j)) as f64)
}

const IX: [i64; 4] = [3, -1, 0, 3];
const COLUMNS: [i64; 4] = [2, 0, 1, 1];
const BAGS: [[i64; 2]; 3] = [[0, 4], [1, 1], [-2, 2]];

/// `t[ix]`, `t[:, columns]`, `t[ix, columns]`, `t[np.ix_(ix, columns)]`, `t[bags].sum(1)`, `np.take(t, bags, axis=0)[:, :, 1]`, and
/// `(t[ix] * x[:, None]).max(0)`.
#[test]
fn as_numpy_reads_them() {
    let t = table();
    let rows = array![[81., 100., 121.], [144., 169., 196.], [0., 1., 4.], [81., 100., 121.]];
    assert_eq!(broadcast!(t[IX[i], j] -> [i, j]), rows);
    assert_eq!(einsum!(t[IX[i], j] -> [i, j]), rows);
    let columns = array![
        [4., 0., 1., 1.],
        [25., 9., 16., 16.],
        [64., 36., 49., 49.],
        [121., 81., 100., 100.],
        [196., 144., 169., 169.]
    ];
    assert_eq!(broadcast!(t[i, COLUMNS[j]] -> [i, j]), columns);
    assert_eq!(broadcast!(t[IX[i], COLUMNS[i]] -> [i]).as_slice(), [121., 144., 1., 100.]);
    let outer = array![[121., 81., 100., 100.], [196., 144., 169., 169.], [4., 0., 1., 1.], [121., 81., 100., 100.]];
    assert_eq!(broadcast!(t[IX[i], COLUMNS[j]] -> [i, j]), outer);
    let sums = array![[144., 170., 200.], [18., 32., 50.], [117., 149., 185.]];
    assert_eq!(broadcast!(sum[k](t[BAGS[i, k], j]) -> [i, j]), sums);
    assert_eq!(einsum!(t[BAGS[i, k], j] -> [i, j]), sums);
    assert_eq!(broadcast!(t[BAGS[i, k], 1] -> [i, k]), array![[1., 169.], [16., 16.], [100., 49.]]);
    let x = [1.0, 2.0, 3.0, 4.0];
    assert_eq!(broadcast!(max[i](t[IX[i], j] * x[i]) -> [j]).as_slice(), [324., 400., 484.]);
}

/// `t[ix] @ w`, and `np.einsum("ikj,ik->ij", t[bags], v)`.
#[test]
fn in_contractions() {
    let (t, w) = (table(), array![[0., 1.], [2., 3.], [4., 5.]]);
    let product = array![[684., 986.], [1122., 1631.], [18., 23.], [684., 986.]];
    assert_eq!(einsum!(t[IX[i], k] * w[k, j] -> [i, j]), product);
    let mut out = Array2::ones((4, 2));
    einsum!(out[i, j] -= 2.0 * t[IX[i], k] * w[k, j]);
    assert_eq!(out, broadcast!(1.0 - 2.0 * product));
    let v = array![[1., 2.], [3., 4.], [5., 6.]];
    let weighted = array![[288., 339., 396.], [63., 112., 175.], [621., 794., 989.]];
    assert_eq!(einsum!(t[BAGS[i, k], j] * v[i, k] -> [i, j]), weighted);
}

#[test]
fn index_arrays_of_every_type() {
    let x = [10.0, 11.0, 12.0];
    macro_rules! check {
        ($($T:ident)*) => { $(
            let ix: [$T; 2] = [2, 0];
            assert_eq!(broadcast!(x[ix[i]] -> [i]), [12.0, 10.0]);
        )* };
    }
    check! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
    // The type of these literals is nobody's choice but rustc's.
    let ix = [-1, 0];
    assert_eq!(broadcast!(x[ix[i]] -> [i]), [12.0, 10.0]);
}

/// Whatever is an operand is an index array: vectors, slices, views, fields, results of calls, and a number in an array of rank 0.
#[test]
fn index_arrays_of_every_kind() {
    struct Model {
        ix: Vec<u32>,
    }
    let (x, model) = (Array1::<f64>::arange(10.0, 20.0, 1.0), Model { ix: vec![9, 0, 4] });
    assert_eq!(broadcast!(x[model.ix[i]] -> [i]).as_slice(), [19., 10., 14.]);
    let slice = &model.ix[1..];
    assert_eq!(broadcast!(x[slice[i]] + x[model.ix[0]] -> [i]).as_slice(), [29., 33.]);
    let bags = array![[0, 1], [2, 3], [4, 5]];
    assert_eq!(broadcast!(x[bags.t()[i, k]] -> [i, k]), array![[10., 12., 14.], [11., 13., 15.]]);
    let place = 7;
    assert_eq!(broadcast!(x[place[]] * x[i] -> [i]).as_slice()[1], 187.0);
}

/// A label of an index array has the extent that its type says.
#[test]
fn extents_are_types() {
    fn rows<I: Extent, J: Extent, K: Extent>(
        t: View<f64, (I, J)>,
        ix: View<u16, (K,)>,
        y: View<f64, (J,)>,
    ) -> Array<f64, (K, J)> {
        broadcast!(t[ix[k], j] * y[j] -> [k, j])
    }
    let (t, y) = (table(), Array1::from_vec(vec![1.0, 0.0, -1.0]));
    let ix: Array<u16, (Const<2>,)> = Array::from([4, 0]);
    let got: Array<f64, (Const<2>, ndweave::Dyn)> = rows(t.view(), ix.view(), y.view());
    assert_eq!(got, array![[144., 0., -196.], [0., 0., -4.]]);
    let nested = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
    let got: [[f64; 2]; 4] = broadcast!(nested[COLUMNS[i], j] -> [i, j]);
    assert_eq!(got, [[5.0, 6.0], [1.0, 2.0], [3.0, 4.0], [3.0, 4.0]]);
}

#[test]
fn nothing_is_gathered() {
    let (t, none) = (table(), Vec::<usize>::new());
    assert_eq!(broadcast!(t[none[i], j] -> [i, j]).extents(), [0, 3]);
    assert_eq!(einsum!(t[none[i], j] -> [j]).as_slice(), [0.0; 3]);
    let empty = Array2::<f64>::zeros((0, 3));
    assert_eq!(broadcast!(empty[none[i], j] -> [i, j]).extents(), [0, 3]);
    assert!(try_broadcast!(broadcast!(empty[i, j] -> [i, j])[COLUMNS[i], j] -> [i, j]).is_err());
}

#[test]
fn indices_out_of_bounds() {
    let (t, w, x) = (table(), Array2::<f64>::zeros((3, 2)), Array1::<f64>::zeros(4));
    let (mut out, far) = (Array2::<f64>::ones((4, 3)), vec![0u8, 4, 2, 7]);
    let text = "index 7, at [3] of `far`, is out of bounds for axis 0 of `t` (shape [5, 3]), which has extent 5";
    let error = try_broadcast!(t[far[i], j] -> [i, j]).unwrap_err();
    assert_eq!(error.to_string(), format!("broadcast: {text}"));
    let error = try_broadcast!(out[i, j] += t[far[i], j] * x[i]).unwrap_err();
    assert_eq!(error.to_string(), format!("broadcast: {text}"));
    assert_eq!(out, Array2::ones((4, 3)));
    let error = try_einsum!(t[far[i], k] * w[k, j] -> [i, j]).unwrap_err();
    assert_eq!(error.to_string(), format!("einsum: {text}"));
    let error = try_einsum!(out[i, j] = t[far[i], j] + 1.0).unwrap_err();
    assert_eq!(error.to_string(), format!("einsum: {text}"));
    assert_eq!(out, Array2::ones((4, 3)));
    let bags = array![[0, 1, 2], [2, -4, -9]];
    let error = try_einsum!(t[i, bags[j, k]] -> [i, j]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "einsum: index -4, at [1, 1] of `bags`, is out of bounds for axis 1 of `t` (shape [5, 3]), which has extent 3"
    );
    // Extents come first.
    let error = try_broadcast!(t[far[i], j] * x[j] -> [i, j]).unwrap_err();
    assert_eq!(error.to_string(), "broadcast: axis `j` has extent 3 in `t` (shape [5, 3]) but 4 in `x` (shape [4])");
    let error = try_broadcast!(t[far[i], j] * w[i, j] -> [i, j]).unwrap_err();
    assert_eq!(error.to_string(), "broadcast: axis `i` has extent 4 in `far` (shape [4]) but 3 in `w` (shape [3, 2])");
}

/// Where the condition is one of the output's own elements.
#[test]
fn masked_by_itself() {
    let mut x = Array1::<f64>::arange(0.0, 6.0, 1.0);
    broadcast!(x[i] = 5.0, where x[i] > 3.0);
    assert_eq!(x.as_slice(), [0., 1., 2., 3., 5., 5.]);
}

#[test]
fn plans_say_what_is_gathered() {
    let (t, w, ix) = (Array2::<f64>::zeros((500, 64)), Array2::<f64>::zeros((64, 40)), vec![0usize; 300]);
    let plan = broadcast_plan!(t[ix[i], j] -> [i, j]);
    assert_eq!(plan.passes()[0].reads(), [("t[ix[i], j]".to_owned(), Access::Contiguous)]);
    let x = Array1::<f64>::zeros(500);
    let plan = broadcast_plan!(x[ix[i]] -> [i]);
    assert_eq!(plan.passes()[0].reads(), [("x[ix[i]]".to_owned(), Access::Gathered)]);
    assert!(plan.to_string().contains("reads                 x[ix[i]]: gathered"), "{plan}");
    // A product of matrices reads a copy; other sums read what is there.
    let path = einsum_path!(t[ix[i], k] * w[k, j] -> [i, j]);
    assert_eq!(path.gathers(), ["t[ix[i], k]"]);
    assert!(matches!(path.terms(), [TermPath::Contraction(_)]));
    assert!(path.to_string().contains("gathered first: `t[ix[i], k]`, for a product of matrices"), "{path}");
    let path = einsum_path!(t[ix[i], k] -> [k]);
    assert!(path.gathers().is_empty() && matches!(path.terms(), [TermPath::Nest(_)]), "{path}");
}

/// Copies of rows, elements and columns of each number of bytes that has a way of its own, with outputs in every order; a table of two axes
/// and its first column, whose index array walks the innermost loop.
#[test]
fn copies_of_every_width() {
    fn check<T: Element + PartialEq + std::fmt::Debug>(element: impl Fn(usize) -> T) {
        for (rows, width) in [(1, 1), (3, 2), (7, 3), (9, 5), (600, 3), (5, 8), (5, 13), (3, 16), (3, 40), (600, 33)] {
            let t = Array2::from_fn((50, width), |[i, j]| element(width * i + j));
            let ix = Array1::from_fn(rows, |[i]| (7 * i + 3) % 50);
            let expected = |i: usize, j: usize| t[[ix[i], j]];
            let all = broadcast!(t[ix[i], j] -> [i, j]);
            assert!(all.indexed_iter().all(|([i, j], x)| *x == expected(i, j)), "{rows} rows of {width}");
            let turned = broadcast!(t[ix[i], j] -> [j, i]);
            assert!(turned.indexed_iter().all(|([j, i], x)| *x == expected(i, j)), "{rows} rows of {width}, turned");
            let mut strided = Array::full((rows, 2 * width), element(0));
            let mut half = strided.slice_mut(s![.., ..;2]);
            broadcast!(half[i, j] = t[ix[i], j]);
            assert!(half.indexed_iter().all(|([i, j], x)| *x == expected(i, j)), "{rows} rows of {width}, strided");
        }
    }
    check(|k| k as u8);
    check(|k| k as u16);
    check(|k| k as f64);
    check(|k| Complex::new(k as f64, 0.5));
}

/// Sums of an even and an odd number of rows that are long enough to be read where they are.
#[test]
fn sums_of_rows_where_they_are() {
    let (t, w) = (Array2::from_fn((20, 70), |[i, j]| (100 * i + j) as f64), Array1::from_fn(70, |[j]| (j % 5) as f64));
    for count in 1..=6 {
        let bags = Array2::from_fn((9, count), |[i, k]| (3 * i + 11 * k * k) % 20);
        let sums = broadcast!(sum[k](t[bags[i, k], j] * w[j]) -> [i, j]);
        let greatest = broadcast!(max[k](t[bags[i, k], j] + k as f64) -> [i, j]);
        for ([i, j], &sum) in sums.indexed_iter() {
            let row = |k: usize| t[[bags[[i, k]], j]];
            assert_eq!(sum, (0..count).map(|k| row(k) * w[j]).sum::<f64>(), "{count} rows");
            let most = (0..count).map(|k| row(k) + k as f64).fold(f64::MIN, f64::max);
            assert_eq!(greatest[[i, j]], most, "{count} rows");
        }
    }
}

/// Elements of a table that no cache holds, which are asked for ahead.
#[test]
fn far_entries() {
    let n = 1_100_000;
    let t = Array1::from_fn(n, |[i]| i as f64);
    for count in [1, 31, 32, 33, 1000] {
        let ix = Array1::from_fn(count, |[k]| (k * 7919 * 131) % n);
        let expected: Vec<f64> = ix.iter().map(|&i| i as f64).collect();
        assert_eq!(broadcast!(t[ix[k]] -> [k]).as_slice(), expected);
        assert_eq!(t.select::<0>(&ix).as_slice(), expected);
        let mut out = Array1::<f64>::zeros(n);
        out.put(&ix, &Array1::from_vec(expected.clone()));
        assert_eq!(out.sum_all(), expected.iter().sum::<f64>());
        assert_eq!(out.take(&ix).as_slice(), expected);
    }
    let beyond = Array1::from_fn(100, |[k]| if k == 60 { n } else { k });
    let message = "index 1100000, at [60] of its index array, is out of bounds for axis 0 with extent 1100000";
    assert_eq!(t.try_select::<0>(&beyond).unwrap_err().to_string(), message);
}
