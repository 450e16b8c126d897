//! Integers have no square root: `as f64` says what NumPy assumes.

use ndweave::{Array, broadcast, shape};

fn roots(x: &Array<i64, shape![8, 8]>) {
    let roots = broadcast!(x.sqrt());
    println!("{roots}");
}

fn main() {}
