//! Types that do not fit: rustc finds them in the scalar function, and says each once.

use ndweave::ufunc;

ufunc! {
    fn sum_of_types(x: f64, n: i32) -> f64 { x + n }
    fn literal(x: f64) -> f64 { x * 2 }
    fn condition(x: f64) -> f64 { if x { 1.0 } else { 0.0 } }
    fn branches(x: f64) -> f64 { let y = if x > 0.0 { x } else { 0 }; y }
    fn result(x: f64) -> f64 { x > 0.0 }
    fn assignment(x: f64) -> f64 { let mut n = 0; n = x; n }
    fn typed(x: f64) -> f64 { let n: i32 = x; x }
    fn method(n: i32) -> i32 { n.sqrt() }
    fn comparison(x: f64) -> bool { x == 1 }
    fn early(x: f64) -> f64 { if x > 0.0 { return 1; } x }
    fn unbound<T: ndweave::Element>(x: T) -> T { x - x }
    fn negative(n: u32) -> u32 { -n }
    fn tuple(x: f64) -> (f64, i32) { (x, x) }
    fn arguments(x: f64) -> f64 { sum_of_types(x) }
}

fn main() {}
