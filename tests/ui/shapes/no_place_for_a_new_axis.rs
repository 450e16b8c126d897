use ndweave::Array;

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    a.insert_axis::<3>();
    Array::stack::<4>(&[&a, &a]);
    let full = Array::<f64, _>::zeros((1, 1, 1, 1, 1, 1, 1, 1));
    full.insert_axis::<0>();
    full.sliding_windows_along::<0>(1);
}
