//! `ijkm,iko,kp->mip`, by hand: tensor product, diagonals, sums, a transpose.

use ndweave::{Array, Array1, einsum, einsum_path, s};

use crate::lesson::{NumPy, code, section, show, text, value};

/// The lesson's way of thinking about einsum, one step a paragraph.
pub fn step_by_step(numpy: &NumPy) {
    section("einsum, step by step");
    let x = numpy.array::<i64, 4>("derivation x");
    let (y, z) = (numpy.array::<i64, 3>("derivation y"), numpy.array::<i64, 2>("derivation z"));
    text("1. Each word stands for the axes of its operand.");
    let step = |extents: &[usize], word: &str| value(format!("{extents:?}  ({word})"));
    step(&x.extents(), "i j k m");
    step(&y.extents(), "i k o");
    step(&z.extents(), "k p");
    text(
        "2. The tensor product. All three have nine axes together, and arrays have at most eight here; so z joins when i and k \
         are done with. (einsum! itself makes no tensor product.)",
    );
    let outer = einsum!(x[i, j, k, m] * y[a, b, o] -> [i, j, k, m, a, b, o]);
    step(&outer.extents(), "i j k m i k o");
    text(
        "3. Of letters that repeat, the diagonal: the same index array on both axes. GOTCHA: with other axes between them, \
         the shared axis comes to the front, in NumPy and in gather alike. i belongs there, k is moved back.",
    );
    code("outer.gather(s![&span_i, .., .., .., &span_i, ...])");
    let (span_i, span_k): (Array1<usize>, Array1<usize>) = (Array::arange(0, 3, 1), Array::arange(0, 2, 1));
    let repeat_i = outer.gather(s![&span_i, .., .., .., &span_i, ...]);
    step(&repeat_i.extents(), "i j k m k o");
    let repeat_k = repeat_i.gather(s![.., .., &span_k, .., &span_k, ..]);
    step(&repeat_k.extents(), "k i j m o");
    let both = repeat_k.permute([1, 2, 0, 3, 4]);
    step(&both.extents(), "i j k m o");
    let with_z = einsum!(both[i, j, k, m, o] * z[b, p] -> [i, j, k, m, o, b, p]);
    let all = with_z.gather(s![.., .., &span_k, .., .., &span_k, ..]);
    let all = all.permute([1, 2, 0, 3, 4, 5]);
    step(&all.extents(), "i j k m o p");
    text("4. Letters that the result lacks are summed; the compiler counts the axes that are left.");
    let sum_j = all.sum::<1>();
    step(&sum_j.extents(), "i k m o p");
    let sum_k = sum_j.sum::<1>();
    step(&sum_k.extents(), "i m o p");
    let sum_o = sum_k.sum::<2>();
    step(&sum_o.extents(), "i m p");
    text("5. The rest is turned into the order of the result. In one line:");
    let by_hand = sum_o.permute([1, 0, 2]);
    let at_once = show!(einsum!("ijkm,iko,kp->mip", x, y, z));
    assert_eq!(by_hand, at_once);
    numpy.same("ijkm,iko,kp->mip", &at_once);
    numpy.same("ijkm,iko,kp->mip", &einsum!(x[i, j, k, m] * y[i, k, o] * z[k, p] -> [m, i, p]));
    text("What runs is neither the tensor product nor one loop over all seven letters:");
    value(einsum_path!("ijkm,iko,kp->mip", x, y, z));
}
