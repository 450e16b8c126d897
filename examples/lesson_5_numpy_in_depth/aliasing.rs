//! Outputs that are also inputs.

use ndweave::{Array, array, broadcast, broadcast_plan, einsum};

use crate::lesson::{NumPy, code, compiler_says, section, show, text, value};

/// In place, halves of one array, and the product that overwrites its factor.
pub fn outputs_that_are_inputs(numpy: &NumPy) {
    section("Aliasing");
    text(
        "An output that is read at the labels at which it is written is updated in place. Read at others, it is copied first: \
         a += aᵀ is right by what it says, not by luck, and the plan tells.",
    );
    let mut a = array![[3i64, 5, 0], [7, 7, 9], [4, 0, 8]];
    code("broadcast!(a[i, j] += a[j, i]);");
    value(format!("copies: {:?}", broadcast_plan!(a[i, j] += a[j, i]).copies()));
    broadcast!(a[i, j] += a[j, i]);
    value(&a);
    numpy.same("A += A.T", &a);
    code("broadcast!(a += a);");
    value(format!("copies: {:?}", broadcast_plan!(a += a).copies()));
    broadcast!(a += a);
    numpy.same("add(A, A, out=A)", &a);

    let mut x = Array::arange(0i64, 10, 1);
    text("Parts of one array are two views that the compiler knows to be apart, or it refuses:");
    compiler_says(include_str!("../../tests/ui/lessons/output_overlaps_input.stderr"));
    code("let (mut left, right) = x.split_at_mut::<0>(5);\nbroadcast!(left -= right);");
    let (mut left, right) = x.split_at_mut::<0>(5);
    broadcast!(left -= right);
    value(&x);
    numpy.same("subtract(x[:5], x[5:], x[:5])", &x);

    text(
        "GOTCHA: np.dot(x, x, out=x) is an error, and other functions give wrong numbers without one. A kernel's right side is \
         always computed as if first:",
    );
    let mut x = Array::arange(0i64, 4, 1).into_reshaped((2, 2)).expect("4 elements");
    code("einsum!(x[i, k] = x[i, j] * x[j, k]);");
    einsum!(x[i, k] = x[i, j] * x[j, k]);
    numpy.same("x @ x", &x);
    show!(x);
}
