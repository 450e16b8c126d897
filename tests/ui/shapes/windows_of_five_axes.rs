use ndweave::Array;

fn main() {
    Array::<f64, _>::zeros((3, 3, 3, 3, 3)).sliding_windows([2; 5]);
}
