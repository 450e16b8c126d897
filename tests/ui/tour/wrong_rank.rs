//! The covariances have an axis for the species.

use ndweave::{Array, Array1, axis, einsum, shape};

axis! {
    struct Species = 3;
}

fn mahalanobis(d: &[[f64; 4]], inverse: &Array<f64, shape![Species, 4, 4]>) -> Array1<f64> {
    einsum!(d[n, i] * inverse[i, j] * d[n, j] -> [n])
}

fn main() {}
