//! The loop nest: any scalar expression over labelled operands, summed over the labels that the output lacks.
//!
//! `einsum!((p[i, k] - q[j, k]).powi(2) -> [i, j])` is three loops. One call builds the table of loops from axes and
//! extents ([`loops`]), fuses and orders it ([`order`]), and walks it ([`walk`]) with an innermost loop ([`inner`]) that is
//! compiled for the access at hand.
//!
//! Sums are halved down to short runs, so that their rounding error grows with the logarithm of their length. The order of
//! additions follows from the extents and the strides alone.

mod axes;
mod combine;
mod fold;
mod gather;
mod hand;
mod jobs;
mod labels;
mod lines;
mod loops;
mod map;
mod order;
mod pack;
mod packed;
mod plan;
mod rows;
mod tile;
mod update;

#[cfg(test)]
pub(crate) mod tests;

pub use axes::Axes;
pub(crate) use axes::{AxesRef, Carriers, Linked};
pub use combine::{Best, BestGang, Combine, Each, Extreme, Extremes, First, Greatest, Least, Product, Side, Sum};
pub(crate) use gather::{AddOffsets, ChosenAxis, CopyEntries, Link};
pub use labels::LabelSet;
pub(crate) use lines::{Lines, fold_lines, joins_lines};
pub(crate) use loops::MAX_LOOPS;
pub(crate) use pack::Copies;
pub use plan::{Access, NestPlan};
pub(crate) use plan::{Planned, plan};
pub use update::{Add, Closing, Divide, Multiply, Set, SetNegated, Subtract, Then, Update};

use crate::element::Element;
use crate::expr::{Args, Body, GangOf, Node, Write, wider};
use crate::lanes::{Lanes, Simd, Tier};

use fold::Joining;
use hand::Hand;
use loops::{Loops, Work};

/// What is known of a nest before its extents are.
pub trait Form {
    /// Whether a label may be summed; where none is, no code for sums is compiled.
    const SUMS: bool;
    /// Whether the output may have labels; where it has none, no code for tiles of it is compiled.
    const KEEPS: bool;
}

/// Any nest.
pub(crate) struct Any;

impl Form for Any {
    const SUMS: bool = true;
    const KEEPS: bool = true;
}

/// The most outputs of one pass.
const MAX_OUTPUTS: usize = 16;

/// The body at each point of the outputs' labels, which the operands do not exceed.
///
/// `extents` is indexed by label. All outputs carry the same labels. Labels that no axes carry do not matter.
///
/// # Safety
///
/// With every label below its extent:
///
/// 1. each operand is readable at the element that its axes name, the outputs writable (and initialised where an update
///    reads), `axes` knows each operand of `args`, and `out_axes` one an output, in order;
/// 2. two points that differ in a label differ in each output's element;
/// 3. nothing else accesses the outputs meanwhile. An operand may share memory with an output where both carry the same labels at the same
///    strides from the same element.
#[inline(always)]
pub(crate) unsafe fn map<A, B>(
    extents: &[usize],
    args: A,
    operands: &[Axes],
    body: &B,
    outs: B::Outs,
    out_axes: &[Axes],
) where
    A: Args,
    B: Body<A>,
{
    // SAFETY: the caller's promise.
    unsafe { map_as::<A, B, _, false>(extents, args, &operands, body, outs, out_axes) }
}

/// The body at `points` neighbours, where each operand steps by 1 or 0; `FEW` as for [`map_as`].
///
/// # Safety
///
/// As for [`map`], with one loop.
#[inline(always)]
pub(crate) unsafe fn map_flat<A: Args, B: Body<A>, const FEW: bool>(
    body: &B,
    args: A,
    step: &impl Fn(usize) -> isize,
    points: usize,
    outs: B::Outs,
) {
    // SAFETY: the caller's promise.
    unsafe { map::flat::<A, B, FEW>(body, args, step, points, outs) }
}

/// [`map`], where `FEW` says that the extents are constants and the points few: then a nest that is one loop over neighbours becomes
/// straight-line code, without a call.
///
/// # Safety
///
/// As for [`map`].
#[inline(always)]
pub(crate) unsafe fn map_as<A, B, C, const FEW: bool>(
    extents: &[usize],
    args: A,
    operands: &C,
    body: &B,
    outs: B::Outs,
    out_axes: &[Axes],
) where
    A: Args,
    B: Body<A>,
    C: Carriers,
{
    if const { FEW }
        && let Some(points) = map::flat_points(extents, operands, out_axes)
    {
        // The same elements in the same order, or one element: strides are 1, or 0.
        let step = |operand| map::flat_step(operands.axes(operand));
        // SAFETY: the caller's promise.
        return unsafe { map::flat::<A, B, true>(body, args, &step, points, outs) };
    }
    // SAFETY: the caller's promise.
    unsafe { table(extents, operands, &mut map::Pass::new::<A, B>(body, &args, outs), out_axes) }
}

/// The strides of operands along one loop over neighbours.
fn flat_steps(operands: &dyn Carriers) -> rows::Table<isize> {
    let mut strides = rows::Table::new(0, operands.count());
    strides.as_mut().iter_mut().enumerate().for_each(|(at, stride)| *stride = map::flat_step(operands.axes(at)));
    strides
}

/// [`map`] by a table of loops.
#[inline(never)]
unsafe fn table(extents: &[usize], operands: &dyn Carriers, pass: &mut map::Pass, out_axes: &[Axes]) {
    if let Some(points) = map::flat_points(extents, operands, out_axes) {
        // SAFETY: the caller's promise; the same elements in the same order, or one element.
        return unsafe { pass.flat(flat_steps(operands).as_mut(), points) };
    }
    let mut loops = Loops::new();
    let mut refs = [AxesRef { labels: &[], strides: &[] }; MAX_OUTPUTS];
    for (at, axes) in refs.iter_mut().zip(out_axes) {
        *at = axes.as_ref();
    }
    if let Work::Points = loops.fill(extents, operands, &refs[..out_axes.len()]) {
        // SAFETY: the loops walk the labels of the operands and the outputs: the caller's promise.
        unsafe { map::run(&mut loops, pass, operands) }
    }
}

/// `out[labels of out_axes] update= join over all other labels of kernel(operands)`, closed.
///
/// `extents` is indexed by label. A label that only `out_axes` carries repeats the value along it. Labels that no axes
/// carry do not matter. Over nothing the value is the identity of `R`.
///
/// # Safety
///
/// As for [`map`], but no operand shares memory with the output, which has labels only where `F::KEEPS`.
#[inline(always)]
pub(crate) unsafe fn fold<F, A, K, R, U, C>(
    extents: &[usize],
    args: A,
    operands: &C,
    kernel: &K,
    out: *mut K::T,
    out_axes: &Axes,
    closing: U,
) where
    F: Form,
    A: Args,
    K: Node<A>,
    R: Combine<K::T>,
    U: Closing<K::T>,
    C: Carriers,
{
    let joining = Joining::new::<F, A, K, R, U>(kernel, None, &closing, Tier::current());
    let keeps = const { F::KEEPS };
    // SAFETY: the caller's promise; the jobs are of these types.
    unsafe { fold_as(extents, &joining, &mut Hand::new(&args), operands, keeps, out.cast(), out_axes.as_ref()) }
}

/// [`fold`] without its types; `keeps` says that the output may have labels.
#[inline(never)]
unsafe fn fold_as(
    extents: &[usize],
    joining: &Joining,
    hand: &mut Hand,
    operands: &dyn Carriers,
    keeps: bool,
    out: *mut u8,
    out_axes: AxesRef<'_>,
) {
    if !keeps && let Some(points) = fold::flat_points(extents, operands) {
        // SAFETY: the caller's promise; the same elements in the same order, or one element.
        return unsafe { fold::flat(joining, hand, flat_steps(operands).as_mut(), points, out) };
    }
    let mut loops = Loops::new();
    // SAFETY: the caller's promise.
    unsafe {
        match loops.fill(extents, operands, &[out_axes]) {
            Work::Nothing => {}
            Work::EmptySum => {
                if let Work::Points = loops.fill(extents, &(&[] as &[Axes]), &[out_axes]) {
                    fold::nothing(joining, &loops, out);
                }
            }
            Work::Points => fold::run(&mut loops, joining, hand, operands, out),
        }
    }
}

/// `out update= sum of kernel` over the labels that the output lacks, if any.
///
/// # Safety
///
/// As for [`fold`]; an operand may share memory with the output, as for [`map`], where no label is summed. Operands carry labels that
/// the output lacks only where `F::SUMS`.
#[inline(always)]
pub(crate) unsafe fn run<F, A, K, U, C>(
    extents: &[usize],
    args: A,
    operands: &C,
    kernel: &K,
    out: *mut K::T,
    out_axes: &Axes,
    update: U,
) where
    F: Form,
    A: Args,
    K: Node<A>,
    U: Update<K::T>,
    C: Carriers,
{
    // SAFETY: the caller's promise.
    unsafe {
        if const { F::SUMS } {
            fold::<F, A, K, Sum, U, _>(extents, args, operands, kernel, out, out_axes, update);
        } else {
            let body = Write(*kernel, update);
            map_as::<A, _, _, false>(extents, args, operands, &body, out, core::slice::from_ref(out_axes));
        }
    }
}

/// [`run`] for any form and operands of any rank, with a factor for the sums: `out update= scale * sum`.
///
/// # Safety
///
/// As for [`run`].
#[expect(clippy::too_many_arguments, reason = "the operands, the kernel and the output of one nest")]
pub(crate) unsafe fn run_scaled<A, K, U>(
    extents: &[usize],
    args: A,
    operands: &[AxesRef<'_>],
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
    let mut loops = Loops::new();
    // SAFETY: the caller's promise.
    unsafe {
        match loops.fill(extents, &operands, &[out_axes]) {
            Work::Nothing => {}
            Work::EmptySum => add_nothing(extents, out, out_axes, update),
            Work::Points if loops.sums() => {
                let joining = Joining::new::<Any, A, K, Sum, U>(kernel, scale.as_ref(), &update, Tier::current());
                fold::run(&mut loops, &joining, &mut Hand::new(&args), &operands, out.cast());
            }
            Work::Points => {
                let body = Write(Scaled(*kernel, scale), update);
                map::run(&mut loops, &mut map::Pass::new::<A, _>(&body, &args, out), &operands);
            }
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
    let (mut loops, nothing) = (Loops::new(), &[] as &[Axes]);
    if let Work::Points = loops.fill(extents, &nothing, &[out_axes]) {
        // SAFETY: the caller's promise; there are no operands.
        unsafe {
            map::run(&mut loops, &mut map::Pass::new::<(), _>(&Write(Value(T::zero()), update), &(), out), &nothing)
        }
    }
}

/// One value for all points.
#[derive(Clone, Copy)]
struct Value<T>(T);

impl<A: Args, T: Element> Node<A> for Value<T> {
    type T = T;
    const WIDEST: usize = T::WIDEST;
    const COST: usize = 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, _: &A::Loaded<S>) -> GangOf<T, S> {
        T::Gang::<S>::splat(s, self.0)
    }
}

/// A kernel times a factor, where there is one.
#[derive(Clone, Copy)]
struct Scaled<K, T>(K, Option<T>);

impl<A: Args, K: Node<A>> Node<A> for Scaled<K, K::T> {
    type T = K::T;
    const WIDEST: usize = wider(K::WIDEST, K::T::WIDEST);
    const COST: usize = K::COST + 1;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &A::Loaded<S>) -> GangOf<K::T, S> {
        let value = self.0.eval(s, loaded);
        match self.1 {
            Some(scale) => K::T::times_gang(s, GangOf::<K::T, S>::splat(s, scale), value),
            None => value,
        }
    }
}
