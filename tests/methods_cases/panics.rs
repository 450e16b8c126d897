//! What methods say where there is no result, at the caller's line.

use std::panic::{AssertUnwindSafe, catch_unwind};

use ndweave::{Array, Array1, Array2, Const, axis};

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
