//! Advanced indexing: index arrays, masks, and what they are good for.

use ndweave::{Array, Array2, broadcast, s, ufuncs::*};

use crate::lesson::{NumPy, Options, Outcome, Picture, code, compiler_says, section, show, text};
use crate::plots::{BLUE, Chart, RED};

/// Index arrays, one and several.
pub fn index_arrays(numpy: &NumPy) {
    section("Advanced indexing");
    let m = show!(Array::arange(0, 4 * 5, 1).into_reshaped((4, 5)).unwrap());
    text(
        "An index array stands for its axis. Its own axes take the place, so one of rank 2 makes a result of one more axis.",
    );
    numpy.same("m[[1, 2, 1], :]", &show!(m.gather(s![[1, 2, 1], ..])));
    numpy.same("m[0:1, [[1, 1, 2], [0, 1, 2]]]", &show!(m.gather(s![0..1, [[1, 1, 2], [0, 1, 2]]])));

    text(
        "GOTCHA: in NumPy a comma decides between x[(0, 0, 1)], one element, and x[(0, 0, 1),], three matrices. Here an element \
         is x[[0, 0, 1]], a view x.slice(s![0, 0, 1]), and index arrays need gather. Elsewhere they are an error:",
    );
    compiler_says(include_str!("../../tests/ui/lessons/index_array_in_a_slice.stderr"));
    let x = Array::arange(0, 4 * 4 * 2, 1).into_reshaped((2, 4, 4)).expect("32 elements");
    numpy.same("x[(0, 0, 1),]", &x.gather(s![[0, 0, 1]]));
    numpy.same("x[(0, 0, 1)]", &show!(x[[0, 0, 1]]));

    text("Several index arrays go together, pair by pair; gather_outer takes every pair, as np.ix_ does:");
    numpy.same("m[[1, 2], [3, 4]]", &show!(m.gather(s![[1, 2], [3, 4]])));
    numpy.same("m[ix_([1, 2], [3, 4])]", &show!(m.gather_outer(s![[1, 2], [3, 4]])));
    text("np.r_ joins ranges to one index array; so does concat.");
    code("let some = Array::concat::<0>(&[Array::arange(0, 2, 1), Array::arange(3, 1, -1), Array::arange(2, 3, 1)]);");
    let some = Array::concat::<0>(&[Array::arange(0, 2, 1), Array::arange(3, 1, -1), Array::arange(2, 3, 1)]);
    numpy.same("m[0, r_[:2, 3:1:-1, 2]]", &show!(m.gather(s![0, &some])));
}

/// Masks, and how they differ from index arrays of zeros and ones.
pub fn masks(numpy: &NumPy) {
    section("Masks");
    let digits = [7, 2, 9, 1, 0, 8, 4, 5, 6, 3];
    let digits = show!(Array::from_vec(digits.to_vec()));
    let is_odd = broadcast!(digits % 2);
    text("GOTCHA: zeros and ones are numbers, so they choose entries 0 and 1. In gather that is what they do here:");
    numpy.same("digits[is_odd]", &show!(digits.gather(s![&is_odd])));
    text("A mask is an array of bool, and what asks for a mask takes nothing else:");
    compiler_says(include_str!("../../tests/ui/lessons/numbers_as_a_mask.stderr"));
    let is_odd = show!(broadcast!(digits % 2 == 1));
    numpy.same("digits[is_odd.astype(bool)]", &show!(digits.mask(&is_odd)));
    text("A mask stands for the index arrays of the places where it is true:");
    code("let [places] = is_odd.nonzero();");
    let [places] = is_odd.nonzero();
    numpy.same("where digits are odd", &places);
    assert_eq!(show!(digits.gather(s![&places])), digits.mask(&is_odd));

    let x = Array::arange(0, 4, 1).into_reshaped((2, 2)).expect("4 elements");
    let y = broadcast!(x % 2 == 1);
    text("Of rank 2, it stands for two:");
    numpy.same("nonzero(y)", &show!(Array::stack::<0>(&y.nonzero::<2>())));
    numpy.same("x[y]", &show!(x.mask(&y)));
}

/// Cleaning data, choosing labelled points, a picture of a function.
pub fn selections(numpy: &NumPy, options: &Options) -> Outcome<()> {
    section("Selecting data");
    let x = show!(Array::from_vec(vec![1.0, 2.0, 3.0, f64::NAN, 2.0, 1.0, f64::NAN]));
    numpy.same("x[~isnan(x)]", &show!(x.mask(&broadcast!(!isnan(x)))));

    text("Two clouds of labelled points. compress keeps the rows whose label is the wanted one:");
    let (blobs, labels) = (numpy.array::<f64, 2>("blobs"), numpy.array::<i64, 1>("labels"));
    let [first, second] = [0, 1].map(|label| blobs.compress::<0>(&broadcast!(labels == label)));
    code("blobs.compress::<0>(&broadcast!(labels == label))");
    let means = show!(Array::stack::<0>(&[first.mean::<0>(), second.mean::<0>()]));
    numpy.close("means of the blobs", &means);
    let points = |cloud: &Array2<f64>| cloud.as_slice().chunks(2).map(|p| (p[0], p[1])).collect::<Vec<_>>();
    Chart::new("two clouds", -1.0..2.0, -1.0..2.5)
        .dots("label 0", BLUE, points(&first))
        .dots("label 1", RED, points(&second))
        .save(options.picture("clouds.svg"))?;

    text("The heat map of a function of two numbers. Labels make a mesh unnecessary:");
    let t = Array::linspace(0.0, 5.0, 100);
    code("let z = broadcast!(t[i].sin() * t[j].sin() -> [i, j]);");
    let z = broadcast!(t[i].sin() * t[j].sin() -> [i, j]);
    numpy.close("every tenth of sin(x) * sin(y)", &z.slice(s![..;10, ..;10]));
    Picture::of(z.view(), 4).save(options.picture("sines.png"))
}
