//! Reductions of views: checked, and with the shapes of their results.

use super::walk::{Elements, run, run_line};
use super::{AxesOf, Binary, Join, Reduces};
use crate::array::{Array, Uninit};
use crate::axes::EditAxis;
use crate::element::Element;
use crate::error::ShapeError;
use crate::extent::Const;
use crate::index::{broadcast_strides, shape_from};
use crate::shape::{MAX_RANK, Shape, row_major};
use crate::view::{View, ViewMut};

/// Elements of `x` joined along axis `AXIS`, which goes; `start`, where there is one, is joined first.
///
/// Over an axis of extent 0 the result is `start`, or the function's identity.
///
/// # Errors
///
/// Where there is nothing to join, and neither a start nor an identity; or the result would be too large to exist.
pub fn reduce<const AXIS: usize, T, S, F>(
    f: F,
    x: View<'_, T, S>,
    start: Option<T>,
) -> Result<Array<T, S::Without>, ShapeError>
where
    T: Element,
    S: EditAxis<AXIS>,
    F: Join<T>,
{
    reduce_bits(f, x, 1 << AXIS, start)
}

/// As [`reduce`], into an output of as many axes and the same extents; what stood there is not read.
///
/// # Errors
///
/// As [`reduce`], and where the extents differ; nothing is written then.
pub fn reduce_into<const AXIS: usize, T, S, R, F>(
    f: F,
    mut out: ViewMut<'_, T, R>,
    x: View<'_, T, S>,
    start: Option<T>,
) -> Result<(), ShapeError>
where
    T: Element,
    S: EditAxis<AXIS>,
    R: Shape<Index = <S::Without as Shape>::Index>,
    F: Join<T>,
{
    let (extents, strides) = (x.extents(), x.strides());
    let wanted = kept::<S, S::Without>(x.shape(), 1 << AXIS).extents();
    fits(<F as Binary<T>>::NAME, out.extents().as_ref(), wanted.as_ref())?;
    if extents.as_ref()[AXIS] == 0 {
        out.fill(nothing(f, extents.as_ref(), 1 << AXIS, start)?);
        return Ok(());
    }
    // The output has no axis `AXIS`, and so any stride along it.
    let mut to = S::Strides::default();
    let own = out.strides();
    for (axis, stride) in to.as_mut().iter_mut().enumerate().filter(|&(axis, _)| axis != AXIS) {
        *stride = own.as_ref()[axis - usize::from(axis > AXIS)];
    }
    let elements = Elements { at: x.as_ptr(), extents: extents.as_ref(), strides: strides.as_ref() };
    // SAFETY: the view's elements, and an exclusive view of the kept extents.
    unsafe { run(f, elements, 1 << AXIS, out.as_mut_ptr(), to.as_ref(), start) };
    Ok(())
}

/// That an output has these extents.
pub(crate) fn fits(name: &str, out: &[usize], wanted: &[usize]) -> Result<(), ShapeError> {
    match (0..wanted.len()).find(|&axis| out[axis] != wanted[axis]) {
        None => Ok(()),
        Some(axis) => Err(ShapeError::new(format!(
            "`{name}`: axis {axis} of the output has extent {} (shape {out:?}), but the result has {} (shape {wanted:?})",
            out[axis], wanted[axis]
        ))),
    }
}

/// As [`reduce`]; the axis stays, with extent 1.
///
/// # Errors
///
/// As [`reduce`].
pub fn reduce_keeping<const AXIS: usize, T, S, F>(
    f: F,
    x: View<'_, T, S>,
    start: Option<T>,
) -> Result<Array<T, S::With<Const<1>>>, ShapeError>
where
    T: Element,
    S: EditAxis<AXIS>,
    F: Join<T>,
{
    reduce_bits(f, x, 1 << AXIS, start)
}

/// As [`reduce`], along several axes: `reduce_axes::<axes![0, 2], …>`.
///
/// # Errors
///
/// As [`reduce`].
pub fn reduce_axes<A, T, S, F>(f: F, x: View<'_, T, S>, start: Option<T>) -> Result<Array<T, A::Without>, ShapeError>
where
    A: AxesOf<S>,
    T: Element,
    S: Shape,
    F: Join<T>,
    F::Order: Reduces<A>,
{
    reduce_bits(f, x, A::BITS, start)
}

/// As [`reduce_axes`]; the axes stay, with extent 1.
///
/// # Errors
///
/// As [`reduce`].
pub fn reduce_axes_keeping<A, T, S, F>(
    f: F,
    x: View<'_, T, S>,
    start: Option<T>,
) -> Result<Array<T, A::Keeping>, ShapeError>
where
    A: AxesOf<S>,
    T: Element,
    S: Shape,
    F: Join<T>,
    F::Order: Reduces<A>,
{
    reduce_bits(f, x, A::BITS, start)
}

/// As [`reduce`], along all axes.
///
/// # Errors
///
/// As [`reduce`].
pub fn reduce_all<T, S, F>(f: F, x: View<'_, T, S>, start: Option<T>) -> Result<T, ShapeError>
where
    T: Element,
    S: Shape,
    F: Join<T>,
    F::Order: Reduces<S::List>,
{
    Ok(reduce_bits::<T, S, (), F>(f, x, all::<S>(), start)?.as_slice()[0])
}

/// As [`reduce`], of the elements for which the mask, stretched to the shape of `x`, is true.
///
/// # Errors
///
/// Where there is neither a start nor an identity, or the mask does not stretch.
pub fn reduce_where<const AXIS: usize, T, S, M, F>(
    f: F,
    x: View<'_, T, S>,
    mask: View<'_, bool, M>,
    start: Option<T>,
) -> Result<Array<T, S::Without>, ShapeError>
where
    T: Element,
    S: EditAxis<AXIS>,
    M: Shape,
    F: Join<T>,
{
    masked(f, x, mask, 1 << AXIS, start)
}

/// As [`reduce_where`], along all axes.
///
/// # Errors
///
/// As [`reduce_where`].
pub fn reduce_all_where<T, S, M, F>(
    f: F,
    x: View<'_, T, S>,
    mask: View<'_, bool, M>,
    start: Option<T>,
) -> Result<T, ShapeError>
where
    T: Element,
    S: Shape,
    M: Shape,
    F: Join<T>,
    F::Order: Reduces<S::List>,
{
    Ok(masked::<T, S, (), M, F>(f, x, mask, all::<S>(), start)?.as_slice()[0])
}

/// A bit for each axis.
pub(crate) const fn all<S: Shape>() -> u8 {
    ((1u16 << S::RANK) - 1) as u8
}

/// The extents of `R`: those of the axes that are not in `bits`, and 1 for the others where `R` keeps them.
pub(crate) fn kept<S: Shape, R: Shape>(shape: S, bits: u8) -> R {
    let mut extents = R::Index::default();
    let mut at = 0;
    for (axis, &extent) in shape.extents().as_ref().iter().enumerate() {
        let joined = bits >> axis & 1 == 1;
        if !joined || R::RANK == S::RANK {
            extents.as_mut()[at] = if joined { 1 } else { extent };
            at += 1;
        }
    }
    shape_from(extents)
}

/// The row-major strides of the outputs along each axis of `shape`; 0 along those in `bits`.
pub(crate) fn out_strides<S: Shape>(shape: S, bits: u8) -> S::Strides {
    let mut extents = shape.extents();
    for axis in (0..S::RANK).filter(|axis| bits >> axis & 1 == 1) {
        extents.as_mut()[axis] = 1;
    }
    row_major::<S>(extents)
}

/// What a reduction over nothing gives.
pub(super) fn nothing<T, F>(f: F, extents: &[usize], bits: u8, start: Option<T>) -> Result<T, ShapeError>
where
    T: Element,
    F: Join<T>,
{
    start.or(f.identity()).ok_or_else(|| {
        let axes: Vec<usize> = (0..extents.len()).filter(|axis| bits >> axis & 1 == 1).collect();
        let axes = match axes[..] {
            [axis] => format!("axis {axis}"),
            _ => format!("axes {axes:?}"),
        };
        ShapeError::new(format!(
            "`{}` over {axes} of shape {extents:?} has nothing to join, and no identity: it needs an initial value",
            <F as Binary<T>>::NAME
        ))
    })
}

pub(crate) fn reduce_bits<T, S, R, F>(
    f: F,
    x: View<'_, T, S>,
    bits: u8,
    start: Option<T>,
) -> Result<Array<T, R>, ShapeError>
where
    T: Element,
    S: Shape,
    R: Shape,
    F: Join<T>,
{
    let (extents, strides) = (x.extents(), x.strides());
    let (extents, shape) = (extents.as_ref(), kept::<S, R>(x.shape(), bits));
    if (0..S::RANK).any(|axis| bits >> axis & 1 == 1 && extents[axis] == 0) {
        return Array::try_full(shape, nothing(f, extents, bits, start)?);
    }
    if bits == all::<S>()
        && let Some(elements) = x.as_slice()
    {
        // SAFETY: one element at least, as no extent is 0.
        return Array::try_full(shape, unsafe { run_line(f, elements.as_ptr(), elements.len(), start) });
    }
    let mut out = Uninit::<T, R>::new(shape)?;
    let elements = Elements { at: x.as_ptr(), extents, strides: strides.as_ref() };
    // SAFETY: the view's elements, and a new array of the kept extents, row-major: each output is written once.
    unsafe {
        run(f, elements, bits, out.as_mut_ptr(), out_strides(x.shape(), bits).as_ref(), start);
        Ok(out.assume_init())
    }
}

/// The elements of each output for which the mask is true are brought together first, in row-major order.
fn masked<T, S, R, M, F>(
    f: F,
    x: View<'_, T, S>,
    mask: View<'_, bool, M>,
    bits: u8,
    start: Option<T>,
) -> Result<Array<T, R>, ShapeError>
where
    T: Element,
    S: Shape,
    R: Shape,
    M: Shape,
    F: Join<T>,
{
    let (extents, mut mask_strides) = (x.extents(), S::Strides::default());
    let (mask_extents, own) = (mask.extents(), mask.strides());
    broadcast_strides(mask_extents.as_ref(), own.as_ref(), extents.as_ref(), mask_strides.as_mut())?;
    let empty = nothing(f, extents.as_ref(), bits, start)?;
    let mut out = Array::<T, R>::try_full(kept::<S, R>(x.shape(), bits), empty)?;
    if x.is_empty() {
        return Ok(out);
    }
    let (strides, mut chosen) = (x.strides(), Vec::new());
    let part = |joined: bool| {
        let axes = move |axis: &usize| (bits >> *axis & 1 == 1) == joined;
        let mut loops = [(1usize, 0isize, 0isize); MAX_RANK];
        for (at, axis) in loops.iter_mut().zip((0..S::RANK).filter(axes)) {
            *at = (extents.as_ref()[axis], strides.as_ref()[axis], mask_strides.as_ref()[axis]);
        }
        loops
    };
    let (outer, inner) = (part(false), part(true));
    for (number, value) in out.as_mut_slice().iter_mut().enumerate() {
        let (at, mask_at) = place(&outer, number);
        chosen.clear();
        for joined in 0..inner.iter().map(|part| part.0).product() {
            let (near, mask_near) = place(&inner, joined);
            // SAFETY: offsets of an index of the view, and of the mask stretched to it.
            unsafe {
                if mask.as_ptr().offset(mask_at + mask_near).read() {
                    chosen.push(x.as_ptr().offset(at + near).read());
                }
            }
        }
        if !chosen.is_empty() {
            let line = Array::from_vec(core::mem::take(&mut chosen));
            *value = reduce_bits::<T, _, (), F>(f, line.view(), 1, start)?.as_slice()[0];
            chosen = line.into_vec();
        }
    }
    Ok(out)
}

/// The offsets of point `number` of some loops, in row-major order.
fn place(loops: &[(usize, isize, isize); MAX_RANK], number: usize) -> (isize, isize) {
    let (mut left, mut at, mut mask_at) = (number, 0, 0);
    for &(extent, stride, mask_stride) in loops.iter().rev() {
        let index = (left % extent) as isize;
        left /= extent;
        at += index * stride;
        mask_at += index * mask_stride;
    }
    (at, mask_at)
}
