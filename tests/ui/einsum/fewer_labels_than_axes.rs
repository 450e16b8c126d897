//! An operand with more axes than its term has labels.

use ndweave::einsum;

// ei-010
fn ei_010() {
    let t0 = [[[1.0; 4]; 3]; 2];
    let t1 = [[1.0; 4]; 3];
    let _ = einsum!("ab,bc->ac", t0, t1);
}

// ei-011
fn ei_011() {
    let t0 = [[1.0; 4]; 2];
    let t1 = [[[1.0; 5]; 4]; 3];
    let _ = einsum!("ab,bc->ac", t0, t1);
}

// ei-013
fn ei_013() {
    let t0 = [1.0; 2];
    let _ = einsum!("", t0);
}

// ei-021
fn ei_021() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("i->i", t0);
}

fn main() {}
