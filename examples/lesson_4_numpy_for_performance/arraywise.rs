//! Algorithms on whole arrays: by hand, with and without a look at what diverges, and the logical arrays they need.

use ndweave::{Array, broadcast, s, ufuncs::*};

use crate::lesson::{NumPy, Options, Outcome, Picture, Times, code, compiler_says, section, show, text, value};
use crate::mandelbrot::{Grid, TWO, explode, mandel1, mandel2, members};

/// The first steps of z → z² + c, an array a step.
pub fn by_hand(values: &Grid, numpy: &NumPy) {
    section("Arraywise algorithms");
    text("Each line is one pass over the grid. NumPy makes an array for z1 * z1 and another for the sum.");
    code(
        "let z1 = broadcast!(values * values + values);\n\
         let z2 = broadcast!(z1 * z1 + values);\n\
         let z3 = broadcast!(z2 * z2 + values);",
    );
    let z1 = broadcast!(values * values + values);
    let z2 = broadcast!(z1 * z1 + values);
    let z3 = broadcast!(z2 * z2 + values);
    value(&z3);
    numpy.close("every 25th value of z3", &z3.slice(s![..;25, ..;25]));
    let beyond = broadcast!(count[i, j](z3[i, j].norm() > 2.0));
    numpy.same("how many of z3 are beyond 2", &beyond);
}

/// Is a point in the set? One after the other, all at once until they overflow, and all at once with care.
pub fn membership(values: &Grid, numpy: &NumPy, options: &Options) -> Outcome<()> {
    text(
        "GOTCHA: the function of one point, given the grid, fails in NumPy when its loop asks whether an array is \
         smaller than 2. Here its parameter is a number, and the compiler says so:",
    );
    compiler_says(include_str!("../../tests/ui/lessons/condition_of_an_array.stderr"));
    text(
        "np.vectorize hides a loop over the points; so does mapv. An array that diverges overflows to infinity and on to \
         NaN, here without a warning; a NaN is not below 2 either, so the result is right. Resetting what diverges \
         avoids the overflow:",
    );
    code("broadcast!(value = value * value + position);\nvalue.fill_mask(&broadcast!(value.norm() > 2.0), TWO);");
    let mut times = Times::new(options, "lesson");
    let counts = times.row("mandel2: values.mapv(mandel1)", "676 ms", || mandel2(values, 50));
    let (exploded, by_explosion) = times.row("mandel_numpy_explode", "", || explode(values, 50));
    let by_masks = times.row("mandel_numpy: values reset by a mask", "32.7 ms", || members(values, 50));
    times.print();
    let lost = broadcast!(count[i, j](exploded[i, j].re.is_nan()));
    text(&format!("{lost} of the exploded values are NaN. Members in every tenth row, as NumPy counts them:"));
    assert_eq!(by_explosion, by_masks);
    numpy.same("points of the set", &by_masks.count_nonzero_all());
    let of_rows = by_masks.count_nonzero::<1>();
    numpy.same("points of the set in every tenth row", &show!(of_rows.slice(s![..;10])));
    Picture::of(counts.mapv(|count| count as f64).view(), 2).save(options.picture("mandel2.png"))?;
    Picture::of(by_masks.mapv(f64::from).view(), 2).save(options.picture("members.png"))?;
    assert_eq!(counts[[0, 0]], mandel1(values[[0, 0]], 50));
    Ok(())
}

/// Comparisons make arrays of `bool`, which choose and assign.
pub fn logical_arrays(values: &Grid, numpy: &NumPy) {
    section("Logical arrays");
    let mut z3 = values.clone();
    text("A condition is an array of bool, and fill_mask writes where it holds. A kernel can do both in one pass:");
    code("broadcast!(z3 = TWO, where z3.norm() > 1.5);");
    broadcast!(z3 = TWO, where z3.norm() > 1.5);
    assert!(z3.iter().zip(values).all(|(new, old)| *new == if old.norm() > 1.5 { TWO } else { *old }));
    let mut x = Array::arange(0, 10, 1);
    let y = broadcast!(&Array::<i64, _>::ones(10) * 5);
    value(format!("x {x}\ny {y}"));
    let z = show!(broadcast!(x > y));
    numpy.same("x > y", &z);
    text("An element is compared with its partner, or with one number that stands for all. Masks choose:");
    numpy.same("x[x > 3]", &show!(x.mask(&broadcast!(x > 3))));
    numpy.same("x[not z]", &show!(x.mask(&logical_not(&z))));
    code("x.fill_mask(&z, 5);");
    x.fill_mask(&z, 5);
    value(&x);
    numpy.same("x[z] = 5", &x);
}
