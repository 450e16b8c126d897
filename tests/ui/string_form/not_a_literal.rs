//! Subscripts that are no string literal.

use ndweave::{Array, einsum};

const SPEC: &str = "ij->ji";

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!(SPEC, a);
    let _ = einsum!(b"ij->ji", a);
    let _ = einsum!('i', a);
    let _ = einsum!(concat!("ij", "->ji"), a);
}
