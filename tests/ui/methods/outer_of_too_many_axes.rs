//! Pairs of elements of arrays with more than eight axes together.

use ndweave::macro_support::functions::Add;
use ndweave::macro_support::outer;
use ndweave::{Array4, Array5};

fn pairs(x: &Array4<f64>, y: &Array5<f64>) {
    let _ = outer(Add, x.view(), x.view());
    let _ = outer(Add, x.view(), y.view());
}

fn main() {}
