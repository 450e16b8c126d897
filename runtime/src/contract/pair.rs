//! One step: the product of two factors, or the sum of one.

use core::marker::PhantomData;

use crate::element::Element;
use crate::expr::Node;
use crate::lanes::Simd;
use crate::nest::{self, AxesRef, Update};

use super::gemm;
use super::matrix::{Dim, Matrices};

/// A factor, or an intermediate.
#[derive(Clone, Copy)]
pub(super) struct Term<'a, T> {
    pub ptr: *const T,
    pub axes: AxesRef<'a>,
}

/// Where work goes, by multiplications in a matrix product.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// From this many on `matrixmultiply` is faster than plain loops.
    pub gemm: usize,
    /// Up to this many plain loops are faster than a nest.
    pub small: usize,
}

impl Limits {
    pub const MEASURED: Limits = Limits { gemm: 512, small: 4096 };
}

/// Terms that the plain loops add one after another.
const MAX_SMALL_TERMS: usize = 256;

/// `out update= scale * sum of left * right`.
///
/// # Safety
///
/// The terms are readable and the output writable (readable where the update reads) at each point of their labels below the
/// extents, and the output differs where its labels do. No extent is 0. The output shares no memory with a term, or
/// nothing is summed and they share it as [`nest::run`] allows.
#[inline]
pub(super) unsafe fn pair<T: Element, U: Update<T>>(
    extents: &[usize],
    [left, right]: [Term<'_, T>; 2],
    scale: Option<T>,
    out: *mut T,
    out_axes: AxesRef<'_>,
    update: U,
    limits: Limits,
) {
    // SAFETY (of each call): the caller's promise; the loops of a matrix product walk the labels of the terms.
    if let Some(dims) = Matrices::plain(extents, left.axes, right.axes, out_axes) {
        // SAFETY: as above.
        if unsafe { plain::<T, U>(dims, left.ptr, right.ptr, scale, out, limits) } {
            return;
        }
    } else if let Some(matrices) = Matrices::new(extents, left.axes, right.axes, out_axes) {
        let work = work([matrices.rows, matrices.terms, matrices.columns].map(|dim| dim.extent));
        if gemm::has::<T>() && work >= limits.gemm {
            // SAFETY: as above, and `has` was asked.
            return unsafe { gemm::nested::<T, U>(&matrices, left.ptr, right.ptr, scale, out) };
        } else if work <= limits.small
            && matrices.terms.extent <= MAX_SMALL_TERMS
            && matrices.more_terms.as_slice().is_empty()
        {
            // SAFETY: as above.
            return unsafe { gemm::nested_small::<T, U>(&matrices, left.ptr, right.ptr, scale, out) };
        }
    }
    let args = (left.ptr, (right.ptr, ()));
    // SAFETY: as above.
    unsafe {
        nest::run_scaled(extents, args, &[left.axes, right.axes], &Product(PhantomData), scale, out, out_axes, update)
    }
}

/// One product of matrices, unless a nest is better for it.
///
/// # Safety
///
/// As for [`pair`], of these loops.
#[inline]
pub(super) unsafe fn plain<T: Element, U: Update<T>>(
    dims: [Dim; 3],
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
    limits: Limits,
) -> bool {
    let work = work(dims.map(|dim| dim.extent));
    if gemm::has::<T>() && work >= limits.gemm {
        // SAFETY: the caller's promise, and `has` was asked.
        unsafe { gemm::one::<T, U>(dims, left, right, scale, out) }
    } else if work <= limits.small && dims[1].extent <= MAX_SMALL_TERMS {
        // SAFETY: the caller's promise.
        unsafe { gemm::small::<T, U>(dims, left, right, scale, out) }
    } else {
        return false;
    }
    true
}

#[inline(always)]
fn work(extents: [usize; 3]) -> usize {
    extents.into_iter().fold(1, usize::saturating_mul)
}

/// `out update= scale * sum of term`.
///
/// # Safety
///
/// As for [`pair`], but extents may be 0.
#[inline]
pub(super) unsafe fn single<T: Element, U: Update<T>>(
    extents: &[usize],
    term: Term<'_, T>,
    scale: Option<T>,
    out: *mut T,
    out_axes: AxesRef<'_>,
    update: U,
) {
    // SAFETY: the caller's promise.
    unsafe { nest::run_scaled(extents, (term.ptr, ()), &[term.axes], &Same(PhantomData), scale, out, out_axes, update) }
}

/// The kernel of a sum.
#[derive(Clone, Copy)]
struct Same<T>(PhantomData<T>);

impl<T: Element> Node<(*const T, ())> for Same<T> {
    type T = T;
    const WIDEST: usize = T::WIDEST;
    const COST: usize = 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, _: S, loaded: &(T::Gang<S>, ())) -> T::Gang<S> {
        loaded.0
    }
}

/// The kernel of a pair.
#[derive(Clone, Copy)]
struct Product<T>(PhantomData<T>);

impl<T: Element> Node<(*const T, (*const T, ()))> for Product<T> {
    type T = T;
    const WIDEST: usize = T::WIDEST;
    const COST: usize = 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, &(left, (right, ())): &(T::Gang<S>, (T::Gang<S>, ()))) -> T::Gang<S> {
        T::times_gang(s, left, right)
    }
}
