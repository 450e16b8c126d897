//! Broadcasting.

use ndweave::{Array, Array1, array, broadcast, s, try_broadcast};

use crate::lesson::{NumPy, code, compiler_says, section, show, text, value};

/// The slides' example and their rules.
pub fn rules(numpy: &NumPy) {
    section("Broadcasting");
    text(
        "A new axis makes a column of a vector; a column and a row stretch to a matrix. Or, with labels: x has i, y has j, \
         and the result has both.",
    );
    let (x, y): (Array1<i64>, Array1<i64>) = (Array::arange(0, 5, 1), Array::arange(0, 5, 1));
    code("let column = x.slice(s![.., NewAxis]);\nbroadcast!(column + y)");
    let column = x.slice(s![.., NewAxis]);
    let sums = broadcast!(column + y);
    numpy.same("column + row", &sums);
    numpy.same("column + row", &show!(broadcast!(x[i] + y[j] -> [i, j])));

    text(
        "The rules, in order: axes are aligned from the last one, missing ones are put in front; an extent of 1 is repeated \
         to meet the other; anything else is an error.",
    );
    let a = broadcast!((2 * i + k) as i64 -> [i in 0..3, j in 0..1, k in 0..2]);
    let b = broadcast!(10 * j as i64 -> [j in 0..4, k in 0..1]);
    let both = broadcast!(a + b);
    println!("    shape of a         {:?}", a.extents());
    println!("    shape of b            {:?}", b.extents());
    println!("    broadcast!(a + b)  {:?}\n", both.extents());
    numpy.same("three axes", &both);
}

/// Where the rules end.
pub fn mistakes() {
    text(
        "If the extents are known, the error is one of the compiler. NumPy says: operands could not be broadcast together with \
         shapes (3,) (4,).",
    );
    compiler_says(include_str!("../../tests/ui/lessons/stretching_three_to_four.stderr"));
    text("Extents that only the running program knows are compared by the call, before it computes anything:");
    let (x, y) = (vec![1.0; 3], vec![1.0; 4]);
    code("try_broadcast!(x + y)");
    match try_broadcast!(x + y) {
        Ok(sum) => unreachable!("no such sum: {sum}"),
        Err(error) => value(format!("Err: {error}")),
    }
    text(
        "One mistake NumPy never reports: a vector where a column was meant. Deviations of rows from their means need \
         keepdims=True there, and for a square matrix the wrong form runs as well. With labels both are spelled differently, \
         and the wrong one looks wrong:",
    );
    code(
        "broadcast!(m[i, j] - mean[k](m[i, k]) -> [i, j])        // from the mean of its row\n\
         broadcast!(m[i, j] - mean[k](m[k, j]) -> [i, j])        // from the mean of its column",
    );
    let m = array![[1.0, 2.0], [3.0, 8.0]];
    assert_eq!(broadcast!(m[i, j] - mean[k](m[i, k]) -> [i, j]), [[-0.5, 0.5], [-2.5, 2.5]]);
    assert_eq!(broadcast!(m[i, j] - mean[k](m[k, j]) -> [i, j]), [[-1.0, -3.0], [1.0, 3.0]]);
}

/// Stretched axes are strides of 0.
pub fn without_memory(numpy: &NumPy) {
    text(
        "Nothing is repeated in memory. `broadcast_to` shows what kernels do: the stretched axis has a stride of 0. NumPy's \
         broadcast_arrays does it to several arrays at once.",
    );
    let (x, y): (Array1<i64>, Array1<i64>) = (Array::arange(0, 3, 1), Array::arange(0, 2, 1));
    let first = x.broadcast_to((2, 3)).expect("a vector of 3 stretches along a new axis");
    let second = y.slice(s![.., NewAxis]).broadcast_to((2, 3)).expect("a column of 2 stretches to 3");
    value(format!("{first}\nstrides {:?}", first.strides()));
    value(format!("{second}\nstrides {:?}", second.strides()));
    numpy.same("broadcast_arrays first", &first);
    numpy.same("broadcast_arrays second", &second);
    text(
        "Temporaries are avoided altogether, as an expression is one pass. Here are columns with mean 0 and deviation 1, three \
         lines of NumPy:",
    );
    let x = numpy.array::<f64, 2>("x");
    let standardised = broadcast!({
        let d = x[i, j] - mean[k](x[k, j]);
        d / mean[l]((x[l, j] - mean[k](x[k, j])).powi(2)).sqrt()
    } -> [i, j]);
    numpy.close("standardised", &show!(standardised));
    let (means, deviations) = (x.mean::<0>(), x.std::<0>(0));
    numpy.close("standardised", &broadcast!((x - means) / deviations));
}
