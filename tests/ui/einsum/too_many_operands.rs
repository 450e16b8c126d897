//! More operands than terms.

use ndweave::einsum;

// ei-001
fn ei_001() {
    let t0 = 1.0;
    let t1 = 1.0;
    let _ = einsum!("", t0, t1);
}

// ei-002
fn ei_002() {
    let t0 = 1.0;
    let t1 = [1.0; 1];
    let t2 = [1.0; 1];
    let _ = einsum!(",", t0, t1, t2);
}

// ei-012
fn ei_012() {
    let t0 = [1.0; 2];
    let t1 = [1.0; 2];
    let _ = einsum!("", t0, t1);
}

fn main() {}
