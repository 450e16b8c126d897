//! Iteration over elements, in row-major order of their indices whatever the strides.

use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ptr::NonNull;

use super::{View, ViewMut};
use crate::array::Array;
use crate::index::Offsets;
use crate::shape::Shape;

/// The elements of a view, by reference, in row-major order.
#[derive(Clone, Debug)]
pub struct Iter<'a, T, S: Shape> {
    /// 1. `first` plus each offset is an element that a [`View`] of lifetime `'a` reaches.
    first: NonNull<T>,
    offsets: Offsets<S>,
    borrow: PhantomData<&'a T>,
}

/// The elements of a mutable view, by mutable reference, in row-major order.
#[derive(Debug)]
pub struct IterMut<'a, T, S: Shape> {
    /// 1. `first` plus each offset is an element that a [`ViewMut`] of lifetime `'a` reaches, by another
    ///    index each.
    first: NonNull<T>,
    offsets: Offsets<S>,
    borrow: PhantomData<&'a mut T>,
}

/// The elements of a view with their indices, in row-major order.
#[derive(Clone, Debug)]
pub struct IndexedIter<'a, T, S: Shape>(Iter<'a, T, S>);

// SAFETY: an iterator is a shared borrow of elements.
unsafe impl<T: Sync, S: Shape> Send for Iter<'_, T, S> {}
// SAFETY: as above.
unsafe impl<T: Sync, S: Shape> Sync for Iter<'_, T, S> {}
// SAFETY: a mutable iterator is an exclusive borrow of elements.
unsafe impl<T: Send, S: Shape> Send for IterMut<'_, T, S> {}
// SAFETY: as above.
unsafe impl<T: Sync, S: Shape> Sync for IterMut<'_, T, S> {}

impl<'a, T, S: Shape> View<'a, T, S> {
    /// The elements by reference, in row-major order of their indices.
    #[inline]
    pub fn iter(&self) -> Iter<'a, T, S> {
        Iter { first: self.ptr, offsets: Offsets::fused(self.extents(), self.strides), borrow: PhantomData }
    }

    /// The elements by reference with their indices, in row-major order.
    #[inline]
    pub fn indexed_iter(&self) -> IndexedIter<'a, T, S> {
        IndexedIter(Iter { first: self.ptr, offsets: Offsets::new(self.extents(), self.strides), borrow: PhantomData })
    }
}

impl<T, S: Shape> ViewMut<'_, T, S> {
    /// As [`View::iter`].
    #[inline]
    pub fn iter(&self) -> Iter<'_, T, S> {
        self.view().iter()
    }

    /// As [`View::indexed_iter`].
    #[inline]
    pub fn indexed_iter(&self) -> IndexedIter<'_, T, S> {
        self.view().indexed_iter()
    }

    /// The elements by mutable reference, in row-major order of their indices.
    #[inline]
    pub fn iter_mut(&mut self) -> IterMut<'_, T, S> {
        self.view_mut().into_iter()
    }
}

impl<T: Copy, S: Shape> Array<T, S> {
    /// The elements by reference, in row-major order.
    #[inline]
    pub fn iter(&self) -> Iter<'_, T, S> {
        self.view().iter()
    }

    /// The elements by reference with their indices, in row-major order.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[3, 8], [9, 1]]);
    /// let (index, _) = a.indexed_iter().max_by_key(|(_, x)| **x).unwrap();
    /// assert_eq!(index, [1, 0]);
    /// ```
    #[inline]
    pub fn indexed_iter(&self) -> IndexedIter<'_, T, S> {
        self.view().indexed_iter()
    }

    /// The elements by mutable reference, in row-major order.
    #[inline]
    pub fn iter_mut(&mut self) -> IterMut<'_, T, S> {
        self.view_mut().into_iter()
    }
}

impl<'a, T, S: Shape> Iterator for Iter<'a, T, S> {
    type Item = &'a T;

    #[inline(always)]
    fn next(&mut self) -> Option<&'a T> {
        let offset = self.offsets.next()?;
        // SAFETY: invariant 1.
        Some(unsafe { self.first.offset(offset).as_ref() })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.offsets.size_hint()
    }

    #[inline]
    fn fold<B, F: FnMut(B, &'a T) -> B>(self, init: B, mut f: F) -> B {
        let first = self.first;
        // SAFETY: invariant 1.
        self.offsets.fold(init, |acc, offset| f(acc, unsafe { first.offset(offset).as_ref() }))
    }
}

impl<'a, T, S: Shape> Iterator for IterMut<'a, T, S> {
    type Item = &'a mut T;

    #[inline(always)]
    fn next(&mut self) -> Option<&'a mut T> {
        let offset = self.offsets.next()?;
        // SAFETY: invariant 1; each index comes once, so no two references meet.
        Some(unsafe { self.first.offset(offset).as_mut() })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.offsets.size_hint()
    }

    #[inline]
    fn fold<B, F: FnMut(B, &'a mut T) -> B>(self, init: B, mut f: F) -> B {
        let first = self.first;
        // SAFETY: as in `next`.
        self.offsets.fold(init, |acc, offset| f(acc, unsafe { first.offset(offset).as_mut() }))
    }
}

impl<'a, T, S: Shape> Iterator for IndexedIter<'a, T, S> {
    type Item = (S::Index, &'a T);

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        let index = self.0.offsets.index();
        Some((index, self.0.next()?))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

macro_rules! exact {
    ($($I:ident)*) => { $(
        impl<T, S: Shape> ExactSizeIterator for $I<'_, T, S> {}
        impl<T, S: Shape> FusedIterator for $I<'_, T, S> {}
    )* };
}

exact! { Iter IterMut IndexedIter }

impl<'a, T, S: Shape> IntoIterator for View<'a, T, S> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T, S>;
    #[inline]
    fn into_iter(self) -> Iter<'a, T, S> {
        self.iter()
    }
}

impl<'a, T, S: Shape> IntoIterator for ViewMut<'a, T, S> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T, S>;
    #[inline]
    fn into_iter(self) -> IterMut<'a, T, S> {
        IterMut { first: self.ptr, offsets: Offsets::fused(self.extents(), self.strides), borrow: PhantomData }
    }
}

impl<'a, T, S: Shape> IntoIterator for &View<'a, T, S> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T, S>;
    #[inline]
    fn into_iter(self) -> Iter<'a, T, S> {
        self.iter()
    }
}

impl<'b, T, S: Shape> IntoIterator for &'b ViewMut<'_, T, S> {
    type Item = &'b T;
    type IntoIter = Iter<'b, T, S>;
    #[inline]
    fn into_iter(self) -> Iter<'b, T, S> {
        self.iter()
    }
}

impl<'b, T, S: Shape> IntoIterator for &'b mut ViewMut<'_, T, S> {
    type Item = &'b mut T;
    type IntoIter = IterMut<'b, T, S>;
    #[inline]
    fn into_iter(self) -> IterMut<'b, T, S> {
        self.iter_mut()
    }
}

impl<'b, T: Copy, S: Shape> IntoIterator for &'b Array<T, S> {
    type Item = &'b T;
    type IntoIter = Iter<'b, T, S>;
    #[inline]
    fn into_iter(self) -> Iter<'b, T, S> {
        self.iter()
    }
}

impl<'b, T: Copy, S: Shape> IntoIterator for &'b mut Array<T, S> {
    type Item = &'b mut T;
    type IntoIter = IterMut<'b, T, S>;
    #[inline]
    fn into_iter(self) -> IterMut<'b, T, S> {
        self.iter_mut()
    }
}
