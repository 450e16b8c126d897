//! Index arrays and masks as subscripts of `s![]`.

use super::masks::count;
use crate::element::Element;
use crate::error::ShapeError;
use crate::extent::Const;
use crate::index::{Offsets, out_of_bounds};
use crate::lanes::FAR;
use crate::operand::{Nested, Operand};
use crate::shape::{MAX_RANK, Prepend, Shape};
use crate::slicing::{IndexNumber, Subscript};
use crate::view::View;

/// An array of integers as a subscript: the entries of one axis that they name.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Indices<O>(O);

/// An array of truth values as a subscript: the entries, of as many axes as it has, where it is true.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Mask<O>(O);

impl<O: Operand<Elem: IndexNumber> + Copy> Indices<O> {
    /// The entries that an array names.
    #[inline(always)]
    pub fn new(indices: O) -> Self {
        Indices(indices)
    }
}

/// An element of index arrays or of masks: an integer, or `bool`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "an array of `{Self}` cannot be a subscript",
    label = "an index array holds integers, a mask `bool`"
)]
pub trait Selector: Copy {
    /// What an array of such is as a subscript.
    type Entry<O: Operand<Elem = Self> + Copy>: Copy;
    /// Converts it.
    fn entry<O: Operand<Elem = Self> + Copy>(array: O) -> Self::Entry<O>;
}

macro_rules! index_selectors {
    ($($T:ty)*) => { $(
        impl Selector for $T {
            type Entry<O: Operand<Elem = Self> + Copy> = Indices<O>;
            #[inline(always)]
            fn entry<O: Operand<Elem = Self> + Copy>(array: O) -> Indices<O> {
                Indices(array)
            }
        }
    )* };
}

index_selectors! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl Selector for bool {
    type Entry<O: Operand<Elem = Self> + Copy> = Mask<O>;
    #[inline(always)]
    fn entry<O: Operand<Elem = Self> + Copy>(array: O) -> Mask<O> {
        Mask(array)
    }
}

#[diagnostic::do_not_recommend]
impl<O: Operand<Elem: Selector> + ?Sized> Subscript for &O {
    type Entry = <O::Elem as Selector>::Entry<Self>;
    #[inline(always)]
    fn into_entry(self) -> Self::Entry {
        O::Elem::entry(self)
    }
}

#[diagnostic::do_not_recommend]
impl<X: Nested<Elem: Selector, Shape: Prepend<Const<N>>>, const N: usize> Subscript for [X; N] {
    type Entry = <X::Elem as Selector>::Entry<Self>;
    #[inline(always)]
    fn into_entry(self) -> Self::Entry {
        X::Elem::entry(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Selector, S: Shape> Subscript for View<'_, T, S> {
    type Entry = T::Entry<Self>;
    #[inline(always)]
    fn into_entry(self) -> Self::Entry {
        T::entry(self)
    }
}

/// One truth value is a mask without axes: it keeps all, as one entry of a new axis, or nothing.
impl Subscript for bool {
    type Entry = Mask<bool>;
    #[inline(always)]
    fn into_entry(self) -> Mask<bool> {
        Mask(self)
    }
}

/// Extents or strides, aligned at the last of eight axes.
pub(super) fn aligned<X: Copy>(entries: &[X], fill: X) -> [X; MAX_RANK] {
    let mut all = [fill; MAX_RANK];
    all[MAX_RANK - entries.len()..].copy_from_slice(entries);
    all
}

/// An axis that an index array chooses from.
#[derive(Clone, Copy, Debug)]
pub struct ChosenAxis {
    pub(super) axis: usize,
    pub(super) extent: usize,
    pub(super) stride: isize,
}

impl ChosenAxis {
    /// Whether most entries of the axis, chosen at random, are in no cache.
    pub(super) fn is_far<T>(self) -> bool {
        self.extent.saturating_mul(self.stride.unsigned_abs()).saturating_mul(size_of::<T>()) > FAR
    }

    /// How far the entry that an index names is from the first; `None` outside.
    #[inline(always)]
    fn offset(self, index: impl IndexNumber) -> Option<isize> {
        index.entry(self.extent).map(|entry| self.stride.wrapping_mul(entry as isize))
    }
}

/// An index array of any element type and rank.
#[doc(hidden)]
pub trait IndexSource {
    /// Its extents.
    fn extents(&self) -> Vec<usize>;
    /// Adds, for each index of an array of extents `to` to which this one stretches, how far the entry that it names is from
    /// the first.
    fn add_offsets(&self, sums: &mut [isize], to: &[usize], axis: ChosenAxis) -> Result<(), ShapeError>;
    /// Whether it is a slice in row-major order with these extents.
    fn is_dense(&self, to: &[usize]) -> bool;
    /// As `add_offsets`, for as many entries as there are sums from `start` on, of a dense array.
    fn add_part(&self, sums: &mut [isize], start: usize, axis: ChosenAxis) -> Result<(), ShapeError>;
}

impl<O: Operand> Indices<O> {
    /// The array as a view: a kind of operand that is always the same.
    pub(super) fn view(&self) -> Indices<View<'_, O::Elem, O::Shape>> {
        Indices(self.0.as_view())
    }
}

impl<I: IndexNumber, S: Shape> IndexSource for Indices<View<'_, I, S>> {
    fn extents(&self) -> Vec<usize> {
        self.0.extents().as_ref().to_vec()
    }

    fn add_offsets(&self, sums: &mut [isize], to: &[usize], axis: ChosenAxis) -> Result<(), ShapeError> {
        if self.is_dense(to) {
            return self.add_part(sums, 0, axis);
        }
        let (mut sums, mut inside) = (sums.iter_mut(), true);
        self.0.broadcast_to(aligned(to, 1))?.iter().for_each(|&index| match (sums.next(), axis.offset(index)) {
            (Some(sum), Some(offset)) => *sum = sum.wrapping_add(offset),
            _ => inside = false,
        });
        if inside { Ok(()) } else { Err(outside(self.0, axis)) }
    }

    fn is_dense(&self, to: &[usize]) -> bool {
        self.0.extents().as_ref() == to && self.0.is_contiguous()
    }

    fn add_part(&self, sums: &mut [isize], start: usize, axis: ChosenAxis) -> Result<(), ShapeError> {
        let part = self.0.as_slice().and_then(|indices| indices.get(start..start + sums.len())).unwrap_or_default();
        // No branch an index.
        let mut inside = true;
        for (sum, &index) in sums.iter_mut().zip(part) {
            let offset = axis.offset(index);
            inside &= offset.is_some();
            *sum = sum.wrapping_add(offset.unwrap_or(0));
        }
        if inside { Ok(()) } else { Err(outside(self.0, axis)) }
    }
}

/// The error about the first index that is out of bounds.
#[cold]
pub(super) fn outside<I: IndexNumber, S: Shape>(indices: View<'_, I, S>, axis: ChosenAxis) -> ShapeError {
    let mut all = indices.indexed_iter();
    match all.find(|(_, index)| index.entry(axis.extent).is_none()) {
        Some((place, index)) if S::RANK > 0 => {
            let index = format!("{}, at {:?} of its index array,", index.widened(), place.as_ref());
            out_of_bounds(index, axis.axis, axis.extent)
        }
        Some((_, index)) => out_of_bounds(index.widened(), axis.axis, axis.extent),
        None => unreachable!("an index that is out of bounds"),
    }
}

/// A mask of any rank.
#[doc(hidden)]
pub trait MaskSource {
    /// Its extents.
    fn extents(&self) -> Vec<usize>;
    /// How far the elements where it is true are from the first, where its axes have these strides.
    fn offsets(&self, strides: &[isize]) -> Vec<isize>;
}

impl<O: Operand> Mask<O> {
    /// The mask as a view: a kind of operand that is always the same.
    pub(super) fn view(&self) -> Mask<View<'_, O::Elem, O::Shape>> {
        Mask(self.0.as_view())
    }
}

impl<S: Shape> MaskSource for Mask<View<'_, bool, S>> {
    fn extents(&self) -> Vec<usize> {
        self.0.extents().as_ref().to_vec()
    }

    fn offsets(&self, strides: &[isize]) -> Vec<isize> {
        let mut own = S::Strides::default();
        own.as_mut().copy_from_slice(strides);
        if let (Some(mask), Some(stride)) = (self.0.as_slice(), common_stride(self.0.extents().as_ref(), strides)) {
            return places(mask, stride);
        }
        let offsets = Offsets::<S>::new(self.0.extents(), own);
        self.0.iter().zip(offsets).filter_map(|(chosen, offset)| chosen.then_some(offset)).collect()
    }
}

/// The stride with which axes follow each other, if they have one in common.
pub(super) fn common_stride(extents: &[usize], strides: &[isize]) -> Option<isize> {
    let mut axes = extents.iter().zip(strides).rev().filter(|(extent, _)| **extent != 1);
    let Some((&extent, &stride)) = axes.next() else { return Some(0) };
    let mut span = stride.wrapping_mul(extent as isize);
    for (&extent, &outer) in axes {
        if outer != span {
            return None;
        }
        span = span.wrapping_mul(extent as isize);
    }
    Some(stride)
}

/// The places where a mask is true, times a stride.
fn places(mask: &[bool], stride: isize) -> Vec<isize> {
    // One more than is true: what is not is written, too, and then written over.
    let mut places = vec![0; count(mask) + 1];
    let mut taken = 0;
    for (at, &chosen) in mask.iter().enumerate() {
        places[taken] = stride.wrapping_mul(at as isize);
        taken += usize::from(chosen);
    }
    places.truncate(taken);
    places
}

/// The zero of an element type tells which elements count as true.
pub(super) fn is_nonzero<T: Element + PartialEq>(element: &T) -> bool {
    *element != T::zero()
}
