// Written by tests/generate/format.py with NumPy 2.4.6: 137 arrays. Do not edit.

use super::{Complex, View, sequence};

#[test]
fn whole() {
    let buffer: Vec<f64> = vec![1.0, 2.0, 3.0, 4.0];
    let view = View::from_slice_strided(&buffer, [2, 2], [2, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[1. 2.]
 [3. 4.]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[1., 2.],
       [3., 4.]])"
    );
}

#[test]
fn one_decimal() {
    let buffer: Vec<f64> = vec![1.5, 2.0, -3.0];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[ 1.5  2.  -3. ]");
    assert_eq!(format!("{view:?}"), r"array([ 1.5,  2. , -3. ])");
}

#[test]
fn decimals_differ() {
    let buffer: Vec<f64> = vec![1.25, 2.5, -3.125, 10.0];
    let view = View::from_slice_strided(&buffer, [4], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[ 1.25   2.5   -3.125 10.   ]");
    assert_eq!(format!("{view:?}"), r"array([ 1.25 ,  2.5  , -3.125, 10.   ])");
}

#[test]
fn thirds() {
    let buffer: Vec<f64> = vec![0.3333333333333333, 0.6666666666666666, 1.0];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[0.33333333 0.66666667 1.        ]");
    assert_eq!(format!("{view:?}"), r"array([0.33333333, 0.66666667, 1.        ])");
}

#[test]
fn rounded_up_to_whole() {
    let buffer: Vec<f64> = vec![0.9999999999, 1.5];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.  1.5]");
    assert_eq!(format!("{view:?}"), r"array([1. , 1.5])");
}

#[test]
fn ninth_decimal_is_lost() {
    let buffer: Vec<f64> = vec![1.123456789, 1.1234567891234];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.12345679 1.12345679]");
    assert_eq!(format!("{view:?}"), r"array([1.12345679, 1.12345679])");
}

#[test]
fn tie_of_the_ninth_decimal() {
    let buffer: Vec<f64> = vec![1.001953125, 1.000000005];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.00195312 1.        ]");
    assert_eq!(format!("{view:?}"), r"array([1.00195312, 1.        ])");
}

#[test]
fn negative_zero() {
    let buffer: Vec<f64> = vec![-0.0, 0.0, 1.0];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[-0.  0.  1.]");
    assert_eq!(format!("{view:?}"), r"array([-0.,  0.,  1.])");
}

#[test]
fn zeros() {
    let buffer: Vec<f64> = vec![0.0, 0.0, 0.0];
    let view = View::from_slice_strided(&buffer, [1, 3], [3, 1], 0).unwrap();
    assert_eq!(view.to_string(), r"[[0. 0. 0.]]");
    assert_eq!(format!("{view:?}"), r"array([[0., 0., 0.]])");
}

#[test]
fn one_element() {
    let buffer: Vec<f64> = vec![3.0];
    let view = View::from_slice_strided(&buffer, [1], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[3.]");
    assert_eq!(format!("{view:?}"), r"array([3.])");
}

#[test]
fn small() {
    let buffer: Vec<f64> = vec![1.0e-05, 2.0e-05];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.e-05 2.e-05]");
    assert_eq!(format!("{view:?}"), r"array([1.e-05, 2.e-05])");
}

#[test]
fn just_not_small() {
    let buffer: Vec<f64> = vec![0.0001, 0.0002];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[0.0001 0.0002]");
    assert_eq!(format!("{view:?}"), r"array([0.0001, 0.0002])");
}

#[test]
fn large() {
    let buffer: Vec<f64> = vec![1.0e+08, 2.0e+08];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.e+08 2.e+08]");
    assert_eq!(format!("{view:?}"), r"array([1.e+08, 2.e+08])");
}

#[test]
fn just_not_large() {
    let buffer: Vec<f64> = vec![9.9999999e+07, 1.23456785e+07];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[99999999.  12345678.5]");
    assert_eq!(format!("{view:?}"), r"array([99999999. , 12345678.5])");
}

#[test]
fn wide_ratio() {
    let buffer: Vec<f64> = vec![1.0, 1000.5];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.0000e+00 1.0005e+03]");
    assert_eq!(format!("{view:?}"), r"array([1.0000e+00, 1.0005e+03])");
}

#[test]
fn just_not_wide_ratio() {
    let buffer: Vec<f64> = vec![1.0, 1000.0];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[   1. 1000.]");
    assert_eq!(format!("{view:?}"), r"array([   1., 1000.])");
}

#[test]
fn wide_ratio_with_zero() {
    let buffer: Vec<f64> = vec![0.0, 0.001, 123.456];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[0.00000e+00 1.00000e-03 1.23456e+02]");
    assert_eq!(format!("{view:?}"), r"array([0.00000e+00, 1.00000e-03, 1.23456e+02])");
}

#[test]
fn long_mantissa_in_scientific() {
    let buffer: Vec<f64> = vec![3.333333333333333e-08, 1.0e+10];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[3.33333333e-08 1.00000000e+10]");
    assert_eq!(format!("{view:?}"), r"array([3.33333333e-08, 1.00000000e+10])");
}

#[test]
fn three_digit_exponents() {
    let buffer: Vec<f64> = vec![1.0e-300, 1.0e+300, 1.0];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.e-300 1.e+300 1.e+000]");
    assert_eq!(format!("{view:?}"), r"array([1.e-300, 1.e+300, 1.e+000])");
}

#[test]
fn two_digit_exponents() {
    let buffer: Vec<f64> = vec![1.5e-10, -2.25e+10];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[ 1.50e-10 -2.25e+10]");
    assert_eq!(format!("{view:?}"), r"array([ 1.50e-10, -2.25e+10])");
}

#[test]
fn largest_and_smallest() {
    let buffer: Vec<f64> = vec![1.7976931348623157e+308, 5.0e-324, 2.2250738585072014e-308];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.79769313e+308 4.94065646e-324 2.22507386e-308]");
    assert_eq!(format!("{view:?}"), r"array([1.79769313e+308, 4.94065646e-324, 2.22507386e-308])");
}

#[test]
fn nan() {
    let buffer: Vec<f64> = vec![f64::NAN, 1.0, 2.5];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[nan 1.  2.5]");
    assert_eq!(format!("{view:?}"), r"array([nan, 1. , 2.5])");
}

#[test]
fn nan_alone() {
    let buffer: Vec<f64> = vec![f64::NAN, f64::NAN];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[nan nan]");
    assert_eq!(format!("{view:?}"), r"array([nan, nan])");
}

#[test]
fn infinities() {
    let buffer: Vec<f64> = vec![f64::INFINITY, f64::NEG_INFINITY, 1.25];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[ inf -inf 1.25]");
    assert_eq!(format!("{view:?}"), r"array([ inf, -inf, 1.25])");
}

#[test]
fn infinity_alone() {
    let buffer: Vec<f64> = vec![f64::INFINITY];
    let view = View::from_slice_strided(&buffer, [1], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[inf]");
    assert_eq!(format!("{view:?}"), r"array([inf])");
}

#[test]
fn negative_infinity_alone() {
    let buffer: Vec<f64> = vec![f64::NEG_INFINITY, f64::NAN];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[-inf  nan]");
    assert_eq!(format!("{view:?}"), r"array([-inf,  nan])");
}

#[test]
fn nan_in_scientific() {
    let buffer: Vec<f64> = vec![f64::NAN, 1.0e-10, -1.0];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[    nan  1.e-10 -1.e+00]");
    assert_eq!(format!("{view:?}"), r"array([    nan,  1.e-10, -1.e+00])");
}

#[test]
fn infinities_of_wide_numbers() {
    let buffer: Vec<f64> = vec![f64::NEG_INFINITY, 123456.75, 234567.5];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[     -inf 123456.75 234567.5 ]");
    assert_eq!(format!("{view:?}"), r"array([     -inf, 123456.75, 234567.5 ])");
}

#[test]
fn negative_nan_and_short_numbers() {
    let buffer: Vec<f64> = vec![f64::NAN, -1.0, 0.0, f64::NEG_INFINITY];
    let view = View::from_slice_strided(&buffer, [2, 2], [2, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[ nan  -1.]
 [  0. -inf]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[ nan,  -1.],
       [  0., -inf]])"
    );
}

#[test]
fn f32_shortest() {
    let buffer: Vec<f32> = vec![0.1, 0.2, 0.3];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[0.1 0.2 0.3]");
    assert_eq!(format!("{view:?}"), r"array([0.1, 0.2, 0.3], dtype=float32)");
}

#[test]
fn f32_large() {
    let buffer: Vec<f32> = vec![1234567.0, 1.0];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.234567e+06 1.000000e+00]");
    assert_eq!(format!("{view:?}"), r"array([1.234567e+06, 1.000000e+00], dtype=float32)");
}

#[test]
fn f32_just_not_large() {
    let buffer: Vec<f32> = vec![999999.0, 10001.0];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[999999.  10001.]");
    assert_eq!(format!("{view:?}"), r"array([999999.,  10001.], dtype=float32)");
}

#[test]
fn f32_just_small() {
    let buffer: Vec<f32> = vec![0.0001, 0.0002];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[0.0001 0.0002]");
    assert_eq!(format!("{view:?}"), r"array([0.0001, 0.0002], dtype=float32)");
}

#[test]
fn f32_small() {
    let buffer: Vec<f32> = vec![1.0e-05, 0.1];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.e-05 1.e-01]");
    assert_eq!(format!("{view:?}"), r"array([1.e-05, 1.e-01], dtype=float32)");
}

#[test]
fn f32_long() {
    let buffer: Vec<f32> = vec![0.33333334, 0.6666667, 142.85715];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[  0.33333334   0.6666667  142.85715   ]");
    assert_eq!(format!("{view:?}"), r"array([  0.33333334,   0.6666667 , 142.85715   ], dtype=float32)");
}

#[test]
fn f32_places_filled_with_digits() {
    let buffer: Vec<f32> = vec![3.3333333e-06, 0.1];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[3.3333333e-06 1.0000000e-01]");
    assert_eq!(format!("{view:?}"), r"array([3.3333333e-06, 1.0000000e-01], dtype=float32)");
}

#[test]
fn f32_ties_of_the_shortest_text() {
    let buffer: Vec<f32> = vec![-134833.62, 5594.5312];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[-134833.62      5594.5312]");
    assert_eq!(format!("{view:?}"), r"array([-134833.62  ,    5594.5312], dtype=float32)");
}

#[test]
fn f32_scalar_tie() {
    let buffer: Vec<f32> = vec![1363055.2];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"1.3630552e+06");
    assert_eq!(format!("{view:?}"), r"array(1.3630552e+06, dtype=float32)");
}

#[test]
fn f32_matrix() {
    let buffer: Vec<f32> = vec![1.5, -2.0, 0.25, 100.0];
    let view = View::from_slice_strided(&buffer, [2, 2], [2, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[  1.5   -2.  ]
 [  0.25 100.  ]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[  1.5 ,  -2.  ],
       [  0.25, 100.  ]], dtype=float32)"
    );
}

#[test]
fn scalar_one() {
    let buffer: Vec<f64> = vec![1.0];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"1.0");
    assert_eq!(format!("{view:?}"), r"array(1.)");
}

#[test]
fn scalar_tenth() {
    let buffer: Vec<f64> = vec![0.1];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"0.1");
    assert_eq!(format!("{view:?}"), r"array(0.1)");
}

#[test]
fn scalar_large() {
    let buffer: Vec<f64> = vec![1.0e+16];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"1e+16");
    assert_eq!(format!("{view:?}"), r"array(1.e+16)");
}

#[test]
fn scalar_not_large() {
    let buffer: Vec<f64> = vec![1.0e+15];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"1000000000000000.0");
    assert_eq!(format!("{view:?}"), r"array(1.e+15)");
}

#[test]
fn scalar_long() {
    let buffer: Vec<f64> = vec![0.6666666666666666];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"0.6666666666666666");
    assert_eq!(format!("{view:?}"), r"array(0.66666667)");
}

#[test]
fn scalar_small() {
    let buffer: Vec<f64> = vec![1.5e-05];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"1.5e-05");
    assert_eq!(format!("{view:?}"), r"array(1.5e-05)");
}

#[test]
fn scalar_not_small() {
    let buffer: Vec<f64> = vec![0.0001];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"0.0001");
    assert_eq!(format!("{view:?}"), r"array(0.0001)");
}

#[test]
fn scalar_zero() {
    let buffer: Vec<f64> = vec![0.0];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"0.0");
    assert_eq!(format!("{view:?}"), r"array(0.)");
}

#[test]
fn scalar_minus_zero() {
    let buffer: Vec<f64> = vec![-0.0];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"-0.0");
    assert_eq!(format!("{view:?}"), r"array(-0.)");
}

#[test]
fn scalar_nan() {
    let buffer: Vec<f64> = vec![f64::NAN];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"nan");
    assert_eq!(format!("{view:?}"), r"array(nan)");
}

#[test]
fn scalar_minus_inf() {
    let buffer: Vec<f64> = vec![f64::NEG_INFINITY];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"-inf");
    assert_eq!(format!("{view:?}"), r"array(-inf)");
}

#[test]
fn f32_scalar_tenth() {
    let buffer: Vec<f32> = vec![0.1];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"0.1");
    assert_eq!(format!("{view:?}"), r"array(0.1, dtype=float32)");
}

#[test]
fn f32_scalar_million() {
    let buffer: Vec<f32> = vec![1000000.0];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"1e+06");
    assert_eq!(format!("{view:?}"), r"array(1.e+06, dtype=float32)");
}

#[test]
fn f32_scalar_not_million() {
    let buffer: Vec<f32> = vec![999999.94];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"999999.94");
    assert_eq!(format!("{view:?}"), r"array(999999.94, dtype=float32)");
}

#[test]
fn f32_scalar_small() {
    let buffer: Vec<f32> = vec![0.0001];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"1e-04");
    assert_eq!(format!("{view:?}"), r"array(0.0001, dtype=float32)");
}

#[test]
fn f32_scalar_third() {
    let buffer: Vec<f32> = vec![0.33333334];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"0.33333334");
    assert_eq!(format!("{view:?}"), r"array(0.33333334, dtype=float32)");
}

#[test]
fn three_decimals() {
    let buffer: Vec<f64> = vec![1.0, 2.0005, -3.98765];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[ 1.       2.0005  -3.98765]");
    assert_eq!(format!("{view:?}"), r"array([ 1.     ,  2.0005 , -3.98765])");
    assert_eq!(format!("{view:.3}"), r"[ 1.000  2.001 -3.988]");
}

#[test]
fn no_decimals() {
    let buffer: Vec<f64> = vec![1.5, 2.5, 100.0];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[  1.5   2.5 100. ]");
    assert_eq!(format!("{view:?}"), r"array([  1.5,   2.5, 100. ])");
    assert_eq!(format!("{view:.0}"), r"[  2.   2. 100.]");
}

#[test]
fn decimals_of_wide_numbers() {
    let buffer: Vec<f64> = vec![1.0e-05, 22222.25];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.000000e-05 2.222225e+04]");
    assert_eq!(format!("{view:?}"), r"array([1.000000e-05, 2.222225e+04])");
    assert_eq!(format!("{view:.2}"), r"[    0.00 22222.25]");
}

#[test]
fn decimals_of_large_numbers() {
    let buffer: Vec<f64> = vec![1.0e+09, 1.0];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.e+09 1.e+00]");
    assert_eq!(format!("{view:?}"), r"array([1.e+09, 1.e+00])");
    assert_eq!(format!("{view:.2}"), r"[1.00e+09 1.00e+00]");
}

#[test]
fn decimals_and_nan() {
    let buffer: Vec<f64> = vec![f64::NAN, 1.0, f64::NEG_INFINITY];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[ nan   1. -inf]");
    assert_eq!(format!("{view:?}"), r"array([ nan,   1., -inf])");
    assert_eq!(format!("{view:.1}"), r"[ nan  1.0 -inf]");
}

#[test]
fn decimals_of_a_matrix() {
    let buffer: Vec<f64> = vec![1.0, 10.0, 100.0, 0.5];
    let view = View::from_slice_strided(&buffer, [2, 2], [2, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[  1.   10. ]
 [100.    0.5]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[  1. ,  10. ],
       [100. ,   0.5]])"
    );
    assert_eq!(
        format!("{view:.4}"),
        r"[[  1.0000  10.0000]
 [100.0000   0.5000]]"
    );
}

#[test]
fn decimals_of_f32() {
    let buffer: Vec<f32> = vec![0.1, 0.7];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[0.1 0.7]");
    assert_eq!(format!("{view:?}"), r"array([0.1, 0.7], dtype=float32)");
    assert_eq!(format!("{view:.10}"), r"[0.1000000015 0.6999999881]");
}

#[test]
fn decimals_of_a_scalar() {
    let buffer: Vec<f64> = vec![0.6666666666666666];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"0.6666666666666666");
    assert_eq!(format!("{view:?}"), r"array(0.66666667)");
    assert_eq!(format!("{view:.3}"), r"0.667");
}

#[test]
fn decimals_of_complex() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(1.0, 2.0), Complex::new(-0.5, 10.25)];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[ 1.  +2.j   -0.5+10.25j]");
    assert_eq!(format!("{view:?}"), r"array([ 1.  +2.j  , -0.5+10.25j])");
    assert_eq!(format!("{view:.2}"), r"[ 1.00 +2.00j -0.50+10.25j]");
}

#[test]
fn i64() {
    let buffer: Vec<i64> = vec![1, -20, 300, 4];
    let view = View::from_slice_strided(&buffer, [2, 2], [2, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[  1 -20]
 [300   4]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[  1, -20],
       [300,   4]])"
    );
}

#[test]
fn i64_extremes() {
    let buffer: Vec<i64> = vec![-9223372036854775808, 9223372036854775807, 0];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[-9223372036854775808  9223372036854775807                    0]");
    assert_eq!(format!("{view:?}"), r"array([-9223372036854775808,  9223372036854775807,                    0])");
}

#[test]
fn u64_largest() {
    let buffer: Vec<u64> = vec![18446744073709551615, 0];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[18446744073709551615                    0]");
    assert_eq!(format!("{view:?}"), r"array([18446744073709551615,                    0], dtype=uint64)");
}

#[test]
fn i32() {
    let buffer: Vec<i32> = vec![1, 2, 3];
    let view = View::from_slice_strided(&buffer, [3], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1 2 3]");
    assert_eq!(format!("{view:?}"), r"array([1, 2, 3], dtype=int32)");
}

#[test]
fn u8() {
    let buffer: Vec<u8> = vec![0, 255, 7, 42];
    let view = View::from_slice_strided(&buffer, [2, 2], [2, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[  0 255]
 [  7  42]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[  0, 255],
       [  7,  42]], dtype=uint8)"
    );
}

#[test]
fn i8() {
    let buffer: Vec<i8> = vec![-128, 127];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[-128  127]");
    assert_eq!(format!("{view:?}"), r"array([-128,  127], dtype=int8)");
}

#[test]
fn u16_i16() {
    let buffer: Vec<u16> = vec![1, 65535];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[    1 65535]");
    assert_eq!(format!("{view:?}"), r"array([    1, 65535], dtype=uint16)");
}

#[test]
fn i16() {
    let buffer: Vec<i16> = vec![-1];
    let view = View::from_slice_strided(&buffer, [1, 1], [1, 1], 0).unwrap();
    assert_eq!(view.to_string(), r"[[-1]]");
    assert_eq!(format!("{view:?}"), r"array([[-1]], dtype=int16)");
}

#[test]
fn u32() {
    let buffer: Vec<u32> = vec![4294967295];
    let view = View::from_slice_strided(&buffer, [1], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[4294967295]");
    assert_eq!(format!("{view:?}"), r"array([4294967295], dtype=uint32)");
}

#[test]
fn bools() {
    let buffer: Vec<bool> = vec![true, false, false, false];
    let view = View::from_slice_strided(&buffer, [2, 2], [2, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[ True False]
 [False False]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[ True, False],
       [False, False]])"
    );
}

#[test]
fn bools_all_true() {
    let buffer: Vec<bool> = vec![true, true];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[ True  True]");
    assert_eq!(format!("{view:?}"), r"array([ True,  True])");
}

#[test]
fn bool_scalar() {
    let buffer: Vec<bool> = vec![true];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"True");
    assert_eq!(format!("{view:?}"), r"array(True)");
}

#[test]
fn bool_scalar_false() {
    let buffer: Vec<bool> = vec![false];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"False");
    assert_eq!(format!("{view:?}"), r"array(False)");
}

#[test]
fn i64_scalar() {
    let buffer: Vec<i64> = vec![-7];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"-7");
    assert_eq!(format!("{view:?}"), r"array(-7)");
}

#[test]
fn u8_scalar() {
    let buffer: Vec<u8> = vec![200];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"200");
    assert_eq!(format!("{view:?}"), r"array(200, dtype=uint8)");
}

#[test]
fn complex() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(1.0, 2.0), Complex::new(3.5, -4.0)];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1. +2.j 3.5-4.j]");
    assert_eq!(format!("{view:?}"), r"array([1. +2.j, 3.5-4.j])");
}

#[test]
fn complex_matrix() {
    let buffer: Vec<Complex<f64>> =
        vec![Complex::new(0.0, 1.0), Complex::new(1.0, 0.0), Complex::new(-1.25, 0.0), Complex::new(0.5, -10.0)];
    let view = View::from_slice_strided(&buffer, [2, 2], [2, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[ 0.   +1.j  1.   +0.j]
 [-1.25 +0.j  0.5 -10.j]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[ 0.   +1.j,  1.   +0.j],
       [-1.25 +0.j,  0.5 -10.j]])"
    );
}

#[test]
fn complex_nan() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(f64::NAN, 1.0), Complex::new(1.0, f64::NAN)];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[nan +1.j  1.+nanj]");
    assert_eq!(format!("{view:?}"), r"array([nan +1.j,  1.+nanj])");
}

#[test]
fn complex_inf() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(f64::INFINITY, f64::NEG_INFINITY), Complex::new(-1.5, 2.25)];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[ inf -infj -1.5+2.25j]");
    assert_eq!(format!("{view:?}"), r"array([ inf -infj, -1.5+2.25j])");
}

#[test]
fn complex_imaginary_nan_only() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(0.0, f64::NAN)];
    let view = View::from_slice_strided(&buffer, [1], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[0.+nanj]");
    assert_eq!(format!("{view:?}"), r"array([0.+nanj])");
}

#[test]
fn complex_parts_of_two_notations() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(1.0e-10, 1.0), Complex::new(1.0, 2.5)];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.e-10+1.j  1.e+00+2.5j]");
    assert_eq!(format!("{view:?}"), r"array([1.e-10+1.j , 1.e+00+2.5j])");
}

#[test]
fn complex_decimals_missing() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(1.0, 1.125), Complex::new(1.0, 2.0)];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1.+1.125j 1.+2.j   ]");
    assert_eq!(format!("{view:?}"), r"array([1.+1.125j, 1.+2.j   ])");
}

#[test]
fn c64() {
    let buffer: Vec<Complex<f32>> = vec![Complex::new(1.0, 2.0), Complex::new(0.1, 0.3)];
    let view = View::from_slice_strided(&buffer, [2], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1. +2.j  0.1+0.3j]");
    assert_eq!(format!("{view:?}"), r"array([1. +2.j , 0.1+0.3j], dtype=complex64)");
}

#[test]
fn complex_scalar_both() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(1.0, 2.0)];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"(1+2j)");
    assert_eq!(format!("{view:?}"), r"array(1.+2.j)");
}

#[test]
fn complex_scalar_imaginary() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(0.0, 1.0)];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"1j");
    assert_eq!(format!("{view:?}"), r"array(0.+1.j)");
}

#[test]
fn complex_scalar_real() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(3.0, 0.0)];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"(3+0j)");
    assert_eq!(format!("{view:?}"), r"array(3.+0.j)");
}

#[test]
fn complex_scalar_zero() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(0.0, 0.0)];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"0j");
    assert_eq!(format!("{view:?}"), r"array(0.+0.j)");
}

#[test]
fn complex_scalar_negative() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(-1.5, -0.1)];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"(-1.5-0.1j)");
    assert_eq!(format!("{view:?}"), r"array(-1.5-0.1j)");
}

#[test]
fn complex_scalar_minus_zero() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(-0.0, 1.0)];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"(-0+1j)");
    assert_eq!(format!("{view:?}"), r"array(-0.+1.j)");
}

#[test]
fn complex_scalar_nan() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(0.5, f64::NAN)];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"(0.5+nanj)");
    assert_eq!(format!("{view:?}"), r"array(0.5+nanj)");
}

#[test]
fn complex_scalar_large() {
    let buffer: Vec<Complex<f64>> = vec![Complex::new(1.0e+20, -1.0e-07)];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"(1e+20-1e-07j)");
    assert_eq!(format!("{view:?}"), r"array(1.e+20-1.e-07j)");
}

#[test]
fn c64_scalar() {
    let buffer: Vec<Complex<f32>> = vec![Complex::new(0.1, 1.0e+20)];
    let view = View::from_slice_strided(&buffer, [], [], 0).unwrap();
    assert_eq!(view.to_string(), r"(0.1+1e+20j)");
    assert_eq!(format!("{view:?}"), r"array(0.1+1.e+20j, dtype=complex64)");
}

#[test]
fn rank_3() {
    let buffer: Vec<f64> = sequence(12, 0.0, 1.0);
    let view = View::from_slice_strided(&buffer, [2, 2, 3], [6, 3, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[[ 0.  1.  2.]
  [ 3.  4.  5.]]

 [[ 6.  7.  8.]
  [ 9. 10. 11.]]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[[ 0.,  1.,  2.],
        [ 3.,  4.,  5.]],

       [[ 6.,  7.,  8.],
        [ 9., 10., 11.]]])"
    );
}

#[test]
fn rank_4() {
    let buffer: Vec<i64> = sequence(16, 0, 1);
    let view = View::from_slice_strided(&buffer, [2, 2, 2, 2], [8, 4, 2, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[[[ 0  1]
   [ 2  3]]

  [[ 4  5]
   [ 6  7]]]


 [[[ 8  9]
   [10 11]]

  [[12 13]
   [14 15]]]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[[[ 0,  1],
         [ 2,  3]],

        [[ 4,  5],
         [ 6,  7]]],


       [[[ 8,  9],
         [10, 11]],

        [[12, 13],
         [14, 15]]]])"
    );
}

#[test]
fn rank_5() {
    let buffer: Vec<i32> = sequence(8, 0, 1);
    let view = View::from_slice_strided(&buffer, [2, 1, 2, 1, 2], [4, 4, 2, 2, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[[[[0 1]]

   [[2 3]]]]



 [[[[4 5]]

   [[6 7]]]]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[[[[0, 1]],

         [[2, 3]]]],



       [[[[4, 5]],

         [[6, 7]]]]], dtype=int32)"
    );
}

#[test]
fn wrapped() {
    let buffer: Vec<f64> = sequence(30, 0.0, 1.5);
    let view = View::from_slice_strided(&buffer, [30], [1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[ 0.   1.5  3.   4.5  6.   7.5  9.  10.5 12.  13.5 15.  16.5 18.  19.5
 21.  22.5 24.  25.5 27.  28.5 30.  31.5 33.  34.5 36.  37.5 39.  40.5
 42.  43.5]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([ 0. ,  1.5,  3. ,  4.5,  6. ,  7.5,  9. , 10.5, 12. , 13.5, 15. ,
       16.5, 18. , 19.5, 21. , 22.5, 24. , 25.5, 27. , 28.5, 30. , 31.5,
       33. , 34.5, 36. , 37.5, 39. , 40.5, 42. , 43.5])"
    );
}

#[test]
fn wrapped_integers() {
    let buffer: Vec<i64> = sequence(60, 0, 1);
    let view = View::from_slice_strided(&buffer, [60], [1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23
 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47
 48 49 50 51 52 53 54 55 56 57 58 59]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16,
       17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33,
       34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50,
       51, 52, 53, 54, 55, 56, 57, 58, 59])"
    );
}

#[test]
fn wrapped_rows() {
    let buffer: Vec<i64> = sequence(80, -40, 1);
    let view = View::from_slice_strided(&buffer, [2, 40], [40, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[-40 -39 -38 -37 -36 -35 -34 -33 -32 -31 -30 -29 -28 -27 -26 -25 -24 -23
  -22 -21 -20 -19 -18 -17 -16 -15 -14 -13 -12 -11 -10  -9  -8  -7  -6  -5
   -4  -3  -2  -1]
 [  0   1   2   3   4   5   6   7   8   9  10  11  12  13  14  15  16  17
   18  19  20  21  22  23  24  25  26  27  28  29  30  31  32  33  34  35
   36  37  38  39]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[-40, -39, -38, -37, -36, -35, -34, -33, -32, -31, -30, -29, -28,
        -27, -26, -25, -24, -23, -22, -21, -20, -19, -18, -17, -16, -15,
        -14, -13, -12, -11, -10,  -9,  -8,  -7,  -6,  -5,  -4,  -3,  -2,
         -1],
       [  0,   1,   2,   3,   4,   5,   6,   7,   8,   9,  10,  11,  12,
         13,  14,  15,  16,  17,  18,  19,  20,  21,  22,  23,  24,  25,
         26,  27,  28,  29,  30,  31,  32,  33,  34,  35,  36,  37,  38,
         39]])"
    );
}

#[test]
fn wrapped_rank_3() {
    let buffer: Vec<f64> = sequence(96, 0.0, 0.25);
    let view = View::from_slice_strided(&buffer, [2, 2, 24], [48, 24, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[[ 0.    0.25  0.5   0.75  1.    1.25  1.5   1.75  2.    2.25  2.5
    2.75  3.    3.25  3.5   3.75  4.    4.25  4.5   4.75  5.    5.25
    5.5   5.75]
  [ 6.    6.25  6.5   6.75  7.    7.25  7.5   7.75  8.    8.25  8.5
    8.75  9.    9.25  9.5   9.75 10.   10.25 10.5  10.75 11.   11.25
   11.5  11.75]]

 [[12.   12.25 12.5  12.75 13.   13.25 13.5  13.75 14.   14.25 14.5
   14.75 15.   15.25 15.5  15.75 16.   16.25 16.5  16.75 17.   17.25
   17.5  17.75]
  [18.   18.25 18.5  18.75 19.   19.25 19.5  19.75 20.   20.25 20.5
   20.75 21.   21.25 21.5  21.75 22.   22.25 22.5  22.75 23.   23.25
   23.5  23.75]]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[[ 0.  ,  0.25,  0.5 ,  0.75,  1.  ,  1.25,  1.5 ,  1.75,  2.  ,
          2.25,  2.5 ,  2.75,  3.  ,  3.25,  3.5 ,  3.75,  4.  ,  4.25,
          4.5 ,  4.75,  5.  ,  5.25,  5.5 ,  5.75],
        [ 6.  ,  6.25,  6.5 ,  6.75,  7.  ,  7.25,  7.5 ,  7.75,  8.  ,
          8.25,  8.5 ,  8.75,  9.  ,  9.25,  9.5 ,  9.75, 10.  , 10.25,
         10.5 , 10.75, 11.  , 11.25, 11.5 , 11.75]],

       [[12.  , 12.25, 12.5 , 12.75, 13.  , 13.25, 13.5 , 13.75, 14.  ,
         14.25, 14.5 , 14.75, 15.  , 15.25, 15.5 , 15.75, 16.  , 16.25,
         16.5 , 16.75, 17.  , 17.25, 17.5 , 17.75],
        [18.  , 18.25, 18.5 , 18.75, 19.  , 19.25, 19.5 , 19.75, 20.  ,
         20.25, 20.5 , 20.75, 21.  , 21.25, 21.5 , 21.75, 22.  , 22.25,
         22.5 , 22.75, 23.  , 23.25, 23.5 , 23.75]]])"
    );
}

#[test]
fn wrapped_bools() {
    let buffer: Vec<bool> = vec![
        true, false, false, true, false, false, true, false, false, true, false, false, true, false, false, true,
        false, false, true, false, false, true, false, false, true, false, false, true, false, false, true, false,
        true, false, true, false, true, false, true, false, true, false, true, false, true, false, true, false, true,
        false, true, false, true, false, true, false, true, false, true, false,
    ];
    let view = View::from_slice_strided(&buffer, [2, 30], [30, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[ True False False  True False False  True False False  True False False
   True False False  True False False  True False False  True False False
   True False False  True False False]
 [ True False  True False  True False  True False  True False  True False
   True False  True False  True False  True False  True False  True False
   True False  True False  True False]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[ True, False, False,  True, False, False,  True, False, False,
         True, False, False,  True, False, False,  True, False, False,
         True, False, False,  True, False, False,  True, False, False,
         True, False, False],
       [ True, False,  True, False,  True, False,  True, False,  True,
        False,  True, False,  True, False,  True, False,  True, False,
         True, False,  True, False,  True, False,  True, False,  True,
        False,  True, False]])"
    );
}

#[test]
fn wrapped_complex() {
    let buffer: Vec<Complex<f64>> = vec![
        Complex::new(0.0, 0.0),
        Complex::new(1.0, -1.0),
        Complex::new(2.0, -2.0),
        Complex::new(3.0, -3.0),
        Complex::new(4.0, -4.0),
        Complex::new(5.0, -5.0),
        Complex::new(6.0, -6.0),
        Complex::new(7.0, -7.0),
        Complex::new(8.0, -8.0),
        Complex::new(9.0, -9.0),
        Complex::new(10.0, -10.0),
        Complex::new(11.0, -11.0),
    ];
    let view = View::from_slice_strided(&buffer, [12], [1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[ 0. +0.j  1. -1.j  2. -2.j  3. -3.j  4. -4.j  5. -5.j  6. -6.j  7. -7.j
  8. -8.j  9. -9.j 10.-10.j 11.-11.j]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([ 0. +0.j,  1. -1.j,  2. -2.j,  3. -3.j,  4. -4.j,  5. -5.j,
        6. -6.j,  7. -7.j,  8. -8.j,  9. -9.j, 10.-10.j, 11.-11.j])"
    );
}

#[test]
fn fits_exactly() {
    let buffer: Vec<i64> = sequence(19, 100, 1);
    let view = View::from_slice_strided(&buffer, [19], [1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[100 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117
 118]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112,
       113, 114, 115, 116, 117, 118])"
    );
}

#[test]
fn just_does_not_fit() {
    let buffer: Vec<i64> = sequence(20, 100, 1);
    let view = View::from_slice_strided(&buffer, [20], [1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[100 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117
 118 119]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112,
       113, 114, 115, 116, 117, 118, 119])"
    );
}

#[test]
fn dtype_on_a_line_of_its_own() {
    let buffer: Vec<i16> = sequence(15, 1000, 1);
    let view = View::from_slice_strided(&buffer, [15], [1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[1000 1001 1002 1003 1004 1005 1006 1007 1008 1009 1010 1011 1012 1013
 1014]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010,
       1011, 1012, 1013, 1014], dtype=int16)"
    );
}

#[test]
fn dtype_after_a_full_line() {
    let buffer: Vec<i32> = vec![1000000, 1000000, 1000000, 1000000, 1000000, 1000000];
    let view = View::from_slice_strided(&buffer, [6], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1000000 1000000 1000000 1000000 1000000 1000000]");
    assert_eq!(format!("{view:?}"), r"array([1000000, 1000000, 1000000, 1000000, 1000000, 1000000], dtype=int32)");
}

#[test]
fn dtype_pushed_to_the_next_line() {
    let buffer: Vec<i32> = vec![1000000000, 1000000000, 1000000000, 1000000000, 1000000000];
    let view = View::from_slice_strided(&buffer, [5], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[1000000000 1000000000 1000000000 1000000000 1000000000]");
    assert_eq!(
        format!("{view:?}"),
        r"array([1000000000, 1000000000, 1000000000, 1000000000, 1000000000],
      dtype=int32)"
    );
}

#[test]
fn column() {
    let buffer: Vec<f64> = sequence(4, 0.0, 0.5);
    let view = View::from_slice_strided(&buffer, [4, 1], [1, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[0. ]
 [0.5]
 [1. ]
 [1.5]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[0. ],
       [0.5],
       [1. ],
       [1.5]])"
    );
}

#[test]
fn thousand_elements() {
    let buffer: Vec<i64> = sequence(1000, 0, 1);
    let view = View::from_slice_strided(&buffer, [1000], [1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[  0   1   2   3   4   5   6   7   8   9  10  11  12  13  14  15  16  17
  18  19  20  21  22  23  24  25  26  27  28  29  30  31  32  33  34  35
  36  37  38  39  40  41  42  43  44  45  46  47  48  49  50  51  52  53
  54  55  56  57  58  59  60  61  62  63  64  65  66  67  68  69  70  71
  72  73  74  75  76  77  78  79  80  81  82  83  84  85  86  87  88  89
  90  91  92  93  94  95  96  97  98  99 100 101 102 103 104 105 106 107
 108 109 110 111 112 113 114 115 116 117 118 119 120 121 122 123 124 125
 126 127 128 129 130 131 132 133 134 135 136 137 138 139 140 141 142 143
 144 145 146 147 148 149 150 151 152 153 154 155 156 157 158 159 160 161
 162 163 164 165 166 167 168 169 170 171 172 173 174 175 176 177 178 179
 180 181 182 183 184 185 186 187 188 189 190 191 192 193 194 195 196 197
 198 199 200 201 202 203 204 205 206 207 208 209 210 211 212 213 214 215
 216 217 218 219 220 221 222 223 224 225 226 227 228 229 230 231 232 233
 234 235 236 237 238 239 240 241 242 243 244 245 246 247 248 249 250 251
 252 253 254 255 256 257 258 259 260 261 262 263 264 265 266 267 268 269
 270 271 272 273 274 275 276 277 278 279 280 281 282 283 284 285 286 287
 288 289 290 291 292 293 294 295 296 297 298 299 300 301 302 303 304 305
 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320 321 322 323
 324 325 326 327 328 329 330 331 332 333 334 335 336 337 338 339 340 341
 342 343 344 345 346 347 348 349 350 351 352 353 354 355 356 357 358 359
 360 361 362 363 364 365 366 367 368 369 370 371 372 373 374 375 376 377
 378 379 380 381 382 383 384 385 386 387 388 389 390 391 392 393 394 395
 396 397 398 399 400 401 402 403 404 405 406 407 408 409 410 411 412 413
 414 415 416 417 418 419 420 421 422 423 424 425 426 427 428 429 430 431
 432 433 434 435 436 437 438 439 440 441 442 443 444 445 446 447 448 449
 450 451 452 453 454 455 456 457 458 459 460 461 462 463 464 465 466 467
 468 469 470 471 472 473 474 475 476 477 478 479 480 481 482 483 484 485
 486 487 488 489 490 491 492 493 494 495 496 497 498 499 500 501 502 503
 504 505 506 507 508 509 510 511 512 513 514 515 516 517 518 519 520 521
 522 523 524 525 526 527 528 529 530 531 532 533 534 535 536 537 538 539
 540 541 542 543 544 545 546 547 548 549 550 551 552 553 554 555 556 557
 558 559 560 561 562 563 564 565 566 567 568 569 570 571 572 573 574 575
 576 577 578 579 580 581 582 583 584 585 586 587 588 589 590 591 592 593
 594 595 596 597 598 599 600 601 602 603 604 605 606 607 608 609 610 611
 612 613 614 615 616 617 618 619 620 621 622 623 624 625 626 627 628 629
 630 631 632 633 634 635 636 637 638 639 640 641 642 643 644 645 646 647
 648 649 650 651 652 653 654 655 656 657 658 659 660 661 662 663 664 665
 666 667 668 669 670 671 672 673 674 675 676 677 678 679 680 681 682 683
 684 685 686 687 688 689 690 691 692 693 694 695 696 697 698 699 700 701
 702 703 704 705 706 707 708 709 710 711 712 713 714 715 716 717 718 719
 720 721 722 723 724 725 726 727 728 729 730 731 732 733 734 735 736 737
 738 739 740 741 742 743 744 745 746 747 748 749 750 751 752 753 754 755
 756 757 758 759 760 761 762 763 764 765 766 767 768 769 770 771 772 773
 774 775 776 777 778 779 780 781 782 783 784 785 786 787 788 789 790 791
 792 793 794 795 796 797 798 799 800 801 802 803 804 805 806 807 808 809
 810 811 812 813 814 815 816 817 818 819 820 821 822 823 824 825 826 827
 828 829 830 831 832 833 834 835 836 837 838 839 840 841 842 843 844 845
 846 847 848 849 850 851 852 853 854 855 856 857 858 859 860 861 862 863
 864 865 866 867 868 869 870 871 872 873 874 875 876 877 878 879 880 881
 882 883 884 885 886 887 888 889 890 891 892 893 894 895 896 897 898 899
 900 901 902 903 904 905 906 907 908 909 910 911 912 913 914 915 916 917
 918 919 920 921 922 923 924 925 926 927 928 929 930 931 932 933 934 935
 936 937 938 939 940 941 942 943 944 945 946 947 948 949 950 951 952 953
 954 955 956 957 958 959 960 961 962 963 964 965 966 967 968 969 970 971
 972 973 974 975 976 977 978 979 980 981 982 983 984 985 986 987 988 989
 990 991 992 993 994 995 996 997 998 999]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([  0,   1,   2,   3,   4,   5,   6,   7,   8,   9,  10,  11,  12,
        13,  14,  15,  16,  17,  18,  19,  20,  21,  22,  23,  24,  25,
        26,  27,  28,  29,  30,  31,  32,  33,  34,  35,  36,  37,  38,
        39,  40,  41,  42,  43,  44,  45,  46,  47,  48,  49,  50,  51,
        52,  53,  54,  55,  56,  57,  58,  59,  60,  61,  62,  63,  64,
        65,  66,  67,  68,  69,  70,  71,  72,  73,  74,  75,  76,  77,
        78,  79,  80,  81,  82,  83,  84,  85,  86,  87,  88,  89,  90,
        91,  92,  93,  94,  95,  96,  97,  98,  99, 100, 101, 102, 103,
       104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116,
       117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129,
       130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142,
       143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155,
       156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168,
       169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181,
       182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194,
       195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207,
       208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220,
       221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233,
       234, 235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246,
       247, 248, 249, 250, 251, 252, 253, 254, 255, 256, 257, 258, 259,
       260, 261, 262, 263, 264, 265, 266, 267, 268, 269, 270, 271, 272,
       273, 274, 275, 276, 277, 278, 279, 280, 281, 282, 283, 284, 285,
       286, 287, 288, 289, 290, 291, 292, 293, 294, 295, 296, 297, 298,
       299, 300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311,
       312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 322, 323, 324,
       325, 326, 327, 328, 329, 330, 331, 332, 333, 334, 335, 336, 337,
       338, 339, 340, 341, 342, 343, 344, 345, 346, 347, 348, 349, 350,
       351, 352, 353, 354, 355, 356, 357, 358, 359, 360, 361, 362, 363,
       364, 365, 366, 367, 368, 369, 370, 371, 372, 373, 374, 375, 376,
       377, 378, 379, 380, 381, 382, 383, 384, 385, 386, 387, 388, 389,
       390, 391, 392, 393, 394, 395, 396, 397, 398, 399, 400, 401, 402,
       403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415,
       416, 417, 418, 419, 420, 421, 422, 423, 424, 425, 426, 427, 428,
       429, 430, 431, 432, 433, 434, 435, 436, 437, 438, 439, 440, 441,
       442, 443, 444, 445, 446, 447, 448, 449, 450, 451, 452, 453, 454,
       455, 456, 457, 458, 459, 460, 461, 462, 463, 464, 465, 466, 467,
       468, 469, 470, 471, 472, 473, 474, 475, 476, 477, 478, 479, 480,
       481, 482, 483, 484, 485, 486, 487, 488, 489, 490, 491, 492, 493,
       494, 495, 496, 497, 498, 499, 500, 501, 502, 503, 504, 505, 506,
       507, 508, 509, 510, 511, 512, 513, 514, 515, 516, 517, 518, 519,
       520, 521, 522, 523, 524, 525, 526, 527, 528, 529, 530, 531, 532,
       533, 534, 535, 536, 537, 538, 539, 540, 541, 542, 543, 544, 545,
       546, 547, 548, 549, 550, 551, 552, 553, 554, 555, 556, 557, 558,
       559, 560, 561, 562, 563, 564, 565, 566, 567, 568, 569, 570, 571,
       572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584,
       585, 586, 587, 588, 589, 590, 591, 592, 593, 594, 595, 596, 597,
       598, 599, 600, 601, 602, 603, 604, 605, 606, 607, 608, 609, 610,
       611, 612, 613, 614, 615, 616, 617, 618, 619, 620, 621, 622, 623,
       624, 625, 626, 627, 628, 629, 630, 631, 632, 633, 634, 635, 636,
       637, 638, 639, 640, 641, 642, 643, 644, 645, 646, 647, 648, 649,
       650, 651, 652, 653, 654, 655, 656, 657, 658, 659, 660, 661, 662,
       663, 664, 665, 666, 667, 668, 669, 670, 671, 672, 673, 674, 675,
       676, 677, 678, 679, 680, 681, 682, 683, 684, 685, 686, 687, 688,
       689, 690, 691, 692, 693, 694, 695, 696, 697, 698, 699, 700, 701,
       702, 703, 704, 705, 706, 707, 708, 709, 710, 711, 712, 713, 714,
       715, 716, 717, 718, 719, 720, 721, 722, 723, 724, 725, 726, 727,
       728, 729, 730, 731, 732, 733, 734, 735, 736, 737, 738, 739, 740,
       741, 742, 743, 744, 745, 746, 747, 748, 749, 750, 751, 752, 753,
       754, 755, 756, 757, 758, 759, 760, 761, 762, 763, 764, 765, 766,
       767, 768, 769, 770, 771, 772, 773, 774, 775, 776, 777, 778, 779,
       780, 781, 782, 783, 784, 785, 786, 787, 788, 789, 790, 791, 792,
       793, 794, 795, 796, 797, 798, 799, 800, 801, 802, 803, 804, 805,
       806, 807, 808, 809, 810, 811, 812, 813, 814, 815, 816, 817, 818,
       819, 820, 821, 822, 823, 824, 825, 826, 827, 828, 829, 830, 831,
       832, 833, 834, 835, 836, 837, 838, 839, 840, 841, 842, 843, 844,
       845, 846, 847, 848, 849, 850, 851, 852, 853, 854, 855, 856, 857,
       858, 859, 860, 861, 862, 863, 864, 865, 866, 867, 868, 869, 870,
       871, 872, 873, 874, 875, 876, 877, 878, 879, 880, 881, 882, 883,
       884, 885, 886, 887, 888, 889, 890, 891, 892, 893, 894, 895, 896,
       897, 898, 899, 900, 901, 902, 903, 904, 905, 906, 907, 908, 909,
       910, 911, 912, 913, 914, 915, 916, 917, 918, 919, 920, 921, 922,
       923, 924, 925, 926, 927, 928, 929, 930, 931, 932, 933, 934, 935,
       936, 937, 938, 939, 940, 941, 942, 943, 944, 945, 946, 947, 948,
       949, 950, 951, 952, 953, 954, 955, 956, 957, 958, 959, 960, 961,
       962, 963, 964, 965, 966, 967, 968, 969, 970, 971, 972, 973, 974,
       975, 976, 977, 978, 979, 980, 981, 982, 983, 984, 985, 986, 987,
       988, 989, 990, 991, 992, 993, 994, 995, 996, 997, 998, 999])"
    );
}

#[test]
fn summary() {
    let buffer: Vec<i64> = sequence(1001, 0, 1);
    let view = View::from_slice_strided(&buffer, [1001], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[   0    1    2 ...  998  999 1000]");
    assert_eq!(format!("{view:?}"), r"array([   0,    1,    2, ...,  998,  999, 1000], shape=(1001,))");
}

#[test]
fn summary_of_floats() {
    let buffer: Vec<f64> = sequence(2000, 0.0, 0.5);
    let view = View::from_slice_strided(&buffer, [2000], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[0.000e+00 5.000e-01 1.000e+00 ... 9.985e+02 9.990e+02 9.995e+02]");
    assert_eq!(
        format!("{view:?}"),
        r"array([0.000e+00, 5.000e-01, 1.000e+00, ..., 9.985e+02, 9.990e+02,
       9.995e+02], shape=(2000,))"
    );
}

#[test]
fn summary_of_rows() {
    let buffer: Vec<f64> = sequence(3000, 0.0, 1.0);
    let view = View::from_slice_strided(&buffer, [1000, 3], [3, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[0.000e+00 1.000e+00 2.000e+00]
 [3.000e+00 4.000e+00 5.000e+00]
 [6.000e+00 7.000e+00 8.000e+00]
 ...
 [2.991e+03 2.992e+03 2.993e+03]
 [2.994e+03 2.995e+03 2.996e+03]
 [2.997e+03 2.998e+03 2.999e+03]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[0.000e+00, 1.000e+00, 2.000e+00],
       [3.000e+00, 4.000e+00, 5.000e+00],
       [6.000e+00, 7.000e+00, 8.000e+00],
       ...,
       [2.991e+03, 2.992e+03, 2.993e+03],
       [2.994e+03, 2.995e+03, 2.996e+03],
       [2.997e+03, 2.998e+03, 2.999e+03]], shape=(1000, 3))"
    );
}

#[test]
fn summary_of_columns() {
    let buffer: Vec<i64> = sequence(3000, 0, 1);
    let view = View::from_slice_strided(&buffer, [3, 1000], [1000, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[   0    1    2 ...  997  998  999]
 [1000 1001 1002 ... 1997 1998 1999]
 [2000 2001 2002 ... 2997 2998 2999]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[   0,    1,    2, ...,  997,  998,  999],
       [1000, 1001, 1002, ..., 1997, 1998, 1999],
       [2000, 2001, 2002, ..., 2997, 2998, 2999]], shape=(3, 1000))"
    );
}

#[test]
fn summary_of_both() {
    let buffer: Vec<f64> = sequence(10000, 0.0, 0.25);
    let view = View::from_slice_strided(&buffer, [100, 100], [100, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[0.00000e+00 2.50000e-01 5.00000e-01 ... 2.42500e+01 2.45000e+01
  2.47500e+01]
 [2.50000e+01 2.52500e+01 2.55000e+01 ... 4.92500e+01 4.95000e+01
  4.97500e+01]
 [5.00000e+01 5.02500e+01 5.05000e+01 ... 7.42500e+01 7.45000e+01
  7.47500e+01]
 ...
 [2.42500e+03 2.42525e+03 2.42550e+03 ... 2.44925e+03 2.44950e+03
  2.44975e+03]
 [2.45000e+03 2.45025e+03 2.45050e+03 ... 2.47425e+03 2.47450e+03
  2.47475e+03]
 [2.47500e+03 2.47525e+03 2.47550e+03 ... 2.49925e+03 2.49950e+03
  2.49975e+03]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[0.00000e+00, 2.50000e-01, 5.00000e-01, ..., 2.42500e+01,
        2.45000e+01, 2.47500e+01],
       [2.50000e+01, 2.52500e+01, 2.55000e+01, ..., 4.92500e+01,
        4.95000e+01, 4.97500e+01],
       [5.00000e+01, 5.02500e+01, 5.05000e+01, ..., 7.42500e+01,
        7.45000e+01, 7.47500e+01],
       ...,
       [2.42500e+03, 2.42525e+03, 2.42550e+03, ..., 2.44925e+03,
        2.44950e+03, 2.44975e+03],
       [2.45000e+03, 2.45025e+03, 2.45050e+03, ..., 2.47425e+03,
        2.47450e+03, 2.47475e+03],
       [2.47500e+03, 2.47525e+03, 2.47550e+03, ..., 2.49925e+03,
        2.49950e+03, 2.49975e+03]], shape=(100, 100))"
    );
}

#[test]
fn summary_of_rank_3() {
    let buffer: Vec<i64> = sequence(8000, 0, 1);
    let view = View::from_slice_strided(&buffer, [20, 20, 20], [400, 20, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[[   0    1    2 ...   17   18   19]
  [  20   21   22 ...   37   38   39]
  [  40   41   42 ...   57   58   59]
  ...
  [ 340  341  342 ...  357  358  359]
  [ 360  361  362 ...  377  378  379]
  [ 380  381  382 ...  397  398  399]]

 [[ 400  401  402 ...  417  418  419]
  [ 420  421  422 ...  437  438  439]
  [ 440  441  442 ...  457  458  459]
  ...
  [ 740  741  742 ...  757  758  759]
  [ 760  761  762 ...  777  778  779]
  [ 780  781  782 ...  797  798  799]]

 [[ 800  801  802 ...  817  818  819]
  [ 820  821  822 ...  837  838  839]
  [ 840  841  842 ...  857  858  859]
  ...
  [1140 1141 1142 ... 1157 1158 1159]
  [1160 1161 1162 ... 1177 1178 1179]
  [1180 1181 1182 ... 1197 1198 1199]]

 ...

 [[6800 6801 6802 ... 6817 6818 6819]
  [6820 6821 6822 ... 6837 6838 6839]
  [6840 6841 6842 ... 6857 6858 6859]
  ...
  [7140 7141 7142 ... 7157 7158 7159]
  [7160 7161 7162 ... 7177 7178 7179]
  [7180 7181 7182 ... 7197 7198 7199]]

 [[7200 7201 7202 ... 7217 7218 7219]
  [7220 7221 7222 ... 7237 7238 7239]
  [7240 7241 7242 ... 7257 7258 7259]
  ...
  [7540 7541 7542 ... 7557 7558 7559]
  [7560 7561 7562 ... 7577 7578 7579]
  [7580 7581 7582 ... 7597 7598 7599]]

 [[7600 7601 7602 ... 7617 7618 7619]
  [7620 7621 7622 ... 7637 7638 7639]
  [7640 7641 7642 ... 7657 7658 7659]
  ...
  [7940 7941 7942 ... 7957 7958 7959]
  [7960 7961 7962 ... 7977 7978 7979]
  [7980 7981 7982 ... 7997 7998 7999]]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[[   0,    1,    2, ...,   17,   18,   19],
        [  20,   21,   22, ...,   37,   38,   39],
        [  40,   41,   42, ...,   57,   58,   59],
        ...,
        [ 340,  341,  342, ...,  357,  358,  359],
        [ 360,  361,  362, ...,  377,  378,  379],
        [ 380,  381,  382, ...,  397,  398,  399]],

       [[ 400,  401,  402, ...,  417,  418,  419],
        [ 420,  421,  422, ...,  437,  438,  439],
        [ 440,  441,  442, ...,  457,  458,  459],
        ...,
        [ 740,  741,  742, ...,  757,  758,  759],
        [ 760,  761,  762, ...,  777,  778,  779],
        [ 780,  781,  782, ...,  797,  798,  799]],

       [[ 800,  801,  802, ...,  817,  818,  819],
        [ 820,  821,  822, ...,  837,  838,  839],
        [ 840,  841,  842, ...,  857,  858,  859],
        ...,
        [1140, 1141, 1142, ..., 1157, 1158, 1159],
        [1160, 1161, 1162, ..., 1177, 1178, 1179],
        [1180, 1181, 1182, ..., 1197, 1198, 1199]],

       ...,

       [[6800, 6801, 6802, ..., 6817, 6818, 6819],
        [6820, 6821, 6822, ..., 6837, 6838, 6839],
        [6840, 6841, 6842, ..., 6857, 6858, 6859],
        ...,
        [7140, 7141, 7142, ..., 7157, 7158, 7159],
        [7160, 7161, 7162, ..., 7177, 7178, 7179],
        [7180, 7181, 7182, ..., 7197, 7198, 7199]],

       [[7200, 7201, 7202, ..., 7217, 7218, 7219],
        [7220, 7221, 7222, ..., 7237, 7238, 7239],
        [7240, 7241, 7242, ..., 7257, 7258, 7259],
        ...,
        [7540, 7541, 7542, ..., 7557, 7558, 7559],
        [7560, 7561, 7562, ..., 7577, 7578, 7579],
        [7580, 7581, 7582, ..., 7597, 7598, 7599]],

       [[7600, 7601, 7602, ..., 7617, 7618, 7619],
        [7620, 7621, 7622, ..., 7637, 7638, 7639],
        [7640, 7641, 7642, ..., 7657, 7658, 7659],
        ...,
        [7940, 7941, 7942, ..., 7957, 7958, 7959],
        [7960, 7961, 7962, ..., 7977, 7978, 7979],
        [7980, 7981, 7982, ..., 7997, 7998, 7999]]], shape=(20, 20, 20))"
    );
}

#[test]
fn summary_of_short_axes() {
    let buffer: Vec<i32> = sequence(1200, 0, 1);
    let view = View::from_slice_strided(&buffer, [2, 6, 100], [600, 100, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[[   0    1    2 ...   97   98   99]
  [ 100  101  102 ...  197  198  199]
  [ 200  201  202 ...  297  298  299]
  [ 300  301  302 ...  397  398  399]
  [ 400  401  402 ...  497  498  499]
  [ 500  501  502 ...  597  598  599]]

 [[ 600  601  602 ...  697  698  699]
  [ 700  701  702 ...  797  798  799]
  [ 800  801  802 ...  897  898  899]
  [ 900  901  902 ...  997  998  999]
  [1000 1001 1002 ... 1097 1098 1099]
  [1100 1101 1102 ... 1197 1198 1199]]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[[   0,    1,    2, ...,   97,   98,   99],
        [ 100,  101,  102, ...,  197,  198,  199],
        [ 200,  201,  202, ...,  297,  298,  299],
        [ 300,  301,  302, ...,  397,  398,  399],
        [ 400,  401,  402, ...,  497,  498,  499],
        [ 500,  501,  502, ...,  597,  598,  599]],

       [[ 600,  601,  602, ...,  697,  698,  699],
        [ 700,  701,  702, ...,  797,  798,  799],
        [ 800,  801,  802, ...,  897,  898,  899],
        [ 900,  901,  902, ...,  997,  998,  999],
        [1000, 1001, 1002, ..., 1097, 1098, 1099],
        [1100, 1101, 1102, ..., 1197, 1198, 1199]]],
      shape=(2, 6, 100), dtype=int32)"
    );
}

#[test]
fn summary_wraps() {
    let buffer: Vec<f64> = sequence(2000, 1234567.125, 1.0);
    let view = View::from_slice_strided(&buffer, [2000], [1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[1234567.125 1234568.125 1234569.125 ... 1236564.125 1236565.125
 1236566.125]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([1234567.125, 1234568.125, 1234569.125, ..., 1236564.125,
       1236565.125, 1236566.125], shape=(2000,))"
    );
}

#[test]
fn summary_of_wide_numbers_shows_the_corners_only() {
    let buffer: Vec<f64> = sequence(1101, -0.125, 1.0);
    let view = View::from_slice_strided(&buffer, [1101], [1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[-1.250000e-01  8.750000e-01  1.875000e+00 ...  1.097875e+03  1.098875e+03
  1.099875e+03]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([-1.250000e-01,  8.750000e-01,  1.875000e+00, ...,  1.097875e+03,
        1.098875e+03,  1.099875e+03], shape=(1101,))"
    );
}

#[test]
fn summary_of_f32() {
    let buffer: Vec<f32> = sequence(1100, 0.0, 0.5);
    let view = View::from_slice_strided(&buffer, [11, 100], [100, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[0.000e+00 5.000e-01 1.000e+00 ... 4.850e+01 4.900e+01 4.950e+01]
 [5.000e+01 5.050e+01 5.100e+01 ... 9.850e+01 9.900e+01 9.950e+01]
 [1.000e+02 1.005e+02 1.010e+02 ... 1.485e+02 1.490e+02 1.495e+02]
 ...
 [4.000e+02 4.005e+02 4.010e+02 ... 4.485e+02 4.490e+02 4.495e+02]
 [4.500e+02 4.505e+02 4.510e+02 ... 4.985e+02 4.990e+02 4.995e+02]
 [5.000e+02 5.005e+02 5.010e+02 ... 5.485e+02 5.490e+02 5.495e+02]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[0.000e+00, 5.000e-01, 1.000e+00, ..., 4.850e+01, 4.900e+01,
        4.950e+01],
       [5.000e+01, 5.050e+01, 5.100e+01, ..., 9.850e+01, 9.900e+01,
        9.950e+01],
       [1.000e+02, 1.005e+02, 1.010e+02, ..., 1.485e+02, 1.490e+02,
        1.495e+02],
       ...,
       [4.000e+02, 4.005e+02, 4.010e+02, ..., 4.485e+02, 4.490e+02,
        4.495e+02],
       [4.500e+02, 4.505e+02, 4.510e+02, ..., 4.985e+02, 4.990e+02,
        4.995e+02],
       [5.000e+02, 5.005e+02, 5.010e+02, ..., 5.485e+02, 5.490e+02,
        5.495e+02]], shape=(11, 100), dtype=float32)"
    );
}

#[test]
fn summary_of_seven() {
    let buffer: Vec<u16> = sequence(1050, 0, 1);
    let view = View::from_slice_strided(&buffer, [7, 150], [150, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[   0    1    2 ...  147  148  149]
 [ 150  151  152 ...  297  298  299]
 [ 300  301  302 ...  447  448  449]
 ...
 [ 600  601  602 ...  747  748  749]
 [ 750  751  752 ...  897  898  899]
 [ 900  901  902 ... 1047 1048 1049]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[   0,    1,    2, ...,  147,  148,  149],
       [ 150,  151,  152, ...,  297,  298,  299],
       [ 300,  301,  302, ...,  447,  448,  449],
       ...,
       [ 600,  601,  602, ...,  747,  748,  749],
       [ 750,  751,  752, ...,  897,  898,  899],
       [ 900,  901,  902, ..., 1047, 1048, 1049]],
      shape=(7, 150), dtype=uint16)"
    );
}

#[test]
fn summary_of_rank_4() {
    let buffer: Vec<i64> = sequence(1680, 0, 1);
    let view = View::from_slice_strided(&buffer, [8, 7, 6, 5], [210, 30, 5, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[[[   0    1    2    3    4]
   [   5    6    7    8    9]
   [  10   11   12   13   14]
   [  15   16   17   18   19]
   [  20   21   22   23   24]
   [  25   26   27   28   29]]

  [[  30   31   32   33   34]
   [  35   36   37   38   39]
   [  40   41   42   43   44]
   [  45   46   47   48   49]
   [  50   51   52   53   54]
   [  55   56   57   58   59]]

  [[  60   61   62   63   64]
   [  65   66   67   68   69]
   [  70   71   72   73   74]
   [  75   76   77   78   79]
   [  80   81   82   83   84]
   [  85   86   87   88   89]]

  ...

  [[ 120  121  122  123  124]
   [ 125  126  127  128  129]
   [ 130  131  132  133  134]
   [ 135  136  137  138  139]
   [ 140  141  142  143  144]
   [ 145  146  147  148  149]]

  [[ 150  151  152  153  154]
   [ 155  156  157  158  159]
   [ 160  161  162  163  164]
   [ 165  166  167  168  169]
   [ 170  171  172  173  174]
   [ 175  176  177  178  179]]

  [[ 180  181  182  183  184]
   [ 185  186  187  188  189]
   [ 190  191  192  193  194]
   [ 195  196  197  198  199]
   [ 200  201  202  203  204]
   [ 205  206  207  208  209]]]


 [[[ 210  211  212  213  214]
   [ 215  216  217  218  219]
   [ 220  221  222  223  224]
   [ 225  226  227  228  229]
   [ 230  231  232  233  234]
   [ 235  236  237  238  239]]

  [[ 240  241  242  243  244]
   [ 245  246  247  248  249]
   [ 250  251  252  253  254]
   [ 255  256  257  258  259]
   [ 260  261  262  263  264]
   [ 265  266  267  268  269]]

  [[ 270  271  272  273  274]
   [ 275  276  277  278  279]
   [ 280  281  282  283  284]
   [ 285  286  287  288  289]
   [ 290  291  292  293  294]
   [ 295  296  297  298  299]]

  ...

  [[ 330  331  332  333  334]
   [ 335  336  337  338  339]
   [ 340  341  342  343  344]
   [ 345  346  347  348  349]
   [ 350  351  352  353  354]
   [ 355  356  357  358  359]]

  [[ 360  361  362  363  364]
   [ 365  366  367  368  369]
   [ 370  371  372  373  374]
   [ 375  376  377  378  379]
   [ 380  381  382  383  384]
   [ 385  386  387  388  389]]

  [[ 390  391  392  393  394]
   [ 395  396  397  398  399]
   [ 400  401  402  403  404]
   [ 405  406  407  408  409]
   [ 410  411  412  413  414]
   [ 415  416  417  418  419]]]


 [[[ 420  421  422  423  424]
   [ 425  426  427  428  429]
   [ 430  431  432  433  434]
   [ 435  436  437  438  439]
   [ 440  441  442  443  444]
   [ 445  446  447  448  449]]

  [[ 450  451  452  453  454]
   [ 455  456  457  458  459]
   [ 460  461  462  463  464]
   [ 465  466  467  468  469]
   [ 470  471  472  473  474]
   [ 475  476  477  478  479]]

  [[ 480  481  482  483  484]
   [ 485  486  487  488  489]
   [ 490  491  492  493  494]
   [ 495  496  497  498  499]
   [ 500  501  502  503  504]
   [ 505  506  507  508  509]]

  ...

  [[ 540  541  542  543  544]
   [ 545  546  547  548  549]
   [ 550  551  552  553  554]
   [ 555  556  557  558  559]
   [ 560  561  562  563  564]
   [ 565  566  567  568  569]]

  [[ 570  571  572  573  574]
   [ 575  576  577  578  579]
   [ 580  581  582  583  584]
   [ 585  586  587  588  589]
   [ 590  591  592  593  594]
   [ 595  596  597  598  599]]

  [[ 600  601  602  603  604]
   [ 605  606  607  608  609]
   [ 610  611  612  613  614]
   [ 615  616  617  618  619]
   [ 620  621  622  623  624]
   [ 625  626  627  628  629]]]


 ...


 [[[1050 1051 1052 1053 1054]
   [1055 1056 1057 1058 1059]
   [1060 1061 1062 1063 1064]
   [1065 1066 1067 1068 1069]
   [1070 1071 1072 1073 1074]
   [1075 1076 1077 1078 1079]]

  [[1080 1081 1082 1083 1084]
   [1085 1086 1087 1088 1089]
   [1090 1091 1092 1093 1094]
   [1095 1096 1097 1098 1099]
   [1100 1101 1102 1103 1104]
   [1105 1106 1107 1108 1109]]

  [[1110 1111 1112 1113 1114]
   [1115 1116 1117 1118 1119]
   [1120 1121 1122 1123 1124]
   [1125 1126 1127 1128 1129]
   [1130 1131 1132 1133 1134]
   [1135 1136 1137 1138 1139]]

  ...

  [[1170 1171 1172 1173 1174]
   [1175 1176 1177 1178 1179]
   [1180 1181 1182 1183 1184]
   [1185 1186 1187 1188 1189]
   [1190 1191 1192 1193 1194]
   [1195 1196 1197 1198 1199]]

  [[1200 1201 1202 1203 1204]
   [1205 1206 1207 1208 1209]
   [1210 1211 1212 1213 1214]
   [1215 1216 1217 1218 1219]
   [1220 1221 1222 1223 1224]
   [1225 1226 1227 1228 1229]]

  [[1230 1231 1232 1233 1234]
   [1235 1236 1237 1238 1239]
   [1240 1241 1242 1243 1244]
   [1245 1246 1247 1248 1249]
   [1250 1251 1252 1253 1254]
   [1255 1256 1257 1258 1259]]]


 [[[1260 1261 1262 1263 1264]
   [1265 1266 1267 1268 1269]
   [1270 1271 1272 1273 1274]
   [1275 1276 1277 1278 1279]
   [1280 1281 1282 1283 1284]
   [1285 1286 1287 1288 1289]]

  [[1290 1291 1292 1293 1294]
   [1295 1296 1297 1298 1299]
   [1300 1301 1302 1303 1304]
   [1305 1306 1307 1308 1309]
   [1310 1311 1312 1313 1314]
   [1315 1316 1317 1318 1319]]

  [[1320 1321 1322 1323 1324]
   [1325 1326 1327 1328 1329]
   [1330 1331 1332 1333 1334]
   [1335 1336 1337 1338 1339]
   [1340 1341 1342 1343 1344]
   [1345 1346 1347 1348 1349]]

  ...

  [[1380 1381 1382 1383 1384]
   [1385 1386 1387 1388 1389]
   [1390 1391 1392 1393 1394]
   [1395 1396 1397 1398 1399]
   [1400 1401 1402 1403 1404]
   [1405 1406 1407 1408 1409]]

  [[1410 1411 1412 1413 1414]
   [1415 1416 1417 1418 1419]
   [1420 1421 1422 1423 1424]
   [1425 1426 1427 1428 1429]
   [1430 1431 1432 1433 1434]
   [1435 1436 1437 1438 1439]]

  [[1440 1441 1442 1443 1444]
   [1445 1446 1447 1448 1449]
   [1450 1451 1452 1453 1454]
   [1455 1456 1457 1458 1459]
   [1460 1461 1462 1463 1464]
   [1465 1466 1467 1468 1469]]]


 [[[1470 1471 1472 1473 1474]
   [1475 1476 1477 1478 1479]
   [1480 1481 1482 1483 1484]
   [1485 1486 1487 1488 1489]
   [1490 1491 1492 1493 1494]
   [1495 1496 1497 1498 1499]]

  [[1500 1501 1502 1503 1504]
   [1505 1506 1507 1508 1509]
   [1510 1511 1512 1513 1514]
   [1515 1516 1517 1518 1519]
   [1520 1521 1522 1523 1524]
   [1525 1526 1527 1528 1529]]

  [[1530 1531 1532 1533 1534]
   [1535 1536 1537 1538 1539]
   [1540 1541 1542 1543 1544]
   [1545 1546 1547 1548 1549]
   [1550 1551 1552 1553 1554]
   [1555 1556 1557 1558 1559]]

  ...

  [[1590 1591 1592 1593 1594]
   [1595 1596 1597 1598 1599]
   [1600 1601 1602 1603 1604]
   [1605 1606 1607 1608 1609]
   [1610 1611 1612 1613 1614]
   [1615 1616 1617 1618 1619]]

  [[1620 1621 1622 1623 1624]
   [1625 1626 1627 1628 1629]
   [1630 1631 1632 1633 1634]
   [1635 1636 1637 1638 1639]
   [1640 1641 1642 1643 1644]
   [1645 1646 1647 1648 1649]]

  [[1650 1651 1652 1653 1654]
   [1655 1656 1657 1658 1659]
   [1660 1661 1662 1663 1664]
   [1665 1666 1667 1668 1669]
   [1670 1671 1672 1673 1674]
   [1675 1676 1677 1678 1679]]]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[[[   0,    1,    2,    3,    4],
         [   5,    6,    7,    8,    9],
         [  10,   11,   12,   13,   14],
         [  15,   16,   17,   18,   19],
         [  20,   21,   22,   23,   24],
         [  25,   26,   27,   28,   29]],

        [[  30,   31,   32,   33,   34],
         [  35,   36,   37,   38,   39],
         [  40,   41,   42,   43,   44],
         [  45,   46,   47,   48,   49],
         [  50,   51,   52,   53,   54],
         [  55,   56,   57,   58,   59]],

        [[  60,   61,   62,   63,   64],
         [  65,   66,   67,   68,   69],
         [  70,   71,   72,   73,   74],
         [  75,   76,   77,   78,   79],
         [  80,   81,   82,   83,   84],
         [  85,   86,   87,   88,   89]],

        ...,

        [[ 120,  121,  122,  123,  124],
         [ 125,  126,  127,  128,  129],
         [ 130,  131,  132,  133,  134],
         [ 135,  136,  137,  138,  139],
         [ 140,  141,  142,  143,  144],
         [ 145,  146,  147,  148,  149]],

        [[ 150,  151,  152,  153,  154],
         [ 155,  156,  157,  158,  159],
         [ 160,  161,  162,  163,  164],
         [ 165,  166,  167,  168,  169],
         [ 170,  171,  172,  173,  174],
         [ 175,  176,  177,  178,  179]],

        [[ 180,  181,  182,  183,  184],
         [ 185,  186,  187,  188,  189],
         [ 190,  191,  192,  193,  194],
         [ 195,  196,  197,  198,  199],
         [ 200,  201,  202,  203,  204],
         [ 205,  206,  207,  208,  209]]],


       [[[ 210,  211,  212,  213,  214],
         [ 215,  216,  217,  218,  219],
         [ 220,  221,  222,  223,  224],
         [ 225,  226,  227,  228,  229],
         [ 230,  231,  232,  233,  234],
         [ 235,  236,  237,  238,  239]],

        [[ 240,  241,  242,  243,  244],
         [ 245,  246,  247,  248,  249],
         [ 250,  251,  252,  253,  254],
         [ 255,  256,  257,  258,  259],
         [ 260,  261,  262,  263,  264],
         [ 265,  266,  267,  268,  269]],

        [[ 270,  271,  272,  273,  274],
         [ 275,  276,  277,  278,  279],
         [ 280,  281,  282,  283,  284],
         [ 285,  286,  287,  288,  289],
         [ 290,  291,  292,  293,  294],
         [ 295,  296,  297,  298,  299]],

        ...,

        [[ 330,  331,  332,  333,  334],
         [ 335,  336,  337,  338,  339],
         [ 340,  341,  342,  343,  344],
         [ 345,  346,  347,  348,  349],
         [ 350,  351,  352,  353,  354],
         [ 355,  356,  357,  358,  359]],

        [[ 360,  361,  362,  363,  364],
         [ 365,  366,  367,  368,  369],
         [ 370,  371,  372,  373,  374],
         [ 375,  376,  377,  378,  379],
         [ 380,  381,  382,  383,  384],
         [ 385,  386,  387,  388,  389]],

        [[ 390,  391,  392,  393,  394],
         [ 395,  396,  397,  398,  399],
         [ 400,  401,  402,  403,  404],
         [ 405,  406,  407,  408,  409],
         [ 410,  411,  412,  413,  414],
         [ 415,  416,  417,  418,  419]]],


       [[[ 420,  421,  422,  423,  424],
         [ 425,  426,  427,  428,  429],
         [ 430,  431,  432,  433,  434],
         [ 435,  436,  437,  438,  439],
         [ 440,  441,  442,  443,  444],
         [ 445,  446,  447,  448,  449]],

        [[ 450,  451,  452,  453,  454],
         [ 455,  456,  457,  458,  459],
         [ 460,  461,  462,  463,  464],
         [ 465,  466,  467,  468,  469],
         [ 470,  471,  472,  473,  474],
         [ 475,  476,  477,  478,  479]],

        [[ 480,  481,  482,  483,  484],
         [ 485,  486,  487,  488,  489],
         [ 490,  491,  492,  493,  494],
         [ 495,  496,  497,  498,  499],
         [ 500,  501,  502,  503,  504],
         [ 505,  506,  507,  508,  509]],

        ...,

        [[ 540,  541,  542,  543,  544],
         [ 545,  546,  547,  548,  549],
         [ 550,  551,  552,  553,  554],
         [ 555,  556,  557,  558,  559],
         [ 560,  561,  562,  563,  564],
         [ 565,  566,  567,  568,  569]],

        [[ 570,  571,  572,  573,  574],
         [ 575,  576,  577,  578,  579],
         [ 580,  581,  582,  583,  584],
         [ 585,  586,  587,  588,  589],
         [ 590,  591,  592,  593,  594],
         [ 595,  596,  597,  598,  599]],

        [[ 600,  601,  602,  603,  604],
         [ 605,  606,  607,  608,  609],
         [ 610,  611,  612,  613,  614],
         [ 615,  616,  617,  618,  619],
         [ 620,  621,  622,  623,  624],
         [ 625,  626,  627,  628,  629]]],


       ...,


       [[[1050, 1051, 1052, 1053, 1054],
         [1055, 1056, 1057, 1058, 1059],
         [1060, 1061, 1062, 1063, 1064],
         [1065, 1066, 1067, 1068, 1069],
         [1070, 1071, 1072, 1073, 1074],
         [1075, 1076, 1077, 1078, 1079]],

        [[1080, 1081, 1082, 1083, 1084],
         [1085, 1086, 1087, 1088, 1089],
         [1090, 1091, 1092, 1093, 1094],
         [1095, 1096, 1097, 1098, 1099],
         [1100, 1101, 1102, 1103, 1104],
         [1105, 1106, 1107, 1108, 1109]],

        [[1110, 1111, 1112, 1113, 1114],
         [1115, 1116, 1117, 1118, 1119],
         [1120, 1121, 1122, 1123, 1124],
         [1125, 1126, 1127, 1128, 1129],
         [1130, 1131, 1132, 1133, 1134],
         [1135, 1136, 1137, 1138, 1139]],

        ...,

        [[1170, 1171, 1172, 1173, 1174],
         [1175, 1176, 1177, 1178, 1179],
         [1180, 1181, 1182, 1183, 1184],
         [1185, 1186, 1187, 1188, 1189],
         [1190, 1191, 1192, 1193, 1194],
         [1195, 1196, 1197, 1198, 1199]],

        [[1200, 1201, 1202, 1203, 1204],
         [1205, 1206, 1207, 1208, 1209],
         [1210, 1211, 1212, 1213, 1214],
         [1215, 1216, 1217, 1218, 1219],
         [1220, 1221, 1222, 1223, 1224],
         [1225, 1226, 1227, 1228, 1229]],

        [[1230, 1231, 1232, 1233, 1234],
         [1235, 1236, 1237, 1238, 1239],
         [1240, 1241, 1242, 1243, 1244],
         [1245, 1246, 1247, 1248, 1249],
         [1250, 1251, 1252, 1253, 1254],
         [1255, 1256, 1257, 1258, 1259]]],


       [[[1260, 1261, 1262, 1263, 1264],
         [1265, 1266, 1267, 1268, 1269],
         [1270, 1271, 1272, 1273, 1274],
         [1275, 1276, 1277, 1278, 1279],
         [1280, 1281, 1282, 1283, 1284],
         [1285, 1286, 1287, 1288, 1289]],

        [[1290, 1291, 1292, 1293, 1294],
         [1295, 1296, 1297, 1298, 1299],
         [1300, 1301, 1302, 1303, 1304],
         [1305, 1306, 1307, 1308, 1309],
         [1310, 1311, 1312, 1313, 1314],
         [1315, 1316, 1317, 1318, 1319]],

        [[1320, 1321, 1322, 1323, 1324],
         [1325, 1326, 1327, 1328, 1329],
         [1330, 1331, 1332, 1333, 1334],
         [1335, 1336, 1337, 1338, 1339],
         [1340, 1341, 1342, 1343, 1344],
         [1345, 1346, 1347, 1348, 1349]],

        ...,

        [[1380, 1381, 1382, 1383, 1384],
         [1385, 1386, 1387, 1388, 1389],
         [1390, 1391, 1392, 1393, 1394],
         [1395, 1396, 1397, 1398, 1399],
         [1400, 1401, 1402, 1403, 1404],
         [1405, 1406, 1407, 1408, 1409]],

        [[1410, 1411, 1412, 1413, 1414],
         [1415, 1416, 1417, 1418, 1419],
         [1420, 1421, 1422, 1423, 1424],
         [1425, 1426, 1427, 1428, 1429],
         [1430, 1431, 1432, 1433, 1434],
         [1435, 1436, 1437, 1438, 1439]],

        [[1440, 1441, 1442, 1443, 1444],
         [1445, 1446, 1447, 1448, 1449],
         [1450, 1451, 1452, 1453, 1454],
         [1455, 1456, 1457, 1458, 1459],
         [1460, 1461, 1462, 1463, 1464],
         [1465, 1466, 1467, 1468, 1469]]],


       [[[1470, 1471, 1472, 1473, 1474],
         [1475, 1476, 1477, 1478, 1479],
         [1480, 1481, 1482, 1483, 1484],
         [1485, 1486, 1487, 1488, 1489],
         [1490, 1491, 1492, 1493, 1494],
         [1495, 1496, 1497, 1498, 1499]],

        [[1500, 1501, 1502, 1503, 1504],
         [1505, 1506, 1507, 1508, 1509],
         [1510, 1511, 1512, 1513, 1514],
         [1515, 1516, 1517, 1518, 1519],
         [1520, 1521, 1522, 1523, 1524],
         [1525, 1526, 1527, 1528, 1529]],

        [[1530, 1531, 1532, 1533, 1534],
         [1535, 1536, 1537, 1538, 1539],
         [1540, 1541, 1542, 1543, 1544],
         [1545, 1546, 1547, 1548, 1549],
         [1550, 1551, 1552, 1553, 1554],
         [1555, 1556, 1557, 1558, 1559]],

        ...,

        [[1590, 1591, 1592, 1593, 1594],
         [1595, 1596, 1597, 1598, 1599],
         [1600, 1601, 1602, 1603, 1604],
         [1605, 1606, 1607, 1608, 1609],
         [1610, 1611, 1612, 1613, 1614],
         [1615, 1616, 1617, 1618, 1619]],

        [[1620, 1621, 1622, 1623, 1624],
         [1625, 1626, 1627, 1628, 1629],
         [1630, 1631, 1632, 1633, 1634],
         [1635, 1636, 1637, 1638, 1639],
         [1640, 1641, 1642, 1643, 1644],
         [1645, 1646, 1647, 1648, 1649]],

        [[1650, 1651, 1652, 1653, 1654],
         [1655, 1656, 1657, 1658, 1659],
         [1660, 1661, 1662, 1663, 1664],
         [1665, 1666, 1667, 1668, 1669],
         [1670, 1671, 1672, 1673, 1674],
         [1675, 1676, 1677, 1678, 1679]]]], shape=(8, 7, 6, 5))"
    );
}

#[test]
fn empty() {
    let buffer: Vec<f64> = vec![];
    let view = View::from_slice_strided(&buffer, [0], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[]");
    assert_eq!(format!("{view:?}"), r"array([], dtype=float64)");
}

#[test]
fn empty_f32() {
    let buffer: Vec<f32> = vec![];
    let view = View::from_slice_strided(&buffer, [0], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[]");
    assert_eq!(format!("{view:?}"), r"array([], dtype=float32)");
}

#[test]
fn empty_bool() {
    let buffer: Vec<bool> = vec![];
    let view = View::from_slice_strided(&buffer, [0], [1], 0).unwrap();
    assert_eq!(view.to_string(), r"[]");
    assert_eq!(format!("{view:?}"), r"array([], dtype=bool)");
}

#[test]
fn empty_rows() {
    let buffer: Vec<f64> = vec![];
    let view = View::from_slice_strided(&buffer, [0, 3], [3, 1], 0).unwrap();
    assert_eq!(view.to_string(), r"[]");
    assert_eq!(format!("{view:?}"), r"array([], shape=(0, 3), dtype=float64)");
}

#[test]
fn empty_columns() {
    let buffer: Vec<i64> = vec![];
    let view = View::from_slice_strided(&buffer, [2, 0], [1, 1], 0).unwrap();
    assert_eq!(view.to_string(), r"[]");
    assert_eq!(format!("{view:?}"), r"array([], shape=(2, 0), dtype=int64)");
}

#[test]
fn empty_rank_3() {
    let buffer: Vec<Complex<f32>> = vec![];
    let view = View::from_slice_strided(&buffer, [2, 0, 4], [4, 4, 1], 0).unwrap();
    assert_eq!(view.to_string(), r"[]");
    assert_eq!(format!("{view:?}"), r"array([], shape=(2, 0, 4), dtype=complex64)");
}

#[test]
fn transposed() {
    let buffer: Vec<f64> = sequence(6, 0.0, 1.0);
    let view = View::from_slice_strided(&buffer, [3, 2], [1, 3], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[0. 3.]
 [1. 4.]
 [2. 5.]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[0., 3.],
       [1., 4.],
       [2., 5.]])"
    );
}

#[test]
fn reversed() {
    let buffer: Vec<i64> = sequence(4, 0, 1);
    let view = View::from_slice_strided(&buffer, [4], [-1], 3).unwrap();
    assert_eq!(view.to_string(), r"[3 2 1 0]");
    assert_eq!(format!("{view:?}"), r"array([3, 2, 1, 0])");
}

#[test]
fn stepped() {
    let buffer: Vec<f64> = sequence(10, 0.0, 0.5);
    let view = View::from_slice_strided(&buffer, [5], [2], 0).unwrap();
    assert_eq!(view.to_string(), r"[0. 1. 2. 3. 4.]");
    assert_eq!(format!("{view:?}"), r"array([0., 1., 2., 3., 4.])");
}

#[test]
fn broadcast() {
    let buffer: Vec<i64> = sequence(3, 1, 1);
    let view = View::from_slice_strided(&buffer, [2, 3], [0, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[1 2 3]
 [1 2 3]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[1, 2, 3],
       [1, 2, 3]])"
    );
}

#[test]
fn broadcast_summary() {
    let buffer: Vec<f64> = vec![0.5];
    let view = View::from_slice_strided(&buffer, [100, 100], [0, 0], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[0.5 0.5 0.5 ... 0.5 0.5 0.5]
 [0.5 0.5 0.5 ... 0.5 0.5 0.5]
 [0.5 0.5 0.5 ... 0.5 0.5 0.5]
 ...
 [0.5 0.5 0.5 ... 0.5 0.5 0.5]
 [0.5 0.5 0.5 ... 0.5 0.5 0.5]
 [0.5 0.5 0.5 ... 0.5 0.5 0.5]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],
       [0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],
       [0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],
       ...,
       [0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],
       [0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],
       [0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5]], shape=(100, 100))"
    );
}

#[test]
fn windows() {
    let buffer: Vec<f64> = sequence(6, 0.0, 1.0);
    let view = View::from_slice_strided(&buffer, [4, 3], [1, 1], 0).unwrap();
    assert_eq!(
        view.to_string(),
        r"[[0. 1. 2.]
 [1. 2. 3.]
 [2. 3. 4.]
 [3. 4. 5.]]"
    );
    assert_eq!(
        format!("{view:?}"),
        r"array([[0., 1., 2.],
       [1., 2., 3.],
       [2., 3., 4.],
       [3., 4., 5.]])"
    );
}

#[test]
fn diagonal() {
    let buffer: Vec<i64> = sequence(9, 0, 1);
    let view = View::from_slice_strided(&buffer, [3], [4], 0).unwrap();
    assert_eq!(view.to_string(), r"[0 4 8]");
    assert_eq!(format!("{view:?}"), r"array([0, 4, 8])");
}
