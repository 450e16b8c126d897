//! Iteration over the parts of a view along an axis.

use core::iter::FusedIterator;
use core::ops::Range;

use super::{View, ViewMut};
use crate::array::Array;
use crate::axes::EditAxis;
use crate::index::Geometry;
use crate::shape::Shape;

/// The parts of a view at each place of an axis, as [`Array::axis_iter`] gives them.
#[derive(Clone)]
pub struct AxisIter<'a, T, S: Shape, const AXIS: usize> {
    whole: View<'a, T, S>,
    places: Range<usize>,
}

/// The parts of a mutable view at each place of an axis, as [`Array::axis_iter_mut`] gives them.
pub struct AxisIterMut<'a, T, S: Shape, const AXIS: usize> {
    whole: ViewMut<'a, T, S>,
    /// 1. Places that have not come yet, below the extent of the axis.
    places: Range<usize>,
}

/// The part at a place below the extent.
#[inline(always)]
fn part<S: EditAxis<AXIS>, const AXIS: usize>(whole: Geometry<S>, place: usize) -> Geometry<S::Without> {
    whole.index_axis::<AXIS>(place).expect("a place of the axis")
}

impl<'a, T, S: EditAxis<AXIS>, const AXIS: usize> AxisIter<'a, T, S, AXIS> {
    #[inline]
    fn at(&self, place: usize) -> View<'a, T, S::Without> {
        self.whole.index_axis::<AXIS>(place)
    }
}

impl<'a, T, S: EditAxis<AXIS>, const AXIS: usize> AxisIterMut<'a, T, S, AXIS> {
    #[inline]
    fn at(&mut self, place: usize) -> ViewMut<'a, T, S::Without> {
        let part = part::<S, AXIS>(self.whole.geometry(), place);
        // SAFETY: by the postconditions of the index algebra, the part lies in `whole` (1, 2) and is distinct in itself (3). Each
        // place comes once, by (1) of `places`, and `whole` is not read or written while the iterator lives; so by (3) of
        // `whole`, nobody else holds these elements.
        unsafe { ViewMut::from_raw(self.whole.ptr.as_ptr().offset(part.offset), part.shape, part.strides) }
    }
}

macro_rules! iterators {
    ($($I:ident of $V:ident;)*) => { $(
        impl<'a, T, S: EditAxis<AXIS>, const AXIS: usize> Iterator for $I<'a, T, S, AXIS> {
            type Item = $V<'a, T, S::Without>;

            #[inline]
            fn next(&mut self) -> Option<Self::Item> {
                let place = self.places.next()?;
                Some(self.at(place))
            }

            #[inline]
            fn nth(&mut self, n: usize) -> Option<Self::Item> {
                let place = self.places.nth(n)?;
                Some(self.at(place))
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.places.size_hint()
            }
        }

        impl<T, S: EditAxis<AXIS>, const AXIS: usize> DoubleEndedIterator for $I<'_, T, S, AXIS> {
            #[inline]
            fn next_back(&mut self) -> Option<Self::Item> {
                let place = self.places.next_back()?;
                Some(self.at(place))
            }
        }

        impl<T, S: EditAxis<AXIS>, const AXIS: usize> ExactSizeIterator for $I<'_, T, S, AXIS> {}
        impl<T, S: EditAxis<AXIS>, const AXIS: usize> FusedIterator for $I<'_, T, S, AXIS> {}
    )* };
}

iterators! { AxisIter of View; AxisIterMut of ViewMut; }

impl<'a, T, S: Shape> View<'a, T, S> {
    /// As [`Array::axis_iter`].
    #[inline]
    pub fn axis_iter<const AXIS: usize>(&self) -> AxisIter<'a, T, S, AXIS>
    where
        S: EditAxis<AXIS>,
    {
        AxisIter { whole: *self, places: 0..self.extents().as_ref()[AXIS] }
    }
}

impl<T, S: Shape> ViewMut<'_, T, S> {
    /// As [`Array::axis_iter`].
    #[inline]
    pub fn axis_iter<const AXIS: usize>(&self) -> AxisIter<'_, T, S, AXIS>
    where
        S: EditAxis<AXIS>,
    {
        self.view().axis_iter()
    }

    /// As [`Array::axis_iter_mut`].
    #[inline]
    pub fn axis_iter_mut<const AXIS: usize>(&mut self) -> AxisIterMut<'_, T, S, AXIS>
    where
        S: EditAxis<AXIS>,
    {
        let places = 0..self.extents().as_ref()[AXIS];
        AxisIterMut { whole: self.view_mut(), places }
    }
}

impl<T: Copy, S: Shape> Array<T, S> {
    /// The parts at each place of axis `AXIS`, without that axis: of a matrix, with 0 its rows, with 1 its columns.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// let sums: Vec<i32> = a.axis_iter::<0>().map(|row| row.sum_all()).collect();
    /// assert_eq!(sums, [6, 15]);
    /// assert_eq!(a.axis_iter::<1>().next_back().unwrap().to_vec(), [3, 6]);
    /// ```
    #[inline]
    pub fn axis_iter<const AXIS: usize>(&self) -> AxisIter<'_, T, S, AXIS>
    where
        S: EditAxis<AXIS>,
    {
        self.view().axis_iter()
    }

    /// As [`Array::axis_iter`], for writing; several parts can be held at once.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let mut a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// for (mut column, factor) in a.axis_iter_mut::<1>().zip([1, 10, 100]) {
    ///     column.mapv_inplace(|x| factor * x);
    /// }
    /// assert_eq!(a, [[1, 20, 300], [4, 50, 600]]);
    /// ```
    #[inline]
    pub fn axis_iter_mut<const AXIS: usize>(&mut self) -> AxisIterMut<'_, T, S, AXIS>
    where
        S: EditAxis<AXIS>,
    {
        let places = 0..self.extents().as_ref()[AXIS];
        AxisIterMut { whole: self.view_mut(), places }
    }
}
