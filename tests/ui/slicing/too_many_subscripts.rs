use ndweave::{Array, array, s};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    a.slice(s![1, 2, 3]);
    a.slice(s![.., .., 0..1, NewAxis]);
    a.slice(s![0..1, ..., 1, ..]);

    // A row of the shared cases: an integer for an array of rank 0.
    let mut scalar = array![5].into_reshaped(()).unwrap();
    scalar.slice_mut(s![0]);
    let b = array![[1, 2], [3, 4]];
    let _ = b.try_slice(s![..;2, ..;2, ..;2]);
}
