//! Kernels without a reduction: the bits of the scalar expression.

use std::ops::Add;

use ndweave::{Array2, Array3, Array4, View1, View2, View3, View4, broadcast};
use num_complex::Complex;

use crate::case::{Case, Number, cases, same};

#[test]
fn three_operands() {
    cases(&[[1, 5000], [300, 33], [9, 1100]], |case, [i, j]| {
        let [a, b, c] = [0; 3].map(|_| case.operand([i, j], Case::real));
        let (x, y, z) = (a.view(), b.view(), c.view());
        let expected = |at| (a.at(at) + b.at(at)) * c.at(at) - a.at(at) / b.at(at);
        same(&broadcast!((x[i, j] + y[i, j]) * z[i, j] - x[i, j] / y[i, j] -> [i, j]), [i, j], expected);
        same(&broadcast!((x + y) * z - x / y), [i, j], expected);
    });
}

#[test]
fn rows_and_columns() {
    cases(&[[70, 130], [5000, 3], [3, 5000]], |case, [i, j]| {
        let (a, row, column) =
            (case.operand([i, j], Case::real), case.operand([j], Case::real), case.operand([i], Case::real));
        let (x, y, z) = (a.view(), row.view(), column.view());
        let got = broadcast!(x[i, j] * y[j] - z[i] -> [i, j]);
        same(&got, [i, j], |[i, j]| a.at([i, j]) * row.at([j]) - column.at([i]));
        let got = broadcast!(if x[i, j] > z[i] { y[j] } else { -z[i] } -> [j, i]);
        same(&got, [j, i], |[j, i]| if a.at([i, j]) > column.at([i]) { row.at([j]) } else { -column.at([i]) });
    });
}

#[test]
fn extents_of_1_stretch() {
    cases(&[[40, 3, 50], [1, 70, 130]], |case, [i, j, k]| {
        let mut one = |extent| if case.below(3) == 0 { 1 } else { extent };
        let (of_a, of_b) = ([one(i), one(j), one(k)], [one(j), one(k)]);
        let whole: [usize; 3] = core::array::from_fn(|axis| match axis {
            0 => of_a[0],
            _ if of_a[axis] == 1 => of_b[axis - 1],
            _ => of_a[axis],
        });
        let (a, b) = (case.operand(of_a, Case::real), case.operand(of_b, Case::real));
        let (x, y) = (a.view(), b.view());
        let at = |extent, index| if extent == 1 { 0 } else { index };
        same(&broadcast!(x - 2.0 * y), whole, |[i, j, k]| {
            a.at([at(of_a[0], i), at(of_a[1], j), at(of_a[2], k)]) - 2.0 * b.at([at(of_b[0], j), at(of_b[1], k)])
        });
    });
}

fn plus_transpose<T: Number + Add<Output = T>>(x: View2<T>, y: View2<T>) -> Array2<T> {
    broadcast!(x[i, j] + y[j, i] -> [i, j])
}

/// Tiles have a size for each size of the elements.
fn check_turned<T: Number + Add<Output = T>>(plus: impl Fn(T, T) -> T) {
    cases(&[[32, 32], [33, 70], [64, 129], [200, 31]], |case, [i, j]| {
        let (a, b) = (case.operand([i, j], Case::small::<T>), case.operand([j, i], Case::small::<T>));
        let got = plus_transpose(a.view(), b.view());
        same(&got, [i, j], |[i, j]| plus(a.at([i, j]), b.at([j, i])));
    });
}

#[test]
fn transposed() {
    check_turned::<u8>(u8::wrapping_add);
    check_turned::<i16>(i16::wrapping_add);
    check_turned::<f32>(|x, y| x + y);
    check_turned::<f64>(|x, y| x + y);
    check_turned::<Complex<f64>>(|x, y| x + y);
}

/// There are tiles for two of these at once, and not for six. (As many are read as they lie, so that the others are turned.)
#[test]
fn several_transposed() {
    cases(&[[33, 70], [100, 40]], |case, [i, j]| {
        let (t, u) = (case.operand([6, j, i], Case::real), case.operand([6, i, j], Case::real));
        let (x, y) = (t.view(), u.view());
        let both = |plane, i, j| t.at([plane, j, i]) * u.at([plane, i, j]);
        let got = broadcast!(x[0, j, i] * y[0, i, j] + x[1, j, i] * y[1, i, j] -> [i, j]);
        same(&got, [i, j], |[i, j]| both(0, i, j) + both(1, i, j));
        let got = broadcast!(
            x[0, j, i] * y[0, i, j] - x[1, j, i] * y[1, i, j] - x[2, j, i] * y[2, i, j] - x[3, j, i] * y[3, i, j]
                - x[4, j, i] * y[4, i, j] - x[5, j, i] * y[5, i, j] -> [i, j]
        );
        same(&got, [i, j], |[i, j]| (1..6).fold(both(0, i, j), |rest, plane| rest - both(plane, i, j)));
    });
}

/// Two loops around the innermost two.
#[test]
fn four_axes() {
    fn kernel(t: View4<f64>, u: View4<f64>, m: View2<f64>) -> Array4<f64> {
        broadcast!(t[i, j, k, l] - u[l, i, k, j] * m[k, i] -> [j, l, i, k])
    }
    cases(&[[5, 9, 6, 17], [3, 4, 20, 33], [40, 2, 3, 9]], |case, [i, j, k, l]| {
        let (t, u) = (case.operand([i, j, k, l], Case::real), case.operand([l, i, k, j], Case::real));
        let m = case.operand([k, i], Case::real);
        same(&kernel(t.view(), u.view(), m.view()), [j, l, i, k], |[j, l, i, k]| {
            t.at([i, j, k, l]) - u.at([l, i, k, j]) * m.at([k, i])
        });
    });
}

#[test]
fn turned_cubes() {
    fn kernel(t: View3<f64>, u: View3<f64>, m: View2<f64>) -> Array3<f64> {
        broadcast!(t[i, j, k] * 2.0 - u[k, i, j] + m[k, j] -> [j, k, i])
    }
    cases(&[[33, 5, 34], [2, 40, 70], [66, 33, 2]], |case, [i, j, k]| {
        let (t, u) = (case.operand([i, j, k], Case::real), case.operand([k, i, j], Case::real));
        let m = case.operand([k, j], Case::real);
        same(&kernel(t.view(), u.view(), m.view()), [j, k, i], |[j, k, i]| {
            t.at([i, j, k]) * 2.0 - u.at([k, i, j]) + m.at([k, j])
        });
    });
}

/// Elements of different sizes stand in one gang.
#[test]
fn mixed_elements() {
    cases(&[[20, 200], [129, 17]], |case, [i, j]| {
        let (a, b) = (case.operand([i, j], Case::small::<u8>), case.operand([i, j], Case::small::<f32>));
        let (c, d) = (case.operand([j], Case::real), case.operand([i, j], |case| case.below(2) == 0));
        let (x, y, z, keep) = (a.view(), b.view(), c.view(), d.view());
        let got = broadcast!(if keep { x as f64 * z } else { y as f64 });
        same(&got, [i, j], |at| if d.at(at) { f64::from(a.at(at)) * c.at([at[1]]) } else { f64::from(b.at(at)) });
        let got = broadcast!((y[i, j] as i16 + x[i, j] as i16) as u8 -> [j, i]);
        same(&got, [j, i], |[j, i]| (b.at([i, j]) as i16 + i16::from(a.at([i, j]))) as u8);
    });
}

/// Diagonals, fixed axes, and one array that is read in more places than lists have room for without an allocation.
#[test]
fn places_of_one_array() {
    cases(&[[300, 70]], |case, [i, j]| {
        let (n, rows) = (i.clamp(1, 90), case.operand([13, j], Case::real));
        let (a, x) = (case.operand([n, n], Case::real), rows.view());
        let y = a.view();
        let got = broadcast!(y[i, i] + y[i, 0] - y[-1, j] -> [i, j]);
        same(&got, [n, n], |[i, j]| a.at([i, i]) + a.at([i, 0]) - a.at([n - 1, j]));
        let got = broadcast!(
            x[0, j] - x[1, j] * x[2, j] + x[3, j] - x[4, j] * x[5, j] + x[6, j] - x[7, j] * x[8, j] + x[9, j] - x[10, j] * x[11, j]
                + x[12, j] -> [j]
        );
        let r = |row, j| rows.at([row, j]);
        same(&got, [j], |[j]| {
            r(0, j) - r(1, j) * r(2, j) + r(3, j) - r(4, j) * r(5, j) + r(6, j) - r(7, j) * r(8, j) + r(9, j)
                - r(10, j) * r(11, j)
                + r(12, j)
        });
    });
}

/// A number, a label, and an operand that is a function's result.
#[test]
fn labels_and_scalars() {
    fn kernel(x: View1<f64>, scale: f64, end: usize) -> Array2<f64> {
        broadcast!(x[j] * scale + (10 * i + j) as f64 -> [i in 2..end, j])
    }
    cases(&[[5000], [257]], |case, [j]| {
        let a = case.operand([j], Case::real);
        same(&kernel(a.view(), 0.3, 40), [38, j], |[i, j]| a.at([j]) * 0.3 + (10 * (i + 2) + j) as f64);
    });
}
