//! What subscripts with index arrays choose, as numbers: axes, and lists of offsets.

use super::subscript::{ChosenAxis, IndexSource, MaskSource, aligned, common_stride};
use crate::error::ShapeError;
use crate::index::{Item, Placed, broadcast_strides, placed};
use crate::shape::{MAX_RANK, checked_len};
use crate::transfer::{Axis, Steps};

/// One subscript.
enum Choice<'a> {
    Basic(Item),
    Indices(Box<dyn IndexSource + 'a>),
    Mask(Box<dyn MaskSource + 'a>),
}

/// The subscripts of one `s![]`, in the order of their writing.
#[doc(hidden)]
#[derive(Default)]
pub struct Items<'a>(Vec<Choice<'a>>);

impl<'a> Items<'a> {
    pub(super) fn push_basic(&mut self, item: Item) {
        self.0.push(Choice::Basic(item));
    }

    pub(super) fn push_indices(&mut self, indices: Box<dyn IndexSource + 'a>) {
        self.0.push(Choice::Indices(indices));
    }

    pub(super) fn push_mask(&mut self, mask: Box<dyn MaskSource + 'a>) {
        self.0.push(Choice::Mask(mask));
    }

    pub(super) fn push_ellipsis(&mut self) {
        self.push_basic(Item::Ellipsis);
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Turns round the items from `start` on.
    pub(super) fn reverse_from(&mut self, start: usize) {
        self.0[start..].reverse();
    }

    /// How many axes the subscripts meet.
    fn axes(&self) -> usize {
        let axes = |choice: &Choice<'_>| match choice {
            Choice::Basic(Item::NewAxis | Item::Ellipsis) => 0,
            Choice::Basic(_) | Choice::Indices(_) => 1,
            Choice::Mask(mask) => mask.extents().len(),
        };
        self.0.iter().map(axes).sum()
    }
}

/// Which entries an index array or a mask chooses.
enum Source<'a> {
    Indices(&'a (dyn IndexSource + 'a), ChosenAxis),
    /// The offsets where a mask is true.
    Mask(Vec<isize>),
}

impl Source<'_> {
    fn extents(&self) -> Vec<usize> {
        match self {
            Source::Indices(indices, _) => indices.extents(),
            Source::Mask(offsets) => vec![offsets.len()],
        }
    }

    fn add_offsets(&self, sums: &mut [isize], to: &[usize]) -> Result<(), ShapeError> {
        match self {
            Source::Indices(indices, axis) => indices.add_offsets(sums, to, *axis),
            Source::Mask(offsets) => {
                // Truth stretches, as any array of rank 1: the last axis is `to`'s, or this has one entry.
                let period = offsets.len();
                for (n, sum) in sums.iter_mut().enumerate() {
                    *sum = sum.wrapping_add(offsets[n % period]);
                }
                Ok(())
            }
        }
    }
}

/// One step of walking over subscripts and axes: an axis that stays, or a source.
enum Step<'a> {
    Axis {
        extent: usize,
        stride: isize,
    },
    Source(Source<'a>),
    /// Something that separates index arrays: an integer does not, an ellipsis does.
    Gap,
    /// An integer: chosen, with no extents.
    Entry,
}

/// What subscripts choose: the axes of the result, each with a stride or a list of offsets, from the element at `first`.
#[derive(Debug)]
pub(super) struct Selection {
    /// The extents of the result.
    pub(super) extents: Vec<usize>,
    pub(super) first: isize,
    groups: Vec<Group>,
}

/// Elements one by one, each chosen by an entry of every index array.
pub(super) struct Points<'a> {
    /// The extents of the result, and of all index arrays.
    pub(super) extents: Vec<usize>,
    pub(super) first: isize,
    arrays: Vec<(&'a (dyn IndexSource + 'a), ChosenAxis)>,
}

impl Points<'_> {
    /// How far the elements from `start` on are from the first, to all of `offsets`.
    pub(super) fn offsets(&self, start: usize, offsets: &mut [isize]) -> Result<(), ShapeError> {
        offsets.fill(0);
        self.arrays.iter().try_for_each(|(array, axis)| array.add_part(offsets, start, *axis))
    }
}

/// What `gather` chooses.
pub(super) enum Gathering<'a> {
    Points(Points<'a>),
    Selection(Selection),
}

/// Axes of the result: one with a stride, or several that share a list of offsets, in row-major order.
#[derive(Debug)]
enum Group {
    Strided { extent: usize, stride: isize },
    Listed { rank: usize, offsets: Vec<isize> },
}

impl Group {
    fn len(&self) -> usize {
        match self {
            Group::Strided { extent, .. } => *extent,
            Group::Listed { offsets, .. } => offsets.len(),
        }
    }

    fn rank(&self) -> usize {
        match self {
            Group::Strided { .. } => 1,
            Group::Listed { rank, .. } => *rank,
        }
    }

    fn steps(&self) -> Steps<'_> {
        match self {
            Group::Strided { stride, .. } => Steps::By(*stride),
            Group::Listed { offsets, .. } => Steps::To(offsets),
        }
    }
}

/// Walks over subscripts and axes; the first number is where the element at index 0 of all axes stands.
fn walk<'a>(items: &'a Items<'a>, extents: &[usize], strides: &[isize]) -> Result<(isize, Vec<Step<'a>>), ShapeError> {
    // Types have checked that there are no more subscripts than axes.
    let mut spare = extents.len() - items.axes();
    let (mut first, mut axis, mut steps) = (0isize, 0, Vec::with_capacity(extents.len() + 2));
    for choice in items.0.iter().chain([&Choice::Basic(Item::Ellipsis)]) {
        match choice {
            Choice::Basic(Item::NewAxis) => steps.push(Step::Axis { extent: 1, stride: 0 }),
            Choice::Basic(Item::Ellipsis) => {
                steps.push(Step::Gap);
                for _ in 0..core::mem::take(&mut spare) {
                    steps.push(Step::Axis { extent: extents[axis], stride: strides[axis] });
                    axis += 1;
                }
            }
            Choice::Basic(item) => {
                let Placed { offset, kept } = placed(*item, axis, extents[axis], strides[axis])?;
                first = first.wrapping_add(offset);
                steps.push(kept.map_or(Step::Entry, |(extent, stride)| Step::Axis { extent, stride }));
                axis += 1;
            }
            Choice::Indices(indices) => {
                let axis_chosen = ChosenAxis { axis, extent: extents[axis], stride: strides[axis] };
                steps.push(Step::Source(Source::Indices(&**indices, axis_chosen)));
                axis += 1;
            }
            Choice::Mask(mask) => {
                let own = mask.extents();
                let met = axis..axis + own.len();
                check_mask(&own, axis, &extents[met.clone()])?;
                steps.push(Step::Source(Source::Mask(mask.offsets(&strides[met]))));
                axis += own.len();
            }
        }
    }
    Ok((first, steps))
}

/// Checks that a mask has the extents of the axes from `axis` on.
pub(super) fn check_mask(mask: &[usize], axis: usize, extents: &[usize]) -> Result<(), ShapeError> {
    match mask.iter().zip(extents).position(|(have, want)| have != want) {
        None => Ok(()),
        Some(at) => Err(ShapeError::new(format!(
            "the mask has extent {} along axis {} (shape {mask:?}), but the array has {}",
            mask[at],
            axis + at,
            extents[at]
        ))),
    }
}

impl Selection {
    /// What `assign_at` writes to: index arrays broadcast together, placed as NumPy places them.
    pub(super) fn together(items: &Items<'_>, extents: &[usize], strides: &[isize]) -> Result<Self, ShapeError> {
        let (first, steps) = walk(items, extents, strides)?;
        Together::of(steps).select(first)
    }

    /// What `gather_outer` chooses: each index array along its own axis.
    pub(super) fn outer(items: &Items<'_>, extents: &[usize], strides: &[isize]) -> Result<Self, ShapeError> {
        let (first, steps) = walk(items, extents, strides)?;
        let (mut groups, mut extents) = (Vec::with_capacity(steps.len()), Vec::new());
        for step in steps {
            match step {
                Step::Axis { extent, stride } => {
                    groups.push(Group::Strided { extent, stride });
                    extents.push(extent);
                }
                Step::Gap | Step::Entry => {}
                Step::Source(source) => {
                    let own = source.extents();
                    let mut offsets = vec![0; checked_len::<isize>(&own)?];
                    if !offsets.is_empty() {
                        source.add_offsets(&mut offsets, &own)?;
                    }
                    groups.push(Group::Listed { rank: own.len(), offsets });
                    extents.extend(own);
                }
            }
        }
        Ok(Selection { extents, first, groups })
    }

    /// The copy of what is chosen to a new row-major array.
    pub(super) fn reading(&self) -> Vec<Axis<'_>> {
        let mut step = 1isize;
        let mut axes: Vec<_> = self
            .groups
            .iter()
            .rev()
            .map(|group| {
                let axis = Axis { extent: group.len(), from: group.steps(), to: Steps::By(step) };
                step = step.wrapping_mul(group.len().max(1) as isize);
                axis
            })
            .collect();
        axes.reverse();
        axes
    }

    /// For each group, how far the values for its entries are from the first: values of these extents and strides
    /// are stretched to what is chosen.
    pub(super) fn value_steps(&self, extents: &[usize], strides: &[isize]) -> Result<Vec<ValueSteps>, ShapeError> {
        let mut stretched = vec![0; self.extents.len()];
        broadcast_strides(extents, strides, &self.extents, &mut stretched)?;
        let mut axis = 0;
        let steps = self.groups.iter().map(|group| {
            let axes = axis..axis + group.rank();
            axis = axes.end;
            ValueSteps::of(&self.extents[axes.clone()], &stretched[axes])
        });
        Ok(steps.collect())
    }

    /// The copy of values to what is chosen.
    pub(super) fn writing<'a>(&'a self, values: &'a [ValueSteps]) -> Vec<Axis<'a>> {
        let axis = |(group, values): (&'a Group, &'a ValueSteps)| Axis {
            extent: group.len(),
            from: match values {
                ValueSteps::By(stride) => Steps::By(*stride),
                ValueSteps::To(offsets) => Steps::To(offsets),
            },
            to: group.steps(),
        };
        self.groups.iter().zip(values).map(axis).collect()
    }
}

/// Axes and sources sorted out: NumPy's rule.
struct Together<'a> {
    /// The axes that stay.
    groups: Vec<Group>,
    sources: Vec<Source<'a>>,
    /// Before how many of the axes those of the index arrays stand.
    place: usize,
}

impl<'a> Together<'a> {
    fn of(steps: Vec<Step<'a>>) -> Self {
        let (mut groups, mut sources) = (Vec::with_capacity(steps.len()), Vec::new());
        // Where the first choice stands, whether something stood behind a choice, and whether another came after that.
        let (mut place, mut behind, mut apart) = (None, false, false);
        for step in steps {
            match step {
                Step::Axis { extent, stride } => {
                    groups.push(Group::Strided { extent, stride });
                    behind |= place.is_some();
                }
                Step::Gap => behind |= place.is_some(),
                Step::Entry | Step::Source(_) => {
                    place.get_or_insert(groups.len());
                    apart |= behind;
                    if let Step::Source(source) = step {
                        sources.push(source);
                    }
                }
            }
        }
        let place = if apart { 0 } else { place.unwrap_or_default() };
        Together { groups, sources, place }
    }

    fn select(mut self, first: isize) -> Result<Selection, ShapeError> {
        let mut extents: Vec<usize> = self.groups.iter().map(Group::len).collect();
        if !self.sources.is_empty() {
            let common = common_extents(&self.sources)?;
            let rank = common.len();
            let offsets = match self.sources.as_mut_slice() {
                [Source::Mask(offsets)] => core::mem::take(offsets),
                sources => {
                    let mut offsets = vec![0; checked_len::<isize>(&common)?];
                    if !offsets.is_empty() {
                        sources.iter().try_for_each(|source| source.add_offsets(&mut offsets, &common))?;
                    }
                    offsets
                }
            };
            extents.splice(self.place..self.place, common);
            self.groups.insert(self.place, Group::Listed { rank, offsets });
        }
        Ok(Selection { extents, first, groups: self.groups })
    }
}

impl<'a> Gathering<'a> {
    /// As [`Selection::together`], without lists where each element is chosen for itself.
    pub(super) fn of(items: &'a Items<'a>, extents: &[usize], strides: &[isize]) -> Result<Self, ShapeError> {
        let (first, steps) = walk(items, extents, strides)?;
        let together = Together::of(steps);
        if together.groups.is_empty() && !together.sources.is_empty() {
            let extents = common_extents(&together.sources)?;
            let dense = |source: &Source<'a>| match source {
                Source::Indices(array, axis) if array.is_dense(&extents) => Some((*array, *axis)),
                _ => None,
            };
            if let Some(arrays) = together.sources.iter().map(dense).collect() {
                return Ok(Gathering::Points(Points { extents, first, arrays }));
            }
        }
        together.select(first).map(Gathering::Selection)
    }
}

/// Where the values for the entries of a group stand.
pub(super) enum ValueSteps {
    By(isize),
    To(Vec<isize>),
}

impl ValueSteps {
    /// One stride, where the axes have one in common.
    fn of(extents: &[usize], strides: &[isize]) -> Self {
        if let Some(stride) = common_stride(extents, strides) {
            return ValueSteps::By(stride);
        }
        let offsets = crate::index::Offsets::<super::Eight>::fused(aligned(extents, 1), aligned(strides, 0));
        ValueSteps::To(offsets.collect())
    }
}

/// The extents to which all index arrays stretch.
fn common_extents(sources: &[Source<'_>]) -> Result<Vec<usize>, ShapeError> {
    let all: Vec<Vec<usize>> = sources.iter().map(Source::extents).collect();
    let rank = all.iter().map(Vec::len).max().unwrap_or(0);
    let mut common = [1; MAX_RANK];
    for own in &all {
        for (extent, &other) in common.iter_mut().zip(&aligned(own, 1)) {
            match (*extent, other) {
                (1, _) => *extent = other,
                (extent, other) if extent == other || other == 1 => {}
                _ => return Err(no_common_extents(&all)),
            }
        }
    }
    Ok(common[MAX_RANK - rank..].to_vec())
}

#[cold]
fn no_common_extents(all: &[Vec<usize>]) -> ShapeError {
    let shapes: Vec<String> = all.iter().map(|extents| format!("{extents:?}")).collect();
    ShapeError::new(format!("index arrays of shapes {} cannot be broadcast together", shapes.join(", ")))
}
