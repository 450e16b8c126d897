//! Signatures with core axes whose lengths cannot be told.

use ndweave::ufunc;

ufunc! {
    fn euclidean_pdist(x: [[f64; d]; n]) -> [f64; p] { x[n, d] }
    fn computed_parameter(x: [f64; n], y: [f64; n + 1]) -> f64 { 1.0 }
    fn unknown_in_sum(x: [f64; n]) -> [f64; n + k] { 1.0 }
    fn no_name(x: [f64; _]) -> f64 { 1.0 }
    fn of_references(x: [&f64; n]) -> f64 { 1.0 }
    fn a_reference(x: &[f64; 3]) -> f64 { 1.0 }
    #[ufunc(associative)]
    fn joined(x: [f64; n], y: [f64; n]) -> [f64; n] { x[n] + y[n] }
    fn too_many(a: [f64; a], b: [[[[[[[f64; 2]; 2]; 2]; 2]; 2]; 2]; 2]) -> f64 { 1.0 }
    fn unknown_type<T>(x: [f64; n]) -> f64 { 1.0 }
}

fn main() {}
