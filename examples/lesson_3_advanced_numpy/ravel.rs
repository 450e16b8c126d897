//! Exercise 2: from an index to a place in memory, and back.

use ndweave::Array2;

use crate::lesson::{NumPy, code, section, text, value};

/// The place of an element in memory: a row has `n_cols` elements. The number of rows does not matter.
fn ravel(row: usize, col: usize, _n_rows: usize, n_cols: usize) -> usize {
    row * n_cols + col
}

/// The index of the element at a place in memory.
fn unravel(place: usize, n_cols: usize) -> [usize; 2] {
    [place / n_cols, place % n_cols]
}

/// The lesson's five examples.
const EXAMPLES: [[usize; 4]; 5] =
    [[2, 3, 4, 4], [2, 3, 4, 8], [0, 0, 1, 1], [3, 3, 4, 4], [3_465, 18_923, 10_000, 20_000]];

/// The exercise, and what arrays say to it.
pub fn exercise(numpy: &NumPy) {
    section("Exercise 2: ravel and unravel");
    text("Memory is a line, and rows stand in it one after the other:");
    code("fn ravel(row, col, n_rows, n_cols) -> usize { row * n_cols + col }");
    let mut places = Vec::new();
    for [row, col, n_rows, n_cols] in EXAMPLES {
        let place = ravel(row, col, n_rows, n_cols);
        println!("    ravel({row}, {col}, {n_rows}, {n_cols}) -> {place}");
        assert_eq!(unravel(place, n_cols), [row, col]);
        places.push(place as i64);
    }
    println!();
    numpy.same("ravel", &places);
    numpy.same("unravel", &unravel(69_318_923, 20_000).map(|index| index as i64).as_slice());
    text("An array agrees: its elements as a slice, at the place that `ravel` says, are its elements at the index.");
    let a = Array2::from_fn((4, 8), |[row, col]| 100 * row + col);
    value(format!("a.as_slice()[ravel(2, 3, 4, 8)] = {}, a[[2, 3]] = {}", a.as_slice()[ravel(2, 3, 4, 8)], a[[2, 3]]));
    for (index, &element) in a.view().indexed_iter() {
        assert_eq!(a.as_slice()[ravel(index[0], index[1], 4, 8)], element);
    }
}
