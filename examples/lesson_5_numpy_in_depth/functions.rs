//! Universal functions: broadcasting, reductions, running results, all pairs.

use ndweave::{Array, Array1, Array2, broadcast, s, try_broadcast, ufunc, ufuncs::*};

use crate::lesson::{NumPy, Options, Times, code, compiler_says, section, show, text, value};

ufunc! {
    /// Which two elements met: 34 where 3 met 4.
    fn demo(x: i64, y: i64) -> i64 { 10 * x + y }
}

/// How operands of other shapes meet.
pub fn broadcasting(numpy: &NumPy) {
    section("Universal functions");
    let a: Array1<i64> = Array::arange(0, 6, 1);
    let b = Array::from_vec(vec![1, 2]).repeat::<0>(3);
    value(format!("a {a}\nb {b}"));
    numpy.same("a + b", &show!(broadcast!(a + b)));
    numpy.same("a + b", &show!(add(&a, &b)));

    let a: Array2<i64> = Array::arange(0, 2 * 3, 1).into_reshaped((2, 3)).expect("6 elements");
    let (b, c): (Array1<i64>, Array1<i64>) = (Array::arange(0, 2, 1), Array::arange(0, 3, 1));
    value(format!("a {a}\nb {b}\nc {c}"));
    text("Axes are aligned from the last one. c is repeated for every row, with a stride of 0 and without a copy:");
    numpy.same("A * c", &show!(broadcast!(a * c)));
    let rows = c.broadcast_to((2, 3)).expect("3 stretch to 2 × 3");
    numpy.same("repeat(c.reshape(1, 3), 2, axis=0)", &show!(rows));
    value(format!("strides {:?}", rows.strides()));

    text(
        "np.frompyfunc makes a slow ufunc of any function. ufunc! makes a fast one of a Rust function of numbers; text is no \
         element, so demo(x, y) is 10 x + y here.",
    );
    text("GOTCHA: 2 elements do not meet 3, as new axes come in front. If only the program knows, the call says so:");
    code("try_broadcast!(demo(a, b))");
    let error = try_broadcast!(demo(a, b)).expect_err("3 is not 2");
    value(format!("Err: {error}"));
    text("If the types know, it does not compile:");
    compiler_says(include_str!("../../tests/ui/lessons/append_instead_of_prepend.stderr"));
    let column = b.slice(s![.., NewAxis]);
    text("A new axis behind puts b along the rows; or labels say it, without an axis of 1.");
    numpy.same("repeat(b[:, newaxis], 3, axis=1)", &show!(column.repeat::<1>(3)));
    numpy.same("demo(A, b[:, newaxis])", &show!(demo(&a, &column)));
    numpy.same("demo(b[:, newaxis], A)", &show!(broadcast!(demo(b[i], a[i, j]) -> [i, j])));
    text("So a product with a diagonal matrix needs no matrix:");
    let product = show!(broadcast!(b[i] * a[i, j] -> [i, j]));
    numpy.same("b[:, newaxis] * A", &product);
    let diagonal = Array::from_diag(&b);
    assert_eq!(product, ndweave::einsum!(diagonal[i, k] * a[k, j] -> [i, j]));
}

/// What every function of two numbers can do.
pub fn methods(numpy: &NumPy, options: &Options) {
    text("Functions of two parameters have methods, those of NumPy as well as your own:");
    let (a, b): (Array1<i64>, Array1<i64>) = (Array::arange(0, 4, 1), Array::arange(4, 8, 1));
    numpy.same("demo.outer(a, b)", &show!(demo::outer(&a, &b)));
    numpy.same("bitwise_or.accumulate(b)", &show!(bitwise_or::accumulate::<0>(&b)));
    numpy.same("bitwise_or.reduce(b)", &show!(bitwise_or::reduce_all(&b)));

    let size = if options.short { 1000 } else { 1_000_000 };
    let x: Array1<i64> = Array::arange(0, size, 1);
    let mut times = Times::new(options, "lesson");
    let by_hand = times.row("accumulate: a loop", "247 ms", || {
        let mut joined = 0;
        x.mapv(|v| {
            joined |= v;
            joined
        })
    });
    let joined = times.row("bitwise_or::accumulate::<0>(&x)", "1.59 ms", || bitwise_or::accumulate::<0>(&x));
    times.print();
    assert_eq!(joined, by_hand);
}
