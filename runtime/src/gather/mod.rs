//! Fancy indexing: elements chosen by index arrays and masks, copied out or written to.
//!
//! One of the rooms in which `unsafe` lives. Subscripts ([`subscript`]) tell by their types which axes the result has
//! ([`place`]) and by their values where its elements stand ([`selection`]); the copy is a [`transfer`].
//! What most programs need has short ways of its own: entries along one axis and flat positions ([`entries`]), masks of the
//! whole array ([`masks`]). Searching ([`search`]) gives the indices.

mod entries;
mod masks;
mod place;
mod search;
mod selection;
mod subscript;

pub use place::{ChoiceOf, Gathered, OuterOf};
pub use search::Side;
pub use selection::Items;
pub use subscript::{Indices, Mask, Selector};

use crate::array::{Array, Uninit};
use crate::error::{ShapeError, expect};
use crate::extent::Dyn;
use crate::index::shape_from;
use crate::operand::{Operand, scalar_view};
use crate::shape::Shape;
use crate::slicing::IntoTuple;
use crate::transfer::{Axis, Steps, transfer};
use crate::view::{View, ViewMut};
use selection::{Gathering, Points, Selection};

/// Elements at points are chosen so many at a time, so that their offsets stay in the first-level cache.
const BLOCK: usize = 512;

type Eight = (Dyn, Dyn, Dyn, Dyn, Dyn, Dyn, Dyn, Dyn);
type Tuple<L> = <L as IntoTuple>::Tuple;

/// The extents in the type's array.
fn index_from<S: Shape>(extents: &[usize]) -> S::Index {
    let mut index = S::Index::default();
    index.as_mut().copy_from_slice(extents);
    index
}

impl<T: Copy, S: Shape> View<'_, T, S> {
    /// As [`Array::gather`].
    #[track_caller]
    pub fn gather<Spec>(&self, subscripts: Spec) -> Array<T, Tuple<Gathered<Spec, S>>>
    where
        Spec: ChoiceOf<S>,
        Gathered<Spec, S>: IntoTuple,
    {
        expect(self.try_gather(subscripts))
    }

    /// As [`Array::try_gather`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_gather<Spec>(&self, subscripts: Spec) -> Result<Array<T, Tuple<Gathered<Spec, S>>>, ShapeError>
    where
        Spec: ChoiceOf<S>,
        Gathered<Spec, S>: IntoTuple,
    {
        let mut items = Items::default();
        subscripts.push_all(&mut items);
        match Gathering::of(&items, self.extents().as_ref(), self.strides().as_ref())? {
            Gathering::Points(points) => self.picked(&points),
            Gathering::Selection(selection) => self.chosen(&selection),
        }
    }

    /// As [`Array::gather_outer`].
    #[track_caller]
    pub fn gather_outer<Spec>(&self, subscripts: Spec) -> Array<T, Tuple<OuterOf<Spec, S>>>
    where
        Spec: ChoiceOf<S>,
        OuterOf<Spec, S>: IntoTuple,
    {
        expect(self.try_gather_outer(subscripts))
    }

    /// As [`Array::try_gather_outer`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_gather_outer<Spec>(&self, subscripts: Spec) -> Result<Array<T, Tuple<OuterOf<Spec, S>>>, ShapeError>
    where
        Spec: ChoiceOf<S>,
        OuterOf<Spec, S>: IntoTuple,
    {
        let mut items = Items::default();
        subscripts.push_all(&mut items);
        self.chosen(&Selection::outer(&items, self.extents().as_ref(), self.strides().as_ref())?)
    }

    /// The elements at points, which were made for this view's extents and strides.
    fn picked<R: Shape>(&self, points: &Points<'_>) -> Result<Array<T, R>, ShapeError> {
        let mut result = Uninit::<T, R>::new(shape_from(index_from::<R>(&points.extents)))?;
        let (len, to) = (result.len(), result.as_mut_ptr());
        let from = self.as_ptr().wrapping_offset(points.first);
        let mut offsets = [0; BLOCK];
        for start in (0..len).step_by(BLOCK) {
            let offsets = &mut offsets[..BLOCK.min(len - start)];
            points.offsets(start, offsets)?;
            let axis = Axis { extent: offsets.len(), from: Steps::To(offsets), to: Steps::By(1) };
            // SAFETY: the offsets are of elements of this view; the result has a place for each of them.
            unsafe { transfer(&[axis], from, to.add(start)) }
        }
        // SAFETY: all blocks have been written.
        Ok(unsafe { result.assume_init() })
    }

    /// The elements of a selection, which was made for this view's extents and strides.
    fn chosen<R: Shape>(&self, selection: &Selection) -> Result<Array<T, R>, ShapeError> {
        let mut result = Uninit::<T, R>::new(shape_from(index_from::<R>(&selection.extents)))?;
        // SAFETY: the selection leads every index of the result to an element of this view, and its steps in the result are
        // row-major, over as many places as it has.
        unsafe {
            let from = self.as_ptr().wrapping_offset(selection.first);
            transfer(&selection.reading(), from, result.as_mut_ptr());
            Ok(result.assume_init())
        }
    }
}

impl<T: Copy, S: Shape> ViewMut<'_, T, S> {
    /// Writes values, which are stretched to what is chosen.
    fn scattered<O: Operand<Elem = T> + ?Sized>(
        &mut self,
        selection: &Selection,
        values: &O,
    ) -> Result<(), ShapeError> {
        let values = values.as_view();
        let steps = selection.value_steps(values.extents().as_ref(), values.strides().as_ref())?;
        // SAFETY: the selection leads every index to an element of this view, which is borrowed exclusively, and the steps of the
        // values, stretched to the same extents, to one of theirs.
        unsafe {
            let to = self.as_mut_ptr().wrapping_offset(selection.first);
            transfer(&selection.writing(&steps), values.as_ptr(), to);
        }
        Ok(())
    }

    /// As [`Array::assign_at`].
    #[track_caller]
    pub fn assign_at<Spec: ChoiceOf<S>, O: Operand<Elem = T> + ?Sized>(&mut self, subscripts: Spec, values: &O) {
        expect(self.try_assign_at(subscripts, values))
    }

    /// As [`Array::try_assign_at`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_assign_at<Spec: ChoiceOf<S>, O: Operand<Elem = T> + ?Sized>(
        &mut self,
        subscripts: Spec,
        values: &O,
    ) -> Result<(), ShapeError> {
        let mut items = Items::default();
        subscripts.push_all(&mut items);
        let selection = Selection::together(&items, self.extents().as_ref(), self.strides().as_ref())?;
        self.scattered(&selection, values)
    }

    /// As [`Array::fill_at`].
    #[track_caller]
    pub fn fill_at<Spec: ChoiceOf<S>>(&mut self, subscripts: Spec, value: T) {
        self.assign_at(subscripts, &scalar_view(&value));
    }

    /// As [`Array::fill_outer`].
    #[track_caller]
    pub fn fill_outer<Spec: ChoiceOf<S>>(&mut self, subscripts: Spec, value: T) {
        self.assign_outer(subscripts, &scalar_view(&value));
    }

    /// As [`Array::assign_outer`].
    #[track_caller]
    pub fn assign_outer<Spec: ChoiceOf<S>, O: Operand<Elem = T> + ?Sized>(&mut self, subscripts: Spec, values: &O) {
        expect(self.try_assign_outer(subscripts, values))
    }

    /// As [`Array::try_assign_outer`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_assign_outer<Spec: ChoiceOf<S>, O: Operand<Elem = T> + ?Sized>(
        &mut self,
        subscripts: Spec,
        values: &O,
    ) -> Result<(), ShapeError> {
        let mut items = Items::default();
        subscripts.push_all(&mut items);
        let selection = Selection::outer(&items, self.extents().as_ref(), self.strides().as_ref())?;
        self.scattered(&selection, values)
    }
}

/// The methods that read, for what has a `view()`.
macro_rules! gathers {
    ($A:ident [$($lifetime:tt)*]) => {
        impl<T: Copy, S: Shape> $A<$($lifetime)* T, S> {
            /// A copy of the elements that subscripts with index arrays or masks choose: NumPy's `a[…]`.
            ///
            /// `s![]` writes the subscripts. Beside those of `slice` there may be arrays of integers, negative ones counted from
            /// the end, and masks, which stand for as many axes as they have. All of them, and single integers, are broadcast
            /// together. The axes that come of them stand where the arrays stand if these are neighbours, and
            /// in front of all others if anything is between them.
            ///
            /// # Panics
            ///
            /// When an index is out of bounds, index arrays cannot be broadcast together, a mask has other extents than its axes, or
            /// the result would be too large to exist.
            #[track_caller]
            pub fn gather<Spec>(&self, subscripts: Spec) -> Array<T, Tuple<Gathered<Spec, S>>>
            where
                Spec: ChoiceOf<S>,
                Gathered<Spec, S>: IntoTuple,
            {
                self.view().gather(subscripts)
            }

            /// As `gather`, with a `Result`.
            ///
            /// # Errors
            ///
            /// When `gather` would panic.
            pub fn try_gather<Spec>(&self, subscripts: Spec) -> Result<Array<T, Tuple<Gathered<Spec, S>>>, ShapeError>
            where
                Spec: ChoiceOf<S>,
                Gathered<Spec, S>: IntoTuple,
            {
                self.view().try_gather(subscripts)
            }

            /// A copy of the elements that subscripts choose, each index array or mask along its own axis: what NumPy
            /// writes `a[np.ix_(…)]`.
            ///
            /// # Panics
            ///
            /// When an index is out of bounds, a mask has other extents than its axes, or the result would be too large to exist.
            #[track_caller]
            pub fn gather_outer<Spec>(&self, subscripts: Spec) -> Array<T, Tuple<OuterOf<Spec, S>>>
            where
                Spec: ChoiceOf<S>,
                OuterOf<Spec, S>: IntoTuple,
            {
                self.view().gather_outer(subscripts)
            }

            /// As `gather_outer`, with a `Result`.
            ///
            /// # Errors
            ///
            /// When `gather_outer` would panic.
            pub fn try_gather_outer<Spec>(
                &self,
                subscripts: Spec,
            ) -> Result<Array<T, Tuple<OuterOf<Spec, S>>>, ShapeError>
            where
                Spec: ChoiceOf<S>,
                OuterOf<Spec, S>: IntoTuple,
            {
                self.view().try_gather_outer(subscripts)
            }
        }
    };
}

gathers!(Array []);
gathers!(ViewMut ['_,]);

impl<T: Copy, S: Shape> Array<T, S> {
    /// Writes values to the elements that [`Array::gather`] would copy: NumPy's `a[…] = values`.
    ///
    /// Values are stretched as by [`Array::assign`]; a number stands for all of them. Where an element is chosen several
    /// times, the last value stays.
    ///
    /// # Panics
    ///
    /// When `gather` would, or the values do not fit; nothing is written then.
    #[track_caller]
    pub fn assign_at<Spec: ChoiceOf<S>, O: Operand<Elem = T> + ?Sized>(&mut self, subscripts: Spec, values: &O) {
        self.view_mut().assign_at(subscripts, values);
    }

    /// As [`Array::assign_at`], with a `Result`.
    ///
    /// # Errors
    ///
    /// When `assign_at` would panic; nothing is written then.
    pub fn try_assign_at<Spec: ChoiceOf<S>, O: Operand<Elem = T> + ?Sized>(
        &mut self,
        subscripts: Spec,
        values: &O,
    ) -> Result<(), ShapeError> {
        self.view_mut().try_assign_at(subscripts, values)
    }

    /// Sets the elements that [`Array::gather`] would copy to one value; [`Array::try_assign_at`] takes one, too.
    ///
    /// # Panics
    ///
    /// When `gather` would; nothing is written then.
    #[track_caller]
    pub fn fill_at<Spec: ChoiceOf<S>>(&mut self, subscripts: Spec, value: T) {
        self.view_mut().fill_at(subscripts, value);
    }

    /// Sets the elements that [`Array::gather_outer`] would copy to one value; [`Array::try_assign_outer`] takes one, too.
    ///
    /// # Panics
    ///
    /// When `gather_outer` would; nothing is written then.
    #[track_caller]
    pub fn fill_outer<Spec: ChoiceOf<S>>(&mut self, subscripts: Spec, value: T) {
        self.view_mut().fill_outer(subscripts, value);
    }

    /// Writes values to the elements that [`Array::gather_outer`] would copy: `a[np.ix_(…)] = values`.
    ///
    /// # Panics
    ///
    /// When `gather_outer` would, or the values do not fit; nothing is written then.
    #[track_caller]
    pub fn assign_outer<Spec: ChoiceOf<S>, O: Operand<Elem = T> + ?Sized>(&mut self, subscripts: Spec, values: &O) {
        self.view_mut().assign_outer(subscripts, values);
    }

    /// As [`Array::assign_outer`], with a `Result`.
    ///
    /// # Errors
    ///
    /// When `assign_outer` would panic; nothing is written then.
    pub fn try_assign_outer<Spec: ChoiceOf<S>, O: Operand<Elem = T> + ?Sized>(
        &mut self,
        subscripts: Spec,
        values: &O,
    ) -> Result<(), ShapeError> {
        self.view_mut().try_assign_outer(subscripts, values)
    }
}
