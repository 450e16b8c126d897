//! What the body of a program writes, and how it meets its outputs.

use core::marker::PhantomData;

use super::super::bound::Target;
use super::super::term::{Accumulate, Assign, Deduct};
use super::reduce::{Mean, Reduction};
use crate::element::Element;
use crate::expr::{Expr, Masked, Write};
use crate::lanes::Simd;
use crate::nest::{self, Closing, Then, Update};
use crate::shape::Shape;

/// `*=`.
#[derive(Clone, Copy)]
pub struct Multiply;

/// `/=`.
#[derive(Clone, Copy)]
pub struct Divide;

/// How a value meets an output of element type `T`.
#[diagnostic::on_unimplemented(
    message = "elements `{T}` cannot be updated so",
    label = "`-=` needs a difference, `/=` a quotient"
)]
pub trait Updates<T>: Copy {
    /// The update.
    type Update: Update<T>;
}

macro_rules! updates {
    ($($Mode:ident [$($bound:tt)*] $Update:ident;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<T: Element $($bound)*> Updates<T> for $Mode {
            type Update = nest::$Update;
        }
    )* };
}

updates! {
    Assign [] Set;
    Accumulate [] Add;
    Deduct [+ core::ops::Sub<Output = T>] Subtract;
    Multiply [] Multiply;
    Divide [+ core::ops::Div<Output = T>] Divide;
}

/// The value of a new result.
#[inline(always)]
pub fn put<T, N>(value: Expr<T, N>) -> Expr<T, Write<N, nest::Set>> {
    Expr::new(Write(value.node, nest::Set))
}

/// A value of element type `T` on its way to a target whose elements are of type `D`.
pub struct Writing<D, T, W> {
    write: W,
    types: PhantomData<fn() -> (D, T)>,
}

/// A value on its way to a target, whose elements should be of the same type.
#[expect(clippy::type_complexity, reason = "a write, and the types that it has to bring together")]
#[inline(always)]
pub fn write<D, S: Shape, T, N, M: Updates<T>>(
    _: &Target<'_, D, S>,
    _: M,
    value: Expr<T, N>,
) -> Writing<D, T, Expr<T, Write<N, M::Update>>> {
    Writing { write: Expr::new(Write(value.node, M::Update::default())), types: PhantomData }
}

/// The values of the last reduction on their way to a target.
#[inline(always)]
pub fn last_into<D, S: Shape, T, X, N, R, M: Updates<T>>(
    _: &Target<'_, D, S>,
    _: &Reduction<T, X, N, R>,
    _: M,
) -> Writing<D, T, Last<M::Update>> {
    Writing { write: Last(M::Update::default()), types: PhantomData }
}

/// A function of the values of the last reduction on its way to a target.
#[inline(always)]
pub fn then_into<D, S: Shape, T, N, M: Updates<T>>(
    _: &Target<'_, D, S>,
    _: M,
    value: Expr<T, N>,
) -> Writing<D, T, Last<Then<N, M::Update>>> {
    Writing { write: Last(Then::new(value.node)), types: PhantomData }
}

/// A function of the means, whose sums are those of the last reduction, on its way to a target.
#[expect(clippy::type_complexity, reason = "a write, and the types that it has to bring together")]
#[inline(always)]
pub fn then_shared_into<D, S: Shape, T, N, M: Updates<T>>(
    _: &Target<'_, D, S>,
    _: M,
    value: Expr<T, N>,
) -> Writing<D, T, Last<Shared<Then<N, M::Update>>>> {
    Writing { write: Last(Shared { closing: Then::new(value.node), terms: 0 }), types: PhantomData }
}

/// The closing of a mean: that of a sum that is divided by the number of its terms.
#[derive(Clone, Copy)]
pub struct Shared<C> {
    closing: C,
    terms: usize,
}

impl<T: Mean, C: Closing<T>> Closing<T> for Shared<C> {
    type Update = C::Update;
    const PLAIN: bool = false;

    #[inline(always)]
    fn of(self, terms: usize) -> Self {
        Shared { terms, ..self }
    }

    #[inline(always)]
    fn close<S: Simd>(&self, s: S, value: T::Gang<S>) -> T::Gang<S> {
        self.closing.close(s, T::shared_gang(s, value, self.terms))
    }
}

/// The last reduction writes the output, as the closing says.
#[derive(Clone, Copy)]
pub struct Last<C>(pub(super) C);

/// The last reduction writes the new result.
#[inline(always)]
pub fn last(_: Assign) -> Last<nest::Set> {
    Last(nest::Set)
}

/// The last reduction writes a function of its values.
#[inline(always)]
pub fn then<T, N>(value: Expr<T, N>) -> Last<Then<N, nest::Set>> {
    Last(Then::new(value.node))
}

/// The last reduction writes a function of the means, whose sums it computes.
#[inline(always)]
pub fn then_shared<T, N>(value: Expr<T, N>) -> Last<Shared<Then<N, nest::Set>>> {
    Last(Shared { closing: Then::new(value.node), terms: 0 })
}

/// Elements of a target that a kernel of element type `T` writes. `Known` is the write itself: unknown where they differ.
#[diagnostic::on_unimplemented(
    message = "the output has elements `{Self}`, but the kernel gives `{T}`",
    label = "elements of type `{Self}`",
    note = "convert in the kernel: `x[i] as f32`"
)]
pub trait Writes<T, W, Known>: Sized {
    /// The write itself.
    fn checked(writing: Writing<Self, T, W>) -> Known;
}

#[diagnostic::do_not_recommend]
impl<T, W> Writes<T, W, W> for T {
    #[inline(always)]
    fn checked(writing: Writing<T, T, W>) -> W {
        writing.write
    }
}

/// The condition of a `where`.
#[diagnostic::on_unimplemented(
    message = "the condition of a `where` has elements `{Self}`, not `bool`",
    label = "elements of type `{Self}`",
    note = "a comparison makes a condition, as in `x[i] > 0.0`"
)]
pub trait Where<Node, Known>: Sized {
    /// The condition itself.
    fn check(condition: Expr<Self, Node>) -> Expr<bool, Known>;
}

#[diagnostic::do_not_recommend]
impl<N> Where<N, N> for bool {
    #[inline(always)]
    fn check(condition: Expr<bool, N>) -> Expr<bool, N> {
        condition
    }
}

/// A write where a condition holds.
#[inline(always)]
pub fn masked<T, C, W>(condition: Expr<bool, C>, write: Expr<T, W>) -> Expr<T, Masked<C, W>> {
    Expr::new(Masked(condition.node, write.node))
}

/// One write after another.
#[inline(always)]
pub fn writes<T, U, V, W>(first: Expr<T, V>, rest: Expr<U, W>) -> Expr<(T, U), (V, W)> {
    Expr::new((first.node, rest.node))
}
