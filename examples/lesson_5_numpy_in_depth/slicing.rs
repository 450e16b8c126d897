//! Basic indexing: ranges, steps, new axes.

use ndweave::{Array, s};

use crate::lesson::{NumPy, code, section, show, text, value};

/// The lesson's slices, in its order.
pub fn basic(numpy: &NumPy) {
    section("Basic indexing");
    let mut x = Array::arange(0, 10, 1);
    text(
        "Start, stop and step, as NumPy has them; the step stands behind a semicolon. The rank of the result is known.",
    );
    numpy.same("x[2:6:2]", &show!(x.slice(s![2..6;2])));
    assert_eq!(x.slice(s![2..6;2]).as_ptr(), &raw const x[[2]]);
    numpy.same("x[:3]", &show!(x.slice(s![..3])));
    numpy.same("x[7:]", &show!(x.slice(s![7..])));
    text("Ranges are clipped, and negative bounds count from the end:");
    numpy.same("x[:100]", &show!(x.slice(s![..100])));
    numpy.same("x[20:]", &show!(x.slice(s![20..])));
    numpy.same("x[-4:-1]", &show!(x.slice(s![-4..-1])));
    text(
        "GOTCHA: with a negative step, a missing start is the last entry and a missing stop is before the first; also here.",
    );
    numpy.same("x[::-1]", &show!(x.slice(s![..;-1])));
    numpy.same("x[:6:-1]", &show!(x.slice(s![..6;-1])));

    text("Sorting a view sorts what it looks at. Through a reversed view, the first half of x is sorted downwards:");
    code("x.slice_mut(s![..5]).reverse_mut::<0>().sort_in_place::<0>();");
    x.slice_mut(s![..5]).reverse_mut::<0>().sort_in_place::<0>();
    value(&x);
    numpy.same("sorted through a reversed view", &x);

    let x = Array::arange(0, 4 * 4 * 2, 1).into_reshaped((2, 4, 4)).expect("32 elements");
    text(
        "A range keeps its axis, a number takes it away, in the type as well: the first is a matrix, the second a vector.",
    );
    numpy.same("x[1, :, :1]", &show!(x.slice(s![1, .., ..1])));
    numpy.same("x[1, :, 0]", &show!(x.slice(s![1, .., 0])));
    let y = Array::arange(0, 4, 1).into_reshaped((2, 2)).expect("4 elements");
    text("New axes have extent 1, and are views:");
    numpy.same("y[:, :, newaxis]", &show!(y.slice(s![.., .., NewAxis])));
    numpy.same("y[newaxis, :, :, newaxis]", &show!(y.slice(s![NewAxis, .., .., NewAxis])));
    text("A range in a variable is a subscript like any other:");
    let r = 0..2;
    numpy.same("x[0, 0, s]", &show!(x.slice(s![0, 0, r.clone()])));
}
