use ndweave::{Array, View, array, s, shape};

fn column(a: View<f64, shape![2]>) -> f64 {
    a[0]
}

fn main() {
    let a = array![[1., 2., 3.], [4., 5., 6.]];
    column(a.slice(s![.., 1]));
    // A range gives an extent that is known at run time only, and this axis has another one.
    column(a.slice(s![0..2, 1]));
    column(a.slice(s![0, ..]));
    let _: Array<f64, shape![2]> = a.slice(s![.., 1]).to_owned();
    let _: Array<f64, shape![3]> = a.slice(s![.., 1]).to_owned();
}
