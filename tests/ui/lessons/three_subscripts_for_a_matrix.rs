//! Lesson 2: one subscript too many.

use ndweave::{Array2, s};

fn main() {
    let x = Array2::<i64>::ones((2, 3));
    println!("{}", x.slice(s![.., 0, 1]));
}
