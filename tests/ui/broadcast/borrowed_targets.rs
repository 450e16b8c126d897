//! Outputs that cannot be borrowed.

use ndweave::{Array, broadcast};

fn main() {
    let x = Array::<f64, _>::zeros(3);
    let frozen = Array::<f64, _>::zeros(3);
    let mut table = Array::<f64, _>::zeros((3, 3));
    let mut rows = vec![vec![0.0; 3]; 2];
    broadcast!(frozen = x);
    broadcast!(frozen[i] += x[i]);
    broadcast!(table = table.t());
    broadcast! { let d = x[j] * 2.0; rows[0][j] = d; rows[1][j] = d; }
}
