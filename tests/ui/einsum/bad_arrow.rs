//! An arrow that is not `->`.

use ndweave::einsum;

// ei-023
fn ei_023() {
    let t0 = [1.0; 2];
    let _ = einsum!("i-i", t0);
}

// ei-045
fn ei_045() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("ij-->ji", t0);
}

// ei-046
fn ei_046() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("ij>-ji", t0);
}

fn main() {}
