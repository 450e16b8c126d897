//! How a body of plain Rust sees the core elements of one point: as a value, a slice, or rows.

use core::marker::PhantomData;
use core::mem::MaybeUninit;

use super::layout::each_element;
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

/// The core elements of one point: of an operand, or of a result.
#[derive(Clone, Copy)]
pub struct Place<'a, T> {
    /// Every index below `extents` leads, by `strides`, to an element: initialised, or to be written.
    pub(super) first: *mut T,
    pub(super) extents: &'a [usize],
    pub(super) strides: &'a [isize],
    /// Whether they lie one after the other, in row-major order.
    pub(super) dense: bool,
}

impl<T: Element> Place<'_, T> {
    fn len(&self) -> usize {
        self.extents.iter().product()
    }

    /// Copies the elements to `to`, one after the other.
    ///
    /// # Safety
    ///
    /// There is room for `len` elements, and those of the place are initialised.
    #[cold]
    #[inline(never)]
    unsafe fn gather(self, mut to: *mut T) {
        // SAFETY: the caller's promises.
        unsafe {
            each_element(self.first, self.extents, self.strides, &mut |from| {
                to.write(*from);
                to = to.add(1);
            });
        }
    }

    /// Writes the elements from `from` on.
    ///
    /// # Safety
    ///
    /// `len` initialised elements are there, and those of the place may be written.
    #[cold]
    #[inline(never)]
    unsafe fn scatter(self, mut from: *const T) {
        // SAFETY: the caller's promises.
        unsafe {
            each_element(self.first, self.extents, self.strides, &mut |to| {
                to.write(*from);
                from = from.add(1);
            });
        }
    }

    /// The elements, one after the other: where they are, or in `scratch`.
    ///
    /// # Safety
    ///
    /// They are initialised.
    #[inline(always)]
    unsafe fn in_order(self, scratch: &mut Vec<T>) -> *const T {
        if self.dense {
            return self.first;
        }
        scratch.clear();
        scratch.reserve(self.len());
        // SAFETY: there is room, and the rest is the caller's promise.
        unsafe { self.gather(scratch.as_mut_ptr()) };
        scratch.as_ptr()
    }

    /// Room for the elements, one after the other: where they go, or in `scratch`.
    #[inline(always)]
    fn room(self, scratch: &mut Vec<T>) -> *mut T {
        if self.dense {
            return self.first;
        }
        scratch.clear();
        scratch.reserve(self.len());
        scratch.as_mut_ptr()
    }

    /// Takes `len` elements from `from`, which is perhaps the place itself.
    ///
    /// # Safety
    ///
    /// They are initialised, and those of the place may be written.
    #[inline(always)]
    unsafe fn keep(self, from: *const T, len: usize) {
        assert_eq!(len, self.len(), "the result has another length than its signature says");
        // SAFETY: the caller's promises; the two may be the same.
        unsafe {
            if !self.dense {
                self.scatter(from);
            } else if from != self.first.cast_const() {
                core::ptr::copy(from, self.first, len);
            }
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
    /// Whether core axes of these extents can be seen so.
    fn fits(extents: &[usize]) -> bool;
    /// The core elements of a point.
    ///
    /// # Safety
    ///
    /// They are initialised, `fits` is true, and neither they nor `scratch` are written during `'a`.
    unsafe fn take<'a>(place: Place<'_, T>, scratch: &mut Vec<T>) -> Self::Arg<'a>;
}

/// A way to see results.
pub trait Give<T> {
    /// What the body may write to.
    type Room<'a>;
    /// What it returns.
    type Out<'a>;
    /// Whether core axes of these extents can be seen so.
    fn fits(extents: &[usize]) -> bool;
    /// The room for a result.
    ///
    /// # Safety
    ///
    /// The place is writable, `fits` is true, and neither it nor `scratch` are used otherwise during `'a`.
    unsafe fn room<'a>(place: Place<'_, T>, scratch: &mut Vec<T>) -> Self::Room<'a>;
    /// Keeps what was returned.
    ///
    /// # Safety
    ///
    /// As for `room`.
    unsafe fn keep(place: Place<'_, T>, out: Self::Out<'_>);
}

impl<T: Element, N: Nested<Elem = T>> Take<T> for Value<N> {
    type Arg<'a> = N;

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 0)
    }

    #[inline(always)]
    unsafe fn take<'a>(place: Place<'_, T>, _: &mut Vec<T>) -> Self::Arg<'a> {
        let mut value = MaybeUninit::<N>::uninit();
        // SAFETY: by `Nested`, the value is as many elements in order as the place has, which fits.
        unsafe {
            if place.dense {
                return place.first.cast::<N>().read();
            }
            place.gather(value.as_mut_ptr().cast());
            value.assume_init()
        }
    }
}

impl<T: Element, N: Nested<Elem = T>> Give<T> for Value<N> {
    type Room<'a> = ();
    type Out<'a> = N;

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 0)
    }

    #[inline(always)]
    unsafe fn room<'a>(_: Place<'_, T>, _: &mut Vec<T>) -> Self::Room<'a> {}

    #[inline(always)]
    unsafe fn keep(place: Place<'_, T>, out: N) {
        // SAFETY: as in `take`.
        unsafe {
            if place.dense {
                place.first.cast::<N>().write(out);
            } else {
                place.scatter((&raw const out).cast());
            }
        }
    }
}

impl<T: Element, N: Nested<Elem = T> + 'static> Take<T> for Slice<N> {
    type Arg<'a> = &'a [N];

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 1)
    }

    #[inline(always)]
    unsafe fn take<'a>(place: Place<'_, T>, scratch: &mut Vec<T>) -> &'a [N] {
        // SAFETY: by `Nested`, elements in order are values; they are not written during `'a`.
        unsafe { core::slice::from_raw_parts(place.in_order(scratch).cast(), place.extents[0]) }
    }
}

impl<T: Element, N: Nested<Elem = T> + 'static> Give<T> for Slice<N> {
    type Room<'a> = Room<'a, N>;
    type Out<'a> = &'a mut [N];

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 1)
    }

    #[inline(always)]
    unsafe fn room<'a>(place: Place<'_, T>, scratch: &mut Vec<T>) -> Room<'a, N> {
        // SAFETY: there is room for as many values, which nobody else uses during `'a`.
        Room(unsafe { core::slice::from_raw_parts_mut(place.room(scratch).cast(), place.extents[0]) })
    }

    #[inline(always)]
    unsafe fn keep(place: Place<'_, T>, out: &mut [N]) {
        // SAFETY: values are elements in order.
        unsafe { place.keep(out.as_ptr().cast(), out.len() * count::<N>()) }
    }
}

impl<T: Element, N: Nested<Elem = T> + 'static> Take<T> for RowsKind<N> {
    type Arg<'a> = Rows<'a, N>;

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 2)
    }

    #[inline(always)]
    unsafe fn take<'a>(place: Place<'_, T>, scratch: &mut Vec<T>) -> Rows<'a, N> {
        let (height, width) = (place.extents[0], place.extents[1]);
        // SAFETY: as for `Slice`.
        let data = unsafe { core::slice::from_raw_parts(place.in_order(scratch).cast(), height * width) };
        Rows::new(data, height, width)
    }
}

impl<T: Element, N: Nested<Elem = T> + 'static> Give<T> for RowsKind<N> {
    type Room<'a> = RoomOfRows<'a, N>;
    type Out<'a> = RowsMut<'a, N>;

    #[inline]
    fn fits(extents: &[usize]) -> bool {
        ends_with::<N>(extents, 2)
    }

    #[inline(always)]
    unsafe fn room<'a>(place: Place<'_, T>, scratch: &mut Vec<T>) -> RoomOfRows<'a, N> {
        let (height, width) = (place.extents[0], place.extents[1]);
        // SAFETY: as for `Slice`.
        let data = unsafe { core::slice::from_raw_parts_mut(place.room(scratch).cast(), height * width) };
        RoomOfRows { data, height, width }
    }

    #[inline(always)]
    unsafe fn keep(place: Place<'_, T>, out: RowsMut<'_, N>) {
        // SAFETY: as for `Slice`.
        unsafe { place.keep(out.data.as_ptr().cast(), out.data.len() * count::<N>()) }
    }
}
