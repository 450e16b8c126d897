use ndweave::{Array, s};

fn main() {
    let a = Array::<f64, _>::zeros((3, 4));
    let (half, name, bounds) = (0.5, "row", 0.0..2.0);
    a.slice(s![half]);
    a.slice(s![.., name]);
    a.slice(s![bounds]);
    a.slice(s![half..]);
    a.slice(s![half;2]);
    a.slice(s![..;half]);
}
