//! An output whose constant extents or rank are not those of its labels.

use ndweave::einsum;

// ei-037
fn ei_037() {
    let t0 = [[1.0; 2]; 2];
    let t1 = [[1.0; 2]; 2];
    let mut out = [[1.0; 3]; 3];
    einsum!(out[i, k] = t0[i, j] * t1[j, k]);
}

// ei-070
fn ei_070() {
    let t0 = [1.0; 3];
    let t1 = [1.0; 3];
    let mut out = [1.0; 1];
    einsum!(out[i] = t0[i] * t1[i]);
}

// ei-071
fn ei_071() {
    let t0 = [[1.0; 3]; 3];
    let mut out = [[1.0; 1]; 3];
    einsum!(out[i] = t0[i, i]);
}

fn main() {}
