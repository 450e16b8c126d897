//! Entries along one axis, and elements by their positions.

use super::subscript::{ChosenAxis, IndexSource, Indices, outside};
use crate::array::{Array, Uninit};
use crate::axes::EditAxis;
use crate::error::{ShapeError, expect};
use crate::extent::{Dyn, Extent};
use crate::index::{broadcast_strides, shape_from};
use crate::lanes::{AHEAD, prefetch};
use crate::operand::Operand;
use crate::shape::{Shape, row_major};
use crate::slicing::IndexNumber;
use crate::transfer::{Axes, Axis, Steps, transfer};
use crate::view::{View, ViewMut};

/// The offsets of the entries that an array names, in row-major order.
fn offsets_of<I: IndexNumber, R: Shape>(indices: View<'_, I, R>, axis: ChosenAxis) -> Result<Vec<isize>, ShapeError> {
    let mut offsets = vec![0; indices.len()];
    Indices::new(indices).add_offsets(&mut offsets, indices.extents().as_ref(), axis)?;
    Ok(offsets)
}

/// The elements of an axis that an array names, each read once its index has been checked. `shape` has as many elements as
/// the array.
fn picked<T: Copy, S: Shape, I: IndexNumber, P: Shape, R: Shape>(
    shape: R,
    elements: View<'_, T, S>,
    indices: View<'_, I, P>,
    axis: ChosenAxis,
) -> Result<Array<T, R>, ShapeError> {
    assert_eq!(shape.extents().as_ref().iter().product::<usize>(), indices.len(), "as many places as indices");
    let mut result = Uninit::<T, R>::new(shape)?;
    let inside = match indices.as_slice() {
        // SAFETY: the axis is one of `elements`, and the result has a place for each index.
        Some(indices) => unsafe { pick(elements.as_ptr(), indices, axis, result.as_mut_ptr()) },
        // SAFETY: as above.
        None => unsafe { pick(elements.as_ptr(), &indices.to_vec(), axis, result.as_mut_ptr()) },
    };
    // SAFETY: all indices were inside, so every place was written.
    if inside { Ok(unsafe { result.assume_init() }) } else { Err(outside(indices, axis)) }
}

/// Copies the entries of an axis that indices name, and tells whether all were inside; otherwise not all has been written.
///
/// # Safety
///
/// The entries of the axis, from `first` on, are readable, and as many places as there are indices, from `to` on, writable.
unsafe fn pick<T: Copy, I: IndexNumber>(first: *const T, indices: &[I], axis: ChosenAxis, to: *mut T) -> bool {
    // SAFETY: the caller's promise.
    unsafe {
        match axis.is_far::<T>() {
            true => pick_ahead::<T, I, true>(first, indices, axis, to),
            false => pick_ahead::<T, I, false>(first, indices, axis, to),
        }
    }
}

/// [`pick`]; where they are `FAR` apart, entries are asked for before they are read.
///
/// # Safety
///
/// As there.
#[inline(always)]
unsafe fn pick_ahead<T: Copy, I: IndexNumber, const FAR: bool>(
    first: *const T,
    indices: &[I],
    axis: ChosenAxis,
    to: *mut T,
) -> bool {
    let at = |entry: usize| first.wrapping_offset(axis.stride.wrapping_mul(entry as isize));
    for (k, &index) in indices.iter().enumerate() {
        if FAR && let Some(&later) = indices.get(k + AHEAD) {
            prefetch(at(later.entry(axis.extent).unwrap_or(0)).cast());
        }
        let Some(entry) = index.entry(axis.extent) else { return false };
        // SAFETY: the entry is below the extent, and the place is that of the index.
        unsafe { to.add(k).write(at(entry).read()) }
    }
    true
}

/// The axis of all elements, in row-major order.
fn line(len: usize) -> ChosenAxis {
    ChosenAxis { axis: 0, extent: len, stride: 1 }
}

/// How far the element at a position in row-major order is from the first.
fn unravelled(mut position: usize, extents: &[usize], strides: &[isize]) -> isize {
    let mut offset = 0isize;
    for (&extent, &stride) in extents.iter().zip(strides).rev() {
        offset = offset.wrapping_add(stride.wrapping_mul((position % extent) as isize));
        position /= extent;
    }
    offset
}

/// The offsets of the elements at these positions of a view.
fn offsets_at<I: IndexNumber, R: Shape, S: Shape>(
    positions_of: View<'_, I, R>,
    extents: S::Index,
    strides: S::Strides,
) -> Result<Vec<isize>, ShapeError> {
    let len = extents.as_ref().iter().product();
    let mut offsets = offsets_of(positions_of, line(len))?;
    if strides != row_major::<S>(extents) {
        let offset = |position| unravelled(position as usize, extents.as_ref(), strides.as_ref());
        offsets.iter_mut().for_each(|place| *place = offset(*place));
    }
    Ok(offsets)
}

impl<T: Copy, S: Shape> View<'_, T, S> {
    /// As [`Array::select`].
    #[track_caller]
    pub fn select<const AXIS: usize>(
        &self,
        entries: &(impl Operand<Elem: IndexNumber, Shape = (impl Extent,)> + ?Sized),
    ) -> Array<T, S::With<Dyn>>
    where
        S: EditAxis<AXIS>,
    {
        expect(self.try_select::<AXIS>(entries))
    }

    /// As [`Array::try_select`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_select<const AXIS: usize>(
        &self,
        entries: &(impl Operand<Elem: IndexNumber, Shape = (impl Extent,)> + ?Sized),
    ) -> Result<Array<T, S::With<Dyn>>, ShapeError>
    where
        S: EditAxis<AXIS>,
    {
        let entries = entries.as_view();
        let (mut extents, strides) = (self.extents(), self.strides());
        let axis = ChosenAxis { axis: AXIS, extent: extents.as_ref()[AXIS], stride: strides.as_ref()[AXIS] };
        extents.as_mut()[AXIS] = entries.len();
        let shape = shape_from::<S::With<Dyn>>(extents);
        if S::RANK == 1 {
            return picked(shape, *self, entries, axis);
        }
        let offsets = offsets_of(entries, axis)?;
        let mut result = Uninit::<T, S::With<Dyn>>::new(shape)?;
        let steps = row_major::<S::With<Dyn>>(extents);
        let mut axes = Axes::new();
        for k in 0..S::RANK {
            let from = if k == AXIS { Steps::To(&offsets) } else { Steps::By(strides.as_ref()[k]) };
            axes.push(Axis { extent: extents.as_ref()[k], from, to: Steps::By(steps.as_ref()[k]) });
        }
        // SAFETY: the offsets are of entries of the axis, the other extents are this view's; the result is row-major.
        unsafe {
            transfer(&axes, self.as_ptr(), result.as_mut_ptr());
            Ok(result.assume_init())
        }
    }

    /// As [`Array::take`].
    #[track_caller]
    pub fn take<O: Operand<Elem: IndexNumber> + ?Sized>(&self, positions: &O) -> Array<T, O::Shape> {
        expect(self.try_take(positions))
    }

    /// As [`Array::try_take`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_take<O: Operand<Elem: IndexNumber> + ?Sized>(
        &self,
        positions_of: &O,
    ) -> Result<Array<T, O::Shape>, ShapeError> {
        let positions_of = positions_of.as_view();
        let shape = positions_of.shape();
        if self.is_contiguous() {
            return picked(shape, *self, positions_of, line(self.len()));
        }
        let offsets = offsets_at::<_, _, S>(positions_of, self.extents(), self.strides())?;
        let mut result = Uninit::<T, O::Shape>::new(shape)?;
        let axis = Axis { extent: offsets.len(), from: Steps::To(&offsets), to: Steps::By(1) };
        // SAFETY: the offsets are of elements of this view, as many as the result has places.
        unsafe {
            transfer(&[axis], self.as_ptr(), result.as_mut_ptr());
            Ok(result.assume_init())
        }
    }
}

impl<T: Copy, S: Shape> ViewMut<'_, T, S> {
    /// As [`Array::put`].
    #[track_caller]
    pub fn put<O, V>(&mut self, positions: &O, values: &V)
    where
        O: Operand<Elem: IndexNumber> + ?Sized,
        V: Operand<Elem = T> + ?Sized,
    {
        expect(self.try_put(positions, values));
    }

    /// As [`Array::try_put`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_put<O, V>(&mut self, positions: &O, values: &V) -> Result<(), ShapeError>
    where
        O: Operand<Elem: IndexNumber> + ?Sized,
        V: Operand<Elem = T> + ?Sized,
    {
        let (positions, values) = (positions.as_view(), values.as_view());
        if let (Some(places), Some(indices)) = (self.as_mut_slice(), positions.as_slice())
            && values.extents().as_ref() == positions.extents().as_ref()
            && let Some(values) = values.as_slice()
        {
            let len = places.len();
            if indices.iter().any(|index| index.entry(len).is_none()) {
                return Err(outside(positions, line(len)));
            }
            let far = line(len).is_far::<T>();
            for (k, (index, &value)) in indices.iter().zip(values).enumerate() {
                if far && let Some(later) = indices.get(k + AHEAD) {
                    prefetch(places.as_ptr().wrapping_add(later.entry(len).unwrap_or(0)).cast());
                }
                if let Some(place) = index.entry(len).and_then(|entry| places.get_mut(entry)) {
                    *place = value;
                }
            }
            return Ok(());
        }
        let offsets = offsets_at::<_, _, S>(positions, self.extents(), self.strides())?;
        let extents = positions.extents();
        let mut strides = <O::Shape as Shape>::Strides::default();
        broadcast_strides(values.extents().as_ref(), values.strides().as_ref(), extents.as_ref(), strides.as_mut())?;
        let values_at: Vec<isize>;
        let from = match strides.as_ref() {
            [] => Steps::By(0),
            [stride] => Steps::By(*stride),
            _ => {
                values_at = crate::index::Offsets::<O::Shape>::fused(extents, strides).collect();
                Steps::To(&values_at)
            }
        };
        let axis = Axis { extent: offsets.len(), from, to: Steps::To(&offsets) };
        // SAFETY: the offsets are of elements of this view, which is borrowed exclusively; there is a value for each.
        unsafe { transfer(&[axis], values.as_ptr(), self.as_mut_ptr()) }
        Ok(())
    }
}

macro_rules! selects {
    ($A:ident [$($lifetime:tt)*]) => {
        impl<T: Copy, S: Shape> $A<$($lifetime)* T, S> {
            /// The entries of axis `AXIS` that an index array of rank 1 names; negative indices count from the end.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
            /// assert_eq!(a.select::<1>(&[2, 0, -1]), [[3, 1, 3], [6, 4, 6]]);
            /// assert_eq!(a.select::<0>(&vec![1]), [[4, 5, 6]]);
            /// ```
            ///
            /// # Panics
            ///
            /// When an index is out of bounds, or the result would be too large to exist.
            #[track_caller]
            pub fn select<const AXIS: usize>(
                &self,
                entries: &(impl Operand<Elem: IndexNumber, Shape = (impl Extent,)> + ?Sized),
            ) -> Array<T, S::With<Dyn>>
            where
                S: EditAxis<AXIS>,
            {
                self.view().select::<AXIS>(entries)
            }

            /// As `select`, with a `Result`.
            ///
            /// # Errors
            ///
            /// When `select` would panic.
            pub fn try_select<const AXIS: usize>(
                &self,
                entries: &(impl Operand<Elem: IndexNumber, Shape = (impl Extent,)> + ?Sized),
            ) -> Result<Array<T, S::With<Dyn>>, ShapeError>
            where
                S: EditAxis<AXIS>,
            {
                self.view().try_select::<AXIS>(entries)
            }

            /// The elements at these positions in row-major order, in the shape of the positions; negative ones count from
            /// the end.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
            /// assert_eq!(a.take(&[[0, 4], [-1, 2]]), [[1, 5], [6, 3]]);
            /// assert_eq!(a.t().take(&[1]), [4]);
            /// ```
            ///
            /// # Panics
            ///
            /// When a position is out of bounds, or the result would be too large to exist.
            #[track_caller]
            pub fn take<O: Operand<Elem: IndexNumber> + ?Sized>(&self, positions: &O) -> Array<T, O::Shape> {
                self.view().take(positions)
            }

            /// As `take`, with a `Result`.
            ///
            /// # Errors
            ///
            /// When `take` would panic.
            pub fn try_take<O: Operand<Elem: IndexNumber> + ?Sized>(
                &self,
                positions: &O,
            ) -> Result<Array<T, O::Shape>, ShapeError> {
                self.view().try_take(positions)
            }
        }
    };
}

selects!(Array []);
selects!(ViewMut ['_,]);

impl<T: Copy, S: Shape> Array<T, S> {
    /// Writes values to the elements at these positions in row-major order: NumPy's `a.flat[positions] = values`.
    ///
    /// Values are stretched to the shape of the positions; where a position comes several times, the last value stays.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let mut a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// a.put(&[0, -2, 0], &[10, 50, 11]);
    /// assert_eq!(a, [[11, 2, 3], [4, 50, 6]]);
    /// a.put(&[1, 2], &0);
    /// assert_eq!(a, [[11, 0, 0], [4, 50, 6]]);
    /// ```
    ///
    /// # Panics
    ///
    /// When a position is out of bounds, or the values do not fit; nothing is written then.
    #[track_caller]
    pub fn put<O, V>(&mut self, positions: &O, values: &V)
    where
        O: Operand<Elem: IndexNumber> + ?Sized,
        V: Operand<Elem = T> + ?Sized,
    {
        self.view_mut().put(positions, values);
    }

    /// As [`Array::put`], with a `Result`.
    ///
    /// # Errors
    ///
    /// When `put` would panic; nothing is written then.
    pub fn try_put<O, V>(&mut self, positions: &O, values: &V) -> Result<(), ShapeError>
    where
        O: Operand<Elem: IndexNumber> + ?Sized,
        V: Operand<Elem = T> + ?Sized,
    {
        self.view_mut().try_put(positions, values)
    }
}
