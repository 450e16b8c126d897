//! An update that is not `=`, `+=` or `-=`.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let mut c = Array::<f64, _>::zeros(3);
    einsum!(c[i] *= a[i, j]);
    einsum!(c[i] /= a[i, j]);
    einsum!(c[i] |= a[i, j]);
    einsum!(c[i] <<= a[i, j]);
}
