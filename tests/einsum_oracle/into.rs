//! `=`, `+=` and `-=` into existing arrays: every layout that can be written to, and nothing written beside it.

use ndweave::{Array, ViewMut, einsum};

use crate::laid::{Laid, Number};
use crate::layouts::{Broadcast, LAYOUTS, operands_of, values};
use crate::oracle::{self, Plain};
use crate::term;

/// What an assignment makes of an old element and a new sum.
type Combine = fn(i64, i64) -> i64;

const ASSIGNMENTS: [(&str, Combine); 3] =
    [("=", |_, sum| sum), ("+=", |old, sum| old + 2 * sum), ("-=", |old, sum| old - sum)];

/// Runs `write` with each assignment over all sizes and layouts of one spec.
fn sweep<T: Number>(spec: &str, write: impl Fn(&str, &mut Laid<T>, &[Laid<T>])) {
    for (extent, operands) in operands_of(spec) {
        let sums = oracle::einsum(spec, &operands);
        let old = Plain { values: values(9, sums.values.len()), extents: sums.extents.clone() };
        for (n, layout) in LAYOUTS.into_iter().enumerate().filter(|(_, layout)| *layout != Broadcast) {
            let laid: Vec<Laid<T>> = operands.iter().enumerate().map(|(k, x)| LAYOUTS[(n + k) % 5].lay(x)).collect();
            for (sign, combine) in ASSIGNMENTS {
                let mut out: Laid<T> = layout.lay(&old);
                let mut expected = out.clone();
                let combined: Vec<i64> =
                    old.values.iter().zip(&sums.values).map(|(&old, &sum)| combine(old, sum)).collect();
                expected = expected.fill(combined);
                write(sign, &mut out, &laid);
                // The whole buffer: the fillers too are as they were.
                assert_eq!(out.buffer, expected.buffer, "`{spec}` {sign}, {extent:?}, {layout:?}");
            }
        }
    }
}

/// `name: element type, "NumPy's form", (operand: rank, …), out: rank [labels], { product };`
macro_rules! into {
    ($($name:ident: $T:ty, $spec:literal, $operands:tt, $out:ident: $rank:literal [$($label:ident),*], $product:tt;)*) => { $(
        #[test]
        fn $name() {
            sweep::<$T>($spec, |sign, out, operands| {
                let extents = <[usize; $rank]>::try_from(&out.extents[..]).unwrap();
                let strides = <[isize; $rank]>::try_from(&out.strides[..]).unwrap();
                let mut $out = ViewMut::from_slice_strided(&mut out.buffer, extents, strides, out.offset).unwrap();
                into!(@write sign operands $operands $T, $out [$($label),*] $product);
            });
        }
    )* };
    (@write $sign:ident $laid:ident ($($t:ident: $r:tt),*) $T:ty, $out:ident $labels:tt { $($product:tt)* }) => {
        let mut laid = $laid.iter();
        $( let $t = term!(laid.next().unwrap(), $r); )*
        let two = <$T>::from_i64(2);
        match $sign {
            "=" => einsum!($out $labels = $($product)*),
            "+=" => einsum!($out $labels += two * $($product)*),
            _ => einsum!($out $labels -= $($product)*),
        }
    };
}

into! {
    gemm: f64, "ij,jk->ik", (a: 2, b: 2), out: 2 [i, k], { a[i, j] * b[j, k] };
    gemm_f32_transposed: f32, "ji,kj->ki", (a: 2, b: 2), out: 2 [k, i], { a[j, i] * b[k, j] };
    gemm_i64: i64, "ij,kj->ik", (a: 2, b: 2), out: 2 [i, k], { a[i, j] * b[k, j] };
    batched: f64, "bij,bjk->bik", (a: 3, b: 3), out: 3 [n, i, k], { a[n, i, j] * b[n, j, k] };
    matrix_vector: f64, "ij,j->i", (a: 2, x: 1), out: 1 [i], { a[i, j] * x[j] };
    outer: f64, "i,j->ij", (x: 1, y: 1), out: 2 [i, j], { x[i] * y[j] };
    transposed: i32, "ij->ji", (a: 2), out: 2 [j, i], { a[i, j] };
    diagonal: f64, "ii->i", (a: 2), out: 1 [i], { a[i, i] };
    row_sums: f32, "ij->i", (a: 2), out: 1 [i], { a[i, j] };
    chain_of_three: f64, "ij,jk,kl->il", (a: 2, b: 2, c: 2), out: 2 [i, l], { a[i, j] * b[j, k] * c[k, l] };
    mttkrp: f64, "ijk,jr,kr->ir", (t: 3, b: 2, c: 2), out: 2 [i, r], { t[i, j, k] * b[j, r] * c[k, r] };
    partial_trace: f64, "ikjk->ij", (a: 4), out: 2 [i, j], { a[i, k, j, k] };
}

/// `=` never reads what it overwrites.
#[test]
fn nan_in_the_output_does_not_leak() {
    let (a, b) = (Array::<f64, _>::ones([9, 17]), Array::<f64, _>::ones([17, 5]));
    let mut out = Array::<f64, _>::full([9, 5], f64::NAN);
    einsum!(out[i, k] = a[i, j] * b[j, k]);
    assert!(out.as_slice().iter().all(|x| *x == 17.0));
    // Nothing to sum: zeros, not what stood there.
    let (a, b) = (Array::<f64, _>::ones([9, 0]), Array::<f64, _>::ones([0, 5]));
    let mut out = Array::<f64, _>::full([9, 5], f64::NAN);
    einsum!(out[i, k] = a[i, j] * b[j, k]);
    assert!(out.as_slice().iter().all(|x| *x == 0.0));
}

/// An output that stands on the right too is read as if all of the right side came first.
#[test]
fn the_right_side_is_computed_first() {
    let old = Plain { extents: vec![17, 17], values: values(3, 289) };
    let product = oracle::einsum("ij,jk->ik", &[old.clone(), old.clone()]);
    let mut a = Array::from_shape_vec([17, 17], old.values.iter().map(|&x| x as f64).collect()).unwrap();
    einsum!(a[i, k] += a[i, j] * a[j, k]);
    let expected: Vec<f64> =
        old.values.iter().zip(&product.values).map(|(old, product)| (old + product) as f64).collect();
    assert_eq!(a.as_slice(), expected);
}

/// `a += a^T` reads each pair before it writes either.
#[test]
fn a_matrix_plus_its_transpose_is_symmetric() {
    let mut a = Array::from_fn([33, 33], |[i, j]| (33 * i + j) as f64);
    einsum!(a[i, j] += a[j, i]);
    let expected = Array::from_fn([33, 33], |[i, j]| (34 * (i + j)) as f64);
    assert_eq!(a.as_slice(), expected.as_slice());
}
