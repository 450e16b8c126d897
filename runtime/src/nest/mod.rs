//! The loop nest: any scalar expression over labelled operands, summed over the labels that the output lacks.
//!
//! `einsum!((p[i, k] - q[j, k]).powi(2) -> [i, j])` is three loops. One call builds the table of loops from axes and
//! extents ([`loops`]), fuses and orders it ([`order`]), and walks it ([`walk`]) with an innermost loop ([`inner`]) that is
//! compiled for the access at hand.
//!
//! Sums are halved down to short runs, so that their rounding error grows with the logarithm of their length. The order of
//! additions follows from the extents and the strides alone.

mod axes;
mod flat;
mod inner;
mod labels;
mod loops;
mod order;
mod tile;
mod update;
mod walk;

#[cfg(test)]
pub(crate) mod tests;

pub use axes::Axes;
pub(crate) use axes::AxesRef;
pub use labels::LabelSet;
pub(crate) use loops::MAX_LOOPS;
pub use update::{Add, Set, SetNegated, Subtract, Update};

use core::marker::PhantomData;

use crate::element::Element;
use crate::expr::{Args, GangOf, Node};
use crate::lanes::{Lanes, Simd, Tier};

use loops::{Loops, Work};

/// What is known of a nest before its extents are.
pub trait Form {
    /// Whether a label may be summed; where none is, no code for sums is compiled.
    const SUMS: bool;
}

/// Any nest.
pub(crate) struct Any;

impl Form for Any {
    const SUMS: bool = true;
}

/// `out[labels of out_axes] update= sum over all other labels of kernel(operands)`.
///
/// `extents` is indexed by label. A label that only `out_axes` carries repeats the value along it. Labels that no axes
/// carry do not matter. A sum over nothing is zero.
///
/// # Safety
///
/// With every label below its extent:
///
/// 1. each operand is readable at the element that its axes name, the output writable (and initialised where the update
///    reads), and `arg_axes` has one entry an operand of `args`;
/// 2. two points that differ in a label of the output differ in the output's element;
/// 3. nothing else accesses the output meanwhile. An operand may share memory with it where no label is summed and both carry
///    the same labels at the same strides from the same element;
/// 4. the operands carry labels that the output lacks only where `F::SUMS`.
#[inline(always)]
pub unsafe fn run<F, A, K, U>(
    extents: &[usize],
    args: A,
    arg_axes: &[Axes],
    kernel: &K,
    out: *mut K::T,
    out_axes: &Axes,
    update: U,
) where
    F: Form,
    A: Args,
    K: Node<A>,
    U: Update<K::T>,
{
    let axes = |operand: usize| arg_axes[operand].as_ref();
    // SAFETY: the caller's promise.
    unsafe {
        if const { !F::SUMS }
            && let Some(points) = flat::points(extents, arg_axes, out_axes)
        {
            let mut operand = arg_axes.iter();
            // The same elements in the same order, or one element: strides are 1, or 0.
            let steps = A::steps(&mut || operand.next().map_or(0, flat::step));
            return walk::flat::<A, K, U>(kernel, args, steps, points, out, update);
        }
        nest::<F, A, K, U>(extents, args, (arg_axes.len(), &axes), kernel, None, out, out_axes.as_ref(), update);
    }
}

/// [`run`] for any form and operands of any rank, with a factor for the sums: `out update= scale * sum`.
///
/// # Safety
///
/// As for [`run`].
#[expect(clippy::too_many_arguments, reason = "the operands, the kernel and the output of one nest")]
pub(crate) unsafe fn run_scaled<'a, A, K, U>(
    extents: &[usize],
    args: A,
    operands: (usize, &dyn Fn(usize) -> AxesRef<'a>),
    kernel: &K,
    scale: Option<K::T>,
    out: *mut K::T,
    out_axes: AxesRef<'_>,
    update: U,
) where
    A: Args,
    K: Node<A>,
    U: Update<K::T>,
{
    // SAFETY: the caller's promise.
    unsafe { nest::<Any, A, K, U>(extents, args, operands, kernel, scale, out, out_axes, update) }
}

/// The nest as a table of loops.
#[expect(clippy::too_many_arguments, reason = "the operands, the kernel and the output of one nest")]
unsafe fn nest<'a, F, A, K, U>(
    extents: &[usize],
    args: A,
    (operands, axes): (usize, &dyn Fn(usize) -> AxesRef<'a>),
    kernel: &K,
    scale: Option<K::T>,
    out: *mut K::T,
    out_axes: AxesRef<'_>,
    update: U,
) where
    F: Form,
    A: Args,
    K: Node<A>,
    U: Update<K::T>,
{
    let mut loops = Loops::new();
    match loops.fill(extents, operands, axes, out_axes) {
        Work::Nothing => {}
        // SAFETY: the caller's promise.
        Work::EmptySum => unsafe { add_nothing(extents, out, out_axes, update) },
        Work::Points => {
            let order = order::order(&mut loops, tile::fit::<K::T>() > 0);
            // SAFETY: the loops walk the labels of the operands and the output: the caller's promise (1 to 4).
            unsafe { walk::Walk::<F, A, K, U>::new(&loops, &order, kernel, scale, Tier::current()).run(args, out) }
        }
    }
}

/// `out update= 0`: a sum over nothing, whatever factor stands before it.
///
/// # Safety
///
/// As for [`run`], of the output.
#[cold]
pub(crate) unsafe fn add_nothing<T, U>(extents: &[usize], out: *mut T, out_axes: AxesRef<'_>, update: U)
where
    T: Element,
    U: Update<T>,
{
    if !U::READS {
        // SAFETY: the caller's promise; there are no operands, and no label beside the output's.
        unsafe { run_scaled(extents, (), (0, &|_| out_axes), &Zero(PhantomData), None, out, out_axes, update) }
    }
}

/// The kernel of an empty sum.
#[derive(Clone, Copy)]
struct Zero<T>(PhantomData<T>);

impl<A: Args, T: Element> Node<A> for Zero<T> {
    type T = T;
    const WIDEST: usize = T::WIDEST;
    const COST: usize = 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, _: &A::Loaded<S>) -> GangOf<T, S> {
        T::Gang::<S>::splat(s, T::zero())
    }
}
