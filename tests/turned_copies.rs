//! Copies of transposes, whose elements are neighbours along one axis where they are read and another where they are written: of every
//! size around that of a cache line, into new arrays and existing ones.

use ndweave::{Array, Array2, Shape, View, broadcast, element, s};
use num_complex::Complex;

/// An element of three bytes, which fills no cache line.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Rgb([u8; 3]);

impl num_traits::Zero for Rgb {
    fn zero() -> Self {
        Rgb([0; 3])
    }
    fn is_zero(&self) -> bool {
        self.0 == [0; 3]
    }
}

impl num_traits::One for Rgb {
    fn one() -> Self {
        Rgb([1; 3])
    }
}

impl std::ops::Add for Rgb {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Rgb([0, 1, 2].map(|k| self.0[k] + other.0[k]))
    }
}

impl std::ops::Mul for Rgb {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Rgb([0, 1, 2].map(|k| self.0[k] * other.0[k]))
    }
}

element!(Rgb);

/// Compares a copy with what single indices lead to.
#[track_caller]
fn check<T: Copy + PartialEq + std::fmt::Debug, S: Shape, R: Shape<Index = S::Index>>(
    copy: View<'_, T, S>,
    of: View<'_, T, R>,
) {
    assert_eq!(copy.extents(), of.extents());
    for (index, element) in copy.indexed_iter() {
        assert_eq!(Some(element), of.get(index), "at {index:?} of {:?}", of.extents());
    }
}

/// All ways to copy a transpose, of matrices with elements `number(n)`.
fn turned<T: Copy + PartialEq + std::fmt::Debug>(rows: usize, columns: usize, number: impl Fn(usize) -> T) {
    let a = Array2::from_fn((rows, columns), |[i, j]| number(i * columns + j));
    let turned = a.t();
    check(turned.to_owned().view(), turned);
    assert_eq!(turned.to_reshaped(rows * columns).unwrap().to_vec(), turned.iter().copied().collect::<Vec<T>>());
    let zero = number(0);
    let mut wide = Array2::full((columns, rows + 3), zero);
    wide.slice_mut(s![.., 2..2 + rows as isize]).assign(&turned);
    check(wide.slice(s![.., 2..2 + rows as isize]), turned);
    assert!(wide.slice(s![.., ..2]).iter().chain(wide.slice(s![.., -1..]).iter()).all(|x| *x == zero));
    let mut target = Array2::full((columns, rows), zero);
    target.t_mut().assign(&a);
    check(target.view(), turned);
    // Rows that are not neighbours, and columns from a place that no line starts at.
    let part = a.slice(s![..;-1, 1..]);
    check(part.t().to_owned().view(), part.t());
}

#[test]
fn sizes_around_a_line() {
    for rows in [7, 8, 9, 16, 17, 40] {
        for columns in [7, 8, 9, 15, 16, 33] {
            turned(rows, columns, |n| n as f64);
            turned(rows, columns, |n| n as u32);
            turned(rows, columns, |n| Complex::new(n as f64, -(n as f64)));
            turned(rows, columns, |n| Rgb([n as u8, (n / 7) as u8, 1]));
            turned(rows, columns, |n| (n as u64, n as u64 + 1, n as u64 + 2));
        }
    }
    for (rows, columns) in [(63, 64), (64, 65), (65, 130), (129, 63)] {
        turned(rows, columns, |n| (n % 251) as u8);
        turned(rows, columns, |n| n as i16);
    }
    turned(20, 30, |_| ());
}

#[test]
fn axes_around_a_transpose() {
    let a = Array::from_fn((3, 20, 5, 18), |[i, j, k, l]| 10_000 * i + 500 * j + 20 * k + l);
    for axes in [[0, 3, 2, 1], [3, 1, 2, 0], [2, 3, 0, 1], [3, 2, 1, 0], [1, 3, 0, 2], [0, 2, 3, 1]] {
        let view = a.permute(axes);
        check(view.to_owned().view(), view);
        let reversed = a.flip().permute(axes);
        check(reversed.to_owned().view(), reversed);
    }
    let stretched = a.slice(s![0, .., 0, ..]).t().insert_axis::<1>().broadcast_to((18, 4, 20)).unwrap().to_owned();
    check(stretched.slice(s![.., 3, ..]), a.slice(s![0, .., 0, ..]).t());
    let parts = [a.slice(s![0, .., 0, ..]).t(), a.slice(s![1, .., 4, ..]).t()];
    let joined = Array::concat::<1>(&parts);
    check(joined.slice(s![.., ..20]), parts[0]);
    check(joined.slice(s![.., 20..]), parts[1]);
}

/// Results of 16 MiB and more, which are written past the caches where their rows are whole lines.
#[test]
fn large_ones() {
    for (rows, columns) in [(1504, 1504), (1504, 1501), (1501, 1504)] {
        let a = Array2::from_fn((rows, columns), |[i, j]| (i * columns + j) as f64);
        check(a.t().to_owned().view(), a.t());
    }
    let bytes = Array2::from_fn((4160, 4100), |[i, j]| (7 * i + 3 * j) as u8);
    check(bytes.t().to_owned().view(), bytes.t());
}

/// Kernels that only copy.
#[test]
fn kernels_that_turn() {
    fn check<T: ndweave::Element + PartialEq>(element: impl Fn(usize) -> T) {
        for (rows, columns) in [(7, 9), (8, 8), (16, 24), (19, 33), (40, 17), (100, 64)] {
            let a = Array2::from_fn((rows, columns), |[i, j]| element(i * columns + j));
            let turned = broadcast!(a[j, i] -> [i, j]);
            assert!(turned.indexed_iter().all(|([i, j], x)| *x == a[[j, i]]), "{rows} by {columns}");
            let stacks = Array::from_fn((rows, 3, columns), |[i, j, k]| element((i * 3 + j) * columns + k));
            let turned = broadcast!(stacks[k, j, i] -> [i, j, k]);
            assert!(turned.indexed_iter().all(|([i, j, k], x)| *x == stacks[[k, j, i]]), "{rows} by {columns}");
        }
    }
    check(|k| k as f32);
    check(|k| k as f64);
}
