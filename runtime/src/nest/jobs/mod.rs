//! The innermost loops. Each is written once; every copy of a kernel is code to compile, three times over, so that there are few: a fast
//! loop for neighbours, and one for everything else.
//!
//! Loops run a gang at a time; the last gang of a row is loaded and stored in part.

mod dots;
mod gangs;
mod stored;
mod tiles;

pub(super) use dots::{Dots, dot_points, dots_on};
pub(super) use gangs::{Few, Gangs, gangs_on, lanes, streams};
pub(super) use stored::{Pairs, Stored, pairs_on, stored_on};
pub(super) use tiles::{Rows, rows_on};

use core::marker::PhantomData;

use crate::element::Element;
use crate::expr::{Args, Node, wider};
use crate::lanes::{Job, Lanes, Simd, Tier};
use crate::ufunc::GANG;

use super::combine::Combine;

/// Operations of a kernel that are worth more than one copy of it a loop.
const LIGHT: usize = 12;

pub(super) const fn is_light<A: Args, K: Node<A>>() -> bool {
    K::COST <= LIGHT
}

// No closures below: one would not have the target features of the function that it is written in, so that the instructions of
// the tier would be calls in it.

/// What a job works on, `P`, with the types `X` that it is compiled for.
///
/// Safety: what `P` says, for kernels, entries and outputs of these types.
#[repr(transparent)]
struct Typed<P, X>(*const P, PhantomData<X>);

/// A job without its types.
pub(super) type Run<P> = unsafe fn(*const P);

/// The function of a job on a tier.
#[inline(always)]
fn entry<P, X>(tier: Tier) -> Run<P>
where
    Typed<P, X>: Job<Output = ()>,
{
    let typed: unsafe fn(Typed<P, X>) = tier.entry::<Typed<P, X>>();
    // SAFETY: `Typed` is transparent over the pointer that a `Run` takes.
    unsafe { core::mem::transmute::<unsafe fn(Typed<P, X>), Run<P>>(typed) }
}

/// Bytes of the widest number in a kernel.
const fn widest<A: Args, K: Node<A>>() -> usize {
    wider(A::WIDEST, wider(K::WIDEST, K::T::WIDEST))
}

/// Whether there is a gang form in the kernel, which may never end for what is no point of the kernel.
const fn is_gang_form<A: Args, K: Node<A>>() -> bool {
    K::COST >= GANG
}

#[inline(always)]
fn splat<T: Element, S: Simd>(s: S, x: T) -> T::Gang<S> {
    T::Gang::<S>::splat(s, x)
}

/// Strides of one loop, an entry's each.
///
/// # Safety
///
/// There are as many as the list has entries.
#[inline(always)]
unsafe fn steps<A: Args>(strides: *const isize) -> A::Steps {
    let mut next = 0;
    A::steps(&mut || {
        next += 1;
        // SAFETY: one an entry.
        unsafe { strides.add(next - 1).read() }
    })
}

/// A gang of each entry at point `x`, of which the first `count` are wanted; `whole` says that all are.
///
/// # Safety
///
/// They are readable.
#[inline(always)]
unsafe fn load<A: Args, K: Node<A>, S: Simd>(
    s: S,
    args: A,
    along: A::Steps,
    x: usize,
    whole: bool,
    count: usize,
) -> A::Loaded<S> {
    // SAFETY: the caller's promise.
    unsafe {
        if whole {
            args.load(s, along, x as isize)
        } else if const { is_gang_form::<A, K>() } {
            args.load_points(s, along, x as isize, count)
        } else {
            args.load_first(s, along, x as isize, count)
        }
    }
}

/// `tile = (or joined with) value`, for a gang or its first `count` lanes.
///
/// # Safety
///
/// The tile is writable there, and initialised unless `put`; `1 <= count <= LANES`.
#[inline(always)]
unsafe fn join<T: Element, R: Combine<T>, S: Simd>(
    s: S,
    tile: *mut T,
    value: T::Gang<S>,
    put: bool,
    whole: bool,
    count: usize,
) {
    // SAFETY: the caller's promise.
    unsafe {
        match (put, whole) {
            (true, true) => value.store(tile),
            (false, true) => R::join_gang(s, T::Gang::<S>::load(s, tile), value).store(tile),
            (true, false) => value.store_first(tile, count),
            (false, false) => {
                let sum = R::join_gang(s, T::Gang::<S>::load_first(s, tile, count), value);
                sum.store_first(tile, count);
            }
        }
    }
}
