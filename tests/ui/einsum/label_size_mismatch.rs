//! A label whose constant extents differ between operands.

use ndweave::einsum;

// ei-017
fn ei_017() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 4]; 4];
    let _ = einsum!("ij,jk->ik", t0, t1);
    let _ = einsum!(t0[i, j] * t1[j, k] -> [i, k]);
}

// ei-061
fn ei_061() {
    let t0 = [1.0; 2];
    let t1 = [1.0; 1];
    let t2 = [1.0; 3];
    let _ = einsum!("i,i,i->i", t0, t1, t2);
    let _ = einsum!(t0[i] * t1[i] * t2[i] -> [i]);
}

// ei-062
fn ei_062() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 3]; 2];
    let _ = einsum!("ij,ji->", t0, t1);
    let _ = einsum!(t0[i, j] * t1[j, i]);
}

// ei-063
fn ei_063() {
    let t0 = [[1.0; 3]; 2];
    let t1 = [[1.0; 4]; 3];
    let t2 = [[1.0; 2]; 5];
    let _ = einsum!("ij,jk,kl->il", t0, t1, t2);
    let _ = einsum!(t0[i, j] * t1[j, k] * t2[k, l] -> [i, l]);
}

// ei-064
fn ei_064() {
    let t0 = [1.0; 2];
    let t1 = [1.0; 3];
    let t2 = [1.0; 3];
    let _ = einsum!("a,b,a->b", t0, t1, t2);
    let _ = einsum!(t0[a] * t1[b] * t2[a] -> [b]);
}

fn main() {}
