//! Arrays made from nested arrays, sequences and rules.

use core::ops::Range;

use num_traits::Float;

use super::{Array, Array1};
use crate::element::Element;
use crate::error::{ShapeError, expect};
use crate::extent::{Const, Dyn, Extent, IntoExtent};
use crate::index::fitted;
use crate::operand::{Nested, Operand};
use crate::shape::{IntoShape, Prepend, Shape};
use crate::view::IndexedBy;

/// Makes an array of constant extents from its elements: `array![[1, 2, 3], [4, 5, 6]]` has shape
/// `shape![2, 3]`.
///
/// The entries are numbers, or arrays of equal length of such, up to eight levels in all.
/// [`Array::into_dynamic`] gives the array extents that are known at run time only.
///
/// ```
/// use ndweave_runtime::{array, shape, Array, Array2};
/// let a: Array<f64, shape![2, 2]> = array![[1., 2.], [3., 4.]];
/// assert_eq!(a[[1, 0]], 3.);
/// assert_eq!(array![5, 6, 7].len(), 3);
/// let counted: Array2<f64> = a.into_dynamic();
/// assert_eq!(counted.extents(), [2, 2]);
/// ```
///
/// # Compile errors
///
/// Rows of different lengths are arrays of different types:
///
/// ```compile_fail,E0308
/// use ndweave_runtime::array;
/// array![[1, 2, 3], [4, 5]]; // expected an array with a size of 3, found one with a size of 2
/// ```
#[macro_export]
macro_rules! array {
    ($($entry:expr),* $(,)?) => { $crate::Array::from_nested([$($entry),*]) };
}

impl<T: Copy, S: Shape> Array<T, S> {
    /// An array of the constant extents of a nested array.
    #[doc(hidden)]
    #[inline]
    pub fn from_nested<X: Nested<Elem = T>, const N: usize>(nested: [X; N]) -> Self
    where
        X::Shape: Prepend<Const<N>, Longer = S>,
    {
        nested.as_view().to_owned()
    }

    /// The same elements with extents known at run time only.
    ///
    /// ```
    /// use ndweave_runtime::{array, Array2};
    /// let a: Array2<f64> = array![[1., 2.], [3., 4.]].into_dynamic();
    /// assert_eq!(a.extents(), [2, 2]);
    /// ```
    pub fn into_dynamic(self) -> Array<T, S::Dynamic> {
        let extents = self.extents();
        self.with_shape(crate::index::shape_from(extents))
    }

    /// The same elements in row-major order with another shape; without a copy where both shapes keep
    /// their elements on the heap.
    ///
    /// # Errors
    ///
    /// When the shapes have different numbers of elements.
    pub fn into_reshaped<R: IntoShape>(self, shape: R) -> Result<Array<T, R::Shape>, ShapeError> {
        let shape = fitted::<R::Shape, T>(self.extents().as_ref(), shape.into_shape())?;
        Ok(self.with_shape(shape))
    }
}

impl<T, S, X, const N: usize> From<[X; N]> for Array<T, S>
where
    T: Copy,
    S: Shape,
    X: Nested<Elem = T>,
    X::Shape: Prepend<Const<N>, Longer = S>,
{
    fn from(nested: [X; N]) -> Self {
        Self::from_nested(nested)
    }
}

impl<T: Copy> From<Vec<T>> for Array1<T> {
    fn from(vec: Vec<T>) -> Self {
        Array1::from_vec(vec)
    }
}

impl<T: Copy> FromIterator<T> for Array1<T> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        Array1::from_vec(elements.into_iter().collect())
    }
}

impl<T: Element, E: Extent> Array<T, (E, E)> {
    /// The identity matrix: ones on the diagonal, zeros elsewhere.
    ///
    /// ```
    /// use ndweave_runtime::{Array, Const};
    /// assert_eq!(Array::<f64, _>::eye(2).as_slice(), [1.0, 0.0, 0.0, 1.0]);
    /// assert_eq!(size_of_val(&Array::<f64, _>::eye(Const::<3>)), 72);
    /// ```
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn eye(n: impl IntoExtent<Extent = E>) -> Self {
        let n = n.into_extent();
        let mut eye = Self::zeros((n, n));
        eye.diag_mut().fill(T::one());
        eye
    }

    /// A matrix with these elements on its diagonal, and zeros elsewhere.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from_diag(&[2, 3]).as_slice(), [2, 0, 0, 3]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn from_diag<O: Operand<Elem = T, Shape = (E,)> + ?Sized>(diagonal: &O) -> Self {
        let diagonal = diagonal.as_view();
        let (n,) = diagonal.shape();
        let mut matrix = Self::zeros((n, n));
        matrix.diag_mut().assign(&diagonal);
        matrix
    }
}

/// A number that [`Array::arange`] counts with: the integers, `f32` and `f64`.
pub trait Arange: Element {
    /// How many steps from `start` stay before `stop`; `None` where that is no number of elements.
    #[doc(hidden)]
    fn steps(start: Self, stop: Self, step: Self) -> Option<usize>;
    /// The entry `i` of a range.
    #[doc(hidden)]
    fn entry(start: Self, step: Self, i: usize) -> Self;
    /// The entry `i` of an axis of a grid: NumPy's `mgrid` does not round its steps as `arange` does.
    #[doc(hidden)]
    fn grid_entry(start: Self, step: Self, i: usize) -> Self;
}

macro_rules! arange_floats {
    ($($T:ty)*) => { $(
        impl Arange for $T {
            fn steps(start: Self, stop: Self, step: Self) -> Option<usize> {
                let steps = ((stop - start) / step).ceil();
                // A quotient beyond all counts is infinite or NaN, or saturates and is refused as too large.
                steps.is_finite().then_some(steps as usize)
            }

            fn entry(start: Self, step: Self, i: usize) -> Self {
                // NumPy's rounding: the step is the difference of the first two entries.
                Self::grid_entry(start, (start + step) - start, i)
            }

            fn grid_entry(start: Self, step: Self, i: usize) -> Self {
                start + i as Self * step
            }
        }
    )* };
}

macro_rules! arange_integers {
    ($($T:ty, $Wide:ty;)*) => { $(
        impl Arange for $T {
            fn steps(start: Self, stop: Self, step: Self) -> Option<usize> {
                let (start, stop, step) = (start as $Wide, stop as $Wide, step as $Wide);
                if step == 0 {
                    return None;
                }
                let distance = if step > 0 { stop.checked_sub(start)? } else { start.checked_sub(stop)? };
                if distance <= 0 {
                    return Some(0);
                }
                usize::try_from(distance.unsigned_abs().div_ceil(step.unsigned_abs())).ok()
            }

            fn entry(start: Self, step: Self, i: usize) -> Self {
                // Entries lie between start and stop, so what wraps on the way wraps back.
                start.wrapping_add((i as Self).wrapping_mul(step))
            }

            fn grid_entry(start: Self, step: Self, i: usize) -> Self {
                Self::entry(start, step, i)
            }
        }
    )* };
}

arange_floats! { f32 f64 }
arange_integers! { i8, i128; i16, i128; i32, i128; i64, i128; isize, i128; u8, i128; u16, i128; u32, i128; u64, i128; usize, i128; }

impl<T: Copy> Array1<T> {
    /// The numbers from `start` up to but without `stop` by `step`: `⌈(stop − start) / step⌉` of them,
    /// none if that is negative. Rounding may let floats reach `stop`, as in NumPy; [`Array::linspace`] does not.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::arange(0, 10, 3).as_slice(), [0, 3, 6, 9]);
    /// assert_eq!(Array::arange(1.0, 0.0, -0.25).as_slice(), [1.0, 0.75, 0.5, 0.25]);
    /// ```
    ///
    /// # Panics
    ///
    /// When `step` is 0, a number is NaN, or the array would be too large to exist.
    #[track_caller]
    pub fn arange(start: T, stop: T, step: T) -> Self
    where
        T: Arange,
    {
        let Some(count) = T::steps(start, stop, step) else {
            ShapeError::new(format!("arange: no number of steps of {step:?} leads from {start:?} to {stop:?}")).raise()
        };
        Self::from_fn(count, |[i]| T::entry(start, step, i))
    }

    /// `count` evenly spaced numbers from `start` to `stop`, both included.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::linspace(0.0, 1.0, 5).as_slice(), [0.0, 0.25, 0.5, 0.75, 1.0]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the array would be too large to exist.
    #[track_caller]
    pub fn linspace(start: T, stop: T, count: usize) -> Self
    where
        T: Float,
    {
        let number = |i: usize| T::from(i).unwrap_or_else(T::infinity);
        let intervals = number(count.saturating_sub(1));
        let step = (stop - start) / intervals;
        Self::from_fn(count, |[i]| match i {
            // The last number is `stop` itself, whatever rounding makes of the sum.
            i if i > 0 && i == count - 1 => stop,
            0 => start,
            // A step that underflows would lose the distance.
            i if step == T::zero() => number(i) / intervals * (stop - start) + start,
            i => number(i) * step + start,
        })
    }

    /// `count` numbers from 10 to the power `start` to 10 to the power `stop`, both included, whose logarithms are
    /// evenly spaced.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::logspace(0.0, 3.0, 4).as_slice(), [1.0, 10.0, 100.0, 1000.0]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the array would be too large to exist.
    #[track_caller]
    pub fn logspace(start: T, stop: T, count: usize) -> Self
    where
        T: Float,
    {
        let ten = T::from(10).unwrap_or_else(T::nan);
        let mut numbers = Self::linspace(start, stop, count);
        numbers.mapv_inplace(|exponent| ten.powf(exponent));
        numbers
    }
}

impl<T: Copy> Array1<T> {
    /// `count` numbers from `start` to `stop`, both included, each the same multiple of the one before.
    ///
    /// Start and stop have one sign. The ends are exact; the others are powers of 10, so they may be off by some units in the
    /// last place.
    ///
    /// ```
    /// use ndweave_runtime::{Array, assert_allclose};
    /// assert_allclose!(Array::geomspace(1.0, 1000.0, 4), [1.0, 10.0, 100.0, 1000.0], 1e-15);
    /// assert_allclose!(Array::geomspace(-8.0, -0.5, 5), [-8.0, -4.0, -2.0, -1.0, -0.5], 1e-15);
    /// ```
    ///
    /// # Panics
    ///
    /// When `start` or `stop` is 0 or NaN, they differ in sign, or the array would be too large to exist.
    #[track_caller]
    pub fn geomspace(start: T, stop: T, count: usize) -> Self
    where
        T: Float + core::fmt::Debug,
    {
        let ratio = stop / start;
        if start == T::zero() || ratio == T::zero() || ratio.is_nan() || ratio < T::zero() {
            ShapeError::new(format!("geomspace: no multiples lead from {start:?} to {stop:?}")).raise()
        }
        let mut numbers = Self::linspace(start.abs().log10(), stop.abs().log10(), count);
        let ten = T::from(10).unwrap_or_else(T::nan);
        numbers.mapv_inplace(|exponent| start.signum() * ten.powf(exponent));
        for (end, number) in [(start, 0), (stop, count.saturating_sub(1).max(1))] {
            if let Some(place) = numbers.as_mut_slice().get_mut(number) {
                *place = end;
            }
        }
        numbers
    }
}

impl<S: Shape> Array<usize, S> {
    /// For each axis, an array of this shape that holds at every index its entry along that axis: NumPy's `indices`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let [i, j] = Array::indices((2, 3));
    /// assert_eq!(i, [[0, 0, 0], [1, 1, 1]]);
    /// assert_eq!(j, [[0, 1, 2], [0, 1, 2]]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn indices<const R: usize>(shape: impl IntoShape<Shape = S>) -> [Self; R]
    where
        S: IndexedBy<R>,
    {
        let shape = shape.into_shape();
        let mut axis = 0..R;
        [(); R].map(|()| {
            let axis = axis.next().unwrap_or_default();
            Self::indexed(shape, |index| index[axis])
        })
    }
}

impl<T: Copy, I: Extent, J: Extent> Array<T, (I, J)> {
    /// The coordinates of a grid of points (x, y), as NumPy's `meshgrid` orders them: `x` runs along the last
    /// axis and `y` along the first, as in a picture.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let (x, y) = Array::meshgrid(&[1, 2, 3], &[10, 20]);
    /// assert_eq!(x.as_slice(), [1, 2, 3, 1, 2, 3]);
    /// assert_eq!(y.as_slice(), [10, 10, 10, 20, 20, 20]);
    /// assert_eq!(x.extents(), [2, 3]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn meshgrid<X, Y>(x: &X, y: &Y) -> (Self, Self)
    where
        X: Operand<Elem = T, Shape = (J,)> + ?Sized,
        Y: Operand<Elem = T, Shape = (I,)> + ?Sized,
    {
        let (rows, columns) = Self::meshgrid_ij(y, x);
        (columns, rows)
    }

    /// The coordinates of a grid of points (a, b), ordered as matrix indices are: `a` runs along the first
    /// axis and `b` along the last. NumPy's `meshgrid(…, indexing="ij")`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let (a, b) = Array::meshgrid_ij(&[1, 2, 3], &[10, 20]);
    /// assert_eq!(a.as_slice(), [1, 1, 2, 2, 3, 3]);
    /// assert_eq!(b.as_slice(), [10, 20, 10, 20, 10, 20]);
    /// assert_eq!(a.extents(), [3, 2]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn meshgrid_ij<A, B>(a: &A, b: &B) -> (Self, Self)
    where
        A: Operand<Elem = T, Shape = (I,)> + ?Sized,
        B: Operand<Elem = T, Shape = (J,)> + ?Sized,
    {
        let (a, b) = (a.as_view(), b.as_view());
        let shape = (a.shape().0, b.shape().0);
        let stretched = (expect(a.insert_axis::<1>().broadcast_to(shape)), expect(b.broadcast_to(shape)));
        (stretched.0.to_owned(), stretched.1.to_owned())
    }
}

impl<T: Arange> Array<T, (Dyn, Dyn)> {
    /// The two indices of a grid, each as an array: NumPy's `mgrid[a:b, c:d]`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let (i, j) = Array::mgrid(0..2, 5..8);
    /// assert_eq!(i.as_slice(), [0, 0, 0, 1, 1, 1]);
    /// assert_eq!(j.as_slice(), [5, 6, 7, 5, 6, 7]);
    /// ```
    ///
    /// # Panics
    ///
    /// When a bound is NaN, or the shape is too large to exist.
    #[track_caller]
    pub fn mgrid(rows: Range<T>, columns: Range<T>) -> (Self, Self) {
        Self::mgrid_by((rows, T::one()), (columns, T::one()))
    }

    /// The numbers along both axes of a grid, by steps, each as an array: NumPy's `mgrid[a:b:s, c:d:t]`.
    ///
    /// The entries are `start + i * step`, and so differ from those of [`Array::arange`] in some last bits, as NumPy's do. A grid of so many
    /// points, `mgrid[a:b:5j, c:d:7j]`, is the [`meshgrid_ij`](Array::meshgrid_ij) of two [`linspace`](Array::linspace).
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let (y, x) = Array::mgrid_by((0.0..1.0, 0.5), (3.0..0.0, -1.0));
    /// assert_eq!(y, [[0.0, 0.0, 0.0], [0.5, 0.5, 0.5]]);
    /// assert_eq!(x, [[3.0, 2.0, 1.0], [3.0, 2.0, 1.0]]);
    /// ```
    ///
    /// # Panics
    ///
    /// When a step is 0, a number is NaN, or the shape is too large to exist.
    #[track_caller]
    pub fn mgrid_by(rows: (Range<T>, T), columns: (Range<T>, T)) -> (Self, Self) {
        Self::meshgrid_ij(&grid_axis(rows), &grid_axis(columns))
    }
}

/// The numbers along an axis of a grid.
#[track_caller]
fn grid_axis<T: Arange>((range, step): (Range<T>, T)) -> Array1<T> {
    let Range { start, end } = range;
    let Some(count) = T::steps(start, end, step) else {
        ShapeError::new(format!("mgrid: no number of steps of {step:?} leads from {start:?} to {end:?}")).raise()
    };
    Array1::from_fn(count, |[i]| T::grid_entry(start, step, i))
}
