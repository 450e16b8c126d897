//! Lesson 3: an array is written to while somebody looks at it.

use ndweave::{Array2, s};

fn main() {
    let mut a = Array2::<f64>::zeros((5, 5));
    let b = a.slice(s![1..3, 1..3]);
    a[[1, 1]] = 1.0;
    println!("{b}");
}
