//! Indexing: views.

use ndweave::{Array, Array2, s};

use crate::lesson::{NumPy, compiler_says, section, show, text, value};

/// Slices, and slices of slices.
pub fn of_views(numpy: &NumPy) {
    section("Indexing: views");
    text(
        "Slices select regular parts, and copy nothing: they are an address, extents and strides. A third number behind a \
         semicolon is the step.",
    );
    let x: Array2<i64> = Array::from_shape_vec((2, 3), (0..6).collect()).expect("6 elements");
    show!(x.view());
    numpy.same("x[:, ::2]", &show!(x.slice(s![.., ..;2])));
    numpy.same("x[::2, ::2]", &show!(x.slice(s![..;2, ..;2])));
    text("A view of a view is a view of the array, not a chain of them:");
    let part = x.slice(s![.., ..;2]);
    let again = show!(part.slice(s![..;-1, 1..]));
    numpy.same("x[:, ::2][::-1, 1:]", &again);
    let places =
        [x.as_slice().as_ptr(), part.as_ptr(), again.as_ptr()].map(|p| p.addr() - x.as_slice().as_ptr().addr());
    value(format!(
        "starts at byte {} of x, then {}, then {}; strides {:?}, {:?}, {:?}",
        places[0],
        places[1],
        places[2],
        x.strides(),
        part.strides(),
        again.strides()
    ));
    assert_eq!((again[[0, 0]], places[2]), (5, 40));
    text(
        "Ranges are clipped as in NumPy, so s![..100] is the whole axis, while a single index that is too large is an error. One \
         subscript too many is an error of the compiler:",
    );
    assert_eq!(x.slice(s![..100, 1..]).extents(), [2, 2]);
    assert!(x.try_slice(s![2, ..]).is_err());
    compiler_says(include_str!("../../tests/ui/lessons/three_subscripts_for_a_matrix.stderr"));
}
