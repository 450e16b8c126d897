//! A label whose constant extents differ within one operand.

use ndweave::einsum;

// ei-008
fn ei_008() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("ii->i", t0);
    let _ = einsum!(t0[i, i] -> [i]);
}

// ei-065
fn ei_065() {
    let t0 = [[1.0; 3]; 1];
    let _ = einsum!("ii->i", t0);
    let _ = einsum!(t0[i, i] -> [i]);
}

// ei-066
fn ei_066() {
    let t0 = [[[1.0; 2]; 3]; 3];
    let _ = einsum!("iii->", t0);
    let _ = einsum!(t0[i, i, i]);
}

// ei-067
fn ei_067() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 3]; 2];
    let _ = einsum!("ii,ij->j", t0, t1);
    let _ = einsum!(t0[i, i] * t1[i, j] -> [j]);
}

fn main() {}
