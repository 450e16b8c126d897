//! Reductions of segments: `reduceat`.

use super::Join;
use super::walk::{Elements, run};
use crate::array::{Array, Uninit};
use crate::axes::EditAxis;
use crate::element::Element;
use crate::error::ShapeError;
use crate::extent::Dyn;
use crate::index::{out_of_bounds, shape_from};
use crate::shape::row_major;
use crate::slicing::IndexNumber;
use crate::view::View;

/// Entry `k` along axis `AXIS` is the join of the entries of `x` from `index[k]` to before `index[k + 1]`, after the last index to the end; where
/// the next index is not greater, it is entry `index[k]` alone. That is NumPy's rule.
///
/// # Errors
///
/// When an index is out of bounds (negative ones are), or the result would be too large to exist.
pub fn reduceat<const AXIS: usize, T, S, I, F>(
    f: F,
    x: View<'_, T, S>,
    index: &[I],
) -> Result<Array<T, S::With<Dyn>>, ShapeError>
where
    T: Element,
    S: EditAxis<AXIS>,
    I: IndexNumber,
    F: Join<T>,
{
    let (extents, strides) = (x.extents(), x.strides());
    let extent = extents.as_ref()[AXIS];
    let out_of = |index: &&I| !(0..extent as i128).contains(&index.widened());
    if let Some((place, index)) = index.iter().enumerate().find(|(_, index)| out_of(index)) {
        let error = out_of_bounds(index.widened(), AXIS, extent);
        return Err(ShapeError::new(format!("{error}, at place {place} of the indices")));
    }
    let mut segment = extents;
    let mut kept = extents;
    kept.as_mut()[AXIS] = index.len();
    let mut out = Uninit::<T, S::With<Dyn>>::new(shape_from(kept))?;
    let to = row_major::<S::With<Dyn>>(kept);
    for (place, start) in index.iter().enumerate() {
        let start = start.clipped();
        let end = index.get(place + 1).map_or(extent as isize, |end| end.clipped());
        segment.as_mut()[AXIS] = (end - start).max(1) as usize;
        // SAFETY: `start` is an entry of the view, and so is what follows up to the end; entry `place` of the output, which is written whole.
        unsafe {
            let at = x.as_ptr().wrapping_offset(start * strides.as_ref()[AXIS]);
            let elements = Elements { at, extents: segment.as_ref(), strides: strides.as_ref() };
            let out = out.as_mut_ptr().wrapping_offset(place as isize * to.as_ref()[AXIS]);
            run(f, elements, 1 << AXIS, out, to.as_ref(), None);
        }
    }
    // SAFETY: each entry along the axis was written.
    Ok(unsafe { out.assume_init() })
}
