//! Something with subscripts that holds no elements.

use ndweave::{Array, einsum};

struct Point {
    x: f64,
}

fn main() {
    let a = Array::<f64, _>::zeros(3);
    let text = String::from("abc");
    let words = "abc";
    let maybe = Some(1.0);
    let point = Point { x: 1.0 };
    let points = vec![Point { x: 2.0 }];
    let rows = vec![vec![1.0, 2.0]];
    let _ = einsum!(text[i] -> [i]);
    let _ = einsum!(words[i] -> [i]);
    let _ = einsum!(a[i] * maybe[i] -> [i]);
    let _ = einsum!(point[i] -> [i]);
    let _ = einsum!(points[i] -> [i]);
    let _ = einsum!(rows[i, j] -> [i]);
    let _ = einsum!((1.0, 2.0)[i] -> [i]);
    let _ = point.x;
}
