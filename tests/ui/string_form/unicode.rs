//! Letters beyond a-z and A-Z.

use ndweave::{Array, einsum};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = einsum!("iµ->i", a);
    let _ = einsum!("ij→ji", a);
    let _ = einsum!("i…->i", a);
    let _ = einsum!("i_j", a);
}
