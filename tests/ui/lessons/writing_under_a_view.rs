//! An array cannot be written to while a view of it is still going to be read.

use ndweave::{Array, s};

fn main() {
    let mut original = Array::arange(0, 10, 1);
    let first = original.slice(s![..5]);
    original[[2]] = -1;
    println!("{first}");
}
