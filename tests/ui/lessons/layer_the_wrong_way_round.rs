//! Lesson 2: weights whose axes have names, and a vector of the other side.

use ndweave::{Array, View, axis, einsum};

axis! {
    struct Input;
    struct Output;
}

fn logits(w: View<f64, (Output, Input)>, x: View<f64, (Input,)>) -> Array<f64, (Output,)> {
    einsum!(w[o, i] * x[o] -> [o])
}

fn main() {
    let (w, x) = (Array::ones((Output(3), Input(4))), Array::ones((Input(4),)));
    logits(w.view(), x.view());
}
