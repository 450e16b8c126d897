//! Array computing for expressivity: one layer of a neural network.

use ndweave::{Array, Array1, Extent, View, assert_allclose, axis, broadcast, einsum};

use crate::lesson::{NumPy, code, compiler_says, section, show, text};

axis! {
    /// What comes into a layer.
    pub struct Input;
    /// What goes out.
    pub struct Output;
    /// Vectors that are computed together.
    pub struct Batch;
}

/// `W @ x + b`. The weights have an axis a side, so that no layer can be put in the wrong way round.
pub fn logits<I: Extent, O: Extent>(w: View<f64, (O, I)>, x: View<f64, (I,)>, b: View<f64, (O,)>) -> Array<f64, (O,)> {
    einsum!(w[o, i] * x[i] + b[o] -> [o])
}

/// What is below zero becomes zero. A NaN stays, as with `np.maximum`; Rust's own `max` would drop it.
pub fn relu<O: Extent>(x: View<f64, (O,)>) -> Array<f64, (O,)> {
    broadcast!(if x[o] < 0.0 { 0.0 } else { x[o] } -> [o])
}

/// Shares that add up to 1. The greatest logit is taken away first, because exponentials overflow.
pub fn softmax<O: Extent>(x: View<f64, (O,)>) -> Array<f64, (O,)> {
    broadcast!({
        let e = (x[o] - max[k](x[k])).exp();
        e / sum[l]((x[l] - max[k](x[k])).exp())
    } -> [o])
}

/// The slide, with named axes.
pub fn of_one_vector(numpy: &NumPy) {
    section("Array computing for expressivity: a ReLU layer");
    text(
        "The slide computes W @ x + b and its softmax. A product of a matrix and a vector is a sum over a label; the bias \
         has no such label, and so is a term of its own. Axes with names say which side of the weights is which.",
    );
    code(
        "axis! { struct Input; struct Output; struct Batch; }\n\
         fn logits<I: Extent, O: Extent>(\n    \
             w: View<f64, (O, I)>, x: View<f64, (I,)>, b: View<f64, (O,)>,\n\
         ) -> Array<f64, (O,)> {\n    \
             einsum!(w[o, i] * x[i] + b[o] -> [o])\n\
         }",
    );
    let numpys: Array<f64, _> = numpy.array::<f64, 2>("w");
    let w = Array::from_shape_vec((Output(3), Input(4)), numpys.to_vec()).expect("12 weights");
    let x = Array::from_shape_vec((Input(4),), vec![1.0, -2.0, 0.5, 3.0]).expect("4 inputs");
    let b = Array::from_shape_vec((Output(3),), vec![0.5, -0.25, 0.125]).expect("3 biases");
    let logits = show!(logits(w.view(), x.view(), b.view()));
    numpy.close("logits", &logits);
    numpy.close("relu", &show!(relu(logits.view())));
    numpy.close("softmax", &show!(softmax(logits.view())));
    text(
        "This function is checked where it stands, for all extents at once. What a swapped label or the wrong vector means \
         is said at the place of the mistake:",
    );
    compiler_says(include_str!("../../tests/ui/lessons/layer_the_wrong_way_round.stderr"));
    text("Softmax of large numbers, where exponentials alone would be infinite:");
    let large = broadcast!(1000.0 * logits);
    numpy.close("large softmax", &show!(softmax(large.view())));
    // Without that maximum, infinity over infinity.
    let overflowing = broadcast!(large[o].exp() / sum[k](large[k].exp()) -> [o]);
    assert!(overflowing.as_slice().iter().any(|x| x.is_nan()));
}

/// The same for a batch: one more label.
pub fn of_a_batch(numpy: &NumPy) {
    text(
        "NumPy's expression for many vectors is another one, with a transpose and axis=1 and keepdims. In a kernel each \
         operand that has the new axis gets one more label, and nothing moves.",
    );
    let w = numpy.array::<f64, 2>("w");
    let b: Array1<f64> = Array::from_iter([0.5, -0.25, 0.125]);
    let batch = numpy.array::<f64, 2>("batch");
    code(
        "let logits = einsum!(w[o, i] * x[n, i] + b[o] -> [n, o]);\n\
         let shares = broadcast!({ … (logits[n, o] - max[k](logits[n, k])).exp() … } -> [n, o]);",
    );
    let logits = einsum!(w[o, i] * batch[n, i] + b[o] -> [n, o]);
    let shares = broadcast!({
        let e = (logits[n, o] - max[k](logits[n, k])).exp();
        e / sum[l]((logits[n, l] - max[k](logits[n, k])).exp())
    } -> [n, o]);
    numpy.close("batch softmax", &show!(shares.view()));
    assert_allclose!(shares.sum::<1>(), [1.0, 1.0], rtol = 1e-15);
}
