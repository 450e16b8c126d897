use ndweave::{Array, s};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    a.slice(s![1;2]);
    let i = 1;
    a.slice(s![i;2]);
}
