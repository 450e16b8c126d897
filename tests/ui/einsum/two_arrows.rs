//! A second arrow.

use ndweave::einsum;

// ei-009
fn ei_009() {
    let t0 = 1.0;
    let t1 = 1.0;
    let _ = einsum!("->,->", t0, t1);
}

// ei-047
fn ei_047() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("->ij->", t0);
}

fn main() {}
