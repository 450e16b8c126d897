//! Numbers to compute with.

use ndweave::{Array1, Array2};

/// Numbers between -2 and 2, in no order.
pub fn numbers(n: usize, seed: u64) -> Array1<f64> {
    let mut state = seed;
    Array1::from_fn(n, |_| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 11) as f64 / (1u64 << 53) as f64 * 4.0 - 2.0
    })
}

/// The same as a matrix.
pub fn matrix(rows: usize, columns: usize, seed: u64) -> Array2<f64> {
    numbers(rows * columns, seed).into_reshaped((rows, columns)).expect("as many numbers")
}
