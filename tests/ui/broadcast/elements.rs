//! Element types that do not mix.

use ndweave::{Array, broadcast};

fn main() {
    let (x, n) = (Array::<f64, _>::zeros(3), Array::<i32, _>::zeros(3));
    let _ = broadcast!(x + n);
    let _ = broadcast!(x[i] * n[i] -> [i]);
    let _ = broadcast!(x[i] * i -> [i]);
    let _ = broadcast!(if x { x } else { -x });
    let _ = broadcast!(x & (x > 0.0));
    let _ = broadcast!(n.sqrt());
    let _ = broadcast!(x[argmax] + argmax[i](n[i]) -> [argmax]);
}
