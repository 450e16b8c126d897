//! The table "coming from ndarray" of the documentation: both columns run here, and give the same.
//!
//! Written by `tests/generate/coming_from.py` from `tests/coming_from/ndarray.tsv`; do not edit.

mod ours;
mod theirs;

use ::coming_from::{Closeness, compare_all};

#[test]
fn making_arrays() {
    let rows = [
        (r#"array![[1., 2.], [3., 4.]]"#, r#"array![[1., 2.], [3., 4.]]"#, Closeness::Exact),
        (r#"arr1(&[1, 2])"#, r#"Array::from([1, 2])"#, Closeness::Exact),
        (r#"Array::<f64, _>::zeros((2, 3))"#, r#"Array::<f64, _>::zeros((2, 3))"#, Closeness::Exact),
        (r#"Array::<f32, _>::ones(4)"#, r#"Array::<f32, _>::ones(4)"#, Closeness::Exact),
        (r#"Array::from_elem((2, 3), 7)"#, r#"Array::full((2, 3), 7)"#, Closeness::Exact),
        (r#"Array::<f64, _>::zeros(a.raw_dim())"#, r#"Array::<f64, _>::zeros(a.shape())"#, Closeness::Exact),
        (
            r#"Array::from_shape_fn((2, 3), |(i, j)| 10 * i + j)"#,
            r#"Array::from_fn((2, 3), |[i, j]| 10 * i + j)"#,
            Closeness::Exact,
        ),
        (
            r#"Array::from_shape_vec((2, 2), vec![1, 2, 3, 4])"#,
            r#"Array::from_shape_vec((2, 2), vec![1, 2, 3, 4])"#,
            Closeness::Exact,
        ),
        (r#"Array::from_vec(vec![1, 2])"#, r#"Array::from_vec(vec![1, 2])"#, Closeness::Exact),
        (
            r#"Array::from_iter((0..4).map(|k| k * k))"#,
            r#"(0..4).map(|k| k * k).collect::<Array1<_>>()"#,
            Closeness::Exact,
        ),
        (r#"Array::range(0., 10., 3.)"#, r#"Array::arange(0., 10., 3.)"#, Closeness::Exact),
        (r#"Array::linspace(0., 1., 5)"#, r#"Array::linspace(0., 1., 5)"#, Closeness::Exact),
        (r#"Array::logspace(10., 0., 2., 3)"#, r#"Array::logspace(0., 2., 3)"#, Closeness::Close),
        (r#"Array::geomspace(1., 1000., 4)"#, r#"Array::geomspace(1., 1000., 4)"#, Closeness::Close),
        (r#"Array::<f64, _>::eye(3)"#, r#"Array::<f64, _>::eye(3)"#, Closeness::Exact),
        (r#"Array::from_diag(&x)"#, r#"Array::from_diag(&x)"#, Closeness::Exact),
        (r#"q.tril(0) ;; q.triu(1)"#, r#"q.tril(0) ;; q.triu(1)"#, Closeness::Exact),
        (r#"ndarray::linalg::kron(&a, &b)"#, r#"a.kron(&b)"#, Closeness::Exact),
        (r#"a.clone()"#, r#"a.clone()"#, Closeness::Exact),
        (r#"a.view().to_owned()"#, r#"a.view().to_owned()"#, Closeness::Exact),
        (
            r#"ArrayView::from_shape((3, 2), &[1, 2, 3, 4, 5, 6])"#,
            r#"[1, 2, 3, 4, 5, 6].as_view().reshape((3, 2))"#,
            Closeness::Exact,
        ),
        (r#"a.into_raw_vec_and_offset().0"#, r#"a.into_vec()"#, Closeness::Exact),
    ];
    compare_all(&rows, ours::making_arrays(), theirs::making_arrays());
}

#[test]
fn shape_and_axes() {
    let rows = [
        (r#"a.shape()"#, r#"a.extents()"#, Closeness::Exact),
        (r#"a.dim()"#, r#"a.extents()"#, Closeness::Exact),
        (r#"a.ndim()"#, r#"a.extents().len()"#, Closeness::Exact),
        (r#"a.len() ;; a.is_empty()"#, r#"a.len() ;; a.is_empty()"#, Closeness::Exact),
        (r#"a.nrows() ;; a.len_of(Axis(1))"#, r#"a.extents()[0] ;; a.extents()[1]"#, Closeness::Exact),
        (r#"a.strides()"#, r#"a.strides()"#, Closeness::Exact),
        (r#"a.t()"#, r#"a.t()"#, Closeness::Exact),
        (r#"a.reversed_axes()"#, r#"a.t()"#, Closeness::Exact),
        (r#"t.view().permuted_axes([2, 0, 1])"#, r#"t.permute([2, 0, 1])"#, Closeness::Exact),
        (r#"{ let mut v = t.view(); v.swap_axes(0, 2); v }"#, r#"t.swap_axes::<0, 2>()"#, Closeness::Exact),
        (r#"x.view().insert_axis(Axis(1))"#, r#"x.insert_axis::<1>()"#, Closeness::Exact),
        (
            r#"x.view().insert_axis(Axis(0)).remove_axis(Axis(0))"#,
            r#"x.insert_axis::<0>().remove_axis::<0>()"#,
            Closeness::Exact,
        ),
        (r#"{ let mut v = a.view(); v.invert_axis(Axis(1)); v }"#, r#"a.reverse::<1>()"#, Closeness::Exact),
        (r#"a.diag()"#, r#"a.diag()"#, Closeness::Exact),
        (r#"q.diag_mut().fill(0.)"#, r#"q.diag_mut().fill(0.)"#, Closeness::Exact),
        (r#"a.view().into_shape_with_order((3, 2))"#, r#"a.reshape((3, 2))"#, Closeness::Exact),
        (r#"a.into_shape_with_order((3, 2))"#, r#"a.into_reshaped((3, 2))"#, Closeness::Exact),
        (r#"a.t().to_shape((2, 3))"#, r#"a.t().to_reshaped((2, 3))"#, Closeness::Exact),
        (r#"a.flatten()"#, r#"a.to_reshaped(a.len())"#, Closeness::Exact),
        (r#"a.clone().into_dyn().into_dimensionality::<Ix2>()"#, r#"a.view_dynamic()"#, Closeness::Exact),
        (r#"x.broadcast((2, 3))"#, r#"x.broadcast_to((2, 3))"#, Closeness::Exact),
        (r#"a.is_standard_layout()"#, r#"a.is_contiguous()"#, Closeness::Exact),
        (r#"a.as_slice()"#, r#"a.as_slice()"#, Closeness::Exact),
    ];
    compare_all(&rows, ours::shape_and_axes(), theirs::shape_and_axes());
}

#[test]
fn choosing_elements() {
    let rows = [
        (r#"a[[1, 2]]"#, r#"a[[1, 2]]"#, Closeness::Exact),
        (r#"a.get([1, 2])"#, r#"a.get([1, 2])"#, Closeness::Exact),
        (r#"a[[0, 0]] = 9."#, r#"a[[0, 0]] = 9."#, Closeness::Exact),
        (r#"a.row(1) ;; a.column(2)"#, r#"a.index_axis::<0>(1) ;; a.index_axis::<1>(2)"#, Closeness::Exact),
        (r#"t.index_axis(Axis(2), 3)"#, r#"t.index_axis::<2>(3)"#, Closeness::Exact),
        (r#"a.slice(s![.., 1..])"#, r#"a.slice(s![.., 1..])"#, Closeness::Exact),
        (r#"a.slice(s![..;-1, ..;2])"#, r#"a.slice(s![..;-1, ..;2])"#, Closeness::Exact),
        (r#"a.slice(s![1, -1])"#, r#"a.slice(s![1, -1])"#, Closeness::Exact),
        (r#"a.slice(s![.., NewAxis, ..])"#, r#"a.slice(s![.., NewAxis, ..])"#, Closeness::Exact),
        (r#"t.slice(s![.., .., 0])"#, r#"t.slice(s![..., 0])"#, Closeness::Exact),
        (r#"a.slice_mut(s![.., 0]).fill(0.)"#, r#"a.slice_mut(s![.., 0]).fill(0.)"#, Closeness::Exact),
        (r#"a.slice_mut(s![0, ..]).assign(&x)"#, r#"a.slice_mut(s![0, ..]).assign(&x)"#, Closeness::Exact),
        (r#"a.slice_mut(s![0, ..]).assign(&x)"#, r#"broadcast!(a[0, j] = x[j])"#, Closeness::Exact),
        (r#"a.slice_axis(Axis(1), Slice::from(1..))"#, r#"a.split_at::<1>(1).1"#, Closeness::Exact),
        (r#"a.view().split_at(Axis(1), 1)"#, r#"a.split_at::<1>(1)"#, Closeness::Exact),
        (r#"a.view_mut().split_at(Axis(0), 1).0.fill(0.)"#, r#"a.split_at_mut::<0>(1).0.fill(0.)"#, Closeness::Exact),
        (r#"a.select(Axis(1), &[2, 0])"#, r#"a.select::<1>(&[2, 0])"#, Closeness::Exact),
        (
            r#"x.windows(2).into_iter().map(|w| w.to_owned()).collect::<Vec<_>>()"#,
            r#"x.sliding_windows([2])"#,
            Closeness::Exact,
        ),
        (
            r#"x.exact_chunks(2).into_iter().map(|c| c.to_owned()).collect::<Vec<_>>()"#,
            r#"x.sliding_windows([2]).slice(s![..;2])"#,
            Closeness::Exact,
        ),
        (
            r#"x.axis_chunks_iter(Axis(0), 2).map(|c| c.to_owned()).collect::<Vec<_>>()"#,
            r#"x.split_at_each::<0>(&[2])"#,
            Closeness::Exact,
        ),
        (
            r#"a.iter().filter(|x| **x > 2.).copied().collect::<Array1<_>>()"#,
            r#"a.mask(&broadcast!(a > 2.))"#,
            Closeness::Exact,
        ),
        (r#"Zip::from(&mut a).and(&m).for_each(|a, &m| if m { *a = 0. })"#, r#"a.fill_mask(&m, 0.)"#, Closeness::Exact),
        (
            r#"Zip::from(&mut a).and(&m).for_each(|a, &m| if m { *a = 0. })"#,
            r#"broadcast!(a = 0.0, where m)"#,
            Closeness::Exact,
        ),
        (r#"a.first() ;; a.last()"#, r#"a.get([0, 0]) ;; a.iter().last()"#, Closeness::Exact),
        (r#"a.swap([0, 0], [1, 2])"#, r#"a.as_mut_slice().swap(0, 5)"#, Closeness::Exact),
    ];
    compare_all(&rows, ours::choosing_elements(), theirs::choosing_elements());
}

#[test]
fn iterating() {
    let rows = [
        (r#"a.iter().collect::<Vec<_>>()"#, r#"a.iter().collect::<Vec<_>>()"#, Closeness::Exact),
        (r#"a.iter_mut().for_each(|x| *x += 1.)"#, r#"a.iter_mut().for_each(|x| *x += 1.)"#, Closeness::Exact),
        (r#"a.iter_mut().for_each(|x| *x += 1.)"#, r#"broadcast!(a += 1.0)"#, Closeness::Exact),
        (
            r#"x.indexed_iter().collect::<Vec<_>>()"#,
            r#"x.indexed_iter().map(|([i], x)| (i, x)).collect::<Vec<_>>()"#,
            Closeness::Exact,
        ),
        (
            r#"a.rows().into_iter().map(|row| row.sum()).collect::<Vec<_>>()"#,
            r#"a.axis_iter::<0>().map(|row| row.sum_all()).collect::<Vec<_>>()"#,
            Closeness::Exact,
        ),
        (
            r#"a.outer_iter().map(|row| row[0]).collect::<Vec<_>>()"#,
            r#"a.axis_iter::<0>().map(|row| row[0]).collect::<Vec<_>>()"#,
            Closeness::Exact,
        ),
        (
            r#"t.axis_iter(Axis(2)).map(|part| part.sum()).collect::<Vec<_>>()"#,
            r#"t.axis_iter::<2>().map(|part| part.sum_all()).collect::<Vec<_>>()"#,
            Closeness::Exact,
        ),
        (
            r#"a.outer_iter_mut().zip([2., 3.]).for_each(|(mut row, by)| row *= by)"#,
            r#"a.axis_iter_mut::<0>().zip([2., 3.]).for_each(|(mut row, by)| row.mapv_inplace(|x| by * x))"#,
            Closeness::Exact,
        ),
        (
            r#"a.outer_iter_mut().zip([2., 3.]).for_each(|(mut row, by)| row *= by)"#,
            r#"broadcast!(a[i, j] *= [2., 3.][i])"#,
            Closeness::Exact,
        ),
        (r#"azip!((a in &mut a, &b in &b) *a = 2. * *a + b)"#, r#"broadcast!(a = 2.0 * a + b)"#, Closeness::Exact),
        (r#"Zip::from(&a).and(&b).map_collect(|a, b| a * b - 1.)"#, r#"broadcast!(a * b - 1.0)"#, Closeness::Exact),
        (r#"Zip::from(&a).and_broadcast(&x).map_collect(|a, x| a - x)"#, r#"broadcast!(a - x)"#, Closeness::Exact),
        (
            r#"Zip::indexed(&mut a).for_each(|(i, j), a| *a = (10 * i + j) as f64)"#,
            r#"broadcast!(a[i, j] = (10 * i + j) as f64)"#,
            Closeness::Exact,
        ),
        (
            r#"Zip::from(&a).and(&b).fold(0., |s, a, b| s + a * b)"#,
            r#"broadcast!(sum[i, j](a[i, j] * b[i, j]))"#,
            Closeness::Exact,
        ),
        (r#"a.map(|x| *x as i32)"#, r#"a.map(|x| *x as i32)"#, Closeness::Exact),
        (r#"a.map(|x| *x as i32)"#, r#"broadcast!(a as i32)"#, Closeness::Exact),
        (r#"a.mapv(|x| x * x)"#, r#"a.mapv(|x| x * x)"#, Closeness::Exact),
        (r#"a.mapv(|x| x * x)"#, r#"broadcast!(a * a)"#, Closeness::Exact),
        (r#"a.mapv_inplace(f64::sqrt)"#, r#"a.mapv_inplace(f64::sqrt)"#, Closeness::Exact),
        (r#"a.mapv_inplace(f64::sqrt)"#, r#"broadcast!(a = a.sqrt())"#, Closeness::Exact),
        (r#"a.map_inplace(|x| *x = -*x)"#, r#"broadcast!(a = -a)"#, Closeness::Exact),
        (r#"a.mapv_into(|x| x + 1.)"#, r#"{ a.mapv_inplace(|x| x + 1.); a }"#, Closeness::Exact),
        (r#"a.zip_mut_with(&b, |a, b| *a = a.max(*b))"#, r#"broadcast!(a = a.max(b))"#, Closeness::Exact),
        (r#"a.fold(0., |s, x| s + x)"#, r#"a.iter().fold(0., |s, x| s + x)"#, Closeness::Exact),
        (r#"a.fold_axis(Axis(0), 0., |s, x| s + x)"#, r#"ufuncs::add::reduce_from::<0>(0., &a)"#, Closeness::Exact),
        (
            r#"a.map_axis(Axis(1), |row| row.dot(&row))"#,
            r#"broadcast!(sum[j](a[i, j] * a[i, j]) -> [i])"#,
            Closeness::Exact,
        ),
        (r#"x.accumulate_axis_inplace(Axis(0), |last, x| *x += last)"#, r#"x = x.cumsum::<0>()"#, Closeness::Exact),
    ];
    compare_all(&rows, ours::iterating(), theirs::iterating());
}

#[test]
fn arithmetic_and_broadcasting() {
    let rows = [
        (r#"&a + &b"#, r#"broadcast!(a + b)"#, Closeness::Exact),
        (r#"2. * &a - &x"#, r#"broadcast!(2.0 * a - x)"#, Closeness::Exact),
        (r#"&x.view().insert_axis(Axis(1)) - &y"#, r#"broadcast!(x[i] - y[j] -> [i, j])"#, Closeness::Exact),
        (r#"a += &b"#, r#"broadcast!(a += b)"#, Closeness::Exact),
        (r#"a *= 2."#, r#"broadcast!(a *= 2.0)"#, Closeness::Exact),
        (r#"a.scaled_add(0.5, &b)"#, r#"broadcast!(a += 0.5 * b)"#, Closeness::Exact),
        (r#"-&a"#, r#"broadcast!(-a)"#, Closeness::Exact),
        (r#"!&m"#, r#"broadcast!(!m)"#, Closeness::Exact),
        (r#"&n % 2"#, r#"broadcast!(n % 2)"#, Closeness::Exact),
        (r#"(&a - 3.).abs()"#, r#"broadcast!((a - 3.0).abs())"#, Closeness::Exact),
        (r#"x.sqrt()"#, r#"broadcast!(x.sqrt())"#, Closeness::Exact),
        (
            r#"x.exp() ;; x.ln() ;; x.sin()"#,
            r#"broadcast!(x.exp()) ;; broadcast!(x.ln()) ;; broadcast!(x.sin())"#,
            Closeness::Close,
        ),
        (r#"x.powi(3) ;; x.powf(0.5)"#, r#"broadcast!(x.powi(3)) ;; broadcast!(x.powf(0.5))"#, Closeness::Close),
        (r#"x.pow2()"#, r#"broadcast!(x * x)"#, Closeness::Exact),
        (r#"a.clamp(2., 5.)"#, r#"a.clip(2., 5.)"#, Closeness::Exact),
        (r#"u.is_nan()"#, r#"broadcast!(u.is_nan())"#, Closeness::Exact),
        (r#"a.assign(&b)"#, r#"a.assign(&b)"#, Closeness::Exact),
        (r#"a.assign(&x)"#, r#"a.assign(&x)"#, Closeness::Exact),
        (r#"a.fill(7.)"#, r#"a.fill(7.)"#, Closeness::Exact),
        (r#"z.mapv(|z| z.norm())"#, r#"broadcast!(z.norm())"#, Closeness::Close),
        (r#"z.view().split_complex().re"#, r#"broadcast!(z.re)"#, Closeness::Exact),
    ];
    compare_all(&rows, ours::arithmetic_and_broadcasting(), theirs::arithmetic_and_broadcasting());
}

#[test]
fn reductions_and_scans() {
    let rows = [
        (r#"a.sum()"#, r#"a.sum_all()"#, Closeness::Exact),
        (r#"a.sum_axis(Axis(0))"#, r#"a.sum::<0>()"#, Closeness::Exact),
        (r#"t.sum_axis(Axis(2)).sum_axis(Axis(0))"#, r#"t.sum_axes::<axes![0, 2]>()"#, Closeness::Exact),
        (r#"a.product()"#, r#"a.prod_all()"#, Closeness::Exact),
        (r#"a.product_axis(Axis(1))"#, r#"a.prod::<1>()"#, Closeness::Exact),
        (r#"a.mean()"#, r#"a.mean_all()"#, Closeness::Exact),
        (r#"a.mean_axis(Axis(1))"#, r#"a.mean::<1>()"#, Closeness::Exact),
        (r#"a.var(1.) ;; a.std(0.)"#, r#"a.var_all(1) ;; a.std_all(0)"#, Closeness::Close),
        (
            r#"a.var_axis(Axis(0), 0.) ;; a.std_axis(Axis(0), 1.)"#,
            r#"a.var::<0>(0) ;; a.std::<0>(1)"#,
            Closeness::Close,
        ),
        (r#"a.iter().copied().fold(f64::NEG_INFINITY, f64::max)"#, r#"a.max_all()"#, Closeness::Exact),
        (
            r#"a.map_axis(Axis(0), |c| c.iter().copied().fold(f64::INFINITY, f64::min))"#,
            r#"a.min::<0>()"#,
            Closeness::Exact,
        ),
        (
            r#"a.indexed_iter().max_by(|p, q| p.1.total_cmp(q.1)).map(|p| p.0)"#,
            r#"a.index_of(a.argmax_all())"#,
            Closeness::Exact,
        ),
        (r#"m.iter().filter(|m| **m).count()"#, r#"m.count_nonzero_all()"#, Closeness::Exact),
        (r#"m.iter().filter(|m| **m).count()"#, r#"broadcast!(count[i, j](m[i, j]))"#, Closeness::Exact),
        (r#"m.iter().any(|m| *m) ;; m.iter().all(|m| *m)"#, r#"m.any_all() ;; m.all_all()"#, Closeness::Exact),
        (r#"x.dot(&x).sqrt()"#, r#"x.norm_all()"#, Closeness::Close),
        (r#"a.cumprod(Axis(1))"#, r#"a.cumprod::<1>()"#, Closeness::Exact),
        (r#"x.diff(1, Axis(0))"#, r#"x.diff::<0>()"#, Closeness::Exact),
    ];
    compare_all(&rows, ours::reductions_and_scans(), theirs::reductions_and_scans());
}

#[test]
fn linear_algebra() {
    let rows = [
        (r#"a.dot(&b.t())"#, r#"einsum!(a[i, k] * b[j, k] -> [i, j])"#, Closeness::Exact),
        (r#"a.dot(&x)"#, r#"einsum!(a[i, j] * x[j] -> [i])"#, Closeness::Exact),
        (r#"x.dot(&y)"#, r#"einsum!(x[i] * y[i])"#, Closeness::Exact),
        (
            r#"ndarray::linalg::general_mat_mul(2., &q, &a, 1., &mut b)"#,
            r#"einsum!(b[i, k] += 2.0 * q[i, j] * a[j, k])"#,
            Closeness::Exact,
        ),
        (r#"q.dot(&a).dot(&b.t())"#, r#"einsum!(q[i, j] * a[j, k] * b[l, k] -> [i, l])"#, Closeness::Exact),
        (
            r#"Array::from_shape_fn((2, 3, 3), |(n, i, j)| t.index_axis(Axis(0), n).row(i).dot(&t.index_axis(Axis(0), n).row(j)))"#,
            r#"einsum!(t[n, i, k] * t[n, j, k] -> [n, i, j])"#,
            Closeness::Exact,
        ),
        (r#"q.diag().sum()"#, r#"einsum!(q[i, i])"#, Closeness::Exact),
    ];
    compare_all(&rows, ours::linear_algebra(), theirs::linear_algebra());
}

#[test]
fn joining_and_repeating() {
    let rows = [
        (r#"concatenate![Axis(0), a, b]"#, r#"Array::concat::<0>(&[&a, &b])"#, Closeness::Exact),
        (
            r#"ndarray::concatenate(Axis(1), &[a.view(), b.view()])"#,
            r#"Array::try_concat::<1>(&[&a, &b])"#,
            Closeness::Exact,
        ),
        (r#"stack![Axis(1), x, y]"#, r#"Array::stack::<1>(&[&x, &y])"#, Closeness::Exact),
        (
            r#"a.push_row(x.view()).unwrap()"#,
            r#"a = Array::concat::<0>(&[a.view(), x.insert_axis::<0>().view_dynamic()])"#,
            Closeness::Exact,
        ),
        (r#"a.append(Axis(0), b.view()).unwrap()"#, r#"a = Array::concat::<0>(&[&a, &b])"#, Closeness::Exact),
        (r#"Array::from_shape_fn((2, 6), |(i, j)| a[[i, j % 3]])"#, r#"a.tile([1, 2])"#, Closeness::Exact),
    ];
    compare_all(&rows, ours::joining_and_repeating(), theirs::joining_and_repeating());
}

#[test]
fn sorting_testing_and_printing() {
    let rows = [
        (r#"{ let mut v = n.to_vec(); v.sort(); v }"#, r#"n.sort::<0>()"#, Closeness::Exact),
        (r#"a == b"#, r#"a == b"#, Closeness::Exact),
        (
            r#"assert!((&a - &b).iter().all(|d| d.abs() <= 60.))"#,
            r#"assert_allclose!(a, b, rtol = 0.0, atol = 60.0)"#,
            Closeness::Exact,
        ),
        (r#"println!("{a}")"#, r#"println!("{a}")"#, Closeness::Exact),
    ];
    compare_all(&rows, ours::sorting_testing_and_printing(), theirs::sorting_testing_and_printing());
}

#[test]
fn types() {
    let rows = [
        (r#"ArrayView2<'_, f64>"#, r#"View2<'_, f64>"#, Closeness::Exact),
        (r#"ArrayViewMut2<'_, f64>"#, r#"ViewMut2<'_, f64>"#, Closeness::Exact),
        (r#"Array2<f64>"#, r#"Array2<f64>"#, Closeness::Exact),
        (r#"Array0<f64>"#, r#"Array0<f64>"#, Closeness::Exact),
        (r#"Ix2"#, r#"(Dyn, Dyn)"#, Closeness::Exact),
        (r#"ShapeError"#, r#"ShapeError"#, Closeness::Exact),
    ];
    compare_all(&rows, ours::types(), theirs::types());
}
