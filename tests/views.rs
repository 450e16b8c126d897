//! What arrays and views are: the types that follow, constructors, errors and their words.

use ndweave::{
    Array, Array1, Array2, Array3, Const, Dyn, Extent, NewAxis, Shape, View, View2, ViewMut, array, axis, s, shape,
};

axis! {
    struct Batch;
    struct Rgb = 3;
}

/// Fails to compile unless the value has the type.
fn typed<T>(value: T) -> T {
    value
}

#[track_caller]
fn message<T>(result: Result<T, ndweave::ShapeError>) -> String {
    result.err().expect("an error").to_string()
}

/// The text of a panic.
fn panic_of(f: impl FnOnce()) -> String {
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(f)).expect_err("a panic");
    panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|s| s.to_string())).unwrap()
}

#[test]
fn constant_and_named_extents_stay_known() {
    let a = Array::<f64, _>::zeros((Batch(4), 5, Rgb, Const::<2>));
    typed::<View<f64, (Const<2>, Rgb, Dyn, Batch)>>(a.t());
    typed::<View<f64, (Rgb, Dyn, Batch, Const<2>)>>(a.swap_axes::<0, 2>());
    typed::<View<f64, (Batch, Dyn, Rgb, Const<2>)>>(a.swap_axes::<1, 1>());
    typed::<View<f64, (Batch, Dyn, Const<1>, Rgb, Const<2>)>>(a.insert_axis::<2>());
    typed::<View<f64, (Batch, Dyn, Const<2>)>>(a.index_axis::<2>(1));
    typed::<View<f64, (Batch, Dyn, Rgb, Const<2>)>>(a.reverse::<2>());
    typed::<View<f64, (Batch, Dyn, Dyn, Const<2>)>>(a.split_at::<2>(1).0);
    typed::<View<f64, (Batch, Dyn, Dyn, Const<2>, Dyn)>>(a.sliding_windows_along::<2>(2));
    typed::<View<f64, (Dyn, Dyn, Dyn, Dyn)>>(a.permute([3, 0, 1, 2]));
    typed::<View<f64, (Dyn, Rgb, Const<1>, Const<2>)>>(a.slice(s![1..3, 0, .., NewAxis]));
    typed::<View<f64, (Batch, Rgb)>>(a.slice(s![.., 0, ..., 1]));
    typed::<View<f64, (Const<1>, Batch, Dyn, Rgb, Dyn)>>(a.slice(s![NewAxis, ..., ..1]));
    typed::<View<f64, (Batch, Dyn, Rgb, Const<2>)>>(a.slice(s![]));
    typed::<View<f64, shape![Rgb, 2]>>(a.slice(s![-1, -1]));
    typed::<Array<i32, (Batch, Dyn, Rgb, Const<2>)>>(a.mapv(|x| x as i32));
}

#[test]
fn functions_generic_over_extents_select() {
    fn middle<I: Extent, J: Extent, K: Extent>(a: &Array<i32, (I, J, K)>) -> View<'_, i32, (K, I)> {
        a.index_axis::<1>(1).t()
    }
    fn column<I: Extent, J: Extent>(a: View<'_, i32, (I, J)>) -> View<'_, i32, (I,)> {
        a.slice(s![.., -1])
    }
    let a = Array::from_fn((Const::<2>, 3, Rgb), |[i, j, k]| (100 * i + 10 * j + k) as i32);
    assert_eq!(middle(&a).to_vec(), [10, 110, 11, 111, 12, 112]);
    assert_eq!(column(middle(&a)).to_vec(), [110, 111, 112]);
}

#[test]
fn array_literals_have_constant_extents() {
    let a = typed::<Array<f64, shape![2, 3]>>(array![[1., 2., 3.], [4., 5., 6.]]);
    assert_eq!(size_of_val(&a), 48);
    assert!(a == [[1., 2., 3.], [4., 5., 6.]]);
    assert!(a.t() == [[1., 4.], [2., 5.], [3., 6.]]);
    assert!(a.t() != [[1., 4.], [2., 5.], [3., 7.]]);
    assert!(a != [[1., 2.], [4., 5.]]);
    let b: Array2<f64> = Array::from([[1., 2., 3.], [4., 5., 6.]]).into_dynamic();
    assert!(a == b);
    assert!(b == a.view());
    assert!(a.view() == b);
    assert!(b.view() == a.view());
    assert_eq!(array![[[1u8], [2]]].extents(), [1, 2, 1]);
    assert!(Array::from(vec![1, 2]) == array![1, 2]);
    assert!((1..4).collect::<Array1<i32>>() == array![1, 2, 3]);
}

#[test]
fn a_block_moves_when_only_the_type_of_the_shape_changes() {
    let a = Array::from_fn((2, Const::<3>), |[i, j]| 10 * i + j);
    let block = a.as_slice().as_ptr();
    let b: Array2<usize> = a.into_dynamic();
    assert_eq!(b.as_slice().as_ptr(), block);
    let c = b.into_reshaped((3, 2)).unwrap();
    assert_eq!(c.as_slice().as_ptr(), block);
    let inline: Array<usize, shape![6]> = c.into_reshaped((Const::<6>,)).unwrap();
    assert_eq!(inline.as_slice(), [0, 1, 2, 10, 11, 12]);
    assert_eq!(
        message(inline.into_reshaped((2, 4)).map(drop)),
        "shape [6] has 6 elements and cannot become [2, 4], which has 8"
    );
}

// Expected numbers: NumPy 2.4.
#[test]
fn ranges_are_numpys() {
    assert_eq!(Array::arange(0.5, 2.0, 0.3).as_slice(), [0.5, 0.8, 1.1, 1.4000000000000001, 1.7000000000000002]);
    assert_eq!(Array::arange(1.0, 1.3, 0.1).as_slice(), [1.0, 1.1, 1.2000000000000002, 1.3000000000000003]);
    assert_eq!(Array::arange(0.1f32, 1.0, 0.3).as_slice(), [0.1, 0.4, 0.70000005]);
    assert_eq!(Array::arange(5, -4, -3).as_slice(), [5, 2, -1]);
    assert_eq!(Array::arange(-128i8, 127, 100).as_slice(), [-128, -28, 72]);
    assert_eq!(Array::arange(250u8, 255, 2).as_slice(), [250, 252, 254]);
    assert_eq!(Array::arange(3, 3, 1).len(), 0);
    assert_eq!(Array::arange(3.0, 1.0, 1.0).len(), 0);
    assert_eq!(Array::linspace(1.0, -2.0, 7).as_slice(), [1.0, 0.5, 0.0, -0.5, -1.0, -1.5, -2.0]);
    assert_eq!(Array::linspace(0.0, 1.0, 4).as_slice(), [0.0, 0.3333333333333333, 0.6666666666666666, 1.0]);
    assert_eq!(Array::linspace(0.1, 0.7, 7).as_slice(), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
    assert_eq!(Array::linspace(3.0, 4.0, 1).as_slice(), [3.0]);
    assert_eq!(Array::linspace(3.0, 4.0, 0).len(), 0);
    assert_eq!(Array::linspace(0.0, 5e-324, 3).as_slice(), [0.0, 0.0, 5e-324]);
    assert_eq!(Array::logspace(-1.0, 2.0, 4).as_slice(), [0.1, 1.0, 10.0, 100.0]);
}

#[test]
fn impossible_ranges_are_refused() {
    assert_eq!(panic_of(|| drop(Array::arange(1, 5, 0))), "arange: no number of steps of 0 leads from 1 to 5");
    assert!(panic_of(|| drop(Array::arange(0.0, f64::NAN, 1.0))).contains("from 0.0 to NaN"));
    assert!(panic_of(|| drop(Array::arange(0.0, 1.0, 0.0))).contains("no number of steps of 0.0"));
    assert!(panic_of(|| drop(Array::arange(0.0, 1e300, 1.0))).contains("too large"));
    assert!(panic_of(|| drop(Array::arange(i64::MIN, i64::MAX, 1))).contains("too large"));
}

#[test]
fn grids() {
    // numpy.mgrid[0:2, 0:3]
    let (i, j) = Array::mgrid(0..2, 0..3);
    assert!(i == [[0, 0, 0], [1, 1, 1]] && j == [[0, 1, 2], [0, 1, 2]]);
    let (x, y) = Array::meshgrid(&array![1., 2.], &Array::arange(5., 8., 1.));
    typed::<&Array<f64, shape![_, 2]>>(&x);
    assert!(x == [[1., 2.], [1., 2.], [1., 2.]] && y == [[5., 5.], [6., 6.], [7., 7.]]);
    assert!(Array::eye(3) == [[1u8, 0, 0], [0, 1, 0], [0, 0, 1]]);
    assert!(Array::from_diag(&array![4, 5]) == [[4, 0], [0, 5]]);
}

#[test]
fn indices_out_of_bounds_name_axis_and_extent() {
    let mut a = Array::<i32, _>::zeros((4, 3));
    assert_eq!(panic_of(|| _ = a[[1, 5]]), "index 5 is out of bounds for axis 1 with extent 3");
    assert_eq!(panic_of(|| _ = a.t()[[3, 0]]), "index 3 is out of bounds for axis 0 with extent 3");
    assert_eq!(panic_of(|| _ = a.diag()[7]), "index 7 is out of bounds for axis 0 with extent 3");
    assert_eq!(panic_of(|| a.view_mut()[[4, 0]] = 1), "index 4 is out of bounds for axis 0 with extent 4");
    assert_eq!(panic_of(|| a[[0, 9]] = 1), "index 9 is out of bounds for axis 1 with extent 3");
    assert_eq!(panic_of(|| _ = a.index_axis::<1>(8)), "index 8 is out of bounds for axis 1 with extent 3");
    assert_eq!(panic_of(|| _ = a.slice(s![.., -6])), "index -6 is out of bounds for axis 1 with extent 3");
    assert_eq!(
        message(a.try_slice(s![u128::MAX >> 1])),
        format!("index {} is out of bounds for axis 0 with extent 4", i128::MAX)
    );
    assert_eq!((a.get([4, 0]), a.get([3, 2])), (None, Some(&0)));
    assert_eq!(a.get_mut([0, 3]), None);
}

#[test]
fn refusals_name_what_differs() {
    let a = Array::from_fn((2, 3), |[i, j]| 10 * i + j);
    assert_eq!(
        panic_of(|| _ = a.permute([0, 2])),
        "[0, 2] is not a permutation of the axes of shape [2, 3]: there is no axis 2"
    );
    assert_eq!(
        panic_of(|| _ = a.permute([1, 1])),
        "[1, 1] is not a permutation of the axes of shape [2, 3]: axis 1 stands at places 0 and 1"
    );
    assert_eq!(
        panic_of(|| _ = a.remove_axis::<1>()),
        "axis 1 of shape [2, 3] cannot be removed: its extent is 3, not 1"
    );
    assert_eq!(panic_of(|| _ = a.split_at::<1>(4)), "cannot split axis 1 with extent 3 at 4");
    assert_eq!(
        message(a.broadcast_to((4, 2, 5))),
        "cannot broadcast shape [2, 3] to [4, 2, 5]: its axis 1 has extent 3, not 5 or 1"
    );
    assert_eq!(message(a.broadcast_to(3)), "cannot broadcast shape [2, 3] to [3]: it has more axes");
    assert_eq!(
        message(a.t().reshape(6)),
        "shape [3, 2] with strides [1, 3] cannot be reshaped to [6] without a copy; `to_reshaped` makes one"
    );
    assert_eq!(message(a.reshape((4, 2))), "shape [2, 3] has 6 elements and cannot become [4, 2], which has 8");
    assert_eq!(message(a.try_sliding_windows([1, 4])), "a window of 4 does not fit on axis 1 with extent 3");
    assert_eq!(
        message(Array::try_concat::<0>(&[a.view(), a.slice(s![.., 1..])])),
        "concat: axis 1 has extent 3 in part 0 (shape [2, 3]) but 2 in part 1 (shape [2, 2])"
    );
    assert_eq!(message(Array::try_stack::<0>(&[] as &[View2<i32>])), "stack: there are no parts");
    let zero = 0;
    assert_eq!(message(a.try_slice(s![.., ..; zero])), "the step of a slice of axis 1 is zero");
    let mut b = a.clone();
    assert_eq!(
        message(b.try_assign(&array![1, 2])),
        "cannot broadcast shape [2] to [2, 3]: its axis 0 has extent 2, not 3 or 1"
    );
    assert!(a == b);
}

#[test]
fn sizes_that_cannot_exist_are_refused() {
    const HUGE: usize = 1 << 40;
    let one = Array::<f64, _>::zeros((1, 1));
    assert!(message(one.broadcast_to((HUGE, HUGE))).contains("is too large"));
    assert!(message(one.broadcast_to((0, HUGE, HUGE))).contains("is too large"));
    assert!(message(View::from_slice_strided(&[0u8], (HUGE, HUGE), [0, 0], 0)).contains("is too large"));
    assert!(
        message(View::from_slice_strided(&[0u8], (2, 3), [isize::MIN, isize::MAX], 0)).contains("outside a buffer")
    );
    let stretched = one.broadcast_to((1 << 30, 1 << 29)).unwrap();
    assert!(message(stretched.try_sliding_windows([1 << 20, 1 << 20])).contains("is too large"));
    assert!(message(Array::try_concat::<0>(&[stretched, stretched, stretched])).contains("is too large"));
    assert!(panic_of(|| drop(Array::<u8, _>::zeros((HUGE, HUGE)))).contains("is too large"));
    assert!(panic_of(|| drop(Array::<f64, _>::eye(1usize << 31))).contains("is too large"));
    assert!(panic_of(|| drop(stretched.mapv(|_| [0u64; 64]))).contains("is too large"));
}

#[test]
fn empty_views_form_no_address_outside() {
    let a = Array::<i32, _>::zeros((3, 0, 2));
    let whole = a.view().as_ptr();
    assert_eq!(a.index_axis::<0>(2).as_ptr(), whole);
    assert_eq!(a.slice(s![..;-1, .., 1]).as_ptr(), whole);
    assert_eq!(a.reverse::<0>().as_ptr(), whole);
    assert_eq!(a.split_at::<2>(2).1.as_ptr(), whole);
    let b = Array::arange(0, 5, 1);
    let none = b.slice(s![5..]);
    assert_eq!((none.len(), none.as_ptr(), none.iter().next()), (0, b.view().as_ptr(), None));
    assert!(none.is_contiguous() && none.as_slice() == Some(&[]));
}

#[test]
fn extreme_steps_do_not_overflow() {
    let a = Array::arange(0, 5, 1);
    assert_eq!(a.slice(s![1..;isize::MAX]).to_vec(), [1]);
    assert_eq!(a.slice(s![..;isize::MIN]).to_vec(), [4]);
    assert_eq!(a.slice(s![i128::MIN..i128::MAX]).to_vec(), [0, 1, 2, 3, 4]);
    assert_eq!(a.slice(s![u64::MAX..;-3i8]).to_vec(), [4, 1]);
}

#[test]
fn subscripts_come_from_variables_of_any_integer_type() {
    let a = Array::from_fn((3, 4), |[i, j]| 10 * i + j);
    let (i, r, from) = (2u8, 1..3usize, 1i64..);
    assert_eq!(a.slice(s![i, r.clone()]).to_vec(), [21, 22]);
    assert_eq!(a.slice(s![from, ..=1u16]).to_vec(), [10, 11, 20, 21]);
    assert_eq!(a.slice(s![-2..i, r; -1]).len(), 0);
    assert_eq!(a.slice(s![-2..i, 0..4usize;2]).to_vec(), [10, 12]);
    let (every, new) = (.., NewAxis);
    assert_eq!(typed::<View<usize, (Dyn, Const<1>, Dyn)>>(a.slice(s![every, new])).extents(), [3, 1, 4]);
    assert_eq!(a.slice(s![3 - 2, -(4 - 2)]).to_vec(), [12]);
}

#[test]
fn only_contiguous_views_can_be_restrided() {
    let mut a = Array::from_fn((2, 4), |[i, j]| 10 * i + j);
    assert!(a.as_strided((3, 3), [1, 2]).unwrap() == [[0, 2, 10], [1, 3, 11], [2, 10, 12]]);
    let message = message(a.t().as_strided(2, [1]));
    assert!(message.contains("as_strided needs contiguous elements, but shape [4, 2] has strides [1, 4]"), "{message}");
    // The elements between those of a half belong to the other half.
    let (mut left, right) = a.split_at_mut::<1>(2);
    assert!(left.as_strided(3, [1]).is_err() && left.as_strided_mut(3, [1]).is_err());
    assert!(right.as_strided(1, [1]).is_err());
    let mut row = left.index_axis_mut::<0>(1);
    row.as_strided_mut(2, [1]).unwrap().fill(7);
    assert!(row.as_strided_mut((2, 2), [0, 1]).is_err());
    assert!(a == [[0, 1, 2, 3], [7, 7, 12, 13]]);
}

// Rows of the kind `self_overlap` of the shared cases (NumPy's test_mem_overlap).
#[test]
fn overlapping_strides_cannot_be_written_to() {
    fn overlaps<const R: usize>(shape: [usize; R], strides: [isize; R]) -> bool
    where
        [usize; R]: ndweave::IntoShape<Shape: Shape<Strides = [isize; R], Index = [usize; R]>>,
    {
        let back: usize = (0..R)
            .map(|k| shape[k].saturating_sub(1) * if strides[k] < 0 { strides[k].unsigned_abs() } else { 0 })
            .sum();
        let mut buffer = vec![0u8; 250_000];
        match ViewMut::from_slice_strided(&mut buffer, shape, strides, back) {
            Ok(_) => false,
            Err(error) => {
                assert!(error.to_string().contains("to the same element"), "{error}");
                true
            }
        }
    }
    assert!(overlaps([2], [0]));
    assert!(!overlaps([1, 22], [0, -9993]));
    assert!(!overlaps([0, 22], [0, -9993]));
    assert!(overlaps([3, 3], [1, 1]));
    assert!(!overlaps([3, 3, 2], [4, 6, 9]));
    assert!(overlaps([3, 3, 2], [1, 3, 8]));
    assert!(overlaps([2, 2], [-1, 1]));
    assert!(!overlaps([3, 1], [7, 0]));
}

// Rows of the kind `bounds` of the shared cases (NumPy's test_stride_tricks).
#[test]
fn strides_stay_within_their_buffer() {
    fn inside<R: ndweave::IntoShape>(
        len: usize,
        shape: R,
        strides: <R::Shape as Shape>::Strides,
        offset: usize,
    ) -> bool {
        View::from_slice_strided(&vec![0u8; len], shape, strides, offset).is_ok()
    }
    assert!(!inside(10, [10], [2], 0));
    assert!(!inside(20, [3, 4], [8, -1], 0));
    assert!(!inside(30, [2, 3, 4], [-12, 4, 1], 0));
    assert!(inside(1, [100], [0], 0));
    assert!(inside(1000, [2], [10], 100));
    assert!(!inside(100, [2], [25], 95));
    assert!(inside(100, [2], [69], 0));
    assert!(inside(100, [2], [9], 90));
    assert!(inside(0, [0], [1], 0));
    assert!(inside(5, [], [], 4));
    assert!(inside(6, [1, 6], [1000000, 1], 0));
    assert!(!inside(5, [], [], 5));
    assert!(!inside(5, [0], [1], 6));
}

#[test]
fn halves_are_written_at_once() {
    let mut a = Array::<i32, _>::zeros((2, 5));
    let (mut left, mut right) = a.split_at_mut::<1>(2);
    let (mut top, mut bottom) = right.split_at_mut::<0>(1);
    left.fill(1);
    top.assign(&[2, 3, 4]);
    bottom.assign(&top);
    bottom.iter_mut().for_each(|x| *x += 10);
    assert!(a == [[1, 1, 2, 3, 4], [1, 1, 12, 13, 14]]);
}

#[test]
fn assignment_repeats_the_right_side() {
    let mut a = Array::<i32, _>::zeros((2, 3));
    a.slice_mut(s![.., ..;2]).assign(&[[5], [6]]);
    assert!(a == [[5, 0, 5], [6, 0, 6]]);
    a.t_mut().slice_mut(s![1]).assign(&9);
    assert!(a == [[5, 9, 5], [6, 9, 6]]);
    let b = a.clone();
    a.reverse_mut::<1>().assign(&b.t().slice(s![.., 0]));
    assert!(a == [[5, 9, 5], [5, 9, 5]]);
    a.index_axis_mut::<0>(1).assign(&[[1, 2, 3]]);
    assert!(a == [[5, 9, 5], [1, 2, 3]]);
    a.permute_mut([1, 0]).reverse_mut::<0>()[[0, 1]] = 8;
    a.swap_axes_mut::<0, 1>()[[0, 0]] = -1;
    a.reshape_mut(6).unwrap()[1] = 0;
    assert!(a == [[-1, 0, 5], [1, 2, 8]]);
}

#[test]
fn contiguity() {
    let a = Array::from_fn((2, 3, 4), |[i, j, k]| 100 * i + 10 * j + k);
    assert_eq!(a.view().as_slice(), Some(a.as_slice()));
    assert_eq!(a.slice(s![1]).as_slice(), Some(&a.as_slice()[12..]));
    assert_eq!(a.slice(s![1, 1..3]).as_slice().map(|s| s[0]), Some(110));
    // Extents of 1 have no say.
    assert!(a.slice(s![..1;-7, 1..]).is_contiguous());
    assert!(!a.slice(s![.., 1..]).is_contiguous() && !a.t().is_contiguous() && !a.reverse::<0>().is_contiguous());
    assert!(a.slice(s![.., 0, 0]).as_slice().is_none());
}

// Rows of the kind `broadcast_to` of the shared cases (NumPy's test_stride_tricks): the stretched axes.
#[test]
fn stretched_axes_have_stride_zero() {
    fn stretched<R: ndweave::IntoShape, Q: ndweave::IntoShape>(from: R, to: Q) -> Option<Vec<usize>> {
        let a = Array::<f64, _>::full(from, 1.5);
        let b = a.broadcast_to(to).ok()?;
        assert!(b.iter().all(|x| *x == 1.5));
        let strides = b.strides();
        Some((0..strides.as_ref().len()).filter(|&axis| strides.as_ref()[axis] == 0).collect())
    }
    assert_eq!(stretched([1], [2]).unwrap(), [0]);
    assert_eq!(stretched([3], [1, 3]).unwrap(), [0]);
    assert_eq!(stretched([1], [0]).unwrap(), [0]);
    assert_eq!(stretched([2, 1, 2, 1], [2, 4, 2, 2]).unwrap(), [1, 3]);
    assert_eq!(stretched([2, 1], [2, 1]).unwrap(), []);
    assert_eq!(stretched([2, 1], [32, 2, 1]).unwrap(), [0]);
    assert_eq!(stretched([1], [16, 16]).unwrap(), [0, 1]);
    assert_eq!(stretched([3, 1, 2], [5, 3, 4, 2]).unwrap(), [0, 2]);
    assert_eq!(stretched([1, 1, 1], [2, 3, 4]).unwrap(), [0, 1, 2]);
    for refused in [stretched([1], []), stretched([3], [2]), stretched([3], [4]), stretched([2, 1], [1])] {
        assert_eq!(refused, None);
    }
    assert_eq!((stretched([0], [1]), stretched([0], [3])), (None, None));
}

#[test]
fn elements_without_a_size_overlap_nowhere() {
    let mut none = [(); 4];
    let a = ViewMut::from_slice_strided(&mut none, (3, 2), [0, 1], 1).unwrap();
    assert_eq!((a.len(), a.iter().count()), (6, 6));
}

/// A crate that takes nothing from the prelude, and knows the library by another name.
mod elsewhere {
    #![no_implicit_prelude]

    use ::ndweave as weave;

    #[test]
    fn macros_need_no_names_from_their_user() {
        let a = weave::array![[1, 2, 3], [4, 5, 6]];
        let i = 1u8;
        ::std::assert!(a.slice(weave::s![i, ..;-1]) == [6, 5, 4]);
        ::std::assert!(a.slice(weave::s![NewAxis, ..., -1]) == [[3, 6]]);
    }
}

#[test]
fn parts_along_an_axis() {
    let a = Array::from_fn((2, 3, 4), |[i, j, k]| 100 * i + 10 * j + k);
    // Of a view whose strides are negative and not one: part j holds the elements [1 − i, j, 3 − 2 k].
    let strided = a.slice(s![..;-1, .., ..;-2]);
    let parts: Vec<_> = strided.axis_iter::<1>().collect();
    assert_eq!(parts.len(), 3);
    for (j, part) in parts.iter().enumerate() {
        assert_eq!(part.to_vec(), [103, 101, 3, 1].map(|n| n + 10 * j));
    }
    let mut ends = a.axis_iter::<2>();
    assert_eq!((ends.len(), ends.next().unwrap()[[1, 2]], ends.next_back().unwrap()[[1, 2]]), (4, 120, 123));
    assert_eq!((ends.len(), ends.nth(1).unwrap()[[0, 0]], ends.next().is_none()), (2, 2, true));
    assert_eq!(Array3::<u8>::zeros((2, 0, 4)).axis_iter::<1>().count(), 0);
    assert_eq!(Array3::<u8>::zeros((2, 0, 4)).axis_iter::<2>().map(|part| part.len()).collect::<Vec<_>>(), [0usize; 4]);
    let nested = Array::from([[1, 2], [3, 4]]);
    let last: View<'_, i32, shape![2]> = nested.view().axis_iter::<1>().next_back().unwrap();
    assert_eq!(last.to_vec(), [2, 4]);
}

#[test]
fn parts_can_be_written_together() {
    let mut a = Array::from_fn((2, 3), |[i, j]| 10 * i + j);
    let mut reversed = a.reverse_mut::<1>();
    let mut columns: Vec<_> = reversed.axis_iter_mut::<1>().rev().collect();
    let (first, others) = columns.split_first_mut().unwrap();
    for other in others {
        other.assign(first);
    }
    first.fill(7);
    assert_eq!(a, [[7, 0, 0], [7, 10, 10]]);
}

#[test]
fn positions_have_indices() {
    let a = Array::from_fn((2, 3, 4), |[i, j, k]| 100 * i + 10 * j + k);
    for (position, (index, _)) in a.indexed_iter().enumerate() {
        assert_eq!(a.index_of(position), index);
    }
    assert_eq!(a.t().index_of(5), [0, 2, 1]); // of the view's own extents, (4, 3, 2)
    assert_eq!(Array::full((), 1).index_of(0), [0usize; 0]);
}

#[test]
#[should_panic(expected = "index_of: position 6 is out of bounds for shape [2, 3]")]
fn positions_behind_the_last() {
    Array2::<f64>::zeros((2, 3)).index_of(6);
}
