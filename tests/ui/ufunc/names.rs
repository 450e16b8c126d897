//! Names that rustc does not find, or that are something else.

use ndweave::ufunc;

fn helper(x: f64) -> f64 {
    x
}

ufunc! {
    fn unknown_variable(x: f64) -> f64 { x + y }
    fn unknown_function(x: f64) -> f64 { lost(x) }
    fn plain_function(x: f64) -> f64 { helper(x) }
}

fn main() {}
