//! Views of one field of an array of structs: [`field!`](crate::field) and [`field_mut!`](crate::field_mut).
//!
//! The macros hand over a closure, `|element| &element.re`, because only the compiler knows where a field stands in a
//! struct whose name the notation does not say. A closure is safe code and may do anything: go through a `Deref` to
//! somewhere else, or choose another part for each element, of an enum for instance. So nothing is believed but
//! addresses: it is called with *every* element, and each reference that it returns must point to the same byte of its
//! element. For a field this is a comparison of constants in a loop, and the optimiser removes both.
//!
//! That is enough. A `&'e F` made from a `&'e T` says that there is a valid `F` at its address for `'e`, whoever made it; a
//! `&'e mut F`, that any `F` may be written there. The view's own pointer reaches these bytes, because they lie within
//! the struct. What a closure does to a struct through its `&mut T` happens before the view exists.

mod notation;
#[cfg(test)]
mod tests;

use core::marker::PhantomData;
use core::ptr::NonNull;

use super::{View, ViewMut};
use crate::array::Array;
use crate::axes::Append;
use crate::element::Element;
use crate::error::{ShapeError, expect};
use crate::expr::{Never, Refused};
use crate::extent::{Const, Dyn, Extent};
use crate::index::{is_row_major, shape_from};
use crate::operand::Nested;
use crate::shape::{Shape, row_major};

/// A reference to an array of structs `T` of shape `S`, borrowed for `'a`. What is none leaves `T` and `S` unknown, for one error.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an array of structs",
    label = "not an array, view, slice or vector"
)]
pub trait Structs<'a, T, S: Shape> {
    /// A view of the structs.
    fn structs(self) -> View<'a, T, S>;
}

/// A mutable reference to an array of structs `T` of shape `S`, borrowed for `'a`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an array of structs that can be written to",
    label = "not an array, mutable view, mutable slice or vector"
)]
pub trait StructsMut<'a, T, S: Shape> {
    /// A mutable view of the structs.
    fn structs_mut(self) -> ViewMut<'a, T, S>;
}

macro_rules! structs {
    ($([$($generics:tt)*] $lifetime:lifetime $A:ty, $S:ty, |$a:ident| $view:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Structs<$lifetime, T, $S> for $A {
            #[inline(always)]
            fn structs(self) -> View<$lifetime, T, $S> {
                let $a = self;
                $view
            }
        }
    )* };
}

macro_rules! structs_mut {
    ($([$($generics:tt)*] $A:ty, $S:ty, |$a:ident| $view:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<'a, $($generics)*> StructsMut<'a, T, $S> for &'a mut $A {
            #[inline(always)]
            fn structs_mut(self) -> ViewMut<'a, T, $S> {
                let $a = self;
                $view
            }
        }
    )* };
}

/// The elements of a slice.
#[inline(always)]
fn line<T, E: Extent>(slice: &[T], extent: E) -> View<'_, T, (E,)> {
    // No index below the length of a slice leads outside it.
    expect(View::from_slice_strided(slice, (extent,), [1], 0))
}

/// As [`line`], for writing.
#[inline(always)]
fn line_mut<T, E: Extent>(slice: &mut [T], extent: E) -> ViewMut<'_, T, (E,)> {
    expect(ViewMut::from_slice_strided(slice, (extent,), [1], 0))
}

structs! {
    ['a, T: Copy, S: Shape] 'a &'a Array<T, S>, S, |a| a.view();
    // A view's elements live longer than the view: `let re = field!(a.slice(s![1..]), re);`.
    ['a, 'v, T, S: Shape] 'v &'a View<'v, T, S>, S, |a| *a;
    ['a, 'v, T, S: Shape] 'a &'a ViewMut<'v, T, S>, S, |a| a.view();
    ['a, T] 'a &'a [T], (Dyn,), |a| line(a, Dyn(a.len()));
    ['a, T] 'a &'a Vec<T>, (Dyn,), |a| line(a, Dyn(a.len()));
    ['a, T, const N: usize] 'a &'a [T; N], (Const<N>,), |a| line(a, Const);
}

structs_mut! {
    [T: Copy, S: Shape] Array<T, S>, S, |a| a.view_mut();
    ['v, T, S: Shape] ViewMut<'v, T, S>, S, |a| a.view_mut();
    [T] [T], (Dyn,), |a| { let extent = Dyn(a.len()); line_mut(a, extent) };
    [T] Vec<T>, (Dyn,), |a| { let extent = Dyn(a.len()); line_mut(a, extent) };
    [T, const N: usize] [T; N], (Const<N>,), |a| line_mut(a, Const);
}

#[diagnostic::do_not_recommend]
impl<'a, X: ?Sized, T, S: Shape> Structs<'a, T, S> for &&'a X
where
    &'a X: Structs<'a, T, S>,
{
    #[inline(always)]
    fn structs(self) -> View<'a, T, S> {
        (*self).structs()
    }
}

#[diagnostic::do_not_recommend]
impl<'a, X: ?Sized, T, S: Shape> Structs<'a, T, S> for &'a &mut X
where
    &'a X: Structs<'a, T, S>,
{
    #[inline(always)]
    fn structs(self) -> View<'a, T, S> {
        <&'a X>::structs(self)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, X: ?Sized, T, S: Shape> StructsMut<'a, T, S> for &'a mut &mut X
where
    &'a mut X: StructsMut<'a, T, S>,
{
    #[inline(always)]
    fn structs_mut(self) -> ViewMut<'a, T, S> {
        <&'a mut X>::structs_mut(self)
    }
}

/// The array of structs borrowed as a mutable reference would be: `g` and a `g` that is itself `&mut` alike.
///
/// Implemented for everything, so that what is wrong with it is said by [`StructsMut`].
#[doc(hidden)]
pub trait BorrowStructs {
    /// The array.
    fn ndweave_structs(&mut self) -> &mut Self;
}

impl<A: ?Sized> BorrowStructs for A {
    #[inline(always)]
    fn ndweave_structs(&mut self) -> &mut A {
        self
    }
}

/// A field of the structs of an array of shape `S`: a number, or a nested array whose axes come behind those of `S`.
///
/// The view has elements `E` and shape `A`, which are unknown where this is no field of numbers.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number, nor a nested array of numbers",
    label = "not a field of numbers",
    note = "numbers are floats, integers, `bool`, `Complex`, and types given to `element!`; of a struct within, name \
            a field: `field!(particles, position.x)`"
)]
pub trait FieldOf<S: Shape, E, A: Shape>: Sized {
    /// The view of the field.
    fn view<T>(found: Found<'_, T, S, Self>) -> View<'_, E, A>;
    /// The mutable view of the field.
    fn view_mut<T>(found: FoundMut<'_, T, S, Self>) -> ViewMut<'_, E, A>;
}

macro_rules! views {
    ($A:ty) => {
        #[inline(always)]
        fn view<T>(found: Found<'_, T, S, Self>) -> View<'_, E, $A> {
            found.view()
        }
        #[inline(always)]
        fn view_mut<T>(found: FoundMut<'_, T, S, Self>) -> ViewMut<'_, E, $A> {
            found.view()
        }
    };
}

#[diagnostic::do_not_recommend]
impl<S: Shape, E: Element> FieldOf<S, E, S> for E {
    views!(S);
}

#[diagnostic::do_not_recommend]
impl<X, S, E, A: Shape, const N: usize> FieldOf<S, E, A> for [X; N]
where
    S: Append<Const<N>>,
    X: FieldOf<S::Longer, E, A>,
    [X; N]: Nested<Elem = E>,
{
    views!(A);
}

// Keeps `E` and `A` unknown where the type is no element: see `Never`.
#[diagnostic::do_not_recommend]
impl<F: Never, S: Shape> FieldOf<S, Refused, ()> for F {
    fn view<T>(_: Found<'_, T, S, Self>) -> View<'_, Refused, ()> {
        F::any()
    }
    fn view_mut<T>(_: FoundMut<'_, T, S, Self>) -> ViewMut<'_, Refused, ()> {
        F::any()
    }
}

/// How many elements of type `E` it is from a struct to the next one.
#[inline(always)]
const fn elements_in<T, E>() -> isize {
    const {
        assert!(
            size_of::<E>() == 0 || size_of::<T>().is_multiple_of(size_of::<E>()),
            "field!: strides are counted in elements, and the size of this struct is no multiple of the size of its \
             field's elements; take a part of the field (`z.re`), or let the struct be larger"
        );
    }
    match size_of::<T>().checked_div(size_of::<E>()) {
        Some(count) => count as isize,
        None => 0,
    }
}

/// The shape and strides of field `F` of structs `T`: the axes `S` of the structs, then those of `F`.
#[inline(always)]
fn axes<T, F: Nested, S: Shape, A: Shape>(shape: S, strides: S::Strides) -> (A, A::Strides) {
    let within = F::shape().extents();
    let mut all_extents = A::Index::default();
    let (outer, inner) = all_extents.as_mut().split_at_mut(S::RANK);
    outer.copy_from_slice(shape.extents().as_ref());
    inner.copy_from_slice(within.as_ref());
    let mut all_strides = A::Strides::default();
    let (outer, inner) = all_strides.as_mut().split_at_mut(S::RANK);
    for (stride, step) in outer.iter_mut().zip(strides.as_ref()) {
        // Without elements a stride may be anything.
        *stride = step.wrapping_mul(elements_in::<T, F::Elem>());
    }
    inner.copy_from_slice(row_major::<F::Shape>(within).as_ref());
    (shape_from(all_extents), all_strides)
}

/// The byte of each struct `T` at which its field `F` stands; `None` where there are no structs.
///
/// `byte_at` says it for the struct at an offset, and is asked for every one of them. Only bytes within the struct are
/// returned.
#[inline(always)]
fn place<T, F>(
    extents: &[usize],
    strides: &[isize],
    mut byte_at: impl FnMut(isize) -> usize,
) -> Result<Option<usize>, ShapeError> {
    let len: usize = extents.iter().product();
    if len == 0 {
        return Ok(None);
    }
    let first = byte_at(0);
    if first.checked_add(size_of::<F>()).is_none_or(|end| end > size_of::<T>()) {
        return Err(elsewhere());
    }
    // Nothing in these loops may panic or have another effect: otherwise they would stay in the program.
    if is_row_major(extents, strides) {
        for n in 0..len {
            let byte = byte_at(n as isize);
            if byte != first {
                return Err(moves(first, byte));
            }
        }
    } else {
        for n in 0..len {
            let byte = byte_at(nth(n, extents, strides));
            if byte != first {
                return Err(moves(first, byte));
            }
        }
    }
    Ok(Some(first))
}

/// The offset of the `n`th index in row-major order.
#[inline(always)]
fn nth(mut n: usize, extents: &[usize], strides: &[isize]) -> isize {
    let mut offset = 0isize;
    for (&extent, &stride) in extents.iter().zip(strides).rev() {
        // No extent is 0 here, which the optimiser does not know.
        let (above, index) = (n.checked_div(extent).unwrap_or(0), n.checked_rem(extent).unwrap_or(0));
        offset = offset.wrapping_add((index as isize).wrapping_mul(stride));
        n = above;
    }
    offset
}

#[cold]
fn elsewhere() -> ShapeError {
    ShapeError::new("field!: what is named here is not in the struct itself but behind a reference of it")
}

#[cold]
fn moves(first: usize, other: usize) -> ShapeError {
    ShapeError::new(format!(
        "field!: what is named here stands at byte {first} of the first struct but at byte {other} of another one"
    ))
}

/// A field that was found at the same byte of every struct.
#[doc(hidden)]
pub struct Found<'a, T, S: Shape, F> {
    structs: View<'a, T, S>,
    /// If there is any struct, then each of them has a valid `F` at this byte, within the struct, for as long as the structs are
    /// borrowed.
    byte: Option<usize>,
    field: PhantomData<F>,
}

/// A field that was found at the same byte of every struct, for writing.
#[doc(hidden)]
pub struct FoundMut<'a, T, S: Shape, F> {
    structs: ViewMut<'a, T, S>,
    /// If there is any struct, then each of them has an `F` at this byte, within the struct, that whoever has the struct for
    /// himself may write to.
    byte: Option<usize>,
    field: PhantomData<F>,
}

/// Finds what `project` returns a reference to: a field.
///
/// # Panics
///
/// When it is not at the same byte of every struct.
#[doc(hidden)]
#[inline]
#[track_caller]
pub fn field<'a, T, S: Shape, F>(
    structs: View<'a, T, S>,
    project: impl for<'e> Fn(&'e T) -> &'e F,
) -> Found<'a, T, S, F> {
    let place = place::<T, F>(structs.extents().as_ref(), structs.strides.as_ref(), |offset| {
        // SAFETY: `place` passes offsets of indices below the extents (invariant 1 of `View`).
        let element: &'a T = unsafe { structs.ptr.offset(offset).as_ref() };
        core::ptr::from_ref(project(element)).addr().wrapping_sub(core::ptr::from_ref(element).addr())
    });
    Found { structs, byte: expect(place), field: PhantomData }
}

/// As [`field`], for writing.
///
/// # Panics
///
/// As there.
#[doc(hidden)]
#[inline]
#[track_caller]
pub fn field_mut<'a, T, S: Shape, F>(
    structs: ViewMut<'a, T, S>,
    project: impl for<'e> Fn(&'e mut T) -> &'e mut F,
) -> FoundMut<'a, T, S, F> {
    let place = place::<T, F>(structs.extents().as_ref(), structs.strides.as_ref(), |offset| {
        // SAFETY: `place` passes offsets of indices below the extents (invariant 1 of `ViewMut`), and the reference of one
        // call is gone before the next.
        let element = unsafe { structs.ptr.offset(offset).as_mut() };
        let start = core::ptr::from_mut(element).addr();
        core::ptr::from_mut(project(element)).addr().wrapping_sub(start)
    });
    FoundMut { structs, byte: expect(place), field: PhantomData }
}

impl<'a, T, S: Shape, F: Nested> Found<'a, T, S, F> {
    #[inline(always)]
    fn view<A: Shape>(self) -> View<'a, F::Elem, A> {
        let (shape, strides) = axes::<T, F, S, A>(self.structs.shape, self.structs.strides);
        let Some(byte) = self.byte else {
            // SAFETY: there are no indices, and the pointer is aligned.
            return unsafe { View::from_raw(NonNull::dangling().as_ptr(), shape, strides) };
        };
        // SAFETY: the pointer to the structs may read all their bytes, so also this one (invariant of `byte`), and an `F`
        // is elements without gaps (`Nested`). An index of the structs leads to the struct's own `F`, for a struct is as
        // many whole elements as `elements_in` says, and the axes of the field stay within it (1). Distances are
        // those of bytes within the structs (2).
        unsafe { View::from_raw(self.structs.ptr.as_ptr().byte_add(byte).cast(), shape, strides) }
    }
}

impl<'a, T, S: Shape, F: Nested> FoundMut<'a, T, S, F> {
    #[inline(always)]
    fn view<A: Shape>(self) -> ViewMut<'a, F::Elem, A> {
        let (shape, strides) = axes::<T, F, S, A>(self.structs.shape, self.structs.strides);
        let Some(byte) = self.byte else {
            // SAFETY: there are no indices, and the pointer is aligned.
            return unsafe { ViewMut::from_raw(NonNull::dangling().as_ptr(), shape, strides) };
        };
        // SAFETY: (1) and (2) as for `Found`; the result replaces the only view of the structs. Different structs share
        // no bytes, so neither do their fields, and the elements of a field have no gaps (3).
        unsafe { ViewMut::from_raw(self.structs.ptr.as_ptr().byte_add(byte).cast(), shape, strides) }
    }
}
