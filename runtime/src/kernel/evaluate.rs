//! Running a kernel: a new result, a scalar, or an existing target.
//!
//! One of the rooms in which `unsafe` lives: here what the type checker proved and [`super::resolve`] measured becomes
//! the promise that the engines ask for.

use super::agree::Markers;
use super::bound::Target;
use super::ellipsis::Finished;
use super::gather::{Gathered, gathers};
use super::matrices;
use super::resolve::{Family, KnownExtents, Layouts, Operands, Resolved, UNKNOWN, are_few, operand_text, place};
use super::spec::{FIXED, Kernel, Size, Spec};
use super::term::{Assign, Mode, TermList, Terms};
use crate::array::Uninit;
use crate::element::Element;
use crate::error::ShapeError;
use crate::nest::Axes;
use crate::shape::{Shape, row_major};

/// The shape of a result, from markers.
pub trait ResultShape {
    /// The shape.
    type Shape: Shape;
}

/// The shape of a result without an ellipsis.
#[derive(Clone, Copy)]
pub struct Tuple<M>(pub M);

impl<M: Markers> ResultShape for Tuple<M> {
    type Shape = M::Shape;
}

impl<L> ResultShape for super::ellipsis::List<L>
where
    super::ellipsis::List<L>: Finished,
{
    type Shape = <super::ellipsis::List<L> as Finished>::Shape;
}

pub(super) type ResultOf<X, T, M> = <<X as Operands>::Family as Family>::Result<T, <M as ResultShape>::Shape>;

/// Runs a kernel into a new array, or a nested array where all operands are such.
///
/// # Errors
///
/// When run-time extents differ, a fixed index is out of bounds, or the result would be too large.
// Always inlined where there is an optimiser: of constant extents then nothing is left, wherever the call stands. Without one, the frame of a caller with
// many kernels would outgrow the stack.
#[cfg_attr(debug_assertions, inline)]
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn evaluate<K, X, M, T, C, const L: usize, const N: usize>(
    _: K,
    operands: X,
    fixed: &[isize],
    _: M,
    terms: Terms<T, C>,
) -> Result<ResultOf<X, T, M>, ShapeError>
where
    K: Size<L, N>,
    X: Operands + KnownExtents<K, L>,
    M: ResultShape,
    T: Element,
    C: TermList<T, Assign>,
{
    assert!(operands.in_place_of(&[]), "an operand is read in place of a new result");
    if const { C::MATRICES && matrices::is_product::<K>() } {
        if let Some((dims, shape)) = matrices::loops::<K, X, M::Shape, L>(&operands)? {
            let mut result = Uninit::<T, M::Shape>::new(shape)?;
            // SAFETY: `result` has room for its shape, row-major, and is fresh; operands are views of initialised elements, whose
            // extents and strides the loops have.
            unsafe { matrices::run::<K, X, T, Assign, C, L>(&terms.list, dims, result.as_mut_ptr()) };
            // SAFETY: the term wrote every element.
            return Ok(<X::Family as Family>::finish(unsafe { result.assume_init() }));
        }
        return Err(conflict::<K, X, L, N>(operands));
    }
    if const { !X::DYNAMIC && are_few(&X::KNOWN, K::SPEC.labels.len()) } {
        evaluate_any::<K, X, M, T, C, L, N>(operands, fixed, terms)
    } else {
        evaluate_apart::<K, X, M, T, C, L, N>(operands, fixed, terms)
    }
}

/// [`evaluate_any`] in a function of its own: a function with several kernels would else be so long that it takes minutes to compile.
#[inline(never)]
fn evaluate_apart<K, X, M, T, C, const L: usize, const N: usize>(
    operands: X,
    fixed: &[isize],
    terms: Terms<T, C>,
) -> Result<ResultOf<X, T, M>, ShapeError>
where
    K: Size<L, N>,
    X: Operands + KnownExtents<K, L>,
    M: ResultShape,
    T: Element,
    C: TermList<T, Assign>,
{
    evaluate_any::<K, X, M, T, C, L, N>(operands, fixed, terms)
}

/// [`evaluate`] of what may be no product of matrices.
#[inline]
fn evaluate_any<K, X, M, T, C, const L: usize, const N: usize>(
    operands: X,
    fixed: &[isize],
    terms: Terms<T, C>,
) -> Result<ResultOf<X, T, M>, ShapeError>
where
    K: Size<L, N>,
    X: Operands + KnownExtents<K, L>,
    M: ResultShape,
    T: Element,
    C: TermList<T, Assign>,
{
    if const { C::FLAT && K::SPEC.is_aligned(K::SPEC.output.axes) }
        && let Some(shape) = one_layout::<X, M::Shape>(&operands)
    {
        let mut result = Uninit::<T, M::Shape>::new(shape)?;
        // SAFETY: as below; the operands have the layout of the result.
        unsafe { run_flat::<K, X, T, Assign, C, L>(&terms.list, result.len(), result.as_mut_ptr()) };
        // SAFETY: the term wrote every element.
        return Ok(<X::Family as Family>::finish(unsafe { result.assume_init() }));
    }
    let mut resolved = Resolved::<L, N>::new::<K, X>(&operands, fixed)?;
    let gathers = gathers_of::<K, X>(&operands)?;
    resolved.gathers = &gathers;
    let shape = result_shape::<K, M::Shape>(&resolved.extents)?;
    let mut result = Uninit::<T, M::Shape>::new(shape)?;
    let strides = row_major::<M::Shape>(shape.extents());
    let mut axes = Axes::new();
    output_axes::<K>(&mut axes, M::Shape::RANK, strides.as_ref());
    // SAFETY: `result` has room for its shape, row-major, and is fresh; `Assign` writes every element before any is
    // read. Operands are views of initialised elements, and `resolved` was made from them.
    unsafe { terms.list.run::<K, X, L, N>(&resolved, result.as_mut_ptr(), &axes)? };
    // SAFETY: the first term wrote every element.
    Ok(<X::Family as Family>::finish(unsafe { result.assume_init() }))
}

/// Runs a kernel without output labels.
///
/// # Errors
///
/// As for [`evaluate`].
#[inline]
pub fn evaluate_scalar<K, X, T, C, const L: usize, const N: usize>(
    _: K,
    operands: X,
    fixed: &[isize],
    terms: Terms<T, C>,
) -> Result<T, ShapeError>
where
    K: Size<L, N>,
    X: Operands + KnownExtents<K, L>,
    T: Element,
    C: TermList<T, Assign>,
{
    assert!(operands.in_place_of(&[]), "an operand is read in place of a new result");
    let mut resolved = Resolved::<L, N>::new::<K, X>(&operands, fixed)?;
    let gathers = gathers_of::<K, X>(&operands)?;
    resolved.gathers = &gathers;
    let mut result = T::zero();
    // SAFETY: as in `evaluate`, for one element.
    unsafe { terms.list.run::<K, X, L, N>(&resolved, &raw mut result, &Axes::new())? };
    Ok(result)
}

/// Runs a kernel into an existing target.
///
/// # Errors
///
/// When run-time extents differ, or a fixed index is out of bounds; the target is then unchanged.
// As for `evaluate`.
#[cfg_attr(debug_assertions, inline)]
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn evaluate_into<K, X, S, T, C, Mo, const L: usize, const N: usize>(
    _: K,
    operands: X,
    fixed: &[isize],
    mut target: Target<'_, T, S>,
    fixed_out: &[isize],
    _: Mo,
    terms: Terms<T, C>,
) -> Result<(), ShapeError>
where
    K: Size<L, N>,
    X: Operands + KnownExtents<K, L>,
    S: Shape,
    T: Element,
    Mo: Mode<T>,
    C: TermList<T, Mo>,
{
    assert!(
        operands.in_place_of(&[target.view.view().as_ptr().cast()]),
        "an operand is read in place of another target"
    );
    if const { C::MATRICES && matrices::is_product::<K>() } {
        if matrices::evaluate_into::<K, X, S, T, C, Mo, L>(&operands, &mut target, &terms.list) {
            return Ok(());
        }
        return Err(output_conflict::<K, X, S, L, N>(operands, fixed, target.view.extents()));
    }
    if const { !X::DYNAMIC && are_few(&X::KNOWN, K::SPEC.labels.len()) } {
        evaluate_any_into::<K, X, S, T, C, Mo, L, N>(operands, fixed, target, fixed_out, terms)
    } else {
        evaluate_apart_into::<K, X, S, T, C, Mo, L, N>(operands, fixed, target, fixed_out, terms)
    }
}

/// [`evaluate_any_into`] in a function of its own, as [`evaluate_apart`].
#[inline(never)]
fn evaluate_apart_into<K, X, S, T, C, Mo, const L: usize, const N: usize>(
    operands: X,
    fixed: &[isize],
    target: Target<'_, T, S>,
    fixed_out: &[isize],
    terms: Terms<T, C>,
) -> Result<(), ShapeError>
where
    K: Size<L, N>,
    X: Operands + KnownExtents<K, L>,
    S: Shape,
    T: Element,
    Mo: Mode<T>,
    C: TermList<T, Mo>,
{
    evaluate_any_into::<K, X, S, T, C, Mo, L, N>(operands, fixed, target, fixed_out, terms)
}

/// [`evaluate_into`] of what may be no product of matrices.
#[inline]
fn evaluate_any_into<K, X, S, T, C, Mo, const L: usize, const N: usize>(
    operands: X,
    fixed: &[isize],
    mut target: Target<'_, T, S>,
    fixed_out: &[isize],
    terms: Terms<T, C>,
) -> Result<(), ShapeError>
where
    K: Size<L, N>,
    X: Operands + KnownExtents<K, L>,
    S: Shape,
    T: Element,
    Mo: Mode<T>,
    C: TermList<T, Mo>,
{
    let (extents, strides) = (target.view.extents(), target.view.strides());
    let (extents, strides) = (extents.as_ref(), strides.as_ref());
    if const { C::FLAT && K::SPEC.is_aligned(K::SPEC.output.axes) }
        && let Some(points) = neighbours(extents, strides)
        && operands.are_alike(extents, strides)
    {
        let first = target.view.as_mut_ptr();
        // SAFETY: as below; operands and target are laid out alike.
        unsafe { run_flat::<K, X, T, Mo, C, L>(&terms.list, points, first) };
        return Ok(());
    }
    let mut resolved = Resolved::<L, N>::new::<K, X>(&operands, fixed)?;
    let gathers = gathers_of::<K, X>(&operands)?;
    resolved.gathers = &gathers;
    let spec = &K::SPEC;
    let (mut axes, mut offset, mut fixed_out) = (Axes::new(), 0, fixed_out.iter());
    for (axis, (&extent, &stride)) in extents.iter().zip(strides).enumerate() {
        let label = spec.output.at(axis, extents.len(), spec.labels.len());
        if label == FIXED {
            let index = fixed_out.next().copied().unwrap_or(0);
            offset += stride * place(spec, &spec.output, axis, index, extents)?;
        } else if resolved.extents[label as usize] == extent {
            axes.push(label, stride);
        } else {
            return Err(output_conflict::<K, X, S, L, N>(operands, fixed, target.view.extents()));
        }
    }
    let first = target.view.as_mut_ptr().wrapping_offset(offset);
    // SAFETY: `target` is exclusive, its indices lead to different elements, and its labels have its extents. Operands
    // are views that borrow something else, or `InPlace` of this target (asserted), which the macro reads in the first
    // term only, at the labels at which that term writes.
    unsafe { terms.list.run::<K, X, L, N>(&resolved, first, &axes) }
}

/// Runs the one term of a kernel whose operands are laid out like its output.
///
/// # Safety
///
/// As for [`Term::run_flat`](super::term::Term::run_flat).
#[inline(always)]
unsafe fn run_flat<K, X, T, Mo, C, const L: usize>(terms: &C, points: usize, out: *mut T)
where
    K: Kernel,
    X: Operands + KnownExtents<K, L>,
    C: TermList<T, Mo>,
{
    // SAFETY: the caller's promise.
    unsafe {
        if const { !X::DYNAMIC && are_few(&X::KNOWN, K::SPEC.labels.len()) } {
            terms.run_flat::<true>(points, out);
        } else {
            terms.run_flat::<false>(points, out);
        }
    }
}

/// The shape of a new result that operands are laid out like, where all with axes are laid out alike, row-major.
#[inline(always)]
pub(super) fn one_layout<X: Operands, S: Shape>(operands: &X) -> Option<S> {
    let mut extents = S::Index::default();
    if !operands.first_extents(extents.as_mut()) {
        return None;
    }
    operands.are_alike(extents.as_ref(), row_major::<S>(extents).as_ref()).then(|| S::from_extents(extents.as_ref()))?
}

/// How many elements a target has, where they are neighbours, row by row.
#[inline(always)]
pub(super) fn neighbours(extents: &[usize], strides: &[isize]) -> Option<usize> {
    let (mut points, mut axis, mut dense) = (1, extents.len(), true);
    while axis > 0 {
        axis -= 1;
        dense &= strides[axis] == points as isize;
        points *= extents[axis];
    }
    dense.then_some(points)
}

/// The index arrays of a kernel, checked; of most kernels there are none, and nothing is done.
#[inline(always)]
fn gathers_of<K: Kernel, X: Operands>(operands: &X) -> Result<Vec<Gathered>, ShapeError> {
    if const { K::SPEC.gathers.is_empty() } { Ok(Vec::new()) } else { gathers(&K::SPEC, operands) }
}

/// What a kernel gives.
///
/// A method takes the result out, and not a function: the type that the place of the call expects would reach a function's
/// argument, and rustc would then show the argument where the result is of another type.
pub struct Outcome<T>(pub Result<T, ShapeError>);

impl<T> Outcome<T> {
    /// The result, or a panic with the error at the caller's line.
    #[inline(always)]
    #[track_caller]
    pub fn unwrap(self) -> T {
        crate::error::expect(self.0)
    }
}

/// Nothing, or a panic with the error at the caller's line.
#[inline(always)]
#[track_caller]
pub fn done(result: Result<(), ShapeError>) {
    crate::error::expect(result);
}

/// The shape of a new result.
#[inline(always)]
pub(super) fn result_shape<K: Kernel, S: Shape>(found: &[usize]) -> Result<S, ShapeError> {
    let mut extents = S::Index::default();
    let shape = extents.as_mut();
    let mut axis = 0;
    while axis < S::RANK {
        shape[axis] = found[K::SPEC.output.at(axis, S::RANK, K::SPEC.labels.len()) as usize];
        axis += 1;
    }
    match S::from_extents(shape) {
        Some(shape) => Ok(shape),
        None => Err(other_shape(K::SPEC.name, shape, S::STATIC)),
    }
}

#[cold]
#[inline(never)]
fn other_shape(kernel: &str, shape: &[usize], known: &[Option<usize>]) -> ShapeError {
    ShapeError::new(format!("{kernel}: the result has shape {shape:?}, but its type says {known:?}"))
}

/// The labels and strides of a new result, row-major. (Written in place: as a copy, the compiler would lose sight of them.)
#[inline(always)]
pub(super) fn output_axes<K: Kernel>(axes: &mut Axes, rank: usize, strides: &[isize]) {
    let mut axis = 0;
    while axis < rank {
        axes.push(K::SPEC.output.at(axis, rank, K::SPEC.labels.len()), strides[axis]);
        axis += 1;
    }
}

/// What is wrong with operands that disagree. (They come by value, here and below: the caller's own stay in registers.)
#[cold]
#[inline(never)]
fn conflict<K: Kernel, X: Operands, const L: usize, const N: usize>(operands: X) -> ShapeError {
    match Resolved::<L, N>::with(&K::SPEC, &operands, &[], [UNKNOWN; L], &mut |_| {}) {
        Err(error) => error,
        Ok(_) => unreachable!("the operands agree"),
    }
}

/// What is wrong with operands that disagree with one another, or with an output of these extents.
#[cold]
#[inline(never)]
fn output_conflict<K: Kernel, X: Operands, S: Shape, const L: usize, const N: usize>(
    operands: X,
    fixed: &[isize],
    extents: S::Index,
) -> ShapeError {
    match Resolved::<L, N>::with(&K::SPEC, &operands, fixed, [UNKNOWN; L], &mut |_| {}) {
        Ok(resolved) => other_output(&K::SPEC, &operands, &resolved.extents, &resolved.axes, extents.as_ref()),
        Err(error) => error,
    }
}

/// "einsum: axis `i` has extent 3 in `a` (shape [3, 4]) but 2 in the output `c` (shape [2, 4])"
#[cold]
fn other_output(spec: &Spec, operands: &dyn Layouts, found: &[usize], axes: &[Axes], extents: &[usize]) -> ShapeError {
    let labels = (0..extents.len()).map(|axis| spec.output.at(axis, extents.len(), spec.labels.len()));
    let differs = |&(label, &extent): &(u8, &usize)| label != FIXED && found[label as usize] != extent;
    let Some((label, &extent)) = labels.zip(extents).find(differs) else { unreachable!("the output agrees") };
    let carrier = axes.iter().position(|axes| axes.stride(label).is_some()).unwrap_or(0);
    ShapeError::new(format!(
        "{}: {} has extent {} in {} but {extent} in the output `{}` (shape {extents:?})",
        spec.name,
        spec.label_text(label),
        found[label as usize],
        operand_text(spec, operands, carrier),
        spec.output.name,
    ))
}
