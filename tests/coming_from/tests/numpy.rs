//! The table "coming from NumPy" of the documentation: every row runs here, and gives what NumPy gives.
//!
//! Written by `tests/generate/coming_from.py` from `tests/coming_from/numpy.tsv`; do not edit.

// Rows are written as a reader would write them, not as lints would.
#![allow(clippy::all, deprecated, unused_imports, unused_mut, unused_parens, unused_variables)]

use ::coming_from::given::ndweave::{Given, given};
use ::coming_from::{AsValue, Closeness, Value, compare, nothing};
use ndweave::*;
use num_complex::Complex;
use rand::distr::StandardUniform;

#[test]
fn making_arrays() {
    compare(
        r#"np.array([[1., 2.], [3., 4.]])"#,
        r#"array![[1., 2.], [3., 4.]]"#,
        (array![[1., 2.], [3., 4.]]).value(),
        [[1.0, 2.0], [3.0, 4.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.array([[1, 2], [3, 4]])"#,
        r#"Array::from([[1, 2], [3, 4]])"#,
        (Array::from([[1, 2], [3, 4]])).value(),
        [[1, 2], [3, 4]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.zeros((2, 3))"#,
        r#"Array::<f64, _>::zeros((2, 3))"#,
        (Array::<f64, _>::zeros((2, 3))).value(),
        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.ones(4, dtype=np.float32)"#,
        r#"Array::<f32, _>::ones(4)"#,
        (Array::<f32, _>::ones(4)).value(),
        [1.0, 1.0, 1.0, 1.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.full((2, 3), 7)"#,
        r#"Array::full((2, 3), 7)"#,
        (Array::full((2, 3), 7)).value(),
        [[7, 7, 7], [7, 7, 7]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.zeros_like(a)"#,
        r#"Array::<f64, _>::zeros(a.shape())"#,
        {
            let Given { mut a, .. } = given();
            (Array::<f64, _>::zeros(a.shape())).value()
        },
        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.full_like(a, 7.0)"#,
        r#"Array::full(a.shape(), 7.0)"#,
        {
            let Given { mut a, .. } = given();
            (Array::full(a.shape(), 7.0)).value()
        },
        [[7.0, 7.0, 7.0], [7.0, 7.0, 7.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.fromfunction(lambda i, j: 10*i + j, (2, 3), dtype=int)"#,
        r#"Array::from_fn((2, 3), |[i, j]| 10 * i + j)"#,
        (Array::from_fn((2, 3), |[i, j]| 10 * i + j)).value(),
        [[0, 1, 2], [10, 11, 12]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.fromfunction(lambda i, j: 10*i + j, (2, 3), dtype=int)"#,
        r#"broadcast!(10 * i + j -> [i in 0..2, j in 0..3])"#,
        (broadcast!(10 * i + j -> [i in 0..2, j in 0..3])).value(),
        [[0, 1, 2], [10, 11, 12]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.fromiter((k*k for k in range(4)), int)"#,
        r#"(0..4).map(|k| k * k).collect::<Array1<_>>()"#,
        ((0..4).map(|k| k * k).collect::<Array1<_>>()).value(),
        [0, 1, 4, 9].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.arange(0, 10, 3)"#,
        r#"Array::arange(0, 10, 3)"#,
        (Array::arange(0, 10, 3)).value(),
        [0, 3, 6, 9].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.linspace(0, 1, 5)"#,
        r#"Array::linspace(0.0, 1.0, 5)"#,
        (Array::linspace(0.0, 1.0, 5)).value(),
        [0.0, 0.25, 0.5, 0.75, 1.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.logspace(0, 2, 3)"#,
        r#"Array::logspace(0.0, 2.0, 3)"#,
        (Array::logspace(0.0, 2.0, 3)).value(),
        [1.0, 10.0, 100.0].value(),
        Closeness::Close,
    );
    compare(
        r#"np.geomspace(1, 1000, 4)"#,
        r#"Array::geomspace(1.0, 1000.0, 4)"#,
        (Array::geomspace(1.0, 1000.0, 4)).value(),
        [1.0, 10.0, 100.0, 1000.0].value(),
        Closeness::Close,
    );
    compare(
        r#"np.eye(3)"#,
        r#"Array::<f64, _>::eye(3)"#,
        (Array::<f64, _>::eye(3)).value(),
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.eye(2, 3, k=1)"#,
        r#"Array::<f64, _>::eye_at((2, 3), 1)"#,
        (Array::<f64, _>::eye_at((2, 3), 1)).value(),
        [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.diag(x)"#,
        r#"Array::from_diag(&x)"#,
        {
            let Given { mut x, .. } = given();
            (Array::from_diag(&x)).value()
        },
        [[1.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.0, 0.0, 4.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.diag(x, 1)"#,
        r#"Array::from_diag_at(&x, 1)"#,
        {
            let Given { mut x, .. } = given();
            (Array::from_diag_at(&x, 1)).value()
        },
        [[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 2.0, 0.0], [0.0, 0.0, 0.0, 4.0], [0.0, 0.0, 0.0, 0.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.tri(3)"#,
        r#"Array::<f64, _>::tri((3, 3), 0)"#,
        (Array::<f64, _>::tri((3, 3), 0)).value(),
        [[1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.tril(q) ;; np.triu(q, 1)"#,
        r#"q.tril(0) ;; q.triu(1)"#,
        {
            let Given { mut q, .. } = given();
            vec![(q.tril(0)).value(), (q.triu(1)).value()].value()
        },
        vec![[[2.0, 0.0], [1.0, 3.0]].value(), [[0.0, 1.0], [0.0, 0.0]].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.tril_indices(3)"#,
        r#"Array::<i32, _>::tri((3, 3), 0).nonzero()"#,
        (Array::<i32, _>::tri((3, 3), 0).nonzero()).value(),
        vec![[0, 1, 1, 2, 2, 2].value(), [0, 0, 1, 0, 1, 2].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.vander(x, 3, increasing=True)"#,
        r#"broadcast!(x[i].powi(j as i32) -> [i, j in 0..3])"#,
        {
            let Given { mut x, .. } = given();
            (broadcast!(x[i].powi(j as i32) -> [i, j in 0..3])).value()
        },
        [[1.0, 1.0, 1.0], [1.0, 2.0, 4.0], [1.0, 4.0, 16.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.meshgrid(x, y)"#,
        r#"Array::meshgrid(&x, &y)"#,
        {
            let Given { mut x, mut y, .. } = given();
            (Array::meshgrid(&x, &y)).value()
        },
        vec![
            [[1.0, 2.0, 4.0], [1.0, 2.0, 4.0], [1.0, 2.0, 4.0]].value(),
            [[10.0, 10.0, 10.0], [20.0, 20.0, 20.0], [40.0, 40.0, 40.0]].value(),
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"np.meshgrid(x, y, indexing="ij")"#,
        r#"Array::meshgrid_ij(&x, &y)"#,
        {
            let Given { mut x, mut y, .. } = given();
            (Array::meshgrid_ij(&x, &y)).value()
        },
        vec![
            [[1.0, 1.0, 1.0], [2.0, 2.0, 2.0], [4.0, 4.0, 4.0]].value(),
            [[10.0, 20.0, 40.0], [10.0, 20.0, 40.0], [10.0, 20.0, 40.0]].value(),
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"np.mgrid[0:2, 0:3]"#,
        r#"Array::mgrid(0..2, 0..3)"#,
        (Array::mgrid(0..2, 0..3)).value(),
        [[[0, 0, 0], [1, 1, 1]], [[0, 1, 2], [0, 1, 2]]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.ogrid[0:2, 0:3]"#,
        r#"Array::arange(0, 2, 1).insert_axis::<1>() ;; Array::arange(0, 3, 1).insert_axis::<0>()"#,
        vec![(Array::arange(0, 2, 1).insert_axis::<1>()).value(), (Array::arange(0, 3, 1).insert_axis::<0>()).value()]
            .value(),
        vec![[[0], [1]].value(), [[0, 1, 2]].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.indices((2, 3))"#,
        r#"Array::indices((2, 3))"#,
        (Array::indices((2, 3))).value(),
        [[[0, 0, 0], [1, 1, 1]], [[0, 1, 2], [0, 1, 2]]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.copy()"#,
        r#"a.clone()"#,
        {
            let Given { mut a, .. } = given();
            (a.clone()).value()
        },
        [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.mgrid[0:1:.5, 3:0:-1]"#,
        r#"Array::mgrid_by((0.0..1.0, 0.5), (3.0..0.0, -1.0))"#,
        (Array::mgrid_by((0.0..1.0, 0.5), (3.0..0.0, -1.0))).value(),
        [[[0.0, 0.0, 0.0], [0.5, 0.5, 0.5]], [[3.0, 2.0, 1.0], [3.0, 2.0, 1.0]]].value(),
        Closeness::Exact,
    );
}

#[test]
fn shape_and_axes() {
    compare(
        r#"a.shape"#,
        r#"a.extents()"#,
        {
            let Given { mut a, .. } = given();
            (a.extents()).value()
        },
        vec![2.value(), 3.value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.ndim"#,
        r#"a.extents().len()"#,
        {
            let Given { mut a, .. } = given();
            (a.extents().len()).value()
        },
        2.value(),
        Closeness::Exact,
    );
    compare(
        r#"a.size"#,
        r#"a.len()"#,
        {
            let Given { mut a, .. } = given();
            (a.len()).value()
        },
        6.value(),
        Closeness::Exact,
    );
    compare(
        r#"len(a)"#,
        r#"a.extents()[0]"#,
        {
            let Given { mut a, .. } = given();
            (a.extents()[0]).value()
        },
        2.value(),
        Closeness::Exact,
    );
    compare(
        r#"a.nbytes"#,
        r#"size_of_val(a.as_slice())"#,
        {
            let Given { mut a, .. } = given();
            (size_of_val(a.as_slice())).value()
        },
        48.value(),
        Closeness::Exact,
    );
    compare(
        r#"tuple(s // a.itemsize for s in a.strides)"#,
        r#"a.strides()"#,
        {
            let Given { mut a, .. } = given();
            (a.strides()).value()
        },
        vec![3.value(), 1.value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.flags.c_contiguous"#,
        r#"a.is_contiguous()"#,
        {
            let Given { mut a, .. } = given();
            (a.is_contiguous()).value()
        },
        true.value(),
        Closeness::Exact,
    );
    compare(
        r#"a.T"#,
        r#"a.t()"#,
        {
            let Given { mut a, mut t, .. } = given();
            (a.t()).value()
        },
        [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"t.transpose(2, 0, 1)"#,
        r#"t.permute([2, 0, 1])"#,
        {
            let Given { mut t, .. } = given();
            (t.permute([2, 0, 1])).value()
        },
        [
            [[0, 10, 20], [100, 110, 120]],
            [[1, 11, 21], [101, 111, 121]],
            [[2, 12, 22], [102, 112, 122]],
            [[3, 13, 23], [103, 113, 123]],
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"np.swapaxes(t, 0, 2)"#,
        r#"t.swap_axes::<0, 2>()"#,
        {
            let Given { mut t, .. } = given();
            (t.swap_axes::<0, 2>()).value()
        },
        [
            [[0, 100], [10, 110], [20, 120]],
            [[1, 101], [11, 111], [21, 121]],
            [[2, 102], [12, 112], [22, 122]],
            [[3, 103], [13, 113], [23, 123]],
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"np.moveaxis(t, 0, -1)"#,
        r#"einsum!(t[i, ..] -> [.., i])"#,
        {
            let Given { mut t, .. } = given();
            (einsum!(t[i, ..] -> [.., i])).value()
        },
        [
            [[0, 100], [1, 101], [2, 102], [3, 103]],
            [[10, 110], [11, 111], [12, 112], [13, 113]],
            [[20, 120], [21, 121], [22, 122], [23, 123]],
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"np.moveaxis(t, 0, -1)"#,
        r#"t.permute([1, 2, 0])"#,
        {
            let Given { mut t, .. } = given();
            (t.permute([1, 2, 0])).value()
        },
        [
            [[0, 100], [1, 101], [2, 102], [3, 103]],
            [[10, 110], [11, 111], [12, 112], [13, 113]],
            [[20, 120], [21, 121], [22, 122], [23, 123]],
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"a.reshape(3, 2)"#,
        r#"a.reshape((3, 2))"#,
        {
            let Given { mut a, .. } = given();
            (a.reshape((3, 2))).value()
        },
        [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.reshape(-1, 2)"#,
        r#"a.reshape((Dyn::REST, 2))"#,
        {
            let Given { mut a, .. } = given();
            (a.reshape((Dyn::REST, 2))).value()
        },
        [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.T.reshape(2, 3)"#,
        r#"a.t().to_reshaped((2, 3))"#,
        {
            let Given { mut a, mut t, .. } = given();
            (a.t().to_reshaped((2, 3))).value()
        },
        [[1.0, 4.0, 2.0], [5.0, 3.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.ravel()"#,
        r#"a.reshape(a.len())"#,
        {
            let Given { mut a, .. } = given();
            (a.reshape(a.len())).value()
        },
        [1.0, 2.0, 3.0, 4.0, 5.0, 6.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.flatten()"#,
        r#"a.to_reshaped(a.len())"#,
        {
            let Given { mut a, .. } = given();
            (a.to_reshaped(a.len())).value()
        },
        [1.0, 2.0, 3.0, 4.0, 5.0, 6.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"x[:, np.newaxis]"#,
        r#"x.slice(s![.., NewAxis])"#,
        {
            let Given { mut x, .. } = given();
            (x.slice(s![.., NewAxis])).value()
        },
        [[1.0], [2.0], [4.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.expand_dims(x, 0)"#,
        r#"x.insert_axis::<0>()"#,
        {
            let Given { mut x, .. } = given();
            (x.insert_axis::<0>()).value()
        },
        [[1.0, 2.0, 4.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.squeeze(x[None], 0)"#,
        r#"x.insert_axis::<0>().remove_axis::<0>()"#,
        {
            let Given { mut x, .. } = given();
            (x.insert_axis::<0>().remove_axis::<0>()).value()
        },
        [1.0, 2.0, 4.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.broadcast_to(x, (2, 3))"#,
        r#"x.broadcast_to((2, 3))"#,
        {
            let Given { mut x, .. } = given();
            (x.broadcast_to((2, 3))).value()
        },
        [[1.0, 2.0, 4.0], [1.0, 2.0, 4.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.flip(a)"#,
        r#"a.flip()"#,
        {
            let Given { mut a, .. } = given();
            (a.flip()).value()
        },
        [[6.0, 5.0, 4.0], [3.0, 2.0, 1.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.fliplr(a)"#,
        r#"a.reverse::<1>()"#,
        {
            let Given { mut a, .. } = given();
            (a.reverse::<1>()).value()
        },
        [[3.0, 2.0, 1.0], [6.0, 5.0, 4.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.rot90(a)"#,
        r#"a.rot90()"#,
        {
            let Given { mut a, .. } = given();
            (a.rot90()).value()
        },
        [[3.0, 6.0], [2.0, 5.0], [1.0, 4.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.rot90(a, 2)"#,
        r#"a.rot180()"#,
        {
            let Given { mut a, .. } = given();
            (a.rot180()).value()
        },
        [[6.0, 5.0, 4.0], [3.0, 2.0, 1.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.diagonal(1)"#,
        r#"a.diag_at(1)"#,
        {
            let Given { mut a, .. } = given();
            (a.diag_at(1)).value()
        },
        [2.0, 6.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.lib.stride_tricks.sliding_window_view(x, 2)"#,
        r#"x.sliding_windows([2])"#,
        {
            let Given { mut x, .. } = given();
            (x.sliding_windows([2])).value()
        },
        [[1.0, 2.0], [2.0, 4.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.lib.stride_tricks.sliding_window_view(a, 2, axis=1)"#,
        r#"a.sliding_windows_along::<1>(2)"#,
        {
            let Given { mut a, .. } = given();
            (a.sliding_windows_along::<1>(2)).value()
        },
        [[[1.0, 2.0], [2.0, 3.0]], [[4.0, 5.0], [5.0, 6.0]]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.lib.stride_tricks.as_strided(x, (2, 2), (8, 8))"#,
        r#"x.as_strided((2, 2), [1, 1])"#,
        {
            let Given { mut x, .. } = given();
            (x.as_strided((2, 2), [1, 1])).value()
        },
        [[1.0, 2.0], [2.0, 4.0]].value(),
        Closeness::Exact,
    );
}

#[test]
fn joining_and_repeating() {
    compare(
        r#"np.concatenate([a, b])"#,
        r#"Array::concat::<0>(&[&a, &b])"#,
        {
            let Given { mut a, mut b, .. } = given();
            (Array::concat::<0>(&[&a, &b])).value()
        },
        [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [10.0, 20.0, 30.0], [40.0, 50.0, 60.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.hstack([a, b])"#,
        r#"Array::concat::<1>(&[&a, &b])"#,
        {
            let Given { mut a, mut b, .. } = given();
            (Array::concat::<1>(&[&a, &b])).value()
        },
        [[1.0, 2.0, 3.0, 10.0, 20.0, 30.0], [4.0, 5.0, 6.0, 40.0, 50.0, 60.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.append(x, 8.0)"#,
        r#"Array::concat::<0>(&[x.view(), Array::from_vec(vec![8.0]).view()])"#,
        {
            let Given { mut x, .. } = given();
            (Array::concat::<0>(&[x.view(), Array::from_vec(vec![8.0]).view()])).value()
        },
        [1.0, 2.0, 4.0, 8.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.stack([x, y], axis=1)"#,
        r#"Array::stack::<1>(&[&x, &y])"#,
        {
            let Given { mut x, mut y, .. } = given();
            (Array::stack::<1>(&[&x, &y])).value()
        },
        [[1.0, 10.0], [2.0, 20.0], [4.0, 40.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.vstack([x, y])"#,
        r#"Array::stack::<0>(&[&x, &y])"#,
        {
            let Given { mut x, mut y, .. } = given();
            (Array::stack::<0>(&[&x, &y])).value()
        },
        [[1.0, 2.0, 4.0], [10.0, 20.0, 40.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.column_stack([x, y])"#,
        r#"Array::column_stack(&[&x, &y])"#,
        {
            let Given { mut x, mut y, .. } = given();
            (Array::column_stack(&[&x, &y])).value()
        },
        [[1.0, 10.0], [2.0, 20.0], [4.0, 40.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.block([[a, b], [b, a]])"#,
        r#"block![[a, b], [b, a]]"#,
        {
            let Given { mut a, mut b, .. } = given();
            (block![[a, b], [b, a]]).value()
        },
        [
            [1.0, 2.0, 3.0, 10.0, 20.0, 30.0],
            [4.0, 5.0, 6.0, 40.0, 50.0, 60.0],
            [10.0, 20.0, 30.0, 1.0, 2.0, 3.0],
            [40.0, 50.0, 60.0, 4.0, 5.0, 6.0],
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"np.split(a, 3, axis=1)"#,
        r#"a.split::<1>(3)"#,
        {
            let Given { mut a, .. } = given();
            (a.split::<1>(3)).value()
        },
        vec![[[1.0], [4.0]].value(), [[2.0], [5.0]].value(), [[3.0], [6.0]].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.split(x, [1])"#,
        r#"x.split_at_each::<0>(&[1])"#,
        {
            let Given { mut x, .. } = given();
            (x.split_at_each::<0>(&[1])).value()
        },
        vec![[1.0].value(), [2.0, 4.0].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.split(x, [1])"#,
        r#"x.split_at::<0>(1)"#,
        {
            let Given { mut x, .. } = given();
            (x.split_at::<0>(1)).value()
        },
        vec![[1.0].value(), [2.0, 4.0].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.tile(a, (1, 2))"#,
        r#"a.tile([1, 2])"#,
        {
            let Given { mut a, .. } = given();
            (a.tile([1, 2])).value()
        },
        [[1.0, 2.0, 3.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 4.0, 5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.repeat(a, 2, axis=0)"#,
        r#"a.repeat::<0>(2)"#,
        {
            let Given { mut a, .. } = given();
            (a.repeat::<0>(2)).value()
        },
        [[1.0, 2.0, 3.0], [1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [4.0, 5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.roll(x, 1)"#,
        r#"x.roll::<0>(1)"#,
        {
            let Given { mut x, .. } = given();
            (x.roll::<0>(1)).value()
        },
        [4.0, 1.0, 2.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.roll(a, (1, 1), (0, 1))"#,
        r#"a.roll::<0>(1).roll::<1>(1)"#,
        {
            let Given { mut a, .. } = given();
            (a.roll::<0>(1).roll::<1>(1)).value()
        },
        [[6.0, 4.0, 5.0], [3.0, 1.0, 2.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.pad(x, (1, 2))"#,
        r#"x.pad([(1, 2)], Pad::Constant(0.0))"#,
        {
            let Given { mut x, .. } = given();
            (x.pad([(1, 2)], Pad::Constant(0.0))).value()
        },
        [0.0, 1.0, 2.0, 4.0, 0.0, 0.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.pad(x, 1, "edge")"#,
        r#"x.pad([(1, 1)], Pad::Edge)"#,
        {
            let Given { mut x, .. } = given();
            (x.pad([(1, 1)], Pad::Edge)).value()
        },
        [1.0, 1.0, 2.0, 4.0, 4.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.delete(x, 1)"#,
        r#"x.compress::<0>(&[true, false, true])"#,
        {
            let Given { mut x, .. } = given();
            (x.compress::<0>(&[true, false, true])).value()
        },
        [1.0, 4.0].value(),
        Closeness::Exact,
    );
}

#[test]
fn choosing_elements() {
    compare(
        r#"a[1, 2]"#,
        r#"a[[1, 2]]"#,
        {
            let Given { mut a, .. } = given();
            (a[[1, 2]]).value()
        },
        6.0.value(),
        Closeness::Exact,
    );
    compare(
        r#"a[-1, -1]"#,
        r#"a.slice(s![-1, -1])[[]]"#,
        {
            let Given { mut a, .. } = given();
            (a.slice(s![-1, -1])[[]]).value()
        },
        6.0.value(),
        Closeness::Exact,
    );
    compare(
        r#"a[1]"#,
        r#"a.index_axis::<0>(1)"#,
        {
            let Given { mut a, .. } = given();
            (a.index_axis::<0>(1)).value()
        },
        [4.0, 5.0, 6.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[1]"#,
        r#"a.slice(s![1, ..])"#,
        {
            let Given { mut a, .. } = given();
            (a.slice(s![1, ..])).value()
        },
        [4.0, 5.0, 6.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[:, -1]"#,
        r#"a.slice(s![.., -1])"#,
        {
            let Given { mut a, .. } = given();
            (a.slice(s![.., -1])).value()
        },
        [3.0, 6.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[:, 1:]"#,
        r#"a.slice(s![.., 1..])"#,
        {
            let Given { mut a, .. } = given();
            (a.slice(s![.., 1..])).value()
        },
        [[2.0, 3.0], [5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[::-1, ::2]"#,
        r#"a.slice(s![..;-1, ..;2])"#,
        {
            let Given { mut a, .. } = given();
            (a.slice(s![..;-1, ..;2])).value()
        },
        [[4.0, 6.0], [1.0, 3.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"t[..., 0]"#,
        r#"t.slice(s![..., 0])"#,
        {
            let Given { mut t, .. } = given();
            (t.slice(s![..., 0])).value()
        },
        [[0, 10, 20], [100, 110, 120]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[:, 0] = 0"#,
        r#"a.slice_mut(s![.., 0]).fill(0.0)"#,
        {
            let Given { mut a, .. } = given();
            a.slice_mut(s![.., 0]).fill(0.0);
            a.value()
        },
        [[0.0, 2.0, 3.0], [0.0, 5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[0] = x"#,
        r#"a.slice_mut(s![0, ..]).assign(&x)"#,
        {
            let Given { mut a, mut x, .. } = given();
            a.slice_mut(s![0, ..]).assign(&x);
            a.value()
        },
        [[1.0, 2.0, 4.0], [4.0, 5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[0] = x"#,
        r#"broadcast!(a[0, j] = x[j])"#,
        {
            let Given { mut a, mut x, .. } = given();
            broadcast!(a[0, j] = x[j]);
            a.value()
        },
        [[1.0, 2.0, 4.0], [4.0, 5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"x[[2, 0]]"#,
        r#"x.select::<0>(&[2, 0])"#,
        {
            let Given { mut x, .. } = given();
            (x.select::<0>(&[2, 0])).value()
        },
        [4.0, 1.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[:, [2, 0]]"#,
        r#"a.select::<1>(&[2, 0])"#,
        {
            let Given { mut a, .. } = given();
            (a.select::<1>(&[2, 0])).value()
        },
        [[3.0, 1.0], [6.0, 4.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[[0, 1], [2, 0]]"#,
        r#"a.gather(s![[0, 1], [2, 0]])"#,
        {
            let Given { mut a, .. } = given();
            (a.gather(s![[0, 1], [2, 0]])).value()
        },
        [3.0, 4.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[np.ix_([1, 0], [0, 2])]"#,
        r#"a.gather_outer(s![[1, 0], [0, 2]])"#,
        {
            let Given { mut a, .. } = given();
            (a.gather_outer(s![[1, 0], [0, 2]])).value()
        },
        [[4.0, 6.0], [1.0, 3.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.take_along_axis(a, np.array([[2, 0], [1, 1]]), 1)"#,
        r#"a.gather(s![[[0], [1]], [[2, 0], [1, 1]]])"#,
        {
            let Given { mut a, .. } = given();
            (a.gather(s![[[0], [1]], [[2, 0], [1, 1]]])).value()
        },
        [[3.0, 1.0], [5.0, 5.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[:, [0, 2]] = [8, 9]"#,
        r#"a.assign_at(s![.., [0, 2]], &[8.0, 9.0])"#,
        {
            let Given { mut a, .. } = given();
            a.assign_at(s![.., [0, 2]], &[8.0, 9.0]);
            a.value()
        },
        [[8.0, 2.0, 9.0], [8.0, 5.0, 9.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[[0, 1], [2, 0]] = 7"#,
        r#"a.fill_at(s![[0, 1], [2, 0]], 7.0)"#,
        {
            let Given { mut a, .. } = given();
            a.fill_at(s![[0, 1], [2, 0]], 7.0);
            a.value()
        },
        [[1.0, 2.0, 7.0], [7.0, 5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[np.ix_([1, 0], [0, 2])] = b[:, :2]"#,
        r#"a.assign_outer(s![[1, 0], [0, 2]], &b.slice(s![.., ..2]))"#,
        {
            let Given { mut a, mut b, .. } = given();
            a.assign_outer(s![[1, 0], [0, 2]], &b.slice(s![.., ..2]));
            a.value()
        },
        [[40.0, 2.0, 50.0], [10.0, 5.0, 20.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[np.ix_([1], [0, 2])] = 7"#,
        r#"a.fill_outer(s![[1], [0, 2]], 7.0)"#,
        {
            let Given { mut a, .. } = given();
            a.fill_outer(s![[1], [0, 2]], 7.0);
            a.value()
        },
        [[1.0, 2.0, 3.0], [7.0, 5.0, 7.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.take([5, 0])"#,
        r#"a.take(&[5, 0])"#,
        {
            let Given { mut a, .. } = given();
            (a.take(&[5, 0])).value()
        },
        [6.0, 1.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.put(a, [5, 0], 7)"#,
        r#"a.put(&[5, 0], &7.0)"#,
        {
            let Given { mut a, .. } = given();
            a.put(&[5, 0], &7.0);
            a.value()
        },
        [[7.0, 2.0, 3.0], [4.0, 5.0, 7.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[m]"#,
        r#"a.mask(&m)"#,
        {
            let Given { mut a, mut m, .. } = given();
            (a.mask(&m)).value()
        },
        [1.0, 3.0, 5.0, 6.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[a > 2]"#,
        r#"a.mask(&broadcast!(a > 2.0))"#,
        {
            let Given { mut a, .. } = given();
            (a.mask(&broadcast!(a > 2.0))).value()
        },
        [3.0, 4.0, 5.0, 6.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[m] = 0"#,
        r#"a.fill_mask(&m, 0.0)"#,
        {
            let Given { mut a, mut m, .. } = given();
            a.fill_mask(&m, 0.0);
            a.value()
        },
        [[0.0, 2.0, 0.0], [4.0, 0.0, 0.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.putmask(a, m, b)"#,
        r#"broadcast!(a = b, where m)"#,
        {
            let Given { mut a, mut b, mut m, .. } = given();
            broadcast!(a = b, where m);
            a.value()
        },
        [[10.0, 2.0, 30.0], [4.0, 50.0, 60.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.place(a, m, [1, 2, 3, 4])"#,
        r#"a.put_mask(&m, &[1.0, 2.0, 3.0, 4.0])"#,
        {
            let Given { mut a, mut m, .. } = given();
            a.put_mask(&m, &[1.0, 2.0, 3.0, 4.0]);
            a.value()
        },
        [[1.0, 2.0, 2.0], [4.0, 3.0, 4.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[:, [True, False, True]]"#,
        r#"a.compress::<1>(&[true, false, true])"#,
        {
            let Given { mut a, .. } = given();
            (a.compress::<1>(&[true, false, true])).value()
        },
        [[1.0, 3.0], [4.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.nonzero(m)"#,
        r#"m.nonzero()"#,
        {
            let Given { mut m, .. } = given();
            (m.nonzero()).value()
        },
        vec![[0, 0, 1, 1].value(), [0, 2, 1, 2].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.argwhere(m)"#,
        r#"m.argwhere()"#,
        {
            let Given { mut m, .. } = given();
            (m.argwhere()).value()
        },
        [[0, 0], [0, 2], [1, 1], [1, 2]].value(),
        Closeness::Exact,
    );
    compare(
        r#"list(np.ndenumerate(x))"#,
        r#"x.indexed_iter().collect::<Vec<_>>()"#,
        {
            let Given { mut x, .. } = given();
            (x.indexed_iter().collect::<Vec<_>>()).value()
        },
        vec![
            vec![vec![0.value()].value(), 1.0.value()].value(),
            vec![vec![1.value()].value(), 2.0.value()].value(),
            vec![vec![2.value()].value(), 4.0.value()].value(),
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"[row.sum() for row in a]"#,
        r#"a.axis_iter::<0>().map(|row| row.sum_all()).collect::<Vec<_>>()"#,
        {
            let Given { mut a, .. } = given();
            (a.axis_iter::<0>().map(|row| row.sum_all()).collect::<Vec<_>>()).value()
        },
        [6.0, 15.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"x[[2, 0]] * 2"#,
        r#"broadcast!(2.0 * x[[2, 0][i]] -> [i])"#,
        {
            let Given { mut x, .. } = given();
            (broadcast!(2.0 * x[[2, 0][i]] -> [i])).value()
        },
        [8.0, 2.0].value(),
        Closeness::Exact,
    );
}

#[test]
fn arithmetic_and_broadcasting() {
    compare(
        r#"a + b"#,
        r#"broadcast!(a + b)"#,
        {
            let Given { mut a, mut b, .. } = given();
            (broadcast!(a + b)).value()
        },
        [[11.0, 22.0, 33.0], [44.0, 55.0, 66.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"2 * a + x"#,
        r#"broadcast!(2.0 * a + x)"#,
        {
            let Given { mut a, mut x, .. } = given();
            (broadcast!(2.0 * a + x)).value()
        },
        [[3.0, 6.0, 10.0], [9.0, 12.0, 16.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"x[:, None] - y"#,
        r#"broadcast!(x[i] - y[j] -> [i, j])"#,
        {
            let Given { mut x, mut y, .. } = given();
            (broadcast!(x[i] - y[j] -> [i, j])).value()
        },
        [[-9.0, -19.0, -39.0], [-8.0, -18.0, -38.0], [-6.0, -16.0, -36.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a += b"#,
        r#"broadcast!(a += b)"#,
        {
            let Given { mut a, mut b, .. } = given();
            broadcast!(a += b);
            a.value()
        },
        [[11.0, 22.0, 33.0], [44.0, 55.0, 66.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[0] *= 2"#,
        r#"broadcast!(a[0, j] *= 2.0)"#,
        {
            let Given { mut a, .. } = given();
            broadcast!(a[0, j] *= 2.0);
            a.value()
        },
        [[2.0, 4.0, 6.0], [4.0, 5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a ** 2"#,
        r#"broadcast!(a.powi(2))"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!(a.powi(2))).value()
        },
        [[1.0, 4.0, 9.0], [16.0, 25.0, 36.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a ** 0.5"#,
        r#"broadcast!(a.powf(0.5))"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!(a.powf(0.5))).value()
        },
        [[1.0, 1.4142135623730951, 1.7320508075688772], [2.0, 2.23606797749979, 2.449489742783178]].value(),
        Closeness::Close,
    );
    compare(
        r#"n % 3"#,
        r#"broadcast!(n % 3)"#,
        {
            let Given { mut n, .. } = given();
            (broadcast!(n % 3)).value()
        },
        [0, 1, 2, 0].value(),
        Closeness::Exact,
    );
    compare(
        r#"-a"#,
        r#"broadcast!(-a)"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!(-a)).value()
        },
        [[-1.0, -2.0, -3.0], [-4.0, -5.0, -6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.abs(a - 3)"#,
        r#"broadcast!((a - 3.0).abs())"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!((a - 3.0).abs())).value()
        },
        [[2.0, 1.0, 0.0], [1.0, 2.0, 3.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.exp(-x * x / 2)"#,
        r#"broadcast!((-x * x / 2.0).exp())"#,
        {
            let Given { mut x, .. } = given();
            (broadcast!((-x * x / 2.0).exp())).value()
        },
        [0.6065306597126334, 0.1353352832366127, 0.00033546262790251185].value(),
        Closeness::Close,
    );
    compare(
        r#"a > x"#,
        r#"broadcast!(a > x)"#,
        {
            let Given { mut a, mut x, .. } = given();
            (broadcast!(a > x)).value()
        },
        [[false, false, false], [true, true, true]].value(),
        Closeness::Exact,
    );
    compare(
        r#"(a > 1) & (a < 5)"#,
        r#"broadcast!(a > 1.0 && a < 5.0)"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!(a > 1.0 && a < 5.0)).value()
        },
        [[false, true, true], [true, false, false]].value(),
        Closeness::Exact,
    );
    compare(
        r#"~m"#,
        r#"broadcast!(!m)"#,
        {
            let Given { mut m, .. } = given();
            (broadcast!(!m)).value()
        },
        [[false, true, false], [true, false, false]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.where(a > 2, a, -1)"#,
        r#"broadcast!(if a > 2.0 { a } else { -1.0 })"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!(if a > 2.0 { a } else { -1.0 })).value()
        },
        [[-1.0, -1.0, 3.0], [4.0, 5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.select([x < 2, x < 3], [x, 0 * x], 9)"#,
        r#"broadcast!(if x < 2.0 { x } else if x < 3.0 { 0.0 * x } else { 9.0 })"#,
        {
            let Given { mut x, .. } = given();
            (broadcast!(if x < 2.0 {
                x
            } else if x < 3.0 {
                0.0 * x
            } else {
                9.0
            }))
            .value()
        },
        [1.0, 0.0, 9.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.clip(a, 2, 5)"#,
        r#"a.clip(2.0, 5.0)"#,
        {
            let Given { mut a, .. } = given();
            (a.clip(2.0, 5.0)).value()
        },
        [[2.0, 2.0, 3.0], [4.0, 5.0, 5.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.nan_to_num(u)"#,
        r#"broadcast!(if u.is_nan() { 0.0 } else { u })"#,
        {
            let Given { mut u, .. } = given();
            (broadcast!(if u.is_nan() { 0.0 } else { u })).value()
        },
        [1.0, 0.0, 3.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"a[a < 3] = 0"#,
        r#"broadcast!(a = 0.0, where a < 3.0)"#,
        {
            let Given { mut a, .. } = given();
            broadcast!(a = 0.0, where a < 3.0);
            a.value()
        },
        [[0.0, 0.0, 3.0], [4.0, 5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.copyto(a, x)"#,
        r#"a.assign(&x)"#,
        {
            let Given { mut a, mut x, .. } = given();
            a.assign(&x);
            a.value()
        },
        [[1.0, 2.0, 4.0], [1.0, 2.0, 4.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"z.real ;; z.imag ;; z.conj() ;; np.abs(z)"#,
        r#"broadcast!(z.re) ;; broadcast!(z.im) ;; broadcast!(z.conj()) ;; broadcast!(z.norm())"#,
        {
            let Given { mut z, .. } = given();
            vec![
                (broadcast!(z.re)).value(),
                (broadcast!(z.im)).value(),
                (broadcast!(z.conj())).value(),
                (broadcast!(z.norm())).value(),
            ]
            .value()
        },
        vec![
            [3.0, 0.0].value(),
            [4.0, 1.0].value(),
            [Complex::new(3.0, -4.0), Complex::new(-0.0, -1.0)].value(),
            [5.0, 1.0].value(),
        ]
        .value(),
        Closeness::Close,
    );
    compare(
        r#"a - a.mean(axis=0)"#,
        r#"broadcast!(a[i, j] - mean[k](a[k, j]) -> [i, j])"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!(a[i, j] - mean[k](a[k, j]) -> [i, j])).value()
        },
        [[-1.5, -1.5, -1.5], [1.5, 1.5, 1.5]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a / np.linalg.norm(a, axis=1, keepdims=True)"#,
        r#"broadcast!(a[i, j] / sum[k](a[i, k].powi(2)).sqrt() -> [i, j])"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!(a[i, j] / sum[k](a[i, k].powi(2)).sqrt() -> [i, j])).value()
        },
        [
            [0.2672612419124244, 0.5345224838248488, 0.8017837257372732],
            [0.4558423058385518, 0.5698028822981898, 0.6837634587578276],
        ]
        .value(),
        Closeness::Close,
    );
    compare(
        r#"np.sqrt(((a[:, None] - b[None]) ** 2).sum(-1))"#,
        r#"broadcast!(sum[k]((a[i, k] - b[j, k]).powi(2)).sqrt() -> [i, j])"#,
        {
            let Given { mut a, mut b, .. } = given();
            (broadcast!(sum[k]((a[i, k] - b[j, k]).powi(2)).sqrt() -> [i, j])).value()
        },
        [[33.67491648096547, 84.10707461325711], [28.930952282978865, 78.9746794865291]].value(),
        Closeness::Close,
    );
}

#[test]
fn reductions_and_scans() {
    compare(
        r#"a.sum()"#,
        r#"a.sum_all()"#,
        {
            let Given { mut a, .. } = given();
            (a.sum_all()).value()
        },
        21.0.value(),
        Closeness::Exact,
    );
    compare(
        r#"a.sum(axis=0)"#,
        r#"a.sum::<0>()"#,
        {
            let Given { mut a, .. } = given();
            (a.sum::<0>()).value()
        },
        [5.0, 7.0, 9.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"t.sum(axis=(0, 2))"#,
        r#"t.sum_axes::<axes![0, 2]>()"#,
        {
            let Given { mut t, .. } = given();
            (t.sum_axes::<axes![0, 2]>()).value()
        },
        [412, 492, 572].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.sum(axis=1, keepdims=True)"#,
        r#"a.sum_keeping::<1>()"#,
        {
            let Given { mut a, .. } = given();
            (a.sum_keeping::<1>()).value()
        },
        [[6.0], [15.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.prod()"#,
        r#"a.prod_all()"#,
        {
            let Given { mut a, .. } = given();
            (a.prod_all()).value()
        },
        720.0.value(),
        Closeness::Exact,
    );
    compare(
        r#"a.mean(axis=1)"#,
        r#"a.mean::<1>()"#,
        {
            let Given { mut a, .. } = given();
            (a.mean::<1>()).value()
        },
        [2.0, 5.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.average(x, weights=y)"#,
        r#"einsum!(x[i] * y[i]) / y.sum_all()"#,
        {
            let Given { mut x, mut y, .. } = given();
            (einsum!(x[i] * y[i]) / y.sum_all()).value()
        },
        3.0.value(),
        Closeness::Close,
    );
    compare(
        r#"a.var(axis=0)"#,
        r#"a.var::<0>(0)"#,
        {
            let Given { mut a, .. } = given();
            (a.var::<0>(0)).value()
        },
        [2.25, 2.25, 2.25].value(),
        Closeness::Close,
    );
    compare(
        r#"a.std(ddof=1)"#,
        r#"a.std_all(1)"#,
        {
            let Given { mut a, .. } = given();
            (a.std_all(1)).value()
        },
        1.8708286933869707.value(),
        Closeness::Close,
    );
    compare(
        r#"a.min() ;; a.max()"#,
        r#"a.min_all() ;; a.max_all()"#,
        {
            let Given { mut a, .. } = given();
            vec![(a.min_all()).value(), (a.max_all()).value()].value()
        },
        vec![1.0.value(), 6.0.value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.max(axis=1)"#,
        r#"a.max::<1>()"#,
        {
            let Given { mut a, .. } = given();
            (a.max::<1>()).value()
        },
        [3.0, 6.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.nanmax(u)"#,
        r#"ufuncs::fmax::reduce_all(&u)"#,
        {
            let Given { mut u, .. } = given();
            (ufuncs::fmax::reduce_all(&u)).value()
        },
        3.0.value(),
        Closeness::Exact,
    );
    compare(
        r#"np.nansum(u)"#,
        r#"broadcast!(sum[i](if u[i].is_nan() { 0.0 } else { u[i] }))"#,
        {
            let Given { mut u, .. } = given();
            (broadcast!(sum[i](if u[i].is_nan() { 0.0 } else { u[i] }))).value()
        },
        4.0.value(),
        Closeness::Exact,
    );
    compare(
        r#"np.nanmean(u)"#,
        r#"broadcast!(sum[i](if u[i].is_nan() { 0.0 } else { u[i] }) / count[i](!u[i].is_nan()) as f64)"#,
        {
            let Given { mut u, .. } = given();
            (broadcast!(sum[i](if u[i].is_nan() { 0.0 } else { u[i] }) / count[i](!u[i].is_nan()) as f64)).value()
        },
        2.0.value(),
        Closeness::Exact,
    );
    compare(
        r#"np.nanvar(u)"#,
        r#"{ let v = u.mask(&broadcast!(!u.is_nan())); v.var_all(0) }"#,
        {
            let Given { mut u, .. } = given();
            ({
                let v = u.mask(&broadcast!(!u.is_nan()));
                v.var_all(0)
            })
            .value()
        },
        1.0.value(),
        Closeness::Close,
    );
    compare(
        r#"np.ptp(a)"#,
        r#"a.ptp_all()"#,
        {
            let Given { mut a, .. } = given();
            (a.ptp_all()).value()
        },
        5.0.value(),
        Closeness::Exact,
    );
    compare(
        r#"a.argmax()"#,
        r#"a.argmax_all()"#,
        {
            let Given { mut a, .. } = given();
            (a.argmax_all()).value()
        },
        5.value(),
        Closeness::Exact,
    );
    compare(
        r#"np.unravel_index(a.argmax(), a.shape)"#,
        r#"a.index_of(a.argmax_all())"#,
        {
            let Given { mut a, .. } = given();
            (a.index_of(a.argmax_all())).value()
        },
        vec![1.value(), 2.value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.ravel_multi_index(([0, 1], [2, 0]), (2, 3))"#,
        r#"broadcast!(3 * [0, 1][k] + [2, 0][k] -> [k])"#,
        (broadcast!(3 * [0, 1][k] + [2, 0][k] -> [k])).value(),
        [2, 3].value(),
        Closeness::Exact,
    );
    compare(
        r#"a.argmin(axis=1)"#,
        r#"a.argmin::<1>()"#,
        {
            let Given { mut a, .. } = given();
            (a.argmin::<1>()).value()
        },
        [0, 0].value(),
        Closeness::Exact,
    );
    compare(
        r#"m.any(axis=0) ;; m.all()"#,
        r#"m.any::<0>() ;; m.all_all()"#,
        {
            let Given { mut m, .. } = given();
            vec![(m.any::<0>()).value(), (m.all_all()).value()].value()
        },
        vec![[true, true, true].value(), false.value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.count_nonzero(a > 2)"#,
        r#"broadcast!(count[i, j](a[i, j] > 2.0))"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!(count[i, j](a[i, j] > 2.0))).value()
        },
        4.value(),
        Closeness::Exact,
    );
    compare(
        r#"np.count_nonzero(m, axis=0)"#,
        r#"m.count_nonzero::<0>()"#,
        {
            let Given { mut m, .. } = given();
            (m.count_nonzero::<0>()).value()
        },
        [1, 1, 2].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.linalg.norm(a)"#,
        r#"a.norm_all()"#,
        {
            let Given { mut a, .. } = given();
            (a.norm_all()).value()
        },
        9.539392014169456.value(),
        Closeness::Close,
    );
    compare(
        r#"np.linalg.norm(a, 1, axis=0)"#,
        r#"a.norm_1::<0>()"#,
        {
            let Given { mut a, .. } = given();
            (a.norm_1::<0>()).value()
        },
        [5.0, 7.0, 9.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.logaddexp.reduce(x)"#,
        r#"ufuncs::logaddexp::reduce_all(&x)"#,
        {
            let Given { mut x, .. } = given();
            (ufuncs::logaddexp::reduce_all(&x)).value()
        },
        4.169846019556286.value(),
        Closeness::Close,
    );
    compare(
        r#"np.median(a, axis=1)"#,
        r#"a.median::<1>()"#,
        {
            let Given { mut a, .. } = given();
            (a.median::<1>()).value()
        },
        [2.0, 5.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.percentile(a, 30)"#,
        r#"a.percentile_all(30.0)"#,
        {
            let Given { mut a, .. } = given();
            (a.percentile_all(30.0)).value()
        },
        2.5.value(),
        Closeness::Close,
    );
    compare(
        r#"np.quantile(a, [0.25, 0.75])"#,
        r#"[25.0, 75.0].map(|p| a.percentile_all(p))"#,
        {
            let Given { mut a, .. } = given();
            ([25.0, 75.0].map(|p| a.percentile_all(p))).value()
        },
        [2.25, 4.75].value(),
        Closeness::Close,
    );
    compare(
        r#"np.cumsum(a, axis=1)"#,
        r#"a.cumsum::<1>()"#,
        {
            let Given { mut a, .. } = given();
            (a.cumsum::<1>()).value()
        },
        [[1.0, 3.0, 6.0], [4.0, 9.0, 15.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.cumprod(x)"#,
        r#"x.cumprod::<0>()"#,
        {
            let Given { mut x, .. } = given();
            (x.cumprod::<0>()).value()
        },
        [1.0, 2.0, 8.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.diff(x)"#,
        r#"x.diff::<0>()"#,
        {
            let Given { mut x, .. } = given();
            (x.diff::<0>()).value()
        },
        [1.0, 2.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.trapezoid(y, x)"#,
        r#"einsum!(0.5 * (y.slice(s![1..])[i] + y.slice(s![..-1])[i]) * x.diff::<0>()[i])"#,
        {
            let Given { mut x, mut y, .. } = given();
            (einsum!(0.5 * (y.slice(s![1..])[i] + y.slice(s![..-1])[i]) * x.diff::<0>()[i])).value()
        },
        75.0.value(),
        Closeness::Exact,
    );
    compare(
        r#"np.gradient(y)"#,
        r#"y.gradient::<0>(1.0)"#,
        {
            let Given { mut y, .. } = given();
            (y.gradient::<0>(1.0)).value()
        },
        [10.0, 15.0, 20.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.gradient(a, 0.5, axis=1)"#,
        r#"a.gradient::<1>(0.5)"#,
        {
            let Given { mut a, .. } = given();
            (a.gradient::<1>(0.5)).value()
        },
        [[2.0, 2.0, 2.0], [2.0, 2.0, 2.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.gradient(y, x)"#,
        r#"y.gradient_at::<0>(&x)"#,
        {
            let Given { mut x, mut y, .. } = given();
            (y.gradient_at::<0>(&x)).value()
        },
        [10.0, 10.0, 10.0].value(),
        Closeness::Close,
    );
    compare(
        r#"np.interp([0., 1.5, 3., 9.], x, y)"#,
        r#"Array::from([0., 1.5, 3., 9.]).interp(&x, &y)"#,
        {
            let Given { mut x, mut y, .. } = given();
            (Array::from([0., 1.5, 3., 9.]).interp(&x, &y)).value()
        },
        [10.0, 15.0, 30.0, 40.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.cov(a, bias=True)"#,
        r#"broadcast!(mean[k]((a[i, k] - mean[l](a[i, l])) * (a[j, k] - mean[l](a[j, l]))) -> [i, j])"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!(mean[k]((a[i, k] - mean[l](a[i, l])) * (a[j, k] - mean[l](a[j, l]))) -> [i, j])).value()
        },
        [[0.6666666666666666, 0.6666666666666666], [0.6666666666666666, 0.6666666666666666]].value(),
        Closeness::Close,
    );
    compare(
        r#"np.corrcoef(a)"#,
        r#"{ let c = broadcast!(mean[k]((a[i, k] - mean[l](a[i, l])) * (a[j, k] - mean[l](a[j, l]))) -> [i, j]); broadcast!(c[i, j] / (c[i, i] * c[j, j]).sqrt() -> [i, j]) }"#,
        {
            let Given { mut a, .. } = given();
            ({
                let c = broadcast!(mean[k]((a[i, k] - mean[l](a[i, l])) * (a[j, k] - mean[l](a[j, l]))) -> [i, j]);
                broadcast!(c[i, j] / (c[i, i] * c[j, j]).sqrt() -> [i, j])
            })
            .value()
        },
        [[1.0, 1.0], [1.0, 1.0]].value(),
        Closeness::Close,
    );
}

#[test]
fn linear_algebra_and_einsum() {
    compare(
        r#"a @ b.T"#,
        r#"einsum!(a[i, k] * b[j, k] -> [i, j])"#,
        {
            let Given { mut a, mut b, .. } = given();
            (einsum!(a[i, k] * b[j, k] -> [i, j])).value()
        },
        [[140.0, 320.0], [320.0, 770.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"a @ x"#,
        r#"einsum!(a[i, j] * x[j] -> [i])"#,
        {
            let Given { mut a, mut x, .. } = given();
            (einsum!(a[i, j] * x[j] -> [i])).value()
        },
        [17.0, 38.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"x @ y"#,
        r#"einsum!(x[i] * y[i])"#,
        {
            let Given { mut x, mut y, .. } = given();
            (einsum!(x[i] * y[i])).value()
        },
        210.0.value(),
        Closeness::Exact,
    );
    compare(
        r#"np.vdot(z, z)"#,
        r#"einsum!(z[i].conj() * z[i])"#,
        {
            let Given { mut z, .. } = given();
            (einsum!(z[i].conj() * z[i])).value()
        },
        Complex::new(26.0, 0.0).value(),
        Closeness::Exact,
    );
    compare(
        r#"np.outer(x, y)"#,
        r#"einsum!(x[i] * y[j] -> [i, j])"#,
        {
            let Given { mut x, mut y, .. } = given();
            (einsum!(x[i] * y[j] -> [i, j])).value()
        },
        [[10.0, 20.0, 40.0], [20.0, 40.0, 80.0], [40.0, 80.0, 160.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.trace(q)"#,
        r#"einsum!(q[i, i])"#,
        {
            let Given { mut q, .. } = given();
            (einsum!(q[i, i])).value()
        },
        5.0.value(),
        Closeness::Exact,
    );
    compare(
        r#"np.einsum("ij,kj->ik", a, b)"#,
        r#"einsum!("ij,kj->ik", a, b)"#,
        {
            let Given { mut a, mut b, .. } = given();
            (einsum!("ij,kj->ik", a, b)).value()
        },
        [[140.0, 320.0], [320.0, 770.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.einsum("ii->i", q)"#,
        r#"einsum!("ii->i", q)"#,
        {
            let Given { mut q, .. } = given();
            (einsum!("ii->i", q)).value()
        },
        [2.0, 3.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.einsum("ii->i", q)"#,
        r#"q.diag()"#,
        {
            let Given { mut q, .. } = given();
            (q.diag()).value()
        },
        [2.0, 3.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.einsum("ij,j", a, x)"#,
        r#"einsum!("ij,j", a, x)"#,
        {
            let Given { mut a, mut x, .. } = given();
            (einsum!("ij,j", a, x)).value()
        },
        [17.0, 38.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.einsum("...ij->...ji", t)"#,
        r#"einsum!("...ij->...ji", t)"#,
        {
            let Given { mut t, .. } = given();
            (einsum!("...ij->...ji", t)).value()
        },
        [
            [[0, 10, 20], [1, 11, 21], [2, 12, 22], [3, 13, 23]],
            [[100, 110, 120], [101, 111, 121], [102, 112, 122], [103, 113, 123]],
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"np.einsum("...ij->...ji", t)"#,
        r#"einsum!(t[.., i, j] -> [.., j, i])"#,
        {
            let Given { mut t, .. } = given();
            (einsum!(t[.., i, j] -> [.., j, i])).value()
        },
        [
            [[0, 10, 20], [1, 11, 21], [2, 12, 22], [3, 13, 23]],
            [[100, 110, 120], [101, 111, 121], [102, 112, 122], [103, 113, 123]],
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"q @ a @ b.T"#,
        r#"einsum!(q[i, j] * a[j, k] * b[l, k] -> [i, l])"#,
        {
            let Given { mut a, mut b, mut q, .. } = given();
            (einsum!(q[i, j] * a[j, k] * b[l, k] -> [i, l])).value()
        },
        [[600.0, 1410.0], [1100.0, 2630.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.einsum_path("ij,kj,kl->il", a, b, a)"#,
        r#"einsum_path!("ij,kj,kl->il", a, b, a)"#,
        {
            let Given { mut a, mut b, .. } = given();
            einsum_path!("ij,kj,kl->il", a, b, a);
            nothing()
        },
        nothing(),
        Closeness::Exact,
    );
    compare(
        r#"np.tensordot(t, t, axes=([1, 2], [1, 2]))"#,
        r#"einsum!(t[i, k, l] * t[j, k, l] -> [i, j])"#,
        {
            let Given { mut t, .. } = given();
            (einsum!(t[i, k, l] * t[j, k, l] -> [i, j])).value()
        },
        [[2402, 16202], [16202, 150002]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.matmul(t, t.swapaxes(1, 2))"#,
        r#"einsum!(t[n, i, k] * t[n, j, k] -> [n, i, j])"#,
        {
            let Given { mut n, mut t, .. } = given();
            (einsum!(t[n, i, k] * t[n, j, k] -> [n, i, j])).value()
        },
        [
            [[14, 74, 134], [74, 534, 994], [134, 994, 1854]],
            [[41214, 45274, 49334], [45274, 49734, 54194], [49334, 54194, 59054]],
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"q += np.outer([1., 2.], [3., 4.])"#,
        r#"einsum!(q[i, j] += [1., 2.][i] * [3., 4.][j])"#,
        {
            let Given { mut q, .. } = given();
            einsum!(q[i, j] += [1., 2.][i] * [3., 4.][j]);
            q.value()
        },
        [[5.0, 5.0], [7.0, 11.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.kron(a, b)"#,
        r#"a.kron(&b)"#,
        {
            let Given { mut a, mut b, .. } = given();
            (a.kron(&b)).value()
        },
        [
            [10.0, 20.0, 30.0, 20.0, 40.0, 60.0, 30.0, 60.0, 90.0],
            [40.0, 50.0, 60.0, 80.0, 100.0, 120.0, 120.0, 150.0, 180.0],
            [40.0, 80.0, 120.0, 50.0, 100.0, 150.0, 60.0, 120.0, 180.0],
            [160.0, 200.0, 240.0, 200.0, 250.0, 300.0, 240.0, 300.0, 360.0],
        ]
        .value(),
        Closeness::Exact,
    );
    compare(
        r#"np.convolve(x, [1., -1.], "valid")"#,
        r#"einsum!(x.sliding_windows([2])[i, k] * [-1., 1.][k] -> [i])"#,
        {
            let Given { mut x, .. } = given();
            (einsum!(x.sliding_windows([2])[i, k] * [-1., 1.][k] -> [i])).value()
        },
        [1.0, 2.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.convolve(x, [1., -1.])"#,
        r#"einsum!(x.pad([(1, 1)], Pad::Constant(0.)).sliding_windows([2])[i, k] * [-1., 1.][k] -> [i])"#,
        {
            let Given { mut x, .. } = given();
            (einsum!(x.pad([(1, 1)], Pad::Constant(0.)).sliding_windows([2])[i, k] * [-1., 1.][k] -> [i])).value()
        },
        [1.0, 1.0, 2.0, -4.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.cross(x, [1., 0., 2.])"#,
        r#"{ let y = Array::from([1., 0., 2.]); let (x1, x2, y1, y2) = (x.roll::<0>(-1), x.roll::<0>(-2), y.roll::<0>(-1), y.roll::<0>(-2)); broadcast!(x1 * y2 - x2 * y1) }"#,
        {
            let Given { mut x, mut y, .. } = given();
            ({
                let y = Array::from([1., 0., 2.]);
                let (x1, x2, y1, y2) = (x.roll::<0>(-1), x.roll::<0>(-2), y.roll::<0>(-1), y.roll::<0>(-2));
                broadcast!(x1 * y2 - x2 * y1)
            })
            .value()
        },
        [4.0, 2.0, -2.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.linalg.matrix_power(q, 3)"#,
        r#"einsum!(q[i, j] * q[j, k] * q[k, l] -> [i, l])"#,
        {
            let Given { mut q, .. } = given();
            (einsum!(q[i, j] * q[j, k] * q[k, l] -> [i, l])).value()
        },
        [[15.0, 20.0], [20.0, 35.0]].value(),
        Closeness::Exact,
    );
}

#[test]
fn ufuncs() {
    compare(
        r#"np.add(a, x)"#,
        r#"ufuncs::add(&a, &x)"#,
        {
            let Given { mut a, mut x, .. } = given();
            (ufuncs::add(&a, &x)).value()
        },
        [[2.0, 4.0, 7.0], [5.0, 7.0, 10.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.sin(x)"#,
        r#"ufuncs::sin(&x)"#,
        {
            let Given { mut x, .. } = given();
            (ufuncs::sin(&x)).value()
        },
        [0.8414709848078965, 0.9092974268256817, -0.7568024953079282].value(),
        Closeness::Close,
    );
    compare(
        r#"np.sin(x)"#,
        r#"broadcast!(x.sin())"#,
        {
            let Given { mut x, .. } = given();
            (broadcast!(x.sin())).value()
        },
        [0.8414709848078965, 0.9092974268256817, -0.7568024953079282].value(),
        Closeness::Close,
    );
    compare(
        r#"np.log(x) ;; np.log1p(x) ;; np.log2(x) ;; np.expm1(x)"#,
        r#"ufuncs::log(&x) ;; ufuncs::log1p(&x) ;; ufuncs::log2(&x) ;; ufuncs::expm1(&x)"#,
        {
            let Given { mut x, .. } = given();
            vec![
                (ufuncs::log(&x)).value(),
                (ufuncs::log1p(&x)).value(),
                (ufuncs::log2(&x)).value(),
                (ufuncs::expm1(&x)).value(),
            ]
            .value()
        },
        vec![
            [0.0, 0.6931471805599453, 1.3862943611198906].value(),
            [0.6931471805599453, 1.0986122886681096, 1.6094379124341003].value(),
            [0.0, 1.0, 2.0].value(),
            [1.718281828459045, 6.38905609893065, 53.598150033144236].value(),
        ]
        .value(),
        Closeness::Close,
    );
    compare(
        r#"np.floor(-x / 3) ;; np.ceil(-x / 3) ;; np.trunc(-x / 3)"#,
        r#"broadcast!((-x / 3.0).floor()) ;; broadcast!((-x / 3.0).ceil()) ;; broadcast!((-x / 3.0).trunc())"#,
        {
            let Given { mut x, .. } = given();
            vec![
                (broadcast!((-x / 3.0).floor())).value(),
                (broadcast!((-x / 3.0).ceil())).value(),
                (broadcast!((-x / 3.0).trunc())).value(),
            ]
            .value()
        },
        vec![[-1.0, -1.0, -2.0].value(), [-0.0, -0.0, -1.0].value(), [-0.0, -0.0, -1.0].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.sqrt(a)"#,
        r#"broadcast!(a.sqrt())"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!(a.sqrt())).value()
        },
        [[1.0, 1.4142135623730951, 1.7320508075688772], [2.0, 2.23606797749979, 2.449489742783178]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.sqrt(a)"#,
        r#"ufuncs::sqrt(&a)"#,
        {
            let Given { mut a, .. } = given();
            (ufuncs::sqrt(&a)).value()
        },
        [[1.0, 1.4142135623730951, 1.7320508075688772], [2.0, 2.23606797749979, 2.449489742783178]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.arctan2(y, x)"#,
        r#"ufuncs::arctan2(&y, &x)"#,
        {
            let Given { mut x, mut y, .. } = given();
            (ufuncs::arctan2(&y, &x)).value()
        },
        [1.4711276743037347, 1.4711276743037347, 1.4711276743037347].value(),
        Closeness::Close,
    );
    compare(
        r#"np.hypot(3.0, [4.0, 5.0])"#,
        r#"ufuncs::hypot(3.0, &[4.0, 5.0])"#,
        (ufuncs::hypot(3.0, &[4.0, 5.0])).value(),
        [5.0, 5.830951894845301].value(),
        Closeness::Close,
    );
    compare(
        r#"np.maximum(a, 3)"#,
        r#"ufuncs::maximum(&a, 3.0)"#,
        {
            let Given { mut a, .. } = given();
            (ufuncs::maximum(&a, 3.0)).value()
        },
        [[3.0, 3.0, 3.0], [4.0, 5.0, 6.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.fmax(u, 0)"#,
        r#"ufuncs::fmax(&u, 0.0)"#,
        {
            let Given { mut u, .. } = given();
            (ufuncs::fmax(&u, 0.0)).value()
        },
        [1.0, 0.0, 3.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.remainder([-7., 7.], 3)"#,
        r#"ufuncs::remainder(&[-7., 7.], 3.)"#,
        (ufuncs::remainder(&[-7., 7.], 3.)).value(),
        [2.0, 1.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.floor_divide([-7., 7.], 3) ;; np.fmod([-7., 7.], 3)"#,
        r#"ufuncs::floor_divide(&[-7., 7.], 3.) ;; ufuncs::fmod(&[-7., 7.], 3.)"#,
        vec![(ufuncs::floor_divide(&[-7., 7.], 3.)).value(), (ufuncs::fmod(&[-7., 7.], 3.)).value()].value(),
        vec![[-3.0, 2.0].value(), [-1.0, 1.0].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.modf([1.5, -0.25])"#,
        r#"ufuncs::modf(&[1.5, -0.25])"#,
        (ufuncs::modf(&[1.5, -0.25])).value(),
        vec![[0.5, -0.25].value(), [1.0, -0.0].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.divmod([-7., 7.], 3)"#,
        r#"ufuncs::divmod(&[-7., 7.], 3.)"#,
        (ufuncs::divmod(&[-7., 7.], 3.)).value(),
        vec![[-3.0, 2.0].value(), [2.0, 1.0].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.sign(a - 3)"#,
        r#"ufuncs::sign(&broadcast!(a - 3.0))"#,
        {
            let Given { mut a, .. } = given();
            (ufuncs::sign(&broadcast!(a - 3.0))).value()
        },
        [[-1.0, -1.0, 0.0], [1.0, 1.0, 1.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.rint([0.5, 1.5, -0.4])"#,
        r#"ufuncs::rint(&[0.5, 1.5, -0.4])"#,
        (ufuncs::rint(&[0.5, 1.5, -0.4])).value(),
        [0.0, 2.0, -0.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.isnan(u)"#,
        r#"broadcast!(u.is_nan())"#,
        {
            let Given { mut u, .. } = given();
            (broadcast!(u.is_nan())).value()
        },
        [false, true, false].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.isnan(u)"#,
        r#"ufuncs::isnan(&u)"#,
        {
            let Given { mut u, .. } = given();
            (ufuncs::isnan(&u)).value()
        },
        [false, true, false].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.less_equal(a, x)"#,
        r#"ufuncs::less_equal(&a, &x)"#,
        {
            let Given { mut a, mut x, .. } = given();
            (ufuncs::less_equal(&a, &x)).value()
        },
        [[true, true, true], [false, false, false]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.less_equal(a, x)"#,
        r#"broadcast!(a <= x)"#,
        {
            let Given { mut a, mut x, .. } = given();
            (broadcast!(a <= x)).value()
        },
        [[true, true, true], [false, false, false]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.logical_and(m, a > 2)"#,
        r#"ufuncs::logical_and(&m, &broadcast!(a > 2.0))"#,
        {
            let Given { mut a, mut m, .. } = given();
            (ufuncs::logical_and(&m, &broadcast!(a > 2.0))).value()
        },
        [[false, false, true], [false, true, true]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.logical_and(m, a > 2)"#,
        r#"broadcast!(m && a > 2.0)"#,
        {
            let Given { mut a, mut m, .. } = given();
            (broadcast!(m && a > 2.0)).value()
        },
        [[false, false, true], [false, true, true]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.logical_or.reduce(m, axis=1)"#,
        r#"ufuncs::logical_or::reduce::<1>(&m)"#,
        {
            let Given { mut m, .. } = given();
            (ufuncs::logical_or::reduce::<1>(&m)).value()
        },
        [true, true].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.logical_or.reduce(m, axis=1)"#,
        r#"m.any::<1>()"#,
        {
            let Given { mut m, .. } = given();
            (m.any::<1>()).value()
        },
        [true, true].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.bitwise_xor(n, 1)"#,
        r#"broadcast!(n ^ 1)"#,
        {
            let Given { mut n, .. } = given();
            (broadcast!(n ^ 1)).value()
        },
        [2, 0, 3, 2].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.bitwise_xor(n, 1)"#,
        r#"ufuncs::bitwise_xor(&n, 1)"#,
        {
            let Given { mut n, .. } = given();
            (ufuncs::bitwise_xor(&n, 1)).value()
        },
        [2, 0, 3, 2].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.add(a, 1, out=a)"#,
        r#"broadcast!(a += 1.0)"#,
        {
            let Given { mut a, .. } = given();
            broadcast!(a += 1.0);
            a.value()
        },
        [[2.0, 3.0, 4.0], [5.0, 6.0, 7.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.multiply(a, x, out=b)"#,
        r#"ufuncs::multiply::into(&mut b, &a, &x)"#,
        {
            let Given { mut a, mut b, mut x, .. } = given();
            ufuncs::multiply::into(&mut b, &a, &x);
            b.value()
        },
        [[1.0, 4.0, 12.0], [4.0, 10.0, 24.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.divide(a, x, out=b, where=m)"#,
        r#"ufuncs::divide::masked(&mut b, &m, &a, &x)"#,
        {
            let Given { mut a, mut b, mut x, mut m, .. } = given();
            ufuncs::divide::masked(&mut b, &m, &a, &x);
            b.value()
        },
        [[1.0, 20.0, 0.75], [40.0, 2.5, 1.5]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.divide(a, x, out=b, where=m)"#,
        r#"broadcast!(b = a / x, where m)"#,
        {
            let Given { mut a, mut b, mut x, mut m, .. } = given();
            broadcast!(b = a / x, where m);
            b.value()
        },
        [[1.0, 20.0, 0.75], [40.0, 2.5, 1.5]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.add.reduce(a, axis=1)"#,
        r#"ufuncs::add::reduce::<1>(&a)"#,
        {
            let Given { mut a, .. } = given();
            (ufuncs::add::reduce::<1>(&a)).value()
        },
        [6.0, 15.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.maximum.accumulate([3., 1., 4.])"#,
        r#"ufuncs::maximum::accumulate::<0>(&[3., 1., 4.])"#,
        (ufuncs::maximum::accumulate::<0>(&[3., 1., 4.])).value(),
        [3.0, 3.0, 4.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.add.reduceat(x, [0, 1])"#,
        r#"ufuncs::add::reduceat::<0>(&x, &[0, 1])"#,
        {
            let Given { mut x, .. } = given();
            (ufuncs::add::reduceat::<0>(&x, &[0, 1])).value()
        },
        [1.0, 6.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.subtract.outer(x, y)"#,
        r#"ufuncs::subtract::outer(&x, &y)"#,
        {
            let Given { mut x, mut y, .. } = given();
            (ufuncs::subtract::outer(&x, &y)).value()
        },
        [[-9.0, -19.0, -39.0], [-8.0, -18.0, -38.0], [-6.0, -16.0, -36.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.subtract.outer(x, y)"#,
        r#"broadcast!(x[i] - y[j] -> [i, j])"#,
        {
            let Given { mut x, mut y, .. } = given();
            (broadcast!(x[i] - y[j] -> [i, j])).value()
        },
        [[-9.0, -19.0, -39.0], [-8.0, -18.0, -38.0], [-6.0, -16.0, -36.0]].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.add.at(x, [0, 0, 2], 1)"#,
        r#"ufuncs::add::at(&mut x, &[0, 0, 2], &1.0)"#,
        {
            let Given { mut x, .. } = given();
            ufuncs::add::at(&mut x, &[0, 0, 2], &1.0);
            x.value()
        },
        [3.0, 2.0, 5.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.vectorize(lambda n: n if n % 2 else n // 2)(n)"#,
        r#"{ ufunc! { fn halved(n: i64) -> i64 { if n % 2 == 0 { n / 2 } else { n } } } halved(&n) }"#,
        {
            let Given { mut n, .. } = given();
            ({
                ufunc! { fn halved(n: i64) -> i64 { if n % 2 == 0 { n / 2 } else { n } } }
                halved(&n)
            })
            .value()
        },
        [3, 1, 1, 3].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.matmul(q, q) ;; np.vecdot(a, b)"#,
        r#"ufuncs::matmul(&q, &q) ;; ufuncs::vecdot(&a, &b)"#,
        {
            let Given { mut a, mut b, mut q, .. } = given();
            vec![(ufuncs::matmul(&q, &q)).value(), (ufuncs::vecdot(&a, &b)).value()].value()
        },
        vec![[[5.0, 5.0], [5.0, 10.0]].value(), [140.0, 770.0].value()].value(),
        Closeness::Close,
    );
    compare(
        r#"np.nextafter(x, 9) ;; np.gcd(n, 6) ;; np.floor_divide(-n, 2)"#,
        r#"ufuncs::nextafter(&x, 9.0) ;; ufuncs::gcd(&n, 6) ;; ufuncs::floor_divide(&broadcast!(-n), 2)"#,
        {
            let Given { mut x, mut n, .. } = given();
            vec![
                (ufuncs::nextafter(&x, 9.0)).value(),
                (ufuncs::gcd(&n, 6)).value(),
                (ufuncs::floor_divide(&broadcast!(-n), 2)).value(),
            ]
            .value()
        },
        vec![
            [1.0000000000000002, 2.0000000000000004, 4.000000000000001].value(),
            [3, 1, 2, 3].value(),
            [-2, -1, -1, -2].value(),
        ]
        .value(),
        Closeness::Exact,
    );
}

#[test]
fn sorting_searching_and_counting() {
    compare(
        r#"np.sort(n)"#,
        r#"n.sort::<0>()"#,
        {
            let Given { mut n, .. } = given();
            (n.sort::<0>()).value()
        },
        [1, 2, 3, 3].value(),
        Closeness::Exact,
    );
    compare(
        r#"n.sort()"#,
        r#"n.sort_in_place::<0>()"#,
        {
            let Given { mut n, .. } = given();
            n.sort_in_place::<0>();
            n.value()
        },
        [1, 2, 3, 3].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.sort(n)[::-1]"#,
        r#"n.sort::<0>().reverse::<0>()"#,
        {
            let Given { mut n, .. } = given();
            (n.sort::<0>().reverse::<0>()).value()
        },
        [3, 3, 2, 1].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.sort(b, axis=None)"#,
        r#"b.to_reshaped(b.len()).unwrap().sort::<0>()"#,
        {
            let Given { mut b, .. } = given();
            (b.to_reshaped(b.len()).unwrap().sort::<0>()).value()
        },
        [10.0, 20.0, 30.0, 40.0, 50.0, 60.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.argsort(n, kind="stable")"#,
        r#"n.argsort::<0>()"#,
        {
            let Given { mut n, .. } = given();
            (n.argsort::<0>()).value()
        },
        [1, 2, 0, 3].value(),
        Closeness::Exact,
    );
    compare(
        r#"n[np.argsort(n, kind="stable")[::-1]]"#,
        r#"n.select::<0>(&n.argsort::<0>().reverse::<0>())"#,
        {
            let Given { mut n, .. } = given();
            (n.select::<0>(&n.argsort::<0>().reverse::<0>())).value()
        },
        [3, 3, 2, 1].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.partition(n, 1)[1]"#,
        r#"n.partition::<0>(1)[1]"#,
        {
            let Given { mut n, .. } = given();
            (n.partition::<0>(1)[1]).value()
        },
        2.value(),
        Closeness::Exact,
    );
    compare(
        r#"np.sort(n[np.argpartition(n, 1)[:2]])"#,
        r#"n.select::<0>(&n.argpartition::<0>(1).slice(s![..2])).sort::<0>()"#,
        {
            let Given { mut n, .. } = given();
            (n.select::<0>(&n.argpartition::<0>(1).slice(s![..2])).sort::<0>()).value()
        },
        [1, 2].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.unique(n)"#,
        r#"n.unique()"#,
        {
            let Given { mut n, .. } = given();
            (n.unique()).value()
        },
        [1, 2, 3].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.unique(n, return_counts=True)"#,
        r#"n.unique_counts()"#,
        {
            let Given { mut n, .. } = given();
            (n.unique_counts()).value()
        },
        vec![[1, 2, 3].value(), [1, 1, 2].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.unique(n, return_inverse=True)[1]"#,
        r#"n.unique().searchsorted(&n, Side::Left)"#,
        {
            let Given { mut n, .. } = given();
            (n.unique().searchsorted(&n, Side::Left)).value()
        },
        [2, 0, 1, 2].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.intersect1d(n, [2, 3, 9])"#,
        r#"{ let u = n.unique(); u.mask(&u.isin(&[2, 3, 9])) }"#,
        {
            let Given { mut n, mut u, .. } = given();
            ({
                let u = n.unique();
                u.mask(&u.isin(&[2, 3, 9]))
            })
            .value()
        },
        [2, 3].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.setdiff1d(n, [2, 9])"#,
        r#"{ let u = n.unique(); u.mask(&u.isin(&[2, 9]).mapv(|found| !found)) }"#,
        {
            let Given { mut n, mut u, .. } = given();
            ({
                let u = n.unique();
                u.mask(&u.isin(&[2, 9]).mapv(|found| !found))
            })
            .value()
        },
        [1, 3].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.union1d(n, [2, 9])"#,
        r#"Array::concat::<0>(&[n.view(), Array::from([2, 9]).view_dynamic()]).unique()"#,
        {
            let Given { mut n, .. } = given();
            (Array::concat::<0>(&[n.view(), Array::from([2, 9]).view_dynamic()]).unique()).value()
        },
        [1, 2, 3, 9].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.searchsorted(x, [2, 3])"#,
        r#"x.searchsorted(&[2.0, 3.0], Side::Left)"#,
        {
            let Given { mut x, .. } = given();
            (x.searchsorted(&[2.0, 3.0], Side::Left)).value()
        },
        [1, 2].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.searchsorted(n, [2, 3], sorter=np.argsort(n))"#,
        r#"n.searchsorted_by(&[2, 3], Side::Left, &n.argsort::<0>())"#,
        {
            let Given { mut n, .. } = given();
            (n.searchsorted_by(&[2, 3], Side::Left, &n.argsort::<0>())).value()
        },
        [1, 2].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.digitize([1.5, 9.0], x)"#,
        r#"x.searchsorted(&[1.5, 9.0], Side::Right)"#,
        {
            let Given { mut x, .. } = given();
            (x.searchsorted(&[1.5, 9.0], Side::Right)).value()
        },
        [1, 3].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.isin(n, [2, 3])"#,
        r#"n.isin(&[2, 3])"#,
        {
            let Given { mut n, .. } = given();
            (n.isin(&[2, 3])).value()
        },
        [true, false, true, true].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.bincount(n)"#,
        r#"n.bincount(0)"#,
        {
            let Given { mut n, .. } = given();
            (n.bincount(0)).value()
        },
        [0, 1, 1, 2].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.bincount([0, 2, 0], weights=x)"#,
        r#"Array::from([0, 2, 0]).bincount_of(&x, 0)"#,
        {
            let Given { mut x, .. } = given();
            (Array::from([0, 2, 0]).bincount_of(&x, 0)).value()
        },
        [5.0, 0.0, 2.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.histogram(x, bins=3)"#,
        r#"x.histogram(3)"#,
        {
            let Given { mut x, .. } = given();
            (x.histogram(3)).value()
        },
        vec![[1, 1, 1].value(), [1.0, 2.0, 3.0, 4.0].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.histogram(x, bins=2, range=(0, 5))"#,
        r#"x.histogram_in(2, 0.0, 5.0)"#,
        {
            let Given { mut x, .. } = given();
            (x.histogram_in(2, 0.0, 5.0)).value()
        },
        vec![[2, 1].value(), [0.0, 2.5, 5.0].value()].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.histogram(x, [0., 2., 4.])[0]"#,
        r#"x.histogram_at(&[0.0, 2.0, 4.0])"#,
        {
            let Given { mut x, .. } = given();
            (x.histogram_at(&[0.0, 2.0, 4.0])).value()
        },
        [1, 2].value(),
        Closeness::Exact,
    );
    compare(
        r#"np.nonzero(m.ravel())"#,
        r#"m.reshape(m.len()).unwrap().nonzero()"#,
        {
            let Given { mut m, .. } = given();
            (m.reshape(m.len()).unwrap().nonzero()).value()
        },
        vec![[0, 2, 4, 5].value()].value(),
        Closeness::Exact,
    );
}

#[test]
fn random() {
    compare(
        r#"np.random.default_rng(1).uniform(-1, 1, 3)"#,
        r#"Array::uniform(3, -1.0..1.0, &mut rng)"#,
        {
            let Given { mut rng, .. } = given();
            (Array::uniform(3, -1.0..1.0, &mut rng)).value()
        },
        [0.023643249400513433, 0.9009273926518706, -0.7116807745607325].value(),
        Closeness::Extents,
    );
    compare(
        r#"np.random.default_rng(1).normal(0, 1, (2, 3))"#,
        r#"Array::normal((2, 3), 0.0, 1.0, &mut rng)"#,
        {
            let Given { mut rng, .. } = given();
            (Array::normal((2, 3), 0.0, 1.0, &mut rng)).value()
        },
        [
            [0.345584192064786, 0.8216181435011584, 0.33043707618338714],
            [-1.303157231604361, 0.9053558666731177, 0.4463745723640113],
        ]
        .value(),
        Closeness::Extents,
    );
    compare(
        r#"np.random.default_rng(1).integers(0, 6, 3)"#,
        r#"Array::integers(3, 0..6, &mut rng)"#,
        {
            let Given { mut rng, .. } = given();
            (Array::integers(3, 0..6, &mut rng)).value()
        },
        [2, 3, 4].value(),
        Closeness::Extents,
    );
    compare(
        r#"np.random.default_rng(1).permutation(4)"#,
        r#"Array::permutation(4, &mut rng)"#,
        {
            let Given { mut rng, .. } = given();
            (Array::permutation(4, &mut rng)).value()
        },
        [0, 1, 2, 3].value(),
        Closeness::Extents,
    );
    compare(
        r#"np.random.default_rng(1).shuffle(x)"#,
        r#"x.shuffle::<0>(&mut rng)"#,
        {
            let Given { mut x, mut rng, .. } = given();
            x.shuffle::<0>(&mut rng);
            x.value()
        },
        [1.0, 2.0, 4.0].value(),
        Closeness::Extents,
    );
    compare(
        r#"np.random.default_rng(1).choice(x, 2, replace=False)"#,
        r#"x.choice::<0>(2, Draw::Once, &mut rng)"#,
        {
            let Given { mut x, mut rng, .. } = given();
            (x.choice::<0>(2, Draw::Once, &mut rng)).value()
        },
        [1.0, 2.0].value(),
        Closeness::Extents,
    );
    compare(
        r#"np.random.default_rng(1).choice(x, 5, p=[.5, .25, .25])"#,
        r#"x.choice::<0>(5, Draw::AgainBy(&[0.5, 0.25, 0.25]), &mut rng)"#,
        {
            let Given { mut x, mut rng, .. } = given();
            (x.choice::<0>(5, Draw::AgainBy(&[0.5, 0.25, 0.25]), &mut rng)).value()
        },
        [2.0, 4.0, 1.0, 4.0, 1.0].value(),
        Closeness::Extents,
    );
    compare(
        r#"np.random.default_rng(1).random(3)"#,
        r#"Array::<f64, _>::sampled(3, &StandardUniform, &mut rng)"#,
        {
            let Given { mut rng, .. } = given();
            (Array::<f64, _>::sampled(3, &StandardUniform, &mut rng)).value()
        },
        [0.5118216247002567, 0.9504636963259353, 0.14415961271963373].value(),
        Closeness::Extents,
    );
}

#[test]
fn testing_and_printing() {
    compare(
        r#"np.testing.assert_allclose(a, a + 1e-9)"#,
        r#"assert_allclose!(a, broadcast!(a + 1e-9))"#,
        {
            let Given { mut a, .. } = given();
            assert_allclose!(a, broadcast!(a + 1e-9));
            nothing()
        },
        nothing(),
        Closeness::Exact,
    );
    compare(
        r#"np.testing.assert_allclose(a, 1.05 * a, rtol=0.1)"#,
        r#"assert_allclose!(a, broadcast!(1.05 * a), rtol = 0.1)"#,
        {
            let Given { mut a, .. } = given();
            assert_allclose!(a, broadcast!(1.05 * a), rtol = 0.1);
            nothing()
        },
        nothing(),
        Closeness::Exact,
    );
    compare(
        r#"np.testing.assert_array_equal(a, a)"#,
        r#"assert_array_equal!(a, a)"#,
        {
            let Given { mut a, .. } = given();
            assert_array_equal!(a, a);
            nothing()
        },
        nothing(),
        Closeness::Exact,
    );
    compare(
        r#"np.array_equal(a, b)"#,
        r#"a == b"#,
        {
            let Given { mut a, mut b, .. } = given();
            (a == b).value()
        },
        false.value(),
        Closeness::Exact,
    );
    compare(
        r#"np.allclose(a, a + 1e-9)"#,
        r#"a.allclose(&broadcast!(a + 1e-9), 1e-5, 1e-8)"#,
        {
            let Given { mut a, .. } = given();
            (a.allclose(&broadcast!(a + 1e-9), 1e-5, 1e-8)).value()
        },
        true.value(),
        Closeness::Exact,
    );
    compare(
        r#"str(a)"#,
        r#"a.to_string()"#,
        {
            let Given { mut a, .. } = given();
            (a.to_string()).value()
        },
        "[[1. 2. 3.]\n [4. 5. 6.]]".value(),
        Closeness::Exact,
    );
    compare(
        r#"repr(a)"#,
        r#"format!("{a:?}")"#,
        {
            let Given { mut a, .. } = given();
            (format!("{a:?}")).value()
        },
        "array([[1., 2., 3.],\n       [4., 5., 6.]])".value(),
        Closeness::Exact,
    );
    compare(
        r#"a.ravel().tolist()"#,
        r#"a.to_vec()"#,
        {
            let Given { mut a, .. } = given();
            (a.to_vec()).value()
        },
        [1.0, 2.0, 3.0, 4.0, 5.0, 6.0].value(),
        Closeness::Exact,
    );
}

#[test]
fn types() {
    compare(
        r#"a.astype(np.int32)"#,
        r#"broadcast!(a as i32)"#,
        {
            let Given { mut a, .. } = given();
            (broadcast!(a as i32)).value()
        },
        [[1, 2, 3], [4, 5, 6]].value(),
        Closeness::Exact,
    );
    compare(
        r#"n.astype(float)"#,
        r#"n.mapv(|n| n as f64)"#,
        {
            let Given { mut n, .. } = given();
            (n.mapv(|n| n as f64)).value()
        },
        [3.0, 1.0, 2.0, 3.0].value(),
        Closeness::Exact,
    );
    compare(
        r#"m.astype(int).sum()"#,
        r#"m.count_nonzero_all()"#,
        {
            let Given { mut m, .. } = given();
            (m.count_nonzero_all()).value()
        },
        4.value(),
        Closeness::Exact,
    );
    compare(
        r#"n.astype(float) / 2"#,
        r#"broadcast!(n as f64 / 2.0)"#,
        {
            let Given { mut n, .. } = given();
            (broadcast!(n as f64 / 2.0)).value()
        },
        [1.5, 0.5, 1.0, 1.5].value(),
        Closeness::Exact,
    );
    compare(
        r#"x + 1j * y"#,
        r#"broadcast!(Complex::new(x, y))"#,
        {
            let Given { mut x, mut y, .. } = given();
            (broadcast!(Complex::new(x, y))).value()
        },
        [Complex::new(1.0, 10.0), Complex::new(2.0, 20.0), Complex::new(4.0, 40.0)].value(),
        Closeness::Exact,
    );
}
