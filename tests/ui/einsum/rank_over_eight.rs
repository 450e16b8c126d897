//! A term with more axes than an array can have.

use ndweave::einsum;

// ev-075
fn ev_075() {
    let t0 = [[[[[[[[1.0; 1]; 1]; 1]; 1]; 1]; 1]; 1]; 1];
    let t1 = [[[[[[[[1.0; 2]; 1]; 1]; 1]; 1]; 3]; 1]; 3];
    let _ = einsum!("jhcabhijaci,dfijejgh->fgje", t0, t1);
}

// ev-076
fn ev_076() {
    let t0 = [[[1.0; 1]; 3]; 2];
    let t1 = [[[[[[[[1.0; 1]; 1]; 1]; 1]; 1]; 1]; 1]; 1];
    let _ = einsum!("gah,cdbcghefg->ef", t0, t1);
}

// ev-082
fn ev_082() {
    let t0 = [[[[[[[[1.0; 1]; 1]; 1]; 1]; 1]; 1]; 1]; 1];
    let _ = einsum!("abcdefghijklmnopqrstuvwxyz", t0);
}

// ev-083
fn ev_083() {
    let t0 = [[[[[[[[1.0; 1]; 1]; 1]; 1]; 1]; 1]; 1]; 1];
    let _ = einsum!("abcdefghijklmnopqrstuvwxyzA", t0);
}

// ev-241
fn ev_241() {
    let t0 = [[[[[[[[1.0; 1]; 1]; 1]; 1]; 1]; 1]; 1]; 1];
    let t1 = [[[[[[[[1.0; 1]; 1]; 1]; 1]; 1]; 1]; 1]; 1];
    let _ = einsum!("ABCDEFGHIJKLMNOPQRSTUVWXYZ,abcdefghijklmnopqrstuvwxyz->", t0, t1);
}

fn main() {}
