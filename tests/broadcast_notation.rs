//! The notation of `broadcast!`: every form, against values worked out by hand.

use ndweave::{Array, Array1, Array2, array, broadcast, try_broadcast};

#[test]
fn positional() {
    let (a, x, b) = (2.0f64, [1.0, 2.0, 3.0], [[10.0], [20.0]]);
    assert_eq!(broadcast!(a * x + b), [[12.0, 14.0, 16.0], [22.0, 24.0, 26.0]]);
    assert_eq!(broadcast!(-x.clone() + [1.0, 1.0, 1.0]), [0.0, -1.0, -2.0]);
    assert_eq!(broadcast!(&x * 2.0), [2.0, 4.0, 6.0]);
    assert_eq!(broadcast!((x + 1.0).sqrt().max(1.5)), [1.5, 3.0f64.sqrt(), 2.0]);
    assert_eq!(broadcast!(if x > 1.5 { x } else { -x }), [-1.0, 2.0, 3.0]);
    assert_eq!(broadcast!(f64::max(x, 2.0) as i32 % 2), [0, 0, 1]);
    let rows = Vec::from([[1, 2], [3, 4]]);
    assert_eq!(broadcast!(rows[0] + rows[1]), [4, 6]);
    assert_eq!(
        broadcast!({
            let d = x - 1.0;
            d * d
        }),
        [0.0, 1.0, 4.0]
    );
    assert_eq!(broadcast!(x.len() as f64 - x), [2.0, 1.0, 0.0]);
    assert_eq!(broadcast!(array![1, 2] * vec![3, 4]), array![3, 8]);
    struct Layer {
        w: Array2<f64>,
        re: [f64; 2],
    }
    impl Layer {
        fn apply(&self) -> Array<f64, ndweave::shape![_, 2]> {
            broadcast!(self.w.t() * self.re)
        }
    }
    let layer = Layer { w: Array::from_fn((2, 2), |[i, j]| (2 * i + j) as f64), re: [1.0, 10.0] };
    assert_eq!(layer.apply(), array![[0.0, 20.0], [1.0, 30.0]]);
}

#[test]
fn positional_outputs() {
    let (x, mut out) = ([1.0, 2.0], [[0.0; 2]; 3]);
    broadcast!(out = x);
    assert_eq!(out, [[1.0, 2.0]; 3]);
    broadcast!(out += x * 2.0);
    broadcast!(out *= 2.0);
    broadcast!(out -= 1.0);
    broadcast!(out /= x);
    assert_eq!(out, [[5.0, 5.5]; 3]);
    broadcast!(out = 2.0 * out, where out > 5.2);
    assert_eq!(out, [[5.0, 11.0]; 3]);
    broadcast!(out = 0.5);
    assert_eq!(out, [[0.5; 2]; 3]);
    let (mut dev, mut sq) = (vec![0.0; 2], vec![0.0; 2]);
    broadcast! { let d = x - 1.5; dev = d; sq = dev * dev; }
    assert_eq!((dev, sq), (vec![-0.5, 0.5], vec![0.25, 0.25]));
}

#[test]
fn labelled() {
    let (x, y) = ([1, 2], [10, 20, 30]);
    assert_eq!(broadcast!(x[i] + y[j] -> [i, j]), [[11, 21, 31], [12, 22, 32]]);
    assert_eq!(broadcast!(x[i] * y[j] -> [j, i])[2], [30, 60]);
    let v = [-1.0, 2.0];
    assert_eq!(broadcast!(if v[i] > 0.0 { v[i] } else { 0.1 * v[i] } -> [i]), [-0.1, 2.0]);
    assert_eq!(broadcast!(x[i] * (i as i32) -> [i]), [0, 2]);
    assert_eq!(broadcast!(x[0] * y[j] -> [j]), [10, 20, 30]);
    assert_eq!(broadcast!([[1, 2], [3, 4]][i, -1] -> [i]), [2, 4]);
    assert_eq!(broadcast!([[1, 2], [3, 4]][i, i] -> [i]), [1, 4]);
    let stack = Array::from_fn((2, 2, 2), |[a, b, c]| (4 * a + 2 * b + c) as i32);
    assert_eq!(broadcast!(stack[.., k] + x[k] -> [k, ..]).extents(), [2, 2, 2]);
}

#[test]
fn large_ranges_do_not_lie_on_the_stack() {
    let squares: ndweave::Array1<u64> = broadcast!((i * i) as u64 -> [i in 0..4_000_000]);
    assert_eq!((squares.len(), squares[[3_999_999]]), (4_000_000, 3_999_999 * 3_999_999));
    let table: ndweave::Array2<usize> = broadcast!(i + j -> [i in 0..3000, j in 0..2000]);
    assert_eq!(table[[2999, 1999]], 4998);
}

#[test]
fn ranges() {
    let (x0, dx, n) = (1.0, 0.5, 4usize);
    assert_eq!(broadcast!(x0 + dx * (i as f64) -> [i in 0..n]), array![1.0, 1.5, 2.0, 2.5]);
    let known: Array<usize, ndweave::shape![2, 3]> = broadcast!(10 * i + j -> [i in 1..3, j in 0..3]);
    assert_eq!(known, array![[10, 11, 12], [20, 21, 22]]);
    assert_eq!(broadcast!(sum[k in 0..n](k)), 6);
    assert_eq!(broadcast!([1, 2][i] -> [i, j in 0..2]), [[1, 1], [2, 2]]);
}

#[test]
fn reductions() {
    let (p, q) = ([[0.0, 0.0], [3.0, 4.0]], [[0.0, 0.0]]);
    assert_eq!(broadcast!(sum[k]((p[i, k] - q[j, k]).powi(2)).sqrt() -> [i, j]), [[0.0], [5.0]]);
    let x = [[1.0f64, 4.0], [3.0, -2.0]];
    assert_eq!(broadcast!(sum[i, j](x[i, j])), 6.0);
    assert_eq!(broadcast!(prod[j](x[i, j]) -> [i]), [4.0, -6.0]);
    assert_eq!(broadcast!(min[j](x[i, j]) -> [i]), [1.0, -2.0]);
    assert_eq!(broadcast!(mean[i](x[i, j]) -> [j]), [2.0, 1.0]);
    assert_eq!(broadcast!(argmax[j](x[i, j]) -> [i]), [1, 0]);
    assert_eq!(broadcast!(argmin[i, j](x[i, j])), 3);
    assert_eq!(broadcast!(count[j](x[i, j] > 0.0) -> [i]), [2, 1]);
    assert_eq!(broadcast!(all[j](x[i, j] > 0.0) -> [i]), [true, false]);
    assert!(broadcast!(any[i, j](x[i, j] == 4.0)));
    assert_eq!(broadcast!(x[i, 0] / sum[i](x[i, 0]) -> [i]), [0.25, 0.75]);
    assert_eq!(broadcast!(sum[k](x[i, k]) + max[k](p[i, k]) -> [i]), [5.0, 5.0]);
    let centred = broadcast!({ let d = x[i, j] - mean[k](x[i, k]); d / sum[k](x[i, k]) } -> [i, j]);
    assert_eq!(centred, [[-0.3, 0.3], [2.5, -2.5]]);
    assert_eq!(broadcast!({ let d = x[i, j] - 1.0; sum[k](d * p[k, k]) } -> [i, j]), [[0.0, 12.0], [8.0, -12.0]]);
    let soft = broadcast!((x[i, j] - max[k](x[i, k])).exp() / sum[j]((x[i, j] - max[k](x[i, k])).exp()) -> [i, j]);
    assert!(soft.iter().all(|row| (row[0] + row[1] - 1.0).abs() < 1e-15));
}

#[test]
fn outputs() {
    let (x, y) = ([1.0, 2.0, 3.0], [1.0, 0.0, 2.0]);
    let mut out = [9.0; 3];
    broadcast!(out[i] = x[i] / y[i], where y[i] != 0.0);
    assert_eq!(out, [1.0, 9.0, 1.5]);
    broadcast!(out[i] -= mean[k](out[k]));
    assert_eq!(out, [1.0 - 11.5 / 3.0, 9.0 - 11.5 / 3.0, 1.5 - 11.5 / 3.0]);
    let (mut dev, mut sq) = (vec![0.0; 3], Array1::<f64>::zeros(3));
    broadcast! { let d = x[i] - y[i]; dev[i] = d; sq[i] += d * d, where d > 0.5; }
    assert_eq!((dev.as_slice(), sq.as_slice()), (&[0.0, 2.0, 1.0][..], &[0.0, 4.0, 1.0][..]));
    let mut m = [[1.0, 2.0], [3.0, 4.0]];
    broadcast!(m[i, j] += m[j, i]);
    assert_eq!(m, [[2.0, 5.0], [5.0, 8.0]]);
    broadcast!(m[i, 0] = sum[k](m[i, k]));
    assert_eq!(m, [[7.0, 5.0], [13.0, 8.0]]);
    broadcast!(m[i, j] = m[i, j] / max[k, l](m[k, l]));
    assert_eq!(m[1], [1.0, 8.0 / 13.0]);
    let (mut wide, mut cube) = (Array2::<f64>::zeros((3, 2)), Array::<f64, _>::zeros((2, 2, 3)));
    broadcast!(wide[i, j] = x[i]);
    assert_eq!(wide, array![[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]);
    broadcast!(cube[0, j, i] += 10.0 * (j as f64) + i as f64);
    broadcast!(cube[.., i] -= x[i]);
    assert_eq!(cube, array![[[-1.0, -1.0, -1.0], [9.0, 9.0, 9.0]], [[-1.0, -2.0, -3.0], [-1.0, -2.0, -3.0]]]);
    broadcast! { wide[i, j] = 0.0; cube[1, j, i] = wide[i, j] + 1.0; }
    assert_eq!((wide[[2, 1]], cube[[1, 1, 2]]), (0.0, 1.0));
    let error = ndweave::try_broadcast! { wide[i, j] = 0.0; cube[0, i, j] = 0.0; }.unwrap_err();
    assert_eq!(
        error.to_string(),
        "broadcast: axis `i` has extent 3 in `wide` (shape [3, 2]) but 2 in the output `cube` (shape [2, 2, 3])"
    );
    let mut rows = [0.0; 2];
    broadcast!(rows[i] += sum[k](m[i, k]));
    assert_eq!(rows[1], 21.0 / 13.0);
}

#[test]
fn errors_are_returned() {
    let (a, b) = (vec![1.0; 2], vec![1.0; 3]);
    assert!(try_broadcast!(a + b).is_err());
    assert_eq!(
        try_broadcast!(a[i] + b[i] -> [i]).unwrap_err().to_string(),
        "broadcast: axis `i` has extent 2 in `a` (shape [2]) but 3 in `b` (shape [3])"
    );
    let empty: Vec<f64> = Vec::new();
    assert!(try_broadcast!(max[i](empty[i])).is_err());
    assert_eq!(try_broadcast!(sum[i](empty[i])), Ok(0.0));
    assert_eq!(try_broadcast!(prod[i](empty[i])), Ok(1.0));
    assert!(try_broadcast!(mean[i](empty[i])).unwrap().is_nan());
    assert!(try_broadcast!(argmin[i](empty[i])).is_err());
    assert!(try_broadcast!(all[i](empty[i] > 0.0)).unwrap() && !try_broadcast!(any[i](empty[i] > 0.0)).unwrap());
    let start = -1;
    assert_eq!(
        try_broadcast!(i -> [i in start..3]).unwrap_err().to_string(),
        "broadcast: the range of axis `i` begins at -1, but a label is not negative"
    );
    let with_nan = [1.0, f64::NAN, 0.0];
    assert!(broadcast!(max[i](with_nan[i])).is_nan() && broadcast!(min[i](with_nan[i])).is_nan());
    let mut out = vec![7.0; 3];
    assert!(try_broadcast!(out[i] = a[i]).is_err() && try_broadcast!(out += a).is_err());
    assert_eq!(out, [7.0; 3]);
}

#[test]
fn reductions_in_reductions() {
    let (x, y) = ([[1.0, 2.0], [5.0, 3.0]], [[4.0, 0.0], [2.0, 8.0]]);
    assert_eq!(broadcast!(max[i](sum[j](x[i, j]))), 8.0);
    // Means of columns: 3, 4; max over j of y - mean: max(1, -4), max(-1, 4).
    assert_eq!(broadcast!(sum[i](x[i, 0] * max[j](y[i, j] - mean[k](y[k, j])))), 21.0);
    assert_eq!(broadcast!(argmax[i](sum[j](x[i, j] * y[j, i]))), 1);
    assert_eq!(broadcast!(count[i](all[j](x[i, j] > sum[k](y[k, j]) / 10.0))), 2);
    // The inner `i` is another one.
    assert_eq!(broadcast!(sum[i](x[i, 0] + sum[i](x[i, 1]))), 16.0);
    assert_eq!(broadcast!(sum[i](x[i, i])), 4.0);
    let variance = broadcast!(mean[k]((x[i, k] - mean[k](x[i, k])).powi(2)) -> [i]);
    assert_eq!(variance, [0.25, 1.0]);
}

#[test]
fn ellipses_with_reductions() {
    let stack = Array::from_fn((2, 3, 4), |[a, b, c]| (100 * a + 10 * b + c) as f64);
    let centred = broadcast!(stack[.., i] - mean[k](stack[.., k]) -> [.., i]);
    assert_eq!((centred.extents(), centred[[1, 2, 0]]), ([2, 3, 4], -1.5));
    assert_eq!(broadcast!(sum[i](stack[i, ..]) -> [..])[[2, 3]], 146.0);
    assert_eq!(broadcast!(argmax[i](-stack[.., i]) + 1 -> [..]), array![[1, 1, 1], [1, 1, 1]]);
    let mut means = Array2::<f64>::zeros((2, 3));
    broadcast!(means[..] = mean[k](stack[.., k]));
    assert_eq!(means[[1, 1]], 111.5);
    // Extents of 1 stretch, also to the output.
    let mut wide = Array2::<f64>::zeros((2, 3));
    broadcast!(wide[.., j] += sum[k]([[1.0, 2.0, 3.0]][.., k]) * (j as f64));
    assert_eq!(wide, array![[0.0, 6.0, 12.0], [0.0, 6.0, 12.0]]);
}

#[test]
fn labels_as_values_in_reductions() {
    let x = [1.0, 10.0, 100.0];
    assert_eq!(broadcast!(sum[k](x[k] * (k as f64))), 210.0);
    assert_eq!(broadcast!(sum[k](x[k] * (i as f64)) -> [i in 0..3]), [0.0, 111.0, 222.0]);
    assert_eq!(broadcast!(sum[k](x[k]) * (i as f64) -> [i in 1..3]), [111.0, 222.0]);
    assert_eq!(broadcast!(sum[k](if k <= i { x[k] } else { 0.0 }) -> [i in 0..3]), [1.0, 11.0, 111.0]);
    assert_eq!(broadcast!(argmax[k](x[k] * ((k + i) as f64 % 3.0)) -> [i in 0..3]), [2, 1, 2]);
    assert_eq!(broadcast!(sum[i in 0..2, j in 1..4](10 * i + j)), 42);
    assert_eq!(broadcast!({ let i = x[j] + 1.0; i * 2.0 } -> [i in 0..2, j])[1], [4.0, 22.0, 202.0]);
}

#[test]
fn outputs_that_are_read() {
    let mut c = [1.0, 2.0, 5.0];
    broadcast!(c[i] = c[i] / sum[k](c[k]));
    assert_eq!(c, [0.125, 0.25, 0.625]);
    broadcast!(c[i] = c[i] * 8.0 - min[k](c[k] * 8.0), where c[i] < max[k](c[k]));
    assert_eq!(c, [0.0, 1.0, 0.625]);
    let mut m = [[1.0, 2.0], [3.0, 4.0]];
    broadcast!(m[i, j] = { let t = m[j, i]; t + sum[k](t * m[i, k]) });
    assert_eq!(m, [[4.0, 12.0], [16.0, 32.0]]);
    let (mut a, mut b) = ([[0.0; 2]; 2], [[0.0; 2]; 2]);
    broadcast! { a[i, j] = m[i, j] - sum[k](m[i, k]); b[j, i] = a[i, j] + sum[k](a[i, j] * m[k, j]); }
    assert_eq!(a, [[-12.0, -4.0], [-32.0, -16.0]]);
    assert_eq!(b, [[-252.0, -672.0], [-180.0, -720.0]]);
    let (mut old, mut new) = ([1.0, 2.0], [0.0; 2]);
    broadcast! { new[i] = old[i] + 1.0; old[i] = new[i] * 10.0; }
    assert_eq!((old, new), ([20.0, 30.0], [2.0, 3.0]));
}

#[test]
fn element_types() {
    use num_complex::c64;
    let (re, im) = ([3.0, 0.0], [4.0, 1.0]);
    let z = broadcast!(Complex::new(re, im));
    assert_eq!(z, [c64(3.0, 4.0), c64(0.0, 1.0)]);
    assert_eq!(broadcast!(z.conj() * z), [c64(25.0, 0.0), c64(1.0, 0.0)]);
    assert_eq!(broadcast!(z.norm() + z.re - z.im), [4.0, 0.0]);
    assert_eq!(broadcast!(mean[i](z[i])), c64(1.5, 2.5));
    let (p, q) = ([true, false, true], [true, true, false]);
    assert_eq!(broadcast!(p & !q | (p && q)), [true, false, true]);
    assert_eq!(broadcast!(if p { 1u8 } else { 2 }), [1, 2, 1]);
    assert_eq!(broadcast!(max[i]([3u8, 7, 5][i] as i64 - 10)), -3);
    let mut small = [1i16, 2, 3];
    broadcast!(small *= small);
    broadcast!(small -= 1, where small % 2 == 1);
    assert_eq!(small, [0, 4, 8]);
}
