//! Axes of extent 1 stretched, and new leading axes.

use super::Geometry;
use crate::error::ShapeError;
use crate::shape::{Shape, checked_len};

impl<S: Shape> Geometry<S> {
    /// This geometry stretched to `shape`, by NumPy's right-aligned rule. Not distinct: stretched axes
    /// have stride 0.
    pub(crate) fn broadcast<R: Shape, T>(self, shape: R) -> Result<Geometry<R>, ShapeError> {
        let (from, to) = (self.shape.extents(), shape.extents());
        checked_len::<T>(to.as_ref())?;
        if R::RANK < S::RANK {
            return Err(refusal(from.as_ref(), to.as_ref(), "it has more axes"));
        }
        let mut strides = R::Strides::default();
        broadcast_strides(from.as_ref(), self.strides.as_ref(), to.as_ref(), strides.as_mut())?;
        Ok(Geometry { shape, strides, offset: self.offset }.settled())
    }
}

/// The strides with which elements of extents `from` fill extents `to`. Leading axes of extent 1
/// that `to` does not have are dropped, as NumPy does when it assigns.
pub(crate) fn broadcast_strides(
    from: &[usize],
    strides: &[isize],
    to: &[usize],
    out: &mut [isize],
) -> Result<(), ShapeError> {
    let surplus = from.len().saturating_sub(to.len());
    if from[..surplus].iter().any(|&extent| extent != 1) {
        return Err(refusal(from, to, "it has more axes"));
    }
    let (kept, strides) = (&from[surplus..], &strides[surplus..]);
    let new = to.len() - kept.len();
    out[..new].fill(0);
    for axis in 0..kept.len() {
        out[new + axis] = match (kept[axis], to[new + axis]) {
            (extent, wanted) if extent == wanted => strides[axis],
            (1, _) => 0,
            (extent, wanted) => {
                let axis = axis + surplus;
                return Err(refusal(from, to, &format!("its axis {axis} has extent {extent}, not {wanted} or 1")));
            }
        };
    }
    Ok(())
}

#[cold]
fn refusal(from: &[usize], to: &[usize], why: &str) -> ShapeError {
    ShapeError::new(format!("cannot broadcast shape {from:?} to {to:?}: {why}"))
}
