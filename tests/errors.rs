//! Bad input at run time: the text of each error, and the line that a panic names. Extents differ on each side, so that no
//! number can stand at another's place.

use std::cell::RefCell;
use std::panic::{self, UnwindSafe};
use std::sync::Once;

use ndweave::{Array, Array1, Array2, Array3, Const, ShapeError, View, ViewMut, einsum, s, try_einsum};

fn ones<const N: usize>(extents: [usize; N]) -> Array<f64, <[usize; N] as ndweave::IntoShape>::Shape>
where
    [usize; N]: ndweave::IntoShape,
{
    Array::full(extents, 1.0)
}

/// The error's text.
#[track_caller]
fn refusal<T>(result: Result<T, ShapeError>) -> String {
    match result {
        Ok(_) => panic!("not refused"),
        Err(error) => error.to_string(),
    }
}

thread_local! {
    static LAST: RefCell<Option<(String, u32)>> = const { RefCell::new(None) };
}

/// The text of the panic and the line of this file that it names.
#[track_caller]
fn panic_of<T>(call: impl FnOnce() -> T + UnwindSafe) -> (String, u32) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let place = info.location().filter(|place| place.file() == file!());
            match (info.payload_as_str(), place) {
                (Some(text), Some(place)) => LAST.set(Some((text.to_owned(), place.line()))),
                _ => before(info),
            }
        }));
    });
    LAST.set(None);
    let caught = panic::catch_unwind(call);
    assert!(caught.is_err(), "no panic");
    LAST.take().expect("the panic names a line of this file")
}

// Labels.

#[test]
fn operands_disagree() {
    let (a, b) = (ones([2, 3]), ones([4, 5]));
    let text = "einsum: axis `j` has extent 3 in `a` (shape [2, 3]) but 4 in `b` (shape [4, 5])";
    assert_eq!(refusal(try_einsum!(a[i, j] * b[j, k] -> [i, k])), text);
    assert_eq!(refusal(try_einsum!("ij,jk->ik", a, b)), text);
    let panicked = panic_of(|| einsum!(a[i, j] * b[j, k] -> [i, k]));
    assert_eq!(panicked, (text.to_owned(), line!() - 1));
    let panicked = panic_of(|| einsum!("ij,jk->ik", a, b));
    assert_eq!(panicked, (text.to_owned(), line!() - 1));
    assert_eq!(
        refusal(try_einsum!((a[row, column] - b[row, column]).exp())),
        "einsum: axis `row` has extent 2 in `a` (shape [2, 3]) but 4 in `b` (shape [4, 5])"
    );
}

#[test]
fn operands_are_named_as_they_were_written() {
    struct Layer {
        weights: Array2<f64>,
    }
    let (layer, x) = (Layer { weights: ones([6, 7]) }, [1.0; 8]);
    assert_eq!(
        refusal(try_einsum!(layer.weights[o, i] * x[i] -> [o])),
        "einsum: axis `i` has extent 7 in `layer.weights` (shape [6, 7]) but 8 in `x` (shape [8])"
    );
    assert_eq!(
        refusal(try_einsum!("oi,i", layer.weights.t(), &x)),
        "einsum: axis `i` has extent 6 in `layer.weights.t()` (shape [7, 6]) but 8 in `&x` (shape [8])"
    );
}

#[test]
fn constant_and_run_time_extents_disagree() {
    let (a, b) = ([[1.0; 3]; 2], ones([5, 4]));
    assert_eq!(
        refusal(try_einsum!(a[i, j] * b[k, j] -> [i, k])),
        "einsum: axis `j` has extent 3 in `a` (shape [2, 3]) but 4 in `b` (shape [5, 4])"
    );
    let c = Array::<f64, _>::zeros((Const::<4>, 7));
    assert_eq!(
        refusal(try_einsum!(b[i, j] + c[j, i] -> [i, j])),
        "einsum: axis `i` has extent 5 in `b` (shape [5, 4]) but 7 in `c` (shape [4, 7])"
    );
}

#[test]
fn diagonals_are_of_squares() {
    let (a, b) = (ones([4, 5]), ones([4, 6]));
    let text = "einsum: axis `i` has extents 4 and 5 in `a` (shape [4, 5])";
    assert_eq!(refusal(try_einsum!(a[i, i])), text);
    assert_eq!(refusal(try_einsum!("ii->i", a)), text);
    assert_eq!(refusal(try_einsum!(a[i, i] * b[i, k] -> [k])), text);
    // In NumPy's form an extent of 1 stretches between operands, never within one.
    let c = ones([1, 3]);
    assert_eq!(refusal(try_einsum!("ii", c)), "einsum: axis `i` has extents 1 and 3 in `c` (shape [1, 3])");
    let panicked = panic_of(|| einsum!(a[i, i]));
    assert_eq!(panicked, (text.to_owned(), line!() - 1));
}

#[test]
fn ones_stretch_in_numpys_form_only() {
    let (a, b) = (ones([2, 3]), ones([2, 1]));
    assert_eq!(try_einsum!("ij,ij->i", a, b).unwrap(), [3.0, 3.0]);
    assert_eq!(
        refusal(try_einsum!(a[i, j] * b[i, j] -> [i])),
        "einsum: axis `j` has extent 3 in `a` (shape [2, 3]) but 1 in `b` (shape [2, 1])"
    );
}

#[test]
fn outputs_disagree() {
    let a = ones([4, 5]);
    let mut c: Array1<f64> = ones([6]);
    let text = "einsum: axis `i` has extent 4 in `a` (shape [4, 5]) but 6 in the output `c` (shape [6])";
    assert_eq!(refusal(try_einsum!(c[i] = a[i, j])), text);
    assert_eq!(refusal(try_einsum!(c[i] += (-a[i, j]).exp())), text);
    assert_eq!(c, [1.0; 6], "a refused call writes nothing");
    let mut d: Array1<f64> = ones([6]);
    let panicked = panic_of(move || einsum!(d[i] -= a[i, j]));
    assert_eq!(panicked, (text.replace("`c`", "`d`"), line!() - 1));
}

#[test]
fn results_disagree_with_constant_extents() {
    let a = Array::<f64, _>::zeros((5, 7));
    let mut c = [[0.0; 7]; 6];
    assert_eq!(
        refusal(try_einsum!(c[i, j] = a[i, j])),
        "einsum: axis `i` has extent 5 in `a` (shape [5, 7]) but 6 in the output `c` (shape [6, 7])"
    );
}

#[test]
fn ellipses_disagree() {
    let (a, b) = (ones([2, 3, 4]), ones([5, 4]));
    let text =
        "einsum: the ellipsis axis 1 from the right has extent 3 in `a` (shape [2, 3, 4]) but 5 in `b` (shape [5, 4])";
    assert_eq!(refusal(try_einsum!(a[.., k] * b[.., k] -> [..])), text);
    assert_eq!(refusal(try_einsum!("...k,...k->...", a, b)), text);
    let c = ones([6, 1, 4]);
    assert_eq!(
        refusal(try_einsum!("...k,...k->...", a, c)),
        "einsum: the ellipsis axis 2 from the right has extent 2 in `a` (shape [2, 3, 4]) but 6 in `c` (shape [6, 1, 4])"
    );
    let mut out: Array2<f64> = ones([2, 1]);
    assert_eq!(
        refusal(try_einsum!(out[..] = a[.., k])),
        "einsum: the ellipsis axis 1 from the right has extent 3 in `a` (shape [2, 3, 4]) but 1 in the output `out` (shape [2, 1])"
    );
}

#[test]
fn fixed_indices_are_out_of_bounds() {
    let a = ones([4, 5]);
    let text = "einsum: index 7 is out of bounds for axis 1 of `a` (shape [4, 5]), which has extent 5";
    assert_eq!(refusal(try_einsum!(a[i, 7] -> [i])), text);
    let panicked = panic_of(|| einsum!(a[i, 7] -> [i]));
    assert_eq!(panicked, (text.to_owned(), line!() - 1));
    let row = -5i64;
    assert_eq!(
        refusal(try_einsum!(a[{ row }, j])),
        "einsum: index -5 is out of bounds for axis 0 of `a` (shape [4, 5]), which has extent 4"
    );
    let mut c: Array2<f64> = ones([3, 4]);
    assert_eq!(
        refusal(try_einsum!(c[3, i] = a[i, 0])),
        "einsum: index 3 is out of bounds for axis 0 of `c` (shape [3, 4]), which has extent 3"
    );
    assert_eq!(
        refusal(try_einsum!(c[-4, i] += a[i, -5])),
        "einsum: index -4 is out of bounds for axis 0 of `c` (shape [3, 4]), which has extent 3"
    );
    assert_eq!(c, ones([3, 4]), "a refused call writes nothing");
    // The last index before the bound, and the first from the end, are fine.
    assert_eq!(try_einsum!(a[-4, j] * a[3, j]), Ok(5.0));
}

// Indexing and slices.

#[test]
fn indices_are_out_of_bounds() {
    let mut a = ones([4, 3]);
    let panicked = panic_of(|| a[[5, 1]]);
    assert_eq!(panicked, ("index 5 is out of bounds for axis 0 with extent 4".to_owned(), line!() - 1));
    let view = a.view();
    let panicked = panic_of(move || view[[2, 3]]);
    assert_eq!(panicked, ("index 3 is out of bounds for axis 1 with extent 3".to_owned(), line!() - 1));
    let panicked = panic_of(move || a[[0, usize::MAX]] = 2.0);
    let text = "index 18446744073709551615 is out of bounds for axis 1 with extent 3";
    assert_eq!(panicked, (text.to_owned(), line!() - 2));
}

#[test]
fn slices_are_out_of_bounds() {
    let a = ones([2, 3, 4]);
    let text = "index 5 is out of bounds for axis 0 with extent 2";
    assert_eq!(refusal(a.try_slice(s![5, ..])), text);
    let panicked = panic_of(|| a.slice(s![5, ..]).len());
    assert_eq!(panicked, (text.to_owned(), line!() - 1));
    assert_eq!(refusal(a.try_slice(s![.., -4])), "index -4 is out of bounds for axis 1 with extent 3");
    assert_eq!(refusal(a.try_slice(s![..., 4])), "index 4 is out of bounds for axis 2 with extent 4");
    let panicked = panic_of(|| a.index_axis::<2>(6).len());
    assert_eq!(panicked, ("index 6 is out of bounds for axis 2 with extent 4".to_owned(), line!() - 1));
    let panicked = panic_of(|| a.split_at::<1>(4).0.len());
    assert_eq!(panicked, ("cannot split axis 1 with extent 3 at 4".to_owned(), line!() - 1));
}

#[test]
fn steps_are_not_zero() {
    let (a, step) = (ones([2, 3]), 0);
    let text = "the step of a slice of axis 1 is zero";
    assert_eq!(refusal(a.try_slice(s![.., ..;step])), text);
    let panicked = panic_of(|| a.slice(s![1, 0..2;step]).len());
    assert_eq!(panicked, (text.to_owned(), line!() - 1));
}

// Shapes.

#[test]
fn reshaping_keeps_the_number_of_elements() {
    let a = ones([2, 3, 4]);
    let text = "shape [2, 3, 4] has 24 elements and cannot become [5, 7], which has 35";
    assert_eq!(refusal(a.reshape((5, 7))), text);
    assert_eq!(refusal(a.clone().into_reshaped((5, 7))), text);
    assert_eq!(
        refusal(a.t().reshape(24)),
        "shape [4, 3, 2] with strides [1, 4, 12] cannot be reshaped to [24] without a copy; `to_reshaped` makes one"
    );
    assert_eq!(
        refusal(Array::from_shape_vec((3, 4), vec![1.0; 11])),
        "shape [3, 4] has 12 elements, but the vector has 11"
    );
}

#[test]
fn broadcasting_stretches_ones_only() {
    let a = ones([2, 3, 4]);
    assert_eq!(
        refusal(a.broadcast_to((2, 5, 4))),
        "cannot broadcast shape [2, 3, 4] to [2, 5, 4]: its axis 1 has extent 3, not 5 or 1"
    );
    assert_eq!(refusal(a.broadcast_to((3, 4))), "cannot broadcast shape [2, 3, 4] to [3, 4]: it has more axes");
}

#[test]
fn windows_fit() {
    let a = ones([5, 6]);
    let text = "a window of 7 does not fit on axis 1 with extent 6";
    assert_eq!(refusal(a.try_sliding_windows([2, 7])), text);
    let panicked = panic_of(|| a.sliding_windows([2, 7]).len());
    assert_eq!(panicked, (text.to_owned(), line!() - 1));
    let panicked = panic_of(|| a.sliding_windows_along::<0>(8).len());
    assert_eq!(panicked, ("a window of 8 does not fit on axis 0 with extent 5".to_owned(), line!() - 1));
}

#[test]
fn permutations_name_every_axis_once() {
    let a = ones([2, 3, 4]);
    let panicked = panic_of(|| a.permute([0, 2, 0]).len());
    let text = "[0, 2, 0] is not a permutation of the axes of shape [2, 3, 4]: axis 0 stands at places 0 and 2";
    assert_eq!(panicked, (text.to_owned(), line!() - 2));
    let panicked = panic_of(|| a.permute([0, 1, 5]).len());
    let text = "[0, 1, 5] is not a permutation of the axes of shape [2, 3, 4]: there is no axis 5";
    assert_eq!(panicked, (text.to_owned(), line!() - 2));
    let panicked = panic_of(|| a.remove_axis::<1>().len());
    let text = "axis 1 of shape [2, 3, 4] cannot be removed: its extent is 3, not 1";
    assert_eq!(panicked, (text.to_owned(), line!() - 2));
}

#[test]
fn parts_agree() {
    let (a, b) = (ones([4, 5]), ones([6, 7]));
    let text = "concat: axis 1 has extent 5 in part 0 (shape [4, 5]) but 7 in part 1 (shape [6, 7])";
    assert_eq!(refusal(Array::try_concat::<0>(&[&a, &b])), text);
    let panicked = panic_of(|| Array::concat::<0>(&[&a, &b]));
    assert_eq!(panicked, (text.to_owned(), line!() - 1));
    assert_eq!(
        refusal(Array::try_stack::<0>(&[&a, &b])),
        "stack: axis 0 has extent 4 in part 0 (shape [4, 5]) but 6 in part 1 (shape [6, 7])"
    );
    let none: [&Array2<f64>; 0] = [];
    assert_eq!(refusal(Array::try_concat::<1>(&none)), "concat: there are no parts");
}

// Sizes and strides.

#[test]
fn shapes_fit_in_memory() {
    let text = |extents, size| {
        format!("shape {extents} is too large: its elements of {size} bytes do not fit in isize::MAX bytes")
    };
    let huge = 1 << 40;
    // The product of the extents overflows.
    let panicked = panic_of(|| Array::<f64, _>::zeros((huge, huge)));
    assert_eq!(panicked, (text("[1099511627776, 1099511627776]", 8), line!() - 1));
    // The product is representable, its size in bytes is not.
    let panicked = panic_of(|| Array::<u32, _>::full((huge, 1 << 22), 7));
    assert_eq!(panicked, (text("[1099511627776, 4194304]", 4), line!() - 1));
    // Extents of 0 do not excuse the others: their strides could not be told.
    let panicked = panic_of(|| Array::<u8, _>::zeros((huge, 0, huge)));
    assert_eq!(panicked, (text("[1099511627776, 0, 1099511627776]", 1), line!() - 1));
    let one = ones([1, 1]);
    assert_eq!(refusal(one.broadcast_to((huge, huge))), text("[1099511627776, 1099511627776]", 8));
    // Elements without a size need no room, but an index must be able to name each.
    assert_eq!(Array::full((1 << 10, 1 << 6), ()).len(), 1 << 16);
    let panicked = panic_of(|| Array::full((huge, huge), ()).len());
    assert_eq!(panicked, (text("[1099511627776, 1099511627776]", 0), line!() - 1));
}

#[test]
fn results_fit_in_memory() {
    // A stretched axis takes no room itself, so that only the result is too large.
    let one = ones([1]);
    let long = one.broadcast_to(1 << 40).unwrap();
    let text =
        "shape [1099511627776, 1099511627776] is too large: its elements of 8 bytes do not fit in isize::MAX bytes";
    assert_eq!(refusal(try_einsum!(long[i] * long[j] -> [i, j])), text);
    let panicked = panic_of(|| einsum!(long[i] * long[j] -> [i, j]));
    assert_eq!(panicked, (text.to_owned(), line!() - 1));
}

#[test]
fn strides_stay_in_the_slice() {
    let buffer = [1, 2, 3, 4, 5];
    assert_eq!(
        refusal(View::from_slice_strided(&buffer, (2, 3), [3, 1], 0)),
        "shape [2, 3] with strides [3, 1] and offset 0 would reach from 0 to 5, outside a buffer of 5 elements"
    );
    assert_eq!(
        refusal(View::from_slice_strided(&buffer, (2, 2), [-3, 1], 2)),
        "shape [2, 2] with strides [-3, 1] and offset 2 would reach from -1 to 3, outside a buffer of 5 elements"
    );
    assert_eq!(
        refusal(View::from_slice_strided(&buffer, (0, 2), [-1, 1], 6)),
        "shape [0, 2] with strides [-1, 1] and offset 6 would start behind a buffer of 5 elements"
    );
    let a: Array3<f64> = ones([2, 3, 4]);
    assert_eq!(
        refusal(a.t().as_strided((2, 2), [1, 1])),
        "as_strided needs contiguous elements, but shape [4, 3, 2] has strides [1, 4, 12]: between them may stand \
         elements of others"
    );
}

#[test]
fn strides_of_mutable_views_are_distinct() {
    let mut buffer = [1, 2, 3, 4, 5];
    assert_eq!(
        refusal(ViewMut::from_slice_strided(&mut buffer, (2, 3), [1, 1], 0)),
        "shape [2, 3] with strides [1, 1] leads different indices to the same element, which cannot be written to"
    );
    assert_eq!(
        refusal(ViewMut::from_slice_strided(&mut buffer, (4, 2), [0, 2], 1)),
        "shape [4, 2] with strides [0, 2] leads different indices to the same element, which cannot be written to"
    );
    assert!(ViewMut::from_slice_strided(&mut buffer, (2, 2), [1, 3], 0).is_ok());
}

// Index arrays and masks.

#[test]
fn choices_panic_at_the_call() {
    let a = ones([4, 5]);
    let text = |index: i32, axis: usize, extent: usize| {
        format!("index {index}, at [1] of its index array, is out of bounds for axis {axis} with extent {extent}")
    };
    let panicked = panic_of(|| a.gather(s![[0, 6], [1, 2]]));
    assert_eq!(panicked, (text(6, 0, 4), line!() - 1));
    let panicked = panic_of(|| a.gather_outer(s![[0, 2], [1, -7]]));
    assert_eq!(panicked, (text(-7, 1, 5), line!() - 1));
    let panicked = panic_of(|| a.select::<1>(&[0, 9]));
    assert_eq!(panicked, (text(9, 1, 5), line!() - 1));
    let panicked = panic_of(|| a.take(&[0, 20]));
    assert_eq!(panicked, (text(20, 0, 20), line!() - 1));
    let panicked = panic_of(|| a.view().compress::<1>(&[true, false]));
    assert_eq!(panicked.1, line!() - 1);
    let mut b = ones([4, 5]);
    let panicked = panic_of(move || b.fill_at(s![.., [3, 8]], 0.0));
    assert_eq!(panicked, (text(8, 1, 5), line!() - 1));
    let mut b = ones([4, 5]);
    let panicked = panic_of(move || b.put(&[3, -21], &[1.0, 2.0]));
    assert_eq!(panicked, (text(-21, 0, 20), line!() - 1));
    let mut b = ones([4, 5]);
    let panicked = panic_of(move || b.put_mask(&[[true; 5]; 3], &0.0));
    let text = "the mask has extent 3 along axis 0 (shape [3, 5]), but the array has 4";
    assert_eq!(panicked, (text.to_owned(), line!() - 2));
    let sorted = Array::from([1, 2, 3]);
    let panicked = panic_of(|| sorted.searchsorted_by(&2, ndweave::Side::Left, &[0, 1, 3]));
    let text = "index 3, at [2] of its index array, is out of bounds for axis 0 with extent 3";
    assert_eq!(panicked, (text.to_owned(), line!() - 2));
    assert_eq!(a, ones([4, 5]));
}
