//! Universal functions: what `ufunc!` makes of a scalar function.
//!
//! The macro writes each function twice: as it was written, and as a *gang form* that computes a gang of points at a time, every lane
//! doing what the scalar function does at its point. What differs from lane to lane is a [`Varying`] there, what does not stays an
//! ordinary value; conditions become masks. A call ([`call`]) is an elementwise pass over the operands, aligned by NumPy's rule
//! ([`stretch`]), whose body ([`body`]) runs the gang form.

mod argument;
mod body;
mod call;
mod cores;
mod methods;
mod params;
mod rules;
mod stretch;
mod varying;

pub use argument::Argument;
pub use body::{Exprs, TakenBy};
pub use call::{Call, CallInto, Targets, call, call_into, call_masked};
pub use cores::*;
pub use methods::{Accumulates, JoinAt, OuterWith, Reduce, ReduceAll, ReduceAt, expect};
pub use params::{Params, Results};
pub use rules::{
    Apply, ApplyMixed, Counts, Fits, Invoke, Kept, QuotientNode, Refuse, RefuseChoice, RefuseCondition,
    RefuseInvocation, RemainderNode, choice, condition, invocation, on,
};
pub use varying::{Merge, Varying, and, and_not, any, none, or, splat, truth, unset};

use crate::kernel::Subscripts;
use crate::lanes::Simd;
use crate::reduce::JoinOrder;

/// A function that `ufunc!` made, over parameters `P`: a tuple of element types.
///
/// A generic function is one for many `P`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a ufunc of parameters `{P}`",
    label = "not a ufunc of parameters `{P}`",
    note = "`ufunc!` makes functions that kernels can call; those with core axes, or that run per point, are called by themselves"
)]
pub trait Ufunc<P: Params>: Copy {
    /// What it returns: an element, or a tuple of elements.
    type Out: Results;
    /// Its name.
    const NAME: &'static str;
    /// A mask, and its parameters, as operands that are aligned from the right.
    const PARAMS: &'static [Subscripts];

    /// In which order it may join more than two elements.
    type Order: JoinOrder;

    /// What joining changes nothing, if there is such an element.
    #[inline(always)]
    fn identity() -> Option<Self::Out> {
        None
    }

    /// The function itself.
    fn scalar(args: P) -> Self::Out;

    /// The function at a gang of points. What comes out of lanes that are not `live` means nothing; what goes into them may be anything.
    fn gang<S: Simd>(s: S, live: S::Mask, args: P::Lanes<S>) -> <Self::Out as Results>::Lanes<S>;
}

/// Any type: `<name as Itself>::Type` is an error about `name` where that is no type, but a function of another kind.
pub trait Itself {
    /// The type.
    type Type;
}

impl<T> Itself for T {
    type Type = T;
}

/// What a gang form costs, in the units of [`Node::COST`](crate::expr::Node::COST): it may loop until every lane is done, so nothing
/// but points of the kernel may stand in its lanes.
pub(crate) const GANG: usize = 1000;
