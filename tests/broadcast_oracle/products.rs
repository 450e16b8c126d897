//! Sums of products inside of kernels, which run as products of matrices, in the output, in scratch and chunk by chunk.

use std::ops::{Mul, Sub};

use ndweave::{Array2, View1, View2, View3, ViewMut2, broadcast};
use num_complex::Complex;

use crate::case::{Case, Laid, Number, cases, equal, points};

/// Rows, terms and columns: one chunk, chunks of some rows, several blocks of terms, and matrices that are vectors.
const PRODUCTS: [[usize; 3]; 6] = [[33, 17, 40], [300, 12, 90], [70, 300, 9], [1, 40, 50], [50, 40, 1], [9, 1, 8]];

fn product<T: Number>(w: &Laid<T, 2>, x: &Laid<T, 2>) -> impl Fn(usize, usize) -> T {
    move |i, j| (0..w.extents[1]).fold(T::of(0), |sum, k| sum.plus(w.at([i, k]).times(x.at([k, j]))))
}

fn table<T: Copy>([m, n]: [usize; 2], value: impl Fn(usize, usize) -> T) -> impl Fn(usize, usize) -> T {
    let values: Vec<T> = points([m, n]).map(|[i, j]| value(i, j)).collect();
    move |i, j| values[i * n + j]
}

/// The values stand in the output, whatever its layout, until the body replaces them.
fn in_the_output<T: Number + Mul<Output = T> + Sub<Output = T>>() {
    fn kernel<T: Number + Mul<Output = T> + Sub<Output = T>>(
        mut out: ViewMut2<T>,
        w: View2<T>,
        x: View2<T>,
        b: View1<T>,
        s: T,
    ) {
        broadcast!(out[i, j] = b[i] - sum[k](s * w[i, k] * x[k, j]));
    }
    cases(&PRODUCTS, |case, [i, k, j]| {
        let (w, x) = (case.operand([i, k], Case::small::<T>), case.operand([k, j], Case::small::<T>));
        let b = case.operand([i], Case::small::<T>);
        let mut target = case.target([i, j], |_| T::GAP);
        let before = target.clone();
        kernel(target.view_mut(), w.view(), x.view(), b.view(), T::of(3));
        let sums = table([i, j], product(&w, &x));
        // By the operations of elements, as integers wrap.
        target.holds(&before, |[i, j]| b.at([i]).minus(T::of(3).times(sums(i, j))));
    });
}

#[test]
fn products_stand_in_the_output() {
    in_the_output::<f64>();
    in_the_output::<i16>();
    in_the_output::<Complex<f64>>();
}

/// What the output held matters, so that the values cannot stand in it.
#[test]
fn products_beside_the_output() {
    fn added(mut out: ViewMut2<f64>, w: View2<f64>, x: View2<f64>, b: View1<f64>) {
        broadcast!(out[i, j] += (sum[k](w[i, k] * x[k, j]) + b[i]).max(0.0));
    }
    fn read(mut out: ViewMut2<f64>, w: View2<f64>, x: View2<f64>) {
        broadcast!(out[i, j] = out[i, j] - 2.0 * sum[k](w[i, k] * x[k, j]));
    }
    fn masked(mut out: ViewMut2<f64>, w: View2<f64>, x: View2<f64>, b: View1<f64>) {
        broadcast!(out[i, j] = sum[k](w[i, k] * x[k, j]) + 1.0, where b[i] > 0.0);
    }
    fn scaled(mut out: ViewMut2<f64>, w: View2<f64>, x: View2<f64>) {
        broadcast!(out[i, j] *= sum[k](w[i, k] * x[k, j]));
    }
    let edges = [PRODUCTS[0], PRODUCTS[1], PRODUCTS[2], PRODUCTS[3], [520, 170, 100]];
    cases(&edges, |case, [i, k, j]| {
        let (w, x) = (case.operand([i, k], Case::small), case.operand([k, j], Case::small));
        let b = case.operand([i], Case::small);
        let sums = table([i, j], product(&w, &x));
        let target = case.target([i, j], Case::small::<f64>);
        let of = |run: &dyn Fn(ViewMut2<f64>), expected: &dyn Fn([usize; 2]) -> f64| {
            let mut after = target.clone();
            run(after.view_mut());
            after.holds(&target, |index| expected(index) + 0.0);
        };
        let (w, x) = (w.view(), x.view());
        of(&|out| added(out, w, x, b.view()), &|[i, j]| target.at([i, j]) + (sums(i, j) + b.at([i])).max(0.0));
        of(&|out| read(out, w, x), &|[i, j]| target.at([i, j]) - 2.0 * sums(i, j));
        let masks = |[i, j]: [usize; 2]| if b.at([i]) > 0.0 { sums(i, j) + 1.0 } else { target.at([i, j]) };
        of(&|out| masked(out, w, x, b.view()), &masks);
        let mut after = target.clone();
        scaled(after.view_mut(), w, x);
        points([i, j]).for_each(|[i, j]| assert_eq!(after.at([i, j]), target.at([i, j]) * sums(i, j), "{i} {j}"));
    });
}

/// One of two products stands in the output; a product of another type than the output does not.
#[test]
fn several_products() {
    fn gated(w: View2<f64>, v: View2<f64>, x: View2<f64>) -> Array2<f64> {
        broadcast!(sum[k](w[i, k] * x[k, j]) * (1.0 + sum[k](v[i, k] * x[k, j])) -> [i, j])
    }
    fn turned(w: View2<i16>, x: View2<i16>, b: View1<f64>) -> Array2<f64> {
        broadcast!(sum[k](w[i, k] * x[k, j]) as f64 + b[j] -> [j, i])
    }
    cases(&PRODUCTS, |case, [i, k, j]| {
        let (w, v) = (case.operand([i, k], Case::small), case.operand([i, k], Case::small));
        let x = case.operand([k, j], Case::small::<f64>);
        let (first, second) = (table([i, j], product(&w, &x)), table([i, j], product(&v, &x)));
        equal(&gated(w.view(), v.view(), x.view()), [i, j], |[i, j]| first(i, j) * (1.0 + second(i, j)));
        let (w, x) = (case.operand([i, k], Case::small::<i16>), case.operand([k, j], Case::small::<i16>));
        let (b, sums) = (case.operand([j], Case::small::<f64>), table([i, j], product(&w, &x)));
        equal(&turned(w.view(), x.view(), b.view()), [j, i], |[j, i]| sums(i, j) as f64 + b.at([j]));
    });
}

/// `..` stands for rows here, and for a batch there.
#[test]
fn products_under_an_ellipsis() {
    fn rows(w: View3<f32>, x: View2<f32>) -> ndweave::Array3<f32> {
        broadcast!(-sum[k](w[.., k] * x[k, j]) -> [.., j])
    }
    fn batch(w: View3<f32>, x: View3<f32>, b: View1<f32>) -> ndweave::Array3<f32> {
        broadcast!(sum[k](w[.., i, k] * x[.., k, j]) - b[j] -> [.., j, i])
    }
    cases(&[[3, 40, 17, 20], [500, 3, 5, 6], [4, 9, 300, 8]], |case, [n, i, k, j]| {
        let (w, x) = (case.operand([n, i, k], Case::small::<f32>), case.operand([k, j], Case::small::<f32>));
        let sum = |n, i, j| (0..k).map(|k| w.at([n, i, k]) * x.at([k, j])).sum::<f32>();
        equal(&rows(w.view(), x.view()), [n, i, j], |[n, i, j]| -sum(n, i, j));
        // The batch of one side is stretched.
        let x = case.operand([1, k, j], Case::small::<f32>);
        let b = case.operand([j], Case::small::<f32>);
        let sum = |n, i, j| (0..k).map(|k| w.at([n, i, k]) * x.at([0, k, j])).sum::<f32>();
        equal(&batch(w.view(), x.view(), b.view()), [n, j, i], |[n, j, i]| sum(n, i, j) - b.at([j]));
    });
}

/// Three factors, whose steps have an order of their own, and factors that are values of reductions.
#[test]
fn longer_products() {
    fn chain(a: View2<f64>, b: View2<f64>, c: View2<f64>, d: View1<f64>) -> Array2<f64> {
        broadcast!(2.0 * sum[k, l](a[i, k] * b[k, l] * c[l, j]) + d[i] -> [i, j])
    }
    fn normalised(a: View2<f64>, b: View2<f64>) -> Array2<f64> {
        broadcast!(sum[k]((a[i, k] + 1.0) * b[k, j]) + sum[k](max[l](b[k, l]) * a[i, k] * b[k, j]) -> [i, j])
    }
    cases(&[[30, 20, 25, 15], [200, 9, 3, 60]], |case, [i, k, l, j]| {
        let (a, b) = (case.operand([i, k], Case::small::<f64>), case.operand([k, l], Case::small::<f64>));
        let (c, d) = (case.operand([l, j], Case::small::<f64>), case.operand([i], Case::small::<f64>));
        let right = table([k, j], product(&b, &c));
        let sum = |i, j| (0..k).map(|k| a.at([i, k]) * right(k, j)).sum::<f64>();
        equal(&chain(a.view(), b.view(), c.view(), d.view()), [i, j], |[i, j]| 2.0 * sum(i, j) + d.at([i]));
        if l == 0 {
            return;
        }
        let most = |k| (0..l).map(|l| b.at([k, l])).fold(f64::NEG_INFINITY, f64::max);
        let sum = |i, j| -> f64 {
            (0..k).map(|k| (a.at([i, k]) + 1.0) * b.at([k, j]) + most(k) * a.at([i, k]) * b.at([k, j])).sum()
        };
        equal(&normalised(a.view(), b.view()), [i, l], |[i, j]| sum(i, j));
    });
}

/// Or-and, and a target that its own reduction reads.
#[test]
fn truths_and_targets() {
    fn reach(a: View2<bool>, b: View2<bool>, c: View1<bool>) -> Array2<bool> {
        broadcast!(any[k](a[i, k] & b[k, j]) != c[j] -> [i, j])
    }
    fn square(mut out: ViewMut2<f64>, x: View2<f64>) {
        broadcast!(out[i, j] = sum[k](out[i, k] * x[k, j]) - 1.0);
    }
    cases(&PRODUCTS, |case, [i, k, j]| {
        let few = |case: &mut Case| case.below(9) == 0;
        let (a, b) = (case.operand([i, k], few), case.operand([k, j], few));
        let (c, any) = (case.operand([j], few), table([i, j], product(&a, &b)));
        equal(&reach(a.view(), b.view(), c.view()), [i, j], |[i, j]| any(i, j) != c.at([j]));
        let (mut out, x) = (case.target([i, j], Case::small::<f64>), case.operand([j, j], Case::small::<f64>));
        let before = out.clone();
        square(out.view_mut(), x.view());
        let sums = table([i, j], product(&before, &x));
        out.holds(&before, |[i, j]| sums(i, j) - 1.0);
    });
}
