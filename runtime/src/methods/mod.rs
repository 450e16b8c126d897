//! Methods of arrays that reduce, scan, sort and count.
//!
//! Each is said once, in a table; [`methods`] writes it for arrays and views alike, [`reductions`] for one axis, several, and all.
//! Plain sums and extremes run on [`crate::reduce`], what computes something of each element first on the loop nest
//! ([`fold`]).
//!
//! One of the rooms in which `unsafe` lives.

mod counting;
mod curves;
mod extremes;
mod fold;
mod norms;
mod numbers;
mod places;
mod sorting;
mod statistics;
mod sums;
mod truth;

pub use norms::Normed;
pub use numbers::{Number, Summed};
pub use sorting::{Between, SortKey};
pub use statistics::Averaged;

/// The methods of a table, for all arrays.
macro_rules! methods {
    ($(
        $(#[$doc:meta])*
        $name:ident [$($G:tt)*] ($($arg:ident: $A:ty),*) -> $R:ty, [$($W:tt)*], |$x:ident| $value:expr;
    )*) => {
        impl<T: Copy, S: $crate::shape::Shape> $crate::array::Array<T, S> { $(
            $(#[$doc])*
            #[track_caller]
            pub fn $name<$($G)*>(&self $(, $arg: $A)*) -> $R
            where
                $($W)*
            {
                let $x = self.view();
                $value
            }
        )* }

        impl<T: Copy, S: $crate::shape::Shape> $crate::view::View<'_, T, S> { $(
            #[doc = concat!("As [`Array::", stringify!($name), "`](crate::Array::", stringify!($name), ").")]
            #[track_caller]
            pub fn $name<$($G)*>(&self $(, $arg: $A)*) -> $R
            where
                $($W)*
            {
                let $x = *self;
                $value
            }
        )* }

        impl<T: Copy, S: $crate::shape::Shape> $crate::view::ViewMut<'_, T, S> { $(
            #[doc = concat!("As [`Array::", stringify!($name), "`](crate::Array::", stringify!($name), ").")]
            #[track_caller]
            pub fn $name<$($G)*>(&self $(, $arg: $A)*) -> $R
            where
                $($W)*
            {
                let $x = self.view();
                $value
            }
        )* }
    };
}
use methods;

/// The methods of a reduction: along one axis, all, several, and with the axes kept; and the function that all of them call with the view, a
/// bit for each axis, and the arguments.
macro_rules! reductions {
    ($(
        $(#[$doc:meta])*
        $one:ident $all:ident $several:ident $keeping:ident $several_keeping:ident
        [$($W:tt)*] ($($arg:ident: $A:ty),*) -> $R:ty, $reduce:ident;
    )*) => { $(
        $crate::methods::methods! {
            $(#[$doc])*
            $one [const AXIS: usize] ($($arg: $A),*) -> $crate::array::Array<$R, S::Without>,
                [$($W)* S: $crate::axes::EditAxis<AXIS>],
                |x| $reduce::<T, S, S::Without>(x, 1 << AXIS $(, $arg)*);

            #[doc = concat!("As [`Array::", stringify!($one), "`](crate::Array::", stringify!($one), "), over all axes.")]
            $all [] ($($arg: $A),*) -> $R, [$($W)*],
                |x| $reduce::<T, S, ()>(x, $crate::reduce::all::<S>() $(, $arg)*).as_slice()[0];

            #[doc = concat!(
                "As [`Array::", stringify!($one), "`](crate::Array::", stringify!($one), "), over the axes of a list: `",
                stringify!($several), "::<axes![0, 2]>()`."
            )]
            $several [X] ($($arg: $A),*) -> $crate::array::Array<$R, X::Without>,
                [$($W)* X: $crate::reduce::AxesOf<S>],
                |x| $reduce::<T, S, X::Without>(x, X::BITS $(, $arg)*);

            #[doc = concat!(
                "As [`Array::", stringify!($one), "`](crate::Array::", stringify!($one), "); the axis stays, with extent 1."
            )]
            $keeping [const AXIS: usize] ($($arg: $A),*) -> $crate::array::Array<$R, S::With<$crate::extent::Const<1>>>,
                [$($W)* S: $crate::axes::EditAxis<AXIS>],
                |x| $reduce::<T, S, S::With<$crate::extent::Const<1>>>(x, 1 << AXIS $(, $arg)*);

            #[doc = concat!(
                "As [`Array::", stringify!($several), "`](crate::Array::", stringify!($several),
                "); the axes stay, with extent 1."
            )]
            $several_keeping [X] ($($arg: $A),*) -> $crate::array::Array<$R, X::Keeping>,
                [$($W)* X: $crate::reduce::AxesOf<S>],
                |x| $reduce::<T, S, X::Keeping>(x, X::BITS $(, $arg)*);
        }
    )* };
}
use reductions;
