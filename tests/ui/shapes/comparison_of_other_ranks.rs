use ndweave::{Array, array};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let _ = a == array![1.0, 2.0];
    let _ = a == [[1, 2], [3, 4]];
    let _ = a.view() == [1.0, 2.0];
}
