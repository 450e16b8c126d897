//! [`View`] and [`ViewMut`]: strided windows on elements that somebody else owns.
//!
//! One of the rooms in which `unsafe` lives. How shapes, strides and offsets follow from each other
//! is in [`crate::index`], which is free of `unsafe`.

pub(crate) mod access;
mod derived;
mod elements;
pub(crate) mod fields;
mod iter;
mod parts;
mod split;
mod strided;

pub use access::IndexedBy;
pub use iter::{IndexedIter, Iter, IterMut};
pub use parts::{AxisIter, AxisIterMut};

use core::marker::PhantomData;
use core::ptr::NonNull;

use crate::extent::Dyn;
use crate::index::Geometry;
use crate::shape::Shape;

/// A shared, strided view.
///
/// Strides are in elements, signed; zero and overlapping ones are allowed.
pub struct View<'a, T, S: Shape> {
    /// 1. For every index below the extents, `ptr + Σ index·stride` points to an initialised,
    ///    aligned element that nobody writes to during `'a`.
    /// 2. That sum, over any prefix of the axes, does not overflow `isize`, and in bytes neither.
    ptr: NonNull<T>,
    shape: S,
    strides: S::Strides,
    borrow: PhantomData<&'a T>,
}

/// An exclusive, strided view.
pub struct ViewMut<'a, T, S: Shape> {
    /// 1. and 2. as in [`View`], for elements that nobody else reads or writes during `'a`.
    /// 3. Different indices lead to different elements.
    ptr: NonNull<T>,
    shape: S,
    strides: S::Strides,
    borrow: PhantomData<&'a mut T>,
}

// SAFETY: a view is a shared borrow.
unsafe impl<T: Sync, S: Shape> Send for View<'_, T, S> {}
// SAFETY: as above.
unsafe impl<T: Sync, S: Shape> Sync for View<'_, T, S> {}
// SAFETY: a mutable view is an exclusive borrow.
unsafe impl<T: Send, S: Shape> Send for ViewMut<'_, T, S> {}
// SAFETY: as above.
unsafe impl<T: Sync, S: Shape> Sync for ViewMut<'_, T, S> {}

impl<T, S: Shape> Clone for View<'_, T, S> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, S: Shape> Copy for View<'_, T, S> {}

macro_rules! aliases {
    ($($shared:ident $unique:ident $rank:literal ($($E:ident),*);)*) => { $(
        #[doc = concat!("A shared view of rank ", $rank, ".")]
        pub type $shared<'a, T> = View<'a, T, ($($E,)*)>;
        #[doc = concat!("An exclusive view of rank ", $rank, ".")]
        pub type $unique<'a, T> = ViewMut<'a, T, ($($E,)*)>;
    )* };
}

aliases! {
    View0 ViewMut0 "0" ();
    View1 ViewMut1 "1" (Dyn);
    View2 ViewMut2 "2" (Dyn, Dyn);
    View3 ViewMut3 "3" (Dyn, Dyn, Dyn);
    View4 ViewMut4 "4" (Dyn, Dyn, Dyn, Dyn);
    View5 ViewMut5 "5" (Dyn, Dyn, Dyn, Dyn, Dyn);
    View6 ViewMut6 "6" (Dyn, Dyn, Dyn, Dyn, Dyn, Dyn);
}

impl<'a, T, S: Shape> View<'a, T, S> {
    /// # Safety
    ///
    /// Invariants 1 and 2 of the field `ptr`.
    #[inline(always)]
    pub(crate) unsafe fn from_raw(ptr: *const T, shape: S, strides: S::Strides) -> Self {
        // SAFETY: a pointer to an element, or a dangling one that is aligned, is not null.
        let ptr = unsafe { NonNull::new_unchecked(ptr.cast_mut()) };
        View { ptr, shape, strides, borrow: PhantomData }
    }

    /// The address of the element at index 0 of every axis.
    #[inline(always)]
    pub fn as_ptr(&self) -> *const T {
        self.ptr.as_ptr()
    }

    /// The shape.
    #[inline(always)]
    pub fn shape(&self) -> S {
        self.shape
    }

    /// The extents as numbers.
    #[inline(always)]
    pub fn extents(&self) -> S::Index {
        self.shape.extents()
    }

    /// The strides, in elements.
    #[inline(always)]
    pub fn strides(&self) -> S::Strides {
        self.strides
    }

    /// The same view; arrays and mutable views have the method too.
    #[inline(always)]
    pub fn view(&self) -> View<'a, T, S> {
        *self
    }

    #[inline(always)]
    pub(crate) fn geometry(&self) -> Geometry<S> {
        Geometry::of(self.shape, self.strides)
    }

    /// The view of the elements that `geometry` selects among those of this view.
    ///
    /// # Safety
    ///
    /// `geometry` was made from [`View::geometry`] of this view by the methods of [`Geometry`].
    #[inline(always)]
    unsafe fn derive<R: Shape>(self, geometry: Geometry<R>) -> View<'a, T, R> {
        // SAFETY: by the postcondition *within* of the index algebra, every index of the result, and so
        // index 0 with the offset, leads to an element of this view (1), whose distances exist (2); a
        // view without elements keeps its pointer, for its offset is 0.
        unsafe { View::from_raw(self.ptr.as_ptr().offset(geometry.offset), geometry.shape, geometry.strides) }
    }
}

impl<'a, T, S: Shape> ViewMut<'a, T, S> {
    /// # Safety
    ///
    /// Invariants 1 to 3 of the field `ptr`.
    #[inline(always)]
    pub(crate) unsafe fn from_raw(ptr: *mut T, shape: S, strides: S::Strides) -> Self {
        // SAFETY: a pointer to an element, or a dangling one that is aligned, is not null.
        let ptr = unsafe { NonNull::new_unchecked(ptr) };
        ViewMut { ptr, shape, strides, borrow: PhantomData }
    }

    /// The address of the element at index 0 of every axis, for writing.
    #[inline(always)]
    pub fn as_mut_ptr(&mut self) -> *mut T {
        self.ptr.as_ptr()
    }

    /// The shape.
    #[inline(always)]
    pub fn shape(&self) -> S {
        self.shape
    }

    /// The extents as numbers.
    #[inline(always)]
    pub fn extents(&self) -> S::Index {
        self.shape.extents()
    }

    /// The strides, in elements.
    #[inline(always)]
    pub fn strides(&self) -> S::Strides {
        self.strides
    }

    #[inline(always)]
    pub(crate) fn geometry(&self) -> Geometry<S> {
        Geometry::of(self.shape, self.strides)
    }

    /// The mutable view of the elements that `geometry` selects among those of this view.
    ///
    /// # Safety
    ///
    /// `geometry` was made from [`ViewMut::geometry`] of this view by methods of [`Geometry`] that keep
    /// different indices distinct.
    #[inline(always)]
    unsafe fn derive<R: Shape>(self, geometry: Geometry<R>) -> ViewMut<'a, T, R> {
        // SAFETY: as in `View::derive`; the result takes this view's place, so access stays exclusive, and
        // the postcondition *distinct* of the index algebra keeps (3).
        unsafe { ViewMut::from_raw(self.ptr.as_ptr().offset(geometry.offset), geometry.shape, geometry.strides) }
    }

    /// The same elements, shared.
    #[inline(always)]
    pub fn view(&self) -> View<'_, T, S> {
        // SAFETY: invariants 1 and 2 hold of both, and the result borrows this view.
        unsafe { View::from_raw(self.ptr.as_ptr(), self.shape, self.strides) }
    }

    /// The same elements, exclusively, for a shorter time.
    #[inline(always)]
    pub fn view_mut(&mut self) -> ViewMut<'_, T, S> {
        // SAFETY: the invariants hold, and the result borrows this view exclusively.
        unsafe { ViewMut::from_raw(self.ptr.as_ptr(), self.shape, self.strides) }
    }
}
