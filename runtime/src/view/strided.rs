//! Views with strides of the caller's own, over slices and over contiguous views.

use super::{View, ViewMut};
use crate::array::Array;
use crate::error::ShapeError;
use crate::index::{check_reach, self_overlaps};
use crate::shape::{IntoShape, Shape};

type StridesOf<R> = <<R as IntoShape>::Shape as Shape>::Strides;

impl<'a, T> View<'a, T, ()> {
    /// A view over a slice: the element at `index` is `slice[offset + Σ index·stride]`.
    ///
    /// Strides are counted in elements and may be negative, zero or overlapping.
    ///
    /// ```
    /// use ndweave_runtime::View;
    /// let buffer = [0, 1, 2, 3, 4, 5];
    /// let a = View::from_slice_strided(&buffer, (2, 2), [3, -1], 1).unwrap();
    /// assert_eq!(a.to_vec(), [1, 0, 4, 3]);
    /// let hankel = View::from_slice_strided(&buffer, (3, 3), [1, 1], 0).unwrap();
    /// assert_eq!(hankel.to_vec(), [0, 1, 2, 1, 2, 3, 2, 3, 4]);
    /// ```
    ///
    /// # Errors
    ///
    /// When an index would lead outside the slice, or the shape is too large to exist.
    pub fn from_slice_strided<R: IntoShape>(
        slice: &'a [T],
        shape: R,
        strides: StridesOf<R>,
        offset: usize,
    ) -> Result<View<'a, T, R::Shape>, ShapeError> {
        let shape = shape.into_shape();
        check_reach::<T>(shape.extents().as_ref(), strides.as_ref(), offset, slice.len())?;
        // SAFETY: the check says that each index leads into the slice, which is borrowed for `'a`, or that there
        // are no elements and the offset is at most the length; sums of strides are distances within the slice.
        Ok(unsafe { View::from_raw(slice.as_ptr().add(offset), shape, strides) })
    }
}

impl<'a, T> ViewMut<'a, T, ()> {
    /// A mutable view over a slice: the element at `index` is `slice[offset + Σ index·stride]`.
    ///
    /// ```
    /// use ndweave_runtime::ViewMut;
    /// let mut buffer = [0; 6];
    /// ViewMut::from_slice_strided(&mut buffer, 3, [-2], 4).unwrap().assign(&[1, 2, 3]);
    /// assert_eq!(buffer, [3, 0, 2, 0, 1, 0]);
    /// assert!(ViewMut::from_slice_strided(&mut buffer, (3, 3), [1, 1], 0).is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// When an index would lead outside the slice, two indices would lead to the same element, or the
    /// shape is too large to exist.
    pub fn from_slice_strided<R: IntoShape>(
        slice: &'a mut [T],
        shape: R,
        strides: StridesOf<R>,
        offset: usize,
    ) -> Result<ViewMut<'a, T, R::Shape>, ShapeError> {
        let shape = shape.into_shape();
        let extents = shape.extents();
        check_reach::<T>(extents.as_ref(), strides.as_ref(), offset, slice.len())?;
        // Elements without a size share no memory, wherever they are.
        if size_of::<T>() != 0 && self_overlaps(extents.as_ref(), strides.as_ref()) {
            return Err(ShapeError::new(format!(
                "shape {:?} with strides {:?} leads different indices to the same element, which cannot be written to",
                extents.as_ref(),
                strides.as_ref()
            )));
        }
        // SAFETY: as for `View`; the slice is borrowed exclusively, and different indices lead to different
        // elements (3).
        Ok(unsafe { ViewMut::from_raw(slice.as_mut_ptr().add(offset), shape, strides) })
    }
}

#[cold]
fn not_contiguous(extents: &[usize], strides: &[isize]) -> ShapeError {
    ShapeError::new(format!(
        "as_strided needs contiguous elements, but shape {extents:?} has strides {strides:?}: between them may stand \
         elements of others"
    ))
}

impl<'a, T, S: Shape> View<'a, T, S> {
    /// The elements of this view, which must be contiguous, under another shape and other strides:
    /// the element at `index` is the one at `Σ index·stride` in row-major order.
    ///
    /// A view with gaps is refused, because the elements in its gaps may belong to another, mutable
    /// view. [`View::from_slice_strided`] takes an offset too, and starts from a slice.
    ///
    /// # Errors
    ///
    /// When the view is not contiguous, an index would lead outside it, or the shape is too large to exist.
    pub fn as_strided<R: IntoShape>(
        self,
        shape: R,
        strides: StridesOf<R>,
    ) -> Result<View<'a, T, R::Shape>, ShapeError> {
        let Some(slice) = self.as_slice() else {
            return Err(not_contiguous(self.extents().as_ref(), self.strides.as_ref()));
        };
        View::from_slice_strided(slice, shape, strides, 0)
    }
}

impl<T, S: Shape> ViewMut<'_, T, S> {
    /// As [`View::as_strided`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn as_strided<R: IntoShape>(
        &self,
        shape: R,
        strides: StridesOf<R>,
    ) -> Result<View<'_, T, R::Shape>, ShapeError> {
        self.view().as_strided(shape, strides)
    }

    /// As [`View::as_strided`], for writing.
    ///
    /// # Errors
    ///
    /// As there, and when two indices would lead to the same element.
    pub fn as_strided_mut<R: IntoShape>(
        &mut self,
        shape: R,
        strides: StridesOf<R>,
    ) -> Result<ViewMut<'_, T, R::Shape>, ShapeError> {
        let (extents, own) = (self.extents(), self.strides);
        let Some(slice) = self.as_mut_slice() else {
            return Err(not_contiguous(extents.as_ref(), own.as_ref()));
        };
        ViewMut::from_slice_strided(slice, shape, strides, 0)
    }
}

impl<T: Copy, S: Shape> Array<T, S> {
    /// The elements under another shape and other strides: the element at `index` is the one at
    /// `Σ index·stride` in row-major order.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::arange(0, 6, 1);
    /// assert_eq!(a.as_strided((4, 3), [1, 1]).unwrap()[[3, 2]], 5);
    /// assert!(a.as_strided((4, 4), [1, 1]).is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// When an index would lead outside the array, or the shape is too large to exist.
    pub fn as_strided<R: IntoShape>(
        &self,
        shape: R,
        strides: StridesOf<R>,
    ) -> Result<View<'_, T, R::Shape>, ShapeError> {
        View::from_slice_strided(self.as_slice(), shape, strides, 0)
    }

    /// As [`Array::as_strided`], for writing.
    ///
    /// # Errors
    ///
    /// As there, and when two indices would lead to the same element.
    pub fn as_strided_mut<R: IntoShape>(
        &mut self,
        shape: R,
        strides: StridesOf<R>,
    ) -> Result<ViewMut<'_, T, R::Shape>, ShapeError> {
        ViewMut::from_slice_strided(self.as_mut_slice(), shape, strides, 0)
    }
}
