//! Zeros and ones are index arrays, not masks.

use ndweave::{Array1, broadcast};

fn odd(digits: &Array1<i32>) -> Array1<i32> {
    let is_odd = broadcast!(digits % 2);
    digits.mask(&is_odd)
}

fn main() {}
