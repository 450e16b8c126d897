//! Bodies with labels that do not fit their signatures.

use ndweave::ufunc;

ufunc! {
    fn too_few_subscripts(p: [[f64; d]; m], q: [f64; d]) -> [f64; m] { sum[d](p[m] * q[d]) }
    fn no_subscripts(p: [f64; n], q: [f64; n]) -> [f64; n] { p[n] * q }
    fn ellipsis(p: [f64; n]) -> [f64; n] { 2.0 * p[.., n] }
    fn constant_axis(v: [f64; 3], s: f64) -> [f64; 3] { s * v[i] + sum[j](v[j]) }
    fn fewer_labels(v: [[f64; 3]; n]) -> [[f64; 3]; n] { broadcast!(2.0 * v[n, i] -> [n]) }
    fn numpys_string(a: [[f64; k]; m], b: [f64; k]) -> [f64; m] { einsum!("mk,k->m", a, b) }
    fn one_of_two(x: [f64; n]) -> ([f64; n], f64) { x[n] * 2.0 }
    fn macro_of_two(x: [f64; n]) -> ([f64; n], f64) { broadcast!(x[n] -> [n]) }
    fn a_loop(x: [f64; n]) -> f64 { let s = sum[n](x[n]); for i in 0..3 { } s }
    fn hides_a_parameter(x: [f64; n], y: f64) -> [f64; n] { let y = 2.0; x[n] * y }
}

ufunc! {
    fn swapped(p: [[f64; d]; m], q: [[f64; d]; n]) -> [[f64; n]; m] { sum[d](p[d, m] * q[n, d]) }
    fn unreduced(p: [[f64; d]; m]) -> [f64; m] { p[m, d] * 2.0 }
}

fn main() {}
