//! Transposing, and reshaping what is transposed.

use std::hint::black_box;

use ndweave::{Array2, array};

use crate::lesson::{NumPy, Options, Times, code, section, show, text, value};

/// A huge matrix, turned in no time.
pub fn transpose(options: &Options) -> Array2<f64> {
    section("A matrix transpose");
    let (rows, columns) = if options.short { (100, 200) } else { (10_000, 20_000) };
    let a = Array2::from_fn((rows, columns), |[i, j]| (i * columns + j) as f64);
    value(format!("`a` takes {} MB", a.len() * size_of::<f64>() / 1_000_000));
    code("let b = a.t();");
    let mut times = Times::new(options, "lesson");
    let b = times.row("a.t()", "nanoseconds", || black_box(&a).t());
    times.print();
    assert_eq!(b[[columns - 1, 1]], a[[1, columns - 1]]);
    text(
        "A transpose is a view: the address, the extents and the strides of `a`, the latter two in reverse order. The type \
         is turned as well, so that a transposed (Batch, Const<3>) is a (Const<3>, Batch).",
    );
    a
}

/// A fast thing and a fast thing.
pub fn reshape(a: &Array2<f64>, numpy: &NumPy, options: &Options) {
    section("A fast thing + a fast thing = a fast thing?");
    text(
        "NumPy's reshape gives a view where it can, and a copy where it must, and does not say which. Here these are two methods. \
         `reshape` never copies; it is an error where only a copy could have the new shape:",
    );
    let small = array![[1, 2, 3], [4, 5, 6]];
    show!(small.view());
    show!(small.t());
    code("small.t().reshape((2, 3))");
    match small.t().reshape((2, 3)) {
        Ok(view) => unreachable!("no strides lead to {view}"),
        Err(error) => value(format!("Err: {error}")),
    }
    text(
        "In memory stand 1 2 3 4 5 6, and the result's first row is 1 4 2: steps of 3 and of -2. One axis has one stride. So the \
         elements have to move, and the method that moves them says so:",
    );
    let copied = small.t().to_reshaped((2, 3)).expect("6 elements");
    numpy.same("transposed and reshaped", &show!(copied));

    fast_and_slow(a, options);
}

/// What views cost, and what copies.
fn fast_and_slow(a: &Array2<f64>, options: &Options) {
    let [rows, columns] = a.extents();
    let shape = (4 * rows, columns / 4);
    let mut times = Times::new(options, "lesson");
    times.row("a.reshape((40_000, 5_000))", "nanoseconds", || black_box(a).reshape(shape).is_ok());
    let mut copied = times.row("a.t().to_reshaped((40_000, 5_000))", "seconds", || {
        black_box(a).t().to_reshaped(shape).expect("the same number of elements")
    });
    assert!(a.t().reshape(shape).is_err());
    assert_eq!([copied[[0, 1]], copied[[0, 2]]], [a[[1, 0]], a[[2, 0]]]);
    // The copy is contiguous, so that it can be looked at as a transpose, and filled as one.
    times.row("  into memory that is there: assign(&a.t())", "", || {
        copied.reshape_mut((columns, rows)).expect("the same number of elements").assign(&black_box(a).t());
    });
    assert_eq!([copied[[0, 1]], copied[[0, 2]]], [a[[1, 0]], a[[2, 0]]]);
    times.row("  the same by two loops", "", || turn_by_hand(black_box(a), copied.as_mut_slice()));
    assert_eq!([copied[[0, 1]], copied[[0, 2]]], [a[[1, 0]], a[[2, 0]]]);
    times.row("  as many bytes, not turned: copy_from_slice", "", || {
        copied.as_mut_slice().copy_from_slice(black_box(a).as_slice());
    });
    times.print();
    text(
        "New memory comes from the system page by page, which takes the longest. Of the copies, the two loops read along          columns, where each number has come with seven others that are not used. The kernel goes square by square, so that what          the cache has fetched is used up.",
    );
}

fn turn_by_hand(a: &Array2<f64>, to: &mut [f64]) {
    let [rows, columns] = a.extents();
    let from = a.as_slice();
    for j in 0..columns {
        for i in 0..rows {
            to[j * rows + i] = from[i * columns + j];
        }
    }
}
