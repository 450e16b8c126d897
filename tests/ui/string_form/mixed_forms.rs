//! The two forms in one call.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let mut c = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!("ij->ji", a -> [j, i]);
    let _ = einsum!("ij->ji", a[i, j]);
    einsum!(c[i, j] = "ij->ij", a);
    let _ = einsum!(a[i, j], "ij->ji");
    let _ = einsum!("ij->ji" a);
    let _ = einsum!("ij->ji"; a);
}
