//! Lesson 3: a small view of a large array that is gone.

use ndweave::{Array2, View2, s};

fn corner<'a>() -> View2<'a, f64> {
    let large = Array2::<f64>::zeros((10_000, 10_000));
    large.slice(s![..2, ..2])
}

fn main() {
    println!("{}", corner());
}
