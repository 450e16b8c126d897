//! The innermost loops. Each is written once and compiled for the accesses that are worth it.
//!
//! A tile is a slice that nothing else points into, so loops over it become vector code also where the output is one of
//! the operands.

use core::mem::MaybeUninit;

use crate::element::Element;
use crate::expr::{Args, Node};

use super::update::Update;

/// How the operands are walked by the innermost loop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Access {
    /// Each with stride 1: `i,i->i`.
    Unit,
    /// The first with stride 1, the others stand: `j` of `ij,i->ij`.
    First,
    /// The second with stride 1, the others stand: `k` of `ij,jk->ik`.
    Second,
    /// Anything else.
    Strided,
}

impl Access {
    pub fn of(strides: &[isize]) -> Self {
        let only = |moving| strides.iter().enumerate().all(|(at, &stride)| stride == isize::from(at == moving));
        if strides.iter().all(|&stride| stride == 1) {
            Access::Unit
        } else if only(0) {
            Access::First
        } else if only(1) {
            Access::Second
        } else {
            Access::Strided
        }
    }
}

/// Calls `$loop` with steps that are constants where the access is known.
macro_rules! specialised {
    ($access:expr, $steps:expr, |$s:ident| $loop:expr) => {
        match $access {
            Access::Unit => {
                let $s = constant_steps::<A>(|_| 1);
                $loop
            }
            Access::First => {
                let $s = constant_steps::<A>(|at| isize::from(at == 0));
                $loop
            }
            Access::Second => {
                let $s = constant_steps::<A>(|at| isize::from(at == 1));
                $loop
            }
            Access::Strided => {
                let $s = $steps;
                $loop
            }
        }
    };
}

#[inline(always)]
fn constant_steps<A: Args>(stride: impl Fn(usize) -> isize) -> A::Steps {
    let mut at = 0;
    A::steps(&mut || {
        at += 1;
        stride(at - 1)
    })
}

/// Steps along a loop.
#[derive(Clone, Copy)]
pub(super) struct Along<S> {
    pub steps: S,
    pub access: Access,
}

/// `tile[x] = (or +=) sum of kernel at i, x over i < count`.
///
/// # Safety
///
/// The operands are readable at every `i` and `x`; the tile is initialised unless `put`; `count` is not 0.
pub(super) unsafe fn add_to_tile<A, K>(
    kernel: &K,
    args: A,
    (summed, count): (A::Steps, usize),
    along: Along<A::Steps>,
    tile: &mut [MaybeUninit<K::T>],
    put: bool,
) where
    A: Args,
    K: Node<A::Loaded>,
    K::T: Element,
{
    // SAFETY: the caller's promise.
    unsafe {
        specialised!(along.access, along.steps, |steps| add_rows(kernel, args, (summed, count), steps, tile, put))
    }
}

#[inline(always)]
unsafe fn add_rows<A, K>(
    kernel: &K,
    args: A,
    (summed, count): (A::Steps, usize),
    steps: A::Steps,
    tile: &mut [MaybeUninit<K::T>],
    put: bool,
) where
    A: Args,
    K: Node<A::Loaded>,
    K::T: Element,
{
    let mut row = 0;
    // SAFETY: for each block below, the operands are readable at these rows and points (the caller's promise), and the
    // tile is initialised by then: by the caller, or by the first block.
    unsafe {
        if put {
            for (x, element) in tile.iter_mut().enumerate() {
                element.write(kernel.eval(&args.load(steps, x as isize)));
            }
            row = 1;
        }
        // Four rows at once: a quarter of the loads and stores of the tile.
        while row + 4 <= count {
            let at = |n: usize| args.advance(summed, (row + n) as isize);
            let (a, b, c, d) = (at(0), at(1), at(2), at(3));
            for (x, element) in tile.iter_mut().enumerate() {
                let value = |args: A| kernel.eval(&args.load(steps, x as isize));
                let sum = value(a).plus(value(b)).plus(value(c).plus(value(d)));
                element.write(element.assume_init().plus(sum));
            }
            row += 4;
        }
        while row < count {
            let args = args.advance(summed, row as isize);
            for (x, element) in tile.iter_mut().enumerate() {
                element.write(element.assume_init().plus(kernel.eval(&args.load(steps, x as isize))));
            }
            row += 1;
        }
    }
}

/// Accumulators of a sum along a loop.
pub(super) const LANES: usize = 16;

/// The sum of `kernel` over `count` points.
///
/// # Safety
///
/// The operands are readable at each of the points.
pub(super) unsafe fn dot<A, K>(kernel: &K, args: A, along: Along<A::Steps>, count: usize) -> K::T
where
    A: Args,
    K: Node<A::Loaded>,
    K::T: Element,
{
    // SAFETY: the caller's promise.
    unsafe { specialised!(along.access, along.steps, |steps| dot_lanes(kernel, args, steps, count)) }
}

#[inline(always)]
unsafe fn dot_lanes<A, K>(kernel: &K, args: A, steps: A::Steps, count: usize) -> K::T
where
    A: Args,
    K: Node<A::Loaded>,
    K::T: Element,
{
    // SAFETY: `point < count` in each call: the caller's promise.
    let value = |point: usize| unsafe { kernel.eval(&args.load(steps, point as isize)) };
    if count < LANES {
        return (0..count).fold(K::T::zero(), |sum, point| sum.plus(value(point)));
    }
    let mut lanes = [K::T::zero(); LANES];
    let whole = count - count % LANES;
    for first in (0..whole).step_by(LANES) {
        for (lane, sum) in lanes.iter_mut().enumerate() {
            *sum = sum.plus(value(first + lane));
        }
    }
    for point in whole..count {
        lanes[point - whole] = lanes[point - whole].plus(value(point));
    }
    let mut width = LANES / 2;
    while width > 0 {
        for lane in 0..width {
            lanes[lane] = lanes[lane].plus(lanes[lane + width]);
        }
        width /= 2;
    }
    lanes[0]
}

/// `tile[x] += other[x]`.
///
/// # Safety
///
/// Both are initialised.
pub(super) unsafe fn add_tiles<T: Element>(tile: &mut [MaybeUninit<T>], other: &[MaybeUninit<T>]) {
    for (element, other) in tile.iter_mut().zip(other) {
        // SAFETY: the caller's promise.
        unsafe { element.write(element.assume_init().plus(other.assume_init())) };
    }
}

/// `out[x * stride] update= scale * tile[x]`.
///
/// # Safety
///
/// The tile is initialised; the output is writable at each point, and readable where the update reads.
pub(super) unsafe fn store<T: Element, U: Update<T>>(
    tile: &mut [MaybeUninit<T>],
    scale: Option<T>,
    out: *mut T,
    stride: isize,
) {
    if let Some(scale) = scale {
        for element in tile.iter_mut() {
            // SAFETY: the tile is initialised.
            element.write(scale.times(unsafe { element.assume_init() }));
        }
    }
    // SAFETY: the caller's promise.
    let element =
        |x: usize, stride: isize| unsafe { update::<T, U>(out.offset(x as isize * stride), tile[x].assume_init()) };
    if stride == 1 {
        (0..tile.len()).for_each(|x| element(x, 1));
    } else {
        (0..tile.len()).for_each(|x| element(x, stride));
    }
}

/// `out update= value`.
///
/// # Safety
///
/// The output is writable, and readable where the update reads.
#[inline(always)]
pub(super) unsafe fn update<T: Copy, U: Update<T>>(out: *mut T, value: T) {
    // SAFETY: the caller's promise.
    unsafe {
        let old = if U::READS { out.read() } else { value };
        out.write(U::apply(old, value));
    }
}
