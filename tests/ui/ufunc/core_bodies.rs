//! Bodies of plain Rust whose results have no place.

use ndweave::ufunc;

ufunc! {
    fn not_by_name(x: [f64; n]) -> [f64; n] { x.to_vec() }
    fn not_made(x: [f64; n]) -> [f64; n] { let out = x.to_vec(); out }
    fn another_array(x: [f64; n]) -> f64 { let scratch = [0.0; n + 1]; scratch[0] + x[0] }
    fn too_deep(x: [[[f64; k]; n]; m]) -> f64 { x[0][0][0] }
}

ufunc! {
    fn another_type(a: [f64; 3]) -> [f64; 3] { [a[0], a[1]] }
    fn whats_given(x: [f64; n]) -> [f64; n] { let mut out = [0.0; n]; out[0] = true; out }
}

fn main() {}
