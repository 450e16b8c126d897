use ndweave::{Array, s};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let places = vec![0.0, 2.0];
    a.gather(s![&places]);
    a.gather(s![[1.5, 0.5], ..]);
    a.gather(s![.., ["a", "b"]]);
    a.select::<0>(&places);
    a.select::<2>(&[0]);
    a.select::<0>(&[[0]]);
    a.mask(&[true, false, true]);
    a.mask(&[[1; 4]; 3]);
}
