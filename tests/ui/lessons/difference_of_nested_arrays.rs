//! Nested arrays have no arithmetic outside of kernels.

fn residual(data1: [[i64; 300]; 300], data2: [[i64; 300]; 300]) {
    let difference = data2 - data1;
}

fn main() {}
