use ndweave::{Array, s};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    a.slice(s![..., 0, ...]);
    a.slice(s![..., ..., ...]);
}
