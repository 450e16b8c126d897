//! Operands that are read at what index arrays hold, `t[ix[i], j]`: one loop or two over index arrays in any layout, negative, repeated and
//! empty; beside their own axes, under reductions, in chunks, and as factors of products.

use ndweave::{Array1, Array2, Array3, View1, View2, View3, broadcast, einsum};
use num_complex::Complex;

use crate::case::{Case, Laid, Number, cases, equal, points, same};

/// The entry that an index means.
fn entry(index: i64, extent: usize) -> usize {
    if index < 0 { (index + extent as i64) as usize } else { index as usize }
}

/// Indices of an axis, also from its end.
fn indices<const R: usize>(case: &mut Case, extents: [usize; R], extent: usize) -> Laid<i64, R> {
    case.operand(extents, |case| case.below(2 * extent) as i64 - extent as i64)
}

/// An extent of an operand: a few or many entries.
fn some(case: &mut Case) -> usize {
    let most = if case.below(2) == 0 { 5 } else { 76 };
    1 + case.below(most)
}

#[test]
fn rows_and_columns() {
    fn rows(t: View2<f64>, ix: View1<i64>, y: View1<f64>) -> Array2<f64> {
        broadcast!(t[ix[i], j] * y[j] - y[j] -> [i, j])
    }
    fn columns(t: View2<f64>, ix: View1<i64>, z: View2<f64>) -> Array2<f64> {
        broadcast!(t[j, ix[i]] + z[j, i] -> [j, i])
    }
    cases(&[[300, 33], [33, 300], [5000, 3], [3, 5000], [1, 700], [700, 1], [4, 31]], |case, [i, j]| {
        let n = some(case);
        let (t, ix, y) = (case.operand([n, j], Case::real), indices(case, [i], n), case.operand([j], Case::real));
        let at = |i| entry(ix.at([i]), n);
        same(&rows(t.view(), ix.view(), y.view()), [i, j], |[i, j]| t.at([at(i), j]) * y.at([j]) - y.at([j]));
        let (t, z) = (case.operand([j, n], Case::real), case.operand([j, i], Case::real));
        same(&columns(t.view(), ix.view(), z.view()), [j, i], |[j, i]| t.at([j, at(i)]) + z.at([j, i]));
    });
}

/// An operand that every step of an outer loop reads again is copied first.
#[test]
fn both_axes() {
    fn outer(t: View2<f64>, rows: View1<i64>, columns: View1<i64>, x: View3<f64>) -> Array3<f64> {
        broadcast!(t[rows[i], columns[j]] * x[k, i, j] -> [k, i, j])
    }
    fn pairs(t: View2<f64>, rows: View1<i64>, columns: View1<i64>) -> Array1<f64> {
        broadcast!(t[rows[i], columns[i]] - t[rows[i], 0] -> [i])
    }
    cases(&[[9, 40, 33], [20, 3, 300], [1, 300, 20], [40, 1, 70]], |case, [k, i, j]| {
        let (n, m) = (some(case), some(case));
        let t = case.operand([n, m], Case::real);
        let (rows, columns, x) = (indices(case, [i], n), indices(case, [j], m), case.operand([k, i, j], Case::real));
        let at = |i, j| t.at([entry(rows.at([i]), n), entry(columns.at([j]), m)]);
        same(&outer(t.view(), rows.view(), columns.view(), x.view()), [k, i, j], |[k, i, j]| {
            at(i, j) * x.at([k, i, j])
        });
        let columns = indices(case, [i], m);
        let row = |i| entry(rows.at([i]), n);
        same(&pairs(t.view(), rows.view(), columns.view()), [i], |[i]| {
            t.at([row(i), entry(columns.at([i]), m)]) - t.at([row(i), 0])
        });
    });
}

#[test]
fn index_arrays_of_two_axes() {
    fn kernel(t: View2<f64>, ix: View2<i64>) -> Array3<f64> {
        broadcast!(t[ix[i, k], j] -> [k, j, i])
    }
    fn flat(t: View1<f32>, ix: View2<i64>, x: View2<f32>) -> Array2<f32> {
        broadcast!(t[ix[i, k]] + x[i, k] -> [i, k])
    }
    cases(&[[9, 40, 33], [300, 2, 5], [2, 300, 5], [5, 2, 300]], |case, [i, j, k]| {
        let n = some(case);
        let (t, ix) = (case.operand([n, j], Case::real), indices(case, [i, k], n));
        same(&kernel(t.view(), ix.view()), [k, j, i], |[k, j, i]| t.at([entry(ix.at([i, k]), n), j]));
        let (t, x) = (case.operand([n], Case::small::<f32>), case.operand([i, k], Case::small::<f32>));
        same(&flat(t.view(), ix.view(), x.view()), [i, k], |[i, k]| t.at([entry(ix.at([i, k]), n)]) + x.at([i, k]));
    });
}

/// Beside an axis of the same label, fixed axes, and an ellipsis.
#[test]
fn beside_other_subscripts() {
    fn diagonal(t: View2<f64>, ix: View1<i64>) -> Array1<f64> {
        broadcast!(t[i, ix[i]] * 2.0 -> [i])
    }
    fn second(t: View2<f64>, of_two: View2<i64>) -> Array1<f64> {
        broadcast!(t[0, of_two[1, i]] -> [i])
    }
    fn fixed(t: View3<f64>, ix: View1<i64>, last: usize) -> Array1<f64> {
        broadcast!(t[0, ix[i], {last}] - t[-1, ix[0], 0] -> [i])
    }
    fn ellipsis(t: View3<f64>, ix: View1<i64>) -> Array3<f64> {
        broadcast!(t[.., ix[i]] * 3.0 -> [i, ..])
    }
    cases(&[[300, 4], [70, 70]], |case, [i, j]| {
        let n = some(case);
        let (t, ix) = (case.operand([i, n], Case::real), indices(case, [i], n));
        let at = |i| entry(ix.at([i]), n);
        same(&diagonal(t.view(), ix.view()), [i], |[i]| t.at([i, at(i)]) * 2.0);
        let of_two = indices(case, [2, i], n);
        if i > 0 {
            same(&second(t.view(), of_two.view()), [i], |[i]| t.at([0, entry(of_two.at([1, i]), n)]));
        }
        if i > 0 && j > 0 {
            let t = case.operand([2, n, j], Case::real);
            same(&fixed(t.view(), ix.view(), j - 1), [i], |[i]| t.at([0, at(i), j - 1]) - t.at([1, at(0), 0]));
        }
        let t = case.operand([2, j, n], Case::real);
        same(&ellipsis(t.view(), ix.view()), [i, 2, j], |[i, k, j]| t.at([k, j, at(i)]) * 3.0);
    });
}

/// Two places of one array, and every size of elements.
#[test]
fn one_axis() {
    fn between(t: View1<f64>, low: View1<i64>, high: View1<i64>, f: View1<f64>) -> Array1<f64> {
        broadcast!(t[low[i]] * (1.0 - f[i]) + t[high[i]] * f[i] -> [i])
    }
    fn plain<T: Number>(t: View1<T>, ix: View1<i64>) -> Array1<T> {
        broadcast!(t[ix[i]] -> [i])
    }
    fn check<T: Number>(case: &mut Case, i: usize) {
        let n = some(case);
        let (t, ix) = (case.operand([n], Case::small::<T>), indices(case, [i], n));
        same(&plain(t.view(), ix.view()), [i], |[i]| t.at([entry(ix.at([i]), n)]));
    }
    cases(&[[1], [255], [256], [257], [5000]], |case, [i]| {
        let n = some(case);
        let (t, f) = (case.operand([n], Case::real), case.operand([i], Case::real));
        let [low, high] = [0; 2].map(|_| indices(case, [i], n));
        same(&between(t.view(), low.view(), high.view(), f.view()), [i], |[i]| {
            let [low, high] = [&low, &high].map(|ix| t.at([entry(ix.at([i]), n)]));
            low * (1.0 - f.at([i])) + high * f.at([i])
        });
        check::<u8>(case, i);
        check::<i16>(case, i);
        check::<f32>(case, i);
        check::<bool>(case, i);
        check::<Complex<f64>>(case, i);
    });
}

#[test]
fn under_reductions() {
    fn bags(t: View2<f64>, ix: View2<i64>) -> Array2<f64> {
        broadcast!(sum[k](t[ix[i, k], j]) -> [i, j])
    }
    fn dots(t: View2<f64>, ix: View1<i64>, y: View1<f64>) -> Array1<f64> {
        broadcast!(sum[j](t[ix[i], j] * y[j]) -> [i])
    }
    fn largest(t: View2<f64>, ix: View1<i64>) -> Array1<f64> {
        broadcast!(max[i](t[ix[i], j]) -> [j])
    }
    fn all(t: View2<f64>, ix: View2<i64>) -> f64 {
        broadcast!(sum[i, j, k](t[ix[i, k], j] + 1.0))
    }
    fn trace<T: Number>(t: View2<T>, ix: View1<i64>) -> T {
        broadcast!(sum[i](t[i, ix[i]]))
    }
    fn places(t: View1<f64>, ix: View2<i64>) -> Array1<usize> {
        broadcast!(argmin[k](t[ix[i, k]]) -> [i])
    }
    cases(
        &[[9, 40, 33], [300, 2, 5], [2, 300, 5], [5, 2, 900], [2, 2, 4200], [3, 1100, 2], [60, 90, 2]],
        |case, [i, j, k]| {
            let n = some(case);
            let (t, ix) = (case.operand([n, j], Case::small::<f64>), indices(case, [i, k], n));
            let at = |[i, j, k]: [usize; 3]| t.at([entry(ix.at([i, k]), n), j]);
            equal(&bags(t.view(), ix.view()), [i, j], |[i, j]| (0..k).map(|k| at([i, j, k])).sum());
            let total = points([i, j, k]).map(|point| at(point) + 1.0).sum::<f64>();
            assert_eq!(all(t.view(), ix.view()), total);
            // More points than are found together.
            let (long, few) = (i * j, 1 + case.below(3));
            let ix = indices(case, [long], few);
            let (wide, narrow) =
                (case.operand([long, few], Case::small::<f64>), case.operand([long, few], Case::small::<i16>));
            let at_diagonal = |i: usize| [i, entry(ix.at([i]), few)];
            assert_eq!(trace(wide.view(), ix.view()), (0..long).map(|i| wide.at(at_diagonal(i))).sum::<f64>());
            let narrow_sum = (0..long).fold(0, |sum, i| narrow.at(at_diagonal(i)).wrapping_add(sum));
            assert_eq!(trace(narrow.view(), ix.view()), narrow_sum);
            let ix = indices(case, [i, k], n);
            let (one, y) = (indices(case, [i], n), case.operand([j], Case::small::<f64>));
            let row = |i| entry(one.at([i]), n);
            equal(&dots(t.view(), one.view(), y.view()), [i], |[i]| {
                (0..j).map(|j| t.at([row(i), j]) * y.at([j])).sum()
            });
            if i > 0 {
                equal(&largest(t.view(), one.view()), [j], |[j]| {
                    (0..i).map(|i| t.at([row(i), j])).fold(f64::MIN, f64::max)
                });
            }
            if k > 0 {
                let t = case.operand([n], Case::small::<f64>);
                same(&places(t.view(), ix.view()), [i], |[i]| {
                    let of = |k| t.at([entry(ix.at([i, k]), n)]);
                    (0..k).rev().min_by(|&a, &b| of(a).total_cmp(&of(b)).then(a.cmp(&b))).unwrap_or(0)
                });
            }
        },
    );
}

/// Passes that run chunk by chunk along the label of the index array.
#[test]
fn in_chunks() {
    fn kernel(t: View2<f64>, ix: View1<i64>, y: View1<f64>) -> Array2<f64> {
        broadcast!(t[ix[i], j] - max[k](t[ix[i], k]) * y[i] -> [i, j])
    }
    cases(&[[300, 1100], [2000, 70], [5, 3]], |case, [i, j]| {
        let n = some(case);
        let (t, ix, y) =
            (case.operand([n, j], Case::small::<f64>), indices(case, [i], n), case.operand([i], Case::small));
        let row = |i| entry(ix.at([i]), n);
        let most = |i| (0..j).map(|k| t.at([row(i), k])).fold(f64::MIN, f64::max);
        let most: Vec<f64> = (0..i).map(most).collect();
        if j > 0 {
            equal(&kernel(t.view(), ix.view(), y.view()), [i, j], |[i, j]| t.at([row(i), j]) - most[i] * y.at([i]));
        }
    });
}

/// Existing outputs, also one that is read at what an index array holds, and one that is the index array.
#[test]
fn into_targets() {
    cases(&[[300, 33], [3, 300], [40, 2]], |case, [i, j]| {
        let n = some(case);
        let (t, ix) = (case.operand([n, j], Case::real), indices(case, [i], n));
        let (before, x) = (case.target([i, j], Case::real), ix.view());
        let (mut out, u) = (before.clone(), t.view());
        let row = |i| entry(ix.at([i]), n);
        let mut target = out.view_mut();
        broadcast!(target[i, j] += u[x[i], j], where u[x[i], j] > 0.0);
        out.holds(&before, |[i, j]| {
            let (old, new) = (before.at([i, j]), t.at([row(i), j]));
            if new > 0.0 { old + new } else { old }
        });
        let (before, ix) = (case.target([i], Case::real), indices(case, [i], i.max(1)));
        let (mut out, x) = (before.clone(), ix.view());
        let mut target = out.view_mut();
        broadcast!(target[i] = target[x[i]] + target[i]);
        out.holds(&before, |[at]| before.at([entry(ix.at([at]), i)]) + before.at([at]));
        let before = case.target([i], |case| case.below(i) as i64);
        let mut out = before.clone();
        let mut target = out.view_mut();
        broadcast!(target[i] = target[target[i]]);
        out.holds(&before, |[i]| before.at([before.at([i]) as usize]));
    });
}

/// Products of matrices copy what is gathered; other sums read it where it is.
#[test]
fn contractions() {
    fn matrices(t: View2<f64>, ix: View1<i64>, w: View2<f64>) -> Array2<f64> {
        einsum!(t[ix[i], k] * w[k, j] -> [i, j])
    }
    fn gram(t: View2<f64>, ix: View1<i64>, jx: View1<i64>) -> Array2<f64> {
        einsum!(t[ix[i], k] * t[jx[j], k] -> [j, i])
    }
    fn bags(t: View2<f64>, ix: View2<i64>, w: View2<f64>) -> Array2<f64> {
        einsum!(t[ix[i, k], j] * w[i, k] -> [i, j])
    }
    fn terms(t: View2<f64>, kx: View1<i64>, w: View2<f64>) -> Array2<f64> {
        einsum!(2.0 * t[i, kx[k]] * w[k, j] + t[i, kx[0]] * w[0, j] -> [i, j])
    }
    fn three(t: View2<f64>, ix: View1<i64>, w: View2<f64>, v: View1<f64>) -> Array1<f64> {
        einsum!(t[ix[i], k] * w[k, j] * v[j] -> [i])
    }
    fn distances(t: View2<f64>, ix: View1<i64>, w: View2<f64>) -> Array2<f64> {
        einsum!((t[ix[i], k] - w[k, j]).powi(2) -> [i, j])
    }
    cases(&[[9, 40, 33], [300, 2, 5], [2, 300, 5], [5, 2, 900], [70, 70, 70]], |case, [i, j, k]| {
        let n = some(case);
        let (t, w) = (case.operand([n, k], Case::small::<f64>), case.operand([k, j], Case::small::<f64>));
        let (ix, jx) = (indices(case, [i], n), indices(case, [j], n));
        let at = |i, k| t.at([entry(ix.at([i]), n), k]);
        let sum = |i, j| (0..k).map(|k| at(i, k) * w.at([k, j])).sum::<f64>();
        equal(&matrices(t.view(), ix.view(), w.view()), [i, j], |[i, j]| sum(i, j));
        equal(&gram(t.view(), ix.view(), jx.view()), [j, i], |[j, i]| {
            (0..k).map(|k| at(i, k) * t.at([entry(jx.at([j]), n), k])).sum()
        });
        let v = case.operand([j], Case::small::<f64>);
        equal(&three(t.view(), ix.view(), w.view(), v.view()), [i], |[i]| (0..j).map(|j| sum(i, j) * v.at([j])).sum());
        equal(&distances(t.view(), ix.view(), w.view()), [i, j], |[i, j]| {
            (0..k).map(|k| (at(i, k) - w.at([k, j])).powi(2)).sum()
        });
        let (u, kx) = (case.operand([n, j], Case::small::<f64>), indices(case, [i, k], n));
        let x = case.operand([i, k], Case::small::<f64>);
        equal(&bags(u.view(), kx.view(), x.view()), [i, j], |[i, j]| {
            (0..k).map(|k| u.at([entry(kx.at([i, k]), n), j]) * x.at([i, k])).sum()
        });
        if k > 0 {
            let (u, kx) = (case.operand([i, n], Case::small::<f64>), indices(case, [k], n));
            let of = |i, k| u.at([i, entry(kx.at([k]), n)]);
            equal(&terms(u.view(), kx.view(), w.view()), [i, j], |[i, j]| {
                2.0 * (0..k).map(|k| of(i, k) * w.at([k, j])).sum::<f64>() + of(i, 0) * w.at([0, j])
            });
        }
    });
}
