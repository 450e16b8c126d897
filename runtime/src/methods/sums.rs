//! Sums, products, and the running ones.

use super::fold::{axes, map};
use super::{Number, Summed, methods, reductions};
use crate::array::Array;
use crate::axes::EditAxis;
use crate::element::Element;
use crate::error::expect;
use crate::expr::{Args, GangOf, Item, Node};
use crate::extent::Dyn;
use crate::lanes::Simd;
use crate::reduce::functions::{Add, Multiply};
use crate::reduce::reduce_bits;
use crate::scan::accumulate;
use crate::shape::Shape;
use crate::view::View;

#[track_caller]
fn sums<T: Summed, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<T::Sum, R> {
    T::sums(x, bits)
}

#[track_caller]
fn products<T: Number, S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<T, R> {
    expect(reduce_bits(Multiply, x, bits, None))
}

reductions! {
    /// The sums over axis `AXIS`, which goes; the sum of nothing is 0.
    ///
    /// Integers wrap in their own type, where NumPy widens small ones: `x.mapv(i64::from).sum::<0>()` does so. Of `bool`, the number of
    /// true elements. Sums of floats are at least as accurate as pairwise summation.
    ///
    /// ```
    /// use ndweave_runtime::{axes, Array, Array1};
    /// let a = Array::from([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
    /// assert_eq!(a.sum::<0>(), [5.0, 7.0, 9.0]);
    /// assert_eq!(a.sum::<1>(), [6.0, 15.0]);
    /// assert_eq!(a.sum_all(), 21.0);
    /// assert_eq!(a.sum_axes::<axes![0, 1]>()[[]], 21.0);
    /// assert_eq!(a.sum_keeping::<1>(), [[6.0], [15.0]]);
    /// assert_eq!(a.map(|x| *x > 2.0).sum_all(), 4);
    /// ```
    ///
    /// # Compile errors
    ///
    /// An axis that the array does not have:
    ///
    /// ```compile_fail,E0277
    /// ndweave_runtime::Array::from([[1.0, 2.0], [3.0, 4.0]]).sum::<2>(); // there is no axis 2
    /// ```
    sum sum_all sum_axes sum_keeping sum_axes_keeping [T: Summed,] () -> T::Sum, sums;

    /// The products over axis `AXIS`, which goes; the product of nothing is 1. Integers wrap.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// assert_eq!(a.prod::<0>(), [4, 10, 18]);
    /// assert_eq!(a.prod_all(), 720);
    /// ```
    prod prod_all prod_axes prod_keeping prod_axes_keeping [T: Number,] () -> T, products;
}

methods! {
    /// The sums of all first elements along axis `AXIS`. Integers wrap.
    ///
    /// Sums of floats are at least as accurate as those of a loop, but they are not joined from left to right: the last bits may differ from
    /// the loop's, also between a sum and the next one where that adds 0.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// assert_eq!(a.cumsum::<0>(), [[1, 2, 3], [5, 7, 9]]);
    /// assert_eq!(a.cumsum::<1>(), [[1, 3, 6], [4, 9, 15]]);
    /// ```
    cumsum [const AXIS: usize] () -> Array<T, S>, [T: Number, S: EditAxis<AXIS>],
        |x| expect(accumulate::<AXIS, _, _, _>(Add, x));

    /// The products of all first elements along axis `AXIS`. Integers wrap; as for [`Array::cumsum`], the last bits of floats may differ from
    /// a loop's.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([1, 2, 3, 4]).cumprod::<0>(), [1, 2, 6, 24]);
    /// ```
    cumprod [const AXIS: usize] () -> Array<T, S>, [T: Number, S: EditAxis<AXIS>],
        |x| expect(accumulate::<AXIS, _, _, _>(Multiply, x));

    /// The differences of neighbours along axis `AXIS`: one fewer than there are entries, none of nothing.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 4, 9], [2, 2, 1]]);
    /// assert_eq!(a.diff::<0>(), [[1, -2, -8]]);
    /// assert_eq!(a.diff::<1>(), [[3, 5], [0, -1]]);
    /// ```
    diff [const AXIS: usize] () -> Array<T, S::With<Dyn>>,
        [T: Number + core::ops::Sub<Output = T>, S: EditAxis<AXIS>], |x| differences::<AXIS, T, S>(x);
}

#[track_caller]
fn differences<const AXIS: usize, T, S>(x: View<'_, T, S>) -> Array<T, S::With<Dyn>>
where
    T: Element + core::ops::Sub<Output = T>,
    S: EditAxis<AXIS>,
{
    let extent = x.extents().as_ref()[AXIS];
    let (before, _) = x.split_at::<AXIS>(extent.saturating_sub(1));
    let (_, after) = x.split_at::<AXIS>(extent.min(1));
    let (a, b) = (axes(after.strides().as_ref()), axes(before.strides().as_ref()));
    // SAFETY: both are views of one shape.
    unsafe { expect(map(after.shape(), (after.as_ptr(), (before.as_ptr(), ())), &[a, b], Difference)) }
}

/// The first operand less the second.
#[derive(Clone, Copy)]
struct Difference;

impl<T: Element + core::ops::Sub<Output = T>, A: Item<T = T>, B: Item<T = T>> Node<(A, (B, ()))> for Difference {
    type T = T;
    const WIDEST: usize = T::WIDEST;
    const COST: usize = 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &<(A, (B, ())) as Args>::Loaded<S>) -> GangOf<T, S> {
        T::minus_gang(s, loaded.0, loaded.1.0)
    }
}
