//! Indexing with arrays: what is chosen, what is a view, and what is a copy.

use ndweave::{Array, s};

use crate::lesson::{NumPy, code, compiler_says, section, show, text, value};

/// Arrays of integers as subscripts.
pub fn index_arrays(numpy: &NumPy) {
    section("Indexing with arrays");
    text("slice chooses what strides can reach and never copies. gather also takes arrays of integers, and copies.");
    let x = Array::arange(0, 64, 1);
    code("let y = x.reshape((8, 8))?;");
    let y = x.reshape((8, 8)).expect("64 elements");
    numpy.same("y[3]", &show!(y.slice(s![3])));
    numpy.same("y[[2, 5]]", &show!(y.gather(s![[2, 5]])));
    text("Index arrays go together, pair by pair; a range beside them stands for itself.");
    numpy.same("y[[0, 2, 5], [1, 2, 7]]", &show!(y.gather(s![[0, 2, 5], [1, 2, 7]])));
    numpy.same("y[0:4:2, [0, 2]]", &show!(y.gather(s![0..4;2, [0, 2]])));
    code("let z = x.reshape((4, 4, 4))?;");
    let z = x.reshape((4, 4, 4)).expect("64 elements");
    value(z);
    numpy.same("z[:, [1, 3], 0:3]", &show!(z.gather(s![.., [1, 3], 0..3])));
    text("New axes, too. A number beside an index array is one index that stands for all of them.");
    code("z.gather(s![.., NewAxis, [1, 3], 0]).extents()");
    let some = z.gather(s![.., NewAxis, [1, 3], 0]);
    value(format!("{:?}", some.extents()));
    numpy.same("z[:, newaxis, [1, 3], 0]", &some);
}

/// Views share elements, copies do not, and the compiler knows who may write.
pub fn views_and_copies(numpy: &NumPy) {
    section("Views and copies");
    let mut z = Array::arange(0, 64, 1).into_reshaped((4, 4, 4)).expect("64 elements");
    text("A mutable view writes through to the array:");
    code("let mut a = z.slice_mut(s![.., .., 2]);\na[[0, 0]] = -500;");
    let mut a = z.slice_mut(s![.., .., 2]);
    a[[0, 0]] = -500;
    numpy.same("z", &z);
    value(z.slice(s![0]));
    text(
        "GOTCHA: in NumPy, whoever holds z finds an element changed behind their back. Here z cannot be looked at while \
         a may still write:",
    );
    compiler_says(include_str!("../../tests/ui/lessons/views_that_write.stderr"));
    text("... stands for as many whole axes as are missing:");
    numpy.same("z[1]", &show!(z.slice(s![1])));
    numpy.same("z[..., 2]", &show!(z.slice(s![..., 2])));
    text(
        "What a mask or an index array chooses has no strides: it is an Array of its own, never a view, and its type says so.",
    );
}
