//! Which elements are not 0: `all`, `any`, `count_nonzero`.

use super::fold::fold_view;
use super::reductions;
use crate::array::Array;
use crate::element::Element;
use crate::expr::{Args, CastNode, GangOf, Item, Node};
use crate::lanes::{Job, Lanes, Simd, Tier};
use crate::nest::{Product, Sum};
use crate::reduce::{all as every, kept};
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
    // Where lines are neighbours, one after the other.
    let along = if bits == every::<S>() {
        x.len()
    } else if bits == 1 << (S::RANK - 1) {
        x.extents().as_ref()[S::RANK - 1]
    } else {
        0
    };
    if let Some(elements) = x.as_slice().filter(|_| along > 0) {
        let shape = kept::<S, R>(x.shape(), bits);
        let mut lines = elements.chunks_exact(along);
        // SAFETY: the job asks for nothing.
        let count = |line| unsafe { Tier::current().run(Count(line)) };
        return Array::collect(shape, core::iter::from_fn(|| lines.next().map(count)));
    }
    fold_view::<T, _, Sum, S, R>(x, bits, &CastNode::<usize, _>::new(NonZero))
}

/// How many elements are not 0: a plain loop, of which the compiler makes the tier's vectors.
struct Count<'a, T>(&'a [T]);

impl<T: Element + PartialEq> Job for Count<'_, T> {
    type Output = usize;
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, _: S) -> usize {
        let mut sum = 0;
        let mut rest = self.0;
        while !rest.is_empty() {
            // As many as a byte can count.
            let (some, others) = rest.split_at(if rest.len() < 128 { rest.len() } else { 128 });
            let mut count = 0u8;
            for x in some {
                count += u8::from(*x != T::zero());
            }
            sum += usize::from(count);
            rest = others;
        }
        sum
    }
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
