//! What is written cannot be read through another view.

use ndweave::{Array, s, ufuncs::subtract};

fn main() {
    let mut x = Array::arange(0, 10, 1);
    subtract::into(&mut x.slice_mut(s![..5]), x.slice(s![..5]), x.slice(s![5..]));
}
