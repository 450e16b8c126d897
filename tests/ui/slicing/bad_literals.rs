use ndweave::{Array, s};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    a.slice(s![1.5, "all"]);
    a.slice(s![0.5..2, ..;0.25]);
    a.slice(s![true]);
}
