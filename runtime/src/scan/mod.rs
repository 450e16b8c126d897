//! Scans: the joins of all first elements along an axis.
//!
//! Gangs run along the last axis where the scan does not: a row is joined to the one above, lane by lane. Along the last axis a gang is
//! scanned in its registers, in as many steps as the number of its lanes has bits, and then joined to what came before.
//!
//! One of the rooms in which `unsafe` lives.

mod jobs;
mod walk;

#[cfg(test)]
mod tests;

use crate::array::{Array, Uninit};
use crate::axes::EditAxis;
use crate::element::Element;
use crate::error::ShapeError;
use crate::reduce::{Binary, Elements, Join, fits};
use crate::shape::{Shape, row_major};
use crate::view::{View, ViewMut};

/// `out[…, k, …] = x[…, 0, …] joined with … x[…, k, …]`, along axis `AXIS`.
///
/// A function of [`AnyOrder`](crate::reduce::AnyOrder) is joined as extents and strides make fast. Sums of floats are then at least as accurate as from
/// left to right, but not the same to the last bit: one more zero may change the last bit of a sum. [`InOrder`](crate::reduce::functions::InOrder) joins
/// from left to right.
///
/// # Errors
///
/// When the result would be too large to exist.
pub fn accumulate<const AXIS: usize, T, S, F>(f: F, x: View<'_, T, S>) -> Result<Array<T, S>, ShapeError>
where
    T: Element,
    S: EditAxis<AXIS>,
    F: Join<T>,
{
    let (extents, strides) = (x.extents(), x.strides());
    let mut out = Uninit::<T, S>::new(x.shape())?;
    let elements = Elements { at: x.as_ptr(), extents: extents.as_ref(), strides: strides.as_ref() };
    // SAFETY: the view's elements, and a new array of the same extents, row-major: each of its elements is written.
    unsafe {
        walk::run(f, elements, AXIS, out.as_mut_ptr(), row_major::<S>(extents).as_ref());
        Ok(out.assume_init())
    }
}

/// As [`accumulate`], into an output of the same extents; what stood there is not read.
///
/// # Errors
///
/// Where the extents differ; nothing is written then.
pub fn accumulate_into<const AXIS: usize, T, S, R, F>(
    f: F,
    mut out: ViewMut<'_, T, R>,
    x: View<'_, T, S>,
) -> Result<(), ShapeError>
where
    T: Element,
    S: EditAxis<AXIS>,
    R: Shape<Index = S::Index>,
    F: Join<T>,
{
    let (extents, strides, to) = (x.extents(), x.strides(), out.strides());
    fits(<F as Binary<T>>::NAME, out.extents().as_ref(), extents.as_ref())?;
    let elements = Elements { at: x.as_ptr(), extents: extents.as_ref(), strides: strides.as_ref() };
    // SAFETY: the view's elements, and an exclusive view of the same extents.
    unsafe { walk::run(f, elements, AXIS, out.as_mut_ptr(), to.as_ref()) };
    Ok(())
}
