//! Parameters and results: an element each, or tuples.

use super::varying::{Merge, Varying};
use crate::array::{Array, Uninit};
use crate::element::Element;
use crate::error::ShapeError;
use crate::expr::{Outs, wider};
use crate::extent::Extent;
use crate::kernel::Family;
use crate::lanes::{Lanes, Simd};
use crate::shape::Shape;

/// The types of a ufunc's parameters, as a tuple.
pub trait Params: Copy {
    /// A gang of each.
    type Lanes<S: Simd>: Copy;
    /// Bytes of the widest number among them.
    const WIDEST: usize;
}

macro_rules! params {
    ($(($($A:ident)*))*) => { $(
        impl<$($A: Element),*> Params for ($($A,)*) {
            type Lanes<S: Simd> = ($(Varying<S, $A>,)*);
            const WIDEST: usize = params!(@widest $($A)*);
        }
    )* };
    (@widest) => { 1 };
    (@widest $A:ident $($rest:ident)*) => { wider($A::WIDEST, params!(@widest $($rest)*)) };
}

params! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) }

/// What a call over operands that stretch to this shape gives: an array, or the number itself.
#[diagnostic::on_unimplemented(
    message = "the result would have more than 8 axes",
    label = "arrays have at most 8 axes"
)]
pub trait Yield: Shape {
    /// It.
    type Of<T: Element, F: Family>;
    /// It, from an array.
    fn finish<T: Element, F: Family>(array: Array<T, Self>) -> Self::Of<T, F>;
}

impl Yield for () {
    type Of<T: Element, F: Family> = T;
    #[inline(always)]
    fn finish<T: Element, F: Family>(array: Array<T, ()>) -> T {
        array[[]]
    }
}

macro_rules! yields {
    ($(($($E:ident)*))*) => { $(
        impl<$($E: Extent),*> Yield for ($($E,)*) {
            type Of<T: Element, Fam: Family> = Fam::Result<T, Self>;
            #[inline(always)]
            fn finish<T: Element, Fam: Family>(array: Array<T, Self>) -> Self::Of<T, Fam> {
                Fam::finish(array)
            }
        }
    )* };
}

yields! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) }

/// What a ufunc returns: an element, or a tuple of up to six.
#[diagnostic::on_unimplemented(
    message = "a ufunc returns an element or a tuple of 2 to 6 elements, not `{Self}`",
    label = "elements are floats, integers, `bool`, `Complex`, or types given to `element!`"
)]
pub trait Results: Copy {
    /// A gang of each.
    type Lanes<S: Simd>: Merge<S>;
    /// Pointers into the outputs.
    type Outs: Outs;
    /// How many they are.
    const COUNT: usize;
    /// Bytes of the widest number among them.
    const WIDEST: usize;
    /// Bytes of one of each.
    const BYTES: usize;
    /// Arrays that are to be written.
    type Rooms<Sh: Shape>;
    /// Arrays once written, as the caller gets them.
    type Made<Sh: Yield, F: Family>;

    /// Writes a gang of each to neighbours, where the mask says if there is one.
    ///
    /// # Safety
    ///
    /// The outputs are writable there, and readable where there is a mask.
    unsafe fn store<S: Simd>(s: S, lanes: Self::Lanes<S>, outs: Self::Outs, mask: Option<S::Mask>);

    /// Writes one of each.
    ///
    /// # Safety
    ///
    /// The outputs are writable.
    unsafe fn write(self, outs: Self::Outs);

    /// Arrays of a shape.
    ///
    /// # Errors
    ///
    /// When they would be too large.
    fn rooms<Sh: Shape>(shape: Sh) -> Result<Self::Rooms<Sh>, ShapeError>;

    /// Their first elements.
    fn pointers<Sh: Shape>(rooms: &mut Self::Rooms<Sh>) -> Self::Outs;

    /// The arrays.
    ///
    /// # Safety
    ///
    /// Every element was written.
    unsafe fn made<Sh: Yield, F: Family>(rooms: Self::Rooms<Sh>) -> Self::Made<Sh, F>;
}

impl<T: Element> Results for T {
    type Lanes<S: Simd> = Varying<S, T>;
    type Outs = *mut T;
    const COUNT: usize = 1;
    const WIDEST: usize = T::WIDEST;
    const BYTES: usize = size_of::<T>();
    type Rooms<Sh: Shape> = Uninit<T, Sh>;
    type Made<Sh: Yield, F: Family> = Sh::Of<T, F>;

    #[inline(always)]
    unsafe fn store<S: Simd>(s: S, lanes: Varying<S, T>, out: *mut T, mask: Option<S::Mask>) {
        let mut new = lanes.gang;
        // SAFETY: the caller's promise.
        unsafe {
            if let Some(mask) = mask {
                new = T::Gang::<S>::select(mask, new, T::Gang::<S>::load(s, out));
            }
            new.store(out);
        }
    }

    #[inline(always)]
    unsafe fn write(self, out: *mut T) {
        // SAFETY: the caller's promise.
        unsafe { out.write(self) }
    }

    #[inline(always)]
    fn rooms<Sh: Shape>(shape: Sh) -> Result<Uninit<T, Sh>, ShapeError> {
        Uninit::new(shape)
    }

    #[inline(always)]
    fn pointers<Sh: Shape>(room: &mut Uninit<T, Sh>) -> *mut T {
        room.as_mut_ptr()
    }

    #[inline(always)]
    unsafe fn made<Sh: Yield, F: Family>(room: Uninit<T, Sh>) -> Sh::Of<T, F> {
        // SAFETY: the caller's promise.
        Sh::finish(unsafe { room.assume_init() })
    }
}

/// `(A, (B, C))` of `A B C`.
macro_rules! nest {
    ([$($wrap:tt)*] $A:ident) => { nest!(@wrap [$($wrap)*] $A) };
    ([$($wrap:tt)*] $A:ident $($rest:ident)+) => { (nest!(@wrap [$($wrap)*] $A), nest!([$($wrap)*] $($rest)+)) };
    (@wrap [*mut] $A:ident) => { *mut $A };
    (@wrap [] $A:ident) => { $A };
}

macro_rules! results {
    ($($count:literal ($($A:ident $a:ident $i:tt)*))*) => { $(
        impl<$($A: Element),*> Results for ($($A,)*) {
            type Lanes<S: Simd> = ($(Varying<S, $A>,)*);
            type Outs = nest!([*mut] $($A)*);
            const COUNT: usize = $count;
            const WIDEST: usize = <($($A,)*) as Params>::WIDEST;
            const BYTES: usize = 0 $(+ size_of::<$A>())*;
            type Rooms<Sh: Shape> = ($(Uninit<$A, Sh>,)*);
            type Made<Sh: Yield, Fam: Family> = ($(Sh::Of<$A, Fam>,)*);

            #[inline(always)]
            unsafe fn store<S: Simd>(s: S, lanes: Self::Lanes<S>, outs: Self::Outs, mask: Option<S::Mask>) {
                let nest!([] $($a)*) = outs;
                // SAFETY: the caller's promise, for each.
                unsafe { $(<$A as Results>::store(s, lanes.$i, $a, mask);)* }
            }

            #[inline(always)]
            unsafe fn write(self, outs: Self::Outs) {
                let nest!([] $($a)*) = outs;
                // SAFETY: the caller's promise, for each.
                unsafe { $($a.write(self.$i);)* }
            }

            #[inline(always)]
            fn rooms<Sh: Shape>(shape: Sh) -> Result<Self::Rooms<Sh>, ShapeError> {
                Ok(($(Uninit::<$A, Sh>::new(shape)?,)*))
            }

            #[inline(always)]
            fn pointers<Sh: Shape>(rooms: &mut Self::Rooms<Sh>) -> Self::Outs {
                $(let $a = rooms.$i.as_mut_ptr();)*
                nest!([] $($a)*)
            }

            #[inline(always)]
            unsafe fn made<Sh: Yield, Fam: Family>(rooms: Self::Rooms<Sh>) -> Self::Made<Sh, Fam> {
                // SAFETY: the caller's promise, for each.
                unsafe { ($(Sh::finish(rooms.$i.assume_init()),)*) }
            }
        }
    )* };
}

results! {
    2 (A a 0 B b 1)
    3 (A a 0 B b 1 C c 2)
    4 (A a 0 B b 1 C c 2 D d 3)
    5 (A a 0 B b 1 C c 2 D d 3 E e 4)
    6 (A a 0 B b 1 C c 2 D d 3 E e 4 F f 5)
}
