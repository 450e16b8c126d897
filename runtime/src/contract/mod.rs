//! The contraction engine: sums of products, such as `einsum!(a[i, j] * b[j, k] * c[k, l] -> [i, l])`.
//!
//! The order of the pairwise steps comes from [`plan`], which the compiler runs when the extents are constants. Each pair is
//! classified from its labels alone ([`class`]); what is a product of matrices goes to [`gemm`] with the operands' own strides
//! ([`matrix`]), everything else to the loop nest.
//!
//! Products are taken in any order, so the multiplication of an element type is understood to commute.

mod choice;
mod class;
mod explain;
mod gemm;
mod inner;
mod matrix;
mod mixed;
mod pair;
mod path;
mod schedule;
mod steps;

#[cfg(test)]
mod tests;

pub(crate) use choice::{Choice, Needs, choose_path, may_be_matrices, needs};
pub use class::Class;
pub use explain::{ContractionPath, PathStep, explain};
pub use inner::inner_product;
pub use matrix::{Dim, Known};
pub(crate) use mixed::run as run_mixed;
pub use mixed::{AnyFactor, Meets, MixedProduct, RunMixed};
pub use path::{Path, plan};

use crate::element::Element;
use crate::error::ShapeError;
use crate::nest::{self, Axes, AxesRef, Update};

use class::Groups;
use gemm::Limits;
use pair::Term;

/// One operand of a product.
#[derive(Clone, Copy, Debug)]
pub struct Factor<T> {
    /// The element with all labels 0.
    pub ptr: *const T,
    /// Its labels and strides.
    pub axes: Axes,
}

/// `out[labels of out_axes] update= scale * sum over all other labels of the product of the factors`.
///
/// `extents` is indexed by label; `path` is the [`plan`] for these factors. A label that only the output carries repeats the
/// value along it. Two factors need no room of their own, unless one of them is summed over labels of its own first; more need
/// one block for all intermediates.
///
/// # Errors
///
/// Fails if an intermediate does not fit in memory.
///
/// # Panics
///
/// Panics if there are no factors.
///
/// # Safety
///
/// With every label below its extent:
///
/// 1. each factor is readable at the element that its axes name, and the output writable (and initialised where the update
///    reads);
/// 2. two points that differ in a label of the output differ in the output's element;
/// 3. nothing else accesses the output meanwhile. One or two factors may share memory with it where no label is summed and they
///    carry the same labels at the same strides from the same element.
#[inline]
pub unsafe fn product<T: Element, U: Update<T>>(
    extents: &[usize],
    factors: &[Factor<T>],
    path: &Path,
    scale: Option<T>,
    out: *mut T,
    out_axes: &Axes,
    update: U,
) -> Result<(), ShapeError> {
    // SAFETY: the caller's promise.
    unsafe { product_within(extents, factors, path, scale, out, out_axes, update, &Limits::MEASURED) }
}

/// [`product`] of one factor ([`Needs::Sum`]).
///
/// # Safety
///
/// As for [`product`].
#[inline(never)]
pub unsafe fn sum<T: Element, U: Update<T>>(
    extents: &[usize],
    factor: &Factor<T>,
    scale: Option<T>,
    out: *mut T,
    out_axes: &Axes,
    update: U,
) {
    let (axes, out_axes) = (factor.axes.as_ref(), out_axes.as_ref());
    // SAFETY (of each call): the caller's promise.
    if out_axes.set().or(axes.set()).points(extents) == 0 {
        // SAFETY: as above.
        return unsafe { nest::add_nothing(extents, out, out_axes, update) };
    }
    // SAFETY: as above.
    unsafe { pair::single(extents, Term { ptr: factor.ptr, axes }, scale, out, out_axes, update) }
}

/// [`product`] of two factors that is one loop nest ([`Needs::Loops`]).
///
/// # Safety
///
/// As for [`product`].
#[inline(never)]
pub unsafe fn loops<T: Element, U: Update<T>>(
    extents: &[usize],
    factors: &[Factor<T>; 2],
    scale: Option<T>,
    out: *mut T,
    out_axes: &Axes,
    update: U,
) {
    let [left, right] = factors.each_ref().map(|factor| Term { ptr: factor.ptr, axes: factor.axes.as_ref() });
    let out_axes = out_axes.as_ref();
    // SAFETY (of each call): the caller's promise.
    if out_axes.set().or(left.axes.set()).or(right.axes.set()).points(extents) == 0 {
        // SAFETY: as above.
        return unsafe { nest::add_nothing(extents, out, out_axes, update) };
    }
    // SAFETY: as above.
    unsafe { pair::loops(extents, [left, right], scale, out, out_axes, update) }
}

/// [`product`] of two factors that are matrices: `left[i, j] * right[j, k]`, in any order of axes, with the loops over `i`, `j` and `k`.
///
/// Where `E` tells the extents, a small product is straight-line code.
///
/// # Safety
///
/// As for [`product`], of these loops, whose extents are those that `E` tells.
#[inline(always)]
pub unsafe fn matrix_product<T: Element, U: Update<T>, E: Known>(
    dims: [Dim; 3],
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
    update: U,
) {
    let extents = [dims[0].extent, dims[1].extent, dims[2].extent];
    // SAFETY: the caller's promise.
    unsafe {
        // Choices by constants, so that what is not chosen is not compiled.
        if const { is_tiny_constant::<E>() } {
            match scale {
                None => gemm::tiny::<T, U, E>(&dims, left, right, out),
                Some(_) => gemm::tiny_anywhere::<T, U>(&dims, left, right, scale, out),
            }
            return;
        }
        if const { E::EXTENTS.is_none() } && gemm::is_tiny(extents) && scale.is_none() {
            return gemm::tiny_at_run_time::<T, U>(dims, left, right, out);
        }
        larger(dims, left, right, scale, out, update);
    }
}

/// Whether types tell extents, and these are tiny.
const fn is_tiny_constant<E: Known>() -> bool {
    match E::EXTENTS {
        Some(extents) => gemm::is_tiny(extents),
        None => false,
    }
}

/// A product of matrices that is no straight-line code. (The loops come by value: the caller's own stay in registers.)
///
/// # Safety
///
/// As for [`matrix_product`].
#[inline(never)]
unsafe fn larger<T: Element, U: Update<T>>(
    dims: [Dim; 3],
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
    update: U,
) {
    let extents = [dims[0].extent, dims[1].extent, dims[2].extent];
    // SAFETY: the caller's promise.
    unsafe {
        if scale.is_none() && gemm::try_small::<T, U>(&dims, left, right, out) {
            return;
        }
        if extents.contains(&0) {
            gemm::nothing::<T, U>(&dims, out);
        } else if extents.contains(&1) && extents[0].max(extents[1]).max(extents[2]) > 16 {
            thin(&dims, left, right, scale, out, update);
        } else {
            gemm::one::<T, U>(&dims, left, right, scale, out, (&Limits::MEASURED, core::ptr::null_mut()));
        }
    }
}

/// A product of matrices one of which is a vector: memory is what it waits for, and the loop nest knows how to read it.
///
/// # Safety
///
/// As for [`matrix_product`]; no extent is 0.
#[inline(never)]
unsafe fn thin<T: Element, U: Update<T>>(
    [rows, terms, columns]: &[Dim; 3],
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
    update: U,
) {
    let extents = [rows.extent, terms.extent, columns.extent];
    let strides = [[rows.left, terms.left], [terms.right, columns.right], [rows.out, columns.out]];
    let axes = |labels, strides| AxesRef { labels, strides };
    let left = Term { ptr: left, axes: axes(&[0, 1], &strides[0]) };
    let right = Term { ptr: right, axes: axes(&[1, 2], &strides[1]) };
    let out_axes = axes(&[0, 2], &strides[2]);
    let limits = (&Limits::MEASURED, core::ptr::null_mut());
    // SAFETY: the caller's promise.
    unsafe { pair::pair(&extents, [left, right], scale, out, out_axes, update, limits) }
}

/// [`product`] with the limits between its kernels given: tests reach every kernel with few elements.
///
/// # Safety
///
/// As for [`product`].
#[expect(clippy::too_many_arguments, reason = "the factors, their path and the output of one product")]
#[inline]
unsafe fn product_within<T: Element, U: Update<T>>(
    extents: &[usize],
    factors: &[Factor<T>],
    path: &Path,
    scale: Option<T>,
    out: *mut T,
    out_axes: &Axes,
    update: U,
    limits: &Limits,
) -> Result<(), ShapeError> {
    let out_axes = out_axes.as_ref();
    // SAFETY: the caller's promise.
    unsafe { any_product(extents, factors, path, scale, out, out_axes, update, limits) }
}

/// A product that may be anything but one small or plain product of matrices.
///
/// # Safety
///
/// As for [`product`].
#[expect(clippy::too_many_arguments, reason = "the factors, their path and the output of one product")]
#[inline(never)]
unsafe fn any_product<T: Element, U: Update<T>>(
    extents: &[usize],
    factors: &[Factor<T>],
    path: &Path,
    scale: Option<T>,
    out: *mut T,
    out_axes: AxesRef<'_>,
    update: U,
    limits: &Limits,
) -> Result<(), ShapeError> {
    let term = |factor: usize| Term { ptr: factors[factor].ptr, axes: factors[factor].axes.as_ref() };
    let labels = factors.iter().fold(out_axes.set(), |all, factor| all.or(factor.axes.labels()));
    // SAFETY (of each call): the caller's promise.
    if labels.points(extents) == 0 {
        // SAFETY: as above.
        unsafe { nest::add_nothing(extents, out, out_axes, update) };
        return Ok(());
    }
    match factors.len() {
        0 => panic!("a product has at least one factor"),
        // SAFETY: as above.
        1 => unsafe { pair::single(extents, term(0), scale, out, out_axes, update) },
        2 if !sums_first(extents, factors, out_axes) => {
            // SAFETY: as above.
            unsafe {
                pair::pair(extents, [term(0), term(1)], scale, out, out_axes, update, (limits, core::ptr::null_mut()))
            }
        }
        // SAFETY: as above.
        _ => return unsafe { steps::run(extents, factors, path, scale, out, out_axes, update, limits) },
    }
    Ok(())
}

/// Whether one of the two factors is summed over labels of its own before the pair.
#[inline]
fn sums_first<T>(extents: &[usize], factors: &[Factor<T>], out_axes: AxesRef<'_>) -> bool {
    let [left, right] = [0, 1].map(|factor| factors[factor].axes.labels());
    let kept = out_axes.set();
    if left.minus(right).minus(kept).is_empty() && right.minus(left).minus(kept).is_empty() {
        return false;
    }
    let groups = Groups::new(matrix::wide(left, extents), matrix::wide(right, extents), kept);
    groups.sums_left_first() || groups.sums_right_first()
}
