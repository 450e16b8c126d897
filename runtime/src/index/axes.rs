//! Axes moved, taken out, put in, turned round and cut in two.

use super::{Geometry, out_of_bounds};
use crate::axes::{Diagonal, EditAxis, InsertAxis, ReverseAxes, SwapAxes};
use crate::error::ShapeError;
use crate::extent::{Const, Dyn};
use crate::shape::Shape;

impl<S: Shape> Geometry<S> {
    /// The geometry whose axis `k` is axis `source(k)` of this one.
    #[inline(always)]
    fn pick<R: Shape>(self, source: impl Fn(usize) -> usize) -> Geometry<R> {
        let (mut extents, mut strides) = (R::Index::default(), R::Strides::default());
        for k in 0..R::RANK {
            extents.as_mut()[k] = self.extent(source(k));
            strides.as_mut()[k] = self.stride(source(k));
        }
        Geometry::from_parts(extents, strides, self.offset)
    }

    /// This geometry with another extent, stride and offset along `AXIS`.
    #[inline(always)]
    fn resized<const AXIS: usize>(self, extent: usize, stride: isize, start: usize) -> Geometry<S::With<Dyn>>
    where
        S: EditAxis<AXIS>,
    {
        let (mut extents, mut strides) = (self.shape.extents(), self.strides);
        let offset = self.offset.wrapping_add((start as isize).wrapping_mul(self.stride(AXIS)));
        extents.as_mut()[AXIS] = extent;
        strides.as_mut()[AXIS] = stride;
        Geometry::from_parts(extents, strides, offset)
    }

    /// All axes in reverse order.
    #[inline(always)]
    pub(crate) fn t(self) -> Geometry<S::Reversed>
    where
        S: ReverseAxes,
    {
        self.pick(|k| S::RANK - 1 - k)
    }

    /// Axes `I` and `J` in each other's place.
    #[inline(always)]
    pub(crate) fn swap_axes<const I: usize, const J: usize>(self) -> Geometry<S::Swapped>
    where
        S: SwapAxes<I, J>,
    {
        self.pick(|k| match k {
            k if k == I => J,
            k if k == J => I,
            k => k,
        })
    }

    /// Axis `axes[k]` as axis `k`.
    pub(crate) fn permute(self, axes: S::Index) -> Result<Geometry<S::Dynamic>, ShapeError> {
        let axes = axes.as_ref();
        for (k, &axis) in axes.iter().enumerate() {
            let problem = if axis >= S::RANK {
                format!("there is no axis {axis}")
            } else if let Some(before) = axes[..k].iter().position(|&a| a == axis) {
                format!("axis {axis} stands at places {before} and {k}")
            } else {
                continue;
            };
            return Err(ShapeError::new(format!(
                "{axes:?} is not a permutation of the axes of shape {:?}: {problem}",
                self.shape.extents().as_ref()
            )));
        }
        Ok(self.pick(|k| axes[k]))
    }

    /// A new axis of extent 1 as axis `AXIS`.
    #[inline(always)]
    pub(crate) fn insert_axis<const AXIS: usize>(self) -> Geometry<S::Longer<Const<1>>>
    where
        S: InsertAxis<AXIS>,
    {
        let mut extents = <S::Longer<Const<1>> as Shape>::Index::default();
        let mut strides = <S::Longer<Const<1>> as Shape>::Strides::default();
        extents.as_mut()[AXIS] = 1;
        for k in 0..S::RANK {
            let at = k + usize::from(k >= AXIS);
            extents.as_mut()[at] = self.extent(k);
            strides.as_mut()[at] = self.stride(k);
        }
        Geometry::from_parts(extents, strides, self.offset)
    }

    /// The part at `index` of axis `AXIS`, without that axis.
    #[inline(always)]
    pub(crate) fn index_axis<const AXIS: usize>(mut self, index: usize) -> Result<Geometry<S::Without>, ShapeError>
    where
        S: EditAxis<AXIS>,
    {
        if index >= self.extent(AXIS) {
            return Err(out_of_bounds(index, AXIS, self.extent(AXIS)));
        }
        self.offset = self.offset.wrapping_add((index as isize).wrapping_mul(self.stride(AXIS)));
        Ok(self.pick(|k| k + usize::from(k >= AXIS)))
    }

    /// Without axis `AXIS`, whose extent must be 1.
    #[inline(always)]
    pub(crate) fn remove_axis<const AXIS: usize>(self) -> Result<Geometry<S::Without>, ShapeError>
    where
        S: EditAxis<AXIS>,
    {
        if self.extent(AXIS) != 1 {
            return Err(ShapeError::new(format!(
                "axis {AXIS} of shape {:?} cannot be removed: its extent is {}, not 1",
                self.shape.extents().as_ref(),
                self.extent(AXIS)
            )));
        }
        self.index_axis::<AXIS>(0)
    }

    /// Axis `AXIS` from its last entry to its first.
    #[inline(always)]
    pub(crate) fn reverse<const AXIS: usize>(mut self) -> Geometry<S>
    where
        S: EditAxis<AXIS>,
    {
        let last = self.extent(AXIS).saturating_sub(1) as isize;
        self.offset = self.offset.wrapping_add(last.wrapping_mul(self.stride(AXIS)));
        self.strides.as_mut()[AXIS] = self.stride(AXIS).wrapping_neg();
        self.settled()
    }

    /// The entries before `mid` along `AXIS`, and those from `mid` on.
    #[inline(always)]
    #[allow(clippy::type_complexity)] // The pair of one projection has no better name.
    pub(crate) fn split_at<const AXIS: usize>(
        self,
        mid: usize,
    ) -> Result<(Geometry<S::With<Dyn>>, Geometry<S::With<Dyn>>), ShapeError>
    where
        S: EditAxis<AXIS>,
    {
        let (extent, stride) = (self.extent(AXIS), self.stride(AXIS));
        if mid > extent {
            return Err(ShapeError::new(format!("cannot split axis {AXIS} with extent {extent} at {mid}")));
        }
        Ok((self.resized::<AXIS>(mid, stride, 0), self.resized::<AXIS>(extent - mid, stride, mid)))
    }

    /// Every axis from its last entry to its first.
    #[inline(always)]
    pub(crate) fn flip(mut self) -> Geometry<S> {
        for axis in 0..S::RANK {
            let last = self.extent(axis).saturating_sub(1) as isize;
            self.offset = self.offset.wrapping_add(last.wrapping_mul(self.stride(axis)));
            self.strides.as_mut()[axis] = self.stride(axis).wrapping_neg();
        }
        self.settled()
    }

    /// The elements whose two indices are equal.
    #[inline(always)]
    pub(crate) fn diag(self) -> Geometry<(Dyn,)>
    where
        S: Diagonal,
    {
        self.diag_at(0)
    }

    /// The elements whose second index is `k` more than the first.
    #[inline(always)]
    pub(crate) fn diag_at(self, k: isize) -> Geometry<(Dyn,)>
    where
        S: Diagonal,
    {
        let (axis, start) = (usize::from(k > 0), k.unsigned_abs());
        let (along, across) = (self.extent(axis).saturating_sub(start), self.extent(1 - axis));
        let stride = self.stride(0).wrapping_add(self.stride(1));
        let offset = self.offset.wrapping_add((start as isize).wrapping_mul(self.stride(axis)));
        Geometry::from_parts([along.min(across)], [stride], offset)
    }

    /// The same with extents known at run time only.
    #[inline(always)]
    pub(crate) fn into_dynamic(self) -> Geometry<S::Dynamic> {
        self.pick(|k| k)
    }
}
