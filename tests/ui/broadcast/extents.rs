//! Extents that are known and differ.

use ndweave::{View, axis, broadcast, shape};

axis! {
    pub struct Batch;
    pub struct Channel;
}

pub fn rows(a: View<f64, shape![Batch, 3]>, b: View<f64, shape![Channel, 3]>) {
    let _ = broadcast!(a + b);
    let _ = broadcast!(a[n, k] + b[n, k] -> [n, k]);
    let _ = broadcast!(a[row, k] - max[l](b[row, l]) -> [row, k]);
}

fn main() {
    let (two, three) = ([1.0, 2.0], [1.0, 2.0, 3.0]);
    let mut out = [0.0; 2];
    let mut one = [0.0; 1];
    let _ = broadcast!(two + three);
    let _ = broadcast!(two[i] * three[i] -> [i]);
    let _ = broadcast!(sum[k](two[k] * three[k]));
    let _ = broadcast!([[1.0, 2.0]][i, i] -> [i]);
    broadcast!(out = three);
    broadcast!(one = two);
    broadcast!(out[i] = three[i]);
    broadcast!(out[i] = sum[k](three[k] * two[k]));
}
