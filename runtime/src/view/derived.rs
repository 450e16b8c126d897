//! Views of views: the methods that select, turn and cut, for arrays, views and mutable views alike.
//!
//! Each is one line of the index algebra. The tables in this file state every method once;
//! [`derived_views`] writes it for `View` (by value, with the lifetime of its elements), `ViewMut` and
//! `Array` (borrowing), and the `_mut` form for the latter two.

use super::{View, ViewMut};
use crate::array::Array;
use crate::axes::{Append, Diagonal, EditAxis, InsertAxis, ReverseAxes, SwapAxes, WindowsOf};
use crate::error::{ShapeError, expect};
use crate::extent::{Const, Dyn};
use crate::shape::{IntoShape, Shape};
use crate::slicing::{IntoTuple, PartOf, PartSubscripts, SubscriptsOf};

/// What a method gives: the view itself, or a `Result` of it.
macro_rules! outcome {
    (plain $V:ty) => { $V };
    (panics $V:ty) => { $V };
    (returns $V:ty) => { Result<$V, ShapeError> };
}

/// The geometry out of what the index algebra gave.
macro_rules! geometry {
    (plain $g:expr) => {
        $g
    };
    (panics $g:expr) => {
        expect($g)
    };
    (returns $g:expr) => {
        $g?
    };
}

macro_rules! finish {
    (returns $view:expr) => {
        Ok($view)
    };
    ($kind:ident $view:expr) => {
        $view
    };
}

/// The methods of a table for reading.
macro_rules! shared_views {
    ($(
        $(#[$doc:meta])*
        $name:ident $(/ $name_mut:ident)?
        [$($G:tt)*] ($($arg:ident: $A:ty),*) -> $R:ty, [$($W:tt)*], $kind:ident |$g:ident| $call:expr;
    )*) => {
        impl<T: Copy, S: Shape> Array<T, S> { $(
            $(#[$doc])*
            #[inline]
            #[track_caller]
            pub fn $name<$($G)*>(&self $(, $arg: $A)*) -> outcome!($kind View<'_, T, $R>)
            where
                $($W)*
            {
                let $g = self.view().geometry();
                let geometry = geometry!($kind $call);
                // SAFETY: the geometry was made from this view's.
                finish!($kind unsafe { self.view().derive(geometry) })
            }
        )* }

        impl<'a, T, S: Shape> View<'a, T, S> { $(
            #[doc = concat!("As [`Array::", stringify!($name), "`].")]
            #[inline]
            #[track_caller]
            pub fn $name<$($G)*>(self $(, $arg: $A)*) -> outcome!($kind View<'a, T, $R>)
            where
                $($W)*
            {
                let $g = self.geometry();
                let geometry = geometry!($kind $call);
                // SAFETY: the geometry was made from this view's.
                finish!($kind unsafe { self.derive(geometry) })
            }
        )* }

        impl<T, S: Shape> ViewMut<'_, T, S> { $(
            #[doc = concat!("As [`Array::", stringify!($name), "`].")]
            #[inline]
            #[track_caller]
            pub fn $name<$($G)*>(&self $(, $arg: $A)*) -> outcome!($kind View<'_, T, $R>)
            where
                $($W)*
            {
                let $g = self.geometry();
                let geometry = geometry!($kind $call);
                // SAFETY: the geometry was made from this view's.
                finish!($kind unsafe { self.view().derive(geometry) })
            }
        )* }
    };
}

/// The methods of a table for writing; all of them keep different indices distinct.
macro_rules! unique_views {
    ($(
        $(#[$doc:meta])*
        $name:ident / $name_mut:ident
        [$($G:tt)*] ($($arg:ident: $A:ty),*) -> $R:ty, [$($W:tt)*], $kind:ident |$g:ident| $call:expr;
    )*) => {
        impl<T: Copy, S: Shape> Array<T, S> { $(
            #[doc = concat!("As [`Array::", stringify!($name), "`], for writing.")]
            #[inline]
            #[track_caller]
            pub fn $name_mut<$($G)*>(&mut self $(, $arg: $A)*) -> outcome!($kind ViewMut<'_, T, $R>)
            where
                $($W)*
            {
                let $g = self.view_mut().geometry();
                let geometry = geometry!($kind $call);
                // SAFETY: the geometry was made from this view's, by a method that keeps indices distinct.
                finish!($kind unsafe { self.view_mut().derive(geometry) })
            }
        )* }

        impl<T, S: Shape> ViewMut<'_, T, S> { $(
            #[doc = concat!("As [`Array::", stringify!($name), "`], for writing.")]
            #[inline]
            #[track_caller]
            pub fn $name_mut<$($G)*>(&mut self $(, $arg: $A)*) -> outcome!($kind ViewMut<'_, T, $R>)
            where
                $($W)*
            {
                let $g = self.geometry();
                let geometry = geometry!($kind $call);
                // SAFETY: the geometry was made from this view's, by a method that keeps indices distinct.
                finish!($kind unsafe { self.view_mut().derive(geometry) })
            }
        )* }
    };
}

macro_rules! derived_views {
    ($($table:tt)*) => {
        shared_views! { $($table)* }
        unique_views! { $($table)* }
    };
}

derived_views! {
    /// The transpose: all axes in reverse order, with the types of their extents.
    ///
    /// ```
    /// use ndweave_runtime::{shape, Array, View};
    /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// let t: View<i32, shape![3, 2]> = a.t();
    /// assert_eq!(t.to_vec(), [1, 4, 2, 5, 3, 6]);
    /// ```
    t / t_mut [] () -> S::Reversed, [S: ReverseAxes], plain |g| g.t();

    /// Axes `I` and `J` in each other's place, with the types of their extents.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from_fn((2, 3, 4), |[i, j, k]| 100 * i + 10 * j + k);
    /// assert_eq!(a.swap_axes::<0, 2>()[[3, 1, 0]], 13);
    /// ```
    swap_axes / swap_axes_mut [const I: usize, const J: usize] () -> S::Swapped, [S: SwapAxes<I, J>],
        plain |g| g.swap_axes::<I, J>();

    /// The axes in another order: axis `axes[k]` becomes axis `k`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from_fn((2, 3, 4), |[i, j, k]| 100 * i + 10 * j + k);
    /// let b = a.permute([2, 0, 1]);
    /// assert_eq!(b.extents(), [4, 2, 3]);
    /// assert_eq!(b[[3, 1, 2]], 123);
    /// ```
    ///
    /// # Panics
    ///
    /// When `axes` does not name every axis once.
    permute / permute_mut [] (axes: S::Index) -> S::Dynamic, [], panics |g| g.permute(axes);

    /// A new axis of extent 1 as axis `AXIS`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([1, 2, 3]);
    /// assert_eq!(a.insert_axis::<0>().extents(), [1, 3]);
    /// assert_eq!(a.insert_axis::<1>().extents(), [3, 1]);
    /// ```
    insert_axis / insert_axis_mut [const AXIS: usize] () -> S::Longer<Const<1>>, [S: InsertAxis<AXIS>],
        plain |g| g.insert_axis::<AXIS>();

    /// Without axis `AXIS`, whose extent is 1.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::<f64, _>::zeros((2, 1, 3)).remove_axis::<1>().extents(), [2, 3]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the extent is not 1.
    remove_axis / remove_axis_mut [const AXIS: usize] () -> S::Without, [S: EditAxis<AXIS>],
        panics |g| g.remove_axis::<AXIS>();

    /// The part at `index` of axis `AXIS`, without that axis.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// assert_eq!(a.index_axis::<1>(2).to_vec(), [3, 6]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the index is out of bounds.
    index_axis / index_axis_mut [const AXIS: usize] (index: usize) -> S::Without, [S: EditAxis<AXIS>],
        panics |g| g.index_axis::<AXIS>(index);

    /// Axis `AXIS` from its last entry to its first.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// assert_eq!(a.reverse::<1>().to_vec(), [3, 2, 1, 6, 5, 4]);
    /// ```
    reverse / reverse_mut [const AXIS: usize] () -> S, [S: EditAxis<AXIS>], plain |g| g.reverse::<AXIS>();

    /// The diagonal: the elements whose two indices are equal.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let mut a = Array::<f64, _>::zeros((2, 3));
    /// a.diag_mut().fill(1.0);
    /// assert_eq!(a.as_slice(), [1.0, 0.0, 0.0, 0.0, 1.0, 0.0]);
    /// ```
    diag / diag_mut [] () -> (Dyn,), [S: Diagonal], plain |g| g.diag();

    /// Diagonal `k`: the elements `[i, i + k]`; none where that is outside.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// assert_eq!(a.diag_at(1).to_vec(), [2, 6]);
    /// assert_eq!(a.diag_at(-1).to_vec(), [4]);
    /// ```
    diag_at / diag_at_mut [] (k: isize) -> (Dyn,), [S: Diagonal], plain |g| g.diag_at(k);

    /// Every axis from its last entry to its first. For one axis, `reverse`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([[1, 2, 3], [4, 5, 6]]).flip().to_vec(), [6, 5, 4, 3, 2, 1]);
    /// ```
    flip / flip_mut [] () -> S, [], plain |g| g.flip();

    /// Turned by a quarter, from axis 0 towards axis 1: counterclockwise, as matrices are written.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([[1, 2, 3], [4, 5, 6]]).rot90().to_owned(), [[3, 6], [2, 5], [1, 4]]);
    /// ```
    rot90 / rot90_mut [] () -> S::Swapped, [S: SwapAxes<0, 1, Swapped: EditAxis<0>>],
        plain |g| g.swap_axes::<0, 1>().reverse::<0>();

    /// Turned by half: axes 0 and 1 reversed.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([[1, 2, 3], [4, 5, 6]]).rot180().to_owned(), [[6, 5, 4], [3, 2, 1]]);
    /// ```
    rot180 / rot180_mut [] () -> S, [S: EditAxis<0> + EditAxis<1>], plain |g| g.reverse::<0>().reverse::<1>();

    /// Turned by three quarters: by one, clockwise.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([[1, 2, 3], [4, 5, 6]]).rot270().to_owned(), [[4, 1], [5, 2], [6, 3]]);
    /// ```
    rot270 / rot270_mut [] () -> S::Swapped, [S: SwapAxes<0, 1, Swapped: EditAxis<1>>],
        plain |g| g.swap_axes::<0, 1>().reverse::<1>();

    /// The part that subscripts select, by NumPy's rules of basic indexing.
    ///
    /// `s![]` of the crate `ndweave` writes them: integers, ranges `a..b`, with a step `a..b;c`, `..`, `...`
    /// and `NewAxis`. Negative numbers count from the end, ranges are clipped to their axis, axes without
    /// a subscript are kept.
    ///
    /// # Panics
    ///
    /// When an integer is out of bounds, or a step is zero.
    slice / slice_mut [Spec] (subscripts: Spec) -> PartOf<Spec, S>, [Spec: PartSubscripts + SubscriptsOf<S, Left: IntoTuple>],
        panics |g| g.slice(&subscripts.resolve());

    /// As `slice`, with a `Result`.
    ///
    /// # Errors
    ///
    /// When an integer is out of bounds, or a step is zero.
    try_slice / try_slice_mut [Spec] (subscripts: Spec) -> PartOf<Spec, S>, [Spec: PartSubscripts + SubscriptsOf<S, Left: IntoTuple>],
        returns |g| g.slice(&subscripts.resolve());

    /// The same elements in the same row-major order with another shape, without a copy.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::arange(0, 12, 1);
    /// let b = a.reshape((3, 4)).unwrap();
    /// assert_eq!(b[[1, 2]], 6);
    /// assert!(b.t().reshape(12).is_err()); // Their order is not the order in memory: `to_reshaped`.
    /// ```
    ///
    /// # Errors
    ///
    /// When the shapes have different numbers of elements, or only a copy could have the new shape.
    reshape / reshape_mut [R: IntoShape] (shape: R) -> R::Shape, [],
        returns |g| g.reshape::<R::Shape, T>(shape.into_shape());

    /// The same with extents known at run time only.
    ///
    /// ```
    /// use ndweave_runtime::{Array, View2};
    /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// let b: View2<i32> = a.view_dynamic();
    /// assert_eq!(b.extents(), [2, 3]);
    /// ```
    view_dynamic / view_dynamic_mut [] () -> S::Dynamic, [], plain |g| g.into_dynamic();
}

// Different indices of these share elements, so there is no form for writing.
shared_views! {
    /// Stretched to `shape`, by NumPy's rule: axes are aligned from the last one, an extent of 1 is repeated
    /// (with stride 0), and new axes stand in front.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([1, 2, 3]);
    /// assert_eq!(a.broadcast_to((2, 3)).unwrap().to_vec(), [1, 2, 3, 1, 2, 3]);
    /// assert!(a.broadcast_to((3, 2)).is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// When an extent is neither 1 nor the wanted one, there are more axes than wanted, or the shape is
    /// too large to exist.
    broadcast_to [R: IntoShape] (shape: R) -> R::Shape, [],
        returns |g| g.broadcast::<R::Shape, T>(shape.into_shape());

    /// All windows of extents `window`: first the axes of where a window starts, then the axes within it.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from_fn((3, 4), |[i, j]| 10 * i + j);
    /// let windows = a.sliding_windows([2, 3]);
    /// assert_eq!(windows.extents(), [2, 2, 2, 3]);
    /// assert_eq!(windows[[1, 1, 0, 2]], 13);
    /// ```
    ///
    /// # Panics
    ///
    /// When a window is longer than its axis, or the shape is too large to exist.
    sliding_windows [W: WindowsOf<S>] (window: W) -> W::Windows, [], panics |g| g.windows::<W, T>(window);

    /// As `sliding_windows`, with a `Result`.
    ///
    /// # Errors
    ///
    /// When a window is longer than its axis, or the shape is too large to exist.
    try_sliding_windows [W: WindowsOf<S>] (window: W) -> W::Windows, [], returns |g| g.windows::<W, T>(window);

    /// All windows of `window` entries along `AXIS`; the place within a window is a new last axis.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([1, 2, 3, 4]);
    /// assert_eq!(a.sliding_windows_along::<0>(3).to_vec(), [1, 2, 3, 2, 3, 4]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the window is longer than the axis, or the shape is too large to exist.
    sliding_windows_along [const AXIS: usize] (window: usize) -> <S::With<Dyn> as Append<Dyn>>::Longer,
        [S: EditAxis<AXIS, With<Dyn>: Append<Dyn>>], panics |g| g.windows_along::<AXIS, T>(window);
}

impl<'a, T, S: Shape> View<'a, T, S> {
    /// The entries before `mid` along `AXIS`, and those from `mid` on.
    ///
    /// # Panics
    ///
    /// When `mid` is greater than the extent.
    #[inline]
    #[track_caller]
    #[allow(clippy::type_complexity)] // The pair of one projection has no better name.
    pub fn split_at<const AXIS: usize>(self, mid: usize) -> (View<'a, T, S::With<Dyn>>, View<'a, T, S::With<Dyn>>)
    where
        S: EditAxis<AXIS>,
    {
        let (before, from) = expect(self.geometry().split_at::<AXIS>(mid));
        // SAFETY: both geometries were made from this view's.
        unsafe { (self.derive(before), self.derive(from)) }
    }
}

impl<'a, T, S: Shape> ViewMut<'a, T, S> {
    /// As [`View::split_at`].
    #[inline]
    #[track_caller]
    #[allow(clippy::type_complexity)] // As above.
    pub fn split_at<const AXIS: usize>(&self, mid: usize) -> (View<'_, T, S::With<Dyn>>, View<'_, T, S::With<Dyn>>)
    where
        S: EditAxis<AXIS>,
    {
        self.view().split_at::<AXIS>(mid)
    }

    /// As [`View::split_at`], for writing: both parts can be held at once.
    ///
    /// # Panics
    ///
    /// When `mid` is greater than the extent.
    #[inline]
    #[track_caller]
    #[allow(clippy::type_complexity)] // As above.
    pub fn split_at_mut<const AXIS: usize>(
        &mut self,
        mid: usize,
    ) -> (ViewMut<'_, T, S::With<Dyn>>, ViewMut<'_, T, S::With<Dyn>>)
    where
        S: EditAxis<AXIS>,
    {
        self.view_mut().cut::<AXIS>(mid)
    }

    /// [`ViewMut::split_at_mut`] by value.
    #[track_caller]
    #[allow(clippy::type_complexity)] // As above.
    fn cut<const AXIS: usize>(self, mid: usize) -> (ViewMut<'a, T, S::With<Dyn>>, ViewMut<'a, T, S::With<Dyn>>)
    where
        S: EditAxis<AXIS>,
    {
        let (before, from) = expect(self.geometry().split_at::<AXIS>(mid));
        let first = self.ptr.as_ptr();
        // SAFETY: both geometries were made from this view's, whose place they take. Their indices along
        // `AXIS` are different indices of this view, so by (3) no element is in both.
        unsafe {
            (
                ViewMut::from_raw(first.offset(before.offset), before.shape, before.strides),
                ViewMut::from_raw(first.offset(from.offset), from.shape, from.strides),
            )
        }
    }
}

impl<T: Copy, S: Shape> Array<T, S> {
    /// The entries before `mid` along `AXIS`, and those from `mid` on.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// let (left, right) = a.split_at::<1>(1);
    /// assert_eq!(left.to_vec(), [1, 4]);
    /// assert_eq!(right.to_vec(), [2, 3, 5, 6]);
    /// ```
    ///
    /// # Panics
    ///
    /// When `mid` is greater than the extent.
    #[inline]
    #[track_caller]
    #[allow(clippy::type_complexity)] // As above.
    pub fn split_at<const AXIS: usize>(&self, mid: usize) -> (View<'_, T, S::With<Dyn>>, View<'_, T, S::With<Dyn>>)
    where
        S: EditAxis<AXIS>,
    {
        self.view().split_at::<AXIS>(mid)
    }

    /// As [`Array::split_at`], for writing: both parts can be held at once.
    ///
    /// # Panics
    ///
    /// When `mid` is greater than the extent.
    #[inline]
    #[track_caller]
    #[allow(clippy::type_complexity)] // As above.
    pub fn split_at_mut<const AXIS: usize>(
        &mut self,
        mid: usize,
    ) -> (ViewMut<'_, T, S::With<Dyn>>, ViewMut<'_, T, S::With<Dyn>>)
    where
        S: EditAxis<AXIS>,
    {
        self.view_mut().cut::<AXIS>(mid)
    }
}
