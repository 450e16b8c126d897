//! One reduction: over each choice of axes, with every way to join values.

use ndweave::{Array, Array1, Array2, View1, View2, View3, View4, broadcast};

use crate::case::{Case, Laid, cases, equal, points, same};

fn scalar<T: ndweave::Element>(x: T) -> Array<T, ()> {
    Array::from_shape_vec((), vec![x]).expect("one element")
}

/// Sums of runs, of halves of runs, and of tiles: one axis is long at a time.
const EDGES: [[usize; 3]; 7] =
    [[1, 1, 9000], [9000, 1, 1], [3, 300, 20], [20, 3, 300], [300, 20, 3], [2, 2, 4200], [5, 2, 1100]];

#[test]
fn sums_over_each_choice_of_axes() {
    cases(&EDGES, |case, [i, j, k]| {
        let (a, w) = (case.operand([i, j, k], Case::small::<f64>), case.operand([k, j], Case::small::<f64>));
        let (x, y) = (a.view(), w.view());
        let f = |[i, j, k]: [usize; 3]| a.at([i, j, k]) * w.at([k, j]) + 1.0;
        let over = |extents| points(extents);
        let got = broadcast!(sum[k](x[i, j, k] * y[k, j] + 1.0) -> [i, j]);
        equal(&got, [i, j], |[i, j]| over([k]).map(|[k]| f([i, j, k])).sum());
        let got = broadcast!(sum[j](x[i, j, k] * y[k, j] + 1.0) -> [i, k]);
        equal(&got, [i, k], |[i, k]| over([j]).map(|[j]| f([i, j, k])).sum());
        let got = broadcast!(sum[i](x[i, j, k] * y[k, j] + 1.0) -> [k, j]);
        equal(&got, [k, j], |[k, j]| over([i]).map(|[i]| f([i, j, k])).sum());
        let got = broadcast!(sum[j, k](x[i, j, k] * y[k, j] + 1.0) -> [i]);
        equal(&got, [i], |[i]| points([j, k]).map(|[j, k]| f([i, j, k])).sum());
        let got = broadcast!(sum[i, k](x[i, j, k] * y[k, j] + 1.0) -> [j]);
        equal(&got, [j], |[j]| points([i, k]).map(|[i, k]| f([i, j, k])).sum());
        let got = broadcast!(sum[i, j](x[i, j, k] * y[k, j] + 1.0) -> [k]);
        equal(&got, [k], |[k]| points([i, j]).map(|[i, j]| f([i, j, k])).sum());
        let got = scalar(broadcast!(sum[i, j, k](x[i, j, k] * y[k, j] + 1.0)));
        equal(&got, [], |[]| points([i, j, k]).map(f).sum());
    });
}

/// Two loops inside and two around, in any order.
#[test]
fn sums_over_two_of_four_axes() {
    fn kernel(t: View4<f64>, u: View2<f64>) -> Array2<f64> {
        broadcast!(sum[j, l](t[i, j, k, l] * u[l, k]) -> [k, i])
    }
    cases(&[[5, 9, 6, 17], [3, 40, 4, 33], [40, 2, 3, 9]], |case, [i, j, k, l]| {
        let (a, b) = (case.operand([i, j, k, l], Case::small::<f64>), case.operand([l, k], Case::small::<f64>));
        equal(&kernel(a.view(), b.view()), [k, i], |[k, i]| {
            points([j, l]).map(|[j, l]| a.at([i, j, k, l]) * b.at([l, k])).sum()
        });
    });
}

/// One loop over neighbours, where nothing has a gap and both lie alike.
#[test]
fn sums_over_everything() {
    fn both(x: View2<f32>, y: View2<f32>) -> f32 {
        broadcast!(sum[i, j](x[i, j] * y[i, j]))
    }
    fn all(x: View2<f32>) -> f32 {
        broadcast!(sum[i, j](x[i, j]))
    }
    fn rows(x: View2<f32>) -> Array1<f32> {
        broadcast!(sum[j](x[i, j]) -> [i])
    }
    cases(&[[1, 4096], [1, 4097], [3, 9000], [700, 20], [20, 700]], |case, [i, j]| {
        let [a, b] = [0; 2].map(|_| case.operand([i, j], Case::small::<f32>));
        equal(&scalar(both(a.view(), b.view())), [], |[]| points([i, j]).map(|at| a.at(at) * b.at(at)).sum());
        equal(&scalar(all(a.view())), [], |[]| points([i, j]).map(|at| a.at(at)).sum());
        equal(&rows(a.view()), [i], |[i]| (0..j).map(|j| a.at([i, j])).sum());
    });
}

/// A heavy kernel has one accumulator, and runs of 1024: `exp(0)` is 1, exactly.
#[test]
fn sums_of_functions() {
    cases(&[[2, 1500], [1500, 2], [3, 3000]], |case, [i, j]| {
        let (a, b) = (case.operand([i, j], Case::small::<f64>), case.operand([j], Case::small::<f64>));
        let (x, y) = (a.view(), b.view());
        let got = broadcast!(sum[j](x[i, j] * (0.0 * x[i, j]).exp()) -> [i]);
        equal(&got, [i], |[i]| (0..j).map(|j| a.at([i, j])).sum());
        let got = broadcast!(sum[i](x[i, j] * (y[j] * 0.0 * x[i, j]).exp()) -> [j]);
        equal(&got, [j], |[j]| (0..i).map(|i| a.at([i, j])).sum());
        let got = scalar(broadcast!(sum[i, j](x[i, j] * (0.0 * y[j]).exp())));
        equal(&got, [], |[]| points([i, j]).map(|at| a.at(at)).sum());
    });
}

/// Of powers of 2, and of integers, which wrap.
#[test]
fn products() {
    let power = |case: &mut Case| [1.0, -1.0, 2.0, 0.5][case.below(4)];
    cases(&[[2, 5000], [5000, 2]], |case, [i, j]| {
        let (a, b) = (case.operand([i, j], power), case.operand([i, j], Case::small::<i64>));
        let (x, y) = (a.view(), b.view());
        let got = broadcast!(prod[j](x[i, j]) -> [i]);
        same(&got, [i], |[i]| (0..j).map(|j| a.at([i, j])).product());
        let got = broadcast!(prod[i](x[i, j]) -> [j]);
        same(&got, [j], |[j]| (0..i).map(|i| a.at([i, j])).product());
        let got = broadcast!(prod[i](2 * y[i, j] + 1) -> [j]);
        same(&got, [j], |[j]| (0..i).fold(1i64, |product, i| product.wrapping_mul(2 * b.at([i, j]) + 1)));
    });
}

/// Few coordinates: a loop over pairs of points with the coordinates inside; many: dot products. Beyond 65,536 numbers nothing is copied.
#[test]
fn distances() {
    fn kernel(p: View2<f64>, q: View2<f64>) -> Array2<f64> {
        broadcast!(sum[k]((p[i, k] - q[j, k]).powi(2)).sqrt() -> [i, j])
    }
    let edges =
        [[40, 50, 2], [7, 60, 3], [9, 40, 64], [3, 4, 5000], [8, 1030, 2], [8, 700, 100], [100, 100, 1], [20, 300, 64]];
    cases(&edges, |case, [i, j, k]| {
        let (p, q) = (case.operand([i, k], Case::small::<f64>), case.operand([j, k], Case::small::<f64>));
        let square = |i, j, k| (p.at([i, k]) - q.at([j, k])).powi(2);
        equal(&kernel(p.view(), q.view()), [i, j], |[i, j]| (0..k).map(|k| square(i, j, k)).sum::<f64>().sqrt());
    });
}

/// Functions of a sum, a product and a maximum, which meet new and old elements.
#[test]
fn functions_of_what_is_reduced() {
    fn into(x: View2<f64>, rows: &mut Array1<f64>, columns: &mut Array1<f64>, pairs: &mut Array2<f64>) {
        broadcast!(rows[i] -= 2.0 * (1.0 - sum[k](x[i, k] + 1.0)));
        broadcast!(columns[k] += max[i](x[i, k] + 0.5).max(-3.0) / 2.0);
        broadcast!(columns[k] -= 8.0 * mean[i](x[i, k]));
        broadcast!(pairs[i, j] = 3.0 - sum[k]((x[i, k] - x[j, k]).abs()));
    }
    cases(&[[40, 3000], [300, 40], [3, 17_000]], |case, [i, k]| {
        if i == 0 || i > 1000 {
            return;
        }
        let a = case.operand([i, k], Case::small::<f64>);
        let (mut rows, mut columns) = (Array1::full(i, 5.0), Array1::full(k, -7.0));
        let mut pairs = Array2::full([i, i], f64::NAN);
        into(a.view(), &mut rows, &mut columns, &mut pairs);
        let sum = |i: usize| (0..k).map(|k| a.at([i, k]) + 1.0).sum::<f64>();
        equal(&rows, [i], |[i]| 5.0 - 2.0 * (1.0 - sum(i)));
        let most = |k: usize| (0..i).map(|i| a.at([i, k]) + 0.5).fold(f64::NEG_INFINITY, f64::max);
        let total = |k: usize| (0..i).map(|i| a.at([i, k])).sum::<f64>();
        equal(&columns, [k], |[k]| -7.0 + most(k).max(-3.0) / 2.0 - 8.0 * (total(k) / i as f64));
        let apart = |i: usize, j: usize| (0..k).map(|k| (a.at([i, k]) - a.at([j, k])).abs()).sum::<f64>();
        equal(&pairs, [i, i], |[i, j]| 3.0 - apart(i, j));
    });
}

/// `x` in rows, columns or any order against `y` that is read again and again.
#[test]
fn matrix_products() {
    fn kernel(x: View2<i64>, y: View2<i64>) -> Array2<i64> {
        broadcast!(sum[j](x[i, j] * y[j, k]) -> [i, k])
    }
    cases(&[[30, 40, 33], [9, 300, 9], [300, 8, 8]], |case, [i, j, k]| {
        let (a, b) = (case.operand([i, j], Case::small::<i64>), case.operand([j, k], Case::small::<i64>));
        same(&kernel(a.view(), b.view()), [i, k], |[i, k]| (0..j).map(|j| a.at([i, j]) * b.at([j, k])).sum());
    });
}

/// The place of the least number, or of the first NaN.
fn first_least(values: impl Iterator<Item = f64>) -> usize {
    let (mut best, mut place) = (f64::INFINITY, 0);
    for (at, x) in values.enumerate() {
        if best.is_nan() {
            break;
        }
        if x < best || x.is_nan() || at == 0 {
            (best, place) = (x, at);
        }
    }
    place
}

/// Many ties, and at times a NaN.
fn tied(case: &mut Case) -> f64 {
    if case.below(2000) == 0 { f64::NAN } else { case.below(4) as f64 }
}

#[test]
fn places_of_the_least() {
    cases(&EDGES, |case, [i, j, k]| {
        if i * j * k == 0 {
            return;
        }
        let a = case.operand([i, j, k], tied);
        let x = a.view();
        let got = broadcast!(argmin[k](x[i, j, k]) -> [j, i]);
        same(&got, [j, i], |[j, i]| first_least((0..k).map(|k| a.at([i, j, k]))));
        let got = broadcast!(argmin[i](x[i, j, k]) -> [j, k]);
        same(&got, [j, k], |[j, k]| first_least((0..i).map(|i| a.at([i, j, k]))));
        let got = broadcast!(argmin[k, i](x[i, j, k]) -> [j]);
        same(&got, [j], |[j]| first_least(points([k, i]).map(|[k, i]| a.at([i, j, k]))));
        let got = scalar(broadcast!(argmax[i, j, k](-x[i, j, k])));
        same(&got, [], |[]| first_least(points([i, j, k]).map(|at| a.at(at))));
    });
}

fn greatest(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::NEG_INFINITY, |best, x| if x > best || x.is_nan() { x } else { best })
}

#[test]
fn greatest_and_least() {
    cases(&EDGES, |case, [i, j, k]| {
        if i * j * k == 0 {
            return;
        }
        let a = case.operand([i, j, k], tied);
        let x = a.view();
        // After a NaN nothing is greater.
        let got = broadcast!(max[k](x[i, j, k]) -> [i, j]);
        same(&got, [i, j], |[i, j]| greatest((0..k).map(|k| a.at([i, j, k]))));
        let got = broadcast!(max[i](x[i, j, k]) -> [j, k]);
        same(&got, [j, k], |[j, k]| greatest((0..i).map(|i| a.at([i, j, k]))));
        let got = scalar(broadcast!(min[i, j, k](-x[i, j, k])));
        same(&got, [], |[]| -greatest(points([i, j, k]).map(|at| a.at(at))));
    });
}

#[test]
fn conditions() {
    fn over(a: &Laid<f64, 2>, n: usize, at: impl Fn(usize) -> [usize; 2]) -> usize {
        (0..n).filter(|&index| a.at(at(index)) > -8.0).count()
    }
    cases(&[[2, 5000], [600, 9]], |case, [i, j]| {
        let a = case.operand([i, j], Case::small::<f64>);
        let x = a.view();
        same(&broadcast!(count[j](x[i, j] > -8.0) -> [i]), [i], |[i]| over(&a, j, |j| [i, j]));
        same(&broadcast!(count[i](x[i, j] > -8.0) -> [j]), [j], |[j]| over(&a, i, |i| [i, j]));
        same(&broadcast!(all[i](x[i, j] > -8.0) -> [j]), [j], |[j]| over(&a, i, |i| [i, j]) == i);
        same(&broadcast!(any[j](x[i, j] <= -8.0) -> [i]), [i], |[i]| over(&a, j, |j| [i, j]) != j);
    });
}

/// Labels that no operand carries, and operands of one number.
#[test]
fn sums_of_labels() {
    fn kernel(x: View1<f64>, n: usize) -> Array1<f64> {
        broadcast!(sum[k in 0..n](x[i] * (k as f64) - (i as f64)) -> [i])
    }
    fn cube(x: View3<f64>) -> f64 {
        broadcast!(sum[i, j, k](x[i, j, k] * ((i + 2 * j + 3 * k) as f64)))
    }
    cases(&[[70, 300], [300, 70], [2, 6000]], |case, [i, n]| {
        let a = case.operand([i], Case::small::<f64>);
        let sum = |i| (0..n).map(|k| a.at([i]) * k as f64 - i as f64).sum();
        equal(&kernel(a.view(), n), [i], |[i]| sum(i));
    });
    cases(&EDGES, |case, [i, j, k]| {
        let a = case.operand([i, j, k], Case::small::<f64>);
        let term = |[i, j, k]: [usize; 3]| a.at([i, j, k]) * (i + 2 * j + 3 * k) as f64;
        equal(&scalar(cube(a.view())), [], |[]| points([i, j, k]).map(term).sum());
    });
}
