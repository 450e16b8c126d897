//! Methods that lanes do not have.

use ndweave::ufunc;

ufunc! {
    fn unknown(x: f64) -> f64 { x.frobnicate() }
    fn numpys(x: f64, y: f64) -> f64 { x.maximum(y) + x.square() }
    fn near(x: f64) -> f64 { x.sqr() }
    fn arguments(x: f64) -> f64 { x.powi(2, 3) + x.sqrt(1.0) + x.hypot() }
    fn field(x: f64) -> f64 { x.length }
    fn associated<T: ndweave::Float>(x: T) -> T { T::epsilon_of(x) }
    fn itself(n: u64) -> u64 { if n < 2 { 1 } else { n * itself(n - 1) } }
    fn variable(x: f64) -> f64 { x(2.0) }
}

fn main() {}
