//! One step: the product of two factors, or the sum of one.

use core::marker::PhantomData;

use crate::element::Element;
use crate::expr::Node;
use crate::lanes::Simd;
use crate::nest::{self, AxesRef, Update};

use super::gemm::{self, Limits};
use super::matrix::Matrices;

/// A factor, or an intermediate.
#[derive(Clone, Copy)]
pub(super) struct Term<'a, T> {
    pub ptr: *const T,
    pub axes: AxesRef<'a>,
}

/// `out update= scale * sum of left * right`. `room` is that of [`gemm::any`].
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
    (limits, room): (&Limits, *mut T),
) {
    if let Some(dims) = Matrices::plain(extents, left.axes, right.axes, out_axes)
        && dims.iter().all(|dim| dim.extent > 1)
    {
        let few = limits.tiny && scale.is_none();
        // SAFETY: the caller's promise, of loops over these labels.
        unsafe {
            if few && gemm::is_tiny([dims[0].extent, dims[1].extent, dims[2].extent]) {
                gemm::tiny_at_run_time::<T, U>(dims, left.ptr, right.ptr, out);
            } else if !few || !gemm::try_small::<T, U>(&dims, left.ptr, right.ptr, out) {
                gemm::one::<T, U>(&dims, left.ptr, right.ptr, scale, out, (limits, room));
            }
        }
        return;
    }
    let mut matrices = Matrices::NONE;
    if matrices.find(extents, left.axes, right.axes, out_axes) {
        let (mut left, mut right) = (left.ptr, right.ptr);
        if matrices.should_turn() {
            matrices.turn();
            (left, right) = (right, left);
        }
        // SAFETY: the caller's promise; the loops of the matrices walk the labels of the terms.
        return unsafe { gemm::any::<T, U>(&matrices, left, right, scale, out, limits, room) };
    }
    // SAFETY: the caller's promise.
    unsafe { loops(extents, [left, right], scale, out, out_axes, update) }
}

/// [`pair`] in one loop nest.
///
/// # Safety
///
/// As for [`pair`].
#[inline]
pub(super) unsafe fn loops<T: Element, U: Update<T>>(
    extents: &[usize],
    [left, right]: [Term<'_, T>; 2],
    scale: Option<T>,
    out: *mut T,
    out_axes: AxesRef<'_>,
    update: U,
) {
    let args = (left.ptr, (right.ptr, ()));
    // SAFETY: the caller's promise.
    unsafe {
        nest::run_scaled(extents, args, &[left.axes, right.axes], &Product(PhantomData), scale, out, out_axes, update)
    }
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
