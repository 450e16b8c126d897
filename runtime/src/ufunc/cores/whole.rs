//! Bodies in the notation of `broadcast!`: one kernel over all points.

use core::marker::PhantomData;

use super::Core;
use super::layout::{Frame, Side};
use super::signature::{Axes, Item, Items};
use crate::element::Element;
use crate::shape::Shape;
use crate::view::{View, ViewMut};

/// A parameter or result that a body sees as a view of shape `S`, which has axes of extent 1 in front.
pub struct Padded<S>(PhantomData<S>);

/// Parameters as views.
pub trait SharedViews: Items {
    /// A tuple of views.
    type Views<'a>;
    /// The views.
    ///
    /// # Safety
    ///
    /// Invariant 1 of [`Frame`].
    unsafe fn views<'a>(sides: &'a [Side]) -> Self::Views<'a>;
}

/// Results as views.
pub trait UniqueViews: Items {
    /// A tuple of views.
    type Views<'a>;
    /// The views.
    ///
    /// # Safety
    ///
    /// Invariant 2 of [`Frame`], of initialised elements; the sides are not used otherwise during `'a`.
    unsafe fn views_mut<'a>(sides: &'a [Side]) -> Self::Views<'a>;
}

/// The shape and strides of a side with axes of extent 1 in front, as many as `S` has more.
fn padded<S: Shape>(side: &Side) -> (S, S::Strides) {
    let missing = S::RANK.checked_sub(side.rank).expect("no more axes than the view");
    let (mut extents, mut strides) = (S::Index::default(), S::Strides::default());
    extents.as_mut()[..missing].fill(1);
    extents.as_mut()[missing..].copy_from_slice(&side.extents[..side.rank]);
    strides.as_mut()[missing..].copy_from_slice(&side.strides[..side.rank]);
    (S::from_extents(extents.as_ref()).expect("extents that were compared"), strides)
}

macro_rules! views {
    ($(($($T:ident $A:ident $S:ident $i:tt)*))*) => { $(
        impl<$($T: Element, $A: Axes, $S: Shape),*> SharedViews for ($(Item<$T, $A, Padded<$S>>,)*) {
            type Views<'a> = ($(View<'a, $T, $S>,)*);
            unsafe fn views<'a>(sides: &'a [Side]) -> Self::Views<'a> {
                ($({
                    let (shape, strides) = padded::<$S>(&sides[$i]);
                    // SAFETY: by the caller's promise each index of the side, and so of the padded one, leads to an element.
                    unsafe { View::from_raw(sides[$i].first.cast_const().cast(), shape, strides) }
                },)*)
            }
        }

        impl<$($T: Element, $A: Axes, $S: Shape),*> UniqueViews for ($(Item<$T, $A, Padded<$S>>,)*) {
            type Views<'a> = ($(ViewMut<'a, $T, $S>,)*);
            unsafe fn views_mut<'a>(sides: &'a [Side]) -> Self::Views<'a> {
                ($({
                    let (shape, strides) = padded::<$S>(&sides[$i]);
                    // SAFETY: as above, for elements of our own, each at one index.
                    unsafe { ViewMut::from_raw(sides[$i].first.cast(), shape, strides) }
                },)*)
            }
        }
    )* };
}

views! {
    (A B C 0)
    (A B C 0 D E F 1)
    (A B C 0 D E F 1 G H I 2)
    (A B C 0 D E F 1 G H I 2 J K L 3)
    (A B C 0 D E F 1 G H I 2 J K L 3 M N O 4)
    (A B C 0 D E F 1 G H I 2 J K L 3 M N O 4 P Q R 5)
    (A B C 0 D E F 1 G H I 2 J K L 3 M N O 4 P Q R 5 S T U 6)
    (A B C 0 D E F 1 G H I 2 J K L 3 M N O 4 P Q R 5 S T U 6 V W X 7)
}

impl<'a, F: Core<P>, P> Frame<'a, F, P>
where
    F::Params: SharedViews,
    F::Results: UniqueViews,
{
    /// The operands and the results.
    #[allow(clippy::type_complexity, reason = "two tuples of views")]
    pub fn views(self) -> (<F::Params as SharedViews>::Views<'a>, <F::Results as UniqueViews>::Views<'a>) {
        assert!(F::FILLED, "views are of elements that are initialised");
        // SAFETY: the invariants of the frame, which is used up.
        unsafe { (F::Params::views(self.params), F::Results::views_mut(self.results)) }
    }
}
