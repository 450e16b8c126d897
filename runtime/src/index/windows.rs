//! Sliding windows: each axis once for where a window starts and once for the place in it.

use super::Geometry;
use crate::axes::{Append, EditAxis, WindowsOf};
use crate::error::ShapeError;
use crate::extent::Dyn;
use crate::shape::{Shape, checked_len};

/// How many windows of `window` entries start on an axis: at least one.
fn places(axis: usize, extent: usize, window: usize) -> Result<usize, ShapeError> {
    if window > extent {
        return Err(ShapeError::new(format!("a window of {window} does not fit on axis {axis} with extent {extent}")));
    }
    Ok(extent - window + 1)
}

impl<S: Shape> Geometry<S> {
    /// All windows of extents `window`: the axes of where they start, then the axes within them. Not
    /// distinct: windows share elements.
    pub(crate) fn windows<W: WindowsOf<S>, T>(self, window: W) -> Result<Geometry<W::Windows>, ShapeError> {
        let mut extents = <W::Windows as Shape>::Index::default();
        let mut strides = <W::Windows as Shape>::Strides::default();
        for axis in 0..S::RANK {
            let window = window.as_ref()[axis];
            extents.as_mut()[axis] = places(axis, self.extent(axis), window)?;
            extents.as_mut()[S::RANK + axis] = window;
            strides.as_mut()[axis] = self.stride(axis);
            strides.as_mut()[S::RANK + axis] = self.stride(axis);
        }
        checked_len::<T>(extents.as_ref())?;
        Ok(Geometry::from_parts(extents, strides, self.offset))
    }

    /// All windows of `window` entries along `AXIS`, with one new last axis. Not distinct.
    #[allow(clippy::type_complexity)] // The projection is the result's shape; it has no better name.
    pub(crate) fn windows_along<const AXIS: usize, T>(
        self,
        window: usize,
    ) -> Result<Geometry<<S::With<Dyn> as Append<Dyn>>::Longer>, ShapeError>
    where
        S: EditAxis<AXIS, With<Dyn>: Append<Dyn>>,
    {
        let mut extents = <<S::With<Dyn> as Append<Dyn>>::Longer as Shape>::Index::default();
        let mut strides = <<S::With<Dyn> as Append<Dyn>>::Longer as Shape>::Strides::default();
        for axis in 0..S::RANK {
            extents.as_mut()[axis] = self.extent(axis);
            strides.as_mut()[axis] = self.stride(axis);
        }
        extents.as_mut()[AXIS] = places(AXIS, self.extent(AXIS), window)?;
        extents.as_mut()[S::RANK] = window;
        strides.as_mut()[S::RANK] = self.stride(AXIS);
        checked_len::<T>(extents.as_ref())?;
        Ok(Geometry::from_parts(extents, strides, self.offset))
    }
}
