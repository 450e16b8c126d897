//! Products of matrices: by `matrixmultiply` where it has the type and the size pays, by plain loops where not.
//!
//! What every `unsafe` below relies on:
//!
//! 1. Each participant is valid at every combination of indices below the extents of the loops that are passed along with it.
//! 2. The output differs at any two points that differ in a row, a column or an outside loop, and nothing else accesses it.
//! 3. `T` is the type that a branch is for: `TypeId` says so, and the pointers are cast to that same type.

mod small;

use core::any::TypeId;

use num_complex::Complex;

use crate::element::Element;
use crate::nest::Update;

use super::matrix::{Dim, Matrices};

pub(super) use small::multiply as small;

/// How the product meets the output: `out = beta * out + alpha * product`, where a `beta` of 0 never reads.
#[derive(Clone, Copy)]
struct Weights<T> {
    scale: Option<T>,
    negates: bool,
    reads: bool,
}

/// Whether `matrixmultiply` computes with this type.
#[inline(always)]
pub(super) fn has<T: 'static>() -> bool {
    let id = TypeId::of::<T>();
    id == TypeId::of::<f64>()
        || id == TypeId::of::<f32>()
        || id == TypeId::of::<Complex<f64>>()
        || id == TypeId::of::<Complex<f32>>()
}

/// One matrix product.
///
/// # Safety
///
/// Invariants 1 and 2, and [`has::<T>()`].
pub(super) unsafe fn one<T: Element, U: Update<T>>(
    [rows, terms, columns]: [Dim; 3],
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
) {
    let weights = Weights { scale, negates: U::NEGATES, reads: U::READS };
    // SAFETY: the caller's promise.
    unsafe { multiply([rows, terms, columns], left, right, weights, out) }
}

/// A matrix product at each point of the loops outside.
///
/// # Safety
///
/// Invariants 1 and 2, and [`has::<T>()`].
pub(super) unsafe fn nested<T: Element, U: Update<T>>(
    matrices: &Matrices,
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
) {
    let dims = [matrices.rows, matrices.terms, matrices.columns];
    // SAFETY: `for_each` goes to points of these loops (1). Terms after the first are added to what is there.
    unsafe {
        for_each(matrices.outside.as_slice(), [0; 3], &mut |[l, r, o]| {
            let mut reads = U::READS;
            let (left, right, out) = (left.offset(l), right.offset(r), out.offset(o));
            for_each(matrices.more_terms.as_slice(), [0; 3], &mut |[l, r, _]| {
                let weights = Weights { scale, negates: U::NEGATES, reads };
                multiply(dims, left.offset(l), right.offset(r), weights, out);
                reads = true;
            });
        });
    }
}

/// A small matrix product at each point of the loops outside; there are no more terms than the matrices'.
///
/// # Safety
///
/// Invariants 1 and 2.
pub(super) unsafe fn nested_small<T: Element, U: Update<T>>(
    matrices: &Matrices,
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
) {
    let dims = [matrices.rows, matrices.terms, matrices.columns];
    debug_assert!(matrices.more_terms.as_slice().is_empty());
    // SAFETY: `for_each` goes to points of these loops (1).
    unsafe {
        for_each(matrices.outside.as_slice(), [0; 3], &mut |[l, r, o]| {
            small::<T, U>(dims, left.offset(l), right.offset(r), scale, out.offset(o));
        });
    }
}

/// Calls `visit` with the offsets of each point of the loops: left, right, out.
fn for_each(dims: &[Dim], at: [isize; 3], visit: &mut impl FnMut([isize; 3])) {
    let Some((dim, inner)) = dims.split_first() else { return visit(at) };
    for index in 0..dim.extent as isize {
        let at = [at[0] + dim.left * index, at[1] + dim.right * index, at[2] + dim.out * index];
        for_each(inner, at, visit);
    }
}

unsafe fn multiply<T: Element>(
    mut dims: [Dim; 3],
    mut left: *const T,
    mut right: *const T,
    weights: Weights<T>,
    out: *mut T,
) {
    // An output with neighbours along its columns is written as the transpose of a row-major one: 2 to 3 percent faster
    // for f64, equal for the other types. These types' products commute.
    if dims[0].out == 1 {
        dims.swap(0, 2);
        dims = dims.map(|dim| Dim { left: dim.right, right: dim.left, ..dim });
        (left, right) = (right, left);
    }
    let [rows, terms, columns] = dims;
    let (m, k, n) = (rows.extent, terms.extent, columns.extent);
    let id = TypeId::of::<T>();
    macro_rules! branch {
        ($Elem:ty, $raw:ty, |$alpha:ident, $beta:ident, $a:ident, $b:ident, $c:ident| $call:expr) => {
            if id == TypeId::of::<$Elem>() {
                // SAFETY: `T` is this type (3).
                let scale = weights.scale.map(|scale| unsafe { core::mem::transmute_copy::<T, $Elem>(&scale) });
                let scale = scale.unwrap_or(<$Elem as Element>::one());
                let $alpha: $Elem = if weights.negates { scale.negated() } else { scale };
                let $beta: $Elem = if weights.reads { Element::one() } else { Element::zero() };
                let ($a, $b, $c) = (left.cast::<$raw>(), right.cast::<$raw>(), out.cast::<$raw>());
                // SAFETY: the matrices are valid (1), the output's elements are distinct (2), and of this type (3).
                return unsafe { $call };
            }
        };
    }
    branch!(f64, f64, |alpha, beta, a, b, c| matrixmultiply::dgemm(
        m,
        k,
        n,
        alpha,
        a,
        rows.left,
        terms.left,
        b,
        terms.right,
        columns.right,
        beta,
        c,
        rows.out,
        columns.out
    ));
    branch!(f32, f32, |alpha, beta, a, b, c| matrixmultiply::sgemm(
        m,
        k,
        n,
        alpha,
        a,
        rows.left,
        terms.left,
        b,
        terms.right,
        columns.right,
        beta,
        c,
        rows.out,
        columns.out
    ));
    const AS_IS: matrixmultiply::CGemmOption = matrixmultiply::CGemmOption::Standard;
    branch!(Complex<f64>, [f64; 2], |alpha, beta, a, b, c| matrixmultiply::zgemm(
        AS_IS,
        AS_IS,
        m,
        k,
        n,
        [alpha.re, alpha.im],
        a,
        rows.left,
        terms.left,
        b,
        terms.right,
        columns.right,
        [beta.re, beta.im],
        c,
        rows.out,
        columns.out
    ));
    branch!(Complex<f32>, [f32; 2], |alpha, beta, a, b, c| matrixmultiply::cgemm(
        AS_IS,
        AS_IS,
        m,
        k,
        n,
        [alpha.re, alpha.im],
        a,
        rows.left,
        terms.left,
        b,
        terms.right,
        columns.right,
        [beta.re, beta.im],
        c,
        rows.out,
        columns.out
    ));
    unreachable!("`has` is asked first")
}
