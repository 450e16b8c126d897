//! Signatures that are not those of ufuncs.

use ndweave::ufunc;

ufunc! {
    fn no_parameter() -> f64 { 1.0 }
    fn no_result(x: f64) { }
    fn a_reference(x: &f64) -> f64 { 1.0 }
    fn a_slice(x: &[f64]) -> f64 { 1.0 }
    fn an_unsized_slice(x: [f64]) -> f64 { 1.0 }
    fn a_pattern((x, y): (f64, f64)) -> f64 { x }
    fn an_impl(x: impl Copy) -> f64 { 1.0 }
    const fn constant(x: f64) -> f64 { x }
    unsafe fn dangerous(x: f64) -> f64 { x }
    async fn waiting(x: f64) -> f64 { x }
    extern "C" fn foreign(x: f64) -> f64 { x }
    fn lifetime<'a>(x: f64) -> f64 { x }
    fn size<const N: usize>(x: f64) -> f64 { x }
    fn unknown_type<T>(x: f64) -> f64 { x }
    fn method(self, x: f64) -> f64 { x }
    fn one_tuple(x: f64) -> (f64,) { (x,) }
    fn nine(a: f64, b: f64, c: f64, d: f64, e: f64, f: f64, g: f64, h: f64, i: f64) -> f64 { a }
}

fn main() {}
