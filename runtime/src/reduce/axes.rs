//! Several axes at once, as a type.

use crate::axes::EditAxis;
use crate::extent::Const;
use crate::shape::Shape;

/// An axis, in a list of [`axes!`](crate::axes).
#[derive(Clone, Copy, Debug)]
pub struct Axis<const I: usize>;

/// A list of axes of an array of shape `S`, that [`axes!`](crate::axes) writes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no list of axes of an array of shape `{S}`",
    label = "no such axes",
    note = "axes are counted from 0; `axes![0, 2]` names each once, in ascending order"
)]
pub trait AxesOf<S: Shape> {
    /// The shape without them.
    type Without: Shape;
    /// The shape in which each of them has extent 1.
    type Keeping: Shape;
    /// A bit for each.
    #[doc(hidden)]
    const BITS: u8;
}

/// Axes that stand behind axis `I`.
#[doc(hidden)]
pub trait Behind<const I: usize> {}

impl<const I: usize> Behind<I> for () {}

#[diagnostic::do_not_recommend]
impl<S: Shape> AxesOf<S> for () {
    type Without = S;
    type Keeping = S;
    const BITS: u8 = 0;
}

// From the last axis to the first, so that those that go leave the numbers of the others alone.
#[diagnostic::do_not_recommend]
impl<const I: usize, S, Rest> AxesOf<S> for (Axis<I>, Rest)
where
    S: Shape,
    Rest: AxesOf<S, Without: EditAxis<I>, Keeping: EditAxis<I>> + Behind<I>,
{
    type Without = <Rest::Without as EditAxis<I>>::Without;
    type Keeping = <Rest::Keeping as EditAxis<I>>::With<Const<1>>;
    const BITS: u8 = Rest::BITS | 1 << I;
}

macro_rules! behind {
    ($($i:literal: $($j:literal)*;)*) => { $($(
        #[diagnostic::do_not_recommend]
        impl<Rest> Behind<$i> for (Axis<$j>, Rest) {}
    )*)* };
}

behind! {
    0: 1 2 3 4 5 6 7;
    1: 2 3 4 5 6 7;
    2: 3 4 5 6 7;
    3: 4 5 6 7;
    4: 5 6 7;
    5: 6 7;
    6: 7;
}

/// Writes a list of axes, as a type: `axes![0, 2]`, each once, in ascending order.
///
/// An entry is a number, or an expression of constants in braces: `axes![0, { AXIS + 1 }]`. [`Array::sum_axes`](crate::Array::sum_axes) and
/// the other methods that join several axes take such a list.
///
/// ```
/// use ndweave_runtime::{axes, Array};
/// let a = Array::from_fn((2, 3, 4), |[i, j, k]| 100 * i + 10 * j + k);
/// assert_eq!(a.sum_axes::<axes![0, 2]>().as_slice(), [412, 492, 572]);
/// ```
///
/// # Compile errors
///
/// Where the list is used: when an axis is not there, stands twice, or out of order.
///
/// ```compile_fail,E0277
/// use ndweave_runtime::{axes, Array3};
/// # let x = Array3::<f64>::zeros((2, 3, 4));
/// x.max_axes::<axes![2, 0]>(); // `(Axis<2>, (Axis<0>, ()))` is no list of axes of an array of shape `(Dyn, Dyn, Dyn)`
/// ```
#[macro_export]
macro_rules! axes {
    () => { () };
    ($i:literal $(, $($rest:tt)*)?) => { ($crate::Axis<$i>, $crate::axes![$($($rest)*)?]) };
    ({ $i:expr } $(, $($rest:tt)*)?) => { ($crate::Axis<{ $i }>, $crate::axes![$($($rest)*)?]) };
}
