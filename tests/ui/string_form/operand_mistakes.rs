//! Operands behind the string that are none.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let n = Array::<i32, _>::zeros((3, 4));
    let text = String::from("abc");
    let _ = einsum!("ij,j->i", a, text);
    let _ = einsum!("i->i", "abc");
    let _ = einsum!("ij,ij->", a, n);
    let _ = einsum!("ij,ij->", a, None);
    let _ = einsum!("ij->ji", missing);
}
