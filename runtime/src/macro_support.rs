//! What the expansions of the macros see. Everything here is safe; nothing here is a promise to users.

pub use core::marker::Sized;
pub use core::option::Option;
pub use core::result::Result;

pub use num_traits::{One, Zero};

pub use crate::axes::EditAxis;
pub use crate::expr::*;
pub use crate::extent::Agree;
pub use crate::kernel::rules as label;
pub use crate::kernel::{
    Accumulate, Assign, Axis, BindTarget, Deduct, ELLIPSIS, FIXED, Fits, Joins, Kernel, NoAxis, NoEllipsisAxes, Num,
    Outcome, Pair, Ranked, RankedAtLeast, SameElement, ScopeScalar, Size, Spec, Subscripts, Term, Tuple, arg, axis,
    axis_from_end, done, ellipsis, evaluate, evaluate_into, evaluate_scalar, explain, fit, general, in_place, like,
    no_axes, pair, product, scale, snapshot,
};
pub use crate::kernel::{
    AllOf, AnyOf, ArgMaxOf, ArgMinOf, CountOf, Divide, MaxOf, MeanOf, MinOf, Multiply, Outputs, Passes, ProdOf,
    Program, Read, Reduced, SumOf, Where, Writes, best_index, broadcast, broadcast_into, broadcast_scalar, last,
    last_into, masked, mean, number, over, over_indexed, plan_broadcast, plan_broadcast_into, put, range, ranged,
    ranged_by, read, temp, value, write, writes,
};
pub use crate::lanes::Simd;
pub use crate::operand::{Neutral, Operand, OperandMut, Owned, Plain, scalar_view};
pub use crate::reduce::{
    AnyOrder, AxesOf, Binary, Join, JoinOrder, LeftToRight, Reduces, functions, reduce, reduce_all, reduce_all_where,
    reduce_axes, reduce_axes_keeping, reduce_into, reduce_keeping, reduce_where, reduceat,
};
pub use crate::scan::{accumulate, accumulate_into};
pub use crate::scatter::{OuterShape, at, at_points, outer};
pub use crate::storage::Store;
pub use crate::{agree_ellipsis, kernel, program, scalar_operand, stretch, stretch_to_target};

/// What `s![]` expands into.
pub mod slicing {
    pub use crate::slicing::{At, Ellipsis, NewAxis, NoEllipsis, Span, Subscript, Subscripts, Whole};
}

/// The rules for extents that stretch, that [`stretch!`] imports.
pub mod stretching {
    pub use crate::kernel::{
        StretchAbsentFirst, StretchAbsentSecond, StretchEqual, StretchFirst, StretchNone, StretchSecond,
    };
}

/// The rules for extents that stretch to a target's, that [`stretch_to_target!`] imports.
pub mod stretching_to_target {
    pub use crate::kernel::{TargetAbsent, TargetEqual, TargetNone, TargetOne};
}

/// A fixed index, of any integer type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an index",
    label = "an index is an integer; a label is a bare name"
)]
pub trait FixedIndex {
    /// The index; out of any bounds where it does not fit.
    fn fixed_index(self) -> isize;
}

macro_rules! fixed_indices {
    ($($T:ty)*) => { $(
        #[diagnostic::do_not_recommend]
        impl FixedIndex for $T {
            #[inline(always)]
            fn fixed_index(self) -> isize {
                isize::try_from(self).unwrap_or(isize::MAX)
            }
        }
    )* };
}

fixed_indices! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
