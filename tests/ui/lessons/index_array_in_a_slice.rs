//! Index arrays make copies, slices are views.

use ndweave::{Array3, s};

fn copies(x: &Array3<i64>) {
    x.slice(s![[0, 0, 1]]);
}

fn main() {}
