//! Long lines, and what methods say where there is no result.

use std::panic::{AssertUnwindSafe, catch_unwind};

use ndweave::{Array, Array1, Array2, Const, Extremes, axis};

fn message<R>(call: impl FnOnce() -> R) -> String {
    let error = catch_unwind(AssertUnwindSafe(call)).err().expect("a panic");
    error.downcast_ref::<String>().expect("a text").clone()
}

#[test]
fn nothing_to_choose_from() {
    let x = Array2::<f64>::zeros((4, 0));
    assert_eq!(message(|| x.min::<1>()), "`min` of nothing: axis 1 of shape [4, 0] has extent 0");
    assert_eq!(message(|| x.max_all()), "`max` of nothing: axis 1 of shape [4, 0] has extent 0");
    assert_eq!(message(|| x.argmin::<1>()), "`argmin` of nothing: axis 1 of shape [4, 0] has extent 0");
    assert_eq!(message(|| x.argmax_all()), "`argmax` of nothing: axis 1 of shape [4, 0] has extent 0");
    assert_eq!(message(|| x.ptp::<1>()), "`ptp` of nothing: axis 1 of shape [4, 0] has extent 0");
    assert_eq!(message(|| x.norm_inf::<1>()), "`norm_inf` of nothing: axis 1 of shape [4, 0] has extent 0");
    assert_eq!(message(|| x.median::<1>()), "`median` of nothing: axis 1 of shape [4, 0] has extent 0");
    // Along the other axis there is something, of nothing.
    assert_eq!(x.min::<0>().extents(), [0]);
    assert_eq!(x.argmax::<0>().extents(), [0]);
    assert_eq!(x.median::<0>().extents(), [0]);
}

#[test]
fn bad_arguments() {
    let x = Array1::from_vec(vec![1.0, 2.0]);
    assert_eq!(message(|| x.percentile::<0>(101.0)), "`percentile`: 101 is not between 0 and 100");
    assert_eq!(message(|| x.percentile_all(f64::NAN)), "`percentile`: NaN is not between 0 and 100");
    assert_eq!(message(|| x.histogram(0)), "`histogram`: there are no bins");
    assert_eq!(message(|| x.histogram_in(3, 2.0, 1.0)), "`histogram`: 2 to 1 is no range");
    let nan = Array1::from_vec(vec![1.0, f64::NAN]);
    assert!(message(|| nan.histogram(2)).contains("is not finite: NaN"));
    assert_eq!(message(|| Array::from([3, -2]).bincount(0)), "`bincount` counts integers from 0 on, not -2");
    assert_eq!(
        message(|| Array::from([3, 2]).bincount_of(&[1.0], 0)),
        "`bincount_of`: weights of shape [1] for elements of shape [2]"
    );
}

#[test]
fn known_extents_stay() {
    axis! {
        struct Row;
        struct Rgb = 3;
    }
    let x = Array::<f64, (Row, Rgb)>::full((Row(5), Rgb), 2.0);
    let sums: Array<f64, (Rgb,)> = x.sum::<0>();
    assert_eq!(sums.as_slice(), [10.0; 3]);
    let kept: Array<f64, (Row, Const<1>)> = x.mean_keeping::<1>();
    assert_eq!(kept.extents(), [5, 1]);
    let running: Array<f64, (Row, Rgb)> = x.cumsum::<1>();
    assert_eq!(running[[4, 2]], 6.0);
    let sorted: Array<f64, (Row, Rgb)> = x.sort::<0>();
    assert_eq!(sorted, x);
}

/// The place of the first greatest element, or of the first NaN.
#[expect(clippy::eq_op, reason = "a NaN differs from itself")]
fn first_greatest<T: Extremes>(line: &[T]) -> usize {
    let nan = line.iter().position(|x| x != x);
    nan.unwrap_or_else(|| (0..line.len()).rev().fold(0, |best, k| if line[k] >= line[best] { k } else { best }))
}

fn places<T: Extremes>(value: impl Fn(usize) -> T) {
    for shape in [[1, 5000], [3, 4500], [2100, 3], [37, 600], [600, 37], [9, 8]] {
        let columns = shape[1];
        let x = Array::from_fn(shape, |[i, j]| value(i * columns + j));
        let rows: Vec<usize> = x.as_slice().chunks_exact(columns).map(first_greatest).collect();
        assert_eq!(x.argmax::<1>().as_slice(), rows, "{shape:?}");
        let column = |j: usize| (0..shape[0]).map(|i| x[[i, j]]).collect::<Vec<_>>();
        let down: Vec<usize> = (0..columns).map(|j| first_greatest(&column(j))).collect();
        assert_eq!(x.argmax::<0>().as_slice(), down, "{shape:?}");
        assert_eq!(x.argmax_all(), first_greatest(x.as_slice()), "{shape:?}");
        assert_eq!(x.t().argmax_all(), first_greatest(&x.t().to_vec()), "{shape:?}");
        assert_eq!(x.reverse::<1>().argmax::<0>().to_vec(), down.into_iter().rev().collect::<Vec<_>>());
    }
}

#[test]
fn greatest_in_long_lines() {
    places(|k| (k * 7919 % 4999) as f64);
    places(|k| (k * 7919 % 61) as u8);
    places(|k| -((k * 31 % 977) as f64));
    places(|k| if k % 1777 == 1776 { f32::NAN } else { (k % 13) as f32 });
    places(|k| if k % 4421 == 4420 { f64::NAN } else { -f64::INFINITY });
    places(|k| if k % 2 == 0 { -0.0 } else { 0.0 });
    places(|_| 0u8);
}

#[test]
fn counts_of_long_lines() {
    let x = Array::from_fn((3, 1000), |[i, j]| (i + j) % 3 != 0);
    assert_eq!(x.count_nonzero::<1>(), [666, 667, 667]);
    assert_eq!(x.count_nonzero_all(), 2000);
    assert_eq!(x.sum_all(), 2000);
    assert_eq!(Array::full(1000, 2.5f32).count_nonzero_all(), 1000);
}

/// Complex numbers: NumPy's results.
#[test]
fn complex_numbers() {
    use num_complex::Complex;
    let c = Complex::<f64>::new;
    let x = Array::from([[c(1.0, 2.0), c(3.0, -1.0)], [c(0.0, 1.0), c(-2.0, 0.5)]]);
    assert_eq!(x.sum::<0>(), [c(1.0, 3.0), c(1.0, -0.5)]);
    assert_eq!(x.sum_all(), c(2.0, 2.5));
    assert_eq!(x.prod_all(), c(7.5, -12.5));
    assert_eq!(x.mean::<1>(), [c(2.0, 0.5), c(-1.0, 0.75)]);
    assert_eq!(x.var::<0>(0), [0.5, 6.8125]);
    assert!((x.var_all(1) - 5.895833333333333).abs() < 1e-14);
    assert!((x.std_all(0) - 2.1028254801575903).abs() < 1e-14);
    assert_eq!(x.norm_all(), 4.5);
    assert!((x.norm_1::<1>()[1] - 3.06155281).abs() < 1e-8);
    assert!((x.norm_inf_all() - 3.1622776601683795).abs() < 1e-14);
    assert_eq!(x.cumsum::<0>(), [[c(1.0, 2.0), c(3.0, -1.0)], [c(1.0, 3.0), c(1.0, -0.5)]]);
    assert_eq!(x.cumprod::<1>(), [[c(1.0, 2.0), c(5.0, 5.0)], [c(0.0, 1.0), c(-0.5, -2.0)]]);
    assert_eq!(x.diff::<0>(), [[c(-1.0, -1.0), c(-5.0, 1.5)]]);
    assert_eq!(x.count_nonzero_all(), 4);
}

/// Elements of one's own: `element!` says that they are numbers.
#[test]
fn elements_of_ones_own() {
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Mod7(u8);
    impl std::ops::Add for Mod7 {
        type Output = Self;
        fn add(self, rhs: Self) -> Self {
            Mod7((self.0 + rhs.0) % 7)
        }
    }
    impl std::ops::Mul for Mod7 {
        type Output = Self;
        fn mul(self, rhs: Self) -> Self {
            Mod7(self.0 * rhs.0 % 7)
        }
    }
    impl num_traits::Zero for Mod7 {
        fn zero() -> Self {
            Mod7(0)
        }
        fn is_zero(&self) -> bool {
            self.0 == 0
        }
    }
    impl num_traits::One for Mod7 {
        fn one() -> Self {
            Mod7(1)
        }
    }
    ndweave::element!(Mod7);
    let x = Array::from_fn((5, 40), |[i, j]| Mod7(((i + 2 * j) % 7) as u8));
    let plain = |f: fn(u32, u32) -> u32, start| x.iter().fold(start, |a, b| f(a, b.0.into()) % 7) as u8;
    assert_eq!(x.sum_all(), Mod7(plain(|a, b| a + b, 0)));
    assert_eq!(x.view().slice(ndweave::s![.., ..;7]).prod::<1>()[1], Mod7(1));
    assert_eq!(x.cumsum::<1>().index_axis::<1>(39).to_vec(), x.sum::<1>().to_vec());
    assert_eq!(x.count_nonzero_all(), x.iter().filter(|x| x.0 != 0).count());
}
