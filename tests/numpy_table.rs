//! The table "Coming from NumPy" of the crate's documentation: every line of it runs here, on what NumPy gives.

use ndweave::{Array, Draw, Pad, Side, array, assert_allclose, block, broadcast, einsum, s};
use rand::SeedableRng;
use rand::rngs::StdRng;

type Matrix = ndweave::Array2<f64>;
type Vector = ndweave::Array1<f64>;

/// `a` and `b` of shape (2, 3), `x` and `y` of shape (3,), `t` of shape (2, 3, 4).
struct Given {
    a: Matrix,
    b: Matrix,
    x: Vector,
    y: Vector,
    t: ndweave::Array3<i32>,
}

fn given() -> Given {
    Given {
        a: array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]].into_dynamic(),
        b: array![[10.0, 20.0, 30.0], [40.0, 50.0, 60.0]].into_dynamic(),
        x: Array::from_vec(vec![1.0, 2.0, 4.0]),
        y: Array::from_vec(vec![10.0, 20.0, 40.0]),
        t: Array::from_fn((2, 3, 4), |[i, j, k]| (100 * i + 10 * j + k) as i32),
    }
}

#[test]
fn arrays_are_made() {
    let Given { x, y, .. } = given();
    assert_eq!(Array::<f64, _>::zeros((2, 3)), [[0.0; 3]; 2]);
    assert_eq!(Array::full((2, 3), 7), [[7; 3]; 2]);
    assert_eq!(array![[1., 2.], [3., 4.]].as_slice(), [1.0, 2.0, 3.0, 4.0]);
    assert_eq!(Array::from_fn((2, 3), |[i, j]| 10 * i + j), [[0, 1, 2], [10, 11, 12]]);
    assert_eq!(Array::arange(0, 10, 3), [0, 3, 6, 9]);
    assert_eq!(Array::linspace(0.0, 1.0, 5), [0.0, 0.25, 0.5, 0.75, 1.0]);
    assert_eq!(Array::<f64, _>::eye(3), [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]);
    let (xx, yy) = Array::meshgrid(&x, &y);
    assert_eq!(xx, [[1.0, 2.0, 4.0]; 3]);
    assert_eq!(yy, [[10.0; 3], [20.0; 3], [40.0; 3]]);
}

#[test]
fn arrays_are_sliced_and_shaped() {
    let Given { mut a, b, x, y, t } = given();
    assert_eq!((a.extents(), a.len()), ([2, 3], 6));
    assert_eq!(a[[1, 2]], 6.0);
    assert_eq!(a.slice(s![1, ..]).to_vec(), [4.0, 5.0, 6.0]);
    assert_eq!(a.slice(s![.., -1]).to_vec(), [3.0, 6.0]);
    assert_eq!(a.slice(s![..;-1, 1..]).to_vec(), [5.0, 6.0, 2.0, 3.0]);
    assert_eq!(a.slice(s![.., NewAxis, ..]).extents(), [2, 1, 3]);
    assert_eq!(a.t().to_vec(), [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]);
    assert_eq!(t.permute([2, 0, 1]).extents(), [4, 2, 3]);
    assert_eq!(t.permute([2, 0, 1])[[3, 1, 2]], 123);
    assert_eq!(a.reshape((3, 2)).unwrap().to_owned(), [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]);
    assert_eq!(x.broadcast_to((2, 3)).unwrap().to_owned(), [[1.0, 2.0, 4.0]; 2]);
    assert_eq!(Array::concat::<0>(&[&a, &b]).extents(), [4, 3]);
    assert_eq!(Array::stack::<1>(&[&x, &y]), [[1.0, 10.0], [2.0, 20.0], [4.0, 40.0]]);
    a.slice_mut(s![.., 0]).fill(0.0);
    assert_eq!(a, [[0.0, 2.0, 3.0], [0.0, 5.0, 6.0]]);
}

#[test]
fn arrays_are_joined_repeated_and_turned() {
    let Given { a, b, x, y, .. } = given();
    assert_eq!(Array::column_stack(&[&x, &y]), [[1.0, 10.0], [2.0, 20.0], [4.0, 40.0]]);
    assert_eq!(
        block![[a, a], [b, b]].slice(s![1.., 2..]).to_owned(),
        [[6.0, 4.0, 5.0, 6.0], [30.0, 10.0, 20.0, 30.0], [60.0, 40.0, 50.0, 60.0]]
    );
    assert_eq!(a.split::<1>(3)[1].to_vec(), [2.0, 5.0]);
    assert_eq!(Array::<f64, _>::eye_at((2, 3), 1), [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]);
    assert_eq!(Array::from_diag_at(&x, 1).extents(), [4, 4]);
    assert_eq!(a.diag_at(1).to_vec(), [2.0, 6.0]);
    assert_eq!(a.tril(0), [[1.0, 0.0, 0.0], [4.0, 5.0, 0.0]]);
    assert_eq!(a.triu(1), [[0.0, 2.0, 3.0], [0.0, 0.0, 6.0]]);
    assert_eq!(a.tile([1, 2]).slice(s![0, ..]).to_vec(), [1.0, 2.0, 3.0, 1.0, 2.0, 3.0]);
    assert_eq!(a.repeat::<0>(2).slice(s![.., 0]).to_vec(), [1.0, 1.0, 4.0, 4.0]);
    assert_eq!(x.roll::<0>(1), [4.0, 1.0, 2.0]);
    assert_eq!(a.flip().to_vec(), [6.0, 5.0, 4.0, 3.0, 2.0, 1.0]);
    assert_eq!(a.rot90().to_owned(), [[3.0, 6.0], [2.0, 5.0], [1.0, 4.0]]);
    assert_eq!(x.pad([(1, 2)], Pad::Edge), [1.0, 1.0, 2.0, 4.0, 4.0, 4.0]);
    assert_eq!(a.kron(&b)[[3, 8]], 360.0);
    assert_allclose!(Array::geomspace(1.0, 1000.0, 4), [1.0, 10.0, 100.0, 1000.0], 1e-14);
    let [i, j] = Array::indices((2, 3));
    assert_eq!((i, j.slice(s![1, ..]).to_vec()), (Array::from([[0; 3], [1; 3]]).into_dynamic(), vec![0, 1, 2]));
}

#[test]
fn elements_are_chosen() {
    let Given { mut a, x, .. } = given();
    assert_eq!(x.select::<0>(&[2, 0]), [4.0, 1.0]);
    assert_eq!(a.select::<1>(&[2, 0]), [[3.0, 1.0], [6.0, 4.0]]);
    assert_eq!(a.gather(s![[0, 1], [2, 0]]), [3.0, 4.0]);
    assert_eq!(a.gather_outer(s![[1, 0], [0, 2]]), [[4.0, 6.0], [1.0, 3.0]]);
    assert_eq!(a.take(&[5, 0]), [6.0, 1.0]);
    assert_eq!(a.mask(&a.mapv(|x| x > 2.0)), [3.0, 4.0, 5.0, 6.0]);
    assert_eq!(a.compress::<1>(&[true, false, true]), [[1.0, 3.0], [4.0, 6.0]]);
    assert_eq!(a.nonzero().map(|axis| axis.to_vec()), [vec![0, 0, 0, 1, 1, 1], vec![0, 1, 2, 0, 1, 2]]);
    assert_eq!(a.argwhere().extents(), [6, 2]);
    assert_eq!(x.searchsorted(&2.0, Side::Left)[[]], 1);
    a.fill_at(s![[0, 1], [2, 0]], 7.0);
    assert_eq!(a, [[1.0, 2.0, 7.0], [7.0, 5.0, 6.0]]);
    a.put(&[5, 0], &7.0);
    assert_eq!(a, [[7.0, 2.0, 7.0], [7.0, 5.0, 7.0]]);
    a.fill_mask(&a.mapv(|x| x > 2.0), 0.0);
    assert_eq!(a, [[0.0, 2.0, 0.0], [0.0; 3]]);
    a.assign_at(s![.., [0, 2]], &[8.0, 9.0]);
    assert_eq!(a, [[8.0, 2.0, 9.0], [8.0, 0.0, 9.0]]);
}

#[test]
fn arrays_are_random_and_compared() {
    let Given { a, x, .. } = given();
    let mut rng = StdRng::seed_from_u64(1);
    assert!(Array::uniform(3, -1.0..1.0, &mut rng).iter().all(|x: &f64| x.abs() <= 1.0));
    assert!(Array::integers(3, 0..6, &mut rng).iter().all(|n| *n < 6));
    assert!(Array::normal(3, 0.0, 1.0, &mut rng).iter().all(|x: &f64| x.is_finite()));
    assert_eq!(Array::permutation(3, &mut rng).iter().sum::<usize>(), 3);
    assert_eq!(x.choice::<0>(2, Draw::Once, &mut rng).len(), 2);
    let b = a.mapv(|x| 1.05 * x);
    assert_allclose!(a, b, rtol = 0.1);
}

#[test]
fn kernels_sum() {
    let Given { a, b, x, y, .. } = given();
    assert_eq!(einsum!("ij,kj->ik", a, b), [[140.0, 320.0], [320.0, 770.0]]);
    assert_eq!(einsum!(a[i, j] * b[k, j] -> [i, k]), [[140.0, 320.0], [320.0, 770.0]]);
    assert_eq!(einsum!(a[i, j] * x[j] -> [i]), [17.0, 38.0]);
    assert_eq!(einsum!(x[i] * y[i]), 210.0);
    assert_eq!(einsum!(x[i] * y[j] -> [i, j])[[2, 1]], 80.0);
    assert_eq!(einsum!(a[i, j] * b[i, j]), 910.0);
    assert_eq!(einsum!(a[i, j]), 21.0);
    assert_eq!(einsum!(a[i, j] -> [j]), [5.0, 7.0, 9.0]);
}

#[test]
fn kernels_map() {
    let Given { mut a, b, x, y, .. } = given();
    assert_eq!(einsum!(a[i, j].sqrt() -> [i, j])[[1, 0]], 2.0);
    let clipped = einsum!(if a[i, j] > 2.0 { a[i, j] } else { -1.0 } -> [i, j]);
    assert_eq!(clipped, [[-1.0, -1.0, 3.0], [4.0, 5.0, 6.0]]);
    assert_eq!(einsum!(a[i, j] as i32 -> [i, j]), [[1, 2, 3], [4, 5, 6]]);
    assert_eq!(einsum!(a[i, j] + x[j] -> [i, j]), [[2.0, 4.0, 7.0], [5.0, 7.0, 10.0]]);
    assert_eq!(einsum!(x[i] - y[j] -> [i, j])[[2, 0]], -6.0);
    assert_eq!(broadcast!(2.0 * a + x), [[3.0, 6.0, 10.0], [9.0, 12.0, 16.0]]);
    assert_eq!(broadcast!(a[i, j] - mean[k](a[k, j]) -> [i, j]), [[-1.5; 3], [1.5; 3]]);
    assert_eq!(broadcast!(max[j](a[i, j]) -> [i]), [3.0, 6.0]);
    assert_eq!(broadcast!(argmax[j](a[i, j]) -> [i]), [2, 2]);
    assert_eq!(broadcast!(x[i] - y[j] -> [i, j])[[2, 0]], -6.0);
    broadcast!(a += b);
    assert_eq!(a, [[11.0, 22.0, 33.0], [44.0, 55.0, 66.0]]);
    {
        let mut a = broadcast!(a - 40.0);
        broadcast!(a = 0.0, where a < 0.0);
        assert_eq!(a, [[0.0, 0.0, 0.0], [4.0, 15.0, 26.0]]);
    }
    assert_eq!(format!("{a}"), "[[11. 22. 33.]\n [44. 55. 66.]]");
    assert_eq!(format!("{a:?}"), "array([[11., 22., 33.],\n       [44., 55., 66.]])");
}

/// The table's second column, cell by cell: each stands in this file, and so is compiled and compared.
#[test]
fn every_line_of_the_table_runs_here() {
    let docs = include_str!("../src/lib.rs");
    let this = include_str!("numpy_table.rs");
    let table = docs.split("| NumPy | ndweave |").nth(1).expect("the table");
    let rows: Vec<&str> = table.lines().skip(2).map_while(|line| line.strip_prefix("//! | ")).collect();
    assert!(rows.len() >= 25, "{} rows", rows.len());
    for row in rows {
        let (_, code) = row.split_once(" | ").expect("two columns");
        let code = code.trim_end_matches(" |").replace("\\|", "|");
        // Code stands between backticks, in pieces.
        for piece in code.split('`').skip(1).step_by(2) {
            assert!(this.contains(piece), "`{piece}` is in the table, but not in this test");
        }
    }
}
