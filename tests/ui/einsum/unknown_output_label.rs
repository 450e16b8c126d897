//! An output label that no operand has.

use ndweave::einsum;

// ei-016
fn ei_016() {
    let t0 = [1.0; 5];
    let _ = einsum!("a->b", t0);
}

// ei-026
fn ei_026() {
    let t0 = [1.0; 2];
    let t1 = [1.0; 2];
    let t2 = [1.0; 2];
    let t3 = [1.0; 2];
    let t4 = [1.0; 2];
    let _ = einsum!("i,j,k,l,m->p", t0, t1, t2, t3, t4);
}

// ei-028
fn ei_028() {
    let t0 = [1.0; 3];
    let _ = einsum!("i->ij", t0);
}

// ei-030
fn ei_030() {
    let t0 = [[[1.0; 2]; 2]; 2];
    let t1 = [[[1.0; 2]; 2]; 2];
    let _ = einsum!("bal,bcl->lcae", t0, t1);
}

// ei-039
fn ei_039() {
    let t0 = [[1.0; 1]; 5];
    let _ = einsum!("i j -> k", t0);
}

// ei-053
fn ei_053() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("aB->b", t0);
}

fn main() {}
