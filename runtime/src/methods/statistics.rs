//! Means, variances and standard deviations.

use num_complex::Complex;

use super::fold::{axes, axes_without, count, fold, fold_view};
use super::reductions;
use crate::array::Array;
use crate::element::Element;
use crate::expr::{Args, GangOf, Item, Node, wider};
use crate::lanes::{Simd, map};
use crate::nest::Sum;
use crate::reduce::out_strides;
use crate::shape::Shape;
use crate::view::View;

/// Elements that have a mean: floats, complex numbers, and, as `f64`, integers and `bool`.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` have no mean",
    label = "not an array of floats, integers, `bool` or complex numbers"
)]
pub trait Averaged: Element {
    /// The type of the mean.
    type Mean: Element;
    /// The type of the variance: real.
    type Spread: Element;

    /// The element as one of the mean's.
    #[doc(hidden)]
    fn widened_gang<S: Simd>(s: S, x: Self::Gang<S>) -> GangOf<Self::Mean, S>;
    /// The square of the distance from the mean.
    #[doc(hidden)]
    fn deviation_gang<S: Simd>(s: S, x: Self::Gang<S>, mean: GangOf<Self::Mean, S>) -> GangOf<Self::Spread, S>;
    /// A sum over a number.
    #[doc(hidden)]
    fn share(sum: Self::Mean, count: usize) -> Self::Mean;
    /// A sum of squares over a number.
    #[doc(hidden)]
    fn spread_share(sum: Self::Spread, count: usize) -> Self::Spread;
    /// The square root.
    #[doc(hidden)]
    fn root(x: Self::Spread) -> Self::Spread;
}

macro_rules! averaged {
    ($T:ty, $Mean:ty, $Real:ty; |$s:ident, $x:ident| $widened:expr; |$d:ident| $square:expr) => {
        #[diagnostic::do_not_recommend]
        impl Averaged for $T {
            type Mean = $Mean;
            type Spread = $Real;

            #[inline(always)]
            #[allow(unused_variables, reason = "floats are what they are")]
            fn widened_gang<S: Simd>($s: S, $x: Self::Gang<S>) -> GangOf<$Mean, S> {
                $widened
            }
            #[inline(always)]
            fn deviation_gang<S: Simd>($s: S, x: Self::Gang<S>, mean: GangOf<$Mean, S>) -> GangOf<$Real, S> {
                let $d = <$Mean>::minus_gang($s, Self::widened_gang($s, x), mean);
                $square
            }
            #[inline(always)]
            fn share(sum: $Mean, count: usize) -> $Mean {
                sum / count as $Real
            }
            #[inline(always)]
            fn spread_share(sum: $Real, count: usize) -> $Real {
                sum / count as $Real
            }
            #[inline(always)]
            fn root(x: $Real) -> $Real {
                x.sqrt()
            }
        }
    };
}

macro_rules! floats {
    ($($R:ident)*) => { $(
        averaged! { $R, $R, $R; |s, x| x; |d| $R::times_gang(s, d, d) }
        averaged! { Complex<$R>, Complex<$R>, $R; |s, x| x;
            |d| $R::plus_gang(s, $R::times_gang(s, d.re, d.re), $R::times_gang(s, d.im, d.im)) }
    )* };
}

floats! { f32 f64 }

macro_rules! others {
    ($($T:ty, |$x:ident| $cast:expr;)*) => { $(
        averaged! { $T, f64, f64; |s, x| match <$T>::cast_from::<S>(x) {
            Some(source) => match f64::cast_to(s, source) {
                Some(cast) => cast,
                None => map::<S, $T, f64>(s, x, |$x| $cast),
            },
            None => map::<S, $T, f64>(s, x, |$x| $cast),
        }; |d| f64::times_gang(s, d, d) }
    )* };
    ($($T:ident)*) => { others! { $($T, |x| x as f64;)* bool, |x| f64::from(u8::from(x)); } };
}

others! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

/// An element as one of the mean's.
#[derive(Clone, Copy)]
struct Widened;

impl<T: Averaged, A: Item<T = T>> Node<(A, ())> for Widened {
    type T = T::Mean;
    const WIDEST: usize = wider(T::WIDEST, T::Mean::WIDEST);
    const COST: usize = 3;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &<(A, ()) as Args>::Loaded<S>) -> GangOf<T::Mean, S> {
        T::widened_gang(s, loaded.0)
    }
}

/// The square of an element's distance from the mean.
#[derive(Clone, Copy)]
struct Deviation;

impl<T: Averaged, A: Item<T = T>, M: Item<T = T::Mean>> Node<(A, (M, ()))> for Deviation {
    type T = T::Spread;
    const WIDEST: usize = wider(T::WIDEST, T::Mean::WIDEST);
    const COST: usize = 5;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &<(A, (M, ())) as Args>::Loaded<S>) -> GangOf<T::Spread, S> {
        T::deviation_gang(s, loaded.0, loaded.1.0)
    }
}

#[track_caller]
fn means<T: Averaged, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<T::Mean, R> {
    let mut out = fold_view::<T, _, Sum, S, R>(x, bits, &Widened);
    let count = count(x.shape(), bits);
    out.mapv_inplace(|sum| T::share(sum, count));
    out
}

#[track_caller]
fn variances<T: Averaged, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8, ddof: usize) -> Array<T::Spread, R> {
    let mean = means::<T, S, R>(x, bits);
    let operands = [axes(x.strides().as_ref()), axes_without(out_strides(x.shape(), bits).as_ref(), bits)];
    let args = (x.as_ptr(), (mean.as_slice().as_ptr(), ()));
    // SAFETY: the view's elements, and the means, which have the kept axes, row-major.
    let mut out = unsafe { fold::<_, _, Sum, S, R>(x.shape(), bits, args, &operands, &Deviation) };
    let count = count(x.shape(), bits).saturating_sub(ddof);
    out.mapv_inplace(|sum| T::spread_share(sum, count));
    out
}

#[track_caller]
fn deviations<T: Averaged, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8, ddof: usize) -> Array<T::Spread, R> {
    let mut out = variances::<T, S, R>(x, bits, ddof);
    out.mapv_inplace(T::root);
    out
}

reductions! {
    /// The means over axis `AXIS`, which goes; of integers and `bool` in `f64`, of nothing NaN.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 2, 3], [4, 5, 9]]);
    /// assert_eq!(a.mean::<0>(), [2.5, 3.5, 6.0]);
    /// assert_eq!(a.mean_all(), 4.0);
    /// assert_eq!(a.map(|x| *x > 3).mean_all(), 0.5);
    /// ```
    mean mean_all mean_axes mean_keeping mean_axes_keeping [T: Averaged,] () -> T::Mean, means;

    /// The variances over axis `AXIS`, which goes: the sum of the squares of the distances from the mean, over the number of elements less
    /// `ddof` (1 for the variance of a sample, else 0). It takes two passes, so that a large mean does no harm.
    ///
    /// NaN or infinite where there are no more elements than `ddof`, as in NumPy.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1.0, 2.0], [3.0, 6.0]]);
    /// assert_eq!(a.var::<0>(0), [1.0, 4.0]);
    /// assert_eq!(a.var::<0>(1), [2.0, 8.0]);
    /// ```
    var var_all var_axes var_keeping var_axes_keeping [T: Averaged,] (ddof: usize) -> T::Spread, variances;

    /// The standard deviations over axis `AXIS`, which goes: the square roots of [`Array::var`].
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1.0, 2.0], [3.0, 6.0]]);
    /// assert_eq!(a.std::<0>(0), [1.0, 2.0]);
    /// ```
    std std_all std_axes std_keeping std_axes_keeping [T: Averaged,] (ddof: usize) -> T::Spread, deviations;
}
