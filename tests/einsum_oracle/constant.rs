//! Extents that the compiler knows, wholly or in part, and every kind of operand.

use ndweave::{Array, Array2, Const, Dyn, Extent, Operand, View, axis, einsum, shape};

use crate::layouts::values;
use crate::oracle::{self, Plain};

axis! {
    /// Samples.
    pub struct Batch;
    /// Red, green and blue.
    pub struct Rgb = 3;
}

fn seen(operand: &impl Operand<Elem = f64>) -> Plain<i64> {
    let view = operand.as_view();
    Plain { extents: view.extents().as_ref().to_vec(), values: view.to_vec().iter().map(|x| *x as i64).collect() }
}

/// A nested array of small integers.
fn counted<const N: usize, const M: usize>(seed: usize) -> [[f64; M]; N] {
    let drawn = values(seed, N * M);
    std::array::from_fn(|i| std::array::from_fn(|j| drawn[i * M + j] as f64))
}

/// Both forms against the oracle, which sees the operands as plain lists.
macro_rules! check {
    ($spec:literal, ($($x:ident),*), { $($index:tt)* }) => {{
        let expected = oracle::einsum($spec, &[$(seen(&$x)),*]);
        assert_eq!(seen(&einsum!($spec $(, $x)*)), expected, "NumPy's form");
        assert_eq!(seen(&einsum!($($index)*)), expected, "index form");
    }};
}

#[test]
fn nested_arrays_give_nested_arrays() {
    let (a, b) = (counted::<2, 3>(0), counted::<3, 4>(1));
    let c: [[f64; 4]; 2] = einsum!(a[i, j] * b[j, k] -> [i, k]);
    assert_eq!(seen(&c), oracle::einsum("ij,jk->ik", &[seen(&a), seen(&b)]));
    let trace: f64 = einsum!(a[i, j] * a[i, j]);
    assert_eq!(trace as i64, oracle::einsum("ij,ij->", &[seen(&a), seen(&a)]).values[0]);
}

#[test]
fn small_products_in_all_spellings() {
    let (a, b) = (counted::<3, 3>(0), counted::<3, 3>(1));
    check!("ij,jk->ik", (a, b), { a[i, j] * b[j, k] -> [i, k] });
    check!("ij,kj->ik", (a, b), { a[i, j] * b[k, j] -> [i, k] });
    check!("ji,jk->ik", (a, b), { a[j, i] * b[j, k] -> [i, k] });
    check!("ji,kj->ik", (a, b), { a[j, i] * b[k, j] -> [i, k] });
    check!("ij,jk->ki", (a, b), { a[i, j] * b[j, k] -> [k, i] });
    check!("ij,kj->ki", (a, b), { a[i, j] * b[k, j] -> [k, i] });
    check!("ji,jk->ki", (a, b), { a[j, i] * b[j, k] -> [k, i] });
    check!("ji,kj->ki", (a, b), { a[j, i] * b[k, j] -> [k, i] });
}

#[test]
fn sizes_beside_the_gangs() {
    let (a, b) = (counted::<17, 9>(0), counted::<9, 33>(1));
    check!("ij,jk->ik", (a, b), { a[i, j] * b[j, k] -> [i, k] });
    let (a, b) = (counted::<64, 65>(0), counted::<65, 8>(1));
    check!("ij,jk->ki", (a, b), { a[i, j] * b[j, k] -> [k, i] });
    let (x, y) = (counted::<1, 257>(0)[0], counted::<1, 257>(1)[0]);
    check!("i,i->", (x, y), { x[i] * y[i] });
}

#[test]
fn diagonals_and_sums() {
    let a = counted::<4, 4>(2);
    check!("ii->i", (a), { a[i, i] -> [i] });
    check!("ii->", (a), { a[i, i] });
    check!("ij->j", (a), { a[i, j] -> [j] });
    check!("ij->ji", (a), { a[i, j] -> [j, i] });
}

#[test]
fn empty_and_single_extents() {
    let (a, b) = (counted::<2, 0>(0), counted::<0, 3>(1));
    check!("ij,jk->ik", (a, b), { a[i, j] * b[j, k] -> [i, k] });
    check!("ij,kl->il", (a, b), { a[i, j] * b[k, l] -> [i, l] });
    let (a, b) = (counted::<1, 1>(0), counted::<1, 1>(1));
    check!("ij,jk->ik", (a, b), { a[i, j] * b[j, k] -> [i, k] });
}

/// A constant extent of 1 stretches in NumPy's form, and the result has the other extent in its type.
#[test]
fn constant_ones_stretch() {
    let (row, full, column) = (counted::<1, 3>(0), counted::<2, 3>(1), counted::<2, 1>(2));
    let product: [[f64; 3]; 2] = einsum!("ij,ij->ij", row, full);
    assert_eq!(seen(&product), oracle::einsum("ij,ij->ij", &[seen(&row), seen(&full)]));
    let product: [[f64; 3]; 2] = einsum!("ij,ij->ij", row, column);
    assert_eq!(seen(&product), oracle::einsum("ij,ij->ij", &[seen(&row), seen(&column)]));
    let sums: [f64; 3] = einsum!("ij,ij->j", full, column);
    assert_eq!(seen(&sums), oracle::einsum("ij,ij->j", &[seen(&full), seen(&column)]));
}

#[test]
fn ellipses_over_constant_extents() {
    let (a, x) = (counted::<2, 3>(0), counted::<1, 3>(1)[0]);
    check!("...i,i->...", (a, x), { a[.., i] * x[i] -> [..] });
    check!("...,...->...", (a, x), { a[..] * x[..] -> [..] });
}

#[test]
fn known_and_unknown_extents_meet() {
    let (a, b) = (counted::<2, 3>(0), counted::<3, 4>(1));
    let dynamic = Array::from_shape_vec([2, 3], a.as_flattened().to_vec()).unwrap();
    let product: Array<f64, (Dyn, Const<4>)> = einsum!(dynamic[i, j] * b[j, k] -> [i, k]);
    assert_eq!(seen(&product), oracle::einsum("ij,jk->ik", &[seen(&a), seen(&b)]));
    let fixed = Array::<f64, shape![2, 3]>::from(a);
    check!("ij,jk->ik", (fixed, b), { fixed[i, j] * b[j, k] -> [i, k] });
    // The label is constant in one operand only, and the result knows it.
    let sum: Array<f64, (Const<2>, Const<3>)> = einsum!(dynamic[i, j] * fixed[i, j] -> [i, j]);
    assert_eq!(seen(&sum), oracle::einsum("ij,ij->ij", &[seen(&a), seen(&a)]));
}

#[test]
fn named_axes_are_kept() {
    let pixels = Array::<f64, (Batch, Rgb)>::from_fn((Batch(5), Rgb), |[i, c]| (3 * i + c) as f64);
    let weights = [0.0, 1.0, 2.0];
    let grey: Array<f64, (Batch,)> = einsum!(pixels[n, c] * weights[c] -> [n]);
    assert_eq!(seen(&grey), oracle::einsum("nc,c->n", &[seen(&pixels), seen(&weights)]));
    let means: Array<f64, (Rgb,)> = einsum!(pixels[n, c] -> [c]);
    assert_eq!(seen(&means), oracle::einsum("nc->c", &[seen(&pixels)]));
}

#[test]
fn every_kind_of_operand() {
    let a = counted::<2, 3>(0);
    let list = vec![1.0, -2.0, 3.0];
    let slice: &[f64] = &list;
    let rows: Vec<[f64; 3]> = a.to_vec();
    let array = Array::from_vec(list.clone());
    let expected = oracle::einsum("ij,j->i", &[seen(&a), seen(&list)]);
    assert_eq!(seen(&einsum!(a[i, j] * list[j] -> [i])), expected);
    assert_eq!(seen(&einsum!(a[i, j] * slice[j] -> [i])), expected);
    assert_eq!(seen(&einsum!(rows[i, j] * array[j] -> [i])), expected);
    assert_eq!(seen(&einsum!("ij,j->i", &rows, array.view())), expected);
    assert_eq!(seen(&einsum!("ij,j->i", &&a, View::from_slice_strided(&list, [3], [1], 0).unwrap())), expected);
    assert_eq!(seen(&einsum!((vec![a[0], a[1]])[i, j] * array.view()[j] -> [i])), expected);
}

/// Checked once, where it is defined.
fn matmul<I: Extent, J: Extent, K: Extent>(a: View<f64, (I, J)>, b: View<f64, (J, K)>) -> Array<f64, (I, K)> {
    einsum!(a[i, j] * b[j, k] -> [i, k])
}

#[test]
fn functions_generic_over_extents() {
    let (a, b) =
        (Array::<f64, shape![2, 3]>::from(counted::<2, 3>(0)), Array::<f64, shape![3, 4]>::from(counted::<3, 4>(1)));
    let expected = oracle::einsum("ij,jk->ik", &[seen(&a), seen(&b)]);
    assert_eq!(seen(&matmul(a.view(), b.view())), expected);
    let (a, b): (Array2<f64>, Array2<f64>) = (
        Array::from_shape_vec([2, 3], a.as_slice().to_vec()).unwrap(),
        Array::from_shape_vec([3, 4], b.as_slice().to_vec()).unwrap(),
    );
    assert_eq!(seen(&matmul(a.view(), b.view())), expected);
}
