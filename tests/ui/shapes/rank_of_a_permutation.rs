use ndweave::Array;

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    a.permute([0, 1, 2]);
    a.sliding_windows([2]);
}
