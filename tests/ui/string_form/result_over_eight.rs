//! A result of more than eight axes.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((2, 2, 2, 2, 2));
    let b = Array::<f64, _>::zeros((2, 2, 2, 2));
    let _ = einsum!("abcde,fghi", a, b);
    let _ = einsum!("abcde,fghi->abcdefghi", a, b);
    let _ = einsum!("...abc,efghij->...abcefghij", a, b);
}
