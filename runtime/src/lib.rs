//! The runtime of ndweave: shapes, arrays, views, and the engines that the macros call.
//!
//! Use it through the facade crate `ndweave`, whose documentation is the language reference.

#[doc(hidden)]
pub mod macro_support;

mod array;
mod axes;
mod contract;
mod element;
mod error;
mod expr;
mod extent;
mod format;
mod gather;
mod index;
mod kernel;
mod lanes;
mod methods;
mod nest;
mod operand;
#[cfg(feature = "rand")]
mod random;
mod reduce;
mod scan;
mod scatter;
mod shape;
mod slicing;
mod storage;
mod testing;
mod transfer;
mod ufunc;
mod view;

pub use array::{Arange, Array, Array0, Array1, Array2, Array3, Array4, Array5, Array6, Columns, Pad};
pub use contract::{Class, ContractionPath, PathStep};
pub use element::Element;
pub use error::ShapeError;
pub use expr::Float;
pub use extent::{Const, Dyn, Extent, IntoExtent};
pub use gather::{Selector, Side};
pub use kernel::{BroadcastPlan, EinsumPath, NestPath, PassPlan, TermPath};
pub use lanes::{Simd, Tier};
pub use methods::{Averaged, Between, Normed, Number, SortKey, Summed};
pub use nest::{Access, Extremes};
pub use operand::{Operand, OperandMut};
#[cfg(feature = "rand")]
pub use random::Draw;
pub use reduce::{AxesOf, Axis};
pub use shape::{IntoShape, MAX_RANK, Shape};
pub use slicing::{IndexNumber, NewAxis, Subscript, SubscriptRange, Subscripts};
pub use storage::ALIGNMENT;
pub use testing::{Distances, Measured};
pub use view::{
    AxisIter, AxisIterMut, IndexedIter, Iter, IterMut, View, View0, View1, View2, View3, View4, View5, View6, ViewMut,
    ViewMut0, ViewMut1, ViewMut2, ViewMut3, ViewMut4, ViewMut5, ViewMut6,
};
