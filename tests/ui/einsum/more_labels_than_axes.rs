//! An operand with fewer axes than its term has labels.

use ndweave::einsum;

// ei-003
fn ei_003() {
    let t0 = 1.0;
    let _ = einsum!("i", t0);
}

// ei-004
fn ei_004() {
    let t0 = 1.0;
    let _ = einsum!("...i", t0);
}

// ei-005
fn ei_005() {
    let t0 = 1.0;
    let _ = einsum!("i...", t0);
}

// ei-034
fn ei_034() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("ijk->ij", t0);
}

// ei-058
fn ei_058() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 4]; 3];
    let _ = einsum!("ijk,kl", t0, t1);
}

// ei-059
fn ei_059() {
    let t0 = [1.0; 3];
    let _ = einsum!("i...i", t0);
}

fn main() {}
