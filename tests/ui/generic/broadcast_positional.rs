//! Extents that are parameters neither stretch nor align with each other.

use ndweave::{Array, Extent, broadcast};

fn two<I: Extent, J: Extent>(x: &Array<f64, (I,)>, y: &Array<f64, (J,)>) -> Array<f64, (J,)> {
    broadcast!(x + y)
}

fn column<I: Extent, J: Extent>(x: &Array<f64, (I, J)>, means: &Array<f64, (I,)>) -> Array<f64, (I, J)> {
    broadcast!(x - means)
}

fn target<I: Extent, J: Extent>(out: &mut Array<f64, (I,)>, x: &Array<f64, (J,)>) {
    broadcast!(out += x);
}

fn main() {}
