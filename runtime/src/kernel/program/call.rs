//! Running a program: into a new result, a scalar, or existing targets.

use core::mem::MaybeUninit;

use super::super::agree::Axis;
use super::super::bound::Target;
use super::super::evaluate::{ResultOf, ResultShape, neighbours, one_layout, output_axes, result_shape};
use super::super::gather::{Gathered, gathers};
use super::super::resolve::{Family, KnownExtents, Layouts, Operands, Resolved, UNKNOWN, operand_text, place};
use super::super::spec::{ELLIPSIS, FIXED, Size, Spec, Subscripts};
use super::finish::{Final, run_all, run_flat};
use super::lines::{is_along_lines, lines};
use super::reductions::Reductions;
use super::run::Ground;
use super::spec::{Outputs, Passes, Program, Range, is_aligned};
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
    X: Operands + KnownExtents<K, L>,
    M: ResultShape,
    T: Element,
    Ts: Reductions,
    F: Final<Ts, Rs, Outs = *mut T>,
{
    assert!(operands.in_place_of(&[]), "an operand is read in place of a new result");
    if let Some(shape) = alike::<K, X, M::Shape>(&operands) {
        let mut result = Uninit::<T, M::Shape>::new(shape)?;
        let out = result.as_mut_ptr();
        // SAFETY: as below; the operands have the layout of the result (`alike`).
        unsafe { run_flat::<K, X, Ts, Rs, F, L>(&operands, &reads, &body, out, result.len()) };
        // SAFETY: every element was written.
        return Ok(<X::Family as Family>::finish(unsafe { result.assume_init() }));
    }
    if const { is_along_lines(&K::SPEC, &K::PROGRAM) }
        && let Some((lines, extents)) = lines::<K, X>(&operands, ranges)
        && let Ok(shape) = result_shape::<K, M::Shape>(&extents[..L])
    {
        let mut result = Uninit::<T, M::Shape>::new(shape)?;
        // SAFETY: as below; the result is row-major, and the lines are the operands'.
        if unsafe { body.run_lines::<K, X>(&temps, &reads, &operands, lines, result.as_mut_ptr()) } {
            // SAFETY: every element was written.
            return Ok(<X::Family as Family>::finish(unsafe { result.assume_init() }));
        }
    }
    general::<K, X, M, Ts, Rs, T, F, L, N>(&operands, fixed, ranges, &temps, &reads, &body)
}

/// [`broadcast`] by labels, extents and strides.
#[inline(never)]
fn general<K, X, M, Ts, Rs, T, F, const L: usize, const N: usize>(
    operands: &X,
    fixed: &[isize],
    ranges: &[Range],
    temps: &Ts,
    reads: &Rs,
    body: &F,
) -> Result<ResultOf<X, T, M>, ShapeError>
where
    K: Size<L, N> + Program,
    X: Operands + KnownExtents<K, L>,
    M: ResultShape,
    T: Element,
    Ts: Reductions,
    F: Final<Ts, Rs, Outs = *mut T>,
{
    let (resolved, starts) = resolve::<L, N>(&K::SPEC, operands, fixed, ranges, &mut |_| ())?;
    let gathers = gathers(&K::SPEC, operands)?;
    let shape = result_shape::<K, M::Shape>(&resolved.extents)?;
    let mut result = Uninit::<T, M::Shape>::new(shape)?;
    let strides = row_major::<M::Shape>(shape.extents());
    let mut axes = [Axes::new()];
    output_axes::<K>(&mut axes[0], M::Shape::RANK, strides.as_ref());
    let out = result.as_mut_ptr();
    // SAFETY: `result` has room for its shape, row-major, and is fresh; it is written at all points, without being read. Operands are
    // views of initialised elements, and `resolved` was made from them.
    unsafe {
        run_all::<K, X, Ts, Rs, F, L>(ground::<K, L, N>(&resolved, &starts, &gathers), temps, reads, body, out, &axes)?
    };
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
    X: Operands + KnownExtents<K, L>,
    T: Element,
    Ts: Reductions,
    F: Final<Ts, Rs, Outs = *mut T>,
{
    assert!(operands.in_place_of(&[]), "an operand is read in place of a new result");
    if const { is_along_lines(&K::SPEC, &K::PROGRAM) }
        && let Some((lines, _)) = lines::<K, X>(&operands, ranges)
    {
        let mut result = MaybeUninit::<T>::uninit();
        // SAFETY: as in `broadcast`, for one element, which was written where this says so.
        unsafe {
            if body.run_lines::<K, X>(&temps, &reads, &operands, lines, result.as_mut_ptr()) {
                return Ok(result.assume_init());
            }
        }
    }
    general_scalar::<K, X, Ts, Rs, T, F, L, N>(&operands, fixed, ranges, &temps, &reads, &body)
}

/// [`broadcast_scalar`] by labels, extents and strides.
#[inline(never)]
fn general_scalar<K, X, Ts, Rs, T, F, const L: usize, const N: usize>(
    operands: &X,
    fixed: &[isize],
    ranges: &[Range],
    temps: &Ts,
    reads: &Rs,
    body: &F,
) -> Result<T, ShapeError>
where
    K: Size<L, N> + Program,
    X: Operands + KnownExtents<K, L>,
    T: Element,
    Ts: Reductions,
    F: Final<Ts, Rs, Outs = *mut T>,
{
    let (resolved, starts) = resolve::<L, N>(&K::SPEC, operands, fixed, ranges, &mut |_| ())?;
    let gathers = gathers(&K::SPEC, operands)?;
    let mut result = T::zero();
    // SAFETY: as in `broadcast`, for one element.
    unsafe {
        let ground = ground::<K, L, N>(&resolved, &starts, &gathers);
        run_all::<K, X, Ts, Rs, F, L>(ground, temps, reads, body, &raw mut result, &[Axes::new()])?
    };
    Ok(result)
}

/// Runs a program into existing targets.
///
/// # Errors
///
/// When run-time extents differ, a fixed index is out of bounds, or a minimum is over nothing; the targets are then unchanged.
#[expect(clippy::too_many_arguments, reason = "the parts of one program")]
#[inline]
pub fn broadcast_into<K, X, Ds, Ts, Rs, F, const L: usize, const N: usize, const O: usize>(
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
    K: Size<L, N> + Outputs<O>,
    X: Operands + KnownExtents<K, L>,
    Ds: Targets,
    Ts: Reductions,
    F: Final<Ts, Rs, Outs = Ds::Outs>,
{
    let mut firsts = [core::ptr::null(); O];
    targets.firsts(&mut firsts);
    assert!(operands.in_place_of(&firsts), "an operand is read in place of another target");
    if let Some(points) = alike_targets::<K, X, Ds>(&operands, &targets) {
        let outs = targets.pointers(&mut || 0);
        // SAFETY: as below; operands and targets are laid out alike.
        unsafe { run_flat::<K, X, Ts, Rs, F, L>(&operands, &reads, &body, outs, points) };
        return Ok(());
    }
    general_into::<K, X, Ds, Ts, Rs, F, L, N, O>(&operands, fixed, ranges, targets, fixed_out, (&temps, &reads, &body))
}

/// [`broadcast_into`] by labels, extents and strides.
#[inline(never)]
fn general_into<K, X, Ds, Ts, Rs, F, const L: usize, const N: usize, const O: usize>(
    operands: &X,
    fixed: &[isize],
    ranges: &[Range],
    mut targets: Ds,
    fixed_out: &[isize],
    (temps, reads, body): (&Ts, &Rs, &F),
) -> Result<(), ShapeError>
where
    K: Size<L, N> + Outputs<O>,
    X: Operands + KnownExtents<K, L>,
    Ds: Targets,
    Ts: Reductions,
    F: Final<Ts, Rs, Outs = Ds::Outs>,
{
    let passes = &K::PROGRAM;
    let stretch = &mut |extents: &mut [usize]| stretch_to_targets(&K::SPEC, passes, &targets, extents);
    let (resolved, starts) = resolve::<L, N>(&K::SPEC, operands, fixed, ranges, stretch)?;
    let gathers = gathers(&K::SPEC, operands)?;
    let mut axes = [Axes::new(); O];
    let mut offsets = [0; O];
    let ground = ground::<K, L, N>(&resolved, &starts, &gathers);
    resolve_targets(&ground, operands, &targets, fixed_out, &mut axes, &mut offsets)?;
    let mut offset = offsets.iter();
    let outs = targets.pointers(&mut || offset.next().copied().unwrap_or(0));
    // SAFETY: each target is exclusive, its indices lead to different elements, and its labels have its extents. Operands are views that
    // borrow something else, or `InPlace` of a target (asserted), which the macro reads where it is written, or in reductions that are
    // over before (`whole`).
    unsafe { run_all::<K, X, Ts, Rs, F, L>(ground, temps, reads, body, outs, &axes[..passes.outputs.len()]) }
}

/// The shape of a new result that is one loop over neighbours, where notation and layouts say that it is.
#[inline(always)]
pub(super) fn alike<K: Program, X: Operands, S: Shape>(operands: &X) -> Option<S> {
    if const { !is_aligned(&K::SPEC, &K::PROGRAM) } {
        return None;
    }
    one_layout(operands)
}

/// The number of points of targets that are one loop over neighbours, where notation and layouts say that they are.
#[inline(always)]
fn alike_targets<K: Program, X: Operands, Ds: Targets>(operands: &X, targets: &Ds) -> Option<usize> {
    if const { !is_aligned(&K::SPEC, &K::PROGRAM) } {
        return None;
    }
    let (mut points, mut all) = (0, true);
    targets.visit(0, &mut |_, extents, strides| {
        let span = neighbours(extents, strides);
        all &= span.is_some();
        all &= operands.are_alike(extents, strides) && targets.are_alike(extents);
        points = span.unwrap_or(0);
    });
    all.then_some(points)
}

/// What is done with the number, the extents and the strides of a target.
type VisitTarget<'a> = dyn FnMut(usize, &[usize], &[isize]) + 'a;

/// Targets without their types.
pub(super) trait TargetLayouts {
    /// [`Targets::visit`] of all.
    fn each(&self, visit: &mut VisitTarget<'_>);
}

impl<Ds: Targets> TargetLayouts for Ds {
    fn each(&self, visit: &mut VisitTarget<'_>) {
        self.visit(0, &mut |number, extents, strides| visit(number, extents, strides));
    }
}

/// A list of targets `(Target, (Target, ()))`.
pub trait Targets {
    /// Pointers into them, as the body's writes have them.
    type Outs: Outs;
    /// Bytes of an element of each, together.
    const BYTES: usize;

    /// Writes the addresses of their first elements.
    fn firsts(&self, firsts: &mut [*const ()]);

    /// Whether each has these extents.
    fn are_alike(&self, extents: &[usize]) -> bool;

    /// Calls `visit` with each one's number, extents and strides.
    fn visit(&self, number: usize, visit: &mut impl FnMut(usize, &[usize], &[isize]));

    /// The pointers, each moved by `offset`, called in order.
    fn pointers(&mut self, offset: &mut impl FnMut() -> isize) -> Self::Outs;
}

impl<T: Element, S: Shape> Targets for (Target<'_, T, S>, ()) {
    type Outs = *mut T;
    const BYTES: usize = size_of::<T>();

    #[inline(always)]
    fn firsts(&self, firsts: &mut [*const ()]) {
        firsts[0] = self.0.view.view().as_ptr().cast();
    }

    #[inline(always)]
    fn are_alike(&self, extents: &[usize]) -> bool {
        self.0.view.extents().as_ref() == extents
    }

    #[inline(always)]
    fn visit(&self, number: usize, visit: &mut impl FnMut(usize, &[usize], &[isize])) {
        visit(number, self.0.view.extents().as_ref(), self.0.view.strides().as_ref());
    }

    #[inline(always)]
    fn pointers(&mut self, offset: &mut impl FnMut() -> isize) -> *mut T {
        self.0.view.as_mut_ptr().wrapping_offset(offset())
    }
}

impl<T: Element, S: Shape, D, Rest> Targets for (Target<'_, T, S>, (D, Rest))
where
    (D, Rest): Targets,
{
    type Outs = (*mut T, <(D, Rest) as Targets>::Outs);
    const BYTES: usize = size_of::<T>() + <(D, Rest) as Targets>::BYTES;

    #[inline(always)]
    fn firsts(&self, firsts: &mut [*const ()]) {
        firsts[0] = self.0.view.view().as_ptr().cast();
        self.1.firsts(&mut firsts[1..]);
    }

    #[inline(always)]
    fn are_alike(&self, extents: &[usize]) -> bool {
        self.0.view.extents().as_ref() == extents && self.1.are_alike(extents)
    }

    #[inline(always)]
    fn visit(&self, number: usize, visit: &mut impl FnMut(usize, &[usize], &[isize])) {
        visit(number, self.0.view.extents().as_ref(), self.0.view.strides().as_ref());
        self.1.visit(number + 1, visit);
    }

    #[inline(always)]
    fn pointers(&mut self, offset: &mut impl FnMut() -> isize) -> Self::Outs {
        let first = self.0.view.as_mut_ptr().wrapping_offset(offset());
        (first, self.1.pointers(offset))
    }
}

/// Extents and strides, and the value of each label at its first point.
pub(super) fn resolve<const L: usize, const N: usize>(
    spec: &Spec,
    operands: &dyn Layouts,
    fixed: &[isize],
    ranges: &[Range],
    stretch: &mut dyn FnMut(&mut [usize]),
) -> Result<(Resolved<'static, L, N>, [usize; L]), ShapeError> {
    let mut starts = [0; L];
    let mut known = [UNKNOWN; L];
    for range in ranges {
        starts[range.label as usize] = range.start as usize;
        known[range.label as usize] = range.end.saturating_sub(range.start).max(0) as usize;
        if range.start < 0 {
            return Err(negative_start(spec, range));
        }
    }
    Ok((Resolved::with(spec, operands, fixed, known, stretch)?, starts))
}

/// What the labels of a program came to.
#[inline(always)]
pub(super) fn ground<'a, K: Program, const L: usize, const N: usize>(
    resolved: &'a Resolved<'_, L, N>,
    starts: &'a [usize; L],
    gathers: &'a [Gathered],
) -> Ground<'a> {
    let Resolved { extents, axes, offsets, .. } = resolved;
    Ground { spec: &K::SPEC, passes: &K::PROGRAM, extents, starts, axes, offsets, gathers }
}

/// Stretches extents to those of the targets, where the notation lets it.
pub(super) fn stretch_to_targets(spec: &Spec, passes: &Passes, targets: &dyn TargetLayouts, extents: &mut [usize]) {
    if stretches(spec, passes.outputs) {
        targets.each(&mut |number, shape, _| stretch_to(spec, &passes.outputs[number], shape, extents));
    }
}

/// The labels and strides of the targets, and what their fixed axes add to their places.
fn resolve_targets(
    ground: &Ground<'_>,
    operands: &dyn Layouts,
    targets: &dyn TargetLayouts,
    fixed: &[isize],
    axes: &mut [Axes],
    offsets: &mut [isize],
) -> Result<(), ShapeError> {
    let mut fixed = fixed.iter();
    let mut result = Ok(());
    targets.each(&mut |number, extents, strides| {
        if result.is_ok() {
            let found = (&mut axes[number], &mut offsets[number]);
            result = target_axes(ground, number, (extents, strides), operands, &mut fixed, found);
        }
    });
    result
}

/// Whether an output has axes that may be of another extent than the operands'.
const fn stretches(spec: &Spec, outputs: &[Subscripts]) -> bool {
    let mut output = 0;
    while output < outputs.len() {
        let axes = outputs[output].axes;
        let mut axis = 0;
        while axis < axes.len() {
            if axes[axis] == ELLIPSIS || spec.stretch {
                return true;
            }
            axis += 1;
        }
        output += 1;
    }
    false
}

/// Ellipsis axes of extent 1, or that no operand has, stretch to a target's.
fn stretch_to(spec: &Spec, output: &Subscripts, shape: &[usize], extents: &mut [usize]) {
    for (axis, &extent) in shape.iter().enumerate() {
        let label = output.at(axis, shape.len(), spec.labels.len());
        if label != FIXED && spec.stretches(label) && matches!(extents[label as usize], 1 | UNKNOWN) {
            extents[label as usize] = extent;
        }
    }
}

/// Adds the labels and strides of a target to `axes`, and what its fixed axes add to its place to `offset`.
fn target_axes(
    ground: &Ground<'_>,
    number: usize,
    (extents, strides): (&[usize], &[isize]),
    operands: &dyn Layouts,
    fixed: &mut core::slice::Iter<'_, isize>,
    (axes, offset): (&mut Axes, &mut isize),
) -> Result<(), ShapeError> {
    let Ground { spec, passes, .. } = ground;
    let output = &passes.outputs[number];
    for (axis, (&extent, &stride)) in extents.iter().zip(strides).enumerate() {
        let label = output.at(axis, extents.len(), spec.labels.len());
        if label == FIXED {
            let index = fixed.next().copied().unwrap_or(0);
            *offset += stride * place(spec, output, axis, index, extents)?;
        } else if ground.extents[label as usize] == extent {
            axes.push(label, stride);
        } else {
            return Err(conflict(ground, output, operands, (label, extent), extents));
        }
    }
    Ok(())
}

/// "broadcast: axis `i` has extent 3 in `a` (shape [3, 4]) but 2 in the output `c` (shape [2, 4])"
#[cold]
fn conflict(
    ground: &Ground<'_>,
    output: &Subscripts,
    operands: &dyn Layouts,
    (label, extent): (u8, usize),
    extents: &[usize],
) -> ShapeError {
    let (spec, axes, found) = (ground.spec, ground.axes, ground.extents[label as usize]);
    // An operand whose axis is stretched does not tell the extent.
    let carrier = axes.iter().position(|axes| axes.stride(label).is_some_and(|stride| stride != 0));
    let carrier = carrier.or_else(|| axes.iter().position(|axes| axes.stride(label).is_some()));
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
