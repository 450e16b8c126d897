//! What a kernel does not take.

use ndweave::{Array, broadcast};

fn helper(x: f64) -> f64 {
    x
}

fn main() {
    let (x, y) = (Array::<f64, _>::zeros(3), Array::<f64, _>::zeros(3));
    let _ = broadcast!(x + |a: f64| a);
    let _ = broadcast!(match x { _ => y });
    let _ = broadcast!((x + y).t());
    let _ = broadcast!((x + y).sqroot());
    let _ = broadcast!(x.powi());
    let _ = broadcast!(helper(x[i]) -> [i]);
    let _ = broadcast!(*x[i] + &y[i] -> [i]);
    let _ = broadcast!(x[i].value -> [i]);
    let _ = broadcast!(if x > 0.0 { x });
    let _ = broadcast!(x + "one");
    let _ = broadcast!(x, y);
    let _ = broadcast!(x y);
    let _ = broadcast!(x +);
    let _ = broadcast!(x[i](y[i]) -> [i]);
    let _ = broadcast!(x[i + 1] - x[i] -> [i]);
    let _ = broadcast!(x[y[i]] -> [i]);
}
