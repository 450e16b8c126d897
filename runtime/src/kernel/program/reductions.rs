//! The reductions of a program, with their types and without.
//!
//! What every `unsafe` below relies on: the invariants of [`super::run`].

use core::any::TypeId;
use core::marker::PhantomData;

use super::super::resolve::Operands;
use super::lines::MOST;
use super::matrices::{Places, contracted, has_matrices, is_sum_of_products};
use super::read::{self, Sources};
use super::reduce::Reduction;
use super::run::{Reads, State};
use super::spec::{Program, Read};
use crate::element::Element;
use crate::expr::{Node, Write};
use crate::nest::{self, Axes, Closing, Combine, Lines, fold_lines, joins_lines};

/// A reduction without its types.
#[derive(Clone, Copy)]
pub struct Reducing {
    reduction: *const (),
    /// How its values are closed.
    closing: *const (),
    run: unsafe fn(*const (), *const (), &State<'_>, usize, *mut u8, &Axes),
}

impl Reducing {
    /// Runs it; it has this number, and writes its values to `out`.
    ///
    /// # Safety
    ///
    /// Invariants 1 and 2; the reduction and its closing live.
    pub(super) unsafe fn run(&self, state: &State<'_>, number: usize, out: *mut u8, out_axes: &Axes) {
        // SAFETY: the caller's promise.
        unsafe { (self.run)(self.reduction, self.closing, state, number, out, out_axes) }
    }
}

/// What is known of a reduction before its extents are.
#[derive(Clone, Copy)]
pub struct About {
    /// Bytes of one value.
    pub(super) size: usize,
    /// The type of a value.
    pub(super) element: TypeId,
    /// Its name, if it has no value over nothing.
    pub(super) without_identity: Option<&'static str>,
    /// Its factors, where it may be a product of matrices.
    pub(super) factors: Option<Places>,
}

/// A list of reductions `(Reduction, Rest)`.
pub trait Reductions {
    /// How many they are.
    const LEN: usize;
    /// The element type of the last one.
    type Last: Element;

    /// What is known of each, in order.
    #[doc(hidden)]
    fn each<K: Program, All: Reductions>(&self, visit: &mut dyn FnMut(About));

    /// Each without its types, in order; `closing` is for the values of the last one.
    #[doc(hidden)]
    fn list<K: Program, All: Reductions, C: Closing<Self::Last>>(&self, closing: &C, push: &mut dyn FnMut(Reducing));

    /// Computes the only one along these lines, and writes its values, closed; whether it has.
    ///
    /// # Safety
    ///
    /// Invariant 1; the program `is_along_lines`, these are its lines, and the outputs are neighbours.
    #[doc(hidden)]
    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run_lines<K: Program, Xs: Operands, C: Closing<Self::Last>>(
        &self,
        _: &C,
        _: &Xs,
        _: Lines,
        _: *mut Self::Last,
    ) -> bool {
        false
    }
}

impl Reductions for () {
    const LEN: usize = 0;
    type Last = bool;

    #[inline(always)]
    fn each<K: Program, All: Reductions>(&self, _: &mut dyn FnMut(About)) {}

    #[inline(always)]
    fn list<K: Program, All: Reductions, C: Closing<bool>>(&self, _: &C, _: &mut dyn FnMut(Reducing)) {}
}

/// What the notation tells of one reduction.
trait Stage: nest::Form {
    /// Whether there is room for a product of matrices.
    const MATRICES: bool;
}

/// The first reduction of `This`, which ends the list `All`.
struct StageOf<K, All, This>(PhantomData<(K, All, This)>);

impl<K: Program, All: Reductions, This: Reductions> nest::Form for StageOf<K, All, This> {
    const SUMS: bool = true;
    const KEEPS: bool = !K::PROGRAM.reductions[All::LEN - This::LEN].kept.is_empty();
}

impl<K: Program, All: Reductions, This: Reductions> Stage for StageOf<K, All, This> {
    const MATRICES: bool = has_matrices(&K::SPEC, &K::PROGRAM, All::LEN - This::LEN);
}

/// What is known of one reduction, whose values are scratch.
#[inline(always)]
fn about<F, T, X, N, R>(reduction: &Reduction<T, X, N, R>) -> About
where
    F: Stage,
    T: Element,
    X: Sources,
    N: Node<X::Args, T = T>,
    R: Combine<T>,
{
    About {
        size: size_of::<T>(),
        element: TypeId::of::<T>(),
        without_identity: R::WITHOUT_IDENTITY,
        factors: if const { F::MATRICES && is_sum_of_products::<X::Args, T, N, R, nest::Set>() } {
            Some(Places::of(&reduction.node))
        } else {
            None
        },
    }
}

impl<T, X, N, R> Reductions for (Reduction<T, X, N, R>, ())
where
    T: Element,
    X: Sources,
    N: Node<X::Args, T = T>,
    R: Combine<T>,
{
    const LEN: usize = 1;
    type Last = T;

    #[inline(always)]
    fn each<K: Program, All: Reductions>(&self, visit: &mut dyn FnMut(About)) {
        visit(about::<StageOf<K, All, Self>, T, X, N, R>(&self.0));
    }

    #[inline(always)]
    fn list<K: Program, All: Reductions, C: Closing<T>>(&self, closing: &C, push: &mut dyn FnMut(Reducing)) {
        push(without_types::<StageOf<K, All, Self>, T, X, N, R, C>(&self.0, closing));
    }

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run_lines<K: Program, Xs: Operands, C: Closing<T>>(
        &self,
        closing: &C,
        operands: &Xs,
        lines: Lines,
        out: *mut T,
    ) -> bool {
        if const { R::IS_EACH || !joins_lines::<X::Args, N, C>() } {
            return false;
        }
        let reduction = &self.0;
        let reads = K::PROGRAM.reductions[0].reads;
        let args = reduction.reads.args(reads, &read::Places { offsets: &[0; MOST], state: None });
        let moves = |at: usize| match reads[at] {
            Read::Operand(number) => operands.has_axes(number as usize),
            // The number of a point.
            _ => true,
        };
        let closing = closing.of(lines.points);
        // SAFETY: the caller's promise: elements are neighbours, or operands have no axes.
        unsafe { fold_lines::<StageOf<K, Self, Self>, _, _, R, C>(&args, &reduction.node, &moves, lines, out, closing) }
    }
}

impl<T, X, N, R, Y, M, Q, V, Rest> Reductions for (Reduction<T, X, N, R>, (Reduction<V, Y, M, Q>, Rest))
where
    T: Element,
    X: Sources,
    N: Node<X::Args, T = T>,
    R: Combine<T>,
    (Reduction<V, Y, M, Q>, Rest): Reductions,
{
    const LEN: usize = 1 + <(Reduction<V, Y, M, Q>, Rest)>::LEN;
    type Last = <(Reduction<V, Y, M, Q>, Rest) as Reductions>::Last;

    #[inline(always)]
    fn each<K: Program, All: Reductions>(&self, visit: &mut dyn FnMut(About)) {
        visit(about::<StageOf<K, All, Self>, T, X, N, R>(&self.0));
        self.1.each::<K, All>(visit);
    }

    #[inline(always)]
    fn list<K: Program, All: Reductions, C: Closing<Self::Last>>(&self, closing: &C, push: &mut dyn FnMut(Reducing)) {
        push(without_types::<StageOf<K, All, Self>, T, X, N, R, nest::Set>(&self.0, &nest::Set));
        self.1.list::<K, All, C>(closing, push);
    }
}

#[inline(always)]
fn without_types<F, T, X, N, R, C>(reduction: &Reduction<T, X, N, R>, closing: &C) -> Reducing
where
    F: Stage,
    T: Element,
    X: Sources,
    N: Node<X::Args, T = T>,
    R: Combine<T>,
    C: Closing<T>,
{
    let closing = core::ptr::from_ref(closing).cast();
    Reducing { reduction: core::ptr::from_ref(reduction).cast(), closing, run: one::<F, T, X, N, R, C> }
}

/// Runs one reduction.
///
/// # Safety
///
/// Invariants 1 and 2; `reduction` and `closing` are of these types, `out` of its values.
unsafe fn one<F, T, X, N, R, C>(
    reduction: *const (),
    closing: *const (),
    state: &State<'_>,
    number: usize,
    out: *mut u8,
    out_axes: &Axes,
) where
    F: Stage,
    T: Element,
    X: Sources,
    N: Node<X::Args, T = T>,
    R: Combine<T>,
    C: Closing<T>,
{
    // SAFETY: the caller's promise: `args` are the places of what `axes` tell.
    unsafe {
        let reduction = &*reduction.cast::<Reduction<T, X, N, R>>();
        let reads = state.reads_of(number);
        let args = state.args(&reduction.reads, reads);
        let axes = Reads { state, reads };
        let node = &reduction.node;
        if const { R::IS_EACH } {
            let (body, out_axes) = (Write(*node, C::Update::default()), core::slice::from_ref(out_axes));
            return nest::map_as::<_, _, _, false>(state.ground.extents, args, &axes, &body, out.cast(), out_axes);
        }
        // What is closed is no product of matrices: the macro leaves these to the body.
        if const { F::MATRICES && C::PLAIN && is_sum_of_products::<X::Args, T, N, R, C::Update>() }
            && contracted::<_, T, N, C::Update>(state.ground.extents, &args, &axes, node, out.cast(), out_axes)
        {
            return;
        }
        let closing = closing.cast::<C>().read().of(state.number(Read::Terms(number as u8)));
        nest::fold::<F, _, _, R, C, _>(state.ground.extents, args, &axes, node, out.cast(), out_axes, closing)
    }
}
