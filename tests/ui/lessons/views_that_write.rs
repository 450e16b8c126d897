//! An array cannot be read while a view may write to it.

use ndweave::{Array, s};

fn main() {
    let mut z = Array::<i64, _>::zeros((4, 4, 4));
    let mut a = z.slice_mut(s![.., .., 2]);
    println!("{z}");
    a[[0, 0]] = -500;
}
