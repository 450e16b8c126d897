//! Bodies of plain Rust, which run once per point of the axes in front.

use core::marker::PhantomData;

use super::Core;
use super::block::{Block, MAX_SIDES, Stage, core_extents};
use super::kinds::{Give, Take};
use super::layout::{Frame, Side, is_dense};
use super::signature::{Axes, Item, Items};
use crate::element::Element;
use crate::error::ShapeError;
use crate::lanes::{Job, Simd, Tier};
use crate::shape::MAX_RANK;

/// One function of one point.
pub trait Point<P>: Core<P>
where
    Self::Params: Args,
    Self::Results: Outs,
{
    /// The function.
    fn point<'a>(args: ArgsOf<'a, Self, P>, rooms: Rooms<'a, Self, P>) -> OutsOf<'a, Self, P>;
}

/// The arguments of a function at one point.
pub type ArgsOf<'a, F, P> = <<F as Core<P>>::Params as Args>::Args<'a>;

/// The places of a function's results at one point.
pub type Rooms<'a, F, P> = <<F as Core<P>>::Results as Outs>::Rooms<'a>;

/// What a function returns at one point.
pub type OutsOf<'a, F, P> = <<F as Core<P>>::Results as Outs>::Outs<'a>;

/// Parameters as a body of plain Rust gets them.
pub trait Args: Items {
    /// A tuple.
    type Args<'a>;
    /// A stage for each.
    type Stages: Default;
    /// Bytes of an element of each.
    const SIZES: &'static [usize];
    /// The steps from one point to the next where points lie in order, if the compiler knows them.
    const PACKED: Option<[isize; MAX_SIDES]>;
    /// Whether the core axes are those that each can be seen by.
    fn fits(sides: &[Side], lead: usize) -> bool;
    /// Puts those that are not `dense` on their stages.
    ///
    /// # Safety
    ///
    /// The sides lead to initialised elements of these types.
    unsafe fn enter(stages: &mut Self::Stages, block: &mut Block<'_>, dense: &[bool], points: usize);
    /// The arguments at one point.
    ///
    /// # Safety
    ///
    /// As for [`Take::take`].
    unsafe fn args<'a>(block: &Block<'_>, point: usize) -> Self::Args<'a>;
}

/// Results as a body of plain Rust gives them.
pub trait Outs: Items {
    /// A tuple.
    type Rooms<'a>;
    /// A value, or a tuple.
    type Outs<'a>;
    /// A stage for each.
    type Stages: Default;
    /// Bytes of an element of each.
    const SIZES: &'static [usize];
    /// The steps from one point to the next where points lie in order, if the compiler knows them.
    const PACKED: Option<[isize; MAX_SIDES]>;
    /// Whether the core axes are those that each can be seen by.
    fn fits(sides: &[Side], lead: usize) -> bool;
    /// Makes room on the stages of those that are not `dense`.
    ///
    /// # Safety
    ///
    /// The sides lead to writable elements of these types.
    unsafe fn enter(stages: &mut Self::Stages, block: &mut Block<'_>, dense: &[bool], points: usize);
    /// Puts the elements on the stages where they belong.
    ///
    /// # Safety
    ///
    /// All were written.
    unsafe fn leave(stages: &Self::Stages, block: &Block<'_>, dense: &[bool], points: usize, steps: &[isize]);
    /// The rooms at one point.
    ///
    /// # Safety
    ///
    /// As for [`Give::room`].
    unsafe fn rooms<'a>(block: &Block<'_>, point: usize) -> Self::Rooms<'a>;
    /// Keeps the results.
    ///
    /// # Safety
    ///
    /// As for [`Give::keep`].
    unsafe fn keep(block: &Block<'_>, point: usize, outs: Self::Outs<'_>);
}

/// The sizes as steps, if all are known.
const fn packed(sizes: &[Option<usize>]) -> Option<[isize; MAX_SIDES]> {
    let mut steps = [0; MAX_SIDES];
    let mut number = 0;
    while number < sizes.len() {
        match sizes[number] {
            Some(size) => steps[number] = size as isize,
            None => return None,
        }
        number += 1;
    }
    Some(steps)
}

macro_rules! tuples {
    ($(($($T:ident $A:ident $K:ident $out:ident $i:tt)*) $Outs:tt $outs:tt;)*) => { $(
        impl<$($T: Element, $A: Axes, $K: Take<$T>),*> Args for ($(Item<$T, $A, $K>,)*) {
            type Args<'a> = ($($K::Arg<'a>,)*);
            type Stages = ($(Stage<$T>,)*);
            const SIZES: &'static [usize] = &[$(size_of::<$T>()),*];
            const PACKED: Option<[isize; MAX_SIDES]> = packed(&[$($K::SIZE),*]);
            fn fits(sides: &[Side], lead: usize) -> bool {
                $($K::fits(core_extents(&sides[$i], lead)))&&*
            }
            unsafe fn enter(stages: &mut Self::Stages, block: &mut Block<'_>, dense: &[bool], points: usize) {
                // SAFETY: the caller's promise, for each.
                unsafe { $(if !dense[$i] { stages.$i.enter(block, $i, points, true); })* }
            }
            #[inline(always)]
            unsafe fn args<'a>(block: &Block<'_>, point: usize) -> Self::Args<'a> {
                // SAFETY: the caller's promise, for each.
                unsafe { ($($K::take(block.place::<$T>($i, point)),)*) }
            }
        }

        impl<$($T: Element, $A: Axes, $K: Give<$T>),*> Outs for ($(Item<$T, $A, $K>,)*) {
            type Rooms<'a> = ($($K::Room<'a>,)*);
            type Outs<'a> = tuples!(@of 'a $Outs);
            type Stages = ($(Stage<$T>,)*);
            const SIZES: &'static [usize] = &[$(size_of::<$T>()),*];
            const PACKED: Option<[isize; MAX_SIDES]> = packed(&[$($K::SIZE),*]);
            fn fits(sides: &[Side], lead: usize) -> bool {
                $($K::fits(core_extents(&sides[$i], lead)))&&*
            }
            unsafe fn enter(stages: &mut Self::Stages, block: &mut Block<'_>, dense: &[bool], points: usize) {
                // SAFETY: the caller's promise, for each.
                unsafe { $(if !dense[$i] { stages.$i.enter(block, $i, points, false); })* }
            }
            unsafe fn leave(stages: &Self::Stages, block: &Block<'_>, dense: &[bool], points: usize, steps: &[isize]) {
                // SAFETY: the caller's promise, for each.
                unsafe { $(if !dense[$i] { stages.$i.leave(block, $i, points, steps[$i]); })* }
            }
            #[inline(always)]
            unsafe fn rooms<'a>(block: &Block<'_>, point: usize) -> Self::Rooms<'a> {
                // SAFETY: the caller's promise, for each.
                unsafe { ($($K::room(block.place::<$T>($i, point)),)*) }
            }
            #[inline(always)]
            unsafe fn keep(block: &Block<'_>, point: usize, outs: Self::Outs<'_>) {
                let tuples!(@names $outs) = outs;
                // SAFETY: the caller's promise, for each.
                unsafe { $($K::keep(block.place::<$T>($i, point), $out);)* }
            }
        }
    )* };
    (@of $a:lifetime ($K:ident)) => { $K::Out<$a> };
    (@of $a:lifetime ($($K:ident)*)) => { ($($K::Out<$a>,)*) };
    (@names ($out:ident)) => { $out };
    (@names ($($out:ident)*)) => { ($($out,)*) };
}

tuples! {
    (A B C a 0) (C) (a);
    (A B C a 0 D E F b 1) (C F) (a b);
    (A B C a 0 D E F b 1 G H I c 2) (C F I) (a b c);
    (A B C a 0 D E F b 1 G H I c 2 J K L d 3) (C F I L) (a b c d);
    (A B C a 0 D E F b 1 G H I c 2 J K L d 3 M N O e 4) (C F I L O) (a b c d e);
    (A B C a 0 D E F b 1 G H I c 2 J K L d 3 M N O e 4 P Q R f 5) (C F I L O R) (a b c d e f);
    (A B C a 0 D E F b 1 G H I c 2 J K L d 3 M N O e 4 P Q R f 5 S T U g 6) (C F I L O R U) (a b c d e f g);
    (A B C a 0 D E F b 1 G H I c 2 J K L d 3 M N O e 4 P Q R f 5 S T U g 6 V W X h 7) (C F I L O R U X) (a b c d e f g h);
}

/// The axes in front, neighbours joined where all sides allow it.
struct Loops {
    rank: usize,
    extents: [usize; MAX_RANK],
    /// In bytes: of the parameters, of the results.
    strides: [[[isize; MAX_SIDES]; 2]; MAX_RANK],
}

impl Loops {
    fn new(lead: &[usize], groups: [(&[Side], &[usize]); 2]) -> Self {
        let mut loops = Loops { rank: 0, extents: [1; MAX_RANK], strides: [[[0; MAX_SIDES]; 2]; MAX_RANK] };
        for (axis, &extent) in lead.iter().enumerate() {
            if extent == 1 {
                continue;
            }
            let mut strides = [[0; MAX_SIDES]; 2];
            for (group, (sides, sizes)) in groups.iter().enumerate() {
                for (number, (side, &size)) in sides.iter().zip(*sizes).enumerate() {
                    // What has no elements stays where it is.
                    if !side.extents[..side.rank].contains(&0) {
                        strides[group][number] = side.strides[axis].wrapping_mul(size as isize);
                    }
                }
            }
            let joins = |outer: &[[isize; MAX_SIDES]; 2]| {
                let pairs = outer.as_flattened().iter().zip(strides.as_flattened());
                pairs.into_iter().all(|(&outer, &inner)| outer == inner.wrapping_mul(extent as isize))
            };
            match loops.rank.checked_sub(1) {
                Some(last) if joins(&loops.strides[last]) => {
                    loops.extents[last] *= extent;
                    loops.strides[last] = strides;
                }
                _ => {
                    (loops.extents[loops.rank], loops.strides[loops.rank]) = (extent, strides);
                    loops.rank += 1;
                }
            }
        }
        loops.rank = loops.rank.max(1);
        loops
    }
}

/// The points of one row, whose core elements lie in order: what is compiled for each tier.
struct Row<'w, F, P> {
    params: Block<'w>,
    results: Block<'w>,
    points: usize,
    function: PhantomData<(F, P)>,
}

impl<F: Point<P>, P> Job for Row<'_, F, P>
where
    F::Params: Args,
    F::Results: Outs,
{
    type Output = ();
    const WIDEST: usize = 8;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, _: S) {
        // Steps that are constants make the loop one that LLVM vectorises. A function over slices has only one copy.
        let constant = (const { F::Params::PACKED }, const { F::Results::PACKED });
        // SAFETY: the caller's promise.
        unsafe {
            match constant {
                (Some(params), Some(results)) if (self.params.steps, self.results.steps) == (params, results) => {
                    let params = Block { steps: params, ..self.params };
                    let results = Block { steps: results, ..self.results };
                    Row { params, results, ..self }.each();
                }
                _ => self.each(),
            }
        }
    }
}

impl<F: Point<P>, P> Row<'_, F, P>
where
    F::Params: Args,
    F::Results: Outs,
{
    /// # Safety
    ///
    /// Every point is one of the frame, or of a stage.
    #[inline(always)]
    unsafe fn each(self) {
        let Row { params, results, points, .. } = self;
        for point in 0..points {
            // SAFETY: the caller's promise.
            unsafe {
                let args = F::Params::args(&params, point);
                let rooms = F::Results::rooms(&results, point);
                F::Results::keep(&results, point, F::point(args, rooms));
            }
        }
    }
}

/// The most points on a stage.
const STAGED: usize = 64;

/// Runs all rows.
///
/// # Safety
///
/// The sides are those of a frame of `F` with loops `loops`, whose core axes fit.
unsafe fn walk<F: Point<P>, P>(loops: &Loops, mut params: Spot<'_>, mut results: Spot<'_>)
where
    F::Params: Args,
    F::Results: Outs,
{
    let (tier, inner) = (Tier::current(), loops.rank - 1);
    let (mut of_params, mut of_results) = (Default::default(), Default::default());
    let all_dense = params.dense.iter().chain(&results.dense).all(|&dense| dense);
    let [params_steps, results_steps] = loops.strides[inner];
    let mut index = [0; MAX_RANK];
    loop {
        let mut done = 0;
        while done < loops.extents[inner] {
            let left = loops.extents[inner] - done;
            let points = if all_dense { left } else { left.min(STAGED) };
            let mut of_args = params.block(params_steps, done);
            let mut of_outs = results.block(results_steps, done);
            // SAFETY: the caller's promise; the tier is the current one, and what the stages of results get is written by the row.
            unsafe {
                F::Params::enter(&mut of_params, &mut of_args, &params.dense, points);
                F::Results::enter(&mut of_results, &mut of_outs, &results.dense, points);
                tier.run(Row::<F, P> { params: of_args, results: of_outs, points, function: PhantomData });
                F::Results::leave(&of_results, &of_outs, &results.dense, points, &results_steps);
            }
            done += points;
        }
        if !next(loops, &mut index, &mut params.at, &mut results.at) {
            return;
        }
    }
}

/// Where the sides of a call are at the first point of a row.
struct Spot<'a> {
    sides: &'a [Side],
    at: [*mut (); MAX_SIDES],
    /// Whether core elements lie in order.
    dense: [bool; MAX_SIDES],
    /// How many axes stand in front.
    lead: usize,
    /// The core extents.
    cores: [&'a [usize]; MAX_SIDES],
}

impl<'a> Spot<'a> {
    fn new(sides: &'a [Side], lead: usize) -> Self {
        let at = [core::ptr::null_mut(); MAX_SIDES];
        let mut spot = Spot { sides, at, dense: [true; MAX_SIDES], lead, cores: [&[]; MAX_SIDES] };
        for (number, side) in sides.iter().enumerate() {
            spot.at[number] = side.first;
            spot.cores[number] = core_extents(side, lead);
            spot.dense[number] = is_dense(spot.cores[number], &side.strides[lead..side.rank]);
        }
        spot
    }

    /// The points of the row from `point` on.
    fn block(&self, steps: [isize; MAX_SIDES], point: usize) -> Block<'a> {
        let mut at = self.at;
        for (at, step) in at.iter_mut().zip(steps) {
            *at = at.wrapping_byte_offset(step.wrapping_mul(point as isize));
        }
        Block { sides: self.sides, lead: self.lead, cores: self.cores, at, steps }
    }
}

/// Goes to the next index of all loops but the innermost; whether there is one.
fn next(
    loops: &Loops,
    index: &mut [usize; MAX_RANK],
    params: &mut [*mut (); MAX_SIDES],
    results: &mut [*mut (); MAX_SIDES],
) -> bool {
    for axis in (0..loops.rank - 1).rev() {
        index[axis] += 1;
        let turned = index[axis] == loops.extents[axis];
        let steps = if turned { 1 - loops.extents[axis] as isize } else { 1 };
        for (group, at) in [&mut *params, &mut *results].into_iter().enumerate() {
            for (at, stride) in at.iter_mut().zip(loops.strides[axis][group]) {
                *at = at.wrapping_byte_offset(stride.wrapping_mul(steps));
            }
        }
        if !turned {
            return true;
        }
        index[axis] = 0;
    }
    false
}

impl<F: Point<P>, P> Frame<'_, F, P>
where
    F::Params: Args,
    F::Results: Outs,
{
    /// Runs the function at every point.
    ///
    /// # Errors
    ///
    /// None: a function of one point has no errors of shapes.
    pub fn points(self) -> Result<(), ShapeError> {
        let lead = self.lead.len();
        let fits = F::Params::fits(self.params, lead) && F::Results::fits(self.results, lead);
        assert!(fits, "core axes are seen as they are");
        if self.lead.contains(&0) {
            self.written.set(true);
            return Ok(());
        }
        let groups = [(self.params, F::Params::SIZES), (self.results, F::Results::SIZES)];
        let loops = Loops::new(self.lead, groups);
        let (params, results) = (Spot::new(self.params, lead), Spot::new(self.results, lead));
        // SAFETY: the invariants of the frame; the core axes fit.
        unsafe { walk::<F, P>(&loops, params, results) };
        self.written.set(true);
        Ok(())
    }
}
