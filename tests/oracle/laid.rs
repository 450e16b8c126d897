//! Operands laid out in memory, and results read back: what the einsum tests share.

use ndweave::{Array, Shape};

use crate::oracle::Plain;

/// What surrounds the elements of a view: a kernel that reads it shows.
pub const FILLER: i64 = 77;

/// An element type whose values in these tests are small integers.
pub trait Number: Copy + PartialEq + std::fmt::Debug + 'static {
    fn from_i64(x: i64) -> Self;
    fn to_i64(self) -> i64;
}

macro_rules! numbers {
    ($($T:ty)*) => { $(
        impl Number for $T {
            fn from_i64(x: i64) -> Self {
                let number = x as $T;
                assert_eq!(number as i64, x, "the recipe leaves the type's range");
                number
            }
            fn to_i64(self) -> i64 {
                let x = self as i64;
                assert!(x as $T == self, "{self:?} is not an integer");
                x
            }
        }
    )* };
}

numbers! { f64 f32 i64 i32 u8 }

impl Number for bool {
    fn from_i64(x: i64) -> Self {
        x != 0
    }
    fn to_i64(self) -> i64 {
        self.into()
    }
}

/// The arguments of `View::from_slice_strided`.
#[derive(Clone, Debug)]
pub struct Laid<T> {
    pub buffer: Vec<T>,
    pub extents: Vec<usize>,
    pub strides: Vec<isize>,
    pub offset: usize,
}

impl<T: Number> Laid<T> {
    /// `len` fillers, over which nothing is laid yet.
    pub fn empty(extents: &[usize], strides: &[isize], offset: usize, len: usize) -> Self {
        let filler =
            T::from_i64(if std::any::TypeId::of::<T>() == std::any::TypeId::of::<bool>() { 1 } else { FILLER });
        Laid { buffer: vec![filler; len], extents: extents.to_vec(), strides: strides.to_vec(), offset }
    }

    /// Writes the values, row-major, where the view has its elements.
    pub fn fill(mut self, values: impl IntoIterator<Item = i64>) -> Self {
        for (place, value) in self.places().into_iter().zip(values) {
            self.buffer[place] = T::from_i64(value);
        }
        self
    }

    /// Where in the buffer the view's elements are, row-major.
    fn places(&self) -> Vec<usize> {
        let mut places = vec![self.offset as isize];
        for (&extent, &stride) in self.extents.iter().zip(&self.strides) {
            places = places.iter().flat_map(|&p| (0..extent as isize).map(move |i| p + i * stride)).collect();
        }
        places.into_iter().map(|p| p as usize).collect()
    }

    /// The elements that the view shows.
    pub fn values(&self) -> Vec<i64> {
        self.places().into_iter().map(|p| self.buffer[p].to_i64()).collect()
    }
}

/// The strides of a row-major array, in elements.
pub fn row_major(extents: &[usize]) -> Vec<isize> {
    let inner = |axis: usize| extents[axis + 1..].iter().map(|&n| n.max(1) as isize).product();
    (0..extents.len()).map(inner).collect()
}

/// What a macro gives back: an array, or the element itself where the output has no labels.
pub trait Outcome {
    fn plain(self) -> Plain<i64>;
}

impl<T: Number, S: Shape> Outcome for Array<T, S> {
    fn plain(self) -> Plain<i64> {
        let values = self.as_slice().iter().map(|x| x.to_i64()).collect();
        Plain { extents: self.extents().as_ref().to_vec(), values }
    }
}

impl<T: Number> Outcome for T {
    fn plain(self) -> Plain<i64> {
        Plain { extents: vec![], values: vec![self.to_i64()] }
    }
}

/// The view that a [`Laid`] describes; its rank is a literal.
#[macro_export]
macro_rules! view {
    ($laid:expr, $rank:tt) => {{
        let laid = $laid;
        let extents = <[usize; $rank]>::try_from(&laid.extents[..]).unwrap();
        let strides = <[isize; $rank]>::try_from(&laid.strides[..]).unwrap();
        ndweave::View::from_slice_strided(&laid.buffer, extents, strides, laid.offset).unwrap()
    }};
}

/// How an operand stands in index form: a view, or its one element where it has no axis.
#[macro_export]
macro_rules! term {
    ($laid:expr, 0) => {{
        let laid = $laid;
        laid.buffer[laid.offset]
    }};
    ($laid:expr, $rank:tt) => {
        $crate::view!($laid, $rank)
    };
}
