//! A character that is no subscript.

use ndweave::einsum;

// ei-007
fn ei_007() {
    let t0 = [1.0; 2];
    let _ = einsum!("i->&", t0);
}

// ei-014
fn ei_014() {
    let t0 = [1.0; 2];
    let _ = einsum!("a->1", t0);
}

// ei-022
fn ei_022() {
    let t0 = [1.0; 2];
    let _ = einsum!("i%", t0);
}

// ei-031
fn ei_031() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 2]; 3];
    let _ = einsum!("ab,b1->a1", t0, t1);
}

// ei-032
fn ei_032() {
    let t0 = [[1.0; 2]; 2];
    let t1 = [[1.0; 2]; 2];
    let t2 = [[1.0; 2]; 2];
    let _ = einsum!("((ij,jk),km", t0, t1, t2);
}

// ei-033
fn ei_033() {
    let t0 = [[1.0; 2]; 2];
    let t1 = [[1.0; 2]; 2];
    let t2 = [[1.0; 2]; 2];
    let _ = einsum!("(ij,jk),km -> im", t0, t1, t2);
}

// ei-038
fn ei_038() {
    let t0 = [[1.0; 1]; 5];
    let _ = einsum!("i()->i", t0);
}

// ei-040
fn ei_040() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("i#j", t0);
}

// ei-041
fn ei_041() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("i*j", t0);
}

// ei-042
fn ei_042() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("i:j", t0);
}

// ei-043
fn ei_043() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("i^", t0);
}

// ei-044
fn ei_044() {
    let t0 = [[1.0; 3]; 2];
    let _ = einsum!("{ij}", t0);
}

fn main() {}
