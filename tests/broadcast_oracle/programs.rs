//! Several passes: reductions inside expressions, which run chunk by chunk with what reads them.

use ndweave::{Array1, Array2, Array3, View2, View3, broadcast};

use crate::case::{Case, cases, equal, points, same};

/// Chunks of some rows, of one row, and of some points of the second axis.
const MATRICES: [[usize; 2]; 4] = [[50, 700], [700, 50], [3, 17_000], [9, 4000]];
const CUBES: [[usize; 3]; 4] = [[3, 40, 500], [40, 3, 500], [2, 3, 6000], [500, 40, 3]];

fn largest(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::NEG_INFINITY, f64::max)
}

#[test]
fn softmax() {
    fn kernel(x: View2<f64>) -> Array2<f64> {
        broadcast!({
            let e = (x[i, j] - max[k](x[i, k])).exp();
            e / sum[k]((x[i, k] - max[k](x[i, k])).exp())
        } -> [i, j])
    }
    cases(&[[40, 600], [600, 40], [3, 6000]], |case, [i, j]| {
        if j == 0 {
            return;
        }
        let a = case.operand([i, j], |case| case.below(6001) as f64 / 1000.0 - 3.0);
        let got = kernel(a.view());
        assert_eq!(got.extents(), [i, j]);
        for i in 0..i {
            let most = largest((0..j).map(|j| a.at([i, j])));
            // In short runs, whose sums are more precise than one of thousands of terms.
            let run = |first: usize| (first..j.min(first + 64)).map(|j| (a.at([i, j]) - most).exp()).sum::<f64>();
            let total: f64 = (0..j).step_by(64).map(run).sum();
            for j in 0..j {
                let expected = (a.at([i, j]) - most).exp() / total;
                assert!(
                    (got[[i, j]] - expected).abs() <= 1e-14 * expected,
                    "{} not {expected} at {i} {j}",
                    got[[i, j]]
                );
            }
        }
    });
}

/// Values that both sums need, one of them for every `d`: powers of 2, exactly.
#[test]
fn attention() {
    fn kernel(s: View2<f64>, v: View2<f64>) -> Array2<f64> {
        broadcast!(sum[k](s[i, k].exp2() * v[k, d]) / sum[k](s[i, k].exp2()) -> [i, d])
    }
    fn along_rows(s: View2<f32>, v: View2<f32>) -> Array2<f32> {
        broadcast!(max[k](s[i, k] * v[k, d].exp2()) - v[i, d].exp2() -> [d, i])
    }
    cases(&[[40, 600, 3], [3, 17, 40], [300, 2, 70]], |case, [i, k, d]| {
        let (s, v) = (case.operand([i, k], Case::small::<f64>), case.operand([k, d], Case::small::<f64>));
        let got = kernel(s.view(), v.view());
        let weight = |i, k| s.at([i, k]).exp2();
        equal(&got, [i, d], |[i, d]| {
            (0..k).map(|k| weight(i, k) * v.at([k, d])).sum::<f64>() / (0..k).map(|k| weight(i, k)).sum::<f64>()
        });
        if k == 0 {
            return;
        }
        let (s, v) = (case.operand([k, k], Case::small::<f32>), case.operand([k, d], Case::small::<f32>));
        let got = along_rows(s.view(), v.view());
        equal(&got, [d, k], |[d, i]| {
            let most = (0..k).map(|k| s.at([i, k]) * v.at([k, d]).exp2()).fold(f32::NEG_INFINITY, f32::max);
            most - v.at([i, d]).exp2()
        });
    });
}

/// Labels as values, in the reductions and behind them.
#[test]
fn labels_in_chunks() {
    fn kernel(x: View2<f64>) -> Array2<f64> {
        broadcast!(x[i, j] * (i as f64) - (j as f64) + sum[k](x[i, k] * ((k % 3) as f64) - (i as f64)) -> [i, j])
    }
    cases(&MATRICES, |case, [i, j]| {
        let a = case.operand([i, j], Case::small::<f64>);
        let sums: Vec<f64> =
            (0..i).map(|i| (0..j).map(|k| a.at([i, k]) * (k % 3) as f64 - i as f64).sum::<f64>()).collect();
        equal(&kernel(a.view()), [i, j], |[i, j]| a.at([i, j]) * i as f64 - j as f64 + sums[i]);
    });
}

/// A reduction of rows that runs with the body, one of columns, and one of everything, which are over before.
#[test]
fn reductions_of_rows_columns_and_all() {
    fn kernel(x: View2<f64>) -> Array2<f64> {
        broadcast!(x[i, j] - max[k](x[i, k]) + 2.0 * sum[k](x[k, j]) - sum[k, l](x[k, l]) -> [i, j])
    }
    fn of_rows_and_all(x: View2<f64>) -> Array2<f64> {
        broadcast!(max[k](x[i, k]) * x[i, j] - sum[k, l](x[k, l]) -> [j, i])
    }
    cases(&MATRICES, |case, [i, j]| {
        if i * j == 0 {
            return;
        }
        let a = case.operand([i, j], Case::small::<f64>);
        let most: Vec<f64> = (0..i).map(|i| largest((0..j).map(|j| a.at([i, j])))).collect();
        let sums: Vec<f64> = (0..j).map(|j| (0..i).map(|i| a.at([i, j])).sum()).collect();
        let total: f64 = sums.iter().sum();
        equal(&kernel(a.view()), [i, j], |[i, j]| a.at([i, j]) - most[i] + 2.0 * sums[j] - total);
        equal(&of_rows_and_all(a.view()), [j, i], |[j, i]| most[i] * a.at([i, j]) - total);
    });
}

/// A reduction that another one reads, and the last of them writes the output itself.
#[test]
fn a_reduction_reads_another() {
    fn kernel(x: View2<f64>) -> Array1<f64> {
        broadcast!(sum[j]((x[i, j] - max[k](x[i, k])).powi(2) * min[k](x[k, j])) -> [i])
    }
    cases(&MATRICES, |case, [i, j]| {
        if i * j == 0 {
            return;
        }
        let a = case.operand([i, j], Case::small::<f64>);
        let least: Vec<f64> = (0..j).map(|j| -largest((0..i).map(|i| -a.at([i, j])))).collect();
        equal(&kernel(a.view()), [i], |[i]| {
            let most = largest((0..j).map(|j| a.at([i, j])));
            (0..j).map(|j| (a.at([i, j]) - most).powi(2) * least[j]).sum()
        });
    });
}

/// Two labels that all passes have are cut; the values of a reduction of one of them are in full.
#[test]
fn chunks_of_two_labels() {
    fn kernel(x: View3<f64>) -> Array3<f64> {
        broadcast!(x[i, j, k] - max[l](x[i, j, l]) + ((7 * i + j) as f64) * sum[l](x[i, j, l]) -> [k, i, j])
    }
    fn of_one(x: View3<f64>) -> Array3<f64> {
        broadcast!(x[i, j, k] - sum[l](x[i, j, l]) + (j as f64) * sum[j, k](x[i, j, k]) -> [i, j, k])
    }
    cases(&CUBES, |case, [i, j, k]| {
        if i * j * k == 0 {
            return;
        }
        let a = case.operand([i, j, k], Case::small::<f64>);
        let row = |i, j| (0..k).map(move |k| [i, j, k]).map(|at| a.at(at));
        let most: Vec<f64> = points([i, j]).map(|[i, j]| largest(row(i, j))).collect();
        let sums: Vec<f64> = points([i, j]).map(|[i, j]| row(i, j).sum()).collect();
        let planes: Vec<f64> = sums.chunks(j).map(|sums| sums.iter().sum()).collect();
        equal(&kernel(a.view()), [k, i, j], |[k, p, q]| {
            a.at([p, q, k]) - most[p * j + q] + (7 * p + q) as f64 * sums[p * j + q]
        });
        equal(&of_one(a.view()), [i, j, k], |[p, q, k]| a.at([p, q, k]) - sums[p * j + q] + q as f64 * planes[p]);
    });
}

/// Values of reductions have sizes of their own in the scratch: places, truth values, numbers.
#[test]
fn reductions_of_different_sizes() {
    fn kernel(x: View2<f32>) -> Array2<f64> {
        broadcast!(
            if any[k](x[i, k] > 8.0) { (x[i, j] - max[k](x[i, k])) as f64 } else { (argmin[k](x[i, k]) + j) as f64 }
                + mean[k](x[k, j] as f64) -> [i, j]
        )
    }
    cases(&MATRICES, |case, [i, j]| {
        if i * j == 0 {
            return;
        }
        let a = case.operand([i, j], Case::small::<f32>);
        let mean: Vec<f64> = (0..j).map(|j| (0..i).map(|i| f64::from(a.at([i, j]))).sum::<f64>() / i as f64).collect();
        let place = |i| {
            let least = (0..j).map(|j| a.at([i, j])).fold(f32::INFINITY, f32::min);
            (0..j).find(|&j| a.at([i, j]) == least).expect("the least is there")
        };
        let rows: Vec<(f32, usize)> =
            (0..i).map(|i| ((0..j).map(|j| a.at([i, j])).fold(f32::NEG_INFINITY, f32::max), place(i))).collect();
        same(&kernel(a.view()), [i, j], |[i, j]| {
            let (most, place) = rows[i];
            (if most > 8.0 { f64::from(a.at([i, j]) - most) } else { (place + j) as f64 }) + mean[j]
        });
    });
}
