//! What `plan!` does not take, and mistakes inside.

use ndweave::{Array, broadcast_plan, plan, try_broadcast};

fn main() {
    let x = Array::<f64, _>::zeros(3);
    let _ = plan!(x[i] -> [i]);
    let _ = plan!(einsum(x[i]));
    let _ = plan!(broadcast!(x[i]));
    let _ = plan!(einsum!(x[i] -> [j]));
    let _ = broadcast_plan!(average[i](x[i]));
    let _ = try_broadcast!(x[i] -> [i, i]);
}
