//! A function of one number does not take an array, and an array is no condition.

use ndweave::{Array2, broadcast};

fn mandel1(position: f64) -> f64 {
    position
}

fn grid(values: &Array2<f64>) {
    mandel1(values);
    while broadcast!(values < 2.0) {}
}

fn main() {}
