//! Axes under an ellipsis that the output does not name.

use ndweave::einsum;

// ei-020
fn ei_020() {
    let t0 = [[[1.0; 2]; 2]; 2];
    let _ = einsum!("...->", t0);
}

// ei-060
fn ei_060() {
    let t0 = [[1.0; 1]; 3];
    let _ = einsum!("i...->i", t0);
}

fn main() {}
