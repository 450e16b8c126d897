//! Constant extents under the ellipsis that do not broadcast.

use ndweave::einsum;

// ei-068
fn ei_068() {
    let t0 = [[1.0; 4]; 2];
    let t1 = [[1.0; 4]; 3];
    let _ = einsum!("...i,...i->...", t0, t1);
}

// ei-069
fn ei_069() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 4]; 2];
    let _ = einsum!("a...,b...->ab...", t0, t1);
}

fn main() {}
