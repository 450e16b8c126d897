//! Norms of vectors along an axis, and of all elements.

use num_complex::Complex;

use super::fold::fold_view;
use super::{Averaged, reductions};
use crate::array::Array;
use crate::element::Element;
use crate::expr::{Args, GangOf, Item, Magnitude, Node, wider};
use crate::lanes::Simd;
use crate::nest::{Extreme, Extremes, Greatest, Sum};
use crate::shape::Shape;
use crate::view::View;

/// Elements that have an absolute value: floats, complex numbers, and, as `f64`, integers.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` have no norm",
    label = "not an array of floats, integers or complex numbers"
)]
pub trait Normed: Averaged {
    /// The type of the norm: real.
    type Norm: Extremes;

    /// The absolute value.
    #[doc(hidden)]
    fn size_gang<S: Simd>(s: S, x: Self::Gang<S>) -> GangOf<Self::Norm, S>;
    /// Its square.
    #[doc(hidden)]
    fn square_gang<S: Simd>(s: S, x: Self::Gang<S>) -> GangOf<Self::Norm, S>;
    /// The square root.
    #[doc(hidden)]
    fn norm_root(x: Self::Norm) -> Self::Norm;
}

macro_rules! normed {
    ($T:ty, $Real:ident; |$s:ident, $x:ident| $size:expr; $square:expr) => {
        #[diagnostic::do_not_recommend]
        impl Normed for $T {
            type Norm = $Real;

            #[inline(always)]
            fn size_gang<S: Simd>($s: S, x: Self::Gang<S>) -> GangOf<$Real, S> {
                let $x = Self::widened_gang($s, x);
                $size
            }
            #[inline(always)]
            fn square_gang<S: Simd>($s: S, x: Self::Gang<S>) -> GangOf<$Real, S> {
                let $x = Self::widened_gang($s, x);
                $square
            }
            #[inline(always)]
            fn norm_root(x: $Real) -> $Real {
                x.sqrt()
            }
        }
    };
}

macro_rules! floats {
    ($($R:ident)*) => { $(
        normed! { $R, $R; |s, x| $R::absolute_gang(s, x); $R::times_gang(s, x, x) }
        normed! { Complex<$R>, $R; |s, z| crate::lanes::map2::<S, $R, $R, $R>(s, z.re, z.im, $R::hypot);
            $R::plus_gang(s, $R::times_gang(s, z.re, z.re), $R::times_gang(s, z.im, z.im)) }
    )* };
}

floats! { f32 f64 }

macro_rules! integers {
    ($($T:ident)*) => { $(
        normed! { $T, f64; |s, x| f64::absolute_gang(s, x); f64::times_gang(s, x, x) }
    )* };
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

/// The absolute value.
#[derive(Clone, Copy)]
struct Size;

/// Its square.
#[derive(Clone, Copy)]
struct Square;

macro_rules! nodes {
    ($($Node:ident $gang:ident;)*) => { $(
        impl<T: Normed, A: Item<T = T>> Node<(A, ())> for $Node {
            type T = T::Norm;
            const WIDEST: usize = wider(T::WIDEST, T::Norm::WIDEST);
            const COST: usize = 4;

            #[inline(always)]
            fn eval<S: Simd>(&self, s: S, loaded: &<(A, ()) as Args>::Loaded<S>) -> GangOf<T::Norm, S> {
                T::$gang(s, loaded.0)
            }
        }
    )* };
}

nodes! { Size size_gang; Square square_gang; }

#[track_caller]
fn sums_of_sizes<T: Normed, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<T::Norm, R> {
    fold_view::<T, _, Sum, S, R>(x, bits, &Size)
}

#[track_caller]
fn lengths<T: Normed, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<T::Norm, R> {
    let mut out = fold_view::<T, _, Sum, S, R>(x, bits, &Square);
    out.mapv_inplace(T::norm_root);
    out
}

#[track_caller]
fn greatest_sizes<T: Normed, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<T::Norm, R> {
    super::fold::some_of("norm_inf", x.shape(), bits);
    fold_view::<T, _, Extreme<Greatest>, S, R>(x, bits, &Size)
}

reductions! {
    /// The Euclidean norms over axis `AXIS`, which goes: the square roots of the sums of squares. `norm_all` of a matrix is its Frobenius norm.
    /// Integers as `f64`.
    ///
    /// Squares may overflow or vanish, as in NumPy.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[3.0, 4.0], [5.0, 12.0]]);
    /// assert_eq!(a.norm::<1>(), [5.0, 13.0]);
    /// assert_eq!(Array::from([[1, -1], [1, 1]]).norm_all(), 2.0);
    /// ```
    norm norm_all norm_axes norm_keeping norm_axes_keeping [T: Normed,] () -> T::Norm, lengths;

    /// The sums of absolute values over axis `AXIS`, which goes. Integers as `f64`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([3.0, -4.0]).norm_1::<0>()[[]], 7.0);
    /// ```
    norm_1 norm_1_all norm_1_axes norm_1_keeping norm_1_axes_keeping [T: Normed,] () -> T::Norm, sums_of_sizes;

    /// The greatest absolute values over axis `AXIS`, which goes; a NaN stays. Integers as `f64`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([3.0, -4.0]).norm_inf::<0>()[[]], 4.0);
    /// ```
    ///
    /// # Panics
    ///
    /// When there is nothing along the axis.
    norm_inf norm_inf_all norm_inf_axes norm_inf_keeping norm_inf_axes_keeping [T: Normed,] () -> T::Norm, greatest_sizes;
}
