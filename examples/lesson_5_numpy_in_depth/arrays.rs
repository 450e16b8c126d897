//! What an array is, what a view is, and how arrays are made.

use ndweave::{Array, Array0, Array1, Array2, View1, array, s};

use crate::lesson::{NumPy, Options, Outcome, code, compiler_says, section, show, text, value};
use crate::plots::{BLUE, Chart};

/// Arrays of rank 0 to 3, each made of the one before.
pub fn arrays() {
    section("Arrays of arrays");
    text("An array of rank N is a row of arrays of rank N - 1. The rank is in the type: each line makes another type.");
    code(
        "let n0 = Array0::full((), 3.0);\nlet n1 = Array::stack::<0>(&[&n0, &n0, &n0, &n0]);\n\
         let n2 = Array::stack::<0>(&[&n1, &n1]);\nlet n3 = Array::stack::<0>(&[&n2, &n2]);",
    );
    let n0 = Array0::full((), 3.0);
    let n1 = Array::stack::<0>(&[&n0, &n0, &n0, &n0]);
    let n2 = Array::stack::<0>(&[&n1, &n1]);
    let n3 = Array::stack::<0>(&[&n2, &n2]);
    assert_eq!((n0.extents(), n1.extents(), n2.extents(), n3.extents()), ([], [4], [2, 4], [2, 2, 4]));
    for printed in [
        format!("{:?}  {n0}", n0.extents()),
        format!("{:?}  {n1}", n1.extents()),
        format!("{:?}\n{n2}", n2.extents()),
        format!("{:?}\n{n3}", n3.extents()),
    ] {
        value(printed);
    }
}

/// Several views of one array.
pub fn views() {
    section("Views");
    let mut original = Array::arange(0, 10, 1);
    text("Views look at elements that belong to another. They start at the same address, and nothing is copied.");
    code("let s1 = original.view();\nlet s3 = original.slice(s![..5]);");
    original[[2]] = -1;
    let s1 = original.view();
    let s3: View1<'_, i32> = original.slice(s![..5]);
    value(format!("s1 {s1}\ns3 {s3}"));
    assert_eq!((s1.as_ptr(), s3.as_ptr()), (original.as_slice().as_ptr(), original.as_slice().as_ptr()));
    text(
        "GOTCHA: with NumPy, writing to the original changes what all its views show, near or far. In Rust the array cannot \
         be written to while a view of it is still going to be read:",
    );
    compiler_says(include_str!("../../tests/ui/lessons/writing_under_a_view.stderr"));
}

/// Ranges, zeros, copies.
pub fn making(numpy: &NumPy, options: &Options) -> Outcome<()> {
    section("Making arrays");
    text("GOTCHA: the third argument of linspace is a count, that of arange a step.");
    numpy.same("linspace(4, 8, 2)", &show!(Array::linspace(4.0, 8.0, 2)));
    numpy.same("arange(4, 8, 2)", &show!(Array::arange(4, 8, 2)));
    let (x, y) = (Array::linspace(1.0, 4.0, 10), Array::logspace(1.0, 4.0, 10));
    numpy.close("logspace(1, 4, 10)", &y);
    Chart::new("logspace(1, 4, 10)", 1.0..4.0, 0.0..10_000.0)
        .line("", BLUE, x.iter().copied().zip(y.iter().copied()))
        .dots("", BLUE, x.iter().copied().zip(y.iter().copied()))
        .save(options.picture("logspace.svg"))?;
    text(
        "GOTCHA: np.empty shows what was in the memory before. There is no such array here: full, zeros and ones write their \
         elements, and what a kernel makes is allocated without that and written once, by the kernel.",
    );
    let mut x = show!(Array2::<f64>::zeros((4, 2)));
    x.slice_mut(s![0, ..]).assign(&[1.0, 2.0]);
    value(&x);
    text("Rows of a literal may come from anywhere; they have to be equally long, or it does not compile.");
    let rows: Array1<i64> = Array::arange(3, 5, 1);
    numpy.same("from rows", &show!(array![[1, 2], [rows[[0]], rows[[1]]], [5, 6]]));
    text("A copy and zeros of the same shape; what is written to the original afterwards stays there.");
    let mut x = Array::arange(0, 4, 1).into_reshaped((2, 2)).expect("4 elements");
    code("let y = x.clone();\nlet z = Array2::<i32>::zeros(x.shape());\nx[[1, 1]] = 5;");
    let y = x.clone();
    let z = Array2::<i32>::zeros(x.shape());
    x[[1, 1]] = 5;
    value(format!("{x}\n{y}\n{z}"));
    assert_eq!((x[[1, 1]], y[[1, 1]], z.sum_all()), (5, 3, 0));
    text(
        "Random arrays (feature rand) take any generator of the crate rand: Array::normal((2, 3), 0.0, 1.0, &mut rng). A seed \
         makes them the same on every run; they are not NumPy's, so this lesson reads those that NumPy drew.",
    );
    Ok(())
}
