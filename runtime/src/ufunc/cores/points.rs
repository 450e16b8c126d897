//! Bodies of plain Rust, which run once per point of the axes in front.

use core::marker::PhantomData;

use super::Core;
use super::kinds::{Give, Place, Take};
use super::layout::{Frame, Side, is_dense};
use super::signature::{Axes, Item, Items};
use crate::element::Element;
use crate::error::ShapeError;
use crate::lanes::{Job, Simd, Tier};
use crate::shape::MAX_RANK;

/// The most parameters, and the most results.
const MAX_SIDES: usize = 8;

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

/// Where the sides of a call are at one point.
struct Spot<'a> {
    sides: &'a [Side],
    at: [*mut (); MAX_SIDES],
    dense: [bool; MAX_SIDES],
    /// How many axes stand in front.
    lead: usize,
}

impl Spot<'_> {
    #[inline(always)]
    fn place<T>(&self, number: usize) -> Place<'_, T> {
        let side = &self.sides[number];
        Place {
            first: self.at[number].cast(),
            extents: &side.extents[self.lead..side.rank],
            strides: &side.strides[self.lead..side.rank],
            dense: self.dense[number],
        }
    }
}

/// Parameters as a body of plain Rust gets them.
#[allow(private_interfaces, reason = "called by the loop below alone")]
pub trait Args: Items {
    /// A tuple.
    type Args<'a>;
    /// Elements in order, where they are not.
    type Scratch: Default;
    /// Bytes of an element of each.
    const SIZES: &'static [usize];
    /// Whether the core axes are those that each can be seen by.
    fn fits(sides: &[Side], lead: usize) -> bool;
    /// The arguments at one point.
    ///
    /// # Safety
    ///
    /// As for [`Take::take`].
    unsafe fn args<'a>(spot: &Spot<'_>, scratch: &mut Self::Scratch) -> Self::Args<'a>;
}

/// Results as a body of plain Rust gives them.
#[allow(private_interfaces, reason = "called by the loop below alone")]
pub trait Outs: Items {
    /// A tuple.
    type Rooms<'a>;
    /// A value, or a tuple.
    type Outs<'a>;
    /// Elements in order, where their places are not.
    type Scratch: Default;
    /// Bytes of an element of each.
    const SIZES: &'static [usize];
    /// Whether the core axes are those that each can be seen by.
    fn fits(sides: &[Side], lead: usize) -> bool;
    /// The rooms at one point.
    ///
    /// # Safety
    ///
    /// As for [`Give::room`].
    unsafe fn rooms<'a>(spot: &Spot<'_>, scratch: &mut Self::Scratch) -> Self::Rooms<'a>;
    /// Keeps the results.
    ///
    /// # Safety
    ///
    /// As for [`Give::keep`].
    unsafe fn keep(spot: &Spot<'_>, outs: Self::Outs<'_>);
}

fn core_extents(side: &Side, lead: usize) -> &[usize] {
    &side.extents[lead..side.rank]
}

macro_rules! tuples {
    ($(($($T:ident $A:ident $K:ident $out:ident $i:tt)*) $Outs:tt $outs:tt;)*) => { $(
        #[allow(private_interfaces)]
        impl<$($T: Element, $A: Axes, $K: Take<$T>),*> Args for ($(Item<$T, $A, $K>,)*) {
            type Args<'a> = ($($K::Arg<'a>,)*);
            type Scratch = ($(Vec<$T>,)*);
            const SIZES: &'static [usize] = &[$(size_of::<$T>()),*];
            fn fits(sides: &[Side], lead: usize) -> bool {
                $($K::fits(core_extents(&sides[$i], lead)))&&*
            }
            #[inline(always)]
            unsafe fn args<'a>(spot: &Spot<'_>, scratch: &mut Self::Scratch) -> Self::Args<'a> {
                // SAFETY: the caller's promise, for each.
                unsafe { ($($K::take(spot.place::<$T>($i), &mut scratch.$i),)*) }
            }
        }

        #[allow(private_interfaces)]
        impl<$($T: Element, $A: Axes, $K: Give<$T>),*> Outs for ($(Item<$T, $A, $K>,)*) {
            type Rooms<'a> = ($($K::Room<'a>,)*);
            type Outs<'a> = tuples!(@of 'a $Outs);
            type Scratch = ($(Vec<$T>,)*);
            const SIZES: &'static [usize] = &[$(size_of::<$T>()),*];
            fn fits(sides: &[Side], lead: usize) -> bool {
                $($K::fits(core_extents(&sides[$i], lead)))&&*
            }
            #[inline(always)]
            unsafe fn rooms<'a>(spot: &Spot<'_>, scratch: &mut Self::Scratch) -> Self::Rooms<'a> {
                // SAFETY: the caller's promise, for each.
                unsafe { ($($K::room(spot.place::<$T>($i), &mut scratch.$i),)*) }
            }
            #[inline(always)]
            unsafe fn keep(spot: &Spot<'_>, outs: Self::Outs<'_>) {
                let tuples!(@names $outs) = outs;
                // SAFETY: the caller's promise, for each.
                unsafe { $($K::keep(spot.place::<$T>($i), $out);)* }
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
                    strides[group][number] = side.strides[axis].wrapping_mul(size as isize);
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

/// The loops, compiled for a tier.
struct Walk<'w, F, P> {
    loops: Loops,
    params: Spot<'w>,
    results: Spot<'w>,
    function: PhantomData<(F, P)>,
}

impl<F: Point<P>, P> Job for Walk<'_, F, P>
where
    F::Params: Args,
    F::Results: Outs,
{
    type Output = ();
    const WIDEST: usize = 8;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, _: S) {
        let Walk { loops, mut params, mut results, .. } = self;
        let (mut of_params, mut of_results) = (Default::default(), Default::default());
        let inner = loops.rank - 1;
        let mut index = [0; MAX_RANK];
        let (params_step, results_step) = (loops.strides[inner][0], loops.strides[inner][1]);
        loop {
            let starts = (params.at, results.at);
            for _ in 0..loops.extents[inner] {
                // SAFETY: the spots are at an index below the extents, where the invariants of the frame hold; scratch is used by one
                // point after the other, and results are kept before the next.
                unsafe {
                    let args = F::Params::args(&params, &mut of_params);
                    let rooms = F::Results::rooms(&results, &mut of_results);
                    F::Results::keep(&results, F::point(args, rooms));
                }
                for (at, step) in params.at.iter_mut().zip(params_step) {
                    *at = at.wrapping_byte_offset(step);
                }
                for (at, step) in results.at.iter_mut().zip(results_step) {
                    *at = at.wrapping_byte_offset(step);
                }
            }
            (params.at, results.at) = starts;
            if !next(&loops, &mut index, &mut params.at, &mut results.at) {
                return;
            }
        }
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

fn spot(sides: &[Side], lead: usize) -> Spot<'_> {
    let mut spot = Spot { sides, at: [core::ptr::null_mut(); MAX_SIDES], dense: [true; MAX_SIDES], lead };
    for (number, side) in sides.iter().enumerate() {
        spot.at[number] = side.first;
        spot.dense[number] = is_dense(&side.extents[lead..side.rank], &side.strides[lead..side.rank]);
    }
    spot
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
            return Ok(());
        }
        let groups = [(self.params, F::Params::SIZES), (self.results, F::Results::SIZES)];
        let loops = Loops::new(self.lead, groups);
        let (params, results) = (spot(self.params, lead), spot(self.results, lead));
        let walk = Walk::<F, P> { loops, params, results, function: PhantomData };
        // SAFETY: the tier is the current one; the spots are made from the sides of a frame, whose axes in front are `loops`, and
        // whose core axes fit.
        unsafe { Tier::current().run(walk) };
        Ok(())
    }
}
