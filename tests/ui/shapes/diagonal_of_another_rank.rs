use ndweave::{Array, array};

fn main() {
    array![1, 2, 3].diag();
    Array::<f64, _>::zeros((3, 3, 3)).diag_mut();
}
