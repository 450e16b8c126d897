//! einsum: the matrix product as a trace of an outer product, and every form of the lesson.

use ndweave::{Array, Array1, Array3, array, axis, broadcast, einsum, s, shape};

use crate::lesson::{NumPy, code, compiler_says, section, show, text, value};

axis! {
    /// Pictures that are looked at together.
    struct Batch;
    struct Height = 28;
    struct Width = 28;
    struct Digit = 10;
}

/// A product of matrices is a contraction of their tensor product.
pub fn tensor_products(numpy: &NumPy) {
    section("Tensor products");
    text(
        "The tensor product of two matrices has four axes. The entries where the inner two agree, summed, are the matrix product:",
    );
    let y = numpy.array::<i64, 3>("y");
    let (v, w) = (array![[5, 9], [-4, 2]], y.slice(s![0, .., ..]));
    code("let t = einsum!(v[i, j] * w[k, l] -> [i, j, k, l]);");
    let t = einsum!(v[i, j] * w[k, l] -> [i, j, k, l]);
    let traced = show!(einsum!(t[i, n, n, l] -> [i, l]));
    text("Written as one kernel, the four axes never exist:");
    let product = show!(einsum!(v[i, n] * w[n, l] -> [i, l]));
    assert_eq!(traced, product);
    numpy.same("ij,jk->ik", &product);
}

/// Transposes, sums, products, traces, batches.
pub fn subscripts(numpy: &NumPy) {
    section("einsum");
    text("NumPy's strings, letter by letter. A wrong one does not compile:");
    compiler_says(first(include_str!("../../tests/ui/einsum/unknown_output_label.stderr")));
    let x: Array3<i64> = array![[[5, 9], [-4, 2]], [[10, 5], [7, -1]]].into_dynamic();
    let y = numpy.array::<i64, 3>("y");
    value(&x);
    numpy.same("ijk->kji", &show!(einsum!("ijk->kji", x)));
    numpy.same("ijk->", &show!(einsum!("ijk->", x)));
    numpy.same("ijk,ijk->ijk", &einsum!("ijk,ijk->ijk", x, y));
    numpy.same("ijk,kji->ijk", &einsum!("ijk,kji->ijk", x, y));
    numpy.same("ijk,jki->ijk", &show!(einsum!("ijk,jki->ijk", x, y)));
    assert_eq!(einsum!("ijk,ijk->ijk", x, y), broadcast!(x * y));
    let (a, b): (Array1<i64>, Array1<i64>) = (Array::arange(0, 4, 1), Array::arange(4, 8, 1));
    numpy.same("i,j->ij", &show!(einsum!("i,j->ij", a, b)));
    let m = Array::arange(0i64, 4, 1).into_reshaped((2, 2)).expect("4 elements");
    numpy.same("ij,ij->", &show!(einsum!("ij,ij->", m, m)));
    assert_eq!(m.norm_all().powi(2).round(), 14.0);
    let (x, y) = (numpy.array::<i64, 3>("batch x"), numpy.array::<i64, 3>("batch y"));
    numpy.same("bij,bjk->bik", &show!(einsum!("bij,bjk->bik", x, y)));
    text(
        "GOTCHA: 52 letters are all that a string has. Labels of the index form are names of any length, and their axes are \
         compared by the compiler where the types know them. A layer for pictures:",
    );
    code(
        "axis! { struct Batch; struct Height = 28; struct Width = 28; struct Digit = 10; }\n\
         einsum!(pictures[batch, y, x] * weights[y, x, digit] -> [batch, digit])",
    );
    let weights =
        Array::<f64, shape![Height, Width, Digit]>::from_fn((Height, Width, Digit), |[.., digit]| digit as f64);
    let pictures = Array::<f64, shape![Batch, Height, Width]>::ones((Batch(3), Height, Width));
    let scores: Array<f64, shape![Batch, Digit]> =
        einsum!(pictures[batch, y, x] * weights[y, x, digit] -> [batch, digit]);
    value(&scores);
    assert_eq!(scores, broadcast!(784.0 * digit as f64 -> [batch in 0..3, digit in 0..10]));
    text(
        "One picture is the same without batch, a coloured one has a label more on each side. Swapped labels are found:",
    );
    compiler_says(first(include_str!("../../tests/ui/generic/swapped_labels.stderr")));
}

/// The first of several errors.
fn first(message: &str) -> &str {
    message.split("\n\nerror").next().unwrap_or(message)
}
