//! Two ellipses in one term.

use ndweave::einsum;

// ei-019
fn ei_019() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 4]; 3];
    let _ = einsum!("...ij,jk...->...ik...", t0, t1);
}

// ei-024
fn ei_024() {
    let t0 = [[[1.0; 4]; 3]; 2];
    let t1 = [[[1.0; 4]; 3]; 2];
    let _ = einsum!("a...b...c,a...b...c->abc", t0, t1);
}

fn main() {}
