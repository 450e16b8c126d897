//! Views cut into several along an axis.

use super::{View, ViewMut};
use crate::array::Array;
use crate::axes::EditAxis;
use crate::error::ShapeError;
use crate::extent::Dyn;
use crate::shape::Shape;

/// The extent of each of `parts` equal parts of an axis.
#[track_caller]
fn equal_part(axis: usize, extent: usize, parts: usize) -> usize {
    match extent.checked_div(parts) {
        Some(part) if part * parts == extent => part,
        _ => ShapeError::new(format!("split: axis {axis} with extent {extent} has no {parts} equal parts")).raise(),
    }
}

impl<'a, T, S: Shape> View<'a, T, S> {
    /// As [`Array::split`].
    #[track_caller]
    pub fn split<const AXIS: usize>(self, parts: usize) -> Vec<View<'a, T, S::With<Dyn>>>
    where
        S: EditAxis<AXIS, With<Dyn>: EditAxis<AXIS, With<Dyn> = S::With<Dyn>>>,
    {
        let part = equal_part(AXIS, self.extents().as_ref()[AXIS], parts);
        self.pieces::<AXIS>((1..parts).map(|n| n * part))
    }

    /// As [`Array::split_at_each`].
    #[track_caller]
    pub fn split_at_each<const AXIS: usize>(self, places: &[usize]) -> Vec<View<'a, T, S::With<Dyn>>>
    where
        S: EditAxis<AXIS, With<Dyn>: EditAxis<AXIS, With<Dyn> = S::With<Dyn>>>,
    {
        self.pieces::<AXIS>(places.iter().copied())
    }

    /// The parts before, between and behind these places, which ascend.
    #[track_caller]
    fn pieces<const AXIS: usize>(self, places: impl Iterator<Item = usize>) -> Vec<View<'a, T, S::With<Dyn>>>
    where
        S: EditAxis<AXIS, With<Dyn>: EditAxis<AXIS, With<Dyn> = S::With<Dyn>>>,
    {
        let (_, mut rest) = self.split_at::<AXIS>(0);
        let (mut pieces, mut start) = (Vec::new(), 0);
        for place in places {
            let Some(length) = place.checked_sub(start) else {
                ShapeError::new(format!("split: place {place} along axis {AXIS} stands behind {start}")).raise()
            };
            let (piece, behind) = rest.split_at::<AXIS>(length);
            pieces.push(piece);
            (rest, start) = (behind, place);
        }
        pieces.push(rest);
        pieces
    }
}

macro_rules! splits {
    ($A:ident [$($lifetime:tt)*]) => {
        impl<T: Copy, S: Shape> $A<$($lifetime)* T, S> {
            /// So many parts of equal extent along axis `AXIS`, as views.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([[1, 2, 3, 4], [5, 6, 7, 8]]);
            /// let halves = a.split::<1>(2);
            /// assert_eq!(halves[1].to_vec(), [3, 4, 7, 8]);
            /// ```
            ///
            /// # Panics
            ///
            /// When the extent is no multiple of `parts`.
            #[track_caller]
            pub fn split<const AXIS: usize>(&self, parts: usize) -> Vec<View<'_, T, S::With<Dyn>>>
            where
                S: EditAxis<AXIS, With<Dyn>: EditAxis<AXIS, With<Dyn> = S::With<Dyn>>>,
            {
                self.view().split::<AXIS>(parts)
            }

            /// The parts along axis `AXIS` before, between and behind these places, as views.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([1, 2, 3, 4, 5]);
            /// let parts = a.split_at_each::<0>(&[1, 3]);
            /// assert_eq!(parts[1].to_vec(), [2, 3]);
            /// assert_eq!(parts[2].to_vec(), [4, 5]);
            /// ```
            ///
            /// # Panics
            ///
            /// When the places do not ascend, or one is greater than the extent.
            #[track_caller]
            pub fn split_at_each<const AXIS: usize>(&self, places: &[usize]) -> Vec<View<'_, T, S::With<Dyn>>>
            where
                S: EditAxis<AXIS, With<Dyn>: EditAxis<AXIS, With<Dyn> = S::With<Dyn>>>,
            {
                self.view().split_at_each::<AXIS>(places)
            }
        }
    };
}

splits!(Array []);
splits!(ViewMut ['_,]);
