//! A comma in the output.

use ndweave::einsum;

// ei-054
fn ei_054() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 4]; 3];
    let _ = einsum!("ij,jk->i,k", t0, t1);
}

// ei-055
fn ei_055() {
    let t0 = [1.0; 2];
    let _ = einsum!("i->i,", t0);
}

fn main() {}
