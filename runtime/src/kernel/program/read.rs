//! What a pass reads, as lists: operands, values of reductions, numbers.

use core::marker::PhantomData;

use super::super::bound::{Bound, InPlace};
use super::reduce::Reduction;
use super::run::State;
use super::spec::Read;
use crate::element::Element;
use crate::expr::{Arg, Args, Expr, Item, Number, Uniform, arg as arg_node};
use crate::extent::Extent;
use crate::shape::Shape;
use crate::view::View;

/// Where a program's things are while some points of it run.
pub(super) struct Places<'a> {
    /// Operand to what its fixed axes and the first points add to its place, in elements.
    pub offsets: &'a [isize],
    /// What tells the others, where there are any.
    pub state: Option<&'a State<'a>>,
}

/// One entry of a list of what a pass reads.
pub trait Source: Copy {
    /// What the driver steps along.
    type Item: Item;
    #[doc(hidden)]
    #[allow(private_interfaces)]
    fn item(&self, read: Read, places: &Places<'_>) -> Self::Item;
}

/// How an operand of a shape is read: one without axes is a value.
pub trait ReadAs: Shape {
    /// What the driver steps along.
    type Item<T: Element>: Item<T = T>;
    /// The entry for an operand that starts so many elements behind its first one.
    #[doc(hidden)]
    fn item<T: Element>(view: View<'_, T, Self>, offset: isize) -> Self::Item<T>;
}

macro_rules! read_as_pointers {
    ($(($($E:ident)*))*) => { $(
        impl<$($E: Extent),*> ReadAs for ($($E,)*) {
            type Item<T: Element> = *const T;
            #[inline(always)]
            fn item<T: Element>(view: View<'_, T, Self>, offset: isize) -> *const T {
                view.as_ptr().wrapping_offset(offset)
            }
        }
    )* };
}

read_as_pointers! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) }

impl ReadAs for () {
    type Item<T: Element> = Uniform<T>;
    #[inline(always)]
    fn item<T: Element>(view: View<'_, T, ()>, _: isize) -> Uniform<T> {
        // SAFETY: a view of rank 0 is one initialised element.
        Uniform(unsafe { view.as_ptr().read() })
    }
}

impl<T: Element, S: ReadAs, F> Source for Bound<'_, T, S, F> {
    type Item = S::Item<T>;
    #[inline(always)]
    #[allow(private_interfaces)]
    fn item(&self, read: Read, places: &Places<'_>) -> S::Item<T> {
        let Read::Operand(number) = read else { return S::item(self.view, 0) };
        S::item(self.view, places.offsets[number as usize])
    }
}

impl<T: Element, S: Shape> Source for InPlace<T, S> {
    type Item = *const T;
    #[inline(always)]
    #[allow(private_interfaces)]
    fn item(&self, read: Read, places: &Places<'_>) -> *const T {
        let Read::Operand(number) = read else { return self.first };
        self.first.wrapping_offset(places.offsets[number as usize])
    }
}

/// The values of a reduction.
pub struct Values<T>(PhantomData<T>);

impl<T> Clone for Values<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Values<T> {}

impl<T: Element> Source for Values<T> {
    type Item = *const T;
    #[inline(always)]
    #[allow(private_interfaces)]
    fn item(&self, read: Read, places: &Places<'_>) -> *const T {
        let Read::Temp(number) = read else { return core::ptr::null() };
        places.state.map_or(core::ptr::null(), |state| state.first_value(number).cast_const().cast())
    }
}

/// The values of a reduction, as something that a pass reads.
#[inline(always)]
pub fn read<T, X, N, R>(_: &Reduction<T, X, N, R>) -> Values<T> {
    Values(PhantomData)
}

/// The node that reads the value of a reduction, which stands at position `P` of its pass.
#[inline(always)]
pub fn temp<P: Copy, T: Copy, X, N, R>(_: P, _: &Reduction<T, X, N, R>) -> Expr<T, Arg<P>> {
    arg_node()
}

/// A running number: the value of a label, or a count.
#[derive(Clone, Copy)]
pub struct RunningNumber;

impl Source for RunningNumber {
    type Item = Number;
    #[inline(always)]
    #[allow(private_interfaces)]
    fn item(&self, read: Read, places: &Places<'_>) -> Number {
        Number(places.state.map_or(0, |state| state.number(read)))
    }
}

/// A running number, as something that a pass reads.
#[inline(always)]
pub fn number() -> RunningNumber {
    RunningNumber
}

/// The node that reads a running number, which stands at position `P` of its pass.
#[inline(always)]
pub fn value<P: Copy>(_: P) -> Expr<usize, Arg<P>> {
    arg_node()
}

/// A list of what a pass reads.
pub trait Sources: Copy {
    /// What the driver steps along.
    type Args: Args;
    /// The same list as values.
    #[doc(hidden)]
    #[allow(private_interfaces)]
    fn args(&self, reads: &[Read], places: &Places<'_>) -> Self::Args;
}

impl Sources for () {
    type Args = ();
    #[inline(always)]
    #[allow(private_interfaces)]
    fn args(&self, _: &[Read], _: &Places<'_>) {}
}

impl<X: Source, Rest: Sources> Sources for (X, Rest) {
    type Args = (X::Item, Rest::Args);
    #[inline(always)]
    #[allow(private_interfaces)]
    fn args(&self, reads: &[Read], places: &Places<'_>) -> Self::Args {
        (self.0.item(reads[0], places), self.1.args(&reads[1..], places))
    }
}
