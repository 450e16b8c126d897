//! Arrays whose elements come several times, or elsewhere: tiles, repeats, rolls, Kronecker products.

use super::{Array, Uninit};
use crate::axes::EditAxis;
use crate::element::Element;
use crate::error::{ShapeError, expect};
use crate::extent::Dyn;
use crate::index::shape_from;
use crate::operand::Operand;
use crate::shape::Shape;
use crate::transfer::{Axes, Axis, transfer, write};
use crate::view::{View, ViewMut};

/// The product of the extents along each axis.
fn multiplied<I: Copy + AsRef<[usize]> + AsMut<[usize]>>(what: &str, extents: I, by: I) -> Result<I, ShapeError> {
    let mut products = extents;
    for (axis, (product, &by)) in products.as_mut().iter_mut().zip(by.as_ref()).enumerate() {
        *product = product.checked_mul(by).ok_or_else(|| {
            ShapeError::new(format!("{what}: axis {axis} with extent {product} times {by} overflows"))
        })?;
    }
    Ok(products)
}

impl<T: Copy, S: Shape> View<'_, T, S> {
    /// As [`Array::tile`].
    #[track_caller]
    pub fn tile(&self, times: S::Index) -> Array<T, S::Dynamic> {
        let (extents, strides) = (self.extents(), self.strides());
        let shape = shape_from(expect(multiplied("tile", extents, times)));
        let mut tiles = expect(Uninit::<T, S::Dynamic>::new(shape));
        let steps = tiles.places().strides();
        let mut axes = Axes::new();
        for axis in 0..S::RANK {
            let (extent, step) = (extents.as_ref()[axis], steps.as_ref()[axis]);
            axes.push(Axis::strided(times.as_ref()[axis], 0, step.wrapping_mul(extent as isize)));
            axes.push(Axis::strided(extent, strides.as_ref()[axis], step));
        }
        // SAFETY: the axes of each pair lead to every entry of an axis of the result once, and to an entry of this view.
        unsafe {
            transfer(&axes, self.as_ptr(), tiles.as_mut_ptr());
            tiles.assume_init()
        }
    }

    /// As [`Array::repeat`].
    #[track_caller]
    pub fn repeat<const AXIS: usize>(&self, times: usize) -> Array<T, S::With<Dyn>>
    where
        S: EditAxis<AXIS>,
    {
        let (extents, strides) = (self.extents(), self.strides());
        let Some(along) = extents.as_ref()[AXIS].checked_mul(times) else {
            ShapeError::new(format!(
                "repeat: axis {AXIS} with extent {} times {times} overflows",
                extents.as_ref()[AXIS]
            ))
            .raise()
        };
        let mut repeated = extents;
        repeated.as_mut()[AXIS] = along;
        let mut result = expect(Uninit::<T, S::With<Dyn>>::new(shape_from(repeated)));
        let steps = result.places().strides();
        let mut axes = Axes::new();
        for axis in 0..S::RANK {
            let (extent, step) = (extents.as_ref()[axis], steps.as_ref()[axis]);
            let times = if axis == AXIS { times } else { 1 };
            axes.push(Axis::strided(extent, strides.as_ref()[axis], step.wrapping_mul(times as isize)));
            axes.push(Axis::strided(times, 0, step));
        }
        // SAFETY: as in `tile`.
        unsafe {
            transfer(&axes, self.as_ptr(), result.as_mut_ptr());
            result.assume_init()
        }
    }

    /// As [`Array::roll`].
    #[track_caller]
    pub fn roll<const AXIS: usize>(&self, shift: isize) -> Array<T, S>
    where
        S: EditAxis<AXIS>,
    {
        let extent = self.extents().as_ref()[AXIS];
        let moved = shift.rem_euclid(extent.max(1) as isize) as usize;
        let mut rolled = expect(Uninit::<T, S>::new(self.shape()));
        let (staying, wrapping) = self.split_at::<AXIS>(extent - moved);
        let mut places = rolled.places();
        let (start, end) = places.split_at_mut::<AXIS>(moved);
        write(wrapping, start);
        write(staying, end);
        // SAFETY: both parts of all places have been written.
        unsafe { rolled.assume_init() }
    }

    /// As [`Array::kron`].
    #[track_caller]
    pub fn kron<O, R>(&self, other: &O) -> Array<T, S::Dynamic>
    where
        T: Element,
        O: Operand<Elem = T, Shape = R> + ?Sized,
        R: Shape<Index = S::Index>,
    {
        let other = other.as_view();
        let (a, b) = (self.extents(), other.extents());
        let extents = expect(multiplied("kron", a, b));
        // Both are small beside the product.
        let (left, right) = (self.to_vec(), other.to_vec());
        let columns = |extents: &[usize]| extents.last().copied().unwrap_or(1);
        let (width, inner) = (columns(a.as_ref()), columns(b.as_ref()));
        let mut product = Vec::with_capacity(expect(crate::shape::checked_len::<T>(extents.as_ref())));
        let mut rows = extents;
        if let Some(last) = rows.as_mut().last_mut() {
            *last = 1;
        }
        // A row of the result is a row of `a` and one of `b`.
        let count = if product.capacity() == 0 { 0 } else { rows.as_ref().iter().product() };
        for row in 0..count {
            let (mut rest, mut i, mut k, mut rows_left, mut rows_right) = (row, 0, 0, 1, 1);
            for axis in (0..S::RANK.saturating_sub(1)).rev() {
                let (p, q) = (a.as_ref()[axis], b.as_ref()[axis]);
                let index = rest % (p * q);
                rest /= p * q;
                i += index / q * rows_left;
                k += index % q * rows_right;
                rows_left *= p;
                rows_right *= q;
            }
            let right = &right[k * inner..][..inner];
            for x in &left[i * width..][..width] {
                product.extend(right.iter().map(|y| x.times(*y)));
            }
        }
        expect(Array::over_vec(shape_from::<S::Dynamic>(extents), product))
    }
}

macro_rules! repeats {
    ($A:ident [$($lifetime:tt)*]) => {
        impl<T: Copy, S: Shape> $A<$($lifetime)* T, S> {
            /// The array so many times along each axis, one after the other.
            ///
            /// For a result of higher rank, insert axes first.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([[1, 2], [3, 4]]);
            /// assert_eq!(a.tile([1, 2]), [[1, 2, 1, 2], [3, 4, 3, 4]]);
            /// assert_eq!(Array::from([1, 2]).insert_axis::<0>().tile([2, 1]), [[1, 2], [1, 2]]);
            /// ```
            ///
            /// # Panics
            ///
            /// When the result is too large to exist.
            #[track_caller]
            pub fn tile(&self, times: S::Index) -> Array<T, S::Dynamic> {
                self.view().tile(times)
            }

            /// Each entry of axis `AXIS` so many times.
            ///
            /// For another number of each, [`select`](Array::select) with a list of entries.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([[1, 2], [3, 4]]);
            /// assert_eq!(a.repeat::<1>(2), [[1, 1, 2, 2], [3, 3, 4, 4]]);
            /// assert_eq!(a.repeat::<0>(2), [[1, 2], [1, 2], [3, 4], [3, 4]]);
            /// ```
            ///
            /// # Panics
            ///
            /// When the result is too large to exist.
            #[track_caller]
            pub fn repeat<const AXIS: usize>(&self, times: usize) -> Array<T, S::With<Dyn>>
            where
                S: EditAxis<AXIS>,
            {
                self.view().repeat::<AXIS>(times)
            }

            /// A copy whose entries along axis `AXIS` are `shift` places further; those that pass an end come in at the
            /// other.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([1, 2, 3, 4, 5]);
            /// assert_eq!(a.roll::<0>(2), [4, 5, 1, 2, 3]);
            /// assert_eq!(a.roll::<0>(-1), [2, 3, 4, 5, 1]);
            /// ```
            #[track_caller]
            pub fn roll<const AXIS: usize>(&self, shift: isize) -> Array<T, S>
            where
                S: EditAxis<AXIS>,
            {
                self.view().roll::<AXIS>(shift)
            }

            /// The Kronecker product with another array of the same rank: each element of this one times all of the
            /// other.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([[1, 2], [3, 4]]);
            /// assert_eq!(a.kron(&[[1, 10]]), [[1, 10, 2, 20], [3, 30, 4, 40]]);
            /// ```
            ///
            /// # Panics
            ///
            /// When the result is too large to exist.
            #[track_caller]
            pub fn kron<O, R>(&self, other: &O) -> Array<T, S::Dynamic>
            where
                T: Element,
                O: Operand<Elem = T, Shape = R> + ?Sized,
                R: Shape<Index = S::Index>,
            {
                self.view().kron(other)
            }
        }
    };
}

repeats!(Array []);
repeats!(ViewMut ['_,]);
