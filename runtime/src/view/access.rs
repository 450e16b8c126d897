//! Single elements, and elements as a slice.

use core::ops::{Index, IndexMut};

use super::{View, ViewMut};
use crate::array::Array;
use crate::error::ShapeError;
use crate::extent::Extent;
use crate::index::{is_row_major, offset_of, out_of_bounds};
use crate::shape::Shape;

/// Indices of `R` entries for shapes of `R` axes.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "an index of {R} entries for an array of shape `{Self}`",
    label = "an index has one entry for each axis"
)]
pub trait IndexedBy<const R: usize>: Shape<Index = [usize; R]> {}

impl<S: Shape<Index = [usize; R]>, const R: usize> IndexedBy<R> for S {}

/// The offset of an index. Panics where it is out of bounds.
#[inline(always)]
#[track_caller]
fn locate(index: &[usize], extents: &[usize], strides: &[isize]) -> isize {
    match offset_of(index, extents, strides) {
        Ok(offset) => offset,
        Err(axis) => out_of_bounds(index[axis], axis, extents[axis]).raise(),
    }
}

impl<'a, T, S: Shape> View<'a, T, S> {
    /// The number of elements.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.extents().as_ref().iter().product()
    }

    /// Whether there are no elements.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the elements stand one after the other in memory, in row-major order.
    #[inline]
    pub fn is_contiguous(&self) -> bool {
        is_row_major(self.extents().as_ref(), self.strides.as_ref())
    }

    /// The elements as a slice, if they are contiguous.
    #[inline]
    pub fn as_slice(&self) -> Option<&'a [T]> {
        // SAFETY: row-major strides lead the indices to `len` elements from `ptr` on (1).
        self.is_contiguous().then(|| unsafe { core::slice::from_raw_parts(self.ptr.as_ptr(), self.len()) })
    }

    /// As [`Array::index_of`].
    #[track_caller]
    pub fn index_of(&self, position: usize) -> S::Index {
        let (extents, mut rest) = (self.extents(), position);
        if position >= self.len() {
            let extents = extents.as_ref();
            ShapeError::new(format!("index_of: position {position} is out of bounds for shape {extents:?}")).raise()
        }
        let mut index = S::Index::default();
        for (entry, extent) in index.as_mut().iter_mut().zip(extents.as_ref()).rev() {
            (rest, *entry) = (rest / extent, rest % extent);
        }
        index
    }

    /// The element at `index`; `None` where that is out of bounds.
    #[inline]
    pub fn get(&self, index: S::Index) -> Option<&'a T> {
        let offset = offset_of(index.as_ref(), self.extents().as_ref(), self.strides.as_ref()).ok()?;
        // SAFETY: the index is below the extents (1).
        Some(unsafe { self.ptr.offset(offset).as_ref() })
    }

    /// The element at `index`, for as long as the elements are borrowed.
    #[inline(always)]
    #[track_caller]
    fn at(&self, index: &S::Index) -> &'a T {
        let offset = locate(index.as_ref(), self.extents().as_ref(), self.strides.as_ref());
        // SAFETY: `locate` panics unless the index is below the extents (1).
        unsafe { self.ptr.offset(offset).as_ref() }
    }
}

impl<T, S: Shape> ViewMut<'_, T, S> {
    /// The number of elements.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.extents().as_ref().iter().product()
    }

    /// Whether there are no elements.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// As [`View::is_contiguous`].
    #[inline]
    pub fn is_contiguous(&self) -> bool {
        self.view().is_contiguous()
    }

    /// As [`View::as_slice`].
    #[inline]
    pub fn as_slice(&self) -> Option<&[T]> {
        self.view().as_slice()
    }

    /// The elements as a mutable slice, if they are contiguous.
    #[inline]
    pub fn as_mut_slice(&mut self) -> Option<&mut [T]> {
        let len = self.len();
        // SAFETY: row-major strides lead the indices to `len` elements from `ptr` on (1), exclusively.
        self.is_contiguous().then(|| unsafe { core::slice::from_raw_parts_mut(self.ptr.as_ptr(), len) })
    }

    /// As [`Array::index_of`].
    #[track_caller]
    pub fn index_of(&self, position: usize) -> S::Index {
        self.view().index_of(position)
    }

    /// As [`View::get`].
    #[inline]
    pub fn get(&self, index: S::Index) -> Option<&T> {
        self.view().get(index)
    }

    /// The element at `index`, for writing; `None` where that is out of bounds.
    #[inline]
    pub fn get_mut(&mut self, index: S::Index) -> Option<&mut T> {
        let offset = offset_of(index.as_ref(), self.extents().as_ref(), self.strides.as_ref()).ok()?;
        // SAFETY: the index is below the extents (1).
        Some(unsafe { self.ptr.offset(offset).as_mut() })
    }

    #[inline(always)]
    #[track_caller]
    fn at_mut(&mut self, index: &S::Index) -> &mut T {
        let offset = locate(index.as_ref(), self.extents().as_ref(), self.strides.as_ref());
        // SAFETY: `locate` panics unless the index is below the extents (1).
        unsafe { self.ptr.offset(offset).as_mut() }
    }
}

impl<T: Copy, S: Shape> Array<T, S> {
    /// Always: an array's elements stand one after the other, in row-major order.
    #[inline(always)]
    pub fn is_contiguous(&self) -> bool {
        true
    }

    /// The index of the element at `position` in row-major order, as [`Array::argmax_all`] and its like count.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 2, 3], [9, 5, 6]]);
    /// assert_eq!(a.index_of(a.argmax_all()), [1, 0]);
    /// ```
    ///
    /// # Panics
    ///
    /// When there are not so many elements.
    #[inline]
    #[track_caller]
    pub fn index_of(&self, position: usize) -> S::Index {
        self.view().index_of(position)
    }

    /// The element at `index`; `None` where that is out of bounds.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// assert_eq!(a.get([1, 0]), Some(&4));
    /// assert_eq!(a.get([0, 3]), None);
    /// ```
    #[inline]
    pub fn get(&self, index: S::Index) -> Option<&T> {
        self.view().get(index)
    }

    /// The element at `index`, for writing; `None` where that is out of bounds.
    #[inline]
    pub fn get_mut(&mut self, index: S::Index) -> Option<&mut T> {
        let offset = offset_of(index.as_ref(), self.extents().as_ref(), self.strides().as_ref()).ok()?;
        self.as_mut_slice().get_mut(offset as usize)
    }
}

macro_rules! index {
    ([$($generics:tt)*] $Array:ty, $E:ident, $Line:ty, |$this:ident, $index:ident| $at:expr) => {
        impl<$($generics)* T: Copy, S: IndexedBy<R>, const R: usize> Index<[usize; R]> for $Array {
            type Output = T;
            #[inline(always)]
            #[track_caller]
            fn index(&self, $index: [usize; R]) -> &T {
                let $this = self;
                $at
            }
        }

        impl<$($generics)* T: Copy, $E: Extent> Index<usize> for $Line {
            type Output = T;
            #[inline(always)]
            #[track_caller]
            fn index(&self, index: usize) -> &T {
                let ($this, $index) = (self, [index]);
                $at
            }
        }
    };
}

macro_rules! index_mut {
    ([$($generics:tt)*] $Array:ty, $E:ident, $Line:ty, |$this:ident, $index:ident| $at:expr) => {
        impl<$($generics)* T: Copy, S: IndexedBy<R>, const R: usize> IndexMut<[usize; R]> for $Array {
            #[inline(always)]
            #[track_caller]
            fn index_mut(&mut self, $index: [usize; R]) -> &mut T {
                let $this = self;
                $at
            }
        }

        impl<$($generics)* T: Copy, $E: Extent> IndexMut<usize> for $Line {
            #[inline(always)]
            #[track_caller]
            fn index_mut(&mut self, index: usize) -> &mut T {
                let ($this, $index) = (self, [index]);
                $at
            }
        }
    };
}

index!([] Array<T, S>, E, Array<T, (E,)>, |a, index| a.view().at(&index));
index!(['a,] View<'a, T, S>, E, View<'a, T, (E,)>, |a, index| a.at(&index));
index!(['a,] ViewMut<'a, T, S>, E, ViewMut<'a, T, (E,)>, |a, index| a.view().at(&index));
index_mut!(['a,] ViewMut<'a, T, S>, E, ViewMut<'a, T, (E,)>, |a, index| a.at_mut(&index));
index_mut!([] Array<T, S>, E, Array<T, (E,)>, |a, index| {
    let offset = locate(&index, a.extents().as_ref(), a.strides().as_ref());
    &mut a.as_mut_slice()[offset as usize]
});
