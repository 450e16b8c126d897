use ndweave::{Array, s};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    a.slice(s![1 2, :, 0:2]);
    a.slice(s![1.., => 3, ..;]);
    a.slice(s![1..=, , 2]);
}
