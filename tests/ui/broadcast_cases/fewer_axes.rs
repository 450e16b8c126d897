//! A target with fewer axes than an operand, to which it does not grow.

use ndweave::broadcast;

// bc-050
fn bc_050() {
    let t0 = [1.0; 1];
    let mut out = ndweave::Array::<f64, _>::zeros(());
    broadcast!(out = t0);
}

// bc-057
fn bc_057() {
    let t0 = [[1.0; 1]; 2];
    let mut out = ndweave::Array::<f64, _>::zeros([1]);
    broadcast!(out = t0);
}

// bc-086
fn bc_086() {
    let t0 = [1.0; 1];
    let mut out = ndweave::Array::<f64, _>::zeros(());
    broadcast!(out += t0);
}

// bc-090
fn bc_090() {
    let t0 = [[1.0; 1]; 1];
    let mut out = ndweave::Array::<f64, _>::zeros(());
    broadcast!(out += t0);
}

fn main() {}
