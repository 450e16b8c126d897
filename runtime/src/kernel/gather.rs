//! Index arrays: operands whose elements choose entries of another one, `ix` in `t[ix[i], j]`.
//!
//! An index array takes part in ranks, labels and extents as any operand. Its indices are looked at twice: all of them before a kernel runs,
//! whether they are entries of their axis, and again where the kernel is.

use core::mem::MaybeUninit;

use super::bound::Bound;
use super::resolve::{Family, Item, Layouts, Resolved, Visit};
use super::spec::{GATHERED, Spec};
use crate::element::Element;
use crate::error::ShapeError;
use crate::expr::{Entry, Here, Never, Refused, Write, arg};
use crate::lanes::{AHEAD, FAR, Job, Simd, Tier, prefetch};
use crate::nest::{AddOffsets, Axes, ChosenAxis, CopyEntries, Link, Linked, Set, map_as};
use crate::shape::{MAX_RANK, Shape};
use crate::slicing::IndexNumber;
use crate::storage::{Heap, Store};
use crate::view::View;

/// An index array, whose rank is checked.
pub struct IndexArray<'a, T, S: Shape, F> {
    pub(super) bound: Bound<'a, T, S, F>,
}

impl<T, S: Shape, F> Clone for IndexArray<'_, T, S, F> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, S: Shape, F> Copy for IndexArray<'_, T, S, F> {}

/// An element of an index array. `Known` is its type: unknown where it is no integer.
#[diagnostic::on_unimplemented(
    message = "an array of `{Self}` cannot be a subscript",
    label = "an index array holds integers",
    note = "of a mask, `nonzero` gives the places; in `broadcast!`, `where m[i]` writes where it is true"
)]
pub trait IndexElement<Known>: Sized {
    /// The index array itself.
    fn index<S: Shape, F>(bound: Bound<'_, Self, S, F>) -> IndexArray<'_, Known, S, F>;
}

#[diagnostic::do_not_recommend]
impl<T: Element + IndexNumber> IndexElement<T> for T {
    #[inline(always)]
    fn index<S: Shape, F>(bound: Bound<'_, T, S, F>) -> IndexArray<'_, T, S, F> {
        IndexArray { bound }
    }
}

// Keeps `Known` unknown where `T` is no integer: see `Never`.
#[diagnostic::do_not_recommend]
impl<T: Never> IndexElement<Refused> for T {
    fn index<S: Shape, F>(_: Bound<'_, T, S, F>) -> IndexArray<'_, Refused, S, F> {
        T::any()
    }
}

impl<T, S: Shape, F> super::bound::Axes for IndexArray<'_, T, S, F> {
    type Shape = S;
}

impl<T: Element + IndexNumber, S: Shape, F: Family> Item for IndexArray<'_, T, S, F> {
    type T = T;
    type Shape = S;
    type Family = F;
    #[inline(always)]
    fn first(&self) -> *const T {
        self.bound.first()
    }
    #[inline(always)]
    fn shape(&self) -> S {
        self.bound.shape()
    }
    #[inline(always)]
    fn strides(&self) -> S::Strides {
        self.bound.strides()
    }
    fn indices(&self) -> Option<Indices<'_>> {
        let at = self.bound.first().cast();
        let (add, copy) = (add_offsets::<T> as AddOffsets, copy_entries::<T> as CopyEntries);
        Some(Indices { at, size: size_of::<T>(), add, copy, list: &self.bound.view })
    }
}

/// An index array without its types.
pub struct Indices<'a> {
    at: *const u8,
    size: usize,
    add: AddOffsets,
    copy: CopyEntries,
    list: &'a dyn IndexList,
}

/// Indices of any type, in an array of any rank.
trait IndexList {
    /// The first one that is not an entry of an axis of this extent, and its place.
    fn outside(&self, extent: usize) -> Option<(i128, Vec<usize>)>;
}

impl<T: IndexNumber, S: Shape> IndexList for View<'_, T, S> {
    fn outside(&self, extent: usize) -> Option<(i128, Vec<usize>)> {
        let any = match self.as_slice() {
            // SAFETY: the job asks for nothing.
            Some(indices) => unsafe { Tier::current().run(AnyOutside { indices, extent }) },
            None => self.iter().any(|index| index.entry(extent).is_none()),
        };
        if !any {
            return None;
        }
        let (place, index) = self.indexed_iter().find(|(_, index)| index.entry(extent).is_none())?;
        Some((index.widened(), place.as_ref().to_vec()))
    }
}

/// Whether an index is not an entry of an axis of this extent. (A job, for the instructions of the tier.)
struct AnyOutside<'a, I> {
    indices: &'a [I],
    extent: usize,
}

impl<I: IndexNumber> Job for AnyOutside<'_, I> {
    type Output = bool;
    const WIDEST: usize = 8;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, _: S) -> bool {
        // No branch an index, so that several are looked at together.
        let mut any = false;
        for &index in self.indices {
            any |= index.entry(self.extent).is_none();
        }
        any
    }
}

/// How far the entry that an index names is from the first one. All indices have been found to be entries of their axis; what is read
/// relies on that, so it is looked at once more, at the price of a branch that is never taken.
#[inline(always)]
fn offset_of<I: IndexNumber>(index: I, axis: ChosenAxis) -> isize {
    match index.entry(axis.extent) {
        Some(entry) => entry as isize * axis.stride,
        None => changed(),
    }
}

#[cold]
#[inline(never)]
fn changed() -> ! {
    panic!("an index array changed while it was read")
}

/// Adds to each sum how far the entry that an index names is from the first one.
///
/// # Safety
///
/// As many indices of this type are readable, a stride apart.
unsafe fn add_offsets<I: IndexNumber>(from: *const u8, stride: isize, axis: ChosenAxis, sums: &mut [isize]) {
    let from = from.cast::<I>();
    for (place, sum) in sums.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        *sum += offset_of(unsafe { from.offset(place as isize * stride).read() }, axis);
    }
}

/// Copies so many elements, each at the entry that an index names, to where they are neighbours.
///
/// # Safety
///
/// As many indices of this type are readable, a stride apart, and the elements of 4 or 8 bytes at the entries that they name; there is room.
unsafe fn copy_entries<I: IndexNumber>(
    from: *const u8,
    stride: isize,
    axis: ChosenAxis,
    entries: Entry,
    to: *mut u8,
    count: usize,
) {
    let from = from.cast::<I>();
    let neighbours = ChosenAxis { stride: 1, ..axis };
    let span = axis.extent.saturating_mul(axis.stride.unsigned_abs()).saturating_mul(entries.size);
    // SAFETY: the caller's promise; all are copies of one loop.
    unsafe {
        match (entries.size, stride, axis.stride) {
            (4, ..) if span > FAR => copy_entries_of::<I, 4, true>(from, stride, axis, entries.at, to, count),
            _ if span > FAR => copy_entries_of::<I, 8, true>(from, stride, axis, entries.at, to, count),
            (4, 1, 1) => copy_entries_of::<I, 4, false>(from, 1, neighbours, entries.at, to, count),
            (4, ..) => copy_entries_of::<I, 4, false>(from, stride, axis, entries.at, to, count),
            (_, 1, 1) => copy_entries_of::<I, 8, false>(from, 1, neighbours, entries.at, to, count),
            _ => copy_entries_of::<I, 8, false>(from, stride, axis, entries.at, to, count),
        }
    }
}

#[inline(always)]
unsafe fn copy_entries_of<I: IndexNumber, const N: usize, const FETCHED: bool>(
    from: *const I,
    stride: isize,
    axis: ChosenAxis,
    entries: *const u8,
    to: *mut u8,
    count: usize,
) {
    // Bytes that may be padding, at any address.
    let (entries, to) = (entries.cast::<MaybeUninit<[u8; N]>>(), to.cast::<MaybeUninit<[u8; N]>>());
    let index = |place: usize| from.wrapping_offset(place as isize * stride);
    let ahead = if FETCHED { count.saturating_sub(AHEAD) } else { 0 };
    for place in 0..count {
        // SAFETY: the caller's promise.
        unsafe {
            if FETCHED && place < ahead {
                prefetch(entries.offset(offset_of(index(place + AHEAD).read(), axis)).cast());
            }
            to.add(place).write_unaligned(entries.offset(offset_of(index(place).read(), axis)).read_unaligned());
        }
    }
}

/// One axis of an operand with the index array that chooses from it.
pub struct Gathered {
    /// The numbers of the operand and of the index array.
    pub(super) operand: u8,
    pub(super) index: u8,
    axis: ChosenAxis,
    at: *const u8,
    size: usize,
    add: AddOffsets,
    copy: CopyEntries,
}

impl Gathered {
    /// For an operand at this place of a list, where `offsets` are what fixed axes and first points add to the places of operands.
    pub(super) fn link(&self, operand: usize, offsets: &[isize]) -> Link {
        let at = self.at.wrapping_offset(offsets[self.index as usize] * self.size as isize);
        Link { operand, axis: self.axis, at, size: self.size, add: self.add, copy: self.copy }
    }
}

/// The index arrays of a kernel, each of whose indices is an entry of its axis.
///
/// # Errors
///
/// When one is not.
pub(super) fn gathers(spec: &Spec, operands: &dyn Layouts) -> Result<Vec<Gathered>, ShapeError> {
    let mut found = Find { spec, operands, gathers: Vec::new() };
    if !spec.gathers.is_empty() {
        operands.each(&mut found)?;
    }
    Ok(found.gathers)
}

struct Find<'a> {
    spec: &'a Spec,
    operands: &'a dyn Layouts,
    gathers: Vec<Gathered>,
}

impl Visit for Find<'_> {
    fn layout(&mut self, number: usize, extents: &[usize], strides: &[isize]) -> Result<(), ShapeError> {
        let subscripts = &self.spec.operands[number];
        for (axis, (&extent, &stride)) in extents.iter().zip(strides).enumerate() {
            if subscripts.at(axis, extents.len(), self.spec.labels.len()) != GATHERED {
                continue;
            }
            // Those of each operand are listed in the order of its axes.
            let gather = self.spec.gathers[self.gathers.len()];
            let Some(indices) = self.operands.indices(gather.index as usize) else { continue };
            if let Some(outside) = indices.list.outside(extent) {
                return Err(out_of_bounds(self.spec, (number, axis, extents), gather.index, &outside));
            }
            let Indices { at, size, add, copy, .. } = indices;
            let axis = ChosenAxis { extent, stride };
            self.gathers.push(Gathered { operand: gather.operand, index: gather.index, axis, at, size, add, copy });
        }
        Ok(())
    }
}

/// A copy of an operand that is read at what index arrays hold, row-major along its labels: `[i, k]` for `t[ix[i], k]`.
///
/// # Errors
///
/// When the copy would have more than 8 axes, or does not fit in memory.
///
/// # Safety
///
/// `resolved` belongs to a kernel of this specification, `first` to operand `id` of it, with the offset of its fixed axes.
pub(super) unsafe fn copied<T: Element, const L: usize, const N: usize>(
    spec: &Spec,
    resolved: &Resolved<'_, L, N>,
    id: u8,
    first: *const T,
) -> Result<(Heap<T>, Axes), ShapeError> {
    let extents = &resolved.extents;
    let gathers = || resolved.gathers.iter().filter(move |gathered| gathered.operand == id);
    let links: Vec<Link> = gathers().map(|gathered| gathered.link(0, &resolved.offsets)).collect();
    let mut carriers = vec![resolved.axes[id as usize]];
    carriers.extend(gathers().map(|gathered| resolved.axes[gathered.index as usize]));
    // The labels of index arrays first: rows of neighbours stay such.
    let mut labels: Vec<u8> = Vec::new();
    for (label, _) in carriers[1..].iter().chain(&carriers[..1]).flat_map(|axes| axes.iter()) {
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    let points = labels.iter().try_fold(1usize, |points, &label| points.checked_mul(extents[label as usize]));
    let points =
        points.filter(|points| points.checked_mul(size_of::<T>()).is_some_and(|bytes| bytes <= isize::MAX as usize));
    let (Some(points), true) = (points, labels.len() <= MAX_RANK) else {
        return Err(too_large(spec, id, labels.len()));
    };
    let (mut axes, mut span) = (Axes::new(), points.max(1));
    for &label in &labels {
        span /= extents[label as usize].max(1);
        axes.push(label, span as isize);
    }
    let mut copy = Heap::<T>::uninit(points);
    let (operands, body) = (Linked { axes: &carriers, links: &links }, Write(arg::<Here, T>().node, Set));
    let (out, out_axes) = (copy.as_mut_ptr(), core::slice::from_ref(&axes));
    // SAFETY: the caller's promise; the copy has room for each of its points, and is fresh.
    unsafe { map_as::<_, _, _, false>(extents, (first, ()), &operands, &body, out, out_axes) };
    Ok((copy, axes))
}

#[cold]
fn too_large(spec: &Spec, operand: u8, labels: usize) -> ShapeError {
    let name = spec.operands[operand as usize].name;
    ShapeError::new(format!(
        "{}: the entries of `{name}` that are read, at {labels} labels, do not fit in an array",
        spec.name
    ))
}

/// "einsum: index 7, at [3] of `ix`, is out of bounds for axis 0 of `t` (shape [5, 2]), which has extent 5"
#[cold]
fn out_of_bounds(
    spec: &Spec,
    (operand, axis, extents): (usize, usize, &[usize]),
    index: u8,
    (value, place): &(i128, Vec<usize>),
) -> ShapeError {
    let (operand, index) = (&spec.operands[operand], &spec.operands[index as usize]);
    ShapeError::new(format!(
        "{}: index {value}, at {place:?} of `{}`, is out of bounds for axis {axis} of `{}` (shape {extents:?}), which has extent {}",
        spec.name, index.name, operand.name, extents[axis]
    ))
}
