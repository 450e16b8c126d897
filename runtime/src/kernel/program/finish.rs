//! What is left when the reductions of a program are done.
//!
//! What every `unsafe` below relies on: the invariants of [`super::run`].

use core::mem::MaybeUninit;

use super::super::resolve::{KnownExtents, Operands, are_few};
use super::read::{Places, Sources};
use super::reductions::{Reducing, Reductions};
use super::run::{Finish, Ground, Listed, Lodging, Reads, State, Temp, run};
use super::spec::{Program, Read};
use super::write::Last;
use crate::error::ShapeError;
use crate::expr::{Body, Expr, Outs};
use crate::nest::{self, Axes, Closing, Lines};

/// What is left when the reductions are done: the body's writes, or the last reduction itself.
pub trait Final<Ts, X> {
    /// The outputs.
    type Outs: Outs;

    /// Whether the last reduction writes the output itself.
    #[doc(hidden)]
    const LAST: bool;

    /// Whether the output is one that is only written, so that values of reductions may stand in it before.
    #[doc(hidden)]
    const LODGES: bool;

    /// Whether what it writes is a function of its values.
    #[doc(hidden)]
    const CLOSES: bool = false;

    /// The reductions without their types.
    #[doc(hidden)]
    fn list<K: Program>(&self, temps: &Ts, push: &mut dyn FnMut(Reducing));

    /// The output that the last reduction writes itself.
    #[doc(hidden)]
    fn last(outs: Self::Outs) -> *mut u8;

    /// Writes the outputs, at the points of a state; `FEW` says that these are few, and their extents constants.
    ///
    /// # Safety
    ///
    /// Invariants 1 and 2 of the room.
    #[doc(hidden)]
    #[allow(private_interfaces)]
    unsafe fn run<K: Program, const FEW: bool>(
        &self,
        state: &State<'_>,
        reads: &X,
        outs: Self::Outs,
        out_axes: &[Axes],
    );

    /// Writes the outputs, where every operand has the outputs' layout, or no axes: `points` neighbours.
    ///
    /// # Safety
    ///
    /// Invariant 1 of the room, and what is said.
    #[doc(hidden)]
    unsafe fn run_flat<K: Program, Xs: Operands, const FEW: bool>(
        &self,
        operands: &Xs,
        reads: &X,
        outs: Self::Outs,
        points: usize,
    );

    /// Writes the outputs, where the only reduction goes along these lines; whether it has.
    ///
    /// # Safety
    ///
    /// As for [`Reductions::run_lines`].
    #[doc(hidden)]
    #[allow(private_interfaces)]
    unsafe fn run_lines<K: Program, Xs: Operands>(
        &self,
        temps: &Ts,
        reads: &X,
        operands: &Xs,
        lines: Lines,
        outs: Self::Outs,
    ) -> bool;
}

impl<Ts: Reductions, X: Sources, T, B: Body<X::Args>> Final<Ts, X> for Expr<T, B> {
    type Outs = B::Outs;
    const LAST: bool = false;
    // Its old elements do not matter, and each gets a new one.
    const LODGES: bool = !B::READS && B::Outs::COUNT == 1;

    #[inline(always)]
    fn list<K: Program>(&self, temps: &Ts, push: &mut dyn FnMut(Reducing)) {
        // What the last one's values meet is scratch.
        temps.list::<K, Ts, nest::Set>(&nest::Set, push);
    }

    fn last(_: B::Outs) -> *mut u8 {
        core::ptr::null_mut()
    }

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run<K: Program, const FEW: bool>(
        &self,
        state: &State<'_>,
        sources: &X,
        outs: B::Outs,
        out_axes: &[Axes],
    ) {
        let reads = K::PROGRAM.reads;
        let args = state.args(sources, reads);
        let axes = Reads { state, reads };
        // SAFETY: the caller's promise: `args` are the places of what `axes` tell.
        unsafe { nest::map_as::<_, _, _, FEW>(state.ground.extents, args, &axes, &self.node, outs, out_axes) }
    }

    #[inline(always)]
    unsafe fn run_flat<K: Program, Xs: Operands, const FEW: bool>(
        &self,
        operands: &Xs,
        sources: &X,
        outs: B::Outs,
        points: usize,
    ) {
        let reads = K::PROGRAM.reads;
        let args = sources.args(reads, &Places { offsets: &[0; 64], state: None });
        let step = |at: usize| match reads[at] {
            Read::Operand(number) => isize::from(operands.has_axes(number as usize)),
            _ => 0,
        };
        // SAFETY: the caller's promise.
        unsafe { nest::map_flat::<_, _, FEW>(&self.node, args, &step, points, outs) }
    }

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run_lines<K: Program, Xs: Operands>(
        &self,
        temps: &Ts,
        sources: &X,
        operands: &Xs,
        lines: Lines,
        outs: B::Outs,
    ) -> bool {
        let mut values = [const { MaybeUninit::<Ts::Last>::uninit() }; ROOM];
        let first = values.as_mut_ptr().cast();
        // SAFETY: the caller's promise; there is room for the values.
        if lines.count > ROOM || !unsafe { temps.run_lines::<K, Xs, _>(&nest::Set, operands, lines, first) } {
            return false;
        }
        let reads = K::PROGRAM.reads;
        let temps = [Temp::of_lines(first.cast(), lines.points)];
        let args = State::of_values::<K>(&temps).args(sources, reads);
        let step = |at: usize| isize::from(matches!(reads[at], Read::Temp(_)));
        // SAFETY: the values were written, one an output; all else that the body reads is the same everywhere.
        unsafe { nest::map_flat::<_, _, false>(&self.node, args, &step, lines.count, outs) };
        true
    }
}

/// Values that a body reads from the stack.
const ROOM: usize = 16;

impl<Ts: Reductions, X, C: Closing<Ts::Last>> Final<Ts, X> for Last<C> {
    type Outs = *mut Ts::Last;
    const LAST: bool = true;
    const LODGES: bool = false;
    const CLOSES: bool = !C::PLAIN;

    #[inline(always)]
    fn list<K: Program>(&self, temps: &Ts, push: &mut dyn FnMut(Reducing)) {
        temps.list::<K, Ts, C>(&self.0, push);
    }

    #[inline(always)]
    fn last(out: *mut Ts::Last) -> *mut u8 {
        out.cast()
    }

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run<K: Program, const FEW: bool>(&self, _: &State<'_>, _: &X, _: Self::Outs, _: &[Axes]) {}

    // A program with a reduction is not flat.
    #[inline(always)]
    unsafe fn run_flat<K: Program, Xs: Operands, const FEW: bool>(&self, _: &Xs, _: &X, _: Self::Outs, _: usize) {}

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run_lines<K: Program, Xs: Operands>(
        &self,
        temps: &Ts,
        _: &X,
        operands: &Xs,
        lines: Lines,
        out: *mut Ts::Last,
    ) -> bool {
        // SAFETY: the caller's promise.
        unsafe { temps.run_lines::<K, Xs, C>(&self.0, operands, lines, out) }
    }
}

/// Runs all passes of a program.
///
/// # Errors
///
/// When a minimum or maximum is over nothing.
///
/// # Safety
///
/// Invariant 1 of the room.
#[inline(always)]
pub(super) unsafe fn run_all<K, Xs, Ts, X, F, const L: usize>(
    ground: Ground<'_>,
    temps: &Ts,
    reads: &X,
    body: &F,
    outs: F::Outs,
    out_axes: &[Axes],
) -> Result<(), ShapeError>
where
    K: Program,
    Xs: KnownExtents<K, L>,
    Ts: Reductions,
    F: Final<Ts, X>,
{
    if const { Ts::LEN == 0 } {
        let state = State::of(ground);
        // SAFETY: the caller's promise.
        unsafe {
            if const { !Xs::DYNAMIC && are_few(&Xs::KNOWN, K::SPEC.labels.len()) } {
                body.run::<K, true>(&state, reads, outs, out_axes);
            } else {
                body.run::<K, false>(&state, reads, outs, out_axes);
            }
        }
        return Ok(());
    }
    let listed = Listed { reductions: &|push| body.list::<K>(temps, push), abouts: &|push| temps.each::<K, Ts>(push) };
    let at_points = |state: &State<'_>, moved: &[isize]| {
        let mut moved = moved.iter().copied();
        let steps = F::Outs::steps(&mut || moved.next().unwrap_or(0));
        // SAFETY: the caller's promise; the outputs at the first of the points.
        unsafe { body.run::<K, false>(state, reads, outs.advance(steps, 1), out_axes) }
    };
    let finish = if const { F::LAST } {
        Finish::Last(F::last(outs))
    } else {
        Finish::Body(&at_points, if const { F::LODGES && !Xs::IN_PLACE } { lodging(outs) } else { None })
    };
    // SAFETY: the caller's promise; what is listed is of `temps`.
    unsafe { run(ground, &listed, &finish, out_axes) }
}

/// The first of the outputs as a place for values.
fn lodging<O: Outs>(outs: O) -> Option<Lodging> {
    let mut first = None;
    outs.entries(&mut |at, _| first = first.or(Some(at)));
    Some(Lodging { element: O::only_type()?, first: first? })
}

/// Runs a body whose operands and outputs are laid out alike.
///
/// # Safety
///
/// Invariant 1 of the room; every operand has the extents and strides of the outputs, which are neighbours, or no axes.
#[inline(always)]
pub(super) unsafe fn run_flat<K, Xs, Ts, X, F, const L: usize>(
    operands: &Xs,
    reads: &X,
    body: &F,
    outs: F::Outs,
    points: usize,
) where
    K: Program,
    Xs: KnownExtents<K, L>,
    F: Final<Ts, X>,
{
    // SAFETY: the caller's promise.
    unsafe {
        if const { !Xs::DYNAMIC && are_few(&Xs::KNOWN, K::SPEC.labels.len()) } {
            body.run_flat::<K, Xs, true>(operands, reads, outs, points);
        } else {
            body.run_flat::<K, Xs, false>(operands, reads, outs, points);
        }
    }
}
