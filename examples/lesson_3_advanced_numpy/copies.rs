//! Copy or view.

use ndweave::{Array2, s};

use crate::lesson::{NumPy, code, compiler_says, section, show, text, value};

fn five() -> Array2<i64> {
    Array2::from_shape_vec((5, 5), (0..25).collect()).expect("25 elements")
}

/// What a view shares with its array.
pub fn views(numpy: &NumPy) {
    section("Copy or view");
    text(
        "NumPy asks an array for its `base` to find out. Here the type says it: Array owns its elements, View and ViewMut borrow those \
         of another. A view starts somewhere in the memory of its array:",
    );
    let mut a = five();
    let start = a.as_slice().as_ptr().addr();
    let b = a.slice(s![1..3, 1..3]);
    let offset = b.as_ptr().addr() - start;
    code("let b = a.slice(s![1..3, 1..3]);");
    value(format!("offset: {offset} bytes"));
    numpy.same("offset", &(offset as i64));
    text("What is written through a mutable view is written to the array:");
    code("a.slice_mut(s![1..3, 1..3])[[0, 0]] = 100;");
    a.slice_mut(s![1..3, 1..3])[[0, 0]] = 100;
    numpy.same("written through", &show!(a));
}

/// The two warnings, as errors of the compiler.
pub fn who_keeps_what_alive() {
    text("Two surprises of NumPy do not compile. While somebody looks at an array, nobody changes it:");
    compiler_says(include_str!("../../tests/ui/lessons/written_while_viewed.stderr"));
    text(
        "And the lesson's warning, that a small view keeps a large array alive: a view keeps nothing alive. If the array goes, the \
         view has to go first, or become an array of its own, by `to_owned()`.",
    );
    compiler_says(include_str!("../../tests/ui/lessons/view_of_what_is_gone.stderr"));
    let corner = {
        let large = five();
        large.slice(s![..2, ..2]).to_owned()
    };
    assert_eq!(corner, [[0, 1], [5, 6]]);
}

/// What only a copy can be.
pub fn copies(numpy: &NumPy) {
    text(
        "Rows 0 and 2 have a regular distance, but an index array need not have one: `select` and `gather` always copy, and \
         return an Array. A slice with a step picks the same rows without a copy.",
    );
    let mut a = five();
    a[[1, 1]] = 100;
    let mut c = a.select::<0>(&[0, 2]);
    assert_eq!(c, a.slice(s![..3;2, ..]));
    c[[0, 0]] = -1;
    numpy.same("rows 0 and 2", &show!(c));
    text("The array did not change:");
    numpy.same("not written through", &a);
    value(format!("a[[0, 0]] = {}", a[[0, 0]]));
}
