//! Shapes that are none: too many axes, extents of other types, one extent without its tuple.

use ndweave::{Array, Dyn, View, shape};

fn nine(_: Array<f64, shape![1, 1, 1, 1, 1, 1, 1, 1, 1]>) {}

fn numbers(_: View<f64, (f64, Dyn)>) {}

fn bare(_: View<f64, Dyn>) {}

fn main() {
    let (rows, columns) = (2i32, 3u32);
    let _ = Array::<f64, _>::zeros((rows, 3));
    let _ = Array::<f64, _>::zeros(columns);
    let _ = Array::<f64, _>::zeros(vec![2, 3]);
}
