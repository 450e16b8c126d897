//! Other extents over the same elements, in row-major order, without moving any.

use super::{Geometry, shape_from};
use crate::error::ShapeError;
use crate::extent::Dyn;
use crate::shape::{MAX_RANK, Shape, checked_len, row_major};

impl<S: Shape> Geometry<S> {
    /// The same elements in the same row-major order, with another shape.
    pub(crate) fn reshape<R: Shape, T>(self, shape: R) -> Result<Geometry<R>, ShapeError> {
        let from = self.shape.extents();
        let shape = fitted::<R, T>(from.as_ref(), shape)?;
        let to = shape.extents();
        let mut strides = row_major::<R>(to);
        if !to.as_ref().contains(&0)
            && regroup(from.as_ref(), self.strides.as_ref(), to.as_ref(), strides.as_mut()).is_none()
        {
            return Err(ShapeError::new(format!(
                "shape {:?} with strides {:?} cannot be reshaped to {:?} without a copy; `to_reshaped` makes one",
                from.as_ref(),
                self.strides.as_ref(),
                to.as_ref()
            )));
        }
        Ok(Geometry { shape, strides, offset: self.offset }.settled())
    }
}

/// The shape into which elements of these extents go: an extent that is [`Dyn::REST`] is what the others leave over.
pub(crate) fn fitted<R: Shape, T>(from: &[usize], shape: R) -> Result<R, ShapeError> {
    let mut extents = shape.extents();
    let mut rest = extents.as_ref().iter().enumerate().filter(|(_, extent)| **extent == Dyn::REST.0);
    let (place, more) = (rest.next().map(|(axis, _)| axis), rest.next());
    if let (Some(_), Some(_)) = (place, more) {
        return Err(ShapeError::new("only one extent of a shape can be what the others leave over"));
    }
    if let Some(axis) = place {
        extents.as_mut()[axis] = 1;
        let (old, others) = (from.iter().product::<usize>(), checked_len::<T>(extents.as_ref())?);
        if others == 0 || !old.is_multiple_of(others) {
            return Err(no_rest(from, extents.as_ref(), axis, old, others));
        }
        extents.as_mut()[axis] = old / others;
    }
    check_sizes::<T>(from, extents.as_ref())?;
    Ok(shape_from(extents))
}

/// "shape [6] has 6 elements and cannot become [4, _]: they are not so many times 4"
#[cold]
fn no_rest(from: &[usize], to: &[usize], rest: usize, old: usize, others: usize) -> ShapeError {
    let written = |(axis, extent): (usize, &usize)| if axis == rest { "_".into() } else { extent.to_string() };
    let to: Vec<String> = to.iter().enumerate().map(written).collect();
    let why = match others {
        0 => "any extent would do for `_`".to_owned(),
        _ => format!("they are not so many times {others}"),
    };
    ShapeError::new(format!("shape {from:?} has {old} elements and cannot become [{}]: {why}", to.join(", ")))
}

/// Whether arrays of these extents can exist and have the same number of elements.
fn check_sizes<T>(from: &[usize], to: &[usize]) -> Result<(), ShapeError> {
    let (old, new) = (from.iter().product::<usize>(), checked_len::<T>(to)?);
    if old == new {
        return Ok(());
    }
    Err(ShapeError::new(format!("shape {from:?} has {old} elements and cannot become {to:?}, which has {new}")))
}

/// The strides `out` of extents `to`, none of them 0, over the elements of `from`; `None` where no
/// strides give the same order.
///
/// Both lists of extents are cut into the shortest runs of equal products, as [6, 4] → [2, 3, 2, 2]
/// into 6 = 2·3 and 4 = 2·2. A run keeps its order if its old axes follow each other without a gap:
/// then its new axes are row-major over the stride of the run's last old axis.
fn regroup(from: &[usize], strides: &[isize], to: &[usize], out: &mut [isize]) -> Option<()> {
    let mut axes = [(0usize, 0isize); MAX_RANK];
    let mut rank = 0;
    for (&extent, &stride) in from.iter().zip(strides).filter(|(extent, _)| **extent != 1) {
        axes[rank] = (extent, stride);
        rank += 1;
    }
    let mut old = &axes[..rank];
    let mut start = 0;
    while let [first, ..] = old {
        let (mut have, mut taken) = (first.0, 1);
        let (mut want, mut end) = (to[start], start + 1);
        while have != want {
            // Both products reach the number of elements, so neither runs past its end.
            if want < have {
                want *= to[end];
                end += 1;
            } else {
                have *= old[taken].0;
                taken += 1;
            }
        }
        let run = &old[..taken];
        let gapless = |pair: &[(usize, isize)]| pair[1].1.checked_mul(pair[1].0 as isize) == Some(pair[0].1);
        if !run.windows(2).all(gapless) {
            return None;
        }
        let mut step = run[taken - 1].1;
        for axis in (start..end).rev() {
            out[axis] = step;
            step = step.wrapping_mul(to[axis] as isize);
        }
        old = &old[taken..];
        start = end;
    }
    // What is left of `to` are axes of extent 1; any stride is right, and row-major ones stand there.
    Some(())
}
