//! What the notation of `broadcast!` means, feature by feature; expected values are worked out by hand or by plain loops.

use ndweave::{
    Array, Array1, Array2, Array3, Const, Dyn, View, View1, View2, ViewMut2, array, axis, broadcast, s, shape,
    try_broadcast,
};
use num_complex::{Complex, Complex32, c64};

axis! {
    struct Batch;
    struct Rgb = 3;
}

/// Lengths around every boundary of a gang and of a tile.
const LENGTHS: [usize; 16] = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 65, 100];

fn ramp(n: usize) -> Array1<f64> {
    Array1::from_fn(n, |[i]| (i * 7 % 23) as f64 - 11.0)
}

fn matrix(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_fn((rows, columns), |[i, j]| ((31 * i + 17 * j) % 101) as f64 - 50.0)
}

// Shapes of results.

#[test]
fn results_have_the_shapes_that_their_operands_tell() {
    let (x, y) = ([1.0, 2.0, 3.0], [[10.0], [20.0]]);
    let nested: [[f64; 3]; 2] = broadcast!(x + y);
    assert_eq!(nested, [[11.0, 12.0, 13.0], [21.0, 22.0, 23.0]]);
    let stretched: [[f64; 3]; 1] = broadcast!([[1.0]] * x);
    assert_eq!(stretched, [[1.0, 2.0, 3.0]]);
    let rows: Array<f64, (Dyn, Const<3>)> = broadcast!(vec![[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]] * x);
    assert_eq!(rows, array![[1.0, 2.0, 3.0], [2.0, 4.0, 6.0]]);
    let pixels = Array::<f64, shape![Batch, Rgb]>::from_fn((Batch(2), Rgb), |[n, c]| (3 * n + c) as f64);
    let named: Array<f64, (Batch, Rgb)> = broadcast!(pixels / 2.0);
    assert_eq!(named, array![[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]]);
    let grey: Array<f64, (Batch,)> = broadcast!(mean[c](pixels[n, c]) -> [n]);
    assert_eq!(grey, array![1.0, 4.0]);
    let weighted: Array<f64, (Batch, Rgb)> = broadcast!(pixels * x);
    assert_eq!(weighted[[1, 2]], 15.0);
    let turned: Array<f64, (Rgb, Batch)> = broadcast!(pixels[n, c] -> [c, n]);
    assert_eq!(turned[[2, 1]], 5.0);
    let outer: Array<f64, (Dyn, Const<3>)> = broadcast!(vec![1.0, 2.0][i] * x[j] -> [i, j]);
    assert_eq!(outer, array![[1.0, 2.0, 3.0], [2.0, 4.0, 6.0]]);
    let total: f64 = broadcast!(sum[n, c](pixels[n, c]));
    assert_eq!(total, 15.0);
    let nearest: [usize; 2] = broadcast!(argmin[j]((y[i, 0] - 8.0 * x[j]).abs()) -> [i]);
    assert_eq!(nearest, [0, 1]);
    let known: Array<f64, shape![4]> = broadcast!(i as f64 -> [i in 0..4]);
    assert_eq!(known, array![0.0, 1.0, 2.0, 3.0]);
    // An extent that is known at run time only makes an array of nested arrays too.
    let (n, table) = (2, [1.0, 2.0, 3.0]);
    let ramps: Array<f64, (Dyn, Const<3>)> = broadcast!(table[j] * i as f64 -> [i in 0..n, j]);
    assert_eq!(ramps, array![[0.0, 0.0, 0.0], [1.0, 2.0, 3.0]]);
    // A view among the operands makes an array.
    let array: Array<f64, shape![2, 3]> = broadcast!(x + Array::from(y));
    assert_eq!(array, nested);
}

#[test]
fn extents_of_0_and_1() {
    for (rows, columns) in [(0, 0), (0, 5), (5, 0), (1, 5), (5, 1), (1, 1)] {
        let a = matrix(rows, columns);
        let (row, one) = (ramp(columns), array![[2.0]]);
        assert_eq!(broadcast!(a * row + one).extents(), [rows, columns], "{rows} {columns}");
        assert_eq!(broadcast!(a + one + &matrix(1, columns)).extents(), [rows, columns]);
        assert_eq!(broadcast!(a[i, j] * row[j] -> [j, i]).extents(), [columns, rows]);
        assert_eq!(broadcast!(sum[j](a[i, j]) -> [i]).extents(), [rows]);
        assert_eq!(broadcast!(a[i, j] - sum[k](a[i, k]) -> [i, j]).extents(), [rows, columns]);
        assert_eq!(broadcast!(a[i, j] - sum[k](a[k, j]) -> [i, j]).extents(), [rows, columns]);
        assert_eq!(broadcast!(sum[i, j](a[i, j])), a.iter().sum::<f64>());
    }
    let column = Array2::<f64>::zeros((0, 1));
    assert_eq!(broadcast!(column + [1.0, 2.0, 3.0]).extents(), [0, 3]);
    assert!(try_broadcast!(Array1::<f64>::zeros(0) + [1.0, 2.0]).is_err());
    assert_eq!(broadcast!(Array1::<f64>::zeros(0) + [1.0]).extents(), [0]);
}

#[test]
fn eight_axes_and_twelve_operands() {
    let a = Array::from_fn((2, 1, 3, 1, 2, 1, 2, 3), |[a, _, c, _, e, _, g, h]| {
        (a + 2 * c + 6 * e + 12 * g + 24 * h) as i64
    });
    let b = Array::from_fn((1, 2, 1, 3, 1, 2, 1, 3), |[_, b, _, d, _, f, _, h]| (100 * (b + 2 * d + 6 * f) + h) as i64);
    let sum = broadcast!(a + b);
    assert_eq!(sum.extents(), [2, 2, 3, 3, 2, 2, 2, 3]);
    assert!(
        sum.indexed_iter()
            .all(|([p, q, r, s, t, u, v, w], &x)| x == a[[p, 0, r, 0, t, 0, v, w]] + b[[0, q, 0, s, 0, u, 0, w]])
    );
    let turned = broadcast!(a[p, 0, r, 0, t, 0, v, w] * b[0, q, 0, s, 0, u, 0, w] -> [w, v, u, t, s, r, q, p]);
    assert!(
        turned
            .indexed_iter()
            .all(|([w, v, u, t, s, r, q, p], &x)| x == a[[p, 0, r, 0, t, 0, v, w]] * b[[0, q, 0, s, 0, u, 0, w]])
    );
    let over = broadcast!(sum[p, r, w](a[p, 0, r, 0, t, 0, v, w]) -> [v, t]);
    assert_eq!(over[[1, 1]], (6 + 12) * 18 + 9 + 2 * 18 + 24 * 18);
    let x: [Array1<f64>; 12] = std::array::from_fn(|k| Array1::from_fn(50, |[i]| ((k + 1) * i % 13) as f64));
    let all = broadcast!(
        x[0][i] + 2.0 * x[1][i] + 3.0 * x[2][i] + 4.0 * x[3][i] + 5.0 * x[4][i] + 6.0 * x[5][i] + 7.0 * x[6][i] + 8.0 * x[7][i]
            + 9.0 * x[8][i] + 10.0 * x[9][i] + 11.0 * x[10][i] + 12.0 * x[11][i] -> [i]
    );
    for i in 0..50 {
        assert_eq!(all[[i]], (0..12).map(|k| (k + 1) as f64 * x[k][[i]]).sum::<f64>());
    }
}

// In place.

#[test]
fn the_transpose_is_added_as_if_it_were_computed_first() {
    for n in LENGTHS {
        let mut a = matrix(n, n);
        let before = a.clone();
        broadcast!(a[i, j] += a[j, i]);
        assert!(a.indexed_iter().all(|([i, j], &x)| x == before[[i, j]] + before[[j, i]]), "{n}");
        let mut b = before.map(|&x| x as f32);
        broadcast!(b[i, j] = b[j, i] - 2.0 * b[i, j]);
        assert!(b.indexed_iter().all(|([i, j], &x)| f64::from(x) == before[[j, i]] - 2.0 * before[[i, j]]), "{n}");
    }
}

#[test]
fn the_transpose_of_views() {
    fn check(mut a: ViewMut2<f64>) {
        let before = a.view().to_owned();
        broadcast!(a[i, j] += a[j, i]);
        assert!(a.indexed_iter().all(|([i, j], &x)| x == before[[i, j]] + before[[j, i]]), "{:?}", before.extents());
    }
    for n in [1, 2, 9, 33, 40, 70] {
        let mut wide = matrix(2 * n, 2 * n);
        let before = wide.clone();
        check(wide.slice_mut(s![0..n, n..]));
        check(wide.slice_mut(s![..;2, ..;-2]));
        check(wide.slice_mut(s![..n, ..n]).t_mut());
        // Only what was written changed.
        assert_eq!(wide[[2 * n - 1, 0]], before[[2 * n - 1, 0]]);
    }
}

#[test]
fn axes_of_a_cube_turn_in_place() {
    for n in [0, 1, 2, 5, 9, 33] {
        let mut t = Array3::from_fn((n, n, n), |[i, j, k]| (i * n + j) * n + k);
        let before = t.clone();
        broadcast!(t[i, j, k] = t[j, k, i]);
        assert!(t.indexed_iter().all(|([i, j, k], &x)| x == before[[j, k, i]]), "{n}");
    }
}

#[test]
fn an_output_that_reads_itself() {
    for n in LENGTHS {
        let (x, y) = (ramp(n), matrix(1, n).to_reshaped(n).unwrap());
        let mut a = x.clone();
        broadcast!(a[i] = a[i] * a[i] - y[i]);
        assert!((0..n).all(|i| a[[i]] == x[[i]] * x[[i]] - y[[i]]));
        let mut a = x.clone();
        broadcast!(a = 0.5 * a + y * a);
        assert!((0..n).all(|i| a[[i]] == 0.5 * x[[i]] + y[[i]] * x[[i]]));
        let mut a = x.clone();
        broadcast!(a[i] *= a[i]);
        broadcast!(a[i] -= y[i] * a[i]);
        assert!((0..n).all(|i| a[[i]] == x[[i]] * x[[i]] - y[[i]] * (x[[i]] * x[[i]])));
        // A reduction of the target is over before anything is written.
        let mut a = x.clone();
        let total: f64 = x.iter().sum();
        broadcast!(a[i] = a[i] - sum[k](a[k]));
        assert!((0..n).all(|i| a[[i]] == x[[i]] - total));
    }
    let mut m = matrix(33, 40);
    let before = m.clone();
    // Rows' largest, subtracted; and one column from all.
    broadcast!(m[i, j] = m[i, j] - max[k](m[i, k]));
    let largest = |i: usize| (0..40).map(|k| before[[i, k]]).fold(f64::MIN, f64::max);
    assert!(m.indexed_iter().all(|([i, j], &x)| x == before[[i, j]] - largest(i)));
    let before = m.clone();
    broadcast!(m[i, j] -= m[i, 3]);
    assert!(m.indexed_iter().all(|([i, j], &x)| x == before[[i, j]] - before[[i, 3]]));
    let before = m.clone();
    broadcast!(m[i, 0] = m[i, -1] + m[i, 0]);
    assert!(
        m.indexed_iter()
            .all(|([i, j], &x)| x == if j == 0 { before[[i, 39]] + before[[i, 0]] } else { before[[i, j]] })
    );
}

#[test]
fn outputs_take_their_extents_from_themselves() {
    let (mut m, before) = (matrix(5, 40), matrix(5, 40));
    broadcast!(m[i, j] -= sum[k](m[i, k]));
    assert!(m.indexed_iter().all(|([i, j], &x)| x == before[[i, j]] - before.slice(s![i, ..]).iter().sum::<f64>()));
    let mut ones = [[0.0; 3]; 2];
    broadcast!(ones[i, j] = 1.0);
    assert_eq!(ones, [[1.0; 3]; 2]);
    broadcast!(ones[i, j] = (10 * i + j) as f64);
    assert_eq!(ones, [[0.0, 1.0, 2.0], [10.0, 11.0, 12.0]]);
}

// Blocks.

#[test]
fn a_block_has_several_outputs() {
    for n in LENGTHS {
        let (x, m) = (ramp(n), 0.5);
        let (mut dev, mut sq, mut small) = (vec![0.0; n], Array1::<f32>::zeros(n), vec![9u8; n]);
        broadcast! {
            let d = x[i] - m;
            dev[i] = d;
            sq[i] = (d * d) as f32;
            small[i] -= 3, where d > 0.0;
        }
        for i in 0..n {
            let d = x[[i]] - m;
            assert_eq!((dev[i], sq[[i]], small[i]), (d, (d * d) as f32, if d > 0.0 { 6 } else { 9 }));
        }
    }
}

#[test]
fn a_rotation_updates_both_of_its_operands() {
    let (c, s) = (0.6, 0.8);
    for n in LENGTHS {
        let (x, y) = (ramp(n), ramp(n + 5).slice(s![5..]).to_owned());
        let (mut a, mut b) = (x.clone(), y.clone());
        broadcast! {
            let p = a[i];
            let q = b[i];
            a[i] = c * p - s * q;
            b[i] = s * p + c * q;
        }
        for i in 0..n {
            assert_eq!((a[[i]], b[[i]]), (c * x[[i]] - s * y[[i]], s * x[[i]] + c * y[[i]]));
        }
        // What was written just before is the new value.
        let (mut a, mut b) = (x.clone(), y.clone());
        broadcast! { a = 2.0 * b; b = a + b; }
        assert!((0..n).all(|i| (a[[i]], b[[i]]) == (2.0 * y[[i]], 2.0 * y[[i]] + y[[i]])));
    }
}

#[test]
fn outputs_of_a_block_may_turn() {
    for (rows, columns) in [(1, 1), (2, 3), (33, 40), (70, 5)] {
        let a = matrix(rows, columns);
        let (mut same, mut turned) = (Array2::<f64>::zeros((rows, columns)), Array2::<f64>::zeros((columns, rows)));
        broadcast! { same[i, j] = a[i, j] + 1.0; turned[j, i] += 2.0 * a[i, j]; }
        assert!(same.indexed_iter().all(|([i, j], &x)| x == a[[i, j]] + 1.0));
        assert!(turned.indexed_iter().all(|([j, i], &x)| x == 2.0 * a[[i, j]]));
    }
    // One output in place, the same array in another place at other labels.
    let (mut a, mut b) = (matrix(9, 9), matrix(9, 9));
    let before = a.clone();
    broadcast! { let t = b[j, i]; a[i, j] += t; b[i, j] = 2.0 * b[i, j]; }
    assert!(a.indexed_iter().all(|([i, j], &x)| x == before[[i, j]] + before[[j, i]]));
    assert!(b.indexed_iter().all(|([i, j], &x)| x == 2.0 * before[[i, j]]));
}

// Masks.

#[test]
fn a_mask_leaves_other_elements() {
    for n in LENGTHS {
        let (x, y) = (ramp(n), Array1::from_fn(n, |[i]| (i % 3) as f64));
        let mut out = Array1::full(n, f64::NAN);
        broadcast!(out[i] = x[i] / y[i], where y[i] != 0.0);
        for i in 0..n {
            let expected = if i % 3 != 0 { x[[i]] / y[[i]] } else { f64::NAN };
            assert_eq!(out[[i]].to_bits(), expected.to_bits(), "{i} of {n}");
        }
        // Strided, and updated in four ways.
        let mut wide = Array2::full((n, 3), 8.0);
        let mut column = wide.slice_mut(s![.., 1]);
        broadcast!(column[i] += x[i], where i % 2 == 0);
        broadcast!(column[i] -= 1.0, where y[i] == 1.0);
        broadcast!(column *= y, where x > 0.0);
        broadcast!(column[i] /= 2.0, where !(y[i] > 0.5 && x[i] < 0.0));
        for i in 0..n {
            let (x, y) = (x[[i]], y[[i]]);
            let mut expected = 8.0;
            expected += if i % 2 == 0 { x } else { 0.0 };
            expected -= if y == 1.0 { 1.0 } else { 0.0 };
            expected *= if x > 0.0 { y } else { 1.0 };
            expected /= if !(y > 0.5 && x < 0.0) { 2.0 } else { 1.0 };
            assert_eq!((wide[[i, 0]], wide[[i, 1]], wide[[i, 2]]), (8.0, expected, 8.0), "{i} of {n}");
        }
    }
}

#[test]
fn masks_of_other_shapes_and_types() {
    let mask = [true, false, true];
    let mut out = [[0i32; 3]; 40];
    broadcast!(out = 5, where mask);
    assert_eq!(out[39], [5, 0, 5]);
    broadcast!(out[i, j] = 7, where i == 2 * j);
    assert_eq!((out[0], out[2], out[4]), ([7, 0, 5], [5, 7, 5], [5, 0, 7]));
    // The mask reads what is written.
    broadcast!(out[i, j] = 0, where out[i, j] == 5);
    assert_eq!((out[0], out[1], out[2]), ([7, 0, 0], [0; 3], [0, 7, 0]));
    let mut bytes = [1u8; 100];
    broadcast!(bytes[i] = 200, where bytes[i] == 1 && i >= 50);
    assert!((0..100).all(|i| bytes[i] == if i < 50 { 1 } else { 200 }));
    // By a reduction.
    let x = matrix(20, 30);
    let mut flags = Array1::full(20, 0u8);
    broadcast!(flags[i] = 1, where max[j](x[i, j]) > 48.0);
    assert!((0..20).all(|i| (flags[[i]] == 1) == x.slice(s![i, ..]).iter().any(|&x| x > 48.0)));
    // No value divides by zero where it is not wanted, and nothing traps.
    let (p, q) = ([7i32, 8, 9], [0, 2, 3]);
    let mut r = [-1; 3];
    broadcast!(r[i] = p[i] / q[i], where q[i] != 0);
    assert_eq!(r, [-1, 4, 3]);
}

// Reductions.

#[test]
fn every_reduction() {
    let x = [[3.0, -1.0, 2.0], [0.5, 4.0, -8.0]];
    assert_eq!(broadcast!(sum[j](x[i, j]) -> [i]), [4.0, -3.5]);
    assert_eq!(broadcast!(prod[i](x[i, j]) -> [j]), [1.5, -4.0, -16.0]);
    assert_eq!(broadcast!(min[j](x[i, j]) -> [i]), [-1.0, -8.0]);
    assert_eq!(broadcast!(max[i, j](x[i, j])), 4.0);
    assert_eq!(broadcast!(mean[j](x[i, j] * 3.0) -> [i]), [4.0, -3.5]);
    assert_eq!(broadcast!(all[j](x[i, j] > -2.0) -> [i]), [true, false]);
    assert_eq!(broadcast!(any[i](x[i, j] == 4.0) -> [j]), [false, true, false]);
    assert_eq!(broadcast!(count[i, j](x[i, j] > 1.0)), 3);
    assert_eq!(broadcast!(argmin[j](x[i, j]) -> [i]), [1, 2]);
    assert_eq!(broadcast!(argmax[i](x[i, j]) -> [j]), [0, 1, 0]);
    assert_eq!(broadcast!(argmax[i, j](x[i, j])), 4);
    assert_eq!(broadcast!(argmax[j, i](x[i, j])), 3);
    // Of integers and of booleans.
    let k = [[1i32, 2, 3], [4, 5, 6]];
    assert_eq!(broadcast!(prod[i, j](k[i, j])), 720);
    assert_eq!(broadcast!(min[i](k[i, j]) -> [j]), [1, 2, 3]);
    assert_eq!(broadcast!(sum[j](k[i, j] % 2) -> [i]), [2, 1]);
    assert_eq!(broadcast!(count[i, j](k[i, j] % 2 == 0) as f64 / 6.0), 0.5);
    // Over labels that are not all of an operand's, and operands that lack some.
    let w = [1.0, 10.0];
    assert_eq!(broadcast!(sum[i, j](x[i, j] * w[i])), 4.0 - 35.0);
    assert_eq!(broadcast!(sum[i](w[i]) * x[0, j] -> [j]), [33.0, -11.0, 22.0]);
    assert_eq!(broadcast!(sum[i](x[i, j] + w[i]) -> [j]), [14.5, 14.0, 5.0]);
}

#[test]
fn reductions_nest() {
    let x = matrix(37, 53);
    let row = |i: usize| (0..53).map(move |j| x_at(i, j));
    fn x_at(i: usize, j: usize) -> f64 {
        ((31 * i + 17 * j) % 101) as f64 - 50.0
    }
    // The sum of the rows' maxima, and the row that has the largest sum.
    assert_eq!(broadcast!(sum[i](max[j](x[i, j]))), (0..37).map(|i| row(i).fold(f64::MIN, f64::max)).sum::<f64>());
    let sums: Vec<f64> = (0..37).map(|i| row(i).sum()).collect();
    let best = sums.iter().copied().fold(f64::MIN, f64::max);
    assert_eq!(broadcast!(argmax[i](sum[j](x[i, j]))), sums.iter().position(|&s| s == best).unwrap());
    // A reduction whose body reads another with more labels, and one with fewer.
    let spread = broadcast!(max[j](x[i, j] - min[k, l](x[k, l])) - min[j](x[i, j]) -> [i]);
    for i in 0..37 {
        let (least, most) = (row(i).fold(f64::MAX, f64::min), row(i).fold(f64::MIN, f64::max));
        let all = (0..37).flat_map(row).fold(f64::MAX, f64::min);
        assert_eq!(spread[[i]], most - all - least);
    }
    // Three deep.
    let deep = broadcast!(sum[i](count[j](x[i, j] > mean[k](x[k, j]))));
    let mean = |j: usize| (0..37).map(|k| x_at(k, j)).sum::<f64>() / 37.0;
    assert_eq!(deep, (0..37).flat_map(|i| (0..53).map(move |j| (i, j))).filter(|&(i, j)| x_at(i, j) > mean(j)).count());
    // In a condition.
    let kept = broadcast!(if max[k](x[i, k]) > 49.0 { x[i, j] } else { 0.0 } -> [i, j]);
    assert!(
        kept.indexed_iter()
            .all(|([i, j], &y)| y == if row(i).fold(f64::MIN, f64::max) > 49.0 { x_at(i, j) } else { 0.0 })
    );
    // A label that is bound anew shadows the other.
    let shadowed = broadcast!(x[i, 0] - sum[i](x[i, 0]) -> [i]);
    let column: f64 = (0..37).map(|i| x_at(i, 0)).sum();
    assert!((0..37).all(|i| shadowed[[i]] == x_at(i, 0) - column));
}

#[test]
fn softmax_and_variance() {
    for (rows, columns) in [(1, 1), (3, 100), (100, 3), (300, 7), (40, 1000)] {
        let x = matrix(rows, columns);
        let soft = broadcast!((x[i, j] - max[k](x[i, k])).exp() / sum[k]((x[i, k] - max[l](x[i, l])).exp()) -> [i, j]);
        let variance = broadcast!(mean[j]((x[i, j] - mean[k](x[i, k])).powi(2)) -> [i]);
        for i in 0..rows {
            let row = x.slice(s![i, ..]);
            let most = row.iter().copied().fold(f64::MIN, f64::max);
            let total: f64 = row.iter().map(|x| (x - most).exp()).sum();
            let mean = row.iter().sum::<f64>() / columns as f64;
            let expected = row.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / columns as f64;
            assert!((variance[[i]] - expected).abs() <= 1e-13 * expected);
            for j in 0..columns {
                let expected = (x[[i, j]] - most).exp() / total;
                assert!((soft[[i, j]] - expected).abs() <= 1e-14 * expected, "{i} {j}");
            }
        }
    }
}

/// NumPy's: the first of several; and the first NaN, if there is one.
fn first(x: View1<'_, f64>, better: impl Fn(f64, f64) -> bool) -> usize {
    let mut best = 0;
    for i in 0..x.len() {
        if x[[i]].is_nan() {
            return i;
        }
        if better(x[[i]], x[[best]]) {
            best = i;
        }
    }
    best
}

#[test]
fn arguments_of_extremes_are_the_first_of_several_and_the_first_nan() {
    let check = |x: View1<'_, f64>, what: &str| {
        let (least, most) = (first(x, |a, b| a < b), first(x, |a, b| a > b));
        assert_eq!(broadcast!(argmin[i](x[i])), least, "{what} of {}", x.len());
        assert_eq!(broadcast!(argmax[i](x[i])), most, "{what} of {}", x.len());
        // Along rows and down columns.
        let n = x.len();
        let many = View::from_slice_strided(x.as_slice().unwrap(), [3, n], [0, 1], 0).unwrap();
        assert_eq!(broadcast!(argmin[j](many[i, j]) -> [i]).to_vec(), [least; 3], "rows, {what}");
        assert_eq!(broadcast!(argmax[j](many[j, i]) -> [i]).len(), n);
        let columns = Array2::from_fn((n, 40), |[i, j]| x[[(i + j) % n]]);
        let found = broadcast!(argmax[i](columns[i, j]) -> [j]);
        for j in 0..40 {
            assert_eq!(found[[j]], first(columns.slice(s![.., j]), |a, b| a > b), "column {j}, {what} of {n}");
        }
    };
    for n in [1, 2, 7, 8, 9, 33, 70] {
        check(Array1::full(n, 1.5).view(), "a constant");
        check(ramp(n).view(), "a ramp");
        check(Array1::full(n, f64::INFINITY).view(), "infinities");
        check(Array1::full(n, f64::NEG_INFINITY).view(), "negative infinities");
        for at in [0, n / 2, n - 1] {
            let mut x = ramp(n);
            x[[at]] = f64::NAN;
            check(x.view(), "one NaN");
            x[[n - 1]] = f64::NAN;
            x[[0]] = f64::INFINITY;
            check(x.view(), "two NaNs");
            let mut x = Array1::full(n, 2.0);
            x[[at]] = 3.0;
            x[[n - 1]] = 3.0;
            x[[n / 3]] = -1.0;
            check(x.view(), "ties");
        }
    }
    // Over several labels the index counts points, row-major.
    let t = Array3::from_fn(
        (3, 4, 5),
        |[i, j, k]| if (i, j, k) == (1, 2, 3) || (i, j, k) == (2, 0, 4) { 1.0 } else { 0.0 },
    );
    assert_eq!(broadcast!(argmax[i, j, k](t[i, j, k])), 33);
    assert_eq!(broadcast!(argmax[j, k](t[i, j, k]) -> [i]).to_vec(), [0, 13, 4]);
    assert_eq!(broadcast!(argmax[k, i](t[i, j, k]) -> [j]).to_vec(), [4 * 3 + 2, 0, 3 * 3 + 1, 0]);
    // Of other types.
    assert_eq!(broadcast!(argmin[i]([3u8, 1, 1][i])), 1);
    assert_eq!(broadcast!(argmax[i]([1.0f32, f32::NAN, f32::INFINITY][i])), 1);
    assert_eq!(broadcast!(argmax[i]([i64::MIN, i64::MIN][i])), 0);
}

#[test]
fn extremes_propagate_nan() {
    for n in [1, 5, 8, 33, 70, 300] {
        for at in [0, n / 2, n - 1] {
            let mut x = ramp(n);
            x[[at]] = f64::NAN;
            assert!(broadcast!(min[i](x[i])).is_nan() && broadcast!(max[i](x[i])).is_nan(), "{at} of {n}");
            let columns = Array2::from_fn((n, 9), |[i, j]| if j == 4 { x[[i]] } else { 1.0 });
            let most = broadcast!(max[i](columns[i, j]) -> [j]);
            assert!(most.indexed_iter().all(|([j], m)| m.is_nan() == (j == 4)), "{at} of {n}");
        }
    }
    assert_eq!(broadcast!(max[i]([f64::NEG_INFINITY; 3][i])), f64::NEG_INFINITY);
    assert_eq!(broadcast!(min[i]([i8::MAX; 3][i])), i8::MAX);
}

#[test]
fn reductions_of_nothing() {
    let none = Array2::<f64>::zeros((3, 0));
    assert_eq!(broadcast!(sum[j](none[i, j]) -> [i]), [0.0; 3]);
    assert_eq!(broadcast!(prod[j](none[i, j]) -> [i]), [1.0; 3]);
    assert_eq!(broadcast!(all[j](none[i, j] > 0.0) -> [i]), [true; 3]);
    assert_eq!(broadcast!(any[j](none[i, j] > 0.0) -> [i]), [false; 3]);
    assert_eq!(broadcast!(count[j](none[i, j] > 0.0) -> [i]), [0; 3]);
    assert!(broadcast!(mean[i, j](none[i, j])).is_nan());
    let message = |result: Result<_, ndweave::ShapeError>| result.map(|_: Array1<f64>| ()).unwrap_err().to_string();
    let text = "broadcast: `min` over axis `j`, which has extent 0: there is no such element";
    assert_eq!(message(try_broadcast!(min[j](none[i, j]) -> [i])), text);
    assert_eq!(message(try_broadcast!(max[j](none[i, j]) -> [i])), text.replace("min", "max"));
    assert!(try_broadcast!(argmin[i, j](none[i, j])).is_err());
    assert!(try_broadcast!(argmax[j](none[i, j]) -> [i]).is_err());
    // Of no rows there is no least element to be missed.
    assert_eq!(broadcast!(min[i](none[i, j]) -> [j]).extents(), [0]);
    // A refused call writes nothing.
    let mut out = [5.0; 3];
    assert!(try_broadcast!(out[i] = max[j](none[i, j])).is_err());
    assert!(try_broadcast!(out[i] = out[i] - max[j](none[i, j])).is_err());
    assert_eq!(out, [5.0; 3]);
    broadcast!(out[i] += sum[j](none[i, j]));
    assert_eq!(out, [5.0; 3]);
}

// Labels as values.

#[test]
fn labels_are_values() {
    let n = 37;
    assert_eq!(broadcast!(if i == j { 1.0 } else { 0.0 } -> [i in 0..n, j in 0..n]), Array2::<f64>::eye(n));
    let a = matrix(n, n);
    let lower = broadcast!(if j <= i { a[i, j] } else { 0.0 } -> [i, j]);
    assert!(lower.indexed_iter().all(|([i, j], &x)| x == if j <= i { a[[i, j]] } else { 0.0 }));
    let turned = broadcast!(a[i, j] + (100 * i + j) as f64 -> [j, i]);
    assert!(turned.indexed_iter().all(|([j, i], &x)| x == a[[i, j]] + (100 * i + j) as f64));
    let moment = broadcast!(sum[k](a[i, k] * (k as f64)) -> [i]);
    for i in 0..n {
        assert_eq!(moment[[i]], (0..n).map(|k| a[[i, k]] * k as f64).sum::<f64>());
    }
    // A range that does not begin at 0, with bounds of any integer type; one inside a reduction.
    let (from, to) = (3u8, 9i64);
    assert_eq!(broadcast!(i -> [i in from..to]).to_vec(), [3, 4, 5, 6, 7, 8]);
    assert_eq!(broadcast!(sum[k in from..to](k * i) -> [i in 1..4]).to_vec(), [33, 66, 99]);
    assert_eq!(broadcast!(i -> [i in 5..5]).len(), 0);
    assert_eq!(broadcast!(i -> [i in to..from]).len(), 0);
    assert_eq!(broadcast!(prod[k in 1..6](k as f64)), 120.0);
    assert_eq!(broadcast!(argmax[k in 10..20](if k == 14 { 1 } else { 0 })), 4);
    let x0 = 0.5;
    let grid = broadcast!(x0 + 0.25 * (i as f64) -> [i in 0..1000]);
    assert!(grid.indexed_iter().all(|([i], &x)| x == 0.5 + 0.25 * i as f64));
    let bits = broadcast!((i >> b) & 1 -> [i in 0..8, b in 0..3]);
    assert_eq!(bits.slice(s![6, ..]).to_vec(), [0, 1, 1]);
    let below = -1;
    assert!(try_broadcast!(i -> [i in below..4]).is_err());
}

/// A reduction goes over its ranges, also where what it reduces does not depend on them.
#[test]
fn labels_that_nothing_reads_are_reduced() {
    let x = vec![1.0, 2.5];
    assert_eq!(broadcast!(sum[k in 0..3](x[i]) -> [i]), array![3.0, 7.5]);
    assert_eq!(broadcast!(prod[k in 0..3](x[i]) -> [i]), array![1.0, 15.625]);
    assert_eq!(broadcast!(mean[k in 2..6](x[i]) -> [i]), array![1.0, 2.5]);
    assert_eq!(broadcast!(count[k in 0..4, i](x[i] > 2.0)), 4);
    assert_eq!(broadcast!(max[k in 0..4](x[i]) + sum[l in 0..2](1.0) -> [i]), array![3.0, 4.5]);
    let nothing = 0;
    assert_eq!(broadcast!(sum[k in 0..nothing](x[i]) -> [i]), array![0.0, 0.0]);
    assert_eq!(broadcast!(argmin[k in 0..3](x[i]) -> [i]), array![0, 0]);
}

/// The type of a literal follows from what it meets, or is `f64` or `i32`.
#[test]
fn numbers_whose_type_follows() {
    let (half, two, step) = (0.5, 2.0, 3);
    let x = vec![1.0f32, 2.0];
    assert_eq!(broadcast!(half * x + two), array![2.5f32, 3.0]);
    assert_eq!(broadcast!(half * x[i] -> [i]), array![0.5f32, 1.0]);
    let mut counts = vec![1u8, 2];
    broadcast!(counts += step);
    assert_eq!(counts, [4, 5]);
    let (a, b) = (1.5, 2.5);
    let sum: f64 = broadcast!(a + b);
    assert_eq!(sum, 4.0);
}

#[test]
fn label_values_in_every_chunk() {
    // Long rows: the passes run on a few rows at a time.
    for (rows, columns) in [(50, 3000), (3000, 50), (3, 40000)] {
        let a = matrix(rows, columns);
        let out =
            broadcast!(a[i, j] - (i as f64) + sum[k](a[i, k] * (k % 3) as f64) + max[k](a[i, k] + i as f64) -> [i, j]);
        for i in (0..rows).step_by(rows / 3) {
            let weighted: f64 = (0..columns).map(|k| a[[i, k]] * (k % 3) as f64).sum();
            let most = (0..columns).map(|k| a[[i, k]]).fold(f64::MIN, f64::max) + i as f64;
            for j in (0..columns).step_by(columns / 7) {
                assert_eq!(out[[i, j]], a[[i, j]] - i as f64 + weighted + most, "{i} {j}");
            }
        }
    }
}

// Subscripts.

#[test]
fn fixed_axes_and_diagonals() {
    let a = matrix(4, 5);
    let e = 2;
    assert_eq!(broadcast!(a[i, 0] + a[i, -1] -> [i]), broadcast!(a[i, { 0 }] + a[i, { e + 2 }] -> [i]));
    assert_eq!(broadcast!(a[{ e }, j] -> [j]).to_vec(), a.slice(s![2, ..]).to_vec());
    assert_eq!(broadcast!(max[j](a[-1, j])), a.slice(s![3, ..]).iter().copied().fold(f64::MIN, f64::max));
    let square = matrix(5, 5);
    assert_eq!(broadcast!(sum[i](square[i, i])), (0..5).map(|i| square[[i, i]]).sum::<f64>());
    assert_eq!(broadcast!(square[i, j] - square[i, i] -> [i, j])[[3, 1]], square[[3, 1]] - square[[3, 3]]);
    let mut out = Array3::<f64>::zeros((2, 4, 5));
    broadcast!(out[1, i, j] = a[i, j]);
    broadcast!(out[0, i, { e }] -= a[i, 1], where a[i, 1] > -100.0);
    assert_eq!((out[[1, 3, 4]], out[[0, 3, 2]], out[[0, 3, 3]]), (a[[3, 4]], -a[[3, 1]], 0.0));
    assert!(try_broadcast!(a[i, { e + 3 }] -> [i]).is_err());
    assert!(try_broadcast!(out[{ -3 }, i, j] = a[i, j]).is_err());
}

#[test]
fn ellipses() {
    let t = Array3::from_fn((2, 3, 4), |[i, j, k]| (12 * i + 4 * j + k) as f64);
    let row = [1.0, 10.0, 100.0, 1000.0];
    assert_eq!(broadcast!(t[.., k] * row[k] -> [.., k])[[1, 2, 3]], 23000.0);
    assert_eq!(broadcast!(sum[k](t[.., k]) -> [..]).to_vec(), [6.0, 22.0, 38.0, 54.0, 70.0, 86.0]);
    assert_eq!(broadcast!(max[i](t[i, ..]) -> [..])[[2, 3]], 23.0);
    assert_eq!(broadcast!(t[i, ..] - mean[l](t[l, ..]) -> [.., i])[[2, 3, 1]], 6.0);
    assert_eq!(broadcast!(t[.., 0] + [[1.0], [2.0]][..] -> [..])[[1, 2]], 22.0);
    // Under the dots, extents of 1 stretch; labels do not.
    let column = Array3::from_fn((2, 1, 4), |[i, _, k]| (100 * i + k) as f64);
    assert_eq!(broadcast!(t[.., k] + column[.., k] -> [.., k])[[1, 2, 3]], 126.0);
    assert!(try_broadcast!(t[i, j, k] + column[i, j, k] -> [i, j, k]).is_err());
    let mut out = Array3::<f64>::zeros((2, 3, 4));
    broadcast!(out[.., k] = column[.., k] + row[k]);
    assert_eq!((out[[1, 0, 3]], out[[1, 2, 3]]), (1103.0, 1103.0));
    broadcast!(out[..] *= t[..]);
    assert_eq!(out[[1, 2, 3]], 1103.0 * 23.0);
    broadcast!(out[.., k] = out[.., k] / sum[l](out[.., l]));
    assert!((out.slice(s![1, 1, ..]).iter().sum::<f64>() - 1.0).abs() < 1e-15);
}

// Targets.

#[test]
fn operands_stretch_to_a_target_which_never_grows() {
    let (row, column) = (array![1.0, 2.0, 3.0], array![[10.0], [20.0]]);
    let mut out = Array3::<f64>::zeros((4, 2, 3));
    broadcast!(out = row + column);
    assert_eq!(out[[3, 1, 2]], 23.0);
    broadcast!(out += 1.0);
    broadcast!(out -= column);
    broadcast!(out *= row);
    assert_eq!(out.slice(s![0, .., ..]), [[2.0, 6.0, 12.0], [2.0, 6.0, 12.0]]);
    broadcast!(out /= out);
    assert_eq!(out, Array3::<f64>::ones((4, 2, 3)));
    let mut small = Array2::<f64>::zeros((1, 3));
    assert!(try_broadcast!(small = row + column).is_err());
    assert_eq!(
        try_broadcast!(small += column).unwrap_err().to_string(),
        "broadcast: axis 2 from the right has extent 2 in `column` (shape [2, 1]) but 1 in the output `small` (shape [1, 3])"
    );
    assert_eq!(small, Array2::<f64>::zeros((1, 3)));
    // Slices, vectors, nested arrays, views and fields.
    struct State {
        v: Vec<f64>,
    }
    let mut state = State { v: vec![1.0; 3] };
    broadcast!(state.v = 2.0 * state.v + row);
    assert_eq!(state.v, [3.0, 4.0, 5.0]);
    let slice: &mut [f64] = &mut state.v[1..];
    broadcast!(slice[i] -= 4.0);
    assert_eq!(state.v, [3.0, 0.0, 1.0]);
    broadcast!(state.v[i] += row[i]);
    assert_eq!(state.v, [4.0, 2.0, 4.0]);
    let mut nested = [[0.0; 3]; 2];
    broadcast!(nested = row * column);
    assert_eq!(nested[1], [20.0, 40.0, 60.0]);
    let mut named = Array::<f64, shape![Batch, Rgb]>::zeros((Batch(2), Rgb));
    broadcast!(named = row);
    assert_eq!(named[[1, 2]], 3.0);
    let mut backwards = nested;
    let mut view = ndweave::ViewMut::from_slice_strided(backwards.as_flattened_mut(), [2, 3], [-3, -1], 5).unwrap();
    broadcast!(view[i, j] = nested[i, j]);
    assert_eq!(backwards, [[60.0, 40.0, 20.0], [30.0, 20.0, 10.0]]);
}

// Elements.

#[test]
fn integers_wrap_and_never_trap() {
    let (x, y) = ([i32::MIN, i32::MAX, 7, 0], [-1, 1, 0, 0]);
    assert_eq!(broadcast!(x / y), [i32::MIN, i32::MAX, 0, 0]);
    assert_eq!(broadcast!(x % y), [0, 0, 0, 0]);
    assert_eq!(broadcast!(x + y), [i32::MAX, i32::MIN, 7, 0]);
    assert_eq!(broadcast!(-x * 2), [0, 2, -14, 0]);
    assert_eq!(broadcast!(sum[i]([200u8, 100][i])), 44);
    assert_eq!(broadcast!(prod[i]([200u8, 2][i])), 144);
    assert_eq!(broadcast!(x[i].abs().min(100) -> [i]), [i32::MIN, 100, 7, 0]);
    let mut z = [i8::MIN, 5];
    broadcast!(z /= -1i8);
    broadcast!(z -= 120);
    assert_eq!(z, [8, -125]);
    assert_eq!(broadcast!((x & 6) | (y ^ 1) << 4), [-32, 6, 22, 16]);
}

#[test]
fn casts_and_mixed_types() {
    let (x, k) = ([1.5f32, -2.5, 300.0, f32::NAN], [1i64, 2, 3, 4]);
    assert_eq!(broadcast!(x as i8), [1, -2, 127, 0]);
    assert_eq!(broadcast!(x as u8), [1, 0, 255, 0]);
    assert_eq!(broadcast!((x > 0.0) as u8 + 1), [2, 1, 2, 1]);
    assert_eq!(broadcast!(x[i] as f64 * (k[i] as f64) -> [i])[..3], [1.5, -5.0, 900.0]);
    assert_eq!(broadcast!(sum[i](k[i] as u8 as usize)), 10);
    let mut bytes = [0u8; 4];
    broadcast!(bytes = (k * 100) as u8);
    assert_eq!(bytes, [100, 200, 44, 144]);
    let chosen = broadcast!(if x.is_nan() | (k == 1) { -1 } else { k });
    assert_eq!(chosen, [-1, 2, 3, -1]);
}

#[test]
fn complex_numbers() {
    let z = [c64(3.0, 4.0), c64(0.0, -1.0)];
    assert_eq!(broadcast!(z * z.conj()), [c64(25.0, 0.0), c64(1.0, 0.0)]);
    assert_eq!(broadcast!(z.norm()), [5.0, 1.0]);
    assert_eq!(broadcast!(z.norm_sqr() + z.re - z.im), [24.0, 2.0]);
    assert_eq!(broadcast!(z[i].arg() -> [i])[1], -std::f64::consts::FRAC_PI_2);
    let (re, im) = ([1.0f32, 2.0], [0.5f32, -0.5]);
    let made: [Complex32; 2] = broadcast!(Complex::new(re, 2.0 * im));
    assert_eq!(made, [Complex::new(1.0, 1.0), Complex::new(2.0, -1.0)]);
    assert_eq!(broadcast!(sum[i](z[i])), c64(3.0, 3.0));
    assert_eq!(broadcast!(prod[i](z[i])), c64(4.0, -3.0));
    let mut w = z;
    broadcast!(w[i] *= z[i]);
    broadcast!(w[i] /= z[i], where z[i].re == 0.0);
    assert_eq!(w, [c64(-7.0, 24.0), c64(0.0, -1.0)]);
    for n in LENGTHS {
        let x = Array1::from_fn(n, |[i]| c64(i as f64, 1.0 - i as f64));
        let y = broadcast!(x[i] * Complex::new(0.0, 1.0) + Complex::new(x[i].re, 0.0) -> [i]);
        assert!(y.indexed_iter().all(|([i], y)| *y == c64(i as f64 - 1.0 + i as f64, i as f64)), "{n}");
    }
}

#[test]
fn scalars_come_from_the_scope() {
    struct Layer {
        weight: f64,
        shift: [f64; 2],
    }
    let (layer, scales, x) = (Layer { weight: 3.0, shift: [1.0, 2.0] }, vec![10.0, 20.0], [1.0, 2.0]);
    assert_eq!(broadcast!(layer.weight * x + layer.shift), [4.0, 8.0]);
    assert_eq!(broadcast!(layer.weight * x[i] + layer.shift[i] * scales[1] -> [i]), [23.0, 46.0]);
    assert_eq!(broadcast!(x[i] + std::f64::consts::TAU -> [i])[0], 1.0 + std::f64::consts::TAU);
    assert_eq!(broadcast!(scales.iter().sum::<f64>() * x), [30.0, 60.0]);
    let small = [1.0f32, 2.0];
    assert_eq!(broadcast!(0.1 * small), [0.1f32, 0.2]);
    // Expressions are evaluated once.
    let mut calls = 0;
    let mut once = || {
        calls += 1;
        array![1.0, 2.0]
    };
    assert_eq!(broadcast!(once() + x), array![2.0, 4.0]);
    assert_eq!(calls, 1);
    // A value of rank 0 stretches to anything.
    assert_eq!(broadcast!(Array::from_shape_vec((), vec![5.0]).unwrap() + x), array![6.0, 7.0]);
}

#[test]
fn functions_and_choices() {
    let x = [-2.0, -0.5, 0.0, 0.5, 2.0];
    assert_eq!(broadcast!(x.clamp(-1.0, 1.0).abs()), [1.0, 0.5, 0.0, 0.5, 1.0]);
    assert_eq!(broadcast!(f64::max(x, 0.0).sqrt()), [0.0, 0.0, 0.0, 0.5f64.sqrt(), 2.0f64.sqrt()]);
    assert_eq!(broadcast!(x.mul_add(2.0, x)), [-6.0, -1.5, 0.0, 1.5, 6.0]);
    assert_eq!(
        broadcast!(if x[i] < -1.0 { 0.0 } else if x[i] < 1.0 && x[i] != 0.0 { 1.0 } else { 2.0 } -> [i]),
        [0.0, 1.0, 2.0, 1.0, 2.0]
    );
    assert_eq!(broadcast!(!(x > 0.0) | (x == 2.0)), [true, true, true, false, true]);
    assert_eq!(
        broadcast!({
            let h = 0.5 * x;
            let h2 = h * h;
            h2 - h
        }),
        [2.0, 0.3125, 0.0, -0.1875, 0.0]
    );
    // Literals may stand in both branches, and a kernel may be a choice of operands.
    assert_eq!(broadcast!(count[i](if x[i] > 0.0 { true } else { false })), 2);
}

// Errors of the call.

#[test]
fn extents_that_differ_are_named() {
    let (a, b) = (matrix(2, 3), matrix(4, 5));
    let text = |result: Result<Array2<f64>, ndweave::ShapeError>| result.unwrap_err().to_string();
    assert_eq!(
        text(try_broadcast!(a[i, j] + sum[k](b[j, k]) -> [i, j])),
        "broadcast: axis `j` has extent 3 in `a` (shape [2, 3]) but 4 in `b` (shape [4, 5])"
    );
}

#[test]
#[should_panic(expected = "broadcast: axis `i` has extent 2 in `x` (shape [2]) but 3 in the output `out` (shape [3])")]
fn extents_that_differ_panic() {
    let (x, mut out) = (vec![1.0, 2.0], vec![0.0; 3]);
    broadcast!(out[i] = x[i]);
}

// Large extents.

#[test]
fn sums_do_not_stall() {
    let ones = vec![1.0f32; 1 << 22];
    let view = View::from_slice_strided(&ones, [8 << 20], [0], 0).unwrap();
    assert_eq!(broadcast!(sum[i](view[i] + view[i])), (16 << 20) as f32);
    let matrix = View::from_slice_strided(&ones, [1 << 14, 256], [256, 1], 0).unwrap();
    assert_eq!(broadcast!(sum[i](matrix[i, j]) -> [j]), Array1::full(256, 16384.0));
    assert_eq!(broadcast!(sum[j](matrix[i, j]) -> [i]), Array1::full(1 << 14, 256.0));
    let by_columns: View2<f32> = matrix.t();
    assert_eq!(broadcast!(mean[i, j](by_columns[i, j])), 1.0);
    assert_eq!(broadcast!(count[i, j](by_columns[i, j] == 1.0)), 1 << 22);
}
