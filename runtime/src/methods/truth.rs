//! Which elements are not 0: `all`, `any`, `count_nonzero`.

use super::fold::fold_view;
use super::reductions;
use crate::array::Array;
use crate::element::Element;
use crate::expr::{Args, CastNode, GangOf, Item, Node};
use crate::lanes::{Lanes, Simd};
use crate::nest::{Product, Sum};
use crate::shape::Shape;
use crate::view::View;

/// Whether an element is not 0.
#[derive(Clone, Copy)]
struct NonZero;

impl<T: Element + PartialEq, A: Item<T = T>> Node<(A, ())> for NonZero {
    type T = bool;
    const WIDEST: usize = T::WIDEST;
    const COST: usize = 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &<(A, ()) as Args>::Loaded<S>) -> GangOf<bool, S> {
        !T::equal_gang(s, loaded.0, T::Gang::<S>::splat(s, T::zero()))
    }
}

pub(super) fn counts<T: Element + PartialEq, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<usize, R> {
    fold_view::<T, _, Sum, S, R>(x, bits, &CastNode::<usize, _>::new(NonZero))
}

fn all<T: Element + PartialEq, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<bool, R> {
    fold_view::<T, _, Product, S, R>(x, bits, &NonZero)
}

fn any<T: Element + PartialEq, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<bool, R> {
    fold_view::<T, _, Sum, S, R>(x, bits, &NonZero)
}

reductions! {
    /// Whether all elements along axis `AXIS`, which goes, are true, or numbers other than 0; of nothing, yes. A NaN is no 0.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 2, 3], [4, 0, 6]]);
    /// assert_eq!(a.all::<0>(), [true, false, true]);
    /// assert_eq!(a.map(|x| *x < 7).all_all(), true);
    /// ```
    all all_all all_axes all_keeping all_axes_keeping [T: Element + PartialEq,] () -> bool, all;

    /// Whether an element along axis `AXIS`, which goes, is true, or a number other than 0; of nothing, no. A NaN is no 0.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[0, 2, 0], [0, 0, 6]]);
    /// assert_eq!(a.any::<0>(), [false, true, true]);
    /// assert_eq!(a.any_all(), true);
    /// ```
    any any_all any_axes any_keeping any_axes_keeping [T: Element + PartialEq,] () -> bool, any;

    /// How many elements along axis `AXIS`, which goes, are true, or numbers other than 0.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[0.0, 2.0, f64::NAN], [0.0, 0.0, -0.0]]);
    /// assert_eq!(a.count_nonzero::<1>(), [2, 0]);
    /// assert_eq!(a.count_nonzero_all(), 2);
    /// ```
    count_nonzero count_nonzero_all count_nonzero_axes count_nonzero_keeping count_nonzero_axes_keeping
        [T: Element + PartialEq,] () -> usize, counts;
}
