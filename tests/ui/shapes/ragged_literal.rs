use ndweave::array;

fn main() {
    let _ = array![[1, 2, 3], [4, 5]];
    let _ = array![[1, 2], [3.0, 4.0]];
    let _ = array!["a", "b"];
}
