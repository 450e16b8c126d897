//! The reductions of a program, with their types and without.
//!
//! What every `unsafe` below relies on: the invariants of [`super::run`].

use core::marker::PhantomData;

use super::read::Sources;
use super::reduce::Reduction;
use super::run::{Reads, State};
use super::spec::Program;
use crate::element::Element;
use crate::expr::Node;
use crate::nest::{self, Axes, Combine, Update};

/// A reduction without its types.
#[derive(Clone, Copy)]
pub struct Reducing {
    reduction: *const (),
    run: unsafe fn(*const (), &State<'_>, usize, *mut u8, &Axes),
}

impl Reducing {
    /// Runs it; it has this number, and writes its values to `out`.
    ///
    /// # Safety
    ///
    /// Invariants 1 and 2; the reduction lives.
    pub(super) unsafe fn run(&self, state: &State<'_>, number: usize, out: *mut u8, out_axes: &Axes) {
        // SAFETY: the caller's promise.
        unsafe { (self.run)(self.reduction, state, number, out, out_axes) }
    }
}

/// A list of reductions `(Reduction, Rest)`.
pub trait Reductions {
    /// How many they are.
    const LEN: usize;
    /// The element type of the last one.
    type Last: Element;

    /// Bytes of one value of each, in order, and what has no value over nothing.
    #[doc(hidden)]
    fn each(&self, visit: &mut dyn FnMut(usize, Option<&'static str>));

    /// Each without its types, in order; the values of the last one meet its output as `U` says.
    #[doc(hidden)]
    fn list<K: Program, All: Reductions, U: Update<Self::Last> + Default>(&self, push: &mut dyn FnMut(Reducing));
}

impl Reductions for () {
    const LEN: usize = 0;
    type Last = bool;

    #[inline(always)]
    fn each(&self, _: &mut dyn FnMut(usize, Option<&'static str>)) {}

    #[inline(always)]
    fn list<K: Program, All: Reductions, U: Update<bool> + Default>(&self, _: &mut dyn FnMut(Reducing)) {}
}

/// What is known of a reduction's nest: whether its value has labels.
struct Keeps<K, All, This>(PhantomData<(K, All, This)>);

impl<K: Program, All: Reductions, This: Reductions> nest::Form for Keeps<K, All, This> {
    const SUMS: bool = true;
    const KEEPS: bool = !K::PROGRAM.reductions[All::LEN - This::LEN].kept.is_empty();
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
    fn each(&self, visit: &mut dyn FnMut(usize, Option<&'static str>)) {
        visit(size_of::<T>(), R::WITHOUT_IDENTITY);
    }

    #[inline(always)]
    fn list<K: Program, All: Reductions, U: Update<T> + Default>(&self, push: &mut dyn FnMut(Reducing)) {
        push(without_types::<Keeps<K, All, Self>, T, X, N, R, U>(&self.0));
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
    fn each(&self, visit: &mut dyn FnMut(usize, Option<&'static str>)) {
        visit(size_of::<T>(), R::WITHOUT_IDENTITY);
        self.1.each(visit);
    }

    #[inline(always)]
    fn list<K: Program, All: Reductions, U: Update<Self::Last> + Default>(&self, push: &mut dyn FnMut(Reducing)) {
        push(without_types::<Keeps<K, All, Self>, T, X, N, R, nest::Set>(&self.0));
        self.1.list::<K, All, U>(push);
    }
}

#[inline(always)]
fn without_types<F, T, X, N, R, U>(reduction: &Reduction<T, X, N, R>) -> Reducing
where
    F: nest::Form,
    T: Element,
    X: Sources,
    N: Node<X::Args, T = T>,
    R: Combine<T>,
    U: Update<T> + Default,
{
    Reducing { reduction: core::ptr::from_ref(reduction).cast(), run: one::<F, T, X, N, R, U> }
}

/// Runs one reduction.
///
/// # Safety
///
/// Invariants 1 and 2; `reduction` is one of these types, `out` of its values.
unsafe fn one<F, T, X, N, R, U>(reduction: *const (), state: &State<'_>, number: usize, out: *mut u8, out_axes: &Axes)
where
    F: nest::Form,
    T: Element,
    X: Sources,
    N: Node<X::Args, T = T>,
    R: Combine<T>,
    U: Update<T> + Default,
{
    // SAFETY: the caller's promise: `args` are the places of what `axes` tell.
    unsafe {
        let reduction = &*reduction.cast::<Reduction<T, X, N, R>>();
        let reads = state.reads_of(number);
        let args = state.args(&reduction.reads, reads);
        let axes = Reads { state, reads };
        let (node, update) = (&reduction.node, U::default());
        nest::fold::<F, _, _, R, U, _>(state.ground.extents, args, &axes, node, out.cast(), out_axes, update)
    }
}
