//! Where elements are: those that are not zero, and places in a sorted array.

use super::subscript::{ChosenAxis, is_nonzero, outside};
use crate::array::{Array, Array1};
use crate::element::Element;
use crate::error::ShapeError;
use crate::extent::{Const, Dyn, Extent};
use crate::operand::Operand;
use crate::shape::Shape;
use crate::slicing::IndexNumber;
use crate::view::{IndexedBy, View, ViewMut};

impl<T: Element + PartialEq, S: Shape> View<'_, T, S> {
    /// As [`Array::nonzero`].
    pub fn nonzero<const R: usize>(&self) -> [Array1<usize>; R]
    where
        S: IndexedBy<R>,
    {
        let mut indices = [(); R].map(|()| Vec::new());
        for (index, _) in self.indexed_iter().filter(|(_, element)| is_nonzero(*element)) {
            indices.iter_mut().zip(index).for_each(|(axis, entry)| axis.push(entry));
        }
        indices.map(Array::from_vec)
    }

    /// As [`Array::argwhere`].
    pub fn argwhere<const R: usize>(&self) -> Array<usize, (Dyn, Const<R>)>
    where
        S: IndexedBy<R>,
    {
        let nonzero = self.indexed_iter().filter(|(_, element)| is_nonzero(*element));
        let indices: Vec<[usize; R]> = nonzero.map(|(index, _)| index).collect();
        let shape = (Dyn(indices.len()), Const);
        Array::collect(shape, indices.into_iter().flatten())
    }
}

/// On which side of equal elements [`Array::searchsorted`] finds a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before them.
    Left,
    /// Behind them.
    Right,
}

impl Side {
    /// Whether `element` stands before the place for `value`. NaN is greater than any number, as in NumPy's sorted arrays.
    #[allow(clippy::eq_op)] // NaN alone is not equal to itself.
    fn is_before<T: PartialOrd>(self, element: &T, value: &T) -> bool {
        let less = |x: &T, y: &T| x < y || (y != y && x == x);
        match self {
            Side::Left => less(element, value),
            Side::Right => !less(value, element),
        }
    }
}

impl<T: Copy + PartialOrd, E: Extent> View<'_, T, (E,)> {
    /// As [`Array::searchsorted`].
    pub fn searchsorted<O: Operand<Elem = T> + ?Sized>(&self, values: &O, side: Side) -> Array<usize, O::Shape> {
        values.as_view().map(|value| self.place_of(value, side, |place| place))
    }

    /// As [`Array::searchsorted_by`].
    #[track_caller]
    pub fn searchsorted_by<O: Operand<Elem = T> + ?Sized, I: IndexNumber, F: Extent>(
        &self,
        values: &O,
        side: Side,
        order: &(impl Operand<Elem = I, Shape = (F,)> + ?Sized),
    ) -> Array<usize, O::Shape> {
        let order = order.as_view();
        if order.len() != self.len() {
            ShapeError::new(format!("searchsorted: the order has {} entries, the array {}", order.len(), self.len()))
                .raise()
        }
        let axis = ChosenAxis { axis: 0, extent: self.len(), stride: 1 };
        let entries: Option<Vec<usize>> = order.iter().map(|index| index.entry(axis.extent)).collect();
        let Some(entries) = entries else { outside(order, axis).raise() };
        values.as_view().map(|value| self.place_of(value, side, |place| entries[place]))
    }

    /// How many elements stand before the place for `value`; `entry` tells where the one at a place stands.
    fn place_of(&self, value: &T, side: Side, entry: impl Fn(usize) -> usize) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if side.is_before(&self[entry(middle)], value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

macro_rules! searches {
    ($A:ident [$($lifetime:tt)*]) => {
        impl<T: Element + PartialEq, S: Shape> $A<$($lifetime)* T, S> {
            /// The indices of the elements that are not 0 or false, in row-major order: for each axis, an array of their
            /// entries.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let [rows, columns] = Array::from([[0, 3, 0], [1, 0, 2]]).nonzero();
            /// assert_eq!((rows.to_vec(), columns.to_vec()), (vec![0, 1, 1], vec![1, 0, 2]));
            /// ```
            pub fn nonzero<const R: usize>(&self) -> [Array1<usize>; R]
            where
                S: IndexedBy<R>,
            {
                self.view().nonzero()
            }

            /// The indices of the elements that are not 0 or false, in row-major order: one a row.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// assert_eq!(Array::from([[0, 3, 0], [1, 0, 2]]).argwhere(), [[0, 1], [1, 0], [1, 2]]);
            /// ```
            pub fn argwhere<const R: usize>(&self) -> Array<usize, (Dyn, Const<R>)>
            where
                S: IndexedBy<R>,
            {
                self.view().argwhere()
            }
        }

        impl<T: Copy + PartialOrd, E: Extent> $A<$($lifetime)* T, (E,)> {
            /// For each of `values`, the place in this ascending array at which it can be inserted so that the array
            /// ascends still: on the left or on the right of elements that are equal to it. NaN stands behind all numbers.
            ///
            /// ```
            /// use ndweave_runtime::{Array, Side};
            /// let a = Array::from([1.0, 2.0, 2.0, 5.0]);
            /// assert_eq!(a.searchsorted(&[2.0, 3.0, 0.0], Side::Left), [1, 3, 0]);
            /// assert_eq!(a.searchsorted(&[2.0, 3.0, 9.0], Side::Right), [3, 3, 4]);
            /// ```
            pub fn searchsorted<O: Operand<Elem = T> + ?Sized>(
                &self,
                values: &O,
                side: Side,
            ) -> Array<usize, O::Shape> {
                self.view().searchsorted(values, side)
            }

            /// As `searchsorted`, of this array in an order in which it ascends: what `argsort` gives.
            ///
            /// ```
            /// use ndweave_runtime::{Array, Side};
            /// let a = Array::from([5.0, 1.0, 2.0]);
            /// assert_eq!(a.searchsorted_by(&[1.5, 5.0], Side::Right, &[1, 2, 0]), [1, 3]);
            /// ```
            ///
            /// # Panics
            ///
            /// When the order has another number of entries, or one that is out of bounds.
            #[track_caller]
            pub fn searchsorted_by<O: Operand<Elem = T> + ?Sized, I: IndexNumber, F: Extent>(
                &self,
                values: &O,
                side: Side,
                order: &(impl Operand<Elem = I, Shape = (F,)> + ?Sized),
            ) -> Array<usize, O::Shape> {
                self.view().searchsorted_by(values, side, order)
            }
        }
    };
}

searches!(Array []);
searches!(ViewMut ['_,]);
