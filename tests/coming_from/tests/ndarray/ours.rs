//! The column of ndweave, a function a subject.
//!
//! Written by `tests/generate/coming_from.py` from `tests/coming_from/ndarray.tsv`; do not edit.

// Rows are written as a reader would write them, not as lints would.
#![allow(clippy::all, deprecated, unused_imports, unused_mut, unused_parens, unused_variables)]

use ::coming_from::given::ndweave::{Given, given};
use ::coming_from::{AsValue, Value, named, nothing};
use ndweave::*;

pub fn making_arrays() -> Vec<Value> {
    vec![
        (array![[1., 2.], [3., 4.]]).value(),
        (Array::from([1, 2])).value(),
        (Array::<f64, _>::zeros((2, 3))).value(),
        (Array::<f32, _>::ones(4)).value(),
        (Array::full((2, 3), 7)).value(),
        {
            let Given { mut a, .. } = given();
            (Array::<f64, _>::zeros(a.shape())).value()
        },
        (Array::from_fn((2, 3), |[i, j]| 10 * i + j)).value(),
        (Array::from_shape_vec((2, 2), vec![1, 2, 3, 4])).value(),
        (Array::from_vec(vec![1, 2])).value(),
        ((0..4).map(|k| k * k).collect::<Array1<_>>()).value(),
        (Array::arange(0., 10., 3.)).value(),
        (Array::linspace(0., 1., 5)).value(),
        (Array::logspace(0., 2., 3)).value(),
        (Array::geomspace(1., 1000., 4)).value(),
        (Array::<f64, _>::eye(3)).value(),
        {
            let Given { mut x, .. } = given();
            (Array::from_diag(&x)).value()
        },
        {
            let Given { mut q, .. } = given();
            vec![(q.tril(0)).value(), (q.triu(1)).value()].value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            (a.kron(&b)).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.clone()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.view().to_owned()).value()
        },
        ([1, 2, 3, 4, 5, 6].as_view().reshape((3, 2))).value(),
        {
            let Given { mut a, .. } = given();
            (a.into_vec()).value()
        },
    ]
}

pub fn shape_and_axes() -> Vec<Value> {
    vec![
        {
            let Given { mut a, .. } = given();
            (a.extents()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.extents()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.extents().len()).value()
        },
        {
            let Given { mut a, .. } = given();
            vec![(a.len()).value(), (a.is_empty()).value()].value()
        },
        {
            let Given { mut a, .. } = given();
            vec![(a.extents()[0]).value(), (a.extents()[1]).value()].value()
        },
        {
            let Given { mut a, .. } = given();
            (a.strides()).value()
        },
        {
            let Given { mut a, mut t, .. } = given();
            (a.t()).value()
        },
        {
            let Given { mut a, mut t, .. } = given();
            (a.t()).value()
        },
        {
            let Given { mut t, .. } = given();
            (t.permute([2, 0, 1])).value()
        },
        {
            let Given { mut t, .. } = given();
            (t.swap_axes::<0, 2>()).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.insert_axis::<1>()).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.insert_axis::<0>().remove_axis::<0>()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.reverse::<1>()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.diag()).value()
        },
        {
            let Given { mut q, .. } = given();
            q.diag_mut().fill(0.);
            q.value()
        },
        {
            let Given { mut a, .. } = given();
            (a.reshape((3, 2))).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.into_reshaped((3, 2))).value()
        },
        {
            let Given { mut a, mut t, .. } = given();
            (a.t().to_reshaped((2, 3))).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.to_reshaped(a.len())).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.view_dynamic()).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.broadcast_to((2, 3))).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.is_contiguous()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.as_slice()).value()
        },
    ]
}

pub fn choosing_elements() -> Vec<Value> {
    vec![
        {
            let Given { mut a, .. } = given();
            (a[[1, 2]]).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.get([1, 2])).value()
        },
        {
            let Given { mut a, .. } = given();
            a[[0, 0]] = 9.;
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            vec![(a.index_axis::<0>(1)).value(), (a.index_axis::<1>(2)).value()].value()
        },
        {
            let Given { mut t, .. } = given();
            (t.index_axis::<2>(3)).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.slice(s![.., 1..])).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.slice(s![..;-1, ..;2])).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.slice(s![1, -1])).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.slice(s![.., NewAxis, ..])).value()
        },
        {
            let Given { mut t, .. } = given();
            (t.slice(s![..., 0])).value()
        },
        {
            let Given { mut a, .. } = given();
            a.slice_mut(s![.., 0]).fill(0.);
            a.value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            a.slice_mut(s![0, ..]).assign(&x);
            a.value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            broadcast!(a[0, j] = x[j]);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            (a.split_at::<1>(1).1).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.split_at::<1>(1)).value()
        },
        {
            let Given { mut a, .. } = given();
            a.split_at_mut::<0>(1).0.fill(0.);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            (a.select::<1>(&[2, 0])).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.sliding_windows([2])).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.sliding_windows([2]).slice(s![..;2])).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.split_at_each::<0>(&[2])).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.mask(&broadcast!(a > 2.))).value()
        },
        {
            let Given { mut a, mut m, .. } = given();
            a.fill_mask(&m, 0.);
            a.value()
        },
        {
            let Given { mut a, mut m, .. } = given();
            broadcast!(a = 0.0, where m);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            vec![(a.get([0, 0])).value(), (a.iter().last()).value()].value()
        },
        {
            let Given { mut a, .. } = given();
            a.as_mut_slice().swap(0, 5);
            a.value()
        },
    ]
}

pub fn iterating() -> Vec<Value> {
    vec![
        {
            let Given { mut a, .. } = given();
            (a.iter().collect::<Vec<_>>()).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            a.iter_mut().for_each(|x| *x += 1.);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            broadcast!(a += 1.0);
            a.value()
        },
        {
            let Given { mut x, .. } = given();
            (x.indexed_iter().map(|([i], x)| (i, x)).collect::<Vec<_>>()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.axis_iter::<0>().map(|row| row.sum_all()).collect::<Vec<_>>()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.axis_iter::<0>().map(|row| row[0]).collect::<Vec<_>>()).value()
        },
        {
            let Given { mut t, .. } = given();
            (t.axis_iter::<2>().map(|part| part.sum_all()).collect::<Vec<_>>()).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            a.axis_iter_mut::<0>().zip([2., 3.]).for_each(|(mut row, by)| row.mapv_inplace(|x| by * x));
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            broadcast!(a[i, j] *= [2., 3.][i]);
            a.value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            broadcast!(a = 2.0 * a + b);
            a.value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            (broadcast!(a * b - 1.0)).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (broadcast!(a - x)).value()
        },
        {
            let Given { mut a, .. } = given();
            broadcast!(a[i, j] = (10 * i + j) as f64);
            a.value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            (broadcast!(sum[i, j](a[i, j] * b[i, j]))).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.map(|x| *x as i32)).value()
        },
        {
            let Given { mut a, .. } = given();
            (broadcast!(a as i32)).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.mapv(|x| x * x)).value()
        },
        {
            let Given { mut a, .. } = given();
            (broadcast!(a * a)).value()
        },
        {
            let Given { mut a, .. } = given();
            a.mapv_inplace(f64::sqrt);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            broadcast!(a = a.sqrt());
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            broadcast!(a = -a);
            a.value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            ({
                a.mapv_inplace(|x| x + 1.);
                a
            })
            .value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            broadcast!(a = a.max(b));
            a.value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.iter().fold(0., |s, x| s + x)).value()
        },
        {
            let Given { mut a, .. } = given();
            (ufuncs::add::reduce_from::<0>(0., &a)).value()
        },
        {
            let Given { mut a, .. } = given();
            (broadcast!(sum[j](a[i, j] * a[i, j]) -> [i])).value()
        },
        {
            let Given { mut x, .. } = given();
            x = x.cumsum::<0>();
            x.value()
        },
    ]
}

pub fn arithmetic_and_broadcasting() -> Vec<Value> {
    vec![
        {
            let Given { mut a, mut b, .. } = given();
            (broadcast!(a + b)).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (broadcast!(2.0 * a - x)).value()
        },
        {
            let Given { mut x, mut y, .. } = given();
            (broadcast!(x[i] - y[j] -> [i, j])).value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            broadcast!(a += b);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            broadcast!(a *= 2.0);
            a.value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            broadcast!(a += 0.5 * b);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            (broadcast!(-a)).value()
        },
        {
            let Given { mut m, .. } = given();
            (broadcast!(!m)).value()
        },
        {
            let Given { mut n, .. } = given();
            (broadcast!(n % 2)).value()
        },
        {
            let Given { mut a, .. } = given();
            (broadcast!((a - 3.0).abs())).value()
        },
        {
            let Given { mut x, .. } = given();
            (broadcast!(x.sqrt())).value()
        },
        {
            let Given { mut x, .. } = given();
            vec![(broadcast!(x.exp())).value(), (broadcast!(x.ln())).value(), (broadcast!(x.sin())).value()].value()
        },
        {
            let Given { mut x, .. } = given();
            vec![(broadcast!(x.powi(3))).value(), (broadcast!(x.powf(0.5))).value()].value()
        },
        {
            let Given { mut x, .. } = given();
            (broadcast!(x * x)).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.clip(2., 5.)).value()
        },
        {
            let Given { mut u, .. } = given();
            (broadcast!(u.is_nan())).value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            a.assign(&b);
            a.value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            a.assign(&x);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            a.fill(7.);
            a.value()
        },
        {
            let Given { mut z, .. } = given();
            (broadcast!(z.norm())).value()
        },
        {
            let Given { mut z, .. } = given();
            (broadcast!(z.re)).value()
        },
    ]
}

pub fn reductions_and_scans() -> Vec<Value> {
    vec![
        {
            let Given { mut a, .. } = given();
            (a.sum_all()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.sum::<0>()).value()
        },
        {
            let Given { mut t, .. } = given();
            (t.sum_axes::<axes![0, 2]>()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.prod_all()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.prod::<1>()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.mean_all()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.mean::<1>()).value()
        },
        {
            let Given { mut a, .. } = given();
            vec![(a.var_all(1)).value(), (a.std_all(0)).value()].value()
        },
        {
            let Given { mut a, .. } = given();
            vec![(a.var::<0>(0)).value(), (a.std::<0>(1)).value()].value()
        },
        {
            let Given { mut a, .. } = given();
            (a.max_all()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.min::<0>()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.index_of(a.argmax_all())).value()
        },
        {
            let Given { mut m, .. } = given();
            (m.count_nonzero_all()).value()
        },
        {
            let Given { mut m, .. } = given();
            (broadcast!(count[i, j](m[i, j]))).value()
        },
        {
            let Given { mut m, .. } = given();
            vec![(m.any_all()).value(), (m.all_all()).value()].value()
        },
        {
            let Given { mut x, .. } = given();
            (x.norm_all()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.cumprod::<1>()).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.diff::<0>()).value()
        },
    ]
}

pub fn linear_algebra() -> Vec<Value> {
    vec![
        {
            let Given { mut a, mut b, .. } = given();
            (einsum!(a[i, k] * b[j, k] -> [i, j])).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (einsum!(a[i, j] * x[j] -> [i])).value()
        },
        {
            let Given { mut x, mut y, .. } = given();
            (einsum!(x[i] * y[i])).value()
        },
        {
            let Given { mut a, mut b, mut q, .. } = given();
            einsum!(b[i, k] += 2.0 * q[i, j] * a[j, k]);
            b.value()
        },
        {
            let Given { mut a, mut b, mut q, .. } = given();
            (einsum!(q[i, j] * a[j, k] * b[l, k] -> [i, l])).value()
        },
        {
            let Given { mut n, mut t, .. } = given();
            (einsum!(t[n, i, k] * t[n, j, k] -> [n, i, j])).value()
        },
        {
            let Given { mut q, .. } = given();
            (einsum!(q[i, i])).value()
        },
    ]
}

pub fn joining_and_repeating() -> Vec<Value> {
    vec![
        {
            let Given { mut a, mut b, .. } = given();
            (Array::concat::<0>(&[&a, &b])).value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            (Array::try_concat::<1>(&[&a, &b])).value()
        },
        {
            let Given { mut x, mut y, .. } = given();
            (Array::stack::<1>(&[&x, &y])).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            a = Array::concat::<0>(&[a.view(), x.insert_axis::<0>().view_dynamic()]);
            a.value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            a = Array::concat::<0>(&[&a, &b]);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            (a.tile([1, 2])).value()
        },
    ]
}

pub fn sorting_testing_and_printing() -> Vec<Value> {
    vec![
        {
            let Given { mut n, .. } = given();
            (n.sort::<0>()).value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            (a == b).value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            assert_allclose!(a, b, rtol = 0.0, atol = 60.0);
            nothing()
        },
        {
            let Given { mut a, .. } = given();
            println!("{a}");
            nothing()
        },
    ]
}

pub fn types() -> Vec<Value> {
    vec![
        named::<View2<'_, f64>>(),
        named::<ViewMut2<'_, f64>>(),
        named::<Array2<f64>>(),
        named::<Array0<f64>>(),
        named::<(Dyn, Dyn)>(),
        named::<ShapeError>(),
    ]
}
