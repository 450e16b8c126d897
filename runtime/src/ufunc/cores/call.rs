//! Calls: operands of any shapes with the core axes last, into new results or existing ones.

use core::cell::Cell;
use core::marker::PhantomData;

use super::Core;
use super::layout::{Frame, Lengths, Named, Side, check_computed, core_of};
use super::signature::{Axes, Backward, Consume, ConsumeAll, Extends, Item, Items};
use crate::array::Uninit;
use crate::element::Element;
use crate::error::{self, ShapeError};
use crate::kernel::{Family, Finished, List, Reverse};
use crate::operand::{Neutral, OperandMut};
use crate::shape::{MAX_RANK, Shape};
use crate::ufunc::argument::Argument;
use crate::ufunc::call::Place;
use crate::ufunc::params::Yield;

/// Operands that a ufunc with core axes can be called on.
#[diagnostic::on_unimplemented(message = "`{F}` cannot be called on operands `{Self}`", label = "wrong operands")]
pub trait CoreCall<F, P>: Sized {
    /// What comes out.
    type Result;
    /// The call.
    ///
    /// # Errors
    ///
    /// When extents that are known at run time differ, or a result would be too large.
    fn run(self) -> Result<Self::Result, ShapeError>;
}

/// Operands of a ufunc with core axes whose results go to targets `D`.
#[diagnostic::on_unimplemented(
    message = "the results of `{F}` over operands `{Self}` cannot be written to `{D}`",
    label = "wrong operands or targets"
)]
pub trait CoreCallInto<F, P, D>: Sized {
    /// The call.
    ///
    /// # Errors
    ///
    /// When extents that are known at run time differ, from each other or from the targets'.
    fn run_into(self, targets: D) -> Result<(), ShapeError>;
}

/// A call.
///
/// # Panics
///
/// Panics where [`CoreCall::run`] fails.
#[inline(always)]
#[track_caller]
pub fn core_call<F, P, X: CoreCall<F, P>>(args: X) -> X::Result {
    error::expect(args.run())
}

/// A call into existing targets.
///
/// # Panics
///
/// Panics where [`CoreCallInto::run_into`] fails.
#[inline(always)]
#[track_caller]
pub fn core_call_into<F, P, D, X: CoreCallInto<F, P, D>>(targets: D, args: X) {
    error::expect(args.run_into(targets));
}

/// The shape of a result with core axes `A`, in an environment and behind axes in front.
type ShapeOf<A, Env, Lead> = <List<Forward<A, Env, Lead>> as Finished>::Shape;
type Forward<A, Env, Lead> = <<A as Extends<Env, Lead>>::Extents as Reverse<()>>::Reversed;

/// New results of a call.
pub trait Made<Env, Lead, Fam>: Items {
    /// Room for them.
    type Made;
    /// Runs `run` on places for them, of which it writes every element.
    ///
    /// # Errors
    ///
    /// Those of `run`, and when a result would be too large.
    ///
    /// # Safety
    ///
    /// `run` writes every element of the sides that it gets, unless `filled`.
    unsafe fn make(
        extents: &mut dyn FnMut(usize, &mut [usize; MAX_RANK]) -> usize,
        filled: bool,
        run: &mut dyn FnMut(&[Side]) -> Result<(), ShapeError>,
    ) -> Result<Self::Made, ShapeError>;
}

/// Room for a result; zeros, where the body asks for something.
fn room<T: Element, S: Shape>(extents: &[usize], filled: bool) -> Result<Uninit<T, S>, ShapeError> {
    let shape =
        S::from_extents(extents).ok_or_else(|| ShapeError::new("the result has other extents than its type"))?;
    let mut room = Uninit::<T, S>::new(shape)?;
    if filled {
        let (first, len) = (room.as_mut_ptr(), room.len());
        for place in 0..len {
            // SAFETY: the room has `len` places.
            unsafe { first.add(place).write(T::zero()) };
        }
    }
    Ok(room)
}

fn side_of<T: Element, S: Shape>(room: &mut Uninit<T, S>) -> Side {
    Side::of_mut(&mut room.places())
}

macro_rules! made {
    ($(($($T:ident $A:ident $K:ident $S:ident $room:ident $i:tt)*) $Yields:tt $rooms:tt;)*) => { $(
        impl<Env, Lead, Fam: Family, $($T: Element, $A: Axes, $K, $S: Yield),*> Made<Env, Lead, Fam> for ($(Item<$T, $A, $K>,)*)
        where
            $($A: Extends<Env, Lead>,)*
            $(<$A as Extends<Env, Lead>>::Extents: Reverse<()>,)*
            $(List<Forward<$A, Env, Lead>>: Finished<Shape = $S>,)*
        {
            type Made = made!(@of Fam $Yields);
            unsafe fn make(
                extents: &mut dyn FnMut(usize, &mut [usize; MAX_RANK]) -> usize,
                filled: bool,
                run: &mut dyn FnMut(&[Side]) -> Result<(), ShapeError>,
            ) -> Result<Self::Made, ShapeError> {
                let mut all = [0; MAX_RANK];
                $(
                    let rank = extents($i, &mut all);
                    let mut $room = room::<$T, ShapeOf<$A, Env, Lead>>(&all[..rank], filled)?;
                )*
                run(&[$(side_of(&mut $room)),*])?;
                // SAFETY: every element was written, by `room` or by `run`.
                unsafe { $(let $room = <$S as Yield>::finish::<$T, Fam>($room.assume_init());)* Ok(made!(@names $rooms)) }
            }
        }
    )* };
    (@of $Fam:ident ($S:ident $T:ident)) => { $S::Of<$T, $Fam> };
    (@of $Fam:ident ($($S:ident $T:ident)*)) => { ($($S::Of<$T, $Fam>,)*) };
    (@names ($room:ident)) => { $room };
    (@names ($($room:ident)*)) => { ($($room,)*) };
}

made! {
    (A B C D a 0) (D A) (a);
    (A B C D a 0 E F G H b 1) (D A H E) (a b);
    (A B C D a 0 E F G H b 1 I J K L c 2) (D A H E L I) (a b c);
    (A B C D a 0 E F G H b 1 I J K L c 2 M N O P d 3) (D A H E L I P M) (a b c d);
    (A B C D a 0 E F G H b 1 I J K L c 2 M N O P d 3 Q R S T e 4) (D A H E L I P M T Q) (a b c d e);
    (A B C D a 0 E F G H b 1 I J K L c 2 M N O P d 3 Q R S T e 4 U V W X f 5) (D A H E L I P M T Q X U) (a b c d e f);
}

/// Targets for results `R`: one that outlives the call, or a tuple of such.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot take the results of this ufunc",
    label = "not a target with such elements and axes",
    note = "a target is an array, a mutable view, a mutable slice, a vector or a nested array, by `&mut`; several results take a tuple of them"
)]
pub trait CoreTargets<R, Env> {
    /// Calls `run` with the targets, while they are borrowed.
    fn with_sides<O>(self, run: impl FnOnce(&[Side]) -> O) -> O;
}

impl<T: Element, A: Axes, K, D: Place<Elem = T>, Env> CoreTargets<(Item<T, A, K>,), Env> for D
where
    <D::Shape as Shape>::List: Reverse<()>,
    Backward<D::Shape>: Consume<Env, A>,
{
    fn with_sides<O>(mut self, run: impl FnOnce(&[Side]) -> O) -> O {
        run(&[Side::of_mut(&mut OperandMut::as_view_mut(&mut self))])
    }
}

macro_rules! targets {
    ($(($($T:ident $A:ident $K:ident $D:ident $i:tt)*))*) => { $(
        impl<Env, $($T: Element, $A: Axes, $K, $D: Place<Elem = $T>),*> CoreTargets<($(Item<$T, $A, $K>,)*), Env> for ($($D,)*)
        where
            $(<$D::Shape as Shape>::List: Reverse<()>,)*
            $(Backward<$D::Shape>: Consume<Env, $A>,)*
        {
            fn with_sides<Z>(mut self, run: impl FnOnce(&[Side]) -> Z) -> Z {
                run(&[$(Side::of_mut(&mut OperandMut::as_view_mut(&mut self.$i))),*])
            }
        }
    )* };
}

targets! {
    (A B C D 0 E F G H 1)
    (A B C D 0 E F G H 1 I J K L 2)
    (A B C D 0 E F G H 1 I J K L 2 M N O P 3)
    (A B C D 0 E F G H 1 I J K L 2 M N O P 3 Q R S T 4)
    (A B C D 0 E F G H 1 I J K L 2 M N O P 3 Q R S T 4 U V W X 5)
}

macro_rules! family {
    () => { Neutral };
    ($F:ty $(, $rest:ty)*) => { <$F as Family>::With<family!($($rest),*)> };
}

macro_rules! list {
    () => { () };
    ($x:ty $(, $rest:ty)*) => { ($x, list!($($rest),*)) };
}

/// The core axes of a function's parameters.
type ParamAxes<F, P> = <<F as Core<P>>::Params as Items>::Axes;

/// Runs the function on operands and results that are known without their types.
///
/// # Safety
///
/// Sides `params` are of views of elements of the types of `F::Params`, which live during the call; sides `results` lead to writable elements
/// of the types of `F::Results`, each index to one of its own, with the extents that `lengths` say; if `F::FILLED`, they are initialised.
unsafe fn run<F: Core<P>, P>(lengths: &Lengths, params: &[Side], results: &[Side]) -> Result<(), ShapeError> {
    let mut stretched = [params[0]; MAX_RANK];
    let axes = <F::Params as Items>::AXES;
    for (number, side) in params.iter().enumerate() {
        stretched[number] = side.stretched(lengths.lead(), axes[number].len());
    }
    let (params, written) = (&stretched[..params.len()], Cell::new(F::FILLED));
    F::run(Frame { params, results, lead: lengths.lead(), written: &written, function: PhantomData })?;
    assert!(written.get(), "the body has written its results");
    Ok(())
}

/// Compares the extents of operands, and makes new results.
fn run_new<F: Core<P>, P, R: Made<E, L, Fam>, E, L, Fam>(params: &[Side]) -> Result<R::Made, ShapeError> {
    let named = Named::new::<F, P>();
    let lengths = named.resolve(params)?;
    named.check_rank(&lengths, <F::Results as Items>::AXES)?;
    check_computed::<F, P>(&lengths)?;
    let mut extents = |number: usize, all: &mut [usize; MAX_RANK]| {
        let mut core = [0; MAX_RANK];
        let (lead, count) = (lengths.lead(), core_of::<F, P>(number, &lengths, &mut core));
        all[..lead.len()].copy_from_slice(lead);
        all[lead.len()..lead.len() + count].copy_from_slice(&core[..count]);
        lead.len() + count
    };
    // SAFETY: `run` has sides of the operands, which are borrowed by the caller, and of fresh results, whose extents are those of the
    // call; the body writes all of them, or they are filled.
    unsafe { R::make(&mut extents, F::FILLED, &mut |results| run::<F, P>(&lengths, params, results)) }
}

/// Compares the extents of operands and targets, and writes.
fn run_into<F: Core<P>, P>(params: &[Side], targets: &[Side]) -> Result<(), ShapeError> {
    let named = Named::new::<F, P>();
    let mut lengths = named.resolve(params)?;
    named.check_rank(&lengths, <F::Results as Items>::AXES)?;
    check_computed::<F, P>(&lengths)?;
    let names = ["out", "out.0", "out.1", "out.2", "out.3", "out.4", "out.5"];
    for (number, target) in targets.iter().enumerate() {
        let mut core = [0; MAX_RANK];
        let count = core_of::<F, P>(number, &lengths, &mut core);
        let name = names[if targets.len() == 1 { 0 } else { number + 1 }];
        named.check_target(&mut lengths, target, name, &core[..count], params)?;
    }
    named.check_rank(&lengths, <F::Results as Items>::AXES)?;
    // A later target may have given the call more axes than an earlier one has.
    named.check_alike(&lengths, targets, <F::Results as Items>::AXES)?;
    // SAFETY: operands and targets are borrowed by the caller, and have the extents of the call.
    unsafe { run::<F, P>(&lengths, params, targets) }
}

macro_rules! calls {
    ($(($($A:ident $X:ident $i:tt)*))*) => { $(
        impl<Fn, En, Le, Fa, $($A: Element, $X: Argument<$A>),*> CoreCall<Fn, ($($A,)*)> for ($($X,)*)
        where
            Fn: Core<($($A,)*)>,
            list!($($X::Shape),*): ConsumeAll<Fn::Labels, ParamAxes<Fn, ($($A,)*)>, Env = En, Lead = Le>,
            family!($($X::Family),*): Same<Itself = Fa>,
            Fn::Results: Made<En, Le, Fa>,
        {
            type Result = <Fn::Results as Made<En, Le, Fa>>::Made;
            #[inline]
            fn run(self) -> Result<Self::Result, ShapeError> {
                run_new::<Fn, ($($A,)*), Fn::Results, En, Le, Fa>(&[$(Side::of(self.$i.bound().view())),*])
            }
        }

        impl<Fn, Ds, En, $($A: Element, $X: Argument<$A>),*> CoreCallInto<Fn, ($($A,)*), Ds> for ($($X,)*)
        where
            Fn: Core<($($A,)*)>,
            list!($($X::Shape),*): ConsumeAll<Fn::Labels, ParamAxes<Fn, ($($A,)*)>, Env = En>,
            Ds: CoreTargets<Fn::Results, En>,
        {
            #[inline]
            fn run_into(self, targets: Ds) -> Result<(), ShapeError> {
                let params = [$(Side::of(self.$i.bound().view())),*];
                targets.with_sides(|targets| run_into::<Fn, ($($A,)*)>(&params, targets))
            }
        }
    )* };
}

/// A type, so that it can be named.
pub trait Same {
    /// It.
    type Itself;
}

impl<T> Same for T {
    type Itself = T;
}

calls! {
    (A X 0)
    (A X 0 B Y 1)
    (A X 0 B Y 1 C Z 2)
    (A X 0 B Y 1 C Z 2 D U 3)
    (A X 0 B Y 1 C Z 2 D U 3 E V 4)
    (A X 0 B Y 1 C Z 2 D U 3 E V 4 F W 5)
    (A X 0 B Y 1 C Z 2 D U 3 E V 4 F W 5 G Q 6)
    (A X 0 B Y 1 C Z 2 D U 3 E V 4 F W 5 G Q 6 H R 7)
}
