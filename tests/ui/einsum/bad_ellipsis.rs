//! Dots that are not one ellipsis of three.

use ndweave::einsum;

// ei-006
fn ei_006() {
    let t0 = [1.0; 2];
    let _ = einsum!("i..", t0);
}

// ei-015
fn ei_015() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 4]; 3];
    let _ = einsum!("ij.jk->ik", t0, t1);
}

// ei-048
fn ei_048() {
    let t0 = [1.0; 2];
    let _ = einsum!(".", t0);
}

// ei-049
fn ei_049() {
    let t0 = [1.0; 2];
    let _ = einsum!("i.", t0);
}

// ei-050
fn ei_050() {
    let t0 = [1.0; 2];
    let _ = einsum!(".i", t0);
}

// ei-051
fn ei_051() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("..i..", t0);
}

// ei-052
fn ei_052() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("ij->i.j", t0);
}

fn main() {}
