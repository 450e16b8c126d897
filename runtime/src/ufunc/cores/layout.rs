//! Where the operands and results of a call lie, and which extents their axes have together.

use core::cell::Cell;
use core::marker::PhantomData;

use super::Core;
use super::signature::Items;
use crate::element::Element;
use crate::error::ShapeError;
use crate::shape::{MAX_RANK, Shape};
use crate::view::{View, ViewMut};

/// The most labels.
pub const MAX_LABELS: usize = 9;

/// How long a core axis is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Length {
    /// As long as all axes of this label.
    Label(usize),
    /// As its type says.
    Exactly(usize),
    /// As the function computes it from the labels.
    Computed,
}

/// An operand or a result without its types.
#[derive(Clone, Copy)]
pub struct Side {
    /// Its first element.
    pub(super) first: *mut (),
    /// One an axis; those beyond the rank are 1.
    pub(super) extents: [usize; MAX_RANK],
    /// In elements; those beyond the rank are 0.
    pub(super) strides: [isize; MAX_RANK],
    pub(super) rank: usize,
}

impl Side {
    fn new(first: *mut (), extents: &[usize], strides: &[isize]) -> Self {
        let mut side = Side { first, extents: [1; MAX_RANK], strides: [0; MAX_RANK], rank: extents.len() };
        side.extents[..extents.len()].copy_from_slice(extents);
        side.strides[..strides.len()].copy_from_slice(strides);
        side
    }

    pub(super) fn of<T, S: Shape>(view: View<'_, T, S>) -> Self {
        Side::new(view.as_ptr().cast_mut().cast(), view.extents().as_ref(), view.strides().as_ref())
    }

    pub(super) fn of_mut<T, S: Shape>(view: &mut ViewMut<'_, T, S>) -> Self {
        let first = view.as_mut_ptr().cast();
        Side::new(first, view.extents().as_ref(), view.strides().as_ref())
    }

    fn shape(&self) -> &[usize] {
        &self.extents[..self.rank]
    }

    /// The axes in front of the last `core`.
    fn lead(&self, core: usize) -> &[usize] {
        &self.extents[..self.rank - core]
    }

    /// Axes as those in front, then its own last `core`: those it lacks, or has once, it repeats.
    pub(super) fn stretched(&self, lead: &[usize], core: usize) -> Self {
        let (own, all) = (self.rank - core, lead.len() + core);
        let mut side = Side { first: self.first, extents: [1; MAX_RANK], strides: [0; MAX_RANK], rank: all };
        for (place, &extent) in lead.iter().enumerate() {
            side.extents[place] = extent;
            if let Some(from) = (place + own).checked_sub(lead.len())
                && (self.extents[from] != 1 || extent == 1)
            {
                side.strides[place] = self.strides[from];
            }
        }
        side.extents[lead.len()..all].copy_from_slice(&self.extents[own..self.rank]);
        side.strides[lead.len()..all].copy_from_slice(&self.strides[own..self.rank]);
        side
    }
}

/// The extents of a call.
pub struct Lengths {
    lead: [usize; MAX_RANK],
    rank: usize,
    labels: [usize; MAX_LABELS],
    known: usize,
}

impl Lengths {
    /// The extents of the axes in front.
    pub fn lead(&self) -> &[usize] {
        &self.lead[..self.rank]
    }

    /// The extents of the labels.
    pub fn labels(&self) -> &[usize] {
        &self.labels[..self.known]
    }
}

/// A signature, as messages need it.
pub struct Named {
    /// The function.
    pub name: &'static str,
    /// Its parameters.
    pub params: &'static [&'static str],
    /// Its labels.
    pub labels: &'static [&'static str],
    /// The core axes of its parameters, from the last.
    pub axes: &'static [&'static [Length]],
}

/// An operand, and its name in messages.
struct Party<'a> {
    name: &'a str,
    side: &'a Side,
}

impl Named {
    pub(super) const fn new<F: Core<P>, P>() -> Self {
        Named { name: F::NAME, params: F::PARAMS, labels: F::LABELS, axes: <F::Params as Items>::AXES }
    }

    fn parties<'a>(&'a self, sides: &'a [Side]) -> impl Iterator<Item = (Party<'a>, &'static [Length])> {
        let named = self.params.iter().zip(sides).map(|(name, side)| Party { name, side });
        named.zip(self.axes.iter().copied())
    }

    /// The extents of all labels and of the axes in front.
    ///
    /// # Errors
    ///
    /// When operands have different ones.
    pub fn resolve(&self, sides: &[Side]) -> Result<Lengths, ShapeError> {
        let mut all = Lengths { lead: [1; MAX_RANK], rank: 0, labels: [0; MAX_LABELS], known: self.labels.len() };
        let mut first: [Option<usize>; MAX_LABELS] = [None; MAX_LABELS];
        for (number, (party, axes)) in self.parties(sides).enumerate() {
            for (place, length) in axes.iter().enumerate() {
                let extent = party.side.extents[party.side.rank - 1 - place];
                match *length {
                    Length::Label(label) => match first[label] {
                        None => (all.labels[label], first[label]) = (extent, Some(number)),
                        Some(_) if all.labels[label] == extent => {}
                        Some(earlier) => {
                            let earlier = Party { name: self.params[earlier], side: &sides[earlier] };
                            return Err(self.label_differs(label, all.labels[label], &earlier, extent, &party));
                        }
                    },
                    Length::Exactly(exactly) if exactly != extent => {
                        return Err(self.not_exactly(exactly, axes.len() - 1 - place, extent, &party, false));
                    }
                    Length::Exactly(_) | Length::Computed => {}
                }
            }
        }
        self.stretch(&mut all, sides)?;
        Ok(all)
    }

    /// The axes in front, aligned from the last.
    fn stretch(&self, all: &mut Lengths, sides: &[Side]) -> Result<(), ShapeError> {
        all.rank = self.parties(sides).map(|(party, axes)| party.side.rank - axes.len()).max().unwrap_or(0);
        let mut from: [usize; MAX_RANK] = [0; MAX_RANK];
        for (number, (party, axes)) in self.parties(sides).enumerate() {
            for (place, &extent) in party.side.lead(axes.len()).iter().rev().enumerate() {
                let slot = all.rank - 1 - place;
                if all.lead[slot] == 1 {
                    (all.lead[slot], from[slot]) = (extent, number);
                } else if extent != 1 && extent != all.lead[slot] {
                    let earlier = Party { name: self.params[from[slot]], side: &sides[from[slot]] };
                    return Err(self.lead_differs(place, all.lead[slot], &earlier, extent, &party, false));
                }
            }
        }
        Ok(())
    }

    /// Whether a target has the axes in front, and core axes of lengths `core`.
    ///
    /// # Errors
    ///
    /// When it has others; a target with more axes in front gives the call its own.
    pub fn check_target(
        &self,
        all: &mut Lengths,
        target: &Side,
        name: &str,
        core: &[usize],
        sides: &[Side],
    ) -> Result<(), ShapeError> {
        let party = Party { name, side: target };
        let own = target.lead(core.len());
        for (place, &wanted) in core.iter().enumerate() {
            let extent = target.extents[own.len() + place];
            if extent != wanted {
                return Err(self.core_differs(place, wanted, extent, &party));
            }
        }
        if own.len() < all.rank {
            return Err(ShapeError::new(format!(
                "{}: the results have leading axes {:?}, more than the output `{name}` (shape {:?})",
                self.name,
                all.lead(),
                target.shape()
            )));
        }
        let missing = own.len() - all.rank;
        let mut lead = [1; MAX_RANK];
        lead[..own.len()].copy_from_slice(own);
        for (place, &extent) in own.iter().enumerate().skip(missing) {
            let wanted = all.lead[place - missing];
            // An axis that the operands have once is repeated along the target's.
            if wanted != extent && wanted != 1 {
                let holds = |(party, axes): &(Party, &[Length])| {
                    let lead = party.side.lead(axes.len());
                    (lead.len() + place).checked_sub(own.len()).is_some_and(|at| lead[at] == wanted)
                };
                let earlier =
                    self.parties(sides).find(holds).map_or(Party { name: "", side: target }, |(party, _)| party);
                return Err(self.lead_differs(own.len() - 1 - place, wanted, &earlier, extent, &party, true));
            }
        }
        (all.lead, all.rank) = (lead, own.len());
        Ok(())
    }

    /// Whether axes in front and core axes are at most eight together, in every parameter and result.
    ///
    /// # Errors
    ///
    /// When they are more.
    pub fn check_rank(&self, all: &Lengths, results: &[&[Length]]) -> Result<(), ShapeError> {
        let core = self.axes.iter().chain(results).map(|axes| axes.len()).max().unwrap_or(0);
        if all.rank + core <= MAX_RANK {
            return Ok(());
        }
        Err(ShapeError::new(format!(
            "{}: leading axes {:?} and {core} core axes are more than the {MAX_RANK} that arrays have",
            self.name,
            all.lead()
        )))
    }

    /// Whether all targets have the axes in front.
    ///
    /// # Errors
    ///
    /// When one has others.
    pub fn check_alike(&self, all: &Lengths, targets: &[Side], axes: &[&[Length]]) -> Result<(), ShapeError> {
        for (target, axes) in targets.iter().zip(axes) {
            if target.lead(axes.len()) != all.lead() {
                return Err(ShapeError::new(format!(
                    "{}: an output of shape {:?} has other leading axes than {:?}, which another output has",
                    self.name,
                    target.shape(),
                    all.lead()
                )));
            }
        }
        Ok(())
    }

    #[cold]
    fn label_differs(&self, label: usize, first: usize, a: &Party, second: usize, b: &Party) -> ShapeError {
        let (name, label) = (self.name, self.labels[label]);
        ShapeError::new(format!(
            "{name}: axis `{label}` has extent {first} in `{}` (shape {:?}) but {second} in `{}` (shape {:?})",
            a.name,
            a.side.shape(),
            b.name,
            b.side.shape()
        ))
    }

    #[cold]
    fn lead_differs(&self, place: usize, first: usize, a: &Party, second: usize, b: &Party, out: bool) -> ShapeError {
        let name = self.name;
        let output = if out { "the output " } else { "" };
        ShapeError::new(format!(
            "{name}: leading axis {place} from the right has extent {first} in `{}` (shape {:?}) but {second} in \
             {output}`{}` (shape {:?})",
            a.name,
            a.side.shape(),
            b.name,
            b.side.shape()
        ))
    }

    #[cold]
    fn not_exactly(&self, exactly: usize, place: usize, extent: usize, party: &Party, out: bool) -> ShapeError {
        let output = if out { "the output " } else { "" };
        ShapeError::new(format!(
            "{}: core axis {place} has length {exactly}, but {extent} in {output}`{}` (shape {:?})",
            self.name,
            party.name,
            party.side.shape()
        ))
    }

    #[cold]
    fn core_differs(&self, place: usize, wanted: usize, extent: usize, party: &Party) -> ShapeError {
        self.not_exactly(wanted, place, extent, party, true)
    }
}

/// One call: where its operands and results lie, with the same axes in front.
pub struct Frame<'a, F, P> {
    /// 1. Side `i` was made from a view of elements of the type of parameter `i`, which lives for `'a`, and stretched: each index below
    ///    the extents leads to an initialised element. Its last extents are those of the parameter's core axes.
    pub(super) params: &'a [Side],
    /// 2. Side `i` leads to writable elements of the type of result `i`, a different one at each index, which nobody else uses
    ///    during `'a`; where the body asks for it (`Core::FILLED`), they are initialised.
    pub(super) results: &'a [Side],
    /// The extents of the axes in front, which all sides have.
    pub(super) lead: &'a [usize],
    /// Whether every element of the results has been written.
    pub(super) written: &'a Cell<bool>,
    pub(super) function: PhantomData<(F, P)>,
}

/// That no length which is computed has gone below 0, as `n + k - 1` does of two empty axes.
pub fn check_computed<F: Core<P>, P>(lengths: &Lengths) -> Result<(), ShapeError> {
    for number in 0..<F::Results as Items>::AXES.len() {
        let mut core = [0; MAX_RANK];
        let count = core_of::<F, P>(number, lengths, &mut core);
        if let Some(place) = core[..count].iter().position(|&length| length > isize::MAX as usize) {
            return Err(below_zero(F::NAME, place, F::LABELS, lengths.labels()));
        }
    }
    Ok(())
}

#[cold]
fn below_zero(name: &str, place: usize, labels: &[&str], lengths: &[usize]) -> ShapeError {
    let given: Vec<String> = labels.iter().zip(lengths).map(|(label, length)| format!("{label} = {length}")).collect();
    ShapeError::new(format!("{name}: core axis {place} of the result has no length where {}", given.join(", ")))
}

/// The extents of the core axes of a result.
pub fn core_of<F: Core<P>, P>(number: usize, lengths: &Lengths, core: &mut [usize; MAX_RANK]) -> usize {
    let axes = <F::Results as Items>::AXES[number];
    for (place, length) in axes.iter().rev().enumerate() {
        core[place] = match *length {
            Length::Label(label) => lengths.labels()[label],
            Length::Exactly(exactly) => exactly,
            Length::Computed => F::computed(number, place, lengths.labels()),
        };
    }
    axes.len()
}

/// Whether elements lie one after the other, in row-major order.
pub(super) fn is_dense(extents: &[usize], strides: &[isize]) -> bool {
    let mut step = 1;
    for (&extent, &stride) in extents.iter().zip(strides).rev() {
        if extent != 1 && stride != step {
            return false;
        }
        step = step.wrapping_mul(extent as isize);
    }
    true
}

/// Calls `visit` with the address of each element, in row-major order.
///
/// # Safety
///
/// Every index below `extents` leads, from `first` by `strides`, to an element, or a place for one.
pub(super) unsafe fn each_element<T: Element>(
    first: *mut T,
    extents: &[usize],
    strides: &[isize],
    visit: &mut dyn FnMut(*mut T),
) {
    match (extents, strides) {
        ([extent, extents @ ..], [stride, strides @ ..]) => {
            for index in 0..*extent {
                // SAFETY: the caller's promise, for the entries of this axis; the offset exists, as views' do.
                unsafe { each_element(first.offset(index as isize * stride), extents, strides, visit) };
            }
        }
        _ => visit(first),
    }
}
