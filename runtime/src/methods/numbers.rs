//! Which elements are numbers, and what their sums are.

use num_complex::Complex;

use super::truth::counts;
use crate::array::Array;
use crate::element::Element;
use crate::error::expect;
use crate::reduce::functions::Add;
use crate::reduce::reduce_bits;
use crate::shape::Shape;
use crate::view::View;

/// Elements that are numbers: all but `bool`. [`element!`](crate::element) says it of a type of your own.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` are not numbers to add up",
    label = "not an array of numbers",
    note = "of conditions, `count_nonzero` is the number of true ones, and `all` and `any` join them",
    note = "an element implemented by hand says so with `impl ndweave::Number for Type {{}}`"
)]
pub trait Number: Element {}

macro_rules! numbers {
    ($($T:ty)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Number for $T {}
    )* };
}

numbers! { f32 f64 i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

#[diagnostic::do_not_recommend]
impl<T: Number> Number for Complex<T> where Complex<T>: Element {}

/// Elements that have a sum: numbers, and `bool`, whose sum is the number of the true ones.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` have no sum",
    label = "not an array of numbers",
    note = "an element implemented by hand says so with `impl ndweave::Number for Type {{}}`"
)]
pub trait Summed: Element {
    /// The type of the sum: `usize` for `bool`, else the element's own.
    type Sum: Element;

    #[doc(hidden)]
    fn sums<S: Shape, R: Shape>(x: View<'_, Self, S>, bits: u8) -> Array<Self::Sum, R>;
}

impl<T: Number> Summed for T {
    type Sum = T;

    #[track_caller]
    fn sums<S: Shape, R: Shape>(x: View<'_, T, S>, bits: u8) -> Array<T, R> {
        expect(reduce_bits(Add, x, bits, None))
    }
}

impl Summed for bool {
    type Sum = usize;

    #[track_caller]
    fn sums<S: Shape, R: Shape>(x: View<'_, bool, S>, bits: u8) -> Array<usize, R> {
        counts(x, bits)
    }
}
