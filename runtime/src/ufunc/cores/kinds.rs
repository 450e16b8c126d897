//! How a body of plain Rust sees the core elements of one point: as a value, a slice, or rows.

use core::marker::PhantomData;

use super::rows::{Room, RoomOfRows, Rows, RowsMut};
use crate::element::Element;
use crate::operand::Nested;
use crate::shape::Shape;

/// A number, or an array of constant lengths: `[f64; 3]`, by value.
pub struct Value<N>(PhantomData<N>);

/// An array whose outer length is a label: `[N; n]`, as a slice.
pub struct Slice<N>(PhantomData<N>);

/// An array of two axes whose inner length is a label: `[[N; d]; m]`, as rows.
pub struct RowsKind<N>(PhantomData<N>);

/// The core elements of one point, one after the other in row-major order: of an operand, or of a result.
#[derive(Clone, Copy)]
pub struct Place<'a, T> {
    /// The first of as many elements as `extents` have: initialised, or to be written.
    pub(super) first: *mut T,
    pub(super) extents: &'a [usize],
}

impl<T> Place<'_, T> {
    /// Takes `len` elements from `from`, which is perhaps the place itself.
    ///
    /// # Safety
    ///
    /// They are initialised, and those of the place may be written.
    #[inline(always)]
    unsafe fn keep(self, from: *const T, len: usize) {
        let said: usize = self.extents.iter().product();
        assert_eq!(len, said, "the result has another length than its signature says");
        if from != self.first.cast_const() {
            // SAFETY: the caller's promises.
            unsafe { core::ptr::copy(from, self.first, len) };
        }
    }
}

/// How many elements a value `N` has.
const fn count<N: Nested>() -> usize {
    // By the promise of `Nested`, which leaves no gaps.
    size_of::<N>() / size_of::<N::Elem>()
}

/// Whether the last of the extents are those of values `N`, behind `before` others.
fn ends_with<N: Nested>(extents: &[usize], before: usize) -> bool {
    extents.get(before..) == Some(N::shape().extents().as_ref())
}

/// A way to see parameters.
pub trait Take<T> {
    /// What the body gets.
    type Arg<'a>;
    /// The bytes of the core elements of a point, where they are constant.
    const SIZE: Option<usize>;
    /// Whether core axes of these extents can be seen so.
    fn fits(extents: &[usize]) -> bool;
    /// The core elements of a point.
    ///
    /// # Safety
    ///
    /// They are initialised, `fits` is true, and they are not written during `'a`.
    unsafe fn take<'a>(place: Place<'_, T>) -> Self::Arg<'a>;
}

/// A way to see results.
pub trait Give<T> {
    /// What the body may write to.
    type Room<'a>;
    /// What it returns.
    type Out<'a>;
    /// The bytes of the core elements of a point, where they are constant.
    const SIZE: Option<usize>;
    /// Whether core axes of these extents can be seen so.
    fn fits(extents: &[usize]) -> bool;
    /// The room for a result.
    ///
    /// # Safety
    ///
    /// The place is writable, `fits` is true, and it is not used otherwise during `'a`.
    unsafe fn room<'a>(place: Place<'_, T>) -> Self::Room<'a>;
    /// Keeps what was returned.
    ///
    /// # Safety
    ///
    /// As for `room`.
    unsafe fn keep(place: Place<'_, T>, out: Self::Out<'_>);
}

impl<T: Element, N: Nested<Elem = T>> Take<T> for Value<N> {
    type Arg<'a> = N;
    const SIZE: Option<usize> = Some(size_of::<N>());

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 0)
    }

    #[inline(always)]
    unsafe fn take<'a>(place: Place<'_, T>) -> Self::Arg<'a> {
        // SAFETY: by `Nested`, the value is as many elements in order as the place has, which fits.
        unsafe { place.first.cast::<N>().read() }
    }
}

impl<T: Element, N: Nested<Elem = T>> Give<T> for Value<N> {
    type Room<'a> = ();
    type Out<'a> = N;
    const SIZE: Option<usize> = Some(size_of::<N>());

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 0)
    }

    #[inline(always)]
    unsafe fn room<'a>(_: Place<'_, T>) -> Self::Room<'a> {}

    #[inline(always)]
    unsafe fn keep(place: Place<'_, T>, out: N) {
        // SAFETY: as in `take`.
        unsafe { place.first.cast::<N>().write(out) }
    }
}

impl<T: Element, N: Nested<Elem = T> + 'static> Take<T> for Slice<N> {
    type Arg<'a> = &'a [N];
    const SIZE: Option<usize> = None;

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 1)
    }

    #[inline(always)]
    unsafe fn take<'a>(place: Place<'_, T>) -> &'a [N] {
        // SAFETY: by `Nested`, elements in order are values; they are not written during `'a`.
        unsafe { core::slice::from_raw_parts(place.first.cast(), place.extents[0]) }
    }
}

impl<T: Element, N: Nested<Elem = T> + 'static> Give<T> for Slice<N> {
    type Room<'a> = Room<'a, N>;
    type Out<'a> = &'a mut [N];
    const SIZE: Option<usize> = None;

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 1)
    }

    #[inline(always)]
    unsafe fn room<'a>(place: Place<'_, T>) -> Room<'a, N> {
        // SAFETY: there is room for as many values, which nobody else uses during `'a`.
        Room(unsafe { core::slice::from_raw_parts_mut(place.first.cast(), place.extents[0]) })
    }

    #[inline(always)]
    unsafe fn keep(place: Place<'_, T>, out: &mut [N]) {
        // SAFETY: values are elements in order.
        unsafe { place.keep(out.as_ptr().cast(), out.len() * count::<N>()) }
    }
}

impl<T: Element, N: Nested<Elem = T> + 'static> Take<T> for RowsKind<N> {
    type Arg<'a> = Rows<'a, N>;
    const SIZE: Option<usize> = None;

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 2)
    }

    #[inline(always)]
    unsafe fn take<'a>(place: Place<'_, T>) -> Rows<'a, N> {
        let (height, width) = (place.extents[0], place.extents[1]);
        // SAFETY: as for `Slice`.
        let data = unsafe { core::slice::from_raw_parts(place.first.cast(), height * width) };
        Rows::new(data, height, width)
    }
}

impl<T: Element, N: Nested<Elem = T> + 'static> Give<T> for RowsKind<N> {
    type Room<'a> = RoomOfRows<'a, N>;
    type Out<'a> = RowsMut<'a, N>;
    const SIZE: Option<usize> = None;

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 2)
    }

    #[inline(always)]
    unsafe fn room<'a>(place: Place<'_, T>) -> RoomOfRows<'a, N> {
        let (height, width) = (place.extents[0], place.extents[1]);
        // SAFETY: as for `Slice`.
        let data = unsafe { core::slice::from_raw_parts_mut(place.first.cast(), height * width) };
        RoomOfRows { data, height, width }
    }

    #[inline(always)]
    unsafe fn keep(place: Place<'_, T>, out: RowsMut<'_, N>) {
        // SAFETY: as for `Slice`.
        unsafe { place.keep(out.data.as_ptr().cast(), out.data.len() * count::<N>()) }
    }
}
