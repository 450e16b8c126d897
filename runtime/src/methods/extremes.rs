//! The least and the greatest elements, and where they are.

use core::ops::Sub;

use super::fold::{axes, map, some_of};
use super::places::places;
use super::{methods, reductions};
use crate::array::Array;
use crate::axes::EditAxis;
use crate::element::Element;
use crate::error::{ShapeError, expect};
use crate::expr::{Args, GangOf, Item, Node};
use crate::lanes::{Lanes, Simd};
use crate::nest::{Extremes, Greatest, Least};
use crate::reduce::functions::{Maximum, Minimum};
use crate::reduce::{all, reduce_bits};
use crate::shape::Shape;
use crate::view::View;

#[track_caller]
fn minima<T: Extremes, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<T, R> {
    some_of("min", x.shape(), bits);
    expect(reduce_bits(Minimum, x, bits, None))
}

#[track_caller]
fn maxima<T: Extremes, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<T, R> {
    some_of("max", x.shape(), bits);
    expect(reduce_bits(Maximum, x, bits, None))
}

#[track_caller]
fn ranges<T: Extremes + Sub<Output = T>, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<T, R> {
    some_of("ptp", x.shape(), bits);
    let mut out = maxima::<T, S, R>(x, bits);
    let least = minima::<T, S, R>(x, bits);
    out.as_mut_slice().iter_mut().zip(least.as_slice()).for_each(|(x, least)| *x = x.minus(*least));
    out
}

/// An element, or the bound that it is beyond.
#[derive(Clone, Copy)]
struct Clipped<T>(T, T);

impl<T: Element + PartialOrd, A: Item<T = T>> Node<(A, ())> for Clipped<T> {
    type T = T;
    const WIDEST: usize = T::WIDEST;
    const COST: usize = 2;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &<(A, ()) as Args>::Loaded<S>) -> GangOf<T, S> {
        let (low, high) = (T::Gang::<S>::splat(s, self.0), T::Gang::<S>::splat(s, self.1));
        T::clamp_gang(s, loaded.0, low, high)
    }
}

/// The least and the greatest of some numbers; 0 and 1 of none.
#[track_caller]
pub(super) fn finite_range(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    let mut range = None;
    for x in numbers {
        let (low, high) = range.unwrap_or((x, x));
        if !x.is_finite() {
            ShapeError::new(format!("`histogram`: the range from the least to the greatest element is not finite: {x}"))
                .raise()
        }
        range = Some((low.min(x), high.max(x)));
    }
    range.unwrap_or((0.0, 1.0))
}

reductions! {
    /// The least elements along axis `AXIS`, which goes; a NaN among them stays, as in NumPy.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[3.0, f64::NAN], [1.0, 2.0]]);
    /// assert_eq!(a.min::<0>()[0], 1.0);
    /// assert!(a.min::<0>()[1].is_nan());
    /// ```
    ///
    /// # Panics
    ///
    /// When there is nothing along the axis.
    min min_all min_axes min_keeping min_axes_keeping [T: Extremes,] () -> T, minima;

    /// The greatest elements along axis `AXIS`, which goes; a NaN among them stays, as in NumPy.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[3, 5], [1, 7]]);
    /// assert_eq!(a.max::<0>(), [3, 7]);
    /// assert_eq!(a.max_all(), 7);
    /// ```
    ///
    /// # Panics
    ///
    /// When there is nothing along the axis.
    max max_all max_axes max_keeping max_axes_keeping [T: Extremes,] () -> T, maxima;

    /// How far the least and the greatest elements along axis `AXIS`, which goes, are apart ("peak to peak"). Integers wrap.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[3, 5], [1, 7]]);
    /// assert_eq!(a.ptp::<1>(), [2, 6]);
    /// ```
    ///
    /// # Panics
    ///
    /// When there is nothing along the axis.
    ptp ptp_all ptp_axes ptp_keeping ptp_axes_keeping [T: Extremes + Sub<Output = T>,] () -> T, ranges;
}

methods! {
    /// Where along axis `AXIS`, which goes, the least elements are: the first of equal ones, and of NaNs.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[3, 1, 1], [0, 7, 9]]);
    /// assert_eq!(a.argmin::<1>(), [1, 0]);
    /// assert_eq!(a.argmin_all(), 3);
    /// ```
    ///
    /// # Panics
    ///
    /// When there is nothing along the axis.
    argmin [const AXIS: usize] () -> Array<usize, S::Without>, [T: Extremes, S: EditAxis<AXIS>],
        |x| places::<Least, T, S, S::Without>(x, 1 << AXIS);

    /// The number of the least element in row-major order: the first of equal ones, and of NaNs.
    ///
    /// # Panics
    ///
    /// When there are no elements.
    argmin_all [] () -> usize, [T: Extremes], |x| places::<Least, T, S, ()>(x, all::<S>()).as_slice()[0];

    /// Where along axis `AXIS`, which goes, the greatest elements are: the first of equal ones, and of NaNs.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[3.0, 1.0], [0.0, f64::NAN]]);
    /// assert_eq!(a.argmax::<0>(), [0, 1]);
    /// assert_eq!(a.argmax_all(), 3);
    /// ```
    ///
    /// # Panics
    ///
    /// When there is nothing along the axis.
    argmax [const AXIS: usize] () -> Array<usize, S::Without>, [T: Extremes, S: EditAxis<AXIS>],
        |x| places::<Greatest, T, S, S::Without>(x, 1 << AXIS);

    /// The number of the greatest element in row-major order: the first of equal ones, and of NaNs.
    ///
    /// # Panics
    ///
    /// When there are no elements.
    argmax_all [] () -> usize, [T: Extremes], |x| places::<Greatest, T, S, ()>(x, all::<S>()).as_slice()[0];

    /// The elements, those below `low` replaced by `low` and then those above `high` by `high`; a NaN stays.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([1, 5, 9]).clip(2, 7), [2, 5, 7]);
    /// ```
    clip [] (low: T, high: T) -> Array<T, S>, [T: Element + PartialOrd], |x| {
        // SAFETY: a view's elements are readable at each index.
        unsafe { expect(map(x.shape(), (x.as_ptr(), ()), &[axes(x.strides().as_ref())], Clipped(low, high))) }
    };
}
