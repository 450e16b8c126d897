//! What the machine does, and what ndweave does not.

use ndweave::{Array, Tier, array};

use crate::lesson::{code, section, show, text};

/// Vectors, matrix products, threads.
pub fn hardware() {
    section("The hardware");
    text(&format!(
        "Kernels are compiled for several instruction sets, and the best that the CPU has runs: here {}. So one need not \
         guess which instructions a build uses, and a plain cargo build --release is enough. Products of matrices run on a GEMM \
         of ndweave's own; there is no BLAS to choose, and none that takes all cores unasked: a kernel runs on the thread that \
         calls it. What NumPy cannot do, optimise across operations, is what a kernel is for: its whole expression is one pass.",
        Tier::current()
    ));
    section("What else there is");
    text("Whole families of functions that the lesson names, in a line each. A wrong axis does not compile.");
    let x = show!(array![[3, 1, 2], [9, 7, 8]]);
    show!(x.sort::<1>());
    show!(x.mapv(|x| x % 3).unique());
    show!(x.sum::<0>());
    show!(x.mapv(|x| x > 2).count_nonzero_all());
    let parts = x.split::<1>(3);
    code("let parts = x.split::<1>(3);");
    show!(Array::stack::<0>(&[parts[0], parts[2]]));
    text("np.matrix, np.chararray and masked arrays have no counterpart, as in the lesson's advice.");
}

/// Said plainly.
pub fn out_of_scope() {
    section("Out of scope");
    text(
        "Sparse matrices: there is no CSR type. Where the structure is known, as in the interpolation above, columns and \
         weights are two dense arrays, and the product is a gather and a sum; for anything else, a crate such as sprs. \
         Decompositions, solvers and FFTs belong to faer, nalgebra and rustfft. Files are read by csv, npy and serde crates. \
         Arrays of objects, text and dates are vectors.",
    );
}
