//! Running a program: into a new result, a scalar, or existing targets.

use super::super::agree::Axis;
use super::super::bound::Target;
use super::super::evaluate::{ResultOf, ResultShape, output_axes, result_shape};
use super::super::resolve::{Family, Operands, Resolved, UNKNOWN, operand_text, place};
use super::super::spec::{FIXED, Size, Spec, Subscripts};
use super::run::{Final, Reductions, run};
use super::spec::{Program, Range};
use crate::array::Uninit;
use crate::element::Element;
use crate::error::ShapeError;
use crate::expr::Outs;
use crate::extent::{Const, Dyn};
use crate::nest::Axes;
use crate::shape::{Shape, row_major};

/// The extent type of a label that a range of run-time bounds gives.
#[inline(always)]
pub fn ranged() -> Axis<Dyn> {
    Axis::marker()
}

/// The extent type of a label that a range of literal bounds gives.
#[inline(always)]
pub fn ranged_by<const N: usize>() -> Axis<Const<N>> {
    Axis::marker()
}

/// Runs a program into a new array, or a nested array where all operands are such.
///
/// # Errors
///
/// When run-time extents differ, a fixed index is out of bounds, a minimum is over nothing, or the result would be too large.
#[expect(clippy::too_many_arguments, reason = "the parts of one program")]
#[inline]
pub fn broadcast<K, X, M, Ts, Rs, T, F, const L: usize, const N: usize>(
    _: K,
    operands: X,
    fixed: &[isize],
    ranges: &[Range],
    _: M,
    temps: Ts,
    reads: Rs,
    body: F,
) -> Result<ResultOf<X, T, M>, ShapeError>
where
    K: Size<L, N> + Program,
    X: Operands,
    M: ResultShape,
    T: Element,
    Ts: Reductions,
    F: Final<Ts, Rs, Outs = *mut T>,
{
    assert!(operands.in_place_of(&[]), "an operand is read in place of a new result");
    let (resolved, starts) = resolve::<K, X, L, N>(&operands, fixed, ranges, |_| Ok(()))?;
    let shape = result_shape::<K, M::Shape, L, N>(&resolved)?;
    let mut result = Uninit::<T, M::Shape>::new(shape)?;
    let strides = row_major::<M::Shape>(shape.extents());
    let axes = output_axes::<K>(M::Shape::RANK, strides.as_ref());
    let out = result.as_mut_ptr();
    // SAFETY: `result` has room for its shape, row-major, and is fresh; it is written at all points, without being read. Operands are
    // views of initialised elements, and `resolved` was made from them.
    unsafe { run::<K, Ts, Rs, F, L, N>(&resolved, &starts, &temps, &reads, &body, out, &[axes])? };
    // SAFETY: every element was written.
    Ok(<X::Family as Family>::finish(unsafe { result.assume_init() }))
}

/// Runs a program without output labels.
///
/// # Errors
///
/// As for [`broadcast`].
#[inline]
pub fn broadcast_scalar<K, X, Ts, Rs, T, F, const L: usize, const N: usize>(
    _: K,
    operands: X,
    fixed: &[isize],
    ranges: &[Range],
    temps: Ts,
    reads: Rs,
    body: F,
) -> Result<T, ShapeError>
where
    K: Size<L, N> + Program,
    X: Operands,
    T: Element,
    Ts: Reductions,
    F: Final<Ts, Rs, Outs = *mut T>,
{
    assert!(operands.in_place_of(&[]), "an operand is read in place of a new result");
    let (resolved, starts) = resolve::<K, X, L, N>(&operands, fixed, ranges, |_| Ok(()))?;
    let mut result = T::zero();
    // SAFETY: as in `broadcast`, for one element.
    unsafe { run::<K, Ts, Rs, F, L, N>(&resolved, &starts, &temps, &reads, &body, &raw mut result, &[Axes::new()])? };
    Ok(result)
}

/// Runs a program into existing targets.
///
/// # Errors
///
/// When run-time extents differ, a fixed index is out of bounds, or a minimum is over nothing; the targets are then unchanged.
#[expect(clippy::too_many_arguments, reason = "the parts of one program")]
#[inline]
pub fn broadcast_into<K, X, Ds, Ts, Rs, F, const L: usize, const N: usize>(
    _: K,
    operands: X,
    fixed: &[isize],
    ranges: &[Range],
    mut targets: Ds,
    fixed_out: &[isize],
    temps: Ts,
    reads: Rs,
    body: F,
) -> Result<(), ShapeError>
where
    K: Size<L, N> + Program,
    X: Operands,
    Ds: Targets,
    Ts: Reductions,
    F: Final<Ts, Rs, Outs = Ds::Outs>,
{
    let mut firsts = [core::ptr::null(); MAX_TARGETS];
    let count = targets.firsts(&mut firsts);
    assert!(operands.in_place_of(&firsts[..count]), "an operand is read in place of another target");
    let outputs = K::PROGRAM.outputs;
    let stretch = |extents: &mut [usize; L]| {
        targets.visit(0, &mut |number, shape, _| stretch_to(&K::SPEC, &outputs[number], shape, extents));
        Ok(())
    };
    let (resolved, starts) = resolve::<K, X, L, N>(&operands, fixed, ranges, stretch)?;
    let mut axes = [Axes::new(); MAX_TARGETS];
    let mut offsets = [0; MAX_TARGETS];
    let mut fixed_out = fixed_out.iter();
    let mut result = Ok(());
    targets.visit(0, &mut |number, extents, strides| {
        if result.is_ok() {
            match target_axes::<K, X, L, N>(number, extents, strides, &operands, &resolved, &mut fixed_out) {
                Ok(found) => (axes[number], offsets[number]) = found,
                Err(error) => result = Err(error),
            }
        }
    });
    result?;
    let mut offset = offsets.iter();
    let outs = targets.pointers(&mut || offset.next().copied().unwrap_or(0));
    // SAFETY: each target is exclusive, its indices lead to different elements, and its labels have its extents. Operands are views that
    // borrow something else, or `InPlace` of a target (asserted), which the macro reads where it is written, or in reductions that are
    // over before (`whole`).
    unsafe { run::<K, Ts, Rs, F, L, N>(&resolved, &starts, &temps, &reads, &body, outs, &axes[..count]) }
}

/// The largest number of targets: as many outputs as a nest has.
pub(super) const MAX_TARGETS: usize = crate::nest::MAX_OUTPUTS;

/// A list of targets `(Target, (Target, ()))`.
pub trait Targets {
    /// Pointers into them, as the body's writes have them.
    type Outs: Outs;
    /// Bytes of an element of each, together.
    const BYTES: usize;

    /// The addresses of their first elements, and how many they are.
    fn firsts(&self, firsts: &mut [*const ()]) -> usize;

    /// Calls `visit` with each one's number, extents and strides.
    fn visit(&self, number: usize, visit: &mut dyn FnMut(usize, &[usize], &[isize]));

    /// The pointers, each moved by `offset`, called in order.
    fn pointers(&mut self, offset: &mut dyn FnMut() -> isize) -> Self::Outs;
}

impl<T, S: Shape> Targets for (Target<'_, T, S>, ()) {
    type Outs = *mut T;
    const BYTES: usize = size_of::<T>();

    #[inline(always)]
    fn firsts(&self, firsts: &mut [*const ()]) -> usize {
        firsts[0] = self.0.view.view().as_ptr().cast();
        1
    }

    #[inline(always)]
    fn visit(&self, number: usize, visit: &mut dyn FnMut(usize, &[usize], &[isize])) {
        visit(number, self.0.view.extents().as_ref(), self.0.view.strides().as_ref());
    }

    #[inline(always)]
    fn pointers(&mut self, offset: &mut dyn FnMut() -> isize) -> *mut T {
        self.0.view.as_mut_ptr().wrapping_offset(offset())
    }
}

impl<T, S: Shape, D, Rest> Targets for (Target<'_, T, S>, (D, Rest))
where
    (D, Rest): Targets,
{
    type Outs = (*mut T, <(D, Rest) as Targets>::Outs);
    const BYTES: usize = size_of::<T>() + <(D, Rest) as Targets>::BYTES;

    #[inline(always)]
    fn firsts(&self, firsts: &mut [*const ()]) -> usize {
        firsts[0] = self.0.view.view().as_ptr().cast();
        1 + self.1.firsts(&mut firsts[1..])
    }

    #[inline(always)]
    fn visit(&self, number: usize, visit: &mut dyn FnMut(usize, &[usize], &[isize])) {
        visit(number, self.0.view.extents().as_ref(), self.0.view.strides().as_ref());
        self.1.visit(number + 1, visit);
    }

    #[inline(always)]
    fn pointers(&mut self, offset: &mut dyn FnMut() -> isize) -> Self::Outs {
        let first = self.0.view.as_mut_ptr().wrapping_offset(offset());
        (first, self.1.pointers(offset))
    }
}

/// Extents and strides, and the value of each label at its first point.
#[inline(always)]
pub(super) fn resolve<K, X, const L: usize, const N: usize>(
    operands: &X,
    fixed: &[isize],
    ranges: &[Range],
    stretch: impl FnOnce(&mut [usize; L]) -> Result<(), ShapeError>,
) -> Result<(Resolved<L, N>, [usize; L]), ShapeError>
where
    K: Size<L, N>,
    X: Operands,
{
    let mut starts = [0; L];
    let mut known = [UNKNOWN; L];
    for range in ranges {
        starts[range.label as usize] = range.start as usize;
        known[range.label as usize] = range.end.saturating_sub(range.start).max(0) as usize;
        if range.start < 0 {
            return Err(negative_start(&K::SPEC, range));
        }
    }
    Ok((Resolved::with(&K::SPEC, operands, fixed, known, stretch)?, starts))
}

/// Ellipsis axes of extent 1, or that no operand has, stretch to a target's.
fn stretch_to<const L: usize>(spec: &Spec, output: &Subscripts, shape: &[usize], extents: &mut [usize; L]) {
    for (axis, &extent) in shape.iter().enumerate() {
        let label = output.at(axis, shape.len(), spec.labels.len());
        if label != FIXED && spec.stretches(label) && matches!(extents[label as usize], 1 | UNKNOWN) {
            extents[label as usize] = extent;
        }
    }
}

/// The labels and strides of a target, and what its fixed axes add to its place.
#[inline(always)]
fn target_axes<K, X, const L: usize, const N: usize>(
    number: usize,
    extents: &[usize],
    strides: &[isize],
    operands: &X,
    resolved: &Resolved<L, N>,
    fixed: &mut core::slice::Iter<'_, isize>,
) -> Result<(Axes, isize), ShapeError>
where
    K: Program,
    X: Operands,
{
    let spec = &K::SPEC;
    let output = &K::PROGRAM.outputs[number];
    let (mut axes, mut offset) = (Axes::new(), 0);
    for (axis, (&extent, &stride)) in extents.iter().zip(strides).enumerate() {
        let label = output.at(axis, extents.len(), spec.labels.len());
        if label == FIXED {
            let index = fixed.next().copied().unwrap_or(0);
            offset += stride * place(spec, output, axis, index, extents)?;
        } else if resolved.extents[label as usize] == extent {
            axes.push(label, stride);
        } else {
            return Err(conflict::<X, L, N>(spec, output, operands, resolved, (label, extent), extents));
        }
    }
    Ok((axes, offset))
}

/// "broadcast: axis `i` has extent 3 in `a` (shape [3, 4]) but 2 in the output `c` (shape [2, 4])"
#[cold]
fn conflict<X: Operands, const L: usize, const N: usize>(
    spec: &Spec,
    output: &Subscripts,
    operands: &X,
    resolved: &Resolved<L, N>,
    (label, extent): (u8, usize),
    extents: &[usize],
) -> ShapeError {
    let found = resolved.extents[label as usize];
    // An operand whose axis is stretched does not tell the extent.
    let carrier = resolved.axes.iter().position(|axes| axes.stride(label).is_some_and(|stride| stride != 0));
    let carrier = carrier.or_else(|| resolved.axes.iter().position(|axes| axes.stride(label).is_some()));
    let place = match carrier {
        Some(carrier) => format!("in {}", operand_text(spec, operands, carrier)),
        None => "by its range".to_owned(),
    };
    ShapeError::new(format!(
        "{}: {} has extent {found} {place} but {extent} in the output `{}` (shape {extents:?})",
        spec.name,
        spec.label_text(label),
        output.name,
    ))
}

#[cold]
fn negative_start(spec: &Spec, range: &Range) -> ShapeError {
    let label = spec.label_text(range.label);
    ShapeError::new(format!(
        "{}: the range of {label} begins at {}, but a label is not negative",
        spec.name, range.start
    ))
}
