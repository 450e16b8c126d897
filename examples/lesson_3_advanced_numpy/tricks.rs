//! Exercise 3: strides of one's own.

use std::mem::size_of_val;

use ndweave::{Array, View, ViewMut, array, broadcast, s};

use crate::lesson::{NumPy, code, section, show, text, value};

/// A transpose by hand.
fn transpose<'a>(a: &'a ndweave::Array2<i64>) -> ndweave::View2<'a, i64> {
    let ([rows, columns], [down, right]) = (a.extents(), a.strides());
    a.as_strided((columns, rows), [right, down]).expect("the same elements")
}

/// The exercise's first part.
pub fn transpose_by_strides(numpy: &NumPy) {
    section("Exercise 3: tricks with strides");
    text("A transpose has the extents and the strides of the matrix, both in reverse order.");
    code("a.as_strided((columns, rows), [right, down])");
    let a = Array::from(array![[1i64, 2, 3], [4, 5, 6]]).into_dynamic();
    show!(a.view());
    let turned = transpose(&a);
    numpy.same("transposed", &show!(turned));
    assert_eq!(turned, a.t());
}

/// Its second part: a matrix that no memory could hold.
pub fn a_wide_matrix(numpy: &NumPy) {
    text(
        "A stride of 0 stays where it is. Five numbers become a matrix of 5 × 100,000,000,000, which would take 4 TB if it \
         existed:",
    );
    let a = [1.0, 2.0, 3.0, 4.0, 5.0];
    code("View::from_slice_strided(&a, (5, 100_000_000_000), [1, 0], 0)");
    let rows = View::from_slice_strided(&a, (5, 100_000_000_000), [1, 0], 0).expect("every index leads into a");
    value(rows);
    value(format!(
        "extents {:?}, {} bytes of view on {} bytes of numbers",
        rows.extents(),
        size_of_val(&rows),
        size_of_val(&a)
    ));
    numpy.same("rows extents", &rows.extents().map(|extent| extent as i64));
    let some = broadcast!(rows[i, { 0 }] + 0.0 * j as f64 -> [i, j in 0..3]);
    numpy.same("rows", &some);
    assert_eq!(rows[[4, 99_999_999_999]], 5.0);
    text("Its parts are views as well, and are computed with like any other matrix:");
    show!(rows.slice(s![..;2, -4..]));
    assert_eq!(rows.slice(s![.., ..1000]).sum_all(), 15_000.0);
}

/// What NumPy leaves to the user's care.
pub fn what_is_refused() {
    text(
        "NumPy's as_strided believes what it is told, and reads whatever lies behind the array if that is wrong. Here every index \
         has to lead into the slice, which is computed from extents and strides, not tried:",
    );
    let mut numbers = [1, 2, 3, 4, 5, 6];
    code("View::from_slice_strided(&numbers, (3, 3), [2, 1], 0)");
    refused(View::from_slice_strided(&numbers, (3, 3), [2, 1], 0));
    text("Overlapping windows may be read, but not written to: a write through one index would change another.");
    let windows = View::from_slice_strided(&numbers, (4, 3), [1, 1], 0).expect("four windows of three");
    show!(windows);
    code("ViewMut::from_slice_strided(&mut numbers, (4, 3), [1, 1], 0)");
    refused(ViewMut::from_slice_strided(&mut numbers, (4, 3), [1, 1], 0));
    text("And extents whose product no computer can count are an error, not an overflow:");
    refused(View::from_slice_strided(&numbers, (1 << 40, 1 << 40), [0, 0], 0));
}

fn refused<V>(view: Result<V, ndweave::ShapeError>) {
    match view {
        Ok(_) => unreachable!("this is refused"),
        Err(error) => value(format!("Err: {error}")),
    }
}
