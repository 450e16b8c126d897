//! The messages of `assert_allclose!` and `assert_array_equal!`, beside those that NumPy 2.4 prints for the same numbers
//! (`numpy.testing`), and the lines that they name.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;

use ndweave::{Array, Array1, Const, assert_allclose, assert_array_equal, s};
use num_complex::Complex;

/// The text of the panic, and the line of this file that it names.
fn failure(call: impl FnOnce()) -> (String, u32) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    static LINE: Mutex<u32> = Mutex::new(0);
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let before = panic::take_hook();
    panic::set_hook(Box::new(|info| {
        let place = info.location().filter(|place| place.file() == file!());
        *LINE.lock().unwrap() = place.map_or(0, |place| place.line());
    }));
    let caught = panic::catch_unwind(AssertUnwindSafe(call));
    panic::set_hook(before);
    let payload = caught.expect_err("the assertion holds");
    let text = payload.downcast_ref::<String>().expect("a message").clone();
    (text, *LINE.lock().unwrap())
}

#[test]
fn close_arrays_pass() {
    assert_allclose!([1.0, 2.0], [1.0, 2.0 + 1.9e-7]);
    assert_allclose!(5.0f32, 5.0f32);
    assert_allclose!(vec![1.0, f64::INFINITY, f64::NAN, -0.0], [1.0, f64::INFINITY, f64::NAN, 0.0], rtol = 0.0);
    assert_allclose!([100, 200u8], [101, 198], 0.011);
    assert_allclose!([0.5, 0.75], [0.0, 0.0], atol = 0.75);
    assert_allclose!(Array1::<f64>::zeros(0), [0.0; 0]);
    assert_allclose!(Array1::<f64>::zeros(0), 3.0);
    assert_allclose!(3.0, Array::full((2, 3), 3.0).view(), rtol = 0.0, atol = 0.0);
    assert_array_equal!([f64::NAN, 0.0], &vec![f64::NAN, -0.0]);
    assert_array_equal!(true, [[true, true]]);
    let a = Array::from_fn((2, 3), |[i, j]| 10 * i + j);
    assert_array_equal!(a.slice(s![.., ..;2]), [[0, 2], [10, 12]]);
}

#[test]
fn one_mismatch() {
    // numpy.testing.assert_allclose([1., 2., 4.], [1., 2., 3.])
    let (text, line) = failure(|| assert_allclose!([1.0, 2.0, 4.0], vec![1.0, 2.0, 3.0]));
    assert_eq!(line, line!() - 1);
    assert_eq!(
        text,
        "Not equal to tolerance rtol=1e-7, atol=0.0\n\n\
         Mismatched elements: 1 / 3 (33.3%)\n\
         Mismatch at index:\n \
         [2]: 4.0 (ACTUAL), 3.0 (DESIRED)\n\
         Max absolute difference among violations: 1.\n\
         Max relative difference among violations: 0.33333333\n \
         ACTUAL: array([1., 2., 4.])\n \
         DESIRED: array([1., 2., 3.])"
    );
}

#[test]
fn mismatches_of_a_matrix_in_any_layout() {
    // numpy.testing.assert_allclose(a, a + np.array([0, .5, 0]), rtol=1e-3, atol=0.1) of a = np.arange(6.).reshape(2, 3)
    let a = Array::from([[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]]);
    let b = [[0.0, 1.5, 2.0], [3.0, 4.5, 5.0]];
    let (text, line) = failure(|| assert_allclose!(a.t(), b, 1e-3, 0.1));
    assert_eq!(line, line!() - 1);
    assert_eq!(
        text,
        "Not equal to tolerance rtol=0.001, atol=0.1\n\n\
         Mismatched elements: 2 / 6 (33.3%)\n\
         Mismatch at indices:\n \
         [0, 1]: 1.0 (ACTUAL), 1.5 (DESIRED)\n \
         [1, 1]: 4.0 (ACTUAL), 4.5 (DESIRED)\n\
         Max absolute difference among violations: 0.5\n\
         Max relative difference among violations: 0.33333333\n \
         ACTUAL: array([[0., 1., 2.],\n       [3., 4., 5.]])\n \
         DESIRED: array([[0. , 1.5, 2. ],\n       [3. , 4.5, 5. ]])"
    );
}

#[test]
fn only_the_first_five_are_listed() {
    // x = np.arange(2000.); numpy.testing.assert_array_equal(x, x + (x % 7 == 3))
    let x = Array::arange(0.0, 2000.0, 1.0);
    let (text, _) = failure(|| assert_array_equal!(x, x.map(|x| x + f64::from(x % 7.0 == 3.0))));
    let head = "Arrays are not equal\n\n\
         Mismatched elements: 286 / 2000 (14.3%)\n\
         First 5 mismatches are at indices:\n \
         [3]: 3.0 (ACTUAL), 4.0 (DESIRED)\n \
         [10]: 10.0 (ACTUAL), 11.0 (DESIRED)\n \
         [17]: 17.0 (ACTUAL), 18.0 (DESIRED)\n \
         [24]: 24.0 (ACTUAL), 25.0 (DESIRED)\n \
         [31]: 31.0 (ACTUAL), 32.0 (DESIRED)\n\
         Max absolute difference among violations: 1.\n\
         Max relative difference among violations: 0.25\n";
    assert!(text.starts_with(head), "{text}");
}

/// The lines of a report between the headline and the arrays.
fn middle(text: &str) -> Vec<&str> {
    text.lines().skip(2).take_while(|line| !line.starts_with(" ACTUAL")).collect()
}

#[test]
fn integers_have_whole_distances() {
    // numpy.testing.assert_array_equal([1, 2, 3], [1, 5, 7])
    let (text, _) = failure(|| assert_array_equal!([1, 2, 3], [1, 5, 7]));
    assert_eq!(
        middle(&text)[2..],
        [
            " [1]: 2 (ACTUAL), 5 (DESIRED)",
            " [2]: 3 (ACTUAL), 7 (DESIRED)",
            "Max absolute difference among violations: 4",
            "Max relative difference among violations: 0.6",
        ]
    );
    // NumPy's differences of unsigned numbers wrap; these do not.
    let (text, _) = failure(|| assert_allclose!([200u8, 3], [10u8, 200]));
    assert_eq!(middle(&text)[4], "Max absolute difference among violations: 197");
    assert_eq!(middle(&text)[5], "Max relative difference among violations: 19.");
    let (text, _) = failure(|| assert_allclose!([i64::MIN], [i64::MAX], 1.9));
    assert_eq!(middle(&text)[3], "Max absolute difference among violations: 18446744073709552000");
}

#[test]
fn truth_values_have_no_distances() {
    // numpy.testing.assert_array_equal([True, False], [True, True])
    let (text, _) = failure(|| assert_array_equal!([true, false], [true, true]));
    assert_eq!(
        middle(&text),
        ["Mismatched elements: 1 / 2 (50%)", "Mismatch at index:", " [1]: False (ACTUAL), True (DESIRED)"]
    );
}

#[test]
fn complex_numbers() {
    // numpy.testing.assert_array_equal([1+2j, 3], [1+2j, 4])
    let z = |re: f64, im: f64| Complex::new(re, im);
    let (text, _) = failure(|| assert_array_equal!(vec![z(1.0, 2.0), z(3.0, 0.0)], [z(1.0, 2.0), z(4.0, 0.0)]));
    assert_eq!(middle(&text)[2], " [1]: (3+0j) (ACTUAL), (4+0j) (DESIRED)");
    assert_eq!(middle(&text)[4], "Max relative difference among violations: 0.25");
}

#[test]
fn shapes_have_to_be_equal() {
    let a = Array::from_fn((2, 3), |[i, j]| (3 * i + j) as f64);
    let (text, line) = failure(|| assert_allclose!(a, [0.0, 1.0, 2.0]));
    assert_eq!(line, line!() - 1);
    assert_eq!(
        text.lines().nth(2).unwrap(),
        "(shapes [2, 3], [3] mismatch)",
        "a row is not stretched, as numpy.testing does not stretch it"
    );
    let (text, _) = failure(|| assert_array_equal!(Array::full((Const::<4>, 1), 7), Array::full((4, 5), 7)));
    assert_eq!(text.lines().nth(2).unwrap(), "(shapes [4, 1], [4, 5] mismatch)");
}

#[test]
fn numbers_stand_for_arrays() {
    // numpy.testing.assert_allclose(5.0, [5., 6.]) and (5.0, 6.)
    let (text, _) = failure(|| assert_allclose!(5.0, [5.0, 6.0]));
    assert_eq!(
        middle(&text),
        [
            "Mismatched elements: 1 / 2 (50%)",
            "Mismatch at index:",
            " [1]: 5.0 (ACTUAL), 6.0 (DESIRED)",
            "Max absolute difference among violations: 1.",
            "Max relative difference among violations: 0.16666667",
        ]
    );
    let (text, _) = failure(|| assert_allclose!(5.0, 6.0));
    assert_eq!(middle(&text)[0], "Mismatched elements: 1 / 1 (100%)");
    assert_eq!(middle(&text)[1], "Max absolute difference among violations: 1.");
}

#[test]
fn what_is_not_finite() {
    let (text, _) = failure(|| assert_allclose!([1.0, f64::NAN, 4.0], [1.0, 2.0, f64::NAN]));
    assert_eq!(middle(&text)[2..4], [" [1]: nan (ACTUAL), 2.0 (DESIRED)", " [2]: 4.0 (ACTUAL), nan (DESIRED)"]);
    assert_eq!(middle(&text)[4], "Max absolute difference among violations: nan");
    let inf = f64::INFINITY;
    let (text, _) = failure(|| assert_allclose!([inf, -inf, 3.0], [inf, inf, inf], rtol = 10.0));
    assert_eq!(middle(&text)[0], "Mismatched elements: 2 / 3 (66.7%)");
    let (text, _) = failure(|| assert_allclose!([f32::NAN], [f32::NAN], equal_nan = false));
    assert_eq!(middle(&text)[2], " [0]: nan (ACTUAL), nan (DESIRED)");
    // numpy.testing.assert_allclose([1., 0, 4.], [0, 0, 0], rtol=0.1)
    let (text, _) = failure(|| assert_allclose!([1.0, 0.0, 4.0], 0.0, rtol = 0.1));
    assert_eq!(middle(&text)[5], "Max relative difference among violations: inf");
}

#[test]
fn tolerances_are_of_the_desired_number() {
    // |9 - 10| ≤ 0.1·10, but not |10 - 9| ≤ 0.1·9.
    assert_allclose!([9.0], [10.0], rtol = 0.1);
    failure(|| assert_allclose!([10.0], [9.0], rtol = 0.1));
    assert_allclose!([10.0], [9.0], atol = 0.125, rtol = 0.1);
}

#[test]
fn closeness_as_a_question() {
    let x = Array::from([[1.0, -100.0], [f64::INFINITY, 0.0]]).into_dynamic();
    // |x − y| ≤ atol + rtol·|y|, of the other array's element.
    assert!(x.allclose(&[[1.0, -101.0], [f64::INFINITY, 0.0]], 0.01, 0.0));
    assert!(!x.allclose(&[[1.0, -99.0], [f64::INFINITY, 0.0]], 0.01, 0.0));
    assert!(x.allclose(&[[1.5, -100.0], [f64::INFINITY, -0.5]], 0.0, 0.5));
    assert!(!x.allclose(&[[1.0, -100.0], [f64::NEG_INFINITY, 0.0]], 1.0, 1e300));
    assert!(!x.allclose(&[[1.0, -100.0, 0.0], [f64::INFINITY, 0.0, 0.0]], 1.0, 1.0));
    let nan = Array::from([f64::NAN]);
    assert!(!nan.allclose(&nan, 1.0, 1.0));
    assert!(x.slice(s![0, ..]).allclose(&0.0, 0.0, 100.0) && !x.allclose(&0.0, 0.0, 100.0));
    assert!(Array::<f64, _>::zeros(0).allclose(&[1.0; 0], 0.0, 0.0));
}
