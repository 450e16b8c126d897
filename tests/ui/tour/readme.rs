//! The mistake that the README shows.
use ndweave::einsum;

fn main() {
    let (a, b) = ([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0]]);
    let c = einsum!(a[i, j] * b[j, k] -> [i, k]);
}
