//! Subscripts resolved against extents, as NumPy's basic indexing does it.

use super::{Geometry, out_of_bounds};
use crate::error::ShapeError;
use crate::shape::{MAX_RANK, Shape};

/// One subscript of `s![]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The entry at an index, counted from the end where negative; the axis goes.
    At(i128),
    /// The whole axis.
    Whole,
    /// Entries from a start up to a stop, by a step.
    Span { start: Option<isize>, stop: Stop, step: isize },
    /// A new axis of extent 1.
    NewAxis,
    /// As many whole axes as the other subscripts leave over.
    Ellipsis,
}

/// Where a span ends, counted from the end of the axis where negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// At the end of the axis that the step leads to.
    End,
    /// Before this entry.
    Before(isize),
    /// With this entry.
    Through(isize),
}

/// The most subscripts that can stand for a shape: eight that take an axis each, eight new axes, and
/// an ellipsis.
const MAX_ITEMS: usize = 2 * MAX_RANK + 1;

/// The subscripts of one `s![]`, in the order of their writing.
pub struct Resolved {
    items: [Item; MAX_ITEMS],
    count: usize,
}

impl Resolved {
    pub(crate) fn new() -> Self {
        Resolved { items: [Item::Ellipsis; MAX_ITEMS], count: 0 }
    }

    #[inline(always)]
    pub(crate) fn push(&mut self, item: Item) {
        self.items[self.count] = item;
        self.count += 1;
    }

    /// Turns round the items from `start` on.
    pub(crate) fn reverse_from(&mut self, start: usize) {
        self.items[start..self.count].reverse();
    }

    pub(crate) fn len(&self) -> usize {
        self.count
    }
}

/// The entries of an axis that a span selects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entries {
    first: isize,
    count: usize,
}

/// Clips a span to an axis, as Python's `slice.indices` does.
fn clip(extent: usize, start: Option<isize>, stop: Stop, step: isize) -> Entries {
    // Extents fit in isize (see `checked_len`). A span runs up from 0 to before `extent`, or
    // down from `extent - 1` to before -1.
    let n = extent as isize;
    let (low, high) = if step > 0 { (0, n) } else { (-1, n - 1) };
    let from_start = |at: isize| if at < 0 { at.saturating_add(n) } else { at };
    let (from, to) = if step > 0 { (low, high) } else { (high, low) };
    let first = start.map_or(from, |at| from_start(at).clamp(low, high));
    let stop = match stop {
        Stop::End => to,
        Stop::Before(at) => from_start(at).clamp(low, high),
        Stop::Through(at) => from_start(at).saturating_add(step.signum()).clamp(low, high),
    };
    let distance = if step > 0 { stop - first } else { first - stop };
    let count = if distance <= 0 { 0 } else { (distance as usize).div_ceil(step.unsigned_abs()) };
    Entries { first, count }
}

impl<S: Shape> Geometry<S> {
    /// What subscripts leave of this geometry. The type `R` follows from the types of the subscripts.
    pub(crate) fn slice<R: Shape>(self, subscripts: &Resolved) -> Result<Geometry<R>, ShapeError> {
        let items = &subscripts.items[..subscripts.count];
        let takes_axis = |item: &&Item| !matches!(item, Item::NewAxis | Item::Ellipsis);
        // Types have checked that there are no more subscripts than axes.
        let mut spare = S::RANK - items.iter().filter(takes_axis).count();
        let (mut extents, mut strides) = (R::Index::default(), R::Strides::default());
        let mut offset = self.offset;
        let (mut axis, mut out) = (0, 0);
        let mut put = |extent: usize, stride: isize| {
            extents.as_mut()[out] = extent;
            strides.as_mut()[out] = stride;
            out += 1;
        };
        // Subscripts that are not written at the end keep their axes, as an ellipsis there would.
        for item in items.iter().chain([&Item::Ellipsis]) {
            if let Item::NewAxis = item {
                put(1, 0);
                continue;
            }
            if let Item::Ellipsis = item {
                for _ in 0..core::mem::take(&mut spare) {
                    put(self.extent(axis), self.stride(axis));
                    axis += 1;
                }
                continue;
            }
            let place = placed(*item, axis, self.extent(axis), self.stride(axis))?;
            if let Some((extent, stride)) = place.kept {
                put(extent, stride);
            }
            offset = offset.wrapping_add(place.offset);
            axis += 1;
        }
        Ok(Geometry::from_parts(extents, strides, offset))
    }
}

/// What one subscript leaves of an axis.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed {
    /// How far its first entry stands from the axis's.
    pub(crate) offset: isize,
    /// Its extent and stride, unless the axis goes.
    pub(crate) kept: Option<(usize, isize)>,
}

/// What a subscript that takes an axis leaves of it.
#[inline(always)]
pub(crate) fn placed(item: Item, axis: usize, extent: usize, stride: isize) -> Result<Placed, ShapeError> {
    let (first, kept) = match item {
        Item::At(index) => (at(index, axis, extent)?, None),
        Item::Span { start, stop, step } => {
            if step == 0 {
                return Err(ShapeError::new(format!("the step of a slice of axis {axis} is zero")));
            }
            let Entries { first, count } = clip(extent, start, stop, step);
            (first, Some((count, stride.wrapping_mul(step))))
        }
        _ => (0, Some((extent, stride))),
    };
    Ok(Placed { offset: first.wrapping_mul(stride), kept })
}

/// The entry that an index means.
fn at(index: i128, axis: usize, extent: usize) -> Result<isize, ShapeError> {
    let n = extent as i128;
    let entry = if index < 0 { index.saturating_add(n) } else { index };
    if (0..n).contains(&entry) {
        return Ok(entry as isize);
    }
    Err(out_of_bounds(index, axis, extent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clips_as_python_does() {
        // `range(n)[slice(start, stop, step)]` in Python.
        type Case = (usize, Option<isize>, Option<isize>, isize, isize, usize);
        let cases: &[Case] = &[
            (5, Some(0), Some(100), 1, 0, 5),
            (5, Some(100), None, -1, 4, 5),
            (5, Some(3), Some(-100), -2, 3, 2),
            (5, Some(-1), Some(-6), -2, 4, 3),
            (5, Some(-4), Some(-1), 2, 1, 2),
            (10, None, Some(1), -2, 9, 4),
            (7, Some(isize::MIN), Some(isize::MAX), isize::MAX, 0, 1),
            (7, Some(isize::MAX), Some(isize::MIN), isize::MIN, 6, 1),
        ];
        for &(n, start, stop, step, first, count) in cases {
            let stop = stop.map_or(Stop::End, Stop::Before);
            assert_eq!(clip(n, start, stop, step), Entries { first, count }, "{n} {start:?} {stop:?} {step}");
        }
        assert_eq!(clip(0, None, Stop::End, -1).count, 0);
        assert_eq!(clip(5, Some(3), Stop::Before(1), 1).count, 0);
    }

    #[test]
    fn an_inclusive_stop_is_reached() {
        let through = |n, start, stop, step| {
            let Entries { first, count } = clip(n, Some(start), Stop::Through(stop), step);
            (0..count as isize).map(|i| first + i * step).collect::<Vec<_>>()
        };
        assert_eq!(through(6, 1, 4, 1), [1, 2, 3, 4]);
        assert_eq!(through(6, 1, 4, 2), [1, 3]);
        assert_eq!(through(6, 3, -1, 1), [3, 4, 5]);
        assert_eq!(through(6, 4, 0, -2), [4, 2, 0]);
        assert_eq!(through(6, 4, -6, -1), [4, 3, 2, 1, 0]);
        assert_eq!(through(6, 2, isize::MAX, 3), [2, 5]);
    }
}
