use ndweave::{Array, s};

fn main() {
    let mut a = Array::<f64, _>::zeros((3, 4));
    let (rows, mask) = (vec![2, 0i32], Array::full((3, 4), true));
    a.slice(s![[0, 2], ..]);
    a.slice(s![.., &rows]);
    a.slice_mut(s![&mask]).fill(1.0);
}
