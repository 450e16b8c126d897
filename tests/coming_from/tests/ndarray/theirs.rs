//! The column of ndarray, a function a subject.
//!
//! Written by `tests/generate/coming_from.py` from `tests/coming_from/ndarray.tsv`; do not edit.

// Rows are written as a reader would write them, not as lints would.
#![allow(clippy::all, deprecated, unused_imports, unused_mut, unused_parens, unused_variables)]

use ::coming_from::given::ndarray::{Given, given};
use ::coming_from::{AsValue, Value, named, nothing};
use ndarray::*;

pub fn making_arrays() -> Vec<Value> {
    vec![
        (array![[1., 2.], [3., 4.]]).value(),
        (arr1(&[1, 2])).value(),
        (Array::<f64, _>::zeros((2, 3))).value(),
        (Array::<f32, _>::ones(4)).value(),
        (Array::from_elem((2, 3), 7)).value(),
        {
            let Given { mut a, .. } = given();
            (Array::<f64, _>::zeros(a.raw_dim())).value()
        },
        (Array::from_shape_fn((2, 3), |(i, j)| 10 * i + j)).value(),
        (Array::from_shape_vec((2, 2), vec![1, 2, 3, 4])).value(),
        (Array::from_vec(vec![1, 2])).value(),
        (Array::from_iter((0..4).map(|k| k * k))).value(),
        (Array::range(0., 10., 3.)).value(),
        (Array::linspace(0., 1., 5)).value(),
        (Array::logspace(10., 0., 2., 3)).value(),
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
            (ndarray::linalg::kron(&a, &b)).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.clone()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.view().to_owned()).value()
        },
        (ArrayView::from_shape((3, 2), &[1, 2, 3, 4, 5, 6])).value(),
        {
            let Given { mut a, .. } = given();
            (a.into_raw_vec_and_offset().0).value()
        },
    ]
}

pub fn shape_and_axes() -> Vec<Value> {
    vec![
        {
            let Given { mut a, .. } = given();
            (a.shape()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.dim()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.ndim()).value()
        },
        {
            let Given { mut a, .. } = given();
            vec![(a.len()).value(), (a.is_empty()).value()].value()
        },
        {
            let Given { mut a, .. } = given();
            vec![(a.nrows()).value(), (a.len_of(Axis(1))).value()].value()
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
            let Given { mut a, .. } = given();
            (a.reversed_axes()).value()
        },
        {
            let Given { mut t, .. } = given();
            (t.view().permuted_axes([2, 0, 1])).value()
        },
        {
            let Given { mut t, .. } = given();
            ({
                let mut v = t.view();
                v.swap_axes(0, 2);
                v
            })
            .value()
        },
        {
            let Given { mut x, .. } = given();
            (x.view().insert_axis(Axis(1))).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.view().insert_axis(Axis(0)).remove_axis(Axis(0))).value()
        },
        {
            let Given { mut a, .. } = given();
            ({
                let mut v = a.view();
                v.invert_axis(Axis(1));
                v
            })
            .value()
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
            (a.view().into_shape_with_order((3, 2))).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.into_shape_with_order((3, 2))).value()
        },
        {
            let Given { mut a, mut t, .. } = given();
            (a.t().to_shape((2, 3))).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.flatten()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.clone().into_dyn().into_dimensionality::<Ix2>()).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.broadcast((2, 3))).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.is_standard_layout()).value()
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
            vec![(a.row(1)).value(), (a.column(2)).value()].value()
        },
        {
            let Given { mut t, .. } = given();
            (t.index_axis(Axis(2), 3)).value()
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
            (t.slice(s![.., .., 0])).value()
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
            a.slice_mut(s![0, ..]).assign(&x);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            (a.slice_axis(Axis(1), Slice::from(1..))).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.view().split_at(Axis(1), 1)).value()
        },
        {
            let Given { mut a, .. } = given();
            a.view_mut().split_at(Axis(0), 1).0.fill(0.);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            (a.select(Axis(1), &[2, 0])).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.windows(2).into_iter().map(|w| w.to_owned()).collect::<Vec<_>>()).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.exact_chunks(2).into_iter().map(|c| c.to_owned()).collect::<Vec<_>>()).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.axis_chunks_iter(Axis(0), 2).map(|c| c.to_owned()).collect::<Vec<_>>()).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.iter().filter(|x| **x > 2.).copied().collect::<Array1<_>>()).value()
        },
        {
            let Given { mut a, mut m, .. } = given();
            Zip::from(&mut a).and(&m).for_each(|a, &m| {
                if m {
                    *a = 0.
                }
            });
            a.value()
        },
        {
            let Given { mut a, mut m, .. } = given();
            Zip::from(&mut a).and(&m).for_each(|a, &m| {
                if m {
                    *a = 0.
                }
            });
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            vec![(a.first()).value(), (a.last()).value()].value()
        },
        {
            let Given { mut a, .. } = given();
            a.swap([0, 0], [1, 2]);
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
            let Given { mut a, mut x, .. } = given();
            a.iter_mut().for_each(|x| *x += 1.);
            a.value()
        },
        {
            let Given { mut x, .. } = given();
            (x.indexed_iter().collect::<Vec<_>>()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.rows().into_iter().map(|row| row.sum()).collect::<Vec<_>>()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.outer_iter().map(|row| row[0]).collect::<Vec<_>>()).value()
        },
        {
            let Given { mut t, .. } = given();
            (t.axis_iter(Axis(2)).map(|part| part.sum()).collect::<Vec<_>>()).value()
        },
        {
            let Given { mut a, .. } = given();
            a.outer_iter_mut().zip([2., 3.]).for_each(|(mut row, by)| row *= by);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            a.outer_iter_mut().zip([2., 3.]).for_each(|(mut row, by)| row *= by);
            a.value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            azip!((a in &mut a, &b in &b) *a = 2. * *a + b);
            a.value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            (Zip::from(&a).and(&b).map_collect(|a, b| a * b - 1.)).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (Zip::from(&a).and_broadcast(&x).map_collect(|a, x| a - x)).value()
        },
        {
            let Given { mut a, .. } = given();
            Zip::indexed(&mut a).for_each(|(i, j), a| *a = (10 * i + j) as f64);
            a.value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            (Zip::from(&a).and(&b).fold(0., |s, a, b| s + a * b)).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.map(|x| *x as i32)).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.map(|x| *x as i32)).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.mapv(|x| x * x)).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.mapv(|x| x * x)).value()
        },
        {
            let Given { mut a, .. } = given();
            a.mapv_inplace(f64::sqrt);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            a.mapv_inplace(f64::sqrt);
            a.value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            a.map_inplace(|x| *x = -*x);
            a.value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.mapv_into(|x| x + 1.)).value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            a.zip_mut_with(&b, |a, b| *a = a.max(*b));
            a.value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.fold(0., |s, x| s + x)).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.fold_axis(Axis(0), 0., |s, x| s + x)).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.map_axis(Axis(1), |row| row.dot(&row))).value()
        },
        {
            let Given { mut x, .. } = given();
            x.accumulate_axis_inplace(Axis(0), |last, x| *x += last);
            x.value()
        },
    ]
}

pub fn arithmetic_and_broadcasting() -> Vec<Value> {
    vec![
        {
            let Given { mut a, mut b, .. } = given();
            (&a + &b).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (2. * &a - &x).value()
        },
        {
            let Given { mut x, mut y, .. } = given();
            (&x.view().insert_axis(Axis(1)) - &y).value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            a += &b;
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            a *= 2.;
            a.value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            a.scaled_add(0.5, &b);
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            (-&a).value()
        },
        {
            let Given { mut m, .. } = given();
            (!&m).value()
        },
        {
            let Given { mut n, .. } = given();
            (&n % 2).value()
        },
        {
            let Given { mut a, .. } = given();
            ((&a - 3.).abs()).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.sqrt()).value()
        },
        {
            let Given { mut x, .. } = given();
            vec![(x.exp()).value(), (x.ln()).value(), (x.sin()).value()].value()
        },
        {
            let Given { mut x, .. } = given();
            vec![(x.powi(3)).value(), (x.powf(0.5)).value()].value()
        },
        {
            let Given { mut x, .. } = given();
            (x.pow2()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.clamp(2., 5.)).value()
        },
        {
            let Given { mut u, .. } = given();
            (u.is_nan()).value()
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
            (z.mapv(|z| z.norm())).value()
        },
        {
            let Given { mut z, .. } = given();
            (z.view().split_complex().re).value()
        },
    ]
}

pub fn reductions_and_scans() -> Vec<Value> {
    vec![
        {
            let Given { mut a, .. } = given();
            (a.sum()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.sum_axis(Axis(0))).value()
        },
        {
            let Given { mut t, .. } = given();
            (t.sum_axis(Axis(2)).sum_axis(Axis(0))).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.product()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.product_axis(Axis(1))).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.mean()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.mean_axis(Axis(1))).value()
        },
        {
            let Given { mut a, .. } = given();
            vec![(a.var(1.)).value(), (a.std(0.)).value()].value()
        },
        {
            let Given { mut a, .. } = given();
            vec![(a.var_axis(Axis(0), 0.)).value(), (a.std_axis(Axis(0), 1.)).value()].value()
        },
        {
            let Given { mut a, .. } = given();
            (a.iter().copied().fold(f64::NEG_INFINITY, f64::max)).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.map_axis(Axis(0), |c| c.iter().copied().fold(f64::INFINITY, f64::min))).value()
        },
        {
            let Given { mut a, mut q, .. } = given();
            (a.indexed_iter().max_by(|p, q| p.1.total_cmp(q.1)).map(|p| p.0)).value()
        },
        {
            let Given { mut m, .. } = given();
            (m.iter().filter(|m| **m).count()).value()
        },
        {
            let Given { mut m, .. } = given();
            (m.iter().filter(|m| **m).count()).value()
        },
        {
            let Given { mut m, .. } = given();
            vec![(m.iter().any(|m| *m)).value(), (m.iter().all(|m| *m)).value()].value()
        },
        {
            let Given { mut x, .. } = given();
            (x.dot(&x).sqrt()).value()
        },
        {
            let Given { mut a, .. } = given();
            (a.cumprod(Axis(1))).value()
        },
        {
            let Given { mut x, .. } = given();
            (x.diff(1, Axis(0))).value()
        },
    ]
}

pub fn linear_algebra() -> Vec<Value> {
    vec![
        {
            let Given { mut a, mut b, mut t, .. } = given();
            (a.dot(&b.t())).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            (a.dot(&x)).value()
        },
        {
            let Given { mut x, mut y, .. } = given();
            (x.dot(&y)).value()
        },
        {
            let Given { mut a, mut b, mut q, .. } = given();
            ndarray::linalg::general_mat_mul(2., &q, &a, 1., &mut b);
            b.value()
        },
        {
            let Given { mut a, mut b, mut q, mut t, .. } = given();
            (q.dot(&a).dot(&b.t())).value()
        },
        {
            let Given { mut n, mut t, .. } = given();
            (Array::from_shape_fn((2, 3, 3), |(n, i, j)| {
                t.index_axis(Axis(0), n).row(i).dot(&t.index_axis(Axis(0), n).row(j))
            }))
            .value()
        },
        {
            let Given { mut q, .. } = given();
            (q.diag().sum()).value()
        },
    ]
}

pub fn joining_and_repeating() -> Vec<Value> {
    vec![
        {
            let Given { mut a, mut b, .. } = given();
            (concatenate![Axis(0), a, b]).value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            (ndarray::concatenate(Axis(1), &[a.view(), b.view()])).value()
        },
        {
            let Given { mut x, mut y, .. } = given();
            (stack![Axis(1), x, y]).value()
        },
        {
            let Given { mut a, mut x, .. } = given();
            a.push_row(x.view()).unwrap();
            a.value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            a.append(Axis(0), b.view()).unwrap();
            a.value()
        },
        {
            let Given { mut a, .. } = given();
            (Array::from_shape_fn((2, 6), |(i, j)| a[[i, j % 3]])).value()
        },
    ]
}

pub fn sorting_testing_and_printing() -> Vec<Value> {
    vec![
        {
            let Given { mut n, .. } = given();
            ({
                let mut v = n.to_vec();
                v.sort();
                v
            })
            .value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            (a == b).value()
        },
        {
            let Given { mut a, mut b, .. } = given();
            assert!((&a - &b).iter().all(|d| d.abs() <= 60.));
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
        named::<ArrayView2<'_, f64>>(),
        named::<ArrayViewMut2<'_, f64>>(),
        named::<Array2<f64>>(),
        named::<Array0<f64>>(),
        named::<Ix2>(),
        named::<ShapeError>(),
    ]
}
