//! Squares of a range, and what "whole arrays at once" means.

use std::hint::black_box;

use ndweave::{Array, Array1, array, broadcast, s, ufuncs::square};

use crate::lesson::{NumPy, Options, Times, code, section, show, text, value};

/// The lesson's first comparison.
pub fn of_a_range(numpy: &NumPy, options: &Options) {
    section("Squares of a range");
    text(
        "A list holds objects, each with its type and a counter. An array knows the type of all of its elements once, and \
         Rust knows it before the program runs: a thousand i64 are 8000 bytes, and nothing is looked up for any of \
         them.",
    );
    code("let x = Array::arange(0, 1000, 1);\nlet squares = broadcast!(x * x);");
    let x: Array1<i64> = Array::arange(0, 1000, 1);
    let squares = broadcast!(x * x);
    numpy.same("squares", &squares);
    show!(squares.slice(s![..12]));
    text(
        "There is no `**` in Rust: a square is a product, pow(2) for integers and powi(2) for floats, or the ufunc `square`. \
         A label is a number too, so that the range need not exist at all:",
    );
    code("broadcast!({ let n = i as i64; n * n } -> [i in 0..1000])");
    let by_labels = || broadcast!({ let n = i as i64; n * n } -> [i in 0..1000]);
    numpy.same("squares", &by_labels());
    numpy.same("squares", &square(&x));
    numpy.same("squares", &broadcast!(x.pow(2)));

    text("The lesson says how many times a list takes longer:");
    let mut times = Times::new(options, "lesson");
    // Each array is given back before the next is made, as it would be in a program.
    times.row("a Vec, one push after the other", "about 100", || drop(black_box(by_hand(black_box(1000)))));
    times.row("broadcast!(x * x)", "1", || {
        let x = black_box(&x);
        drop(black_box(broadcast!(x * x)));
    });
    times.row("square(&x)", "", || drop(black_box(square(black_box(&x)))));
    times.row("from labels, no range in memory", "", || _ = black_box(by_labels()));
    times.print();
    text(
        "A Vec has no objects inside either, and Rust's loop is compiled. What is left is the vector unit of the CPU: the \
         kernel squares a gang of 8 numbers at a time, with default build flags. The range 0..1000 of the last one is \
         constant, and so part of the result's type: it needs no memory from the heap.",
    );
}

/// What a list comprehension does, without its objects.
fn by_hand(n: i64) -> Vec<i64> {
    let mut squares = Vec::new();
    for i in 0..n {
        squares.push(i * i);
    }
    squares
}

/// Arithmetic of arrays and numbers, and the loops that the lesson warns of.
pub fn whole_arrays(numpy: &NumPy, options: &Options) {
    section("Whole-array operations");
    text(
        "An expression over arrays is one pass, whatever its length: no array comes to be between two of its operations. \
         A number, or an array with fewer axes, is repeated along those that it lacks. Here the compiler checked that the \
         last axes agree, 3 with 3, for these are constants of the types.",
    );
    let (a, b) = (array![[0, 1, 2], [3, 4, 5]], [10, 20, 30]);
    numpy.same("a + b", &show!(broadcast!(a + b)));
    numpy.same("a * b", &show!(broadcast!(a * b)));
    value(format!("broadcast!(2 * a + b - 1)\n{}", broadcast!(2 * a + b - 1)));

    text(
        "A Python loop over the elements of an ndarray is slower than one over a list. Here a loop over elements is a Rust \
         loop, and costs what it costs in C: sums of 1000 floats, one after the other because the language promises \
         that order, and of gangs.",
    );
    let x = Array::<f64, _>::linspace(0.0, 1.0, 1000);
    let mut times = Times::new(options, "");
    let loops = times.row("for element in &x { sum += element }", "", || {
        let mut sum = 0.0;
        for element in black_box(&x) {
            sum += element;
        }
        sum
    });
    let indexed = times.row("for i in 0..1000 { sum += x[i] }", "", || {
        let x = black_box(&x);
        let mut sum = 0.0;
        for i in 0..1000 {
            sum += x[i];
        }
        sum
    });
    let whole = times.row("x.sum_all()", "", || black_box(&x).sum_all());
    times.print();
    assert_eq!(loops, indexed);
    ndweave::assert_allclose!(whole, loops, rtol = 1e-13);
}
