//! Shapes: tuples of extents, rank 0 to 8, and what the compiler can compute from them.

use core::fmt::Debug;
use core::hash::Hash;

use crate::error::ShapeError;
use crate::extent::{Dyn, Extent, IntoExtent};
use crate::storage::{Inline, Store};

/// The largest rank of a shape.
pub const MAX_RANK: usize = 8;

/// The shape of an array: a tuple of [`Extent`]s, from `()` (rank 0) to eight of them.
///
/// [`shape!`](crate::shape) writes such a type: `shape![Batch, _, 3]` is `(Batch, Dyn, Const<3>)`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a shape",
    label = "not a tuple of at most 8 extents",
    note = "an extent is `Dyn`, `Const<N>` or an axis that `axis!` declares; `shape![_, 3]` writes `(Dyn, Const<3>)`"
)]
pub trait Shape: Copy + Eq + Debug + Send + Sync + 'static {
    /// The number of axes.
    const RANK: usize;
    /// The extents that the type alone tells.
    const STATIC: &'static [Option<usize>];
    /// One index or extent an axis: `[usize; RANK]`.
    type Index: Copy + Eq + Hash + Debug + Default + AsRef<[usize]> + AsMut<[usize]> + Send + Sync + 'static;
    /// One stride an axis, in elements: `[isize; RANK]`.
    type Strides: Copy + Eq + Debug + Default + AsRef<[isize]> + AsMut<[isize]> + Send + Sync + 'static;
    /// The same rank with every extent known at run time only.
    type Dynamic: Shape<Index = Self::Index, Strides = Self::Strides>;
    /// The same extents as a list, for recursion over axes.
    #[doc(hidden)]
    type List: ShapeList<Shape = Self>;
    /// Where an array of this shape keeps elements of type `T`.
    #[doc(hidden)]
    type Store<T>: Store<Elem = T>;

    /// What a kernel over numbers alone gives, where an array would be an `A`: for rank 0 a number `T`.
    #[doc(hidden)]
    type OrNumber<T, A>;

    /// The array, or its only element, which `element` takes out.
    #[doc(hidden)]
    fn or_number<T, A>(array: A, element: impl FnOnce(A) -> T) -> Self::OrNumber<T, A>;

    /// The extents as numbers.
    fn extents(self) -> Self::Index;

    /// The shape with these extents, `RANK` of them; `None` where a constant extent differs.
    fn from_extents(extents: &[usize]) -> Option<Self>;

    /// Whether every extent is constant.
    const IS_STATIC: bool = {
        let mut known = true;
        let mut i = 0;
        while i < Self::STATIC.len() {
            known &= Self::STATIC[i].is_some();
            i += 1;
        }
        known
    };
}

/// Extents as a list `(A, (B, ()))`.
#[doc(hidden)]
pub trait ShapeList {
    /// The tuple with the same extents.
    type Shape: Shape<List = Self>;
}

/// A shape with an axis `I`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "there is no axis {I} in an array of shape `{Self}`",
    label = "no axis {I}",
    note = "axes are counted from 0"
)]
pub trait AxisAt<const I: usize>: Shape {
    /// The extent of axis `I`.
    type Extent: Extent;
}

/// A shape with `E` put in front.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "shape `{Self}` has no room for one more axis: the largest rank is 8",
    label = "too many axes"
)]
pub trait Prepend<E: Extent>: Shape {
    /// The longer shape.
    type Longer: Shape;
    /// The longer shape as a value.
    fn prepend(self, extent: E) -> Self::Longer;
}

/// The row-major strides of `extents`, in elements.
pub(crate) fn row_major<S: Shape>(extents: S::Index) -> S::Strides {
    let mut strides = S::Strides::default();
    let mut step = 1isize;
    for (stride, &extent) in strides.as_mut().iter_mut().zip(extents.as_ref()).rev() {
        *stride = step;
        // An extent of 0 makes every stride meaningless; keep them non-zero, as NumPy does.
        step = step.wrapping_mul(extent.max(1) as isize);
    }
    strides
}

/// The number of elements of an array with these extents, if it and its size in bytes can exist.
pub(crate) fn checked_len<T>(extents: &[usize]) -> Result<usize, ShapeError> {
    let mut span = size_of::<T>().max(1);
    for &extent in extents {
        // Extents of 0 do not excuse the others: their strides must be representable too.
        span = match span.checked_mul(extent.max(1)) {
            Some(span) if span <= isize::MAX as usize => span,
            _ => return Err(ShapeError::too_large(extents, size_of::<T>())),
        };
    }
    Ok(extents.iter().product())
}

/// What a shape may be written as: a tuple of extents and `usize`s, an array of `usize`, or one
/// `usize` for rank 1.
///
/// ```
/// use ndweave_runtime::{Array, Array2, Const};
/// let a: Array2<f64> = Array::zeros((2, 3));
/// let b: Array2<f64> = Array::zeros([2, 3]);
/// assert_eq!(a, b);
/// let c = Array::<f64, _>::zeros((2, Const::<3>));
/// assert_eq!(c.len(), 6);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a shape",
    label = "a shape is a tuple of extents, an array of `usize`, or one `usize` for a single axis"
)]
pub trait IntoShape {
    /// The shape.
    type Shape: Shape;
    /// Converts it.
    fn into_shape(self) -> Self::Shape;
}

impl IntoShape for usize {
    type Shape = (Dyn,);
    fn into_shape(self) -> (Dyn,) {
        (Dyn(self),)
    }
}

macro_rules! dyn_of {
    ($E:ident) => {
        Dyn
    };
}

macro_rules! shapes {
    ($($rank:literal: $($E:ident $i:tt),*;)*) => { $(
        impl<$($E: Extent),*> Shape for ($($E,)*) {
            const RANK: usize = $rank;
            const STATIC: &'static [Option<usize>] = &[$($E::STATIC),*];
            type Index = [usize; $rank];
            type Strides = [isize; $rank];
            type Dynamic = ($(dyn_of!($E),)*);
            type List = list!($($E),*);
            type Store<T> = store!(T $($E)*);
            or_number!($($E)*);

            #[inline(always)]
            fn extents(self) -> [usize; $rank] {
                [$(self.$i.get()),*]
            }

            #[inline(always)]
            fn from_extents(extents: &[usize]) -> Option<Self> {
                if extents.len() != $rank {
                    return None;
                }
                Some(($($E::from_usize(extents[$i])?,)*))
            }
        }

        impl<$($E: Extent),*> ShapeList for list!($($E),*) {
            type Shape = ($($E,)*);
        }

        impl<$($E: IntoExtent),*> IntoShape for ($($E,)*) {
            type Shape = ($($E::Extent,)*);
            #[inline(always)]
            #[allow(clippy::unused_unit, reason = "rank 0")]
            fn into_shape(self) -> Self::Shape {
                ($(self.$i.into_extent(),)*)
            }
        }

        impl IntoShape for [usize; $rank] {
            type Shape = ($(dyn_of!($E),)*);
            #[inline(always)]
            #[allow(clippy::unused_unit, reason = "rank 0")]
            fn into_shape(self) -> Self::Shape {
                ($(Dyn(self[$i]),)*)
            }
        }

        axes_at!([] $($E $i),*);
    )* };
}

macro_rules! list {
    () => { () };
    ($E:ident $(, $rest:ident)*) => { ($E, list!($($rest),*)) };
}

macro_rules! store {
    ($T:ident) => { Inline<$T, $T> };
    ($T:ident $E:ident $($rest:ident)*) => { $E::Wrap<store!($T $($rest)*)> };
}

macro_rules! or_number {
    () => {
        type OrNumber<T, Made> = T;
        #[inline(always)]
        fn or_number<T, Made>(array: Made, element: impl FnOnce(Made) -> T) -> T {
            element(array)
        }
    };
    ($($E:ident)*) => {
        type OrNumber<T, Made> = Made;
        #[inline(always)]
        fn or_number<T, Made>(array: Made, _: impl FnOnce(Made) -> T) -> Made {
            array
        }
    };
}

macro_rules! axes_at {
    ([$($B:ident)*]) => {};
    ([$($B:ident)*] $E:ident $i:tt $(, $R:ident $j:tt)*) => {
        impl<$($B: Extent,)* $E: Extent, $($R: Extent),*> AxisAt<$i> for ($($B,)* $E, $($R,)*) {
            type Extent = $E;
        }
        axes_at!([$($B)* $E] $($R $j),*);
    };
}

shapes! {
    0: ;
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
    5: A 0, B 1, C 2, D 3, F 4;
    6: A 0, B 1, C 2, D 3, F 4, G 5;
    7: A 0, B 1, C 2, D 3, F 4, G 5, H 6;
    8: A 0, B 1, C 2, D 3, F 4, G 5, H 6, K 7;
}

macro_rules! prepends {
    ($(($($E:ident),*))*) => { $(
        impl<X: Extent, $($E: Extent),*> Prepend<X> for ($($E,)*) {
            type Longer = (X, $($E,)*);
            #[inline(always)]
            #[allow(non_snake_case)]
            fn prepend(self, extent: X) -> Self::Longer {
                let ($($E,)*) = self;
                (extent, $($E,)*)
            }
        }
    )* };
}

prepends! { () (A) (A, B) (A, B, C) (A, B, C, D) (A, B, C, D, F) (A, B, C, D, F, G) (A, B, C, D, F, G, H) }

/// Writes the type of a shape: `shape![Batch, _, 3]` is `(Batch, Dyn, Const<3>)`.
///
/// | entry | extent |
/// |---|---|
/// | `_` | [`Dyn`](crate::Dyn): known at run time |
/// | `3`, `{ 2 * N }` | [`Const`](crate::Const): a constant, an expression of constants in braces |
/// | `Batch`, any type | the type itself: a named axis, a parameter, `Dyn` |
///
/// It stands where a type stands; `shape![]` is rank 0. As a value, a shape is a tuple: `(Batch(8), 5, Const::<3>)`.
///
/// ```
/// use ndweave_runtime::{shape, Array, Const, Dyn};
/// assert_eq!(size_of::<Array<f64, shape![3, 4]>>(), 96);
/// const WIDTH: usize = 2;
/// let a: Array<u8, shape![_, { 2 * WIDTH }]> = Array::zeros((5, Const));
/// assert_eq!(a.shape(), (Dyn(5), Const::<4>));
/// ```
///
/// # Compile errors
///
/// More than eight entries, and types that are no extents, are no shape:
///
/// ```compile_fail,E0277
/// use ndweave_runtime::{shape, Array};
/// fn nine(_: Array<f64, shape![1, 1, 1, 1, 1, 1, 1, 1, 1]>) {} // … is not a shape
/// ```
#[macro_export]
macro_rules! shape {
    (@all [$($done:ty),*]) => { ($($done,)*) };
    (@all [$($done:ty),*] _ $(, $($rest:tt)*)?) => { $crate::shape!(@all [$($done,)* $crate::Dyn] $($($rest)*)?) };
    (@all [$($done:ty),*] $n:literal $(, $($rest:tt)*)?) => { $crate::shape!(@all [$($done,)* $crate::Const<$n>] $($($rest)*)?) };
    (@all [$($done:ty),*] { $($n:tt)* } $(, $($rest:tt)*)?) => { $crate::shape!(@all [$($done,)* $crate::Const<{ $($n)* }>] $($($rest)*)?) };
    (@all [$($done:ty),*] $E:ty $(, $($rest:tt)*)?) => { $crate::shape!(@all [$($done,)* $E] $($($rest)*)?) };
    ($($t:tt)*) => { $crate::shape!(@all [] $($t)*) };
}
