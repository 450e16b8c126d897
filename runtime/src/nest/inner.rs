//! The innermost loops. Each is written once and compiled for the accesses, and the tiers, that are worth it.
//!
//! A tile is a slice that nothing else points into, so loops over it become vector code also where the output is one of
//! the operands.

use core::marker::PhantomData;
use core::mem::MaybeUninit;

use crate::element::Element;
use crate::expr::{Args, Node};

use super::tier::Job;
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

/// Steps along a loop.
#[derive(Clone, Copy)]
pub(super) struct Along<S> {
    pub steps: S,
    pub access: Access,
}

/// Evaluates `$loop` with the steps along a loop: constants where the access is known.
macro_rules! specialised {
    ($along:expr, |$steps:ident| $loop:expr) => {
        match $along.access {
            Access::Unit => {
                let $steps = constant_steps::<A>(|_| 1);
                $loop
            }
            Access::First => {
                let $steps = constant_steps::<A>(|at| isize::from(at == 0));
                $loop
            }
            Access::Second => {
                let $steps = constant_steps::<A>(|at| isize::from(at == 1));
                $loop
            }
            Access::Strided => {
                let $steps = $along.steps;
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

/// `tile[x] = (or +=) sum of the kernel at row i and point x, over i < rows`.
///
/// Safety: the operands are readable at each row and point; the tile is initialised unless `put`; there is a row.
pub(super) struct AddRows<'a, A: Args, K: Node<A::Loaded>> {
    pub kernel: &'a K,
    pub args: A,
    pub down: A::Steps,
    pub rows: usize,
    pub along: Along<A::Steps>,
    pub tile: &'a mut [MaybeUninit<K::T>],
    pub put: bool,
}

impl<A: Args, K: Node<A::Loaded>> Job for AddRows<'_, A, K>
where
    K::T: Element,
{
    type Output = ();

    #[inline(always)]
    unsafe fn run(self) {
        let AddRows { kernel, args, down, rows, along, tile, put } = self;
        // SAFETY: the caller's promise.
        unsafe { specialised!(along, |steps| add_rows(kernel, args, (down, rows), steps, tile, put)) }
    }
}

#[inline(always)]
unsafe fn add_rows<A: Args, K: Node<A::Loaded>>(
    kernel: &K,
    args: A,
    (down, rows): (A::Steps, usize),
    steps: A::Steps,
    tile: &mut [MaybeUninit<K::T>],
    put: bool,
) where
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
        while row + 4 <= rows {
            let at = |n: usize| args.advance(down, (row + n) as isize);
            let (a, b, c, d) = (at(0), at(1), at(2), at(3));
            for (x, element) in tile.iter_mut().enumerate() {
                let value = |args: A| kernel.eval(&args.load(steps, x as isize));
                let sum = value(a).plus(value(b)).plus(value(c).plus(value(d)));
                element.write(element.assume_init().plus(sum));
            }
            row += 4;
        }
        while row < rows {
            let args = args.advance(down, row as isize);
            for (x, element) in tile.iter_mut().enumerate() {
                element.write(element.assume_init().plus(kernel.eval(&args.load(steps, x as isize))));
            }
            row += 1;
        }
    }
}

/// Accumulators of a sum along a loop.
pub(super) const LANES: usize = 16;

/// The sum of the kernel over `points`.
///
/// Safety: the operands are readable at each of them.
pub(super) struct Dot<'a, A: Args, K: Node<A::Loaded>> {
    pub kernel: &'a K,
    pub args: A,
    pub along: Along<A::Steps>,
    pub points: usize,
}

impl<A: Args, K: Node<A::Loaded>> Job for Dot<'_, A, K>
where
    K::T: Element,
{
    type Output = K::T;

    #[inline(always)]
    unsafe fn run(self) -> K::T {
        let Dot { kernel, args, along, points } = self;
        // SAFETY: the caller's promise.
        unsafe { specialised!(along, |steps| dot(kernel, args, steps, points)) }
    }
}

#[inline(always)]
unsafe fn dot<A: Args, K: Node<A::Loaded>>(kernel: &K, args: A, steps: A::Steps, points: usize) -> K::T
where
    K::T: Element,
{
    // SAFETY: `point < points` in each call: the caller's promise.
    let value = |point: usize| unsafe { kernel.eval(&args.load(steps, point as isize)) };
    if points < LANES {
        return (0..points).fold(K::T::zero(), |sum, point| sum.plus(value(point)));
    }
    let mut lanes = [K::T::zero(); LANES];
    let whole = points - points % LANES;
    for first in (0..whole).step_by(LANES) {
        for (lane, sum) in lanes.iter_mut().enumerate() {
            *sum = sum.plus(value(first + lane));
        }
    }
    for point in whole..points {
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

/// `tile[y * width + x] = the kernel at row y and point x`, loaded along the rows, where an operand has neighbours.
///
/// Safety: the operands are readable at each row and point; the tile has `width * height` elements.
pub(super) struct LoadTransposed<'a, A: Args, K: Node<A::Loaded>> {
    pub kernel: &'a K,
    pub args: A,
    pub across: A::Steps,
    pub width: usize,
    pub down: Along<A::Steps>,
    pub height: usize,
    pub tile: &'a mut [MaybeUninit<K::T>],
}

impl<A: Args, K: Node<A::Loaded>> Job for LoadTransposed<'_, A, K> {
    type Output = ();

    #[inline(always)]
    unsafe fn run(self) {
        let LoadTransposed { kernel, args, across, width, down, height, tile } = self;
        let mut load = |down: A::Steps| {
            for x in 0..width {
                for y in 0..height {
                    // SAFETY: the caller's promise.
                    let loaded = unsafe { args.advance(across, x as isize).load(down, y as isize) };
                    tile[y * width + x].write(kernel.eval(&loaded));
                }
            }
        };
        specialised!(down, |steps| load(steps));
    }
}

/// `tile[x] += other[x]`.
///
/// Safety: both are initialised.
pub(super) struct AddTiles<'a, T> {
    pub tile: &'a mut [MaybeUninit<T>],
    pub other: &'a [MaybeUninit<T>],
}

impl<T: Element> Job for AddTiles<'_, T> {
    type Output = ();

    #[inline(always)]
    unsafe fn run(self) {
        for (element, other) in self.tile.iter_mut().zip(self.other) {
            // SAFETY: the caller's promise.
            unsafe { element.write(element.assume_init().plus(other.assume_init())) };
        }
    }
}

/// `out[x * stride] update= scale * tile[x]`.
///
/// Safety: the tile is initialised; the output is writable at each point, and readable where the update reads.
pub(super) struct Store<'a, T, U> {
    pub tile: &'a mut [MaybeUninit<T>],
    pub scale: Option<T>,
    pub out: *mut T,
    pub stride: isize,
    pub update: PhantomData<U>,
}

impl<T: Element, U: Update<T>> Job for Store<'_, T, U> {
    type Output = ();

    #[inline(always)]
    unsafe fn run(self) {
        let Store { tile, scale, out, stride, .. } = self;
        if let Some(scale) = scale {
            for element in tile.iter_mut() {
                // SAFETY: the tile is initialised.
                element.write(scale.times(unsafe { element.assume_init() }));
            }
        }
        // SAFETY: the caller's promise.
        unsafe {
            if stride == 1 {
                store::<T, U>(tile, out, 1);
            } else {
                store::<T, U>(tile, out, stride);
            }
        }
    }
}

#[inline(always)]
unsafe fn store<T: Element, U: Update<T>>(tile: &[MaybeUninit<T>], out: *mut T, stride: isize) {
    for (x, element) in tile.iter().enumerate() {
        // SAFETY: the caller's promise.
        unsafe { update::<T, U>(out.offset(x as isize * stride), element.assume_init()) };
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
