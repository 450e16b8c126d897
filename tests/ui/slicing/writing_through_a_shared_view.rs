use ndweave::{Array, s};

fn main() {
    let mut a = Array::<f64, _>::zeros((3, 4));
    a.slice(s![1..]).fill(1.0);
    a.t()[[0, 0]] = 1.0;
    a.broadcast_to((2, 3, 4)).unwrap().assign(&1.0);
    a.sliding_windows_mut([2, 2]);
    for x in a.view() {
        *x = 1.0;
    }
}
