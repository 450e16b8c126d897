//! Extents: how long an axis is, as a type.

use core::fmt::Debug;

use crate::storage::Store;

/// The length of one axis, known to the compiler or carried as a value.
///
/// Implemented by [`Dyn`], [`Const`] and the named axes that [`axis!`](crate::axis) declares.
/// A function that is generic over extents needs this bound and no other:
///
/// ```
/// use ndweave_runtime::{Array, Const, Dyn, Extent};
/// fn rows<I: Extent, J: Extent>(a: &Array<f64, (I, J)>) -> usize {
///     a.shape().0.get()
/// }
/// assert_eq!(rows(&Array::zeros((Const::<2>, Dyn(5)))), 2);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an extent",
    label = "not `Dyn`, `Const<N>`, or an axis that `axis!` declares"
)]
pub trait Extent: Copy + Eq + Debug + Send + Sync + 'static {
    /// The length, where the type alone tells it.
    const STATIC: Option<usize>;

    /// The storage of an axis of this extent over storage `Inner` for one of its entries.
    #[doc(hidden)]
    type Wrap<Inner: Store>: Store<Elem = Inner::Elem>;

    /// The length.
    fn get(self) -> usize;

    /// This extent with length `n`; `None` where the type says another length.
    fn from_usize(n: usize) -> Option<Self>;
}

/// An extent known at run time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Dyn(pub usize);

/// An extent known at compile time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Const<const N: usize>;

impl Dyn {
    /// In `reshape` and its kin, the extent that the others leave over: what NumPy writes `-1`.
    ///
    /// ```
    /// use ndweave_runtime::{Array, Const, Dyn};
    /// let a = Array::arange(0, 6, 1);
    /// assert_eq!(a.reshape((2, Dyn::REST)).unwrap(), [[0, 1, 2], [3, 4, 5]]);
    /// assert_eq!(a.reshape((Dyn::REST, Const::<2>)).unwrap(), [[0, 1], [2, 3], [4, 5]]);
    /// let error = a.reshape((4, Dyn::REST)).unwrap_err();
    /// assert_eq!(error.to_string(), "shape [6] has 6 elements and cannot become [4, _]: they are not so many times 4");
    /// ```
    pub const REST: Dyn = Dyn(usize::MAX);
}

impl Extent for Dyn {
    const STATIC: Option<usize> = None;
    type Wrap<Inner: Store> = Inner::OfDyn;

    #[inline(always)]
    fn get(self) -> usize {
        self.0
    }

    #[inline(always)]
    fn from_usize(n: usize) -> Option<Self> {
        Some(Dyn(n))
    }
}

impl<const N: usize> Extent for Const<N> {
    const STATIC: Option<usize> = Some(N);
    type Wrap<Inner: Store> = Inner::OfConst<N>;

    #[inline(always)]
    fn get(self) -> usize {
        N
    }

    #[inline(always)]
    fn from_usize(n: usize) -> Option<Self> {
        (n == N).then_some(Const)
    }
}

/// Two extents that one label may stand for, and the extent that is known of both.
///
/// The reflexive implementation is what lets a function that is generic over extents be checked
/// once, where it is defined: `I: Agree<I>` holds for every `I`, `I: Agree<J>` does not.
#[doc(hidden)]
pub trait Agree<Other: Extent>: Extent {
    /// What is known when both hold.
    type Extent: Extent;
}

impl<E: Extent> Agree<E> for E {
    type Extent = E;
}

#[diagnostic::do_not_recommend]
impl<const N: usize> Agree<Dyn> for Const<N> {
    type Extent = Self;
}

#[diagnostic::do_not_recommend]
impl<const N: usize> Agree<Const<N>> for Dyn {
    type Extent = Const<N>;
}

/// What a shape may be written with: an extent, or a `usize` that becomes [`Dyn`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an extent",
    label = "an extent is a `usize`, or one that the compiler knows: `Const::<3>`, a named axis"
)]
pub trait IntoExtent: Copy {
    /// The extent.
    type Extent: Extent;
    /// Converts it.
    fn into_extent(self) -> Self::Extent;
}

impl IntoExtent for usize {
    type Extent = Dyn;
    #[inline(always)]
    fn into_extent(self) -> Dyn {
        Dyn(self)
    }
}

#[diagnostic::do_not_recommend]
impl<E: Extent> IntoExtent for E {
    type Extent = E;
    #[inline(always)]
    fn into_extent(self) -> E {
        self
    }
}

/// Declares named axes: extents that labels of one length cannot mix up.
///
/// | declaration | the axis | its value |
/// |---|---|---|
/// | `pub struct Batch;` | has a length known at run time | `Batch(32)` |
/// | `pub struct Rgb = 3;` | has this length, any constant expression | `Rgb` |
///
/// Attributes, documentation and visibility are those of structs; any number of declarations may stand in one `axis!`.
///
/// A named axis agrees with itself and with [`Dyn`] (whose length is compared at the call), never with another name;
/// one of constant length also with the [`Const`] of that length. What is known wins: the result of a kernel has the
/// name.
///
/// ```
/// use ndweave_runtime::{axis, Array, Extent};
/// axis! {
///     /// Samples that are processed together.
///     pub struct Batch;
///     /// Red, green and blue.
///     pub struct Rgb = 3;
/// }
/// let pixels = Array::<f32, _>::zeros((Batch(10), Rgb));
/// assert_eq!(pixels.shape().1.get(), 3);
/// ```
///
/// # Compile errors
///
/// Axes with two names are two types, in kernels and outside of them:
///
/// ```compile_fail,E0308
/// use ndweave_runtime::{axis, Array};
/// axis! {
///     struct Row = 3;
///     struct Column = 3;
/// }
/// let mut a = Array::<f64, (Row, Column)>::zeros((Row, Column));
/// a = a.t().to_owned(); // expected `(Row, Column)`, found `(Column, Row)`
/// ```
#[macro_export]
macro_rules! axis {
    () => {};
    ($(#[$meta:meta])* $vis:vis struct $name:ident; $($rest:tt)*) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis struct $name(
            /// The length of the axis.
            pub usize,
        );
        impl $crate::Extent for $name {
            const STATIC: $crate::macro_support::Option<usize> = $crate::macro_support::Option::None;
            type Wrap<Inner: $crate::macro_support::Store> = Inner::OfDyn;
            #[inline(always)]
            fn get(self) -> usize {
                self.0
            }
            #[inline(always)]
            fn from_usize(n: usize) -> $crate::macro_support::Option<Self> {
                $crate::macro_support::Option::Some($name(n))
            }
        }
        $crate::axis!(@agree $name);
        $crate::axis! { $($rest)* }
    };
    ($(#[$meta:meta])* $vis:vis struct $name:ident = $n:expr; $($rest:tt)*) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        $vis struct $name;
        impl $crate::Extent for $name {
            const STATIC: $crate::macro_support::Option<usize> = $crate::macro_support::Option::Some($n);
            type Wrap<Inner: $crate::macro_support::Store> = Inner::OfConst<{ $n }>;
            #[inline(always)]
            fn get(self) -> usize {
                $n
            }
            #[inline(always)]
            fn from_usize(n: usize) -> $crate::macro_support::Option<Self> {
                if n == $n {
                    $crate::macro_support::Option::Some($name)
                } else {
                    $crate::macro_support::Option::None
                }
            }
        }
        $crate::axis!(@agree $name);
        impl $crate::macro_support::Agree<$crate::Const<{ $n }>> for $name {
            type Extent = $name;
        }
        impl $crate::macro_support::Agree<$name> for $crate::Const<{ $n }> {
            type Extent = $name;
        }
        $crate::axis! { $($rest)* }
    };
    (@agree $name:ident) => {
        impl $crate::macro_support::Agree<$crate::Dyn> for $name {
            type Extent = $name;
        }
        impl $crate::macro_support::Agree<$name> for $crate::Dyn {
            type Extent = $name;
        }
    };
}
