//! Writes into existing arrays, in place and not; what lies around a target stays.

use ndweave::{View1, View2, View4, ViewMut2, ViewMut3, ViewMut4, broadcast};

use crate::case::{Case, Number, cases, points};

const MATRICES: [[usize; 2]; 4] = [[33, 64], [2, 3000], [3000, 2], [130, 65]];

#[test]
fn masked_updates() {
    cases(&MATRICES, |case, [i, j]| {
        let mut target = case.target([i, j], Case::real);
        let (a, b) = (case.operand([i, j], Case::real), case.operand([j], Case::real));
        let (x, y) = (a.view(), b.view());
        let before = target.clone();
        let mut out = target.view_mut();
        broadcast!(out[i, j] -= 2.0 * x[i, j], where y[j] > x[i, j]);
        target.holds(&before, |[i, j]| {
            let (old, x) = (before.at([i, j]), a.at([i, j]));
            if b.at([j]) > x { old - 2.0 * x } else { old }
        });
        let before = target.clone();
        let mut out = target.view_mut();
        broadcast!(out[i, j] = x[i, j], where (i + j) % 3 == 1);
        target.holds(&before, |[i, j]| if (i + j) % 3 == 1 { a.at([i, j]) } else { before.at([i, j]) });
    });
}

#[test]
fn operands_stretch_to_the_target() {
    fn kernel(mut out: ViewMut3<f64>, x: View2<f64>, y: View1<f64>) {
        broadcast!(out += x * y);
    }
    cases(&[[30, 33, 20], [3, 1, 3000], [3000, 2, 3]], |case, [i, j, k]| {
        let mut target = case.target([i, j, k], Case::real);
        let mut one = |extent| if case.below(2) == 0 { 1 } else { extent };
        let (of_x, of_y) = ([one(j), one(k)], [one(k)]);
        let (a, b) = (case.operand(of_x, Case::real), case.operand(of_y, Case::real));
        let before = target.clone();
        kernel(target.view_mut(), a.view(), b.view());
        let at = |extent, index| if extent == 1 { 0 } else { index };
        target.holds(&before, |[i, j, k]| {
            before.at([i, j, k]) + a.at([at(of_x[0], j), at(of_x[1], k)]) * b.at([at(of_y[0], k)])
        });
    });
}

#[test]
fn in_place() {
    fn kernel(mut a: ViewMut2<f64>, r: View1<f64>) {
        broadcast!(a[i, j] = a[i, j] * a[i, j] - r[i]);
    }
    cases(&MATRICES, |case, [i, j]| {
        let (mut target, r) = (case.target([i, j], Case::real), case.operand([i], Case::real));
        let before = target.clone();
        kernel(target.view_mut(), r.view());
        target.holds(&before, |[i, j]| before.at([i, j]) * before.at([i, j]) - r.at([i]));
        let before = target.clone();
        let (x, mut out) = (r.view(), target.view_mut());
        broadcast!(out[i, j] /= x[i]);
        target.holds(&before, |[i, j]| before.at([i, j]) / r.at([i]));
    });
}

/// Nothing is read but what has the target's layout, gaps included.
#[test]
fn operands_that_lie_as_the_target() {
    fn kernel(mut a: ViewMut2<f64>, b: View2<f64>) {
        broadcast!(a[i, j] = 0.5 * a[i, j] - 3.0 * b[i, j]);
        broadcast!(a[i, j] -= a[i, j] * a[i, j]);
        broadcast!(a += 1.0);
    }
    cases(&MATRICES, |case, [i, j]| {
        let mut target = case.target([i, j], Case::real);
        let before = target.clone();
        kernel(target.view_mut(), before.view());
        target.holds(&before, |at| {
            let a = 0.5 * before.at(at) - 3.0 * before.at(at);
            a - a * a + 1.0
        });
    });
}

fn add_transpose<T: Number>(mut a: ViewMut2<T>) {
    broadcast!(a[i, j] += a[j, i]);
}

#[test]
fn the_transpose_is_added() {
    fn check<T: Number>(plus: impl Fn(T, T) -> T) {
        cases(&[[1], [32], [33], [64], [129]], |case, [n]| {
            let n = n.min(140);
            let mut target = case.target([n, n], Case::small::<T>);
            let before = target.clone();
            add_transpose(target.view_mut());
            target.holds(&before, |[i, j]| plus(before.at([i, j]), before.at([j, i])));
        });
    }
    check::<f64>(|x, y| x + y);
    check::<f32>(|x, y| x + y);
    check::<u8>(u8::wrapping_add);
}

#[test]
fn cubes_turn_in_place() {
    fn kernel(mut t: ViewMut3<f64>) {
        broadcast!(t[i, j, k] = t[j, k, i] - t[i, k, j]);
    }
    cases(&[[9], [17], [26]], |case, [n]| {
        let n = n.min(26);
        let mut target = case.target([n, n, n], Case::real);
        let before = target.clone();
        kernel(target.view_mut());
        target.holds(&before, |[i, j, k]| before.at([j, k, i]) - before.at([i, k, j]));
    });
}

#[test]
fn four_axes() {
    fn kernel(mut out: ViewMut4<f64>, x: View4<f64>) {
        broadcast!(out[i, j, k, l] -= x[k, j, i, l], where (i + j) % 2 == 0 || k != l);
    }
    cases(&[[5, 9, 6, 17], [3, 4, 20, 33]], |case, [i, j, k, l]| {
        let (mut target, a) = (case.target([i, j, k, l], Case::real), case.operand([k, j, i, l], Case::real));
        let before = target.clone();
        kernel(target.view_mut(), a.view());
        target.holds(&before, |[i, j, k, l]| {
            let old = before.at([i, j, k, l]);
            if (i + j) % 2 == 0 || k != l { old - a.at([k, j, i, l]) } else { old }
        });
    });
}

#[test]
fn two_outputs_in_one_pass() {
    cases(&MATRICES, |case, [i, j]| {
        let (mut one, mut two) = (case.target([i, j], Case::real), case.target([j, i], |case| case.real() as f32));
        let (a, m) = (case.operand([i, j], Case::real), case.operand([i], Case::real));
        let (before, before_two) = (one.clone(), two.clone());
        let (x, mean, mut dev, mut sq) = (a.view(), m.view(), one.view_mut(), two.view_mut());
        broadcast! {
            let d = x[i, j] - mean[i];
            dev[i, j] = d;
            sq[j, i] += (d * d) as f32, where d < 100.0;
        }
        let d = |i, j| a.at([i, j]) - m.at([i]);
        one.holds(&before, |[i, j]| d(i, j));
        two.holds(&before_two, |[j, i]| {
            let (d, old) = (d(i, j), before_two.at([j, i]));
            if d < 100.0 { old + (d * d) as f32 } else { old }
        });
    });
}

/// Reductions of what is written are over before; others run in chunks, into any layout.
#[test]
fn targets_of_programs() {
    cases(&[[50, 400], [3, 9000], [400, 50]], |case, [i, j]| {
        if i * j == 0 {
            return;
        }
        let mut target = case.target([i, j], Case::small::<f64>);
        let before = target.clone();
        let mut out = target.view_mut();
        broadcast!(out[i, j] -= sum[k](out[i, k]) + (i as f64));
        let sums: Vec<f64> = (0..i).map(|i| (0..j).map(|j| before.at([i, j])).sum()).collect();
        target.holds(&before, |[i, j]| before.at([i, j]) - (sums[i] + i as f64));

        let mut turned = case.target([j, i], Case::small::<f64>);
        let a = case.operand([i, j], Case::small::<f64>);
        let before = turned.clone();
        let (x, mut out) = (a.view(), turned.view_mut());
        broadcast!(out[j, i] += x[i, j] * max[k](x[i, k]), where i % 2 == 0);
        let most: Vec<f64> = (0..i).map(|i| (0..j).map(|j| a.at([i, j])).fold(f64::NEG_INFINITY, f64::max)).collect();
        turned.holds(&before, |[j, i]| before.at([j, i]) + if i % 2 == 0 { a.at([i, j]) * most[i] } else { 0.0 });
    });
}

/// A reduction reads what another chunk writes, or, as the whole kernel, what it writes itself.
#[test]
fn reductions_of_the_target() {
    cases(&[[140], [33], [200]], |case, [n]| {
        let n = n.min(200);
        let mut target = case.target([n, n], Case::small::<f64>);
        let before = target.clone();
        let mut a = target.view_mut();
        broadcast!(a[i, j] -= 2.0 * sum[k](a[k, i]));
        let sums: Vec<f64> = (0..n).map(|i| (0..n).map(|k| before.at([k, i])).sum()).collect();
        target.holds(&before, |[i, j]| before.at([i, j]) - 2.0 * sums[i]);
        let mut row = case.target([n], Case::small::<f64>);
        let old = row.clone();
        let (x, mut out) = (before.view(), row.view_mut());
        broadcast!(out[i] = sum[k](out[k] * x[k, i] + 1.0));
        row.holds(&old, |[i]| (0..n).map(|k| old.at([k]) * before.at([k, i]) + 1.0).fold(0.0, |sum, term| sum + term));
    });
}

/// Into one plane of a cube, backwards through the others.
#[test]
fn reductions_into_targets() {
    cases(&[[20, 300], [300, 20], [2, 5000]], |case, [i, j]| {
        let mut target = case.target([3, i, 2], Case::small::<f64>);
        let a = case.operand([i, j], Case::small::<f64>);
        let before = target.clone();
        let (x, mut out) = (a.view(), target.view_mut());
        broadcast!(out[-1, i, 0] -= sum[j](x[i, j]));
        target.holds(&before, |[p, i, q]| {
            let sum = (0..j).map(|j| a.at([i, j])).sum::<f64>();
            if (p, q) == (2, 0) { before.at([p, i, q]) - sum } else { before.at([p, i, q]) }
        });
        let mut columns = case.target([j], Case::small::<f64>);
        let before = columns.clone();
        let mut out = columns.view_mut();
        broadcast!(out[j] += sum[i](x[i, j]));
        columns.holds(&before, |[j]| before.at([j]) + points([i]).map(|[i]| a.at([i, j])).sum::<f64>());
    });
}
