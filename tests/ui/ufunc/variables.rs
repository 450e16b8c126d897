//! Assignments that do not work.

use ndweave::ufunc;

static mut COUNT: f64 = 0.0;

ufunc! {
    fn immutable(x: f64) -> f64 { let y = x; y = 2.0; y }
    fn parameter(x: f64) -> f64 { x += 1.0; x }
    fn global(x: f64) -> f64 { COUNT = x; x }
    fn unset(x: f64) -> f64 { let y: f64; if x > 0.0 { y = 1.0; } y }
    fn outside(x: f64) -> f64 { break; x }
    fn without_value(x: f64) -> f64 { return; }
    fn nothing(x: f64) -> f64 { let y = x; }
}

fn main() {}
