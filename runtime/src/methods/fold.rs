//! The one place where methods call the loop nest.

use crate::array::{Array, Uninit};
use crate::error::{ShapeError, expect};
use crate::expr::{Args, Node, Write};
use crate::nest::{self, Axes, Combine, Lines, Set};
use crate::reduce::{kept, out_strides};
use crate::shape::Shape;
use crate::view::View;

/// The axes of an operand with these strides: the label of an axis is its number.
pub(super) fn axes(strides: &[isize]) -> Axes {
    axes_without(strides, 0)
}

/// The same without the axes in `bits`.
pub(super) fn axes_without(strides: &[isize], bits: u8) -> Axes {
    let mut axes = Axes::new();
    for (axis, &stride) in strides.iter().enumerate().filter(|&(axis, _)| bits >> axis & 1 == 0) {
        axes.push(axis as u8, stride);
    }
    axes
}

/// The values of a kernel, joined over the axes in `bits`; over nothing, the identity of `C`.
///
/// # Safety
///
/// The operands are readable at each index below the extents of `shape`, of which `operands` says what each steps along.
pub(super) unsafe fn fold<A, K, C, S, R>(shape: S, bits: u8, args: A, operands: &[Axes], kernel: &K) -> Array<K::T, R>
where
    A: Args,
    K: Node<A>,
    C: Combine<K::T>,
    S: Shape,
    R: Shape,
{
    let mut out = expect(Uninit::<K::T, R>::new(kept::<S, R>(shape, bits)));
    let out_axes = axes_without(out_strides(shape, bits).as_ref(), bits);
    // SAFETY: the caller's promise; the output is new, has the kept extents, row-major, and is written whole.
    unsafe {
        nest::fold::<nest::Any, A, K, C, Set, _>(
            shape.extents().as_ref(),
            args,
            &operands,
            kernel,
            out.as_mut_ptr(),
            &out_axes,
            Set,
        );
        out.assume_init()
    }
}

/// The lines that the last axes of a view make, where they are those in `bits` and its elements are neighbours.
fn lines<T, S: Shape>(x: View<'_, T, S>, bits: u8) -> Option<Lines> {
    let kept = S::RANK - bits.count_ones() as usize;
    if bits >> kept << kept != bits || !x.is_contiguous() {
        return None;
    }
    let points = x.extents().as_ref()[kept..].iter().product();
    (points != 0).then(|| Lines { count: x.len() / points, points })
}

/// [`fold`] of one view.
pub(super) fn fold_view<T, K, C, S, R>(x: View<'_, T, S>, bits: u8, kernel: &K) -> Array<K::T, R>
where
    T: crate::element::Element,
    K: Node<(*const T, ())>,
    C: Combine<K::T>,
    S: Shape,
    R: Shape,
{
    if let Some(lines) = lines(x, bits) {
        let mut out = expect(Uninit::<K::T, R>::new(kept::<S, R>(x.shape(), bits)));
        let args = (x.as_ptr(), ());
        // SAFETY: a view's elements, which are neighbours, line after line; the output is new, one element a line, and was written where this says so.
        unsafe {
            if nest::fold_lines::<nest::Any, _, K, C, Set>(&args, kernel, &|_| true, lines, out.as_mut_ptr(), Set) {
                return out.assume_init();
            }
        }
    }
    // SAFETY: a view's elements are readable at each index.
    unsafe { fold::<_, K, C, S, R>(x.shape(), bits, (x.as_ptr(), ()), &[axes(x.strides().as_ref())], kernel) }
}

/// The values of a kernel over operands of one shape.
///
/// # Safety
///
/// As for [`fold`].
pub(super) unsafe fn map<A, K, S>(shape: S, args: A, operands: &[Axes], kernel: K) -> Result<Array<K::T, S>, ShapeError>
where
    A: Args,
    K: Node<A>,
    S: Shape,
{
    let mut out = Uninit::<K::T, S>::new(shape)?;
    let out_axes = axes(out_strides(shape, 0).as_ref());
    // SAFETY: as in `fold`.
    unsafe {
        let body = Write(kernel, Set);
        nest::map(shape.extents().as_ref(), args, operands, &body, out.as_mut_ptr(), &[out_axes]);
        Ok(out.assume_init())
    }
}

/// The first axis among those in `bits` along which there is nothing.
pub(super) fn empty_axis<S: Shape>(shape: S, bits: u8) -> Option<usize> {
    shape.extents().as_ref().iter().enumerate().position(|(axis, &extent)| bits >> axis & 1 == 1 && extent == 0)
}

/// How many elements the axes in `bits` have together.
pub(super) fn count<S: Shape>(shape: S, bits: u8) -> usize {
    let extents = shape.extents();
    (0..S::RANK).filter(|axis| bits >> axis & 1 == 1).map(|axis| extents.as_ref()[axis]).product()
}

/// Panics where there is nothing to choose from.
#[track_caller]
pub(super) fn some_of<S: Shape>(name: &str, shape: S, bits: u8) {
    if let Some(axis) = empty_axis(shape, bits) {
        ShapeError::new(format!(
            "`{name}` of nothing: axis {axis} of shape {:?} has extent 0",
            shape.extents().as_ref()
        ))
        .raise()
    }
}
