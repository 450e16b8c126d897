//! What is done with all elements of a view, without a kernel: copies, assignment, maps, comparison.

use super::{View, ViewMut};
use crate::array::{Array, Uninit};
use crate::error::{ShapeError, expect};
use crate::extent::Const;
use crate::index::{broadcast_strides, fitted};
use crate::operand::{Nested, Operand};
use crate::shape::{IntoShape, Prepend, Shape, row_major};
use crate::transfer::{strided, transfer};

impl<'a, T: Copy, S: Shape> View<'a, T, S> {
    /// The elements in row-major order.
    pub fn to_vec(&self) -> Vec<T> {
        match self.as_slice() {
            Some(slice) => slice.to_vec(),
            None => {
                let mut vec = Vec::with_capacity(self.len());
                self.iter().for_each(|&x| vec.push(x));
                vec
            }
        }
    }

    /// An array of the same elements.
    pub fn to_owned(&self) -> Array<T, S> {
        self.copied(self.shape)
    }

    /// The elements in row-major order with a shape of as many elements, which can exist.
    fn copied<R: Shape>(&self, shape: R) -> Array<T, R> {
        if let Some(slice) = self.as_slice() {
            return Array::mapped(shape, slice, |x| *x);
        }
        let mut copy = expect(Uninit::<T, R>::new(shape));
        assert_eq!(copy.len(), self.len(), "as many places as elements");
        let axes = strided(self.extents().as_ref(), self.strides.as_ref(), row_major::<S>(self.extents()).as_ref());
        // SAFETY: the steps of the result are row-major for this view's extents, and it has as many places.
        unsafe {
            transfer(&axes, self.as_ptr(), copy.as_mut_ptr());
            copy.assume_init()
        }
    }

    /// An array of the same shape, of what `f` makes of each element, called in row-major order.
    ///
    /// # Panics
    ///
    /// When an array of elements as large as those of type `U` cannot exist.
    #[track_caller]
    pub fn map<U: Copy>(&self, f: impl FnMut(&'a T) -> U) -> Array<U, S> {
        match self.as_slice() {
            Some(slice) => Array::mapped(self.shape, slice, f),
            None => Array::collect(self.shape, self.iter().map(f)),
        }
    }

    /// As [`View::map`], with `f` on elements by value.
    pub fn mapv<U: Copy>(&self, mut f: impl FnMut(T) -> U) -> Array<U, S> {
        self.map(|&x| f(x))
    }

    /// An array with the same elements in the same row-major order, and another shape.
    ///
    /// # Errors
    ///
    /// When the shapes have different numbers of elements.
    pub fn to_reshaped<R: IntoShape>(&self, shape: R) -> Result<Array<T, R::Shape>, ShapeError> {
        let shape = fitted::<R::Shape, T>(self.extents().as_ref(), shape.into_shape())?;
        Ok(self.copied(shape))
    }
}

/// Methods that read, for what has a `view()`.
macro_rules! readers {
    ($A:ident [$($lifetime:tt)*]) => {
        impl<T: Copy, S: Shape> $A<$($lifetime)* T, S> {
            /// The elements in row-major order.
            pub fn to_vec(&self) -> Vec<T> {
                self.view().to_vec()
            }

            /// An array of the same elements.
            pub fn to_owned(&self) -> Array<T, S> {
                self.view().to_owned()
            }

            /// An array of the same shape, of what `f` makes of each element, called in row-major order.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let mut a = Array::from([[1, 2], [3, 4]]);
            /// assert_eq!(a.map(|x| 0.5 * *x as f64).as_slice(), [0.5, 1.0, 1.5, 2.0]);
            /// assert_eq!(a.view_mut().map(|x| x * x).as_slice(), [1, 4, 9, 16]);
            /// ```
            pub fn map<'b, U: Copy>(&'b self, f: impl FnMut(&'b T) -> U) -> Array<U, S> {
                self.view().map(f)
            }

            /// As `map`, with `f` on elements by value.
            pub fn mapv<U: Copy>(&self, f: impl FnMut(T) -> U) -> Array<U, S> {
                self.view().mapv(f)
            }

            /// An array with the same elements in the same row-major order, and another shape.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
            /// assert_eq!(a.to_reshaped(6).unwrap()[4], 5);
            /// ```
            ///
            /// # Errors
            ///
            /// When the shapes have different numbers of elements.
            pub fn to_reshaped<R: IntoShape>(&self, shape: R) -> Result<Array<T, R::Shape>, ShapeError> {
                self.view().to_reshaped(shape)
            }
        }
    };
}

readers!(Array []);
readers!(ViewMut ['_,]);

impl<T: Copy, S: Shape> ViewMut<'_, T, S> {
    /// Sets every element to `value`.
    pub fn fill(&mut self, value: T) {
        self.iter_mut().for_each(|x| *x = value);
    }

    /// Replaces every element `x` by `f(x)`, in row-major order.
    pub fn mapv_inplace(&mut self, mut f: impl FnMut(T) -> T) {
        self.iter_mut().for_each(|x| *x = f(*x));
    }

    /// Copies the elements of `other` into this view. By NumPy's rule, axes are aligned from the last one,
    /// and those that `other` lacks or has with extent 1 are repeated; this view never grows.
    ///
    /// # Panics
    ///
    /// When the extents do not fit.
    #[track_caller]
    pub fn assign<O: Operand<Elem = T> + ?Sized>(&mut self, other: &O) {
        expect(self.try_assign(other))
    }

    /// As [`ViewMut::assign`], with a `Result`.
    ///
    /// # Errors
    ///
    /// When the extents do not fit; nothing is written then.
    pub fn try_assign<O: Operand<Elem = T> + ?Sized>(&mut self, other: &O) -> Result<(), ShapeError> {
        let other = other.as_view();
        let (from, to) = (other.extents(), self.extents());
        let mut strides = S::Strides::default();
        broadcast_strides(from.as_ref(), other.strides.as_ref(), to.as_ref(), strides.as_mut())?;
        if to.as_ref() == from.as_ref()
            && let (Some(to), Some(from)) = (self.as_mut_slice(), other.as_slice())
        {
            to.copy_from_slice(from);
            return Ok(());
        }
        let axes = strided(to.as_ref(), strides.as_ref(), self.strides.as_ref());
        // SAFETY: a stretched or new axis has stride 0 and any other its own extent, so each index leads to an element of `other`,
        // and to one of this view, which is borrowed exclusively.
        unsafe { transfer(&axes, other.as_ptr(), self.as_mut_ptr()) }
        Ok(())
    }
}

impl<T: Copy, S: Shape> Array<T, S> {
    /// Sets every element to `value`.
    pub fn fill(&mut self, value: T) {
        self.as_mut_slice().fill(value);
    }

    /// Replaces every element `x` by `f(x)`, in row-major order.
    pub fn mapv_inplace(&mut self, f: impl FnMut(T) -> T) {
        self.view_mut().mapv_inplace(f);
    }

    /// Copies the elements of `other` into this array. By NumPy's rule, axes are aligned from the last one,
    /// and those that `other` lacks or has with extent 1 are repeated; this array never grows.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let mut a = Array::<i32, _>::zeros((2, 3));
    /// a.assign(&[1, 2, 3]);
    /// assert_eq!(a.as_slice(), [1, 2, 3, 1, 2, 3]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the extents do not fit.
    #[track_caller]
    pub fn assign<O: Operand<Elem = T> + ?Sized>(&mut self, other: &O) {
        self.view_mut().assign(other);
    }

    /// As [`Array::assign`], with a `Result`.
    ///
    /// # Errors
    ///
    /// When the extents do not fit; nothing is written then.
    pub fn try_assign<O: Operand<Elem = T> + ?Sized>(&mut self, other: &O) -> Result<(), ShapeError> {
        self.view_mut().try_assign(other)
    }
}

/// Whether extents and elements are equal.
fn equal<T: PartialEq, S: Shape, R: Shape<Index = S::Index>>(a: View<'_, T, S>, b: View<'_, T, R>) -> bool {
    a.extents() == b.extents()
        && match (a.as_slice(), b.as_slice()) {
            (Some(a), Some(b)) => a == b,
            _ => a.iter().zip(b.iter()).all(|(x, y)| x == y),
        }
}

macro_rules! equalities {
    ($([$($g:tt)*] $A:ty, $B:ty;)*) => { $(
        impl<$($g)* T: Copy + PartialEq, S: Shape, R: Shape<Index = S::Index>> PartialEq<$B> for $A {
            fn eq(&self, other: &$B) -> bool {
                equal(self.view(), other.view())
            }
        }
    )* };
}

equalities! {
    [] Array<T, S>, Array<T, R>;
    ['b,] Array<T, S>, View<'b, T, R>;
    ['b,] Array<T, S>, ViewMut<'b, T, R>;
    ['a,] View<'a, T, S>, Array<T, R>;
    ['a, 'b,] View<'a, T, S>, View<'b, T, R>;
    ['a, 'b,] View<'a, T, S>, ViewMut<'b, T, R>;
    ['a,] ViewMut<'a, T, S>, Array<T, R>;
    ['a, 'b,] ViewMut<'a, T, S>, View<'b, T, R>;
    ['a, 'b,] ViewMut<'a, T, S>, ViewMut<'b, T, R>;
}

macro_rules! equal_to_nested {
    ($([$($g:tt)*] $A:ty;)*) => { $(
        impl<$($g)* T, S, X, const N: usize> PartialEq<[X; N]> for $A
        where
            T: Copy + PartialEq,
            S: Shape,
            X: Nested<Elem = T>,
            X::Shape: Prepend<Const<N>, Longer: Shape<Index = S::Index>>,
        {
            fn eq(&self, other: &[X; N]) -> bool {
                equal(self.view(), other.as_view())
            }
        }
    )* };
}

equal_to_nested! { [] Array<T, S>; ['a,] View<'a, T, S>; ['a,] ViewMut<'a, T, S>; }

impl<T: Copy + Eq, S: Shape> Eq for Array<T, S> {}
impl<T: Copy + Eq, S: Shape> Eq for View<'_, T, S> {}
impl<T: Copy + Eq, S: Shape> Eq for ViewMut<'_, T, S> {}
