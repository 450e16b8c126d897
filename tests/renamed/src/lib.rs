//! Hygiene: every macro works where the crate has another name, no prelude is there, and unsafe code is forbidden.

#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![deny(warnings)]
// Borrows that would be needed, were the operands used again.
#![allow(clippy::needless_borrows_for_generic_args)]

::weave::axis! {
    /// Samples.
    pub struct Batch;
    /// Colours.
    pub struct Rgb = 3;
}

/// A product of matrices, generic over extents.
pub fn matmul<I: ::weave::Extent, J: ::weave::Extent, K: ::weave::Extent>(
    a: ::weave::View<'_, f64, (I, J)>,
    b: ::weave::View<'_, f64, (J, K)>,
) -> ::weave::Array<f64, (I, K)> {
    ::weave::einsum!(a[i, j] * b[j, k] -> [i, k])
}

::weave::ufunc! {
    /// How many halvings lead below 1, and what is left.
    pub fn halvings<T: ::weave::Float>(x: T, half: T, one: T) -> (u32, T) {
        let mut left = x;
        for n in 0..99 {
            if left < one {
                return (n, left);
            }
            left = left * half;
        }
        (99, left)
    }

    /// The first of them, of a sum.
    pub fn of_sum(x: f64, y: f64) -> u32 {
        let (n, left) = halvings(x + y, 0.5, 1.0);
        match n {
            0 => 0,
            n if left > 0.75 => n + 100,
            _ => n,
        }
    }
}

#[cfg(test)]
mod tests {
    use ::std::prelude::v1::test;
    use ::std::{assert_eq, result::Result};

    use super::{Batch, Rgb};

    #[test]
    fn string_form() {
        let (a, b) = ([[1.0, 2.0], [3.0, 4.0]], [[5.0], [6.0]]);
        assert_eq!(::weave::einsum!("ij,jk->ik", a, b), [[17.0], [39.0]]);
        assert_eq!(::weave::einsum!("...j,j", a, [1.0, 10.0]), [21.0, 43.0]);
    }

    #[test]
    fn every_form_of_the_index_notation() {
        let a = [[1.0, 2.0], [3.0, 4.0]];
        assert_eq!(::weave::einsum!(a[i, i]), 5.0);
        assert_eq!(::weave::einsum!(2.0 * a[i, j] - a[j, i].powi(2) -> [i, j]), [[1.0, -5.0], [2.0, -8.0]]);
        assert_eq!(::weave::einsum!(a[.., j] -> [j, ..]), [[1.0, 3.0], [2.0, 4.0]]);
        assert_eq!(::weave::einsum!(if a[1, j] > 3.0 { a[{ 0 }, j] } else { -1.0 } -> [j]), [-1.0, 2.0]);
        let mut c = [0.0; 2];
        ::weave::einsum!(c[i] += a[i, j]);
        assert_eq!(c, [3.0, 7.0]);
        let sum: Result<f64, ::weave::ShapeError> = ::weave::try_einsum!(a[i, j]);
        assert_eq!(sum, Result::Ok(10.0));
        assert_eq!(::weave::einsum_path!(a[i, j] * a[j, k] -> [i, k]).terms().len(), 1);
    }

    #[test]
    fn every_form_of_broadcast() {
        let (a, x) = ([[1.0, 2.0], [3.0, 4.0]], [10.0, 20.0]);
        assert_eq!(::weave::broadcast!(2.0 * a + x), [[12.0, 24.0], [16.0, 28.0]]);
        let centred = ::weave::broadcast!({ let d = a[i, j] - mean[k](a[i, k]); d * d } -> [i, j]);
        assert_eq!(centred, [[0.25, 0.25], [0.25, 0.25]]);
        assert_eq!(::weave::broadcast!(argmax[i](x[i]) + count[i](x[i] > 10.0)), 2);
        assert_eq!(::weave::broadcast!(x[i] * (j as f64) -> [j in 0..2, i])[1], [10.0, 20.0]);
        // A `let` that only reductions read is no unused variable.
        let spread = ::weave::broadcast!({ let m = mean[k](x[k]); let d = x[i] - m; sum[k](d * (x[k] - m)) } -> [i]);
        assert_eq!(spread, [0.0, 0.0]);
        let (mut c, mut d) = ([0.0; 2], [1.0; 2]);
        ::weave::broadcast! { c[i] = a[i, 0]; d[i] *= c[i], where c[i] > 1.0; }
        assert_eq!((c, d), ([1.0, 3.0], [1.0, 3.0]));
        ::weave::broadcast!(c /= x);
        assert_eq!(::weave::try_broadcast!(sum[i](c[i] / c[i])), Result::Ok(2.0));
        assert_eq!(::weave::broadcast_plan!(c + d).passes().len(), 1);
        assert_eq!(::weave::plan!(broadcast!(sum[i](c[i]))).passes().len(), 1);
    }

    #[test]
    fn shapes_slices_and_named_axes() {
        let pixels = ::weave::Array::<f64, ::weave::shape![Batch, Rgb]>::ones((Batch(2), Rgb));
        assert_eq!(::weave::einsum!(pixels[n, c] -> [n]).as_slice(), [3.0, 3.0]);
        assert_eq!(pixels.slice(::weave::s![1, ..]).extents(), [3]);
        assert_eq!(::weave::array![[1, 2], [3, 4]].extents(), [2, 2]);
    }

    #[test]
    fn fields() {
        let mut pairs = [(1, 2.0), (3, 4.0)];
        ::weave::field_mut!(pairs, 0).fill(5);
        assert_eq!(pairs[1].0, 5);
        assert_eq!(::weave::einsum!(::weave::field!(pairs, 1)[i]), 6.0);
    }

    #[test]
    fn ufuncs() {
        assert_eq!(super::halvings(&[8.0f32, 0.5], 0.5, 1.0), ([4, 0], [0.5, 0.5]));
        assert_eq!(super::of_sum(&[4.0, 1.0], &[2.0, 0.75]), [3, 101]);
        assert_eq!(super::of_sum::scalar(1.0, 0.75), 101);
        let (x, mut out) = ([4.0, 1.0], [9; 2]);
        super::of_sum::masked(&mut out, &[true, false], &x, 1.0);
        assert_eq!(out, [3, 9]);
        assert_eq!(::weave::broadcast!(sum[i](super::of_sum(x[i], 2.0) as f64)), 5.0);
    }
}
