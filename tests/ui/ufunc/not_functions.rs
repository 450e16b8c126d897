//! What `ufunc!` does not hold.

use ndweave::ufunc;

ufunc! {}

ufunc! {
    struct Point { x: f64 }
}

ufunc! {
    fn half(x: f64) -> f64 { x / 2.0 }
    const TWO: f64 = 2.0;
}

ufunc! { x + y }

fn main() {}
