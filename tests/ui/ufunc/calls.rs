//! Calls on operands that do not fit.

use ndweave::{Array1, Array2, ufunc};

ufunc! {
    pub fn leaky(x: f64, slope: f64) -> f64 { if x > 0.0 { x } else { slope * x } }
    pub fn halves(x: f64) -> (f64, f64) { (x / 2.0, x / 2.0) }
}

fn main() {
    let x = [1.0, 2.0, 3.0];
    leaky(&x, &[1.0, 2.0]);
    leaky(&[1, 2, 3], 0.1);
    leaky(&vec![1u8, 2, 3], 0.1);
    leaky(&Array1::<i64>::zeros(3), 0.1);
    leaky("x", 0.1);
    leaky(&x);
    let y: [f64; 2] = leaky(&x, 0.1);
    let mut out = [0.0f32; 3];
    leaky::into(&mut out, &x, 0.1);
    halves::into(&mut x, &x);
    leaky::into(Array2::<f64>::zeros((2, 2)), &x, 1);
    let z: f64 = halves(1.0);
    // As um-142 of tests/data/ufunc_methods.json.
    let (many, mut few) = (Array2::<f64>::zeros((2, 3)), Array1::<f64>::zeros(3));
    leaky::into(&mut few, &many, &x);
    halves::into((&mut few, &mut [0.0; 3]), &[[1.0; 3]]);
}
