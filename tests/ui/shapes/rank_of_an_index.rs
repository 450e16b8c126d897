use ndweave::{Array, array};

fn main() {
    let mut a = Array::<f64, _>::zeros((3, 4));
    let _ = a[[1, 2, 3]];
    let _ = a[1];
    let _ = a.view()[[0]];
    let _ = a.get([1]);
    a[[0, 0, 0]] = 1.0;
    let _ = a[[-1, 0]];
    let line = array![1, 2, 3];
    let _ = line[[1, 0]];
}
