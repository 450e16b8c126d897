//! `ufunc!` with core axes: NumPy's generalised ufuncs. Expected values are NumPy's, or of loops written here.

#![allow(clippy::needless_range_loop, reason = "bodies as one writes them about places")]

use ndweave::{Array, Array0, Array1, Array2, Array3, Const, Dyn, Float, axis, broadcast, s, ufunc};

const SIZE: usize = 3;

// In the notation of `broadcast!` and `einsum!`.
ufunc! {
    /// Distances of all pairs of points.
    pub fn cdist(p: [[f64; d]; m], q: [[f64; d]; n]) -> [[f64; n]; m] { sum[d]((p[m, d] - q[n, d]).powi(2)).sqrt() }
    fn length<T: Float>(v: [T; 3]) -> T { sum[i](v[i] * v[i]).sqrt() }
    fn affine(scale: f64, x: [f64; n], shift: f64) -> [f64; n] { scale * x[n] + shift }
    fn doubled(v: [f64; SIZE], by: f64) -> [f64; SIZE] { broadcast!(by * v[i] -> [i]) }
    fn product<T: ndweave::Element>(a: [[T; k]; m], b: [[T; n]; k]) -> [[T; n]; m] { einsum!(a[m, k] * b[k, n] -> [m, n]) }
    fn weighed(x: [f64; feature], w: [f64; feature]) -> f64 { einsum!(x[feature] * w[feature]) }
    /// Deviations from the mean, and the mean.
    fn center(x: [f64; n]) -> ([f64; n], f64) {
        let m = mean[i](x[i]);
        (x[n] - m, m)
    }
    fn places(x: [f64; n]) -> [f64; n] { x[n] * (n as f64) }
    fn peak(x: [i64; n]) -> (usize, i64) { (argmax[n](x[n]), max[n](x[n])) }
}

// In plain Rust.
ufunc! {
    /// The cross product.
    pub fn cross<T: Float>(a: [T; 3], b: [T; 3]) -> [T; 3] {
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    }

    /// The full convolution.
    pub fn convolve(a: [f64; n], b: [f64; k]) -> [f64; n + k - 1] {
        let mut out = [0.0; n + k - 1];
        for i in 0..n {
            for j in 0..k {
                out[i + j] += a[i] * b[j];
            }
        }
        out
    }

    fn det(a: [[f64; SIZE]; 3]) -> f64 {
        let minor = |i: usize, j: usize| a[1][i] * a[2, j] - a[1][j] * a[2, i];
        a[0, 0] * minor(1, 2) - a[0, 1] * minor(0, 2) + a[0, 2] * minor(0, 1)
    }

    fn median(x: [f64; n]) -> f64 {
        if n == 0 { return f64::NAN; }
        let mut sorted = x.to_vec();
        sorted.sort_by(f64::total_cmp);
        0.5 * (sorted[(n - 1) / 2] + sorted[n / 2])
    }

    fn transposed(a: [[i32; n]; m]) -> [[i32; m]; n] {
        let mut out = [[0; m]; n];
        for i in 0..m { for j in 0..n { out[j, i] = a[i, j]; } }
        out
    }

    fn bounds(p: [[f64; 2]; n]) -> ([f64; 2], [f64; 2]) {
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for point in p {
            for axis in 0..2 { low[axis] = low[axis].min(point[axis]); high[axis] = high[axis].max(point[axis]); }
        }
        (low, high)
    }

    fn running(x: [f64; n]) -> ([f64; n], f64) {
        let mut total = 0.0;
        let mut out = [0.0; n];
        for i in 0..n { total += x[i]; out[i] = total; }
        (out, total)
    }

    fn corners(p: [[f64; 2]; n]) -> [[f64; 2]; 2 * n] {
        let mut out = [[0.0; 2]; 2 * n];
        for (i, point) in p.iter().enumerate() { out[2 * i] = *point; out[2 * i + 1] = [point[1], point[0]]; }
        out
    }

    #[ufunc(per_point)]
    fn digits(n: u64, base: u64) -> u32 {
        let text = (0..).take_while(|&k| base.checked_pow(k).is_some_and(|power| power <= n)).count();
        text as u32
    }
}

#[test]
fn one_kernel_over_all_points() {
    let p = [[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]];
    let q = [[0.0, 0.0], [3.0, 0.0]];
    let got: [[f64; 2]; 3] = cdist(&p, &q);
    assert_eq!(got, [[0.0, 3.0], [5.0, 4.0], [10.0, 73.0f64.sqrt()]]);
    assert_eq!(length(&[[1.0, 2.0, 2.0], [2.0, 3.0, 6.0]]), [3.0, 7.0]);
    assert_eq!(length(&[2.0f32, 3.0, 6.0]), 7.0);
    assert_eq!(affine(&[[1.0], [10.0]], &[1.0, 2.0], 0.5), [[[1.5, 2.5]], [[10.5, 20.5]]]);
    assert_eq!(doubled(&[1.0, 2.0, 3.0], &[2.0, 3.0]), [[2.0, 4.0, 6.0], [3.0, 6.0, 9.0]]);
    let (a, b) = (Array::from_fn((2, 2, 3), |[i, j, k]| 6 * i + 3 * j + k), Array::from_fn((3, 2), |[i, j]| 2 * i + j));
    assert_eq!(product(&a, &b).to_vec(), [10, 13, 28, 40, 46, 67, 64, 94]);
    assert_eq!(weighed(&[[1.0, 2.0], [3.0, 4.0]], &[10.0, 1.0]), [12.0, 34.0]);
    let (apart, mean) = center(&[[1.0, 2.0, 6.0], [4.0, 4.0, 7.0]]);
    assert_eq!((apart, mean), ([[-2.0, -1.0, 3.0], [-1.0, -1.0, 2.0]], [3.0, 5.0]));
    assert_eq!(places(&[[5.0, 6.0, 7.0]]), [[0.0, 6.0, 14.0]]);
    assert_eq!(peak(&[[1, 7, 3], [9, 2, 9]]), ([1, 0], [7, 9]));
}

#[test]
fn plain_rust_per_point() {
    let a = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    assert_eq!(cross(&a, &[1.0, 0.0, 2.0]), [[4.0, 1.0, -2.0], [10.0, -2.0, -5.0]]);
    assert_eq!(cross::scalar([1.0f32, 0.0, 0.0], [0.0, 1.0, 0.0]), [0.0, 0.0, 1.0]);
    let got = convolve(&a, &[1.0, 0.0, -1.0]);
    assert_eq!(got.extents(), [2, 5]);
    assert_eq!(got.to_vec(), [1.0, 2.0, 2.0, -2.0, -3.0, 4.0, 5.0, 2.0, -5.0, -6.0]);
    assert_eq!(det(&[[2.0, 0.0, 1.0], [1.0, 3.0, 2.0], [1.0, 1.0, 4.0]]), 18.0);
    assert_eq!(median(&[[1.0, 2.0, 6.0], [4.0, 4.0, 7.0]]), [2.0, 4.0]);
    assert!(median(&Array1::<f64>::zeros(0)).is_nan());
    assert_eq!(transposed(&[[1, 2, 3], [4, 5, 6]]), [[1, 4], [2, 5], [3, 6]]);
    assert_eq!(bounds(&[[1.0, 5.0], [3.0, 2.0]]), ([1.0, 2.0], [3.0, 5.0]));
    assert_eq!(running(&[[1.0, 2.0], [3.0, 4.0]]), ([[1.0, 3.0], [3.0, 7.0]], [3.0, 7.0]));
    assert_eq!(corners(&[[[1.0, 2.0]]]).to_vec(), [1.0, 2.0, 2.0, 1.0]);
    assert_eq!(digits(&[9, 10, 12345], &[[10], [2]]), [[1, 2, 5], [4, 4, 14]]);
}

/// Every operand in every order of its elements, with gaps and repeated, against loops.
#[test]
fn any_layout() {
    let big = Array::from_fn((4, 6, 10), |[i, j, k]| ((i * 7 + j * 3 + k * 5) % 11) as f64 - 5.0);
    let a = big.slice(s![1..;2, ..;-1, 1..7;2]); // (2, 6, 3)
    let turned = big.permute([2, 0, 1]);
    let b = turned.slice(s![0..6, 0..3, 2]).t().to_owned(); // (3, 6)
    let b = b.t(); // (6, 3), columns first
    let got = cross(a, b);
    assert_eq!(got.extents(), [2, 6, 3]);
    let mut wanted = Array3::<f64>::zeros((2, 6, 3));
    for i in 0..2 {
        for j in 0..6 {
            let row = |k: usize| (a[[i, j, k]], b[[j, k]]);
            let [(a0, b0), (a1, b1), (a2, b2)] = [row(0), row(1), row(2)];
            let c = [a1 * b2 - a2 * b1, a2 * b0 - a0 * b2, a0 * b1 - a1 * b0];
            (0..3).for_each(|k| wanted[[i, j, k]] = c[k]);
        }
    }
    assert_eq!(got, wanted);

    // The same into a target with gaps, turned.
    let mut out = Array::full((3, 12, 2), 77.0);
    cross::into(out.slice_mut(s![.., ..;-2, ..]).permute_mut([2, 1, 0]), a, b);
    for ([k, j, i], &x) in out.indexed_iter() {
        assert_eq!(x, if j % 2 == 1 { wanted[[i, (11 - j) / 2, k]] } else { 77.0 });
    }

    let all = convolve(a, b.slice(s![.., ..;-1]));
    assert_eq!(all.extents(), [2, 6, 5]);
    for ([i, j, k], &x) in all.indexed_iter() {
        let terms = (0..3).filter(|&l| k >= l && k - l < 3).map(|l| a[[i, j, k - l]] * b[[j, 2 - l]]);
        assert_eq!(x, terms.sum::<f64>());
    }
    let mut wide = Array::full((5, 6, 2), 0.0);
    convolve::into(wide.permute_mut([2, 1, 0]), a, b.slice(s![.., ..;-1]));
    assert_eq!(wide.permute([2, 1, 0]), all);

    let distances = cdist(a, b); // (2, 6, 3) and (6, 3): d = 3
    for ([n, i, j], &x) in distances.indexed_iter() {
        let square: f64 = (0..3).map(|d| (a[[n, i, d]] - b[[j, d]]).powi(2)).sum();
        assert_eq!(x, square.sqrt());
    }
    let back = transposed(&big.slice(s![.., 0, ..]).mapv(|x| x as i32).t());
    assert_eq!(back, big.slice(s![.., 0, ..]).mapv(|x| x as i32));
}

#[test]
fn axes_in_front_broadcast() {
    let a: Array<f64, (Dyn, Const<1>, Dyn, Dyn)> =
        Array::from_fn((2, Const::<1>, 3, 2), |[i, _, k, l]| (i + k * l) as f64);
    let b = Array::from_fn((4, 2, 2), |[i, j, k]| (i * j + k) as f64);
    let got = product(&a, &b);
    assert_eq!(got.extents(), [2, 4, 3, 2]);
    for ([i, j, k, l], &x) in got.indexed_iter() {
        assert_eq!(x, (0..2).map(|d| a[[i, 0, k, d]] * b[[j, d, l]]).sum::<f64>());
    }
    // A target has axes that no operand has.
    let mut out = Array3::<f64>::zeros((2, 2, 3));
    cross::into(&mut out, &[1.0, 0.0, 0.0], &[[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]);
    assert_eq!(out.to_vec(), [0.0, 0.0, 1.0, 0.0, -1.0, 0.0].repeat(2));
    let mut lengths = [[0.0; 2]; 2];
    length::into(&mut lengths, &[[3.0, 4.0, 0.0], [0.0, 0.0, 2.0]]);
    assert_eq!(lengths, [[5.0, 2.0]; 2]);
    let (mut apart, mut mean) = (vec![0.0; 2], Array0::zeros(()));
    center::into((&mut apart, &mut mean), &[1.0, 3.0]);
    assert_eq!((apart, mean[[]]), (vec![-1.0, 1.0], 2.0));
}

#[test]
fn nothing_there() {
    assert_eq!(cross(&Array2::<f64>::zeros((0, 3)), &[1.0, 2.0, 3.0]).extents(), [0, 3]);
    assert_eq!(product(&Array2::<f64>::ones((2, 0)), &Array2::<f64>::ones((0, 3))).to_vec(), [0.0; 6]);
    assert_eq!(cdist(&Array2::<f64>::zeros((0, 2)), &[[1.0, 2.0]]).extents(), [0, 1]);
    assert_eq!(running(&Array2::<f64>::zeros((2, 0))).1.to_vec(), [0.0, 0.0]);
    assert_eq!(affine(2.0, &Array2::<f64>::zeros((3, 0)), 1.0).extents(), [3, 0]);
}

axis! {
    struct Sample;
    struct Feature = 2;
}

#[test]
fn known_extents_stay_known() {
    let x = Array::<f64, _>::ones((Sample(4), Feature));
    let got: Array<f64, (Sample, Const<3>)> = cdist(&x, &[[1.0, 1.0], [2.0, 1.0], [1.0, 3.0]]);
    assert_eq!(got.slice(s![0, ..]).to_vec(), [0.0, 1.0, 2.0]);
    let total: Array<f64, (Sample,)> = weighed(&x, &[1.0, 2.0]);
    assert_eq!(total.to_vec(), [3.0; 4]);
}

#[test]
#[should_panic(expected = "cdist: axis `d` has extent 3 in `p` (shape [2, 3]) but 4 in `q` (shape [5, 4])")]
fn labels_that_differ() {
    cdist(&Array2::zeros((2, 3)), &Array2::zeros((5, 4)));
}

#[test]
#[should_panic(expected = "cross: core axis 0 has length 3, but 4 in `b` (shape [2, 4])")]
fn a_constant_that_differs() {
    cross(&Array2::<f64>::zeros((2, 3)), &Array2::zeros((2, 4)));
}

#[test]
#[should_panic(
    expected = "cross: leading axis 0 from the right has extent 2 in `a` (shape [2, 3]) but 5 in `b` (shape [5, 3])"
)]
fn axes_in_front_that_differ() {
    cross(&Array2::<f64>::zeros((2, 3)), &Array2::zeros((5, 3)));
}

#[test]
#[should_panic(expected = "convolve: core axis 0 has length 4, but 3 in the output `out` (shape [2, 3])")]
fn a_target_of_another_length() {
    convolve::into(&mut Array2::zeros((2, 3)), &[[1.0, 2.0], [0.0, 1.0]], &[1.0, 1.0, 1.0]);
}

#[test]
#[should_panic(expected = "weighed: the results have leading axes [3], more than the output `out` (shape [])")]
fn a_target_without_the_axes_in_front() {
    weighed::into(&mut Array0::zeros(()), &Array2::zeros((3, 2)), &[1.0, 2.0]);
}

#[test]
#[should_panic(expected = "broadcast")]
fn nothing_to_choose_from() {
    peak(&Array2::<i64>::zeros((2, 0)));
}

#[test]
fn beside_kernels() {
    let p = [[0.0, 0.0], [3.0, 4.0]];
    let near = cdist(&p, &p);
    assert_eq!(broadcast!(sum[i, j](near[i, j])), 10.0);
}

#[test]
#[should_panic(expected = "differences: core axis 0 of the result has no length where n = 0")]
fn computed_length_below_zero() {
    ufunc! {
        fn differences(x: [f64; n]) -> [f64; n.wrapping_sub(1)] {
            let mut out = [0.0; n.wrapping_sub(1)];
            for i in 1..n { out[i - 1] = x[i] - x[i - 1]; }
            out
        }
    }
    assert_eq!(differences(&[1.0, 3.0, 6.0]).to_vec(), [2.0, 3.0]);
    differences(&Array1::<f64>::zeros(0));
}
