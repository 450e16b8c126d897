//! An output label that stands twice.

use ndweave::einsum;

// ei-018
fn ei_018() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 4]; 3];
    let _ = einsum!("ij,jk->iik", t0, t1);
}

// ei-027
fn ei_027() {
    let t0 = [1.0; 3];
    let _ = einsum!("i->ii", t0);
}

// ei-029
fn ei_029() {
    let t0 = [[1.0; 2]; 2];
    let t1 = [[1.0; 2]; 2];
    let _ = einsum!("ab,bc->acc", t0, t1);
}

fn main() {}
