//! What the type of a shape becomes when an axis is taken out, put in, replaced, or moved.
//!
//! Only types: the extents themselves are computed by [`crate::index`].

use crate::extent::{Dyn, Extent};
use crate::shape::{AxisAt, Shape};

/// A shape with an axis `I`, which can be taken out or given another extent.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "there is no axis {I} in an array of shape `{Self}`",
    label = "no axis {I}",
    note = "axes are counted from 0"
)]
pub trait EditAxis<const I: usize>: AxisAt<I> {
    /// The shape without axis `I`.
    type Without: Shape;
    /// The shape with extent `X` as axis `I`.
    type With<X: Extent>: Shape<Index = Self::Index, Strides = Self::Strides, Dynamic = Self::Dynamic>;
}

/// A shape into which a new axis `I` can be put: `I` is at most the rank, and the rank below 8.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "an array of shape `{Self}` cannot take a new axis {I}",
    label = "no place for a new axis {I}",
    note = "a new axis stands before an axis or after the last one, and the largest rank is 8"
)]
pub trait InsertAxis<const I: usize>: Shape {
    /// The shape with `X` as axis `I`, and the axes from `I` on moved up by one.
    type Longer<X: Extent>: Shape;
}

/// A shape with axes `I` and `J`, which can change places.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "axes {I} and {J} cannot be swapped in an array of shape `{Self}`",
    label = "there is no axis {I}, or no axis {J}",
    note = "axes are counted from 0"
)]
pub trait SwapAxes<const I: usize, const J: usize>: Shape {
    /// The shape with the extents of `I` and `J` exchanged.
    type Swapped: Shape<Index = Self::Index, Strides = Self::Strides>;
}

type AxisOf<S, const I: usize> = <S as AxisAt<I>>::Extent;

#[diagnostic::do_not_recommend]
impl<const I: usize, const J: usize, S> SwapAxes<I, J> for S
where
    S: EditAxis<I> + AxisAt<J>,
    <S as EditAxis<I>>::With<AxisOf<S, J>>: EditAxis<J>,
{
    type Swapped = <<S as EditAxis<I>>::With<AxisOf<S, J>> as EditAxis<J>>::With<AxisOf<S, I>>;
}

/// A shape whose axes can be put in reverse order; every shape.
#[doc(hidden)]
pub trait ReverseAxes: Shape {
    /// The shape with its extents in reverse order.
    type Reversed: Shape<Index = Self::Index, Strides = Self::Strides>;
}

/// A shape of rank 2, which has a diagonal.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "an array of shape `{Self}` has no diagonal",
    label = "only an array of two axes has one"
)]
pub trait Diagonal: Shape {}

#[diagnostic::do_not_recommend]
impl<A: Extent, B: Extent> Diagonal for (A, B) {}

/// A shape of rank 2 or more, whose last two axes are those of matrices.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "an array of shape `{Self}` holds no matrices",
    label = "only an array of two axes or more does"
)]
pub trait Matrices: Shape {}

/// The extents of a window on an array of shape `S`, which has up to four axes: its windows have twice as many.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` gives no windows on an array of shape `{S}`",
    label = "not one extent for each axis, or more than four axes",
    note = "windows have twice the rank of their array, at most 8; `sliding_windows_along::<AXIS>()` adds one axis only"
)]
pub trait WindowsOf<S: Shape>: AsRef<[usize]> {
    /// The shape of all windows: the number of windows along each axis, then the extents of a window.
    type Windows: Shape;
}

/// A shape of at most 7 axes, at the end of which there is room for one more.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "shape `{Self}` has no room for one more axis: the largest rank is 8",
    label = "too many axes"
)]
pub trait Append<E: Extent>: Shape {
    /// The longer shape.
    type Longer: Shape;
}

/// A list of extents, for type-level functions that are total: lists may be longer than shapes.
#[doc(hidden)]
pub trait ExtentList {
    /// The entries of this list, then those of `Tail`.
    type Then<Tail: ExtentList>: ExtentList;
    /// The entries of this list in reverse order, then those of `Tail`.
    type ReversedThen<Tail: ExtentList>: ExtentList;
}

impl ExtentList for () {
    type Then<Tail: ExtentList> = Tail;
    type ReversedThen<Tail: ExtentList> = Tail;
}

impl<E: Extent, Rest: ExtentList> ExtentList for (E, Rest) {
    type Then<Tail: ExtentList> = (E, Rest::Then<Tail>);
    type ReversedThen<Tail: ExtentList> = Rest::ReversedThen<(E, Tail)>;
}

macro_rules! edit_axes {
    ([$($B:ident)*]) => {};
    ([$($B:ident)*] $E:ident $i:tt $(, $R:ident $j:tt)*) => {
        #[diagnostic::do_not_recommend]
        impl<$($B: Extent,)* $E: Extent, $($R: Extent),*> EditAxis<$i> for ($($B,)* $E, $($R,)*) {
            type Without = ($($B,)* $($R,)*);
            type With<X: Extent> = ($($B,)* X, $($R,)*);
        }
        edit_axes!([$($B)* $E] $($R $j),*);
    };
}

macro_rules! insert_axes {
    ([$($B:ident)*] [$i:tt]) => {
        #[diagnostic::do_not_recommend]
        impl<$($B: Extent),*> InsertAxis<$i> for ($($B,)*) {
            type Longer<X: Extent> = ($($B,)* X,);
        }
    };
    ([$($B:ident)*] [$i:tt $($j:tt)*] $E:ident $($R:ident)*) => {
        #[diagnostic::do_not_recommend]
        impl<$($B: Extent,)* $E: Extent, $($R: Extent),*> InsertAxis<$i> for ($($B,)* $E, $($R,)*) {
            type Longer<X: Extent> = ($($B,)* X, $E, $($R,)*);
        }
        insert_axes!([$($B)* $E] [$($j)*] $($R)*);
    };
}

macro_rules! reversed {
    ([$($done:ident)*]) => { ($($done,)*) };
    ([$($done:ident)*] $E:ident $($rest:ident)*) => { reversed!([$E $($done)*] $($rest)*) };
}

macro_rules! dyn_of {
    ($E:ident) => {
        Dyn
    };
}

macro_rules! edits {
    ($(($($E:ident $i:tt),*) [$($at:tt)*];)*) => { $(
        edit_axes!([] $($E $i),*);
        impl<$($E: Extent),*> ReverseAxes for ($($E,)*) {
            type Reversed = reversed!([] $($E)*);
        }
        edits!(@shorter [$($at)*] $($E)*);
    )* };
    (@shorter [] $($E:ident)*) => {};
    (@shorter [$($at:tt)*] $($E:ident)*) => {
        insert_axes!([] [$($at)*] $($E)*);
        #[diagnostic::do_not_recommend]
        impl<X: Extent, $($E: Extent),*> Append<X> for ($($E,)*) {
            type Longer = ($($E,)* X,);
        }
    };
}

edits! {
    () [0];
    (A 0) [0 1];
    (A 0, B 1) [0 1 2];
    (A 0, B 1, C 2) [0 1 2 3];
    (A 0, B 1, C 2, D 3) [0 1 2 3 4];
    (A 0, B 1, C 2, D 3, F 4) [0 1 2 3 4 5];
    (A 0, B 1, C 2, D 3, F 4, G 5) [0 1 2 3 4 5 6];
    (A 0, B 1, C 2, D 3, F 4, G 5, H 6) [0 1 2 3 4 5 6 7];
    (A 0, B 1, C 2, D 3, F 4, G 5, H 6, K 7) [];
}

macro_rules! matrices {
    ($(($($E:ident),*))*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($E: Extent),*> Matrices for ($($E,)*) {}
    )* };
}

matrices! {
    (A, B) (A, B, C) (A, B, C, D) (A, B, C, D, F) (A, B, C, D, F, G) (A, B, C, D, F, G, H) (A, B, C, D, F, G, H, K)
}

macro_rules! windows {
    ($($rank:literal ($($E:ident),*);)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($E: Extent),*> WindowsOf<($($E,)*)> for [usize; $rank] {
            type Windows = ($(dyn_of!($E),)* $(dyn_of!($E),)*);
        }
    )* };
}

windows! { 0 (); 1 (A); 2 (A, B); 3 (A, B, C); 4 (A, B, C, D); }
