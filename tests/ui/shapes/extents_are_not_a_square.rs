use ndweave::{Array, Const, shape};

fn main() {
    let _: Array<f64, shape![3, 4]> = Array::eye(Const::<3>);
    let _: Array<f64, shape![3, 3]> = Array::from_diag(&[1.0, 2.0]);
}
