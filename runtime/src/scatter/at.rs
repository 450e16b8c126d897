//! `target[index] = f(target[index], value)`, unbuffered: an index that stands twice counts twice.
//!
//! What every `unsafe` below relies on:
//!
//! 1. Offsets are those of indices below the extents of a view: indices were compared with the extent before their entries were read or written.

use crate::axes::EditAxis;
use crate::element::Element;
use crate::error::ShapeError;
use crate::index::{broadcast_strides, out_of_bounds};
use crate::lanes::{AHEAD, Job, Simd, Tier, prefetch};
use crate::reduce::{Binary, Loop, Table, each_point};
use crate::shape::Shape;
use crate::slicing::IndexNumber;
use crate::view::access::IndexedBy;
use crate::view::{View, ViewMut};

/// Entries of a target of more bytes are asked for before they are read: it lies beyond the second-level cache.
const NEAR: usize = 2 << 20;

/// So many times fewer entries than indices are copied, in case that an index is out of bounds.
const FEWER: usize = 4;
/// Indices that are checked, and then joined while they are in the first-level cache and the next ones on their way to it.
const BLOCK: usize = 512;

/// For each `k` in order: the entry `index[k]` of `target` along axis `AXIS` is joined with entry `k` of `values`.
///
/// `values` stretches to the shape of `target` with as many entries along the axis as there are indices. A negative index counts from the end.
///
/// # Errors
///
/// When an index is out of bounds, or the values do not stretch; nothing is written then.
pub fn at<const AXIS: usize, T, U, S, V, I, F>(
    f: F,
    mut target: ViewMut<'_, T, S>,
    index: &[I],
    values: View<'_, U, V>,
) -> Result<(), ShapeError>
where
    T: Element,
    U: Element,
    S: EditAxis<AXIS>,
    V: Shape,
    I: IndexNumber,
    F: Binary<T, U, Out = T>,
{
    let extents = target.extents();
    let extent = extents.as_ref()[AXIS];
    let mut wanted = extents;
    wanted.as_mut()[AXIS] = index.len();
    let (value_extents, own, mut steps) = (values.extents(), values.strides(), S::Strides::default());
    broadcast_strides(value_extents.as_ref(), own.as_ref(), wanted.as_ref(), steps.as_mut())?;
    let strides = target.strides();
    let one_axis = wanted.as_ref().len() == 1 && strides.as_ref()[0] == 1 && steps.as_ref()[0] == 1;
    if one_axis && index.len() > BLOCK && extent <= index.len() / FEWER {
        // SAFETY: so many entries of the target, and as many values as indices, are neighbours (1).
        return unsafe { checked_as_joined(f, target.as_mut_ptr(), extent, index, values.as_ptr()) };
    }
    let from_end = within_bounds(index, AXIS, extent)?;
    if wanted.as_ref().contains(&0) {
        return Ok(());
    }
    let mut around = Table::new(wanted.as_ref(), steps.as_ref(), strides.as_ref(), 1 << AXIS, false).kept;
    let row = around.pop();
    let stride = strides.as_ref()[AXIS];
    let far = extent * size_of::<T>() > NEAR;
    let (from, to) = (values.as_ptr(), target.as_mut_ptr());
    each_point(around.as_slice(), |from_at, to_at| {
        // SAFETY: offsets of indices of the values and of the target (1).
        let (from, to) = unsafe { (from.offset(from_at), to.offset(to_at)) };
        let scatter = Scatter { f, from, step: steps.as_ref()[AXIS], to, stride, from_end, far, index, row };
        // SAFETY: the indices are within bounds (1).
        unsafe { Tier::current().run(scatter) }
    });
    Ok(())
}

/// For each `k` in order: the element of `target` at index `[index[0][k], index[1][k], …]` is joined with `values[k]`.
///
/// `values` stretches to as many elements as there are indices. A negative index counts from the end.
///
/// # Errors
///
/// When there are not equally many indices for each axis, one is out of bounds, or the values do not stretch; nothing is written then.
pub fn at_points<const N: usize, T, U, S, V, I, F>(
    f: F,
    mut target: ViewMut<'_, T, S>,
    index: [&[I]; N],
    values: View<'_, U, V>,
) -> Result<(), ShapeError>
where
    T: Element,
    U: Element,
    S: IndexedBy<N>,
    V: Shape,
    I: IndexNumber,
    F: Binary<T, U, Out = T>,
{
    let count = index.first().map_or(1, |first| first.len());
    let (value_extents, own, mut step) = (values.extents(), values.strides(), [0]);
    broadcast_strides(value_extents.as_ref(), own.as_ref(), &[count], &mut step)?;
    let (extents, strides) = (target.extents(), target.strides());
    for (axis, index) in index.iter().enumerate() {
        if index.len() != count {
            return Err(ShapeError::new(format!(
                "{} indices for axis {axis}, but {count} for axis 0: each point has one for every axis",
                index.len()
            )));
        }
        within_bounds(index, axis, extents[axis])?;
    }
    let (from, to) = (values.as_ptr(), target.as_mut_ptr());
    (0..count).for_each(|k| {
        let along = |axis: usize| entry(index[axis][k], extents[axis] as isize) * strides.as_ref()[axis];
        let offset = (0..N).map(along).sum();
        // SAFETY: the offset of an index of the target, and of one of the values (1).
        unsafe {
            let to = to.offset(offset);
            to.write(f.scalar(to.read(), from.offset(k as isize * step[0]).read()));
        }
    });
    Ok(())
}

/// [`at`] along the only axis, of neighbours, where the target is so much shorter than the indices that a copy of it costs less than going through them
/// twice: blocks of indices are checked and joined in turn, and if one is out of bounds the target is restored.
///
/// # Safety
///
/// So many entries of the target are readable and writable, and nothing else accesses them; there is a value for each index.
unsafe fn checked_as_joined<T, U, I, F>(
    f: F,
    to: *mut T,
    extent: usize,
    index: &[I],
    from: *const U,
) -> Result<(), ShapeError>
where
    T: Element,
    U: Element,
    I: IndexNumber,
    F: Binary<T, U, Out = T>,
{
    // SAFETY: the caller's promise.
    let before = unsafe { core::slice::from_raw_parts(to, extent) }.to_vec();
    let mut joined = 0;
    for block in index.chunks(BLOCK) {
        let from_end = match within_bounds(block, 0, extent) {
            Ok(from_end) => from_end,
            Err(_) => {
                // SAFETY: the caller's promise; the copy is another allocation.
                unsafe { to.copy_from_nonoverlapping(before.as_ptr(), extent) };
                // All of them, for the place of the first one.
                return within_bounds(index, 0, extent).map(drop);
            }
        };
        // SAFETY: there is a value for each index.
        let from = unsafe { from.add(joined) };
        let row = Loop { extent: 1, step: 0, out: 0 };
        let scatter = Scatter { f, from, step: 1, to, stride: 1, from_end, far: false, index: block, row };
        // SAFETY: the indices of the block are within bounds (1).
        unsafe { Tier::current().run(scatter) };
        joined += block.len();
    }
    Ok(())
}

/// The entry that an index within bounds means; `from_end` is the extent, if there are negative ones.
#[inline(always)]
fn entry<I: IndexNumber>(index: I, from_end: isize) -> isize {
    let index = index.near();
    if index < 0 { index + from_end } else { index }
}

/// That all indices name an entry of the axis: the extent, or 0 if no index is negative.
fn within_bounds<I: IndexNumber>(index: &[I], axis: usize, extent: usize) -> Result<isize, ShapeError> {
    let last = extent as isize - 1;
    // SAFETY: the job asks for nothing.
    if unsafe { Tier::current().run(FromFront { index, last }) } >= 0 {
        return Ok(0);
    }
    // SAFETY: as above.
    let signs = unsafe { Tier::current().run(Signs { index, extent: extent as isize }) };
    let negative = signs.indices < 0;
    if signs.distances >= 0 && (I::SIGNED || !negative) {
        return Ok(if negative { extent as isize } else { 0 });
    }
    let is_out = |index: &&I| !(-(extent as i128)..extent as i128).contains(&index.widened());
    let (place, number) = match index.iter().enumerate().find(|(_, index)| is_out(index)) {
        Some((place, index)) => (place, index.widened()),
        None => (0, 0),
    };
    Err(ShapeError::new(format!("{}, at place {place} of the indices", out_of_bounds(number, axis, extent))))
}

/// Negative where an index is negative or above the last one: what most calls need to know, in half the operations of [`Signs`].
struct FromFront<'a, I> {
    index: &'a [I],
    last: isize,
}

impl<I: IndexNumber> Job for FromFront<'_, I> {
    type Output = isize;
    const WIDEST: usize = 8;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, _: S) -> isize {
        self.index.iter().fold(0, |signs, index| signs | index.near() | self.last.wrapping_sub(index.near()))
    }
}

/// Whether some index is negative, and whether one is outside of `-extent..extent`: a plain loop, of which the compiler makes the tier's vectors.
/// It looks at sign bits only; truth values would have to be packed, which takes twice as long.
struct Signs<'a, I> {
    index: &'a [I],
    extent: isize,
}

/// Negative where one of the numbers is.
struct SignsOf {
    indices: isize,
    /// Of indices from both ends of the axis.
    distances: isize,
}

impl<I: IndexNumber> Job for Signs<'_, I> {
    type Output = SignsOf;
    const WIDEST: usize = 8;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, _: S) -> SignsOf {
        let (mut indices, mut distances) = (0, 0);
        for index in self.index {
            let index = index.near();
            indices |= index;
            distances |= index.wrapping_add(self.extent) | (self.extent - 1).wrapping_sub(index);
        }
        SignsOf { indices, distances }
    }
}

/// One scatter along an axis, of rows of elements.
///
/// Safety: the indices are in `-extent..extent`; the values are readable, and the target is readable and writable, at each index and each
/// element of a row.
struct Scatter<'a, T, U, I, F> {
    f: F,
    from: *const U,
    /// From value to value along the axis.
    step: isize,
    to: *mut T,
    /// From entry to entry of the target.
    stride: isize,
    /// The extent, or 0 if no index is negative.
    from_end: isize,
    /// Whether most entries of the target are in no near cache.
    far: bool,
    index: &'a [I],
    /// Along a row: steps of the values, and strides of the target.
    row: Loop,
}

impl<T: Element, U: Element, I: IndexNumber, F: Binary<T, U, Out = T>> Job for Scatter<'_, T, U, I, F> {
    type Output = ();
    const WIDEST: usize = F::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, _: S) {
        let Scatter { f, from, step, to, stride, from_end, index, row, .. } = self;
        if row.extent == 1 && stride == 1 && step == 1 {
            // SAFETY: the caller's promise.
            return unsafe {
                match (self.far, from_end) {
                    (true, _) => self.neighbours::<true, true>(),
                    (false, 0) => self.neighbours::<false, false>(),
                    (false, _) => self.neighbours::<true, false>(),
                }
            };
        }
        for (k, index) in index.iter().enumerate() {
            let entry = entry(*index, from_end) * stride;
            for x in 0..row.extent as isize {
                // SAFETY: the caller's promise.
                unsafe {
                    let to = to.offset(entry + x * row.out);
                    to.write(f.scalar(to.read(), from.offset(k as isize * step + x * row.step).read()));
                }
            }
        }
    }
}

impl<T: Element, U: Element, I: IndexNumber, F: Binary<T, U, Out = T>> Scatter<'_, T, U, I, F> {
    /// Where values, and entries of the target, are neighbours.
    #[inline(always)]
    unsafe fn neighbours<const NEGATIVE: bool, const FETCHED: bool>(&self) {
        /// Indices between two looks ahead: eight numbers of 64 bits are a cache line.
        const TURN: usize = 8;
        let len = self.index.len();
        // Of the last ones there are no entries ahead.
        let turns = (if FETCHED { len.saturating_sub(AHEAD) } else { len }) / TURN;
        for turn in 0..turns {
            let first = turn * TURN;
            prefetch(self.index.as_ptr().wrapping_add(first + BLOCK).cast());
            for k in first..first + TURN {
                // SAFETY: the caller's promise; the entry `AHEAD` is one of the indices.
                unsafe {
                    if FETCHED {
                        let ahead = *self.index.get_unchecked(k + AHEAD);
                        prefetch(self.to.wrapping_offset(self.place::<NEGATIVE>(ahead)).cast());
                    }
                    self.join::<NEGATIVE>(k);
                }
            }
        }
        for k in turns * TURN..len {
            // SAFETY: the caller's promise.
            unsafe { self.join::<NEGATIVE>(k) }
        }
    }

    /// The entry that an index means; `NEGATIVE` says that some may be negative.
    #[inline(always)]
    fn place<const NEGATIVE: bool>(&self, index: I) -> isize {
        if NEGATIVE { entry(index, self.from_end) } else { index.near() }
    }

    /// Index `k`, where values, and entries of the target, are neighbours.
    ///
    /// # Safety
    ///
    /// There is such an index, and that of the type.
    #[inline(always)]
    unsafe fn join<const NEGATIVE: bool>(&self, k: usize) {
        // SAFETY: the caller's promise.
        unsafe {
            let to = self.to.offset(self.place::<NEGATIVE>(*self.index.get_unchecked(k)));
            to.write(self.f.scalar(to.read(), self.from.add(k).read()));
        }
    }
}
