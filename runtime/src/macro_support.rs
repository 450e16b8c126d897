//! What the expansions of the macros see. Everything here is safe; nothing here is a promise to users.

pub use core::default::Default;
pub use core::marker::Sized;
pub use core::option::Option;
pub use core::result::Result;

pub use num_traits::{NumCast, One, PrimInt, Zero};

pub use crate::axes::EditAxis;
pub use crate::expr::*;
pub use crate::extent::Agree;
pub use crate::kernel::rules as label;
pub use crate::kernel::{
    Accumulate, Assign, Axis, BindTarget, Deduct, ELLIPSIS, FIXED, Fits, GATHERED, Gather, IndexElement, Joins, Kernel,
    Multiplies, NoAxis, NoEllipsisAxes, NotFewer, NotMore, Num, Outcome, Pair, Ranked, RankedAtLeast, SameElement,
    ScopeScalar, Size, Spec, Subscripts, Term, Tuple, arg, axis, axis_from_end, done, ellipsis, evaluate,
    evaluate_into, evaluate_scalar, explain, fit, general, in_place, like, no_axes, pair, product, scale, snapshot,
};
pub use crate::kernel::{
    AllOf, AnyOf, ArgMaxOf, ArgMinOf, CountOf, Divide, EachOf, MaxOf, MeanOf, MinOf, Multiply, Outputs, Passes, ProdOf,
    Program, Read, Reduced, SumOf, Where, Writes, best_index, broadcast, broadcast_into, broadcast_scalar, last,
    last_into, masked, mean, number, over, over_indexed, plan_broadcast, plan_broadcast_into, put, range, ranged,
    ranged_by, read, temp, then, then_into, then_shared, then_shared_into, value, write, writes,
};
pub use crate::lanes::Simd;
pub use crate::operand::{Neutral, Operand, OperandMut, Owned, Plain, Unsettled, scalar_view};
pub use crate::reduce::{
    AnyOrder, AxesOf, Binary, Join, JoinOrder, LeftToRight, Reduces, functions, reduce, reduce_all, reduce_all_where,
    reduce_axes, reduce_axes_keeping, reduce_into, reduce_keeping, reduce_where, reduceat,
};
pub use crate::scan::{accumulate, accumulate_into};
pub use crate::scatter::{OuterShape, at, at_points, outer};
pub use crate::slicing::IndexNumber;
pub use crate::storage::Store;
pub use crate::testing::{Closeness, assert_allclose, assert_array_equal};
pub use crate::ufunc::{Accumulates, JoinAt, OuterWith, Reduce, ReduceAll, ReduceAt, expect};
pub use crate::ufunc::{
    ArgsOf, Computed, Core, CoreCall, CoreCallInto, CoreTargets, Exactly, Frame, Free, Item, JoinsElements, Letter,
    Masks, Of, OutsOf, Padded, Point, Room, RoomOfRows, Rooms, Rows, RowsKind, RowsMut, Slice, Value, Word, core_call,
    core_call_into,
};
pub use crate::ufunc::{
    Argument, Call, CallInto, Exprs, Itself, Merge, Params, Results, TakenBy, Targets, Ufunc, Varying, and, and_not,
    any, call, call_into, call_masked, choice, condition, invocation, none, on, or, splat, truth, unset,
};
pub use crate::view::fields::{BorrowStructs, FieldOf, Structs, StructsMut, field, field_mut};
pub use crate::{
    agree_ellipsis, core_methods, kernel, pair_of_ellipsis, program, scalar_operand, settled, stretch,
    stretch_to_target, ufunc_methods,
};

/// What `s![]` expands into.
pub mod slicing {
    pub use crate::gather::Indices;
    pub use crate::slicing::{At, Ellipsis, NewAxis, NoEllipsis, Span, Subscript, Subscripts, Whole};
}

/// The rules for operations on lanes, that gang forms import.
pub mod gang {
    pub use crate::ufunc::{
        Apply, ApplyMixed, Counts, Fits, Invoke, Kept, QuotientNode, Refuse, RefuseChoice, RefuseCondition,
        RefuseInvocation, RemainderNode,
    };

    use crate::expr::{After, Arg, Here};

    /// The first operand of an operation.
    pub type First = Arg<Here>;
    /// The second operand.
    pub type Second = Arg<After<Here>>;
    /// The third operand.
    pub type Third = Arg<After<After<Here>>>;
}

/// The rules for extents that stretch, that [`stretch!`] imports.
pub mod stretching {
    pub use crate::kernel::{
        StretchAbsentFirst, StretchAbsentSecond, StretchEqual, StretchFirst, StretchNone, StretchSecond,
    };
}

/// The rules for extents that stretch to a target's, that [`stretch_to_target!`] imports.
pub mod stretching_to_target {
    pub use crate::kernel::{TargetAbsent, TargetEqual, TargetLacks, TargetNone, TargetOne};
}

/// The rules for operands whose type is not settled yet, for `settled!`.
pub mod settling {
    pub use crate::operand::{SettleOther, SettleScalar};
}

/// The rules for axes that one side lacks, for `pair_of_ellipsis!`.
pub mod lacking {
    pub use crate::kernel::{LacksFirst, LacksNone, LacksSecond};
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
