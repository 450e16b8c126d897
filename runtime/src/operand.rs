//! Operands: whatever can stand in a macro.

use num_complex::Complex;

use crate::array::Array;
use crate::element::Element;
use crate::extent::{Const, Dyn};
use crate::kernel::{Bound, Target};
use crate::shape::{Prepend, Shape, row_major};
use crate::view::{View, ViewMut};

/// What can be read in a macro as an array: arrays, views, slices, vectors, nested arrays, scalars, and
/// references to them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand as an operand",
    label = "not an array, view, slice, vector, nested array or scalar",
    note = "a type of your own becomes an element of arrays by `ndweave::element!(Type);`"
)]
pub trait Operand {
    /// The element type.
    type Elem: Copy;
    /// The shape.
    type Shape: Shape;
    /// Whether a kernel over such operands alone gives a nested array back, or an [`Array`].
    #[doc(hidden)]
    type Family;
    /// A view of the operand.
    fn as_view(&self) -> View<'_, Self::Elem, Self::Shape>;

    /// The operand as a kernel takes it.
    #[doc(hidden)]
    #[inline(always)]
    fn ndweave_bind(&self) -> Bound<'_, Self::Elem, Self::Shape, Self::Family> {
        Bound::new(self.as_view())
    }
}

/// What can be written to by a macro: arrays, mutable views, mutable slices, vectors, nested arrays.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written to as an array",
    label = "not an array, mutable view, mutable slice, vector or nested array"
)]
pub trait OperandMut: Operand {
    /// A mutable view of the operand.
    fn as_view_mut(&mut self) -> ViewMut<'_, Self::Elem, Self::Shape>;

    /// The target as a kernel takes it.
    #[doc(hidden)]
    #[inline(always)]
    fn ndweave_bind_mut(&mut self) -> Target<'_, Self::Elem, Self::Shape> {
        Target::new(self.as_view_mut())
    }
}

/// The family of arrays and views: results are [`Array`]s.
#[doc(hidden)]
pub enum Owned {}
/// The family of nested arrays: results are nested arrays.
#[doc(hidden)]
pub enum Plain {}
/// The family of scalars: results follow the other operands.
#[doc(hidden)]
pub enum Neutral {}

#[diagnostic::do_not_recommend]
impl<T: Copy, S: Shape> Operand for Array<T, S> {
    type Elem = T;
    type Shape = S;
    type Family = Owned;
    #[inline(always)]
    fn as_view(&self) -> View<'_, T, S> {
        self.view()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Copy, S: Shape> OperandMut for Array<T, S> {
    #[inline(always)]
    fn as_view_mut(&mut self) -> ViewMut<'_, T, S> {
        self.view_mut()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Copy, S: Shape> Operand for View<'_, T, S> {
    type Elem = T;
    type Shape = S;
    type Family = Owned;
    #[inline(always)]
    fn as_view(&self) -> View<'_, T, S> {
        *self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Copy, S: Shape> Operand for ViewMut<'_, T, S> {
    type Elem = T;
    type Shape = S;
    type Family = Owned;
    #[inline(always)]
    fn as_view(&self) -> View<'_, T, S> {
        self.view()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Copy, S: Shape> OperandMut for ViewMut<'_, T, S> {
    #[inline(always)]
    fn as_view_mut(&mut self) -> ViewMut<'_, T, S> {
        self.view_mut()
    }
}

#[diagnostic::do_not_recommend]
impl<O: Operand + ?Sized> Operand for &O {
    type Elem = O::Elem;
    type Shape = O::Shape;
    type Family = O::Family;
    #[inline(always)]
    fn as_view(&self) -> View<'_, O::Elem, O::Shape> {
        (**self).as_view()
    }
}

#[diagnostic::do_not_recommend]
impl<O: Operand + ?Sized> Operand for &mut O {
    type Elem = O::Elem;
    type Shape = O::Shape;
    type Family = O::Family;
    #[inline(always)]
    fn as_view(&self) -> View<'_, O::Elem, O::Shape> {
        (**self).as_view()
    }
}

#[diagnostic::do_not_recommend]
impl<O: OperandMut + ?Sized> OperandMut for &mut O {
    #[inline(always)]
    fn as_view_mut(&mut self) -> ViewMut<'_, O::Elem, O::Shape> {
        (**self).as_view_mut()
    }
}

/// A scalar, or an array of constant length of such: what nested arrays are made of.
///
/// # Safety
///
/// The value is `len(Shape)` elements of type `Elem`, row-major and without gaps.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an element, nor a nested array of elements",
    label = "elements are floats, integers, `bool`, `Complex`, or types given to `element!`"
)]
pub unsafe trait Nested: Copy {
    /// The innermost type.
    type Elem: Copy;
    /// One constant extent a level.
    type Shape: Shape;
    /// The shape as a value.
    fn shape() -> Self::Shape;
}

// SAFETY: one element.
#[diagnostic::do_not_recommend]
unsafe impl<T: Element> Nested for T {
    type Elem = T;
    type Shape = ();
    #[inline(always)]
    fn shape() {}
}

// SAFETY: `[X; N]` is `N` values of type `X` without gaps.
#[diagnostic::do_not_recommend]
unsafe impl<X: Nested, const N: usize> Nested for [X; N]
where
    X::Shape: Prepend<Const<N>>,
{
    type Elem = X::Elem;
    type Shape = <X::Shape as Prepend<Const<N>>>::Longer;
    #[inline(always)]
    fn shape() -> Self::Shape {
        X::shape().prepend(Const)
    }
}

#[diagnostic::do_not_recommend]
impl<X: Nested, const N: usize> Operand for [X; N]
where
    X::Shape: Prepend<Const<N>>,
{
    type Elem = X::Elem;
    type Shape = <X::Shape as Prepend<Const<N>>>::Longer;
    type Family = Plain;
    #[inline(always)]
    fn as_view(&self) -> View<'_, X::Elem, Self::Shape> {
        dense(self.as_ptr().cast(), X::shape().prepend(Const), self)
    }
}

#[diagnostic::do_not_recommend]
impl<X: Nested, const N: usize> OperandMut for [X; N]
where
    X::Shape: Prepend<Const<N>>,
{
    #[inline(always)]
    fn as_view_mut(&mut self) -> ViewMut<'_, X::Elem, Self::Shape> {
        dense_mut(self.as_mut_ptr().cast(), X::shape().prepend(Const), self)
    }
}

#[diagnostic::do_not_recommend]
impl<X: Nested> Operand for [X]
where
    X::Shape: Prepend<Dyn>,
{
    type Elem = X::Elem;
    type Shape = <X::Shape as Prepend<Dyn>>::Longer;
    type Family = Owned;
    #[inline(always)]
    fn as_view(&self) -> View<'_, X::Elem, Self::Shape> {
        dense(self.as_ptr().cast(), X::shape().prepend(Dyn(self.len())), self)
    }
}

#[diagnostic::do_not_recommend]
impl<X: Nested> OperandMut for [X]
where
    X::Shape: Prepend<Dyn>,
{
    #[inline(always)]
    fn as_view_mut(&mut self) -> ViewMut<'_, X::Elem, Self::Shape> {
        dense_mut(self.as_mut_ptr().cast(), X::shape().prepend(Dyn(self.len())), self)
    }
}

#[diagnostic::do_not_recommend]
impl<X: Nested> Operand for Vec<X>
where
    X::Shape: Prepend<Dyn>,
{
    type Elem = X::Elem;
    type Shape = <X::Shape as Prepend<Dyn>>::Longer;
    type Family = Owned;
    #[inline(always)]
    fn as_view(&self) -> View<'_, X::Elem, Self::Shape> {
        self.as_slice().as_view()
    }
}

#[diagnostic::do_not_recommend]
impl<X: Nested> OperandMut for Vec<X>
where
    X::Shape: Prepend<Dyn>,
{
    #[inline(always)]
    fn as_view_mut(&mut self) -> ViewMut<'_, X::Elem, Self::Shape> {
        self.as_mut_slice().as_view_mut()
    }
}

/// A row-major view of `_owner`, whose elements start at `first` and have this shape.
#[inline(always)]
fn dense<T, S: Shape, O: ?Sized>(first: *const T, shape: S, _owner: &O) -> View<'_, T, S> {
    // SAFETY: callers pass nested arrays (`Nested`: gapless and row-major) or slices of them, with the
    // shape that counts exactly their elements; sizes that exist fit in `isize`. The view borrows the owner.
    unsafe { View::from_raw(first, shape, row_major::<S>(shape.extents())) }
}

/// A mutable row-major view of `_owner`, as [`dense`].
#[inline(always)]
fn dense_mut<T, S: Shape, O: ?Sized>(first: *mut T, shape: S, _owner: &mut O) -> ViewMut<'_, T, S> {
    // SAFETY: as in `dense`; the borrow is exclusive, and row-major strides are injective.
    unsafe { ViewMut::from_raw(first, shape, row_major::<S>(shape.extents())) }
}

/// Makes an element type stand as a scalar operand.
#[doc(hidden)]
#[macro_export]
macro_rules! scalar_operand {
    ([$($generics:tt)*] $T:ty) => {
        #[diagnostic::do_not_recommend]
        impl $($generics)* $crate::Operand for $T {
            type Elem = $T;
            type Shape = ();
            type Family = $crate::macro_support::Neutral;
            #[inline(always)]
            fn as_view(&self) -> $crate::View<'_, $T, ()> {
                $crate::macro_support::scalar_view(self)
            }
        }
    };
}

/// A view of rank 0 of one value.
#[doc(hidden)]
#[inline(always)]
pub fn scalar_view<T>(value: &T) -> View<'_, T, ()> {
    // SAFETY: one initialised element, borrowed for the view's lifetime.
    unsafe { View::from_raw(value, (), []) }
}

/// A scalar whose type may not be settled yet, as that of `c` after `let c = 0.5;`. It has no axes, whatever its type will be.
#[doc(hidden)]
#[repr(transparent)]
pub struct Scalar<T>(T);

#[diagnostic::do_not_recommend]
impl<T: Element> Operand for Scalar<T> {
    type Elem = T;
    type Shape = ();
    type Family = Neutral;
    #[inline(always)]
    fn as_view(&self) -> View<'_, T, ()> {
        scalar_view(&self.0)
    }
}

/// An operand of a positional kernel, for [`settled!`](crate::settled).
#[doc(hidden)]
pub struct Unsettled<'a, X: ?Sized>(pub &'a X);

impl<X: ?Sized> Clone for Unsettled<'_, X> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<X: ?Sized> Copy for Unsettled<'_, X> {}

/// The rule for elements: also for a literal's type, `f32` or `f64`, of which both are.
#[doc(hidden)]
pub trait SettleScalar<'a, T> {
    /// The operand.
    fn settle(self) -> &'a Scalar<T>;
}

impl<'a, T: Element> SettleScalar<'a, T> for &Unsettled<'a, T> {
    #[inline(always)]
    fn settle(self) -> &'a Scalar<T> {
        // SAFETY: `Scalar` is transparent over its element.
        unsafe { &*core::ptr::from_ref(self.0).cast() }
    }
}

/// The rule for everything else.
#[doc(hidden)]
pub trait SettleOther<'a, X: ?Sized> {
    /// The operand.
    fn settle(self) -> &'a X;
}

impl<'a, X: ?Sized> SettleOther<'a, X> for Unsettled<'a, X> {
    #[inline(always)]
    fn settle(self) -> &'a X {
        self.0
    }
}

/// An operand, of which at least the shape is known: the rules for extents that stretch look at it, and rustc must have it by then.
#[doc(hidden)]
#[macro_export]
macro_rules! settled {
    ($x:expr) => {{
        use $crate::macro_support::settling::*;
        (&$crate::macro_support::Unsettled($x)).settle()
    }};
}

macro_rules! scalars {
    ($([$($generics:tt)*] $T:ty;)*) => { $( scalar_operand!([$($generics)*] $T); )* };
}

scalars! {
    [] f32; [] f64; [] bool;
    [] i8; [] i16; [] i32; [] i64; [] i128; [] isize;
    [] u8; [] u16; [] u32; [] u64; [] u128; [] usize;
    [<T: Element>] Complex<T>;
}
