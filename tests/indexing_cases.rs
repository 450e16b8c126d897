//! Indexing with slices, index arrays and masks, reshapes and windows, as NumPy 2.4 does them.
//!
//! Written by `tests/generate/indexing.py` from `tests/data/indexing.json`; do not edit.
//! 160 of 170 rows, 68 of them with index arrays or masks; left out: 9 with too many subscripts or two
//! ellipses and 1 with nine axes, which the compiler refuses (see `tests/ui/slicing`).

use ndweave::{Array, IntoShape, Shape, ShapeError, View, ViewMut, s};

/// The numbers from `start` on, in row-major order.
fn arange<const R: usize>(shape: [usize; R], start: i64) -> Array<i64, <[usize; R] as IntoShape>::Shape>
where
    [usize; R]: IntoShape,
{
    let count = shape.iter().product::<usize>() as i64;
    Array::arange(start, start + count, 1).into_reshaped(shape).unwrap()
}

/// The extents and elements of a result.
#[track_caller]
fn check<S: Shape>(found: View<'_, i64, S>, extents: &[usize], elements: &[i64]) {
    assert_eq!(found.extents().as_ref(), extents);
    assert_eq!(found.to_vec(), elements);
}

/// The strides of a result, and the offset of its first element in `buffer`.
#[track_caller]
fn check_layout<S: Shape>(found: View<'_, i64, S>, buffer: &[i64], strides: &[isize], offset: usize) {
    assert_eq!(found.strides().as_ref(), strides);
    assert_eq!(found.as_ptr(), &raw const buffer[offset]);
}

/// The message of an error.
#[track_caller]
fn refused<T>(result: Result<T, ShapeError>) -> String {
    result.err().expect("a refusal").to_string()
}

/// ndarray tests/reshape.rs
#[test]
fn ix_001() {
    let array = arange([2, 2, 2], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let reshaped = a.reshape([4, 2]).unwrap();
    check(reshaped, &[4, 2], &[0, 1, 2, 3, 4, 5, 6, 7]);
    check_layout(reshaped, buffer, &[2, 1], 0);
    check(a.to_reshaped([4, 2]).unwrap().view(), &[4, 2], &[0, 1, 2, 3, 4, 5, 6, 7]);
}

/// ndarray tests/reshape.rs
#[test]
fn ix_002() {
    let array = arange([8], 0);
    let a = array.view();
    assert!(refused(a.reshape([2, 5])).contains("elements"));
    assert!(refused(a.to_reshaped([2, 5])).contains("elements"));
}

/// ndarray tests/reshape.rs::to_shape_discontig
#[test]
fn ix_003() {
    let buffer = (0..64).collect::<Vec<i64>>();
    let a = View::from_slice_strided(&buffer, [4, 2, 4], [16, 8, 1], 0).unwrap();
    let reshaped = a.reshape([4, 1, 2, 1, 2, 2]).unwrap();
    check(
        reshaped,
        &[4, 1, 2, 1, 2, 2],
        &[
            0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27, 32, 33, 34, 35, 40, 41, 42, 43, 48, 49, 50, 51,
            56, 57, 58, 59,
        ],
    );
    check(
        a.to_reshaped([4, 1, 2, 1, 2, 2]).unwrap().view(),
        &[4, 1, 2, 1, 2, 2],
        &[
            0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27, 32, 33, 34, 35, 40, 41, 42, 43, 48, 49, 50, 51,
            56, 57, 58, 59,
        ],
    );
}

/// ndarray tests/reshape.rs::to_shape_discontig
#[test]
fn ix_004() {
    let buffer = (0..64).collect::<Vec<i64>>();
    let a = View::from_slice_strided(&buffer, [4, 2, 4], [16, 8, 1], 0).unwrap();
    let reshaped = a.reshape([4, 2, 4]).unwrap();
    check(
        reshaped,
        &[4, 2, 4],
        &[
            0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27, 32, 33, 34, 35, 40, 41, 42, 43, 48, 49, 50, 51,
            56, 57, 58, 59,
        ],
    );
    check_layout(reshaped, &buffer, &[16, 8, 1], 0);
    check(
        a.to_reshaped([4, 2, 4]).unwrap().view(),
        &[4, 2, 4],
        &[
            0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27, 32, 33, 34, 35, 40, 41, 42, 43, 48, 49, 50, 51,
            56, 57, 58, 59,
        ],
    );
}

/// ndarray tests/reshape.rs::to_shape_discontig
#[test]
fn ix_005() {
    let buffer = (0..64).collect::<Vec<i64>>();
    let a = View::from_slice_strided(&buffer, [4, 2, 4], [16, 8, 1], 0).unwrap();
    let reshaped = a.reshape([8, 4]).unwrap();
    check(
        reshaped,
        &[8, 4],
        &[
            0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27, 32, 33, 34, 35, 40, 41, 42, 43, 48, 49, 50, 51,
            56, 57, 58, 59,
        ],
    );
    check_layout(reshaped, &buffer, &[8, 1], 0);
    check(
        a.to_reshaped([8, 4]).unwrap().view(),
        &[8, 4],
        &[
            0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27, 32, 33, 34, 35, 40, 41, 42, 43, 48, 49, 50, 51,
            56, 57, 58, 59,
        ],
    );
}

/// ndarray tests/reshape.rs::to_shape_discontig
#[test]
fn ix_006() {
    let buffer = (0..64).collect::<Vec<i64>>();
    let a = View::from_slice_strided(&buffer, [4, 2, 4], [16, 8, 1], 0).unwrap();
    assert!(refused(a.reshape([32])).contains("without a copy"));
    check(
        a.to_reshaped([32]).unwrap().view(),
        &[32],
        &[
            0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27, 32, 33, 34, 35, 40, 41, 42, 43, 48, 49, 50, 51,
            56, 57, 58, 59,
        ],
    );
}

/// ndarray tests/reshape.rs::to_shape_discontig
#[test]
fn ix_007() {
    let buffer = (0..64).collect::<Vec<i64>>();
    let a = View::from_slice_strided(&buffer, [4, 2, 4], [1, 8, 16], 0).unwrap();
    let reshaped = a.reshape([4, 1, 2, 1, 2, 2]).unwrap();
    check(
        reshaped,
        &[4, 1, 2, 1, 2, 2],
        &[
            0, 16, 32, 48, 8, 24, 40, 56, 1, 17, 33, 49, 9, 25, 41, 57, 2, 18, 34, 50, 10, 26, 42, 58, 3, 19, 35, 51,
            11, 27, 43, 59,
        ],
    );
    check(
        a.to_reshaped([4, 1, 2, 1, 2, 2]).unwrap().view(),
        &[4, 1, 2, 1, 2, 2],
        &[
            0, 16, 32, 48, 8, 24, 40, 56, 1, 17, 33, 49, 9, 25, 41, 57, 2, 18, 34, 50, 10, 26, 42, 58, 3, 19, 35, 51,
            11, 27, 43, 59,
        ],
    );
}

/// ndarray tests/reshape.rs::to_shape_broadcast
#[test]
fn ix_008() {
    let buffer = (0..64).collect::<Vec<i64>>();
    let a = View::from_slice_strided(&buffer, [4, 4, 4], [16, 0, 1], 0).unwrap();
    let reshaped = a.reshape([4, 4, 4]).unwrap();
    check(
        reshaped,
        &[4, 4, 4],
        &[
            0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 16, 17, 18, 19, 16, 17, 18, 19, 16, 17, 18, 19, 16, 17, 18,
            19, 32, 33, 34, 35, 32, 33, 34, 35, 32, 33, 34, 35, 32, 33, 34, 35, 48, 49, 50, 51, 48, 49, 50, 51, 48, 49,
            50, 51, 48, 49, 50, 51,
        ],
    );
    check_layout(reshaped, &buffer, &[16, 0, 1], 0);
    check(
        a.to_reshaped([4, 4, 4]).unwrap().view(),
        &[4, 4, 4],
        &[
            0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 16, 17, 18, 19, 16, 17, 18, 19, 16, 17, 18, 19, 16, 17, 18,
            19, 32, 33, 34, 35, 32, 33, 34, 35, 32, 33, 34, 35, 32, 33, 34, 35, 48, 49, 50, 51, 48, 49, 50, 51, 48, 49,
            50, 51, 48, 49, 50, 51,
        ],
    );
}

/// ndarray tests/reshape.rs::to_shape_broadcast
#[test]
fn ix_009() {
    let buffer = (0..64).collect::<Vec<i64>>();
    let a = View::from_slice_strided(&buffer, [4, 4, 4], [16, 0, 1], 0).unwrap();
    assert!(refused(a.reshape([8, 8])).contains("without a copy"));
    check(
        a.to_reshaped([8, 8]).unwrap().view(),
        &[8, 8],
        &[
            0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 16, 17, 18, 19, 16, 17, 18, 19, 16, 17, 18, 19, 16, 17, 18,
            19, 32, 33, 34, 35, 32, 33, 34, 35, 32, 33, 34, 35, 32, 33, 34, 35, 48, 49, 50, 51, 48, 49, 50, 51, 48, 49,
            50, 51, 48, 49, 50, 51,
        ],
    );
}

/// ndarray tests/reshape.rs::to_shape_broadcast
#[test]
fn ix_010() {
    let buffer = (0..64).collect::<Vec<i64>>();
    let a = View::from_slice_strided(&buffer, [4, 4, 4], [1, 0, 16], 0).unwrap();
    assert!(refused(a.reshape([8, 8])).contains("without a copy"));
    check(
        a.to_reshaped([8, 8]).unwrap().view(),
        &[8, 8],
        &[
            0, 16, 32, 48, 0, 16, 32, 48, 0, 16, 32, 48, 0, 16, 32, 48, 1, 17, 33, 49, 1, 17, 33, 49, 1, 17, 33, 49, 1,
            17, 33, 49, 2, 18, 34, 50, 2, 18, 34, 50, 2, 18, 34, 50, 2, 18, 34, 50, 3, 19, 35, 51, 3, 19, 35, 51, 3,
            19, 35, 51, 3, 19, 35, 51,
        ],
    );
}

/// numpy test_regression reshape::test_reshape_trailing_ones_strides
#[test]
fn ix_011() {
    let buffer = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    let a = View::from_slice_strided(&buffer, [6], [2], 0).unwrap();
    let reshaped = a.reshape([3, 2, 1, 1]).unwrap();
    check(reshaped, &[3, 2, 1, 1], &[0, 2, 4, 6, 8, 10]);
    check(a.to_reshaped([3, 2, 1, 1]).unwrap().view(), &[3, 2, 1, 1], &[0, 2, 4, 6, 8, 10]);
}

/// composed: reshape without a copy
#[test]
fn ix_012() {
    let buffer = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    let a = View::from_slice_strided(&buffer, [3, 4], [-4, 1], 8).unwrap();
    let reshaped = a.reshape([3, 2, 2]).unwrap();
    check(reshaped, &[3, 2, 2], &[8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3]);
    check_layout(reshaped, &buffer, &[-4, 2, 1], 8);
    check(a.to_reshaped([3, 2, 2]).unwrap().view(), &[3, 2, 2], &[8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3]);
}

/// composed: reshape without a copy
#[test]
fn ix_013() {
    let buffer = [0, 1, 2, 3, 4, 5];
    let a = View::from_slice_strided(&buffer, [1, 6], [7, 1], 0).unwrap();
    let reshaped = a.reshape([2, 3]).unwrap();
    check(reshaped, &[2, 3], &[0, 1, 2, 3, 4, 5]);
    check_layout(reshaped, &buffer, &[3, 1], 0);
    check(a.to_reshaped([2, 3]).unwrap().view(), &[2, 3], &[0, 1, 2, 3, 4, 5]);
}

/// composed: reshape without a copy
#[test]
fn ix_014() {
    let buffer = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    let a = View::from_slice_strided(&buffer, [6, 1], [2, 5], 0).unwrap();
    let reshaped = a.reshape([2, 3]).unwrap();
    check(reshaped, &[2, 3], &[0, 2, 4, 6, 8, 10]);
    check_layout(reshaped, &buffer, &[6, 2], 0);
    check(a.to_reshaped([2, 3]).unwrap().view(), &[2, 3], &[0, 2, 4, 6, 8, 10]);
}

/// composed: reshape without a copy
#[test]
fn ix_015() {
    let array = arange([1], 0);
    let a = array.view();
    let reshaped = a.reshape([]).unwrap();
    check(reshaped, &[], &[0]);
    check(a.to_reshaped([]).unwrap().view(), &[], &[0]);
}

/// composed: reshape without a copy
#[test]
fn ix_016() {
    let buffer = (0..24).collect::<Vec<i64>>();
    let a = View::from_slice_strided(&buffer, [2, 3, 4], [12, 4, 1], 0).unwrap();
    let reshaped = a.reshape([6, 4]).unwrap();
    check(reshaped, &[6, 4], &(0..24).collect::<Vec<i64>>());
    check_layout(reshaped, &buffer, &[4, 1], 0);
    check(a.to_reshaped([6, 4]).unwrap().view(), &[6, 4], &(0..24).collect::<Vec<i64>>());
}

/// composed: reshape without a copy
#[test]
fn ix_017() {
    let buffer = (0..40).collect::<Vec<i64>>();
    let a = View::from_slice_strided(&buffer, [2, 3, 4], [24, 4, 1], 0).unwrap();
    assert!(refused(a.reshape([6, 4])).contains("without a copy"));
    check(
        a.to_reshaped([6, 4]).unwrap().view(),
        &[6, 4],
        &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35],
    );
}

/// composed: reshape without a copy
#[test]
fn ix_018() {
    let buffer = [0, 1];
    let a = View::from_slice_strided(&buffer, [3, 2], [0, 1], 0).unwrap();
    assert!(refused(a.reshape([6])).contains("without a copy"));
    check(a.to_reshaped([6]).unwrap().view(), &[6], &[0, 1, 0, 1, 0, 1]);
}

/// numpy test_stride_tricks::TestSlidingWindowView
#[test]
fn ix_019() {
    let array = arange([3, 4], 0);
    let a = array.view();
    let windows = a.sliding_windows_along::<1>(2).sliding_windows_along::<1>(3);
    check(windows, &[3, 1, 2, 3], &[0, 1, 2, 1, 2, 3, 4, 5, 6, 5, 6, 7, 8, 9, 10, 9, 10, 11]);
}

/// numpy test_stride_tricks::TestSlidingWindowView
#[test]
fn ix_020() {
    let array = arange([4, 4], 0);
    let a = array.view();
    assert!(refused(a.try_sliding_windows([5, 5])).contains("does not fit"));
}

/// ndarray tests/windows.rs
#[test]
fn ix_021() {
    let array = arange([5, 4], 10);
    let (buffer, a) = (array.as_slice(), array.view());
    let windows = a.sliding_windows([3, 2]);
    check(
        windows,
        &[3, 3, 3, 2],
        &[
            10, 11, 14, 15, 18, 19, 11, 12, 15, 16, 19, 20, 12, 13, 16, 17, 20, 21, 14, 15, 18, 19, 22, 23, 15, 16, 19,
            20, 23, 24, 16, 17, 20, 21, 24, 25, 18, 19, 22, 23, 26, 27, 19, 20, 23, 24, 27, 28, 20, 21, 24, 25, 28, 29,
        ],
    );
    check_layout(windows, buffer, &[4, 1, 4, 1], 0);
}

/// composed: windows over views
#[test]
fn ix_022() {
    let buffer = [0, 5, 10, 15, 1, 6, 11, 16, 2, 7, 12, 17, 3, 8, 13, 18, 4, 9, 14, 19];
    let a = View::from_slice_strided(&buffer, [4, 5], [1, 4], 0).unwrap();
    let windows = a.sliding_windows([2, 2]);
    check(
        windows,
        &[3, 4, 2, 2],
        &[
            0, 1, 5, 6, 1, 2, 6, 7, 2, 3, 7, 8, 3, 4, 8, 9, 5, 6, 10, 11, 6, 7, 11, 12, 7, 8, 12, 13, 8, 9, 13, 14, 10,
            11, 15, 16, 11, 12, 16, 17, 12, 13, 17, 18, 13, 14, 18, 19,
        ],
    );
    check_layout(windows, &buffer, &[1, 4, 1, 4], 0);
}

/// composed: windows over views
#[test]
fn ix_023() {
    let array = arange([3], 0);
    let a = array.view();
    let windows = a.sliding_windows([1]);
    check(windows, &[3, 1], &[0, 1, 2]);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_024() {
    let array = arange([3], 0);
    let a = array.view();
    let part = a.slice(s![-1]);
    check(part, &[], &[2]);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_025() {
    let array = arange([10], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![..]);
    check(part, &[10], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    check_layout(part, buffer, &[1], 0);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_026() {
    let array = arange([10, 8], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![..3]);
    check(part, &[3, 8], &(0..24).collect::<Vec<i64>>());
    check_layout(part, buffer, &[8, 1], 0);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_027() {
    let array = arange([10], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![..1;-2]);
    check(part, &[4], &[9, 7, 5, 3]);
    check_layout(part, buffer, &[-2], 9);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_028() {
    let array = arange([10, 8], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![3..1;-1]);
    check(part, &[2, 8], &[24, 25, 26, 27, 28, 29, 30, 31, 16, 17, 18, 19, 20, 21, 22, 23]);
    check_layout(part, buffer, &[-8, 1], 24);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_029() {
    let array = arange([10, 8], 0);
    let a = array.view();
    let part = a.slice(s![0..8;-1]);
    check(part, &[0, 8], &[]);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_030() {
    let array = arange([10], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![0..8;2]);
    check(part, &[4], &[0, 2, 4, 6]);
    check_layout(part, buffer, &[2], 0);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_031() {
    let array = arange([10], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![0..8;3]);
    check(part, &[3], &[0, 3, 6]);
    check_layout(part, buffer, &[3], 0);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_032() {
    let array = arange([10], 0);
    let a = array.view();
    let part = a.slice(s![1..3;2]);
    check(part, &[1], &[1]);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_033() {
    let array = arange([10, 8], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![1..3, 0..2]);
    check(part, &[2, 2], &[8, 9, 16, 17]);
    check_layout(part, buffer, &[8, 1], 8);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_034() {
    let array = arange([10, 8], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![..;-1, ..2]);
    check(part, &[10, 2], &[72, 73, 64, 65, 56, 57, 48, 49, 40, 41, 32, 33, 24, 25, 16, 17, 8, 9, 0, 1]);
    check_layout(part, buffer, &[-8, 1], 72);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_035() {
    let array = arange([10, 4], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![.., 0..2]);
    check(part, &[10, 2], &[0, 1, 4, 5, 8, 9, 12, 13, 16, 17, 20, 21, 24, 25, 28, 29, 32, 33, 36, 37]);
    check_layout(part, buffer, &[4, 1], 0);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_036() {
    let array = arange([3], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![...]);
    check(part, &[3], &[0, 1, 2]);
    check_layout(part, buffer, &[1], 0);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_037() {
    let array = arange([3, 4], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![...]);
    check(part, &[3, 4], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    check_layout(part, buffer, &[4, 1], 0);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_038() {
    let array = arange([3], 0);
    let a = array.view();
    let part = a.slice(s![NewAxis]);
    check(part, &[1, 3], &[0, 1, 2]);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_039() {
    let array = arange([3, 4], 0);
    let a = array.view();
    let part = a.slice(s![NewAxis]);
    check(part, &[1, 3, 4], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_040() {
    let array = arange([3, 4], 0);
    let a = array.view();
    let part = a.slice(s![..., NewAxis]);
    check(part, &[3, 4, 1], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
}

/// jax lax_numpy_indexing_test::STATIC_INDEXING_TESTS
#[test]
fn ix_041() {
    let array = arange([], 0);
    let a = array.view();
    let part = a.slice(s![]);
    check(part, &[], &[0]);
}

/// jax lax_numpy_indexing_test::ADVANCED_INDEXING_TESTS
#[test]
fn ix_042() {
    let array = arange([3, 2, 3], 0);
    let a = array.view();
    let chosen = a.gather(s![0, .., [0, 1, 2]]);
    check(chosen.view(), &[3, 2], &[0, 3, 1, 4, 2, 5]);
}

/// jax lax_numpy_indexing_test::ADVANCED_INDEXING_TESTS
#[test]
fn ix_043() {
    let array = arange([3], 0);
    let a = array.view();
    let chosen = a.gather(s![[0, 1]]);
    check(chosen.view(), &[2], &[0, 1]);
}

/// jax lax_numpy_indexing_test::ADVANCED_INDEXING_TESTS
#[test]
fn ix_044() {
    let array = arange([3], 0);
    let a = array.view();
    let chosen = a.gather(s![[[0, 0]]]);
    check(chosen.view(), &[1, 2], &[0, 0]);
}

/// jax lax_numpy_indexing_test::ADVANCED_INDEXING_TESTS
#[test]
fn ix_045() {
    let array = arange([3, 3], 0);
    let a = array.view();
    let chosen = a.gather(s![[[1, 2, 1], [0, 1, -1]]]);
    check(chosen.view(), &[2, 3, 3], &[3, 4, 5, 6, 7, 8, 3, 4, 5, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
}

/// jax lax_numpy_indexing_test::ADVANCED_INDEXING_TESTS
#[test]
fn ix_046() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![[[0], [-1]], [[2, 3, 0, 3]]]);
    check(
        chosen.view(),
        &[2, 4, 5],
        &[
            10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 0, 1, 2, 3, 4, 15, 16, 17, 18, 19, 50, 51, 52, 53, 54, 55, 56, 57,
            58, 59, 40, 41, 42, 43, 44, 55, 56, 57, 58, 59,
        ],
    );
}

/// jax lax_numpy_indexing_test::ADVANCED_INDEXING_TESTS
#[test]
fn ix_047() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![0, [0, 1]]);
    check(chosen.view(), &[2, 5], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
}

/// jax lax_numpy_indexing_test::ADVANCED_INDEXING_TESTS
#[test]
fn ix_048() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![[0, 1], [0]]);
    check(chosen.view(), &[2, 5], &[0, 1, 2, 3, 4, 20, 21, 22, 23, 24]);
}

/// jax lax_numpy_indexing_test::MIXED_ADVANCED_INDEXING_TESTS
#[test]
fn ix_049() {
    let array = arange([2, 3], 0);
    let a = array.view();
    let chosen = a.gather(s![[0, 1], 1..2]);
    check(chosen.view(), &[2, 1], &[1, 4]);
}

/// jax lax_numpy_indexing_test::MIXED_ADVANCED_INDEXING_TESTS
#[test]
fn ix_050() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![..., [0, 2], ..]);
    check(
        chosen.view(),
        &[3, 2, 5],
        &[
            0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 20, 21, 22, 23, 24, 30, 31, 32, 33, 34, 40, 41, 42, 43, 44, 50, 51, 52,
            53, 54,
        ],
    );
}

/// jax lax_numpy_indexing_test::MIXED_ADVANCED_INDEXING_TESTS
#[test]
fn ix_051() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![[0, 2], ..., [-1, 2]]);
    check(chosen.view(), &[2, 4], &[4, 9, 14, 19, 42, 47, 52, 57]);
}

/// jax lax_numpy_indexing_test::MIXED_ADVANCED_INDEXING_TESTS
#[test]
fn ix_052() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![[0, 2], [-1, 2], ...]);
    check(chosen.view(), &[2, 5], &[15, 16, 17, 18, 19, 50, 51, 52, 53, 54]);
}

/// jax lax_numpy_indexing_test::MIXED_ADVANCED_INDEXING_TESTS
#[test]
fn ix_053() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![[0, 2, -2], ..;2, [-1, 2, 1]]);
    check(chosen.view(), &[3, 2], &[4, 14, 42, 52, 21, 31]);
}

/// jax lax_numpy_indexing_test::MIXED_ADVANCED_INDEXING_TESTS
#[test]
fn ix_054() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![[[0, 2], [2, 0]], ..., [[1, 0], [1, 0]]]);
    check(chosen.view(), &[2, 2, 4], &[1, 6, 11, 16, 40, 45, 50, 55, 41, 46, 51, 56, 0, 5, 10, 15]);
}

/// numpy test_indexing::TestIndexing
#[test]
fn ix_055() {
    let array = arange([3, 3], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![0, ...]);
    check(part, &[3], &[0, 1, 2]);
    check_layout(part, buffer, &[1], 0);
}

/// numpy test_indexing::TestIndexing
#[test]
fn ix_056() {
    let array = arange([3, 3], 0);
    let a = array.view();
    let part = a.slice(s![0, ..., 1]);
    check(part, &[], &[1]);
}

/// numpy test_indexing::TestIndexing
#[test]
fn ix_057() {
    let array = arange([3, 3], 0);
    let a = array.view();
    let chosen = a.gather(s![false]);
    check(chosen.view(), &[0, 3, 3], &[]);
}

/// numpy test_indexing::TestIndexing
#[test]
fn ix_058() {
    let array = arange([], 0);
    let a = array.view();
    let chosen = a.gather(s![true]);
    check(chosen.view(), &[1], &[0]);
}

/// numpy test_indexing::TestIndexing
#[test]
fn ix_059() {
    let array = arange([3, 3], 0);
    let a = array.view();
    let chosen = a.gather(s![[[true, false, true], [false, true, false], [true, false, true]]]);
    check(chosen.view(), &[5], &[0, 2, 4, 6, 8]);
}

/// numpy test_indexing::TestIndexing
#[test]
fn ix_060() {
    let array = arange([5, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![[0, 1], [0, 1]]);
    check(chosen.view(), &[2], &[0, 6]);
}

/// numpy test_indexing::TestIndexing
#[test]
fn ix_061() {
    let array = arange([10], 0);
    let a = array.view();
    let chosen = a.gather(s![[[0, 1], [2, 3], [4, 5], [6, 7], [8, 9]]]);
    check(chosen.view(), &[5, 2], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
}

/// numpy test_indexing::TestIndexing::test_boolean_indexing_weirdness
#[test]
fn ix_062() {
    let array = arange([2, 3, 4], 0);
    let a = array.view();
    let chosen = a.gather(s![true, [0, 1], true, true, [1], [[2]]]);
    check(chosen.view(), &[1, 2], &[6, 18]);
}

/// numpy test_indexing::TestIndexing (refusals)
#[test]
fn ix_063() {
    let array = arange([5, 4, 3], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![[true]])).contains("the mask has extent"));
}

/// numpy test_indexing::TestIndexing (refusals)
#[test]
fn ix_064() {
    let array = arange([5, 4, 3], 0);
    let a = array.view();
    assert!(
        refused(a.try_gather(s![[
            [false, false, false, false],
            [false, false, false, false],
            [false, false, false, false],
            [false, false, false, false]
        ]]))
        .contains("the mask has extent")
    );
}

/// numpy test_indexing::TestIndexing (refusals)
#[test]
fn ix_066() {
    let array = arange([1, 1, 2], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![[[[true], [false]]]])).contains("the mask has extent"));
}

/// numpy test_indexerrors::TestIndexErrors
#[test]
fn ix_067() {
    let array = arange([1, 0, 3], 0);
    let a = array.view();
    assert!(refused(a.try_slice(s![0, 0, NewAxis, 2])).contains("is out of bounds for axis"));
}

/// numpy test_indexerrors::TestIndexErrors
#[test]
fn ix_069() {
    let array = arange([0], 0);
    let a = array.view();
    assert!(refused(a.try_slice(s![10])).contains("is out of bounds for axis"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_070() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![..., [true, false, false], .., ..])).contains("the mask has extent"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_072() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let part = a.slice(s![..., 4..-1;-2, .., 0]);
    check(part, &[3, 0, 5], &[]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_073() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let part = a.slice(s![..., ..;-3, .., ..]);
    check(part, &[3, 1, 5, 6], &(0..90).collect::<Vec<i64>>());
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_074() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let part = a.slice(s![NewAxis, 1..1;100, .., ..]);
    check(part, &[1, 0, 1, 5, 6], &[]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_075() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let chosen = a.gather(s![NewAxis, [[0, -1], [0, 1]], 0, 0]);
    check(
        chosen.view(),
        &[1, 2, 2, 6],
        &[0, 1, 2, 3, 4, 5, 60, 61, 62, 63, 64, 65, 0, 1, 2, 3, 4, 5, 30, 31, 32, 33, 34, 35],
    );
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_076() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let part = a.slice(s![-1, 1..1;100, 0, ..]);
    check(part, &[0, 6], &[]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_077() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![-1, [0, 1, -2], 0, 0])).contains("is out of bounds for axis"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_078() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![-1, [[0, -1], [0, 1]], 0, 0])).contains("is out of bounds for axis"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_079() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let chosen = a.gather(s![[1], &Array::full([0, 1, 1], 0i64), .., 0]);
    check(chosen.view(), &[0, 1, 1, 5], &[]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_080() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![[1], [0, 1, -2], .., ..])).contains("is out of bounds for axis"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_081() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![[true], [[0, -1], [0, 1]], .., 0])).contains("the mask has extent"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_082() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let part = a.slice(s![.., ..., NewAxis, 0]);
    check(part, &[3, 1, 5, 1], &[0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60, 66, 72, 78, 84]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_083() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![.., [true, false, false], [true], ..])).contains("the mask has extent"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_084() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![.., [[true, false], [false, true]], ..., 0])).contains("the mask has extent"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_085() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let part = a.slice(s![.., 4..-1;-2, ..., 0]);
    check(part, &[3, 0, 5], &[]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_086() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![.., [[2], [0], [1]], ..., 0])).contains("is out of bounds for axis"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_087() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![.., [2, -1], [1], ..])).contains("is out of bounds for axis"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_088() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![0, [true, false, false], [1], ..])).contains("the mask has extent"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_090() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![0, 4..-1;-2, [true], ..])).contains("the mask has extent"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_091() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let chosen = a.gather(s![0, &Array::full([0, 1, 1], 0i64), -1, 0]);
    check(chosen.view(), &[0, 1, 1], &[]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_092() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![0, [2, -1], [1], ..])).contains("is out of bounds for axis"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_093() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![.., [[true, false], [false, true]], 0, ...])).contains("the mask has extent"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_095() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let chosen = a.gather(s![.., &Array::full([0, 1, 1], 0i64), 0, ...]);
    check(chosen.view(), &[3, 0, 1, 1, 6], &[]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_096() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![.., &Array::full([0, 1, 1], 0i64), 0, [true]])).contains("the mask has extent"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_097() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![.., [[2], [0], [1]], .., [true]])).contains("the mask has extent"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_098() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![.., [[0, -1], [0, 1]], .., -1])).contains("is out of bounds for axis"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_099() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let part = a.slice(s![0, 0, 0, -1]);
    check(part, &[], &[5]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_100() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let part = a.slice(s![0, 1..1;100, .., NewAxis]);
    check(part, &[0, 5, 1, 6], &[]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_101() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let part = a.slice(s![0, 4..-1;-2, .., ...]);
    check(part, &[0, 5, 6], &[]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_102() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let part = a.slice(s![0, ..;-3, .., NewAxis]);
    check(part, &[1, 5, 1, 6], &(0..30).collect::<Vec<i64>>());
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_103() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    let chosen = a.gather(s![0, &Array::full([0, 1, 1], 0i64), .., [1]]);
    check(chosen.view(), &[0, 1, 1, 5], &[]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_104() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![0, &Array::full([0, 1, 1], 0i64), .., [true]])).contains("the mask has extent"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_105() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![0, [0, 1, -2], 0, -1])).contains("is out of bounds for axis"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_106() {
    let array = arange([3, 1, 5, 6], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![0, [0, 1, -2], 0, [1]])).contains("is out of bounds for axis"));
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_multidim
#[test]
fn ix_107() {
    let array = arange([3, 0, 5, 6], 0);
    let a = array.view();
    let chosen = a.gather(s![0, &Array::full([0, 1, 1], 0i64), 0, 0]);
    check(chosen.view(), &[0, 1, 1], &[]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_1d
#[test]
fn ix_109() {
    let array = arange([10], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![...]);
    check(part, &[10], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    check_layout(part, buffer, &[1], 0);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_1d
#[test]
fn ix_110() {
    let array = arange([10], 0);
    let a = array.view();
    let part = a.slice(s![0]);
    check(part, &[], &[0]);
}

/// numpy test_indexing::TestMultiIndexingAutomated::test_1d
#[test]
fn ix_111() {
    let array = arange([10], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![[true, false, false]])).contains("the mask has extent"));
}

/// pytorch test_indexing
#[test]
fn ix_114() {
    let array = arange([2, 3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![.., &Array::full([0, 6], 0i64)]);
    check(chosen.view(), &[2, 0, 6, 4, 5], &[]);
}

/// pytorch test_indexing
#[test]
fn ix_115() {
    let array = arange([10, 0], 0);
    let a = array.view();
    let chosen = a.gather(s![[1, 2]]);
    check(chosen.view(), &[2, 0], &[]);
}

/// pytorch test_indexing
#[test]
fn ix_116() {
    let array = arange([2, 3, 4], 0);
    let a = array.view();
    let part = a.slice(s![.., 1..1, ..]);
    check(part, &[2, 0, 4], &[]);
}

/// pytorch test_indexing
#[test]
fn ix_118() {
    let array = arange([2, 5, 10], 0);
    let a = array.view();
    assert!(refused(a.try_slice(s![0, 5])).contains("is out of bounds for axis"));
}

/// pytorch test_indexing
#[test]
fn ix_119() {
    let array = arange([2, 5, 10], 0);
    let a = array.view();
    assert!(refused(a.try_slice(s![0, 1, 15])).contains("is out of bounds for axis"));
}

/// ndarray tests/array.rs slicing
#[test]
fn ix_120() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let part = a.slice(s![1.., ..;2, NewAxis, 0..;2]);
    check(part, &[2, 2, 1, 3], &[20, 22, 24, 30, 32, 34, 40, 42, 44, 50, 52, 54]);
}

/// ndarray tests/array.rs slicing
#[test]
fn ix_121() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let part = a.slice(s![0..0;-1, .., ..]);
    check(part, &[0, 4, 5], &[]);
}

/// ndarray tests/array.rs slicing
#[test]
fn ix_123() {
    let array = arange([3, 5, 4], 0);
    let a = array.view();
    let part = a.slice(s![1, NewAxis, 2, ..;2]);
    check(part, &[1, 2], &[28, 30]);
}

/// ndarray tests/array.rs slicing
#[test]
fn ix_124() {
    let array = arange([3, 5, 4], 0);
    let a = array.view();
    let part = a.slice(s![1, 2, 3]);
    check(part, &[], &[31]);
}

/// ndarray tests/array.rs slicing
#[test]
fn ix_125() {
    let array = arange([2, 4, 8], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![.., ..;-1, ..;-1]);
    check(
        part,
        &[2, 4, 8],
        &[
            31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4,
            3, 2, 1, 0, 63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40,
            39, 38, 37, 36, 35, 34, 33, 32,
        ],
    );
    check_layout(part, buffer, &[32, -8, -1], 31);
}

/// array-api indexing rules
#[test]
fn ix_126() {
    let array = arange([5], 0);
    let a = array.view();
    let part = a.slice(s![2..2]);
    check(part, &[0], &[]);
}

/// array-api indexing rules
#[test]
fn ix_127() {
    let array = arange([5], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![0..5;3]);
    check(part, &[2], &[0, 3]);
    check_layout(part, buffer, &[3], 0);
}

/// array-api indexing rules
#[test]
fn ix_128() {
    let array = arange([5], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![-1..-6;-2]);
    check(part, &[3], &[4, 2, 0]);
    check_layout(part, buffer, &[-2], 4);
}

/// array-api indexing rules
#[test]
fn ix_129() {
    let array = arange([5], 0);
    let a = array.view();
    let part = a.slice(s![3..1]);
    check(part, &[0], &[]);
}

/// array-api indexing rules
#[test]
fn ix_130() {
    let array = arange([5], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![..;-1]);
    check(part, &[5], &[4, 3, 2, 1, 0]);
    check_layout(part, buffer, &[-1], 4);
}

/// array-api indexing rules
#[test]
fn ix_131() {
    let array = arange([2, 3, 4], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![0, .., -1]);
    check(part, &[3], &[3, 7, 11]);
    check_layout(part, buffer, &[4], 3);
}

/// array-api indexing rules
#[test]
fn ix_132() {
    let array = arange([2, 3, 4], 0);
    let a = array.view();
    let chosen = a.gather(s![[[true, false, true], [false, false, true]]]);
    check(chosen.view(), &[3, 4], &[0, 1, 2, 3, 8, 9, 10, 11, 20, 21, 22, 23]);
}

/// composed: slice clamping as in NumPy
#[test]
fn ix_133() {
    let array = arange([5], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![0..100]);
    check(part, &[5], &[0, 1, 2, 3, 4]);
    check_layout(part, buffer, &[1], 0);
}

/// composed: slice clamping as in NumPy
#[test]
fn ix_134() {
    let array = arange([5], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![100..;-1]);
    check(part, &[5], &[4, 3, 2, 1, 0]);
    check_layout(part, buffer, &[-1], 4);
}

/// composed: slice clamping as in NumPy
#[test]
fn ix_135() {
    let array = arange([5], 0);
    let a = array.view();
    let part = a.slice(s![100..200]);
    check(part, &[0], &[]);
}

/// composed: slice clamping as in NumPy
#[test]
fn ix_136() {
    let array = arange([5], 0);
    let (buffer, a) = (array.as_slice(), array.view());
    let part = a.slice(s![3..-100;-2]);
    check(part, &[2], &[3, 1]);
    check_layout(part, buffer, &[-2], 3);
}

/// composed: slice clamping as in NumPy
#[test]
fn ix_137() {
    let array = arange([0], 0);
    let a = array.view();
    let part = a.slice(s![..;-1]);
    check(part, &[0], &[]);
}

/// composed: views of views and layouts
#[test]
fn ix_138() {
    let buffer = [
        0, 15, 30, 45, 5, 20, 35, 50, 10, 25, 40, 55, 1, 16, 31, 46, 6, 21, 36, 51, 11, 26, 41, 56, 2, 17, 32, 47, 7,
        22, 37, 52, 12, 27, 42, 57, 3, 18, 33, 48, 8, 23, 38, 53, 13, 28, 43, 58, 4, 19, 34, 49, 9, 24, 39, 54, 14, 29,
        44, 59,
    ];
    let a = View::from_slice_strided(&buffer, [4, 3, 5], [1, 4, 12], 0).unwrap();
    let part = a.slice(s![..;-2, 1, 1..4]);
    check(part, &[2, 3], &[51, 52, 53, 21, 22, 23]);
    check_layout(part, &buffer, &[-2, 12], 19);
}

/// composed: views of views and layouts
#[test]
fn ix_139() {
    let buffer = [
        59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32,
        31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2,
        1, 0,
    ];
    let a = View::from_slice_strided(&buffer, [4, 3, 5], [-15, -5, -1], 59).unwrap();
    let chosen = a.gather(s![[2, 0, -1], .., [4, 0, 1]]);
    check(chosen.view(), &[3, 3], &[34, 39, 44, 0, 5, 10, 46, 51, 56]);
}

/// composed: views of views and layouts
#[test]
fn ix_140() {
    let buffer = [
        77, 77, 49, 48, 47, 46, 45, 77, 77, 77, 77, 77, 77, 77, 54, 53, 52, 51, 50, 77, 77, 77, 77, 77, 77, 77, 59, 58,
        57, 56, 55, 77, 77, 77, 77, 77, 77, 77, 34, 33, 32, 31, 30, 77, 77, 77, 77, 77, 77, 77, 39, 38, 37, 36, 35, 77,
        77, 77, 77, 77, 77, 77, 44, 43, 42, 41, 40, 77, 77, 77, 77, 77, 77, 77, 19, 18, 17, 16, 15, 77, 77, 77, 77, 77,
        77, 77, 24, 23, 22, 21, 20, 77, 77, 77, 77, 77, 77, 77, 29, 28, 27, 26, 25, 77, 77, 77, 77, 77, 77, 77, 4, 3,
        2, 1, 0, 77, 77, 77, 77, 77, 77, 77, 9, 8, 7, 6, 5, 77, 77, 77, 77, 77, 77, 77, 14, 13, 12, 11, 10, 77, 77, 77,
        77, 77, 77, 77, 77, 77,
    ];
    let a = View::from_slice_strided(&buffer, [4, 3, 5], [-36, 12, -1], 114).unwrap();
    let part = a.slice(s![..;-2, 1, 1..4]);
    check(part, &[2, 3], &[51, 52, 53, 21, 22, 23]);
    check_layout(part, &buffer, &[72, -1], 17);
}

/// composed: views of views and layouts
#[test]
fn ix_141() {
    let buffer = [-1, -2, 3, -1, 3, -3, 1, 3, 2, -1, -2, 2, 2, -1, 0];
    let a = View::from_slice_strided(&buffer, [4, 3, 5], [0, 5, 1], 0).unwrap();
    let part = a.slice(s![..;-2, 1, 1..4]);
    check(part, &[2, 3], &[1, 3, 2, 1, 3, 2]);
    check_layout(part, &buffer, &[0, 1], 6);
}

/// composed: views of views and layouts
#[test]
fn ix_142() {
    let buffer = [-1, -2, 3, -1, 3, -3, 1, 3, 2, -1, -2, 2, 2, -1, 0];
    let a = View::from_slice_strided(&buffer, [4, 3, 5], [0, 5, 1], 0).unwrap();
    let chosen = a.gather(s![[2, 0, -1], .., [4, 0, 1]]);
    check(chosen.view(), &[3, 3], &[3, -1, 0, -1, -3, -2, -2, 1, 2]);
}

/// composed: views of views and layouts
#[test]
fn ix_143() {
    let buffer = [
        0, 15, 30, 45, 1, 16, 31, 46, 2, 17, 32, 47, 3, 18, 33, 48, 4, 19, 34, 49, 5, 20, 35, 50, 6, 21, 36, 51, 7, 22,
        37, 52, 8, 23, 38, 53, 9, 24, 39, 54, 10, 25, 40, 55, 11, 26, 41, 56, 12, 27, 42, 57, 13, 28, 43, 58, 14, 29,
        44, 59,
    ];
    let a = View::from_slice_strided(&buffer, [4, 3, 5], [1, 20, 4], 0).unwrap();
    let part = a.slice(s![..;-2, 1, 1..4]);
    check(part, &[2, 3], &[51, 52, 53, 21, 22, 23]);
    check_layout(part, &buffer, &[-2, 4], 27);
}

/// composed: views of views and layouts
#[test]
fn ix_144() {
    let buffer = [
        0, 15, 30, 45, 1, 16, 31, 46, 2, 17, 32, 47, 3, 18, 33, 48, 4, 19, 34, 49, 5, 20, 35, 50, 6, 21, 36, 51, 7, 22,
        37, 52, 8, 23, 38, 53, 9, 24, 39, 54, 10, 25, 40, 55, 11, 26, 41, 56, 12, 27, 42, 57, 13, 28, 43, 58, 14, 29,
        44, 59,
    ];
    let a = View::from_slice_strided(&buffer, [4, 3, 5], [1, 20, 4], 0).unwrap();
    let chosen = a.gather(s![[2, 0, -1], .., [4, 0, 1]]);
    check(chosen.view(), &[3, 3], &[34, 39, 44, 0, 5, 10, 46, 51, 56]);
}

/// composed: where the index result goes
#[test]
fn ix_145() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![[0, 1], .., [1, 2]]);
    check(chosen.view(), &[2, 4], &[1, 6, 11, 16, 22, 27, 32, 37]);
}

/// composed: where the index result goes
#[test]
fn ix_146() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![.., [0, 1], [1, 2]]);
    check(chosen.view(), &[3, 2], &[1, 7, 21, 27, 41, 47]);
}

/// composed: where the index result goes
#[test]
fn ix_147() {
    let array = arange([3, 4, 5], 0);
    let a = array.view();
    let chosen = a.gather(s![..., [0, 1], 3]);
    check(chosen.view(), &[3, 2], &[3, 8, 23, 28, 43, 48]);
}

/// composed: refusals
#[test]
fn ix_148() {
    let array = arange([3, 4], 0);
    let a = array.view();
    assert!(refused(a.try_slice(s![3])).contains("is out of bounds for axis"));
}

/// composed: refusals
#[test]
fn ix_149() {
    let array = arange([3, 4], 0);
    let a = array.view();
    assert!(refused(a.try_slice(s![-4])).contains("is out of bounds for axis"));
}

/// composed: refusals
#[test]
fn ix_150() {
    let array = arange([3, 4], 0);
    let a = array.view();
    let step = 0;
    assert!(refused(a.try_slice(s![..;step])).contains("is zero"));
}

/// composed: refusals
#[test]
fn ix_151() {
    let array = arange([0], 0);
    let a = array.view();
    assert!(refused(a.try_slice(s![0])).contains("is out of bounds for axis"));
}

/// composed: refusals
#[test]
fn ix_152() {
    let array = arange([0, 3], 0);
    let a = array.view();
    assert!(refused(a.try_slice(s![0, 0])).contains("is out of bounds for axis"));
}

/// composed: refusals
#[test]
fn ix_153() {
    let array = arange([3, 4], 0);
    let a = array.view();
    assert!(refused(a.try_gather(s![[0, 1, 2], [0, 1]])).contains("cannot be broadcast together"));
}

/// numpy test_indexing and pytorch test_indexing (assignments, adapted)
#[test]
fn ix_154() {
    let mut a = arange([3, 2], 0);
    let value = arange([1, 3, 2], 1000);
    a.assign_at(s![[0, 1, 2], ..], &value);
    check(a.view(), &[3, 2], &[1000, 1001, 1002, 1003, 1004, 1005]);
}

/// numpy test_indexing and pytorch test_indexing (assignments, adapted)
#[test]
fn ix_155() {
    let mut a = arange([3, 2], 0);
    let value = arange([1, 3, 2], 1000);
    a.assign_at(s![.., [0, 1]], &value);
    check(a.view(), &[3, 2], &[1000, 1001, 1002, 1003, 1004, 1005]);
}

/// numpy test_indexing and pytorch test_indexing (assignments, adapted)
#[test]
fn ix_156() {
    let mut a = arange([6], 0);
    let value = arange([], 1000);
    a.assign_at(s![[[0], [3]]], &value);
    check(a.view(), &[6], &[1000, 1, 2, 1000, 4, 5]);
}

/// numpy test_indexing and pytorch test_indexing (assignments, adapted)
#[test]
fn ix_157() {
    let mut buffer = [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
    let mut a = ViewMut::from_slice_strided(&mut buffer, [4, 4], [-4, -1], 15).unwrap();
    let value = arange([], 1000);
    a.assign_at(s![.., [0, 1, 2, 3]], &value);
    check(
        a.view(),
        &[4, 4],
        &[1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000],
    );
}

/// numpy test_indexing and pytorch test_indexing (assignments, adapted)
#[test]
fn ix_158() {
    let mut a = arange([], 0);
    let value = arange([], 1000);
    a.slice_mut(s![...]).assign(&value);
    check(a.view(), &[], &[1000]);
}

/// numpy test_indexing and pytorch test_indexing (assignments, adapted)
#[test]
fn ix_159() {
    let mut a = arange([4, 5], 0);
    let value = arange([1, 3], 1000);
    a.slice_mut(s![1..3, ..;2]).assign(&value);
    check(a.view(), &[4, 5], &[0, 1, 2, 3, 4, 1000, 6, 1001, 8, 1002, 1000, 11, 1001, 13, 1002, 15, 16, 17, 18, 19]);
}

/// numpy test_indexing and pytorch test_indexing (assignments, adapted)
#[test]
fn ix_160() {
    let mut a = arange([4, 5], 0);
    let value = arange([0], 1000);
    a.assign_at(
        s![[
            [false, false, false, false, false],
            [false, false, false, false, false],
            [false, false, false, false, false],
            [false, false, false, false, false]
        ]],
        &value,
    );
    check(a.view(), &[4, 5], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
}

/// numpy test_indexing and pytorch test_indexing (assignments, adapted)
#[test]
fn ix_161() {
    let mut a = arange([2, 3], 0);
    let value = arange([], 1000);
    a.assign_at(s![false], &value);
    check(a.view(), &[2, 3], &[0, 1, 2, 3, 4, 5]);
}

/// numpy test_indexing and pytorch test_indexing (assignments, adapted)
#[test]
fn ix_162() {
    let mut a = arange([3, 4], 0);
    let value = arange([4], 1000);
    a.slice_mut(s![1]).assign(&value);
    check(a.view(), &[3, 4], &[0, 1, 2, 3, 1000, 1001, 1002, 1003, 8, 9, 10, 11]);
}

/// numpy test_indexing and pytorch test_indexing (assignments, adapted)
#[test]
fn ix_163() {
    let mut a = arange([3, 4], 0);
    let value = arange([1, 4], 1000);
    a.slice_mut(s![1]).assign(&value);
    check(a.view(), &[3, 4], &[0, 1, 2, 3, 1000, 1001, 1002, 1003, 8, 9, 10, 11]);
}

/// numpy test_indexing and pytorch test_indexing (assignments, adapted)
#[test]
fn ix_164() {
    let mut buffer = [
        77, 77, 15, 14, 13, 12, 77, 77, 77, 77, 77, 77, 19, 18, 17, 16, 77, 77, 77, 77, 77, 77, 23, 22, 21, 20, 77, 77,
        77, 77, 77, 77, 3, 2, 1, 0, 77, 77, 77, 77, 77, 77, 7, 6, 5, 4, 77, 77, 77, 77, 77, 77, 11, 10, 9, 8, 77, 77,
        77, 77, 77, 77, 77, 77,
    ];
    let mut a = ViewMut::from_slice_strided(&mut buffer, [2, 3, 4], [-30, 10, -1], 35).unwrap();
    let value = arange([2, 2, 4], 1000);
    a.assign_at(s![.., [2, 0], ..;-1], &value);
    check(
        a.view(),
        &[2, 3, 4],
        &[
            1007, 1006, 1005, 1004, 4, 5, 6, 7, 1003, 1002, 1001, 1000, 1015, 1014, 1013, 1012, 16, 17, 18, 19, 1011,
            1010, 1009, 1008,
        ],
    );
}

/// numpy test_indexing::TestBroadcastedAssignments (refusals)
#[test]
fn ix_165() {
    let mut a = arange([5], 0);
    let value = arange([2, 1], 1000);
    assert!(refused(a.try_assign_at(s![[1, 2, 3]], &value)).contains("cannot broadcast"));
}

/// numpy test_indexing::TestBroadcastedAssignments (refusals)
#[test]
fn ix_166() {
    let mut a = arange([5, 1], 0);
    let value = arange([5, 0], 1000);
    assert!(refused(a.slice_mut(s![...]).try_assign(&value)).contains("cannot broadcast"));
}

/// numpy test_indexing::TestBroadcastedAssignments (refusals)
#[test]
fn ix_167() {
    let mut a = arange([5, 1], 0);
    let value = arange([5, 0], 1000);
    assert!(refused(a.try_assign_at(s![.., [0]], &value)).contains("cannot broadcast"));
}

/// numpy test_indexing::TestBroadcastedAssignments (refusals)
#[test]
fn ix_168() {
    let mut a = arange([4], 0);
    let value = arange([0], 1000);
    assert!(refused(a.try_assign_at(s![[true, true, true, true]], &value)).contains("cannot broadcast"));
}

/// numpy test_indexing::TestBroadcastedAssignments (refusals)
#[test]
fn ix_169() {
    let mut a = arange([3, 3], 0);
    assert!(refused(a.try_slice_mut(s![3])).contains("is out of bounds for axis"));
}

/// numpy test_indexing::TestBroadcastedAssignments (refusals)
#[test]
fn ix_170() {
    let mut a = arange([3, 4], 0);
    assert!(refused(a.try_slice_mut(s![.., 4])).contains("is out of bounds for axis"));
}
