//! Ufuncs with core axes: NumPy's generalised ufuncs.
//!
//! `fn cdist(p: [[f64; d]; m], q: [[f64; d]; n]) -> [[f64; n]; m]` consumes the last two axes of both operands and loops over those in
//! front, which broadcast. The types of a call tell its result ([`signature`]); extents that are known at run time are compared in
//! [`layout`]; then the body runs. A body in the notation of `broadcast!` is one kernel over all points: the operands become views of
//! eight axes each ([`whole`]), which is all the notation needs to loop over those behind `..`. A body of plain Rust runs once per
//! point ([`points`]), on numbers, nested arrays, slices and [`Rows`] ([`kinds`]).

mod block;
mod call;
mod kinds;
mod layout;
mod methods;
mod points;
mod rows;
mod signature;
mod whole;

pub use call::{CoreCall, CoreCallInto, CoreTargets, core_call, core_call_into};
pub use kinds::{RowsKind, Slice, Value};
pub use layout::Frame;
pub use methods::{JoinsElements, Masks};
pub use points::{ArgsOf, OutsOf, Point, Rooms};
pub use rows::{Room, RoomOfRows, Rows, RowsMut};
pub use signature::{Computed, Exactly, Free, Item, Letter, Of, Word};
pub use whole::Padded;

use crate::error::ShapeError;
use signature::Items;

/// A function with core axes that `ufunc!` made, over parameters with elements `P`, a tuple.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a ufunc with core axes over elements `{P}`",
    label = "not a ufunc over elements `{P}`"
)]
pub trait Core<P>: Copy + Sized {
    /// Its name.
    const NAME: &'static str;
    /// The names of its parameters.
    const PARAMS: &'static [&'static str];
    /// The names of its labels, by number.
    const LABELS: &'static [&'static str];
    /// Whether its body asks for results that hold something.
    const FILLED: bool;
    /// One [`Free`] a label.
    type Labels;
    /// What it takes.
    type Params: Items<Elements = P>;
    /// What it gives.
    type Results: Items;

    /// The length of axis `axis` of result `result`, which is computed from those of the labels.
    fn computed(_result: usize, _axis: usize, _labels: &[usize]) -> usize {
        0
    }

    /// Runs the body at all points.
    ///
    /// # Errors
    ///
    /// When a reduction of the body has nothing to begin with.
    fn run(frame: Frame<'_, Self, P>) -> Result<(), ShapeError>;
}
