use ndweave::{Array, s};

fn main() {
    let a = Array::<f64, _>::zeros((1, 2, 3, 4, 5, 6, 7, 8));
    a.slice(s![NewAxis]);
    let b = Array::<f64, _>::zeros((1, 2));
    b.slice(s![NewAxis, NewAxis, NewAxis, NewAxis, ..., NewAxis, NewAxis, NewAxis]);
}
