//! Where strides reach, and whether two indices reach the same element.

use crate::error::ShapeError;
use crate::shape::checked_len;

/// Checks that strides stay within a buffer of `len` elements of type `T`.
///
/// A view without elements needs only `offset <= len`.
pub(crate) fn check_reach<T>(
    extents: &[usize],
    strides: &[isize],
    offset: usize,
    len: usize,
) -> Result<(), ShapeError> {
    let elements = checked_len::<T>(extents)?;
    let refuse = |what: String| {
        Err(ShapeError::new(format!(
            "shape {extents:?} with strides {strides:?} and offset {offset} {what} a buffer of {len} elements"
        )))
    };
    if elements == 0 {
        return if offset <= len { Ok(()) } else { refuse("would start behind".into()) };
    }
    let (mut low, mut high) = (offset as i128, offset as i128);
    for (&extent, &stride) in extents.iter().zip(strides) {
        // At most 2^126 in size.
        let reach = (extent as i128 - 1) * stride as i128;
        if reach < 0 {
            low = low.saturating_add(reach);
        } else {
            high = high.saturating_add(reach);
        }
    }
    if low >= 0 && high < len as i128 {
        return Ok(());
    }
    refuse(format!("would reach from {low} to {high}, outside"))
}

/// Whether two different indices lead to the same element. Exact.
///
/// The caller has checked by [`check_reach`] that the view stays within a buffer that exists: the
/// exact search takes one bit for each element of it.
pub(crate) fn self_overlaps(extents: &[usize], strides: &[isize]) -> bool {
    if extents.contains(&0) {
        return false;
    }
    let mut axes: Vec<(usize, usize)> = extents
        .iter()
        .zip(strides)
        .filter(|(extent, _)| **extent > 1)
        // The sign of a stride only turns an axis round, which changes no overlap.
        .map(|(&extent, &stride)| (stride.unsigned_abs(), extent))
        .collect();
    axes.sort_unstable();
    let mut span = 0usize;
    let mut nested = true;
    for &(stride, extent) in &axes {
        // Each step of this axis leaves behind all that the smaller strides reach.
        nested &= stride > span;
        span += stride * (extent - 1);
    }
    !nested && collides(&axes, span)
}

/// Walks over all indices and marks the places they lead to.
fn collides(axes: &[(usize, usize)], span: usize) -> bool {
    let elements: usize = axes.iter().map(|axis| axis.1).product();
    if elements > span + 1 {
        return true; // More indices than places.
    }
    let mut seen = vec![0u64; span / 64 + 1];
    let mut index = vec![0usize; axes.len()];
    let mut place = 0;
    for _ in 0..elements {
        let bit = 1 << (place % 64);
        if seen[place / 64] & bit != 0 {
            return true;
        }
        seen[place / 64] |= bit;
        for (entry, &(stride, extent)) in index.iter_mut().zip(axes) {
            *entry += 1;
            place += stride;
            if *entry < extent {
                break;
            }
            place -= stride * extent;
            *entry = 0;
        }
    }
    false
}
