//! Lesson 1: mistakes in the subscripts of einsum.

use ndweave::{Array2, einsum};

fn main() {
    let difference = Array2::<f64>::ones((3, 4));
    einsum!("ij,ij->k", difference, difference);
    einsum!("ij,ij->i", difference);
    einsum!("ij,i?->i", difference, difference);
}
