//! Fancy indexing: masks and arrays of integers.

use ndweave::{Array, Array1, Array2, Array3, broadcast, s};

use crate::lesson::{NumPy, code, panic_of, section, show, text, value};

fn six() -> Array2<i64> {
    Array::from_shape_vec((2, 3), (0..6).collect()).expect("6 elements")
}

/// Arrays of bool choose elements.
pub fn masks(numpy: &NumPy) {
    section("Fancy indexing with masks");
    text(
        "A comparison gives an array of bool, and such an array chooses elements. The result is a copy: what is chosen has no \
         regular distance in memory, and so no stride describes it.",
    );
    let x = six();
    let above_two = show!(broadcast!(x > 2));
    numpy.same("x > 2", &above_two);
    numpy.same("x[x > 2]", &show!(x.mask(&above_two)));
    numpy.same("x[x % 2 == 0]", &show!(x.mask(&broadcast!(x % 2 == 0))));
    text("To write where a mask is true, no array of bool has to be made: the condition is part of the kernel.");
    code("broadcast!(positive = -1, where positive > 3);");
    let mut positive = six();
    broadcast!(positive = -1, where positive > 3);
    numpy.same("x[x > 3] = -1", &positive);
    let mut filled = six();
    filled.fill_mask(&x.mapv(|x| x > 3), -1);
    assert_eq!(positive, filled);
}

/// Arrays of integers choose places.
pub fn index_arrays(numpy: &NumPy) {
    section("Fancy indexing with arrays of integers");
    text("The result has the shape of the index array. Negative numbers count from the end.");
    let y: Array1<i64> = Array::arange(0, 80, 10);
    numpy.same("y[[1, 1, -2]]", &show!(y.gather(s![[1, 1, -2]])));
    numpy.same("y[[[0, 1], [2, 3]]]", &show!(y.gather(s![[[0, 1], [2, 3]]])));
    text("Every index is looked at before anything is read:");
    value(panic_of(|| drop(y.gather(s![[1, 8]]))));

    text("Two index arrays go together, element by element; of different shapes, they are broadcast.");
    let x = six();
    numpy.same("x[[0, 1], [2, 0]]", &show!(x.gather(s![[0, 1], [2, 0]])));
    numpy.same("x[[[0], [1]], [0, 2]]", &show!(x.gather(s![[[0], [1]], [0, 2]])));
    text("That last form, rows by columns, is what most people mean. It has a name of its own here:");
    numpy.same("x[[[0], [1]], [0, 2]]", &show!(x.gather_outer(s![[0, 1], [0, 2]])));
}

/// Where NumPy's rule surprises.
pub fn too_fancy(numpy: &NumPy) {
    section("Fancy indexing can get too fancy");
    text(
        "Index arrays beside each other put their axis where they stand. With a slice between them it goes to the front, \
         and an integer counts as an index array. ndweave follows NumPy to the letter, and the type of the result tells \
         its rank:",
    );
    let t: Array3<i64> = Array::from_shape_vec((2, 3, 4), (0..24).collect()).expect("24 elements");
    numpy.same("t[:, [0, 1], [2, 3]]", &show!(t.gather(s![.., [0, 1], [2, 3]])));
    numpy.same("t[[0, 1], :, [2, 3]]", &show!(t.gather(s![[0, 1], .., [2, 3]])));
    text("The last one picks three columns of a matrix, and gets them as rows:");
    numpy.same("t[0, :, [0, 1, 3]]", &show!(t.gather(s![0, .., [0, 1, 3]])));
    text("Said in two steps, or axis by axis, there is nothing to surprise anybody:");
    let columns = show!(t.slice(s![0, .., ..]).select::<1>(&[0, 1, 3]));
    assert_eq!(columns, t.gather(s![0, .., [0, 1, 3]]).t());
}
