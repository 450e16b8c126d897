//! Fewer operands than terms.

use ndweave::einsum;

// ei-025
fn ei_025() {
    let t0 = [1.0; 3];
    let _ = einsum!("i,", t0);
}

// ei-035
fn ei_035() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("ij,jk->ik", t0);
}

// ei-036
fn ei_036() {
    let t0 = [[1.0; 2]; 2];
    let _ = einsum!("ij,jk->ik", t0);
}

// ei-056
fn ei_056() {
    let t0 = 1.0;
    let t1 = 1.0;
    let _ = einsum!(",,", t0, t1);
}

// ei-057
fn ei_057() {
    let t0 = [1.0; 2];
    let _ = einsum!("...,...", t0);
}

fn main() {}
