//! Real and complex elements of one precision in one kernel, against num-complex in loops. Sums are of small integers, exact in every order.

use ndweave::{Array, Array1, Array2, Array3, View2, array, broadcast, einsum};
use num_complex::Complex;

type C64 = Complex<f64>;

fn small(seed: usize) -> f64 {
    ((seed * 7919 + 13) % 17) as f64 - 8.0
}

fn real(m: usize, n: usize) -> Array2<f64> {
    Array2::from_fn((m, n), |[i, j]| small(i * n + j))
}

fn complex(m: usize, n: usize) -> Array2<C64> {
    Array2::from_fn((m, n), |[i, j]| C64::new(small(3 * i + 5 * j), small(i * n + 2 * j + 1)))
}

/// `sum over j of x[i, j] * z[j, k]` by hand.
fn by_hand(x: View2<f64>, z: View2<C64>) -> Array2<C64> {
    let ([m, n], [_, p]) = (x.extents(), z.extents());
    Array2::from_fn((m, p), |[i, k]| (0..n).map(|j| x[[i, j]] * z[[j, k]]).sum())
}

/// From products without a block to several blocks of terms.
const SIZES: [[usize; 3]; 6] = [[1, 1, 1], [3, 4, 5], [2, 0, 3], [40, 30, 50], [70, 300, 9], [9, 5, 130]];

#[test]
fn products_of_matrices() {
    for [m, n, p] in SIZES {
        let (x, z) = (real(m, n), complex(n, p));
        let expected = by_hand(x.view(), z.view());
        assert_eq!(einsum!(x[i, j] * z[j, k] -> [i, k]), expected);
        assert_eq!(einsum!("ij,jk->ik", x, z), expected);
        // The complex factor on the left, and the other orders of axes.
        assert_eq!(einsum!(z[j, k] * x[i, j] -> [i, k]), expected);
        assert_eq!(einsum!(x[i, j] * z[j, k] -> [k, i]), expected.t());
        let (xt, zt) = (x.t().to_owned(), z.t().to_owned());
        assert_eq!(einsum!(zt[k, j] * xt[j, i] -> [k, i]), expected.t());
        assert_eq!(einsum!(xt[j, i] * zt[k, j] -> [i, k]), expected);
        // Steps, backwards.
        let (x2, z2) = (real(2 * m, n), complex(n, 2 * p));
        let (xs, zs) = (x2.slice(ndweave::s![..;2, ..;-1]), z2.slice(ndweave::s![.., ..;-2]));
        assert_eq!(einsum!(xs[i, j] * zs[j, k] -> [i, k]), by_hand(xs, zs));
    }
}

#[test]
fn updates_and_signs() {
    let (x, z) = (real(6, 7), complex(7, 8));
    let product = by_hand(x.view(), z.view());
    let before = complex(6, 8);
    let of = |f: &dyn Fn([usize; 2]) -> C64| Array2::from_fn((6, 8), f);
    let mut out = before.clone();
    einsum!(out[i, k] += x[i, j] * z[j, k]);
    assert_eq!(out, of(&|at| before[at] + product[at]));
    einsum!(out[i, k] -= x[i, j] * z[j, k]);
    assert_eq!(out, before);
    einsum!(out[i, k] = -x[i, j] * z[j, k]);
    assert_eq!(out, of(&|at| -product[at]));
    // A complex scalar, and a term of complex factors alone.
    let (w, eye) = (C64::new(0.0, 2.0), Array2::from_fn((8, 8), |[i, j]| C64::from(f64::from(u8::from(i == j)))));
    assert_eq!(einsum!(w * x[i, j] * z[j, k] -> [i, k]), of(&|at| w * product[at]));
    assert_eq!(einsum!(x[i, j] * z[j, k] - before[i, l] * eye[l, k] -> [i, k]), of(&|at| product[at] - before[at]));
}

#[test]
fn other_classes() {
    let (x, z) = (real(6, 7), complex(6, 7));
    let (v, c) = (Array1::from_fn(7, |[j]| small(j)), Array1::from_fn(7, |[j]| C64::new(small(j), small(j + 4))));
    assert_eq!(einsum!(x[i, j] * c[j] -> [i]), Array1::from_fn(6, |[i]| (0..7).map(|j| x[[i, j]] * c[j]).sum::<C64>()));
    assert_eq!(einsum!(v[j] * c[j]), (0..7).map(|j| v[j] * c[j]).sum::<C64>());
    assert_eq!(einsum!(z[i, j] * x[i, j] -> [i, j]), Array2::from_fn((6, 7), |at| z[at] * x[at]));
    assert_eq!(einsum!(v[i] * c[j] -> [i, j]), Array2::from_fn((7, 7), |[i, j]| v[i] * c[j]));
    // ij is summed over i alone first.
    let sum = |j| (0..6).map(|i| x[[i, j]]).sum::<f64>();
    assert_eq!(
        einsum!(x[i, j] * c[j] * v[k] -> [k]),
        Array1::from_fn(7, |[k]| (0..7).map(|j| sum(j) * c[j]).sum::<C64>() * v[k])
    );
    // A batch, and an ellipsis that stretches.
    let a = Array3::from_fn((4, 3, 5), |[b, i, j]| small(b + 3 * i + 7 * j));
    let w = Array3::from_fn((1, 5, 6), |[_, j, k]| C64::new(small(j), small(k)));
    let expected = Array3::from_fn((4, 3, 6), |[b, i, k]| (0..5).map(|j| a[[b, i, j]] * w[[0, j, k]]).sum::<C64>());
    assert_eq!(einsum!(a[.., i, j] * w[.., j, k] -> [.., i, k]), expected);
}

/// One complex factor among three, and two.
#[test]
fn chains() {
    for [m, n, p] in [[3, 4, 5], [40, 30, 20]] {
        let (x, z, y) = (real(m, n), complex(n, p), real(p, m));
        let right = Array2::from_fn((n, m), |[j, l]| (0..p).map(|k| z[[j, k]] * y[[k, l]]).sum::<C64>());
        let expected = by_hand(x.view(), right.view());
        assert_eq!(einsum!(x[i, j] * z[j, k] * y[k, l] -> [i, l]), expected);
        let w = complex(p, m);
        let right = Array2::from_fn((n, m), |[j, l]| (0..p).map(|k| z[[j, k]] * w[[k, l]]).sum::<C64>());
        let expected = by_hand(x.view(), right.view());
        assert_eq!(einsum!(x[i, j] * z[j, k] * w[k, l] -> [i, l]), expected);
        assert_eq!(einsum!(z[j, k] * x[i, j] * w[k, l] -> [l, i]), expected.t());
    }
}

/// A rank that leaves no room for one more label.
#[test]
fn eight_axes() {
    let z = Array::<C64, _>::from_fn((2, 1, 2, 1, 2, 1, 2, 3), |at| C64::new(small(at[0] + 2 * at[7]), small(at[6])));
    let x = Array1::from_fn(3, |[h]| small(h));
    let got = einsum!(z[a, b, c, d, e, f, g, h] * x[h] -> [a, c, e, g]);
    let at = |[a, c, e, g]: [usize; 4]| (0..3).map(|h| z[[a, 0, c, 0, e, 0, g, h]] * x[h]).sum::<C64>();
    assert_eq!(got, Array::from_fn((2, 2, 2, 2), at));
}

#[test]
fn constant_extents_and_single_precision() {
    let x = [[1.0f32, 2.0], [3.0, -4.0], [0.5, 0.0]];
    let z = [[Complex::new(1.0f32, -1.0)], [Complex::new(0.0, 2.0)]];
    let got: [[Complex<f32>; 1]; 3] = einsum!(x[i, j] * z[j, k] -> [i, k]);
    assert_eq!(got, [[Complex::new(1.0, 3.0)], [Complex::new(3.0, -11.0)], [Complex::new(0.5, -0.5)]]);
}

/// The bits of num-complex: an infinite part meets no zero.
#[test]
fn arithmetic_of_real_and_complex_elements() {
    let numbers = [0.0, -0.0, 1.5, -3.25, f64::INFINITY, f64::NAN, 1e300];
    let z = Array2::from_fn((7, 7), |[i, j]| C64::new(numbers[i], numbers[j]));
    let x = Array1::from_fn(7, |[i]| numbers[i]);
    let bits = |z: C64| [z.re, z.im].map(|part| if part.is_nan() { 0 } else { part.to_bits() });
    let same = |got: Array3<C64>, expected: &dyn Fn(f64, C64) -> C64| {
        for [i, j, k] in (0..343).map(|at| [at / 49, at / 7 % 7, at % 7]) {
            let (got, expected) = (got[[i, j, k]], expected(x[k], z[[i, j]]));
            assert_eq!(bits(got), bits(expected), "{} {}: {got} not {expected}", x[k], z[[i, j]]);
        }
    };
    same(broadcast!(x[k] * z[i, j] -> [i, j, k]), &|x, z| x * z);
    same(broadcast!(z[i, j] * x[k] -> [i, j, k]), &|x, z| z * x);
    same(broadcast!(x[k] + z[i, j] -> [i, j, k]), &|x, z| x + z);
    same(broadcast!(z[i, j] + x[k] -> [i, j, k]), &|x, z| z + x);
    same(broadcast!(x[k] - z[i, j] -> [i, j, k]), &|x, z| x - z);
    same(broadcast!(z[i, j] - x[k] -> [i, j, k]), &|x, z| z - x);
    same(broadcast!(x[k] / z[i, j] -> [i, j, k]), &|x, z| x / z);
    same(broadcast!(z[i, j] / x[k] -> [i, j, k]), &|x, z| z / x);
    same(einsum!(x[k] * z[i, j] -> [i, j, k]), &|x, z| x * z);
}

#[test]
fn literals_scalars_and_positions() {
    let (z, x) = (array![C64::new(1.0, 2.0), C64::new(-3.0, 0.5)], array![2.0, 4.0]);
    let s = 0.5;
    assert_eq!(broadcast!(2.0 * z[i] -> [i]), array![C64::new(2.0, 4.0), C64::new(-6.0, 1.0)]);
    assert_eq!(broadcast!(z * x + 1.0), array![C64::new(3.0, 4.0), C64::new(-11.0, 2.0)]);
    assert_eq!(broadcast!((z[i] - s) / 2.0 -> [i]), array![C64::new(0.25, 1.0), C64::new(-1.75, 0.25)]);
    assert_eq!(broadcast!(sum[i](x[i] * z[i])), C64::new(-10.0, 6.0));
    assert_eq!(einsum!(2.0 * z[i] -> [i]), array![C64::new(2.0, 4.0), C64::new(-6.0, 1.0)]);
    assert_eq!(broadcast!((x[i] * z[i]).norm_sqr() + 1.0 -> [i]), array![21.0, 149.0]);
}
